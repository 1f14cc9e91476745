"""The text lines of one PDF page with their positions, the rows they form, and the list marks they begin with.

    7. Sports ground                 KC       two lines: a wide gap between words is the edge of a column
    The Chair said that con\u00ad             one line; its last character may be a real hyphen or a line-break hyphen
    ──────────                                a ruling: it underlines, strikes out, or separates footnotes

    PLANNING COMMITTEE     6 September 2022   one row of two lines

    1.    That the report …                   a list mark: the words stand off from it
    1. That the report be                     a list mark only if the next line begins under "That"
    2023. The Chair                           no list mark

Unit of all positions: points of 1/72 inch, from the lower left corner of the page as it is read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from compare.read.pdf.characters import BOLD, to_plain_characters

# In sizes of the type: lines whose bases are nearer stand in one row.
_SAME_HEIGHT = 0.35
_DIGITS = re.compile(r"\d+")
_NO_WORDS = re.compile(r"[\W_]+")
_BULLET = re.compile(r"[•·●▪■◦‣⁃○□►➢➤❖✓✔✗❑◆→➔∙*+–—‐−-]|o|§")
_SURE = re.compile(r"[•·●▪■◦‣⁃○□►➢➤❖✓✔✗❑◆➔∙]")
_NUMBER = re.compile(
    r"(?:\(?\d{1,4}[.):]{0,2}|\d{1,4}(?:\.\d{1,3}){1,3}\.?\)?|\(?[a-zA-Z][.)]|\([a-zA-Z]{1,2}\)|\(?[ivxlIVXL]{1,6}[.)]"
    r"|\d{1,4}/\d{1,4}(?:/[A-Za-z]{1,5})?|[A-Z]{1,4}\.?\d{1,4}[.:]?)"
)
# Letters of the longest mark: "(xviii)", "1234/2024/CABI".
_LONGEST = 15
_FIGURES = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
_BARE = re.compile(r"\d{1,4}")

# In sizes of the type: the gap after a mark; a blank is 0.25 to 0.35, two are 0.5 to 0.56.
_GAP = 0.4
_SURE_GAP = 0.6
_BARE_GAP = 0.9
# Points by which a line may miss the place where the words of the line above begin.
_UNDER = 2.0


class TextRun(NamedTuple):
    """Words of a line that are printed alike. A raised piece is small and above the line: a mark of a footnote."""

    text: str
    formatting: int = 0  # the sum of BOLD and others
    is_raised: bool = False


class TextLine(NamedTuple):
    """Words on one baseline without a wide gap between them."""

    text: str
    runs: tuple[TextRun, ...]
    left: float
    right: float
    baseline: float
    size: float  # of the type
    first_word: float  # how wide its first word is
    hang: float  # where the words after its first begin, if that can be a mark and they stand off; else 0
    ends_hyphenated: bool = False  # a hyphen at its end, before a letter
    is_artifact: bool = False  # the file itself says that it belongs to the page
    is_rotated: bool = False  # it runs in another direction than most of the page
    starts_cell: bool = False  # a gap or a wall parts it from the line before it

    @property
    def is_bold(self) -> bool:
        """Whether all of its words are bold."""
        if len(self.runs) == 1:
            return bool(self.runs[0].formatting & BOLD)
        return all(run.formatting & BOLD for run in self.runs if run.text.strip())


class Ruling(NamedTuple):
    """A drawn line: from `start` to `end`, at `place` on the other axis."""

    position: float
    start: float
    end: float


class PdfPage(NamedTuple):
    """One page: its lines in the order in which the file draws them."""

    number: int  # counted from 1
    width: float
    height: float
    lines: tuple[TextLine, ...]
    rulings: tuple[Ruling, ...] = ()  # level ones, without those that underline or strike out
    verticals: tuple[Ruling, ...] = ()  # upright ones
    pictures: int = 0
    picture_share: float = 0.0  # share of the page that pictures cover, 0 to 1
    is_garbled: bool = False  # most of its characters have no known letter


class BaselineRow(NamedTuple):
    """Lines side by side, from left to right."""

    lines: tuple[TextLine, ...]
    baseline: float
    size: float

    @property
    def text(self) -> str:
        """Its words."""
        return "\t".join([line.text for line in self.lines])

    @property
    def key(self) -> str:
        """Its words without their figures: what recurs although pages are counted."""
        return _NO_WORDS.sub(" ", _DIGITS.sub("0", self.text.lower())).strip()


def group_into_rows(lines: Iterable[TextLine]) -> list[BaselineRow]:
    """The rows of a page, from the top down. Cost: n log n."""
    groups: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda line: (-line.baseline, line.left)):
        if groups and groups[-1][0].baseline - line.baseline <= _SAME_HEIGHT * min(groups[-1][0].size, line.size):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_row(group) for group in groups]


def _row(group: list[TextLine]) -> BaselineRow:
    if len(group) == 1:
        return BaselineRow((group[0],), group[0].baseline, group[0].size)
    group.sort(key=_left)
    return BaselineRow(tuple(group), group[0].baseline, max(line.size for line in group))


def _left(line: TextLine) -> float:
    return line.left


def can_be_list_mark(word: str) -> bool:
    """Whether a word at the head of a line may be its number or bullet."""
    if len(word) > _LONGEST or (len(word) > 1 and word[0].isalpha() and word[-1].isalpha()):
        return False
    return _NUMBER.fullmatch(word) is not None or _BULLET.fullmatch(to_plain_characters(word)) is not None


class ListMark(NamedTuple):
    """A mark at the head of a line, and where its words begin."""

    text: str
    hang: float
    is_sure: bool = True  # no line within a paragraph begins so


def find_list_mark(line: TextLine, after: TextLine | None, hangs: Collection[int] = ()) -> ListMark | None:
    """The mark with which a line begins.

    `after` is the line below it in its column; `hangs` are the half points at which words after marks begin elsewhere.
    """
    if not line.hang:
        return None
    first = line.text.split(None, 1)[0]
    gap = line.hang - line.left - line.first_word
    is_far, is_sure = gap > _GAP * line.size, gap > _SURE_GAP * line.size
    if _BULLET.fullmatch(first):
        is_sure = is_sure or _SURE.fullmatch(first) is not None
        return ListMark(first, line.hang, is_sure) if is_sure or is_far else _hanging(line, after, first)
    if not _NUMBER.fullmatch(first):
        return None
    if _BARE.fullmatch(first):
        return ListMark(first, line.hang) if gap > _BARE_GAP * line.size else None
    if is_far or half_points(line.hang) in hangs:
        return ListMark(first, line.hang, is_sure)
    return _hanging(line, after, first)


def _hanging(line: TextLine, after: TextLine | None, first: str) -> ListMark | None:
    """The mark, if the line below begins under the words and not under the mark."""
    if after is None or not _below(line, after):
        return None
    return ListMark(first, line.hang, is_sure=False) if abs(after.left - line.hang) <= _UNDER else None


def shape_of(mark: str) -> str:
    """How a mark is written: "(ii)" and "(iv)" alike, "(2)" and "ii." otherwise."""
    return _LETTERS.sub("a", _FIGURES.sub("0", mark))


def half_points(place: float) -> int:
    """A place as the number by which places are known for the same."""
    return round(2 * place)


def _below(line: TextLine, after: TextLine) -> bool:
    return 0 < line.baseline - after.baseline < 2.6 * line.size


def without_mark(line: TextLine, mark: ListMark) -> TextLine:
    """The line without its mark."""
    lead = line.text.index(mark.text) + len(mark.text)
    lead += len(line.text[lead:]) - len(line.text[lead:].lstrip())
    runs, left = [], lead
    for run in line.runs:
        if left < len(run.text):
            runs.append(TextRun(run.text[left:], run.formatting, run.is_raised))
        left = max(0, left - len(run.text))
    return line._replace(text=line.text[lead:], runs=tuple(runs), left=mark.hang, hang=0.0)
