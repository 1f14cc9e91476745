"""Texts that a site or a converter joined, numbered again or set into its own tags: nothing is invented from that."""

from __future__ import annotations

import pytest

from compare import compare_bytes, compare_texts
from compare.report.to_terminal import render_terminal
from compare.values import Comparison, FoldKind, Gate, Severity

SENTENCES = tuple(
    f"The {who} told the meeting that the {what} by the {where} had been {done} since the last meeting, at no cost."
    for who in ("clerk", "warden", "treasurer", "chair")
    for what in ("fence", "bench", "gate")
    for where, done in (("pond", "mended"), ("hall", "painted"), ("lane", "moved"))
)


def _items(number: int) -> list[str]:
    return [f"{place + 1}. {sentence}" for place, sentence in enumerate(SENTENCES[:number])]


def _rules(comparison: Comparison) -> list[str]:
    return [finding.rule for finding in comparison.findings if finding.severity is not Severity.COSMETIC]


def _screen(comparison: Comparison) -> str:
    return render_terminal(comparison, show=Severity.MINOR, width=200, colour=False)


def test_minutes_in_one_paragraph_lose_nothing() -> None:
    """Minutes whose line ends were lost say the same as those that have them; a word lost between is still told."""
    whole = " ".join(_items(36))
    parts = "\n\n".join(["Minutes of the Pond Committee", *_items(36)])
    assert compare_texts(f"Minutes of the Pond Committee\n\n{whole}\n", parts).gate is Gate.PUBLISH
    lost = parts.replace("warden told", "warden did not tell", 1)
    comparison = compare_texts(f"Minutes of the Pond Committee\n\n{whole}\n", lost)
    assert _rules(comparison) == ["negation.changed"]


def test_pages_that_run_on_are_cut_elsewhere() -> None:
    """A paragraph a page against a paragraph an item: an item that runs over the page's end is not lost."""
    items = _items(36)
    text = " ".join(items)
    cut = text.index("mended", len(text) // 2)
    pages = f"Pond Committee\n\n{text[:cut].strip()}\n\n{text[cut:]}\n"
    comparison = compare_texts(pages, "Pond Committee\n\n" + "\n\n".join(items))
    assert not any(rule.startswith(("structure.", "resolution.")) for rule in _rules(comparison))
    assert comparison.gate is Gate.PUBLISH


def test_numbers_of_pages_in_joined_text_are_folded() -> None:
    """Three lone numbers that count on, a page apart; two of them, or three in one sentence, are told."""
    items = [*SENTENCES[:36]]
    for page, place in enumerate((30, 20, 10)):
        items[place] = f"{4 - page} {items[place]}"
    parts = "\n\n".join(SENTENCES[:36])
    comparison = compare_texts(" ".join(items), parts)
    assert comparison.gate is Gate.PUBLISH
    assert sum(fold.kind is FoldKind.PAGE_BREAK for fold in comparison.folds) >= 3
    items[30] = SENTENCES[30]
    assert compare_texts(" ".join(items), parts).gate is Gate.HOLD


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("Agreed: 1. to mow; 2. to rake; 3. to sow.", "Agreed:\n\n1\\. to mow;\n\n2\\. to rake;\n\n3\\. to sow."),
        (
            "Bills paid: a. rent of the hall in May b. fuel for the mower c. seed for the verge.",
            "Bills paid:\n\n1. rent of the hall in May\n2. fuel for the mower\n3. seed for the verge.",
        ),
        (
            "5. Reports\n\nNone.\n\n6. Accounts\n\nNone.",
            "1. **5.** **Reports**\n\nNone.\n\n1. **6.** **Accounts**\n\nNone.",
        ),
    ],
)
def test_marks_that_a_converter_wrote_anew_are_the_same(draft: str, final: str) -> None:
    """A full stop with a backslash, letters that became figures, a number in bold behind one that was counted."""
    assert _rules(compare_texts(draft, final)) == []
    assert _rules(compare_texts(final, draft)) == []


def test_a_raw_table_is_quoted_without_its_tags() -> None:
    """The cells of a row of HTML are quoted with bars between them."""
    row = '<tr><td width="56"><p align="right">Total</p></td><td width="48"><b>{}</b></td><td>96.20&nbsp;</td></tr>'
    table = "Accounts\n\n<table>\n" + row + "\n</table>\n"
    screen = _screen(compare_texts(table.format("766.94"), table.format("835.74")))
    assert "Total | [-766.94-] | 96.20" in screen
    assert "width" not in screen


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("See [www.ash.gov.uk/news](http://www.ash.gov.uk/news) for news.", "See www.ash.gov.uk/news for news."),
        ("Write to [tom@ash.gov.uk](mailto:tom@ash.gov.uk) now.", "Write to tom@ash.gov.uk now."),
        ("See [www.ash.gov.uk](https://www.ash.gov.uk/) .", "See www.ash.gov.uk ."),
        ("**7\\. T**he leaves were swept.", "7. The leaves were swept."),
        ("**Minutes of the last meeting**Cllr Hardy spoke.", "Minutes of the last meeting Cllr Hardy spoke."),
    ],
)
def test_markup_around_the_same_words_is_folded(draft: str, final: str) -> None:
    """A link to the address that its words are, and stars behind a first letter or for a blank."""
    assert _rules(compare_texts(draft, final)) == []
    assert _rules(compare_texts(final, draft)) == []


def test_a_link_that_leads_elsewhere_is_told_where_both_show_it() -> None:
    """In a page of HTML the address stands under the words, and no reader misses it there."""
    draft, final = (
        b"See [the plan](http://ash.gov.uk/plan) now.",
        b"<p>See <a href='http://ash.gov.uk/plan'>the plan</a> now.</p>",
    )
    assert _rules(compare_bytes(draft, final, final_name="final.html")) == []
    assert _rules(compare_texts(draft.decode(), "See the plan now.")) == ["reference.changed"]
    other = draft.decode().replace("ash", "oak")
    assert _rules(compare_texts(draft.decode(), other)) == ["reference.changed"]
    hidden = "See [www.ash.gov.uk](http://www.oak.gov.uk/) now."
    assert _rules(compare_texts(hidden, "See www.ash.gov.uk now.")) == ["reference.changed"]


FUNDS = (
    "Accounts\nFund | Income | Expenditure\nMuseum | 6,420 | 5,105\nGardens | 2,310 | 2,876\nThe auditor would call.\n"
)


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("Income | Expenditure", "Expenditure | Income", ["structure.cell-moved"]),
        ("6,420 | 5,105", "5,105 | 6,420", ["structure.cell-moved"]),
        ("Gardens | 2,310 | 2,876\n", "", ["structure.paragraph-removed"]),
        ("Fund | Income", "Fund  |  Income", []),
    ],
)
def test_rows_without_edges_are_a_table(old: str, new: str, rules: list[str]) -> None:
    """Bars between the cells alone: the heads of two columns say what their figures are."""
    assert _rules(compare_texts(FUNDS, FUNDS.replace(old, new))) == rules


@pytest.mark.parametrize(
    "head",
    [
        "Page 3 of 8 | Audit Committee | 17 September 2025",
        "Page 2    Pension Board    4 June 2025",
        "Oak Parish Council        Chairman's initials ........",
    ],
)
def test_a_head_in_cells_is_the_page_s(head: str) -> None:
    """The number of a page, or a place to sign, beside a body and a day; a row of anything else is told."""
    text = "Members noted the figures for the year.\n{}The auditor thanked the team.\n"
    assert compare_texts(text.format(f"{head}\n"), text.format("")).gate is Gate.PUBLISH
    assert compare_texts(text.format("Grant | Mr Orr | Page 3\n"), text.format("")).gate is not Gate.PUBLISH


def test_the_number_of_a_page_within_a_divided_word_is_layout() -> None:
    """A hyphen at the end of the page, its number, and the rest of the word on the next."""
    draft = "An account of the neighbour-\n- 5 -\nhood watch scheme was given.\n"
    assert _rules(compare_texts(draft, "An account of the neighbourhood watch scheme was given.\n")) == []


def test_a_code_in_the_last_cell_of_a_row_is_explained_by_its_key() -> None:
    """P and A below a table of trustees say who was there."""
    rows = "| Trustee | 12 Nov |\n|---|---|\n| Colin Maybury | P |\n| Henrietta Osei | P |"
    table = f"{rows}\n\nKey: P present, A apologies.\n"
    comparison = compare_texts(table, table.replace("Osei | P", "Osei | A"))
    assert _rules(comparison) == ["attendance.changed"]
