"""The functions of PDFium that the reader calls, as plain functions on numbers.

    FPDFText_GetTextObject(page, 17)     0.6 microseconds: builds a pointer object for a handle that is only compared
    text_object_at(page, 17)             0.3 microseconds: the handle is a number
    the same with a prepared pointer     0.2 microseconds: ctypes converts each argument at each call otherwise

300 pages have 1,500,000 characters: a slow call for each would cost more than reading the file.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

# A PDFium handle of a document, a page, its text or an object on it. 0 and None mean "none".
_H, _I, _U, _F, _D = ctypes.c_void_p, ctypes.c_int, ctypes.c_ulong, ctypes.c_float, ctypes.c_double


def _call(name: str, result: Any, *arguments: Any) -> Any:  # noqa: ANN401 (types of ctypes)
    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0
    # PYFUNCTYPE keeps the interpreter lock: the worker has no other threads.
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def _quick_call(name: str, result: Any) -> Any:  # noqa: ANN401
    """A function whose arguments are small numbers and what `pointer` has prepared; nothing checks them."""
    return _call(name, result)


def pointer(address: int) -> Any:  # noqa: ANN401
    """Prepares a handle or an address once, for many calls."""
    return _H.from_param(address)


load_document = _call("FPDF_LoadMemDocument64", _H, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p)
close_document = _call("FPDF_CloseDocument", None, _H)
last_error = _call("FPDF_GetLastError", _U)
count_pages = _call("FPDF_GetPageCount", _I, _H)
count_attachments = _call("FPDFDoc_GetAttachmentCount", _I, _H)
form_type = _call("FPDF_GetFormType", _I, _H)
load_page = _call("FPDF_LoadPage", _H, _H, _I)
close_page = _call("FPDF_ClosePage", None, _H)
page_box = _call("FPDF_GetPageBoundingBox", _I, _H, _H)

get_text_within = _call("FPDFText_GetBoundedText", _I, _H, _D, _D, _D, _D, _H, _I)
load_text = _call("FPDFText_LoadPage", _H, _H)
close_text = _call("FPDFText_ClosePage", None, _H)
count_characters = _call("FPDFText_CountChars", _I, _H)
get_text = _call("FPDFText_GetText", _I, _H, _I, _I, _H)
# Of the text of a page, and the index of a character; then where the answer is to be written.
unicode_at = _quick_call("FPDFText_GetUnicode", ctypes.c_uint)
is_generated = _quick_call("FPDFText_IsGenerated", _I)
is_unmapped = _quick_call("FPDFText_HasUnicodeMapError", _I)
text_object_at = _quick_call("FPDFText_GetTextObject", _H)
font_size_at = _quick_call("FPDFText_GetFontSize", _D)
count_rectangles = _quick_call("FPDFText_CountRects", _I)
get_rectangle = _quick_call("FPDFText_GetRect", _I)
get_loose_box = _quick_call("FPDFText_GetLooseCharBox", _I)
get_origin = _quick_call("FPDFText_GetCharOrigin", _I)
get_matrix = _quick_call("FPDFText_GetMatrix", _I)
fill_colour_at = _quick_call("FPDFText_GetFillColor", _I)

font_of = _call("FPDFTextObj_GetFont", _H, _H)
font_name = _call("FPDFFont_GetBaseFontName", _U, _H, _H, _U)
font_flags = _call("FPDFFont_GetFlags", _I, _H)
fill_colour = _call("FPDFPageObj_GetFillColor", _I, _H, _H, _H, _H, _H)
stroke_colour = _call("FPDFPageObj_GetStrokeColor", _I, _H, _H, _H, _H, _H)
render_mode = _call("FPDFTextObj_GetTextRenderMode", _I, _H)

count_objects = _call("FPDFPage_CountObjects", _I, _H)
object_at = _quick_call("FPDFPage_GetObject", _H)  # of a prepared page, and a number
object_type = _call("FPDFPageObj_GetType", _I, _H)
object_bounds = _call("FPDFPageObj_GetBounds", _I, _H, _H, _H, _H, _H)
object_matrix = _call("FPDFPageObj_GetMatrix", _I, _H, _H)
count_inner = _call("FPDFFormObj_CountObjects", _I, _H)
inner_at = _call("FPDFFormObj_GetObject", _H, _H, _U)
count_marks = _call("FPDFPageObj_CountMarks", _I, _H)
mark_at = _call("FPDFPageObj_GetMark", _H, _H, _U)
mark_name = _call("FPDFPageObjMark_GetName", _I, _H, _H, _U, _H)
draw_mode = _call("FPDFPath_GetDrawMode", _I, _H, _H, _H)
count_segments = _call("FPDFPath_CountSegments", _I, _H)
segment_at = _call("FPDFPath_GetPathSegment", _H, _H, _I)
segment_point = _call("FPDFPathSegment_GetPoint", _I, _H, _H, _H)
segment_type = _call("FPDFPathSegment_GetType", _I, _H)

_open_form = _call("FPDFDOC_InitFormFillEnvironment", _H, _H, _H)
close_form = _call("FPDFDOC_ExitFormFillEnvironment", None, _H)
count_annotations = _call("FPDFPage_GetAnnotCount", _I, _H)
annotation_at = _call("FPDFPage_GetAnnot", _H, _H, _I)
close_annotation = _call("FPDFPage_CloseAnnot", None, _H)
annotation_type = _call("FPDFAnnot_GetSubtype", _I, _H)
annotation_flags = _call("FPDFAnnot_GetFlags", _I, _H)
annotation_box = _call("FPDFAnnot_GetRect", _I, _H, _H)
is_checked = _call("FPDFAnnot_IsChecked", _I, _H, _H)
field_type = _call("FPDFAnnot_GetFormFieldType", _I, _H, _H)
field_value = _call("FPDFAnnot_GetFormFieldValue", _U, _H, _H, _H, _U)
flatten = _call("FPDFPage_Flatten", _I, _H, _I)
annotation_string = _call("FPDFAnnot_GetStringValue", _U, _H, ctypes.c_char_p, _H, _U)


def open_form(document: int) -> tuple[int, object]:
    """Opens the form of a document: its handle, 0 if there is none, and what must live as long as the handle."""
    settings = pdfium.FPDF_FORMFILLINFO(version=2)
    handle = _open_form(document, ctypes.addressof(settings))
    return handle or 0, settings


def start_library() -> None:
    """Initialises PDFium. Call it once, before any other function."""
    pdfium.FPDF_InitLibrary()
