"""Numbers that a line break pushes to the head of a line: the same minutes, wrapped or not, are the same."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from compare import compare_texts
from compare.values import Severity

# Years, votes, sums, times, references and marks of lists, each in the middle of a sentence and at its end.
_MINUTES = """MINUTES OF THE PARISH COUNCIL

held on Tuesday 14 July 2026 at 7.30 pm in the Old School

Present: Cllr A. Ashby (Chair), Cllr P. Reed, Cllr S. Page and the Clerk.

1. Apologies for absence

Apologies were received from Cllr Odell, who was away until 31 July 2026. There were no other apologies and the \
Chair noted that the quorum was 4. The meeting could go on.

2. Minutes

The minutes of the meeting of 12 May 2026 were read. It was said that in minute 3. The name of the clerk was \
wrong, and that in minute 22/0433. Members had asked for a vote. The number of votes cast for the motion was 12. \
The number against it was 3. Nobody had abstained. They were signed as right under standing order 7. There was \
no more to be said on item 2. Members went on.

3. Finance

The Clerk reported that the lease of the hall had been due for renewal since 31 July 2024. The tenant had agreed \
to a further term of 7. A rent of £4,500 was asked for, as set out in paragraph (b) of the report and in \
Appendix A. The sum for the year 2025 was given on page 3. Cllr Reed asked for the sums of 2023 and 2024. The \
auditor had found in section 4.2 that the reserve was low, and in 4.3 That nothing was missing. The rate had \
risen from 1.5 per cent to 2.5 per cent and the cost of 3 benches was £1,200.50. This was paid on 3 June by \
cheque no. 000123. A copy was seen.

Resolved:

(a) That the accounts for the year to 31 March 2026 be approved by the Council and published by 30 June 2026;

(b) That the sum of £4,500 be paid to the tenant of the hall under clause 7 (a) of the lease, as set out in \
paragraph 12. The Chair was to sign it;

(c) That the Clerk write to the tenant of No. 7 Mill Lane and of No. 12. Both had asked for a reply by 1 August.

4. Planning

The following were considered:

i) 22/0433/FUL - 12 High Street - a new porch, to which there were no objections from any of the 14 neighbours \
asked;

ii) 22/0438/FUL - 3 Mill Lane - two houses, to which there were objections from 5. The Council objected by 4 \
votes to 2. Cllr Page asked that this be noted.

5. Date of next meeting

The next meeting would be held on Tuesday 11 August 2026. The meeting closed at 9.45 pm after a vote of thanks \
to the Chair, who had served since 1998. Everybody clapped - and the Clerk - who was new - served tea to all 15. \
Then they went home at 10.
"""

_LAYOUTS: dict[str, Callable[[str], str]] = {
    "blank lines": lambda text: text,
    "blank lines above items alone": lambda text: re.sub(r"\n\n(?!\d\. )", "\n", text),
    "no blank line": lambda text: text.replace("\n\n", "\n"),
}


def _wrapped(width: int) -> str:
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in _MINUTES.splitlines()
    )


@settings(deadline=None, max_examples=25)
@given(width=st.integers(40, 100), layout=st.sampled_from(sorted(_LAYOUTS)))
@example(width=72, layout="no blank line")
@example(width=79, layout="no blank line")
def test_wrapped_minutes_are_the_same_minutes(width: int, layout: str) -> None:
    """At any width, with blank lines or without, wrapped lines make no finding against whole paragraphs."""
    wrapped = _LAYOUTS[layout](_wrapped(width))
    found = compare_texts(_MINUTES, wrapped, use_model=False).findings
    assert [finding for finding in found if finding.severity is not Severity.COSMETIC] == []


_LEASE = (
    "Members were told that the lease of the hall had been due for renewal since 31 July\n"
    "{}. The tenant had agreed to a further term and would sign it at the end of the month."
)
_VOTES = (
    "The Chair counted the show of hands and said that the votes cast for the motion was\n"
    "{}. The number against it was three, and there were no abstentions at all this time."
)


@pytest.mark.parametrize(
    ("text", "numbers", "rule"),
    [
        (_LEASE, ("2024", "2025"), "date.changed"),
        (_VOTES, ("12", "21"), "vote.changed"),
        (
            "The sum of it all, as the Clerk said, came with the tax to\n£{}. The Chair thanked her.",
            ("4", "5"),
            "money.changed",
        ),
        (
            "The plan had been deposited and was asked for by all under minute\n{}. It was shown.",
            ("7", "8"),
            "reference.changed",
        ),
        (
            "The plan had been deposited and was asked for under minute no.\n{}. It was shown.",
            ("7", "8"),
            "reference.changed",
        ),
    ],
    ids=["year", "votes", "sum", "minute", "minute no."],
)
@pytest.mark.parametrize("head", ["", "MINUTES\n\n11. Finance\n\n"], ids=["alone", "in an item"])
def test_a_number_at_the_head_of_a_line_is_compared(text: str, numbers: tuple[str, str], rule: str, head: str) -> None:
    """Another year, count or sum at the head of a wrapped line is the finding that it is within a line."""
    draft, final = (head + text.format(number) for number in numbers)
    found = compare_texts(draft, final, use_model=False).findings
    assert [(finding.rule, finding.draft.text.strip("£"), finding.final.text.strip("£")) for finding in found] == [
        (rule, *numbers)
    ]


def test_numbers_of_a_list_are_still_folded() -> None:
    """A list that begins at another number differs in its numbering alone."""
    draft = "The Council agreed that\n1. the weed be cut\n2. the pond be filled"
    final = "The Council agreed that\n4. the weed be cut\n5. the pond be filled"
    assert compare_texts(draft, final, use_model=False).findings == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan for the work was set out in Appendix / C. The work would begin soon.",
        "The plan for the work was set out in Phase / II. The work would begin soon.",
        "The report (see page / 2) was noted by the board in full.",
        "The number of those in favour was three / (3) and the number against was / (2) in all.",
        "They asked for the report to be made by / (3) officers.",
    ],
)
def test_what_a_noun_numbers_stands_with_it(sentence: str) -> None:
    """A letter, a roman number or a number in brackets at the head of a line, at any width, goes on with a sentence."""
    wrapped, whole = (f"MINUTES\n\n11. Finance\n\n{sentence.replace(' / ', gap)}\n" for gap in ("\n", " "))
    assert compare_texts(wrapped, whole, use_model=False).findings == ()


def test_a_list_below_a_noun_is_a_list() -> None:
    """Numbers below "the following recommendations" or "for action" are the marks of a list."""
    for lead in ("The board considered the following recommendations", "The matters were noted for action"):
        text = f"MINUTES\n\n11. Finance\n\n{lead}\n1. the weed be cut\n2. the pond be filled\n"
        other = text.replace("\n1. ", "\n(a) ").replace("\n2. ", "\n(b) ")
        assert compare_texts(text, other, use_model=False).findings == ()


def test_a_number_in_brackets_can_open_a_sentence() -> None:
    """A number such as "(3) of these" behind a sentence is no mark; "(3) that" and "(3) these" below a colon are."""
    text = "MINUTES\n\n11. Finance\n\nThe rents of the fields were listed.\n(3) of these were let.\n"
    assert compare_texts(text, text.replace("\n(3)", " (3)"), use_model=False).findings == ()
    for limb in ("It was resolved.\n(3) that these be let.\n", "It was resolved:\n(3) these to be let.\n"):
        text = f"MINUTES\n\n11. Finance\n\n{limb}"
        other = text.replace("(3)", "3)")
        assert compare_texts(text, other, use_model=False).findings == ()
