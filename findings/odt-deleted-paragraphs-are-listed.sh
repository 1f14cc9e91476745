#!/bin/sh
# Text that was deleted with tracked changes is the first paragraph that odfpy and odfdo list of an OpenDocument text.
#
# Versions: odfpy 1.4.1, odfdo 3.27.3, CPython 3.11.
#
# An .odt keeps what was deleted in <text:tracked-changes>, at the head of the body, each deletion as ordinary <text:p>.
# The ways to get at "all paragraphs" that both libraries' users reach for walk the whole body and do not stop there:
#
#   getElementsByType(text.P)        ['not ', 'The grant was approved.']
#   body.get_paragraphs()            ['not ', 'The grant was approved.']
#
# Whoever compares minutes so finds a "not" that nobody can see in the document, at the top of it. odfdo's
# get_formatted_text() leaves the deletion out. The accepted text of both is "The grant was approved.".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q odfpy==1.4.1 odfdo==3.27.3
cat >"$folder/try.py" <<'PYTHON'
import sys
import zipfile

NAMES = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"'
CONTENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content {NAMES} xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><office:body><office:text>
<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>A Clerk</dc:creator>
<dc:date>2026-01-05T10:00:00</dc:date></office:change-info><text:p>not </text:p></text:deletion></text:changed-region>
</text:tracked-changes><text:p>The grant was <text:change text:change-id="c1"/>approved.</text:p>
</office:text></office:body></office:document-content>"""
PARTS = ("content.xml", "styles.xml", "meta.xml")
MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.2"'
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    + "".join(f'<manifest:file-entry manifest:full-path="{part}" manifest:media-type="text/xml"/>' for part in PARTS)
    + "</manifest:manifest>"
)
path = sys.argv[1]
with zipfile.ZipFile(path, "w") as package:
    package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    package.writestr("content.xml", CONTENT)
    package.writestr("styles.xml", f"<office:document-styles {NAMES}/>")
    package.writestr("meta.xml", f"<office:document-meta {NAMES}><office:meta/></office:document-meta>")
    package.writestr("META-INF/manifest.xml", MANIFEST)

import odfdo
from odf import opendocument, teletype, text

document = opendocument.load(path)
by_odfpy = [teletype.extractText(paragraph) for paragraph in document.getElementsByType(text.P)]
by_odfdo = [paragraph.text_recursive.removesuffix("\n") for paragraph in odfdo.Document(path).body.get_paragraphs()]
shown = odfdo.Document(path).get_formatted_text().split("\n")[0]
print("odfpy getElementsByType(text.P):", by_odfpy)
print("odfdo body.get_paragraphs():    ", by_odfdo)
print("odfdo get_formatted_text():     ", shown)
wanted = ["not ", "The grant was approved."]
sys.exit(0 if by_odfpy == by_odfdo == wanted and shown == wanted[1] else "the behaviour changed")
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder/minutes.odt"
