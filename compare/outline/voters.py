"""Reads recorded votes as people: who voted how, who moved and who seconded.

    For: Councillors Ashby and Birch. Against: Councillor Cole.     labels inside a line
    Ayes (2):                                                       a label above names
    - Ashby
    Mrs Lake and Mr Moor voted for the proposal; Mr Oak abstained.  names before what they did
    Nils: yes; Oda: yes; Pax: no                                    names with their votes, in a line, a list or rows
    | Member | For | Against |                                      a table with marks, names or votes in its cells
    Proposed by Mrs Pell and seconded by Mr Odell, that ...         a motion
    For: 7. Against: 3.                                             none: nobody is named

Each recorded vote is a roll of its own. What names nobody in its lines, and the lines next to it, are kept as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from compare.outline.entries import Entry, attendee_of
from compare.outline.people import people_reader
from compare.outline.segment_view import SegmentView
from compare.style.house_style import HouseStyle
from compare.style.phrases import any_of, first_letters, fold_blanks, holds_any
from compare.text.tokens import plain
from compare.text.word_search import WordSearch
from compare.values import Attendee, Role, Roll, RollLabel, SegmentKind, Span

# The longest line of a recorded vote, and the longest line beside one that may belong to it, in characters.
_LONGEST_LIST, _LONGEST_BESIDE = 2500, 240
# Fewer people than this are no record of who voted how. Unit: people.
_FEWEST = 2
# Between a label and names: "For (4):", "Ayes - ", "Those in favour were ".
_COUNT = r"(?P<count>[*_]{0,3} {0,2}(?:\(\d{1,3}\)|\d{1,3}))?"
_GAP = r"[*_]{0,3}(?: ?[:=][*_]{0,3}| [-–—](?= )|(?: was| were):?(?= [A-Z]))"
_OF_MATTER = r"(?: (?:it|them|(?:of )?the (?:motion|proposal|recommendation|resolution)))?"
_NAME_WORD = r"@?[A-Z][\w.'’-]*"
_NO_MOVER = r"(?:That|To|The|A|An|It|This|TBA|TBC|Carried|Agreed|Approved|Unanimously|All)\b"
# "Moved Ashby, seconded Pell."
_BARE_MOVER = r"(?<=ed) (?=[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?:[.,;)]|$| and\b| seconded\b))"
_BOUNDARY = re.compile(r"(?<=[^\W_][^\W_])[.](?=[ )]|$)|[;)]")
_VOTE_HEADS = frozenset(("vote", "votes", "voted"))
# "Trustees in favour:", "Directors voting against were".
_OPENING_NOUN = re.compile(r"(?:^|[.;:] )(?P<noun>(?:The )?[A-Z][a-z]+s)$")
_TRIM = " .,;:()*_–—-"
_SIGN = r"(?<![\w.])[+-][012](?:\.5)?(?![\w.])"


class _Mark(NamedTuple):
    """What says how people voted: where it stands, the people's range, and what it amounts to."""

    start: int
    end: int
    group: str
    people: tuple[int, int]
    printed: str = ""  # the number that the label gives


class _Cast(NamedTuple):
    """One person's vote: who, where the answer stands, and what it amounts to."""

    person: Entry
    span: tuple[int, int]
    group: str


class _Grammar:
    """The words of one house style by which recorded votes are known. Built once for a style."""

    def __init__(
        self,
        answers: tuple[str, ...],
        movers: tuple[str, ...],
        mover_verbs: tuple[str, ...],
        columns: tuple[str, ...],
        titles: tuple[str, ...],
    ) -> None:
        self.group_of = {fold_blanks(left): right for left, right in map(_equation, (*answers, *movers, *mover_verbs))}
        self.columns = frozenset(map(fold_blanks, columns))
        printed = tuple(_equation(line)[0] for line in answers)
        labels = any_of(printed)
        moving = tuple(_equation(line)[0] for line in movers)
        moved = any_of(moving)
        self.moving = tuple(sorted({max(_equation(line)[0].lower().split(" "), key=len) for line in movers}))
        self.seconding = tuple(
            left.lower() for left, right in map(_equation, mover_verbs) if right == "seconded"
        )  # who only moved may have moved to another town
        self.label = WordSearch(
            rf"(?i:(?P<label>{labels})){_OF_MATTER}{_COUNT}(?:{_GAP}|(?=[*_: ]*$))",
            "".join({label[0].lower() for label in printed}),
            re.NOFLAG,
        )
        honorifics = any_of(titles)
        person = rf"{_NAME_WORD}(?: (?!(?i:{moved})(?!\w))(?:{_NAME_WORD}|de|van|von|der|la|du))*"
        self.mover = WordSearch(
            rf"(?i:(?P<label>{moved}))"
            rf"(?:[*_]{{0,3}}:[*_]{{0,3}} ?| ?\(|(?i: by):? |(?<= of) | (?=(?i:{honorifics})\.? [A-Z])|{_BARE_MOVER})"
            rf"(?P<who>(?!{_NO_MOVER}){person})",
            first_letters(moving),
            re.NOFLAG,
        )
        moves = tuple(_equation(line)[0] for line in mover_verbs)
        verbs = any_of(moves)
        self.moves = WordSearch(verbs, first_letters(moves), re.NOFLAG)
        self.moving_verb = re.compile(
            rf"(?P<who>(?:(?:(?i:{honorifics})\.? )+|(?<!\w)(?:[A-Z]\. ?){{1,3}}){person}),? "
            rf"(?P<label>{verbs})(?!\w| by\b| ?[:(])(?! [A-Z])"
        )
        self.voting = WordSearch("voted |abstained|were (?:for|against|in favour)", "vaw")
        self.verb = re.compile(
            r"(?i:(?:,? who )?\b(?P<label>voted for|voted in favou?r(?: of)?|voted against|voted yes|voted no|abstained"
            rf"|were for|were against|were in favour){_OF_MATTER})(?! ?[:=])(?=[ .,;)]|$)"
        )
        name = r"[*_]*(?P<name>@?[^\W\d_][\w.'’-]*(?: [\w.'’()-]+){0,5}?)[*_]*"
        gap = r"(?: ?: ?| - | [–—] |, |\t+| ?\()[*_]*(?:(?i:voted|votes?):? )?"
        self.cast = re.compile(
            rf"{name}(?:{gap}(?P<cast>(?i:{labels})|{_SIGN})| (?P<sign>{_SIGN}))\)?[*_]*|(?P<before>{_SIGN}),? "
            r"\(?(?P<who>@?[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,4})\)?"
        )

    def answer(self, words: str) -> str:
        """What a word or a sign says of somebody's vote; empty where it says nothing."""
        folded = fold_blanks(words).strip(" .:*_()")
        return self.group_of.get(folded, "")


class _Builder:
    """Gathers one recorded vote."""

    def __init__(self, view: SegmentView, links: tuple[str, ...]) -> None:
        self._view, self._links = view, links
        self.people: list[Attendee] = []
        self.labels: list[RollLabel] = []
        self.segments: list[int] = []
        self.others: list[tuple[Span, str]] = []

    def label(self, index: int, start: int, end: int, group: str, words: str = "") -> int:
        """Takes a label, printed so unless `words` are given; gives its number."""
        text = words or self._view.texts[index][start:end].strip(" :*_-–—(|")
        self.labels.append(RollLabel(index, self._view.span(index, start, end), text, group, group))
        return len(self.labels) - 1

    def person(self, index: int, entry: Entry, label: int) -> None:
        """Takes a person who stands under a label."""
        self.people.append(replace(attendee_of(self._view, index, entry), mark="", label=label))

    def other(self, index: int, start: int, end: int) -> None:
        """Takes words that name nobody."""
        words = fold_blanks(self._view.texts[index][start:end]).strip(_TRIM)
        words = words.removeprefix("and ").removesuffix(" and").strip(_TRIM)
        while link := next((link for link in self._links if words == link or words.startswith(f"{link} ")), None):
            words = words.removeprefix(link).strip(_TRIM)
        if words and words != "and":
            self.others.append((self._view.span(index, start, end), words))

    def roll(self) -> Roll | None:
        """The vote, if enough people are named."""
        if len(self.people) < _FEWEST:
            return None
        segments = tuple(sorted(dict.fromkeys(self.segments)))
        return Roll(tuple(self.people), tuple(self.labels), segments, tuple(self.others))


class VoterReader:
    """Reads the recorded votes of one document."""

    def __init__(self, view: SegmentView, roles: tuple[Role, ...], style: HouseStyle) -> None:
        table = style.minutes
        self._view, self._roles = view, roles
        titles = (*style.entities["titles"], *table["honorifics"])
        self._grammar = _grammar(
            table["vote_answers"], table["mover_answers"], table["mover_verbs"], table["vote_columns"], titles
        )
        self._links = tuple(sorted(map(fold_blanks, table["motion_links"]), key=len, reverse=True))
        self._titles = frozenset(fold_blanks(title).split(" ")[-1].rstrip(".") for title in titles)
        self._plain = frozenset(map(fold_blanks, table["vote_cast_words"]))
        self._naming = table["vote_naming_words"]
        self._reader = people_reader(style)
        self._votes: list[Roll] = []
        self._taken: set[int] = set()
        self._open = _Builder(view, self._links)
        self._label: int | None = None
        self._heads: tuple[str, ...] = ()

    def votes(self) -> tuple[Roll, ...]:
        """The recorded votes, in order. Cost: linear."""
        for index, text in enumerate(self._view.texts):
            if self._roles[index] is Role.FURNITURE:
                continue
            if len(text) > _LONGEST_LIST or not text.strip() or not self._line(index, text):
                self._close()
        self._close()
        return tuple(self._votes)

    def _close(self) -> None:
        roll = self._open.roll()
        if roll is not None:
            self._votes.append(self._with_neighbours(roll))
            self._taken.update(self._votes[-1].segments)
        self._open, self._label, self._heads = _Builder(self._view, self._links), None, ()

    def _with_neighbours(self, roll: Roll) -> Roll:
        """The vote with the short line before it and the one behind it: they may stand in its lines elsewhere."""
        beside = _Builder(self._view, self._links)
        for index in (roll.segments[0] - 1, roll.segments[-1] + 1):
            if not 0 <= index < len(self._roles) or index in self._taken or self._roles[index] is Role.FURNITURE:
                continue
            text = self._view.texts[index]
            is_heading = self._view.is_kind(index, SegmentKind.HEADING) or self._roles[index] is Role.HEADING
            is_lead = index < roll.segments[0] and any(word in text.lower() for word in self._naming)
            if (
                len(text) <= _LONGEST_BESIDE
                and (is_lead or not is_heading)
                and not self._view.is_kind(index, SegmentKind.TABLE_ROW)
            ):
                beside.segments.append(index)
                beside.other(index, 0, len(text))
        segments = tuple(sorted((*roll.segments, *beside.segments)))
        return Roll(roll.people, roll.labels, segments, (*roll.others, *beside.others))

    # Lines.

    def _line(self, index: int, text: str) -> bool:
        """Reads a line as a part of the vote that is open; `False` where it is none."""
        if self._view.is_kind(index, SegmentKind.TABLE_ROW):
            return self._row(index, text)
        self._heads = ()
        if self._label_alone(index, text) or self._cast_line(index, text):
            return True
        if self._view.is_kind(index, SegmentKind.HEADING):
            return False
        return self._sentence(index, text) or self._names_below(index, text)

    def _label_alone(self, index: int, text: str) -> bool:
        """Reads "For:", "Ayes (3)" on a line of its own."""
        match = self._grammar.label.fullmatch(text.strip("*_# ").rstrip(" :*_") + ":")
        if match is None:
            return False
        group = self._grammar.answer(match["label"])
        if self._view.is_kind(index, SegmentKind.HEADING) and len(match["label"]) == 1:
            return False
        self._label = self._open.label(index, 0, len(text), group)
        self._open.segments.append(index)
        return True

    def _names_below(self, index: int, text: str) -> bool:
        """Reads names below a label that stands alone."""
        if self._label is None:
            return False
        entries = self._reader.entries(text, is_line=True)
        if not entries or not all(entry.is_person or entry.is_nobody for entry in entries):
            return False
        for entry in entries:
            if entry.is_person:
                self._open.person(index, entry, self._label)
        self._open.segments.append(index)
        return True

    def _sentence(self, index: int, text: str) -> bool:
        """Reads a line with labels or verbs inside."""
        marks = list(self._marks(text))
        found = [(mark, self._named(text, mark.people)) for mark in marks]
        if not any(entries for _, entries in found):
            return False
        is_first = not self._open.people and self._label is None
        # One person alone opens a vote on a line that begins with the label: "Mover: Mr Pell".
        if is_first and sum(len(entries) for _, entries in found) < _FEWEST and text[: marks[0].start].strip("*_> -"):
            return False
        at = 0
        read: list[tuple[int, int]] = []
        for mark, entries in found:
            if not entries:
                continue
            low, high = min(mark.start, mark.people[0]), max(mark.end, mark.people[1])
            label = self._open.label(index, mark.start, mark.end, mark.group)
            people = [entry for entry in entries if entry.is_person]
            for entry in people:
                self._open.person(index, entry, label)
            if mark.printed and int(mark.printed) != len(people):
                self._open.other(index, mark.start, mark.end)
            read.append((low, high))
        for low, high in sorted(read):
            self._open.other(index, at, max(at, low))
            at = max(at, high)
        self._open.other(index, at, len(text))
        self._open.segments.append(index)
        self._label = None
        return True

    def _marks(self, text: str) -> Iterator[_Mark]:
        """The labels and verbs of a line, with the ranges in which people stand."""
        grammar = self._grammar
        labels = [match for match in grammar.label.finditer(text) if not self._is_inside_sentence(text, match)]
        movers = list(grammar.mover.finditer(text))
        verbs = list(grammar.verb.finditer(text)) if grammar.voting.is_in(text) else []
        starts = sorted(match.start() for match in (*labels, *movers))
        bounds = (
            [found.start() for found in _BOUNDARY.finditer(text) if not self._is_short_form(text, found)]
            if labels or verbs
            else []
        )
        for match in labels:
            group = grammar.answer(match["label"])
            limits = [start for start in starts if start > match.start()][:1] + [
                place for place in bounds if place >= match.end()
            ][:1]
            count = re.sub(r"\D", "", match["count"] or "")
            if not (match["count"] or "").strip(" *_").startswith("("):
                count = ""
            noun = _OPENING_NOUN.search(text[: match.start()].rstrip())
            start = noun.start("noun") if noun else match.start()
            yield _Mark(start, match.end(), group, (match.end(), min([*limits, len(text)])), count)
        for match in movers:
            group = grammar.answer(match["label"])
            start, end = match.span("who")
            yield _Mark(match.start(), start, group, (start, start + len(text[start:end].rstrip("."))))
        is_seconded = grammar.moves.is_in(text) and all(
            holds_any(text.lower(), words) for words in (grammar.moving, grammar.seconding)
        )
        for match in grammar.moving_verb.finditer(text) if is_seconded else ():
            yield _Mark(*match.span("label"), grammar.answer(match["label"]), match.span("who"))
        edge = 0
        for match in verbs:
            group = grammar.answer(match["label"])
            before = [place + 1 for place in bounds if place < match.start()]
            start = max([edge, *before[-1:]])
            edge = match.end()
            yield _Mark(match.start(), match.end(), group, (start, match.start()))

    @staticmethod
    def _is_inside_sentence(text: str, match: re.Match[str]) -> bool:
        """Whether a label stands in the midst of a sentence: "asked for: …"; one opens a sentence or a bracket."""
        before = text[: match.start()].rstrip(" *_")
        if not before or before[-1] in ".;:(,|-–—" or before.endswith(" and"):
            return False
        return _OPENING_NOUN.search(before) is None

    def _is_short_form(self, text: str, found: re.Match[str]) -> bool:
        """Whether a full stop belongs to a title: "Cllr. Ashby"."""
        if found.group() != ".":
            return False
        word = re.search(r"[^\W\d_]+$", text[: found.start()])
        behind = text[found.end() :].lstrip()
        return word is not None and word.group().lower() in self._titles and behind[:1].isupper()

    def _named(self, text: str, span: tuple[int, int]) -> tuple[Entry, ...]:
        """The people of a range that holds nothing else; "none" is one entry that is nobody."""
        entries = self._reader.entries(text[: span[1]], span[0]) if text[slice(*span)].strip(_TRIM) else ()
        return entries if all(entry.is_person or entry.is_nobody for entry in entries) else ()

    # Names with their votes.

    def _cast_line(self, index: int, text: str) -> bool:
        """Reads "Nils: yes; Oda: no", or one of them in a list."""
        pieces = list(_pieces(text))
        lead = re.match(r"[^:;,]{2,80}:(?= )", text) if len(pieces) > 1 else None
        casts: list[_Cast] = []
        for piece in reversed(pieces[1:]):  # most lines are no vote by their last words
            cast = self._piece(text, *piece)
            if cast is None:
                return False
            casts.insert(0, cast)
        start = 0
        if pieces:
            first = self._piece(text, *pieces[0])
            if lead is not None and (first is None or first.span[0] < lead.end()):
                behind = self._piece(text, lead.end(), pieces[0][1])
                if behind is not None:
                    first, start = behind, lead.end()
            if first is None:
                return False
            casts.insert(0, first)
        if not (self._is_of_vote(index, text[:start]) or self._open.people or self._has_plain(text, casts)):
            return False
        if start:
            self._open.other(index, 0, start)
        for cast in casts:
            self._open.person(index, cast.person, self._open.label(index, *cast.span, cast.group))
        self._open.segments.append(index)
        self._label = None
        return True

    def _has_plain(self, text: str, casts: list[_Cast]) -> bool:
        """Whether a word says of itself that somebody voted; "yes" and "no" answer any question."""
        words = (fold_blanks(text[slice(*cast.span)]) for cast in casts)
        return any(word in self._plain or word[:1] in ("+", "-") for word in words)

    def _is_of_vote(self, index: int, lead: str) -> bool:
        """Whether the line or the one before it says that votes follow."""
        before = self._view.texts[index - 1] if index else ""
        return any(word in said.lower() for said in (lead, before[:_LONGEST_BESIDE]) for word in self._naming)

    def _piece(self, text: str, start: int, end: int) -> _Cast | None:
        while start < end and text[start] in " *_":
            start += 1
        match = self._grammar.cast.fullmatch(plain(text[start:end].rstrip(" .*_")))
        if match is None:
            return None
        at = "before" if match["before"] else "sign" if match["sign"] else "cast"
        group = self._grammar.answer(match[at])
        low, high = match.span("who" if match["before"] else "name")
        entries = self._reader.entries(text[: start + high], start + low, is_line=True)
        if not group or len(entries) != 1 or not entries[0].is_person:
            return None
        return _Cast(entries[0], (start + match.start(at), start + match.end(at)), group)

    # Tables.

    def _row(self, index: int, text: str) -> bool:
        cells = list(_cells(text))
        words = [fold_blanks(text[slice(*cell)]).strip(" *_:") for cell in cells]
        answers = [self._grammar.answer(word) for word in words]
        if not self._heads:
            if not (any(answers) or set(words) & self._grammar.columns):
                return False
            known = [bool(answer) or word in self._grammar.columns for answer, word in zip(answers, words, strict=True)]
            has_answers = sum(map(bool, answers[1:])) > 1 or not _VOTE_HEADS.isdisjoint(words[1:])
            if has_answers or all(is_known or not word for is_known, word in zip(known, words, strict=True)):
                self._heads = tuple(words)
                self._head_cells, self._head_row = cells, index
                self._printed = [text[slice(*cell)].strip(" *_:") for cell in cells]
                self._open.segments.append(index)
                return True
            return False
        if all(self._grammar.answer(head) for head in self._heads if head):
            return self._row_of_names(index, text, cells)
        return self._row_of_one(index, text, cells, answers)

    def _row_of_names(self, index: int, text: str, cells: list[tuple[int, int]]) -> bool:
        for place, cell in enumerate(cells[: len(self._heads)]):
            group = self._grammar.answer(self._heads[place])
            entries = self._named(text, cell)
            if not entries and text[slice(*cell)].strip():
                return False
            if entries and entries[0].is_person:
                label = self._open.label(self._head_row, *self._head_cells[place], group)
                for entry in entries:
                    self._open.person(index, entry, label)
        self._open.segments.append(index)
        return True

    def _row_of_one(self, index: int, text: str, cells: list[tuple[int, int]], answers: list[str]) -> bool:
        entries = self._named(text, cells[0]) if cells else ()
        if len(entries) != 1 or not entries[0].is_person:
            return False
        for place, cell in enumerate(cells[1 : len(self._heads)], start=1):
            words = text[slice(*cell)].strip(" *_")
            if not words:
                continue
            by_head = self._grammar.answer(self._heads[place])
            group = by_head or answers[place]
            if not group:
                return False
            printed = self._printed[place] if by_head else ""
            self._open.person(index, entries[0], self._open.label(index, *cell, group, printed))
            self._open.segments.append(index)
            return True
        return False


def read_votes_of_people(view: SegmentView, roles: tuple[Role, ...], style: HouseStyle) -> tuple[Roll, ...]:
    """The recorded votes of a document, each as a roll of its own. Cost: linear."""
    return VoterReader(view, roles, style).votes()


@lru_cache(maxsize=8)
def _grammar(
    answers: tuple[str, ...],
    movers: tuple[str, ...],
    mover_verbs: tuple[str, ...],
    columns: tuple[str, ...],
    titles: tuple[str, ...],
) -> _Grammar:
    return _Grammar(answers, movers, mover_verbs, columns, titles)


def _equation(line: str) -> tuple[str, str]:
    left, _, right = line.partition(" = ")
    return left, right


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a line between semicolons, or between commas."""
    separator = ";" if ";" in text else ","
    at = 0
    for found in re.finditer(re.escape(separator), text):
        if text[at : found.start()].strip():
            yield at, found.start()
        at = found.end()
    if text[at:].strip(" ."):
        yield at, len(text)


def _cells(text: str) -> Iterator[tuple[int, int]]:
    """The cells of a row, without the bars around them."""
    at = 1 if text.startswith("|") else 0
    for bar in re.finditer(r"[|\t]", text):
        if bar.start() >= at:
            yield at, bar.start()
            at = bar.end()
    if text[at:].strip():
        yield at, len(text)
