"""A number is read as it is printed: neither glued to its words nor cut, a list mark where a list is and nowhere else.

10.1.The rent      10.1. The rent      printed 1 pt apart
18. | 11.1         18.11.1             printed by two text objects
… since 31 July
2024. The tenant                       the end of a sentence, brought to the head of a line by the wrap
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pdfs.drawn import (
    HARBOUR,
    compared,
    drawn_words,
    found,
    furniture_of,
    lines,
    lost_words,
    minutes_of,
    printed,
    t,
    width,
    wrapped,
)

from compare.values import Minutes, Severity

LEFT = 56.7  # 2 cm
INTRO = (
    "Combe Harbour Board",
    "Minutes of the meeting held on 4 May 2023 in the Net Loft",
    "Present: Cllr Ashdown (Chair), Cllr Birchall, Cllr Cresswell and Mrs J Dunmore.",
)


def marks(minutes: Minutes) -> list[str]:
    """The marks of a document."""
    text = minutes.document.text
    return [text[segment.mark.start : segment.mark.end].strip() for segment in minutes.segments if segment.mark]


def numbers(minutes: Minutes) -> list[str | None]:
    """The numbers of its items."""
    return [item.number for item in minutes.outline.items]


def is_the_same(pages: Sequence[str], text: str) -> None:
    """A printed file and a text of the same minutes have no finding, either way, and nothing drawn is lost."""
    file, plain = minutes_of(printed(pages)), minutes_of(text.encode())
    assert found(compared(file, plain)) == []
    assert found(compared(plain, file)) == []


# Numbers printed close to their words.

GAPS = [0.2, 0.6, 1.0, 1.4, 1.8, 2.2, 3.0]
NUMBERED = (
    ("10.1.", "The rent of the net store was kept at £40 a year."),
    ("10.2.", "A berth was let to the lifeboat crew."),
    ("10.10", "Jubilee of the harbour: a band would be asked."),
    ("11.", "Apologies had come from Cllr Fairley."),
    ("12.1", "Yachts were to be charged by the foot."),
)
REFERENCES = (
    ("10/10", "Jubilee"),
    ("11/10", "Apologies for absence"),
    ("12/10", "Accounts"),
    ("13/10", "Yachts at moorings"),
)
BRACKETED = (("(10.1)", "Apologies"), ("(10.2)", "The accounts"), ("(10.3)", "Jubilee"), ("(10.4)", "Works"))
LETTERED = (
    ("a)", "The gate is to be painted."),
    ("b)", "The rope is to be renewed."),
    ("c)", "Three buoys are to be bought."),
    ("d)", "A lamp is to be lit."),
)


@pytest.mark.parametrize("gap", GAPS)
@pytest.mark.parametrize("size", [11, 12])
@pytest.mark.parametrize("rows", [NUMBERED, REFERENCES, BRACKETED, LETTERED], ids=["10.1.", "10/10", "(10.1)", "a)"])
def test_a_number_close_to_its_words_stands_apart(rows: Sequence[tuple[str, str]], size: float, gap: float) -> None:
    """However little is left between a number and its words, the number is read as a number, the words as words."""
    page = lines(LEFT, 60, INTRO, step=24)
    text = list(INTRO)
    for place, (number, words) in enumerate(rows):
        y = 150 + 34 * place
        page += t(LEFT, y, number, size=size) + t(LEFT + width(number, size) + gap, y, words, size=size)
        text.append(f"{number} {words}")
    file, plain = minutes_of(printed([page])), minutes_of("\n\n".join(text).encode())
    for number, words in rows:
        assert f"{number} {words}" in " ".join(file.document.text.split())
    assert marks(file) == marks(plain)
    assert numbers(file) == numbers(plain)
    is_the_same([page], "\n\n".join(text))


@pytest.mark.parametrize("hang", [28.35, 35.4])
def test_a_hanging_indent_of_one_centimetre_keeps_numbers_apart(hang: float) -> None:
    """Numbers in Arial 12 and words that begin 1 cm or 1.25 cm further in, wrapped over lines, are items of a list."""
    page, text, y = lines(LEFT, 60, INTRO, step=24, size=12), list(INTRO), 150.0
    long = " The harbour master would speak to the owners and report what had come of it, with the cost, in the autumn."
    for number, words in [*NUMBERED, ("9.", "The gate."), ("9.10.", "Tar."), ("(iii)", "Wages.")]:
        page += t(LEFT, y, number, size=12)
        broken = wrapped(words + long, 480 - hang, 12)
        page += lines(LEFT + max(hang, width(number, 12) + 0.3), y, broken[:1], size=12)
        page += lines(LEFT + hang, y + 14, broken[1:], size=12)
        text.append(f"{number} {words}{long}")
        y += 14 * len(broken) + 10
    is_the_same([page], "\n\n".join(text))


@pytest.mark.parametrize("gap", [0.8, 1.6])
def test_another_number_close_to_its_words_is_found(gap: float) -> None:
    """The words beside a close number are compared: another number and another word are each found."""

    def page(number: str, words: str) -> bytes:
        rows = [*NUMBERED[:2], (number, words), *NUMBERED[3:]]
        drawn = "".join(
            t(LEFT, 150 + 34 * at, mark) + t(LEFT + width(mark) + gap, 150 + 34 * at, said)
            for at, (mark, said) in enumerate(rows)
        )
        return printed([lines(LEFT, 60, INTRO, step=24) + drawn])

    same = page(*NUMBERED[2])
    words = found(compared(same, page("10.10", "Jubilee of the harbour: no band would be asked.")))
    assert [one.severity for one in words] == ["critical"]
    assert "no" in words[0].final.split()


# Numbers printed in pieces.

CUT = (
    (("18.", "11.1", " The grant for the slip was noted."), "18.11.1 The grant for the slip was noted."),
    (("2.", "1", " Moorings in the outer basin"), "2.1 Moorings in the outer basin"),
    (("5", ".", "3", ".", "12", " Tolls"), "5.3.12 Tolls"),
    (("22/", "0433/", "FUL", ": a shed on the quay."), "22/0433/FUL: a shed on the quay."),
    (("23.", "09.", "14 ", "Correspondence"), "23.09.14 Correspondence"),
    (("e.", "g. the rope and the tar."), "e.g. the rope and the tar."),
    (("10.30 a.", "m. was the time of low water."), "10.30 a.m. was the time of low water."),
    (("£1,", "250.", "50 was paid to the yard."), "£1,250.50 was paid to the yard."),
    (("3.", "5 per cent was thought enough."), "3.5 per cent was thought enough."),
    (("18.", "05 was when the Chair came in."), "18.05 was when the Chair came in."),
    (("18:", "05", " was when the Chair came in."), "18:05 was when the Chair came in."),
    (("Resol", "ved: That the toll be kept."), "Resolved: That the toll be kept."),
)


@pytest.mark.parametrize("before", ["", "The board was told: "])
@pytest.mark.parametrize(("pieces", "whole"), CUT, ids=[whole.split()[0] for _, whole in CUT])
def test_what_is_printed_in_pieces_is_read_whole(pieces: Sequence[str], whole: str, before: str) -> None:
    """A number or word drawn by several text objects without a blank between them has none when it is read."""
    page, x = lines(LEFT, 60, INTRO, step=24), LEFT
    for piece in [before, *pieces] if before else pieces:
        page += t(x, 160, piece)
        x += width(piece)
    page += t(LEFT, 200, "The Chair thanked those who had come.")
    text = " ".join(minutes_of(printed([page])).document.text.split())
    assert before + whole in text
    is_the_same([page], "\n\n".join([*INTRO, before + whole, "The Chair thanked those who had come."]))


@pytest.mark.parametrize(
    ("pieces", "other"),
    [(("18.", "11.1", " Tolls"), ("18.", "11.2", " Tolls")), (("2.", "7", " Moorings"), ("2.", "1", " Moorings"))],
)
def test_a_heading_in_larger_type_printed_in_pieces_keeps_its_number(
    pieces: Sequence[str], other: Sequence[str]
) -> None:
    """A browser prints a heading's number in two pieces: one item with one number; the other number is another item."""

    def page(said: Sequence[str]) -> list[str]:
        drawn, x = "", LEFT
        for piece in said:
            drawn += t(x, 150, piece, size=14, font=2)
            x += width(piece, 14, 2)
        return [lines(LEFT, 60, INTRO, step=24) + drawn + t(LEFT, 180, "The toll was kept as it stood in the spring.")]

    assert "".join(pieces) in " ".join(minutes_of(printed(page(pieces))).document.text.split())
    assert "".join(other) in " ".join(minutes_of(printed(page(other))).document.text.split())


@pytest.mark.parametrize("figures", ["1.5 per cent", "2.25 hours", "3.5 tonnes", "14.2 metres", "0.75 of a mile"])
def test_a_measure_at_the_head_of_a_paragraph_is_no_item(figures: str) -> None:
    """A measure such as "1.5 per cent" begins a sentence, not an item; another figure there is critical."""
    words = f"{figures} was what the surveyor had asked for, and the board thought it fair."
    pages = [lines(LEFT, 60, [*INTRO, words, "The Chair thanked him."], step=26)]
    minutes = minutes_of(printed(pages))
    assert numbers(minutes) == []
    assert marks(minutes) == []
    is_the_same(pages, "\n\n".join([*INTRO, words, "The Chair thanked him."]))
    other = figures.replace(figures.split(maxsplit=1)[0], "9.5")
    findings = found(compared(printed(pages), printed([pages[0].replace(f"({figures}", f"({other}")])))
    assert [one.severity for one in findings] == ["critical"]
    assert figures.split(maxsplit=1)[0] in findings[0].draft
    assert "9.5" in findings[0].final


# A number that the wrap brings to the head of a line.

TAILS = (
    "The tenant had been asked to say whether he wished to stay.",
    "The number of those against it had not been written down.",
    "It would be taken from the reserve that had been put by.",
    "and that it would be sounded again when the dredger had gone.",
    "Nobody spoke against it, and it was left to the Harbour Master.",
)
WRAPPED = (
    ("The lease of the net store had been due for renewal since 31 July", "2024.", "2025.", TAILS[0]),
    ("The Clerk reported that the number of votes cast for the motion was", "12.", "21.", TAILS[1]),
    ("The harbour master said that the sum to be found for the lamps was £", "400.", "440.", TAILS[2]),
    ("The basin was sounded at low water (the depth at the end of the pier was", "14)", "41)", TAILS[3]),
    ("The work should be done before the boats come back in the year", "2023.", "2032.", TAILS[4]),
)


def paragraph(head: str, figure: str, tail: str) -> list[str]:
    """The lines of a paragraph, broken before the figure."""
    return [head, *wrapped(f"{figure} {tail}", width(head) + 6)]


@pytest.mark.parametrize(
    ("head", "figure", "other", "tail", "kind"),
    [*(pytest.param(*row, "text", id=f"text-{row[1]}") for row in WRAPPED), (*WRAPPED[0], "pdf")],
)
def test_a_figure_at_the_head_of_a_wrapped_line_is_compared(
    head: str, figure: str, other: str, tail: str, kind: str
) -> None:
    """A year, count or sum that a hard wrap brings to the head of a line is no list mark: another one is found."""

    def file(said: str) -> bytes:
        rows = [*INTRO[:2], "", *paragraph(head, said, tail), "", "The Chair thanked the tenants."]
        if kind == "text":
            return "\n".join(rows).encode()
        y, page = 60.0, ""
        for row in rows:
            page += t(LEFT, y, row) if row else ""
            y += 14 if row else 10
        return printed([page])

    whole = "\n\n".join([*INTRO[:2], f"{head} {figure} {tail}", "The Chair thanked the tenants."]).encode()
    if not head.endswith("£"):
        assert found(compared(file(figure), whole)) == []
        assert found(compared(whole, file(figure))) == []
    minutes = minutes_of(file(figure))
    assert marks(minutes) == []
    findings = found(compared(file(figure), file(other)))
    assert [one.severity for one in findings] in (["critical"], ["major"])
    assert figure.strip(".)") in findings[0].draft
    assert other.strip(".)") in findings[0].final


@pytest.mark.parametrize("kind", ["text", "pdf"])
def test_a_list_stays_a_list(kind: str) -> None:
    """Where numbers go on from one another, they are the marks of a list, wrapped lines and all."""
    rows = [
        "The board agreed the works that are to be done before the boats come back to the har-",
        "bour in the spring, in this order:",
        "1. The slip is to be swept and its chain renewed, and the old chain kept for the moor-",
        "   ings of the outer basin.",
        "2. The lamp is to be lit.",
        "3. The toll board is to be painted.",
    ]
    if kind == "text":
        file = "\n".join(rows).replace("har-\nbour", "harbour\n").replace("moor-\n   ings", "moorings").encode()
    else:
        file = printed([lines(LEFT, 60, INTRO[:2], step=24) + lines(LEFT, 130, rows)])
    assert marks(minutes_of(file)) == ["1.", "2.", "3."]


# Letters and small numbers as marks.

ITEMS = ("the slip be swept;", "the lamp be lit and a second lamp bought;", "the toll board be painted;")


@pytest.mark.parametrize(
    "written",
    [("i)", "ii)", "iii)"), ("a)", "b)", "c)"), ("(i)", "(ii)", "(iii)"), ("(a)", "(b)", "(c)"), ("A.", "B.", "C.")],
    ids=lambda written: written[0],
)
@pytest.mark.parametrize("indent", [-18, 0, 18])
@pytest.mark.parametrize("gap", [3.2, 14])
def test_letters_with_a_bracket_begin_items(written: Sequence[str], indent: float, gap: float) -> None:
    """Marks such as "i)" and "a)" at the head of a line begin an item, also less indented than the text."""
    left = LEFT + 24
    intro = "Resolved: that, the Harbour Master having reported and the members having seen the works,"
    y, page = 160.0, lines(left, 60, INTRO, step=24) + t(left, 136, intro)
    for mark, words in zip(written, ITEMS, strict=True):
        page += t(left + indent, y, mark) + t(left + indent + width(mark) + gap, y, words)
        y += 15
    text = "\n\n".join([*INTRO, intro, *(f"{mark} {words}" for mark, words in zip(written, ITEMS, strict=True))])
    minutes = minutes_of(printed([page]))
    assert marks(minutes) == list(written)
    is_the_same([page], text)


ACTIONS = (("1.", "The slip is to be swept before the boats come back.", "HM"),
           ("2.", "The Clerk is to write to the owners of the yard.", "Clerk"),
           ("3.", "The lamp is to be lit.", "Cllr Ashdown"))  # fmt: skip


def test_actions_at_a_right_tab_belong_to_their_paragraphs() -> None:
    """Who is to act stands at the right of the line as in Word's text after a tab: no finding, whatever the format."""
    page, text = lines(LEFT, 60, INTRO, step=24), list(INTRO)
    for place, (number, words, who) in enumerate(ACTIONS):
        y = 150 + 30 * place
        page += t(LEFT, y, number) + t(LEFT + 24, y, words) + t(535 - width(who), y, who)
        text.append(f"{number} {words}\t{who}")
    is_the_same([page], "\n\n".join(text))
    other = minutes_of(printed([page.replace("(Clerk)", "(Chair)")]))
    findings = found(compared(printed([page]), other))
    assert len(findings) == 1
    assert "Chair" in findings[0].final


def test_numbers_in_the_right_margin_are_numbers() -> None:
    """Paragraph numbers printed at the right of their last lines are those that a text prints there."""
    said = (
        "The slip is to be swept before the boats come back to the harbour in the spring.",
        "The Clerk is to write to the owners of the yard about the timber on the quay.",
        "The lamp is to be lit, and the toll board is to be painted white by the Harbour Master.",
    )
    page, text = lines(LEFT, 60, INTRO, step=24), list(INTRO)
    for place, words in enumerate(said):
        y = 150 + 40 * place
        page += t(LEFT, y, words) + t(548, y, f"{place + 41}")
        text.append(f"{words}\t{place + 41}")
    is_the_same([page], "\n\n".join(text))
    assert furniture_of(minutes_of(printed([page]))) == []


# Hyphens at the ends of lines.


@pytest.mark.parametrize(
    ("before", "after"),
    [("non-", "members"), ("co-", "opted"), ("north-", "east"), ("decision-", "making"), ("self-", "employed")],
)
@pytest.mark.parametrize("how", ["ragged", "full", "in a list", "short"])
def test_a_hyphen_at_the_end_of_a_line_divides_no_words(before: str, after: str, how: str) -> None:
    """A word cut after its hyphen is one word, whether or not its line was full."""
    head = "Tolls had been paid by those whose boats lie at the pier, among them the " + before
    head = head if how != "short" else f"Among those who paid were {before}"
    tail = f"{after} who had come in the spring and had stayed."
    rows = (
        [head, tail] if how == "ragged" else [head, f"{tail} Nothing was owed by the others, as far as was known.", ""]
    )
    rows = [row for row in rows if row]
    shift = 24 if how == "in a list" else 0
    page = lines(LEFT, 60, INTRO, step=24) + lines(LEFT + shift, 150, rows) + t(LEFT, 210, "The Chair thanked them.")
    page += t(LEFT, 150, "4.") if shift else ""
    whole = ("4. " if shift else "") + head + rows[1]
    is_the_same([page], "\n\n".join([*INTRO, whole, "The Chair thanked them."]))
    findings = found(compared(printed([page.replace("(" + tail[:3], "(un" + tail[:3])]), printed([page])))
    assert len(findings) == 1


# Numbers of lines beside the text.


@pytest.mark.parametrize("every", [1, 5])
@pytest.mark.parametrize("restarts", [True, False])
@pytest.mark.parametrize("x", [30, 40])
def test_line_numbers_beside_the_text_are_no_words(every: int, x: float, *, restarts: bool) -> None:
    """The numbers of the lines in the margin belong to the page: the same minutes without them have no finding."""
    said = HARBOUR[:3] * 4
    broken = [wrapped(words, 450) for words in said]
    pages, count, y, page = [], 0, 60.0, ""
    for rows in broken:
        for row in rows:
            count += 1
            page += t(72, y, row) + (
                t(x + 12 - width(str(count), 8), y, str(count), size=8) if not count % every else ""
            )
            y += 16
        y += 10
        if y > 400:
            pages.append(page)
            y, page, count = 60.0, "", 0 if restarts else count
    pages += [page] if page else []
    is_the_same(pages, "\n\n".join(said))
    other = [pages[0].replace("five days", "nine days", 1), *pages[1:]]
    findings = found(compared(printed(pages), printed(other)))
    assert len(findings) == 1
    assert "nine" in findings[0].final


def test_nothing_is_lost_beside_a_list() -> None:
    """All words and figures of a page of close, cut and wrapped numbers stand in its segments."""
    page, y = lines(LEFT, 60, INTRO, step=24), 150.0
    for number, words in [*NUMBERED, *REFERENCES, *BRACKETED, *LETTERED]:
        page += t(LEFT, y, number) + t(LEFT + width(number) + 2.4, y, words)
        y += 30
    minutes = minutes_of(printed([page]))
    assert lost_words(minutes, drawn_words([page])) == []
    assert found(compared(minutes, minutes), Severity.COSMETIC) == []
