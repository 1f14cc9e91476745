"""What a comparison says of each place of both documents, in layers from the plainest answer to the vaguest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compare.values import Comparison, Finding, Pair, Relation, Side

from .oracle import Cover, Extent, Run

# A run of changed words is told by the first layer that, with those before it, covers all its words.
LAYERS = ("finding", "fold", "moved, split or merged", "added or removed", "furniture", "out of scope")
UNCOVERED = "nothing"

_LAYER_OF = {
    Relation.MOVED: "moved, split or merged",
    Relation.SPLIT: "moved, split or merged",
    Relation.MERGED: "moved, split or merged",
    Relation.ADDED: "added or removed",
    Relation.REMOVED: "added or removed",
    Relation.FURNITURE: "furniture",
    Relation.OUT_OF_SCOPE: "out of scope",
}


@dataclass(frozen=True, slots=True)
class Accounts:
    """Both documents' covers, cumulative by layer, and the extents of each finding."""

    draft: tuple[Cover, ...]
    final: tuple[Cover, ...]
    findings: tuple[tuple[Finding, Cover, Cover], ...]

    def layer_of(self, run: Run) -> str:
        """The layer that accounts for a run of changed words, or `UNCOVERED`."""
        for layer, draft, final in zip(LAYERS, self.draft, self.final, strict=True):
            if all(map(draft.touches, run.draft)) and all(map(final.touches, run.final)):
                return layer
        return UNCOVERED

    def findings_of(self, run: Run) -> list[Finding]:
        """The findings that touch a word of the run."""
        return [
            finding
            for finding, draft, final in self.findings
            if any(map(draft.touches, run.draft)) or any(map(final.touches, run.final))
        ]


def take_accounts(comparison: Comparison) -> Accounts:
    """All that the comparison says of places."""
    silent = _silent_sides(comparison)
    by_layer = {layer: _extents(comparison, layer, silent) for layer in LAYERS}
    covers = tuple(_cumulate(by_layer[layer][side] for layer in LAYERS) for side in (0, 1))
    findings = tuple(
        (finding, Cover(_finding_extents(finding, silent, 0)), Cover(_finding_extents(finding, silent, 1)))
        for finding in comparison.findings
    )
    return Accounts(covers[0], covers[1], findings)


def _cumulate(layers: Iterable[list[Extent]]) -> tuple[Cover, ...]:
    extents: list[Extent] = []
    covers = []
    for layer in layers:
        extents = extents + layer
        covers.append(Cover(extents))
    return tuple(covers)


Silent = dict[tuple[Side, Extent], Extent]


def _silent_sides(comparison: Comparison) -> Silent:
    """Where an insertion or deletion stands in the document that lacks it, by the extent of the other side."""
    places: Silent = {}
    for edit in comparison.edits:
        draft, final = (edit.draft.start, edit.draft.end), (edit.final.start, edit.final.end)
        places[Side.DRAFT, draft] = final
        places[Side.FINAL, final] = draft
    return places


def _extents(comparison: Comparison, layer: str, silent: Silent) -> tuple[list[Extent], list[Extent]]:
    if layer == "finding":
        sides = [[x for finding in comparison.findings for x in _finding_extents(finding, silent, at)] for at in (0, 1)]
        return sides[0], sides[1]
    if layer == "fold":
        folds = comparison.folds
        return [(one.draft.start, one.draft.end) for one in folds], [(one.final.start, one.final.end) for one in folds]
    pairs = [pair for pair in comparison.alignment if _LAYER_OF.get(pair.relation) == layer]
    return list(_segments(comparison, pairs, Side.DRAFT)), list(_segments(comparison, pairs, Side.FINAL))


def _finding_extents(finding: Finding, silent: Silent, at: int) -> list[Extent]:
    passages = (finding.draft, finding.final)
    here, there = passages[at], passages[1 - at]
    if here is not None:
        return [(here.start, here.end)]
    if there is None:
        return []
    known = (Side.FINAL if at == 0 else Side.DRAFT, (there.start, there.end))
    return [silent[known]] if known in silent else []


def _segments(comparison: Comparison, pairs: Iterable[Pair], side: Side) -> Iterator[Extent]:
    minutes = comparison.draft_minutes if side is Side.DRAFT else comparison.final_minutes
    for pair in pairs:
        for index in pair.draft if side is Side.DRAFT else pair.final:
            segment = minutes.segments[index]
            yield segment.start, segment.end
