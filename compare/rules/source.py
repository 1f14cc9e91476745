"""Sources that are not whole: a web page that ends with a link to the full text.

The shed was sold. ... view the full minutes text for item 4.
"""

from __future__ import annotations

import re

from compare.rules._rule import STATUS_MARKS, Claim, quoted, sentence, structural_rule
from compare.style.word_lists import WordLists
from compare.values import FactKind, Severity, Side, StructuralFact

# How a page marks that it shows a part only.
_MARK = re.compile(
    r"\b(?:view|read|see|show|full|continue)\b.*\b(?:full|more|text|rest|all)\b", re.IGNORECASE | re.DOTALL
)


@structural_rule(
    "source.truncated",
    Severity.MAJOR,
    source="Saved pages of committee systems cut long minutes and link to the rest.",
    hits=(
        (
            "4. Sheds\n\nThe shed was sold to a farmer.\n\n... view the full minutes text for item 4.",
            "4. Sheds\n\nThe shed was sold to a farmer. The crew had swept the path.",
        ),
        (
            "5. Paths\n\nThe path was swept by the crew.\n\n… view the full minutes text for item 5.",
            "5. Paths\n\nThe path was swept by the crew.",
        ),
    ),
    misses=(
        ("4. Sheds\n\nThe full minutes were read out.", "4. Sheds\n\nThe full minutes were read aloud."),
        ("4. Sheds\n\nThe view from the shed was full.", "4. Sheds\n\nThe view from the shed was fine."),
    ),
    deciders=STATUS_MARKS,
)
def truncated(fact: StructuralFact, _: WordLists) -> Claim | None:
    """One side ends with a mark that text is missing here; what the other has beyond it is no finding."""
    if fact.kind is not FactKind.TRUNCATED:
        return None
    side = _cut_off(fact.draft.text.strip(), fact.final.text.strip())
    mark = (fact.draft if side is Side.DRAFT else fact.final).text
    return Claim(sentence(f"The {side} is not complete here: it ends with {quoted(mark)}"), side)


def _cut_off(draft: str, final: str) -> Side:
    """The side that has the mark; where both have words there, the one whose words are a mark, else the shorter."""
    if not (draft and final):
        return Side.DRAFT if draft else Side.FINAL
    has_draft, has_final = (_MARK.search(text) is not None for text in (draft, final))
    if has_draft != has_final:
        return Side.DRAFT if has_draft else Side.FINAL
    return Side.DRAFT if len(draft) <= len(final) else Side.FINAL


RULES = (truncated,)
