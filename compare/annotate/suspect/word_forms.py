"""Forms that cannot stand where they do: an article before the wrong sound, a verb behind the wrong helper.

    a [application] / an application     a vowel follows: "an"
    a letter from [a] MP                 spelt out it begins with a vowel: "em pee"
    had [wrote] to the landlord          after "had" the participle: "written"
    would [considered] the offer         after "would" the plain form

Rules after Quirk et al., A Comprehensive Grammar of the English Language (1985), 3.52-3.56 and 5.11.
"""

from __future__ import annotations

import re

from compare.annotate.lexicon import Lexicon
from compare.annotate.lexicon.lemmas import participle_of
from compare.annotate.suspect import Exchange
from compare.values import Reading, Side, Verdict, Word

_SURE = 0.95

# fmt: off
_HELPERS = frozenset([
    "has", "have", "had", "having", "is", "are", "was", "were", "be", "been", "being",
])
_BEFORE_PLAIN = frozenset([
    "would", "shall", "should", "could", "might", "must", "cannot", "will", "can", "may",
])
# fmt: on
_MAY_BE_NOUNS = frozenset(["will", "can", "may", "might", "must"])
_DETERMINERS = frozenset(["a", "an", "the", "his", "her", "their", "its", "of", "in"])
_VOWEL = re.compile(r"[aio]|e(?!u|we)|u[nm](?!i|anim)")
_NO_VOWEL = re.compile(r"one|once|oui|uni|us|ut|eu|ewe|u[rv]")
_LETTERS_WITH_VOWEL = frozenset("fhlmnrsx")  # "ef", "em", "ess"
_SPELT = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,6}s?")  # capitals without a vowel: "MP", "NHS"


def wrong_form(exchange: Exchange, lexicon: Lexicon) -> Verdict | None:
    """Returns the side whose form the word beside it does not allow; `None` where it allows both."""
    one, other = exchange.one, exchange.other
    is_article = {one.key, other.key} == {"a", "an"}
    found = [
        _wrong_article(reading) if is_article else _wrong_verb(reading, one.key, other.key, lexicon)
        for reading in (exchange.draft, exchange.final)
    ]
    if found[0] is None or found[1] is None or found[0][0] != found[1][0]:
        return None
    wrong, why = found[0]
    return Verdict(Side.DRAFT if wrong == one.key else Side.FINAL, _SURE, why)


def _wrong_article(reading: Reading) -> tuple[str, str] | None:
    after = reading.after[0] if reading.after else None
    if after is None or not after.is_word:
        return None
    needs_an = _begins_with_vowel(after)
    if needs_an is None:
        return None
    right, wrong = ("an", "a") if needs_an else ("a", "an")
    return wrong, f"'{right} {after.text}' is said, '{wrong} {after.text}' is not"


def _begins_with_vowel(word: Word) -> bool | None:
    """Whether a word sounds as if it began with a vowel; `None` where that is not sure ("hotel", "URL", "ULEZ")."""
    if _SPELT.fullmatch(word.text):
        return word.key[0] in _LETTERS_WITH_VOWEL
    if not word.text.islower() or not word.known or not word.key.isalpha():
        return None
    if _NO_VOWEL.match(word.key):
        return None
    if _VOWEL.match(word.key):
        return True
    return None if word.key[0] in "aeiouhy" else False


def _wrong_verb(reading: Reading, one: str, other: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Returns which of two forms of one verb cannot follow the helper before it, and why."""
    before = [word for word in reading.before[-3:] if word.key not in ("not", "also", "now", "already", "then")]
    if not before or lexicon.lemma(one) != lexicon.lemma(other):
        return None
    helper = before[-1].key
    for past, right in ((one, other), (other, one)):
        if helper in _HELPERS and participle_of(past) == right:
            return past, f"'{helper} {right}' is said, '{helper} {past}' is not"
        if helper in _BEFORE_PLAIN and right == lexicon.lemma(past) and past.endswith("ed") and past != right:
            if helper in _MAY_BE_NOUNS and len(before) > 1 and before[-2].key in _DETERMINERS:
                return None
            return past, f"'{helper} {right}' is said, '{helper} {past}' is not"
    return None
