"""Writes the sample pair as Word documents and PDFs: `python tests/sample_documents/make.py` (needs LibreOffice).

The draft becomes what a clerk gets who pastes the web page into Word: its paragraphs, no-break spaces and all. The
final becomes minutes as an office would type them: bold headings with typed numbers, bullets by Word, a running head
and page numbers. The PDFs are printed from these by LibreOffice.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "samples" / "rotherham-2022-09-06"
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def write_draft(target: Path) -> None:
    """One paragraph a line."""
    document = docx.Document()
    for line in (SAMPLE / "draft.txt").read_text("utf-8").splitlines():
        if line.strip():
            document.add_paragraph(line.strip(" \n"))
    document.save(str(target))


def write_final(target: Path) -> None:
    """Headings bold, bullets by Word, the rest as it stands."""
    document = docx.Document()
    _add_running_lines(document)
    for line in filter(str.strip, (SAMPLE / "final.txt").read_text("utf-8").splitlines()):
        words = line.strip().lstrip("# ")
        if words.startswith("- "):
            _add_words(document.add_paragraph(style="List Bullet"), words[2:])
        else:
            _add_words(document.add_paragraph(), words)
    document.save(str(target))


def _add_words(paragraph: Paragraph, words: str) -> None:
    place = 0
    for bold in _BOLD.finditer(words):
        paragraph.add_run(words[place : bold.start()])
        paragraph.add_run(bold[1]).bold = True
        place = bold.end()
    paragraph.add_run(words[place:].replace("\\", ""))


def _add_running_lines(document: Document) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = "IMPROVING LIVES SELECT COMMISSION - 06/09/22"
    foot = section.footer.paragraphs[0]
    foot.add_run("Page ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    foot._p.append(field)  # python-docx has no fields


def print_pdf(source: Path, folder: Path) -> None:
    """The PDF of a Word document, by LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        sys.exit("soffice: LibreOffice is not installed. Install libreoffice-writer and try again.")
    with tempfile.TemporaryDirectory() as profile:
        command = [program, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", str(folder), str(source)], check=True, capture_output=True)


if __name__ == "__main__":
    write_draft(HERE / "draft.docx")
    write_final(HERE / "final.docx")
    for name in ("draft", "final"):
        print_pdf(HERE / f"{name}.docx", HERE)
