"""Broken files of every format: a reader gives a document or one of our errors, and nothing else.

READER_EXAMPLES=5000 python -m pytest tests/test_fuzz_readers.py       a long campaign
"""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from refusals import assert_refused

from compare.errors import CompareError, TooLargeError, UnreadableError, UnsupportedFormatError
from compare.read.common.document_builder import DocumentBuilder
from compare.read.docx.reader import fill_from_docx
from compare.read.html.reader import fill_from_html
from compare.read.html.web_archive import fill_from_mhtml
from compare.read.odt.reader import fill_from_odt
from compare.read.pdf.reader import fill_from_pdf
from compare.read.rtf.reader import fill_from_rtf
from compare.values import Document, Tracked

FORMATS = Path(__file__).parent / "formats" / "rendered"
READERS = {
    "docx": (fill_from_docx, "parish-council/python-docx.docx"),
    "odt": (fill_from_odt, "parish-council/writer.odt"),
    "rtf": (fill_from_rtf, "parish-council/pandoc.rtf"),
    "html": (fill_from_html, "parish-council/writer.html"),
    "mhtml": (fill_from_mhtml, "borough-cabinet/page.mhtml"),
    "pdf": (fill_from_pdf, "parish-council/edited.pdf"),
}
EXAMPLES = int(os.environ.get("READER_EXAMPLES", "40"))
# A PDF is read in a process of its own, which takes 0.2 s to start.
FEWER = {"pdf": 4}
TOKENS = (
    *(b"<", b">", b"</", b"/>", b"&", b"&#0;", b"&#xD800;", b"<!--", b"]]>", b"\x00", b"\xff\xfe", b"\xed\xa0\x80"),
    *(
        b"<w:p>",
        b"</w:p>",
        b"<w:tbl>",
        b"<w:ins>",
        b"<w:numId w:val='9'/>",
        b"<text:list>",
        b"<text:s text:c='9999999'/>",
    ),
    *(b"{", b"}", b"\\u-1 ", b"\\bin9999 ", b"\\'", b"\\*", b"\\par", b"\\cell", b"\\row", b"\\ls9", b"\\uc99 "),
    *(
        b"<table>",
        b"<td colspan=99999>",
        b"<ol start=99999999>",
        b"<script>",
        b"<div hidden>",
        b"=0D",
        b"--",
        b"endobj",
    ),
    *(b"stream", b"0 R", b"<<", b">>", b"/Kids", b"99999999999", b"-1", b"\r\n\r\n"),
)

cuts = st.tuples(st.floats(0, 1), st.floats(0, 1))


@st.composite
def mutations(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes with up to four pieces cut out, doubled, exchanged, overwritten or put in."""
    for _ in range(draw(st.integers(1, 4))):
        first, last = sorted(int(share * len(data)) for share in draw(cuts))
        last = min(last, first + draw(st.sampled_from([1, 4, 40, 4_000, len(data)])))
        piece = data[first:last]
        match draw(st.sampled_from(["cut", "double", "flip", "token", "end", "swap"])):
            case "cut":
                data = data[:first] + data[last:]
            case "double":
                data = data[:last] + piece[:20_000] + data[last:]
            case "flip":
                data = data[:first] + bytes([draw(st.integers(0, 255))]) + data[first + 1 :]
            case "token":
                data = data[:first] + draw(st.sampled_from(TOKENS)) + data[first:]
            case "end":
                data = data[: max(first, 1)]
            case "swap":
                data = data[:first] + data[last : last + len(piece)] + piece + data[last + len(piece) :]
    return data


@st.composite
def broken_files(draw: st.DrawFn, data: bytes) -> bytes:
    """The file broken; of a zip, mostly one of its parts, so that readers get past the zip."""
    if not data.startswith(b"PK") or draw(st.integers(0, 9)) == 0:
        return draw(mutations(data))
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = draw(st.sampled_from(sorted(name for name in parts if name.endswith((".xml", ".rels", "mimetype")))))
    parts[name] = draw(mutations(parts[name]))
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return target.getvalue()


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.slow
def test_a_broken_file_is_read_or_refused(kind: str) -> None:
    """Whatever breaks a file, its reader gives a document or an error with place, cause and remedy."""
    original = (FORMATS / READERS[kind][1]).read_bytes()

    @settings(
        max_examples=max(1, EXAMPLES // FEWER.get(kind, 1)),
        deadline=None,
        derandomize="READER_EXAMPLES" not in os.environ,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(broken_files(original), st.sampled_from(Tracked))
    def check(data: bytes, tracked: Tracked) -> None:
        document = _read(kind, data, tracked)
        if document is not None:
            _assert_sound(document)

    check()


def _read(kind: str, data: bytes, tracked: Tracked) -> Document | None:
    """The document, or `None` for one that is refused, as it must be, with place, cause and remedy."""
    builder = DocumentBuilder("minutes")
    try:
        READERS[kind][0](data, builder, tracked)
        return builder.build(name="minutes", data=data, kind=kind)
    except CompareError as error:
        assert_refused(error, UnreadableError, UnsupportedFormatError, TooLargeError, place="minutes")
        return None


def _assert_sound(document: Document) -> None:
    """Paragraphs are in order, apart, and hold every word of the text."""
    end = 0
    for paragraph in document.paragraphs:
        assert document.text[end : paragraph.span.start].strip() == ""
        assert end <= paragraph.span.start <= paragraph.span.end <= len(document.text)
        end = paragraph.span.end
    assert document.text[end:].strip() == ""
    assert all(span.start < span.end <= len(document.text) for span, _ in document.formatting)
    assert list(document.page_starts) == sorted(document.page_starts)
