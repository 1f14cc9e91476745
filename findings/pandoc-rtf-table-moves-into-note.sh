#!/bin/sh
# pandoc reads a table of Rich Text into the footnote of the paragraph that follows it.
#
# Versions: pandoc 3.9 (pypandoc_binary 1.17), CPython 3.11.
#
#   For  Against                     what Word shows: a table of votes, and below it
#   7    3                           a paragraph with a footnote
#   The motion¹ was carried.
#
# pandoc's output has the paragraph first, and the table inside the note, before its words: the votes have left the minutes.
# Without the footnote, or with a plain paragraph between, the table stands where it belongs. Nothing is said of it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pypandoc_binary==1.17
cat >"$folder/try.py" <<'PYTHON'
import sys

import pypandoc

TABLE = r"""\trowd\cellx1000\cellx2000\pard\intbl For\cell Against\cell\row
\trowd\cellx1000\cellx2000\pard\intbl 7\cell 3\cell\row
"""
NOTE = r"{\super\chftn{\footnote\pard {\super\chftn} See item 4.}}"


def read(body: str) -> str:
    rtf = r"{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}\pard The vote was:\par" + "\n" + body + "}"
    return pypandoc.convert_text(rtf, "plain", format="rtf")


with_note = read(TABLE + rf"\pard The motion{NOTE} was carried.\par")
without = read(TABLE + r"\pard The motion was carried.\par")
between = read(TABLE + rf"\pard It was so.\par\pard The motion{NOTE} was carried.\par")
print("pandoc", pypandoc.get_pandoc_version())
print(with_note)
seen = {
    "with a footnote, the table is in the note": with_note.index("[1]\n") < with_note.index("Against"),
    "without one, it stands above the paragraph": without.index("Against") < without.index("The motion"),
    "and so with a paragraph between": between.index("Against") < between.index("It was so"),
}
for what, holds in seen.items():
    print("yes" if holds else "NO ", what)
sys.exit(0 if all(seen.values()) else "the behaviour changed")
PYTHON
"$folder/venv/bin/python" "$folder/try.py"
