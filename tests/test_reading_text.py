"""Numbers and letters that a hard wrap brings to the head of a line are words; those of a list count the list.

…due for renewal since 31 July      a year, not item 2024
2024. The tenant had been asked…

a) That the fence be mended         limbs, one a line, without a blank line between
b) That the gate be painted
"""

from __future__ import annotations

import re
from textwrap import wrap
from typing import NamedTuple

import pytest
from pdfs.drawn import Found, compared, found, minutes_of, swapped

from compare.values import Comparison, SegmentKind, Severity
from tests.test_read_docx import definition, item, level, listed, pack, para

HEAD = "ALDERBY PARISH COUNCIL\n\nMinutes of the meeting held on Wednesday 3 May 2023\n\n6. Lower field\n\n"
FOOT = "\n\n7. Footbridge\n\nThe planks of the footbridge were sound.\n\nThe meeting closed at 8.45 pm.\n"


def whole(body: str) -> bytes:
    """Minutes with these words under their sixth item."""
    return f"{HEAD}{body}{FOOT}".encode()


def texts_compared(draft: str, final: str) -> Comparison:
    """Two bodies in the same minutes."""
    return compared(whole(draft), whole(final))


def differences(draft: str, final: str) -> list[Found]:
    """What is found between two bodies; the exchanged pair says the same."""
    there, back = found(texts_compared(draft, final)), found(texts_compared(final, draft))
    assert sorted(swapped(back)) == sorted(there)
    return there


def kinds(body: str) -> list[tuple[str, str]]:
    """The segments of a body, each with its mark."""
    minutes = minutes_of(whole(body))
    text, inside = minutes.document.text, range(len(HEAD), len(HEAD) + len(body))
    return [
        (segment.kind.value, text[segment.mark.start : segment.mark.end] if segment.mark else "")
        for segment in minutes.segments
        if segment.start in inside
    ]


class Wrapped(NamedTuple):
    """A paragraph in which a line break stands before a value: the words before it, two values, the words after."""

    before: str
    value: str
    other: str
    after: str

    def lines(self, value: str) -> str:
        """The paragraph as it is wrapped."""
        return f"{self.before}\n{value}{self.after}"

    def is_found(self, one: Found) -> bool:
        """Whether this finding, major at least, shows the two values."""
        is_grave = Severity(one.severity).rank <= Severity.MAJOR.rank
        return is_grave and self.value.strip("(") in one.draft and self.other.strip("(") in one.final


_NUMBERS = """
The lease of the lower field had been due for renewal since 31 July | 2024 | 2025 | . The tenant had asked.
The number of votes cast for the motion of the Chair was | 12 | 21 | . The number against was three.
The footpath had been closed to walkers in the early spring of | 1987 | 1978 | . It had reopened.
The rent that the Clerk had asked of the tenant came to £1,250 and not to £ | 1100 | 1010 | . She agreed.
The tenant asked that the gates of the field be closed each evening at | 7 | 9 | . The Clerk agreed to ask.
The tenant of the lower field had taken on three of the plots (numbers 3, 5 and | 9 | 19 | ) in March.
The plots that had been left untilled for a second year were numbers 4, 9 and | 14 | 16 | . All had weeds.
A quorum was no longer present, for of the eleven members there were only | (4 | (3 | ) who had stayed.
The tenant was in breach, it was thought, of the covenants in clauses 3, 4 and | 12 | 13 | ) of the lease.
The trees by the gate are protected by the order that was made under section | 198 | 197 | . None may be felled.
"""
_LETTERS = """
The terms on which the field may be let again were set out in full in Appendix | B | C | . Nobody objected.
The works to the drains of the field belonged, the Surveyor thought, to Phase | II | IV | . Nobody objected.
"""
NUMBERS, LETTERS = (
    [Wrapped(*(part.strip() for part in row.split("|"))) for row in rows.strip().splitlines()]
    for rows in (_NUMBERS, _LETTERS)
)
by_wrapped = pytest.mark.parametrize("wrapped", [*NUMBERS, *LETTERS], ids=lambda one: one.value)


@by_wrapped
def test_a_number_at_the_head_of_a_wrapped_line_is_compared(wrapped: Wrapped) -> None:
    """A year, a count or a letter that a hard wrap brings to the head of a line is found when it changes."""
    (one,) = differences(wrapped.lines(wrapped.value), wrapped.lines(wrapped.other))
    assert wrapped.is_found(one)


@by_wrapped
def test_a_wrapped_and_an_unwrapped_paragraph_are_the_same(wrapped: Wrapped) -> None:
    """The same sentence on one line and on two has no finding; with another value it has that one."""
    on_one_line = f"{wrapped.before} {wrapped.value}{wrapped.after}"
    assert differences(on_one_line, wrapped.lines(wrapped.value)) == []
    (one,) = differences(on_one_line, wrapped.lines(wrapped.other))
    assert wrapped.is_found(one)


@pytest.mark.parametrize("wrapped", NUMBERS, ids=lambda one: one.value)
def test_a_number_at_the_head_of_a_wrapped_line_is_no_segment(wrapped: Wrapped) -> None:
    """A number that a hard wrap brings to the head of a line makes neither a list item nor a heading."""
    assert kinds(wrapped.lines(wrapped.value)) == [("paragraph", "")]


LONG = (
    "The Clerk said that the lease had run since 29 September 1998. The rent was £640. It had last been raised in 2011."
    " Of the members present 9. voted for the rise and 2) against. In Appendix A. the rents of others were given, "
    "from £300 to £900. Five of these were let to the school. The hedge was 1.5 metres high at No. 7. The survey of "
    "2019 had found 14. It would be done again in 2026. Mr Harker (tenant of plot 5) asked for a gate. He was told "
    "that i. would be dear, and b) late."
)


@pytest.mark.parametrize("columns", range(41, 101, 3))
def test_wherever_a_paragraph_is_wrapped_it_is_the_same(columns: int) -> None:
    """A paragraph wrapped at any width has no finding against itself unwrapped, or wrapped elsewhere."""
    narrow = "\n".join(wrap(LONG, columns, break_on_hyphens=False))
    assert found(texts_compared(LONG, narrow)) == []
    assert found(texts_compared(narrow, "\n".join(wrap(LONG, columns + 17, break_on_hyphens=False)))) == []


@pytest.mark.parametrize("number", ["1998.", "£640.", "2011.", "9.", "2)", "A.", "£900.", "2019", "14."])
def test_wherever_a_paragraph_is_wrapped_a_changed_number_is_found(number: str) -> None:
    """A number that changes in a wrapped paragraph is found, also where the wrap puts it at the head of its line."""
    words = number.strip("(£.)")
    other = number.replace(words, "C" if words == "A" else f"{words[:-1]}7")
    final = LONG.replace(f" {number}", f" {other}", 1)
    assert final != LONG
    for columns in range(40, 110):
        lines = wrap(LONG, columns, break_on_hyphens=False)
        if not any(line.startswith(number) for line in lines[1:]):
            continue
        seen = found(texts_compared("\n".join(lines), final))
        assert len(seen) == 1, (columns, seen)
        assert words in seen[0].draft
        return
    pytest.fail(f"no width brings {number} to the head of a line")


_LISTS = """
The Council resolved:
1. That the fence be mended before the sheep are let into
the field in the spring.
2. That the gate be painted.
3. That Mr Harker be thanked.
=
RESOLVED:
a) That the fence be mended before the sheep are let into
the field in the spring.
b) That the gate be painted.
c) That Mr Harker be thanked.
=
The Council agreed
i) that the fence be mended before the sheep are let into
the field in the spring;
ii) that the gate be painted; and
iii) that Mr Harker be thanked.
=
The Council agreed:
(a) that the fence be mended before the sheep are let into
    the field in the spring;
(b) that the gate be painted; and
(c) that Mr Harker be thanked.
=
Members asked for three things, which were
  1) a fence that will hold sheep before they are let into
  the field in the spring,
  2) a gate that is painted,
  3) a letter of thanks.
=
   The Council agreed upon the following:
 a) that the fence be mended before the sheep are let into
   the field in the spring;
 b) that the gate be painted;
 c) that Mr Harker be thanked.
"""
LISTS = tuple(text.strip("\n") for text in _LISTS.split("="))
_MARK = re.compile(r"^ *(\(?\w{1,3}[.)])(?= )", re.MULTILINE)


@pytest.mark.parametrize("text", LISTS)
def test_marks_at_the_heads_of_lines_start_items(text: str) -> None:
    """The marks "1.", "a)", "ii)" and "(b)" one below the other start list items, however they are indented."""
    marks = _MARK.findall(text)
    assert [found for found in kinds(text) if found[1]] == [("list-item", mark) for mark in marks]


@pytest.mark.parametrize("text", LISTS)
def test_a_list_is_the_same_with_and_without_blank_lines(text: str) -> None:
    """A list one limb a line, the same with blank lines between, and the same unwrapped have no finding."""
    apart = _MARK.sub(lambda mark: f"\n{mark[0]}", text)
    unwrapped = re.sub(r"\n *(?=the field)", " ", text)
    assert differences(text, apart) == []
    assert differences(text, unwrapped) == []


@pytest.mark.parametrize("text", LISTS)
def test_a_word_lost_from_a_list_is_found_in_its_limb(text: str) -> None:
    """A "not" put into a limb is critical, however its list is laid out."""
    (one,) = differences(text, text.replace("be painted", "not be painted").replace("is painted", "is not painted"))
    assert one == Found("critical", "negation.changed", "", "not")


@pytest.mark.parametrize(
    ("text", "number_format", "shown"),
    [(LISTS[1], "lowerLetter", "%1)"), (LISTS[2], "lowerRoman", "%1)"), (LISTS[3], "lowerLetter", "(%1)")],
)
def test_a_list_in_a_text_is_the_list_of_a_word_file(text: str, number_format: str, shown: str) -> None:
    """A list typed line by line is the list that Word counts."""
    first, *limbs = re.split(r"\n *\(?\w{1,3}\) ", text)
    words = [" ".join(limb.split()) for limb in limbs]
    numbering = definition(0, level(0, shown, number_format)) + listed(1)
    body = [para(line) for line in HEAD.split("\n\n")[:-1]] + [para(first)] + [item(limb) for limb in words]
    body += [para(line) for line in FOOT.strip().split("\n\n")]
    file = pack("".join(body), numbering=numbering)
    assert found(compared(whole(text), file)) == []
    assert found(compared(file, whole(text))) == []
    changed = pack("".join(body).replace("be painted", "be burned"), numbering=numbering)
    assert [(one.draft, one.final) for one in found(compared(whole(text), changed))] == [("painted", "burned")]


@pytest.mark.parametrize(
    ("line", "draft", "final"),
    [
        ("1.5 per cent of the rent had been spent on drains.", "1.5", "2.5"),
        ("2.30 pm was thought too early for the working party.", "2.30", "3.30"),
        ("3.6 million pounds would be needed for the whole valley.", "3.6", "3.8"),
        ("12.5% of the plots were empty.", "12.5", "13.5"),
        ("7.2 hectares had been ploughed.", "7.2", "7.3"),
        ("0.75 of an acre was let to the school.", "0.75", "0.25"),
    ],
)
def test_a_quantity_at_the_head_of_a_paragraph_is_no_item(line: str, draft: str, final: str) -> None:
    """What begins "1.5 per cent" at the head of a paragraph is a quantity: no item, no mark, and compared."""
    minutes = minutes_of(whole(line))
    assert [one.number for one in minutes.outline.items] == ["6", "7"]
    assert kinds(line) == [("paragraph", "")]
    (one,) = differences(line, line.replace(draft, final, 1))
    assert one.severity == "critical"
    assert draft in one.draft
    assert final in one.final


def test_items_of_several_levels_stay_items() -> None:
    """The lines "6.1 Drains" and "6.2 Hedges" below item 6 are items of the minutes and no quantities."""
    body = "6.1 Drains\n\nThe drains were clear.\n\n6.2 Hedges\n\nThe hedges were high."
    minutes = minutes_of(whole(body))
    marked = [segment for segment in minutes.segments if segment.mark and segment.kind is not SegmentKind.FURNITURE]
    text = minutes.document.text
    assert [text[one.mark.start : one.mark.end].rstrip(".") for one in marked if one.mark] == ["6", "6.1", "6.2", "7"]
