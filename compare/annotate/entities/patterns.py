"""Finds entities by patterns alone, without a statistical model.

Every reader returns candidates; the longest wins, and of two as long the one whose label stands first:
"Section 12 of the Ashby Act 1972" is one LAW, not a REFERENCE and a LAW; "7 votes to 3" one VOTE, not two NUMBERs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from compare.annotate.entities import Candidate, TaggedText
from compare.annotate.entities.addresses import AddressReader
from compare.annotate.entities.amounts import CARDINALS, ORDINALS, AmountReader, number_words_at
from compare.annotate.entities.dates import WHOLE, DateReader, read_quarter, read_time, read_whole
from compare.annotate.entities.entity_tables import EntityTables
from compare.annotate.entities.names import NameReader
from compare.annotate.entities.references import ReferenceReader, read_code, read_numbered_code
from compare.annotate.entities.votes import read_labelled_votes, read_votes, read_worded_votes
from compare.annotate.sentences import with_plain_marks
from compare.values import Entity, Span

# Of two proposals of the same length the first named wins.
_LABELS = "LAW VOTE DATE TIME MONEY PERCENT QUANTITY REFERENCE PERSON ROLE BODY ORG LOC NUMBER"
_PRECEDENCE = {label: rank for rank, label in enumerate(_LABELS.split())}
_FIGURE = re.compile(
    r"\d(?<![\w.,/£$€-].)|[£$€](?<![\w.,/£$€].)|\d(?<=[(/-].)(?<!\d[/-].)"
    r"|\$(?<=[A-Z].)(?<!\w[A-Z].)|\$(?<=[A-Z]{2}.)(?<!\w[A-Z]{2}.)"  # A$40, US$40
)
_SECOND = re.compile(
    r"(?<![\w.,:/£$€-])(?:[£$€]?\d{1,4}(?:[.:,]\d{1,3})*-)(?=\d)"
)  # 6-8pm, £10-20: the second figure is read as well
_CODE = re.compile(r"[A-Z](?<![\w'].)(?=[A-Z]{0,4}[./-]?\d|\.?I\.? ?\d)")
_NUMBER = re.compile(r"\d(?<=[A-Za-z. §º°№].)")  # a figure behind a word, glued or not
_EMPHASIS = re.compile(r"(?<!\w)_{1,3}(?=\w)|(?<=[^\W_])_{1,3}(?!\w)")  # "(_Chair_)", not "snake_case"
_MARKS = str.maketrans(dict.fromkeys(".,;:!?()[]{}\"'/-&", " "))


class PatternTagger:
    """Finds entities with the patterns of a house style."""

    def __init__(self, tables: EntityTables) -> None:
        self._figures = FigureReader(tables)
        self._names = NameReader(tables)
        self._openers = self._figures.openers.keys()

    @property
    def name(self) -> str:
        """What the provenance prints."""
        return "patterns"

    def tag(self, texts: Sequence[str]) -> list[TaggedText]:
        """Returns the entities of each text. Cost: linear in the texts."""
        return [TaggedText(self.entities(text)) for text in texts]

    @property
    def model(self) -> None:
        """No trained pipeline."""

    def entities(self, text: str) -> tuple[Entity, ...]:
        """Returns the entities of one text, in order, none overlapping another."""
        return tuple(entity_of(found, text) for found in self.find(text))

    def find(self, text: str) -> list[Candidate]:
        """What `entities` gives, as offsets and values alone."""
        flat = with_plain_marks(text)
        if "_" in flat:
            flat = _EMPHASIS.sub(_blanks, flat)
        lowered = flat.lower()
        if len(lowered) != len(flat):  # a letter whose small form is two: Turkish İ
            lowered = "".join(one if len(one := letter.lower()) == 1 else letter for letter in flat)
        found = self._names.read(flat, lowered)
        figures = self._figures
        for start in _starts_of_figures(flat):
            found += figures.read_figure(flat, lowered, start)
        for match in _NUMBER.finditer(flat):
            if short := figures.references.read_short(flat, lowered, match.start()):
                found.append(short)
        # Most sentences hold none of the words that open a number, a date, a vote or a reference.
        for word in self._openers & set(lowered.translate(_MARKS).split()):
            reader = figures.openers[word]
            for start in _places_of(word, lowered):
                found += reader(flat, lowered, start)
        for match in _CODE.finditer(flat):
            if code := read_quarter(flat, match.start()) or read_code(flat, match.start()):
                found.append(code)
        return sorted(without_overlaps(found, len(text)))


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _starts_of_figures(flat: str) -> Iterator[int]:
    for match in _FIGURE.finditer(flat):
        yield match.start()
    for match in _SECOND.finditer(flat):
        if not flat.startswith("-", _end_of_figures(flat, match.end())):  # no telephone number, no date
            yield match.end()


def _end_of_figures(text: str, start: int) -> int:
    while text[start : start + 1].isdigit():
        start += 1
    return start


def entity_of(found: Candidate, text: str) -> Entity:
    """Returns a candidate as an entity of its text, the title of a person included."""
    return Entity(found.label, Span(found.start, found.end), text[found.start : found.end], found.value)


def _places_of(word: str, lowered: str) -> Iterator[int]:
    """Returns where a whole word begins in a text of small letters."""
    start = lowered.find(word)
    while start >= 0:
        end = start + len(word)
        if (
            not (start and (lowered[start - 1].isalnum() or lowered[start - 1] == "'"))
            and not lowered[end : end + 1].isalpha()
        ):
            yield start
        start = lowered.find(word, end)


def without_overlaps(found: list[Candidate], length: int) -> list[Candidate]:
    """Proposals without overlaps: the longest first, then by precedence. Cost: linear in the text they cover."""
    taken = bytearray(length)
    kept = []
    for proposal in sorted(found, key=lambda one: (one.start - one.end, _PRECEDENCE[one.label], one.start)):
        if taken.find(1, proposal.start, proposal.end) < 0:
            taken[proposal.start : proposal.end] = b"\x01" * (proposal.end - proposal.start)
            kept.append(proposal)
    return kept


Reader = Callable[[str, str, int], list[Candidate]]

_VOTE_WORDS = (
    *("for", "favour", "favor", "yes", "yea", "yeas", "aye", "ayes", "against", "opposed", "noes", "nay", "nays"),
    *("abstain", "abstained", "abstaining", "abstains", "abstentions", "abstention"),
)
_CURRENCY_CODES = ("gbp", "usd", "eur")


class FigureReader:
    """Chooses the reader of a figure or a word."""

    def __init__(self, tables: EntityTables) -> None:
        self._dates = DateReader(tables)
        self._amounts = AmountReader(tables)
        self._addresses = AddressReader(tables.street_nouns)
        self.references = ReferenceReader(tables)
        self.openers: dict[str, Reader] = {
            **dict.fromkeys(tables.short_references, self.references.read_lettered),
            **dict.fromkeys(tables.references, self.references.read_reference),
            **dict.fromkeys((CARDINALS.keys() | ORDINALS.keys()) - {"zero"}, self._read_number_words),
            **dict.fromkeys(tables.months, self._dates.read_month),
            **dict.fromkeys(tables.weekdays, self._dates.read_weekday),
            **dict.fromkeys((*WHOLE, "nem", "nemine"), read_whole),
            **dict.fromkeys(_VOTE_WORDS, read_labelled_votes),
            **dict.fromkeys(_CURRENCY_CODES, self._amounts.read_sum),
        }

    def _read_number_words(self, text: str, lowered: str, start: int) -> list[Candidate]:
        found = read_worded_votes(text, lowered, start) + self._amounts.read_number_words(text, lowered, start)
        number = number_words_at(lowered, start)
        if number and (date := self._dates.read_worded_day(text, lowered, start, number)):
            found.append(date)
        return found

    def read_figure(self, text: str, lowered: str, start: int) -> list[Candidate]:
        """Reads what the figure (or currency symbol) at `start` opens: every kind that fits."""
        if not text[start].isdigit():
            return self._amounts.read_sum(text, lowered, start)
        proposed = (
            self._dates.read_date(text, lowered, start),
            read_time(text, start),
            read_votes(text, lowered, start),
            read_numbered_code(text, start),
            self._addresses.read(text, start),
        )
        return [found for found in proposed if found] + self._amounts.read_number(text, lowered, start)
