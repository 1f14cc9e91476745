"""Hostile and broken OpenDocument texts, zipped and flat.

<text:s text:c="999999999"/>, 100,000 times                        blanks without end
<table:table-row table:number-rows-repeated="999999999">           in a cell that says the same
<style:style style:parent-style-name="itself">
<draw:object xlink:href="./1">, 10,000 times                        one formula, parsed again and again
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from hostile.case import Case, Trap, lazy
from hostile.markup import DECLARED, nested, with_type
from hostile.packing import STORED, Entry, deflate_bomb, pack, pack_parts

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = " ".join(
    (
        *(f'xmlns:{name}="{_OASIS}{name}:1.0"' for name in ("office", "text", "table", "style", "manifest")),
        f'xmlns:draw="{_OASIS}drawing:1.0" xmlns:fo="{_OASIS}xsl-fo-compatible:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:math="http://www.w3.org/1998/Math/MathML"',
    )
)
_MIME = b"application/vnd.oasis.opendocument.text"
_CONTENT, _STYLES, _LIST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_OBJECT = "application/vnd.oasis.opendocument.formula"
SENTENCE = "Resolved: That the rents of Thornby be kept."
SHOWN = "Thornby"
_DAMAGED, _TYPE, _LARGE = "damaged", "declares a document type", "unpacks to more"


def paragraph(inside: str = SENTENCE) -> str:
    """A paragraph."""
    return f"<text:p>{inside}</text:p>"


def content(body: str, styles: str = "") -> str:
    """The part with the text."""
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    return (
        f"<office:document-content {_NAMES}>{automatic}<office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )


def listed(files: dict[str, str], inside: str = "") -> str:
    """The list of what is in the file."""
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}">{inside}</manifest:file-entry>'
        for path, kind in files.items()
    )
    return f"<manifest:manifest {_NAMES}>{entries}</manifest:manifest>"


def parts(body: str, styles: str = "") -> dict[str, bytes]:
    """The parts of a text, by their names."""
    return {
        "mimetype": _MIME,
        _CONTENT: content(body, styles).encode(),
        _STYLES: f"<office:document-styles {_NAMES}><office:styles/></office:document-styles>".encode(),
        _LIST: listed({"/": _MIME.decode()}).encode(),
    }


def made(body: str, styles: str = "") -> bytes:
    """A text with this body."""
    return pack_parts(parts(body, styles))


def _changed(changes: dict[str, bytes | None]) -> bytes:
    return pack_parts({name: data for name, data in {**parts(paragraph()), **changes}.items() if data is not None})


def _flat(body: str) -> bytes:
    mime = f'office:mimetype="{_MIME.decode()}"'
    inside = f"<office:body><office:text>{body}</office:text></office:body>"
    return f"<?xml version='1.0'?><office:document {_NAMES} {mime}>{inside}</office:document>".encode()


def _read(file: str, make: Callable[[], bytes], *shows: str) -> Case:
    return Case(file, lazy(make), shows=shows)


def _refused(file: str, make: Callable[[], bytes], words: str) -> Case:
    return Case(file, lazy(make), refused=words)


def _bombed() -> bytes:
    head, _, tail = content(paragraph() + "|").partition("|")
    packed = deflate_bomb(head.encode(), b" ", 2_000_000_000, tail.encode())
    whole = {name: Entry(name, data) for name, data in parts("").items()}
    return pack([*whole.values(), Entry(_CONTENT, packed=packed, size=0xFFFFFFFE)])


def _many_entries() -> bytes:
    whole = [Entry(name, data) for name, data in parts(paragraph()).items()]
    return pack([*whole, *(Entry(f"Pictures/{place}", method=STORED) for place in range(20_000))])


def _encrypted() -> bytes:
    whole = listed({"content.xml": "text/xml"}, "<manifest:encryption-data/>").encode()
    return _changed({_LIST: whole, _CONTENT: b"\x8f\x00\xffnothing that can be read"})


def _declared(attack: str, part: str, trap: Trap) -> bytes:
    found = parts(paragraph("&x;" * 10 if part == _CONTENT else SENTENCE))
    xml = found[part].decode()
    found[part] = with_type(xml, xml[1:].partition(" ")[0], DECLARED[attack](trap))
    return pack_parts(found)


def _declared_flat(attack: str, trap: Trap) -> bytes:
    xml = _flat(paragraph("&x;")).decode().partition("?>")[2]
    return with_type(xml, "office:document", DECLARED[attack](trap))


def _linked(trap: Trap) -> bytes:
    """Objects, pictures and sections that stand elsewhere."""
    links = (trap.secret.as_uri(), str(trap.secret), f"../../../..{trap.secret}", f"{trap.address}object")
    places = "".join(
        f'<draw:frame><draw:object xlink:href="{link}"/></draw:frame><draw:frame><draw:image xlink:href="{link}"/>'
        f'</draw:frame><text:section><text:section-source xlink:href="{link}"/></text:section>'
        for link in links
    )
    types = dict.fromkeys((*links, "/"), _OBJECT)
    return pack_parts({**parts(paragraph() + paragraph(places)), _LIST: listed(types).encode()})


def _formulas(count: int) -> bytes:
    """One object, of which every paragraph shows the formula."""
    formula = (
        f'<math:math xmlns:math="http://www.w3.org/1998/Math/MathML">{"<math:mi>x</math:mi>" * 20_000}</math:math>'
    )
    frame = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    types = {"/": _MIME.decode(), "Object 1/": _OBJECT}
    whole = {**parts(paragraph() + paragraph(frame) * count), _LIST: listed(types).encode()}
    return pack_parts({**whole, "Object 1/content.xml": formula.encode()})


def _deep_formula() -> bytes:
    formula = f"<math:math>{nested('<math:mrow>', '</math:mrow>', 200, '<math:mi>x</math:mi>')}</math:math>"
    return made(paragraph() + paragraph(f"<draw:frame><draw:object>{formula}</draw:object></draw:frame>"))


_LIST_PAIR = ("<text:list><text:list-item>", "</text:list-item></text:list>")
_TABLE_PAIR = (
    "<table:table><table:table-row><table:table-cell>",
    "</table:table-cell></table:table-row></table:table>",
)
_BOX_PAIR = ("<text:p><draw:frame><draw:text-box>", "</draw:text-box></draw:frame></text:p>")
_NOTE_PAIR = (
    "<text:p><text:note><text:note-citation>1</text:note-citation><text:note-body>",
    "</text:note-body></text:note></text:p>",
)
_SECTION_PAIR = ("<text:section>", "</text:section>")
_PAIRS = {
    "lists": _LIST_PAIR,
    "tables": _TABLE_PAIR,
    "boxes": _BOX_PAIR,
    "notes": _NOTE_PAIR,
    "sections": _SECTION_PAIR,
}


def _deep(pair: tuple[str, str], times: int) -> bytes:
    return made(paragraph() + nested(*pair, times, paragraph("Deep down.")))


def _deep_spans(times: int) -> bytes:
    return made(paragraph() + paragraph(nested("<text:span>", "</text:span>", times, "Deep down.")))


def _repeated_cells(depth: int) -> bytes:
    row = '<table:table><table:table-row table:number-rows-repeated="999999999">'
    cell = '<table:table-cell table:number-columns-repeated="999999999">'
    inside = nested(row + cell, "</table:table-cell></table:table-row></table:table>", depth, paragraph("x"))
    return made(paragraph() + inside)


def _empty_cells() -> bytes:
    cell = '<table:table-cell table:number-columns-repeated="999999999"/>'
    row = f'<table:table-row table:number-rows-repeated="999999999">{cell}</table:table-row>'
    return made(f"{paragraph()}<table:table>{row * 10}</table:table>")


def _ring_of_styles(count: int) -> bytes:
    styles = "".join(
        f'<style:style style:name="s{place}" style:family="paragraph" '
        f'style:parent-style-name="s{(place + 1) % count}"/>'
        for place in range(count)
    )
    body = "".join(f'<text:p text:style-name="s{place}">{SENTENCE}</text:p>' for place in range(0, count, 100))
    return made(body, styles)


def _ring_of_pages() -> bytes:
    pages = "".join(
        f'<style:master-page style:name="{name}" style:next-style-name="{other}">'
        f"<style:header>{paragraph('Head')}</style:header></style:master-page>"
        for name, other in (("Standard", "B"), ("B", "Standard"), ("C", "C"))
    )
    masters = f"<office:master-styles>{pages}</office:master-styles>"
    styles = f"<office:document-styles {_NAMES}>{masters}</office:document-styles>"
    return _changed({_STYLES: styles.encode()})


def _numbered(level: str, times: int = 3) -> bytes:
    styles = f'<text:list-style style:name="L"><text:list-level-style-number text:level="1" {level}/></text:list-style>'
    item = f"<text:list-item>{paragraph()}</text:list-item>"
    return made(f'<text:list text:style-name="L">{item * times}</text:list>', styles)


def _odd_values() -> bytes:
    nines = "9" * 5_000
    body = f"<text:note-body>{paragraph('note')}</text:note-body>"
    note = f"<text:note><text:note-citation>{nines}</text:note-citation>{body}</text:note>"
    item = f'<text:list-item text:start-value="{nines}">{paragraph()}</text:list-item>'
    return made(
        f'<text:h text:outline-level="{nines}">{SENTENCE}</text:h><text:h text:outline-level="-1">x</text:h>'
        f'<text:list text:continue-list="itself" xml:id="itself">{item}</text:list>'
        f'<text:numbered-paragraph text:level="{nines}">{paragraph()}</text:numbered-paragraph>' + paragraph(note)
    )


def _changes() -> bytes:
    """Deletions that hold each other, and starts without an end."""
    region = (
        '<text:changed-region xml:id="{0}"><text:deletion>'
        "<office:change-info><dc:creator>{2}</dc:creator></office:change-info>"
        '<text:p>a<text:change text:change-id="{1}"/></text:p></text:deletion></text:changed-region>'
    )
    regions = region.format("a", "b", "A. Clerk") + region.format("b", "a", "clerk " * 100_000)
    marks = '<text:change text:change-id="a"/><text:change-start text:change-id="a"/>' * 1000
    return made(f"<text:tracked-changes>{regions}</text:tracked-changes>{paragraph(marks)}{paragraph()}")


def _many_changes(count: int) -> bytes:
    regions = "".join(
        f'<text:changed-region xml:id="c{place}"><text:insertion>'
        f"<office:change-info><dc:creator>A. Clerk {place}</dc:creator>"
        "</office:change-info></text:insertion></text:changed-region>"
        for place in range(count)
    )
    marks = "".join(f'<text:change-start text:change-id="c{place}"/>x' for place in range(count))
    return made(f"<text:tracked-changes>{regions}</text:tracked-changes>{paragraph()}{paragraph(marks)}")


_BLANKS = '<text:s text:c="999999999"/>'

CASES = (
    _refused("one-part-of-2-gb.odt", _bombed, _LARGE),
    _refused("20000-entries.odt", _many_entries, "more than 5,000 files"),
    _refused("no-content.odt", lambda: _changed({_CONTENT: None}), _DAMAGED),
    _refused("no-body.odt", lambda: _changed({_CONTENT: f"<office:document-content {_NAMES}/>".encode()}), _DAMAGED),
    _refused("content-is-no-xml.odt", lambda: _changed({_CONTENT: b"\x00\x01"}), _DAMAGED),
    _refused("styles-are-no-xml.odt", lambda: _changed({_STYLES: b"<a"}), _DAMAGED),
    _refused("cut-in-the-middle.odt", lambda: made(paragraph() * 100)[:700], _DAMAGED),
    _refused("encrypted.odt", _encrypted, "encrypted"),
    _refused("encrypted-whole.odt", lambda: _changed({"encrypted-package": b"x"}), "encrypted"),
    _refused(
        "spreadsheet.odt", lambda: _changed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "not read"
    ),
    _refused("flat-not-closed.fodt", lambda: _flat(paragraph())[:-9], _DAMAGED),
    _refused("no-text.odt", lambda: made("<text:p/>"), "empty"),
    _read("no-styles-no-list.odt", lambda: _changed({_STYLES: None, _LIST: None}), SHOWN),
    _read("in-utf-16.odt", lambda: _changed({_CONTENT: content(paragraph()).encode("utf-16")}), SHOWN),
    *(Case(f"{attack}-in-text.odt", partial(_declared, attack, _CONTENT), refused=_TYPE) for attack in DECLARED),
    *(
        Case(f"file-in-{part[-12:-4]}.odt", partial(_declared, "file", part), refused=_TYPE)
        for part in (_STYLES, _LIST)
    ),
    *(Case(f"{attack}-in-flat.fodt", partial(_declared_flat, attack), refused=_TYPE) for attack in ("laughs", "file")),
    Case("links-outside.odt", _linked, shows=(SHOWN,)),
    _refused("100000-elements-deep.odt", partial(_deep, ("<text:x>", "</text:x>"), 100_000), _DAMAGED),
    *(_read(f"deep-{name}.odt", partial(_deep, pair, 30), "Deep down") for name, pair in _PAIRS.items()),
    *(
        Case(f"deepest-{name}.odt", lazy(partial(_deep, pair, 110)), may_be_refused=True)
        for name, pair in _PAIRS.items()
    ),
    Case("deepest-spans.odt", lazy(partial(_deep_spans, 240)), may_be_refused=True),
    Case("deep-formula.odt", lazy(_deep_formula), may_be_refused=True),
    Case("10000-times-one-formula.odt", lazy(partial(_formulas, 10_000)), may_be_refused=True),
    _read("blanks-without-end.odt", lambda: made(paragraph() + paragraph("a" + _BLANKS + "b")), SHOWN),
    Case(
        "10000-times-blanks-without-end.odt",
        lazy(lambda: made(paragraph() + paragraph("a" + _BLANKS * 10_000 + "b"))),
        may_be_refused=True,
    ),
    _read("cells-without-end.odt", partial(_repeated_cells, 1)),
    Case("cells-in-cells-without-end.odt", lazy(partial(_repeated_cells, 4)), may_be_refused=True),
    _read("empty-cells-without-end.odt", _empty_cells, SHOWN),
    *(_read(f"ring-of-{count}-styles.odt", partial(_ring_of_styles, count), SHOWN) for count in (1, 2, 20_000)),
    _read("ring-of-pages.odt", _ring_of_pages, SHOWN),
    *(
        _read(
            f"counts-from-far-in-{name}.odt",
            partial(_numbered, f'style:num-format="{style}" text:start-value="999999999"'),
            SHOWN,
        )
        for name, style in (("roman", "I"), ("letters", "a"), ("words", "One, Two, Three, ..."))
    ),
    _read(
        "number-of-a-megabyte.odt",
        partial(_numbered, f'style:num-format="1" style:num-prefix="{"&#x200B;" * 1_000_000}"', 3_000),
    ),
    _read("odd-values.odt", _odd_values, SHOWN),
    _read("changes-in-each-other.odt", _changes, SHOWN),
    Case(
        "changes-in-each-other-rejected.odt",
        lazy(_changes),
        shows=(SHOWN,),
        hides=("clerk " * 200,),
        options=("--tracked", "reject"),
    ),
    _read("20000-changes.odt", partial(_many_changes, 20_000), "20,000 tracked changes by"),
    Case("110000-paragraphs.odt", lazy(lambda: made(paragraph("x") * 110_000)), refused="more than 100,000 paragraphs"),
    _read("100000-empty-paragraphs.odt", lambda: made(paragraph() + "<text:p/>" * 100_000), SHOWN),
)
