"""One word in the place of another: whether one of them may be a slip at all, before anybody asks which.

heard / head, stationery / stationary    near in letters or by ear: one may be the other's slip
was / were                               forms of one word: their grammar may be wrong
parent / co-opted, plus / including      neither: both are chosen, and no side is ever blamed
may / must, increased / decreased        alike or not, this is another decision, and no matter of language
"""

from __future__ import annotations

from compare.annotate.lexicon import Lexicon
from compare.annotate.lexicon.misspellings import are_akin, are_confusable, misspelt_side
from compare.annotate.suspect import Exchange
from compare.values import Reading, Verdict, Word

_MISSPELT = 0.95  # confidence that of an unknown word and a near known one the unknown is wrong
_AROUND = 5  # words to each side; "is the private key" moves one by three
_LONGEST_UNIT = 3  # letters of "kg", "ms", "cwt" behind a figure


def single_word(reading: Reading) -> Word | None:
    """Returns the one word of a reading that is a word and no figure; `None` where it has more or none."""
    if len(reading.words) != 1 or not reading.words[0].is_word or any(map(str.isdigit, reading.words[0].key)):
        return None
    return reading.words[0]


def are_both_right(one: Word, other: Word, lexicon: Lexicon) -> bool:
    """Whether two words are spellings of one, or opposites: a matter of taste or of decision, not of language."""
    return one.key == other.key or lexicon.is_variant(one.key, other.key) or lexicon.are_opposites(one.key, other.key)


def may_be_slip(exchange: Exchange, lexicon: Lexicon) -> bool:
    """Whether there is a sign that one of the words may be the other's slip, so that language may be asked which.

    Both are known, neither is a name, and they look or sound alike or are forms of one word that the words around
    tell apart. Two verbs of duty, two numbers, or two words that are meant to differ are never asked about.
    """
    draft, one, final, other = exchange
    if not one.known or not other.known or is_name(draft, one) or is_name(final, other):
        return False
    if lexicon.are_both_of_force(one.key, other.key) or are_both_right(one, other, lexicon):
        return False
    if are_possessives(one.key, other.key):
        return False
    if _have_one_lemma(one, other, lexicon):
        return _is_form_tested(exchange)
    return lexicon.is_mistaken(one.key, other.key) or are_confusable(one.key, other.key)


def are_possessives(one: str, other: str) -> bool:
    """Whether these are one owner's and several owners': "the tenant's request", "the tenants' request"."""
    bare = one.replace("'", "")
    return {one, other} == {f"{bare[:-1]}'s", f"{bare}'"}


def _have_one_lemma(one: Word, other: Word, lexicon: Lexicon) -> bool:
    return lexicon.lemma(one.key) == lexicon.lemma(other.key) or one.lemma == other.lemma


# fmt: off
_BEFORE_NUMBER = frozenset([
    "a", "an", "this", "that", "these", "those", "each", "every", "another", "several", "many", "few", "both", "all",
    "various", "numerous", "other", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "of", "one",
])
_NUMBERED = frozenset(["was", "were", "is", "are", "has", "have", "does", "do"])
_BEFORE_FORM = frozenset([
    "am", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "having", "will", "would", "shall",
    "should", "can", "could", "may", "might", "must", "to", "do", "does", "did", "not", "by", "of", "for", "from",
    "in", "with", "at", "on", "after", "before", "without",
])
# fmt: on
_NEAR = 2  # words; "two old benches"


def _is_form_tested(exchange: Exchange) -> bool:
    """Whether the words around can tell two forms of one word apart.

    Of a noun's forms an article, a number or the verb must show which: "open by the contractor/contractors" are both
    right. So are two tenses, with nothing before the verb: "the school provides/provided meals".
    """
    one, other = exchange.one, exchange.other
    if "'" in one.key + other.key:
        return True
    if one.pos == other.pos == "NOUN":
        return all(_shows_number(reading) for reading in (exchange.draft, exchange.final))
    if _are_tenses(one, other, exchange.draft.before):
        return all(_keys_before(reading, _NEAR) & _BEFORE_FORM for reading in (exchange.draft, exchange.final))
    return True


def _shows_number(reading: Reading) -> bool:
    near = _keys_before(reading, _NEAR)
    return bool(near & _BEFORE_NUMBER) or bool({word.key for word in reading.after[:_NEAR]} & _NUMBERED)


def _keys_before(reading: Reading, count: int) -> frozenset[str]:
    return frozenset(word.key for word in reading.before[-count:])


def _are_tenses(one: Word, other: Word, before: tuple[Word, ...]) -> bool:
    """Whether these are a verb's present and past of one person: "provides", "provided"; "(they) lay", "laid"."""
    return any(_is_present_of(present, past, before) for present, past in ((one, other), (other, one)))


def _is_present_of(present: Word, past: Word, before: tuple[Word, ...]) -> bool:
    if (present.key, past.key) in _SAME_PERSON:
        return True
    is_past = past.key.endswith("ed") or (past.lemma != past.key and not past.key.endswith(_NO_PAST))
    if not is_past or present.key.endswith("ed"):
        return False
    if present.key.endswith("s") and not present.key.endswith("ss"):
        return True
    # The plain form is the present of several alone: "Mr Pell ask" is a slip.
    return present.key == past.lemma and bool(before) and _is_several(before[-1])


# Present and past of one person: neither is ever wrong for the other.
_SAME_PERSON = frozenset(
    [("is", "was"), ("are", "were"), ("has", "had"), ("have", "had"), ("does", "did"), ("do", "did")]
)
_NO_PAST = ("s", "ing", "n")


def _is_several(word: Word) -> bool:
    return word.key in ("they", "we", "you", "i") or (word.key.endswith("s") and not word.key.endswith(("'s", "ss")))


def misspelling(exchange: Exchange) -> Verdict | None:
    """Returns the side whose word English does not know, where the other has a near one that it knows."""
    suspect = misspelt_side(exchange.one, exchange.other)
    if suspect is None:
        return None
    reading, wrong, right = exchange.suspected(suspect)
    if is_name(reading, wrong) or not (are_confusable(wrong.key, right.key) or are_akin(wrong.key, right.key)):
        return None
    if is_unit(reading.before, wrong) or is_unit(reading.before, right):
        return None
    return Verdict(suspect, _MISSPELT, f"'{wrong.text}' is no word that English knows, '{right.text}' is")


def is_unit(before: tuple[Word, ...], word: Word) -> bool:
    """Whether a few letters stand behind a figure: "250 ms" is no misspelling of "250 s"."""
    return len(word.key) <= _LONGEST_UNIT and bool(before) and any(map(str.isdigit, before[-1].key))


def is_name(reading: Reading, word: Word) -> bool:
    """Whether a word has a capital that its place does not ask for, or stands in a name."""
    opens = not any(before.is_word for before in reading.before)
    return (word.text[:1].isupper() and not opens) or any(
        entity.label in ("PERSON", "ORG", "LOC", "BODY", "REFERENCE", "LAW") for entity in reading.entities
    )


def is_moved(reading: Reading, word: Word, empty: Reading) -> bool:
    """Whether the side without the word has it near by as often: "the key is yours", "is the key yours"."""
    near = [near.key for near in (*empty.before[-_AROUND:], *empty.after[:_AROUND])]
    own = [near.key for near in (*reading.before[-_AROUND:], *reading.after[:_AROUND])]
    return near.count(word.key) > own.count(word.key)
