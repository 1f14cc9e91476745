"""Tests of the stage that turns bytes into documents."""

from __future__ import annotations

import hashlib
import io
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import CompareError, TooLargeError, UnreadableError, UnsupportedFormatError
from compare.read import document_from_bytes, document_from_text, read_document
from compare.read.detect import FileKind, recognise
from compare.read.file_bytes import LARGEST
from compare.values import Tracked

SENTENCE = "The Chair said that the Children’s Fund – “early help” – cost £1,200 at Café Zoë.\n"


def _write(folder: Path, data: bytes, name: str = "minutes.txt") -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


@pytest.mark.parametrize(
    ("codec", "mark", "expected"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32-le"),
        ("cp1252", b"", "cp1252"),
        ("mac_roman", b"", "mac-roman"),
    ],
)
def test_encodings(tmp_path: Path, codec: str, mark: bytes, expected: str) -> None:
    """Text is read exactly in every encoding that minutes come in; a byte order mark is no part of it."""
    document = read_document(_write(tmp_path, mark + SENTENCE.encode(codec)))
    assert (document.text, document.encoding) == (SENTENCE, expected)


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A closed standard input is an error that says so."""
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UnreadableError, match="closed"):
        read_document("-")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(tmp_path: Path, codec: str) -> None:
    """UTF-16 is known by its zero bytes when nothing announces it."""
    text = "Minutes of the meeting held at Thornby.\r\n"
    assert read_document(_write(tmp_path, text.encode(codec))).text == text


@pytest.mark.parametrize("text", ["It’s agreed.", "Fee £5.", "“Yes”", "Councillor Müller spoke.", "Left\xa0blank"])
def test_short_windows_texts(tmp_path: Path, text: str) -> None:
    """A few words in Windows-1252 are enough to know it."""
    assert read_document(_write(tmp_path, text.encode("cp1252"))).text == text


def test_line_ends_stay(tmp_path: Path) -> None:
    """Each of the three line ends begins a line, and none is rewritten."""
    document = read_document(_write(tmp_path, b"one\r\ntwo\rthree\nfour"))
    assert document.text == "one\r\ntwo\rthree\nfour"
    assert document.line_starts == (0, 5, 9, 15)
    assert [document.line_at(document.text.index(word)) for word in ("one", "two", "three", "four")] == [1, 2, 3, 4]


def test_a_blank_line_between_two_carriage_returns() -> None:
    """Two old Macintosh line ends make an empty line of their own."""
    assert document_from_text("a\r\rb\n\nc", "x").line_starts == (0, 2, 3, 5, 6)


def test_name_and_checksum(tmp_path: Path) -> None:
    """The name has no folder in it, so that reports are the same on every machine; the checksum is of the bytes."""
    data = "\ufeffPresent: Cllr Ash".encode()
    document = read_document(_write(tmp_path, data))
    assert document.name == "minutes.txt"
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.text == "Present: Cllr Ash"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("minutes.md", "markdown"), ("MINUTES.MARKDOWN", "markdown"), ("minutes.txt", "text"), ("minutes", "text")],
)
def test_format_by_name(tmp_path: Path, name: str, expected: str) -> None:
    """Markdown is known by its name; every other text is text."""
    assert read_document(_write(tmp_path, b"# Minutes\n", name)).format == expected


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash reads the bytes of standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Noted – agreed.\r\n".encode())))
    document = read_document("-")
    assert (document.text, document.name) == ("Noted – agreed.\r\n", "standard input")


def test_control_characters_are_named() -> None:
    """Stray control characters stay in the text and are named with the line of the first."""
    document = document_from_text("Present:\nCllr\x07 Ash and Cllr\x1b Birch were at the meeting that evening.\n", "x")
    assert "\x07" in document.text
    assert document.left_out == (("2 control characters", "they print nothing; the first is on line 2"),)


def test_page_breaks_are_no_control_characters() -> None:
    """A form feed is a page break of text from a PDF, not a blemish."""
    assert document_from_text("Page one\n\x0cPage two\n", "x").left_out == ()


def test_lost_characters_are_named() -> None:
    """A replacement character shows that something was lost before; the report names it."""
    ((what, why),) = document_from_text("The cost was \ufffd200.", "x").left_out
    assert what == "1 lost character"
    assert "\ufffd" in why


ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def _zip(*names: str, mimetype: str = "", types: str = "") -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        if types:
            archive.writestr("[Content_Types].xml", types)
        for name in names:
            archive.writestr(name, "<x/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", _zip("word/document.xml"), FileKind.DOCX),
        ("a.docx", _zip("word/document2.xml", types="application/x.wordprocessingml.document.main+xml"), FileKind.DOCX),
        ("a.docx", _zip("content.xml", mimetype="application/vnd.oasis.opendocument.text"), FileKind.ODT),
        ("a.odt", b"<?xml version='1.0'?><office:document xmlns:office='x'/>", FileKind.ODT),
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", FileKind.PDF),
        ("a.txt", b"printed by a program\n%PDF-1.4\n1 0 obj\nendobj", FileKind.PDF),
        ("a.txt", b"A file that begins with %PDF-1.4 is a PDF.", FileKind.TEXT),
        ("a.doc", b"{\\rtf1\\ansi Present}", FileKind.RTF),
        ("a.txt", b"\n<!DOCTYPE html><p>x", FileKind.HTML),
        ("a.txt", b"\xef\xbb\xbf<html><p>x", FileKind.HTML),
        ("a.txt", "\ufeff<!DOCTYPE html><p>x".encode("utf-16-le"), FileKind.HTML),
        ("a.txt", b"<?xml version='1.0'?><!DOCTYPE html><html xmlns='x'/>", FileKind.HTML),
        ("a.htm", b"<div>x</div>", FileKind.HTML),
        ("a.doc", b"<html><p>x", FileKind.HTML),
        ("a", b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;", FileKind.MHTML),
        ("a.txt", b"Present: Cllr Ash", FileKind.TEXT),
        ("a.md", b"<!-- a comment -->\n# Minutes", FileKind.TEXT),
    ],
)
def test_kinds_are_recognised_by_content(name: str, data: bytes, kind: FileKind) -> None:
    """A file is recognised by its content, and by its name only if the content leaves it open."""
    assert recognise(data, name) is kind


@pytest.mark.parametrize(
    ("name", "data", "error", "words"),
    [
        ("a.txt", b"", UnreadableError, "empty"),
        ("a.txt", b" \r\n\t \n", UnreadableError, "empty"),
        ("a.txt", b"\xef\xbb\xbf\xc2\xa0\n", UnreadableError, "empty"),
        ("a.txt", b"abc\x00def", UnreadableError, "binary"),
        ("a.txt", b"\x01\x02\x03\x04 abc", UnreadableError, "binary"),
        ("a.txt", b"a" * 70_000 + b"\x00", UnreadableError, "binary"),
        ("a.txt", bytes(range(256)) * 20, UnreadableError, "binary"),
        ("a.txt", b"PK\x03\x04....word/document.xml", UnreadableError, "damaged or was cut off"),
        ("a.docx", b"Present: Cllr Ash", UnreadableError, "named like a Word document"),
        ("a.odt", b"x", UnreadableError, "named like an OpenDocument text"),
        ("a.PDF", b"x", UnreadableError, "named like a PDF file"),
        ("a.rtf", b"Present: Cllr Ash", UnreadableError, "named like a Rich Text file"),
        ("a.docx", b"", UnreadableError, "empty"),
        ("a.txt", _zip("xl/workbook.xml"), UnsupportedFormatError, "spreadsheets"),
        ("a.docx", _zip("ppt/presentation.xml"), UnsupportedFormatError, "presentations"),
        ("a.zip", _zip("minutes.txt"), UnsupportedFormatError, "zip archives"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", UnsupportedFormatError, "old Word"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + ENCRYPTED, UnreadableError, "encrypted"),
        ("a.doc", b"Present: Cllr Ash", UnsupportedFormatError, "old Word"),
        ("a.xml", b"<?xml version='1.0'?><minutes/>", UnsupportedFormatError, "XML files"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00", UnsupportedFormatError, "images"),
        ("a.txt", b"abc \x81 def", UnreadableError, "byte 4"),
        ("a.txt", b"Children\xe2\x80\x99s fund \xe2\x80", UnreadableError, "byte 18"),
        ("a.txt", b"It\xe2\x80\x99s \xe2\x80\x93 \xff so", UnreadableError, "byte 11"),
        ("a.txt", b"\xff\xfea\x00b", UnreadableError, "byte 4"),
        ("a.txt", "Протокол заседания комитета".encode("cp1251"), UnreadableError, "byte 0"),
    ],
)
def test_what_is_refused(tmp_path: Path, name: str, data: bytes, error: type[CompareError], words: str) -> None:
    """What cannot be read is refused with its place, its cause and a remedy."""
    source = _write(tmp_path, data, name)
    with pytest.raises(error) as caught:
        read_document(source)
    assert caught.value.place == source
    assert words in caught.value.cause
    assert caught.value.remedy.endswith(".")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("no-such-minutes.txt", "no such file"),
        ("https://council.example/minutes.txt", "web addresses"),
        (".", "folder"),
        ("", "no file can have this name"),
        ("a\x00b", "no file can have this name"),
        ("x" * 5000, "cannot be read"),
    ],
)
def test_paths_that_lead_nowhere(source: str, words: str) -> None:
    """A path that is no file is refused with what it seems to be."""
    with pytest.raises(UnreadableError, match=words):
        read_document(source)


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without permission is refused; tests may run as root, who may read all, so it is simulated."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    source = _write(tmp_path, b"Present")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableError, match="no permission"):
        read_document(source)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    """200 MB are refused by the size alone: no memory is taken."""
    source = tmp_path / "huge.txt"
    with source.open("wb") as file:
        file.truncate(200_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(TooLargeError, match="100 MB"):
        read_document(str(source))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 10_000  # KiB


def test_standard_input_has_the_same_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream that never ends is refused when the bound is passed."""
    monkeypatch.setattr("compare.read.file_bytes.LARGEST", 100_000)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a" * 100_001)))
    with pytest.raises(TooLargeError):
        read_document("-")
    assert LARGEST == 100_000_000


def test_an_endless_device_is_refused() -> None:
    """Zeros without end are refused when the bound is passed."""
    with pytest.raises(TooLargeError, match="100 MB"):
        read_document(os.devnull.replace("null", "zero"))


def test_a_pipe_can_be_read(tmp_path: Path) -> None:
    """What a shell gives for <(command) is no regular file, and is read all the same."""
    reader, writer = os.pipe()
    os.write(writer, b"Present: Cllr Ash\n")
    os.close(writer)
    try:
        assert read_document(f"/dev/fd/{reader}").text == "Present: Cllr Ash\n"
    finally:
        os.close(reader)
    assert not list(tmp_path.iterdir())


def test_a_long_line(tmp_path: Path) -> None:
    """Five megabytes in one line are a document like any other."""
    data = b"The item was noted. " * 250_000
    document = read_document(_write(tmp_path, data))
    assert len(document.text) == 5_000_000
    assert document.line_starts == (0,)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc",)), min_size=1))
def test_text_in_memory_is_kept(text: str) -> None:
    """A text is its document's text to the character, or it is refused as empty."""
    try:
        document = document_from_text(text, "x")
    except UnreadableError as error:
        assert "empty" in error.cause  # noqa: PT017 (both ends are right)
    else:
        assert document.text == text
        assert document.sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_half_a_character_is_refused() -> None:
    """A lone surrogate cannot be written out again, so it is not taken in."""
    with pytest.raises(UnreadableError, match="character 3"):
        document_from_text("abc\ud800", "x")


RENDERED = Path(__file__).parent / "formats" / "rendered" / "parish-council"


@pytest.mark.parametrize("name", ["python-docx.docx", "writer.odt", "pandoc.rtf", "writer.html", "edited.pdf"])
def test_bytes_are_read_as_their_file(name: str) -> None:
    """The bytes of a file give the document that the file gives, in each format."""
    assert document_from_bytes((RENDERED / name).read_bytes(), name) == read_document(str(RENDERED / name))


def test_text_bytes_are_read_as_their_file(tmp_path: Path) -> None:
    """The bytes of a text are decoded, and its name makes it markdown, as with a file."""
    data = "\ufeffPresent: Cllr Müller".encode("utf-16-le")
    document = document_from_bytes(data, "minutes.md")
    assert document == read_document(_write(tmp_path, data, "minutes.md"))
    assert (document.text, document.format) == ("Present: Cllr Müller", "markdown")


def test_bytes_are_read_with_or_without_tracked_changes() -> None:
    """The text with the changes or the text before them, as asked for."""
    data = rb"{\rtf1 The motion {\deleted fell}{\revised was lost}.\par}"
    texts = [document_from_bytes(data, "minutes.rtf", tracked).text for tracked in (Tracked.ACCEPT, Tracked.REJECT)]
    assert texts == ["The motion was lost.\n", "The motion fell.\n"]


@pytest.mark.parametrize(
    ("name", "data", "error", "words"),
    [
        ("a.docx", b"Present: Cllr Ash", UnreadableError, "named like a Word document"),
        ("a.xlsx", b"Present", UnsupportedFormatError, "spreadsheets are not read"),
        ("a.txt", b"", UnreadableError, "empty"),
        ("half \ud800.txt", b"", UnreadableError, "empty"),
    ],
)
def test_bytes_are_refused_as_their_file(name: str, data: bytes, error: type[CompareError], words: str) -> None:
    """Bytes that cannot be read are refused with the name as the place."""
    with pytest.raises(error, match=words) as caught:
        document_from_bytes(data, name)
    assert caught.value.place == name.replace("\ud800", "?")


def test_bytes_have_the_bound_of_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """More bytes than a file may have are refused."""
    monkeypatch.setattr("compare.read.file_bytes.LARGEST", 10)
    with pytest.raises(TooLargeError, match="the bound for one document"):
        document_from_bytes(b"Present: Cllr Ash", "minutes.txt")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("Present: Cllr Ash", "minutes.txt"), "data must be bytes, not str"),
        ((None, "minutes.txt"), "data must be bytes, not NoneType"),
        ((b"Present", Path("minutes.txt")), "name must be str, not PosixPath"),
        ((b"Present", "minutes.txt", "accept"), "tracked must be Tracked, not str"),
    ],
)
def test_wrong_types_are_named(arguments: tuple[Any, ...], words: str) -> None:
    """An argument of a wrong type is an error that names the argument and both types."""
    with pytest.raises(TypeError, match=words):
        document_from_bytes(*arguments)


_WITHOUT_LIBRARIES = """
import sys
sys.modules.update(dict.fromkeys(("docx", "lxml", "pypdfium2")))  # None: an import fails as if it were not installed
from compare.errors import MissingLibraryError
from compare.read import document_from_bytes
for name in sys.argv[1:]:
    with open(name, "rb") as file:
        data = file.read()
    try:
        document_from_bytes(data, name)
    except MissingLibraryError as error:
        print(error.place, error.remedy, sep="|")
print(document_from_bytes(b"Present: Cllr Ash", "a.txt").text)
"""


def test_a_missing_library_is_named_with_the_command_that_installs_it(tmp_path: Path) -> None:
    """Without its library a format is refused and the remedy is one command; texts are read all the same."""
    page = _write(tmp_path, b"<!DOCTYPE html><html><body><p>Present: Cllr Ash</p></body></html>", "a.html")
    samples = Path(__file__).parent / "sample_documents"
    sources = [str(samples / "draft.docx"), str(samples / "draft.pdf"), page]
    run = subprocess.run(
        [sys.executable, "-c", _WITHOUT_LIBRARIES, *sources],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    remedies = [f'{source}|Run: pip install "minutes-compare[{source.rpartition(".")[2]}]"' for source in sources]
    assert run.stdout.splitlines() == [*remedies, "Present: Cllr Ash"]
