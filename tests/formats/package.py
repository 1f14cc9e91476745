"""Zipped documents without what only fills them: thumbnails go, and every entry bears the same date."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_THUMBNAILS = re.compile(r"(?i)thumbnail")
_MENTIONS = re.compile(rb"<manifest:file-entry [^>]*(?:humbnail|Configurations2)[^>]*/>")
_DATE = (2026, 1, 1, 0, 0, 0)


def repack(path: Path) -> None:
    """Writes a .docx or .odt anew, smaller and always alike."""
    stored = BytesIO()
    with ZipFile(path) as old, ZipFile(stored, "w") as new:
        for entry in old.infolist():
            if _THUMBNAILS.search(entry.filename) or entry.is_dir() or entry.filename.startswith("Configurations2"):
                continue
            data = old.read(entry)
            if entry.filename == "META-INF/manifest.xml":
                data = _MENTIONS.sub(b"", data)
            info = ZipInfo(entry.filename, _DATE)
            info.compress_type = ZIP_STORED if entry.filename == "mimetype" else ZIP_DEFLATED
            new.writestr(info, data, compresslevel=9)
    path.write_bytes(stored.getvalue())
