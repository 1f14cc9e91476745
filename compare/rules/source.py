"""Sources that are not whole: a web page that ends with a link to the full text.

The shed was sold. ... view the full minutes text for item 4.
"""

from __future__ import annotations

import re

from compare.rules._rule import PAGE_DATA, STATUS_MARKS, Claim, quoted, sentence, structural_rule
from compare.style.word_lists import WordLists
from compare.values import FactKind, Severity, Side, StructuralFact

# How a page marks that it shows a part only.
_MARK = re.compile(
    r"\b(?:view|read|see|show|full|continue)\b.*\b(?:full|more|text|rest|all)\b", re.IGNORECASE | re.DOTALL
)

_KEY = re.compile(r"^([A-Za-z][\w.-]*)\s*[:=]", re.MULTILINE)


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


def _page(lines: str) -> str:
    """A page of markdown with these lines of data above minutes that name body and day."""
    return (
        f"---\n{lines}\n---\n\nMinutes of Ash Parish Council held on 10 February 2016\n\n1. Sheds\n\nThe shed was sold."
    )


@structural_rule(
    "source.page-data",
    Severity.MINOR,
    source="Site generators keep title, day of publication and categories of a page above its text; the day on which "
    "minutes are put on a site, or put there again, is no day of the meeting.",
    hits=(
        (_page("title: February meeting\ndate: 2016-03-21"), _page("title: February meeting\ndate: 2016-05-17")),
        (_page("categories:\n  - parish"), _page("categories:\n  - parish\n  - village")),
        (_page("tags: [sheds]"), _page("tags: [sheds, paths]")),
    ),
    misses=(
        (_page("apologies: Tom Odell"), _page("apologies: Lena Marsh")),
        (
            "---\ndate: 2016-03-21\n---\n\n# Sheds\n\nThe shed was sold.",
            "---\ndate: 2016-05-17\n---\n\n# Sheds\n\nThe shed was sold.",
        ),
    ),
    deciders=PAGE_DATA,
)
def page_data(fact: StructuralFact, _: WordLists) -> Claim | None:
    """The data above a page of markdown differ, in what belongs to the page and not to the minutes."""
    if fact.kind is not FactKind.PAGE_DATA:
        return None
    keys = dict.fromkeys(match.lower() for text in (fact.draft.text, fact.final.text) for match in _KEY.findall(text))
    named = f": {', '.join(map(quoted, keys))}" if keys else ""
    return Claim(sentence(f"The page's own data above the minutes differ{named}"), None)


RULES = (truncated, page_data)
