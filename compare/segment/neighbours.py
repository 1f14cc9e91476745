"""What a line is, as far as only the lines beside it can tell.

5. Any other business          a heading: a paragraph follows
There was none.
1. Any other business          items of a list: their siblings stand right beside them
2. Close
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.segment.headings import Looks
from compare.segment.lines import Line
from compare.segment.marks import Mark, MarkStyle, file_start, is_title_like, number_mark
from compare.segment.markup import MarkupKind
from compare.segment.wrapping import Wrapping, ends_sentence

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
# The longest number on a line of its own, in characters ("GBP/2223/001").
_LONGEST_NUMBER = 12

_GLYPHS = re.compile(r"[•·●▪■◦‣➢➤❖\uf0b7\uf0a7§]")


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The lines of a text with what is known of each alone."""

    lines: Sequence[Line]
    kinds: Sequence[MarkupKind]
    marks: Sequence[Mark | None]
    looks: Looks
    wrapping: Wrapping

    def is_numbered_heading(self, place: int, mark: Mark, words: str) -> bool:
        """Whether "12. Any other business" heads an item: no sibling stands right beside it."""
        return not self._goes_on_below(place) and self._is_numbered_title(place, mark, words)

    def _is_numbered_title(self, place: int, mark: Mark, words: str) -> bool:
        line, bare = self.lines[place], words.strip("*_ ")
        if mark.style is MarkStyle.REFERENCE:
            return self.looks.quiet_heading(bare) or (len(words) <= _LONGEST_REFERRED and not ends_sentence(words))
        is_counted = mark.style in (MarkStyle.DIGITS, MarkStyle.DECIMAL) and mark.brackets != "()"
        if not is_counted or line.indent >= _INNER_INDENT:
            return False
        if file_start(words) < len(words):
            return True  # only the title of an item has a file glued to it
        is_dressed = line.is_bold or (line.text.startswith(("**", "__")) and line.text.endswith(("**", "__")))
        has_part_below = len(words) <= _LONGEST_HEADING and self._has_decimal_below(place, mark)
        if (is_dressed or has_part_below) and not ends_sentence(words):
            return True
        if not self.looks.quiet_heading(bare):
            return self._stands_alone(place) and not self._has_sibling_near(place, mark) and is_title_like(bare)
        return not self._has_sibling(place, mark) or (line.blank_before and self.looks.is_known_title(bare))

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

    def _has_sibling_near(self, place: int, mark: Mark) -> bool:
        """Whether an item of the same list stands above or below, blank lines or not."""
        above = self.marks[place - 1] if place else None
        return any(
            near is not None and near.style is mark.style and near.brackets == mark.brackets
            for near in (above, self._below(place))
        )

    def can_be_title(self, place: int) -> bool:
        """Whether the words below a number on its own line can be its title."""
        words = self.lines[place].text
        if self.looks.quiet_heading(words) or file_start(words) < len(words):
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
        if place + 1 >= len(self.lines) or not self.looks.can_be_heading(line.text):
            return False
        below = self.lines[place + 1]
        if self.kinds[place + 1] is MarkupKind.ROW or below.text[0].islower():
            return False
        if not below.blank_before and self._below(place) is None and self.wrapping.goes_on(line, below):
            return False
        if self.looks.is_known_title(line.text):
            return True
        if not self.looks.quiet_heading(line.text) and not self._is_short_title(line.text, below):
            return False
        starts = line.blank_before or place == 0 or ends_sentence(self.lines[place - 1].text)
        has_text_below = (
            len(below.text) > _SHORTEST_PARAGRAPH or ends_sentence(below.text) or self._below(place) is not None
        )
        return starts and has_text_below and len(line.text) <= _LONGEST_HEADING and line.text[-1] not in ",)"

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
        """The number or bullet that is a whole line and whose words stand on the next one."""
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
            and self.looks.loud_heading(line.text) is not None
        )
