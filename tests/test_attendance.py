"""The record of attendance is compared as people with roles, whatever the list looks like."""

from __future__ import annotations

import pytest
from laws_of_findings import assert_edits_and_findings_cover_each_other

from compare import compare_texts
from compare.rules import form
from compare.values import Comparison, Gate, Severity

_HEAD = "Minutes of the Ashcombe Trust held on 12 March 2025\n\n"
_TAIL = "\n\n2. Finance\n\nThe treasurer gave a report on the accounts.\n\nResolved: that the accounts be adopted.\n"


def _compared(draft: str, final: str, scope: str = "auto") -> Comparison:
    comparison = compare_texts(_HEAD + draft + _TAIL, _HEAD + final + _TAIL, scope=scope, use_model=False)
    assert_edits_and_findings_cover_each_other(comparison)
    return comparison


# One person differs, in many dresses: one finding, critical.
_ONE_PERSON = [
    (
        "Present: Cllr Ashby, Cllr Birch (substitute for Cllr Cole)",
        "Present: Cllr Ashby, Cllr Birch (substitute for Cllr Dunn)",
    ),
    (
        "| Name | Role |\n|---|---|\n| Mei Tan | Member |\n| Olaf Brink | Guest |",
        "| Name | Role |\n|---|---|\n| Mei Tan | Member |\n| Olaf Brink | Member |",
    ),
    ("Attendees: @lmarsh, @todell, @iquill", "Attendees: @lmarsh, @svale, @iquill"),
    ("In person: Lena Marsh, Tom Odell\n\nOnline: Ida Quill", "In person: Lena Marsh\n\nOnline: Ida Quill, Tom Odell"),
    (
        "Present: Cllrs Ashby, Birch and Cole.\n\nApologies: Cllr Dunn.",
        "Present: Cllrs Ashby and Cole.\n\nApologies: Cllrs Birch and Dunn.",
    ),
    (
        "Present:\n- Lena Marsh\n- Tom Odell\n\nApologies:\n- Ben Pell",
        "Present:\n- Lena Marsh\n\nApologies:\n- Ben Pell\n- Tom Odell",
    ),
    ("Present: Councillor Ashby.", "Present: Councillors Ashby and Birch."),
    ("Present: Lena Marsh, Tom Odell, Ida Quill", "Present: Lena Marsh, Sam Vale, Ida Quill"),
    ("Present:\n\n- Lena Marsh\n- Tom Odell", "Present:\n\n- Lena Marsh\n- Sam Vale"),
    ("Present: Cllrs Ashby, Birch and Cole.", "Present: Cllrs Ashbey, Birch and Cole."),
    ("Present: Mr Ashby, Mr Birch and Mr Cole.", "Present: Mrs Ashby, Mr Birch and Mr Cole."),
    ("Present: June Moss, Tom Odell", "Present: Joan Moss, Tom Odell"),
    ("Present: Lena Marsh (Chair), Tom Odell, Ida Quill", "Present: Lena Marsh (Acting Chair), Tom Odell, Ida Quill"),
    ("Present: Lena Marsh (Chair), Tom Odell, Ida Quill", "Present: Lena Marsh, Tom Odell (Chair), Ida Quill"),
    (
        "Members: Lena Marsh, Tom Odell\n\nGuests: Ida Quill",
        "Members: Lena Marsh, Tom Odell, Ida Quill\n\nGuests: none",
    ),
    (
        "Directors (those with * took part)\n\nLena Marsh\nTom Odell*\nIda Quill*",
        "Directors (those with * took part)\n\nLena Marsh*\nTom Odell*\nIda Quill*",
    ),
    ("Members\n\n- [ ] Lena Marsh\n- [x] Tom Odell", "Members\n\n- [x] Lena Marsh\n- [x] Tom Odell"),
    ("Members\n\n✓ Lena Marsh\n✗ Tom Odell", "Members\n\n✓ Lena Marsh\n✓ Tom Odell"),
    ("Members\n\nLena Marsh P\nTom Odell P", "Members\n\nLena Marsh P\nTom Odell A"),
    (
        "| Member | Attendance |\n|---|---|\n| Lena Marsh | P |\n| Tom Odell | P |",
        "| Member | Attendance |\n|---|---|\n| Lena Marsh | P |\n| Tom Odell | A |",
    ),
    (
        "## Present\n\n* @lmarsh (Lena Marsh)\n* @todell (Tom Odell)",
        "## Present\n\n* @lmarsh (Lena Marsh)\n* @todell (Tom Odell)\n* @iquill (Ida Quill)",
    ),
    (
        "## Attendance\n\n- Lena Marsh\n- Tom Odell\n\n## Notes\n\nWe met in the hall.",
        "## Notes\n\nWe met in the hall.",
    ),
    (
        "Present:\n- Lena Marsh\n- Tom Odell\n\nRegrets:\n- Ben Pell\n- Ada Moss",
        "Present:\n- Lena Marsh\n- Tom Odell\n- Ben Pell\n- Ada Moss",
    ),
    ("Present:\n- Lena Marsh\n- Tom Odell", "Present:\n- Lena Marsh\n- Tom Odell\n- Ida Quill\n- Sam Vale"),
]

# The same people in another form: nothing above minor, one finding at most.
_SAME_PEOPLE = [
    ("Present: Lena Marsh-Pell, Tom Odell", "Present: Lena Marsh Pell, Tom Odell"),
    ("Present: Jan Petty (Chair), Sid Rowley", "Chair: Jan Petty\nPresent: Sid Rowley"),
    ("Present: Councillors Birch, Ashby and Cole.", "Present: Councillors Ashby, Birch and Cole."),
    (
        "Present: Cllr Ashby, Cllr Birch and Cllr Cole.",
        "Present:\n- Councillor Ashby\n- Councillor Birch\n- Councillor Cole",
    ),
    (
        "Present: Cllr Birch.\n\nApologies: Cllr Ashby.",
        "Present: Cllr Birch.\n\nApologies for absence were received from Councillor Ashby.",
    ),
    (
        "Present:\n- Lena Marsh\n- Tom Odell\n- Ida Quill\n- Ben Pell",
        "Present:\n- Ben Pell\n- Ida Quill\n- Lena Marsh\n- Tom Odell",
    ),
    ("Present: Cllrs Ashby, Birch and Cole.", "Present: Cllrs J. Ashby, T. Birch and M. Cole."),
    ("Present: Cllr Ashby and Cllr Birch", "Present: Councillors Ashby and Birch."),
    ("Attendees: Lena Marsh, Tom Odell", "Those present: Tom Odell, Lena Marsh"),
    ("## Present\n\n* Lena Marsh\n* Tom Odell", "## Present\n\n* Lena Marsh (@lmarsh)\n* Tom Odell (@todell)"),
    ("Present: Lena Marsh (Chairman) and Tom Odell.", "Present: Lena Marsh (in the Chair) and Tom Odell."),
    ("Present: J.R. Ashby, T Birch", "Present: J R Ashby; T. Birch"),
    ("Present:\n- Lena Marsh\n- Tom Odell\n- Lena Marsh", "Present:\n- Lena Marsh\n- Tom Odell"),
    ("Present: Lena Marsh (Chair), Tom Odell, Lena Marsh (Chair)", "Present: Lena Marsh (Chair), Tom Odell"),
    (
        "## Present\n\n* Ida Quill (@iquill)\n* Tom Odell (@todell)\n* Ida Quill (@iquill)",
        "## Present\n\n* Ida Quill (@iquill)\n* Tom Odell (@todell)",
    ),
    ("Apologies: Ben Pell, Sam Vale, Ben Pell", "Apologies: Ben Pell, Sam Vale"),
]


@pytest.mark.parametrize(("draft", "final"), _ONE_PERSON)
def test_a_person_elsewhere_is_one_finding(draft: str, final: str) -> None:
    """Who was there, and as what, is critical whatever the list looks like, once, either way round."""
    for one, other in ((draft, final), (final, draft)):
        comparison = _compared(one, other)
        assert [(found.rule, found.severity) for found in comparison.findings] == [
            ("attendance.changed", Severity.CRITICAL)
        ]


@pytest.mark.parametrize(("draft", "final"), _SAME_PEOPLE)
def test_the_same_people_in_another_form_are_one_small_finding(draft: str, final: str) -> None:
    """Order, lists, short titles and the words around the names do not say that anybody else was there."""
    for one, other in ((draft, final), (final, draft)):
        comparison = _compared(one, other)
        graver = [found for found in comparison.findings if found.severity is not Severity.COSMETIC]
        assert [(found.rule, found.severity) for found in graver] in ([], [("attendance.form", Severity.MINOR)])
        assert comparison.gate is Gate.PUBLISH


def test_a_lost_list_is_one_finding() -> None:
    """The item with those present lost, its heading with it, is one finding and no missing item beside it."""
    (found,) = _compared("1. Present\n\nLena Marsh, Tom Odell and Ida Quill.", "", scope="whole").findings
    assert (found.rule, found.severity) == ("attendance.changed", Severity.CRITICAL)


@pytest.mark.parametrize(
    "label",
    [
        *("Those who came", "Regrets", "Roll call", "Attendees", "Voting members", "Also present", "Guests"),
        *("Participants", "In attendance", "Not present", "Absent", "Sederunt", "On the call", "Who was there"),
        *("Voting member attendance", "Voting member regrets", "Members in attendance", "Trustees in attendance"),
        *("Board members present", "Members absent", "Other attendees", "Member apologies", "Governors in attendance"),
    ],
)
def test_a_list_of_people_has_many_headings(label: str) -> None:
    """Somebody new below any heading of attendance is critical, in a line and in a list of markdown."""
    for draft, final in (
        (f"{label}: Lena Marsh, Tom Odell", f"{label}: Lena Marsh, Tom Odell, Ida Quill"),
        (
            f"## {label}\n\n- Lena Marsh\n\n## Notes\n\nWe met.",
            f"## {label}\n\n- Lena Marsh\n- Ida Quill\n\n## Notes\n\nWe met.",
        ),
    ):
        (found,) = _compared(draft, final).findings
        assert (found.rule, found.severity) == ("attendance.changed", Severity.CRITICAL)
        assert "“Ida Quill” is recorded" in found.reason


@pytest.mark.parametrize(
    ("draft", "final", "rule"),
    [
        (
            "Present: Lena Marsh.\n\nPresent arrangements for the barn were noted.",
            "Present: Lena Marsh.\n\nPresent arrangements for the hall were noted.",
            "wording.content",
        ),
        (
            "Present: Lena Marsh.\n\n1. Hall\n\nMembers present agreed that the hall be painted.",
            "Present: Lena Marsh.\n\n1. Hall\n\nMembers present agreed that the hall be cleaned.",
            "resolution.wording",
        ),
        (
            "Present: Cllrs Ashby and Birch, the Clerk and 3 members of the public.",
            "Present: Cllrs Ashby and Birch, the Clerk and 4 members of the public.",
            "number.changed",
        ),
        (
            "In attendance: Lena Marsh (Moss Ltd), Tom Odell",
            "In attendance: Lena Marsh (Pell Ltd), Tom Odell",
            "role.changed",
        ),
    ],
)
def test_what_names_nobody_keeps_its_finding(draft: str, final: str, rule: str) -> None:
    """A sentence, a number of visitors or somebody's post is judged by the rule that knows it."""
    (found,) = _compared(draft, final).findings
    assert found.rule == rule


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("Present: Cllrs Smith, Jones and Smith.", "Present: Cllrs Smith and Jones."),  # two members of one surname
        ("Present: Ida Quill, Tom Odell\n\nApologies: Ida Quill", "Present: Tom Odell\n\nApologies: Ida Quill"),
        ("Members\n\n- [x] Ida Quill\n- [ ] Ida Quill", "Members\n\n- [ ] Ida Quill"),
        ("Present:\n- Ida Quil\n- Ida Quill", "Present:\n- Ida Quill\n- Ida Quill"),
    ],
)
def test_a_name_that_stands_twice_otherwise_is_no_repetition(draft: str, final: str) -> None:
    """A surname alone, another heading or another tick says another thing: losing one of the two is critical."""
    for one, other in ((draft, final), (final, draft)):
        assert _compared(one, other).gate is Gate.HOLD


_PAGE = (
    "Ashcombe Sailing Club\n\nMinutes of 12 March 2025\n\nPresent\n\nAnn Moss, Tom Odell, Ida Quill, Ben Pell-Rook, "
    "Mei Tan, Olaf Brink, Sid Rowley, Jan Petty, Lena Marsh, Dana Ekwueme, Rob Tarrant, Ines Varga, Jo Vale\n\n"
    "Ann Moss is writing.\n\n{}\n"
)
_TALK = (
    "Tom Odell: The boats are late again\n\nJo Vale: We could ask the yard\n\nTopic: The old mast\n\n"
    "Odell: It has cracks near the foot"
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ask the yard", "ask the Pell yard"),
        ("Topic: The old mast", "Topic: Repairs, the old mast"),
        ("Odell: It has cracks near the foot", "Odell: It has cracks near the foot\n\nJo Vale: Then mend it"),
        ("Jo Vale: We could ask the yard\n\n", ""),
        ("boats are late again", "boats were late once more"),
        ("near the foot", "near the top of the mast"),
    ],
)
def test_what_was_said_below_a_list_of_names_is_no_attendance(before: str, after: str) -> None:
    """In a record of who said what, below "Present" and the names, other words are no other attendance."""
    changed = _TALK.replace(before, after)
    assert changed != _TALK
    for one, other in ((_TALK, changed), (changed, _TALK)):
        comparison = compare_texts(_PAGE.format(one), _PAGE.format(other), use_model=False)
        assert comparison.findings
        assert not [found for found in comparison.findings if found.rule.startswith("attendance.")]


@pytest.mark.parametrize(
    ("before", "after"),
    [("Jo Vale\n", "Jo Vale, Sam Pell\n"), ("Ann Moss, Tom", "Ann Moss, Tim"), (", Jo Vale\n", "\n")],
)
def test_names_above_what_was_said_are_attendance(before: str, after: str) -> None:
    """The names themselves stay the record of attendance."""
    draft = _PAGE.format(_TALK)
    for one, other in ((draft, draft.replace(before, after, 1)), (draft.replace(before, after, 1), draft)):
        comparison = compare_texts(one, other, use_model=False)
        assert "attendance.changed" in [found.rule for found in comparison.findings]


@pytest.mark.parametrize("heading", ["Attendees", "Attendance", "Present", "Participants"])
def test_names_behind_the_last_item_are_attendance(heading: str) -> None:
    """A heading of attendance behind numbered items, in its own right or below one, has people below it."""
    page = "# Ashcombe Trust, 12 March 2025\n\n## 1. Barn\n\nThe barn was let.\n\n## 2. Hall\n\nIt rained in.\n\n"
    for names in ("* Ida Quill\n* Tom Odell{}\n", "Ida Quill (Pell Ltd), Tom Odell (Moss Ltd){}\n"):
        more = "\n* Sam Vale" if "*" in names else ", Sam Vale (Pell Ltd)"
        draft, final = (f"{page}## {heading}\n\n{names.format(new)}" for new in ("", more))
        for one, other in ((draft, final), (final, draft)):
            (found,) = compare_texts(one, other, use_model=False).findings
            assert (found.rule, found.severity) == ("attendance.changed", Severity.CRITICAL)


def test_the_attendance_of_a_school_is_no_list_of_names() -> None:
    """Figures and sentences below "Attendance" are a report on pupils."""
    page = "# Governors\n\n## 1. Results\n\nThey rose.\n\n## Attendance\n\nYear 7 did {} than in autumn.\n"
    (found,) = compare_texts(page.format("better"), page.format("rather better"), use_model=False).findings
    assert not found.rule.startswith("attendance.")


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        (
            "Present: Ann Pell (Chair), Tom Odell, Lena Marsh",
            "| Present | Office |\n|---|---|\n| Ann Pell | Chair |\n| Tom Odell | |\n| Lena Marsh | |",
        ),
        (
            "Present– Cllr Ann Pell - Chairman, Cllr Tom Odell, Cllr Lena Marsh.",
            "Councillors Ann Pell (Chairman), Tom Odell and Lena Marsh were present.",
        ),
        ("Present: Ann Pell (Chair) and Tom Odell.", "Those present were Ann Pell (in the Chair) and Tom Odell."),
        ("In attendance: Sam Vale, Lena Marsh.", "In attendance were Sam Vale and Lena Marsh."),
        ("Present: Ann Pell, County Councillor Lena Marsh", "Present: County Cllr Lena Marsh, Ann Pell"),
        (
            "Present: Ann Pell (AP), Lena Marsh (LM) Joan Moss (JM)",
            "Present: Joan Moss (JM), Ann Pell (AP), Lena Marsh (LM)",
        ),
        ("Present: Ann Pell\n\nLena Marsh submits her apologies.", "Present: Ann Pell\n\nApologies: Lena Marsh"),
        (
            "Present: Ann Pell, Tom Odell and 16 members of the public.",
            "Present:\n\n- Ann Pell\n- Tom Odell\n- 16 members of the public",
        ),
        (
            "Present: Ann Pell\n\nIn attendance: Mrs B Fenn (Town Clerk)",
            "Present: Ann Pell\n\nIn attendance: the Town Clerk, Mrs B Fenn",
        ),
        ("Present: Ann Pell, Joao Maris", "Present: Ann Pell, João Maris"),
        ("Present: Ann Pell, Cllr. T. Odell - Vice Chair", "Present: Ann Pell, Cllr. T. Odell (Vice Chair)"),
    ],
)
def test_another_dress_of_the_record_is_no_other_attendance(draft: str, final: str) -> None:
    """The same people in a table, a sentence or a list are one small finding at most, whichever document has which."""
    for one, other in ((draft, final), (final, draft)):
        found = _compared(one, other).findings
        assert len([finding for finding in found if finding.severity is not Severity.COSMETIC]) <= 1
        assert all(finding.severity in (Severity.MINOR, Severity.COSMETIC) for finding in found)


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        (
            "Councillors Ann Pell, Tom Odell and Lena Marsh were present.",
            "Councillors Ann Pell and Tom Odell were present.",
        ),
        ("Those present were Ann Pell and Lena Marsh.", "Those present were Ann Pell and Lena Marshall."),
        ("Present: Ann Pell\n\nLena Marsh sent her apologies.", "Present: Ann Pell, Lena Marsh"),
        ("Present: Ann Pell\n\nLena Marsh sent her apologies.", "Present: Ann Pell\n\nLena Marsh was present."),
        ("Present: Ann Pell (AP) Tom Odell (TO)", "Present: Ann Pell (AP)"),
        (
            "Present: Ann Pell\n\nIn attendance: the Clerk, Mrs Fenn",
            "Present: Ann Pell\n\nIn attendance: the Clerk, Mrs Lane",
        ),
        ("Present:\n\n- Ann Pell\n- 16 members of the public", "Present:\n\n- Ann Pell\n- 17 members of the public"),
        ("Present: Ann Pell and 16 members of the public", "Present:\n\n- Ann Pell\n- 17 members of the public"),
        ("Present: Ann Pell, João Maris", "Present: Ann Pell, João Moris"),
    ],
)
def test_another_person_in_a_sentence_or_bullet_is_another_attendance(draft: str, final: str) -> None:
    """Who was there, who was not and how many others, in whatever form, is critical."""
    for one, other in ((draft, final), (final, draft)):
        assert Severity.CRITICAL in {finding.severity for finding in _compared(one, other).findings}


def test_bullets_below_a_full_attendance_are_no_people() -> None:
    """Where a label says that all were there, the list below it is the meeting."""
    found = _compared(
        "Attendance: all\n\n- The pump was oiled.\n- No questions raised.",
        "Attendance: all\n\n- The pump was oiled.\n- There were no questions.",
    ).findings
    assert [finding.rule for finding in found] == [form.nil_return.id]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("There were no apologies.", "Apologies were received from Tom Odell."),
        ("No apologies were received.", "Apologies were received from Tom Odell."),
        ("Apologies: None", "Apologies: Tom Odell"),
        ("Mr Pell and Mrs Quill sent their apologies.", "Mr Pell sent his apologies."),
        ("Councillors Ash and Birch had sent their apologies.", "Councillor Ash had sent her apologies."),
        ("Mr Pell was present.", "Mr Pell was absent."),
        ("Ms Ash was present.", "Ms Ash sent her apologies."),
        ("Ann Pell, Bo Quill and Cy Rudd were present.", "Ann Pell and Bo Quill were present."),
        (
            "Apologies were received from Ms Ash and Mr Birch, who were on holiday.",
            "Apologies were received from Ms Ash, who was on holiday.",
        ),
        ("Mr Quill left at 8.10 pm.", ""),
        ("Dr Quill was absent.", ""),
        ("Ms Ash left at this point.", ""),
        ("Ms Ash attended remotely.", "Ms Ash attended."),
        ("Ms Ash was present throughout.", "Ms Ash was present at first."),
        ("Everyone apart from Ms Ash was present.", "Everyone was present."),
        ("Apologies accepted from: Ms Ash", "Apologies accepted from: Ms Ash, Mr Odell"),
        ("Ms Ash left before the vote.", "Ms Ash left after the vote."),
    ],
)
def test_a_sentence_that_says_who_came_is_one_critical_finding(one: str, other: str) -> None:
    """Whoever apologised, came or went: one finding, whatever words agree with how many there are."""
    for draft, final in ((one, other), (other, one)):
        comparison = _compared(draft, final)
        found = [finding for finding in comparison.findings if finding.severity is not Severity.COSMETIC]
        assert [finding.severity for finding in found] == [Severity.CRITICAL]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mr Pell and Mrs Quill sent their apologies.", "Apologies were received from Mr Pell and Mrs Quill."),
        ("Councillor Denby had sent his apologies.", "Apologies were received from Councillor Denby."),
        ("Mr Pell had sent his apologies.", "Mr Pell sent his apologies."),
        ("No apologies were received.", "There were no apologies."),
        ("Apologies: None", "No apologies were received."),
        ("Present: Ann Pell and County Councillor Bo Quill", "Present: Ann Pell and County Cllr Bo Quill"),
        ("Ann Pell and Bo Quill were present.", "Bo Quill and Ann Pell were present."),
    ],
)
def test_the_same_people_in_a_sentence_of_other_words(one: str, other: str) -> None:
    """The same people came, and the same did not: at most one small finding."""
    for draft, final in ((one, other), (other, one)):
        comparison = _compared(draft, final)
        found = [finding for finding in comparison.findings if finding.severity is not Severity.COSMETIC]
        assert len(found) <= 1
        assert comparison.gate is Gate.PUBLISH


@pytest.mark.parametrize(
    "said",
    ["Bats and {} were present in the loft.", "Mr Pell had left his keys to the {}.", "The {} attended to the leak."],
)
def test_a_sentence_that_only_sounds_like_attendance(said: str) -> None:
    """Who or what was present elsewhere is no record of attendance."""
    draft, final = ("1. Barn\n\n" + said.format(word) for word in ("swifts", "newts"))
    comparison = _compared(draft, final)
    assert not any(finding.rule.startswith("attendance.") for finding in comparison.findings)


def test_names_over_lines_that_are_cut_another_way_are_the_same() -> None:
    """A line that is broken inside a list of names is layout, even where the lines below read as another paragraph."""
    draft = (
        "Council, 3 May 2025\n\nMembers: Mayor Philippa Rooke (in the Chair); Councillors Tollemache,\nSiddall,\n"
        "Urquhart, Ansty, Beddoes and Keogh\n\n1. Minutes\n\nThe minutes were confirmed.\n"
    )
    comparison = compare_texts(draft, draft.replace("Tollemache,\n", "Tollemache, "), use_model=False)
    assert [finding for finding in comparison.findings if finding.severity is not Severity.COSMETIC] == []
