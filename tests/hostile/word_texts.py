"""Word documents with too much of something in their text, or with what no text holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hostile.case import Case, lazy
from hostile.word import SENTENCE, SHOWN, made, paragraph, read, refused


def _cells() -> bytes:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/><w:vMerge w:val="restart"/></w:tcPr>{}</w:tc>'
    cells = "".join(cell.format(paragraph(words)) for words in ("Ashby", "Present"))
    row = f'<w:tr><w:trPr><w:gridBefore w:val="1000000000"/></w:trPr>{cells}</w:tr>'
    return made(f"<w:tbl>{row * 3}</w:tbl>{paragraph()}")


def _many_changes(count: int) -> bytes:
    changes = "".join(
        f'<w:ins w:id="{place}" w:author="A. Clerk the {place}th"><w:r><w:t>word </w:t></w:r></w:ins>'
        for place in range(count)
    )
    return made(paragraph() + f"<w:p>{changes}</w:p>")


def _long_author() -> bytes:
    change = f'<w:ins w:id="1" w:author="{"clerk " * 100_000}"><w:r><w:t>word </w:t></w:r></w:ins>'
    return made(paragraph() + f"<w:p>{change}</w:p>")


def _odd_values() -> bytes:
    signs = "".join(
        f'<w:sym w:font="Symbol" w:char="{code}"/>' for code in ("ZZ", "-1", "110000", "D800", "F" * 99, "0")
    )
    looks = '<w:outlineLvl w:val="1.e400"/><w:ind w:left="1.e300" w:firstLine="-1.e400"/><w:framePr w:dropCap="x"/>'
    return made(paragraph(SENTENCE, looks) + f"<w:p><w:r>{signs}<w:t>x</w:t></w:r></w:p>")


def _open_fields() -> bytes:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    return made(
        f"<w:p>{begin * 20_000}{end * 40_000}</w:p>" + paragraph() + f"<w:p>{begin * 20_000}</w:p>" + paragraph()
    )


def _notes() -> bytes:
    """Notes that refer to themselves and to each other."""
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{place}"><w:p>{reference.format(1 - place)}{reference.format(place)}'
        "<w:r><w:t>note</w:t></w:r></w:p></w:footnote>"
        for place in (0, 1)
    )
    return made(f"{paragraph()}<w:p>{reference.format(0) * 1000}{reference.format(7)}</w:p>", footnotes=notes)


def _confusing() -> bytes:
    """Characters that turn lines around, or hide."""
    return made(
        paragraph("\u202eThe Chair\u2066 opened\u200f the \x9b31m\x85meeting\u2028 of\ufeff Thornby.") + paragraph()
    )


def _lone_words(count: int) -> Iterator[str]:
    return (f"<w:r><w:t>w{place} </w:t></w:r>" for place in range(count))


_TEXTS = (
    read("spans-of-1000000000-columns", _cells, "Ashby"),
    read("one-paragraph-of-100-kb", lambda: made(paragraph("The Chair agreed. " * 6_000))),
    read("one-word-of-1-mb", lambda: made(paragraph("a" * 1_000_000) + paragraph())),
    read("20000-runs", lambda: made(f"<w:p>{''.join(_lone_words(20_000))}</w:p>")),
    read("50000-empty-paragraphs", lambda: made(paragraph() + "<w:p/>" * 50_000), SHOWN),
    Case(
        "text-of-30-mb.docx",
        lazy(lambda: made(paragraph("The Chair agreed. " * 1000) * 1_700)),
        refused="more than 20 million",
    ),
    refused("3000000-elements", lambda: made(paragraph() + "<w:p/>" * 3_000_000), "more pieces than are read"),
    read("30000-changes", partial(_many_changes, 30_000), "tracked changes by"),
    Case("author-of-600-kb.docx", lazy(_long_author), shows=("1 tracked change by",), hides=("clerk " * 200,)),
    read("odd-values", _odd_values, SHOWN),
    read("open-fields", _open_fields, SHOWN),
    read("notes-in-notes", _notes, SHOWN),
    read("confusing-characters", _confusing, SHOWN),
    refused("no-text", lambda: made("<w:p/>"), "empty"),
)

CASES = (*_TEXTS,)
