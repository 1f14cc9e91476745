"""Documents printed to PDF, what they were made from, and a writer of small PDFs."""
