"""The nouns of `compare`: frozen values that the stages hand to one another.

Everything here is immutable and knows nothing of files, engines or terminals. Offsets are Unicode code points
of the document's extracted text, counted from 0; ranges are half-open. Lines, pages and paragraphs are counted
from 1, as a reader counts them; segment indices are counted from 0, as Python counts them.
"""

from __future__ import annotations

from compare.values.alignment import (
    Edit,
    Fold,
    Pair,
    Scope,
)
from compare.values.kinds import (
    Dress,
    FoldKind,
    Gate,
    MatchedBy,
    Op,
    Relation,
    Role,
    ScopeKind,
    SegmentKind,
    Severity,
    Side,
    StructureKind,
    Tracked,
)
from compare.values.minutes import (
    Item,
    Minutes,
    Outline,
    Resolution,
)
from compare.values.result import (
    Account,
    Accounts,
    Comparison,
    Context,
    Finding,
    FoundEntity,
    Passage,
    Provenance,
    Source,
)
from compare.values.tagged import (
    Entity,
    ItemRef,
    Place,
    Reading,
    StructuralChange,
    TaggedEdit,
    Verdict,
    Word,
)
from compare.values.text import (
    Document,
    NotCompared,
    Paragraph,
    Segment,
    Span,
)

__all__ = [
    "Account",
    "Accounts",
    "Comparison",
    "Context",
    "Document",
    "Dress",
    "Edit",
    "Entity",
    "Finding",
    "Fold",
    "FoldKind",
    "FoundEntity",
    "Gate",
    "Item",
    "ItemRef",
    "MatchedBy",
    "Minutes",
    "NotCompared",
    "Op",
    "Outline",
    "Pair",
    "Paragraph",
    "Passage",
    "Place",
    "Provenance",
    "Reading",
    "Relation",
    "Resolution",
    "Role",
    "Scope",
    "ScopeKind",
    "Segment",
    "SegmentKind",
    "Severity",
    "Side",
    "Source",
    "Span",
    "StructuralChange",
    "StructureKind",
    "TaggedEdit",
    "Tracked",
    "Verdict",
    "Word",
]
