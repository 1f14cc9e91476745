"""Verbs that do not agree with their subject, where the sentence shows its number beyond doubt.

    the visits to the day centre [was] described     "visits" are several: "was" is wrong
    the list of repairs [were] long                  "list" is one: "were" is wrong
    two [bench] have been painted                    the number says it

Whatever can be read either way is left alone: a committee, a number of people, "if it were", names, subjects joined by
"and", any subject with a verb in it. Rules after Quirk et al., A Comprehensive Grammar of the English Language (1985),
10.34-10.50 (concord).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from compare.annotate.lexicon import Lexicon
from compare.annotate.suspect import Exchange
from compare.values import Reading, Side, Verdict, Word

_SURE = 0.93  # confidence; of slips of agreement written for this and of rewordings none was judged wrongly


class _Number(Enum):
    ONE = "one"
    SEVERAL = "several"


_VERBS = {"was": "were", "is": "are", "has": "have", "does": "do"}  # for one, for several
_OF_ONE, _OF_SEVERAL = frozenset(_VERBS), frozenset(_VERBS.values())
_PRONOUNS = {"he": _Number.ONE, "she": _Number.ONE, "it": _Number.ONE, "they": _Number.SEVERAL, "we": _Number.SEVERAL}
# fmt: off
_PREPOSITIONS = frozenset([
    "of", "to", "in", "for", "from", "by", "at", "on", "about", "between", "under", "over", "near", "against", "into",
    "towards", "regarding", "during", "within", "outside", "behind", "beside", "around", "through",
])
# Between these and the verb the clause begins.
_OPENERS = frozenset([
    "that", "where", "when", "while", "whilst", "because", "although", "since", "said", "but", "so", "how", "why",
])
# With one of these the number is open, or the mood is not the plain one.
_OPEN = frozenset([
    "and", "or", "nor", "&", "with", "plus", "if", "though", "unless", "lest", "whether", "wish", "as", "than", "which",
    "who", "whom", "whose", "what", "there", "here", "none", "some", "all", "any", "most", "more", "half", "either",
    "neither", "not", "no", "per", "i", "you", "one", "that", "this", "these", "those", "such", "including", "only",
])
_MOODS = frozenset(["if", "whether", "though", "unless", "lest", "wish", "wished", "as"])
# Words for one thing that may be followed by either number, and nouns whose form does not show theirs.
_EITHER = frozenset([
    "committee", "council", "board", "team", "group", "panel", "crew", "staff", "company", "club", "society", "trust",
    "association", "government", "cabinet", "party", "family", "public", "press", "majority", "minority", "number",
    "range", "variety", "series", "lot", "couple", "handful", "pair", "rest", "remainder", "percentage", "part",
    "total", "proportion", "police", "people", "youth", "clergy", "audience", "jury", "class", "school", "department",
    "authority", "commission", "executive", "membership", "management", "firm", "partnership", "consortium",
    "community", "parish", "church", "choir", "band", "data", "media", "agenda", "news", "works", "means", "premises",
    "headquarters", "species", "politics", "statistics", "economics", "barracks", "crossroads", "gas", "bus", "sheep",
    "deer", "aircraft", "fish", "poor", "elderly", "congregation", "forum", "assembly", "court", "senate", "federation",
    "union", "charity", "college", "university", "bank", "service", "office", "side", "squad", "cast", "delegation",
    "population", "quarter", "third", "dozen", "hundred", "thousand", "million", "variants", "accounts", "savings",
    "others", "other", "latter", "former", "first", "last", "same", "pupil", "minute",
])
_AMOUNTS = frozenset([
    "weeks", "days", "months", "years", "hours", "minutes", "miles", "metres", "pounds", "pence", "acres", "hectares",
    "times", "degrees", "points", "percent", "cent", "feet", "inches", "litres", "tonnes",
])
_SEVERAL = frozenset(["these", "those", "both", "several", "many", "few", "various", "numerous"])
_ONE = frozenset(["a", "an", "each", "every", "another"])
_COUNTS = frozenset(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])
_PLURALS = frozenset(["children", "men", "women", "chairmen", "criteria", "feet", "teeth", "councillors"])
_ADVERBS = frozenset(["also", "now", "still", "already", "then", "always", "often", "later", "again", "since"])
# fmt: on
_VERBAL = frozenset(("VERB", "AUX"))
_CLAUSE_MARKS = frozenset([":", ";", "."])
_REACH = 5  # words before a verb in which a preposition parts it from its subject
_FROM_LETTERS = 4  # "gas", "bus"


def disagreement(exchange: Exchange, lexicon: Lexicon) -> Verdict | None:
    """Returns the side on which verb and subject, or number and noun, do not agree; `None` where that is open."""
    one, other = exchange.one, exchange.other
    found = [
        _wrong_verb(reading, one, other, lexicon) or _wrong_noun(reading, one, other, lexicon)
        for reading in (exchange.draft, exchange.final)
    ]
    if found[0] is None or found[1] is None or found[0][0] != found[1][0]:
        return None
    wrong, why = found[0]
    return Verdict(Side.DRAFT if wrong == one.key else Side.FINAL, _SURE, why)


def is_verb_of_number(one: str, other: str) -> bool:
    """Whether the two are one verb's forms for one and for several: was/were, has/have."""
    return _VERBS.get(one) == other or _VERBS.get(other) == one


def is_number_open(exchange: Exchange) -> bool:
    """Whether either form may follow: "the committee was/were", "if it was/were", "asked whether the wall was/were"."""
    if not is_verb_of_number(exchange.one.key, exchange.other.key):
        return False
    before = [word.key for word in exchange.draft.before]
    return any(key in _MOODS for key in before) or any(key in _EITHER for key in before[-_REACH:])


def is_far_from_subject(reading: Reading) -> bool:
    """Whether the noun before a verb may not be its subject, but depend on it: "the visits to the centre were"."""
    return any(word.key in _PREPOSITIONS for word in reading.before[-_REACH:])


def _wrong_verb(reading: Reading, one: Word, other: Word, lexicon: Lexicon) -> tuple[str, str] | None:
    """Returns which of the two verbs does not agree with the subject before them, and why."""
    pair = _verb_forms(one, other)
    if pair is None:
        return None
    subject = _subject(reading.before, lexicon) or _announced(reading)
    if subject is None or (subject[1] is _Number.ONE and pair not in _VERBS.items() and _may_be_wished(reading)):
        return None
    noun, number = subject
    wrong, right = pair[::-1] if number is _Number.ONE else pair
    return wrong, f"'{noun}' {_AMOUNT[number]}, and takes '{right}', not '{wrong}'"


_AMOUNT = {_Number.ONE: "is one", _Number.SEVERAL: "are several"}


def _verb_forms(one: Word, other: Word) -> tuple[str, str] | None:
    """The form for one and the form for several, where the two words are those of one verb."""
    for single, several in ((one, other), (other, one)):
        if _VERBS.get(single.key) == several.key:
            return single.key, several.key
        if one.pos == other.pos == "VERB" and single.key == f"{several.key}s" and single.lemma == several.lemma:
            return single.key, several.key
    return None


def _may_be_wished(reading: Reading) -> bool:
    """Whether the plain form may follow a wish: "recommended that the clerk write"."""
    return any(word.key == "that" for word in reading.before)


def _announced(reading: Reading) -> tuple[str, _Number] | None:
    """The subject behind the verb, where it is announced: "there were seven letters"."""
    is_announced = bool(reading.before) and reading.before[-1].key == "there"
    if not is_announced or len(reading.after) < 2 or reading.after[1].key in _AMOUNTS:  # noqa: PLR2004 - two words
        return None
    first, noun = reading.after[:2]
    if first.key in _COUNTS or first.key in _SEVERAL - {"these", "those", "both"}:
        return (f"{first.text} {noun.text}", _Number.SEVERAL) if noun.key.endswith("s") else None
    return None


def _subject(before: Sequence[Word], lexicon: Lexicon) -> tuple[str, _Number] | None:
    """The head of the subject that ends before a verb, and its number."""
    phrase = _phrase(before)
    if not phrase:
        return None
    if len(phrase) == 1 and phrase[0].key in _PRONOUNS:
        return phrase[0].text, _PRONOUNS[phrase[0].key]
    cut = next((place for place, word in enumerate(phrase) if word.key in _PREPOSITIONS), len(phrase))
    if cut < len(phrase) and (phrase[-1].pos is None or (phrase[0].text[:1].isupper() and cut == 1)):
        return None  # without tags where the subject ends is open; "Friends of Marsh Park" is a name
    number = _number_of(phrase[:cut], opens=len(phrase) == len(before), lexicon=lexicon)
    return None if number is None else (phrase[cut - 1].text, number)


def _phrase(before: Sequence[Word]) -> list[Word]:
    """The words of the subject; empty where its number is open."""
    words: list[Word] = []
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        if word.key in _OPENERS or word.key in _CLAUSE_MARKS or (not word.is_word and place == 0):
            break
        if not word.is_word:
            return []  # the end of a list or an aside
        if words or not (word.key in _ADVERBS or word.key.endswith("ly")):
            words.append(word)
    words.reverse()
    if any(word.pos in _VERBAL and not _is_participle(words, place) for place, word in enumerate(words)):
        return []
    is_open = any(word.key in _OPEN and not (place == 0 and word.key in _SEVERAL) for place, word in enumerate(words))
    return [] if is_open else words


def _is_participle(words: Sequence[Word], place: int) -> bool:
    """Whether a verb in a subject belongs to a noun of it: "the working parties", "the meeting held on 2 July"."""
    word, follower = words[place], words[place + 1] if place + 1 < len(words) else None
    if not place or follower is None:
        return False
    if word.key.endswith("ing"):
        return follower.pos == "NOUN" or words[place - 1].key in ("the", "a", "this", "each", "every", "its", "their")
    is_past = word.key.endswith(("ed", "en")) or word.key in ("held", "made", "sent", "built", "bought", "kept", "set")
    return is_past and word.pos == "VERB" and follower.key in _PREPOSITIONS


def _number_of(phrase: Sequence[Word], *, opens: bool, lexicon: Lexicon) -> _Number | None:
    """The number of a phrase of determiner, adjectives and noun; `None` where its form does not show it."""
    if not phrase or _has_open_number(phrase, opens=opens, lexicon=lexicon):
        return None
    first, head = phrase[0].key, phrase[-1]
    if _is_plural(head, lexicon):
        return None if first in _ONE else _Number.SEVERAL
    is_noun = head.pos in ("NOUN", "PROPN") or (head.pos is None and lexicon.is_office(head.key))
    has_article = first in ("the", "a", "an", "each", "every", "his", "her", "its", "their", "our")
    return _Number.ONE if is_noun and has_article and not head.key.endswith("s") else None


def _has_open_number(phrase: Sequence[Word], *, opens: bool, lexicon: Lexicon) -> bool:
    """Whether a phrase may be followed by either number: a body, an amount, a name that is no office."""
    first, head = phrase[0].key, phrase[-1]
    if head.key in _EITHER or not head.key.isalpha() or not first.replace("'", "").isalpha():
        return True
    if head.key in _AMOUNTS and (head.key != "minutes" or first in _COUNTS):
        return True
    named = [word for place, word in enumerate(phrase) if word.text[:1].isupper() and not (opens and place == 0)]
    return bool(named) and not (named == [head] and lexicon.is_office(head.key))


def _is_plural(word: Word, lexicon: Lexicon) -> bool:
    if word.key in _PLURALS:
        return True
    if word.pos not in (None, "NOUN", "PROPN") or len(word.key) < _FROM_LETTERS:
        return False
    return word.key.endswith("s") and not word.key.endswith(("ss", "us", "is")) and lexicon.lemma(word.key) != word.key


def _wrong_noun(reading: Reading, one: Word, other: Word, lexicon: Lexicon) -> tuple[str, str] | None:
    """Returns which of two forms of a noun does not agree with the number before it, or the verb behind it."""
    pair = _noun_forms(one, other, lexicon)
    if pair is None or not reading.before:
        return None
    single, several = pair
    before, after = reading.before[-1], reading.after[0] if reading.after else None
    if after is not None and after.is_word and after.key not in _AFTER_NOUN:
        return None  # "a two year lease", "every works manager"
    if before.key in _ONE and not {several, single} & (_EITHER | _AMOUNTS):
        return several, f"'{before.text}' is followed by one, '{several}' are several"
    if before.key in _COUNTS or (before.key in _SEVERAL and before.key != "both"):
        return single, f"'{before.text}' is followed by several, '{single}' is one"
    return None


# fmt: off
_AFTER_NOUN = (
    _PREPOSITIONS | _OF_ONE | _OF_SEVERAL
    | {"would", "will", "should", "could", "may", "might", "had", "can", "shall", "who", "which", "that", "and"}
)
# fmt: on


def _noun_forms(one: Word, other: Word, lexicon: Lexicon) -> tuple[str, str] | None:
    if not {one.pos, other.pos} <= {None, "NOUN"}:
        return None
    for single, several in ((one, other), (other, one)):
        if several.key == single.key + "s" or (
            several.key.endswith("es") and lexicon.lemma(several.key) == single.key != several.key
        ):
            return single.key, several.key
    return None
