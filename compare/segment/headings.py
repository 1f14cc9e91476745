"""Which lines are headings, when nothing but their look says so.

    ### **31. WORK PROGRAMME**      MINUTES of the MEETING       12 Any other business      CAB 21 Finance
    **Resolved:**                   FOR (10)                     Councillor Ashby           and these are none

A label of names, a decision and a vote are never headings, however loud they are printed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.segment.marks import Mark, MarkStyle, is_upper, reads_like_heading
from compare.style.house_style import HouseStyle
from compare.style.phrases import any_of, single_words, starting, words_start

# The longest heading, in characters: planning items name an application and a site in capitals.
_LONGEST = 240
# The longest line in small letters that is a title because it begins like one, in characters.
_LONGEST_TITLE = 100
_BOLD = re.compile(r"(?P<mark>\*\*\*?|__)(?=\S)(?P<words>(?:(?!\*\*|__).)+)(?P=mark)\s*(?P<tail>[:.]?)\s*")
_OPENING = re.compile(r"(?:\*\*(?!\*)|__(?!_)|\s)+(?=\S)")
_CLOSING = re.compile(r"\s*(?P<mark>\*\*|__)$")
_ATX = re.compile(r"(?P<hashes>#{1,6})[ \t]\s*(?P<words>\S.*)")
_ENDS_SENTENCE = re.compile(r"[a-z)\]’'\"”]\s?[.!?]$|[.;,]$|:-?$")
_LEADS_ON = re.compile(r"[;,]\s+(?:and|or)[*_\s]*$")
_SPEAKER = re.compile(r"[^\W_][\w .'’/()-]{0,30}:(?=\s|$)")
_AFTER_NAMES = re.compile(r"[*_]{0,2}\s*(?::|\\?[-–—]\s)")
_YEAR = re.compile(r"[A-Z]{2,5}\s(?:19|20)\d\d")
_AFTER_VOTE = re.compile(r"[ :–—.()0-9-]*$|\s*[:(–-]|\s*\d{1,3}(?!\d)")

# Levels of headings whose depth nothing tells: printed in capitals or bold, and in small letters.
LOUD_LEVEL = 3
QUIET_LEVEL = 4
INNER_LEVEL = 5  # numbered, and indented below another one


class Heading(NamedTuple):
    """A line read as a heading: where its words are, counted from the first word of the line."""

    start: int
    end: int
    level: int


def atx_heading(words: str) -> Heading | None:
    """A markdown heading; hashes alone are none."""
    match = _ATX.match(words) if words[0] == "#" else None
    return _undressed(words, match.start("words"), len(words), len(match["hashes"])) if match else None


def trim_emphasis(words: str, start: int, end: int) -> tuple[int, int]:
    """The range without the stars or underscores that open before a number and close after the last word."""
    lead = _OPENING.match(words, start, end)
    if lead and lead.end() < end:
        start = lead.end()
    tail = _CLOSING.search(words, max(start, end - 8), end)
    if tail and tail.start() > start and words.count(tail["mark"], start, end) % 2:
        end = tail.start()
    return start, end


def _undressed(words: str, start: int, end: int, level: int) -> Heading:
    """The heading without emphasis around the whole of it."""
    bold = _BOLD.fullmatch(words, start, end) if end - start <= _LONGEST else None
    if bold:
        return Heading(bold.start("words"), bold.end("tail" if bold["tail"] else "words"), level)
    return Heading(start, end, level)


class Looks:
    """How headings, labels and decisions of one house style look. Remembers the lines it was asked about."""

    def __init__(self, style: HouseStyle) -> None:
        table = style.minutes
        self.headers = starting(table["resolution_headers"])
        self.never_last = single_words(table["never_last"])
        self.months = starting(tuple(name for entry in table["months"] for name in entry.split()[1:]))
        self._nots = starting(table["not_headings"])
        self._titles = starting(table["item_titles"])
        self._honorifics = starting(table["honorifics"])
        self._votes = starting((*table["vote_labels"], *table["mover_labels"]))
        self._names = starting(
            (*table["attendance_labels"], *table["in_attendance_labels"], *table["apologies_labels"])
        )
        patterns = (pattern.replace(" ", "[ \\xa0]") for pattern in table["item_numbers"])  # "CAB 21", however blank
        self._details = tuple(table["web_details"])
        number = "|".join(f"(?:{pattern})" for pattern in sorted(patterns, key=len, reverse=True))
        self._reference = re.compile(
            rf"(?P<word>(?i:{any_of(table['item_words'])})\s*[.:]?\s*)?(?P<number>{number})(?P<close>\\?[.):]?)"
            r"(?:\s*[-–—:]\s+|\s+|$)"
        )
        self._loud: dict[tuple[str, bool], Heading | None] = {}
        self._quiet: dict[str, bool] = {}

    def loud_heading(self, words: str, *, is_bold: bool = False) -> Heading | None:
        """A line wholly in bold or in capitals, that is no label, no decision and no vote."""
        if len(words) > _LONGEST or not (is_bold or words[:2] in ("**", "__") or words.isupper()):
            return None
        if (words, is_bold) not in self._loud:
            self._loud[words, is_bold] = self._loud_heading(words, is_bold=is_bold)
        return self._loud[words, is_bold]

    def can_be_styled_heading(self, words: str) -> bool:
        """Whether a paragraph in the style of a heading is one.

        "Resolved:" is not, nor a whole sentence, nor a clause that goes on ("the accounts be approved; and").
        """
        if len(words) > _LONGEST or words[:1].islower() or self._is_label(words) or _LEADS_ON.search(words[-8:]):
            return False
        return is_upper(words) or _ENDS_SENTENCE.search(words) is None

    def _loud_heading(self, words: str, *, is_bold: bool) -> Heading | None:
        bold = _BOLD.fullmatch(words)
        inner = bold["words"] if bold else words
        if not bold and not is_bold and not is_upper(words):
            return None
        if self._is_label(inner) or (_ENDS_SENTENCE.search(inner.rstrip("*_ ")) and not is_upper(inner)):
            return None
        return _undressed(words, 0, len(words), LOUD_LEVEL)

    def quiet_heading(self, words: str) -> bool:
        """Whether a short line in small letters reads like the title of an item."""
        if len(words) > _LONGEST or not words[:1].isupper():
            return False
        if words not in self._quiet:
            self._quiet[words] = self._quiet_heading(words)
        return self._quiet[words]

    def _quiet_heading(self, words: str) -> bool:
        return self.can_be_heading(words) and (reads_like_heading(words) or self.is_known_title(words))

    def can_be_heading(self, words: str) -> bool:
        """Whether nothing in the words of a short line speaks against a heading."""
        return (
            len(words) <= _LONGEST
            and words[:1].isupper()
            and not self._nots.fullmatch(words)
            and not _ENDS_SENTENCE.search(words)
            and not self._honorifics.match(words)
            and not _SPEAKER.match(words)
            and not self._is_label(words)
        )

    def is_known_title(self, words: str) -> bool:
        """Whether a line begins as the items of all bodies do ("Any other business") and stays short."""
        return len(words) <= _LONGEST_TITLE and self._titles.match(words) is not None

    def _is_label(self, words: str) -> bool:
        """Whether a line that looks like a heading is a decision, a vote, a mover or a label of names."""
        bare = words.strip("*_ ")
        if self.headers.match(bare) and not self.is_known_title(bare):
            return True
        vote = self._votes.match(bare)
        if vote and _AFTER_VOTE.match(bare, vote.end()):
            return True
        return self.names_follow(bare)

    def names_follow(self, words: str) -> bool:
        """Whether a line begins with a label of names or of a page's details: "Present:", "Apologies -", "Venue:"."""
        if words.startswith(self._details):
            return True
        start = words_start(words)
        names = self._names.match(words, start)
        return names is not None and _AFTER_NAMES.match(words, names.end()) is not None

    def reference_mark(self, words: str) -> Mark | None:
        """The number of an item in the style of its body: "CAB 21", "E.70/23", "Minute 12 –"."""
        if len(words) > _LONGEST or not any(character.isdigit() for character in words[:24]):
            return None
        match = self._reference.match(words)
        if match is None or (not match["word"] and match["number"].isdigit()):
            return None
        if match.end() == len(words) or (not match["word"] and _YEAR.fullmatch(match["number"])):
            return None  # "THE 2025 ANNUAL MEETING"
        return Mark(0, len(match.group().rstrip()), match.end(), MarkStyle.REFERENCE, match["number"], match["close"])
