"""Opens a Word document with python-docx, from a copy that holds only the parts with text.

What python-docx alone does not open, and Word does:

    minutes.docm, minutes.dotx       other content types of the main part
    saved as "Strict Open XML"       other namespaces for the same elements
    a link to ../NULL                a relationship to a part that is missing
    300 MB of photographs            unpacked into memory before the first word is read
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import XmlPart
from lxml import etree

from compare.errors import UnreadableError
from compare.read.common.zip_package import Zipped, open_zip, parse_xml
from compare.read.docx.markup import Element, W

# The properties of a document, by the kinds of their relationships, under the ids that Word knows them by.
_PROPERTIES = {
    "core-properties": "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}",
    "extended-properties": "{6668398D-A668-4E3E-A5EB-62B293D839F1}",
}
_DATA_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
# The parts with text, or needed to read it: the last word of their relationship and of their content type.
_KINDS = frozenset({"styles", "numbering", "settings", "footnotes", "endnotes", "comments", "header", "footer"})
_MAIN_TYPE = "document.main"
_TYPE_HEAD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATIONSHIP_HEAD = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE_HEAD = "http://schemas.openxmlformats.org/package/2006/"
_RELATIONSHIP = f"{{{_PACKAGE_HEAD}relationships}}Relationship"
_USUAL_MAIN = "word/document.xml"

_STRICT = re.compile(rb"([\"'])http://purl\.oclc\.org/ooxml/(\w+)/(\w+)([\"'])")
_TRANSITIONAL = rb"\1http://schemas.openxmlformats.org/\2/2006/\3\4"


class _Link(NamedTuple):
    """A relationship of the main part to another part of the zip."""

    id: str
    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a document, each by its outermost element.

    `named` has one of each kind, `linked` all by their relationship; `sections` are the properties of the body's
    sections; `parts` are all, each with its name in the zip; `data` are the parts with values that controls are bound
    to, by their id, if there are such controls.
    """

    body: Element
    named: Mapping[str, Element]
    linked: Mapping[str, Element]
    sections: tuple[Element, ...]
    parts: tuple[tuple[str, Element], ...]
    data: Mapping[str, Element]


def open_package(data: bytes, source: str) -> Package:
    """Opens a document of Word's kind.

    Raises: UnreadableError, TooLargeError.
    """
    zipped = open_zip(data, source)
    main = _main_part(zipped, source)
    links = tuple(_links(zipped, main, source))
    kinds = {main: _MAIN_TYPE} | {link.target: link.kind for link in links}
    names = {target: f"p{place}.xml" for place, target in enumerate(kinds)}
    try:
        document = docx.Document(_slim_copy(zipped, kinds, names, links))
    except (KeyError, ValueError, PackageNotFoundError, etree.XMLSyntaxError):
        raise _damaged(source) from None
    body = document.element.find(f"{W}body")
    if body is None:
        raise _damaged(source)
    targets = {f"/{name}": target for target, name in names.items()}
    parts = [(main, document.element)]
    named: dict[str, Element] = {}
    linked: dict[str, Element] = {}
    for relationship in document.part.rels.values():
        part = relationship.target_part
        kind = relationship.reltype.rpartition("/")[2]
        root = part.element if isinstance(part, XmlPart) else parse_xml(part.blob, source, f"{kind}.xml")
        named.setdefault(kind, root)
        linked[relationship.rId] = root
        parts.append((targets[part.partname], root))
    sections = (section for section in body.iter(f"{W}sectPr") if section.getparent().tag != f"{W}sectPrChange")
    is_bound = any(next(root.iter(f"{W}dataBinding"), None) is not None for _, root in parts)
    stores = dict(_data_parts(zipped, main, source)) if is_bound else {}
    return Package(body, named, linked, tuple(sections), tuple(parts), stores)


def _damaged(source: str) -> UnreadableError:
    return UnreadableError(
        source,
        "the file is damaged: Word's document in it cannot be read",
        "Open it in Word, save it anew and compare that.",
    )


def _main_part(zipped: Zipped, source: str) -> str:
    for relationship in _relationships(zipped, "_rels/.rels", source):
        if relationship.get("Type", "").endswith("/officeDocument"):
            target = _target(zipped, "", relationship)
            if target is not None:
                return target
    if _USUAL_MAIN in zipped:
        return _USUAL_MAIN
    raise _damaged(source)


def _data_parts(zipped: Zipped, main: str, source: str) -> Iterator[tuple[str, Element]]:
    """The parts with values, by their id; a part that is damaged has none."""
    for relationship in _relationships(zipped, "_rels/.rels", source):
        store = _PROPERTIES.get(relationship.get("Type", "").rpartition("/")[2])
        yield from _data_part(zipped, _target(zipped, "", relationship), store)
    for target in _targets(zipped, main, "customXml", source):
        for properties in _targets(zipped, target, "customXmlProps", source):
            stated = dict(_data_part(zipped, properties, "")).get("")
            yield from _data_part(zipped, target, None if stated is None else stated.get(_DATA_ID))


def _data_part(zipped: Zipped, name: str | None, store: str | None) -> Iterator[tuple[str, Element]]:
    if name is not None and store is not None:
        with suppress(UnreadableError):
            yield store.upper(), zipped.parse(name)


def _targets(zipped: Zipped, part: str, kind: str, source: str) -> list[str]:
    """The parts to which a part has relationships of a kind."""
    folder, name = posixpath.split(part)
    relationships = _relationships(zipped, posixpath.join(folder, "_rels", f"{name}.rels"), source)
    targets = (_target(zipped, folder, one) for one in relationships if one.get("Type", "").endswith(f"/{kind}"))
    return [target for target in targets if target is not None]


def _links(zipped: Zipped, main: str, source: str) -> Iterator[_Link]:
    folder, name = posixpath.split(main)
    for relationship in _relationships(zipped, posixpath.join(folder, "_rels", f"{name}.rels"), source):
        kind = relationship.get("Type", "").rpartition("/")[2]
        target = _target(zipped, folder, relationship) if kind in _KINDS else None
        if target is not None and target != main:
            yield _Link(relationship.get("Id", ""), kind, target)


def _relationships(zipped: Zipped, name: str, source: str) -> list[Element]:
    if name not in zipped:
        return []
    root = parse_xml(zipped.read(name), source, name)
    return [link for link in root.iter(_RELATIONSHIP) if link.get("TargetMode") != "External"]


def _target(zipped: Zipped, folder: str, relationship: Element) -> str | None:
    """The part that a relationship points to, if it exists."""
    path = unquote(relationship.get("Target", "")).replace("\\", "/")
    name = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
    return zipped.find(name)


def _slim_copy(zipped: Zipped, kinds: Mapping[str, str], names: Mapping[str, str], links: tuple[_Link, ...]) -> BytesIO:
    """The document as python-docx opens it: its parts of text alone. The first of `kinds` is the main part."""
    main, *_ = kinds
    copy = BytesIO()
    with ZipFile(copy, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        types = "".join(
            f'<Override PartName="/{names[target]}" ContentType="{_TYPE_HEAD}{kind}+xml"/>'
            for target, kind in kinds.items()
        )
        rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{_PACKAGE_HEAD}content-types">{rels}{types}</Types>')
        archive.writestr("_rels/.rels", _relationships_xml([_Link("main", "officeDocument", main)], names))
        archive.writestr("_rels/p0.xml.rels", _relationships_xml(links, names))
        for target, name in names.items():
            archive.writestr(name, _STRICT.sub(_TRANSITIONAL, zipped.read_xml(target)))
    copy.seek(0)
    return copy


def _relationships_xml(links: Iterable[_Link], names: Mapping[str, str]) -> bytes:
    root = etree.Element(f"{{{_PACKAGE_HEAD}relationships}}Relationships")
    for link in links:
        etree.SubElement(
            root, _RELATIONSHIP, Id=link.id, Type=_RELATIONSHIP_HEAD + link.kind, Target=names[link.target]
        )
    xml: bytes = etree.tostring(root)
    return xml
