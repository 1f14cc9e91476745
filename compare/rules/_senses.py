"""Whether a change turns the sense: one small word for its contrary, or one put in or left out.

    left the room [before] the vote   →   left the room [after] the vote       opposed
    went up [by] 4%                   →   went up [to] 4%                      opposed beside a figure
    [Staff only] may park             →   [Staff] may park                     a limit that one side alone has
    [over] 50 people                  →   [more than] 50 people                the same sense

The words are those of `models/patterns/senses.toml`. In a passage that is worded anew two of them are opposed only
where they stand beside the same words: "and" here has nothing to do with "or" there.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from compare.annotate.lexicon.misspellings import KeystrokeLimit, are_near
from compare.rules._change import Change
from compare.style.senses import Phrase
from compare.values import Reading, Role, Side, Word

# Changed words of both sides together up to which an edit is one exchange; in a longer one the neighbours must agree.
FEW = 6
_REACH = 5  # words beside an edit that may complete a phrase: "up [to]", "all [but]"
_MOST = 40  # phrases of each side that are set against each other; a rewritten passage may have hundreds
_EVERYWHERE = 3  # letters; so short a word ("and", "or", "to", "in") has the same neighbours by chance
_LONGEST_LIMIT = 5  # changed words of one side with which "only" or "all but" is the change

# Words after one of the table that may part it from its figure: "after the 4th", "increase [its grant] to £500".
_AFTER_GRAMMAR, _AFTER_MATTER, _BEFORE = 3, 5, 2
_NO_FIGURES = frozenset(("one", "first", "both", "half", "single", "second", "third", "quarter", "once", "double"))
_HOURS = frozenset(("noon", "midday", "midnight"))
_COMMON_OF_VOTES = frozenset(("for", "against", "lost", "majority", "division", "tied"))
_MOVEMENT_REACH = 3  # words before "before" in which "left" or "arrived" is told


class Unit(NamedTuple):
    """A phrase of the table at a change, with its words and those before and after it."""

    phrase: Phrase
    words: tuple[Word, ...]
    before: tuple[Word, ...]
    after: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words, as printed."""
        return " ".join(word.text for word in self.words)


class Turn(NamedTuple):
    """What turns the sense: a phrase on each side, or one that stands on one side alone."""

    draft: Unit | None
    final: Unit | None

    @property
    def units(self) -> tuple[Unit, ...]:
        """The one or two phrases."""
        return tuple(unit for unit in self if unit)


def turned_sense(change: Change) -> Turn | None:
    """What turns the sense in a change, if anything does. Cost: linear in the words of the change."""
    if change.is_form_only or change.is_misspelling or change.is_same_letters or change.is_reported_whole:
        return None
    draft, final, alike = _left(change)
    turn = _exchanged(change, draft, final)
    if turn is None and not alike and change.exchanged:  # "by" and "to" of "went up to 4%"
        draft_word, final_word = change.exchanged
        turn = _exchanged(change, [_unit_of(change.draft, draft_word)], [_unit_of(change.final, final_word)])
    return turn or _made_contraries(change) or _limit(change, draft, final)


def is_light(change: Change) -> bool:
    """Whether the words of grammar that differ leave the sense as it is: articles, "that", "on" for "upon".

    So is "from" for "by" where no verb stands before: "the letter from the school".
    """
    if (
        change.is_same_sense
        or are_written_otherwise(change)
        or change.is_form_only
        or changes_voice(change)
        or _is_up_until(change)
    ):
        return True
    lists = change.word_lists
    removed, added = (
        [word.key for word in words if lists.is_function_word(word)] for words in (change.removed, change.added)
    )
    keys = {*removed, *added}
    previous = next((word.key for word in reversed(change.draft.before) if word.is_word), "")
    is_for = "for" in keys and change.is_about_vote  # "spoke for the motion", "spoke on the motion"
    is_of_amount = _is_of_degree(change, keys) or _is_before_period(change) or (previous in _WHOLE and "but" in keys)
    is_state = keys == {"as", "when"} and any(_is_participle(change, word) for word in change.draft.after[:1])
    if is_for or is_of_amount or is_state or turns_doer(change):  # "as audited", "when audited"
        return False
    if keys == {"by", "from"}:
        return not previous.endswith(_PARTICIPLE) and previous not in lists.stems.irregular
    if keys == {"by", "with"}:  # a means: "heated by an oil stove", "heated with an oil stove"
        return any(word.key in _ANY_THING for word in change.draft.after[:1])
    if change.lone_side and (keys == {"for"} or keys & _ROUGHLY):  # "for two years", "two years"; but "about 40"
        at_figure = any(_is_figure(change, word) for word in change.reading(change.lone_side).after[:_VERB_AND_OBJECT])
        return at_figure == (keys == {"for"})
    return lists.senses.are_light(removed, added)


def _is_of_degree(change: Change, keys: set[str]) -> bool:
    """Whether "too" says how much: "was [too] costly", and not as well: "she [too] objected"."""
    previous = next((word.key for word in reversed(change.draft.before) if word.is_word), "")
    return "too" in keys and previous in _BEFORE_DEGREE and any(word.is_word for word in change.draft.after[:1])


_BEFORE_DEGREE = frozenset(("is", "are", "was", "were", "be", "been", "being", "far", "much", "not", "none"))


def _is_before_period(change: Change) -> bool:
    """Whether one word stands for another before a counted period: "[for | in] a month", "the next six weeks"."""
    if not change.exchanged:
        return False
    after = [word for word in change.draft.after[:_PERIOD_REACH] if word.is_word]
    place = next((place for place, word in enumerate(after) if word.key in change.word_lists.senses.periods), 0)
    return any(_is_figure(change, word) or word.key in _ONE for word in after[:place])


_PERIOD_REACH = 5  # tokens: "the next two calendar months"
_ONE = frozenset(("a", "an", "one"))


def are_written_otherwise(change: Change) -> bool:
    """Whether all that differs is a small word and its sign or short form: "about", "~", "c."; "x", "×"."""
    if not change.draft.words or not change.final.words or len(change.changed) > FEW or not change.changed:
        return False
    _, _, alike = _left(change)
    spoken = {word.span for couple in alike for unit in couple for word in unit.words}
    return all(word.span in spoken for word in (*change.draft.words, *change.final.words))


def changes_voice(change: Change) -> bool:
    """Whether who did it and to whom change places about one verb: "carried by all present", "all present carried"."""
    sides = [
        [word.key for word in reading.words if word.is_word and (word.key in _WHOLE or _is_matter(word, change))]
        for reading in (change.draft, change.final)
    ]
    return sides[0] != sides[1] and sorted(sides[0]) == sorted(sides[1]) and sides[0][0] != sides[1][0]


def _is_matter(word: Word, change: Change) -> bool:
    return not change.word_lists.is_function_word(word)


def _is_up_until(change: Change) -> bool:
    """Whether "up" alone came or went before "until"."""
    return [word.key for word in change.changed] == ["up"] and any(
        word.key in ("until", "till") for word in change.draft.after[:1]
    )


def turns_doer(change: Change) -> bool:
    """Whether who did it becomes who it was done to: "is owed", "owes"; "is paying", "is paid"."""
    if not change.exchanged:
        return _turns_by_auxiliary(change) or _is_made_passive(change)
    one, other = change.exchanged
    states = [_is_being(reading.before[-1:]) for reading in (change.draft, change.final)]
    if all(states):
        return one.key.endswith("ing") != other.key.endswith("ing")
    passive = one if states[0] else other
    return any(states) and passive.key in change.word_lists.senses.done_either_way


def _turns_by_auxiliary(change: Change) -> bool:
    """Whether "was" alone makes the difference: "Mr Orrin was thanked by", "Mr Orrin thanked"."""
    side = change.lone_side
    if side is None or not _is_being(change.own_words(side)):
        return False
    own, others = (change.reading(each).after[:_VERB_AND_OBJECT] for each in (side, side.other))
    if len(own) < _VERB_AND_OBJECT or not others or own[0].key != others[0].key or not _is_participle(change, own[0]):
        return False
    if (own[1].key == "by") != any(word.key == "by" for word in others[1:]):
        return True
    is_named = any(word.text[:1].isupper() for word in change.draft.before[-1:])
    is_either_way = own[0].key in change.word_lists.senses.done_either_way
    return is_either_way and (is_named or _is_object(change, own[1]))


def _is_made_passive(change: Change) -> bool:
    """Whether the same subject did it here and had it done to it there: "was given the hall", "gave the hall"."""
    for own, others in ((change.removed, change.added), (change.added, change.removed)):
        if len(own) == _VERB_AND_OBJECT and len(others) == 1 and _is_being(own[:1]):
            return own[1].key in change.word_lists.senses.done_either_way
    return False


def _is_being(words: Sequence[Word]) -> bool:
    return len(words) == 1 and words[0].key in _BEING


def _is_participle(change: Change, word: Word) -> bool:
    return word.key.endswith(_PARTICIPLE) or word.key in change.word_lists.stems.irregular


def _is_object(change: Change, word: Word) -> bool:
    return change.word_lists.has("determiners", word.key) or _is_figure(change, word)


_VERB_AND_OBJECT = 2  # words after "was": "was [paid £900]"
_BEING = frozenset(("is", "are", "was", "were", "am"))
_WHOLE = frozenset(("all", "everyone", "everybody", "everything", "none", "nobody", "nothing", "anyone", "any"))
_ANY_THING = frozenset(("a", "an"))
_ROUGHLY = frozenset(("about", "around"))
_PARTICIPLE = ("ed", "en")


def says_the_same(change: Change, side: Side, keys: tuple[str, ...]) -> bool:
    """Whether that side has, at the change, another phrase of the sense of these words: "over" for "more than"."""
    phrase = Phrase(0, len(keys), keys, keys)
    return any(change.word_lists.senses.are_alike(phrase, unit.phrase) for unit in _units(change, side))


def is_beside_fact(change: Change, turn: Turn) -> bool:
    """Whether a vote, an interest, a date, a time, a sum, a number or someone's presence depends on the words."""
    place = change.place
    if place.in_resolution or place.in_header or place.role in _RECORDS:
        return True
    lists = change.word_lists
    if any(lists.has_phrase(name, change.nearby_text) for name in _BINDING):
        return True
    return any(
        is_at_figure(change, unit) or _is_at_vote(change, unit) or _is_of_attendance(change, unit)
        for unit in turn.units
    )


_BINDING = ("interest_contexts", "power_contexts", "leave_contexts", "binding_contexts")
_RECORDS = frozenset((Role.RESOLUTION, Role.HEADER, Role.VOTE, Role.INTEREST, Role.ATTENDANCE, Role.APOLOGIES))


def is_at_figure(change: Change, unit: Unit) -> bool:
    """Whether a figure, a date, a time or a sum stands beside the words."""
    is_grammar = all(change.word_lists.is_function_word(word) for word in unit.words)
    after = _same_clause(unit.after[: _AFTER_GRAMMAR if is_grammar else _AFTER_MATTER])
    return any(_is_figure(change, word) for word in (*_same_clause(unit.before[::-1][:_BEFORE]), *after))


def _same_clause(words: Sequence[Word]) -> Sequence[Word]:
    """The words up to a mark that ends a clause."""
    stop = next((place for place, word in enumerate(words) if word.key in (",", ";", ":", ".", "?", "!")), len(words))
    return words[:stop]


def _is_figure(change: Change, word: Word) -> bool:
    if any(map(str.isdigit, word.key)) or word.key in _HOURS or word.text in change.word_lists.senses.calendar:
        return True
    return change.word_lists.has("number_words", word.key) and word.key not in _NO_FIGURES


def _is_at_vote(change: Change, unit: Unit) -> bool:
    near = (*unit.before[-_MOVEMENT_REACH:], *unit.words, *unit.after[:_AFTER_GRAMMAR])
    return change.is_about_vote and any(
        change.word_lists.has("vote_words", word.key) for word in near if word.key not in _COMMON_OF_VOTES
    )


def _is_of_attendance(change: Change, unit: Unit) -> bool:
    """Whether someone was there or not, or came or went before or after something of the meeting."""
    lists = change.word_lists
    if any(lists.has("attendance_words", word.key) or word.key in _BEING_THERE for word in unit.words):
        return True
    if not any(lists.has("movement_words", word.key) for word in (*unit.before[-_MOVEMENT_REACH:], *unit.words)):
        return False
    return _names_someone(change, unit.before) or any(
        occasion in change.nearby_text.split() for occasion in lists.senses.occasions
    )


def _names_someone(change: Change, words: Sequence[Word]) -> bool:
    """Whether a person is named: "Mr Orrin arrived", "Mary Jane Pell left", "she left"."""
    has_title = any(change.word_lists.has("titles", word.key) or word.key in _PERSONAL for word in words)
    return has_title or any(one.text.istitle() and other.text.istitle() for one, other in pairwise(words))


_PERSONAL = frozenset(("he", "she"))


_BEING_THERE = frozenset(("presence", "absence"))


def _units(change: Change, side: Side) -> list[Unit]:
    """The phrases of the table that the words of one side are part of, or stand beside where one side has none."""
    reading = change.reading(side)
    before, after = reading.before[-_REACH:], reading.after[:_REACH]
    words = (*before, *reading.words, *after)
    first, last = len(before), len(before) + len(reading.words)
    slack = 1 if change.lone_side else 0
    return [
        Unit(phrase, words[phrase.start : phrase.end], words[: phrase.start], words[phrase.end :])
        for phrase in change.word_lists.senses.find([(word.key, word.lemma) for word in words])
        if phrase.start < last + slack and phrase.end > first - slack
    ]


def _left(change: Change) -> tuple[list[Unit], list[Unit], list[tuple[Unit, Unit]]]:
    """The phrases that only the draft has, those that only the final has, and those that say the same on both sides."""
    senses = change.word_lists.senses
    draft, alike = [], []
    final = _units(change, Side.FINAL)[:_MOST]
    for unit in _units(change, Side.DRAFT)[:_MOST]:
        same = next((other for other in final if other.phrase.keys == unit.phrase.keys), None) or next(
            (other for other in final if senses.are_alike(unit.phrase, other.phrase)), None
        )
        if same is None:
            draft.append(unit)
        else:
            final.remove(same)
            alike.append((unit, same))
    return draft, final, alike


def _exchanged(change: Change, draft: Sequence[Unit], final: Sequence[Unit]) -> Turn | None:
    senses = change.word_lists.senses
    for unit in draft:
        for other in final:
            at_figure = is_at_figure(change, unit) and is_at_figure(change, other)
            if senses.are_opposed(unit.phrase, other.phrase, at_figure=at_figure) and _answer(change, unit, other):
                return Turn(unit, other)
    return None


def _answer(change: Change, unit: Unit, other: Unit) -> bool:
    """Whether one phrase stands where the other does: in a long passage, beside the same words."""
    if len(change.changed) <= FEW:
        return True
    if _next_key(change, unit.after) != _next_key(change, other.after):
        return False
    is_short = max(len(text) for text in (unit.text, other.text)) <= _EVERYWHERE
    return not is_short or [word.key for word in unit.before[-1:]] == [word.key for word in other.before[-1:]]


def _next_key(change: Change, words: Sequence[Word]) -> str:
    """The first word after a phrase that is no article."""
    return next((word.key for word in words if not change.word_lists.has("determiners", word.key)), "")


def _made_contraries(change: Change) -> Turn | None:
    """Two words that differ in an opposed beginning or end alone: "overspent", "underspent"."""
    if len(change.changed) > FEW:
        return None
    for one in change.removed:
        for other in change.added:
            if change.word_lists.senses.are_made_contraries(one.key, other.key):
                return Turn(_unit_of(change.draft, one), _unit_of(change.final, other))
    return None


def _unit_of(reading: Reading, word: Word) -> Unit:
    words = (*reading.before, *reading.words, *reading.after)
    place = words.index(word)
    return Unit(Phrase(place, place + 1, (word.key,), (word.lemma,)), (word,), words[:place], words[place + 1 :])


def _limit(change: Change, draft: Sequence[Unit], final: Sequence[Unit]) -> Turn | None:
    """A phrase that limits or turns the sense and stands on one side alone."""
    if len(change.changed) > _LONGEST_LIMIT or (change.exchanged and _may_be_slip(*change.exchanged)):
        return None
    for side, own, units in ((Side.DRAFT, change.draft, draft), (Side.FINAL, change.final, final)):
        others = change.own_words(side.other)
        if not all(change.word_lists.has("determiners", word.key) for word in others):
            continue
        for unit in units:
            is_own = any(word in own.words for word in unit.words)
            at_figure = is_at_figure(change, unit)
            if (
                is_own
                and change.word_lists.senses.limits(unit.phrase.keys, at_figure=at_figure)
                and not _is_moved(change, unit)
            ):
                return Turn(unit, None) if side is Side.DRAFT else Turn(None, unit)
    return None


def _may_be_slip(one: Word, other: Word) -> bool:
    return are_near(one.key, other.key, KeystrokeLimit.BOTH_WORDS)


def _is_moved(change: Change, unit: Unit) -> bool:
    """Whether the other side's sentence has the words too, at another place."""
    draft, final = (f" {text} ".count(f" {' '.join(unit.phrase.keys)} ") for text in change.nearby_text.split("\n", 1))
    return draft == final and not change.place.in_resolution
