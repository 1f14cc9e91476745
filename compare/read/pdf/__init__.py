"""PDF: a separate process with limits opens the file with PDFium, lays out its lines and returns paragraphs as JSON."""
