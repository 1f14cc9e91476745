"""The findings, and the complete result that every report renders."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from compare.errors import UsageError
from compare.values.changes import Edit, Fold, ItemRef, Pair, Scope
from compare.values.documents import Minutes, NotCompared, Span
from compare.values.kinds import Gate, Severity, Side


@dataclass(frozen=True, slots=True)
class Passage:
    """One side of a finding: exactly the slice [start, end) of the text, and where a reader finds it."""

    start: int
    end: int
    text: str
    line: int | None  # `None` where the file has no lines: a Word document, a PDF, a web page
    page: int | None
    paragraph: int
    letters: tuple[Span, ...] = ()  # the letters that differ inside a replaced word, as offsets of the document


@dataclass(frozen=True, slots=True)
class Context:
    """The words around a change; [start, end) is the change itself within `text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FoundEntity:
    """An entity that a finding touches, and on which side."""

    side: Side
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One change with its rule, severity and reason. A side is `None` where that document has nothing there.

    `edits` are the edits that it was made from: one, several where a name, date or sum changed as a whole, none for
    facts about whole segments. `pairs` are the indices of the pairs of the alignment that it is about, none for page
    furniture. Every edit of a comparison is named by exactly one finding.
    """

    id: str
    rule: str
    severity: Severity
    item: ItemRef | None
    in_resolution: bool
    draft: Passage | None
    final: Passage | None
    suspect: Side | None
    confidence: float
    entities: tuple[FoundEntity, ...]
    reason: str
    draft_context: Context | None
    final_context: Context | None
    edits: tuple[Edit, ...] = ()
    pairs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """Where every character of one document went. Unit: code points; the five add up to `total`."""

    unchanged: int
    edited: int
    folded: int
    furniture: int
    out_of_scope: int

    @property
    def total(self) -> int:
        """All characters of the document."""
        return self.unchanged + self.edited + self.folded + self.furniture + self.out_of_scope


class Accounts(NamedTuple):
    """The accounts of both documents."""

    draft: Account
    final: Account


@dataclass(frozen=True, slots=True)
class Source:
    """One document of a comparison as the reports name it."""

    name: str
    sha256: str
    format: str
    characters: int
    title: str | None
    meeting_date: str | None
    status: str | None

    @staticmethod
    def of(minutes: Minutes) -> Source:
        """A document as its outline describes it."""
        document, outline = minutes.document, minutes.outline
        return Source(
            document.name,
            document.sha256,
            document.format,
            len(document.text),
            outline.title,
            outline.meeting_date,
            outline.status,
        )


class GateDecision(NamedTuple):
    """The gate of a comparison, and one sentence for each reason that the severities alone do not show.

    `headline` is what must stand before the counts of findings, in short: "the final lacks items 7 and 8"; or empty.
    """

    gate: Gate
    reasons: tuple[str, ...]
    headline: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made this comparison: versions, engines and settings."""

    compare: str
    model: str | None
    rules: str
    profile: str
    engines: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The complete result: every report renders this and computes nothing.

    `findings` holds all findings of every severity, gravest first and then in the order of the final; `folds` every
    folded difference, and `fold_findings` each of them as a cosmetic finding. `draft_minutes`/`final_minutes` are the
    documents themselves with their outline; `alignment` covers every segment of both exactly once; `edits` are the
    edits that the findings were made from. `gate_reasons` are sentences: why the gate is stricter than the counts;
    `gate_headline` is the gravest of what the gate rests on beside the counts, in short.
    """

    draft: Source
    final: Source
    scope: Scope
    gate: Gate
    accounts: Accounts
    findings: tuple[Finding, ...]
    folds: tuple[Fold, ...]
    fold_findings: tuple[Finding, ...] = field(repr=False)
    alignment: tuple[Pair, ...]
    edits: tuple[Edit, ...]
    not_compared: tuple[NotCompared, ...]
    provenance: Provenance
    draft_minutes: Minutes = field(repr=False)
    final_minutes: Minutes = field(repr=False)
    in_both: tuple[Finding, ...] = ()
    gate_reasons: tuple[str, ...] = ()
    gate_headline: str = ""

    def __post_init__(self) -> None:
        if len(self.fold_findings) != len(self.folds):
            raise ValueError(f"{len(self.folds)} folds, but {len(self.fold_findings)} findings of them")

    @property
    def is_same_file(self) -> bool:
        """Whether both files are the same, byte for byte: one of the two was given twice, or is a copy."""
        return self.draft.sha256 == self.final.sha256

    @property
    def folded(self) -> dict[str, int]:
        """How many differences of each class of typography and layout were set aside; zero classes left out."""
        counts: dict[str, int] = {}
        for fold in self.folds:
            counts[fold.kind.value] = counts.get(fold.kind.value, 0) + 1
        return dict(sorted(counts.items()))

    @property
    def counts(self) -> dict[str, int]:
        """Findings by severity; folded differences count as cosmetic."""
        counts = {severity.value: 0 for severity in Severity}
        for finding in self.findings:
            counts[finding.severity.value] += 1
        counts[Severity.COSMETIC.value] += len(self.folds)
        return counts

    def listed(self, show: Severity) -> tuple[Finding, ...]:
        """The findings of severity `show` or graver, in order; at cosmetic, each fold too, as a finding."""
        findings = tuple(finding for finding in self.findings if finding.severity.rank <= show.rank)
        return (*findings, *self.fold_findings) if show is Severity.COSMETIC else findings

    def to_json(self, show: str = "minor") -> str:
        """The JSON report (docs/json.md), as `--format json` writes it; `findings` holds those of `show` or graver.

        Raises: UsageError for a severity that does not exist; TypeError for what is no text.
        """
        if not isinstance(show, str):
            raise TypeError(f"show must be text (str), not {type(show).__name__}")
        if show not in list(Severity):
            remedy = f"Give {', '.join(Severity)}."
            raise UsageError("show", f"{show!r} is no severity", remedy, setting="show")
        from compare.report.to_json import render_json  # noqa: PLC0415 (reports import values, and this value a report)

        return render_json(self, Severity(show))
