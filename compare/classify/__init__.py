"""Asks the rules in order about every edit and every structural fact; each becomes part of exactly one finding.

were head and → were heard and      slip.real-word, minor; inside a resolution, major
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from compare.classify.blocks import ClaimedFact, block_of, gather_blocks
from compare.classify.contexts import context_of
from compare.classify.finding_ids import FindingIds, number_repeats
from compare.classify.joining import AskedEdit, join_changes
from compare.rules import ALL, FOLDS, Change, Claim, Rule, with_suspect
from compare.rules.grammar import construction
from compare.style.house_style import HouseStyle
from compare.style.word_lists import WordLists, word_lists_of
from compare.values import (
    AnnotatedEdit,
    Finding,
    Fold,
    Formatting,
    FoundEntity,
    ItemRef,
    Minutes,
    Pair,
    Passage,
    Place,
    Reading,
    Severity,
    Side,
    Span,
    StructuralFact,
)

# Lines of furniture, at most, that are looked behind for the paragraph that they cut in two.
_MOST_IN_A_CUT = 40

_WORDING = tuple(rule for rule in ALL if rule.on_wording)
_STRUCTURE = tuple(rule for rule in ALL if rule.on_structure)

# Families whose findings are at least major in a resolution, whose own severity is minor.
_RAISED_IN_RESOLUTION = frozenset(("slip", "grammar", "punctuation"))
# Families whose findings are slips where the final is their suspect: what is wrong is about to be published.
_SLIPS_OF_THE_FINAL = frozenset(("slip", "grammar", "punctuation", "wording", "modality"))


def classify(
    edits: Sequence[AnnotatedEdit],
    facts: Sequence[StructuralFact],
    draft: Minutes,
    final: Minutes,
    alignment: Sequence[Pair],
    style: HouseStyle,
) -> tuple[Finding, ...]:
    """One finding for each change of wording and each structural fact, gravest first, then in the order of the final.

    Cost: linear in the changes, and in the words of the draft's items that hold them.
    """
    word_lists = word_lists_of(style)
    builder = _FindingBuilder(
        _Locator.of(draft), _Locator.of(final), FindingIds(draft, final, alignment), style.severities
    )
    asked = [AskedEdit(edit, *_ask_about_edit(edit, word_lists)) for edit in edits]
    asked = join_changes(asked, (draft, final), alignment, builder.severity_of, word_lists)
    found = [builder.of_edit(*one) for one in asked]
    found += [builder.of_fact(*asked) for asked in _asked_about_facts(facts, draft, final, alignment, word_lists)]
    found.sort(key=lambda placed: (placed.final, placed.draft, placed.finding.rule))
    ids = number_repeats([placed.finding.id for placed in found])
    findings = [replace(placed.finding, id=unique) for placed, unique in zip(found, ids, strict=True)]
    return tuple(sorted(findings, key=lambda finding: finding.severity.rank))


def fold_findings(folds: Sequence[Fold], draft: Minutes, final: Minutes) -> tuple[Finding, ...]:
    """Each fold as a cosmetic finding, in the same order, for reports that list them.

    Cost: linear in the folds, 10 µs each.
    """
    own, other = _Locator.of(draft), _Locator.of(final)
    return tuple(_fold_finding(number, fold, own, other) for number, fold in enumerate(folds, 1))


def _fold_finding(number: int, fold: Fold, draft: _Locator, final: _Locator) -> Finding:
    rule, reason = FOLDS[fold.kind]
    return Finding(
        id=f"fold-{number}",
        rule=rule.id,
        severity=Severity.COSMETIC,
        item=final.item(fold.final) or draft.item(fold.draft),
        in_resolution=final.minutes.outline.resolution_at(fold.final.start) is not None,
        draft=draft.passage(fold.draft),
        final=final.passage(fold.final),
        suspect=None,
        confidence=1.0,
        entities=(),
        reason=reason,
        draft_context=None,
        final_context=None,
    )


def _ask_about_edit(edit: AnnotatedEdit, word_lists: WordLists) -> tuple[Rule, Claim]:
    change = Change(edit, word_lists)
    for rule in _WORDING:
        claim = rule.on_wording(change) if rule.on_wording else None
        if claim:
            return rule, claim
    raise AssertionError("the last rule claims every edit")


def _ask_about_fact(fact: StructuralFact, word_lists: WordLists) -> tuple[Rule, Claim]:
    for rule in _STRUCTURE:
        claim = rule.on_structure(fact, word_lists) if rule.on_structure else None
        if claim:
            return rule, claim
    raise AssertionError("the last rule claims every structural fact")


def _asked_about_facts(
    facts: Sequence[StructuralFact], draft: Minutes, final: Minutes, alignment: Sequence[Pair], word_lists: WordLists
) -> list[tuple[StructuralFact, Rule, Claim]]:
    """Each fact with its rule and claim; of neighbours that came or went together one fact for all."""
    claimed = []
    for fact in facts:
        rule, claim = _ask_about_fact(fact, word_lists)
        claimed.append(ClaimedFact(fact, rule.id, claim.severity or rule.severity, claim.suspect))
    blocks = [block_of(block, draft, final) for block in gather_blocks(claimed, alignment, draft, final)]
    return [(block, *_ask_about_fact(block, word_lists)) for block in blocks]


@dataclass(frozen=True, slots=True)
class _Locator:
    """One document with the starts of its segments, to find where many spans stand."""

    minutes: Minutes
    segment_starts: tuple[int, ...]

    @staticmethod
    def of(minutes: Minutes) -> _Locator:
        """The locator of a document. Cost: linear in its segments."""
        return _Locator(minutes, tuple(segment.start for segment in minutes.segments))

    def passage(self, span: Span, letters: tuple[Span, ...] = ()) -> Passage | None:
        """The words of `span` and where a reader finds them; `None` for an empty span."""
        if not len(span):
            return None
        document = self.minutes.document
        text = document.text[span.start : span.end]
        paragraph = self._segment_at(span.start) + 1
        line = None if document.paragraphs else document.line_at(span.start)
        return Passage(span.start, span.end, text, line, document.page_at(span.start), paragraph, letters)

    def item(self, span: Span) -> ItemRef | None:
        """The agenda item in which `span` begins."""
        outline = self.minutes.outline
        place = outline.item_of[self._segment_at(span.start)] if outline.item_of else None
        return None if place is None else ItemRef(outline.items[place].number, outline.items[place].title)

    def _segment_at(self, offset: int) -> int:
        """The segment in which `offset` lies; of a paragraph that a page break cuts, not the furniture in the cut."""
        place = max(0, bisect_right(self.segment_starts, offset) - 1)
        segments = self.minutes.segments
        for index in range(place, max(-1, place - _MOST_IN_A_CUT), -1):
            if segments[index].end > offset:
                return index
        return place


class _Placed(NamedTuple):
    """A finding with the offsets that order it."""

    finding: Finding
    final: Span
    draft: Span


@dataclass(frozen=True, slots=True)
class _FindingBuilder:
    """Makes findings of rules' claims: id, severity, passages, contexts."""

    draft: _Locator
    final: _Locator
    ids: FindingIds
    severities: Mapping[str, Severity]

    def severity_of(self, asked: AskedEdit) -> Severity:
        """How grave the finding of an edit would be by itself."""
        claim = with_suspect(asked.rule, asked.claim, asked.edit)
        return self._severity(asked.rule, claim, asked.edit.place)

    def of_edit(self, edit: AnnotatedEdit, rule: Rule, claim: Claim) -> _Placed:
        """The finding of an edit."""
        claim = self._with_strikes(with_suspect(rule, claim, edit), edit)
        finding = replace(
            self._build(edit.place, (edit.draft, edit.final), rule, claim),
            id=self.ids.of_edit(rule.id, edit),
            draft=self.draft.passage(edit.draft.span, edit.edit.draft_letters),
            final=self.final.passage(edit.final.span, edit.edit.final_letters),
            edits=edit.parts or (edit.edit,),
            pairs=(edit.edit.pair,),
        )
        return _Placed(finding, edit.final.span, edit.draft.span)

    def of_fact(self, fact: StructuralFact, rule: Rule, claim: Claim) -> _Placed:
        """The finding of a structural fact."""
        finding = replace(
            self._build(fact.place, (fact.draft, fact.final), rule, claim),
            id=self.ids.of_fact(rule.id, fact),
            edits=fact.edits,
            pairs=fact.pairs,
        )
        return _Placed(finding, fact.final.span, fact.draft.span)

    def _with_strikes(self, claim: Claim, edit: AnnotatedEdit) -> Claim:
        """The claim, and whether words of the edit are struck through: the original shows what was meant."""
        struck = [
            side
            for side, locator, span in zip(
                Side, (self.draft, self.final), (edit.edit.draft, edit.edit.final), strict=True
            )
            if locator.minutes.document.is_formatted(span, Formatting.STRUCK)
        ]
        if not struck:
            return claim
        where = " and ".join(f"the {side}" for side in struck)
        return replace(claim, reason=f"{claim.reason} Words of it are struck through in {where}: look at the original.")

    def _build(self, place: Place, readings: tuple[Reading, Reading], rule: Rule, claim: Claim) -> Finding:
        draft, final = readings
        return Finding(
            id="",
            rule=rule.id,
            severity=self._severity(rule, claim, place),
            item=place.item,
            in_resolution=place.in_resolution,
            draft=self.draft.passage(draft.span),
            final=self.final.passage(final.span),
            suspect=claim.suspect,
            confidence=round(claim.confidence, 2),
            entities=_entities(readings),
            reason=claim.reason,
            draft_context=context_of(self.draft.minutes.document, draft),
            final_context=context_of(self.final.minutes.document, final),
        )

    def _severity(self, rule: Rule, claim: Claim, place: Place) -> Severity:
        chosen = self.severities.get(rule.id)
        if chosen is not None:
            return chosen
        severity = claim.severity or rule.severity
        is_lead_in = (
            place.in_header and rule is construction and claim.severity is None
        )  # "After a vote, it was agreed"
        if place.in_resolution and rule.family in _RAISED_IN_RESOLUTION and not is_lead_in:
            severity = severity.at_least(Severity.MAJOR)
        if rule.family in _SLIPS_OF_THE_FINAL and claim.suspect is Side.FINAL:
            severity = severity.at_least(Severity.MAJOR)
        return severity


def _entities(readings: tuple[Reading, Reading]) -> tuple[FoundEntity, ...]:
    return tuple(
        FoundEntity(side, entity.label, entity.text)
        for side, reading in zip(Side, readings, strict=True)
        for entity in reading.entities
    )
