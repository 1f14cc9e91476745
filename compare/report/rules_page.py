"""Renders the rules for a reader: the list, one rule explained, and the page of the documentation.

    compare rules
    compare explain slip.real-word
    compare rules --markdown > docs/rules.md

All three are made from the rules themselves and so are never out of date.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import groupby

from compare.errors import UsageError
from compare.report.terminal_page import StyledText, TerminalPage
from compare.rules import ALL, Rule


def list_rules(width: int) -> str:
    """Every rule with what it fires on, in the order in which they are tried."""
    page = TerminalPage(width, has_colour=False)
    for rule in ALL:
        page.write(StyledText(f"{rule.id} ({rule.severity})"))
        page.write(StyledText(rule.description), first="    ")
    return page.text()


def explain_rule(rule_id: str, width: int) -> str:
    """What one rule fires on, with its examples, its source and every place in the code that decides.

    Raises: UsageError that names the rules most like an unknown one.
    """
    rule = _find(rule_id)
    page = TerminalPage(width, has_colour=False)
    page.write(StyledText(f"{rule.id} ({rule.severity})"))
    page.write(StyledText(rule.description))
    for heading, examples in (("It fires on", rule.hits), ("It does not fire on", rule.misses)):
        if examples:
            page.gap()
            page.write(StyledText(heading))
        for number, (draft, final) in enumerate(examples):
            if number:
                page.gap()
            for side, text in (("draft", draft), ("final", final)):
                page.write(StyledText(" ¶ ".join(text.split("\n\n"))), first=f"  {side}  ", rest=" " * 9)
    page.gap()
    page.write(StyledText(f"Source: {rule.source}"))
    page.write(StyledText("Decided in"))
    for what, line in rule.where:
        page.write(StyledText(f"{line} ({what})"), first="  ", rest="    ")
    return page.text()


def rules_as_markdown() -> str:
    """The rules' page of the documentation."""
    return "\n".join(_markdown_lines())


def _markdown_lines() -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield "Written by `compare rules --markdown`. The first rule that matches names the change."
    for family, rules in groupby(ALL, key=lambda rule: rule.family):
        yield ""
        yield f"## {family}"
        for rule in rules:
            yield from ("", f"### `{rule.id}`", "", f"{rule.severity}. {rule.description}")
            yield from _examples("Fires on", rule.hits)
            yield from _examples("Does not fire on", rule.misses)
            yield from ("", f"Source: {rule.source}")
    yield ""


def _examples(heading: str, examples: tuple[tuple[str, str], ...]) -> Iterator[str]:
    if not examples:
        return
    yield from ("", f"| {heading}: draft | final |", "|---|---|")
    for draft, final in examples:
        yield f"| {_cell(draft)} | {_cell(final)} |"


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "<br>")


def _find(rule_id: str) -> Rule:
    known = {rule.id: rule for rule in ALL}
    if rule_id in known:
        return known[rule_id]
    # "head" or "real-word" finds its rule by a part of the id, a mistyped one by likeness.
    near = [known_id for known_id in known if rule_id and rule_id in known_id][:3]
    near = near or get_close_matches(rule_id, known, n=3, cutoff=0.5)
    remedy = f"Did you mean {' or '.join(near)}?" if near else "See compare rules for all of them."
    raise UsageError(rule_id or "explain", "there is no such rule", remedy)
