"""The nouns of `compare`: frozen values that the stages hand to one another.

    file → read → segment → outline → scope → align → diff → tag → classify → report

Everything here is immutable and knows nothing of files, engines or terminals. Offsets are Unicode code points
of the document's extracted text, counted from 0; ranges are half-open. Lines, pages and paragraphs are counted
from 1, as a reader counts them; segment indices are counted from 0, as Python counts them.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a reader would do or believe differently, gravest first."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    COSMETIC = "cosmetic"

    @property
    def rank(self) -> int:
        """Place in the order of gravity: 0 is critical, 3 is cosmetic."""
        return _SEVERITY_RANK[self]

    def at_least(self, floor: Severity) -> Severity:
        """The graver of this severity and `floor`."""
        return self if self.rank <= floor.rank else floor


_SEVERITY_RANK = {severity: rank for rank, severity in enumerate(Severity)}


class Side(StrEnum):
    """One of the two witnesses, always in this order."""

    DRAFT = "draft"
    FINAL = "final"

    @property
    def other(self) -> Side:
        """The other witness."""
        return Side.FINAL if self is Side.DRAFT else Side.DRAFT


class Gate(StrEnum):
    """What the findings together say about publishing the final."""

    PUBLISH = "publish"
    SIGN_OFF = "sign-off"
    HOLD = "hold"


class SegmentKind(StrEnum):
    """What a segment is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"
    FURNITURE = "furniture"


class Role(StrEnum):
    """What a segment is in the minutes."""

    FRONT = "front"  # title, date, venue: before the first item
    ATTENDANCE = "attendance"  # present, in the Chair, in attendance
    APOLOGIES = "apologies"
    INTEREST = "interest"  # declarations of interest
    HEADING = "heading"  # the heading of an agenda item, or a sub-heading
    HEADER = "header"  # "Resolved:" standing alone above its limbs
    RESOLUTION = "resolution"  # the words of a decision
    VOTE = "vote"  # counts, names, movers
    NARRATIVE = "narrative"
    FURNITURE = "furniture"  # belongs to the page, not to the minutes


class Relation(StrEnum):
    """How the segments of a pair answer each other."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    ADDED = "added"
    REMOVED = "removed"
    OUT_OF_SCOPE = "out-of-scope"
    FURNITURE = "furniture"


class MatchedBy(StrEnum):
    """The road by which a pair was found."""

    EXACT = "exact"
    FUZZY = "fuzzy"
    HEADING = "heading"
    NONE = "none"


class Op(StrEnum):
    """The three smallest changes."""

    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


class FoldKind(StrEnum):
    """The classes of typography and layout that are folded: counted, not shouted."""

    QUOTES = "quotes"
    SPACES = "spaces"
    DASHES = "dashes"
    BULLETS = "bullets"
    CASE = "case"
    MARKUP = "markup"
    LINES = "lines"
    PAGE_BREAK = "page-break"
    NUMBERING = "numbering"


class ScopeKind(StrEnum):
    """Whether one document is a part of the other."""

    WHOLE = "whole"
    EXTRACT = "extract"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range [start, end) of one document's text.

    Unit: Unicode code points, counted from 0. Never bytes, never words.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span cannot run from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def touches(self, other: Span) -> bool:
        """Whether the two share a character, or one is empty and lies inside or at the edge of the other."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Something the comparison left out, named for the reader."""

    side: Side | None
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Document:
    r"""One witness as it was read: its exact text, and where it came from.

    `text` is the decoded file, to the character; `line_starts` are the offsets at which lines begin (line ends may
    be \n, \r\n or \r). `left_out` names what the file held that the text does not show (pages without text,
    comments …), each as (what, why).
    """

    name: str
    format: str
    encoding: str
    sha256: str
    text: str
    line_starts: tuple[int, ...]
    left_out: tuple[tuple[str, str], ...] = ()

    def line_at(self, offset: int) -> int:
        """The line, counted from 1, on which the character at `offset` stands."""
        return bisect_right(self.line_starts, offset)


@dataclass(frozen=True, slots=True)
class Segment:
    """A heading, paragraph, list item or row of one document.

    `pieces` are the ranges of its words, in order: one, or several where a page break (and whatever the page prints
    there) cuts it. `mark` is its number or bullet ("29.", "(a)", "-"), outside the pieces. `level` is the depth of
    a heading (1 is the highest) or of a list item (1 is the outermost), 0 for others.
    """

    index: int
    kind: SegmentKind
    pieces: tuple[Span, ...]
    mark: Span | None = None
    level: int = 0

    def __post_init__(self) -> None:
        if not self.pieces:
            raise ValueError("a segment has at least one piece")

    @property
    def start(self) -> int:
        """Where the segment begins, its mark included."""
        return self.mark.start if self.mark else self.pieces[0].start

    @property
    def end(self) -> int:
        """Where the segment ends."""
        return self.pieces[-1].end

    @property
    def span(self) -> Span:
        """From the mark to the last word; covers page furniture between the pieces."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item: its number as printed without marks ("29", "CAB 21"), title, and segments [first, last)."""

    number: str | None
    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Resolution:
    """A decision: where its header stands, and its limbs.

    `header` is the range of the words and marks that announce it ("**Resolved:** -"), `None` when it has none.
    `span` runs from the header (or the first word) to the last word of the last limb. `limbs` are segment indices of
    the numbered parts, nested ones included, in order; empty for a resolution of one sentence.
    """

    header: Span | None
    span: Span
    limbs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """What the minutes are made of.

    `roles` and `item_of` have one entry per segment; `item_of` is an index into `items`, `None` before the first.
    `status_mark` is the range of the word that says draft or confirmed. `labels` are segment indices of web labels
    that name a block ("Minutes:", "Decision:"). `truncated` are the ranges of "... view the full minutes text" marks,
    `exempt` the indices of the items taken in private.
    """

    items: tuple[Item, ...]
    item_of: tuple[int | None, ...]
    roles: tuple[Role, ...]
    resolutions: tuple[Resolution, ...]
    title: str | None = None
    body: str | None = None
    meeting_date: str | None = None
    status: str | None = None
    status_mark: Span | None = None
    is_web_page: bool = False
    labels: tuple[int, ...] = ()
    truncated: tuple[Span, ...] = ()
    exempt: tuple[int, ...] = ()

    def resolution_at(self, offset: int) -> Resolution | None:
        """The resolution that covers `offset`, if any. Cost: logarithmic."""
        place = bisect_right(self.resolutions, offset, key=lambda resolution: resolution.span.start) - 1
        if place < 0:
            return None
        resolution = self.resolutions[place]
        return resolution if offset <= resolution.span.end else None


@dataclass(frozen=True, slots=True)
class Minutes:
    """A document with its segments and outline: what the later stages hold in hand.

    `keys` has one entry per segment: its words with typography folded, equal for segments that say the same.
    """

    document: Document
    segments: tuple[Segment, ...]
    outline: Outline
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of each document answers the other.

    `draft` and `final` are segment indices, in document order, that are to be aligned; the rest is out of scope.
    `draft_items`/`final_items` are the numbers of the items covered, as printed. `confidence` is 0–1.
    """

    kind: ScopeKind
    draft: tuple[int, ...]
    final: tuple[int, ...]
    draft_items: tuple[str, ...]
    final_items: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Which segments answer which. `score` is 0–1; one side is empty for added and removed segments."""

    draft: tuple[int, ...]
    final: tuple[int, ...]
    relation: Relation
    score: float
    matched_by: MatchedBy


@dataclass(frozen=True, slots=True)
class Edit:
    """The smallest change of wording of one pair. An absent side is an empty span at the place where it would stand.

    `draft_letters`/`final_letters` are the letters that differ inside a replaced word (hea[r]d), as offsets of the
    document.
    """

    op: Op
    draft: Span
    final: Span
    pair: int = -1  # index into the alignment
    draft_letters: tuple[Span, ...] = ()
    final_letters: tuple[Span, ...] = ()
    rewritten: bool = False  # a passage too different to cut finer


@dataclass(frozen=True, slots=True)
class Fold:
    """A difference of typography or layout that was set aside, with its place on each side."""

    kind: FoldKind
    draft: Span
    final: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A name, date, sum, reference … that an edit touches.

    `label` is one of PERSON, ROLE, BODY, ORG, PLACE, DATE, TIME, MONEY, PERCENT, QUANTITY, NUMBER, REFERENCE, LAW,
    VOTE. `value` is its meaning whatever its form ("2022-06-14", "10:00", "GBP 14000"), `None` where the form is all.
    """

    label: str
    span: Span
    text: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """One token in the neighbourhood of an edit, and what is known of it.

    `key` is the token with case and typography folded. `known`: it stands in the frequency list (or is a number, a
    mark, a name of the house style). `elsewhere`: it occurs in either document at another place. `lemma` is its
    dictionary form; `pos` its part of speech, `None` without a model.
    """

    span: Span
    text: str
    key: str
    lemma: str
    pos: str | None = None
    known: bool = True
    elsewhere: bool = False
    is_word: bool = True  # a letter or digit in it; otherwise a punctuation mark


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document says at the place of an edit.

    `words` are the edit's own tokens (none where the side is silent); `before` and `after` their neighbours in the
    same sentence, nearest last and nearest first; `sentence` the whole sentence. `entities` are those that the edit
    touches; for a silent side, those it would stand strictly inside.
    """

    span: Span
    text: str
    words: tuple[Word, ...]
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    sentence: Span
    sentence_text: str
    entities: tuple[Entity, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The folded tokens of the edit itself."""
        return tuple(word.key for word in self.words)


@dataclass(frozen=True, slots=True)
class ItemRef:
    """An agenda item as a report names it."""

    number: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the minutes a change stands."""

    item: ItemRef | None = None
    role: Role = Role.NARRATIVE
    in_resolution: bool = False
    in_header: bool = False  # inside the words that announce a resolution
    is_exempt: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """Which side the language accuses, how sure (0–1, at least 0.5), and why in plain words."""

    suspect: Side
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class TaggedEdit:
    """An edit with all that a rule may ask of it."""

    edit: Edit
    draft: Reading
    final: Reading
    place: Place
    verdict: Verdict | None = None

    @property
    def op(self) -> Op:
        """insert, delete or replace."""
        return self.edit.op


class StructureKind(StrEnum):
    """The structural facts that an alignment can show."""

    ITEM = "item"  # a whole agenda item on one side only
    RENUMBERED = "renumbered"  # a run of items that changed number
    HEADER = "header"  # a resolution's header on one side only
    LIMB = "limb"  # a resolution's limb on one side only
    PARAGRAPH = "paragraph"  # any other segment on one side only, or moved
    TRUNCATED = "truncated"  # the source says that text is missing here
    STATUS = "status"  # draft / confirmed mark


@dataclass(frozen=True, slots=True)
class StructuralChange:
    """A fact about whole segments: one that stands on one side only, moved, was split, merged or renumbered.

    An absent side is an empty span with an empty text. `note` is a fact for the reason, in plain words.
    """

    kind: StructureKind
    relation: Relation
    place: Place
    draft: Reading
    final: Reading
    pair: int = -1
    note: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One side of a finding: exactly the slice [start, end) of the text, and where a reader finds it."""

    start: int
    end: int
    text: str
    line: int
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
    """One change with its rule, severity and reason. A side is `None` where that document has nothing there."""

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


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made this comparison: versions and settings, and which weaker road was taken."""

    compare: str
    model: str | None
    rules: str
    profile: str
    engines: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The complete result: every report renders this and computes nothing.

    `findings` holds all findings of every severity, gravest first and then in the order of the final; `folds` every
    folded difference. `draft_minutes`/`final_minutes` are the documents themselves with their outline; `alignment`
    covers every segment of both exactly once; `edits` are the edits that the findings were made from.
    """

    draft: Source
    final: Source
    scope: Scope
    gate: Gate
    accounts: tuple[Account, Account]
    findings: tuple[Finding, ...]
    folds: tuple[Fold, ...]
    alignment: tuple[Pair, ...]
    edits: tuple[Edit, ...]
    not_compared: tuple[NotCompared, ...]
    provenance: Provenance
    draft_minutes: Minutes = field(repr=False)
    final_minutes: Minutes = field(repr=False)
    in_both: tuple[Finding, ...] = ()

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
        if show is not Severity.COSMETIC:
            return findings
        draft = _Finder(self.draft_minutes)
        final = _Finder(self.final_minutes)
        return (*findings, *(_as_finding(place, fold, draft, final) for place, fold in enumerate(self.folds, 1)))


class _Finder:
    """Where the spans of one document stand, for many of them."""

    def __init__(self, minutes: Minutes) -> None:
        self.minutes = minutes
        self.starts = [segment.start for segment in minutes.segments]

    def segment_at(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)

    def passage(self, span: Span) -> Passage | None:
        if not len(span):
            return None
        document = self.minutes.document
        paragraph = self.segment_at(span.start) + 1
        return Passage(
            span.start, span.end, document.text[span.start : span.end], document.line_at(span.start), None, paragraph
        )

    def item(self, span: Span) -> ItemRef | None:
        outline = self.minutes.outline
        place = outline.item_of[self.segment_at(span.start)] if outline.item_of else None
        return None if place is None else ItemRef(outline.items[place].number, outline.items[place].title)


def _as_finding(place: int, fold: Fold, draft: _Finder, final: _Finder) -> Finding:
    return Finding(
        id=f"fold-{place}",
        rule=_FOLD_RULES[fold.kind],
        severity=Severity.COSMETIC,
        item=final.item(fold.final) or draft.item(fold.draft),
        in_resolution=final.minutes.outline.resolution_at(fold.final.start) is not None,
        draft=draft.passage(fold.draft),
        final=final.passage(fold.final),
        suspect=None,
        confidence=1.0,
        entities=(),
        reason=_FOLD_REASONS[fold.kind],
        draft_context=None,
        final_context=None,
    )


_FOLD_RULES = {
    FoldKind.QUOTES: "typography.quotes",
    FoldKind.SPACES: "typography.spaces",
    FoldKind.DASHES: "typography.dashes",
    FoldKind.BULLETS: "typography.bullets",
    FoldKind.CASE: "typography.case",
    FoldKind.MARKUP: "typography.markup",
    FoldKind.LINES: "typography.spaces",
    FoldKind.PAGE_BREAK: "structure.split",
    FoldKind.NUMBERING: "typography.bullets",
}

_FOLD_REASONS = {
    FoldKind.QUOTES: "The quotation mark or apostrophe has another shape.",
    FoldKind.SPACES: "The blanks between the words differ.",
    FoldKind.DASHES: "The dash or hyphen has another shape.",
    FoldKind.BULLETS: "The bullet or list mark has another shape.",
    FoldKind.CASE: "Capital and small letters differ.",
    FoldKind.MARKUP: "Marks of emphasis or heading differ.",
    FoldKind.LINES: "Lines are broken or spaced differently.",
    FoldKind.PAGE_BREAK: "A page break cuts the paragraph on one side.",
    FoldKind.NUMBERING: "The number stands on one side only, or runs on differently.",
}
