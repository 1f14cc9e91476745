"""Minutes of 300 pages in every format: pages a second and peak memory of reading, beside the library's plainest call.

The minutes are the sample's final many times over, written as a Word document and rendered by LibreOffice to the other
formats; without LibreOffice (`soffice`) only Word's is measured, and the table says so.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

from .measure import run_once
from .tables import Table
from .workshop import Workshop

_COPIES = 40  # of the sample's final: some 300 pages
_FORMATS = ("docx", "odt", "rtf", "pdf", "html")
_FILTERS = {"html": "html:HTML (StarWriter)"}
_LIMIT_S = 600


def measure_documents(workshop: Workshop) -> tuple[Table, ...]:
    """One row a format."""
    copies = 4 if workshop.is_quick else _COPIES
    for name, count in (("small", 1), ("minutes", copies)):
        _write_docx(workshop.minutes(count).final.read_text("utf-8"), workshop.folder / f"{name}.docx")
        _render(workshop.folder / f"{name}.docx", workshop.folder)
    made = [kind for kind in _FORMATS if (workshop.folder / f"minutes.{kind}").exists()]
    pages = _count_pages(workshop.folder / "minutes.pdf") if "pdf" in made else None
    rows = [_row(workshop, workshop.folder / f"minutes.{kind}", pages) for kind in made]
    notes = [
        f"median of {workshop.runs} runs, each in a process of its own, in turns; imports are not timed",
        "plain: python-docx paragraph.text, odfdo get_formatted_text, striprtf, pypdfium2 get_text_range, bs4",
    ]
    if len(made) < len(_FORMATS):
        notes.append("LibreOffice (soffice) is not installed: the other formats were not measured")
    columns = ("format", "pages", "KB", "s", "pages/s", "plain s", "ratio", "MB", "plain MB")
    return (Table("Reading documents", columns, tuple(rows), tuple(notes)),)


def _row(workshop: Workshop, path: Path, pages: int | None) -> tuple[str, ...]:
    times: dict[str, list[float]] = {"ours": [], "plain": []}
    peaks: dict[str, list[float]] = {"ours": [], "plain": []}
    output = workshop.output("documents")
    for _ in range(workshop.runs):
        for how, seconds in times.items():
            command = (sys.executable, "-m", "tests.bench.documents_child", how, str(path))
            run = run_once(command, output)
            message = output.with_name(output.name + ".err").read_text("utf-8")
            if how == "plain" and message.endswith("is not installed\n"):
                continue
            if run.exit_code:
                raise OSError(message)
            seconds.append(json.loads(output.read_text("utf-8"))["seconds"])
            peaks[how].append(run.peak_mb)
    ours, plain = median(times["ours"]), median(times["plain"]) if times["plain"] else None
    return (
        path.suffix[1:],
        str(pages or "–"),
        f"{path.stat().st_size / 1000:.0f}",
        f"{ours:.2f}",
        f"{pages / ours:.0f}" if pages else "–",
        f"{plain:.2f}" if plain else "–",
        f"{ours / plain:.2f} ×" if plain else "–",
        f"{median(peaks['ours']):.0f}",
        f"{median(peaks['plain']):.0f}" if plain else "–",
    )


def _render(source: Path, folder: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        return
    for kind in _FORMATS[1:]:
        subprocess.run(
            [
                program,
                f"-env:UserInstallation={(folder / 'office').as_uri()}",
                "--headless",
                "--convert-to",
                _FILTERS.get(kind, kind),
                "--outdir",
                str(folder),
                str(source),
            ],
            check=True,
            capture_output=True,
            timeout=_LIMIT_S,
        )


def _count_pages(path: Path) -> int:
    import pypdfium2  # noqa: PLC0415 (a benchmark of texts alone does without)

    return len(pypdfium2.PdfDocument(path))


def _write_docx(text: str, path: Path) -> None:
    """Markdown-like minutes as a Word document: headings, bullets counted by Word, running head and foot."""
    import docx  # noqa: PLC0415

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "IMPROVING LIVES SELECT COMMISSION"
    document.sections[0].footer.paragraphs[0].text = "Printed minutes"
    for line in filter(str.strip, text.splitlines()):
        words = line.strip()
        if words.startswith("- "):
            document.add_paragraph(words[2:], style="List Bullet")
        elif words.lstrip("# ").startswith("**") and words.endswith("**"):
            document.add_paragraph().add_run(words.strip("*# ")).bold = True
        else:
            document.add_paragraph(words.replace("**", ""))
    document.save(str(path))
