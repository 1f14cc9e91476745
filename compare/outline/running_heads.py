r"""Finds which lines the pages repeat, and which of their words say what minutes these are.

    Parks Committee – 6 September 2022 – 3       three pages print it; 3, 4 and 5 count the pages,
    Parks Committee – 6 September 2022 – 4       the date and the name belong to the minutes
    Parks Committee – 6 September 2022 – 5
    Page 2 of 9 | S:\Minutes\Parks v3.docx | Printed 07/09/22 10:14        nothing of the minutes at all

A number that changes from page to page counts pages; one that stays is a word like any other. A date never counts
pages: a file of several meetings has a running head for each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compare.outline.dates import date_ranges
from compare.outline.segment_view import SegmentView
from compare.style.house_style import HouseStyle
from compare.style.phrases import single_words, starting, words_of
from compare.text.tokens import Token, is_word, segment_tokens
from compare.values import Role, RunningHead, SegmentKind, Span

# The longest line that is read, in characters: a head is a name, a date and a number.
_LONGEST = 300
_PAGE_OF = re.compile(
    r"(?i)\b(?:pages?|tudalen|pg\.?|p\.)\s*\d{1,4}(?:\s*(?:of|o|/|\\)\s*\d{1,4})?"
    r"|\b\d{1,4}\s+of\s+\d{1,4}\b|\b\d{1,4}\s?\|\s?page\b"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
# The name of a file to the end of its cell's part: "S:\Minutes\Parks v3.docx".
_FILE = re.compile(r"(?i)(?:[a-z]:|\\)\\[^\t|]*|[^\t|\s][^\t|]*\.(?:docx?|docm|odt|rtf|pdf|txt|html?)\b")
# A day with the time of a clock right after it is when the page was printed: "06/09/2022, 14:35".
_PRINTED = re.compile(r"(?i)\b\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4},?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\b\.?)?")
_CELL = re.compile(r"[^\t|]+")
# A part of a cell: "Parks Committee – printed on 07/09/22" has two.
_PART = re.compile(r"(?:(?!\s[–—-]\s)[^\t|])+")
_WORD = re.compile(r"\w")
# What can count pages: "3", and the end of "SEN/26/3".
_COUNTS = re.compile(r"(?!(?:19|[2-9]\d)\d\d$)\d{1,4}|[a-z][\w/-]*[/-]\d{1,3}")
_LAST_FIGURE = re.compile(r"\d+$")
_LEADER = re.compile(r"[._…·]{4,}|(?:[._·] ){4,}")


class _Line(NamedTuple):
    """A line of furniture: its words without what the page or the printer put there, and which can count pages."""

    segment: int
    tokens: list[Token]
    in_date: list[bool]
    can_count: list[bool]
    at_edge: list[bool]  # first or last of its part of the line

    @property
    def shape(self) -> tuple[str, ...]:
        """The words, with a sign for each number that can count pages: equal for the occurrences of one head."""
        return tuple(
            _LAST_FIGURE.sub("#", token.key) if counts else token.key
            for token, counts in zip(self.tokens, self.can_count, strict=True)
        )


def find_running_heads(view: SegmentView, roles: Sequence[Role], style: HouseStyle) -> tuple[RunningHead, ...]:
    """Finds every distinct line of page furniture, in the order of the first occurrences. Cost: linear."""
    printed: dict[tuple[str, ...], list[_Line]] = defaultdict(list)
    others: dict[str, list[int]] = defaultdict(list)
    signing = single_words(style.minutes["signature_words"])
    for index, role in enumerate(roles):
        if role is not Role.FURNITURE:
            continue
        text = view.texts[index]
        is_printed = view.is_kind(index, SegmentKind.FURNITURE) and len(text) <= _LONGEST
        if is_printed and not (_LEADER.search(text) or words_of(text) <= signing):
            line = _read_line(view, index, style)
            printed[line.shape].append(line)
        else:
            others[" ".join(text.split())].append(index)
    head_words = _HeadWords.of(style)
    heads = [head_words.running_head(lines) for lines in printed.values()]
    heads += [RunningHead(tuple(places)) for places in others.values()]
    return tuple(sorted(heads, key=lambda head: head.segments))


def _read_line(view: SegmentView, index: int, style: HouseStyle) -> _Line:
    text = view.texts[index]
    of_page = [view.span(index, *place) for place in _of_page(text, style)]
    dates = [view.span(index, *place) for place in date_ranges(text, style.minutes["months"])]
    edges = {view.offset(index, place) for cell in _CELL.finditer(text) for place in _ends(cell)}
    tokens = [
        token
        for token in segment_tokens(view.document, view.segments[index])
        if not any(place.start <= token.start < place.end for place in of_page)
    ]
    in_date = [any(place.start <= token.start < place.end for place in dates) for token in tokens]
    return _Line(
        index,
        tokens,
        in_date,
        [_COUNTS.fullmatch(token.key) is not None and not dated for token, dated in zip(tokens, in_date, strict=True)],
        [token.start in edges or token.end in edges for token in tokens],
    )


def _ends(cell: re.Match[str]) -> tuple[int, int]:
    """The place of a cell's first character and that after its last, blanks and dashes aside."""
    words = cell.group().strip(" \u00a0-–—~()[]")
    start = cell.start() + cell.group().find(words)
    return start, start + len(words)


def _of_page(text: str, style: HouseStyle) -> Iterator[tuple[int, int]]:
    """Yields what is not of the minutes: page numbers, addresses, names of files, days of printing."""
    for pattern in (_PAGE_OF, _ADDRESS, _FILE, _PRINTED):
        yield from (match.span() for match in pattern.finditer(text))
    marks = starting(style.minutes["print_marks"])
    for part in _PART.finditer(text):
        first = _WORD.search(text, *part.span())
        if first and marks.match(text, first.start()):
            yield part.span()


class _HeadWords(NamedTuple):
    """The words of one house style by which the words of a head are sorted."""

    idle: frozenset[str]  # "minutes", "of": they do not say which minutes these are
    weekdays: frozenset[str]
    bodies: frozenset[str]

    @staticmethod
    def of(style: HouseStyle) -> _HeadWords:
        lists = ("running_head_words", "weekdays", "body_words")
        return _HeadWords(*(single_words(style.minutes[name]) for name in lists))

    def running_head(self, lines: Sequence[_Line]) -> RunningHead:
        """The head that these lines are occurrences of: numbers that differ between them count pages."""
        first = lines[0]
        words = {
            Span(token.start, token.end): (token.key, dated)
            for place, (token, dated) in enumerate(zip(first.tokens, first.in_date, strict=True))
            if is_word(token.key) and token.key not in self.idle and not _counts_pages(lines, place)
        }
        key = " ".join(word for word, _ in words.values())
        return RunningHead(
            tuple(line.segment for line in lines),
            tuple(words),
            tuple(span for span, (_, dated) in words.items() if dated),
            tuple(span for span, (word, _) in words.items() if word in self.weekdays),
            key,
            not self.bodies.isdisjoint(words_of(key)),
        )


def _counts_pages(lines: Sequence[_Line], place: int) -> bool:
    """Whether the number at this place differs between the pages; on a single page, whether it stands at an edge."""
    if not lines[0].can_count[place]:
        return False
    token = lines[0].tokens[place]
    is_alone = len(lines) == 1 and lines[0].at_edge[place] and token.key.isdigit()
    return is_alone or len({line.tokens[place].key for line in lines}) > 1
