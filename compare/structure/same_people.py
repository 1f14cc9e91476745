"""Tells which people of one list are which of another, by their names.

Jane Ashby        J. Ashby         the same, unless another Ashby of the list may be either of them
Marsh-Pell        Marsh Pell       the same
João Maris        Joao Maris       the same
Tim Vale          Timothy Vale     may be two people
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from compare.outline.same_names import genders_differ, letters, may_be_same
from compare.values import Attendee, RollLabel

# So many people with one first name or surname are tried to find whose fuller name somebody's is. Unit: people.
_MOST_NAMESAKES = 8


def is_named_more_fully(one: Attendee, other: Attendee) -> bool:
    """Whether one of the two names has a word more that is no initial: "Guy", "Guy Pell"."""
    if not one.name or not other.name:
        return False
    short, long = sorted((one.name, other.name), key=len)
    if letters(one) == letters(other):
        return False
    return len([word for word in long if len(word) > 1]) > len([word for word in short if len(word) > 1]) and (
        len(short) != len(long)
    )


def match_people(
    mine: Sequence[Attendee],
    yours: Sequence[Attendee],
    stand_together: Callable[[Attendee, Attendee], bool],
    stand_alike: Callable[[Attendee, Attendee], bool],
) -> dict[int, int]:
    """Which people of the draft are which of the final, by index: by whole names first, in the same place first.

    Cost: linear; of a name that stands many times, few places are tried.
    """
    matches: dict[int, int] = {}
    free = set(range(len(yours)))
    places: tuple[Callable[[Attendee, Attendee], bool], ...] = (stand_together, stand_alike, lambda _, __: True)
    for is_place in places:
        by_key = _by_key(yours, free, _whole_keys)
        for place, person in enumerate(mine):
            if place in matches:
                continue
            found = (
                other
                for key in _whole_keys(person)
                for other in _free_first(by_key[key], free)
                if _are_exactly_same(person, yours[other]) and is_place(person, yours[other])
            )
            match = next(found, None)
            if match is not None:
                matches[place] = match
                free.discard(match)
    for is_place in places:
        _match_unique(mine, yours, matches, free, is_place)
    return matches


def find_named_twice(
    people: Sequence[Attendee], matches: Mapping[int, int], label: Callable[[Attendee], RollLabel | None]
) -> dict[int, int]:
    """Those whom one record names twice alike, by index, and the match of the other entry. Cost: linear.

    Asked where the other record has nobody else: else one of the two may be somebody whose name was put right.
    Two members may share a surname, so only a whole name or a handle shows that they are one.
    """
    places: dict[tuple[object, ...], int] = {}
    for place in matches:
        places.setdefault(_entry_key(people[place], label), place)
    return {
        place: matches[places[key]]
        for place, person in enumerate(people)
        if place not in matches
        and (len(person.name) > 1 or person.handle)
        and (key := _entry_key(person, label)) in places
    }


def _entry_key(person: Attendee, label: Callable[[Attendee], RollLabel | None]) -> tuple[object, ...]:
    stands = label(person)
    return letters(person), person.handle, person.office, person.mark, person.title, stands.words if stands else None


def _match_unique(
    mine: Sequence[Attendee],
    yours: Sequence[Attendee],
    matches: dict[int, int],
    free: set[int],
    is_place: Callable[[Attendee, Attendee], bool],
) -> None:
    """Adds those whose names may be the same, where nobody else may be either of them."""
    by_key = _by_key(yours, free, _loose_keys)
    candidates: dict[int, list[int]] = {}
    wanted: dict[int, int] = defaultdict(int)
    for place, person in enumerate(mine):
        if place in matches:
            continue
        found = dict.fromkeys(
            other
            for key in _loose_keys(person)
            for other in (by_key[key] if len(by_key[key]) <= _MOST_NAMESAKES else ())
            if may_be_same(person, yours[other]) and is_place(person, yours[other])
        )
        candidates[place] = list(found)
        for other in found:
            wanted[other] += 1
    for place, found_places in candidates.items():
        if len(found_places) == 1 and wanted[found_places[0]] == 1:
            matches[place] = found_places[0]
            free.discard(found_places[0])


def _by_key(
    people: Sequence[Attendee], free: Iterable[int], keys_of: Callable[[Attendee], tuple[str, ...]]
) -> dict[str, list[int]]:
    by_key: dict[str, list[int]] = defaultdict(list)
    for place in sorted(free, reverse=True):
        for key in keys_of(people[place]):
            by_key[key].append(place)
    return by_key


def _free_first(places: list[int], free: set[int]) -> Iterator[int]:
    """The first free places of a list that is in reverse order, a few of them; drops those taken from its end."""
    while places and places[-1] not in free:
        places.pop()
    return (place for place in places[: -_MOST_NAMESAKES - 1 : -1] if place in free)


def _whole_keys(person: Attendee) -> tuple[str, ...]:
    return tuple(filter(None, (letters(person), person.handle)))


def _loose_keys(person: Attendee) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person.name[-1:] + person.name[:1]))


def _are_exactly_same(one: Attendee, other: Attendee) -> bool:
    if genders_differ(one.title, other.title):
        return False
    return (bool(one.name) and letters(one) == letters(other)) or (
        bool(one.handle) and one.handle == other.handle and not (one.name and other.name and one.name != other.name)
    )
