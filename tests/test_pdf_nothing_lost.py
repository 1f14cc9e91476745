"""The law "nothing lost" of printed minutes: every character that a file draws is in the document as often as drawn."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from pdfs.drawn import drawn_words, printed, read_bytes, t, wrapped

_WORDS = ("the", "board", "of", "harbour", "asked", "members", "for", "a", "dredger", "in", "autumn", "which", "Clerk")
_FIGURES = ("2024", "12", "31", "3.", "10.1", "4")
_TOP, _FOOT, _STEP = 92, 730, 14


@st.composite
def _paragraphs(draw: st.DrawFn) -> list[tuple[float, str]]:
    """The lines of a paragraph, some with a number at their head, and of an item with a hanging indent."""
    words = draw(st.lists(st.sampled_from((*_WORDS, *_FIGURES)), min_size=2, max_size=40))
    mark = draw(st.sampled_from(("", "", "1.", "(a)", "10.1", "•", "b)")))
    lines = wrapped(" ".join(words).capitalize() + ".", 430)
    return [(40.0, mark)] * bool(mark) + [(60.0, line) for line in lines]


_ROWS = st.lists(
    st.tuples(
        st.sampled_from(("Cllr Ash", "Cllr Birch", "1.")),
        st.sampled_from(("", "X", "Y", "12")),
        st.sampled_from(_WORDS),
    ),
    min_size=1,
    max_size=4,
)
_SIGNED = st.lists(
    st.tuples(st.sampled_from(("Signed", "Chair", "Date", "Signed ......")), st.integers(0, 2)), max_size=3
)


@st.composite
def _pages(draw: st.DrawFn) -> list[str]:
    """One to four pages with running heads and feet, and the pieces of a signature at other heights."""
    count = draw(st.integers(1, 4))
    head = draw(st.sampled_from(("", "Harbour Board", "Minutes of 4 March 2024", "DRAFT")))
    foot = draw(st.sampled_from(("", "Page {0}", "{0}", "Page {0} of {1}", "Minutes 1\\{0}")))
    pages = []
    for number in range(1, count + 1):
        drawn = [t(60, 45, head)] if head else []
        y: float = _TOP
        for _ in range(draw(st.integers(0, 4))):
            if draw(st.booleans()):
                for x, words in draw(_paragraphs()):
                    drawn.append(t(x, y, words))
                    y += _STEP * (x > 50)
            else:
                for cells in draw(_ROWS):
                    drawn += [t(x, y, words) for x, words in zip((60, 200, 320), cells, strict=True) if words]
                    y += _STEP
            y += _STEP
        for place, (words, step) in enumerate(draw(_SIGNED)):
            drawn.append(t(60 + 160 * place, min(y, _FOOT) + 7 * step, words))
        if foot:
            drawn.append(t(280, draw(st.sampled_from((790, 800))), foot.format(number, count)))
        pages.append("".join(drawn))
    return pages


@given(_pages())
@settings(max_examples=60, deadline=None)
def test_every_character_of_a_page_is_in_the_document(pages: list[str]) -> None:
    """Heads, feet, signatures, tables, items and page numbers: all that is drawn is read, and nothing twice."""
    assert _characters(_read(pages)) == _characters(drawn_words(pages))


def _read(pages: list[str]) -> str:
    """The text of the document, with the marks that stand apart from it; none of a blank file."""
    return read_bytes(printed(pages)).text if drawn_words(pages).strip() else ""


def _characters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))
