r"""Writes the documents of this folder: minutes of councils that do not exist, printed to PDF by LibreOffice.

    python tests/pdfs/make.py [NAME …]

Each document is written as flat OpenDocument, so that its paragraphs, marks and cells are known to the letter: the same
list of parts makes the file and is what the tests expect. LibreOffice (`soffice`) must be installed, with its English
hyphenation.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from pdfs.flat import flat_document
from pdfs.minutes import DOCUMENTS

HERE = Path(__file__).parent


def make(name: str) -> None:
    """Prints one document."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{name}.fodt"
        source.write_text(flat_document(DOCUMENTS[name]), "utf-8")
        profile = f"-env:UserInstallation={(Path(folder) / 'office').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(HERE), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    for wanted in sys.argv[1:] or DOCUMENTS:
        make(wanted)
