"""Fills content controls with the values that they are bound to, as Word does when it opens a document.

A template ties a control to a value in another part of the file. A system that files documents writes the value there,
and leaves the words that the control showed before:

    control "Status" shows "Draft", bound to .../Status[1] in a part of the file that says "Approved"      Approved
    control "Title", bound to the title among the properties of the document                               that title
    control "Meeting date", format "d MMMM yyyy", bound to 2026-05-04                                      4 May 2026
    control "Chair", entries "Cllr Ashby" = "17", bound to 17                                              Cllr Ashby
    control with a tick box, bound to true                                                                 ☒
    bound to a part, or to a place in it, that is not there; to nothing but blanks                         as it was
    the same value as is shown already; with tracked changes or fields inside                              as it was
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from compare.read.common.word_processing import TICKED, UNTICKED
from compare.read.docx.markup import CHANGES, Element, W, is_true, value_of
from compare.read.docx.package import Package

_BINDING = f"{W}dataBinding"
# A control with one of these inside it stays as it was stored.
_KEPT = (*CHANGES, f"{W}fldChar", f"{W}sdt")
_CHECK_BOX = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"
_NAMESPACE = re.compile(r"""xmlns:([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_STEP = re.compile(r"(?:([\w.-]+):)?([\w.-]+)(?:\[([1-9]\d{0,4})\])?")
_MOST_STEPS = 32  # of a path to a value; those of Word's own templates have two
_MOST_CHARACTERS = 1_000_000  # of all values that are shown; a title page has some hundreds

_DATE_FORMAT = re.compile(r"'([^']*)'|(d+|M+|y+|[Hhmst]+)|(.)", re.DOTALL)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def show_bound_values(package: Package) -> None:
    """Puts the values into the controls of all parts, in the elements that are read. Cost: linear."""
    stores = {name: _Store(root) for name, root in package.data.items()}
    room = _MOST_CHARACTERS
    for binding in [binding for _, root in package.parts for binding in root.iter(_BINDING)]:
        properties = binding.getparent()
        store = stores.get(binding.get(f"{W}storeItemID", "").upper())
        if store is None or properties is None or properties.getparent() is None:
            continue
        content = properties.getparent().find(f"{W}sdtContent")
        value = store.value_at(binding.get(f"{W}xpath", ""), binding.get(f"{W}prefixMappings", ""))
        if content is None or value is None or len(value) > room or next(content.iter(*_KEPT), None) is not None:
            continue
        shown = _shown(value, properties)
        stored = "".join(text.text or "" for text in content.iter(f"{W}t"))
        if shown is not None and "".join(shown.split()) != "".join(stored.split()):
            room -= len(value)
            _replace(content, shown)
            for prompt in properties.findall(f"{W}showingPlcHdr"):
                properties.remove(prompt)


@dataclass(slots=True)
class _Store:
    """A part with values. `_children` are those of the elements that were passed, by their name."""

    root: Element
    _children: dict[Element, dict[str, list[Element]]] = field(default_factory=dict)

    def value_at(self, path: str, mappings: str) -> str | None:
        """The text at a path of names and places, such as /ns0:Properties[1]/ns0:Status[1]; `None` if there is none."""
        spaces = {name: double or single for name, double, single in _NAMESPACE.findall(mappings)}
        steps = path.removeprefix("/").removesuffix("/text()").split("/")
        if not path.startswith("/") or len(steps) > _MOST_STEPS:
            return None
        here: Element | None = None
        for step in steps:
            if step.startswith("@") and here is not None and step is steps[-1]:
                attribute: str | None = here.get(step[1:])
                return attribute
            found = _STEP.fullmatch(step)
            if found is None or (found[1] and found[1] not in spaces):
                return None
            name = f"{{{spaces[found[1]]}}}{found[2]}" if found[1] else found[2]
            candidates = self._named(here, name)
            if len(candidates) < int(found[3] or 1):
                return None
            here = candidates[int(found[3] or 1) - 1]
        return None if here is None or len(here) else here.text or ""

    def _named(self, parent: Element | None, name: str) -> list[Element]:
        if parent is None:
            return [self.root] if self.root.tag == name else []
        if parent not in self._children:
            children = self._children[parent] = {}
            for child in parent.iterchildren("{*}*"):
                children.setdefault(child.tag, []).append(child)
        return self._children[parent].get(name, [])


def _shown(value: str, properties: Element) -> str | None:
    """What a control of this kind shows for a value; `None` if it stays as it is."""
    if not value.strip():
        return None
    dated, box = properties.find(f"{W}date"), properties.find(_CHECK_BOX)
    if dated is not None:
        return _formatted_date(value, value_of(dated, "dateFormat") or "", value_of(dated, "lid") or "")
    if box is not None:
        return TICKED if is_true(value.strip()) else UNTICKED
    choices = properties.find(f"{W}dropDownList")
    choices = properties.find(f"{W}comboBox") if choices is None else choices
    if choices is not None:
        entries = {one.get(f"{W}value"): one.get(f"{W}displayText") for one in choices.iterchildren(f"{W}listItem")}
        return entries.get(value) or value
    return value if properties.find(f"{W}text") is not None else None


def _formatted_date(value: str, pattern: str, language: str) -> str | None:
    """A date in the format of its control; `None` for formats with a time or with names that are not English."""
    try:
        day = date.fromisoformat(value.strip()[: len("yyyy-MM-dd")])
    except ValueError:
        return value
    parts: list[str] = []
    for quoted, counted, sign in _DATE_FORMAT.findall(pattern or "yyyy-MM-dd"):
        is_name = len(counted) > len("dd") and counted[0] in "dM"
        if (counted and counted[0] not in "dMy") or (is_name and language and not language.lower().startswith("en")):
            return None
        parts.append(quoted + sign + (_date_part(counted, day) if counted else ""))
    return "".join(parts)


def _date_part(counted: str, day: date) -> str:
    if counted[0] == "y":
        return str(day.year) if len(counted) > len("yy") else f"{day.year % 100:02d}"
    value, name = (day.month, _MONTHS[day.month - 1]) if counted[0] == "M" else (day.day, _DAYS[day.weekday()])
    if len(counted) > len("MM"):
        return name[:3] if len(counted) == len("MMM") else name
    return f"{value:0{len(counted)}d}"


def _replace(content: Element, value: str) -> None:
    """Makes a value all that a control shows, in the formatting of its first run."""
    first, *others = list(content.iter(f"{W}r")) or [_new_run(content)]
    for run in others:
        run.getparent().remove(run)
    for child in list(first):
        if child.tag != f"{W}rPr":
            first.remove(child)
    for count, line in enumerate(value.splitlines()):
        if count:
            etree.SubElement(first, f"{W}br")
        etree.SubElement(first, f"{W}t").text = line


def _new_run(content: Element) -> Element:
    """A run at the end of the first paragraph of an empty control, or of a control within a paragraph."""
    paragraph = next(content.iter(f"{W}p"), content)
    return etree.SubElement(paragraph, f"{W}r")
