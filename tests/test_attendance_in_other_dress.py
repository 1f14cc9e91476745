"""Tests of attendance set in another layout: the same people are a matter of form, one who stands elsewhere is not."""

from __future__ import annotations

import pytest

from compare import Comparison, compare_texts
from compare.values import Finding, Gate, Severity

HEAD = "Ashcombe Parish Council\n\n"
TAIL = "\n1. The minutes of the last meeting were agreed."
BRACKETS = "Present: Mrs A. Ferris (Chair), Mr J. Stott (Headteacher), Ms R. Oyelaran (Parent Governor)"
BEFORE = "Present\nChair – Mrs A. Ferris\nHeadteacher – Mr J. Stott\nParent Governor – Ms R. Oyelaran"
LABELS = "Present:\n| Chair | Mrs A. Ferris |\n| Head Teacher | Mr J. Stott |\n| Parent | Ms R. Oyelaran |"
TOLD = "A. Pugh, S. Hoyle and T. Banks were present; W. Carr sent her apologies."
STATUS = (
    "| Name | Status |\n| A. Pugh | Present |\n| S. Hoyle | Present |\n| T. Banks | Present |\n| W. Carr | Apologies |"
)
COLUMNS = "Name | Present | Apologies\n--- | --- | ---\nA. Pugh | x |\nS. Hoyle | x |\nT. Banks | x |\nW. Carr | | x"
KEYED = "Attendance (Y = present, N = absent)\nHarker Y\nIrons Y\nJessop N"
OTHER_KEY = "Attendance (P = present, – = absent)\nHarker P\nIrons P\nJessop –"
PANEL = "LICENSING PANEL\n\n"
MARR = "Present: Councillors Marr, Nunn and Opie.\nCouncillor "
ROOK = "Present: Councillors Hart, Neale and Quirk\nApologies were received from Councillor Rook"
SAME = [
    (BRACKETS, BEFORE),
    (BRACKETS, LABELS),
    (BEFORE, LABELS),
    (TOLD, STATUS),
    (TOLD, COLUMNS),
    (STATUS, COLUMNS),
    (
        "A. Pugh and S. Hoyle were at the meeting; W. Carr had apologised.",
        "Present: A. Pugh, S. Hoyle\nApologies: W. Carr",
    ),
    (KEYED, OTHER_KEY),
    (
        "Key: X = at the meeting; O = apologies\nAdams  X\nCotton  O",
        "Key: X = present; O = apologies\nAdams  X\nCotton  O",
    ),
    ("All trustees attended apart from Ms Roper.", "All the trustees were present except Ms Roper."),
    ("Nothing had been heard from Cllr Tudor.", "No word had been received from Cllr Tudor."),
    ("Cllr Booth joined the meeting at 6.50 pm.", "Cllr Booth entered the meeting at 6.50 pm."),
    ("Miss Dodd came in at 7.20 pm.", "Miss Dodd arrived at 7.20 pm."),
    (
        f"{PANEL}Cllr E. Barnes (Chair)\nCllr F. Mahmood\nCllr G. Pryce",
        f"{PANEL}Cllrs E. Barnes (Chair), F. Mahmood and G. Pryce",
    ),
    (f"{MARR}Nunn took the Chair.", MARR.replace("Nunn", "Nunn (in the Chair)").removesuffix("Councillor ").rstrip()),
    (f"{ROOK}; Councillor Quirk substituted for him.", f"{ROOK} (substitute: Councillor Quirk)."),
    (
        "Apologies: Cllr Venn, Cllr Wray\nSubstitutes: Cllr Yates for Cllr Venn",
        "Apologies: Cllr Venn (Cllr Yates substituting), Cllr Wray",
    ),
    ("Present: Ms Jago, Mr Kent (from item 5)", "Present: Ms Jago, Mr Kent\nMr Kent was present from item 5."),
    ("Present: Ms Jago (left at 7.40 pm), Mr Kent", "Present: Ms Jago (until 7.40pm), Mr Kent"),
    ("Present: Ms Jago (left at 7.40 pm), Mr Kent", "Present: Ms Jago, Mr Kent\nMs Jago left the meeting at 7.40 pm."),
    (
        "Present: Trustees Adler, Boone\nAbsent: Trustee Dean",
        "ROLL CALL\nTrustee Adler: present\nTrustee Boone: present\nTrustee Dean: absent",
    ),
    ("On roll call, Supervisors Iris and Kemp were present.", "PRESENT: Supervisors Iris and Kemp"),
]
OTHER = [
    (BRACKETS, BEFORE.replace("Ferris", "Farris")),
    (BRACKETS, "Present\nHeadteacher – Mr J. Stott\nChair – Ms R. Oyelaran\nParent Governor – Mrs A. Ferris"),
    (BRACKETS, LABELS.replace("| Parent | Ms R. Oyelaran |", "| Parent | Ms T. Osman |")),
    (TOLD, COLUMNS.replace("T. Banks | x |", "T. Banks | | x")),
    (STATUS, COLUMNS.replace("T. Banks | x |", "T. Banks | | x")),
    (KEYED, OTHER_KEY.replace("Irons P", "Irons –")),
    ("Key: P = present, A = apologies\nFell  P\nGrice  A", "Key: P = present, A = absent\nFell  P\nGrice  A"),
    ("All directors were present except Mr Quayle.", "All directors were present."),
    ("Every governor was present save Mrs Upton.", "Every governor was present save Mr Upton."),
    ("Nothing had been heard from Cllr Tudor.", "Cllr Tudor had sent her apologies."),
    ("Mr Nash did not attend and gave no apology.", "Mr Nash had tendered his apologies."),
    ("Cllr Booth joined the meeting at 6.50 pm.", "Cllr Booth left the meeting at 6.50 pm."),
    (
        f"{PANEL}Cllr E. Barnes (Chair)\nCllr F. Mahmood\nCllr G. Pryce",
        f"{PANEL}Cllrs E. Barnes, F. Mahmood and G. Pryce (Chair)",
    ),
    (f"{MARR}Nunn took the Chair.", MARR.replace("Marr", "Marr (in the Chair)").removesuffix("Councillor ").rstrip()),
    (f"{ROOK}; Councillor Quirk substituted for him.", f"{ROOK} (substitute: Councillor Neale)."),
    (
        "Apologies: Cllr Venn, Cllr Wray\nSubstitutes: Cllr Yates for Cllr Venn",
        "Apologies: Cllr Venn, Cllr Wray (Cllr Yates substituting)",
    ),
    ("Present: Ms Jago (left 7.40 pm), Mr Kent", "Present: Ms Jago (arrived 7.40 pm), Mr Kent"),
    (
        "Present: Trustees Adler, Boone\nAbsent: Trustee Dean",
        "ROLL CALL\nTrustee Adler: present\nTrustee Boone: absent\nTrustee Dean: absent",
    ),
    (
        "- [x] Petra Novak (@pnovak)\n- [x] Sam Idowu (@sidowu)",
        "- [x] Petra Novak (@pnovak)\n- [ ] Sam Idowu (@sidowu)",
    ),
]


def _compared(draft: str, final: str) -> Comparison:
    return compare_texts(HEAD + draft + TAIL, HEAD + final + TAIL, use_model=False)


def _told(comparison: Comparison) -> list[Finding]:
    return [finding for finding in comparison.findings if finding.severity is not Severity.COSMETIC]


@pytest.mark.parametrize(("draft", "final"), SAME)
def test_the_same_people_in_another_layout_hold_up_nothing(draft: str, final: str) -> None:
    """Roles before the names, a table for a sentence, another key: at most one minor finding, either way round."""
    for one, other in ((draft, final), (final, draft)):
        comparison = _compared(one, other)
        assert [finding.severity for finding in _told(comparison)] in ([], [Severity.MINOR])
        assert comparison.gate is Gate.PUBLISH


@pytest.mark.parametrize(("draft", "final"), OTHER)
def test_one_person_elsewhere_in_another_layout_is_one_critical_finding(draft: str, final: str) -> None:
    """The other layout hides nobody who is new, gone, recorded otherwise or no more in the chair."""
    for one, other in ((draft, final), (final, draft)):
        comparison = _compared(one, other)
        assert [finding.severity for finding in _told(comparison)] == [Severity.CRITICAL]
        assert comparison.gate is Gate.HOLD


def test_bold_type_around_a_label_is_no_mark_of_the_person_behind_it() -> None:
    """A title in bold, and a person who is told of in its line: without the stars they say the same."""
    items = (
        "1 Apologies: None",
        "2 Interests: none",
        "3 Minutes: agreed",
        "4 Matters Arising: the gates",
        "5 Police Support:",
    )
    bold = "\n\n".join(f"**{item}**" for item in items) + " PCSO Jane Edwards did not attend the meeting\n"
    for draft, final in ((bold, bold.replace("**", "")), (bold.replace("**", ""), bold)):
        found = compare_texts(draft, final, use_model=False).findings
        assert [finding.rule for finding in found if finding.severity.rank < 3] == []
