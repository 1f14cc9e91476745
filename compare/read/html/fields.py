"""What the fields of a form print: a ticked box, what was chosen from a list, what was typed.

<input type="checkbox" checked> Granted        ☒ Granted
<input type="radio"> Refused                   ☐ Refused
<select><option>Lost<option selected>Won       Won
<form><input name="q"><button>Search           a form of the site: nothing of the minutes
"""

from __future__ import annotations

from compare.read.html.parser import Node, elements

FIELDS = frozenset(("input", "select", "textarea"))
_BOXES = frozenset(("checkbox", "radio"))
_TYPED = frozenset(("", "text", "number", "date", "time", "datetime-local", "month", "email", "tel", "url"))
_SENDING = frozenset(("submit", "image", "search", "password"))


def text_of_field(node: Node) -> str:
    """Returns what a field prints, empty where it holds nothing."""
    if node.tag != "input":
        return " ".join((node.value or "").split())
    kind = node.attributes.get("type", "").strip().lower()
    if kind in _BOXES:
        return "☒" if "checked" in node.attributes else "☐"
    return node.attributes.get("value", "").strip() if kind in _TYPED else ""


def is_form_of_site(form: Node) -> bool:
    """Whether a form is there to be sent: one to search, sign in or reply."""
    return any(
        node.tag == "button" or (node.tag == "input" and node.attributes.get("type", "").strip().lower() in _SENDING)
        for node in elements(form)
    )
