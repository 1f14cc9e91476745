"""Bytes to `Document`: the only stage that opens the user's documents.

    read_document("minutes.txt")            a file
    read_document("-")                      standard input
    document_from_text("Present: …", "x")   a text in memory

Text and markdown are read. Every other kind of file is named in its error, with the way to a text.
"""

from __future__ import annotations

from compare.read.from_text import document_from_text, read_document

__all__ = ["document_from_text", "read_document"]
