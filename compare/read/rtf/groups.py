r"""Groups of Rich Text that are more than their text: tables of the file, notes, comments, pictures, boxes.

{\*\atnauthor A. Clerk}\chatn{\*\annotation …}      a comment by A. Clerk: counted
{\pict\pngblip 89504e47 … 50 MB … }                 an image: counted, and passed over in one step
{\object{\*\objdata …}{\result{\pict …}}}           an object, and no image
{\footnote\ftnalt …}                                an endnote
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from compare.read.common.document_builder import ExtractedParagraph, ParagraphOrRow, Run
from compare.read.common.left_out import ObjectKind
from compare.read.rtf.fields import go_on, pass_over
from compare.read.rtf.interpreter import Reading
from compare.read.rtf.letters import Font
from compare.read.rtf.lists import read_lists, read_overrides
from compare.read.rtf.notes_and_headers import NUMBER_WORDS, PAGE_WORDS, Note
from compare.read.rtf.state import Shows
from compare.read.rtf.tables import read_fonts, read_names, read_styles, read_text

_Read = Callable[[Reading, int | None], None]

# Groups whose text is none of the document's, and that do not always say so with a star.
_PASSED_OVER = (
    *("aftncn", "aftnsep", "aftnsepc", "atndate", "atnparent", "atnref", "atntime", "background", "bkmkend"),
    *("bkmkstart", "colortbl", "datafield", "filetbl", "fldtype", "ftncn", "ftnsep", "ftnsepc", "generator", "info"),
    *("listname", "nextfile", "nonesttables", "nonshppict", "objalias", "objclass", "objdata", "objname", "objsect"),
    *("objtime", "pgdsctbl", "pn", "pnseclvl", "private", "protusertbl", "rxe", "shprslt", "tc", "tcn", "template"),
    *("themedata", "txe", "userprops", "xe"),
)
# Properties of a shape: its words, where they are drawn; its picture (others are what it is filled with).
_WORD_ART, _PICTURE = "gtextUNICODE", "pib"
# Groups that a reader may pass over, as their star says, and that lead to text.
_LEADING = ("nesttableprops", "result", "shpgrp", "shpinst", "shppict", "ud")


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


def _read_name(reading: Reading, _: int | None) -> None:
    reading.name = ""
    reading.state.shows = Shows.NAME


def _begin_comment(reading: Reading, _: int | None) -> None:
    reading.left_out.comments[reading.name] += 1
    reading.name = ""
    reading.tokens.skip_group()


def _begin_note(reading: Reading, _: int | None) -> None:
    is_shown = reading.is_shown()
    story = reading.state.story
    note = Note(is_counted=story.is_note_announced)
    if not note.is_counted and story.is_raised and story.runs:
        note.mark = story.runs.pop().text.strip()
    story.is_note_announced = story.is_raised = False
    reading.notes.append(note)

    def end(blocks: list[ParagraphOrRow]) -> None:
        note.blocks = blocks
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
        reading.begin_story(outer.boxes.extend)
    else:
        reading.tokens.skip_group()


def _read_shape_value(reading: Reading, _: int | None) -> None:
    """The value of a property of a shape: the words of WordArt, such as DRAFT across the page."""
    if reading.name.strip() == _WORD_ART and reading.is_shown():
        text = read_text(reading.tokens, Font(reading.codec))
        reading.state.story.boxes.append(ExtractedParagraph([Run(text)]))


def _count_image(reading: Reading, _: int | None) -> None:
    is_picture = reading.state.shows is Shows.TEXT or reading.name.strip() == _PICTURE
    if is_picture and reading.is_shown() and not reading.state.is_in_object:
        reading.left_out.objects[ObjectKind.IMAGE] += 1
    reading.tokens.skip_group()


def _count_object(reading: Reading, _: int | None) -> None:
    if reading.is_shown():
        reading.left_out.objects[ObjectKind.OBJECT] += 1
    reading.state.is_in_object = True


def _set_facing_pages(reading: Reading, _: int | None) -> None:
    reading.apparatus.has_facing_pages = True


def _set_title_page(reading: Reading, _: int | None) -> None:
    reading.apparatus.has_title_page = True


def _set_note_style(name: str, reading: Reading, _: int | None) -> None:
    is_endnote, style = NUMBER_WORDS[name]
    numbering = reading.apparatus.endnotes if is_endnote else reading.apparatus.footnotes
    numbering.style = style


def _set_footnote_start(reading: Reading, number: int | None) -> None:
    reading.apparatus.footnotes.at = number or 1


def _set_endnote_start(reading: Reading, number: int | None) -> None:
    reading.apparatus.endnotes.at = number or 1


GROUP_WORDS: dict[str, _Read] = {
    **dict.fromkeys(_PASSED_OVER, pass_over),
    **dict.fromkeys(_LEADING, go_on),
    **dict.fromkeys(("listtext", "pntext"), _show_mark),
    **dict.fromkeys(("shp", "do"), _show_nothing),
    **dict.fromkeys(("shptxt", "dptxbxtext"), _begin_box),
    **dict.fromkeys(("atnid", "atnauthor", "sn"), _read_name),
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
    "ftnstart": _set_footnote_start,
    "aftnstart": _set_endnote_start,
    "sv": _read_shape_value,
    "pict": _count_image,
    "object": _count_object,
    "facingp": _set_facing_pages,
    "titlepg": _set_title_page,
}
