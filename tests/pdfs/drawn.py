"""Small printed files with words at places from the top of the page, and what a comparison of them says.

    pages = [t(60, 700, "Votes: 5 for, 2 against") + t(60, 726, "Granted")]
    compared(printed(pages), printed(others))      PDF with PDF, or with the bytes of a text or a Word file
    found(comparison)                              [Found("critical", "decision.outcome", "Granted", "Refused")]

PDFs are read as the worker reads them, in this process: a comparison takes a hundredth of a second.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from compare.annotate import Engines, load_engines
from compare.pipeline import compare_minutes, read_minutes
from compare.read.common.document_builder import DocumentBuilder
from compare.read.document import document_from_bytes
from compare.read.pdf.reader import fill_from_reply
from compare.read.pdf.worker import read_pdf
from compare.style.business import default_business
from compare.style.house_style import HouseStyle, default_house_style
from compare.values import Comparison, Document, Minutes, Passage, SegmentKind, Severity

from .tiny import A4, say, write_pdf

# Helvetica as Adobe measured it, in thousandths of the size: the characters from the blank on; others are as wide as
# a figure.
_WIDTHS = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 "
    "278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 "
    "722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 "
    "556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_BOLD_WIDTHS = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 "
    "333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 "
    "667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 "
    "611 389 556 333 611 556 778 556 556 500 389 280 389 584"
)
_FONTS = {1: tuple(map(int, _WIDTHS.split())), 2: tuple(map(int, _BOLD_WIDTHS.split()))}
_OTHERS = {"’": 222, "‘": 222, "“": 333, "”": 333, "–": 556, "—": 1000, "•": 350, "½": 834, "¾": 834, "\xa0": 278}

# Four paragraphs of the minutes of a harbour board that does not exist.
HARBOUR = tuple(
    " ".join(words.split())
    for words in """
The board met in the Net Loft and heard the Harbour Master, who had sounded the outer basin in March and found it to be
shallower than in the year before. He asked for the dredger to be hired for a week in the autumn.

Cllr Birchall thought a week too long. Cllr Cresswell asked what it would cost, and was told that £1,200 had been paid
the last time, and that 14 boats had been moved for it.

Resolved: That the dredger be hired for five days, and that the cost be met from the reserve of the harbour.

The Clerk read out a letter from the owners of the yard about the timber on the quay. It would be taken away before the
boats come back, or the board would sell it.
""".strip().split("\n\n")
)

_ONE_SIDED = (
    *(
        (f"{place}-added", f"{place}-removed")
        for place in ("resolution.limb", "structure.paragraph", "wording.sentence")
    ),
    ("structure.item-added", "structure.item-missing"),
)
_OPPOSITES = {**dict(_ONE_SIDED), **{lost: added for added, lost in _ONE_SIDED}}
_WORD = re.compile(r"\w+")


class Found(NamedTuple):
    """A finding as a test reads it."""

    severity: str
    rule: str
    draft: str
    final: str


def width(words: str, size: float = 11, font: int = 1) -> float:
    """How wide words are printed, in points."""
    table = _FONTS[font]
    places = ((ord(letter) - 32, letter) for letter in words)
    return sum(table[at] if at < len(table) else _OTHERS.get(letter, 556) for at, letter in places) * size / 1000


def t(x: float, y: float, words: str, *, size: float = 11, font: int = 1) -> str:
    """Words whose line is `y` points below the top of the page, in Helvetica (1) or its bold (2)."""
    return say(round(x, 2), round(A4[1] - y, 2), words.encode("cp1252").decode("latin-1"), font, size)


def centred(y: float, words: str, *, size: float = 11, font: int = 1) -> str:
    """Words in the middle of the page."""
    return t((A4[0] - width(words, size, font)) / 2, y, words, size=size, font=font)


def at_right(y: float, words: str, *, edge: float = 535, size: float = 11) -> str:
    """Words that end at the right edge of the text."""
    return t(edge - width(words, size), y, words, size=size)


def lines(x: float, y: float, texts: Iterable[str], *, step: float = 14, size: float = 11) -> str:
    """Lines one below the other, the first at `y`."""
    return "".join(t(x, y + number * step, words, size=size) for number, words in enumerate(texts))


def wrapped(words: str, width_of_line: float, size: float = 11) -> list[str]:
    """The lines into which a word processor breaks a paragraph."""
    broken: list[str] = []
    for word in words.split():
        longer = f"{broken[-1]} {word}" if broken else word
        if broken and width(longer, size) <= width_of_line:
            broken[-1] = longer
        else:
            broken.append(word)
    return broken


def printed(pages: Sequence[str], *, notes: Sequence[str] = (), forms: Sequence[str] = ()) -> bytes:
    """A file with these pages, boxes of a form and drawings."""
    return write_pdf(pages, notes=notes, forms=forms)


def read_bytes(data: bytes, name: str = "minutes.txt") -> Document:
    """Reads a file of any format; a PDF in this process."""
    if not data.startswith(b"%PDF"):
        return document_from_bytes(data, name)
    answer: dict[str, Any] = json.loads(json.dumps(read_pdf(data, default_business().to_lists())))
    builder = DocumentBuilder("minutes.pdf")
    fill_from_reply(answer, builder)
    return builder.build(name="minutes.pdf", data=data, kind="pdf")


def minutes_of(data: bytes, name: str = "minutes.txt") -> Minutes:
    """The segments and outline of a file."""
    return read_minutes(read_bytes(data, name), _style())


def compared(draft: bytes | Minutes, final: bytes | Minutes) -> Comparison:
    """The comparison of two files, each read or not."""
    sides = [minutes_of(side) if isinstance(side, bytes) else side for side in (draft, final)]
    return compare_minutes(*sides, scope="whole", style=_style(), engines=_engines())


def found(comparison: Comparison, least: Severity = Severity.MINOR) -> list[Found]:
    """The findings of this severity or graver, blanks folded."""
    return [
        Found(finding.severity.value, finding.rule, *(_words(side) for side in (finding.draft, finding.final)))
        for finding in comparison.findings
        if finding.severity.rank <= least.rank
    ]


def swapped(findings: Iterable[Found]) -> list[Found]:
    """The findings with draft and final exchanged."""
    return [Found(severity, _OPPOSITES.get(rule, rule), final, draft) for severity, rule, draft, final in findings]


def is_same(draft: bytes, final: bytes) -> None:
    """Two files have no finding, in either direction."""
    assert found(compared(draft, final)) == []
    assert found(compared(final, draft)) == []


def differs(draft: bytes, final: bytes, least: Severity = Severity.MAJOR) -> list[str]:
    """The rules of what is found, the same in both directions, the first at least as grave as `least`."""
    there, back = found(compared(draft, final)), found(compared(final, draft))
    assert there
    assert Severity(there[0].severity).rank <= least.rank
    assert sorted(swapped(back)) == sorted(there)
    return [one.rule for one in there]


def named(comparison: Comparison) -> str:
    """All that the comparison says it has not compared, in one text."""
    return "\n".join(f"{one.what}: {one.why}" for one in comparison.not_compared)


def furniture_of(minutes: Minutes) -> list[str]:
    """The texts of what was taken for furniture."""
    text = minutes.document.text
    return [
        " ".join(text[segment.start : segment.end].split())
        for segment in minutes.segments
        if segment.kind is SegmentKind.FURNITURE
    ]


def lost_words(minutes: Minutes, words: str) -> list[str]:
    """The words, as often as they are drawn, that stand in no segment of the document."""
    text = minutes.document.text
    spans = [span for segment in minutes.segments for span in (segment.mark, *segment.pieces) if span]
    kept = " ".join(text[span.start : span.end] for span in spans)
    missing = Counter(_WORD.findall(words)) - Counter(_WORD.findall(kept))
    return sorted(missing.elements())


def drawn_words(pages: Iterable[str]) -> str:
    """All that the pages draw, one text object a line."""
    drawn = re.findall(r"\(((?:\\.|[^\\)])*)\) Tj", "\n".join(pages))
    return "\n".join(re.sub(r"\\(.)", r"\1", words).encode("latin-1").decode("cp1252") for words in drawn)


@cache
def _style() -> HouseStyle:
    return default_house_style()


@cache
def _engines() -> Engines:
    return load_engines(use_model=False, style=_style())


def _words(side: Passage | None) -> str:
    return " ".join(side.text.split()) if side else ""
