"""Text and markdown: the decoded file is the document."""
