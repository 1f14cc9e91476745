"""Over whole minutes: what printers, mails and web pages do to the layout of a text is no change."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import cycle
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from noise import JOURNEYS, NOISE, curly, wrap
from refusals import assert_refused
from test_properties import _assert_edits_lead_to_final, _assert_everything_told, _shape

from compare import compare_texts
from compare.errors import UnreadableError
from compare.read import read_document
from compare.report.to_json import render_json
from compare.values import Comparison, Gate, ScopeKind, Severity, Side

_TESTS = Path(__file__).parent
_ALL = NOISE | JOURNEYS
# Texts a kind of noise is tried on, chosen in turn; each text meets about eight kinds.
_TEXTS_EACH = 6
_OTHER = {Side.DRAFT: Side.FINAL, Side.FINAL: Side.DRAFT, None: None}


@cache
def _texts() -> dict[str, str]:
    """The finals of the cases and of the sample, by name."""
    files = [*_TESTS.glob("cases/*/final.*"), *_TESTS.parent.glob("samples/*/final.*")]
    return {path.parent.name: _plain(path) for path in sorted(files)}


def _plain(path: Path) -> str:
    return read_document(str(path)).text.replace("\r\n", "\n").lstrip("\ufeff")


@cache
def _texts_for(name: str) -> list[tuple[str, str, str]]:
    """The texts on which a kind of noise is tried: each with its name and the text with noise."""
    chosen = []
    names = sorted(_texts())
    first = sorted(_ALL).index(name) * _TEXTS_EACH
    for place in range(first, first + len(names)):
        case = names[place % len(names)]
        noisy = _ALL[name](_texts()[case])
        if noisy != _texts()[case]:
            chosen.append((case, _texts()[case], noisy))
        if len(chosen) == _TEXTS_EACH:
            break
    return chosen


def _shown(comparison: Comparison) -> list[str]:
    """The findings above cosmetic, one line each."""
    return [
        f"{finding.rule}: {finding.draft and finding.draft.text!r} -> {finding.final and finding.final.text!r}"
        for finding in comparison.findings
        if finding.severity is not Severity.COSMETIC
    ]


@pytest.mark.parametrize("name", sorted(_ALL))
@pytest.mark.slow
def test_noise_alone_is_no_finding(name: str) -> None:
    """Layout and typography, on either side, give nothing above cosmetic; all is compared and accounted for."""
    tried = _texts_for(name)
    assert tried
    for sides, (case, text, noisy) in zip(cycle((1, -1)), tried, strict=False):
        draft, final = (text, noisy)[::sides]
        comparison = compare_texts(draft, final, use_model=False)
        assert _shown(comparison) == [], case
        is_marked = bool(comparison.final_minutes.outline.draft_marks)  # a final that calls itself a draft
        assert comparison.gate is (Gate.SIGN_OFF if is_marked else Gate.PUBLISH), comparison.gate_reasons
        assert comparison.scope.kind is ScopeKind.WHOLE
        assert [account.total for account in comparison.accounts] == [len(draft), len(final)]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            "Total spent on bulbs\n\n95\n\nPaid by cheque\n\n168\n",
            "Total spent on bulbs\n\n95\n\nPaid by cheque\n\n186\n",
        ),
        ("For the motion\n\n7\n\nAgainst the motion\n\n2\n", "For the motion\n\n7\n\nAgainst the motion\n\n3\n"),
        ("Signed ............ Date 3/4/25\n", "Signed ............ Date 3/5/25\n"),
        ("Page 2\n\nFINANCE COMMITTEE\n\nThere was none.\n", "Page 2\n\nFINANCE BOARD\n\nThere was none.\n"),
    ],
)
def test_what_only_looks_like_furniture_is_compared(text: str, after: str) -> None:
    """Sums and votes on lines of their own, a date of signing and a title below a page number are no furniture."""
    front = "ASHWELL TOWN COUNCIL\n\nThe Chair thanked the members for their work on the accounts.\n\n"
    assert _shown(compare_texts(front + text, front + after, use_model=False))


_WORD = re.compile(r"(?<![\w*#|<>/@.-])[a-z]{4,}(?![\w*|<>/@-])")
_NEW = ("lantern", "harbour", "orchard", "saddle")


def _edited(text: str, seed: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with up to six words dropped, exchanged or put in, far from each other; and where they stand then."""
    choice = random.Random(seed)  # noqa: S311 (the same edits on every run)
    places = sorted(choice.sample([match.span() for match in _WORD.finditer(text)], 12))
    apart = [place for place, before in zip(places, [(0, -99), *places], strict=False) if place[0] > before[1] + 60]
    parts, told, last = [], [], 0
    for start, end in apart[:6]:
        parts.append(text[last:start])
        at = sum(map(len, parts))
        parts.append(choice.choice((f"{choice.choice(_NEW)}", f"{text[start:end]} {choice.choice(_NEW)}")))
        told.append((at, at + len(parts[-1])))
        last = end
    return "".join([*parts, text[last:]]), told


def _cases_for_edits() -> list[str]:
    return sorted(name for name, text in _texts().items() if len(text) > 1200)[::2]


@pytest.mark.parametrize("case", _cases_for_edits())
def test_edits_are_found_under_noise(case: str) -> None:
    """Each changed word is a finding at its place, with 1.3 findings an edit at most, whatever the layout."""
    text = _texts()[case]
    name = random.Random(case).choice(sorted(JOURNEYS))  # noqa: S311
    after, told = _edited(text, case)
    comparison = compare_texts(JOURNEYS[name](text), after, use_model=False, scope="whole")
    found = [finding.final for finding in comparison.findings if finding.final]
    for start, end in told:
        assert any(passage.start <= end and start <= passage.end for passage in found), (name, after[start:end])
    assert len(_shown(comparison)) <= max(1.3 * len(told), len(told) + 1), name


@pytest.mark.parametrize("case", _cases_for_edits())
@pytest.mark.slow
def test_laws_under_edits(case: str) -> None:
    """Every edit has a finding, the accounts add up, exchanged sides mirror, and the JSON keeps its schema."""
    text = _texts()[case]
    after = _edited(text, case)[0]
    there, back = (compare_texts(*pair, use_model=False, scope="whole") for pair in ((text, after), (after, text)))
    _assert_edits_lead_to_final(there)
    _assert_everything_told(there)
    assert [account.total for account in there.accounts] == [len(text), len(after)]
    assert Counter(_shape(f.draft, f.final, f.suspect) for f in there.findings) == Counter(
        _shape(f.final, f.draft, _OTHER[f.suspect]) for f in back.findings
    )
    schema = files("compare.report").joinpath("comparison-1.schema.json").read_text("utf-8")
    jsonschema.validate(json.loads(render_json(there, Severity.COSMETIC)), json.loads(schema))


_ITEM = re.compile(r"(?m)^\d{3} [A-Z][A-Z ’',]+$")


@pytest.mark.parametrize("first", range(2, 12, 3))
@pytest.mark.parametrize("length", [1, 2])
def test_an_item_cut_out_is_an_extract(first: int, length: int) -> None:
    """One or two items of a whole meeting, wrapped or not, on either side: those items, and no finding."""
    text = _texts()["whole-meeting-typography-only"]
    starts = [match.start() for match in _ITEM.finditer(text)]
    cut = text[starts[first] : starts[first + length]]
    numbers = tuple(text[start : start + 3] for start in starts[first : first + length])
    for extract in (cut, wrap(60)(cut), curly(cut).replace("\n", "\r\n")):
        there, back = compare_texts(extract, text, use_model=False), compare_texts(text, extract, use_model=False)
        assert (_shown(there), _shown(back)) == ([], [])
        assert (there.scope.kind, there.scope.final_items) == (ScopeKind.EXTRACT, numbers)
        assert (back.scope.kind, back.scope.draft_items) == (ScopeKind.EXTRACT, numbers)


_MARKS = (
    *("# ", "## ", "- ", "* ", "1. ", "(a) ", "12.\n", "> ", ">", "|", "|a|b|\n", "**", "__", "```\n", "<!--", "-->"),
    *("---\n", "===\n", "\n", "\n\n", "\f", "\r", "\t", "\x00", "\x1c", "\x85", "\u2028", "\u202e", "\u0301", "\u200d"),
    *("שלום", "🙂", "“", "…", "Minutes:", "Resolved:", "RESOLVED that ", "FOR (3)", "Present: ", "Page 3", "7"),
    *("3 May 2023", "£12", "Signed ......", "Cllr Ash", "that the"),
)
_PIECES = st.one_of(st.sampled_from(_MARKS), st.text(max_size=12))
_SCRAPS = st.lists(_PIECES, max_size=40).map("".join)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(_SCRAPS, _SCRAPS)
def test_any_text_can_be_compared(draft: str, final: str) -> None:
    """Scraps of markup, controls, right-to-left text and emoji are compared, or refused as what they are."""
    try:
        comparison = compare_texts(draft, final, use_model=False, scope="whole")
    except UnreadableError as error:
        causes = "the document is empty|this is not a text but binary data"
        assert_refused(error, UnreadableError, place="draft|final", cause=causes)
        return
    assert [account.total for account in comparison.accounts] == [len(draft), len(final)]
    assert not compare_texts(draft, draft, use_model=False).findings if draft.strip() else True


@pytest.mark.parametrize(
    "text",
    [
        "#\n" * 3000,
        "|" * 3000,
        "(\n" * 3000,
        "Page 3\n" * 3000,
        "".join(f"{number}\n\n" for number in range(2000)),
        "".join("  " * depth + "- deeper\n" for depth in range(300)),
        "Councillors of the\n7. and so on with the matter\n" * 1000,
        "\u0301" * 3000,
        ". " * 5000,
        "\f" * 3000,
    ],
)
@pytest.mark.slow
def test_monotonous_texts_are_compared(text: str) -> None:
    """Thousands of one mark are read like any other text."""
    comparison = compare_texts(f"The Council met.\n\n{text}", f"The Council met twice.\n\n{text}", use_model=False)
    assert any(finding.final and "twice" in finding.final.text for finding in comparison.findings)
