"""The word that a denial, a verb of duty or a limit bears on: the first word of matter after it in its clause.

had [not] yet been repaired by the crew     →   repaired
must be [paid]. The crew …                  →   paid; past a full stop there is none
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

_STOPS = frozenset((".", ";", ":", "?", "!", "(", ")"))


def find_bearing(keys: Sequence[str], start: int, is_matter: Callable[[int], bool]) -> int | None:
    """Where it stands, from `start` on, `None` where the clause ends before. Cost: linear in the words up to it."""
    for place in range(start, len(keys)):
        if keys[place] in _STOPS:
            return None
        if is_matter(place):
            return place
    return None
