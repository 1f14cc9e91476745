"""Writes every format of every source.

    PYTHONPATH=tests python -m formats.render [name …]

    sources/parish-council.minutes → rendered/parish-council/python-docx.docx → writer.odt, writer.pdf … → chromium.pdf

Needs python-docx, LibreOffice (soffice), pandoc and chromium; the tests need none of them, for what they write is
kept beside the sources. README.md names the versions that wrote the files that are kept.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from .package import repack
from .pandoc import can_express, write_tree
from .plain import write_markdown, write_text
from .source import Source, all_sources, read_source
from .word import write_word

RENDERED = Path(__file__).parent / "rendered"
# What LibreOffice makes of a Word document: the file's name, and the filter.
_WRITER = {
    "writer.odt": "odt",
    "writer.rtf": "rtf",
    "writer.pdf": "pdf",
    "writer.html": "html:HTML (StarWriter)",
    "writer.docx": "docx:MS Word 2007 XML",
}
# Not all that is printed names its paragraphs to those who cannot see it.
_UNTAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}'
_WRITER_EDITED = {"edited.odt": "odt", "edited.pdf": _UNTAGGED}
_PANDOC = {"pandoc.docx": "docx", "pandoc.odt": "odt", "pandoc.rtf": "rtf", "pandoc.html": "html5"}
# The pages that chromium prints, and whether with the running heads of a browser.
_PRINTED = {
    "select-commission": ("pandoc.html", False),
    "parish-council": ("pandoc.html", True),
    "charity-trustees": ("pandoc.html", False),
    "borough-cabinet": ("pandoc.html", False),
    "community-council": ("pandoc.html", False),
    "university-senate": ("pandoc.html", False),
    "company-board": ("writer.html", False),
}
# Writer's page holds the running head and foot as text, and its numbers without a blank: a page of a site does not.
_PAGE_HEADS = re.compile(r'<div title="(?:header|footer)">.*?</div>', re.DOTALL)
_GLUED_NUMBER = re.compile(r"(<(?:h\d|p)[^>]*>)(\d+(?:\.\d+)*\.?|\([a-z]\))(?=[<A-Za-z])")
_ARCHIVED = ("borough-cabinet", "university-senate")
# Browsers print the words of a cell in its middle unless a page says otherwise; the pages of councils do.
_CELLS_AT_TOP = "<style>td { vertical-align: top }</style>"
_HOST = "minutes.example.org"
# The same moment for everything that asks for the time: 1 January 2026.
_EPOCH = "1767225600"


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """No log."""


def render(names: Sequence[str]) -> None:
    """Writes the files of the named sources, of all if none is named."""
    sources = [path for path in all_sources() if not names or path.stem in names]
    with TemporaryDirectory() as scratch:
        for path in sources:
            _write_own(path)
        originals = {path.stem: RENDERED / path.stem / "python-docx.docx" for path in sources}
        edited = {path.stem: RENDERED / path.stem / "edited.docx" for path in sources}
        for name, kind in _WRITER.items():
            _convert(originals, name, kind, Path(scratch))
        for name, kind in _WRITER_EDITED.items():
            _convert(edited, name, kind, Path(scratch))
        for path in sources:
            _write_others(read_source(path), Path(scratch))


def _write_own(path: Path) -> None:
    folder = RENDERED / path.stem
    folder.mkdir(parents=True, exist_ok=True)
    source, edited = read_source(path), read_source(path, is_edited=True)
    (folder / "plain.txt").write_text(write_text(source), "utf-8")
    (folder / "plain.md").write_text(write_markdown(source), "utf-8")
    (folder / "edited.txt").write_text(write_text(edited), "utf-8")
    for minutes, name in ((source, "python-docx.docx"), (edited, "edited.docx")):
        write_word(minutes, folder / name)
        repack(folder / name)


def _convert(files: dict[str, Path], name: str, kind: str, scratch: Path) -> None:
    """Lets LibreOffice convert all files to one format in one go."""
    suffix = Path(name).suffix
    inputs, outputs = scratch / f"in-{name}", scratch / f"out-{name}"
    inputs.mkdir()
    for stem, path in files.items():
        shutil.copy(path, inputs / f"{stem}.docx")
    profile = f"-env:UserInstallation=file://{scratch}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(outputs)]
    _run([*command, *map(str, sorted(inputs.iterdir()))])
    for stem in files:
        target = RENDERED / stem / name
        shutil.copy(outputs / f"{stem}{suffix}", target)
        if suffix in (".odt", ".docx"):
            repack(target)


def _write_others(source: Source, scratch: Path) -> None:
    folder = RENDERED / source.name
    if can_express(source):
        tree = scratch / f"{source.name}.json"
        tree.write_text(write_tree(source), "utf-8")
        for name, kind in _PANDOC.items():
            options = ["--metadata", f"pagetitle={source.page['about']}", "--standalone"]
            options += ["--variable", f"header-includes={_CELLS_AT_TOP}"] if kind == "html5" else []
            _run(["pandoc", "-f", "json", "-t", kind, *options, "-o", str(folder / name), str(tree)])
            if kind in ("docx", "odt"):
                repack(folder / name)
    if source.name in _PRINTED:
        page, has_heads = _PRINTED[source.name]
        _print(folder / page, folder / "chromium.pdf", scratch, has_heads=has_heads)
    if source.name in _ARCHIVED:
        _archive(folder / "pandoc.html", folder / "page.mhtml", source)


def _print(page: Path, pdf: Path, scratch: Path, *, has_heads: bool) -> None:
    """Lets chromium print a page that it fetched, as a person would from a council's site."""
    site = scratch / f"site-{pdf.parent.name}"
    site.mkdir()
    shown = _GLUED_NUMBER.sub(r"\1\2 ", _PAGE_HEADS.sub("", page.read_text("utf-8")))
    (site / "minutes.html").write_text(shown, "utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={scratch}/chromium"]
    command += [f"--host-resolver-rules=MAP {_HOST} 127.0.0.1:{port}", f"--print-to-pdf={pdf}"]
    command += [] if has_heads else ["--no-pdf-header-footer"]
    _run([*command, f"http://{_HOST}/minutes.html"])
    server.shutdown()


def _archive(page: Path, target: Path, source: Source) -> None:
    """A page saved as a single file, as browsers and Word do."""
    message = EmailMessage(policy=SMTP)
    message["From"] = "<Saved by a browser>"
    message["Snapshot-Content-Location"] = f"http://{_HOST}/minutes.html"
    message["Subject"] = source.page["about"]
    message["MIME-Version"] = "1.0"
    message.set_content(page.read_text("utf-8"), subtype="html", cte="quoted-printable")
    message["Content-Location"] = f"http://{_HOST}/minutes.html"
    message.make_related(boundary="----MultipartBoundary--minutes----")
    target.write_bytes(message.as_bytes())


def _run(command: list[str]) -> None:
    settings = {**os.environ, "SOURCE_DATE_EPOCH": _EPOCH, "TZ": "Europe/London", "OMP_NUM_THREADS": "1"}
    subprocess.run(command, check=True, env=settings, capture_output=True)


if __name__ == "__main__":
    render(sys.argv[1:])
