"""Decides what the findings together mean for publication."""

from __future__ import annotations

from collections.abc import Iterable

from compare.values import Finding, Gate, Severity, Side


def decide_gate(findings: Iterable[Finding], *, is_doubtful: bool = False) -> Gate:
    """`HOLD` for any critical finding; `SIGN_OFF` for any major one, or a slip whose suspect is the final.

    `SIGN_OFF` too if something was left out of the final that could change what it says: a stamp "DRAFT"; or items of
    the draft that the final does not cover.
    """
    found = tuple(findings)
    if any(finding.severity is Severity.CRITICAL for finding in found):
        return Gate.HOLD
    if is_doubtful or any(
        finding.severity is Severity.MAJOR or (finding.rule.startswith("slip.") and finding.suspect is Side.FINAL)
        for finding in found
    ):
        return Gate.SIGN_OFF
    return Gate.PUBLISH
