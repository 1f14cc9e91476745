"""Modality: duty or power, condition or none.

The owner shall clear the ditch.        →   The owner may clear the ditch.
a grant of up to £900                   →   a grant of £900
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.annotate.lexicon.misspellings import KeystrokeLimit, are_near
from compare.rules._change import Change, words_of
from compare.rules._deeds import Deed, done_or_due
from compare.rules._limits import became_a_fact, binds, is_within_limit, limit_on_one_side
from compare.rules._rewording import is_incidental
from compare.rules._rule import ADDED_VERDICT, MISSPELLING, Claim, both_sides, difference, only_in, rule, sentence
from compare.rules._senses import says_the_same, turned_sense
from compare.rules._word_classes import is_after_determiner, is_name_here, is_noun_here, is_stepped_back
from compare.values import Severity, Side, Word

# Words of both sides together; a longer passage with "can" in it on one side is more than another duty or power.
_FEW = 8
# Changed words, both sides together, from which on a passage is worded anew: with a verb of duty or power on both
# sides, and with one on one side alone.
_REWORDING, _FEWEST = 7, 4
_REACH = 5  # words beside the edit that may complete a phrase such as "as soon as practicable"
_ONE_FORM = {"fewer": "less", "wherever": "where", "no": "not"}
_CURRENCIES = frozenset("£$€")


@rule(
    "modality.done",
    Severity.MAJOR,
    source="Quirk et al., A Comprehensive Grammar of the English Language (1985), 4.41-4.48: the future.",
    hits=(
        ("The pond was cleaned by the crew.", "The pond was to be cleaned by the crew."),
        ("The contract with Moss Ltd had been signed.", "The contract with Moss Ltd would be signed."),
        ("The contractor has paid £900 back.", "The contractor has to pay £900 back."),
        ("The deposit of £900 was paid.", "The deposit of £900 is payable."),
        ("The crew has yet to mend the gate.", "The crew has mended the gate."),
    ),
    misses=(
        ("The pond was cleaned by the crew.", "The pond had been cleaned by the crew."),
        ("The clerk said that the pond will be cleaned.", "The clerk said that the pond would be cleaned."),
        ("The pond was to be cleaned.", "The pond is to be cleaned."),
        ("The rent was paid by the tenant.", "The rent must be paid by the tenant."),
    ),
)
def done(change: Change) -> Claim | None:
    """What was done on one side is still to be done on the other: "was signed", "would be signed".

    Critical of a decision, a vote, a sum, an appointment, a contract or a licence.
    """
    deed = done_or_due(change)
    if deed is None:
        return None
    reason = f"Done in the {deed.done}, still to be done in the {deed.due}"
    return Claim(
        sentence(f"{reason}: {difference(change)}"), severity=Severity.CRITICAL if _binds(change, deed) else None
    )


def _binds(change: Change, deed: Deed) -> bool:
    """Whether a decision, a sum, an appointment, a contract or a licence depends on its being done."""
    if change.place.in_resolution or change.place.in_header or change.is_about_vote:
        return True
    if change.word_lists.has("binding_deeds", deed.verb.key) or not _CURRENCIES.isdisjoint(change.nearby_text):
        return True
    return any(change.word_lists.has("binding_things", word) for word in words_of(change.nearby_text))


@rule(
    "modality.limit",
    Severity.CRITICAL,
    source="Adams, A Manual of Style for Contract Drafting, on exceptions, provisos and conditions.",
    deciders=(("whether words are a limit", limit_on_one_side), ("whether the sentence binds", binds)),
    hits=(
        (
            "The clerk was given power to sell the shed until the next fair.",
            "The clerk was given power to sell the shed.",
        ),
        ("Hirers may use the hall in May for one day only.", "Hirers may use the hall in May."),
        ("Dogs are barred from the green, guide dogs excepted.", "Dogs are barred from the green."),
        (
            "The shed would be let once the roof had been mended.",
            "The shed would be let, and the roof had been mended.",
        ),
        (
            "The owners may keep hens by the pond.",
            "The owners may keep hens by the pond with the consent of the warden.",
        ),
    ),
    misses=(
        ("The pond was deep until the summer.", "The pond was deep."),
        ("The warden said that it may rain until dusk.", "The warden said that it may rain."),
        ("The clerk was given power to sell the old shed.", "The clerk was given power to sell the shed."),
        ("The warden had tea with a trained crew in May.", "The warden had tea in May."),
    ),
)
def limit(change: Change) -> Claim | None:
    """A limit, an exception or a proviso put in, left out or changed where power or leave is given, or a ban."""
    if became_a_fact(change):
        return Claim(sentence(f"A condition stands on one side only: {difference(change)}"))
    if is_within_limit(change):
        return Claim(sentence(f"What it binds differs: {difference(change)}"))
    side = limit_on_one_side(change)
    if side is None:
        return None
    return Claim(sentence(f"What it binds differs: {only_in(side, change.reading(side).text)}"))


@rule(
    "modality.changed",
    Severity.CRITICAL,
    deciders=(*ADDED_VERDICT, *MISSPELLING),
    source="Office of the Parliamentary Counsel, Drafting Guidance, on must, may and shall; RFC 2119.",
    hits=(
        ("The owner shall clear the ditch by spring.", "The owner may clear the ditch by spring."),
        ("A grant of up to £900 was offered to the band.", "A grant of £900 was offered to the band."),
        ("Staff should lock the gate at night.", "Staff must lock the gate at night."),
        ("The lease was agreed in principle by the board.", "The lease was agreed by the board."),
        ("At least six wardens were asked for.", "At most six wardens were asked for."),
        (
            "Grants of up to £500 would be made to clubs in the parish.",
            "Clubs in the parish could be given £500 each as a grant.",
        ),
        (
            "We will be giving £700 to the fair. This is lower than before.",
            "We might be able to give the fair the usual £700, and want it to be cheaper.",
        ),
    ),
    misses=(
        ("The fair was held in May on the green.", "The fair was held in June on the green."),
        ("Will Odell thanked the crew for the work.", "Bill Odell thanked the crew for the work."),
        ("The old man left her will with a solicitor.", "The old man left her letter with a solicitor."),
        ("The list was brought up to date.", "The list was brought to date."),
        ("The pump already works, but changes need to be made.", "The pump would require at least one repair."),
        ("More than 50 people came to the fair.", "Over 50 people came to the fair."),
        ("Everyone mus come to the fair.", "Everyone must come to the fair."),
        ("Ned will bring some oil.", "Ned has promised some oil."),
        ("The rent went up by 4% in the year.", "The rent went up to 4% in the year."),
        ("Mr Kell was unable to speak to the report.", "Mr Kell could not speak to the report."),
    ),
)
def modality(change: Change) -> Claim | None:
    """A duty, a power or a condition changed: must, shall, will, should, may; "subject to", "up to", "at least"."""
    draft, final = _modals(change, Side.DRAFT), _modals(change, Side.FINAL)
    if bool(draft) != bool(final) and _is_moved(change, (draft or final)[0]):
        draft = final = []
    removed, added = [verb for verb in draft if verb not in final], [verb for verb in final if verb not in draft]
    is_alike = change.is_bound_alike
    if change.tense_step or is_alike or (change.place.in_resolution and change.is_mandative_should):
        draft = final = removed = added = []  # will/would, can/could: grammar.tense
    if draft == final or _is_reported(change, draft, final):
        limits, kept = _phrases(change, Side.DRAFT), _phrases(change, Side.FINAL)
        removed, added = sorted(limits - kept), sorted(kept - limits)
    if is_alike:
        removed, added = ([one for one in found if not _is_force(change, one)] for found in (removed, added))
    if (
        (not removed and not added)
        or change.is_reported_whole
        or change.is_same_words
        or change.is_same_denial
        or change.is_same_sense
        or change.is_misspelling
        or _is_slip(change)
        or change.is_same_letters
    ):
        return None
    return Claim(sentence(_reason(change, removed, added)))


def _is_force(change: Change, phrase: str) -> bool:
    return change.word_lists.forces.holds(tuple(phrase.split()))


def _is_slip(change: Change) -> bool:
    """Whether the language is sure that another word was mistyped: "mus come", "must come"; "in principal".

    Of two such verbs it never decides, nor of a word a keystroke further off.
    """
    verdict = change.verdict
    if change.exchanged is None or verdict is None:
        return False
    wrong = change.exchanged[0 if verdict.suspect is Side.DRAFT else 1]
    is_verb = _is_modal(change, verdict.suspect, wrong) or wrong.key in change.word_lists.force
    one, other = (word.key for word in change.exchanged)
    if change.word_lists.is_confusable(one, other):
        return not is_verb
    return verdict.confidence >= _SURE and not is_verb and are_near(one, other, KeystrokeLimit.ONE_KEY)


_SURE = 0.9  # confidence of a verdict (0-1); of words that are often taken for one another any verdict will do


def _reason(change: Change, removed: list[str], added: list[str]) -> str:
    if removed and added:
        return both_sides("The force", removed[0], added[0])
    if removed or added:
        return only_in(Side.DRAFT if removed else Side.FINAL, (removed or added)[0])
    return difference(change)


def _is_reported(change: Change, draft: list[str], final: list[str]) -> bool:
    """Whether only the tense of reported speech differs, outside a resolution: "noted that it will" / "would"."""
    if change.place.in_resolution or len(draft) != 1 or len(final) != 1:
        return False
    is_clause = any(word.key == "that" and word.pos != "DET" for word in change.draft.before)  # not "that path will"
    return is_stepped_back(draft[0], final[0]) and is_clause


def _is_moved(change: Change, verb: str) -> bool:
    """Whether the verb that one side has here stands elsewhere in the other's sentence: "will it" and "it will"."""
    counts = [text.split().count(verb) for text in change.nearby_text.split("\n", 1)]
    return not change.place.in_resolution and counts[0] == counts[1] > 0


def _modals(change: Change, side: Side) -> list[str]:
    """The modal verbs of one side that the other has not, in the order of the alphabet.

    Where one side alone has such a verb, even a short exchange is another wording: "works well", "would need repair".
    """
    found = [word for word in change.own_words(side) if _is_modal(change, side, word)]
    has_answer = any(_is_modal(change, side.other, word) for word in change.own_words(side.other))
    if not has_answer and change.lone_side is None and len(change.changed) > _FEW:
        return []
    if has_answer:
        found = [word for word in found if not is_incidental(change, side, (word,), least=_REWORDING)]
    else:
        found = [word for word in found if not is_incidental(change, side, (word,), least=_FEWEST, by_any_verb=False)]
    return sorted(_full(word.key) for word in found)


def _full(key: str) -> str:
    if key.endswith("'ll"):
        return "will"
    return {"cannot": "can", "can't": "can", "won't": "will", "shan't": "shall"}.get(key, key.removesuffix("n't"))


def _is_modal(change: Change, side: Side, word: Word) -> bool:
    """Whether the word is a modal verb here: "may" no month, "will" no document and no man, "need" no want."""
    if word.key in _NEED:
        return word.pos == "AUX" or (word.pos == "VERB" and change.next_keys(side, word)[:1] == ("not",))
    if word.key not in change.word_lists.sets["modals"]:
        return False
    if word.key not in _AMBIGUOUS:
        return True
    if _looks_like_verb(change, side, word):
        return word.pos is None or not (is_noun_here(change, side, word) or is_name_here(change, side, word))
    return word.pos == "AUX" and not _is_surely_noun(change, side, word)


_AMBIGUOUS = frozenset(("may", "will", "might", "can", "must"))
_NEED = frozenset(("need", "dare"))


def _looks_like_verb(change: Change, side: Side, word: Word) -> bool:
    """Whether capitals and the nearest words allow a verb."""
    previous = change.previous_keys(side, word)[-1:]
    following = change.next_keys(side, word)[:1]
    if word.key == "may" and (_has_digit(previous) or _has_digit(following)):
        return False
    if word.text[:1].isupper() and (previous or (following and _is_name(change, side, word))):
        return False
    if following and change.word_lists.has("after_noun", following[0]):
        return False
    return not (previous and _makes_noun(change, previous[0]))


def _makes_noun(change: Change, key: str) -> bool:
    return change.word_lists.has("before_noun", key) or key.endswith("'s")


def _is_surely_noun(change: Change, side: Side, word: Word) -> bool:
    """Whether it is a noun whatever its tag: a figure stands beside "May", a capital, an article before it."""
    previous, following = change.previous_words(side, word), change.next_words(side, word)
    if word.key == "may" and any(_has_digit((near.key,)) for near in (*previous[-1:], *following[:1])):
        return True
    if word.text.istitle() and ((previous and previous[-1].is_word) or _is_name(change, side, word)):
        return True
    if following and following[0].key in _FINITE:
        return True
    if previous and previous[-1].key not in _EITHER_BEFORE and _makes_noun(change, previous[-1].key):
        return True
    return is_after_determiner(change, side, word)


# Of the words of `before_noun`, those that may also stand before a modal verb: "this may" can be a duty.
_EITHER_BEFORE = frozenset(("this", "that"))
_FINITE = frozenset(("was", "were", "is", "are", "had", "has"))


def _has_digit(keys: tuple[str, ...]) -> bool:
    return any(character.isdigit() for key in keys for character in key)


def _is_name(change: Change, side: Side, word: Word) -> bool:
    reading = change.reading(side)
    follower = next((other for other in (*reading.words, *reading.after) if other.span.start > word.span.start), None)
    return follower is not None and follower.text[:1].isupper()


def _phrases(change: Change, side: Side) -> frozenset[str]:
    """The phrases of duty, power or limit that the words of the edit are part of, and the other side does not say."""
    reading = change.reading(side)
    before, after = reading.before[-_REACH:], reading.after[:_REACH]
    first, last = len(before), len(before) + len(reading.words)
    words = (*before, *reading.words, *after)
    keys = tuple(word.key for word in words)
    return frozenset(
        " ".join(_ONE_FORM.get(key, key) for key in keys[start:end])
        for start, end in _found(keys, change)
        if _touches(start, end, first, last)
        and not is_incidental(change, side, words[start:end])
        and not says_the_same(change, side.other, keys[start:end])
        and not (keys[start:end] == _UP_TO and start == first - 1 and _is_amount(change))
    )


_UP_TO = ("up", "to")


def _is_amount(change: Change) -> bool:
    """Whether "to" stands for "by": "went up by 4%", "went up to 4%" is another amount, and no limit."""
    turn = turned_sense(change)
    return turn is not None and turn.draft is not None and turn.final is not None


def _touches(start: int, end: int, first: int, last: int) -> bool:
    """Whether tokens [start, end) meet the edit's [first, last); an empty side must be strictly inside."""
    return start < last and end > first if last > first else start < first < end


def _found(keys: tuple[str, ...], change: Change) -> Iterator[tuple[int, int]]:
    for start, key in enumerate(keys):
        for phrase in change.word_lists.force_phrases.get(key, ()):
            end = start + len(phrase)
            if keys[start:end] == phrase and not (
                phrase == _UP_TO and keys[end : end + 1] and change.word_lists.has("no_limit_after_up_to", keys[end])
            ):
                yield start, end


RULES = (done, modality)
LIMITS = (limit,)
