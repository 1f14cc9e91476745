"""A tagged edit as a rule looks at it: which words went, which came, and what stands around them.

    draft   the grant of up to £14,000         gone   up, to        only these words are in the draft alone
    final   the grant of £14,000               came   —

All is worked out from the edit when a rule first asks for it, and kept for the next rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from compare.rules._entities import REFERENCES, first_figure, holder, is_value, values_of
from compare.rules._forms import same_words
from compare.rules._markup import after_box, is_link_target, ticked_side
from compare.rules._shapes import (
    beyond,
    has_capital_or_mark,
    is_doubled,
    is_misspelt,
    is_prose,
    is_whole_sentence,
    out_of_place,
    place_of,
    words_around,
)
from compare.style.vocabulary import Vocabulary
from compare.values import Entity, Op, Place, Reading, Role, Side, TaggedEdit, Verdict, Word


# Not slots: the cached properties live in the instance's dictionary.
@dataclass(frozen=True)
class Change:
    """An edit of wording with the vocabulary to read it by."""

    tagged: TaggedEdit
    vocabulary: Vocabulary

    @property
    def draft(self) -> Reading:
        """What the draft says."""
        return self.tagged.draft

    @property
    def final(self) -> Reading:
        """What the final says."""
        return self.tagged.final

    @property
    def place(self) -> Place:
        """Where in the minutes."""
        return self.tagged.place

    @property
    def verdict(self) -> Verdict | None:
        """Which side the language accuses."""
        return self.tagged.verdict

    def reading(self, side: Side) -> Reading:
        """What that side says."""
        return self.tagged.draft if side is Side.DRAFT else self.tagged.final

    @cached_property
    def draft_words(self) -> tuple[Word, ...]:
        """The draft's words, marks left out."""
        return tuple(word for word in self.draft.words if word.is_word)

    @cached_property
    def final_words(self) -> tuple[Word, ...]:
        """The final's words, marks left out."""
        return tuple(word for word in self.final.words if word.is_word)

    @cached_property
    def is_reordered(self) -> bool:
        """Whether both sides have the same words in another order: "7 votes to 4", "4 votes to 7"."""
        draft, final = [word.key for word in self.draft_words], [word.key for word in self.final_words]
        return len(draft) == len(final) > 1 and draft != final and sorted(draft) == sorted(final)

    @cached_property
    def gone(self) -> tuple[Word, ...]:
        """The words that the draft has and the final has not; where only their order differs, those out of place."""
        if self.is_reordered:
            return out_of_place(self.draft_words, self.final_words)
        return beyond(self.draft_words, self.final_words)

    @cached_property
    def came(self) -> tuple[Word, ...]:
        """The words that the final has and the draft has not; where only their order differs, those out of place."""
        if self.is_reordered:
            return out_of_place(self.final_words, self.draft_words)
        return beyond(self.final_words, self.draft_words)

    @cached_property
    def changed(self) -> tuple[Word, ...]:
        """The words of either side that the other has not."""
        return self.gone + self.came

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of those words."""
        return frozenset(word.key for word in self.changed)

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """The punctuation marks that one side has and the other has not."""
        draft = [word for word in self.draft.words if not word.is_word]
        final = [word for word in self.final.words if not word.is_word]
        return tuple(word.key for word in beyond(draft, final) + beyond(final, draft))

    @cached_property
    def lone_side(self) -> Side | None:
        """The side that alone has words, `None` when both have or neither."""
        if bool(self.draft_words) == bool(self.final_words):
            return None
        return Side.DRAFT if self.draft_words else Side.FINAL

    @property
    def is_marks_only(self) -> bool:
        """Whether no word differs, only punctuation."""
        return not self.changed

    @cached_property
    def is_form_only(self) -> bool:
        """Whether both sides say the same words, abbreviated or spelt another way."""
        if not self.changed or (self.is_same_letters and not has_capital_or_mark(self.draft.text + self.final.text)):
            return False
        return same_words(self.draft, self.final, self.vocabulary)

    @cached_property
    def is_same_letters(self) -> bool:
        """Whether both sides have the same letters, cut, hyphenated or apostrophised another way: maybe / may be."""
        if not self.changed:
            return False
        draft = "".join(word.key for word in self.draft_words)
        final = "".join(word.key for word in self.final_words)
        return draft.translate(_NO_JOINS) == final.translate(_NO_JOINS)

    @cached_property
    def exchanged(self) -> tuple[Word, Word] | None:
        """The draft's word and the final's where one single word stands for another, and no mark differs."""
        if len(self.draft.words) == 1 == len(self.final.words) and self.gone and self.came:
            return self.gone[0], self.came[0]
        return None

    @cached_property
    def is_misspelt(self) -> bool:
        """Whether one side is no word and the other the word it resembles: "shold" is no other duty than "should"."""
        return self.exchanged is not None and is_misspelt(*self.exchanged)

    @cached_property
    def is_same_value(self) -> bool:
        """Whether all that differs is the writing of dates, times, sums or numbers of one value."""
        if len(self.changed) > _LONGEST_VALUE:
            return False
        draft, final = values_of(self.draft.entities), values_of(self.final.entities)
        if bool(draft) != bool(final):
            return self._is_part_of_next_edit
        if not draft or draft != final:
            return False
        return all(is_value(word, self.draft.entities) for word in self.gone) and all(
            is_value(word, self.final.entities) for word in self.came
        )

    @cached_property
    def is_reference(self) -> bool:
        """Whether all that differs stands inside references and links: which paper, not what happened."""
        if self.is_link:
            return True
        if self.labels.isdisjoint(REFERENCES) or len(self.changed) > _LONGEST_VALUE:
            return False
        return all(
            holder(word, self.entities(side, *REFERENCES)) is not None
            for side, words in ((Side.DRAFT, self.gone), (Side.FINAL, self.came))
            for word in words
        )

    @property
    def _is_part_of_next_edit(self) -> bool:
        """Whether the figure that one side lacks here stands next to it, in an edit of its own.

        "7.00 pm" and "7pm" are two edits side by side: "7.00" left out, "pm" become "7pm".
        """
        side = self.lone_side
        if side is None:
            return False
        own, silent = self.reading(side), self.reading(side.other)
        figures = {figure for entity in own.entities if (figure := first_figure(entity.text)) is not None}
        beside = (silent.before[-1:], own.before[-1:]), (silent.after[:1], own.after[:1])
        return any(
            word and (not same or word[0].key != same[0].key) and first_figure(word[0].text) in figures
            for word, same in beside
        )

    @cached_property
    def is_form(self) -> bool:
        """Whether only the form differs: the rules of substance pass such a change on."""
        return self.is_marks_only or self.is_form_only or self.is_same_value

    @cached_property
    def doubled_side(self) -> Side | None:
        """The side on which the words stand twice in a row ("that that"), `None` where nothing is doubled."""
        side = self.lone_side
        if side is None or self.marks:
            return None
        return side if is_doubled(self.reading(side)) else None

    @cached_property
    def sentence_side(self) -> Side | None:
        """The side that alone has these words, when they are whole sentences of substance."""
        side = self.lone_side
        if side is None or self.tagged.op is Op.REPLACE:
            return None
        return side if is_whole_sentence(self.reading(side)) else None

    @cached_property
    def is_aside(self) -> bool:
        """Whether the rules that look at single words should pass: one fact is told as one.

        A doubled word, a whole sentence, the target of a link, a box that was ticked.
        """
        return (
            self.doubled_side is not None or self.sentence_side is not None or self.is_link or self.ticked is not None
        )

    @cached_property
    def is_link(self) -> bool:
        """Whether all that differs is where a link leads."""
        return is_link_target(self.draft, self.final)

    @cached_property
    def ticked(self) -> tuple[Side, str] | None:
        """The side on which alone a box is ticked ("[x]"), and what stands behind the box."""
        side = ticked_side(self.draft, self.final)
        return (side, after_box(self.reading(side))) if side else None

    @cached_property
    def is_prose(self) -> bool:
        """Whether the sentence says something else than who was there, whatever list it stands under."""
        return any(is_prose(reading.sentence_text, self.vocabulary) for reading in (self.draft, self.final))

    @cached_property
    def is_rewritten(self) -> bool:
        """Whether a passage was worded anew: its single words do not answer one another."""
        return self.tagged.edit.rewritten or min(len(self.gone), len(self.came)) >= _REWRITTEN

    @cached_property
    def around(self) -> str:
        """Both sides' sentences near the edit, folded, for the phrases that tell what a sentence is about."""
        return f"{words_around(self.draft)}\n{words_around(self.final)}"

    @cached_property
    def is_vote(self) -> bool:
        """Whether this stands where a vote, its mover or its seconder is recorded."""
        return (
            self.place.role is Role.VOTE
            or "VOTE" in self.labels
            or self.vocabulary.has_phrase("vote_contexts", self.around)
        )

    @cached_property
    def labels(self) -> frozenset[str]:
        """The labels of all entities that the edit touches, on either side."""
        return frozenset(entity.label for entity in (*self.draft.entities, *self.final.entities))

    def entities(self, side: Side, *labels: str) -> tuple[Entity, ...]:
        """That side's entities with one of these labels."""
        return tuple(entity for entity in self.reading(side).entities if entity.label in labels)

    def next_words(self, side: Side, word: Word) -> tuple[Word, ...]:
        """The tokens that follow a word of the edit, in its sentence."""
        reading = self.reading(side)
        place = place_of(word, reading.words) + 1
        return (*reading.words[place : place + 4], *reading.after[:4])

    def previous_words(self, side: Side, word: Word) -> tuple[Word, ...]:
        """The tokens that precede a word of the edit in its sentence, nearest last."""
        reading = self.reading(side)
        place = place_of(word, reading.words)
        return (*reading.before[-4:], *reading.words[max(0, place - 4) : place])

    def next_keys(self, side: Side, word: Word) -> tuple[str, ...]:
        """The same, folded."""
        return tuple(near.key for near in self.next_words(side, word))

    def previous_keys(self, side: Side, word: Word) -> tuple[str, ...]:
        """The same, folded."""
        return tuple(near.key for near in self.previous_words(side, word))


_NO_JOINS = str.maketrans("", "", "'-/")

# Words that each side has and the other has not, from which on an exchange is a new wording: "moved by Councillor
# Ashby and seconded by" is six. Unit: words.
_REWRITTEN = 8

# A passage with more changed words than this says more than dates and sums. Unit: words.
_LONGEST_VALUE = 40
