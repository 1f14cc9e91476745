"""Tests of the gate: what must hold of a comparison, and of the final itself, before it says PUBLISH."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from compare import Comparison, compare_bytes, compare_files, compare_texts
from compare.annotate import load_engines
from compare.classify.gate import decide_gate
from compare.pipeline import compare_documents, read_minutes
from compare.read import document_from_text
from compare.report.to_terminal import render_terminal
from compare.style.house_style import load_house_style
from compare.values import Doubt, Gate, Severity, Side

STYLE = load_house_style(None, set())
TITLE = "Minutes of the Pond Committee held on 3 May 2025"
BODY = (
    "\n\nPresent: Cllr Ash (Chair), Cllr Moss\n\n1. Apologies\n\nThere were none.\n\n2. Rents\n\n"
    "The rents were reviewed by the clerk and the treasurer.\n\nRESOLVED: That the rents be kept.\n\n3. Paths\n\n"
    "The path was swept.\n\nThe meeting closed at 9 pm."
)
MINUTES = TITLE + BODY

ITEMS = tuple(
    f"\n\n{item}\n\n{narrative}\n\nRESOLVED: That {resolution}."
    for item, narrative, resolution in (
        (
            "1. Ponds",
            "The warden said that the upper pond had dried out in August and that its reeds were dying back.",
            "a pump be hired until October",
        ),
        (
            "2. Footpaths",
            "Two stiles along the mill lane had rotted, and a walker had fallen there on a Sunday.",
            "a carpenter mend both stiles",
        ),
        (
            "3. Allotments",
            "Mrs Hale asked whether plot nine, which nobody had dug since spring, could be let anew.",
            "plot nine be offered to the first name on the waiting list",
        ),
        (
            "4. Lighting",
            "Lamps beside the school burnt all night; the engineer offered timers for forty pounds each.",
            "six timers be bought",
        ),
    )
)

# Minutes that still say that they are a draft.
DRAFTS = {
    "above": f"DRAFT\n\n{MINUTES}",
    "above, with stars": f"**DRAFT – NOT YET APPROVED**\n\n{MINUTES}",
    "its version": f"Pond Committee\n\nDraft v2\n\n{MINUTES}",
    "its purpose": f"POND COMMITTEE MINUTES - DRAFT FOR APPROVAL\n\n3 May 2025{BODY}",
    "in the title": f"Draft {MINUTES}",
    "at the head of the title": f"Draft Pond Committee Minutes, 3 May 2025{BODY}",
    "in brackets of the title": f"Pond Committee (draft v0.3), 3 May 2025{BODY}",
    "in square brackets": f"{TITLE} [Draft]{BODY}",
    "after a dash": f"{TITLE} – Draft{BODY}",
    "in a title of capitals": f"DRAFT {TITLE.upper()}{BODY}",
    "unconfirmed": f"Unconfirmed minutes\n\n{MINUTES}",
    "a statement above": f"{TITLE}\n\nThese minutes are unconfirmed.{BODY}",
    "a statement below": f"{MINUTES}\n\nThese minutes are subject to confirmation at the next meeting.",
    "a statement of what is not yet": f"{TITLE}\n\nThe minutes of this meeting remain in draft until signed.{BODY}",
    "a long statement": (
        f"{MINUTES}\n\nPlease note that these are draft minutes, published for the information of residents, and that "
        "they may be changed when the Committee meets again in June, where they will be put to the members for consent."
    ),
    "a statement of a draft": f"{TITLE}\n\nThis is a draft until the Chair has signed it.{BODY}",
    "below": f"{MINUTES}\n\n(DRAFT)",
    "in a heading": MINUTES.replace("2. Rents", "2. Rents [DRAFT]"),
    "before a paragraph": MINUTES.replace("The path was", "[Draft – to be checked] The path was"),
    "in markdown": f"# Pond Committee Minutes (Draft)\n\n3 May 2025\n\n## Attendance{BODY}",
    "on every page": "\f".join(f"{TITLE} - DRAFT\n\n{part}" for part in MINUTES.split("\n\n2. ")),
}
# Minutes that say "draft" of something else.
NO_DRAFTS = {
    "nothing": MINUTES,
    "an item": MINUTES.replace("2. Rents", "2. Draft budget"),
    "an item in capitals": MINUTES.replace("2. Rents", "2. DRAFT BUDGET 2025/26"),
    "an item in brackets": MINUTES.replace("2. Rents", "2. Local Plan (Draft)"),
    "an item after a dash": MINUTES.replace("2. Rents", "2. Budget – draft"),
    "the last minutes": MINUTES.replace("1. Apologies", "1. Draft minutes of the last meeting"),
    "minutes to confirm": MINUTES.replace("3. Paths", "3. To confirm the draft minutes"),
    "a sentence above": f"{TITLE}\n\nThe draft minutes of 3 April were approved.{BODY}",
    "a sentence below": f"{MINUTES}\n\nThe draft minutes will be circulated.",
    "other minutes": MINUTES.replace("The path was swept", "The minutes of the sub-committee are draft"),
    "a draft of something else": f"{TITLE}\n\nThis is a draft policy for the pond, said the Chair.{BODY}",
    "a link": MINUTES.replace("The path was", "[Draft budget](https://example.org/b) The path was"),
    "a request": f"# Pond\n\n3 May 2025\n\n- [Draft] Add a form\n- Jo Ash{BODY}",
    "the name of a body": f"Minutes of the Draft Standards Panel held on 3 May 2025{BODY}",
    "the name of a body in capitals": f"MINUTES OF THE DRAFT LOCAL PLAN WORKING PARTY HELD ON 3 MAY 2025{BODY}",
    "confirmed": f"{TITLE}\n\nConfirmed at the meeting of 5 June 2025{BODY}",
}


def _compared(draft: str, final: str, scope: str = "auto") -> Comparison:
    return compare_texts(draft, final, scope=scope, use_model=False)


def _with_doubts(draft: tuple[Doubt, ...], final: tuple[Doubt, ...]) -> Comparison:
    """Two equal texts of files of which something was left out."""
    documents = [
        dataclasses.replace(
            document_from_text(MINUTES, name),
            left_out=tuple((f"a {doubt} thing", "it is not text") for doubt in doubts),
            doubts=tuple((f"a {doubt} thing", doubt) for doubt in doubts),
        )
        for name, doubts in (("draft", draft), ("final", final))
    ]
    engines = load_engines(use_model=False, style=STYLE, model=None)
    return compare_documents(*documents, scope="auto", style=STYLE, engines=engines)


@pytest.mark.parametrize("place", DRAFTS)
def test_a_final_that_says_draft_is_not_published(place: str) -> None:
    """Not even where both documents say so, and no difference tells it; the reason quotes the words."""
    comparison = _compared(DRAFTS[place], DRAFTS[place])
    (reason,) = comparison.gate_reasons
    assert comparison.findings == ()
    assert comparison.gate is Gate.SIGN_OFF
    assert reason.startswith("The final is still marked as a draft: “")


@pytest.mark.parametrize("place", NO_DRAFTS)
def test_draft_said_of_something_else_is_no_mark(place: str) -> None:
    """A draft budget, a draft of other minutes and a name leave the gate alone."""
    comparison = _compared(NO_DRAFTS[place], NO_DRAFTS[place])
    assert comparison.gate_reasons == ()
    assert comparison.gate is Gate.PUBLISH


def test_a_mark_on_every_page_is_named_once() -> None:
    """The running head is quoted once, with its place."""
    (reason,) = _compared(DRAFTS["on every page"], DRAFTS["on every page"]).gate_reasons
    assert reason.count("DRAFT") == 1


def test_marks_that_the_draft_alone_has_are_as_they_should_be() -> None:
    """A draft marked as one, and a final that is not, may be published."""
    assert _compared(DRAFTS["above"], MINUTES).gate is Gate.PUBLISH


@pytest.mark.parametrize(
    ("draft", "final", "reasons"),
    [
        ((), (), []),
        ((Doubt.UNFINISHED,), (), []),
        ((), (Doubt.UNFINISHED,), ["The final still holds a unfinished thing."]),
        ((Doubt.UNREAD,), (), ["Left out of the draft: a unread thing (it is not text)."]),
        ((), (Doubt.UNREAD,), ["Left out of the final: a unread thing (it is not text)."]),
    ],
)
def test_what_was_left_out(draft: tuple[Doubt, ...], final: tuple[Doubt, ...], reasons: list[str]) -> None:
    """Comments are usual in a draft and not in a final; what nobody compared matters on either side."""
    comparison = _with_doubts(draft, final)
    assert list(comparison.gate_reasons) == reasons
    assert comparison.gate is (Gate.SIGN_OFF if reasons else Gate.PUBLISH)


@pytest.mark.parametrize("side", Side)
def test_lost_characters_ask_for_a_look(side: Side) -> None:
    """Where the file shows a replacement character, a figure may be gone."""
    spoilt = MINUTES.replace("The path", "The \ufffd path")
    draft, final = (spoilt, MINUTES) if side is Side.DRAFT else (MINUTES, spoilt)
    assert any("1 lost character" in reason for reason in _compared(draft, final).gate_reasons)


def test_a_final_that_covers_less() -> None:
    """An extract says what it lacks, unless its scope was asked for; a draft that is an extract is no reason."""
    whole, part = TITLE + "".join(ITEMS), ITEMS[2].strip()
    (reason,) = _compared(whole, part).gate_reasons
    assert reason == "The final lacks items 1, 2 and 4."
    assert _compared(whole, part).gate is Gate.SIGN_OFF
    assert _compared(whole, part, scope="3").gate is Gate.PUBLISH
    assert _compared(part, whole).gate is Gate.PUBLISH


def test_a_slip_of_the_final_made_mild_by_a_profile(tmp_path: Path) -> None:
    """A profile may call slips minor; one that is about to be published still needs a signature."""
    profile = tmp_path / "house.toml"
    profile.write_text('[severities]\n"slip.doubled-word" = "minor"\n', "utf-8")
    final = MINUTES.replace("by the clerk", "by the the clerk")
    comparison = compare_texts(MINUTES, final, use_model=False, profile=profile)
    assert comparison.counts["major"] == 0
    assert comparison.gate_reasons == ("1 wording of the final looks wrong.",)
    assert comparison.gate is Gate.SIGN_OFF


def test_a_final_that_looks_wrong_is_not_published() -> None:
    """A form of a word that looks wrong in the final is minor, and is looked at before it is published."""
    draft = f"{MINUTES}\n\nThe clerk asked whether the plans dated from 1960 had been kept."
    comparison = compare_texts(draft, draft.replace("asked whether", "asked wether"))
    (finding,) = comparison.findings
    mild = dataclasses.replace(finding, rule="grammar.inflection", severity=Severity.MINOR)
    minutes = comparison.draft_minutes, comparison.final_minutes
    assert finding.suspect is Side.FINAL
    assert decide_gate([mild], *minutes, comparison.scope).gate is Gate.SIGN_OFF
    other = dataclasses.replace(mild, suspect=Side.DRAFT)
    assert decide_gate([other], *minutes, comparison.scope).gate is Gate.PUBLISH


def test_a_critical_finding_holds_whatever_else() -> None:
    """The reasons stand beside a finding that is graver than they are."""
    final = DRAFTS["above"].replace("be kept", "not be kept")
    comparison = _compared(DRAFTS["above"], final)
    assert comparison.gate is Gate.HOLD
    assert len(comparison.gate_reasons) == 1


def test_one_file_twice_is_told_first(tmp_path: Path) -> None:
    """A file compared with itself, or with its copy, is told so before the gate; other files are not."""
    first, copy = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text(MINUTES, "utf-8")
    copy.write_bytes(first.read_bytes())
    for final in (first, copy):
        line, *_ = _lines(compare_files(first, final, use_model=False))
        assert line.startswith("Both files are the same, byte for byte")
    data = MINUTES.encode()
    line, *_ = _lines(compare_bytes(data, data + b"\n", use_model=False))
    assert line == "PUBLISH: no difference of substance found"


def test_the_reasons_stand_below_the_gate() -> None:
    """Each in a line of its own."""
    first, second, third, *_ = _lines(_compared(DRAFTS["above"], DRAFTS["above"] + "\n"))
    assert first == "SIGN-OFF: the final is still marked as a draft; nothing else of substance found"
    assert second.endswith("look at this:")
    assert third == "- The final is still marked as a draft: “DRAFT” (before the first item)."


def test_a_green_gate_says_no_more_than_is_known() -> None:
    """Small differences are counted, and nobody is told that the final was proofread."""
    one = MINUTES.replace("the clerk and", "the clerk, and")
    first, second, *_ = _lines(_compared(MINUTES, one))
    assert first == "PUBLISH: no difference of substance found; 1 small one to look at"
    assert second == "The final itself was not proofread."


def _lines(comparison: Comparison) -> list[str]:
    return render_terminal(comparison, show=Severity.MINOR, width=120, colour=False).splitlines()


def test_the_status_is_that_of_the_marks() -> None:
    """A mark within an item is one to remove, and no status of the minutes."""
    assert read_minutes(document_from_text(DRAFTS["its version"], "a"), STYLE).outline.status == "draft"
    assert read_minutes(document_from_text(DRAFTS["in a heading"], "a"), STYLE).outline.status is None
