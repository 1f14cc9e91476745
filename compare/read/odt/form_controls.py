"""Reads what the form controls of an OpenDocument text print: ticks, choices, typed values, labels.

<form:checkbox form:label="For" form:current-state="checked">      ☒ For
<form:radio form:label="Against">                                  ☐ Against
<form:text form:value="…" form:current-value="A. Clerk">           A. Clerk: what is there now, else what was at first
<form:listbox> with options, one of them selected                  its label
<form:button form:printable="false">                               nothing
<form:password>, <form:hidden>, <form:file>                        nothing: their values are not printed
"""

from __future__ import annotations

from collections.abc import Mapping

from compare.read.common.word_processing import TICKED, UNTICKED
from compare.read.odt.package import FORM, OFFICE, XML, Element, is_true

_TYPED = frozenset(
    f"{FORM}{name}" for name in ("text", "textarea", "formatted-text", "number", "date", "time", "combobox")
)
_LABELLED = frozenset(f"{FORM}{name}" for name in ("fixed-text", "frame", "button"))
_CHECKED = "checked"


def read_controls(root: Element) -> Mapping[str, str]:
    """What the controls of a part print, by their ids."""
    found: dict[str, str] = {}
    for forms in root.iter(f"{OFFICE}forms"):
        for control in forms.iter(f"{FORM}*"):
            words = "" if control.get(f"{FORM}printable") == "false" else _words_of(control)
            names = (control.get(f"{XML}id"), control.get(f"{FORM}id"))
            found |= {name: words for name in names if name and words}
    return found


def _words_of(control: Element) -> str:
    label: str = control.get(f"{FORM}label", "")
    if control.tag == f"{FORM}checkbox":
        state = control.get(f"{FORM}current-state") or control.get(f"{FORM}state")
        return _ticked(label, is_so=state == _CHECKED)
    if control.tag == f"{FORM}radio":
        chosen = control.get(f"{FORM}current-selected") or control.get(f"{FORM}selected")
        return _ticked(label, is_so=chosen == "true")
    if control.tag == f"{FORM}listbox":
        return ", ".join(_chosen(control, "current-selected") or _chosen(control, "selected"))
    if control.tag in _TYPED:
        now: str | None = control.get(f"{FORM}current-value")
        return (control.get(f"{FORM}value", "") if now is None else now).strip()
    return label.strip() if control.tag in _LABELLED else ""


def _ticked(label: str, *, is_so: bool) -> str:
    return f"{TICKED if is_so else UNTICKED} {label}".strip()


def _chosen(control: Element, how: str) -> list[str]:
    return [
        option.get(f"{FORM}label", "")
        for option in control.iterchildren(f"{FORM}option")
        if is_true(option, FORM + how)
    ]
