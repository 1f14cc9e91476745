"""Grammar: the same word in another form.

The list of repairs were long.   →   The list of repairs was long.
"""

from __future__ import annotations

from collections.abc import Iterable

from compare.rules._change import Change
from compare.rules._limits import moves_limit
from compare.rules._rule import RETELLING, VERDICT, Claim, accusation, difference, rule, sentence
from compare.rules._senses import is_light, turns_doer
from compare.rules._word_classes import are_other_words, is_stepped_back
from compare.values import Retelling, Severity, Word

_MOST = 4  # words on each side: "to provide" / "providing", "has been given" / "was given"


_AUXILIARIES = 2  # edits of one sentence from which on its tense was changed, whatever verb reports it


@rule(
    "grammar.tense",
    Severity.MINOR,
    source="Quirk et al., A Comprehensive Grammar of the English Language (1985), 14.31: backshift in reported speech.",
    hits=(
        ("The clerk said that the pond will be deep.", "The clerk said that the pond would be deep."),
        ("The pond is deep and the paths are wet.", "The pond was deep and the paths were wet."),
        (
            "It was hoped that the crew can start and will end soon.",
            "It was hoped that the crew could start and would end soon.",
        ),
    ),
    misses=(
        ("The report provides the costs.", "The report provided the costs."),
        ("The owner shall clear the pond.", "The owner may clear the pond."),
        ("RESOLVED: That the owner will clear the pond.", "RESOLVED: That the owner would clear the pond."),
    ),
)
def tense(change: Change) -> Claim | None:
    """Reported speech put into another tense: will/would, can/could, or is/was and their like throughout a sentence.

    Major where one "would" stands alone and nothing reports it: it may be a condition.
    """
    if not change.tense_step:
        return None
    is_whole = len(change.tagged.parts) >= _AUXILIARIES or len(change.removed) >= _AUXILIARIES
    is_modal = change.word_lists.tenses.is_modal(change.draft.keys, change.final.keys)
    if not is_whole and not is_modal:
        return None  # "explain", "explained": one verb may as well be a slip
    is_said = is_whole or change.is_reported_speech
    way = "past" if change.tense_step > 0 else "present"
    reason = sentence(f"The final has the {way} tense: {difference(change)}")
    return Claim(reason, severity=None if is_said else Severity.MAJOR)


@rule(
    "grammar.construction",
    Severity.MINOR,
    deciders=RETELLING,
    source="Quirk et al., A Comprehensive Grammar of the English Language (1985), 3.63 (voice), 13, 14.30 and 17.10.",
    hits=(
        ("The pond was cleaned by the crew in May.", "The crew cleaned the pond in May."),
        ("In May the pond was deep.", "The pond was deep in May."),
        ("The key, which had been lost, was found.", "The key had been lost. It was found."),
        (
            'The warden said: "The pond is deep and I will clean it."',
            "The warden said that the pond was deep and that he would clean it.",
        ),
    ),
    misses=(
        ("The warden thanked the crew.", "The warden was thanked by the crew."),
        ("The pond was cleaned by the crew in May.", "The crew cleaned the barn in May."),
        ("The pond was cleaned before the path was swept.", "The path was swept before the pond was cleaned."),
    ),
)
def construction(change: Change) -> Claim | None:
    """The same in another construction: passive or active, another order, one sentence or two, speech.

    Each word of matter does the same in its clause. Critical where a condition moved.
    """
    if change.tagged.retelling is not Retelling.SAME:
        return None
    if change.place.in_resolution and moves_limit(change):
        reason = f"What the limit binds differs: {difference(change)}"
        return Claim(sentence(reason), severity=Severity.CRITICAL)
    return Claim(sentence(f"The same is said in another construction: {difference(change)}"))


@rule(
    "grammar.inflection",
    Severity.MINOR,
    deciders=VERDICT,
    source="Quirk et al., A Comprehensive Grammar of the English Language (1985), ch. 3-5.",
    hits=(
        ("The list of repairs were long.", "The list of repairs was long."),
        ("The report provides the costs.", "The report provided the costs."),
        ("The crew brought an ladder.", "The crew brought a ladder."),
        ("The bench had broke in the frost.", "The bench had broken in the frost."),
        ("The owner is owed the rent.", "The owner owes the rent."),
        ("The minutes were read as corrected.", "The minutes were read as correct."),
    ),
    misses=(
        ("The report provides the costs.", "The report omits the costs."),
        ("The crew brought the ladder.", "The crew brought a ladder."),
    ),
)
def inflection(change: Change) -> Claim | None:
    """The same word in another form: number, tense or agreement (was/were, provides/provided, a/an).

    Major where it turns who did it or whether it was done: "is paying", "is paid"; "has paid", "has to pay".
    """
    if (
        not change.removed
        or not change.added
        or change.marks
        or change.is_same_letters
        or change.is_reordered
        or len(change.changed) > 2 * _MOST
    ):
        return None
    removed, added = _stems(change.removed, change), _stems(change.added, change)
    single = len(change.removed) == 1 == len(change.added)
    if single:
        one, other = change.removed[0], change.added[0]
        is_alike = removed == added and not are_other_words(one, other)
        same = is_alike or one.lemma == other.lemma or is_stepped_back(one.key, other.key)
    else:
        same = content_stems(change.removed, change) == content_stems(change.added, change) != ()
    if not same:
        return None
    suspect = change.verdict.suspect if change.verdict else None
    confidence = change.verdict.confidence if change.verdict else 1.0
    is_same_deed = change.keys not in _OTHER_DEEDS if single else is_light(change)
    is_harmless = is_same_deed and not turns_doer(change)
    severity = None if is_harmless else Severity.MAJOR
    return Claim(accusation(change, change.verdict), suspect, confidence, severity)


# "Agreed as correct" says that nothing was to be corrected, "is being paid" that it is not paid yet.
_OTHER_DEEDS = (frozenset(("correct", "corrected")), frozenset(("been", "being")))


def content_stems(words: Iterable[Word], change: Change) -> tuple[str, ...]:
    """The stems of the words that carry matter, sorted: "has been given" and "was given" have the same."""
    return _stems((word for word in words if not change.word_lists.is_function_word(word)), change)


def _stems(words: Iterable[Word], change: Change) -> tuple[str, ...]:
    return tuple(sorted(change.word_lists.stems.of(word.key) for word in words))


RULES = (tense, construction, inflection)
