"""Finds words that one document marks and the other does not, where the minutes say what the mark means.

Those present are in bold: **A. Holt**, J. Sale   →   … **A. Holt**, **J. Sale**      another was there
Members (* = absent): A. Holt, J. Sale            →   … A. Holt, J. Sale*             another was not
The total was £400*.                              →   The total was £400.             with the note "* unaudited"

Everywhere else bold type is typography, and folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from compare.outline.places import place_in
from compare.structure.formatting_and_cells import edits_by_pair, kept_tokens, reading_within
from compare.text.tokens import Token, is_word, mark_text
from compare.values import Edit, FactKind, Formatting, Minutes, Pair, Relation, Side, Span, StructuralFact

# Emphasis of markdown: two stars or more print bold, one prints italics. What is left of the stars are marks.
_EMPHASIS = re.compile(r"(?<![\w*\\])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]{1,400}?)(?<=[^\s*_])\1(?![\w*])")
_STAR = re.compile(r"[ \t]{0,3}\\?\*(?![\w*])")
_BOLD_MARKS = ("**", "__", "***", "___")
_STARRED = "a star"
_TYPES = ((Formatting.BOLD, "bold type"), (Formatting.ITALIC, "italics"), (Formatting.UNDERLINED, "underlining"))


class _Meaning(NamedTuple):
    """Which marks mean something, and whether they tell who was there or how they voted."""

    formatting: Formatting
    has_star: bool
    of_people: bool


_NOTED = _Meaning(Formatting.PLAIN, has_star=True, of_people=False)  # by a note: "* unaudited"


def compare_marks_by_key(
    draft: Minutes, final: Minutes, alignment: Sequence[Pair], edits: Sequence[Edit]
) -> tuple[StructuralFact, ...]:
    """One fact for each run of words that is marked on one side alone.

    A key holds in its own item, a note everywhere. Stars beside the names of a roll are compared with the roll.
    Cost: linear in the words of items with a key.
    """
    shown = _shown_by(draft) & _shown_by(final)
    keys = _meanings(draft, shown), _meanings(final, shown)
    noted = _NOTED if _has_note(draft) and _has_note(final) else None
    if not noted and not (keys[0] and keys[1]):
        return ()
    edited = edits_by_pair(edits)
    rolls = frozenset(at for roll in (draft.outline.roll, *draft.outline.votes) for at in roll.segments)
    facts: list[StructuralFact] = []
    for index, pair in enumerate(alignment):
        if not pair.draft or not pair.final:
            continue
        own = keys[0].get(draft.outline.item_of[pair.draft[0]])
        other = keys[1].get(final.outline.item_of[pair.final[0]])
        meaning = own if own is not None and own == other else noted
        if meaning is not None and not rolls.isdisjoint(pair.draft):
            meaning = meaning._replace(has_star=False)
        if meaning is None or not _may_be_marked(draft, final, pair, meaning):
            continue
        for marking, left, right, side in _runs(draft, final, pair, edited.get(index, ()), meaning):
            facts.append(
                StructuralFact(
                    FactKind.FORMATTING,
                    Relation.CHANGED,
                    place_in(final, pair.final[0], right),
                    reading_within(draft, pair.draft, left),
                    reading_within(final, pair.final, right),
                    (index,),
                    struck=side,
                    marking=marking,
                    of_people=meaning.of_people,
                )
            )
    return tuple(facts)


def _shown_by(minutes: Minutes) -> Formatting:
    """Which types a document can show: a plain text shows none, markdown has no underlining."""
    document = minutes.document
    if document.paragraphs:
        return Formatting.BOLD | Formatting.ITALIC | Formatting.UNDERLINED
    is_markdown = document.format == "markdown" or _EMPHASIS.search(document.text) is not None
    return Formatting.BOLD | Formatting.ITALIC if is_markdown else Formatting.PLAIN


def _may_be_marked(draft: Minutes, final: Minutes, pair: Pair, meaning: _Meaning) -> bool:
    """Whether a star stands in one of the passages, where nothing else means anything."""
    if meaning.formatting or not meaning.has_star:
        return bool(meaning.formatting)
    passages = (
        minutes.document.text[minutes.segments[places[0]].start : minutes.segments[places[-1]].end]
        for minutes, places in ((draft, pair.draft), (final, pair.final))
    )
    return any("*" in passage for passage in passages)


def _meanings(minutes: Minutes, shown: Formatting) -> Mapping[int | None, _Meaning]:
    """What marks that both documents can show mean in each item with a key, and before the first."""
    found: dict[int | None, _Meaning] = {}
    for key in minutes.outline.marking_keys:
        item = minutes.outline.item_of[key.segment]
        known = found.get(item, _Meaning(Formatting.PLAIN, has_star=False, of_people=False))
        how = known.formatting | (key.formatting & shown)
        found[item] = _Meaning(how, known.has_star or key.has_star, known.of_people or key.of_people)
    return found


def _has_note(minutes: Minutes) -> bool:
    """Whether one line alone begins with a star: the note to a star above, and no list."""
    marks = [mark_text(minutes.document, segment).strip() for segment in minutes.segments]
    return any(
        mark == "*" and "*" not in (*marks[max(0, place - 1) : place], *marks[place + 1 : place + 2])
        for place, mark in enumerate(marks)
    )


def _runs(
    draft: Minutes, final: Minutes, pair: Pair, edits: Sequence[Edit], meaning: _Meaning
) -> Iterator[tuple[str, Span, Span, Side]]:
    """The runs of words marked on one side: the mark, where they stand, and the side."""
    left = kept_tokens(draft, pair.draft, [edit.draft for edit in edits])
    right = kept_tokens(final, pair.final, [edit.final for edit in edits])
    marks = _Marks.of(draft, pair.draft, meaning), _Marks.of(final, pair.final, meaning)
    compared = [
        (_difference(marks[0].at(mine), marks[1].at(yours)), mine, yours)
        for mine, yours in zip(left, right, strict=False)
        if mine.key == yours.key and is_word(mine.key)
    ]
    for found, run in groupby(compared, key=lambda entry: entry[0]):
        if found is not None:
            words = list(run)
            own = Span(words[0][1].start, words[-1][1].end)
            yield found[0], own, Span(words[0][2].start, words[-1][2].end), found[1]


def _difference(draft: frozenset[str], final: frozenset[str]) -> tuple[str, Side] | None:
    """The mark that one side alone has, and that side."""
    alone = sorted(draft - final) or sorted(final - draft)
    return (alone[0], Side.DRAFT if draft - final else Side.FINAL) if alone else None


class _Marks(NamedTuple):
    """The marks in some segments: formatting that a file keeps, emphasis of markdown, the ends of starred words."""

    minutes: Minutes
    emphasis: tuple[tuple[Span, Formatting], ...]
    stars: frozenset[int]
    meaning: _Meaning

    @staticmethod
    def of(minutes: Minutes, places: Sequence[int], meaning: _Meaning) -> _Marks:
        """Reads the marks of some segments in a row."""
        start, end = minutes.segments[places[0]].pieces[0].start, minutes.segments[places[-1]].end
        text = minutes.document.text[start:end]
        emphasis: list[tuple[Span, Formatting]] = []
        if not minutes.document.paragraphs:
            for match in _EMPHASIS.finditer(text):
                how = Formatting.BOLD if match[1] in _BOLD_MARKS else Formatting.ITALIC
                emphasis.append((Span(start + match.start(), start + match.end()), how))
            text = _EMPHASIS.sub(lambda match: match.group().replace("*", " "), text)
        stars = frozenset(start + match.start() for match in _STAR.finditer(text)) if meaning.has_star else frozenset()
        return _Marks(minutes, tuple(emphasis), stars, meaning)

    def at(self, token: Token) -> frozenset[str]:
        """How a word is marked, as far as that means something."""
        how = self.minutes.document.formatting_at(token.start)
        for span, emphasis in self.emphasis:
            if span.start <= token.start < span.end:
                how |= emphasis
        names = {name for kind, name in _TYPES if how & kind & self.meaning.formatting}
        return frozenset(names | ({_STARRED} if token.end in self.stars else set()))
