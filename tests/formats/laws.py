"""What the law about formats needs to know of the rendered files: their minutes, read once, and what they should hold.

    rendered/parish-council/writer.pdf    minutes_of(path): segments and outline
    "Page 3", "Initialled: ________"      furniture_of(path) must be among heads_of("parish-council", path)

Words are compared as `compare.text.tokens` folds them: quotes, dashes and capitals aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from compare.annotate import Engines, load_engines
from compare.pipeline import compare_minutes, read_minutes
from compare.read import read_document
from compare.style.house_style import HouseStyle, default_house_style
from compare.text.tokens import wording_key
from compare.values import Comparison, Document, Finding, Minutes, Role, SegmentKind, Severity, Span

from .source import SOURCES, Cell, Source, Table, read_source

RENDERED = Path(__file__).parent / "rendered"
REFERENCE = "python-docx.docx"
NAMES = tuple(sorted(path.stem for path in SOURCES.glob("*.minutes")))

# Writer loses the numbers of paragraphs that are counted with the headings when it saves OpenDocument: the file that is
# opened again shows none.
_MARKS_LOST = ("nhs-board", "writer.odt")
# What a browser prints on the pages of `parish-council`: time and title above, address and number of the page below.
_BROWSER_HEADS = (
    ("1/1/26, 1:00 AM", "Parish Council minutes"),
    ("http://minutes.example.org/minutes.html", "1/1"),
)
_WITH_BROWSER_HEADS = "parish-council"
# What pandoc's own template of an OpenDocument text prints at the foot of a page.
_PANDOC_FOOT = ("pandoc.odt", "#")
# Writers that print no running heads, and those that leave some out: the beginnings of those heads' names.
_WITHOUT_HEADS = ("plain", "pandoc", "page", "chromium")
_HEADS_LEFT_OUT = {"writer.html": ("",), "writer.rtf": ("even",)}
_ROLES = (Role.ATTENDANCE, Role.APOLOGIES, Role.INTEREST, Role.HEADER, Role.RESOLUTION, Role.VOTE)
_INNER_HYPHENS = re.compile(r"(?<=\w)-(?=\w)")
# The mark at the head of a paragraph that is compared whole: a web page prints "b." where Word prints "(b)".
_FIRST_MARK = re.compile(r"^(?:\( )?([\w.]{1,6}) [.)] ")
_NUMBERS = re.compile(r"\d+")

# The words that are struck out in a source: its name, their item, themselves.
_STRUCK = (("parish-council", "15/26 minutes of the last meeting", "has written"),)
# Texts cannot strike words out: that loss is reported, and nothing else.
_WITHOUT_STRIKES = ("plain.txt", "edited.txt")
_STRIKES_LOST = "typography.markup"

FindingFields = tuple[str, str, str, str, str]


def formats_of(name: str) -> tuple[str, ...]:
    """The files of one set of minutes, the reference first; edited ones are none of them."""
    files = sorted(path.name for path in (RENDERED / name).iterdir() if not path.name.startswith("edited"))
    return (REFERENCE, *(file for file in files if file != REFERENCE))


def all_files() -> Iterator[tuple[str, str]]:
    """Every rendered file that is not edited, as (name, file)."""
    for name in NAMES:
        for file in formats_of(name):
            yield name, file


@cache
def style() -> HouseStyle:
    """The house style that comes with the program."""
    return default_house_style()


@cache
def document_of(name: str, file: str) -> Document:
    """A rendered file, read once."""
    return read_document(str(RENDERED / name / file))


@cache
def minutes_of(name: str, file: str) -> Minutes:
    """The segments and outline of a rendered file."""
    return read_minutes(document_of(name, file), style())


@cache
def _engines() -> Engines:
    return load_engines(use_model=False, style=style())


def compare_formats(name: str, draft: str, final: str) -> Comparison:
    """The comparison of two files of one set of minutes."""
    return compare_minutes(
        minutes_of(name, draft), minutes_of(name, final), scope="auto", style=style(), engines=_engines()
    )


def findings(comparison: Comparison) -> list[FindingFields]:
    """The findings from minor up: rule, severity, item, and the words on both sides, blanks and typography aside."""
    return sorted(
        (finding.rule, finding.severity.value, _item(finding), *_sides(finding))
        for finding in comparison.findings
        if finding.severity.rank <= Severity.MINOR.rank
    )


def strikes_lost(name: str, draft: str, final: str) -> list[FindingFields]:
    """What has to be reported of struck-through words when one of two files cannot strike them."""
    if draft.startswith(_WITHOUT_STRIKES) == final.startswith(_WITHOUT_STRIKES):
        return []
    struck = [(item, words) for minutes, item, words in _STRUCK if minutes == name]
    return [(_STRIKES_LOST, Severity.MAJOR.value, item, words, words) for item, words in struck]


def _item(finding: Finding) -> str:
    return f"{finding.item.number or '–'} {wording_key(finding.item.title)}" if finding.item else ""


def _sides(finding: Finding) -> tuple[str, str]:
    draft, final = (
        _FIRST_MARK.sub(r"\1 ", wording_key(side.text)) if side else "" for side in (finding.draft, finding.final)
    )
    return draft, final


def words_of(minutes: Minutes) -> str:
    """All words of the minutes in order, typography folded, without marks and without what belongs to the page."""
    return " ".join(_keys(minutes, is_furniture=False))


def without_hyphens(words: str) -> str:
    """The words without the hyphens inside them."""
    return _INNER_HYPHENS.sub("", words)


def _keys(minutes: Minutes, *, is_furniture: bool) -> Iterator[str]:
    """The words of each segment that does or does not belong to the page; what draws a row in markdown is no word."""
    for segment, key in zip(minutes.segments, minutes.keys, strict=True):
        if (segment.kind is SegmentKind.FURNITURE) == is_furniture:
            yield _without_bars(key) if segment.kind is SegmentKind.TABLE_ROW else key


def _without_bars(key: str) -> str:
    return " ".join(word for word in key.split() if word != "|")


def outline_of(minutes: Minutes) -> dict[str, object]:
    """The outline in words, to be compared with that of another format."""
    outline, text = minutes.outline, minutes.document.text
    return {
        "date": outline.meeting_date,
        "status": outline.status,
        "items": [(item.number, wording_key(item.title)) for item in outline.items],
        "resolutions": [(_words(text, resolution.header), len(resolution.limbs)) for resolution in outline.resolutions],
        "roles": [
            (role.value, " ".join(_without_bars(key) for _, key in group))
            for role, group in groupby(_roles_of(minutes), key=itemgetter(0))
            if role in _ROLES
        ],
    }


def _roles_of(minutes: Minutes) -> Iterator[tuple[Role, str]]:
    """The role and words of each segment that belongs to the minutes; a running head between two is none of them."""
    for segment, role, key in zip(minutes.segments, minutes.outline.roles, minutes.keys, strict=True):
        if segment.kind is not SegmentKind.FURNITURE:
            yield role, key


def marks_of(minutes: Minutes) -> list[str]:
    """The numbers and letters of lists and headings, in order, a bullet as a dash; brackets and stops are form."""
    text = minutes.document.text
    marks = (segment.mark for segment in minutes.segments if segment.mark)
    return ["".join(filter(_is_counted, text[mark.start : mark.end])).strip(".") or "-" for mark in marks]


def printed_marks_of(name: str, file: str) -> list[str]:
    """The marks that a file is sure to have: those of the reference, save what its writer lost."""
    marks = marks_of(minutes_of(name, REFERENCE))
    return [mark for mark in marks if "." not in mark] if (name, file) == _MARKS_LOST else marks


def _is_counted(character: str) -> bool:
    return character in "./" or (character.isalnum() and character != "o")


def _words(text: str, span: Span | None) -> str:
    return wording_key(text[span.start : span.end]).strip(" -") if span else ""


def furniture_of(minutes: Minutes) -> list[str]:
    """The texts that belong to the page, figures aside."""
    return [_plain(key) for key in _keys(minutes, is_furniture=True)]


def bodies_of(minutes: Minutes) -> list[str]:
    """The texts of the segments that belong to the minutes, figures aside."""
    return [_plain(key) for key in _keys(minutes, is_furniture=False)]


def heads_of(name: str, file: str) -> list[list[str]]:
    """The running heads and feet that a file may have, each as its parts: what stands left, in the middle, right."""
    if file == "chromium.pdf" and name == _WITH_BROWSER_HEADS:
        return [[_plain(wording_key(part)) for part in head] for head in _BROWSER_HEADS]
    if file == _PANDOC_FOOT[0]:
        return [[_PANDOC_FOOT[1]]]
    if file.startswith(_WITHOUT_HEADS):
        return []
    source = read_source(SOURCES / f"{name}.minutes")
    return [_parts(source, key) for key in source.page if key.endswith(("header", "footer"))]


def table_heads_of(name: str, file: str) -> list[str]:
    """The head rows of tables that are printed again on the next page: once there, they belong to the page."""
    if not file.endswith(".pdf"):
        return []
    tables = [block for block in read_source(SOURCES / f"{name}.minutes").blocks if isinstance(block, Table)]
    return [_plain(wording_key("\t".join(map(_cell_words, table.rows[0])))) for table in tables if table.has_head]


def _cell_words(cell: Cell) -> str:
    return "".join(words.text for para in cell.paras for words in para.words)


def printed_heads_of(name: str, file: str) -> list[list[str]]:
    """The running heads that a file is sure to have: some writers leave some out."""
    if file not in _HEADS_LEFT_OUT:
        return heads_of(name, file)
    source = read_source(SOURCES / f"{name}.minutes")
    keys = [key for key in source.page if key.endswith(("header", "footer"))]
    return [_parts(source, key) for key in keys if not key.startswith(_HEADS_LEFT_OUT[file])]


def _parts(source: Source, key: str) -> list[str]:
    head = "".join(word.text or "1" for word in source.running_head(key).words)
    return [_plain(wording_key(part)) for part in head.split("\t") if part.strip()]


def _plain(key: str) -> str:
    return " ".join(_NUMBERS.sub("#", key).split())
