r"""Rich Text: what Word, Writer, WordPad and TextEdit save as .rtf.

{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}
\pard\plain\s1 {\listtext 29.\tab}Sports ground\par           29. Sports ground
\pard {\b Resolved:} \endash  That {\deleted not }the …       Resolved: – That the …
{\field{\*\fldinst PAGE}{\fldrslt 3}}                          what a field shows, not what it asks for
{\upr{\'3f}{\*\ud\u8217 ?}}                                    the second, for readers that know Unicode
{\shp{\*\shpinst{\shptxt Draft\par}}{\shprslt …}}              "Draft", after the paragraph; not twice

The tokens, tables and counts are in `richtext/`; why no library gives them stands in its `tokens`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from compare.read.common.document_builder import PAGE_BREAK, DocumentBuilder
from compare.read.rtf.fields import FIELD_WORDS
from compare.read.rtf.groups import GROUP_WORDS
from compare.read.rtf.interpreter import Reading, begin_reading
from compare.read.rtf.state import CHANGE_WORDS, LOOK_WORDS, PARAGRAPH_WORDS
from compare.read.rtf.tables import outline_level
from compare.read.rtf.tokens import Kind, Token
from compare.values import Tracked

# Tables deep: that of a table in a table.
_NESTED = 2
_SIGNS = {
    "tab": "\t",
    "line": "\n",
    "page": PAGE_BREAK,
    "column": PAGE_BREAK,
    "lbr": "\n",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "endash": "–",
    "emdash": "—",
    "enspace": "\u2002",
    "emspace": "\u2003",
    "qmspace": "\u2005",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "zwnbo": "\u2060",
    "zwbo": "\u200b",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
_SYMBOLS = {"~": "\xa0", "_": "\u2011", "-": "\u00ad", "\t": "\t", "\\": "\\", "{": "{", "}": "}"}
_Read = Callable[[Reading, int | None], None]


def fill_from_rtf(data: bytes, builder: DocumentBuilder, tracked: Tracked) -> None:
    """Reads a Rich Text file into the builder. Cost: linear in the file.

    Raises: UnreadableError for a file that was cut off or is damaged, TooLargeError.
    """
    reading = begin_reading(data, builder, tracked)
    is_starred = False
    for token in reading.tokens:
        if token.kind is Kind.TEXT:
            reading.letters.add_text(token.data)
        elif token.kind is Kind.WORD:
            _read_word(reading, token, is_starred=is_starred)
        elif token.kind is Kind.OPEN:
            reading.open_group()
        elif token.kind is Kind.CLOSE:
            if reading.tokens.depth == 0:
                reading.take_text()
                reading.end_story()
            reading.close_group()
        elif token.kind is Kind.BYTE:
            reading.letters.add_byte(token.number or 0)
        else:
            _read_symbol(reading, token.name)
        is_starred = token.kind is Kind.SYMBOL and token.name == "*"
    reading.apparatus.add_to(builder)
    reading.left_out.lost += reading.letters.lost
    reading.left_out.report_to(builder)


def _read_symbol(reading: Reading, name: str) -> None:
    sign = _SYMBOLS.get(name)
    if sign is not None:
        reading.letters.add_sign(sign)
    elif name in "\r\n":
        reading.own_state()
        reading.mark_paragraph()


def _read_word(reading: Reading, token: Token, *, is_starred: bool) -> None:
    name = token.name
    if name == "u":
        reading.letters.add_point(token.number or 0)
        return
    sign = _SIGNS.get(name)
    if sign is not None:
        reading.letters.add_sign(sign)
        return
    reading.letters.end_stand_in()
    read = _WORDS.get(name)
    if read is not None:
        reading.own_state()
        read(reading, token.number)
    elif is_starred:
        reading.tokens.skip_group()


def _end_paragraph(reading: Reading, _: int | None) -> None:
    reading.mark_paragraph()


def _end_section(reading: Reading, _: int | None) -> None:
    if reading.state.story.runs:
        reading.end_paragraph()
    reading.apparatus.end_section()


def _begin_section(reading: Reading, _: int | None) -> None:
    reading.apparatus.has_title_page = False


def _clear_looks(reading: Reading, _: int | None) -> None:
    reading.state.clear_looks(reading.default_font)
    reading.use_font()


def _clear_paragraph(reading: Reading, _: int | None) -> None:
    reading.state.clear_paragraph()


def _begin_row(reading: Reading, _: int | None) -> None:
    reading.state.story.is_row_open = True


def _end_cell(reading: Reading, _: int | None) -> None:
    reading.end_cell(1)


def _end_row(reading: Reading, _: int | None) -> None:
    reading.end_row(1)


def _end_nested_cell(reading: Reading, _: int | None) -> None:
    reading.end_cell(max(reading.state.nesting, _NESTED))


def _end_nested_row(reading: Reading, _: int | None) -> None:
    reading.end_row(max(reading.state.nesting, _NESTED))


def _set_stand_in(reading: Reading, number: int | None) -> None:
    reading.state.stand_in = reading.letters.stand_in = max(number or 0, 0)


def _set_default_font(reading: Reading, number: int | None) -> None:
    reading.default_font = reading.state.font = number or 0


def _set_page(page: int, reading: Reading, number: int | None) -> None:
    reading.set_page(number or page)


def _set_look(name: str, reading: Reading, number: int | None) -> None:
    reading.state.set_look(name, number)


def _set_change(name: str, reading: Reading, number: int | None) -> None:
    reading.state.set_change(name, number)


def _set_paragraph(name: str, reading: Reading, number: int | None) -> None:
    reading.state.set_paragraph(name, number)


def _set_outline(reading: Reading, number: int | None) -> None:
    reading.state.outline = outline_level(number)


def _set_character_style(reading: Reading, number: int | None) -> None:
    reading.state.character_style = number or 0


def _set_font(reading: Reading, number: int | None) -> None:
    reading.state.font = number or 0
    reading.use_font()


_WORDS: dict[str, _Read] = {
    "par": _end_paragraph,
    "sect": _end_section,
    "sectd": _begin_section,
    "plain": _clear_looks,
    "pard": _clear_paragraph,
    "trowd": _begin_row,
    "cell": _end_cell,
    "row": _end_row,
    "nestcell": _end_nested_cell,
    "nestrow": _end_nested_row,
    "uc": _set_stand_in,
    "deff": _set_default_font,
    "mac": partial(_set_page, 10000),
    "pc": partial(_set_page, 437),
    "pca": partial(_set_page, 850),
    "ansicpg": partial(_set_page, 1252),
    "outlinelevel": _set_outline,
    "cs": _set_character_style,
    "f": _set_font,
    **{name: partial(_set_look, name) for name in LOOK_WORDS},
    **{name: partial(_set_change, name) for name in CHANGE_WORDS},
    **{name: partial(_set_paragraph, name) for name in PARAGRAPH_WORDS},
    **GROUP_WORDS,
    **FIELD_WORDS,
}
