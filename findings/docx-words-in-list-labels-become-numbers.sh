#!/bin/sh
# A word that Word prints as the label of a list ("Refused:") is replaced by an invented number, or left out.
#
# Versions: pandoc 3.9 (pypandoc_binary 1.17), mammoth 1.13.0, docx2python 3.7.1, docx2txt 0.9, python-docx 1.2.0,
# CPython 3.11.
#
#   Granted:  That the licence be issued.      what Word prints, with <w:lvlText w:val="Granted:"/>
#   Refused:  That the licence be issued.      … and with w:val="Refused:"
#
# A decision can stand in a label: Word keeps its text in the numbering part of the file. One guesses that a tool which
# counts lists prints what Word prints, or nothing. Both files read alike in all five, and two of them count:
#
#   pandoc, to plain text     1.  That the licence be issued.
#   mammoth, to HTML          <ol><li>That the licence be issued.</li></ol>
#   docx2python               --  That the licence be issued.
#   docx2txt, python-docx     That the licence be issued.
#
# With "Resolution %1:" against "Recommendation %1:", pandoc gives "1." and docx2python "1)" for both.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pypandoc_binary==1.17 mammoth==1.13.0 docx2python==3.7.1 docx2txt==0.9 python-docx==1.2.0
cat >"$folder/try.py" <<'PYTHON'
import sys
import warnings
from pathlib import Path

import docx
import docx2txt
import mammoth
import pypandoc
from docx.oxml import parse_xml
from docx2python import docx2python

warnings.simplefilter("ignore")  # docx2python says that it substitutes "--" for a list without a number
WORDS = "That the licence be issued."
NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def write(path: Path, label: str, kind: str) -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{label}"/>'
        '<w:lvlJc w:val="left"/></w:lvl>'
    )
    kind_of_list = '<w:multiLevelType w:val="singleLevel"/>'
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {NAMES} w:abstractNumId="77">{kind_of_list}{level}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {NAMES} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    paragraph = document.add_paragraph(WORDS)
    number = f'<w:numPr {NAMES}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(number))
    document.save(str(path))


def read(path: Path) -> dict[str, str]:
    with path.open("rb") as file:
        page = mammoth.convert_to_html(file).value
    return {
        "pandoc": pypandoc.convert_file(str(path), "plain").strip(),
        "mammoth": page,
        "docx2python": docx2python(str(path)).text.strip(),
        "docx2txt": docx2txt.process(str(path)).strip(),
        "python-docx": docx.Document(str(path)).paragraphs[0].text,
    }


wanted = {
    "none": (f"1.  {WORDS}", f"--\t{WORDS}"),
    "decimal": (f"1.  {WORDS}", f"1)\t{WORDS}"),
}
path = Path(sys.argv[1])
holds = True
for kind, labels in (("none", ("Granted:", "Refused:")), ("decimal", ("Resolution %1:", "Recommendation %1:"))):
    for label in labels:
        write(path, label, kind)
        seen = read(path)
        print(label)
        for tool, text in seen.items():
            print(f"  {tool}: {text!r}")
        pandoc, python = wanted[kind]
        expected = (pandoc, f"<ol><li>{WORDS}</li></ol>", python, WORDS, WORDS)
        holds = holds and tuple(seen.values()) == expected
sys.exit(0 if holds else "the behaviour changed")
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder/minutes.docx"
