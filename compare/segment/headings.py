"""Recognises headings where nothing but their look shows what they are.

    ### **31. WORK PROGRAMME**      MINUTES of the MEETING       12 Any other business      CAB 21 Finance
    **Resolved:**                   FOR (10)                     Councillor Ashby           and these are none

A label of names, a decision and a vote are never headings, however loud they are printed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.style.house_style import HouseStyle
from compare.style.phrases import any_of, single_words, starting, words_start

# The longest heading, in characters: planning items name an application and a site in capitals.
LONGEST_HEADING = 240
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
_BLANK_OR_CLASS = re.compile(r"\[\^?+\]?+(?:\\.|[^\]\\])*+\]| ")
_AFTER_VOTE = re.compile(r"[ :–—.()0-9-]*$|\s*[:(–-]|\s*\d{1,3}(?!\d)")

# Levels of headings whose depth nothing shows: printed in capitals or bold, and in small letters.
LOUD_LEVEL = 3
QUIET_LEVEL = 4
INNER_LEVEL = 5  # numbered, and indented below another one
# The longest line in title case ("Matters Arising") and in small letters that can be a heading, in characters.
_LONGEST_IN_CAPITALS = 120
_LONGEST_SENTENCE_TITLE = 90
# The most words, small ones aside, of a line in title case.
_MOST_WORDS = 14
# What saved pages glue to a title, and its length at most: "pdf icon PDF 90 KB".
_FILE = re.compile(r"(?i)(?:\s+(?:pdf|word|excel)\s+e?icon)?\s+\(?(?:PDF|DOCX?|XLSX?)\s+[\d.]+\s*[KM]B\)?\s*$")
_LONGEST_FILE = 60
_SMALL = frozenset(
    "a|an|and|as|at|by|for|from|in|into|of|on|or|the|to|via|with|y|yr".split("|")  # noqa: SIM905  (a list of words)
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_POST = re.compile(r"\s[-–—]\s[^,;]*")  # an office behind a name
_NAME_WORD = re.compile(r"[^\W\d_][\w'’]*")  # "Marsh-Pell" is two
_MOST_NAME_WORDS = 40  # of a line of names


class Heading(NamedTuple):
    """A line read as a heading: where its words are, counted from the first word of the line."""

    start: int
    end: int
    level: int


def atx_heading(words: str) -> Heading | None:
    """Reads a heading of markdown; hashes alone are none."""
    match = _ATX.match(words) if words[0] == "#" else None
    return _without_emphasis(words, match.start("words"), len(words), len(match["hashes"])) if match else None


def trim_emphasis(words: str, start: int, end: int) -> tuple[int, int]:
    """Leaves out the stars or underscores that open before a number and close after the last word."""
    lead = _OPENING.match(words, start, end)
    if lead and lead.end() < end:
        start = lead.end()
    tail = _CLOSING.search(words, max(start, end - 8), end)
    if tail and tail.start() > start and words.count(tail["mark"], start, end) % 2:
        end = tail.start()
    return start, end


def _without_emphasis(words: str, start: int, end: int, level: int) -> Heading:
    """Makes a heading of a range, without emphasis around the whole of it."""
    bold = _BOLD.fullmatch(words, start, end) if end - start <= LONGEST_HEADING else None
    if bold:
        return Heading(bold.start("words"), bold.end("tail" if bold["tail"] else "words"), level)
    return Heading(start, end, level)


class HeadingPatterns:
    """The patterns of headings, labels and decisions in one house style. Keeps what it found out about each line."""

    def __init__(self, style: HouseStyle) -> None:
        table = style.minutes
        self.headers = starting(table["resolution_headers"])
        self.never_last = single_words(table["never_last"])
        self.before_number = frozenset(f"{short}." for short in style.reference_forms)
        self.reference_nouns = frozenset(line.partition(" = ")[0] for line in style.entities["reference_nouns"])
        counted = {word.casefold() for word in style.entities["counted_units"]}
        self._measures = {
            line.partition(" = ")[0].casefold() for line in (*style.entities["units"], *style.entities["scales"])
        } - counted
        self.months = starting(tuple(name for entry in table["months"] for name in entry.split()[1:]))
        self._nots = starting(table["not_headings"])
        self._titles = starting(table["item_titles"])
        self._honorifics = starting(table["honorifics"])
        self._votes = starting((*table["vote_labels"], *table["mover_labels"]))
        self._names = starting(
            (*table["attendance_labels"], *table["in_attendance_labels"], *table["apologies_labels"])
        )
        patterns = (_BLANK_OR_CLASS.sub(_with_hard_blank, pattern) for pattern in table["item_numbers"])
        self._details = tuple(table["web_details"])
        number = "|".join(f"(?:{pattern})" for pattern in sorted(patterns, key=len, reverse=True))
        self.reference = (
            re.compile(  # the number of an item in the style of its body: "CAB 21", "E.70/23", "Minute 12 –"
                rf"(?P<word>(?i:{any_of(table['item_words'])})\s*[.:]?\s*)?(?P<number>{number})(?P<close>\\?[.):]?)"
                r"(?:\s*[-–—:]\s+|\s+|$)"
            )
        )
        self._title_words = single_words((*table["item_titles"], *table["body_words"]))
        self._particles = single_words(style.entities["name_particles"]) | {"and"}
        self._loud: dict[tuple[str, bool], Heading | None] = {}
        self._quiet: dict[str, bool] = {}

    def measures(self, words: str) -> bool:
        """Whether words begin with what can follow a decimal number: "2.5 Tonnes", not "2.5 Minutes of the meeting"."""
        first = words.split(None, 1)[0].rstrip(".,;").casefold() if words else ""
        return first in self._measures and not self.is_known_title(words)

    def names_people(self, words: str) -> bool:
        """Whether a line is a label of attendance and names behind it: "Present: Lena Marsh, Tom Odell"."""
        end = self._names.end_of(words)
        return end is not None and words[end : end + 1] == ":" and bool(words[end + 1 :].strip())

    def is_label_of_names(self, words: str) -> bool:
        """Whether a line is a label of attendance and nothing else: "Apologies", with people below it."""
        return self._names.fullmatch(words.strip("*_#: "))

    def begins_with_title(self, words: str) -> bool:
        """Whether a line begins with the title of a person: "Mrs", "Councillors"."""
        return self._honorifics.match(words) is not None

    def reads_like_names(self, words: str) -> bool:
        """Whether a line consists of words with capitals that no title has: "Lena Marsh, J. Odell - Clerk"."""
        found = _NAME_WORD.findall(_POST.sub("", words))
        return (
            1 < len(found) <= _MOST_NAME_WORDS
            and not any(map(str.isdigit, words))
            and not is_upper(words)
            and all(word[0].isupper() or word.lower() in self._particles for word in found)
            and self._title_words.isdisjoint(word.lower() for word in found)
        )

    def is_label_of_count(self, words: str) -> bool:
        """Whether a line is a label of votes or an answer, and nothing else: no title of an item that a number has."""
        bare = words.strip("*_:# ")
        return self._votes.fullmatch(bare) or self._nots.fullmatch(bare)

    def loud_heading(self, words: str, *, is_bold: bool = False) -> Heading | None:
        """Reads a line wholly in bold or in capitals that is no label, no decision and no vote."""
        if len(words) > LONGEST_HEADING or not (is_bold or words[:2] in ("**", "__") or words.isupper()):
            return None
        if (words, is_bold) not in self._loud:
            self._loud[words, is_bold] = self._loud_heading(words, is_bold=is_bold)
        return self._loud[words, is_bold]

    def can_be_styled_heading(self, words: str) -> bool:
        """Whether a paragraph in the style of a heading is one.

        "Resolved:" is not, nor a whole sentence, nor a clause that goes on ("the accounts be approved; and").
        """
        if len(words) > LONGEST_HEADING or words[:1].islower() or self._is_label(words) or _LEADS_ON.search(words[-8:]):
            return False
        return is_upper(words) or _ENDS_SENTENCE.search(words) is None

    def _loud_heading(self, words: str, *, is_bold: bool) -> Heading | None:
        bold = _BOLD.fullmatch(words)
        inner = bold["words"] if bold else words
        if not bold and not is_bold and not is_upper(words):
            return None
        if self._is_label(inner) or (_ENDS_SENTENCE.search(inner.rstrip("*_ ")) and not is_upper(inner)):
            return None
        return _without_emphasis(words, 0, len(words), LOUD_LEVEL)

    def quiet_heading(self, words: str) -> bool:
        """Whether a short line in small letters reads like the title of an item."""
        if len(words) > LONGEST_HEADING or not words[:1].isupper():
            return False
        if words not in self._quiet:
            self._quiet[words] = self._quiet_heading(words)
        return self._quiet[words]

    def _quiet_heading(self, words: str) -> bool:
        return self.can_be_heading(words) and (reads_like_heading(words) or self.is_known_title(words))

    def can_be_heading(self, words: str) -> bool:
        """Whether nothing in the words of a short line excludes a heading."""
        return (
            len(words) <= LONGEST_HEADING
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


def _with_hard_blank(part: re.Match[str]) -> str:
    """Lets a no-break space stand for a blank of an expression, in a class of characters or alone: "CAB 21"."""
    return "[ \\xa0]" if part.group() == " " else part.group().replace(" ", " \\xa0")


def is_upper(words: str) -> bool:
    """Whether a short line is printed in capitals: at least one word of three letters, and no small letter."""
    return words.isupper() and re.search(r"[^\W\d_]{3}", words) is not None


def file_start(words: str) -> int:
    """Finds where the name and size of a file begin that a saved page glued to a title; its end without one."""
    if words[-1:] not in ("B", "b", ")"):
        return len(words)
    match = _FILE.search(words, max(0, len(words) - _LONGEST_FILE))
    return match.start() if match else len(words)


def is_title_like(words: str) -> bool:
    """Whether a line is short, begins with a capital and has no end mark: it can be a title in small letters."""
    return 0 < len(words) <= _LONGEST_SENTENCE_TITLE and words[0].isupper() and words[-1] not in ".;:,?!"


def reads_like_heading(words: str) -> bool:
    """Whether a line is short, has no end stop, and writes most of its longer words with a capital."""
    words = words[: file_start(words)]
    if (
        not words
        or len(words) > _LONGEST_IN_CAPITALS
        or words[-1] in ".;,?!"
        or not words.lstrip("*_\"'“‘(").strip()[:1].isupper()
    ):
        return False
    longer = [word for word in _WORD.findall(words) if word.lower() not in _SMALL]
    capitals = sum(1 for word in longer if word[0].isupper())
    return bool(longer) and len(longer) <= _MOST_WORDS and capitals * 3 >= len(longer) * 2
