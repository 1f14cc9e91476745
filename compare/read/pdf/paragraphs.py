r"""Groups lines into paragraphs: typical measures of the document, right edges of columns, line-end hyphens.

    The Chair welcomed the members, who had been asked to      the next word would not have fitted: it continues
    attend.
    Cllr Ash                                                   the next word would have fitted: the paragraph ends
    Cllr Birch
    1.  That the report                                        a list mark; what stands under its words belongs to it
        be noted.
    The votes cast for the motion were                         no list: nothing in the document counts on to "12."
    12. The others were not counted.

No PDF states where its lines end. A line in the middle of a paragraph ends because the next word would not have fitted:
the right edge lies between its end and the end that the next word would have had. Where most such ranges overlap is the
edge.

    the deci- | sion              the decision           the document has "decision" elsewhere
    decision- | making            decision-making        … or "decision-making"
    re- | cover                   re\u00adcover              it has neither: both readings count as right
    2023- | 24                     2023-24                figures keep their hyphen
    https://a.example/ | b         https://a.example/b
    http:// | a.example            http://a.example
    non- | (another cell)         non-                   a line that is not joined keeps its hyphen

A hyphen at the end of a line before a letter may be typed or added by the line break.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from compare.read.pdf.characters import BOLD
from compare.read.pdf.page import ListMark, TextLine, find_list_mark, half_points, shape_of, without_mark

# In font sizes.
SPACE = 0.25
_USUAL_STEP = 1.2
_SMALLEST_STEP, _LARGEST_STEP = 0.9, 2.6
# Points: the largest difference between lines that begin at one edge.
_SAME_EDGE = 1.6
_LARGEST_INDENT = 60.0
_SAME_PLACE = 4.0
# The least number of overlapping ranges that determine the right edge.
_ENOUGH = 3


_Range = tuple[float, float]
_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_LAST = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*$")
_FIRST = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
# Line ends that join the next line without a space: a hyphen or dash after a word or number, a slash.
_TIGHT = re.compile(r"[^\W_][-‑–/]$|\S—$")
_FIGURE = re.compile(r"\d")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
_ADDRESS_BEGINS = re.compile(r"(?:https?://(?:www\.)?|\bwww\.)$")
_INNER_SIGNS = frozenset("/?&=#%_-")
# In font sizes: the least space in which another character fits.
_LETTER = 1.0
_PRINTERS = "\u00ad\u2010"
# Points: the largest difference between lines that begin at one edge, or have one centre.
_SAME_LEFT = 1.7
_SAME_CENTRE = 3.0
# In font sizes: the largest indent of a first line, and the largest hanging indent.
_INDENT = 8.0
# Beyond this many times the typical line spacing, a paragraph ends; and in font sizes, whatever the spacing.
_LOOSER = 1.17
_LOOSEST = 2.6
# In font sizes: programs break lines a little before the right edge.
_SLACK = 0.2
# The share of the column that is free after the last sentence of a paragraph.
_ROOM = 0.35
# The same if the right edge is a guess, for a line that does not end a sentence.
_GUESSED_ROOM = 0.25
# Points by which line spacing may differ within a paragraph.
_SAME_STEP = 0.7
_SAME_STEPS = 0.12  # the same as a share of the line spacing
_SAME_SIZE = 0.07
_TYPED_MARK = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s")
# A short word and the one after it.
_BOUND = re.compile(r"(\w{1,3}\.?)\s\w[\w’'-]*")
_FIGURE_MARK = re.compile(r"\(?(\d{1,4})[.)]\s")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_END = 8  # characters at the end of a line: " and’”)"
_CLOSED = re.compile(r"(?:[.;:!?]|:\s?[-–—]|\b(?:and|or))[’”\"')]*$")


class Column(NamedTuple):
    """The left and right edge of a column of lines."""

    left: float
    right: float
    inner: Mapping[int, float] = {}  # right edges of indented lines, by their left edge
    is_guess: bool = False  # too few lines are known to continue

    def right_edge(self, line: TextLine) -> float:
        """The right edge for lines that begin at the left edge of this one."""
        return self.inner.get(_bucket(line.left), self.right) if self.inner else self.right


class _TypedMark(NamedTuple):
    """A number with a stop or a bracket at the head of a line: its form, its value and where it stands."""

    shape: str
    value: int
    place: int


class TextMetrics(NamedTuple):
    """The typical font size, line spacing, left edge and indents of a document."""

    size: float
    line_spacing: float  # in font sizes
    left: float
    hangs: frozenset[int] = frozenset()  # left edges of words after list marks, in half points
    indents: frozenset[int] = frozenset()  # left edges of indented first lines, in half points
    marks: frozenset[_TypedMark] = frozenset()  # that lines begin with


def measure_text(lines: Iterable[TextLine]) -> TextMetrics:
    """Measures the typical text of a document."""
    sizes: Counter[float] = Counter()
    lefts: Counter[float] = Counter()
    pairs = _Pairs()
    marks: set[_TypedMark] = set()
    before: TextLine | None = None
    for line in lines:
        figure = _FIGURE_MARK.match(line.text)
        if figure is not None:
            marks.add(_typed_mark(line, figure))
        sizes[round(line.size * 2) / 2] += len(line.text)
        lefts[round(line.left)] += 1
        if before is not None:
            pairs.add(before, line)
        before = line
    firsts = frozenset(left for left, count in pairs.indents.items() if count >= _ENOUGH)
    return TextMetrics(
        _commonest(sizes, 11.0),
        _commonest(pairs.steps, _USUAL_STEP),
        _leftmost(lefts),
        frozenset(pairs.hangs),
        firsts - pairs.hangs,
        frozenset(marks),
    )


def _typed_mark(line: TextLine, figure: re.Match[str]) -> _TypedMark:
    return _TypedMark(shape_of(figure[0]), int(figure[1]), _bucket(line.left))


@dataclass(slots=True)
class _Pairs:
    """Counts the line spacings and indents of consecutive lines."""

    steps: Counter[float] = field(default_factory=Counter)
    indents: Counter[int] = field(default_factory=Counter)
    hangs: set[int] = field(default_factory=set)

    def add(self, before: TextLine, line: TextLine) -> None:
        mark = find_list_mark(before, line) if before.hang else None
        if mark is not None and abs(line.left - mark.hang) < _SAME_EDGE:
            self.hangs.add(half_points(mark.hang))
        step = _step_within(before, line)
        if step:
            self.steps[step] += 1
            if mark is None and _SAME_EDGE < before.left - line.left < _LARGEST_INDENT:
                self.indents[half_points(before.left)] += 1


def _step_within(before: TextLine, line: TextLine) -> float:
    """The line spacing within a paragraph, in font sizes; 0 if the line may begin another paragraph.

    A line that begins in lower case continues. Most others can be paragraphs of their own, as "i)" can.
    """
    if not line.text[:1].islower() or _TYPED_MARK.match(line.text) or abs(before.size - line.size) >= 1:
        return 0.0
    step = (before.baseline - line.baseline) / line.size
    return round(step * 20) / 20 if _SMALLEST_STEP < step < _LARGEST_STEP else 0.0


def _commonest(counts: Counter[float], default: float) -> float:
    return min(counts, key=lambda value: (-counts[value], value)) if counts else default


def _leftmost(counts: Counter[float]) -> float:
    """The left margin: the leftmost common edge. In a document of list items, most lines are indented."""
    most = max(counts.values(), default=0)
    return min((left for left, count in counts.items() if count * 5 >= most), default=0.0)


def find_column(cells: Sequence[Sequence[TextLine]], widest: Column) -> Column:
    """Measures a column from the lines of all its cells; `widest` is its largest possible extent."""
    ranges: dict[int, list[_Range]] = defaultdict(list)
    for lines in cells:
        for before, line in pairwise(lines):
            found = _range(before, line)
            if found is not None and found[0] <= widest.right:
                ranges[_bucket(line.left)].append(found)
    everywhere = [found for group in ranges.values() for found in group]
    edge, count = _meeting(everywhere)
    if count < _ENOUGH:
        return Column(widest.left, max((start for start, _ in everywhere), default=widest.right), is_guess=True)
    inner = {place: end for place, group in ranges.items() if (end := _inner_edge(group, edge)) is not None}
    return Column(widest.left, edge, inner)


def _inner_edge(ranges: Sequence[_Range], edge: float) -> float | None:
    """The right edge of lines with one left edge, if most end elsewhere: a quotation, indented on both sides."""
    reach = sum(start <= edge <= end for start, end in ranges)
    found, count = _meeting(ranges)
    return found if count >= _ENOUGH and reach <= count / 2 else None


def _bucket(left: float) -> int:
    return round(left / _SAME_PLACE)


def _range(before: TextLine, line: TextLine) -> _Range | None:
    """The range in which the right edge lies, if the second line continues the first."""
    # Few paragraphs begin in lower case. The ranges of a list of names, or of "i)" and "ii)", would overlap as well.
    if not line.text[:1].islower() or _TYPED_MARK.match(line.text) or abs(before.size - line.size) > 1:
        return None
    step = before.baseline - line.baseline
    if not _SMALLEST_STEP * line.size < step < _LARGEST_STEP * line.size:
        return None
    return before.right, before.right + SPACE * line.size + line.first_word


def _meeting(ranges: Sequence[_Range]) -> tuple[float, int]:
    """The position at which most ranges overlap, and how many. Cost: n log n."""
    events = sorted([(start, 0) for start, _ in ranges] + [(end, 1) for _, end in ranges])
    here = most = 0
    place = 0.0
    for at, is_end in events:
        here += -1 if is_end else 1
        if here > most:
            most, place = here, at
    return place, most


def _ends_tight(text: str) -> bool:
    """Whether a line ends in a hyphen, dash or slash after which no space follows."""
    return _TIGHT.search(text[-2:]) is not None


class LineJoiner:
    """Joins the end of a line with the next one, by the words that the document has within lines."""

    def __init__(self, lines: Iterable[TextLine]) -> None:
        self._lines = lines

    @cached_property
    def _seen(self) -> Counter[str]:
        """How often each word occurs within a line; counted only if a document has a hyphenated line end."""
        seen: Counter[str] = Counter()
        is_rest = False
        for line in self._lines:
            words = _WORD.findall(line.text.lower().replace("‐", "-").replace("‑", "-"))
            is_cut = line.ends_hyphenated or line.text[-1:] in _PRINTERS
            seen.update(words[is_rest : len(words) - is_cut])
            is_rest = is_cut
        return seen

    def link(self, before: TextLine, line: TextLine) -> tuple[int, str]:
        """The number of characters to remove from the end of the first line, and the text between the two lines."""
        if before.ends_hyphenated:
            return 1, self._hyphen_between(before.text[:-1], line.text)
        end = before.text[-1:]
        if end and end in _PRINTERS and line.text[:1].isalpha():
            return 1, self._hyphen_between(before.text[:-1], line.text, is_printers=True)
        return (0, "") if _ends_tight(before.text) or self._breaks_address(before, line) else (0, " ")

    @cached_property
    def _edge(self) -> float:
        """The rightmost end of any line of the document."""
        return max(line.right for line in self._lines)

    def _breaks_address(self, before: TextLine, line: TextLine) -> bool:
        """Whether a web address continues below: after its punctuation, or where nothing more would have fitted."""
        if _ADDRESS_BEGINS.search(before.text) is not None:
            return line.text[:1].isalnum()
        if _ADDRESS.search(before.text) is None:
            return False
        if before.text[-1] in _INNER_SIGNS:
            return True
        first = _FIRST.match(line.text.lower())
        is_full = self._edge - before.right < _LETTER * before.size
        return is_full and first is not None and self._seen[first.group()] <= 1  # only here, as the rest of an address

    def _hyphen_between(self, before: str, after: str, *, is_printers: bool = False) -> str:
        last, first = _LAST.search(before), _FIRST.match(after)
        if last is None or first is None:
            return "-"
        left, right = last.group().lower(), first.group().lower()
        whole, hyphened = self._seen[left + right], self._seen[f"{left}-{right}"]
        if whole != hyphened:
            return "" if whole > hyphened else "-"
        if is_printers:
            return ""
        # "Smith-Jones", "A-Road", "e-mail", "COVID-19": no program hyphenates like this.
        is_name = first.group()[0].isupper() and not last.group().isupper()
        return "-" if is_name or len(left) == 1 or _FIGURE.search(left + right) else "\u00ad"


@dataclass(slots=True)
class ParagraphLines:
    """The lines of a paragraph, the first without its list mark."""

    lines: list[TextLine]
    column: Column
    mark: ListMark | None = None
    mark_left: float = 0.0
    breaks: list[int] = field(default_factory=list)  # indices of `lines` at which a page begins
    hang: float = 0.0  # left edge of its words after a label and a tab

    @property
    def size(self) -> float:
        """Its font size."""
        return self.lines[0].size


def start_paragraph(line: TextLine, after: TextLine | None, column: Column, metrics: TextMetrics) -> ParagraphLines:
    """Starts a paragraph with a line; `after` is the line below."""
    mark = find_list_mark(line, after, metrics.hangs)
    return ParagraphLines([without_mark(line, mark) if mark else line], column, mark, line.left)


def group_into_paragraphs(lines: Sequence[TextLine], column: Column, metrics: TextMetrics) -> list[ParagraphLines]:
    """Groups the lines of a column into paragraphs. Cost: linear."""
    found: list[ParagraphLines] = []
    for place, line in enumerate(lines):
        after = lines[place + 1] if place + 1 < len(lines) else None
        if found and continues_paragraph(found[-1], line, after, metrics):
            found[-1].lines.append(line)
        else:
            found.append(start_paragraph(line, after, column, metrics))
    return found


def continues_paragraph(
    paragraph: ParagraphLines,
    line: TextLine,
    after: TextLine | None,
    metrics: TextMetrics,
    *,
    is_over_page: bool = False,
) -> bool:
    """Whether a line continues a paragraph; across pages, line spacing is not considered."""
    before = paragraph.lines[-1]
    if line.is_rotated or abs(line.size - paragraph.size) > _SAME_SIZE * paragraph.size + 0.1:
        return False
    if not is_over_page and not _is_near(paragraph, line, after, metrics):
        return False
    if not _is_alike(before, line) or not _fits_edge(paragraph, line, metrics):
        return False
    is_figure = _is_figure_of_sentence(paragraph, line, metrics)
    if not is_figure and _begins_item(paragraph, line, after):
        return False
    if is_over_page and line.runs[0].formatting & BOLD > before.runs[-1].formatting & BOLD and ends_clause(before):
        return False  # "Resolved:" at the top of a page
    is_open = is_figure or before.ends_hyphenated or _ends_tight(before.text)
    return is_open or not _would_have_fitted(before, line, paragraph)


def _begins_item(paragraph: ParagraphLines, line: TextLine, after: TextLine | None) -> bool:
    """Whether a line begins with a list mark, and not with a number within a sentence."""
    mark = find_list_mark(line, after)
    before = paragraph.lines[-1]
    if mark is not None:
        if _counts_within(paragraph, line, mark) and not _would_have_fitted(before, line, paragraph):
            return False
        is_in_list = paragraph.mark is not None and len(paragraph.lines) == 1
        return mark.is_sure or is_in_list or ends_clause(before) or _would_have_fitted(before, line, paragraph)
    if _TYPED_MARK.match(line.text) is None:
        return False
    # A number that the end of the line above brought there counts nothing: "… since 31 July | 24. The tenant".
    is_listed = _counts_on(paragraph.lines[0], line) or (after is not None and _counts_on(line, after))
    return is_listed or paragraph.column.is_guess or ends_clause(before)


def _is_figure_of_sentence(paragraph: ParagraphLines, line: TextLine, metrics: TextMetrics) -> bool:
    """Whether a line begins with the last word of the sentence above: a figure that looks like a mark of no list.

    Where the right edge is a guess, the lines themselves show that the figure would not have fitted above.
    """
    figure = _FIGURE_MARK.match(line.text)
    before = paragraph.lines[-1]
    if figure is None or not paragraph.column.is_guess or ends_clause(before) or find_list_mark(line, None):
        return False
    shape, value, place = _typed_mark(line, figure)
    near = [_TypedMark(shape, value + step, place + moved) for step in (-1, 1) for moved in (-1, 0, 1)]
    if value <= 1 or not metrics.marks.isdisjoint(near):
        return False
    return before.right + SPACE * line.size + line.first_word > line.right


def _counts_on(line: TextLine, other: TextLine) -> bool:
    """Whether two lines at one edge begin with typed marks of which the second is the next: "i)" and "ii)"."""
    one, next_one = _TYPED_MARK.match(line.text), _TYPED_MARK.match(other.text)
    if one is None or next_one is None or abs(line.left - other.left) > _SAME_LEFT:
        return False
    return shape_of(one.group()) == shape_of(next_one.group()) and _value(next_one.group()) in _values_after(
        one.group()
    )


def _value(mark: str) -> str:
    return mark.strip("().\t ")


def _values_after(mark: str) -> tuple[str, ...]:
    """The values that can stand after a mark's: "ii" and "j" after "i"."""
    value = _value(mark)
    if value.isdigit():
        return (str(int(value) + 1),)
    letters = (chr(ord(value) + 1),) if len(value) == 1 else ()
    return (*letters, *_ROMANS[_ROMANS.index(value) + 1 :][:1]) if value in _ROMANS else letters


def _counts_within(paragraph: ParagraphLines, line: TextLine, mark: ListMark) -> bool:
    """Whether a mark in the form of the paragraph's own stands under its words: an enumeration in a sentence."""
    if paragraph.mark is None or line.left - paragraph.mark_left < 2 * _SAME_LEFT:
        return False
    return abs(line.left - paragraph.lines[0].left) <= _SAME_LEFT and shape_of(mark.text) == shape_of(
        paragraph.mark.text
    )


def ends_clause(line: TextLine) -> bool:
    """Whether a sentence or a list item may end with a line."""
    return _CLOSED.search(line.text[-_END:]) is not None


def _is_near(paragraph: ParagraphLines, line: TextLine, after: TextLine | None, metrics: TextMetrics) -> bool:
    """Whether the distance to a line is the line spacing of the paragraph."""
    lines = paragraph.lines
    step = lines[-1].baseline - line.baseline
    if step <= 0 or step > _LOOSEST * line.size:
        return False
    if len(lines) > 1 and not paragraph.breaks:
        before = lines[-2].baseline - lines[-1].baseline
        if before > 0:
            return abs(step - before) <= max(_SAME_STEP, _SAME_STEPS * before)
    if step <= _LOOSER * metrics.line_spacing * line.size:
        return True
    # A paragraph with wider line spacing: the next line has it too. Short paragraphs can look the same.
    is_within = line.text[:1].islower() and not ends_clause(lines[-1])
    return is_within and after is not None and abs(line.baseline - after.baseline - step) <= _SAME_STEP


def _is_alike(before: TextLine, line: TextLine) -> bool:
    """Whether two lines can be of one paragraph by their format; a bold line above a plain one is a heading."""
    return before.is_bold == line.is_bold or not before.is_bold or not line.text[:1].isupper()


def _would_have_fitted(before: TextLine, line: TextLine, paragraph: ParagraphLines) -> bool:
    """Whether the first word of a line would have fitted at the end of the line before: then a paragraph ended."""
    column = paragraph.column
    wanted = SPACE * line.size + line.first_word
    if _are_centred(before, line, column):
        return before.right - before.left + wanted <= column.right - column.left
    room = column.right_edge(line) - before.right
    if column.is_guess and room < _GUESSED_ROOM * (column.right - column.left) and not ends_clause(before):
        return False
    if wanted <= room - _SLACK * line.size:
        return not _is_bound(before, line, room)
    if wanted <= room:
        return not line.text[:1].islower() and ends_clause(before)
    # The next word is wider than half a line: a web address.
    return room > _ROOM * (column.right - column.left) and ends_clause(before)


def _is_bound(before: TextLine, line: TextLine, room: float) -> bool:
    """Whether an enumeration goes on with two words that no line may part: "Ó Briain", "14 July".

    A PDF does not say which blanks are such. The width of the second word is that of its letters on average.
    """
    bound = _BOUND.match(line.text)
    if bound is None or not before.text.endswith(","):
        return False
    letter = (line.right - line.left) / len(line.text)
    return line.first_word + letter * (bound.end() - bound.end(1)) > room - SPACE * line.size


def _are_centred(before: TextLine, line: TextLine, column: Column) -> bool:
    """Whether two lines are centred, with different left edges."""
    if abs(before.left - line.left) <= _SAME_LEFT or abs(_middle(before) - _middle(line)) > _SAME_CENTRE:
        return False
    if line.left < column.left + line.size:
        return False  # the first line is indented, and ends as early by chance
    return abs(_middle(line) - (column.left + column.right) / 2) < 2 * _SAME_CENTRE


def _middle(line: TextLine) -> float:
    return (line.left + line.right) / 2


def _fits_edge(paragraph: ParagraphLines, line: TextLine, metrics: TextMetrics) -> bool:
    """Whether the left edge of a line fits the paragraph."""
    lines = paragraph.lines
    if _are_centred(lines[-1], line, paragraph.column):
        return True
    if len(lines) > 1:
        return abs(line.left - lines[-1].left) <= _SAME_LEFT
    if paragraph.mark is not None:
        return _fits_mark(paragraph, paragraph.mark, line, metrics)
    return (paragraph.hang > 0 and abs(line.left - paragraph.hang) <= _SAME_LEFT) or _fits_first(
        lines[0], line, metrics
    )


def _fits_mark(paragraph: ParagraphLines, mark: ListMark, line: TextLine, metrics: TextMetrics) -> bool:
    """Whether a line begins under the words or the mark of an item, or between: "100." can be wider than its indent."""
    is_list_hung = any(paragraph.mark_left + 2 < hang / 2 <= mark.hang + 0.3 for hang in metrics.hangs)
    start = paragraph.mark_left + 2 * _SAME_LEFT if is_list_hung else min(paragraph.mark_left, paragraph.column.left)
    return start - _SAME_LEFT <= line.left <= mark.hang + _SAME_LEFT


def _fits_first(first: TextLine, line: TextLine, metrics: TextMetrics) -> bool:
    """Whether a line fits an indented first line; not if it is itself indented like one, or follows a full stop."""
    indent = line.left - first.left
    if half_points(line.left) in metrics.indents:
        return False
    if indent > _SAME_LEFT and ends_clause(first) and not line.text[:1].islower():
        return False
    return abs(indent) <= _INDENT * line.size
