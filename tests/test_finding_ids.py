"""Ids of findings last: whatever else is put in, taken out or mended, a finding keeps its id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare import compare_texts
from compare.values import Finding


class Slot(NamedTuple):
    """A place of the draft that can be edited: its words there, and what the final may have instead."""

    draft: str
    final: str


# A meeting with the same slips and the same sentences at several places. «a|b» is a place that says a in the draft.
MEETING = """ASHWELL TOWN COUNCIL

Minutes of the meeting held on Tuesday 9 May 2023

7. ALLOTMENTS

The clerk said that the voices were «head|heard» and that the grant was «aproved|approved» by the board. Members did
«not |»support the closure of the path near the mill. Rents of £«310|410» would be due in the spring.

The voices of the tenants were «head|heard» too, and the warden spoke for «an hour|two hours» about the frost.

Councillor «Amory|Emory» thanked the warden, and the crew swept the lower path twice that week.

«The gate by the mill was painted green in the autumn by the crew.

|»Noted.

8. «HIGHWAYS|ROADS» AND VERGES

The voices were «head|heard» once more. It was «|not »said that the verge would be mown before the summer holidays.

Resolved: That the «scheme|plan» be deferred to the meeting in «June|July».

«|A resident asked about the lamp at the corner of Hollow Lane.

»Noted.

9. FINANCE

The clerk read the letter from the bank«|,» and the chair signed the cheques. Noted.

The voices were «head|heard» and the chair closed the meeting «at|by» nine.
"""


def _parsed() -> tuple[list[str], list[Slot]]:
    """The fixed texts and the slots between them, in order."""
    texts, slots = [""], []
    rest = MEETING
    while "«" in rest:
        before, _, rest = rest.partition("«")
        slot, _, rest = rest.partition("»")
        texts[-1] += before
        slots.append(Slot(*slot.split("|")))
        texts.append("")
    texts[-1] += rest
    return texts, slots


TEXTS, SLOTS = _parsed()


def written(edited: Iterable[int]) -> tuple[str, list[int]]:
    """The meeting with these slots as the final has them, and the offset at which each slot begins."""
    chosen, words, starts = set(edited), TEXTS[0], []
    for place, (slot, after) in enumerate(zip(SLOTS, TEXTS[1:], strict=True)):
        starts.append(len(words))
        words += (slot.final if place in chosen else slot.draft) + after
    return words, starts


def ids_by_slot(edited: Sequence[int], draft: str, draft_starts: Sequence[int]) -> dict[int, set[str]]:
    """The ids of the findings at each edited slot."""
    final, final_starts = written(edited)
    comparison = compare_texts(draft, final, use_model=False, scope="whole")
    found: dict[int, set[str]] = {place: set() for place in edited}
    for finding in comparison.findings:
        for place in edited:
            if _is_at(finding, draft_starts[place], final_starts[place], SLOTS[place]):
                found[place].add(finding.id)
    return found


def _is_at(finding: Finding, draft: int, final: int, slot: Slot) -> bool:
    own = finding.draft and finding.draft.start < draft + len(slot.draft) + 1 and draft <= finding.draft.end
    other = finding.final and finding.final.start < final + len(slot.final) + 1 and final <= finding.final.end
    return bool(own if finding.draft else other)


DRAFT, DRAFT_STARTS = written(())
ALONE = {place: ids_by_slot([place], DRAFT, DRAFT_STARTS)[place] for place in range(len(SLOTS))}


def test_every_slot_has_an_id_of_its_own() -> None:
    """Five times "head" for "heard": five findings, five ids; every place has exactly one, alone and all together."""
    assert all(len(ids) == 1 for ids in ALONE.values())
    assert len({one for ids in ALONE.values() for one in ids}) == len(SLOTS)


@settings(max_examples=80, deadline=None)
@given(st.sets(st.integers(0, len(SLOTS) - 1), min_size=1))
@pytest.mark.slow
def test_an_id_stays_whatever_else_is_edited(edited: set[int]) -> None:
    """Put in, take out or mend any other edit of the final: the id of a finding is what it was alone."""
    assert ids_by_slot(sorted(edited), DRAFT, DRAFT_STARTS) == {place: ALONE[place] for place in edited}


def _ids(draft: str, final: str) -> dict[str, str]:
    """The ids of a comparison by rule."""
    return {finding.rule: finding.id for finding in compare_texts(draft, final, use_model=False).findings}


def test_an_id_stays_when_the_draft_is_mended_elsewhere() -> None:
    """Of two slips in one sentence, one put right in the draft leaves the other's id; so does a line put in above."""
    draft = "The clerk said that the voices were head and that the grant was aproved by the board.\n"
    final = "The clerk said that the voices were heard and that the grant was approved by the board.\n"
    mended = draft.replace("aproved", "approved")
    above = "The walk began at noon and the oak was cold.\n\n"
    ids = {
        _ids(*pair)["slip.real-word"]
        for pair in ((draft, final), (mended, final), (draft, final.replace("approved", "aproved")))
    }
    ids.add(_ids(above + draft, above + final)["slip.real-word"])
    assert len(ids) == 1


def test_other_words_are_another_finding() -> None:
    """A slip put right in another way has another id: what was decided about the first does not hold for it."""
    draft = "The voices were head by the board.\n"
    ids = [_ids(draft, draft.replace("head", word)) for word in ("heard", "had")]
    assert not set(ids[0].values()) & set(ids[1].values())


@pytest.mark.parametrize(
    ("draft", "final", "changed"),
    [
        pytest.param(
            "The *deep* pond was cold and the voices were head by the board and the voices were head by the crew.\n",
            "The *deep* pond was cold and the voices were head by the board and the voices were heard by the crew.\n",
            ("*deep* pond", "*deep* old pond"),
            id="marks of emphasis beside another edit",
        ),
        pytest.param(
            "8. ROADS\n\nThe road was wide and long.\n\n9. PONDS\n\nThe pond was deep and the gate was old.\n\nThe path"
            " was swept by the crew.\n",
            "8. ROADS\n\nThe road was wide and long.\n\n9. PONDS\n\nThe pond was deep and the gate was old.\n\nA lamp"
            " was asked for by a warden.\n\nThe path was swept by the crew.\n",
            ("9. PONDS\n\n", ""),
            id="the heading above is taken out",
        ),
        pytest.param(
            "1. ROADS\n\nThe road was wide.\n\nNOTED\n\nThe clerk will write.\n\n1. ROADS\n\nThe pond was deep.\n\nThe"
            " clerk will write.\n",
            "1. ROADS\n\nThe road was wide.\n\nNOTED\n\nThe clerk will write.\n\n1. ROADS\n\nThe pond was deep.\n\nThe"
            " warden will write.\n",
            ("NOTED\n\nThe clerk", "NOTED\n\nThe warden"),
            id="two items of one name",
        ),
        pytest.param(
            "Resolved:\n\n(a) That the shed be sold;\n\n(b) That the gate be mended.\n",
            "Resolved:\n\n(a) That the shed be sold;\n\n(b) That the gate be mended;\n\n(c) That the clerk write to the"
            " warden.\n",
            ("(b) That the gate be mended;\n\n(c)", "(b) That thanks be given;\n\n(c) That the gate be mended;\n\n(d)"),
            id="a limb put in above renumbers it",
        ),
    ],
)
def test_an_id_stays_in_awkward_places(draft: str, final: str, changed: tuple[str, str]) -> None:
    """The id of the first finding is among those of the final with one more edit, and no two findings share one."""
    first, *_ = compare_texts(draft, final, use_model=False, scope="whole").findings
    found = compare_texts(draft, final.replace(*changed), use_model=False, scope="whole").findings
    assert first.id in [finding.id for finding in found if finding.rule == first.rule]
    assert len({finding.id for finding in found}) == len(found)


def test_one_paragraph_put_in_twice_has_two_ids() -> None:
    """Two findings that agree in all words are told apart by an ordinal, in the order of the final."""
    draft = "The gate was painted.\n\nThe path was swept.\n\nThe oak was cold.\n"
    again = "\n\nA warden asked about the lamp.\n\n"
    final = draft.replace("\n\n", again)
    first, second = (f.id for f in compare_texts(draft, final, use_model=False, scope="whole").findings)
    assert second == f"{first}-2"


@pytest.mark.slow
def test_ids_of_many_repeats_take_linear_time() -> None:
    """A slip in each of thousands of equal sentences: the places are found once, not once for each."""
    sentence = "The voices were head and the oak was cold. "
    comparison = compare_texts(
        sentence * 2000, sentence.replace("head", "heard") * 2000, use_model=False, scope="whole"
    )
    assert len({finding.id for finding in comparison.findings}) == 2000
