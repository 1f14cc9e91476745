"""Sources that are not whole: a web page that ends with a link to the full text."""

from __future__ import annotations

from compare.rules._rule import Claim, structural_rule
from compare.rules._say import quoted, sentence
from compare.values import Severity, Side, StructuralChange, StructureKind


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
)
def truncated(fact: StructuralChange) -> Claim | None:
    """One side says itself that text is missing here; what the other has beyond is no finding."""
    if fact.kind is not StructureKind.TRUNCATED:
        return None
    side = Side.DRAFT if fact.draft.text.strip() else Side.FINAL
    mark = fact.draft.text.strip() or fact.final.text.strip()
    return Claim(sentence(f"The {side.value} is not complete here: it ends with {quoted(mark)}", fact.note), side)


RULES = (truncated,)
