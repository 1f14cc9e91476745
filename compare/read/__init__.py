"""Turns bytes into a `Document`: the only stage that opens the user's documents.

    read_document("minutes.docx")                   a file: Word, PDF, web page, OpenDocument, Rich Text, text, markdown
    read_document("-")                              standard input
    document_from_bytes(data, "minutes.docx")       the bytes of such a file, as an upload gives them
    document_from_text("Present: …", "minutes")     a text in memory

Each format has a folder with a `reader.py`. All but plain text fill a `DocumentBuilder`, which makes the document.
"""

from __future__ import annotations

from compare.read.document import document_from_bytes, read_document
from compare.read.text.reader import document_from_text

__all__ = ["document_from_bytes", "document_from_text", "read_document"]
