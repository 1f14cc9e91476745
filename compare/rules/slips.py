"""Slips: the small errors that proofreading is for, with the side that looks wrong.

    parents' voices were head and recognised   →   parents' voices were heard and recognised
    It highlighted that that the reforms       →   It highlighted that the reforms

A person's name is never a slip: the rules of names stand before these.
"""

from __future__ import annotations

from compare.annotate.lexicon.misspellings import (
    KeystrokeLimit,
    are_akin,
    are_confusable,
    are_near,
    is_cut_short,
    misspelt_side,
)
from compare.annotate.suspect.exchanges import is_unit
from compare.rules._broken_relative import find_broken_relative
from compare.rules._change import Change
from compare.rules._rule import (
    MISSPELLING,
    NEARNESS,
    VERDICT,
    Claim,
    accusation,
    difference,
    quoted,
    rule,
    sentence,
    with_curly_quotes,
)
from compare.rules._word_classes import is_name_here
from compare.values import Reading, Role, Severity, Side, Verdict, Word

_SAMPLE = "samples/rotherham-2022-09-06, item 29"
_ENDS = frozenset((".", "?", "!"))
_SHORT_WORD = 4  # letters; a figure in so short a word may be meant: "mp3s"
_ACRONYM = 5  # capitals that no word list holds. Unit: letters
# Fewer words than this with no verb are an entry of a list and need no full stop. Unit: words.
_SENTENCE = 4


@rule(
    "slip.doubled-word",
    Severity.MINOR,
    deciders=VERDICT,
    source=_SAMPLE,
    hits=(
        ("The clerk said that that the pond was deep.", "The clerk said that the pond was deep."),
        ("The crew went to the the lower field.", "The crew went to the lower field."),
    ),
    misses=(
        ("The clerk said that the pond was deep.", "The clerk said the pond was deep."),
        ("The crew had a long day.", "The crew had a very long day."),
    ),
)
def doubled_word(change: Change) -> Claim | None:
    """A word, or a few, that stand twice in a row on one side."""
    side = change.doubled_side
    if side is None:
        return None
    text = change.reading(side).text.strip()
    confidence = 0.6 if change.word_lists.has("right_when_doubled", change.reading(side).keys[0]) else 0.95
    if change.verdict and change.verdict.suspect is side:
        confidence = max(confidence, change.verdict.confidence)
    return Claim(sentence(f"{quoted(text)} stands twice in a row in the {side}"), side, confidence)


@rule(
    "slip.missing-word",
    Severity.MINOR,
    deciders=VERDICT,
    source="Proofreading of published minutes: a short word left out is the commonest slip of the keyboard.",
    hits=(
        ("The crew would able to start in spring.", "The crew would be able to start in spring."),
        ("The number homes by the pond had grown.", "The number of homes by the pond had grown."),
    ),
    misses=(
        ("The clerk said that the pond was deep.", "The clerk said the pond was deep."),
        ("The crew had a day off.", "The crew had a long day off."),
    ),
)
def missing_word(change: Change) -> Claim | None:
    """One short word of grammar on one side only, where the other side reads wrong without it."""
    side = change.lone_side
    if side is None or change.marks or len(change.changed) != 1 or not change.verdict:
        return None
    word = change.changed[0]
    if change.verdict.suspect is side or not change.word_lists.is_function_word(word):
        return None
    missing = f"{quoted(word.text)} is missing in the {side.other}"
    return Claim(sentence(missing, with_curly_quotes(change.verdict.why)), side.other, change.verdict.confidence)


@rule(
    "slip.misspelling",
    Severity.MINOR,
    deciders=(*VERDICT, *MISSPELLING),
    source="Damerau (1964): four slips in five are one letter wrong, missing, too many or out of place.",
    hits=(
        ("The commitee was asked to look at the pond.", "The committee was asked to look at the pond."),
        ("The crew would recieve a letter.", "The crew would receive a letter."),
        ("The key was left inthe shed.", "The key was left in the shed."),
        ("The clerk wi write to the owner.", "The clerk will write to the owner."),
        ("Woul the owner clear the ditch?", "Would the owner clear the ditch?"),
        ("The crew discuscoverd a leak.", "The crew discovered a leak."),
    ),
    misses=(
        ("The crew walked to the pond.", "The crew walked to the field."),
        ("The key was put in the shed.", "The key was kept in the shed."),
        ("A node shall answer in 250 ms.", "A node shall answer in 250 s."),
    ),
)
def misspelling(change: Change) -> Claim | None:
    """A word that is unknown and stands nowhere else in either document, beside the known word that it resembles."""
    if change.marks:
        return None
    if change.is_same_letters and len(change.draft_words) != len(change.final_words):
        return _joined(change)
    # "wellbeing" and "well-being" are both written.
    if change.exchanged is None or len({word.key.replace("-", "") for word in change.exchanged}) == 1:
        return None
    one, other = change.exchanged
    if one.text.isalnum() and other.text.isalnum() and _letters(one.key) == _letters(other.key) != "":
        return _digit_in_word(change, one, other)
    side = misspelt_side(one, other) or (
        change.verdict.suspect if change.verdict and not one.known and not other.known else None
    )
    if side is None or not _may_be_misspelt(change, *((one, other) if side is Side.DRAFT else (other, one))):
        return None
    wrong, right = (one, other) if side is Side.DRAFT else (other, one)
    # Where neither is English the one that stands elsewhere may be another name: "captp", "capnp".
    confidence = 0.9 if right.known else 0.6
    return _claim(change, side, f"{quoted(wrong.text)} is no word that is known here", confidence)


def _may_be_misspelt(change: Change, wrong: Word, right: Word) -> bool:
    """Whether what is no word resembles the other, and neither is a code or a unit: "EDT", "250 ms"."""
    if _are_codes(wrong.text, right.text):
        return False
    if any(is_unit(reading.before, word) for reading in (change.draft, change.final) for word in (wrong, right)):
        return False
    return (
        are_near(wrong.key, right.key, KeystrokeLimit.NO_WORD)
        or is_cut_short(wrong.key, right.key)
        or _has_many_slips(wrong, right)
    )


def _has_many_slips(wrong: Word, right: Word) -> bool:
    """Whether no word resembles a word all the same, and neither is a name: "discuscoverd", "discovered"."""
    return wrong.text.islower() and right.text.islower() and right.known and are_akin(wrong.key, right.key)


def _are_codes(one: str, other: str) -> bool:
    """Whether these are no words: figures, or short forms in capitals, "EDT" and "EST"."""
    if one[:1].isdigit() or other[:1].isdigit():
        return True
    return one.isupper() and other.isupper() and len(one) <= _ACRONYM


def _letters(key: str) -> str:
    return "".join(filter(str.isalpha, key))


def _digit_in_word(change: Change, one: Word, other: Word) -> Claim | None:
    """A figure that slipped into a word: "discover3ed"; not "A12" for "A", nor "covid19"."""
    wrong, right = (one, other) if other.key.isalpha() else (other, one)
    figures = len(wrong.key) - len(right.key)
    if not right.key.isalpha() or not right.known or len(right.key) <= _SHORT_WORD or figures > 1 or wrong.elsewhere:
        return None
    if wrong.key[-1].isdigit():
        return None
    side = Side.DRAFT if wrong is one else Side.FINAL
    return _claim(change, side, f"{quoted(wrong.text)} has a figure in it", 0.9)


def _joined(change: Change) -> Claim | None:
    """A word run into the next: "inthe" for "in the"."""
    side = Side.DRAFT if len(change.draft_words) < len(change.final_words) else Side.FINAL
    words = change.draft_words if side is Side.DRAFT else change.final_words
    others = change.final_words if side is Side.DRAFT else change.draft_words
    wrong = next((word for word in words if not word.known and not word.elsewhere), None)
    if wrong is not None and all(word.known for word in others):
        return _claim(change, side, f"{quoted(wrong.text)} is no word that is known here", 0.9)
    parts = [word for word in others if (not word.known and not word.elsewhere) or _is_lone_letter(word)]
    if parts and all(word.known for word in words):
        return _claim(change, side.other, f"{quoted(parts[0].text)} is no word that is known here", 0.9)
    return None


def _is_lone_letter(word: Word) -> bool:
    """Whether a small letter stands alone that is no word: "o f"."""
    return len(word.key) == 1 and word.text.islower() and word.key not in ("a", "i")


@rule(
    "slip.real-word",
    Severity.MINOR,
    deciders=(*VERDICT, *NEARNESS),
    source=_SAMPLE,
    hits=(
        ("Everyone's voices were head and recognised.", "Everyone's voices were heard and recognised."),
        (
            "A list of repairs or were work had been done was shown.",
            "A list of repairs or where work had been done was shown.",
        ),
        ("The letter came form the school.", "The letter came from the school."),
        ("Everyone mus come to the fair.", "Everyone must come to the fair."),
        ("The plan was no yet ready.", "The plan was not yet ready."),
        ("The Board moved to its new office.", "The Board moved to it's new office."),
        ("The resident whose shed had burnt spoke.", "The resident who's shed had burnt spoke."),
        ("The draft minutes were sent out.", "The draught minutes were sent out."),
    ),
    misses=(
        ("Cllr Head moved to the pond.", "Cllr Heard moved to the pond."),
        ("The path to the north of the pond was closed.", "The path to the south of the pond was closed."),
        ("The work is now done.", "The work is not done."),
        ("The members welcomed the plan.", "The members criticised the plan."),
    ),
)
def real_word(change: Change) -> Claim | None:
    """One known word in the place of another that it looks or sounds like, and that does not belong there."""
    if change.marks:
        return None
    if not change.verdict:
        return _sounding_alike(change)
    is_cut = change.is_same_letters and len(change.draft_words) != len(change.final_words)
    if _differ_in_apostrophe(change):
        return _claim(change, change.verdict.suspect, change.verdict.why, change.verdict.confidence)
    if not is_cut and (change.exchanged is None or not _is_mistaken_for(*change.exchanged, change)):
        return None
    return _claim(change, change.verdict.suspect, change.verdict.why, change.verdict.confidence)


def _is_mistaken_for(one: Word, other: Word, change: Change) -> bool:
    """Whether one word may be mistaken for the other: both are words, near in letters or sound, no forms of one."""
    if not (one.known or one.elsewhere) or not (other.known or other.elsewhere):
        return False
    if one.key.replace("-", "") == other.key.replace("-", ""):  # "re-submitted": a matter of style
        return False
    if change.word_lists.is_opposite(one.key, other.key) or _are_names(one, other, change):
        return False
    if change.word_lists.is_confusable(one.key, other.key):
        return True  # "whose" and "who's" are forms of one word, and sound alike
    return one.lemma != other.lemma and are_confusable(one.key, other.key)


def _differ_in_apostrophe(change: Change) -> bool:
    """Whether the two are one word with its apostrophe elsewhere or without: its/it's, councillors'/councillor's."""
    if change.exchanged is None:
        return False
    one, other = (word.key for word in change.exchanged)
    return one != other and one.replace("'", "") == other.replace("'", "")


def _are_names(one: Word, other: Word, change: Change) -> bool:
    """Whether a model takes both for names, and both have a capital: "Will thanked them", "Bill thanked them"."""
    return all(
        word.text[:1].isupper() and (word.pos == "PROPN" or is_name_here(change, side, word))
        for side, word in ((Side.DRAFT, one), (Side.FINAL, other))
    )


def _sounding_alike(change: Change) -> Claim | None:
    """Claims one word for another that sounds the same, where neither looks wrong: toed, towed.

    It is major: either one of them is a slip, and may be the final's, or the two say different things.
    """
    if change.exchanged is None or any(word.text[:1].isupper() for word in change.exchanged):
        return None
    one, other = (word.key for word in change.exchanged)
    if not change.word_lists.sounds_like(one, other):
        return None
    return Claim(sentence(f"{difference(change)}; the two sound alike"), severity=Severity.MAJOR)


def _claim(change: Change, side: Side, why: str, confidence: float) -> Claim:
    return Claim(accusation(change, Verdict(side, max(confidence, 0.5), why)), side, confidence)


@rule(
    "slip.relative-clause",
    Severity.MINOR,
    deciders=(("whether a relative clause has two subjects", find_broken_relative),),
    source="Quirk et al., A Comprehensive Grammar of the English Language (1985), 17.10-17.15.",
    hits=(
        ("The nets had come. They were stored in the barn.", "The nets had come which it was stored in the barn."),
        ("The nets had come which they were torn.", "The nets had come. They were torn."),
        ("The path was wet and could flood.", "The path was wet, it which could flood."),
    ),
    misses=(
        ("The nets had come. They were stored.", "The nets had come, which were stored."),
        ("The barn was dry. It was stored there.", "The barn in which it was stored was dry."),
        ("The key had gone. They had found it.", "The key which they had found had gone."),
        ("The fence would be moved. It was hoped so.", "The fence which it was hoped would be moved."),
    ),
)
def relative_clause(change: Change) -> Claim | None:
    """A relative clause with a subject too many, as it is left when sentences are joined: "which it was stored"."""
    broken = find_broken_relative(change)
    if broken is None:
        return None
    side, words = broken
    return Claim(sentence(f"{quoted(words)} in the {side}: the clause has a subject too many"), side, 0.9)


@rule(
    "slip.end-stop",
    Severity.MINOR,
    source=_SAMPLE,
    hits=(
        (
            "The pond was cleaned by the crew It was full of weed.",
            "The pond was cleaned by the crew. It was full of weed.",
        ),
        (
            "The pond was cleaned by the crew.\n\nThe shed was sold.",
            "The pond was cleaned by the crew\n\nThe shed was sold.",
        ),
    ),
    misses=(
        ("Cllr. Odell spoke of the pond.", "Cllr Odell spoke of the pond."),
        ("The pond was deep, and cold.", "The pond was deep and cold."),
    ),
)
def end_stop(change: Change) -> Claim | None:
    """A sentence's full stop, question mark or exclamation mark that one side lacks."""
    marks = (*change.draft.words, *change.final.words)
    if change.place.role is Role.HEADING or len(marks) != 1 or marks[0].key not in _ENDS:
        return None
    side = Side.FINAL if change.draft.words else Side.DRAFT
    has, lacks = change.reading(side.other), change.reading(side)
    before = has.before[-1:] or lacks.before[-1:]
    if (
        not before
        or not before[0].is_word
        or change.word_lists.is_short_form(before[0].key)
        or not _is_sentence(has, lacks)
    ):
        return None
    return Claim(sentence(f"The {side} lacks the {_NAMES[marks[0].key]} after {quoted(before[0].text)}"), side, 0.9)


_NAMES = {".": "full stop", "?": "question mark", "!": "exclamation mark"}


def _is_sentence(has: Reading, lacks: Reading) -> bool:
    """Whether the mark ends a sentence: another begins after it, or the paragraph ends."""
    after = next(iter(lacks.after or has.after), None)
    if after is not None and not after.text[:1].isupper() and after.key not in ('"', "("):
        return False
    return len(has.before) >= _SENTENCE or len(lacks.before) >= _SENTENCE


RULES = (relative_clause, doubled_word, missing_word, misspelling, real_word, end_stop)
