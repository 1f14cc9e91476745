"""Finds edits that put a person's name for the person's handle, where the two stand together elsewhere.

- Tom Odell (@todell)            one line of either document: who has the handle
@todell showed the map.    →     Tom Odell showed the map.       one fact: the same person
@todell showed the map.    →     Lena Marsh showed the map.      somebody else: left to the rules
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from compare.outline.places import place_edits
from compare.structure.segments import plain_reading
from compare.text.tokens import fold_key, wording_key
from compare.values import Edit, FactKind, Minutes, Pair, Relation, Span, StructuralFact

_HANDLE = re.compile(r"(?<![\w@])@[\w-]+")
_NAME = r"(?<![\w.’'-])[^\W\d_][\w'’.-]*(?:[ ][^\W\d_][\w'’.-]*){0,4}"
# "Tom Odell (@todell)", "Tom Odell @todell"; "@todell (Tom Odell)".
_NAME_FIRST = re.compile(rf"(?P<name>{_NAME})[ ]?[ \t(\[|,–-]{{1,4}}(?P<handle>@[\w-]+)")
_HANDLE_FIRST = re.compile(rf"(?<![\w@])(?P<handle>@[\w-]+)[ ]?[(\[–-][ ]?(?P<name>{_NAME})")


def owners_of_handles(draft: Minutes, final: Minutes) -> Mapping[str, frozenset[str]]:
    """The words of the names that stand beside each handle in either document, folded. Cost: linear in the text."""
    owners: dict[str, set[str]] = defaultdict(set)
    for minutes in (draft, final):
        text = minutes.document.text
        if "@" not in text:
            continue
        for pattern in (_NAME_FIRST, _HANDLE_FIRST):
            for match in pattern.finditer(text):
                words = [word for word in match["name"].split() if word[0].isupper()]
                owners[fold_key(match["handle"])].update(map(fold_key, words))
    return {handle: frozenset(words) for handle, words in owners.items()}


def find_handles(
    draft: Minutes, final: Minutes, alignment: Sequence[Pair], edits: Sequence[Edit]
) -> tuple[tuple[StructuralFact, ...], tuple[Edit, ...]]:
    """A fact for each edit that exchanges a handle and its owner's name, and the other edits. Cost: linear."""
    owners = owners_of_handles(draft, final)
    if not owners:
        return (), tuple(edits)
    found = [edit for edit in edits if _is_owner(draft, final, edit, owners)]
    places = place_edits(found, draft, final, alignment)
    facts = tuple(
        StructuralFact(
            FactKind.HANDLE,
            Relation.CHANGED,
            place,
            plain_reading(draft, edit.draft),
            plain_reading(final, edit.final),
            (edit.pair,),
            (edit,),
        )
        for edit, place in zip(found, places, strict=True)
    )
    taken = set(found)
    return facts, tuple(edit for edit in edits if edit not in taken)


def _is_owner(draft: Minutes, final: Minutes, edit: Edit, owners: Mapping[str, frozenset[str]]) -> bool:
    own, other = _words(draft, edit.draft), _words(final, edit.final)
    for handle, name in ((own, other), (other, own)):
        if _HANDLE.fullmatch(handle) and name and "@" not in name:
            words = wording_key(name).split()
            return bool(words) and set(words) <= owners.get(fold_key(handle), frozenset())
    return False


def _words(minutes: Minutes, span: Span) -> str:
    return minutes.document.text[span.start : span.end].strip()
