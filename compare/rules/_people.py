"""What differs between two records of attendance, person by person, in a clerk's words.

“Birch” is recorded under “Present” in the draft, under “Apologies” in the final.
“Lena Marsh” is “Chair” in the draft, “Acting Chair” in the final.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.outline.same_names import genders_differ, may_be_same
from compare.rules._quoting import quoted
from compare.structure.same_people import is_named_more_fully
from compare.style.word_lists import WordLists
from compare.values import Attendee, Presence, RollLabel, Side, Span, StructuralFact

# People who came or went together are named up to this number. Unit: people.
_MOST_NAMED = 4


def clauses_about_people(fact: StructuralFact) -> list[str]:
    """What the two records say of the people of one fact."""
    clauses = _moves([presence for presence in fact.people if presence.draft and presence.final and _moved(presence)])
    clauses += [
        clause
        for presence in fact.people
        if presence.draft is not None and presence.final is not None
        for clause in _both(presence, presence.draft, presence.final)
    ]
    for side in Side:
        alone = [presence for presence in fact.people if _of(presence, side.other) is None]
        if alone:
            clauses.append(_alone(alone, side, fact))
    return clauses


def clauses_about_names(people: Sequence[Presence]) -> list[str]:
    """What the two records call the same people, and whom one of them names twice."""
    clauses = []
    for presence in people[:_MOST_NAMED]:
        if presence.draft and presence.final:
            if presence.draft.name != presence.final.name:
                clauses.append(
                    f"{quoted(presence.draft.text)} in the draft is {quoted(presence.final.text)} in the final"
                )
        elif person := presence.draft or presence.final:
            clauses.append(f"{quoted(person.text)} is named twice in the {'draft' if presence.draft else 'final'}")
    return clauses


def is_post_alone(fact: StructuralFact, word_lists: WordLists) -> bool:
    """Whether all that differs is somebody's post elsewhere, not as what the person was there: "Finance Officer"."""
    return is_mild(fact, word_lists) and all(
        presence.draft is not None
        and presence.final is not None
        and presence.draft.office != presence.final.office
        and (presence.draft.name, presence.draft.title) == (presence.final.name, presence.final.title)
        for presence in fact.people
    )


def is_mild(fact: StructuralFact, word_lists: WordLists) -> bool:
    """Whether all that differs is a title, or the post of somebody elsewhere: "Finance Officer", "Moss Ltd"."""
    return all(_is_mild(presence, word_lists) for presence in fact.people)


def _is_mild(presence: Presence, word_lists: WordLists) -> bool:
    mine, yours = presence.draft, presence.final
    if mine is None or yours is None or mine.mark != yours.mark or presence.is_moved:
        return False
    if (mine.name != yours.name and not _could_be_one(mine, yours)) or (not mine.name and mine.handle != yours.handle):
        return False
    return not genders_differ(mine.title, yours.title) and not _is_other_capacity(mine.office, yours.office, word_lists)


def _is_other_capacity(office: str, other: str, word_lists: WordLists) -> bool:
    """Whether two offices differ in what the person was there as: the chair, a guest, in somebody's place."""
    words, others = set(office.split()), set(other.split())
    if words == others:
        return False
    return not (
        word_lists.sets["capacity_words"].isdisjoint(words ^ others)
        and word_lists.sets["stand_in_words"].isdisjoint(words | others)
    )


def _moved(presence: Presence) -> bool:
    """Whether the two sides record the person under headings that say different things."""
    return presence.is_moved


def _moves(moved: list[Presence]) -> list[str]:
    """The clauses about people whom each side records under another heading; those who moved alike share one."""
    alike: dict[tuple[str, str], list[str]] = {}
    for presence in moved:
        person = presence.final or presence.draft
        if person is not None:
            alike.setdefault((_under(presence.labels[0]), _under(presence.labels[1])), []).append(quoted(person.text))
    return [
        f"{_listed(names)} {'is' if len(names) == 1 else 'are'} recorded{own or ' without a heading'} in the draft,"
        f"{other or ' without a heading'} in the final"
        for (own, other), names in alike.items()
    ]


def _listed(names: list[str]) -> str:
    shown = names if len(names) <= _MOST_NAMED else [*names[: _MOST_NAMED - 1], f"{len(names) - _MOST_NAMED + 1} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _both(presence: Presence, mine: Attendee, yours: Attendee) -> Iterator[str]:
    """What differs of a person whom both sides name."""
    labels = presence.labels
    is_other_handle = not mine.name and mine.handle != yours.handle
    if is_other_handle or (mine.name != yours.name and not _could_be_one(mine, yours)):
        yield f"{quoted(mine.text)} in the draft is {quoted(yours.text)} in the final{_comma(_under(labels[1]))}"
    elif is_named_more_fully(mine, yours):
        yield f"{quoted(mine.text)} in the draft is {quoted(yours.text)} in the final"
    elif mine.handle and yours.handle and mine.handle != yours.handle:
        yield f"{quoted(yours.text)} is {quoted(mine.handle)} in the draft, {quoted(yours.handle)} in the final"
    elif mine.title and yours.title and mine.title != yours.title:
        yield f"{quoted(mine.text)} in the draft is {quoted(yours.text)} in the final"
    if mine.office != yours.office:
        yield f"{quoted(yours.text)} is {_office(mine)} in the draft, {_office(yours)} in the final"
    if "x" in (mine.mark, yours.mark) and "" in (mine.mark, yours.mark):
        yield f"{quoted(yours.text)} is ticked as present in the {'draft' if mine.mark else 'final'} only"
    elif mine.mark != yours.mark:
        yield f"{quoted(yours.text)} is {_marked(mine)} in the draft, {_marked(yours)} in the final"


def _alone(alone: list[Presence], side: Side, fact: StructuralFact) -> str:
    """The clause about people whom one side alone records."""
    people = [person for presence in alone if (person := _of(presence, side)) is not None]
    label = _under(alone[0].labels[0 if side is Side.DRAFT else 1])
    reading = fact.draft if side is Side.DRAFT else fact.final
    listed = _listed([quoted(person.text) for person in people])
    if reading.text and not any(_touches(person, reading.span) for person in people):
        return f"the heading {quoted(reading.text)} above {listed} stands in the {side} only"
    return f"{listed} {'is' if len(people) == 1 else 'are'} recorded{label} in the {side} only"


def _touches(person: Attendee, span: Span) -> bool:
    return person.span.start <= span.end and span.start <= person.span.end


def _of(presence: Presence, side: Side) -> Attendee | None:
    return presence.draft if side is Side.DRAFT else presence.final


def _could_be_one(mine: Attendee, yours: Attendee) -> bool:
    """Whether one of the two names only says more than the other, or has an initial for a name."""
    return may_be_same(mine, yours)


def _under(label: RollLabel | None) -> str:
    return f" under {quoted(label.text)}" if label is not None else ""


def _comma(words: str) -> str:
    return f",{words}" if words else ""


def _office(person: Attendee) -> str:
    return quoted(person.said or person.office) if person.office else "without an office"


def _marked(person: Attendee) -> str:
    if person.mark == "x":
        return "ticked"
    return f"marked {quoted(person.mark)}" if person.mark else "not marked"
