"""Tests of votes in printed tables: cells of grids, empty cells, ticks beyond the first 65,536 characters."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pdfs.drawn import Found, compared, found, printed, read_bytes, t, width
from pdfs.tiny import A4, rule, write_pdf

_MEMBERS = ("Cllr Ash", "Cllr Birch", "Cllr Cole", "Cllr Dunn", "Cllr Elm")
_VOTES = ("YYNYAYYYN YY", "YNNYAYYYY YY", "YYNYAYNYN YY", "YYYYAYYYN YY", "YYNYAYYYN AY")
_MOVED = ("YYNYAYYYN YY", "YNNYAYYYY YY", "YYNYAYNY NYY", "YYYYAYYYN YY", "YYNYAYYYN AY")
_LEFT, _TOP, _STEP = 180, 106, 16
# Codes of letters for a tick and a cross, and the letters themselves.
_TICKS = (
    "begincmap 1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <7E> <D83DDDF8> <7F> <D83DDDF4> "
    "endbfchar 1 beginbfrange <20> <7A> <0020> endbfrange endcmap"
)


def _grid(votes: Sequence[str], step: float, *, is_ruled: bool) -> str:
    """The votes of the members, one column a motion, each letter drawn by itself."""
    places = [_LEFT + step * number for number in range(len(votes[0]))]
    size = min(9.0, 0.8 * step)
    drawn = [t(60, 60, "Record of votes")]
    drawn += [t(x, 90, str(number), size=size) for number, x in enumerate(places, 1)]
    for row, (member, marks) in enumerate(zip(_MEMBERS, votes, strict=True)):
        drawn.append(t(60, _TOP + _STEP * row, member, size=9))
        drawn += [t(x, _TOP + _STEP * row, mark, size=9) for x, mark in zip(places, marks, strict=True) if mark != " "]
    if is_ruled:
        foot = _TOP + _STEP * len(votes)
        drawn += [rule(x - 0.3, A4[1] - foot, 0.3, foot - 78) for x in (*places, places[-1] + step)]
    return "".join(drawn)


def _ticked(column: int, *, is_ruled: bool) -> str:
    """A table with one tick a row, that of Cllr Birch in this column."""
    places = [60, 200, 280, 360, 440]
    drawn = [t(x, 90, words) for x, words in zip(places, ("Member", "For", "Against", "Abstained"), strict=False)]
    for row, ticked in enumerate((1, column, 1)):
        drawn += [t(60, _TOP + _STEP * row, _MEMBERS[row]), t(places[ticked] + 8, _TOP + _STEP * row, "X")]
    if is_ruled:
        drawn += [rule(x - 4, A4[1] - 150, 0.4, 72) for x in places]
    return "".join(drawn)


@pytest.mark.parametrize("is_ruled", [True, False])
@pytest.mark.parametrize("step", [7, 9, 12, 20])
def test_each_mark_of_a_grid_of_votes_is_a_cell(step: float, *, is_ruled: bool) -> None:
    """Letters that stand close together are cells, by the rulings or the places they have in other rows."""
    read = read_bytes(printed([_grid(_VOTES, step, is_ruled=is_ruled)])).text
    for member, marks in zip(_MEMBERS, _VOTES, strict=True):
        assert "\t".join((member, *marks.replace(" ", ""))) in read
    assert "\t".join(map(str, range(1, 13))) in read


@pytest.mark.parametrize("is_ruled", [True, False])
@pytest.mark.parametrize("step", [7, 12, 20])
def test_a_vote_on_another_motion_is_found_in_a_grid(step: float, *, is_ruled: bool) -> None:
    """An empty cell keeps its place, so that a vote which moves by one column is critical."""
    pages = [printed([_grid(votes, step, is_ruled=is_ruled)]) for votes in (_VOTES, _MOVED)]
    assert found(compared(*pages)) == [Found("critical", "structure.cell-moved", "N", "N")]


def test_words_in_capitals_are_no_grid() -> None:
    """Headings whose letters are drawn one by one stay words, though they repeat at one place."""
    drawn = []
    for row, words in enumerate(("PLANNING", "RESOLVED", "RESOLVED", "AGREED", "RESOLVED")):
        places = [60 + width(words[:place]) + 1.2 * place for place in range(len(words))]
        drawn += [t(x, 100 + 40 * row, letter) for x, letter in zip(places, words, strict=True)]
        drawn.append(t(60, 118 + 40 * row, "That the shed be painted before the winter."))
    assert "\t" not in read_bytes(printed(["".join(drawn)])).text


def test_initials_before_a_word_are_no_votes() -> None:
    """Rows that begin with a bullet and initials, at the same places, keep the words behind them whole."""
    rows = (("JW", "proposed a run on Monday."), ("AB", "noted that it had rained."), ("CD", "asked for a new bus."))
    drawn = [
        "".join((t(60, y, "•"), t(70, y, name), t(72 + width("JW"), y, words)))
        for y, (name, words) in zip((100, 114, 128, 142), (*rows, rows[0]), strict=True)
    ]
    read = read_bytes(printed(["".join(drawn)])).text
    assert all(f"{name} {words}" in read for name, words in rows)


@pytest.mark.parametrize("is_ruled", [True, False])
def test_a_tick_in_another_column_is_found(*, is_ruled: bool) -> None:
    """A tick that moves from Against to For is critical, with rulings and without, and nothing else is."""
    pages = [printed([_ticked(column, is_ruled=is_ruled)]) for column in (2, 1)]
    assert found(compared(*pages)) == [Found("critical", "structure.cell-moved", "X", "X")]
    assert found(compared(pages[0], pages[0])) == []


def test_empty_cells_are_kept_in_their_places() -> None:
    """A row has as many cells as its table has columns, whichever of them are filled."""
    read = read_bytes(printed([_ticked(2, is_ruled=True)]))
    cells = [[read.text[cell.start : cell.end] for cell in paragraph.cells] for paragraph in read.paragraphs]
    assert cells[-2:] == [["Cllr Birch", "", "X", ""], ["Cllr Cole", "X", "", ""]]


def test_a_tick_beyond_the_first_plane_is_read() -> None:
    """PDFium counts such a character as two halves: none is lost, and a tick that becomes a cross is found."""
    pages = [
        write_pdf([t(60, 60, "The vote of the chair:") + t(60, 90, f"For {mark} the motion.")], meanings=_TICKS)
        for mark in "~\x7f"
    ]
    assert "For 🗸 the motion." in read_bytes(pages[0]).text
    assert "For 🗴 the motion." in read_bytes(pages[1]).text
    assert any("🗸" in finding.draft and "🗴" in finding.final for finding in found(compared(*pages)))
