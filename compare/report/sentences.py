"""Writes the sentences of a report: what a comparison's gate, scope, places and counts mean to a reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from compare.report.page_furniture import list_furniture
from compare.text.in_words import day_in_words, listed, runs_of
from compare.values import (
    Comparison,
    Finding,
    Gate,
    ItemRef,
    Minutes,
    Relation,
    ScopeKind,
    SegmentKind,
    Severity,
    Side,
)

_ADVICE = {
    Gate.HOLD: "Do not publish: the two texts record different facts or decisions.",
    Gate.SIGN_OFF: "Have the major findings signed off before the final is published.",
    Gate.PUBLISH: "The final itself was not proofread.",
}
# Where no finding asks for a signature, but what the final is.
_ADVICE_ON_REASONS = "Before the final is published, somebody must look at this"
_MOST_RUNS = 6  # numbers of critical findings that are named; more are found by their mark
_WRONG_WAY = "Are the two the wrong way round?"
_SAYS_DRAFT, _SAYS_FINAL = (
    re.compile(r"(?i)(?<![a-z])(?:draft|unconfirmed|unapproved)(?![a-z])"),
    re.compile(r"(?i)(?<![a-z])(?:final|confirmed|approved|signed)(?![a-z])"),
)
_STATUS = {"draft": "a draft", "confirmed": "confirmed"}
_SAME_FILE = (
    "Both files are the same, byte for byte: there was nothing to compare. If you meant two versions, one of them was "
    "given twice."
)

# What one folded difference of each class is called, and several.
_FOLDS = {
    "quotes": ("quotation mark", "quotation marks"),
    "spaces": ("space", "spaces"),
    "dashes": ("dash", "dashes"),
    "bullets": ("bullet", "bullets"),
    "case": ("change of case", "changes of case"),
    "markup": ("markdown mark", "markdown marks"),
    "lines": ("line break", "line breaks"),
    "page-break": ("page break", "page breaks"),
    "numbering": ("number of a heading or list", "numbers of headings or lists"),
}
_LONGEST_BODY = 110  # characters of the name of a body that are shown
_MOST_ITEMS_NAMED = 6  # more than these are counted, not listed: the line is read in passing


@dataclass(frozen=True, slots=True)
class DocumentNames:
    """The names of the two documents in the report; never the same for both."""

    draft: str
    final: str

    @classmethod
    def of(cls, comparison: Comparison) -> DocumentNames:
        """The file names, with the side added where they are equal."""
        draft, final = comparison.draft.name, comparison.final.name
        if draft == final:
            return cls(f"{draft} (draft)", f"{final} (final)")
        return cls(draft, final)

    def __getitem__(self, side: Side) -> str:
        return self.draft if side is Side.DRAFT else self.final


def same_file_sentence(comparison: Comparison) -> str:
    """Says that one file was compared with itself; empty otherwise."""
    return _SAME_FILE if comparison.is_same_file else ""


def gate_lines(comparison: Comparison) -> tuple[str, str, str]:
    """The gate, what it rests on, and what to do; the reasons of the gate, if any, belong below."""
    gate, advice = comparison.gate.value.upper(), _ADVICE[comparison.gate]
    headline = comparison.gate_headline
    if any(_number(comparison, severity) for severity in (Severity.CRITICAL, Severity.MAJOR)):
        settle = f" {_what_to_settle(comparison)}" if comparison.gate is Gate.HOLD else ""
        return gate, "; ".join(filter(None, (headline, _counts_sentence(comparison)))), advice + settle
    if comparison.gate is not Gate.PUBLISH:
        advice = f"{_ADVICE_ON_REASONS}{':' if reasons_to_list(comparison) else '.'}"
    minor, cosmetic = _number(comparison, Severity.MINOR), _number(comparison, Severity.COSMETIC)
    counts = "nothing else of substance found" if headline else "no difference of substance found"
    if minor:
        counts += f"; {minor:,} small {'one' if minor == 1 else 'ones'} to look at"
    elif cosmetic:
        counts += f"; {_counted(cosmetic, 'cosmetic difference')}"
    return gate, "; ".join(filter(None, (headline, counts))), advice


def reasons_to_list(comparison: Comparison) -> list[str]:
    """The reasons of the gate that the first line does not say already."""
    said = f"{_sentence(comparison.gate_headline)}."
    return [reason for reason in comparison.gate_reasons if reason != said]


def _what_to_settle(comparison: Comparison) -> str:
    """Which findings to settle first, by their numbers in the list."""
    numbers = [
        number
        for number, (_, finding) in enumerate(in_reading_order(comparison, Severity.MAJOR), 1)
        if finding.severity is Severity.CRITICAL
    ]
    if len(numbers) == 1:
        return f"Settle the critical one first (no. {numbers[0]})."
    runs = runs_of(numbers)
    if len(runs) > _MOST_RUNS:
        return "Settle the critical ones first."
    return f"Settle the critical ones first (nos {listed(runs)})."


def _counts_sentence(comparison: Comparison) -> str:
    """The counts of a gate that is not green: "1 critical and 2 minor differences in item 7; nothing major"."""
    counts = [(severity, _number(comparison, severity)) for severity in Severity]
    present = [(severity.value, count) for severity, count in counts if count]
    words = f"{listed([f'{count:,} {name}' for name, count in present])} difference"
    words += "" if present[-1][1] == 1 else "s"  # "2 critical and 1 minor difference"
    if comparison.gate_headline:  # what is gravest stands before this, and the line is to stay short
        return words
    items = _distinct(finding.item for finding in comparison.findings)
    if len(items) == 1 and items[0] is not None and items[0].number:
        words += f" in item {items[0].number}"
    absent = [name for name in ("critical", "major", "minor") if name not in dict(present)]
    return words + (f"; nothing {listed(absent, 'or')}" if absent else "")


class Part(StrEnum):
    """The parts of the list, in order: what must be settled never stands below what may wait."""

    GRAVE = "To settle"
    SMALL = "Small ones to look at"
    FORM = "Form only"


_PART_OF = {
    Severity.CRITICAL: Part.GRAVE,
    Severity.MAJOR: Part.GRAVE,
    Severity.MINOR: Part.SMALL,
    Severity.COSMETIC: Part.FORM,
}


def in_reading_order(comparison: Comparison, show: Severity) -> list[tuple[Part, Finding]]:
    """The findings as a reader settles them: item by item, the item with the gravest finding first.

    Grave findings stand before small ones, and those before matters of form; within an item, the gravest first. With
    the severities as the only order, an item with seven findings would have its heading three times, and the reader
    would turn to its page three times. Cost: linear.
    """
    headings = ItemHeadings.of(comparison)
    parts: dict[Part, dict[str, list[Finding]]] = {part: {} for part in Part}
    for finding in comparison.listed(show):  # gravest first: an item stands where the gravest of its findings does
        parts[_PART_OF[finding.severity]].setdefault(headings[finding], []).append(finding)
    return [(part, finding) for part, items in parts.items() for group in items.values() for finding in group]


def source_lines(comparison: Comparison) -> list[str]:
    """Which meeting the documents are of, and what they say of their status; a line for each if they differ."""
    own, other = (_meeting(minutes) for minutes in (comparison.draft_minutes, comparison.final_minutes))
    names = DocumentNames.of(comparison)
    statuses = comparison.draft.status, comparison.final.status
    is_asked = _order_by_status(comparison) != ""  # the question tells both statuses
    if own and other and own.casefold() != other.casefold():
        marks = ["" if is_asked else f"; {f'marked as {_STATUS[one]}' if one else 'not marked'}" for one in statuses]
        return [
            f"{side.capitalize()}: {meeting}{mark}."
            for side, meeting, mark in zip(Side, (own, other), marks, strict=True)
        ]
    if own or other:
        only = "" if own and other else f" (says {names.draft if own else names.final})"
        meeting = f"{own or other}{only}"
    else:
        meeting = "Neither file says which body met, or when"
    return [f"{meeting}." if is_asked else f"{meeting}; {_both_statuses(*statuses)}."]


def _both_statuses(draft: str | None, final: str | None) -> str:
    """What the two say of their status: "the draft is marked as a draft, the final as confirmed"."""
    if draft is None:
        only = f"the draft is not marked, the final is marked as {_STATUS[final]}" if final else ""
        return only or "neither is marked as draft or confirmed"
    if final is None:
        return f"the draft is marked as {_STATUS[draft]}, the final is not marked"
    if draft == final:
        return f"both are marked as {_STATUS[draft]}"
    return f"the draft is marked as {_STATUS[draft]}, the final as {_STATUS[final]}"


def _meeting(minutes: Minutes) -> str:
    """The body and the day of the meeting, as far as the document states them."""
    body = _cut_at_word(minutes.outline.body or "", _LONGEST_BODY)
    return ", ".join(filter(None, (body, day_in_words(minutes.outline.meeting_date))))


def _cut_at_word(words: str, most: int) -> str:
    """Words that are too long for a line, as far as the last whole word that fits, with an ellipsis."""
    return words if len(words) <= most else f"{words[: words.rfind(' ', 0, most) % most].rstrip(' ,;:–-')} …"


def order_question(comparison: Comparison) -> str:
    """Asks whether the two were given the wrong way round, where their status, their names or their dates say so."""
    draft, final = _sides(comparison)
    own, other = comparison.draft_minutes.outline, comparison.final_minutes.outline
    why = _order_by_status(comparison)
    if not why and own.version_date and other.version_date and other.version_date < own.version_date:
        why = f"{final} is of {day_in_words(other.version_date)}, {draft} of {day_in_words(own.version_date)}"
    if not why and _is_named_otherwise(comparison.draft.name, comparison.final.name):
        why = f"{draft} is called final, {final} a draft"
    return f"{_WRONG_WAY} {_sentence(why)}." if why else ""


def _sides(comparison: Comparison) -> tuple[str, str]:
    return f"the draft ({comparison.draft.name})", f"the final ({comparison.final.name})"


def _order_by_status(comparison: Comparison) -> str:
    """What the statuses say of the order, if they say that it is wrong."""
    draft, final = _sides(comparison)
    own, other = comparison.draft_minutes.outline.status, comparison.final_minutes.outline.status
    if other == "draft" and own == "confirmed":
        return f"{final} is marked as a draft, {draft} as confirmed"
    if other == "draft" and own is None:
        return f"{final} is marked as a draft, {draft} is not"
    if own == "confirmed" and other is None:
        return f"{draft} is marked as confirmed, {final} is not"
    return ""


def _is_named_otherwise(draft: str, final: str) -> bool:
    """Whether the draft's name says final and the final's says draft."""
    return bool(
        _SAYS_FINAL.search(draft)
        and not _SAYS_DRAFT.search(draft)
        and _SAYS_DRAFT.search(final)
        and not _SAYS_FINAL.search(final)
    )


def written_sentence(comparison: Comparison, target: str) -> str:
    """Says that the report was written to a file, with the verdict."""
    gate, headline, _ = gate_lines(comparison)
    return f"{gate}: {headline}; written to {target}"


def scope_sentence(comparison: Comparison, names: DocumentNames) -> str:
    """Which part of which document was compared, with the confidence."""
    scope = comparison.scope
    if scope.kind is ScopeKind.WHOLE:
        return f"{names.draft} compared with {names.final}, from beginning to end."
    draft_out, final_out = (account.out_of_scope > 0 for account in comparison.accounts)
    sure = f"(confidence {int(scope.confidence * 100)}%)"
    if final_out and not draft_out:
        return f"{names.draft} is an extract: compared with {_items(scope.final_items)} of {names.final} {sure}."
    if draft_out and not final_out:
        return f"{names.final} is an extract: compared with {_items(scope.draft_items)} of {names.draft} {sure}."
    return (
        f"{_sentence(_items(scope.draft_items))} of {names.draft} compared with "
        f"{_items(scope.final_items)} of {names.final} {sure}."
    )


@dataclass(frozen=True, slots=True)
class ItemHeadings:
    """The lines above the findings of one item."""

    has_items: bool
    misleading: frozenset[ItemRef]  # items of the draft whose number another item of the final has
    in_final: Mapping[ItemRef, ItemRef]  # the item of the final that answers an item of the draft
    printed: tuple[frozenset[int], frozenset[int]]  # the segments of each document that the page prints

    @classmethod
    def of(cls, comparison: Comparison) -> ItemHeadings:
        """The headings for one comparison."""
        draft, final = (
            frozenset(ItemRef(item.number, item.title) for item in minutes.outline.items)
            for minutes in (comparison.draft_minutes, comparison.final_minutes)
        )
        numbers = {item.number for item in final}
        in_final = _answering_items(comparison)
        misleading = frozenset(item for item in draft - final - in_final.keys() if item.number in numbers)
        printed = _printed(comparison.draft_minutes), _printed(comparison.final_minutes)
        return cls(bool(draft or final), misleading, in_final, printed)

    def __getitem__(self, finding: Finding) -> str:
        """The item of a finding; empty where the document has none at all.

        Where items were renumbered, item 7 of the draft is not item 7 of the final: the line names the draft.
        """
        item = finding.item
        item = self.in_final.get(item, item) if item is not None and finding.final is None else item
        if item is None and self._is_printed_by_the_page(finding):
            return "Page headers and footers"
        if item is None:
            return "Before the first item" if self.has_items else ""
        of_draft = " of the draft" if finding.final is None and item in self.misleading else ""
        number = f"Item {item.number}{of_draft}" if item.number else ""
        return ": ".join(filter(None, (number, item.title))) or "Item without a title"

    def _is_printed_by_the_page(self, finding: Finding) -> bool:
        """Whether a finding stands in a running head or another line of the page on each side that it has."""
        return all(
            passage is None or passage.paragraph - 1 in printed
            for passage, printed in zip((finding.draft, finding.final), self.printed, strict=True)
        )


def _answering_items(comparison: Comparison) -> dict[ItemRef, ItemRef]:
    """The item of the final for each item of the draft whose heading is compared with that of the final's."""
    own, other = (
        {item.first: ItemRef(item.number, item.title) for item in minutes.outline.items}
        for minutes in (comparison.draft_minutes, comparison.final_minutes)
    )
    return {
        own[pair.draft[0]]: other[pair.final[0]]
        for pair in comparison.alignment
        if pair.draft and pair.final and pair.draft[0] in own and pair.final[0] in other
    }


def _printed(minutes: Minutes) -> frozenset[int]:
    return frozenset(segment.index for segment in minutes.segments if segment.kind is SegmentKind.FURNITURE)


def told_in_both(comparison: Comparison) -> list[Finding]:
    """What stands in both texts, without the marks of a draft: the gate has told them."""
    return [finding for finding in comparison.in_both if finding.rule != "status.draft-mark"]


def suspicion(finding: Finding) -> str:
    """Which side looks wrong, in words."""
    if finding.suspect is None:
        return ""
    return f"The {finding.suspect} looks wrong ({int(finding.confidence * 100)}%)."


def folded_sentence(comparison: Comparison) -> str:
    """What was set aside as typography and layout, by class."""
    if not comparison.folded:
        return ""
    classes = [f"{count:,} {_FOLDS[kind][count != 1]}" for kind, count in comparison.folded.items()]
    return f"Folded as typography and layout: {listed(classes)}."


def hidden_sentence(comparison: Comparison, show: Severity) -> str:
    """How many findings the report leaves out, and how to see them."""
    hidden = [(severity, _number(comparison, severity)) for severity in Severity if severity.rank > show.rank]
    present = [(severity, count) for severity, count in hidden if count]
    if not present:
        return ""
    counts = listed([f"{count:,} {severity}" for severity, count in present])
    return f"Not listed: {counts} difference{'' if present[-1][1] == 1 else 's'} (--show {present[-1][0]})."


def set_aside_sentences(comparison: Comparison, names: DocumentNames) -> list[str]:
    """How much of each document was out of scope, and how much belonged to the page."""
    sides = ((Side.DRAFT, comparison.draft_minutes), (Side.FINAL, comparison.final_minutes))
    sentences = []
    for relation, heading in ((Relation.OUT_OF_SCOPE, "Out of scope"), (Relation.FURNITURE, "Page furniture")):
        parts = []
        for side, minutes in sides:
            paragraphs = _paragraphs(comparison, side, relation)
            items = _items_outside(minutes, paragraphs, side, comparison) if relation is Relation.OUT_OF_SCOPE else ""
            if paragraphs:
                parts.append(f"{_counted(len(paragraphs), 'paragraph')}{items} of {names[side]}")
        if parts:
            sentences.append(f"{heading}: {listed(parts)}.")
    return sentences


def furniture_lines(comparison: Comparison, names: DocumentNames) -> list[str]:
    """One line for each line of page furniture, with how often it occurs."""
    return [
        f"Page furniture of {names[line.side]}: “{line.text}”, {_times(line.occurrences)}."
        for line in list_furniture(comparison)
    ]


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"


def not_compared_lines(comparison: Comparison, names: DocumentNames) -> list[str]:
    """One line for each thing that the comparison left out."""
    return [
        f"Not compared: {f'{names[entry.side]}: ' if entry.side else ''}{entry.what} ({entry.why})."
        for entry in comparison.not_compared
    ]


def provenance_line(comparison: Comparison) -> str:
    """What made the comparison."""
    made = comparison.provenance
    model = f"model {made.model}" if made.model else "no model: rules and patterns alone"
    return f"compare {made.compare}; {model}; rules {made.rules}; house style {made.profile}"


def _number(comparison: Comparison, severity: Severity) -> int:
    """Findings of one severity, without what was folded: that has a line of its own."""
    folded = len(comparison.folds) if severity is Severity.COSMETIC else 0
    return comparison.counts[severity.value] - folded


def _paragraphs(comparison: Comparison, side: Side, relation: Relation) -> list[int]:
    return [
        index
        for pair in comparison.alignment
        if pair.relation is relation
        for index in (pair.draft if side is Side.DRAFT else pair.final)
    ]


def _items_outside(minutes: Minutes, outside: list[int], side: Side, comparison: Comparison) -> str:
    """How many whole items lie outside the scope; empty where there are none."""
    item_of = minutes.outline.item_of
    inside = {item_of[index] for index in (comparison.scope.draft if side is Side.DRAFT else comparison.scope.final)}
    items = {item_of[index] for index in outside} - inside - {None}
    return f" in {_counted(len(items), 'item')}" if items else ""


def _items(numbers: tuple[str, ...]) -> str:
    if not numbers:
        return "a part"
    if len(numbers) > _MOST_ITEMS_NAMED:
        return f"{len(numbers)} items"
    return f"item {numbers[0]}" if len(numbers) == 1 else f"items {listed(list(numbers))}"


def _sentence(words: str) -> str:
    """The words with a capital first letter; "item FA/23" keeps its others."""
    return words[:1].upper() + words[1:]


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _distinct(items: Iterable[ItemRef | None]) -> list[ItemRef | None]:
    return list(dict.fromkeys(items))
