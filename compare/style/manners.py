"""How a vote was taken, in another order of words: "agreed unanimously", "unanimously agreed"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

# How a vote was taken or ended, wherever it stands in its sentence.
MANNER = frozenset(("unanimously", "unanimous", "nem", "con", "carried", "lost", "passed", "defeated"))
# Words that come and go with the order of the others: "the motion was carried by all", "all carried the motion".
_OF_ORDER = frozenset(("the", "was", "were", "is", "are", "be", "been", "being", "by", "it", "and"))


def is_same_manner(own: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two passages are the same words of a vote in another order. Cost: linear."""
    matter = _matter(own)
    return not MANNER.isdisjoint(matter) and matter == _matter(other)


def _matter(keys: Sequence[str]) -> Counter[str]:
    return Counter(key for key in keys if key[:1].isalnum() and key not in _OF_ORDER)
