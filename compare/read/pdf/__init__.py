"""PDFs: PDFium in a process of its own, lines with their places, and paragraphs made of them."""
