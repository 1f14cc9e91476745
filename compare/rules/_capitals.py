"""Names that no engine knew, told by their capitals: what kind they are, and when one is merely misspelt.

Ines Varga (clerk)      →   Ines Vargas (clerk)          a person: a capital stands before it, at a line's beginning
the Hospitl Trust       →   the Hospital Trust           no other name: a common word of it is misspelt
"""

from __future__ import annotations

import re

from compare.annotate.lexicon.misspellings import Reach, are_near, misspelt_side
from compare.rules._change import Change
from compare.values import Side, Word

_COMMON = ("organisation_words", "place_words", "roles", "role_modifiers", "titles", "function_words")
# Words so ended name no person and no village: Improvement, Education, Governance, Authority.
_COMMON_ENDING = re.compile(r"(?:ment|tion|sion|ance|ence|ity|ness|ship|ical|ional|ly|ing|ee)s?$")
_AT = frozenset(("in", "at", "near", "outside"))


def is_office(change: Change, words: tuple[Word, ...]) -> bool:
    """Whether one of the words is an office."""
    return any(change.vocabulary.has("roles", word.key) for word in words)


def is_slip(change: Change) -> bool:
    """Whether a word of a body's or a place's name is misspelt ("Hospitl Trust"), or only its plural differs."""
    if change.is_same_letters:
        return True
    if change.exchanged is None:
        return False
    one, other = change.exchanged
    if one.text.removesuffix("s") == other.text.removesuffix("s") and one.text[:2].isupper():
        return True  # EHCP and EHCPs
    side = misspelt_side(one, other)
    if side is None:
        return False
    lost, right = (one, other) if side is Side.DRAFT else (other, one)
    # Two letters that changed places, "Transfrom", make no other name.
    is_turned = sorted(lost.key) == sorted(right.key)
    if (
        not is_turned
        and not any(change.vocabulary.has(name, right.key) for name in _COMMON)
        and not _COMMON_ENDING.search(right.key)
    ):
        return False  # Marlow and Harlow: a word list knows some places and not others
    return are_near(one.key, other.key, Reach.NAME)


def kind_by_capitals(change: Change) -> str | None:
    """The kind of name where no engine knew one, by its capitals and its neighbours."""
    if not change.gone or not change.came or len(change.changed) > _MOST or is_slip(change):
        return None
    if not all(_is_capital(word) for word in change.changed) or is_office(change, change.changed):
        return None
    if not _is_inside(change):
        return _kind_of_chain(change) if _is_respelt(change) else None
    before = change.draft.before[-1]
    if change.vocabulary.has("titles", before.key):
        return "person"
    return _kind_by_neighbours(change, before)


def _kind_by_neighbours(change: Change, before: Word) -> str | None:
    near = {word.key for word in (*change.changed, *change.draft.after[:2])}
    if near & change.vocabulary.sets["place_words"]:
        return "place"
    if near & change.vocabulary.sets["organisation_words"]:
        return "organisation"
    if before.key in _AT:
        return "place"
    if all(word.known for word in change.changed):
        return "organisation" if _is_respelt(change) else None  # "Members" for "Officers": capitals of courtesy
    is_chain = _is_capital(before) or (change.draft.after and _is_capital(change.draft.after[0]))
    return "person" if is_chain else "organisation"


def _kind_of_chain(change: Change) -> str:
    """A chain that begins a sentence or a line: "May Pell", "Stow Nurseries", "[x] May Pell"."""
    leading = [word for word in change.draft.before if word.is_word]
    near = {word.key for word in (*change.changed, *leading[-2:], *change.draft.after[:3])}
    is_body = near & (change.vocabulary.sets["organisation_words"] | change.vocabulary.sets["place_words"])
    return "organisation" if is_body or len(leading) > 1 else "person"


def _is_respelt(change: Change) -> bool:
    """Whether a word of a chain of capitals is spelt otherwise: "Stow Nurseries", "Stowe Nurseries"."""
    if change.exchanged is None:
        return False
    one, other = change.exchanged
    if not _is_in_chain(change) and (one.known or other.known or not _is_speaker(change)):
        return False
    if one.lemma == other.lemma or any(change.vocabulary.has("function_words", word.key) for word in (one, other)):
        return False
    return are_near(one.key, other.key, Reach.NAME)


def _is_in_chain(change: Change) -> bool:
    """Whether another capital follows, or one stands before that itself begins the line: "Ines [Varga] (clerk)"."""
    if change.draft.after and _is_capital(change.draft.after[0]):
        return True
    leading = [word for word in change.draft.before if word.is_word]
    return 0 < len(leading) <= _CHAIN and all(map(_is_capital, leading)) and change.draft.before[-1].is_word


_CHAIN = 2  # words before the surname: "Mary Jane"


def _is_speaker(change: Change) -> bool:
    """Whether the word opens a line with a colon after it, as a speaker's name does."""
    return (
        not any(word.is_word for word in change.draft.before)
        and change.draft.after[:1] != ()
        and change.draft.after[0].key == ":"
    )


_MOST = 6  # words; a name has hardly more on the two sides together


def _is_capital(word: Word) -> bool:
    return word.text[:1].isupper()


def _is_inside(change: Change) -> bool:
    """Whether the words are inside a sentence, where a capital means a name; and not among capitals throughout."""
    before = change.draft.before
    if not before or not before[-1].is_word or not change.final.before or not change.final.before[-1].is_word:
        return False
    return not change.draft.sentence_text.isupper() and any(word.text[:1].islower() for word in before)
