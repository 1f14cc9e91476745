"""Exempt business: words of a private item that stand in the version to be published.

8. Pond contract (exempt)                  8. Pond contract (exempt)
The Board looked at the bids.       →      The Board looked at the bids from Penfold Ltd at £48,000.
"""

from __future__ import annotations

from compare.rules._change import Change
from compare.rules._rule import ENTITIES, Claim, only_in, rule, sentence
from compare.style.word_lists import WordLists
from compare.values import Op, Relation, Severity, Side, StructuralFact

# What identifies: a supplier, a person, a site, a price.
_IDENTIFYING = ("PERSON", "ORG", "LOC", "MONEY")
# Words that stand in place of what is withheld.
_WITHHELD = frozenset(("redacted", "anonymised"))
# An insertion of so many words is of substance, whatever it names. Unit: words; "as amended" has 2.
_SUBSTANCE = 5


def _added(fact: StructuralFact, _: WordLists) -> Claim | None:
    if not fact.place.is_exempt or fact.relation is not Relation.ADDED or not fact.final.text.strip():
        return None
    return Claim(_reason(fact.final.text))


_EXCLUDED = "7. Exclusion of the press and public\n\nResolved: That the public be excluded.\n\n"
_CLOSED = "Ashcombe School, 2 May 2025\n\nThe press and public withdrew.\n\nThe Head spoke of a pupil of Year 10."
_OPEN = _EXCLUDED + "8. Pond contract (exempt)\n\nThe Board looked at the bids."


@rule(
    "exempt.disclosed",
    Severity.CRITICAL,
    deciders=ENTITIES,
    source="Local Government Act 1972, s. 100C(1)-(2) and Sch. 12A: exempt matter is left out of the open minutes.",
    hits=(
        (_OPEN, _OPEN.replace("bids.", "bids from Penfold Ltd at £48,000.")),
        (_OPEN, _OPEN + "\n\nPenfold Ltd had asked for the least."),
        ("[redacted] had resigned in May.", "Tom Odell had resigned in May."),
        (_CLOSED, _CLOSED.replace("a pupil of Year 10", "Kai Trevena of Year 10")),
    ),
    misses=(
        (
            "8. Pond contract\n\nThe Board looked at the bids.",
            "8. Pond contract\n\nThe Board looked at the bids from Penfold Ltd at £48,000.",
        ),
        ("8. Pond contract\n\nThe Board looked at the bids.", "8. Pond contract\n\nThe Board looked at the bids."),
        (
            "2. Confidential reporting policy\n\nThe Board looked at the text.",
            "2. Confidential reporting policy\n\nThe Board looked at the text of Penfold Ltd at £48,000.",
        ),
    ),
    structure=_added,
)
def disclosed(change: Change) -> Claim | None:
    """Text of an exempt or Part II item that stands in the final and not in the draft."""
    if change.added and any(word.key in _WITHHELD for word in change.removed):
        return Claim(sentence(f"{only_in(Side.FINAL, change.final.text)}, where the draft withholds it"))
    if not change.place.is_exempt or not change.added:
        return None
    identifying = [entity for entity in change.entities(Side.FINAL, *_IDENTIFYING) if _is_new(entity.text, change)]
    is_long = len(change.added) >= len(change.removed) + _SUBSTANCE
    names = [word for word in change.added if word.text[:1].isupper() and not word.known]
    is_told = change.tagged.op is Op.INSERT or not change.entities(Side.DRAFT, *_IDENTIFYING)
    if not is_long and not ((identifying or names) and is_told):
        return None
    return Claim(_reason(change.final.text))


def _is_new(text: str, change: Change) -> bool:
    return all(entity.text != text for entity in change.draft.entities)


def _reason(text: str) -> str:
    return sentence(f"{only_in(Side.FINAL, text)}, and the item is exempt: it may disclose what must stay private")


RULES = (disclosed,)
