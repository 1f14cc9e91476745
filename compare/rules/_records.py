"""What a sentence of prose puts on record: a change of it is as grave there as in a list or a vote.

    Sabine being on leave, [Howell] chaired.                            who presided
    the meeting had no quorum from item [9] onwards                     whether enough were there, and when
    The Secretary said that she was [held up on the motorway].          who would come
    She [sat in the public seats] for the rest of the item.             who took part
    those in the gallery [leave] for it                                 who was let in
    Cllr [Teal] was duly elected                                        who holds an office, or a power

A sentence is known by its phrases, and the words that differ must be what it puts on record: a name, an item, a word of
the matter itself. The words are those of `models/patterns/words.toml`.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.rules._change import Change, words_of
from compare.values import Role, Side, Word

_REACH = 4  # words beside "private" or "confidential" among which the session, the item or the minutes are named
_PAPERS = frozenset(("minutes", "notes", "report", "reports", "paper", "papers", "appendix", "part", "section"))
_OF_DOORS = frozenset(("open", "closed", "public", "committee"))  # said of much else: they count one for another
_PERSONAL = frozenset(("he", "she"))
# Behind one of these a name is no subject: "resurfacing at Knockbrack had been delayed".
_PREPOSITIONS = frozenset(("at", "in", "of", "on", "near", "from", "to", "by", "with", "for", "along", "outside"))


def tells_presence(change: Change) -> bool:
    """Whether who presided, came, went or was expected, or at which item, depends on the words that differ."""
    lists, text = change.word_lists, change.nearby_text
    if lists.has_phrase("attendance_contexts", text) or (
        lists.has_phrase("movement_contexts", text) and any(_is_about_person(change, side) for side in Side)
    ):
        return change.is_reference or any(_is_presence(word, change) for word in change.changed)
    return _is_said_of_person(change, "absence_words")


def tells_part(change: Change) -> bool:
    """Whether the words that differ say what somebody did while a matter was taken: left, stayed, spoke, voted."""
    return change.word_lists.has_phrase("part_contexts", change.nearby_text) and _is_said_of_person(
        change, "part_words"
    )


def tells_session(change: Change) -> bool:
    """Whether the words that differ say who was let in, whether a matter was private, or from which item on."""
    lists = change.word_lists
    if _is_ground(change) or _is_of_private_heading(change):
        return True
    if any(_is_of_session(change, side, word) for side in Side for word in change.own_words(side)):
        return True
    if _is_agenda_part(change):
        return True
    return change.is_about_visitors and any(lists.has("admission_words", word.key) for word in change.changed)


def _is_ground(change: Change) -> bool:
    """Whether the item for which the public left differs, or the ground: "as paragraph [3] of Schedule 12A applied"."""
    lists, text = change.word_lists, change.nearby_text
    if not lists.has_phrase("session_steps", text) and not (
        change.is_about_visitors and not lists.sets["admission_words"].isdisjoint(words_of(text))
    ):
        return False
    if change.labels and change.is_reference:
        return True
    is_named = any(not lists.is_function_word(word) for word in change.changed)
    before = " ".join(word.key for word in change.draft.before)
    return is_named and lists.has_phrase("grounds_of_exclusion", before)


def _is_of_private_heading(change: Change) -> bool:
    """Whether a heading says on one side alone that what is below it is private: "PART B – PRIVATE BUSINESS"."""
    if change.place.role is not Role.HEADING:
        return False
    draft, final = (_is_private_heading(change, line) for line in change.nearby_text.split("\n", 1))
    return draft != final


def _is_private_heading(change: Change, line: str) -> bool:
    lists = change.word_lists
    return lists.has_phrase("private_headings", line) or any(
        lists.has("private_marks", key) for key in words_of(line)[-1:]
    )


def gives_office(change: Change) -> bool:
    """Whether the sentence says who was elected, appointed or co-opted, or gave up an office."""
    return change.word_lists.has_phrase("office_contexts", change.nearby_text)


def gives_power(change: Change) -> bool:
    """Whether the sentence gives somebody the power to act: authorised, delegated, signatory."""
    return change.word_lists.has_phrase("power_contexts", change.nearby_text)


def _is_presence(word: Word, change: Change) -> bool:
    lists = change.word_lists
    return (
        lists.has("movement_words", word.key)
        or lists.has("presence_facts", word.key)
        or (word.text[:1].isupper() and not lists.is_function_word(word))
        or word.key[:1].isdigit()
    )


def _is_about_person(change: Change, side: Side) -> bool:
    """Whether a person is named in the sentence, up to the words that differ."""
    reading = change.reading(side)
    words = reading.sentence_text[: max(0, reading.span.end - reading.sentence.start)].split()
    return any(word.casefold() in _PERSONAL or (place and word[:1].isupper()) for place, word in enumerate(words))


def _is_said_of_person(change: Change, list_name: str) -> bool:
    """Whether one of the list's words differs, and a person stands before it as the subject: "she was delayed"."""
    return any(
        change.word_lists.has(list_name, word.key) and _has_personal_subject(change, side, word)
        for side in Side
        for word in change.own_words(side)
    )


def _has_personal_subject(change: Change, side: Side, word: Word) -> bool:
    """Whether the nearest word of matter before a verb names a person: not "the works had been delayed".

    Behind a comma the subject is further away: "Mrs Orme, having an interest in the firm, withdrew".
    """
    reading = change.reading(side)
    before = [near for near in (*reading.before, *reading.words) if near.span.start < word.span.start]
    for place in range(len(before) - 1, -1, -1):
        near = before[place]
        if near.key == ",":
            return _is_about_person(change, side)
        if near.key in _PERSONAL:
            return True
        if _names_person(near, change, side):
            return not _is_behind_preposition(before[:place])
        if not near.is_word or not _is_beside_verb(near, change):
            return False
    return False


def _is_behind_preposition(before: Sequence[Word]) -> bool:
    leading = next((near for near in reversed(before) if not near.text[:1].isupper()), None)
    return leading is not None and leading.key in _PREPOSITIONS


def _names_person(word: Word, change: Change, side: Side) -> bool:
    """Whether a word has the capital of a name: "Yelland", not "Works" that opens a sentence."""
    if not word.text[:1].isupper():
        return False
    first = next((near for near in (*change.reading(side).before, *change.reading(side).words) if near.is_word), None)
    is_first = first is not None and first.span == word.span
    return not is_first or not word.known or change.word_lists.has("titles", word.key)


def _is_beside_verb(word: Word, change: Change) -> bool:
    lists = change.word_lists
    return (
        lists.is_function_word(word)
        or lists.has("modals", word.key)
        or lists.has("negations", word.key)
        or word.key.endswith("ly")
        or word.key in ("then", "but", "therefore")
    )


def _is_of_session(change: Change, side: Side, word: Word) -> bool:
    """Whether the word says for whom a matter was, beside what it is said of: "the minutes are [confidential]"."""
    lists, others = change.word_lists, change.own_words(side.other)
    if not lists.has("session_words", word.key):
        return False
    if word.key in _OF_DOORS and not any(lists.has("session_words", other.key) for other in others):
        return False
    before, after = change.previous_words(side, word), change.next_words(side, word)
    if [near.key for near in before[-1:]] == ["in"]:  # "in private", not "in private hands"
        return not any(near.is_word and not lists.is_function_word(near) for near in after[:1])
    return any(
        near.key in lists.senses.occasions or near.key in _PAPERS for near in (*before[-_REACH:], *after[:_REACH])
    )


def _is_agenda_part(change: Change) -> bool:
    """Whether the number of a part of the agenda differs: "taken under Part 2"."""
    lists = change.word_lists
    if not lists.has_phrase("agenda_part_contexts", change.nearby_text):
        return False
    return any(
        _is_number_of_part(change, side, word) and not _is_part_of_act(change.next_keys(side, word))
        for side in Side
        for word in change.own_words(side)
    )


def _is_number_of_part(change: Change, side: Side, word: Word) -> bool:
    is_number = word.key.isdigit() or word.key in _PART_NUMBERS
    return is_number and any(
        change.word_lists.has("agenda_parts", key) for key in change.previous_keys(side, word)[-1:]
    )


def _is_part_of_act(following: Sequence[str]) -> bool:
    return following[:1] == ("of",) and _AGENDAS.isdisjoint(following[:3])


_PART_NUMBERS = frozenset(("i", "ii", "a", "b", "one", "two"))
_AGENDAS = frozenset(("agenda", "meeting", "minutes"))
