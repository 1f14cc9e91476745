r"""Groups of Rich Text that are more than their text: tables of the file, notes, comments, pictures, fields, boxes.

{\*\atnauthor A. Clerk}\chatn{\*\annotation …}      a comment by A. Clerk: counted
{\pict\pngblip 89504e47 … 50 MB … }                 an image: counted, and passed over in one step
{\object{\*\objdata …}{\result{\pict …}}}           an object, and no image
{\field{\*\fldinst HYPERLINK "…"}{\fldrslt …}}      what it shows, without the underline of a link
{\footnote\ftnalt …}                                an endnote
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from compare.read.rtf_apparatus import NUMBER_WORDS, PAGE_WORDS, Note
from compare.read.rtf_letters import Font
from compare.read.rtf_lists import read_lists, read_overrides
from compare.read.rtf_reading import Reading
from compare.read.rtf_state import Shows
from compare.read.rtf_story import Kept
from compare.read.rtf_tables import read_fonts, read_names, read_styles
from compare.read.rtf_tokens import Kind

_Read = Callable[[Reading, int | None], None]

# Groups whose text is none of the document's, and that do not always say so with a star.
_PASSED_OVER = (
    *("aftncn", "aftnsep", "aftnsepc", "atndate", "atnparent", "atnref", "atntime", "background", "bkmkend"),
    *("bkmkstart", "colortbl", "datafield", "filetbl", "fldtype", "ftncn", "ftnsep", "ftnsepc", "generator", "info"),
    *("listname", "nextfile", "nonesttables", "nonshppict", "objalias", "objclass", "objdata", "objname", "objsect"),
    *("objtime", "pgdsctbl", "pn", "pnseclvl", "private", "protusertbl", "rxe", "shprslt", "tc", "tcn", "template"),
    *("themedata", "txe", "userprops", "xe"),
)
# Groups that a reader may pass over, as their star says, and that lead to text.
_LEADING = ("nesttableprops", "result", "shpgrp", "shpinst", "shppict", "ud")


def _pass_over(reading: Reading, _: int | None) -> None:
    reading.tokens.skip_group()


def _go_on(_: Reading, __: int | None) -> None:
    """Nothing: the group is read as any other."""


def _read_fonts(reading: Reading, _: int | None) -> None:
    reading.fonts = reading.counter.fonts = read_fonts(reading.tokens, reading.codec)
    reading.use_font()


def _read_styles(reading: Reading, _: int | None) -> None:
    reading.styles = read_styles(reading.tokens)


def _read_lists(reading: Reading, _: int | None) -> None:
    reading.counter.lists = read_lists(reading.tokens)


def _read_overrides(reading: Reading, _: int | None) -> None:
    reading.counter.uses = read_overrides(reading.tokens)


def _read_authors(reading: Reading, _: int | None) -> None:
    reading.changes.authors = read_names(reading.tokens, Font(reading.codec))


def _show_mark(reading: Reading, _: int | None) -> None:
    reading.state.story.mark = ""
    reading.state.shows = Shows.MARK


def _show_nothing(reading: Reading, _: int | None) -> None:
    reading.state.shows = Shows.NOTHING


def _show_second(reading: Reading, _: int | None) -> None:
    reading.state.shows = Shows.EITHER


def _read_author(reading: Reading, _: int | None) -> None:
    reading.comment_author = ""
    reading.state.shows = Shows.NAME


def _begin_comment(reading: Reading, _: int | None) -> None:
    is_shown = reading.is_shown()

    def end(_: Kept) -> None:
        if is_shown:
            reading.left_out.comments[reading.comment_author] += 1
        reading.comment_author = ""

    reading.begin_story(end)


def _begin_note(reading: Reading, _: int | None) -> None:
    is_shown = reading.is_shown()
    note = Note(is_counted=reading.state.story.is_note_announced)
    reading.state.story.is_note_announced = False
    reading.notes.append(note)

    def end(text: Kept) -> None:
        note.text = text
        reading.notes.pop()
        if is_shown:
            reading.apparatus.add_note(note)

    reading.begin_story(end)


def _announce_note(reading: Reading, _: int | None) -> None:
    if reading.notes:
        reading.notes[-1].is_counted = True
    else:
        reading.state.story.is_note_announced = True


def _make_endnote(reading: Reading, _: int | None) -> None:
    if reading.notes:
        reading.notes[-1].is_endnote = True


def _begin_page_text(name: str, reading: Reading, _: int | None) -> None:
    reading.begin_story(partial(reading.apparatus.add_page_text, name))


def _begin_box(reading: Reading, _: int | None) -> None:
    outer = reading.state.story
    if reading.is_shown():
        reading.begin_story(outer.add_box)
    else:
        reading.tokens.skip_group()


def _count_image(reading: Reading, _: int | None) -> None:
    if reading.is_shown() and not reading.state.is_in_object:
        reading.left_out.images += 1
    reading.tokens.skip_group()


def _count_formula(reading: Reading, _: int | None) -> None:
    if reading.is_shown():
        reading.left_out.formulas += 1
    reading.tokens.skip_group()


def _count_object(reading: Reading, _: int | None) -> None:
    if reading.is_shown():
        reading.left_out.objects += 1
    reading.state.is_in_object = True


def _read_instruction(reading: Reading, _: int | None) -> None:
    """What a field asks for. A link is told by it; the group of the field is the one around this."""
    asked = b""
    for token in reading.tokens.rest_of_group():
        if token.kind is Kind.TEXT and not asked:
            asked = token.data.strip().upper()
    if asked.startswith(b"HYPERLINK"):
        reading.stack[-1].is_link = True


def _set_facing_pages(reading: Reading, _: int | None) -> None:
    reading.apparatus.has_facing_pages = True


def _set_title_page(reading: Reading, _: int | None) -> None:
    reading.apparatus.has_title_page = True


def _set_note_style(name: str, reading: Reading, _: int | None) -> None:
    is_endnote, style = NUMBER_WORDS[name]
    reading.apparatus.styles[is_endnote] = style


def _set_note_start(is_endnote: int, reading: Reading, number: int | None) -> None:
    reading.apparatus.starts[bool(is_endnote)] = number or 1


GROUP_WORDS: dict[str, _Read] = {
    **dict.fromkeys(_PASSED_OVER, _pass_over),
    **dict.fromkeys(_LEADING, _go_on),
    **dict.fromkeys(("listtext", "pntext"), _show_mark),
    **dict.fromkeys(("shp", "do"), _show_nothing),
    **dict.fromkeys(("shptxt", "dptxbxtext"), _begin_box),
    **dict.fromkeys(("atnid", "atnauthor"), _read_author),
    **dict.fromkeys(("mmath", "moMath", "moMathPara"), _count_formula),
    **{name: partial(_begin_page_text, name) for name in PAGE_WORDS},
    **{name: partial(_set_note_style, name) for name in NUMBER_WORDS},
    "fonttbl": _read_fonts,
    "stylesheet": _read_styles,
    "listtable": _read_lists,
    "listoverridetable": _read_overrides,
    "revtbl": _read_authors,
    "upr": _show_second,
    "annotation": _begin_comment,
    "footnote": _begin_note,
    "chftn": _announce_note,
    "ftnalt": _make_endnote,
    "ftnstart": partial(_set_note_start, 0),
    "aftnstart": partial(_set_note_start, 1),
    "pict": _count_image,
    "object": _count_object,
    "fldinst": _read_instruction,
    "facingp": _set_facing_pages,
    "titlepg": _set_title_page,
}
