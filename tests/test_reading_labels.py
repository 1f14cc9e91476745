"""What a list prints before a paragraph is read as it is printed, in every format, typed or counted.

    Resolved:   That the hall be let…       "Resolved:" is Word's list label, and nowhere in its text
    Action 3:   The Clerk will write…       the same typed, counted by Word, Writer or in Rich Text

The oracle is the typed text: whatever two typed texts give, the counted ones give.
"""

from __future__ import annotations

from itertools import permutations
from typing import NamedTuple, Protocol

import pytest
from pdfs.drawn import Found, compared, found, minutes_of, swapped
from written import opendocument as odt
from written import rich_text as rtf

from compare.values import Severity
from tests import test_read_docx as word

FRONT = ("BRACKENWICK TOWN COUNCIL", "Minutes of the meeting held on Monday 12 June 2023", "8. The hall")
LIMBS = (
    "That the hall be let to the band on Fridays.",
    "That the roof be mended before the winter.",
    "That the thanks of the Council be sent to Mr Oldroyd.",
)
BACK = ("9. Next meeting", "The next meeting will be held in July.")


class Label(NamedTuple):
    """What stands before each limb, and how it is counted."""

    shown: str
    counted: str = "decimal"
    start: int = 1

    def printed(self, count: int) -> str:
        """The label of the limb at this place."""
        number = self.start + count
        roman = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")[number - 1] if number < 9 else ""
        counts = {
            "decimal": str(number),
            "upperLetter": chr(64 + number),
            "lowerLetter": chr(96 + number),
            "lowerRoman": roman,
            "upperRoman": roman.upper(),
        }
        return self.shown.replace("%1", counts[self.counted])


LABELS = [
    Label("Resolved:"),
    Label("Recommended:"),
    Label("RESOLVED –"),
    Label("Agreed –"),
    Label("Noted:"),
    Label("Action:"),
    Label("Action %1:"),
    Label("Action %1:", start=4),
    Label("Decision %1:"),
    Label("Decision %1 –"),
    Label("Resolution %1:"),
    Label("Recommendation %1:", "upperRoman"),
    Label("Appendix %1"),
    Label("Appendix %1", "upperLetter"),
    Label("No. %1"),
    Label("Q%1."),
    Label("RESOLVED %1."),
    Label("§%1"),
    Label("§ %1."),
    Label("Motion %1", "upperLetter"),
    Label("(Action %1)"),
    Label("%1."),
    Label("(%1)", "lowerLetter"),
    Label("%1)", "lowerRoman"),
]


class Writer(Protocol):
    """Writes minutes whose limbs have a label, or none."""

    __name__: str

    def __call__(self, label: Label | None, limbs: tuple[str, ...] = ...) -> bytes:
        """The bytes of a file."""


def typed(label: Label | None, limbs: tuple[str, ...] = LIMBS) -> bytes:
    """A text in which the labels are typed."""
    lines = [f"{label.printed(count)} {limb}" if label else limb for count, limb in enumerate(limbs)]
    return "\n\n".join([*FRONT, *lines, *BACK]).encode()


def in_word(label: Label | None, limbs: tuple[str, ...] = LIMBS) -> bytes:
    """A file of Word that counts."""
    if label is None:
        return word.pack("".join(word.para(line) for line in (*FRONT, *limbs, *BACK)))
    level = word.level(0, label.shown, label.counted if "%1" in label.shown else "none", label.start)
    body = [
        *(word.para(line) for line in FRONT),
        *(word.item(limb) for limb in limbs),
        *(word.para(line) for line in BACK),
    ]
    return word.pack("".join(body), numbering=word.definition(0, level) + word.listed(1))


def typed_in_word(label: Label | None, limbs: tuple[str, ...] = LIMBS) -> bytes:
    """A file of Word in which the labels are typed, with a tab behind."""
    lines = [f"{label.printed(count)}\t{limb}" if label else limb for count, limb in enumerate(limbs)]
    return word.pack("".join(word.para(line) for line in (*FRONT, *lines, *BACK)))


_WRITER = {"decimal": "1", "upperLetter": "A", "lowerLetter": "a", "lowerRoman": "i", "upperRoman": "I"}


def in_writer(label: Label | None, limbs: tuple[str, ...] = LIMBS, *, is_new: bool = False) -> bytes:
    """A file of Writer that counts; a new one says the whole label in one attribute too."""
    if label is None:
        return odt.flat(*(odt.p(line) for line in (*FRONT, *limbs, *BACK)))
    prefix, counts, suffix = label.shown.partition("%1")
    more = f'text:start-value="{label.start}"'
    if is_new:
        more += f' loext:num-list-format="{label.shown.replace("%1", "%1%")}"'
    style = odt.list_style("L1", _WRITER[label.counted] if counts else "", prefix, suffix, more)
    return odt.flat(
        *(odt.p(line) for line in FRONT), odt.numbered("L1", *limbs), *(odt.p(line) for line in BACK), styles=style
    )


def in_new_writer(label: Label | None, limbs: tuple[str, ...] = LIMBS) -> bytes:
    """A file of a newer Writer."""
    return in_writer(label, limbs, is_new=True)


def in_rich_text(label: Label | None, limbs: tuple[str, ...] = LIMBS, *, is_written: bool = True) -> bytes:
    """A Rich Text file, with the labels as they were last written beside the text, or without."""
    if label is None:
        return rtf.rich(*(rtf.escaped(line) for line in (*FRONT, *limbs, *BACK)))
    listed = [
        r"\ls1\ilvl0 "
        + (rf"{{\listtext {rtf.escaped(label.printed(count))}\tab}}" if is_written else "")
        + rtf.escaped(limb)
        for count, limb in enumerate(limbs)
    ]
    level = rtf.list_level(label.shown, label.counted if "%1" in label.shown else "none", label.start)
    return rtf.rich(*map(rtf.escaped, FRONT), *listed, *map(rtf.escaped, BACK), lists=level)


def in_counted_rich_text(label: Label | None, limbs: tuple[str, ...] = LIMBS) -> bytes:
    """A Rich Text file that leaves it to the reader to count."""
    return in_rich_text(label, limbs, is_written=False)


COUNTING: list[Writer] = [in_word, in_writer, in_new_writer, in_rich_text, in_counted_rich_text]
WRITERS: list[Writer] = [*COUNTING, typed_in_word]
by_label = pytest.mark.parametrize("label", LABELS, ids=str)
by_writer = pytest.mark.parametrize("write", WRITERS)


@pytest.mark.slow
@by_label
@by_writer
def test_a_label_typed_or_counted_is_the_same(write: Writer, label: Label) -> None:
    """Labels that a program counts are those that somebody typed, in both directions."""
    assert found(compared(write(label), typed(label))) == []
    assert found(compared(typed(label), write(label))) == []


@by_label
def test_a_label_is_the_same_in_every_format(label: Label) -> None:
    """The same labels counted by two programs have no finding."""
    files = {write.__name__: minutes_of(write(label)) for write in COUNTING}
    for one, other in permutations(files, 2):
        assert found(compared(files[one], files[other])) == [], (one, other)


@by_label
@by_writer
def test_a_label_stands_in_the_text(write: Writer, label: Label) -> None:
    """Each label is in the text of the document, before its words."""
    text = " ".join(minutes_of(write(label)).document.text.split())
    for count, limb in enumerate(LIMBS):
        assert f"{label.printed(count)} {limb}" in text


CHANGED = [
    (Label("Resolved:"), Label("Recommended:")),
    (Label("Resolved:"), Label("Noted:")),
    (Label("Resolved:"), None),
    (Label("Recommended:"), None),
    (Label("Agreed –"), Label("Refused –")),
    (Label("Agreed –"), None),
    (Label("Resolution %1:"), Label("Recommendation %1:")),
    (Label("RESOLVED %1."), Label("RECOMMENDED %1.")),
    (Label("RESOLVED %1."), Label("%1.")),
    (Label("Decision %1:"), Label("Proposal %1:")),
    (Label("Action %1:"), Label("Decision %1:")),
    (Label("Appendix %1"), Label("Exempt appendix %1")),
    (Label("Agreed:"), Label("Not agreed:")),
]


@pytest.mark.slow
@by_writer
@pytest.mark.parametrize(("draft", "final"), CHANGED)
def test_other_words_in_a_label_are_found(write: Writer, draft: Label, final: Label | None) -> None:
    """Other words in a label, or none, are found, gravely: what two typed texts give, the counted ones give."""
    there, back = compared(write(draft), write(final)), compared(write(final), write(draft))
    assert found(there)
    assert Severity(found(there)[0].severity).rank <= Severity.MAJOR.rank
    assert found(there) == found(compared(typed(draft), typed(final)))
    assert sorted(swapped(found(back))) == sorted(found(there))


@pytest.mark.slow
@by_writer
@pytest.mark.parametrize(
    ("draft", "final"),
    [
        (Label("Action %1:"), Label("Action %1:", start=2)),
        (Label("Appendix %1"), Label("Appendix %1", start=3)),
        (Label("Appendix %1"), Label("Appendix %1", "upperLetter")),
        (Label("§%1"), Label("§%1", start=2)),
        (Label("No. %1"), Label("No. %1", start=2)),
        (Label("%1."), Label("(%1)", "lowerLetter")),
    ],
)
def test_other_counts_in_a_label_are_what_they_are_typed(write: Writer, draft: Label, final: Label) -> None:
    """Another count in a label is judged as if it had been typed."""
    assert found(compared(write(draft), write(final))) == found(compared(typed(draft), typed(final)))
    assert found(compared(write(draft), typed(final))) == found(compared(typed(draft), typed(final)))


@by_writer
def test_a_label_of_one_limb_only_is_found(write: Writer) -> None:
    """A limb that says "Resolved:" in its list and one that does not are told apart at that limb."""
    limbs = (LIMBS[0],)
    expected = found(compared(typed(Label("Resolved:"), limbs), typed(None, limbs)))
    assert [(one.severity, one.draft) for one in expected] == [("major", "Resolved:")]
    assert found(compared(write(Label("Resolved:"), limbs), write(None, limbs))) == expected


EMPTY = ("That the hall be let to the band on Fridays.", "", "That the roof be mended before the winter.")


MINUTE = Label("Minute %1/23:")


@by_writer
def test_the_number_of_a_minute_typed_or_counted_is_the_same(write: Writer) -> None:
    """A label "Minute 1/23:" before a limb is the same with a blank or a tab behind it, typed or counted."""
    assert found(compared(write(MINUTE), typed(MINUTE))) == []
    assert found(compared(typed(MINUTE), write(MINUTE))) == []


def is_found(write: Writer, limbs: tuple[str, ...], shown: str) -> None:
    """Another number in this label is found, and gravely."""
    draft, final = (Label(shown.replace("#", "%1"), start=start) for start in (7, 8))
    findings = found(compared(write(draft, limbs), write(final, limbs)))
    assert findings
    assert Severity(findings[0].severity).rank <= Severity.MAJOR.rank


@pytest.mark.slow
@pytest.mark.parametrize("write", [typed, *WRITERS])
@pytest.mark.parametrize("limbs", [LIMBS, LIMBS[:1]])
@pytest.mark.parametrize("shown", ["Action #:", "Appendix #", "No. #", "§#", "Decision # –", "RESOLVED #."])
def test_another_number_in_a_label_of_words_is_found(write: Writer, limbs: tuple[str, ...], shown: str) -> None:
    """A label "Action 7:" in the place of "Action 8:" is another action, even where all count on from there."""
    is_found(write, limbs, shown)


@pytest.mark.parametrize("write", COUNTING)
@pytest.mark.parametrize(
    "label", [Label("%1."), Label("(%1)", "lowerLetter"), Label("Action %1:"), Label("%1)", start=6)], ids=str
)
def test_an_empty_numbered_paragraph_prints_its_number(write: Writer, label: Label) -> None:
    """A numbered paragraph without words prints its number, and the next one counts on."""
    text = minutes_of(write(label, EMPTY)).document.text
    for count in range(3):
        assert label.printed(count) in text
    assert found(compared(write(label, EMPTY), typed(label, EMPTY))) == []
    assert found(compared(typed(label, EMPTY), write(label, EMPTY))) == []


def test_the_order_of_findings_is_that_of_the_text() -> None:
    """Two typed texts with other labels have a finding for each limb."""
    expected = found(compared(typed(Label("Resolved:")), typed(Label("Recommended:"))))
    assert expected == [Found("critical", "decision.outcome", "Resolved", "Recommended")] * 3
