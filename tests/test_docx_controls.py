"""Tests of the content controls of Word: prompts, values that they are bound to, tick boxes."""

from __future__ import annotations

import io
import zipfile

import pytest

from compare.read.docx.reader import run_map
from tests.test_read_docx import PACKAGE, RELATIONSHIPS, changed, control, left_out, lines, pack, para, read, run

PROMPT = '<w:rStyle w:val="PlaceholderText"/>'
ITEM_ID, CORE_ID = "{5A5F1D2E-0000-4000-8000-000000000001}", "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
DATA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def bound(kind: str, path: str, shown: str, store: str = ITEM_ID) -> str:
    """A control of a kind that is bound to a path and shows what was stored last."""
    mappings = f"xmlns:m='urn:minutes' xmlns:cp='{CORE}' xmlns:dc='{DUBLIN_CORE}'"
    binding = f'<w:dataBinding w:prefixMappings="{mappings}" w:xpath="{path}" w:storeItemID="{store}"/>'
    return control(shown if shown.startswith("<") else run(shown), kind + binding)


def with_values(body: str, values: str, title: str = "Minutes of the Council") -> bytes:
    """A document with a part of values and with properties."""
    packed = io.BytesIO(pack(body))
    links = f'<Relationship Id="x1" Type="{RELATIONSHIPS}/customXml" Target="../customXml/item1.xml"/>'
    main = f'<Relationship Id="c1" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    more = {
        "customXml/item1.xml": f'<m:minutes xmlns:m="urn:minutes">{values}</m:minutes>',
        "customXml/itemProps1.xml": f'<d:datastoreItem xmlns:d="{DATA}" d:itemID="{ITEM_ID.lower()}"/>',
        "customXml/_rels/item1.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="p1" '
        f'Type="{RELATIONSHIPS}/customXmlProps" Target="itemProps1.xml"/></Relationships>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="{DUBLIN_CORE}">'
        f"<dc:title>{title}</dc:title></cp:coreProperties>",
    }
    result = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            added = {"word/_rels/document.xml.rels": links, "_rels/.rels": main}.get(name, "")
            new.writestr(name, old.read(name).decode().replace("</Relationships>", f"{added}</Relationships>"))
        for name, text in more.items():
            new.writestr(name, text)
    return result.getvalue()


def test_prompts() -> None:
    """The prompt of a control is text, as it is printed, and named as a prompt; real words under its flag are words."""
    left = control(run("Click or tap here to enter text.", PROMPT), "<w:showingPlcHdr/>")
    filled = control(run("Cllr Ashby"), "<w:showingPlcHdr/>")
    data = pack(para("Chair: ", left) + control(para(run("Choose an item.", PROMPT)), "<w:showingPlcHdr/>"))
    assert lines(data) == ["Chair: Click or tap here to enter text.", "Choose an item."]
    assert left_out(data) == ["2 form fields that hold nothing but their prompts"]
    assert lines(pack(para("Chair: ", filled))) == ["Chair: Cllr Ashby"]
    assert left_out(pack(para("Chair: ", filled))) == []


@pytest.mark.parametrize(
    ("kind", "value", "stored", "shown"),
    [
        ("<w:text/>", "Approved", "Draft", "Approved"),
        ("<w:text/>", "Approved", "Approved", "Approved"),
        ("<w:text/>", " ", "Draft", "Draft"),
        ("<w:text/>", "<m:inner>Approved</m:inner>", "Draft", "Draft"),
        ('<w:text w:multiLine="1"/>', "One\nTwo", "Draft", "One\nTwo"),
        ('<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="en-GB"/></w:date>', "2026-05-04", "x", "4 May 2026"),
        (
            "<w:date><w:dateFormat w:val=\"dddd, dd/MM/yy 'at noon'\"/></w:date>",
            "2026-05-04T00:00:00",
            "x",
            "Monday, 04/05/26 at noon",
        ),
        ('<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="cy-GB"/></w:date>', "2026-05-04", "Mai", "Mai"),
        ('<w:date><w:dateFormat w:val="d MMM yyyy HH:mm"/></w:date>', "2026-05-04", "as stored", "as stored"),
        ('<w:date><w:dateFormat w:val="d MMM yyyy"/></w:date>', "in May", "x", "in May"),
        (
            '<w:dropDownList><w:listItem w:displayText="Cllr Ashby" w:value="17"/></w:dropDownList>',
            "17",
            "Cllr Birch",
            "Cllr Ashby",
        ),
        ('<w:comboBox><w:listItem w:displayText="Cllr Ashby" w:value="17"/></w:comboBox>', "Cllr Oak", "x", "Cllr Oak"),
        (f"<w14:checkbox {W14}/>", "true", "☐", "☒"),
        (f"<w14:checkbox {W14}/>", "0", "☒", "☐"),
        ("<w:richText/>", "Approved", "Draft", "Draft"),
        ("<w:text/>", "Approved", changed("ins", "Draft"), "Draft"),
        ("<w:showingPlcHdr/><w:text/>", "Approved", run("Click here.", PROMPT), "Approved"),
    ],
)
def test_bound_values(kind: str, value: str, stored: str, shown: str) -> None:
    """A control shows the value that it is bound to, as Word does, unless it cannot be shown."""
    body = para("Status: ", bound(kind, "/m:minutes[1]/m:value[1]", stored))
    data = with_values(body, f"<m:value>{value}</m:value>")
    assert lines(data) == [f"Status: {shown}"]
    assert not any("prompt" in what for what in left_out(data))


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/m:minutes[1]/m:value[2]", "second"),
        ("/m:minutes/m:value", "first"),
        ("/m:minutes[1]/m:value[1]/text()", "first"),
        ("/m:minutes[1]/m:value[2]/@status", "final"),
        ("/m:minutes[1]/m:value[3]", "stored"),
        ("/m:minutes[1]/x:value[1]", "stored"),
        ("//m:value", "stored"),
        ("", "stored"),
    ],
)
def test_paths_to_values(path: str, shown: str) -> None:
    """A value is found by the names and places on the way to it; other expressions are not followed."""
    values = '<m:value>first</m:value><m:value status="final">second</m:value>'
    assert lines(with_values(para(bound("<w:text/>", path, "stored")), values)) == [shown]


def test_properties_of_the_document() -> None:
    """A control can be bound to the title among the properties; it stays as it was if there is no such part."""
    body = para(bound("<w:text/>", "/cp:coreProperties[1]/dc:title[1]", "Old title", CORE_ID))
    assert lines(with_values(body, "")) == ["Minutes of the Council"]
    assert lines(pack(body)) == ["Old title"]
    block = bound("<w:text/>", "/cp:coreProperties[1]/dc:title[1]", para("Old", run(" title")) + para("two"), CORE_ID)
    assert lines(with_values(block + para("Present"), "")) == ["Minutes of the Council", "Present"]


def test_bound_values_have_no_origin() -> None:
    """A value comes from another part of the file, so no element of the text is its origin."""
    data = with_values(
        para("Status: ", bound("<w:text/>", "/m:minutes[1]/m:value[1]", "Draft")), "<m:value>Final</m:value>"
    )
    assert read(data).text == "Status: Final\n"
    assert [(origin.span.start, origin.span.end) for origin in run_map(data, "x.docx")] == [(0, len("Status: "))]
