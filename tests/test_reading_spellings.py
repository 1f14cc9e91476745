"""One thing in two spellings is the same; another number in either spelling is another reference.

Section 106, section 106, S.106, S106, s106, s. 106      one section
No.7 → No.8, T.4 → T.5, S106 → S108                      another one, and no person
"""

from __future__ import annotations

from itertools import permutations

import pytest
from pdfs.drawn import compared, found, swapped

from compare.values import Comparison, Severity

SPELLINGS = {
    "section": (
        "The money would come from the {} agreement for the mill.",
        ("Section 106", "section 106", "S.106", "S106", "s106", "s.106", "s. 106", "Sec. 106"),
    ),
    "regulation": (
        "The notice had been served under {} of the Order of 1999.",
        ("Regulation 14", "regulation 14", "Reg. 14", "Reg 14", "reg. 14", "Reg.14"),
    ),
    "page": (
        "Members turned to the table on {} of the report.",
        ("page 23", "Page 23", "p. 23", "p.23", "p 23"),
    ),
    "pages": (
        "Members turned to the tables on {} of the report.",
        ("pages 23-25", "pp. 23-25", "pp 23–25", "pp.23-25"),
    ),
    "paragraph": (
        "The Clerk drew attention to {} of the letter from the county.",
        ("paragraph 9", "para 9", "para. 9", "Para 9", "para.9"),
    ),
    "paragraphs": (
        "The Clerk drew attention to {} of the letter from the county.",
        ("paragraphs 9 and 12", "paras 9 and 12", "paras. 9 and 12"),
    ),
    "number": (
        "The hedge of the house at {} hides the mirror.",
        ("No.7", "No. 7", "no. 7", "number 7", "Number 7", "no 7"),
    ),
    "schedule": ("The fees are those in {} of the Act.", ("Schedule 2", "Sch. 2", "Sch 2", "schedule 2")),
    "article": ("The matter was one for {} of the constitution.", ("Article 8", "Art. 8", "Art 8", "article 8")),
    "appendix": ("The list in {} was taken as read.", ("Appendix 3", "App. 3", "App 3", "appendix 3")),
}
SLASHED = ("Parents/carers", "Parents / carers", "Parents/ carers", "Parents /carers")


def whole(sentence: str, *, is_resolved: bool = False) -> bytes:
    """Minutes with this sentence in their fourth item."""
    decided = f"Resolved: That it be noted that {sentence[0].lower()}{sentence[1:]}" if is_resolved else sentence
    return (
        "HOLLOWAY PARISH COUNCIL\n\nMinutes of the meeting held on 8 May 2023\n\n3. Accounts\n\n"
        f"The accounts were taken as read.\n\n4. The mill\n\n{decided}\n\n5. Next meeting\n\nIt will be in June.\n"
    ).encode()


def both(draft: str, final: str, *, is_resolved: bool = False) -> tuple[Comparison, Comparison]:
    """Two sentences compared in both directions."""
    sides = whole(draft, is_resolved=is_resolved), whole(final, is_resolved=is_resolved)
    return compared(*sides), compared(*reversed(sides))


PAIRS = [
    pytest.param(frame, *pair, id=f"{pair[0]}-{pair[1]}")
    for frame, spelled in SPELLINGS.values()
    for pair in permutations(spelled, 2)
]


@pytest.mark.slow
@pytest.mark.parametrize(("frame", "draft", "final"), PAIRS)
def test_two_spellings_of_one_thing_are_the_same(frame: str, draft: str, final: str) -> None:
    """A section, page or paragraph that is shortened, or spelled with a capital or a blank, is cosmetic."""
    comparison = compared(whole(frame.format(draft)), whole(frame.format(final)))
    assert found(comparison) == []


@pytest.mark.parametrize(
    ("frame", "draft", "final"), [pytest.param(one, *two[:2], id=name) for name, (one, two) in SPELLINGS.items()]
)
def test_spellings_stay_the_same_inside_a_resolution(frame: str, draft: str, final: str) -> None:
    """The same holds in a resolution."""
    for comparison in both(frame.format(draft), frame.format(final), is_resolved=True):
        assert found(comparison) == []


SHORTENED = [
    ("section", "Section 106", "S106"),
    ("section", "section 106", "s.106"),
    ("section", "Section 106", "S.106"),
    ("regulation", "Regulation 14", "Reg. 14"),
    ("regulation", "regulation 14", "Reg 14"),
    ("page", "page 23", "p. 23"),
    ("page", "page 23", "p.23"),
    ("paragraph", "paragraph 9", "para 9"),
    ("paragraph", "paragraph 9", "para. 9"),
    ("paragraphs", "paragraphs 9 and 12", "paras 9 and 12"),
]


@pytest.mark.parametrize(("kind", "draft", "final"), SHORTENED)
def test_a_shortened_word_is_named_as_one(kind: str, draft: str, final: str) -> None:
    """A word and its abbreviation are one cosmetic finding that shows both, in both directions."""
    frame, _ = SPELLINGS[kind]
    there, back = both(frame.format(draft), frame.format(final))
    (one,) = found(there, Severity.COSMETIC)
    assert (one.severity, one.rule) == ("cosmetic", "form.abbreviation")
    assert swapped(found(back, Severity.COSMETIC)) == [one]


@pytest.mark.parametrize(("draft", "final"), list(permutations(SLASHED, 2)))
def test_blanks_around_a_stroke_are_no_difference(draft: str, final: str) -> None:
    """The words "Parents/carers" with and without blanks is the same, and the blank is counted or named."""
    frame = "{} were asked about the walk to school, and all teachers/governors agreed."
    comparison = compared(whole(frame.format(draft)), whole(frame.format(final)))
    assert found(comparison) == []
    assert comparison.counts["cosmetic"] > 0


CHANGED = [
    ("The hedge of the house at {} hides the mirror.", "No. 7", "No.8"),
    ("The oak that is marked {} on the plan was dying.", "T.4", "T.5"),
    ("The oak that is marked {} on the plan was dying.", "T4", "T5"),
    ("The money would come from the {} agreement for the mill.", "S106", "S108"),
    ("The money would come from the {} agreement for the mill.", "S.106", "S.108"),
    ("The money would come from the {} agreement for the mill.", "s106", "s108"),
    ("The money would come from the {} agreement for the mill.", "s.106", "s.108"),
    ("The money would come from the {} agreement for the mill.", "Section 106", "Section 108"),
    ("The money would come from the {} agreement for the mill.", "Section 106", "S108"),
    ("The money would come from the {} agreement for the mill.", "section 106", "s.278"),
    ("The notice had been served under {} of the Order of 1999.", "Reg. 14", "Reg. 15"),
    ("The notice had been served under {} of the Order of 1999.", "Regulation 14", "Reg. 15"),
    ("Members turned to the table on {} of the report.", "page 23", "page 32"),
    ("Members turned to the table on {} of the report.", "page 23", "p. 32"),
    ("Members turned to the table on {} of the report.", "p.23", "p.32"),
    ("The Clerk drew attention to {} of the letter from the county.", "para 9", "para 6"),
    ("The Clerk drew attention to {} of the letter from the county.", "paragraph 9", "para. 6"),
]


@pytest.mark.parametrize(("frame", "draft", "final"), CHANGED)
def test_another_number_is_another_reference(frame: str, draft: str, final: str) -> None:
    """Another number of a section, house, tree, page or paragraph is one changed reference, and no person."""
    there, back = both(frame.format(draft), frame.format(final))
    (one,) = found(there)
    assert (one.severity, one.rule) == ("major", "reference.changed")
    assert draft[-1] in one.draft
    assert final[-1] in one.final
    assert swapped(found(back)) == [one]


@pytest.mark.parametrize(("frame", "draft", "final"), CHANGED)
def test_another_reference_in_a_resolution_is_critical(frame: str, draft: str, final: str) -> None:
    """In a resolution another reference is critical."""
    there, back = both(frame.format(draft), frame.format(final), is_resolved=True)
    (one,) = found(there)
    assert (one.severity, one.rule) == ("critical", "reference.changed")
    assert swapped(found(back)) == [one]


@pytest.mark.parametrize(
    ("draft", "final"),
    [("S. Jones", "S. James"), ("T. Forde", "T. Ford"), ("P. Nolan", "R. Nolan"), ("Sec. Jones", "Sec. James")],
)
def test_initials_before_a_name_stay_a_person(draft: str, final: str) -> None:
    """An initial before a name is a person's and no section or page."""
    frame = "Councillor {} left the room while the mill was discussed."
    there, back = both(frame.format(draft), frame.format(final))
    assert {one.rule for one in found(there)} <= {"name.person", "attendance.changed"}
    assert found(there)
    assert swapped(found(back)) == found(there)


def test_a_section_and_a_page_are_two_things() -> None:
    """A page, "p. 106", in the place of "s. 106" is found, though the number is the same."""
    frame = "Members turned to {} of the report for the words."
    for draft, final in (("s. 106", "p. 106"), ("page 4", "para 4"), ("Reg. 9", "Sch. 9")):
        there, _ = both(frame.format(draft), frame.format(final))
        assert [one for one in found(there) if one.rule != "form.abbreviation"], (draft, final)
