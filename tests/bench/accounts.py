"""What a comparison says of each place of both documents, in layers from the plainest answer to the vaguest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compare.values import Comparison, Finding, Pair, Relation, Side

from .oracle import Cover, Extent, Run

# A run of changed words is told by the first layer that, with those before it, leaves the same of it on both sides.
LAYERS = ("finding", "fold", "moved, split or merged", "added or removed", "furniture", "out of scope")
ELSEWHERE = "a cut elsewhere"  # the words left over of the whole documents are equal: the oracle matched other ones
MARKS_UNTOLD = "nothing, marks alone differ"
UNTOLD = "nothing"

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
    """Both documents, their covers, cumulative by layer, and the cover of each finding."""

    draft: str
    final: str
    covers: tuple[tuple[Cover, Cover], ...]
    findings: tuple[tuple[Finding, Cover, Cover], ...]

    def layer_of(self, run: Run) -> str:
        """The layer that accounts for a run of changed words."""
        for layer, (draft, final) in zip(LAYERS, self.covers, strict=True):
            if draft.rest(self.draft, run.draft) == final.rest(self.final, run.final):
                return layer
        draft, final = self.covers[-1]
        if _words(draft.rest(self.draft, run.draft)) == _words(final.rest(self.final, run.final)):
            return MARKS_UNTOLD
        rests = self.rests()
        return ELSEWHERE if _words(rests[0]) == _words(rests[1]) else UNTOLD

    def rests(self) -> tuple[str, str]:
        """What is left of both documents when all that is accounted for is taken out."""
        draft, final = self.covers[-1]
        return draft.rest(self.draft, [(0, len(self.draft))]), final.rest(self.final, [(0, len(self.final))])

    def findings_of(self, run: Run) -> list[Finding]:
        """The findings that touch a word of the run."""
        return [
            finding
            for finding, draft, final in self.findings
            if any(map(draft.touches, run.draft)) or any(map(final.touches, run.final))
        ]


def _words(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def take_accounts(comparison: Comparison) -> Accounts:
    """All that the comparison says of places."""
    extents: tuple[list[Extent], list[Extent]] = ([], [])
    covers = []
    for layer in LAYERS:
        for side, found in zip(extents, _extents(comparison, layer), strict=True):
            side.extend(found)
        covers.append((Cover(extents[0]), Cover(extents[1])))
    findings = tuple((one, Cover(_passage(one, 0)), Cover(_passage(one, 1))) for one in comparison.findings)
    documents = comparison.draft_minutes.document, comparison.final_minutes.document
    return Accounts(documents[0].text, documents[1].text, tuple(covers), findings)


def _extents(comparison: Comparison, layer: str) -> tuple[list[Extent], list[Extent]]:
    if layer == "finding":
        sides = [[extent for finding in comparison.findings for extent in _passage(finding, at)] for at in (0, 1)]
        return sides[0], sides[1]
    if layer == "fold":
        folds = comparison.folds
        return [(one.draft.start, one.draft.end) for one in folds], [(one.final.start, one.final.end) for one in folds]
    pairs = [pair for pair in comparison.alignment if _LAYER_OF.get(pair.relation) == layer]
    return list(_segments(comparison, pairs, Side.DRAFT)), list(_segments(comparison, pairs, Side.FINAL))


def _passage(finding: Finding, at: int) -> list[Extent]:
    passage = (finding.draft, finding.final)[at]
    return [(passage.start, passage.end)] if passage else []


def _segments(comparison: Comparison, pairs: Iterable[Pair], side: Side) -> Iterator[Extent]:
    minutes = comparison.draft_minutes if side is Side.DRAFT else comparison.final_minutes
    for pair in pairs:
        for index in pair.draft if side is Side.DRAFT else pair.final:
            segment = minutes.segments[index]
            yield segment.start, segment.end
