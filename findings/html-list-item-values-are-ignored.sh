#!/bin/sh
# The number that HTML gives an item of a list is lost in <li value="7"> or in <ol start="5">, by turns; a list that
# counts down is counted up.
#
# Versions: pandoc 3.9 (pypandoc_binary 1.17), html2text 2025.4.15, markdownify 1.2.3,
# inscriptis 2.7.6, CPython 3.11.
#
#   <ol><li value="7">Apologies<li>Interests<li value="20">Budget</ol>     a browser prints 7., 8. and 20.
#   <ol reversed><li>Third<li>Second<li>First</ol>                         a browser prints 3., 2. and 1.
#
# Minutes go on counting from meeting to meeting, so an item of a page has its number in `value`, or its list in `start`.
# One guesses that a tool that honours `start` honours `value`, or neither. None of the four prints what browsers print:
#
#                                       <ol start="5">   <li value="7">, then <li value="20">   <ol reversed>
#   pandoc, html2text, markdownify      5, 6, 7          1, 2, 3                                1, 2, 3
#   inscriptis                          1, 2, 3          7, 8, 20                               1, 2, 3
#
# Whoever compares such a text with the printed minutes finds every item renumbered.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pypandoc_binary==1.17 html2text==2025.4.15 markdownify==1.2.3 \
    inscriptis==2.7.6
cat >"$folder/try.py" <<'PYTHON'
import re

import html2text
import inscriptis
import markdownify
import pypandoc

PAGE = "<html><body><article><h1>Minutes</h1>{}</article></body></html>"
LISTS = {
    "value": '<ol><li value="7">Apologies were read.</li><li>Interests were told.</li><li value="20">Budget was set.</li></ol>',
    "start": '<ol start="5"><li>Apologies were read.</li><li>Interests were told.</li><li>Budget was set.</li></ol>',
    "reversed": "<ol reversed><li>Apologies were read.</li><li>Interests were told.</li><li>Budget was set.</li></ol>",
}
TOOLS = {
    "pandoc": lambda page: pypandoc.convert_text(page, "plain", format="html"),
    "html2text": html2text.html2text,
    "markdownify": markdownify.markdownify,
    "inscriptis": inscriptis.get_text,
}
COUNTED_UP = [1, 2, 3]
SEEN = {
    "value": dict.fromkeys(TOOLS, COUNTED_UP) | {"inscriptis": [7, 8, 20]},
    "start": dict.fromkeys(TOOLS, [5, 6, 7]) | {"inscriptis": COUNTED_UP},
    "reversed": dict.fromkeys(TOOLS, COUNTED_UP),
}

found = {
    kind: {
        name: [int(number) for number in re.findall(r"(?m)^\s*(\d+)\. ", read(PAGE.format(items)))]
        for name, read in TOOLS.items()
    }
    for kind, items in LISTS.items()
}
for kind, numbers in found.items():
    print(kind, numbers)
assert found == SEEN, "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/try.py"
