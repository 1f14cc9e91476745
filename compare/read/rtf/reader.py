r"""Reads Rich Text, as Word, Writer, WordPad and TextEdit save it (.rtf): what each control word does.

{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}
\pard\plain\s1 {\listtext 29.\tab}Sports ground\par                 29. Sports ground
\pard {\b Resolved:} \endash  That {\deleted not }the …             Resolved: – That the …
{\field{\*\fldinst PAGE}{\fldrslt 3}}                                3: the result of a field, not its instruction
{\field{\*\fldinst SET x "…"}{\fldrslt …}}                           nothing: stored and not printed
{\field{\*\fldinst SYMBOL 252 \\f "Wingdings"}{\fldrslt}}             ✓: a field that Word stores without a result
{\*\formfield{\fftype2\ffres1{\*\ffl For}{\*\ffl Against}}}          Against
{\upr{\'3f}{\*\ud\u8217 ?}}                                          the second, for readers that know Unicode
{\shp{\*\shpinst{\shptxt Draft\par}}{\shprslt …}}                    "Draft", once, after the paragraph
{\*\atnauthor A. Clerk}\chatn{\*\annotation …}                       a comment by A. Clerk: counted
{\pict\pngblip 89504e47 … 50 MB … }                                  an image: counted, and skipped in one step
{\object{\*\objdata …}{\result{\pict …}}}                            an object, and no image
{\mmath{\*\moMath{\mf{\mnum{\mr x}}{\mden{\mr 2}}}}{\mmathPict …}}   x/2
{\*\unknown …}                                                       a group of a newer Word: skipped, as the star asks
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from compare.read.common.computed_fields import FieldPlace
from compare.read.common.document_builder import PAGE_BREAK, DocumentBuilder, ExtractedParagraph, ParagraphOrRow, Run
from compare.read.common.left_out import ObjectKind
from compare.read.common.word_processing import TICKED, UNPRINTED_FIELDS, UNTICKED
from compare.read.rtf.characters import Font, read_text
from compare.read.rtf.file_tables import read_fonts, read_lists, read_names, read_overrides, read_styles
from compare.read.rtf.group_state import CHANGE_WORDS, FORMATTING_WORDS, PARAGRAPH_WORDS, Destination, GroupState
from compare.read.rtf.reader_state import NUMBER_WORDS, PAGE_WORDS, Note, ReaderState, start_reading
from compare.read.rtf.tokens import Token, TokenKind
from compare.values import Doubt, Tracked

# The depth of a table in a table.
_NESTED = 2
_CHARACTERS = {
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
_LINK = "HYPERLINK"
_LONGEST_INSTRUCTION = 200  # bytes of a field's instruction that are looked at
_FORM_WORDS = frozenset({"fftype", "ffres", "ffdefres"})
_TICK_BOX, _DROP_DOWN = 1, 2  # kinds of form fields
_UNTOUCHED = 25  # the result of a form field with its default value. Source: the specification 1.9.1, "ffres"
# Properties of a shape: the words of WordArt; its picture (others are what it is filled with).
_WORD_ART, _PICTURE = "gtextUNICODE", "pib"
# Groups without text of the document that do not always begin with a star.
_SKIPPED = (
    *("aftncn", "aftnsep", "aftnsepc", "atndate", "atnparent", "atnref", "atntime", "background", "bkmkend"),
    *("bkmkstart", "colortbl", "datafield", "filetbl", "fldtype", "ftncn", "ftnsep", "ftnsepc", "info"),
    *("listname", "nextfile", "nonesttables", "nonshppict", "objalias", "objclass", "objdata", "objname", "objsect"),
    *("objtime", "pgdsctbl", "pn", "pnseclvl", "private", "protusertbl", "rxe", "shprslt", "tc", "tcn", "template"),
    *("themedata", "txe", "userprops", "xe"),
    # how a formula is drawn
    *("mmathPict", "mmathPr", "maccPr", "mbarPr", "mborderBoxPr", "mboxPr", "mctrlPr", "mdPr", "meqArrPr", "mfPr"),
    *("mfuncPr", "mgroupChrPr", "mlimlowPr", "mlimuppPr", "mmPr", "mnaryPr", "moMathParaPr", "mphantPr", "mradPr"),
    *("msPrePr", "msSubPr", "msSubSupPr", "msSupPr"),
)
# Groups that hold text, although their star lets a reader skip them.
_READ = ("nesttableprops", "result", "shpgrp", "shpinst", "shppict", "ud", "field", "moMath", "moMathPara")
# Writer 7.4 states a change that reaches the end of a paragraph as one of the last run before it.
_WRITER = "LibreOffice"
_MISPLACED = (
    "where tracked changes begin that reach the end of a paragraph",
    "LibreOffice saves it wrongly as Rich Text; compare the same text saved as .odt",
)
_Action = Callable[[ReaderState, int | None], object]


def fill_from_rtf(data: bytes, builder: DocumentBuilder, tracked: Tracked) -> None:
    """Fills a builder from the bytes of a Rich Text file. Cost: linear in the file.

    Raises: UnreadableError for a file that was cut off or is damaged, TooLargeError.
    """
    reader = start_reading(data, builder, tracked)
    is_starred = False
    for token in reader.tokens:
        if token.kind is TokenKind.TEXT:
            reader.decoder.add_text(token.data)
        elif token.kind is TokenKind.WORD:
            _read_word(reader, token, is_starred=is_starred)
        elif token.kind is TokenKind.OPEN:
            reader.open_group()
        elif token.kind is TokenKind.CLOSE:
            if reader.tokens.depth == 0:
                reader.take_text()
                reader.end_flow()
            reader.close_group()
        elif token.kind is TokenKind.BYTE:
            reader.decoder.add_byte(token.number or 0)
        else:
            _read_symbol(reader, token.name)
        is_starred = token.kind is TokenKind.SYMBOL and token.name == "*"
    reader.notes_and_headers.add_to(builder)
    reader.left_out.lost += reader.decoder.lost
    reader.left_out.report_to(builder)
    if reader.is_by_writer and reader.left_out.changes:
        builder.leave_out(*_MISPLACED, Doubt.UNREAD)


def _read_symbol(reader: ReaderState, name: str) -> None:
    character = _SYMBOLS.get(name)
    if character is not None:
        reader.decoder.add_character(character)
    elif name in "\r\n":
        reader.own_state()
        reader.mark_paragraph()


def _read_word(reader: ReaderState, token: Token, *, is_starred: bool) -> None:
    name = token.name
    if name == "u":
        reader.decoder.add_point(token.number or 0)
        return
    character = _CHARACTERS.get(name)
    if character is not None:
        reader.decoder.add_character(character)
        return
    reader.decoder.end_fallback()
    act = _ACTIONS.get(name)
    if act is not None:
        reader.own_state()
        act(reader, token.number)
    elif is_starred:
        reader.tokens.skip_group()


def _end_section(reader: ReaderState, _: int | None) -> None:
    if reader.state.flow.runs:
        reader.end_paragraph()
    reader.notes_and_headers.end_section()


def _clear_formatting(reader: ReaderState, _: int | None) -> None:
    reader.state.clear_formatting(reader.default_font)
    reader.use_font()


def _set_fallback(reader: ReaderState, number: int | None) -> None:
    reader.state.fallback = reader.decoder.fallback = max(number or 0, 0)


def _set_default_font(reader: ReaderState, number: int | None) -> None:
    reader.default_font = reader.state.font = number or 0


def _set_font(reader: ReaderState, number: int | None) -> None:
    reader.state.font = number or 0
    reader.use_font()


def _set_page(usual: int, reader: ReaderState, number: int | None) -> None:
    reader.set_page(number or usual)


def _read_fonts(reader: ReaderState, _: int | None) -> None:
    reader.fonts = reader.counter.fonts = read_fonts(reader.tokens, reader.codec)
    reader.use_font()


def _read_styles(reader: ReaderState, _: int | None) -> None:
    reader.styles = read_styles(reader.tokens)


def _read_lists(reader: ReaderState, _: int | None) -> None:
    reader.counter.lists = read_lists(reader.tokens)


def _read_overrides(reader: ReaderState, _: int | None) -> None:
    reader.counter.uses = read_overrides(reader.tokens)


def _read_authors(reader: ReaderState, _: int | None) -> None:
    reader.changes.authors = read_names(reader.tokens, Font(reader.codec))


def _read_mark(reader: ReaderState, _: int | None) -> None:
    reader.state.flow.mark = ""
    reader.state.destination = Destination.MARK


def _read_name(reader: ReaderState, _: int | None) -> None:
    reader.name = ""
    reader.state.destination = Destination.NAME


def _read_generator(reader: ReaderState, _: int | None) -> None:
    reader.is_by_writer = read_text(reader.tokens, Font(reader.codec)).lstrip().startswith(_WRITER)


def _count_comment(reader: ReaderState, _: int | None) -> None:
    reader.left_out.comments[reader.name] += 1
    reader.name = ""
    reader.tokens.skip_group()


def _begin_note(reader: ReaderState, _: int | None) -> None:
    is_printed = reader.is_printed()
    flow = reader.state.flow
    note = Note(is_counted=flow.is_note_announced)
    if not note.is_counted and flow.is_raised and flow.runs:
        note.mark = flow.runs.pop().text.strip()
    flow.is_note_announced = flow.is_raised = False
    reader.notes.append(note)

    def end(blocks: list[ParagraphOrRow]) -> None:
        note.blocks = blocks
        reader.notes.pop()
        if is_printed:
            reader.notes_and_headers.add_note(note)

    reader.begin_flow(end)


def _announce_note(reader: ReaderState, _: int | None) -> None:
    if reader.notes:
        reader.notes[-1].is_counted = True
    else:
        reader.state.flow.is_note_announced = True


def _make_endnote(reader: ReaderState, _: int | None) -> None:
    if reader.notes:
        reader.notes[-1].is_endnote = True


def _begin_page_text(name: str, reader: ReaderState, _: int | None) -> None:
    reader.begin_flow(partial(reader.notes_and_headers.add_page_text, name))


def _begin_box(reader: ReaderState, _: int | None) -> None:
    outer = reader.state.flow
    if reader.is_printed():
        reader.begin_flow(outer.boxes.extend)
    else:
        reader.tokens.skip_group()


def _read_shape_value(reader: ReaderState, _: int | None) -> None:
    """Reads the value of a shape's property: the words of WordArt, such as DRAFT across the page."""
    if reader.name.strip() == _WORD_ART and reader.is_printed():
        text = read_text(reader.tokens, Font(reader.codec))
        reader.state.flow.boxes.append(ExtractedParagraph([Run(text)]))


def _count_image(reader: ReaderState, _: int | None) -> None:
    is_picture = reader.state.destination is Destination.TEXT or reader.name.strip() == _PICTURE
    if is_picture and reader.is_printed() and not reader.state.is_in_object:
        reader.left_out.objects[ObjectKind.IMAGE] += 1
    reader.tokens.skip_group()


def _count_object(reader: ReaderState, _: int | None) -> None:
    if reader.is_printed():
        reader.left_out.objects[ObjectKind.OBJECT] += 1
    reader.state.is_in_object = True


def _set_note_format(name: str, reader: ReaderState, _: int | None) -> None:
    is_endnote, number_format = NUMBER_WORDS[name]
    found = reader.notes_and_headers
    (found.endnotes if is_endnote else found.footnotes).number_format = number_format


def _set_footnote_start(reader: ReaderState, number: int | None) -> None:
    reader.notes_and_headers.footnotes.at = number or 1


def _set_endnote_start(reader: ReaderState, number: int | None) -> None:
    reader.notes_and_headers.endnotes.at = number or 1


def _set_title_page(reader: ReaderState, _: int | None, *, is_so: bool = True) -> None:
    reader.notes_and_headers.has_title_page = is_so


def _set_facing_pages(reader: ReaderState, _: int | None) -> None:
    reader.notes_and_headers.has_facing_pages = True


def _begin_row(reader: ReaderState, _: int | None) -> None:
    reader.state.flow.is_row_open = True


def _send_to(destination: Destination, reader: ReaderState, _: int | None) -> None:
    reader.state.destination = destination


def _read_instruction(reader: ReaderState, _: int | None) -> None:
    """Reads a field's instruction; the group around this one is the field's."""
    instruction = b""
    form: dict[str, int] = {}
    entries: list[str] = []
    for token in reader.tokens.rest_of_group():
        if token.kind is TokenKind.TEXT and len(instruction) < _LONGEST_INSTRUCTION:
            instruction += token.data[:_LONGEST_INSTRUCTION].translate(None, b"\r\n")
        elif token.kind is TokenKind.SYMBOL and token.name == "\\":
            instruction += b"\\"
        elif token.name == "ffl":
            entries.append(read_text(reader.tokens, Font(reader.codec)).strip())
        elif token.name in _FORM_WORDS:
            form[token.name] = token.number or 0
    name = instruction.split(maxsplit=1)[0].upper().decode("latin-1") if instruction.strip() else ""
    if name == _LINK:
        reader.stack[-1].is_link = True
    elif name in UNPRINTED_FIELDS:
        reader.stack[-1].destination = Destination.NOTHING
    elif reader.stack[-1].at_end is None and reader.is_printed():
        reader.stack[-1].at_end = _compute_field(reader, instruction.decode("latin-1"))
    if form:
        reader.decoder.add_character(_form_value(form, entries))


def _compute_field(reader: ReaderState, instruction: str) -> Callable[[], None] | None:
    """What to do at the end of a field that may have no result of its own; `None` if it prints nothing by itself."""
    state = reader.stack[-1]
    before = len(state.flow.runs)
    heading = reader.styles.heading_level(state.style) if state.outline is None else state.outline
    place = FieldPlace(reader.ended, heading, state.level + 1 if state.list_use else 0)
    text = reader.computed_fields.text_of(instruction, place)

    def end() -> None:
        if len(state.flow.runs) == before:
            reader.decoder.add_character(text)
            reader.take_text()

    return end if text else None


def _form_value(form: dict[str, int], entries: list[str]) -> str:
    """The text of a tick box or a drop-down list."""
    result = form.get("ffres", _UNTOUCHED)
    chosen = form.get("ffdefres", 0) if result == _UNTOUCHED else result
    if form.get("fftype") == _TICK_BOX:
        return TICKED if chosen else UNTICKED
    if form.get("fftype") == _DROP_DOWN and 0 <= chosen < len(entries):
        return entries[chosen]
    return ""


def _begin_formula(reader: ReaderState, _: int | None) -> None:
    """Starts a formula: its characters are text; a formula without any is counted."""
    state = reader.state
    before = len(state.flow.runs)

    def end() -> None:
        if len(state.flow.runs) == before and reader.is_printed():
            reader.left_out.objects[ObjectKind.FORMULA] += 1

    state.at_end = end


def _begin_brackets(reader: ReaderState, _: int | None) -> None:
    def end() -> None:
        reader.decoder.add_character(")")
        reader.take_text()

    reader.decoder.add_character("(")
    reader.state.at_end = end


def _set(setter: Callable[[GroupState, str, int | None], None], name: str) -> _Action:
    """The action of a word that sets a property of the group."""
    return lambda reader, number: setter(reader.state, name, number)


# What each control word does, with the number after it.
_ACTIONS: dict[str, _Action] = {
    **dict.fromkeys(_SKIPPED, lambda reader, _: reader.tokens.skip_group()),
    **dict.fromkeys(_READ, lambda _, __: None),
    **dict.fromkeys(("listtext", "pntext"), _read_mark),
    **dict.fromkeys(("shp", "do"), partial(_send_to, Destination.NOTHING)),
    **dict.fromkeys(("shptxt", "dptxbxtext"), _begin_box),
    **dict.fromkeys(("atnid", "atnauthor", "sn"), _read_name),
    **{name: partial(_begin_page_text, name) for name in PAGE_WORDS},
    **{name: partial(_set_note_format, name) for name in NUMBER_WORDS},
    **{name: _set(GroupState.set_formatting, name) for name in FORMATTING_WORDS},
    **{name: _set(GroupState.set_change, name) for name in CHANGE_WORDS},
    **{name: _set(GroupState.set_paragraph, name) for name in PARAGRAPH_WORDS},
    "annotation": _count_comment,
    "aftnstart": _set_endnote_start,
    "ansicpg": partial(_set_page, 1252),
    "cell": lambda reader, _: reader.end_cell(1),
    "chftn": _announce_note,
    "deff": _set_default_font,
    "f": _set_font,
    "facingp": _set_facing_pages,
    "fldinst": _read_instruction,
    "fonttbl": _read_fonts,
    "generator": _read_generator,
    "footnote": _begin_note,
    "ftnalt": _make_endnote,
    "ftnstart": _set_footnote_start,
    "listoverridetable": _read_overrides,
    "listtable": _read_lists,
    "mac": partial(_set_page, 10000),
    "md": _begin_brackets,
    "mden": lambda reader, _: reader.decoder.add_character("/"),
    "mmath": _begin_formula,
    "nestcell": lambda reader, _: reader.end_cell(max(reader.state.nesting, _NESTED)),
    "nestrow": lambda reader, _: reader.end_row(max(reader.state.nesting, _NESTED)),
    "object": _count_object,
    "par": lambda reader, _: reader.mark_paragraph(),
    "pard": lambda reader, _: reader.state.clear_paragraph(),
    "pc": partial(_set_page, 437),
    "pca": partial(_set_page, 850),
    "pict": _count_image,
    "plain": _clear_formatting,
    "revtbl": _read_authors,
    "row": lambda reader, _: reader.end_row(1),
    "sect": _end_section,
    "sectd": partial(_set_title_page, is_so=False),
    "stylesheet": _read_styles,
    "sv": _read_shape_value,
    "titlepg": _set_title_page,
    "trowd": _begin_row,
    "uc": _set_fallback,
    "upr": partial(_send_to, Destination.ALTERNATIVES),
}
