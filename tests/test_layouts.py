"""A list in a line or on lines of its own, sentences or a table: the same words in the same order are the same."""

from __future__ import annotations

import pytest

from compare import compare_texts
from compare.values import Finding, Severity

_HEAD = "Minutes of the Ashcombe Trust held on 12 March 2025\n\n4. Hall\n\nThe clerk had sent the papers round.\n"
_TAIL = "\nNothing else was raised under this item."
_ACTIONS = "Actions: paint the gate; mend the fence; order two bins."

_SAME = (
    (_ACTIONS, "Actions:\n- paint the gate\n- mend the fence\n- order two bins"),
    (
        "The following had helped:\n- Mr Ives\n- Miss Jay\n- Mrs Kerr",
        "The following had helped: Mr Ives, Miss Jay and Mrs Kerr.",
    ),
    ("It needs paint for the gate, nails and two bins.", "It needs\n\n- paint for the gate,\n- nails\n- two bins."),
    (
        "Members raised the path, the dogs and the broken lamp.",
        "Members raised:\n(i) the path;\n(ii) the dogs;\n(iii) the broken lamp.",
    ),
    (
        "Resolved: (a) that the fence be mended; and (b) that two bins be ordered.",
        "Resolved:\n\n(a) that the fence be mended.\n\n(b) that two bins be ordered.",
    ),
)

_TABLE = "| Monday | 9 am to noon |\n| Tuesday | 2 pm to 5 pm |"
_SENTENCES = "Monday: 9 am to noon. Tuesday: 2 pm to 5 pm."

_CHANGED = (
    (_ACTIONS, "Actions:\n- paint the gate\n- sell the fence\n- order two bins", Severity.MAJOR),
    (_ACTIONS, "Actions:\n- paint the gate\n- order two bins", Severity.MAJOR),
    (_ACTIONS, "Actions:\n- paint the gate\n- mend the fence\n- order four bins", Severity.CRITICAL),
    (_SENTENCES, _TABLE.replace("5 pm", "6 pm"), Severity.CRITICAL),
    (
        "Resolved: (a) that the fence be mended; or (b) that two bins be ordered.",
        "Resolved:\n\n(a) that the fence be mended.\n\n(b) that two bins be ordered.",
        Severity.CRITICAL,
    ),
)


def _findings(draft: str, final: str) -> list[Finding]:
    comparison = compare_texts(_HEAD + draft + _TAIL, _HEAD + final + _TAIL, use_model=False)
    return [finding for finding in comparison.findings if finding.severity is not Severity.COSMETIC]


@pytest.mark.parametrize(("draft", "final"), [*_SAME, (_SENTENCES, _TABLE)])
def test_the_same_words_laid_out_another_way_are_form(draft: str, final: str) -> None:
    """Either way round nothing is told above cosmetic: no joint, no stop, no paragraph lost."""
    for one, other in ((draft, final), (final, draft)):
        assert _findings(one, other) == []


def test_the_headings_of_a_table_made_of_sentences_are_minor() -> None:
    """They are words more, and say no more."""
    headed = "| Day | Hours |\n|---|---|\n" + _TABLE
    for one, other in ((_SENTENCES, headed), (headed, _SENTENCES)):
        assert [finding.severity for finding in _findings(one, other)] == [Severity.MINOR]


@pytest.mark.parametrize(("draft", "final", "severity"), _CHANGED)
def test_what_changed_in_another_layout_is_told_once(draft: str, final: str, severity: Severity) -> None:
    """Word by word, either way round."""
    for one, other in ((draft, final), (final, draft)):
        assert [finding.severity for finding in _findings(one, other)] == [severity]
