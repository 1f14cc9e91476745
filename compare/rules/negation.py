"""Negation: a statement turned round by one short word.

The Board did not support the closure.   →   The Board did support the closure.
"""

from __future__ import annotations

import re

from compare.rules._change import Change
from compare.rules._rewording import is_incidental
from compare.rules._rule import MISSPELLING, Claim, difference, only_in, quoted, rule, sentence
from compare.values import Role, Severity, Side, Word

# Words that deny the same: no change when one replaces the other.
_ALIKE = {"cannot": "not", "no-one": "nobody", "noone": "nobody"}


@rule(
    "negation.changed",
    Severity.CRITICAL,
    deciders=MISSPELLING,
    source="Huddleston and Pullum, The Cambridge Grammar of the English Language (2002), ch. 9.",
    hits=(
        ("The Board did not support the closure.", "The Board did support the closure."),
        ("The delay was thought reasonable by the panel.", "The delay was thought unreasonable by the panel."),
        ("The road is now open to lorries.", "The road is not open to lorries."),
        ("Mr Pell was a non-executive director.", "Mr Pell was an executive director."),
        ("The fence was harmless to deer.", "The fence was harmful to deer."),
        ("The Board agreed to fund the hall.", "The Board did not agree to pay for the hall."),
        ("Mr Kell was able to speak to the report.", "Mr Kell could not speak to the report."),
        ("The parents were not unhappy with the bus.", "The parents were unhappy with the bus."),
        ("The driver failed to report the delay.", "The driver reported the delay."),
        ("The tenant did not pay and the owner paid.", "The tenant paid and the owner did not pay."),
        ("The barn was to be sold or not sold.", "The barn was to be sold."),
        ("The lease was let without a deposit.", "The lease was let on terms."),
    ),
    misses=(
        ("It was hoped that no-one had waited long.", "It was hoped that no one had waited long."),
        ("The plan for plot No. 7 was shown.", "The plan for plot number 7 was shown."),
        ("The clerk did not reply to the letter.", "The clerk didn't reply to the letter."),
        ("The clerk was informed of the matter.", "The clerk was formed of the matter."),
        ("The works were late and also costly.", "The works were not only late but costly."),
        ("The plan was no yet ready.", "The plan was not yet ready."),
        ("Bill was to add a not to the file.", "Bill was to add a note to the file."),
        ("The Board asked whether to sell the barn or not.", "The Board asked whether to sell the barn."),
        (
            "Ann asked how that would help the club.",
            "Ann asked how agreement on the plan without agreement on the cost would help the club.",
        ),
        ("The clerk had not found any fault.", "The clerk had found no fault."),
        ("The parents were not happy with the bus.", "The parents were unhappy with the bus."),
        ("Mr Kell was unable to speak to the report.", "Mr Kell could not speak to the report."),
        ("The driver failed to report the delay.", "The driver did not report the delay."),
        ("The panel did not think the wall was safe.", "The panel thought the wall was unsafe."),
        ("The fence could not be moved.", "It was not possible to move the fence."),
        (
            "The pump is old but still works well for us.",
            "The crew had a look at the pump, which no one had oiled.",
        ),
    ),
)
def negation(change: Change) -> Claim | None:
    """A denial added, removed or exchanged: not, no, never, without, except, unless, un-, non- and their like."""
    if _is_denied_alike(change):
        return None
    draft, final = _denials(change, Side.DRAFT), _denials(change, Side.FINAL)
    if change.is_rewritten and len(draft) == len(final):
        return None  # a rewritten passage with as many denials: "not ready", "unable", "never"
    pair = _contraries(change) if draft == final else None
    is_moved = draft == final and (bool(draft) or change.lone_side is not None) and change.is_denial_moved
    if (
        (draft == final and not pair and not is_moved)
        or change.is_reported_whole
        or change.is_form_only
        or change.is_same_denial
        or change.is_same_sense
        or change.is_misspelling
        or (change.is_denied_alike and not change.place.in_resolution and not _is_by_ending(pair))
    ):
        return None
    if pair:
        return Claim(
            sentence(f"{quoted(pair[0].text)} in the draft says the contrary of {quoted(pair[1].text)} in the final")
        )
    return Claim(sentence(_reason(change)))


def _reason(change: Change) -> str:
    removed = [word for word in change.removed if _denies(word.key, change)]
    added = [word for word in change.added if _denies(word.key, change)]
    if not removed and not added:
        return difference(change)
    if change.removed and change.added and len(change.changed) <= _FEW:
        return difference(change)
    denial = only_in(Side.DRAFT if len(removed) > len(added) else Side.FINAL, (removed or added)[0].text)
    if removed and added and len(removed) == len(added):
        denial = f"{quoted(removed[0].text)} in the draft, {quoted(added[0].text)} in the final"
    elif removed and added:
        counts = f"{len(removed)} in the draft, {len(added)} in the final"
        denial = f"the denials (“not”, “no” and their like) differ in number: {counts}"
    return f"The passage is worded anew, and {denial}" if change.removed and change.added else denial


_FEW = 6  # words; a longer exchange is not quoted whole beside its negation


def _denials(change: Change, side: Side) -> list[str]:
    """The denials that only one side has, in the order of the alphabet."""
    found = []
    for word in change.own_words(side):
        if _is_undone(change, side, word):
            found.append("not")
        if _denies(word.key, change) and not _is_idiom(change, side, word):
            if word.key in _NOUGHT and change.is_about_vote and _is_counted(change, side.other):
                continue  # "1" and "none" are counts of a vote
            if word.key not in _EXCEPTIONS and is_incidental(change, side, (word,)):
                continue
            if word.key == "without" and _is_within_rewording(change, side, word):
                continue
            key = "not" if word.key.endswith("n't") else _ALIKE.get(word.key, word.key)
            if key == "no" and change.next_keys(side, word)[:1] == ("one",):
                key = "nobody"
            found.append(key)
    return sorted(found)


_NOUGHT = frozenset(("none", "no"))
# These set a condition or an exception to what stands before them, however much is put in: "unless the owner objects".
_EXCEPTIONS = frozenset(("except", "unless", "excluding", "excepting", "without"))


_RUN_UP = 3  # words before "without" that came with it, from which on it takes nothing from what was kept


def _is_undone(change: Change, side: Side, word: Word) -> bool:
    """Whether "failed to" or "unable to" denies what the other side has: "failed to report it", "reported it"."""
    denials = change.word_lists.denials
    if word.key not in denials.denying:
        return False
    own, other = (change.reading(each) for each in (side, side.other))
    words = (*own.words, *own.after)
    others = [near.key for near in (*other.before, *other.words, *other.after)]
    return denials.is_undone([near.key for near in words], words.index(word), others)


def _is_within_rewording(change: Change, side: Side, word: Word) -> bool:
    """Whether "without" came with what it takes from, in the place of other words.

    asked how that would help   →   asked how agreement on the plan without agreement on the cost would help
    """
    own = change.reading(side).words
    before = [near for near in own if near.is_word and near.span.start < word.span.start]
    place = change.place
    return change.lone_side is None and len(before) >= _RUN_UP and not (place.in_resolution or change.is_about_vote)


def _is_denied_alike(change: Change) -> bool:
    """Whether "no" stands for "not", which deny the same: "no yet", "not yet"."""
    return change.exchanged is not None and change.keys == {"no", "not"}


def _is_counted(change: Change, side: Side) -> bool:
    words = change.own_words(side)
    return any(word.key[:1].isdigit() or change.word_lists.has("number_words", word.key) for word in words)


def _denies(key: str, change: Change) -> bool:
    return key in change.word_lists.sets["negations"] or key in _ALIKE or key.endswith("n't")


def _is_idiom(change: Change, side: Side, word: Word) -> bool:
    """Whether the word denies nothing: "No. 7", "not only … but", "no later than" (which sets a limit), "or not?"."""
    following = change.next_keys(side, word)
    if word.key == "not" and _is_other_way(change, side, word):
        return True
    if word.key in _NOUGHT and _is_entry_alone(change, side):
        return True
    if word.key == "no":
        after = following[1:2] if following[:1] == (".",) else following[:1]
        if after and after[0][:1].isdigit():
            return True
        if after and word.pos not in (None, "DET") and any(map(str.isdigit, after[0])):
            return True  # "No. B7"
    if word.key in ("no", "not"):
        return bool(following) and (
            following[0] in ("only", "doubt", "exceeding")
            or (change.word_lists.has("comparatives", following[0]) and "than" in following[1:3])
        )
    return False


def _is_other_way(change: Change, side: Side, word: Word) -> bool:
    """Whether "or not" ends a question that asks for both ways anyhow, or "not" is a noun mistyped: "add a not to"."""
    previous, following = change.previous_keys(side, word)[-1:], change.next_keys(side, word)[:1]
    if previous == ("or",):
        words = re.findall(r"[a-z]+", change.reading(side).sentence_text.lower())
        is_end = not following or not following[0][:1].isalnum()
        return is_end and ("whether" in words or (bool(words) and words[0] in _ASKING and following[:1] == ("?",)))
    return previous in (("a",), ("an",)) and bool(following) and change.word_lists.has("function_words", following[0])


_ASKING = frozenset(
    (
        *("should", "shall", "would", "will", "do", "does", "did", "can", "could", "may"),
        *("is", "are", "was", "were", "has", "have"),
    )
)


def _is_entry_alone(change: Change, side: Side) -> bool:
    """Whether "None" is all that stands in a place that was empty or to be filled in, outside any list of interests."""
    reading, other = change.reading(side), change.reading(side.other)
    is_alone = not any(word.is_word for word in (*reading.before, *reading.after)) and len(change.own_words(side)) == 1
    is_place = change.place.role in (Role.NARRATIVE, Role.FRONT, Role.HEADING) and not change.place.in_resolution
    return is_alone and is_place and not any(word.is_word for word in other.words)


def _contraries(change: Change) -> tuple[Word, Word] | None:
    """A word of the draft and one of the final that are the same but for a denying prefix or ending."""
    for removed in change.removed[:_MOST]:
        for added in change.added[:_MOST]:
            if _are_contraries(removed, added, change) or _are_contraries(added, removed, change):
                return removed, added
    return None


def _is_by_ending(pair: tuple[Word, Word] | None) -> bool:
    """Whether contraries differ in their ending: "harmless", "harmful"."""
    return pair is not None and any(word.key.endswith("less") for word in pair)


_MOST = 60  # words of each side that are tried against each other; a rewritten passage may have thousands


def _are_contraries(one: Word, other: Word, change: Change) -> bool:
    if one.key.endswith("less") and other.key.endswith("ful") and one.key[:-4] == other.key[:-3]:
        return True
    if not change.word_lists.is_negated(one.key, other.key) or not other.known:
        return False
    # The kind of an interest, "non-pecuniary" or "pecuniary", is for the rule of declarations.
    is_kind = {one.key, other.key} <= change.word_lists.sets["interest_words"]
    return not is_kind or not (
        change.place.role is Role.INTEREST or change.word_lists.has_phrase("interest_contexts", change.nearby_text)
    )


RULES = (negation,)
