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

from compare.read.pdf.characters import BOLD, Box, to_plain_characters

# In font sizes: lines whose baselines are closer stand in one row.
_SAME_HEIGHT = 0.35
_DIGITS = re.compile(r"\d+")
_NO_WORDS = re.compile(r"[\W_]+")
_BULLET = re.compile(r"[•·●▪■◦‣⁃○□►➢➤❖✓✔✗❑◆→➔∙*+–—‐−-]|o|§")
_SURE = re.compile(r"[•·●▪■◦‣⁃○□►➢➤❖✓✔✗❑◆➔∙]")
_NUMBER = re.compile(
    r"(?:\(?\d{1,4}[.):]{0,2}|\d{1,4}(?:\.\d{1,3}){1,3}\.?\)?|\(?[a-zA-Z][.)]|\([a-zA-Z]{1,2}\)|\(?[ivxlIVXL]{1,6}[.)]"
    r"|\d{1,4}/\d{1,4}(?:/[A-Za-z]{1,5})?|[A-Z]{1,4}\.?\d{1,4}[.:]?)"
)
# Length of the longest list mark in characters: "(xviii)", "1234/2024/CABI".
_LONGEST = 15
_FIGURES = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
_BARE = re.compile(r"\d{1,4}")

# In font sizes: the gap after a list mark; one space is 0.25 to 0.35 wide, two are 0.5 to 0.56.
_GAP = 0.4
_SURE_GAP = 0.6
_BARE_GAP = 0.9
# Points by which a line may miss the position at which the words of the line above begin.
_UNDER = 2.0


class TextRun(NamedTuple):
    """Words of a line in one format. A raised run is small and above the baseline: a footnote mark."""

    text: str
    formatting: int = 0  # the sum of BOLD, ITALIC, UNDERLINED and STRUCK
    is_raised: bool = False


class TextLine(NamedTuple):
    """Words on one baseline without a wide gap between them. `size` is the font size."""

    text: str
    runs: tuple[TextRun, ...]
    left: float
    right: float
    baseline: float
    size: float
    first_word: float  # width of its first word
    hang: float  # left edge of its second word, if the first can be a list mark and is set apart; else 0
    ends_hyphenated: bool = (
        False  # its last character is a hyphen after a letter, and PDFium's next line begins with one
    )
    is_artifact: bool = False  # the file marks it as page furniture
    is_rotated: bool = False  # it runs in another direction than most text of the page
    starts_cell: bool = False  # a gap or a vertical ruling separates it from the line before it

    @property
    def is_bold(self) -> bool:
        """Whether all of its words are bold."""
        if len(self.runs) == 1:
            return bool(self.runs[0].formatting & BOLD)
        return all(run.formatting & BOLD for run in self.runs if run.text.strip())


class Ruling(NamedTuple):
    """A drawn line: from `start` to `end`, at `position` on the other axis."""

    position: float
    start: float
    end: float


class PdfPage(NamedTuple):
    """One page: its lines in the order of the file."""

    number: int  # counted from 1
    width: float
    height: float
    lines: tuple[TextLine, ...]
    rulings: tuple[Ruling, ...] = ()  # horizontal ones that neither underline nor strike out
    verticals: tuple[Ruling, ...] = ()  # vertical rulings
    pictures: int = 0
    picture_share: float = 0.0  # 0 to 1, of the area of the page
    is_garbled: bool = False  # most of its characters have no Unicode mapping
    stamp: Box | None = None  # the place of large shapes across it, which may be letters
    is_stamped: bool = False  # they lie over its words
    unseen: tuple[str, ...] = ()  # words that it draws and nobody sees
    line_numbers: tuple[int, ...] = ()  # in the margin, beside the lines


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
        """Its words with every number replaced: equal for "Page 3" and "Page 4"."""
        return _NO_WORDS.sub(" ", _DIGITS.sub("0", self.text.lower())).strip()


def group_into_rows(lines: Iterable[TextLine]) -> list[BaselineRow]:
    """Groups lines into rows, from the top of the page down. Cost: n log n."""
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
    """Whether the first word of a line can be its number or bullet."""
    if len(word) > _LONGEST or (len(word) > 1 and word[0].isalpha() and word[-1].isalpha()):
        return False
    return _NUMBER.fullmatch(word) is not None or _BULLET.fullmatch(to_plain_characters(word)) is not None


class ListMark(NamedTuple):
    """The number or bullet of a line, and the left edge of the words after it."""

    text: str
    hang: float
    is_sure: bool = True  # no line within a paragraph begins like this


def find_list_mark(line: TextLine, after: TextLine | None, hangs: Collection[int] = ()) -> ListMark | None:
    """Finds the list mark with which a line begins.

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
    """Accepts the mark if the line below begins under the words and not under the mark."""
    if after is None or not _below(line, after):
        return None
    return ListMark(first, line.hang, is_sure=False) if abs(after.left - line.hang) <= _UNDER else None


def shape_of(mark: str) -> str:
    """The form of a mark: the same for "(ii)" and "(iv)", another for "(2)" and "ii."."""
    return _LETTERS.sub("a", _FIGURES.sub("0", mark))


def half_points(place: float) -> int:
    """A position rounded to half points, so that equal positions compare equal."""
    return round(2 * place)


def _below(line: TextLine, after: TextLine) -> bool:
    return 0 < line.baseline - after.baseline < 2.6 * line.size


def without_mark(line: TextLine, mark: ListMark) -> TextLine:
    """Removes the list mark from a line."""
    lead = line.text.index(mark.text) + len(mark.text)
    lead += len(line.text[lead:]) - len(line.text[lead:].lstrip())
    return without_start(line, lead)._replace(left=mark.hang, hang=0.0)


def without_start(line: TextLine, count: int) -> TextLine:
    """Removes the first characters of a line; its positions stay."""
    runs, left = [], count
    for run in line.runs:
        if left < len(run.text):
            runs.append(run._replace(text=run.text[left:]))
        left = max(0, left - len(run.text))
    return line._replace(text=line.text[count:], runs=tuple(runs))


def join_lines(line: TextLine, below: TextLine) -> TextLine:
    """Adds the text of another line after a space."""
    return line._replace(text=f"{line.text} {below.text}", runs=(*line.runs, TextRun(" "), *below.runs))
