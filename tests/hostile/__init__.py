"""Hostile and broken files of every format, made when they are needed."""

from __future__ import annotations

from hostile import (
    names,
    pages,
    portable_files,
    richtext,
    word_markup,
    word_parts,
    word_texts,
    word_zips,
    writer,
)

ALL = tuple(
    case
    for module in (word_zips, word_markup, word_parts, word_texts, writer, richtext, pages, portable_files, names)
    for case in module.CASES
)
