"""Tests of the reports: what a reader sees, and what a program reads."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from compare import compare_files, compare_texts
from compare.report.registry import REPORTS, ReportOptions
from compare.report.terminal_page import StyledText, TerminalPage
from compare.report.to_json import render_json
from compare.report.to_terminal import render_terminal
from compare.report.unsafe_characters import escape_in_one_line
from compare.values import (
    Account,
    Comparison,
    Context,
    Gate,
    ItemRef,
    Passage,
    Scope,
    ScopeKind,
    Severity,
    Side,
)

GOLDEN = Path(__file__).parent / "golden"
ESCAPE_SEQUENCE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    """The shipped schema, itself checked."""
    schema = json.loads(files("compare.report").joinpath("comparison-1.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def _described(schema: dict[str, Any]) -> bool:
    """Whether a property explains itself, or points to a definition that does."""
    return "description" in schema or "const" in schema or "$ref" in schema or "enum" in schema


def test_schema_is_strict_and_described(validator: jsonschema.Draft202012Validator) -> None:
    """Every object of the schema says what may stand in it, and every member what it means."""
    todo: list[Any] = [validator.schema]
    seen = 0
    while todo:
        node = todo.pop()
        if isinstance(node, dict):
            todo.extend(node.values())
            if "properties" in node and node.get("type") == "object":
                seen += 1
                assert node["additionalProperties"] is False
                assert set(node["required"]) >= set(node["properties"]) - {"letters", "furniture"}
                assert all(_described(member) for member in node["properties"].values())
        elif isinstance(node, list):
            todo.extend(node)
    assert seen > 8


@pytest.mark.parametrize("show", list(Severity))
def test_json_is_valid(comparison: Comparison, validator: jsonschema.Draft202012Validator, show: Severity) -> None:
    """The report keeps to its schema at every severity, and lists what that severity asks for."""
    report = json.loads(render_json(comparison, show))
    validator.validate(report)
    assert len(report["findings"]) == len(comparison.listed(show))
    assert report["counts"] == comparison.counts


def test_json_says_what_the_comparison_says(comparison: Comparison) -> None:
    """Each member is the comparison's own, paragraphs counted from 1."""
    report = json.loads(render_json(comparison, Severity.MINOR))
    slip = report["findings"][-1]
    text = comparison.final_minutes.document.text
    final = slip["final"]
    assert text[final["start"] : final["end"]] == final["text"] == "heard"
    assert [text[start:end] for start, end in final["letters"]] == ["r"]
    assert final["paragraph"] == 4
    assert "letters" not in slip["draft"]
    assert report["findings"][0]["final"] is None
    assert report["alignment"][4] == {
        "draft": [3],
        "final": [4],
        "relation": "changed",
        "score": 0.93,
        "matched_by": "fuzzy",
    }
    assert sum(report["accounts"]["draft"].values()) == 2 * report["accounts"]["draft"]["total"]


def test_json_members_in_their_order(comparison: Comparison) -> None:
    """The members stand in the order that the documentation gives."""
    report = json.loads(render_json(comparison, Severity.MINOR))
    assert list(report) == [
        *("schema", "draft", "final", "scope", "gate", "gate_reasons", "counts", "accounts", "findings"),
        *("alignment", "in_both", "folded", "not_compared", "provenance"),
    ]


def test_json_golden(comparison: Comparison, check_golden: Callable[[str, str], None]) -> None:
    """One finding a line, and the same bytes in every run."""
    check_golden("comparison.json", render_json(comparison, Severity.COSMETIC))


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_is_bytes(comparison: Comparison, name: str) -> None:
    """Each report of the registry renders a comparison as bytes, and has a description and its files' suffixes."""
    report = REPORTS[name]
    rendered = report.render(comparison, ReportOptions())
    assert isinstance(rendered, bytes)
    assert rendered
    assert report.description
    assert all(suffix.startswith(".") for suffix in report.suffixes)


OBEYED = "".join(
    map(chr, (*range(0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)))
)


def test_json_escapes_what_would_be_obeyed(altered: Callable[..., Comparison]) -> None:
    """Control characters and marks of direction are escapes in the JSON, and the parsed text has them all the same."""
    words = f"é{OBEYED}\ud83d \U0001f4c4 議"
    report = render_json(altered(reason=words, item=ItemRef("7", words)), Severity.MINOR)
    assert not set(OBEYED) - {"\n"} & set(report)
    assert r"\u001b" in report
    assert r"\u202e" in report
    assert "\U0001f4c4 議" in report
    finding = json.loads(report)["findings"][0]
    assert (finding["reason"], finding["item"]["title"]) == (words, words)
    assert json.loads(report.encode()) == json.loads(report)


def test_empty_lists_are_empty(comparison: Comparison) -> None:
    """A list without entries is written as one."""
    report = render_json(dataclasses.replace(comparison, findings=(), not_compared=()), Severity.MINOR)
    assert '  "findings": [],\n' in report


@pytest.mark.parametrize("width", [60, 80, 120])
def test_terminal_golden(comparison: Comparison, check_golden: Callable[[str, str], None], width: int) -> None:
    """The report as a clerk sees it, at three widths; no line is wider."""
    report = render_terminal(comparison, show=Severity.MINOR, width=width, colour=False)
    assert max(map(cell_len, report.splitlines())) <= width
    check_golden(f"terminal-{width}.txt", report)


def test_terminal_golden_cosmetic(comparison: Comparison, check_golden: Callable[[str, str], None]) -> None:
    """Folded differences are listed where they are asked for, and lists of errors in both documents stand apart."""
    both = dataclasses.replace(comparison, in_both=comparison.findings[2:])
    check_golden("terminal-cosmetic.txt", render_terminal(both, show=Severity.COSMETIC, width=80, colour=False))


def test_colour_adds_and_hides_nothing(comparison: Comparison) -> None:
    """With its colours taken away, the coloured report is the plain one: no sign is a colour alone."""
    plain = render_terminal(comparison, show=Severity.MINOR, width=80, colour=False)
    coloured = render_terminal(comparison, show=Severity.MINOR, width=80, colour=True)
    assert ESCAPE_SEQUENCE.sub("", coloured) == plain
    assert "\x1b[" in coloured
    assert "\x1b" not in plain


def test_the_first_line_is_the_verdict(comparison: Comparison) -> None:
    """What the gate says, how much of what, and where."""
    first, *_ = render_terminal(comparison, show=Severity.MINOR, width=80, colour=False).splitlines()
    assert first == "HOLD: 1 critical, 1 major and 1 minor difference in item 7"


def test_the_changed_letters_are_marked(comparison: Comparison) -> None:
    """In colour, the letters that differ inside a word stand out from the rest of it."""
    coloured = render_terminal(comparison, show=Severity.MINOR, width=80, colour=True)
    assert "\x1b[1;7;32mr\x1b[0m" in coloured


def test_no_findings(comparison: Comparison) -> None:
    """Without a finding, the first line says that, and nothing is listed."""
    nothing = dataclasses.replace(comparison, findings=(), gate=Gate.PUBLISH)
    report = render_terminal(nothing, show=Severity.MINOR, width=80, colour=False)
    assert report.startswith("PUBLISH: no difference of substance found\nThe final itself was not proofread.\n")
    assert "MINOR" not in report


def test_hidden_findings_are_counted(comparison: Comparison) -> None:
    """What is not listed is said to be so, with the way to see it."""
    report = render_terminal(comparison, show=Severity.CRITICAL, width=80, colour=False)
    assert "Not listed: 1 major and 1 minor difference (--show minor)." in report


@pytest.mark.parametrize(
    ("accounts", "draft_items", "final_items", "expected"),
    [
        ((0, 9), ("7",), ("7",), "draft.txt is an extract: compared with item 7 of final.txt (confidence 99%)."),
        ((9, 0), ("7", "8"), ("7",), "final.txt is an extract: compared with items 7 and 8 of draft.txt"),
        ((9, 9), ("7",), ("6", "7"), "Item 7 of draft.txt compared with items 6 and 7 of final.txt"),
        ((0, 9), (), ("1", "2", "3", "4", "5", "6", "7"), "compared with 7 items of final.txt"),
        ((9, 9), ("FA/7",), ("FA/7",), "Item FA/7 of draft.txt compared with item FA/7 of final.txt"),
        ((0, 9), (), (), "compared with a part of final.txt"),
    ],
)
def test_scope_in_words(
    comparison: Comparison,
    accounts: tuple[int, int],
    draft_items: tuple[str, ...],
    final_items: tuple[str, ...],
    expected: str,
) -> None:
    """The scope line says which document is a part of which."""
    scope = Scope(ScopeKind.EXTRACT, (), (), draft_items, final_items, 0.999)
    changed = dataclasses.replace(
        comparison,
        scope=dataclasses.replace(scope, confidence=0.999),
        accounts=tuple(Account(0, 0, 0, 0, outside) for outside in accounts),
    )
    report = render_terminal(changed, show=Severity.MINOR, width=120, colour=False)
    assert expected in report


def test_headings_say_where() -> None:
    """Attendance stands before the first item; an item of the draft is named so where its number went to another."""
    body = "The crew had swept all of the long path by the pond in time for the fair, and the Clerk was thanked."
    items = f"1. LAMPS\n\n{body}\n\n2. PONDS\n\nNoted.\n\n3. PATHS\n\n{body}"
    draft = f"ASH COUNCIL\n\nPresent: Cllr Ash and Cllr Birch\n\n{items}"
    final = draft.replace(" and Cllr Birch", "").replace("2. PONDS\n\nNoted.\n\n3.", "2.")
    report = render_terminal(compare_texts(draft, final), show=Severity.MINOR, width=100, colour=False)
    assert "\nBefore the first item\n" in report
    assert "\nItem 2 of the draft: PONDS\n" in report
    assert "\nItem 2: PATHS\n" in report


def test_minutes_without_items_have_no_headings() -> None:
    """Where a document has no items, none is named."""
    text = "The crew had swept the long path in time for the fair, and the Clerk was not thanked at all."
    report = render_terminal(
        compare_texts(text, text.replace("not ", "")), show=Severity.MINOR, width=100, colour=False
    )
    assert "TO SETTLE\n\n 1. CRITICAL: " in report


def test_blanks_alone_are_not_shown() -> None:
    """Lines broken differently are named and placed; two empty brackets would tell nothing."""
    text = "The crew had swept the long path in time for the fair."
    folded = compare_texts(text, text.replace("path in", "path\nin"))
    report = render_terminal(folded, show=Severity.COSMETIC, width=100, colour=False)
    assert (
        "Lines are broken or spaced differently.\n    1st paragraph; draft line 1, final line 1 (typography.spaces)"
        in report
    )


def test_two_documents_of_one_name(comparison: Comparison) -> None:
    """Two files called alike are told apart by their side."""
    same = dataclasses.replace(comparison, draft=dataclasses.replace(comparison.draft, name="final.txt"))
    report = render_terminal(same, show=Severity.MINOR, width=120, colour=False)
    assert "final.txt (draft) is an extract: compared with item 7 of final.txt (final)" in report


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("\x1b[2Jgone", "\\x1b[2Jgone"),
        ("bell\x07", "bell\\x07"),
        ("\x9b31m", "\\x9b31m"),
        ("[bold]no markup[/bold]", "[bold]no markup[/bold]"),
        (":smile:", ":smile:"),
        ("left\u202eright", "left\\u202eright"),
        ("two\n\nlines", "two lines"),
    ],
)
def test_documents_are_shown_and_not_obeyed(altered: Callable[..., Comparison], words: str, shown: str) -> None:
    """Escape sequences, marks of direction and markup in a document reach the reader as text."""
    context = Context(f"before {words} after", 7, 7 + len(words))
    comparison = altered(
        draft_context=context, final_context=Context(words, 0, 0), reason=words, item=ItemRef("7", words)
    )
    report = render_terminal(comparison, show=Severity.MINOR, width=120, colour=False)
    assert f"before [-{shown}-] after" in report
    assert re.search(rf"    final  \[ \] ?{re.escape(shown)}", report)
    assert f"Item 7: {shown}" in report
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", report)


def test_odd_blanks_are_told_apart(altered: Callable[..., Comparison]) -> None:
    """A no-break space and a soft hyphen can be seen where they are the difference."""
    comparison = altered(draft_context=Context("a\xa0b\u00adc", 1, 5))
    report = render_terminal(comparison, show=Severity.MINOR, width=80, colour=False)
    assert "a[-\\u00a0b\\u00adc-]" in report


def test_a_passage_without_context_is_shown(altered: Callable[..., Comparison]) -> None:
    """A finding that brings no context shows its passage."""
    comparison = altered(
        draft=Passage(0, 4, "head", 1, 3, 1), draft_context=None, final_context=None, suspect=Side.FINAL
    )
    report = render_terminal(comparison, show=Severity.CRITICAL, width=80, colour=False)
    assert "    draft  [-head-]\n    Page header or footer; draft page 3 (negation.changed)\n" in report
    assert "The final looks wrong (100%)." in report


def test_a_long_change_is_shortened(altered: Callable[..., Comparison]) -> None:
    """Of a removed page both ends are shown, and how much stands between them."""
    words = "agreed " * 1000
    comparison = altered(draft_context=Context(words, 0, len(words)), final_context=None)
    report = render_terminal(comparison, show=Severity.CRITICAL, width=80, colour=False)
    assert "[…6,100 characters…]" in report
    assert len(report) < 3000


def test_long_lists_are_complete(comparison: Comparison) -> None:
    """A list of findings is never cut."""
    many = dataclasses.replace(comparison, findings=comparison.findings[2:] * 500, gate=Gate.PUBLISH)
    report = render_terminal(many, show=Severity.MINOR, width=80, colour=False)
    assert report.count("(slip.real-word)") == 500
    assert report.startswith("PUBLISH: no difference of substance found; 500 small ones to look at\n")


@given(st.text(max_size=300), st.sampled_from([20, 60, 80]), st.booleans())
def test_wrapping_keeps_every_word(text: str, width: int, has_colour: bool) -> None:  # noqa: FBT001 (Hypothesis)
    """Wrapped lines fit their width in columns, and together they are the text."""
    shown = escape_in_one_line(text)
    page = TerminalPage(width, has_colour=has_colour)
    page.write(StyledText(shown[:7], "bold red"), StyledText(shown[7:]), first="* ", rest="  ")
    lines = ESCAPE_SEQUENCE.sub("", page.text()).split("\n")
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(line[2:] for line in lines).split()) == "".join(shown.split())


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("a unbreakable", 4, ["a", "unbr", "eaka", "ble"]),
        ("議事録議事録", 5, ["議事", "録議", "事録"]),
        ("📄📄 noted", 4, ["📄📄", "note", "d"]),
        ("", 4, []),
    ],
)
def test_wrapping(text: str, width: int, expected: list[str]) -> None:
    """Lines break at blanks, long words where they must, and wide characters count twice."""
    page = TerminalPage(width, has_colour=False)
    page.write(StyledText(text))
    assert page.lines == expected


def test_real_comparisons_keep_to_the_schema(validator: jsonschema.Draft202012Validator) -> None:
    """What the whole program finds is valid, slices included, and the coloured report hides nothing of it."""
    draft = "7. Allotments\n\nThe panel head that “rents” rose by £5 on 3 May 2021.\n\nResolved: That it be noted.\n"
    final = '7. Allotments\n\nThe panel heard that "rents" rose by £6 on 3 May 2021.\n\nThat it be noted.\n'
    comparison = compare_texts(draft, final, use_model=False)
    for show in Severity:
        report = json.loads(render_json(comparison, show))
        validator.validate(report)
        assert report["findings"]
        for finding in report["findings"]:
            for side, text in (("draft", draft), ("final", final)):
                passage = finding[side]
                assert passage is None or text[passage["start"] : passage["end"]] == passage["text"]
    plain = render_terminal(comparison, show=Severity.COSMETIC, width=80, colour=False)
    assert ESCAPE_SEQUENCE.sub("", render_terminal(comparison, show=Severity.COSMETIC, width=80, colour=True)) == plain


PAIRS = sorted(path.parent for folder in ("cases", "../samples") for path in GOLDEN.parent.glob(f"{folder}/*/draft.*"))


@pytest.mark.parametrize("folder", PAIRS, ids=lambda folder: folder.name)
@pytest.mark.slow
def test_reports_of_whole_minutes(folder: Path, validator: jsonschema.Draft202012Validator) -> None:
    """Of every pair of minutes at hand, the JSON keeps to its schema and adds up, and the terminal to its width."""
    (draft,), (final,) = folder.glob("draft.*"), folder.glob("final.*")
    comparison = compare_files(draft, final, use_model=False)
    report = json.loads(render_json(comparison, Severity.COSMETIC))
    validator.validate(report)
    for side, minutes in (("draft", comparison.draft_minutes), ("final", comparison.final_minutes)):
        aligned = sorted(paragraph for pair in report["alignment"] for paragraph in pair[side])
        assert aligned == list(range(1, len(minutes.segments) + 1))
        *parts, total = report["accounts"][side].values()
        assert sum(parts) == total == report[side]["characters"]
        for finding in report["findings"]:
            passage = finding[side]
            if passage is not None:
                assert minutes.document.text[passage["start"] : passage["end"]] == passage["text"]
                assert minutes.segments[passage["paragraph"] - 1].start <= passage["end"]
    terminal = render_terminal(comparison, show=Severity.COSMETIC, width=60, colour=False)
    assert max(map(cell_len, terminal.splitlines())) <= 60
    assert all(finding["rule"] in terminal for finding in report["findings"])


def test_the_same_bytes_again(comparison: Comparison) -> None:
    """A report of the same comparison is the same, to the byte."""
    assert render_json(comparison, Severity.MINOR) == render_json(dataclasses.replace(comparison), Severity.MINOR)
