"""What all tests share: a comparison built by hand, golden reports, and a run in which nothing may be skipped."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from compare.classify import fold_findings
from compare.read import document_from_text
from compare.values import (
    Account,
    Accounts,
    Comparison,
    Context,
    Finding,
    Fold,
    FoldKind,
    FoundEntity,
    Gate,
    Item,
    ItemRef,
    MatchedBy,
    Minutes,
    NotCompared,
    Outline,
    Pair,
    Passage,
    Provenance,
    Relation,
    Role,
    Scope,
    ScopeKind,
    Segment,
    SegmentKind,
    Severity,
    Side,
    Source,
    Span,
)

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Two options of our own."""
    parser.addoption("--update-golden", action="store_true", help="write the golden reports anew")
    parser.addoption("--no-skips", action="store_true", help="a skipped test fails the run")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """With --no-skips, a run with a skipped test is a failed run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    is_strict = session.config.getoption("--no-skips")
    if is_strict and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a report with the one in `tests/golden`, versions scrubbed; --update-golden writes it instead."""

    def check(name: str, report: str) -> None:
        scrubbed = re.sub(r"compare(\": \"| )\d+\.\d+\.\d+", r"compare\g<1>0.0.0", report)
        golden = GOLDEN / name
        if request.config.getoption("--update-golden"):
            golden.write_bytes(scrubbed.encode())
        assert scrubbed == golden.read_bytes().decode(), f"{name} differs; see pytest --update-golden"

    return check


DRAFT = """Agenda item
7. Allotment rents
The panel head that the rents should not rise before the spring.
Cllr Ash thanked the tenants – and the clerk.
1. That the rents be kept.
"""
FINAL = """6. Bowling green
The green was mown.
7. Allotment rents
The panel heard that the rents should rise before the spring.
Cllr Ash thanked the tenants - and the clerk.
Resolved:
1. That the rents be kept.
"""


def _minutes(text: str, name: str, kinds: str, items: tuple[Item, ...]) -> Minutes:
    """The lines of a text as segments: f furniture, h heading, p paragraph, l list item."""
    document = document_from_text(text, name)
    spans = [
        Span(start, start + len(line)) for start, line in zip(document.line_starts, text.splitlines(), strict=False)
    ]
    by_letter = {
        "f": SegmentKind.FURNITURE,
        "h": SegmentKind.HEADING,
        "p": SegmentKind.PARAGRAPH,
        "l": SegmentKind.LIST_ITEM,
    }
    segments = tuple(
        Segment(index, by_letter[kind], (span,)) for index, (kind, span) in enumerate(zip(kinds, spans, strict=True))
    )
    item_of = tuple(
        next((place for place, item in enumerate(items) if item.first <= index < item.last), None)
        for index in range(len(segments))
    )
    return Minutes(document, segments, Outline(items, item_of, (Role.NARRATIVE,) * len(segments), ()))


def _passage(minutes: Minutes, words: str, letters: str = "") -> Passage:
    text = minutes.document.text
    start = text.index(words)
    place = start + words.index(letters)
    return Passage(
        start,
        start + len(words),
        words,
        minutes.document.line_at(start),
        None,
        next(segment.index for segment in minutes.segments if start < segment.end) + 1,
        (Span(place, place + len(letters)),) if letters else (),
    )


def _context(words: str) -> Context:
    """Words with the change between two bars."""
    before, change, after = words.split("|")
    return Context(before + change + after, len(before), len(before + change))


def _source(minutes: Minutes) -> Source:
    document = minutes.document
    return Source(document.name, document.sha256, "text", len(document.text), None, None, None)


@pytest.fixture
def comparison() -> Comparison:
    """Draft and final minutes of an invented council: one finding of each severity but cosmetic, two folds."""
    draft = _minutes(DRAFT, "draft.txt", "fhppl", (Item("7", "Allotment rents", 1, 5),))
    final = _minutes(
        FINAL, "final.txt", "hphpppl", (Item("6", "Bowling green", 0, 2), Item("7", "Allotment rents", 2, 7))
    )
    item = ItemRef("7", "Allotment rents")
    findings = (
        Finding(
            "n1",
            "negation.changed",
            Severity.CRITICAL,
            item,
            in_resolution=False,
            draft=_passage(draft, "not"),
            final=None,
            suspect=None,
            confidence=1.0,
            entities=(),
            reason="“not” stands in the draft only.",
            draft_context=_context("The panel head that the rents should |not| rise before the spring."),
            final_context=_context("The panel heard that the rents should ||rise before the spring."),
        ),
        Finding(
            "r1",
            "resolution.header-missing",
            Severity.MAJOR,
            item,
            in_resolution=True,
            draft=None,
            final=_passage(final, "Resolved:"),
            suspect=Side.DRAFT,
            confidence=0.9,
            entities=(),
            reason="The words that announce the decision stand in the final only.",
            draft_context=_context("||1. That the rents be kept."),
            final_context=_context("|Resolved:| 1. That the rents be kept."),
        ),
        Finding(
            "s1",
            "slip.real-word",
            Severity.MINOR,
            item,
            in_resolution=False,
            draft=_passage(draft, "head"),
            final=_passage(final, "heard", "r"),
            suspect=Side.DRAFT,
            confidence=0.97,
            entities=(FoundEntity(Side.DRAFT, "BODY", "The panel"),),
            reason="“head” is a word, but “heard” is meant.",
            draft_context=_context("The panel |head| that the rents should not rise"),
            final_context=_context("The panel |heard| that the rents should rise"),
        ),
    )
    dashes = (_passage(draft, "–"), _passage(final, "-"))
    folds = (
        Fold(FoldKind.DASHES, *(Span(passage.start, passage.end) for passage in dashes)),
        Fold(FoldKind.LINES, Span(85, 85), Span(85, 86)),
    )
    alignment = (
        Pair((0,), (), Relation.FURNITURE, 0.0, MatchedBy.NONE),
        Pair((), (0,), Relation.OUT_OF_SCOPE, 0.0, MatchedBy.NONE),
        Pair((), (1,), Relation.OUT_OF_SCOPE, 0.0, MatchedBy.NONE),
        Pair((1,), (2,), Relation.SAME, 1.0, MatchedBy.EXACT),
        Pair((2,), (3,), Relation.CHANGED, 0.93, MatchedBy.FUZZY),
        Pair((3,), (4,), Relation.SAME, 1.0, MatchedBy.EXACT),
        Pair((), (5,), Relation.ADDED, 0.0, MatchedBy.NONE),
        Pair((4,), (6,), Relation.SAME, 1.0, MatchedBy.EXACT),
    )
    return Comparison(
        draft=_source(draft),
        final=_source(final),
        scope=Scope(ScopeKind.EXTRACT, (1, 2, 3, 4), (2, 3, 4, 5, 6), ("7",), ("7",), 0.99),
        gate=Gate.HOLD,
        accounts=Accounts(Account(len(DRAFT) - 20, 8, 1, 11, 0), Account(len(FINAL) - 52, 14, 1, 0, 37)),
        findings=findings,
        folds=folds,
        fold_findings=fold_findings(folds, draft, final),
        alignment=alignment,
        edits=(),
        not_compared=(NotCompared(Side.DRAFT, "2 control characters", "they print nothing; the first is on line 3"),),
        provenance=Provenance("0.1.0", None, "1", "default", (("rapidfuzz", "3.0.0"),)),
        draft_minutes=draft,
        final_minutes=final,
    )


@pytest.fixture
def altered(comparison: Comparison) -> Callable[..., Comparison]:
    """The same comparison with some of its first finding's fields changed."""

    def alter(**fields: Any) -> Comparison:  # noqa: ANN401 (fields of any type)
        first, *rest = comparison.findings
        return dataclasses.replace(comparison, findings=(dataclasses.replace(first, **fields), *rest))

    return alter
