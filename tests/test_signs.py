"""A printed sign that says something is told like a word: about so much, less than, present, doubted, as above."""

from __future__ import annotations

import pytest

from compare import compare_texts
from compare.values import Gate, Severity

_HEAD = "4. Pumps\n\n"
_TELLING = [
    ("The repair cost £400 to the board.", "The repair cost ~£400 to the board."),
    ("The repair cost £400 to the board.", "The repair cost ≈ £400 to the board."),
    ("The repair cost £400 to the board.", "The repair cost £400+ to the board."),
    ("The repair cost £400 to the board.", "The repair cost £400 (?) to the board."),
    ("The works end on 4 April in the fen.", "The works end on 4? April in the fen."),
    ("Flow in 2024 > flow in 2023.", "Flow in 2024 < flow in 2023."),
    ("Income ≠ expenditure in the year.", "Income = expenditure in the year."),
    ("Rents + grants met the sum.", "Rents - grants met the sum."),
    ("Stores: pump (●), hose (○)", "Stores: pump (○), hose (○)"),
    ("| Pump | ◐ |\n|---|---|\n| Hose | ● |", "| Pump | ● |\n|---|---|\n| Hose | ● |"),
    ("| Pump | + |\n|---|---|\n| Hose | + |", "| Pump | + |\n|---|---|\n| Hose | - |"),
    ('| Pump | Orr |\n|---|---|\n| Hose | " |', "| Pump | Orr |\n|---|---|\n| Hose | |"),
    ("The keys went to Sale† and Finch.", "The keys went to Sale‡ and Finch."),
    ("The keys went to Sale† and Finch.", "The keys went to Sale and Finch."),
    ("The pump was sold.", "The pump was sold?"),
]
_ALIKE = [
    ("The repair cost ~£400 to the board.", "The repair cost about £400 to the board."),
    ("The repair cost c. £400 to the board.", "The repair cost circa £400 to the board."),
    ("Holt + Son mended it.", "Holt & Son mended it."),
    ("The tank is 5 × 4 metres.", "The tank is 5 x 4 metres."),
    ("~ End of the report ~", "- End of the report -"),
    ("● The pump failed.\n● The hose held.", "○ The pump failed.\n○ The hose held."),
    ("Write to clerk@board.example by May.", "Write to <clerk@board.example> by May."),
    ("The clerk => the engineer.", "The clerk → the engineer."),
    ("He asked who had the key.", "He asked who had the key?"),
    ("Was the pump sound.", "Was the pump sound?"),
    ("The so-called “old” pump failed.", "The so-called old pump failed."),
    ("The pump * the old one * failed.", "The pump • the old one • failed."),
]


@pytest.mark.parametrize(("draft", "final"), _TELLING)
def test_a_sign_that_says_something_is_no_punctuation(draft: str, final: str) -> None:
    """Either way round it is one finding, at least major."""
    for one, other in ((draft, final), (final, draft)):
        comparison = compare_texts(_HEAD + one, _HEAD + other, use_model=False)
        (finding,) = comparison.findings
        assert finding.severity in (Severity.MAJOR, Severity.CRITICAL)
        assert finding.suspect is None
        assert comparison.gate is not Gate.PUBLISH


@pytest.mark.parametrize(("draft", "final"), _ALIKE)
def test_a_sign_that_says_the_same_is_minor(draft: str, final: str) -> None:
    """Another shape, a bullet, an arrow, a question that ends in a full stop."""
    for one, other in ((draft, final), (final, draft)):
        assert compare_texts(_HEAD + one, _HEAD + other, use_model=False).gate is Gate.PUBLISH


def test_a_minus_behind_a_figure_is_its_sign() -> None:
    """Accounts print debts so: "400-"."""
    table = "| Item | £ |\n|---|---|\n| Balance | {} |\n| Cash | 25 |"
    (finding,) = compare_texts(_HEAD + table.format("400-"), _HEAD + table.format("400"), use_model=False).findings
    assert (finding.rule, finding.severity) == ("number.changed", Severity.CRITICAL)


def test_an_approximate_sum_in_a_resolution_is_critical() -> None:
    """A grant of about £400 is another grant."""
    resolved = "4. Pumps\n\nRESOLVED: That a grant of {} be paid to the lock keepers."
    (finding,) = compare_texts(resolved.format("£400"), resolved.format("~£400"), use_model=False).findings
    assert finding.severity is Severity.CRITICAL
