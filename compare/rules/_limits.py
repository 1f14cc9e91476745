"""Whether words limit what a sentence permits, forbids or gives power to do.

    The Clerk may settle the claim [until the next meeting].        a limit of time
    The Bursar has power to write off debts [, after consulting the Chair].
    Dogs are barred from the green [, assistance dogs excepted].    an exception
    These powers end with the summer recess.                        a sentence that limits the one before it

The limit is as grave as the permission: without it another thing is permitted. Of what somebody only said no more is
told than that words differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from compare.rules._change import Change, words_of
from compare.style.word_lists import WordLists
from compare.values import Side, Word

_LONGEST_SUBJECT = 4  # words before the noun that is limited: "any such delegated power"
_SAYING = 12  # words at the head of a sentence among which somebody says it: "The warden said that dogs must"
_UNREAL = frozenset(("it", "there", "this", "that", "which", "who", "they", "if"))
_MODALS = frozenset(("may", "must", "shall", "can"))
_DUTIES = frozenset(("must", "shall"))
_PHRASE, _PHRASE_SET_OFF = 3, 2  # words of a phrase that came or went; of one that a comma sets off
_LIMIT_REACH = 6  # tokens before a change among which the limit begins that it is part of
_FEW = 6  # changed words, both sides together; more are another wording
_STOPS = frozenset((";", ":", ".", "?", "!"))
_JOINTS = frozenset((",", ";", "and", "or"))
_DONE_TO_IT = (["be"], ["been"], ["was"], ["were"], ["is"], ["are"], ["to"])
_ONLY = frozenset(("only", "solely", "alone", "exclusively"))
_STANDING = frozenset(("is", "are", "will"))
_NEEDING = frozenset(("need", "needs", "require", "requires"))
_NEEDED = frozenset(
    ("approval", "consent", "leave", "permission", "signature", "signatures", "authority", "sanction", "agreement")
)
_CLAUSE_JOINTS = frozenset(("and", "or", ";", "."))
_CONDITIONS = frozenset(("once", "if", "when", "unless", "until", "provided", "where"))
_TO_COME = frozenset(("will", "would", "shall", "may", "must", "should", "be"))


def limit_on_one_side(change: Change) -> Side | None:
    """The side that alone has a limit, an exception or a proviso, in a sentence that binds. Cost: linear."""
    side = change.lone_side
    if side is None or change.is_reported_whole or change.is_form_only or change.is_same_sense:
        return None
    if _stands_in_both(change, side):
        return None
    words = change.reading(side).words
    if words[-1].key in _STOPS:
        return None  # a sentence that breaks off
    is_found = (_is_limit(words, change.word_lists) and binds(change)) or (
        _is_phrase(change, words) and gives_leave(change)
    )
    return side if is_found else None


def gives_leave(change: Change) -> bool:
    """Whether the sentence around a change gives power or leave: all that it names is then what was given."""
    lists, text = change.word_lists, change.nearby_text
    return lists.has_phrase("leave_contexts", text) and not any(
        _is_said(words_of(line), lists) for line in text.split("\n", 1)
    )


def _is_phrase(change: Change, words: Sequence[Word]) -> bool:
    """Whether words that came or went are a phrase of substance: "with a guide present", ", wind permitting"."""
    count = sum(word.is_word for word in words)
    least = _PHRASE_SET_OFF if words and words[0].key == "," else _PHRASE
    return count >= least and not all(change.word_lists.is_function_word(word) for word in words if word.is_word)


def is_within_limit(change: Change) -> bool:
    """Whether a word of matter was exchanged for another inside a limit: "after [consulting | informing] the Chair"."""
    if change.lone_side or change.is_form_only or change.is_same_sense or change.verdict or not change.changed:
        return False
    if len(change.changed) > _FEW or change.tense_step or change.is_misspelling or change.labels:
        return False
    stems = [
        [change.word_lists.stems.of(word.key) for word in words if not change.word_lists.is_function_word(word)]
        for words in (change.removed, change.added)
    ]
    if not all(stems) or stems[0] == stems[1]:
        return False
    return any(_opens_limit(change, side) for side in Side) and binds(change)


def moves_limit(change: Change) -> bool:
    """Whether a limit was moved over a joint and binds more or less: "A and, if C, B", "if C, A and B"."""
    draft, final = (_joints_before_limit(change, side) for side in Side)
    return draft is not None and final is not None and draft != final


def _joints_before_limit(change: Change, side: Side) -> int | None:
    """How many joints stand in the words of a side before the limit in them; `None` where there is no limit."""
    keys = change.reading(side).keys
    openings = change.word_lists.limit_openings
    for start, key in enumerate(keys):
        if any(keys[start : start + len(phrase)] == phrase for phrase in openings.get(key, ())):
            return sum(before in _CLAUSE_JOINTS for before in keys[:start])
    return None


def _opens_limit(change: Change, side: Side) -> bool:
    """Whether a limit begins in the words of a side, or shortly before them in the same clause."""
    reading = change.reading(side)
    near = [*reading.before[-_LIMIT_REACH:], *reading.words]
    last = max((place for place, word in enumerate(near) if word.key in _STOPS), default=-1)
    keys = tuple(word.key for word in near[last + 1 :])
    openings = change.word_lists.limit_openings
    return any(
        keys[start : start + len(phrase)] == phrase
        for start, key in enumerate(keys)
        for phrase in openings.get(key, ())
    )


def became_a_fact(change: Change) -> bool:
    """Whether the joint of a condition became one of a fact: "would be let [once] the bank agreed", "[, and]"."""
    keys = [{word.key for word in reading.words} for reading in (change.draft, change.final)]
    if not any(
        len(own) == 1 and own <= _CONDITIONS and other and other <= _JOINTS for own, other in (keys, keys[::-1])
    ):
        return False
    return all(not _TO_COME.isdisjoint(words_of(line)) for line in change.nearby_text.split("\n", 1))


def binds(change: Change) -> bool:
    """Whether the sentence around a change gives power, permits, forbids, or says who may stay."""
    lists, text = change.word_lists, change.nearby_text
    lines = text.split("\n", 1)
    if any(_is_said(words_of(line), lists) for line in lines):
        return False
    if any(
        lists.has_phrase(name, text)
        for name in ("power_contexts", "leave_contexts", "binding_contexts", "session_contexts")
    ):
        return True
    if change.is_about_visitors and not lists.sets["admission_words"].isdisjoint(words_of(text)):
        return True
    return all(_has_rule(words_of(line)) or _speaks_of_thing(words_of(line), lists) for line in lines)


def limits_what_was_given(text: str, lists: WordLists) -> bool:
    """Whether a sentence limits what was given before it, or lays down a duty: "Its choice must be reported"."""
    words = words_of(text)
    if not words or _is_said(words, lists) or text.rstrip().endswith("?"):
        return False
    is_duty = any(one in _DUTIES and other != "have" for one, other in pairwise(words))  # "must have been a week"
    if is_duty or ("may" in words and ("only" in words or ("may", "not") in pairwise(words))):
        return True
    if not (_NEEDING.isdisjoint(words) or _NEEDED.isdisjoint(words)):
        return True
    points_back = words[:1] != ["the"] and lists.has("pointing_words", words[0])
    return (points_back and ("to", "be") in pairwise(words)) or _limits_a_thing(words, lists)


def _limits_a_thing(words: Sequence[str], lists: WordLists) -> bool:
    """Whether a sentence says how far something given reaches: "These powers end", "The waiver lapses"."""
    return _speaks_of_thing(words, lists) and any(lists.has("limiting_verbs", word) for word in words)


def _speaks_of_thing(words: Sequence[str], lists: WordLists) -> bool:
    """Whether a sentence in the present, or of what will be, has as its subject something that was given."""
    is_given = bool(words) and lists.has("pointing_words", words[0])
    has_thing = any(lists.has("limited_things", word) for word in words[1 : _LONGEST_SUBJECT + 1])
    is_standing = any(word in _STANDING or lists.has("limiting_verbs", word) for word in words)
    return is_given and has_thing and is_standing


def _is_said(words: Sequence[str], lists: WordLists) -> bool:
    """Whether somebody says it: "The warden said that", "It was reported that", not "must be reported"."""
    for place, word in enumerate(words[:_SAYING]):
        if lists.has("reported_speech", word) and (
            words[place + 1 : place + 2] == ["that"] or words[place - 1 : place] not in _DONE_TO_IT
        ):
            return True
    return False


def _has_rule(words: Sequence[str]) -> bool:
    """Whether a sentence lays down what may or must be done: not "it may rain"."""
    return any(word in _MODALS and place > 0 and words[place - 1] not in _UNREAL for place, word in enumerate(words))


def _is_limit(words: Sequence[Word], lists: WordLists) -> bool:
    """Whether words that came or went begin or end as a limit does: "until May", "guide dogs excepted"."""
    keys = tuple(word.key for word in words)
    start = next((place for place, key in enumerate(keys) if key not in _JOINTS), len(keys))
    opening = lists.limit_openings.get(keys[start], ()) if start < len(keys) else ()
    if any(keys[start : start + len(phrase)] == phrase for phrase in opening):
        return True
    bare = [word.key for word in words if word.is_word]
    return bare == ["alone"] or (len(bare) > 1 and lists.has("limit_endings", bare[-1]))


def _stands_in_both(change: Change, side: Side) -> bool:
    """Whether the other side has the same words elsewhere in its sentence: they only moved."""
    own = " ".join(word.key for word in change.own_words(side))
    other = change.nearby_text.split("\n", 1)[side is Side.DRAFT]
    if own in _ONLY and not _ONLY.isdisjoint(words_of(other)):
        return True  # "solely for the roof", "for the roof only"
    return f" {own} " in f" {' '.join(words_of(other))} "
