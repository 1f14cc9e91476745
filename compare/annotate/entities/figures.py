"""Dates, times, sums, quantities, votes, references: whatever a number, a month or such a noun opens.

    "on 14 June"   a date        "item 14"     a reference     "14 to 3"        a vote
    "£14k"         a sum         "14 weeks"    a quantity      "14"             a number

Each reader is asked at one place of a levelled text (plain quotes, dashes, blanks) and answers with where its entity
ends and what it is worth. Every pattern is anchored and has possessive or bounded repeats: no text makes one slow.
"""

from __future__ import annotations

from collections.abc import Callable

from compare.annotate.entities.amounts import AmountReader
from compare.annotate.entities.candidates import Found
from compare.annotate.entities.dates import DateReader
from compare.annotate.entities.references import ReferenceReader, read_numbered_code
from compare.annotate.entities.times import WHOLE, read_time, read_whole
from compare.annotate.entities.values import CARDINALS, ORDINALS
from compare.annotate.entities.votes import read_labelled_votes, read_votes
from compare.annotate.entities.word_forms import WordForms

Reader = Callable[[str, str, int], list[Found]]

_VOTE_WORDS = ("for", "against", "abstain", "abstained", "abstentions", "abstention")
_CURRENCY_CODES = ("gbp", "usd", "eur")


class FigureReader:
    """Knows which reader to ask where a figure or a word stands."""

    def __init__(self, forms: WordForms) -> None:
        self._dates = DateReader(forms)
        self._amounts = AmountReader(forms)
        references = ReferenceReader(forms)
        self.openers: dict[str, Reader] = {
            **dict.fromkeys(forms.references, references.read_reference),
            **dict.fromkeys((CARDINALS.keys() | ORDINALS.keys()) - {"zero"}, self._amounts.read_spoken),
            **dict.fromkeys(forms.months, self._dates.read_month),
            **dict.fromkeys(forms.weekdays, self._dates.read_weekday),
            **dict.fromkeys((*WHOLE, "nem", "nemine"), read_whole),
            **dict.fromkeys(_VOTE_WORDS, read_labelled_votes),
            **dict.fromkeys(_CURRENCY_CODES, self._amounts.read_sum),
        }

    def read_figure(self, text: str, lowered: str, start: int) -> list[Found]:
        """What the figure (or the sign of currency) at `start` opens: every kind that fits."""
        if not text[start].isdigit():
            return self._amounts.read_sum(text, lowered, start)
        answers = (
            self._dates.read_date(text, lowered, start),
            read_time(text, start),
            read_votes(text, lowered, start),
            read_numbered_code(text, start),
        )
        return [found for found in answers if found] + self._amounts.read_number(text, lowered, start)
