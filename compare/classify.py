"""Changes become findings: the rules are asked in order, and every change leaves with exactly one finding.

    were head and → were heard and      slip.real-word, minor; inside a resolution, major

A finding's id is made of what it says and the words around it, never of its order or its offset: when a paragraph is
put in above, the ids below stay, and decisions already made about them still hold.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from compare.rules import ALL, FOLDS, Change, Claim, Rule, Vocabulary, vocabulary_of, with_suspect
from compare.style.house_style import HouseStyle
from compare.text.tokens import fold_key
from compare.values import (
    Context,
    Document,
    Dress,
    Finding,
    Fold,
    FoundEntity,
    ItemRef,
    Minutes,
    Passage,
    Place,
    Reading,
    Severity,
    Side,
    Span,
    StructuralChange,
    TaggedEdit,
)

_WORDING = tuple(rule for rule in ALL if rule.on_wording)
_STRUCTURE = tuple(rule for rule in ALL if rule.on_structure)

# Families whose findings are at least major in a resolution, whose own severity is minor.
_RAISED_IN_RESOLUTION = frozenset(("slip", "grammar", "punctuation"))

# How much of the sentence is shown to each side of a change, and of the change itself. Unit: characters; a line of a
# terminal holds 80, an average sentence of minutes 130.
_AROUND = 80
_LONGEST_CHANGE = 240

_ID_LENGTH = 12  # hexadecimal digits: 48 bits, a repeat among 10,000 findings once in 5 million comparisons


def classify_changes(
    edits: Sequence[TaggedEdit],
    structures: Sequence[StructuralChange],
    draft: Minutes,
    final: Minutes,
    style: HouseStyle,
) -> tuple[Finding, ...]:
    """One finding for each edit and each structural change, gravest first, then in the order of the final.

    Cost: linear in the changes and the words near them; no whole document is looked at again.
    """
    vocabulary = vocabulary_of(style)
    press = _Press(_Locator.of(draft), _Locator.of(final), style.severities)
    findings = [press.wording_finding(edit, *_ask_wording(edit, vocabulary)) for edit in edits]
    findings += [press.structural_finding(fact, *_ask_structure(fact, vocabulary)) for fact in structures]
    findings.sort(key=lambda placed: (placed.finding.severity.rank, placed.final, placed.draft, placed.finding.rule))
    return _with_ids([placed.finding for placed in findings])


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


def _ask_wording(edit: TaggedEdit, vocabulary: Vocabulary) -> tuple[Rule, Claim]:
    change = Change(edit, vocabulary)
    for rule in _WORDING:
        claim = rule.on_wording(change) if rule.on_wording else None
        if claim:
            return rule, claim
    raise AssertionError("the last rule answers every change of wording")


def _ask_structure(fact: StructuralChange, vocabulary: Vocabulary) -> tuple[Rule, Claim]:
    for rule in _STRUCTURE:
        claim = rule.on_structure(fact, vocabulary) if rule.on_structure else None
        if claim:
            return rule, claim
    raise AssertionError("the last rule answers every change of structure")


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
        return max(0, bisect_right(self.segment_starts, offset) - 1)


class _Placed(NamedTuple):
    """A finding with the offsets that order it."""

    finding: Finding
    final: Span
    draft: Span


def _context(document: Document, reading: Reading) -> Context | None:
    """The sentence around a change, or what is near where the sentence is long."""
    text, sentence, span = document.text, reading.sentence, reading.span
    low, high = min(sentence.start, span.start), max(sentence.end, span.end)
    before, after = _before(text, low, span.start), _after(text, span.end, high)
    own = " ".join(text[span.start : span.end].split())
    if len(own) > _LONGEST_CHANGE:
        own = own[:_LONGEST_CHANGE].rsplit(" ", 1)[0] + "…"
    if not before and not after and not own:
        return None
    return Context(before + own + after, len(before), len(before) + len(own))


def _before(text: str, low: int, stop: int) -> str:
    start = max(low, stop - _AROUND)
    words = text[start:stop]
    if start > low:
        words = words.partition(" ")[2] or words
    shown = " ".join(words.split())
    gap = " " if shown and words[-1:].isspace() else ""
    return ("…" if start > low else "") + shown + gap


def _after(text: str, start: int, high: int) -> str:
    stop = min(high, start + _AROUND)
    words = text[start:stop]
    if stop < high:
        words = words.rpartition(" ")[0] or words
    shown = " ".join(words.split())
    gap = " " if shown and words[:1].isspace() else ""
    return gap + shown + ("…" if stop < high else "")


@dataclass(frozen=True, slots=True)
class _Press:
    """Makes findings of claims: severity, passages, contexts."""

    draft: _Locator
    final: _Locator
    severities: Mapping[str, Severity]

    def wording_finding(self, edit: TaggedEdit, rule: Rule, claim: Claim) -> _Placed:
        """The finding of an edit."""
        letters = edit.edit.draft_letters, edit.edit.final_letters
        told = self._with_strikes(with_suspect(rule, claim, edit), edit)
        made = self._made(edit.place, (edit.draft, edit.final), letters, rule, told)
        finding = replace(made.finding, edits=edit.parts or (edit.edit,), pairs=(edit.edit.pair,))
        return made._replace(finding=finding)

    def _with_strikes(self, claim: Claim, edit: TaggedEdit) -> Claim:
        """The claim, and that words of the change are struck through: the original shows what was meant."""
        struck = [
            side
            for side, locator, span in zip(
                Side, (self.draft, self.final), (edit.edit.draft, edit.edit.final), strict=True
            )
            if locator.minutes.document.is_dressed(span, Dress.STRUCK)
        ]
        if not struck:
            return claim
        where = " and ".join(f"the {side}" for side in struck)
        return replace(claim, reason=f"{claim.reason} Words of it are struck through in {where}: look at the original.")

    def structural_finding(self, fact: StructuralChange, rule: Rule, claim: Claim) -> _Placed:
        """The finding of a structural change."""
        made = self._made(fact.place, (fact.draft, fact.final), ((), ()), rule, claim)
        return made._replace(finding=replace(made.finding, edits=fact.edits, pairs=fact.pairs))

    def _made(
        self,
        place: Place,
        readings: tuple[Reading, Reading],
        letters: tuple[tuple[Span, ...], tuple[Span, ...]],
        rule: Rule,
        claim: Claim,
    ) -> _Placed:
        draft, final = readings
        passages = self.draft.passage(draft.span, letters[0]), self.final.passage(final.span, letters[1])
        contexts = _context(self.draft.minutes.document, draft), _context(self.final.minutes.document, final)
        finding = Finding(
            id=_stem(rule.id, place, passages, contexts),
            rule=rule.id,
            severity=self._severity(rule, claim, place),
            item=place.item,
            in_resolution=place.in_resolution,
            draft=passages[0],
            final=passages[1],
            suspect=claim.suspect,
            confidence=round(claim.confidence, 2),
            entities=_entities(readings),
            reason=claim.reason,
            draft_context=contexts[0],
            final_context=contexts[1],
        )
        return _Placed(finding, final.span, draft.span)

    def _severity(self, rule: Rule, claim: Claim, place: Place) -> Severity:
        chosen = self.severities.get(rule.id)
        if chosen is not None:
            return chosen
        severity = claim.severity or rule.severity
        if place.in_resolution and rule.family in _RAISED_IN_RESOLUTION:
            severity = severity.at_least(Severity.MAJOR)
        if rule.family == "slip" and claim.suspect is Side.FINAL:
            severity = severity.at_least(Severity.MAJOR)
        return severity


def _entities(readings: tuple[Reading, Reading]) -> tuple[FoundEntity, ...]:
    return tuple(
        FoundEntity(side, entity.label, entity.text)
        for side, reading in zip(Side, readings, strict=True)
        for entity in reading.entities
    )


def _with_ids(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with an ordinal in the id of each true repeat, in the order of the documents."""
    seen: Counter[str] = Counter()
    named = []
    for finding in findings:
        seen[finding.id] += 1
        repeat = seen[finding.id]
        named.append(finding if repeat == 1 else replace(finding, id=f"{finding.id}-{repeat}"))
    return tuple(named)


def _stem(
    rule_id: str,
    place: Place,
    passages: tuple[Passage | None, Passage | None],
    contexts: tuple[Context | None, Context | None],
) -> str:
    """What a finding says, where and in which words, as one short key."""
    item = place.item
    parts = [rule_id, item.number or "" if item else "", item.title if item else ""]
    parts += [shown.text if shown else "" for shown in (*passages, *contexts)]
    key = " ".join(fold_key(" | ".join(parts)).split())
    return hashlib.sha256(key.encode()).hexdigest()[:_ID_LENGTH]
