"""What the name of a list of synonyms says of its lines: "saying_verbs" holds groups of verbs, "papers" plain words."""

from __future__ import annotations

PARTS = frozenset(("verbs", "nouns", "adjectives", "adverbs", "phrases"))


def is_list_of_groups(name: str) -> bool:
    """Whether the list of that name holds groups: its last part is a part of speech."""
    return name.rpartition("_")[2] in PARTS
