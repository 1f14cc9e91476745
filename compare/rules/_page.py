"""The rules as pages for readers: each from the rule itself, so that no page can say otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from compare.rules._rule import Example, Rule

_HEAD = """# Rules

Every change leaves with exactly one rule. They are asked in this order; the first to answer names the finding.
Severity says what a reader would do or believe differently, not how many letters changed. A slip, an inflection or a
mark inside a resolution is at least major, and so is any slip that the final has and the draft has not.

This page is written by `compare rules --markdown`.
"""


def rules_markdown(rules: Sequence[Rule]) -> str:
    """The page of all rules, in their order."""
    rows = [f"| `{rule.id}` | {rule.severity.value} | {rule.description} |" for rule in rules]
    table = "\n".join(("| rule | severity | fires on |", "|---|---|---|", *rows))
    return "\n".join((_HEAD, table, "", *(_section(rule) for rule in rules)))


def explain_rule(rule: Rule) -> str:
    """One rule for the terminal: what it says, why, examples, and where it is written."""
    lines = [
        f"{rule.id} ({rule.severity.value})",
        rule.description,
        "",
        *_examples("Answers to", rule.hits, "    "),
        *_examples("Passes on", rule.misses, "    "),
        f"Source: {rule.source}",
        f"Code: {rule.where}",
    ]
    return "\n".join(lines) + "\n"


def _section(rule: Rule) -> str:
    return "\n".join(
        (
            f"## {rule.id}",
            "",
            f"{rule.description} **{rule.severity.value.capitalize()}.** Written in `{rule.where}`.",
            "",
            f"Source: {rule.source}",
            "",
            *_examples("Answers to", rule.hits, "    "),
            *_examples("Passes on", rule.misses, "    "),
        )
    )


def _examples(title: str, examples: Sequence[Example], indent: str) -> list[str]:
    lines = [f"{title}:", ""]
    for draft, final in examples:
        lines += [f"{indent}draft  {_one_line(draft)}", f"{indent}final  {_one_line(final)}", ""]
    return lines


def _one_line(text: str) -> str:
    return text.replace("\n\n", " ¶ ").replace("\n", " ")
