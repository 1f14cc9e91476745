"""What is wrong with the outcome of a hostile case: the promise, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refusals import faults_of_refusal

from hostile.case import Case, Trap
from hostile.running import LIMIT_S, Outcome

# Megabytes of the program and its workers together.
MOST_MB = 500
_NOT_DONE = 2
# What is said of a report that went to a file: the verdict, and where the report is.
_VERDICT = re.compile(r"(?:PUBLISH|SIGN-OFF|HOLD): [^\n]{1,300}; written to [^\n]{1,300}\n")


def faults_of(case: Case, outcome: Outcome, trap: Trap) -> list[str]:
    """Every promise that is broken; empty if all are kept."""
    return [*_common_faults(outcome, trap), *_own_faults(case, outcome)]


def _common_faults(outcome: Outcome, trap: Trap) -> Iterator[str]:
    if outcome.timed_out:
        yield f"not done after {LIMIT_S} s"
    if "Traceback" in outcome.messages:
        yield "a traceback"
    if outcome.peak_mb > MOST_MB:
        yield f"{outcome.peak_mb:.0f} MB"
    if outcome.strays:
        yield f"files left behind: {outcome.strays}"
    if trap.secret.read_text("utf-8") in outcome.report + outcome.messages:
        yield "the text of another file"


def _own_faults(case: Case, outcome: Outcome) -> Iterator[str]:
    said, is_refused = outcome.messages, outcome.exit_code == _NOT_DONE
    if outcome.exit_code not in (0, 1, _NOT_DONE):
        yield f"exit {outcome.exit_code}"
    if case.refused is not None and not (is_refused and case.refused in said):
        yield f"not refused with {case.refused!r}"
    if case.refused is None and is_refused and not case.may_be_refused:
        yield "refused"
    if is_refused:
        if outcome.report:
            yield "a report all the same"
        yield from faults_of_refusal(said.removesuffix("\n"), case.file)
        return
    if not _VERDICT.fullmatch(said):
        yield f"not the verdict in one line: {said[:80]!r}"
    report = " ".join(outcome.report.split())
    yield from (f"not shown: {words[:40]!r}" for words in case.shows if words not in report)
    yield from (f"not hidden: {words[:40]!r}" for words in case.hides if words in report)
