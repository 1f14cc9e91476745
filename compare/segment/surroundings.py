"""Decides what a line is where only the lines around it can show it.

    The Chair welcomed the members and                full: the next line goes on
    thanked the clerk.
    The report was noted.                             ended: the next line is a paragraph of its own
    The next meeting would be on Monday
    7. It was agreed that                             full: "7." is no mark
    5. Any other business                             a heading: a paragraph follows
    There was none.
    1. Any other business                             items of a list: their siblings stand right beside them
    2. Close

The width is learnt from the lines that certainly break in mid-sentence; a text without such lines has a paragraph on
every line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.segment.headings import HeadingPatterns, atx_heading, file_start, is_title_like
from compare.segment.lines import Line, MarkupKind
from compare.segment.list_marks import Mark, MarkStyle, number_mark

# A line that breaks off in mid-sentence and is shorter than this (characters) was not broken by a line width.
_SHORTEST_WRAPPED = 24
# A line without small letters after it must be this long, in characters, before its last word alone says "go on".
_SHORTEST_BROKEN_OFF = 40
# How many mid-sentence breaks show that a text is wrapped at all.
_PROOF = 3
# A line this much longer than the width was not wrapped at it.
_OVERLONG = 1.35
# The longest line that was wrapped, in columns: a page on its side holds 132.
_WIDEST = 140


_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’)\]*_]*$|:-$|[:.]\s?[-–—][*_]*$")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_LABEL = re.compile(r"[*_]{0,3}[^\W_][\w .'’/()&-]{0,38}:[*_]{0,3}(?:-|\s|$)")
_FIRST_WORD = re.compile(r"\S+")
# The longest heading in small letters, and the shortest line that must be a paragraph, in characters.
_LONGEST_HEADING = 90
_SHORTEST_PARAGRAPH = 70
# The longest heading after a number such as "12/23", in characters: it can be a whole sentence.
_LONGEST_REFERRED = 160
# Columns of blanks from which on a numbered line belongs to something above it.
_INNER_INDENT = 4
# How many blanks a title of a few words has, and the shortest line of prose below it, in characters.
_TITLE_BLANKS = range(1, 6)
_SHORTEST_PROSE = 40
# The most names below one label that are looked back over.
_MOST_NAMES = 40
# The longest number on a line of its own, in characters ("GBP/2223/001").
_LONGEST_NUMBER = 12

_GLYPHS = re.compile(r"[•·●▪■◦‣➢➤❖\uf0b7\uf0a7§]")

# What a noun before it names: "Appendix / C.", "Phase / II.", "see page / 2)"; no first mark of a list, nor "A report".
_NAMED = re.compile(r"\(?(?:[2-9]|1\d|[B-HJ-Z](?!\w)|[AI](?=[.,;:)])|[IVXL]{2,}(?!\w))")
# The noun that ends a line, and the word before it, with which the noun goes on: "in Appendix", not "the appendix".
_LAST_NOUN = re.compile(
    r"\b(?:and|at|by|from|in|of|on|or|per|see|to|under|with|within)\s+(?P<noun>[^\W\d_]+)\.?$", re.IGNORECASE
)


def ends_sentence(text: str) -> bool:
    """Whether a line ends with a stop, a colon or the like."""
    return _ENDS_SENTENCE.search(text[-8:]) is not None


def line_width(lines: Sequence[Line], kinds: Sequence[MarkupKind]) -> int:
    """Finds the width at which the text was wrapped, in columns; 0 if it was not. Cost: n log n."""
    lengths = sorted(
        above.indent + len(above.text)
        for above, line, kind_above, kind in zip(lines, lines[1:], kinds, kinds[1:], strict=False)
        if kind is kind_above is MarkupKind.TEXT
        and not line.blank_before
        and line.text[0].islower()
        and len(above.text) >= _SHORTEST_WRAPPED
        and not ends_sentence(above.text)
    )
    return lengths[len(lengths) * 9 // 10] if len(lengths) >= _PROOF else 0


class Wrapping:
    """Finds which lines of one text were wrapped: ended because they were full."""

    def __init__(self, width: int, patterns: HeadingPatterns) -> None:
        self._width = width
        self.patterns = patterns

    @property
    def has_width(self) -> bool:
        """Whether the text is known to be wrapped."""
        return self._width > 0

    def goes_on(self, above: Line, line: Line) -> bool:
        """Whether `line`, right below `above`, is the next line of its paragraph."""
        if (line.text[0] == "#" and atx_heading(line.text)) or self.patterns.names_follow(line.text):
            return False  # "Present:" begins something, however full the line above
        has_ended = ends_sentence(above.text)
        if self._leads_to(above, line):
            return True
        length = above.indent + len(above.text)
        if line.text[0].islower() and not has_ended:
            return length >= _SHORTEST_WRAPPED
        is_full = self._is_full(length, line)
        if self._begins_block(line) and (has_ended or not is_full):
            return False
        return is_full or (not has_ended and length > _SHORTEST_BROKEN_OFF and self._breaks_off(above.text))

    def is_broken_off(self, above: Line, line: Line, longest: int) -> bool:
        """Whether the sentence of the line above has not ended, and what stands below can belong to it.

        The line was full, or its last word cannot be the last: "the votes for it were" / "12. The number against …".
        Where nothing shows the width of the text, `longest`, the longest line beside it, is taken for full.
        """
        if self.ends(above.text):
            return False
        length = above.indent + len(above.text)
        is_full = self._is_full(length, line) if self._width else self._is_longest(length, line, longest)
        breaks_off = length >= _SHORTEST_WRAPPED and self._breaks_off(above.text)
        return is_full or breaks_off or self._cuts_date(above, line) or self._leads_to(above, line)

    def ends(self, text: str) -> bool:
        """Whether a sentence ends with a line: not with "see No." or "under reg.", which a number follows."""
        return ends_sentence(text) and text[-16:].rsplit(None, 1)[-1].lower() not in self.patterns.before_number

    def _leads_to(self, above: Line, line: Line) -> bool:
        """Whether a line ends with the noun that a number or letter names at the head of the next."""
        last = _LAST_NOUN.search(above.text[-32:]) if _NAMED.match(line.text) else None
        return last is not None and last["noun"].lower() in self.patterns.reference_nouns

    def _cuts_date(self, above: Line, line: Line) -> bool:
        """Whether a year stands below its month."""
        last = above.text[-16:].rsplit(None, 1)[-1]
        return _YEAR.match(line.text) is not None and self.patterns.months.fullmatch(last)

    def _is_longest(self, length: int, line: Line, longest: int) -> bool:
        """Whether the first word of the next line would have made a line longer than any beside it."""
        first = _FIRST_WORD.match(line.text)
        room = length + 1 + (first.end() if first else 0)
        return _SHORTEST_BROKEN_OFF < length <= _WIDEST and longest < room

    def _is_full(self, length: int, line: Line) -> bool:
        """Whether the first word of the next line would not have fitted."""
        first = _FIRST_WORD.match(line.text)
        room = length + 1 + (first.end() if first else 0)
        return 0 < self._width <= room and length <= self._width * _OVERLONG

    def _begins_block(self, line: Line) -> bool:
        """Whether a line can begin something: a label, a decision, a heading."""
        if _LABEL.match(line.text[:48]) or line.text[0] == "#":
            return True
        header = self.patterns.headers.match_after_marks(line.text[:60])
        return (header is not None and not line.text[0].islower()) or self.patterns.loud_heading(line.text) is not None

    def _breaks_off(self, text: str) -> bool:
        """Whether the last word of a line cannot be the last of a paragraph."""
        return text[-1] == "," or text[-24:].rsplit(None, 1)[-1].lower() in self.patterns.never_last


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The lines of a text with what is known of each alone; a place is an index of a line."""

    lines: Sequence[Line]
    kinds: Sequence[MarkupKind]
    marks: Sequence[Mark | None]
    patterns: HeadingPatterns
    wrapping: Wrapping

    def is_numbered_heading(self, place: int, mark: Mark, words: str) -> bool:
        """Whether "12. Any other business" heads an item: no sibling stands right beside it."""
        return not self._goes_on_below(place) and self._is_numbered_title(place, mark, words)

    def _is_numbered_title(self, place: int, mark: Mark, words: str) -> bool:
        line, bare = self.lines[place], words.strip("*_ ")
        if mark.style is MarkStyle.REFERENCE:
            return self.patterns.quiet_heading(bare) or (len(words) <= _LONGEST_REFERRED and not ends_sentence(words))
        is_counted = mark.style in (MarkStyle.DIGITS, MarkStyle.DECIMAL) and mark.brackets != "()"
        if not is_counted or line.indent >= _INNER_INDENT:
            return False
        if file_start(words) < len(words):
            return True  # only the title of an item has a file name appended
        is_formatted = line.is_bold or (line.text.startswith(("**", "__")) and line.text.endswith(("**", "__")))
        has_part_below = len(words) <= _LONGEST_HEADING and self._has_decimal_below(place, mark)
        if (is_formatted or has_part_below) and not ends_sentence(words):
            return True
        if not self.patterns.quiet_heading(bare):
            return self._stands_alone(place) and not self.has_sibling_near(place, mark) and is_title_like(bare)
        return not self._has_sibling(place, mark) or (line.blank_before and self.patterns.is_known_title(bare))

    def _goes_on_below(self, place: int) -> bool:
        """Whether a line is the first of a wrapped paragraph: the next goes on in small letters."""
        if place + 1 >= len(self.lines):
            return False
        line, below = self.lines[place], self.lines[place + 1]
        is_next = not below.blank_before and self.marks[place + 1] is None and below.text[0].islower()
        return is_next and self.wrapping.goes_on(line, below)

    def _stands_alone(self, place: int) -> bool:
        """Whether blank lines stand above and below a line, and no sentence goes on below."""
        below = self.lines[place + 1] if place + 1 < len(self.lines) else None
        is_last = below is None or (below.blank_before and not below.text[0].islower())
        return (place == 0 or self.lines[place].blank_before) and is_last

    def has_sibling_near(self, place: int, mark: Mark) -> bool:
        """Whether an item of the same list stands above or below, blank lines or not."""
        above = self.marks[place - 1] if place else None
        return any(
            near is not None and near.style is mark.style and near.brackets == mark.brackets
            for near in (above, self._below(place))
        )

    def can_be_title(self, place: int) -> bool:
        """Whether the words below a number on its own line can be its title."""
        words = self.lines[place].text
        if self.patterns.quiet_heading(words) or file_start(words) < len(words):
            return True
        return self._stands_alone(place) and is_title_like(words)

    def _has_sibling(self, place: int, mark: Mark) -> bool:
        above = self.marks[place - 1] if place and not self.lines[place].blank_before else None
        return any(
            near is not None and near.style is mark.style and near.brackets == mark.brackets
            for near in (above, self._below(place))
        )

    def _below(self, place: int) -> Mark | None:
        return self.marks[place + 1] if place + 1 < len(self.marks) else None

    def _has_decimal_below(self, place: int, mark: Mark) -> bool:
        """Whether the next line is paragraph 4.1 of this heading 4."""
        below = self._below(place)
        return below is not None and below.style is MarkStyle.DECIMAL and below.value.split(".")[0] == mark.value

    def is_quiet_heading(self, place: int) -> bool:
        """Whether a short line without a number stands alone above a paragraph that begins a sentence."""
        line = self.lines[place]
        if place + 1 >= len(self.lines) or not self.patterns.can_be_heading(line.text):
            return False
        below = self.lines[place + 1]
        if self.kinds[place + 1] is MarkupKind.ROW or below.text[0].islower() or self._is_among_names(place):
            return False
        if not below.blank_before and self._below(place) is None and self.wrapping.goes_on(line, below):
            return False
        if self.patterns.is_known_title(line.text):
            return True
        if not self.patterns.quiet_heading(line.text) and not self._is_short_title(line.text, below):
            return False
        starts = line.blank_before or place == 0 or ends_sentence(self.lines[place - 1].text)
        has_text_below = (
            len(below.text) > _SHORTEST_PARAGRAPH or ends_sentence(below.text) or self._below(place) is not None
        )
        return starts and has_text_below and len(line.text) <= _LONGEST_HEADING and line.text[-1] not in ",)"

    def _is_among_names(self, place: int) -> bool:
        """Whether a line names people below a label of attendance, or below others who stand there.

        Behind the first, a line above a paragraph of prose is the title of that.
        """
        for above in range(place - 1, max(place - _MOST_NAMES, 0) - 1, -1):
            text = self.lines[above].text
            if self.patterns.is_label_of_names(text):
                return self.patterns.reads_like_names(self.lines[place].text) and (
                    above == place - 1 or not self._leads_prose(place)
                )
            if ends_sentence(text) or self.marks[above] is not None or not self.patterns.reads_like_names(text):
                return False
        return False

    def _leads_prose(self, place: int) -> bool:
        """Whether a paragraph of prose stands right below a line."""
        below = self.lines[place + 1].text
        return self.marks[place + 1] is None and len(below) > _SHORTEST_PROSE and ends_sentence(below)

    def _is_short_title(self, words: str, below: Line) -> bool:
        """Whether a few words in small letters ("Police report") stand above a paragraph of prose."""
        return (
            words.count(" ") in _TITLE_BLANKS
            and words.replace(" ", "").replace("'", "").replace("’", "").isalpha()
            and not words.rsplit(" ", 1)[-1][0].isupper()
            and len(below.text) > _SHORTEST_PROSE
            and ends_sentence(below.text)
        )

    def lone_mark(self, place: int) -> Mark | None:
        """Reads the number or bullet that is a whole line and whose words stand on the next one."""
        text = self.lines[place].text
        if len(text) > _LONGEST_NUMBER or place + 1 >= len(self.lines) or self.lines[place + 1].quote:
            return None
        if _GLYPHS.fullmatch(text):
            return Mark(0, 1, 1, MarkStyle.BULLET, text, "")
        mark = number_mark(text)
        is_lone = mark is not None and mark.body == len(text) and (mark.brackets != "" or text.isdigit())
        return mark if is_lone else None

    def is_second_line_of_heading(self, place: int) -> bool:
        """Whether a line in capitals goes on with the title of the line above."""
        line, above = self.lines[place], self.lines[place - 1]
        return (
            not line.blank_before
            and self.marks[place] is None
            and not any(character.isdigit() for character in line.text)
            and above.text.isupper()
            and line.text.isupper()
            and self.patterns.loud_heading(line.text) is not None
        )
