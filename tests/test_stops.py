"""The stop at the end of a list entry follows from the list."""

from __future__ import annotations

from compare import compare_texts

_DRAFT = (
    "9. Harbour dues\n\nThe dues were discussed at length by members.\n\nRESOLVED:\n\n"
    "(a) that the dues be raised by two per cent;\n(b) that visiting yachts be charged by length;\n"
    "(c) that the bylaw be published in the spring.\n"
)


def test_a_stop_that_had_to_change_is_folded() -> None:
    """A limb lost from the end turns the semicolon before it into a full stop: one finding, the loss, and no edit."""
    final = _DRAFT.replace(";\n(c) that the bylaw be published in the spring.", ".")
    comparison = compare_texts(_DRAFT, final, use_model=False)
    assert [finding.rule for finding in comparison.findings] == ["resolution.limb-removed"]
    assert comparison.folded["numbering"] == 1
    assert not comparison.edits


def test_a_stop_that_changed_alone_is_told() -> None:
    """Where the list is the same, a changed stop in a resolution is a finding."""
    final = _DRAFT.replace("length;", "length.")
    comparison = compare_texts(_DRAFT, final, use_model=False)
    assert [finding.rule for finding in comparison.findings] == ["punctuation.changed"]
