"""One edit of wording as the rules look at it: which words were removed and added, and what stands around them.

    draft   the grant of up to £14,000         removed   up, to        only these words are in the draft alone
    final   the grant of £14,000               added     —

Each property is computed when a rule first reads it, and kept for the next rule.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from compare.annotate.counterparts import with_halves_of_day
from compare.annotate.lexicon.misspellings import KeystrokeLimit, are_near, is_cut_short, misspelt_side
from compare.annotate.same_sentence import (
    Figures,
    SentencePair,
    compare_figures,
    is_figure,
    is_row,
    is_turned_round,
    small_words,
)
from compare.rules._same_sense import SameSense, find_same_sense
from compare.style.short_forms import same_words
from compare.style.word_lists import WordLists
from compare.text.markup import is_link_target, text_after_box, ticked_side
from compare.text.signs import differ_in_signs
from compare.text.tokens import QUOTE, fold_key
from compare.values import AnnotatedEdit, Entity, Op, Place, Reading, Role, Side, Verdict, Word

REFERENCES = frozenset(("REFERENCE", "LAW"))
_VALUES = REFERENCES | {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "NUMBER", "VOTE"}

_WORDS_AND_STOPS = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[.;:?!()]")

# Words that one form of a value has and another has not: "carried 4-3", "by 4 votes to 3"; "half the fund", "50% of".
_JOINTS = {"by": ("VOTE",), "of": ("PERCENT", "NUMBER")}

_NO_JOINS = str.maketrans("", "", "'-/")
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
# A line with this many words in small letters, more of them than others, and so many of the commonest words among
# them, is prose. Unit: words.
_SMALL_WORDS_OF_PROSE, _COMMON_WORDS_OF_PROSE = 7, 2
_MARKS_AROUND = ".,;:!?()[]*_\"'"
_SENTENCE_ENDS = frozenset((".", "?", "!", "..."))

# A passage with so many words of its own on each side counts as rewritten: "moved by Councillor Ashby and seconded by"
# is six. Unit: words.
_REWRITTEN = 8

# A passage with more changed words than this is more than dates and sums. Unit: words.
_LONGEST_VALUE = 40

# A denial in other words with more changed words than this is a rewording. Unit: words.
_LONGEST_DENIAL = 24

_FORMS_OF_BE = frozenset(("is", "are", "was", "were", "am", "be"))

# Fewer words are no deed with its object: "sell the shed" has two. Unit: words of matter.
_DEED_AND_OBJECT = 2

# Words from a verb to its particle behind the object: "turned the second bid down". "In" begins other phrases there.
_OBJECT, _PARTICLES = 4, frozenset(("down", "off", "over", "back", "through", "out", "up"))

# Words beside an edit that a phrase of force may need: "needed [to]". Unit: words.
_PHRASE_REACH = 3

# Fewer words than this with a full stop are no sentence of substance: "Noted." Unit: words.
_SENTENCE_WORDS = 4

# How far around an edit a rule looks for "the motion", "seconded by" … Unit: characters to each side. A sentence of
# minutes has 130 on average; a paragraph without a full stop must not be read whole for each of its edits.
_NEARBY = 300


# Where an act is recorded, or who was there: other words of the same sense are looked at there.
_RECORDS = frozenset((Role.RESOLUTION, Role.HEADER, Role.VOTE, Role.INTEREST, Role.ATTENDANCE, Role.APOLOGIES))


# Not slots: the cached properties live in the instance's dictionary.
@dataclass(frozen=True)
class Change:
    """An edit of wording with the word lists of the house style."""

    tagged: AnnotatedEdit
    word_lists: WordLists

    @property
    def draft(self) -> Reading:
        """The draft at the place of the edit."""
        return self.tagged.draft

    @property
    def final(self) -> Reading:
        """The final at the place of the edit."""
        return self.tagged.final

    @property
    def place(self) -> Place:
        """Where in the minutes the edit stands."""
        return self.tagged.place

    @property
    def verdict(self) -> Verdict | None:
        """Which side the language alone makes the suspect, if either."""
        return self.tagged.verdict

    def reading(self, side: Side) -> Reading:
        """That side at the place of the edit."""
        return self.tagged.draft if side is Side.DRAFT else self.tagged.final

    # Which words differ.

    @cached_property
    def draft_words(self) -> tuple[Word, ...]:
        """The draft's words, marks left out."""
        return tuple(word for word in self.draft.words if word.is_word)

    @cached_property
    def final_words(self) -> tuple[Word, ...]:
        """The final's words, marks left out."""
        return tuple(word for word in self.final.words if word.is_word)

    @cached_property
    def removed(self) -> tuple[Word, ...]:
        """The words that the draft has and the final has not; where only their order differs, those out of place."""
        return self._own(self.draft_words, self.final_words)

    @cached_property
    def added(self) -> tuple[Word, ...]:
        """The words that the final has and the draft has not; where only their order differs, those out of place."""
        return self._own(self.final_words, self.draft_words)

    def _own(self, words: tuple[Word, ...], others: tuple[Word, ...]) -> tuple[Word, ...]:
        if self.is_reordered:
            return tuple(word for word, other in zip(words, others, strict=True) if word.key != other.key)
        return _beyond(words, others)

    def own_words(self, side: Side) -> tuple[Word, ...]:
        """The words that only that side has."""
        return self.removed if side is Side.DRAFT else self.added

    @cached_property
    def changed(self) -> tuple[Word, ...]:
        """The words of either side that the other has not."""
        return self.removed + self.added

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of those words."""
        return frozenset(word.key for word in self.changed)

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """The punctuation marks that one side has and the other has not."""
        draft = [word for word in self.draft.words if not word.is_word]
        final = [word for word in self.final.words if not word.is_word]
        return tuple(word.key for word in _beyond(draft, final) + _beyond(final, draft))

    @cached_property
    def lone_side(self) -> Side | None:
        """The side that alone has words, `None` when both have or neither."""
        if bool(self.draft_words) == bool(self.final_words):
            return None
        return Side.DRAFT if self.draft_words else Side.FINAL

    @cached_property
    def exchanged(self) -> tuple[Word, Word] | None:
        """The draft's word and the final's where one single word stands for another, and no mark differs."""
        if len(self.draft.words) == 1 == len(self.final.words) and self.removed and self.added:
            return self.removed[0], self.added[0]
        return None

    @cached_property
    def is_reordered(self) -> bool:
        """Whether both sides have the same words in another order: "7 votes to 4", "4 votes to 7"."""
        draft, final = [word.key for word in self.draft_words], [word.key for word in self.final_words]
        return len(draft) == len(final) > 1 and draft != final and sorted(draft) == sorted(final)

    @cached_property
    def is_rewritten(self) -> bool:
        """Whether a passage was rewritten, so that no word of it corresponds to one of the other side."""
        return self.tagged.edit.rewritten or min(len(self.removed), len(self.added)) >= _REWRITTEN

    # Whether only the form differs.

    @property
    def is_marks_only(self) -> bool:
        """Whether no word differs, only punctuation."""
        return not self.changed

    @cached_property
    def is_same_letters(self) -> bool:
        """Whether both sides have the same letters, cut, hyphenated or apostrophised another way: maybe / may be."""
        if not self.changed:
            return False
        draft = "".join(word.key for word in self.draft_words)
        final = "".join(word.key for word in self.final_words)
        return draft.translate(_NO_JOINS) == final.translate(_NO_JOINS)

    @cached_property
    def is_same_words(self) -> bool:
        """Whether both sides say the same words, abbreviated or spelt another way."""
        if not self.changed or (self.is_same_letters and not _may_hold_initials(self.draft.text + self.final.text)):
            return False
        return same_words(self.draft, self.final, self.word_lists)

    @cached_property
    def is_same_value(self) -> bool:
        """Whether all that differs is the writing of dates, times, sums or numbers of one value."""
        if len(self.changed) > _LONGEST_VALUE:
            return False
        entities = [self.entities(side, *_VALUES) for side in Side]
        values = [list(map(value_of, found)) for found in entities]
        labels = {one.label for found in entities for one in found}
        if labels == {"MONEY", "NUMBER"} and is_row(self.draft.sentence_text) and is_row(self.final.sentence_text):
            values = [[value.rpartition(" ")[2] for value in found] for found in values]  # the column's head says "£"
        if bool(values[0]) != bool(values[1]):
            return self._is_part_of_next_edit
        if not values[0] or sorted(values[0]) != sorted(values[1]) or self.moved_along_row:
            return False
        return (values[0] == values[1] and self.is_value_alone) or self.is_turned_round

    @cached_property
    def moved_along_row(self) -> bool:
        """Whether a figure of a row stands in another of its columns: "Windows     40,000     -"."""
        keys = self.draft.keys, self.final.keys
        if keys[0] == keys[1] or sorted(keys[0]) != sorted(keys[1]):
            return False
        rows = is_row(self.draft.sentence_text), is_row(self.final.sentence_text)
        return all(rows) and any(map(is_figure, keys[0]))

    @cached_property
    def is_value_alone(self) -> bool:
        """Whether every word that differs is part of a value."""
        return all(
            is_inside(word, self.entities(side, *_VALUES)) or not self.labels.isdisjoint(_JOINTS.get(word.key, ()))
            for side in Side
            for word in self.own_words(side)
        )

    @cached_property
    def is_turned_round(self) -> bool:
        """Whether the sentence was turned round its figures and says the same: "there were 13 members present"."""
        small = small_words(self.word_lists)
        return is_turned_round(self._sentences, small, votes_alone=self.place.in_resolution)

    @cached_property
    def figures_of_sentence(self) -> Figures:
        """Whether both sentences state the same figures of the same matters, however the edits are cut."""
        return compare_figures(self._sentences, small_words(self.word_lists))

    @property
    def _sentences(self) -> SentencePair:
        texts = self.draft.sentence_text, self.final.sentence_text
        return SentencePair(texts, with_halves_of_day(self.draft.all_entities, self.final.all_entities))

    @cached_property
    def added_weekday(self) -> tuple[Side, str] | None:
        """The side that alone names the day of the week of a date without a year, and the date: "Tuesday 14 June"."""
        dates = [self.entities(side, "DATE") for side in Side]
        if any(len(found) != 1 for found in dates) or len(self.changed) > 1:
            return None
        stems = [value_of(found[0]).partition(" weekday ") for found in dates]
        if stems[0][0] != stems[1][0] or not stems[0][0].startswith("--") or bool(stems[0][2]) == bool(stems[1][2]):
            return None
        return (Side.DRAFT, dates[0][0].text) if stems[0][2] else (Side.FINAL, dates[1][0].text)

    @property
    def _is_part_of_next_edit(self) -> bool:
        """Whether the figure that one side lacks here stands next to it, in an edit of its own.

        "7.00 pm" and "7pm" are two edits side by side: "7.00" left out, "pm" become "7pm".
        """
        side = self.lone_side
        if side is None:
            return False
        own, other = self.reading(side), self.reading(side.other)
        figures = {figure for entity in own.entities if (figure := _first_figure(entity.text)) is not None}
        beside = (other.before[-1:], own.before[-1:]), (other.after[:1], own.after[:1])
        return any(
            word and (not same or word[0].key != same[0].key) and _first_figure(word[0].text) in figures
            for word, same in beside
        )

    @cached_property
    def is_same_denial(self) -> bool:
        """Whether both sides deny the same: "not identified any", "identified no". In a resolution the words count."""
        if self.place.in_resolution or len(self.changed) > _LONGEST_DENIAL:
            return False
        own, other = ([word.key for word in self._changed_words(side)] for side in Side)
        is_denied = self.word_lists.denials.is_same(own, other, self._nearby_words)
        return is_denied or self.word_lists.recasts.are_alike(*self._nearby_words)

    def _changed_words(self, side: Side) -> tuple[Word, ...]:
        """The words of one side, without what lies between the edits that were joined to this one."""
        words = self.reading(side).words
        spans = [part.draft if side is Side.DRAFT else part.final for part in self.tagged.parts]
        if not spans:
            return words
        return tuple(word for word in words if any(span.start <= word.span.start < span.end for span in spans))

    @cached_property
    def is_denied_alike(self) -> bool:
        """Whether the sentences of both sides deny the same things, in whatever words."""
        return self.word_lists.denials.are_alike(*self._nearby_words)

    @cached_property
    def is_bound_alike(self) -> bool:
        """Whether both sides' sentences bind to the same with the same force. In a resolution the words count."""
        if self.place.in_resolution:
            return False
        return self._is_action_told or self.word_lists.forces.are_alike(*self._nearby_words)

    @property
    def _is_action_told(self) -> bool:
        """Whether an action became a sentence, or the reverse: "the clerk to write", "the clerk would write"."""
        if self.exchanged is None:
            return False
        keys = [word.key for word in self.exchanged]
        return "to" in keys and any(key in self.word_lists.sets["modals_of_action"] for key in keys)

    @cached_property
    def is_same_force(self) -> bool:
        """Whether only a phrase of force was exchanged for another of its force: "needed to", "had to"."""
        if len(self.changed) > _LONGEST_DENIAL or self.tense_step or not self.is_bound_alike:
            return False  # "will", "would" of reported speech is another tense
        if self._is_action_told:
            return True
        (draft, draft_speaks), (final, final_speaks) = (self._matter_beside_force(side) for side in Side)
        is_number = self.keys <= _FORMS_OF_BE  # "lamps is to be painted" is a slip
        return draft == final and (draft_speaks or final_speaks) and not is_number

    def _matter_beside_force(self, side: Side) -> tuple[list[str], bool]:
        """The stems of one side's words of matter outside phrases of force, and whether others are part of one."""
        reading, lists = self.reading(side), self.word_lists
        before = reading.before[-_PHRASE_REACH:]
        words = (*before, *reading.words, *reading.after[:_PHRASE_REACH])
        bonds = lists.forces.bonds([word.key for word in words])
        spoken = {words[place].span for bond in bonds for place in range(bond.start, bond.end)}
        own = self._changed_words(side)
        matter = [word.key for word in own if word.span not in spoken and not lists.is_function_word(word)]
        return sorted(map(lists.stems.of, matter)), any(word.span in spoken for word in own)

    @cached_property
    def is_same_construction(self) -> bool:
        """Whether a deed and its object changed places and no more: "that the shed be sold", "to sell the shed"."""
        draft, final = (
            [self.word_lists.stems.of(word.key) for word in self.reading(side).words if self._is_of_deed(word)]
            for side in Side
        )
        if len(draft) != len(final) or len(draft) < _DEED_AND_OBJECT or draft == final:
            return False
        passive = {Side.DRAFT: final[1:] + final[:1] == draft, Side.FINAL: draft[1:] + draft[:1] == final}
        return any(
            is_one and any(word.key == "be" for word in self.reading(side).words) for side, is_one in passive.items()
        )

    def _is_of_deed(self, word: Word) -> bool:
        """Whether a word says what is done and to what: no article, "be" or "to", but every other small word."""
        return word.is_word and word.key not in self.word_lists.sets["words_of_construction"]

    @property
    def is_mandative_should(self) -> bool:
        """Whether "should" alone came or went between a subject and its bare verb: "that the clerk (should) write"."""
        side = self.lone_side
        if side is None or [word.key for word in self.changed] != ["should"]:
            return False
        return any(word.key == "that" for word in self.reading(side).before)

    @cached_property
    def is_denial_moved(self) -> bool:
        """Whether each side's sentence denies a word that the other's affirms."""
        return self.word_lists.denials.is_moved(*self._nearby_words)

    @cached_property
    def _nearby_words(self) -> tuple[list[str], list[str]]:
        """The words and stops of both sides' sentences near the edit, folded."""
        draft, final = (_WORDS_AND_STOPS.findall(line) for line in self.nearby_text.split("\n", 1))
        return draft, final

    @cached_property
    def same_sense(self) -> SameSense | None:
        """How both sides say the same in other words, wherever it stands; `None` where they may not."""
        if self.is_reported_whole or self.is_link:
            return None
        return find_same_sense(self.draft, self.final, (self.removed, self.added), self.word_lists)

    @cached_property
    def is_same_sense(self) -> bool:
        """Whether the change only rewords what is told.

        Where a vote, a declaration or someone's presence is recorded, only the words count that are as good in a
        resolution; in a resolution none.
        """
        place = self.place
        if place.in_resolution or place.in_header or self.same_sense is None:
            return False
        is_record = place.role in _RECORDS or "VOTE" in self.labels
        is_record = is_record or self.word_lists.has_phrase("interest_contexts", self.nearby_text)
        return self.same_sense.is_formal or not is_record

    @cached_property
    def tense_step(self) -> int:
        """1 where the draft's words are put into the past, -1 for the reverse, 0 for all else, and in a resolution."""
        if self.place.in_resolution:
            return 0
        parts = self.tagged.parts or (self.tagged.edit,)
        steps = {
            self.word_lists.tenses.step(
                [word.key for word in self.draft.words if part.draft.start <= word.span.start < part.draft.end],
                [word.key for word in self.final.words if part.final.start <= word.span.start < part.final.end],
            )
            for part in parts
        }
        return steps.pop() if len(steps) == 1 else 0

    @cached_property
    def is_reported_speech(self) -> bool:
        """Whether the sentence says that somebody said it: "noted that", "Mr Pell reported"."""
        return any(
            not self.word_lists.sets["reported_speech"].isdisjoint(words_of(line))
            for line in self.nearby_text.split("\n")
        )

    @cached_property
    def is_form_only(self) -> bool:
        """Whether only the form differs, as marks, words or values: the rules of substance pass such a change on."""
        is_same = self.is_marks_only or self.is_same_words or self.is_same_value or self.is_nil_return
        return is_same or self.tagged.same_name is not None

    @cached_property
    def is_nil_return(self) -> bool:
        """Whether both sentences say that there was nothing to record: "None declared", "There were none"."""
        if not self.changed or self.place.in_resolution:
            return False
        texts = [reading.sentence_text or reading.text for reading in (self.draft, self.final)]
        return self.word_lists.nil_returns.are_alike(*texts)

    # Whether the change is one fact as a whole.

    @cached_property
    def is_reported_whole(self) -> bool:
        """Whether the rules that look at single words pass the change on, because it is one fact.

        A doubled word, a whole sentence, the target of a link, a box that was ticked.
        """
        return (
            self.doubled_side is not None or self.sentence_side is not None or self.is_link or self.ticked is not None
        )

    @cached_property
    def doubled_side(self) -> Side | None:
        """The side on which the words stand twice in a row ("that that"), `None` where nothing is doubled."""
        side = self.lone_side
        if side is None or self.marks:
            return None
        return side if _is_doubled(self.reading(side)) else None

    @cached_property
    def sentence_side(self) -> Side | None:
        """The side that alone has these words, when they are whole sentences of substance."""
        side = self.lone_side
        if side is None or self.tagged.op is Op.REPLACE:
            return None
        return side if _is_whole_sentence(self.reading(side)) else None

    @cached_property
    def is_link(self) -> bool:
        """Whether all that differs is where a link leads."""
        return is_link_target(self.draft, self.final)

    @cached_property
    def ticked(self) -> tuple[Side, str] | None:
        """The side on which alone a box is ticked ("[x]"), and what stands after the box."""
        side = ticked_side(self.draft, self.final)
        return (side, text_after_box(self.reading(side))) if side else None

    @cached_property
    def differs_in_signs(self) -> bool:
        """Whether all that differs is a printed sign, such as a tick, and marks around it."""
        return self.is_marks_only and differ_in_signs(self.draft, self.final)

    @cached_property
    def is_misspelling(self) -> bool:
        """Whether one side is no word and the other the word it resembles: "shold" is no other duty than "should"."""
        return self.exchanged is not None and _is_misspelt(*self.exchanged, self.word_lists)

    def outcome(self, side: Side, word: Word) -> str | None:
        """The family of the outcome that a word of the edit says, alone or with another: "voted down".

        A particle may stand behind the object: "turned the bid down".
        """
        families = self.word_lists.outcomes
        following, previous = self.next_keys(side, word), self.previous_keys(side, word)
        following = (*following[:1], *(key for key in following[1:_OBJECT] if key in _PARTICLES))
        previous = previous[-_OBJECT:] if word.key in _PARTICLES else previous[-1:]
        pairs = [f"{word.key}_{key}" for key in following] + [f"{key}_{word.key}" for key in previous]
        return next((families[pair] for pair in pairs if pair in families), families.get(word.key))

    # What stands around the words, and which entities they are part of.

    @cached_property
    def nearby_text(self) -> str:
        """Both sides' sentences near the edit, folded, for the phrases that show what a sentence is about."""
        return f"{_nearby(self.draft)}\n{_nearby(self.final)}"

    @cached_property
    def is_about_vote(self) -> bool:
        """Whether this stands where a vote, its mover or its seconder is recorded."""
        return (
            self.place.role is Role.VOTE
            or "VOTE" in self.labels
            or self.word_lists.has_phrase("vote_contexts", self.nearby_text)
        )

    @cached_property
    def is_about_visitors(self) -> bool:
        """Whether the sentence tells of the press and public, or of others beside an occasion: "visitors left"."""
        lists, text = self.word_lists, self.nearby_text
        if lists.has_phrase("session_contexts", text):
            return True
        return lists.has_phrase("visitor_contexts", text) and not lists.senses.occasions.isdisjoint(words_of(text))

    @cached_property
    def is_prose(self) -> bool:
        """Whether the edit stands in a sentence that is no entry of a list of people, whatever list is above it."""
        return any(is_prose_line(reading.sentence_text, self.word_lists) for reading in (self.draft, self.final))

    @cached_property
    def is_reference(self) -> bool:
        """Whether all that differs stands inside references and links: another paper, not another event."""
        if self.is_link:
            return True
        if self.labels.isdisjoint(REFERENCES) or len(self.changed) > _LONGEST_VALUE:
            return False
        return all(
            holder(word, self.entities(side, *REFERENCES)) is not None for side in Side for word in self.own_words(side)
        )

    @cached_property
    def labels(self) -> frozenset[str]:
        """The labels of all entities that the edit touches, on either side."""
        return frozenset(entity.label for entity in (*self.draft.entities, *self.final.entities))

    def entities(self, side: Side, *labels: str) -> tuple[Entity, ...]:
        """That side's entities with one of these labels."""
        return tuple(entity for entity in self.reading(side).entities if entity.label in labels)

    def next_words(self, side: Side, word: Word) -> tuple[Word, ...]:
        """The tokens that follow a word of the edit in its sentence."""
        reading = self.reading(side)
        place = _place_of(word, reading.words) + 1
        return (*reading.words[place : place + 4], *reading.after[:4])

    def previous_words(self, side: Side, word: Word) -> tuple[Word, ...]:
        """The tokens that precede a word of the edit in its sentence, nearest last."""
        reading = self.reading(side)
        place = _place_of(word, reading.words)
        return (*reading.before[-4:], *reading.words[max(0, place - 4) : place])

    def next_keys(self, side: Side, word: Word) -> tuple[str, ...]:
        """The keys of `next_words`."""
        return tuple(near.key for near in self.next_words(side, word))

    def previous_keys(self, side: Side, word: Word) -> tuple[str, ...]:
        """The keys of `previous_words`."""
        return tuple(near.key for near in self.previous_words(side, word))


def is_prose_line(text: str, word_lists: WordLists) -> bool:
    """Whether a line below a list of people is a sentence that somebody said or wrote.

    "Ines Varga: I would rather see both forms side by side" stands under a list whose end is not marked. But "Mr Pell
    was in the Chair for the whole of the meeting", or "Deputy Head of the Music Service and substitute for Mrs Pell".
    """
    words = [word.strip(_MARKS_AROUND) for word in text.split()]
    small = [word for word in words if word[:1].islower()]
    if len(small) < _SMALL_WORDS_OF_PROSE or 2 * len(small) <= len(words):
        return False
    common = word_lists.sets["prose_words"].intersection(small)
    is_presence = any(word_lists.has("presence_words", word.casefold()) for word in words)
    return len(common) >= _COMMON_WORDS_OF_PROSE and not is_presence


def words_of(text: str) -> list[str]:
    """The words of a sentence, folded, without the marks around them."""
    return [bare for word in fold_key(text).split() if (bare := word.strip(_MARKS_AROUND))]


def value_of(entity: Entity) -> str:
    """What an entity means: its value, or its text where the form is all."""
    return entity.value or fold_key(entity.text)


def holder(word: Word, entities: Sequence[Entity]) -> Entity | None:
    """The entity that a word begins in. Input: entities in order that do not overlap. Cost: logarithmic."""
    place = bisect_right(entities, word.span.start, key=lambda entity: entity.span.start) - 1
    if place < 0 or word.span.start >= entities[place].span.end:
        return None
    return entities[place]


def holders(words: Sequence[Word], entities: Sequence[Entity]) -> list[Entity]:
    """The entities that one of the words is part of, in order. Cost: linear in the words."""
    held = {entity.span: entity for word in words if (entity := holder(word, entities))}
    return list(held.values())


def is_inside(word: Word, entities: Sequence[Entity]) -> bool:
    """Whether an entity covers the whole of a word: of "4-2-1", a number that is "4" covers too little."""
    entity = holder(word, entities)
    return entity is not None and word.span.end <= entity.span.end


def _beyond(words: Sequence[Word], others: Sequence[Word]) -> tuple[Word, ...]:
    """The words whose keys `others` has not, or not so often."""
    if not others:
        return tuple(words)
    if len(words) == 1 == len(others):
        return tuple(words) if words[0].key != others[0].key else ()
    left = Counter(word.key for word in others)
    found = []
    for word in words:
        if left[word.key] > 0:
            left[word.key] -= 1
        else:
            found.append(word)
    return tuple(found)


def _is_doubled(reading: Reading) -> bool:
    """Whether the words of an edit repeat those just before or just after them."""
    size = len(reading.words)
    before = tuple(word.key for word in reading.before[-size:])
    after = tuple(word.key for word in reading.after[:size])
    return reading.keys in (before, after)


def _is_whole_sentence(reading: Reading) -> bool:
    """Whether the words of an edit are one or more sentences of substance, from capital to full stop."""
    words = reading.words
    first = next((word for word in words if word.is_word), None)
    if first is None or not (first.text[0].isupper() or first.text[0].isdigit() or words[0].key == "@"):
        return False
    if sum(word.is_word for word in words) < _SENTENCE_WORDS:
        return False
    # The edit may begin with the full stop of the sentence before: ". The crew spoke of it"
    opens_with_stop = words[0].key in _SENTENCE_ENDS
    return opens_with_stop or (_ends_sentence(words) and (not reading.before or _ends_sentence(reading.before)))


def _ends_sentence(words: Sequence[Word]) -> bool:
    """Whether the words end as a sentence does: with a stop, or a stop and a quotation mark."""
    last = words[-2:-1] if words[-1].key == QUOTE else words[-1:]
    return bool(last) and last[0].key in _SENTENCE_ENDS


def _is_misspelt(one: Word, other: Word, word_lists: WordLists) -> bool:
    """Whether one is no word, stands nowhere else, and is the other but for a keystroke or its end: "shold", "wi"."""
    side = misspelt_side(one, other)
    if side is None:
        return False
    wrong, right = (one, other) if side is Side.DRAFT else (other, one)
    if len(right.key) == 1 or wrong.text.isupper() or (wrong.text[:1].isupper() and right.key not in word_lists.force):
        return False  # "Woul" is "Would", and "Prll" may be a name
    return are_near(one.key, other.key, KeystrokeLimit.ONE_KEY) or is_cut_short(wrong.key, right.key)


def _may_hold_initials(text: str) -> bool:
    """Whether a text may hold initials ("J R", "a.m."); "o f" holds none."""
    return not text.replace(" ", "").isalpha() or text != text.lower()


def _first_figure(text: str) -> Decimal | None:
    """The first number in figures, as a number: 7 for "7.00 pm" and for "7pm"."""
    match = _FIGURE.search(text)
    return Decimal(match.group().replace(",", "")) if match else None


def _nearby(reading: Reading) -> str:
    """The sentence near an edit, folded."""
    text = reading.sentence_text
    start = min(max(reading.span.start - reading.sentence.start, 0), len(text))
    low, high = max(0, start - _NEARBY), start + len(reading.span) + _NEARBY
    return fold_key(text[low:high])


def _place_of(word: Word, words: tuple[Word, ...]) -> int:
    """Where among the words of an edit one of them stands."""
    return bisect_left(words, word.span.start, key=lambda candidate: candidate.span.start)
