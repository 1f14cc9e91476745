"""What `from_docx` is made of: the package and its parts, styles, numbers, runs, blocks, notes, tracked changes."""
