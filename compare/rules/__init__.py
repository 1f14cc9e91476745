"""The registry of rules, gravest family first: the first rule that claims a change names it.

Order is policy: a change that might be grave is never explained away by a milder rule asked earlier (*Head → Heard*
after "Cllr" is a person; *now → not* is a negation). A rule about substance passes on a change of form alone. The
rules of form, slips and grammar stand before `resolution.wording`, which takes every other word of a resolution.
"""

from __future__ import annotations

from compare.rules import (
    attendance,
    decision,
    exempt,
    figures,
    form,
    grammar,
    interest,
    modality,
    names,
    negation,
    punctuation,
    references,
    resolution,
    roles,
    sense,
    slips,
    source,
    status,
    structure,
    typography,
    vote,
    wording,
)
from compare.rules._change import Change
from compare.rules._rule import Claim, Rule, with_suspect
from compare.values import FoldKind

ALL: tuple[Rule, ...] = (
    *source.RULES,
    *exempt.RULES,
    *status.RULES,
    *decision.RULES,
    *negation.RULES,
    *modality.RULES,
    *vote.RULES,
    *figures.RULES,
    *attendance.RULES,
    *interest.RULES,
    *exempt.SESSION,
    *sense.RULES,
    *modality.LIMITS,
    *names.RULES,
    *references.RULES,
    *roles.RULES,
    *resolution.RULES,
    *structure.RULES,
    *form.RULES,
    *slips.RULES,
    *structure.HEADINGS,  # a misspelt heading is a slip
    *grammar.RULES,
    *typography.RULES,
    *punctuation.RULES,
    *resolution.WORDING,
    *wording.RULES,
    *wording.LAST,
)

# The rule that each kind of fold is listed under, and the reason given: folds are counted, and listed only on request.
FOLDS: dict[FoldKind, tuple[Rule, str]] = {
    FoldKind.QUOTES: (typography.quotes, "The quotation mark or apostrophe has another shape."),
    FoldKind.SPACES: (typography.spaces, "The blanks between the words differ."),
    FoldKind.DASHES: (typography.dashes, "The dash or hyphen has another shape."),
    FoldKind.BULLETS: (typography.bullets, "The bullet or list mark has another shape."),
    FoldKind.CASE: (typography.case, "Capital and small letters differ."),
    FoldKind.MARKUP: (typography.markup, "Marks of emphasis or heading differ."),
    FoldKind.LINES: (typography.spaces, "Lines are broken or spaced differently."),
    FoldKind.PAGE_BREAK: (structure.split, "A page break cuts the paragraph on one side."),
    FoldKind.NUMBERING: (typography.bullets, "The number stands on one side only, or runs on differently."),
}

__all__ = ["ALL", "FOLDS", "Change", "Claim", "Rule", "with_suspect"]
