"""Counts what a reading lost, invented, glued, cut or set aside, given the same document as another program reads it.

    theirs                       ours
    10.1 The rent is £1,250      10.1The rent is £1, 250      two broken numbers: "10.1" glued, "£1,250" cut
    the coun-⏎cil                the council                  the same: hyphens are no letters, nor are line ends
    ﬁnance                       finance                      the same: a ligature is its letters

Words are counted, not aligned: two programs read columns and tables in different orders. A word is lost only if every
other reading has it oftener than ours, invented only if none has it as often.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

_LINE_END = re.compile(r"[-\u2010\u2011\u00ad]\s*\n\s*")
_NO_LETTERS = re.compile(r"[\W_]+")
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d+")
# Hyphens, and signs without width: blanks that may break, directions of writing. Dashes and leaders part words.
_UNSEEN = re.compile(r"[-\u00ad\u2010\u2011\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_BETWEEN = re.compile(r"[\u2012-\u2015\u2212]|[._·…]{3,}")
# "19 th": programs differ in whether a raised ending stands apart.
_ENDINGS = ("st", "nd", "rd", "th")
_ORDINAL = re.compile(r"(?<=\d)\s+(?=(?:st|nd|rd|th)\b)")
# The most letters in a number: those of "22/0433/FUL", and not those of an address on the web.
_MOST_LETTERS = 8
# What stands around a number without being part of it.
_AROUND = re.compile(r"^[^\w£$€]+|[^\w%]+$")
# A word with a reference to a note, and the mark of an item with its first word.
_NOTED = re.compile(r"(\D*[^\W\d]{3}\W*)(\d{1,2})")
_MARKED_WORD = re.compile(r"\(?[\w.]{1,6}[.)]? [^\W\d]{3}\D*")
_PAGE = re.compile(r"(?:page|pg\.?|p\.) ?(\d+)", re.IGNORECASE)
# The most pieces that one word is looked for in: a title set wide, "A P P E A L S", is one word to some programs.
_MOST_PIECES = 8

_DECISION = re.compile(
    r"\b(?:adopted|agreed?|amended|approved?|carried|deferred|denied|dismissed|granted|lost|minded|moved|noted|passed"
    r"|refused|rejected|resolved|recommended|resolution|seconded|upheld|withdrawn)\b",
    re.IGNORECASE,
)
_VOTE = re.compile(
    r"\b(?:ayes?|nays?|noes|abstain(?:ed|ing)?|abstentions?|unanimous(?:ly)?|votes?|voted|voting)\b"
    r"|\b\d+ (?:for|against|in favou?r|opposed)\b",
    re.IGNORECASE,
)
_SUM = re.compile(r"[£$€]\s?\d")
_SENTENCE = re.compile(r"(?:\S+ ){5,}\S+[.;]$|^[a-z]\S* (?:\S+ ){2,}\S+")


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How the words of a reading differ from the other readings: each word as often as it differs."""

    lost: Counter[str]
    invented: Counter[str]
    glued: Counter[str]  # ours
    cut: Counter[str]  # theirs


@dataclass(frozen=True, slots=True)
class BrokenNumbers:
    """Numbers that all other readings have and ours has not: in pieces, run into something, or not at all.

    `references` are none of these: numbers that stand raised behind a word, references to notes, which are left out.
    """

    cut: Counter[str] = field(default_factory=Counter)
    glued: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    references: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """How many numbers are broken in any way."""
        return self.cut.total() + self.glued.total() + self.missing.total()


def words_of(text: str) -> list[str]:
    """The words of a text in order: letters and digits alone, ligatures resolved, hyphens out."""
    pieces = (_NO_LETTERS.sub("", word) for word in _folded(text).split())
    return [piece for piece in pieces if piece]


def numbers_of(text: str) -> list[str]:
    """The words that hold a digit, with the marks inside them: "10.1", "£1,250", "22/0433/FUL", "18:05"."""
    return [_AROUND.sub("", word) for word in _folded(text).split() if _DIGIT.search(word)]


def _folded(text: str) -> str:
    return _BETWEEN.sub(" ", _UNSEEN.sub("", unicodedata.normalize("NFKC", _LINE_END.sub("", text))))


def _either_way(theirs: Sequence[str]) -> list[str]:
    """The readings, and each with its ordinals joined: how a raised ending is set off is no difference."""
    return [variant for text in theirs for variant in (text, _ORDINAL.sub("", text))]


def count_words(ours: str, theirs: Sequence[str]) -> WordCounts:
    """Compares the words of our text with those of the other readings. Cost: linear in the texts."""
    own = words_of(ours)
    others = [words_of(text) for text in _either_way(theirs)]
    lost, invented = _differences(own, others)
    for word in [word for word in lost if (noted := _NOTED.fullmatch(word)) and invented[noted[1]] >= lost[word]]:
        invented[_NOTED.sub(r"\1", word)] -= lost.pop(word)
    glued = _rejoined(others[0], whole=invented, pieces=lost)
    cut = _rejoined(own, whole=lost, pieces=invented)
    return WordCounts(+lost, +invented, glued, cut)


def count_broken_numbers(ours: str, theirs: Sequence[str]) -> BrokenNumbers:
    """Compares the numbers of our text with those of the other readings. Cost: linear, but for the broken ones."""
    lost, invented = _differences(numbers_of(ours), [numbers_of(text) for text in _either_way(theirs)])
    broken = BrokenNumbers()
    own = _folded(ours).split()
    words = {_AROUND.sub("", word) for word in own} if lost else set()
    in_pieces = {
        number: run
        for size in (4, 3, 2)
        for run in (_runs(own, size) if lost else ())
        if (number := _AROUND.sub("", "".join(run))) in lost
    }
    for number, count in sorted(lost.items()):
        noted = _NOTED.fullmatch(number)
        run = in_pieces.get(number)
        if noted and _AROUND.sub("", noted[1]) in words:
            broken.references[number] += count
        elif sum(map(str.isalpha, number)) > _MOST_LETTERS or any(
            number in one for one in invented if _is_address(one)
        ):
            continue  # of an address on the web, which wraps differently
        elif (run and _MARKED_WORD.fullmatch(" ".join(run))) or any(number + end in invented for end in _ENDINGS):
            continue  # "1.Chair", or "19" and "th" lines apart, to the others: the number is whole
        elif any(number in other for other in invented):
            broken.glued[number] += count
        elif run or _in_loose_pieces(number, invented):
            broken.cut[number] += count
        else:
            broken.missing[number] += count
    return broken


def count_lost_characters(ours: str, theirs: Sequence[str]) -> Counter[str]:
    """The letters and digits that every other reading has oftener than ours; where words begin does not count.

    Digits of references to notes are left out of the text; they are not counted as lost.
    """
    lost, _ = _differences(list("".join(words_of(ours))), [list("".join(words_of(text))) for text in theirs])
    for number, count in (count_broken_numbers(ours, theirs).references if lost else {}).items():
        for digit in _NOTED.sub(r"\2", number):
            lost[digit] -= count
    return +lost


def _differences(own: Sequence[str], others: Sequence[Sequence[str]]) -> tuple[Counter[str], Counter[str]]:
    counts = Counter(own)
    least, most = Counter(others[0]), Counter(others[0])
    for other in others[1:]:
        least, most = least & Counter(other), most | Counter(other)
    return least - counts, counts - most


def _rejoined(words: Sequence[str], *, whole: Counter[str], pieces: Counter[str]) -> Counter[str]:
    """Takes out of `whole` and `pieces` what is the same letters in neighbouring words; returns what was taken out."""
    found: Counter[str] = Counter()
    longest = max(map(len, +whole), default=0)
    for place in range(len(words) if longest else 0):
        joined = words[place]
        for end in range(place + 1, min(place + _MOST_PIECES, len(words))):
            joined += words[end]
            if len(joined) > longest:
                break
            run = words[place : end + 1]
            if whole[joined] > 0 and all(pieces[word] > 0 for word in run):
                whole[joined] -= 1
                found[joined] += 1
                pieces.subtract(run)
    return found


def _runs(words: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    return zip(*(islice(words, start, None) for start in range(size)), strict=False)


def _is_address(word: str) -> bool:
    return "www." in word or "://" in word


def _in_loose_pieces(number: str, invented: Iterable[str]) -> bool:
    """Whether two numbers that ours alone has make this one; the mark between them may have gone."""
    pieces = [other for other in invented if other]
    starts = [piece for piece in pieces if number.startswith(piece)]
    return any(number.endswith(end) and len(start) + len(end) >= len(number) - 1 for start in starts for end in pieces)


def folded_line(line: str) -> str:
    """A line of a page's head or foot as it recurs: its numbers as one sign, without blanks and case."""
    return _DIGITS.sub("#", "".join(unicodedata.normalize("NFKC", line).split())).casefold()


def reasons_for_body(lines: Sequence[tuple[str, int]], pages: int) -> tuple[str, ...]:
    """Why lines that were set aside as the page's own may be the minutes': what they say, and how they recur.

    `lines` are those that are the same but for their numbers, each with its page; `pages` are the document's.
    """
    reasons = {
        name
        for name, pattern in (("decision", _DECISION), ("vote", _VOTE), ("sum", _SUM), ("sentence", _SENTENCE))
        for line, _ in lines
        if pattern.search(line)
    }
    if has_letters(lines[0][0]) and pages > 1:
        if len(lines) == 1 and not _numbers_page(*lines[0]):
            reasons.add("once")
        elif len(lines) > 1 and not _counts_pages(lines):
            reasons.add("other numbers")
    return tuple(sorted(reasons))


def _numbers_page(line: str, page: int) -> bool:
    return any(int(number) == page for number in _PAGE.findall(line))


def has_letters(line: str) -> bool:
    """Whether a line has more letters than "of" or "Pg"."""
    return sum(map(str.isalpha, line)) >= 3


def _counts_pages(lines: Sequence[tuple[str, int]]) -> bool:
    """Whether each number in lines that are otherwise alike is always the same, or goes up with the pages."""
    numbers = [[int(number) for number in _DIGITS.findall(line)] for line, _ in lines]
    return all(
        len(set(column)) == 1 or len({value - page for value, (_, page) in zip(column, lines, strict=True)}) == 1
        for column in zip(*numbers, strict=True)
    )


def recurring_edges(pages: Sequence[str], depth: int = 2) -> dict[str, list[int]]:
    """The lines that recur at the edges of pages as another program shows them: folded, with the pages they stand on.

    A line counts if it stands among the first or last `depth` lines of three pages and of two fifths of all, and has
    letters or numbers.
    """
    places: dict[str, list[int]] = {}
    for number, page in enumerate(pages, 1):
        lines = [line for line in page.splitlines() if _NO_LETTERS.sub("", line)]
        for key in sorted({folded_line(line) for line in (*lines[:depth], *lines[-depth:])}):
            places.setdefault(key, []).append(number)
    return {key: on for key, on in places.items() if len(on) >= 3 and len(on) * 5 >= len(pages) * 2}
