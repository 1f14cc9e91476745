"""Saved web pages and web archives: parser, styles, main content, paragraphs, list marks, notes and tracked changes."""
