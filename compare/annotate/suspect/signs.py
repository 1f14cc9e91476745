"""Signs by which a slip is certain without the model of English, and words whose absence can be one.

Asked in order of how sure they are: no word of English, an apostrophe that the place does not allow, a verb that does
not agree with its subject, a form that cannot stand there, a word in another's company.
"""

from __future__ import annotations

from compare.annotate.lexicon import Lexicon
from compare.annotate.suspect import Exchange
from compare.annotate.suspect.agreement import disagreement, is_number_open
from compare.annotate.suspect.apostrophes import misplaced_apostrophe
from compare.annotate.suspect.company import out_of_company
from compare.annotate.suspect.exchanges import is_name, may_be_slip, misspelling
from compare.annotate.suspect.word_forms import wrong_form
from compare.values import Reading, Verdict, Word

# Small words whose presence is a decision of the meeting, never of the language.
# fmt: off
_DECIDED = frozenset([
    "not", "no", "never", "nor", "none", "neither", "without", "cannot", "only",
    # how many, and which
    "all", "some", "any", "each", "every", "both", "either", "most", "more", "less", "few", "many", "other", "another",
    "same", "own", "one", "such",
    # when, where, on what condition
    "before", "after", "until", "till", "since", "unless", "if", "except", "but", "or", "against", "within", "over",
    "under", "above", "below", "up", "down", "out", "off", "inside", "outside", "near", "per", "excluding", "including",
    "again", "further", "still", "already", "now", "then", "also", "too", "even", "just", "however", "therefore",
    "very", "quite", "rather", "well", "else", "back", "away",
])
# fmt: on


def shown_by_signs(exchange: Exchange, lexicon: Lexicon) -> Verdict | None:
    """Returns the verdict of the first certain sign; `None` where there is none."""
    return (
        misspelling(exchange)
        or misplaced_apostrophe(exchange)
        or disagreement(exchange, lexicon)
        or wrong_form(exchange, lexicon)
        or out_of_company(exchange, lexicon)
    )


def may_be_asked(exchange: Exchange, lexicon: Lexicon) -> bool:
    """Whether a judge of usage may be asked which of two words is wrong: a slip is possible, and not both are right."""
    return may_be_slip(exchange, lexicon) and not is_number_open(exchange)


def is_needed(reading: Reading, word: Word, lexicon: Lexicon) -> bool:
    """Whether a word that one side alone has is one that a sentence may break without: "to", "of", "be"."""
    return (
        word.key in lexicon.function_words
        and word.key not in _DECIDED
        and not lexicon.is_of_force(word.key)
        and not is_name(reading, word)
    )
