"""Bytes to `Document`: the only stage that opens the user's documents.

    read_document("minutes.docx")           a file: Word, PDF, web page, OpenDocument, Rich Text, text, markdown
    read_document("-")                      standard input
    document_from_text("Present: …", "x")   a text in memory

One file a format (`from_docx`, `from_pdf` …); all but text fill an `Extract`, which makes the document.
"""

from __future__ import annotations

from compare.read.document import read_document
from compare.read.text.reader import document_from_text

__all__ = ["document_from_text", "read_document"]
