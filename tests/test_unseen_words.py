"""Comments in the source of a document: no reader sees them; where the two documents' differ they are named."""

from __future__ import annotations

import pytest

from compare import Comparison, compare_bytes, compare_texts
from compare.values import Gate, NotCompared

_HEAD = "Minutes of the Ashcombe Trust held on 12 March 2025\n\n1. Hall\n\n"
_PAGE = "<!doctype html><html><head><title>Minutes</title></head><body><main>{}</main></body></html>"


def _in_text(comment: str) -> str:
    return f"{_HEAD}The Chair spoke of the roof. {comment}\n\nThe clerk had written to the builder."


def _compare_text(draft: str, final: str) -> Comparison:
    return compare_texts(draft, final, use_model=False)


def _compare_pages(draft: str, final: str) -> Comparison:
    body = (
        "<h1>Minutes of the Ashcombe Trust held on 12 March 2025</h1><h2>1. Hall</h2>"
        "<p>The Chair spoke of the roof. {} The clerk had written to the builder about the slates.</p>"
    )
    pages = (_PAGE.format(body.format(comment)).encode() for comment in (draft, final))
    return compare_bytes(*pages, draft_name="draft.html", final_name="final.html", use_model=False)


def _notes(comparison: Comparison) -> list[NotCompared]:
    return [note for note in comparison.not_compared if "in the source" in note.what]


_COMMENTS = (
    "<!-- check with the clerk -->",
    "<!-- 4 against? -->",
    "<!--\nAnn says that the vote\n\nwas lost.\n-->",
    "<!-- <p>That the grant be £500.</p> -->",
    "<!-- WITHDRAWN -->",
)
_INSTRUCTIONS = (
    "<!-- more -->",
    "<!--See More-->",
    "<!-- omit in toc -->",
    "<!-- SPDX-License-Identifier: CC0 -->",
    "<!---->",
)


@pytest.mark.parametrize("comment", _COMMENTS)
@pytest.mark.parametrize("compare", [_compare_text, _compare_pages])
def test_a_comment_of_one_side_is_named(compare: object, comment: str) -> None:
    """A comment that the other source lacks is not compared and named, and the final is not published unseen."""
    assert callable(compare)
    draft, final = (_in_text(comment), _in_text("")) if compare is _compare_text else (comment, "")
    for pair in ((draft, final), (final, draft)):
        comparison = compare(*pair)
        assert not comparison.findings
        assert [note.what.partition(":")[0] for note in _notes(comparison)] == ["a comment in the source"]
        assert comparison.gate is Gate.SIGN_OFF


@pytest.mark.parametrize("compare", [_compare_text, _compare_pages])
def test_two_comments_that_differ_are_both_named(compare: object) -> None:
    """Where the comments differ, each is named with the document that has it; no edit is made of them."""
    assert callable(compare)
    pair = _COMMENTS[:2] if compare is _compare_pages else tuple(map(_in_text, _COMMENTS[:2]))
    comparison = compare(*pair)
    assert not comparison.findings
    assert [str(note.side) for note in _notes(comparison)] == ["draft", "final"]


@pytest.mark.parametrize("comment", _COMMENTS)
def test_the_same_comment_on_both_sides_is_not_named(comment: str) -> None:
    """A comment that both sources carry is no difference."""
    comparison = _compare_text(_in_text(comment), _in_text(comment))
    assert not _notes(comparison)
    assert comparison.gate is Gate.PUBLISH


@pytest.mark.parametrize("comment", _INSTRUCTIONS)
def test_an_instruction_to_a_program_is_not_named(comment: str) -> None:
    """A comment that tells a program what to do says nothing to anybody."""
    comparison = _compare_text(_in_text(comment), _in_text(""))
    assert not _notes(comparison)
    assert comparison.gate is Gate.PUBLISH


def test_several_comments_are_counted() -> None:
    """Several comments of one document are one note, which quotes the first."""
    comparison = _compare_text(_in_text(" ".join(_COMMENTS)), _in_text(""))
    (note,) = _notes(comparison)
    assert note.what == "5 comments in the source, the first of them “check with the clerk”"


def test_a_mark_that_opens_no_comment_is_text() -> None:
    """What is not closed is no comment: its words are compared."""
    comparison = _compare_text(_in_text("<!-- four against"), _in_text("<!-- five against"))
    assert comparison.findings
    assert not _notes(comparison)


def test_a_comment_in_the_menu_of_a_page_is_not_named() -> None:
    """Only comments among the page's own text are somebody's words about it."""
    body = "<h1>Minutes of the Ashcombe Trust held on 12 March 2025</h1><p>The Chair spoke of the roof at length.</p>"
    page = "<!doctype html><html><body><nav>{}<a href='/'>Home</a></nav><main>" + body + "</main></body></html>"
    pages = (page.format(menu).encode() for menu in ("<!-- the old menu of the site -->", ""))
    comparison = compare_bytes(*pages, draft_name="a.html", final_name="b.html", use_model=False)
    assert not _notes(comparison)


PICTURES = [
    ('<img src="a.png" alt="Approved">', '<img src="b.png" alt="Refused">', Gate.SIGN_OFF),
    ('<img src="a.png" alt="For"><img src="a.png" alt="For">', '<img src="a.png" alt="For">', Gate.SIGN_OFF),
    ('<img src="a.png" alt="Trust logo">', '<img src="a.png" alt="Logo of the Trust">', Gate.PUBLISH),
    ('<a href="/"><img alt="Front page"></a>', '<a href="/"><img alt="Home page"></a>', Gate.PUBLISH),
    ('<img src="a.png" alt="The roof in May">', "", Gate.PUBLISH),
    ('<img src="a.png" alt="The roof in May">', '<img src="c.png" alt="the roof in May">', Gate.PUBLISH),
]


@pytest.mark.parametrize(("draft", "final", "gate"), PICTURES)
def test_pictures_of_which_other_words_are_said_are_named(draft: str, final: str, gate: Gate) -> None:
    """What a stamp or a tick says stands in the page for those who cannot see it; a logo says nothing."""
    for one, other in ((draft, final), (final, draft)):
        assert _compare_pages(one, other).gate is gate
