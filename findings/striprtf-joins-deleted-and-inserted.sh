#!/bin/sh
# striprtf gives the deleted and the inserted words of tracked changes as one word: "be refusedapproved."
#
# Versions: striprtf 0.0.35, CPython 3.11.
#
# A clerk's "refused" put right to "approved" in Word with tracked changes, saved as Rich Text:
#
#   {\deleted\revauthdel1 refused}{\revised\revauth1 approved}
#
# striprtf knows neither control word: both readings stand side by side, without a blank or a mark between them, where one
# expects the text with the changes accepted (or refused). Hidden text (\v) is in the output as if it were printed, and the
# text of footnotes is missing from it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q striprtf==0.0.35
cat >"$folder/try.py" <<'PYTHON'
import sys

from striprtf.striprtf import rtf_to_text

RTF = r"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\*\revtbl{Unknown;}{A Clerk;}}
\pard That the grant be {\deleted\revauthdel1 refused}{\revised\revauth1 approved}.\par
\pard The fee is\~fixed{\v and secret}.\par
\pard A note{\super\chftn{\footnote\pard {\super\chftn} See item 4.}} follows.\par
}"""
text = rtf_to_text(RTF)
print(repr(text))
seen = {
    "both readings as one word": "be refusedapproved." in text,
    "hidden text printed": "and secret" in text,
    "the footnote missing": "See item 4" not in text,
}
for what, holds in seen.items():
    print("yes" if holds else "NO ", what)
sys.exit(0 if all(seen.values()) else "the behaviour changed")
PYTHON
"$folder/venv/bin/python" "$folder/try.py"
