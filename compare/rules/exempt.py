"""Exempt business: words of a private item in the version to be published, and whether a matter was taken in private.

8. Pond contract (exempt)                  8. Pond contract (exempt)
The Board looked at the bids.       →      The Board looked at the bids from Penfold Ltd at £48,000.
"""

from __future__ import annotations

from compare.rules._change import Change
from compare.rules._records import tells_session
from compare.rules._rule import ENTITIES, Claim, difference, only_in, rule, sentence
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


@rule(
    "exempt.session",
    Severity.CRITICAL,
    source="Local Government Act 1972, s. 100A: the public is admitted but for what a resolution excludes.",
    hits=(
        (
            "It was settled that those in the gallery leave for the next matter.",
            "It was settled that those in the gallery stay for the next matter.",
        ),
        ("The matter was considered in private.", "The matter was considered in public."),
        ("The minutes of this item are confidential.", "The minutes of this item are open."),
        ("The Board went into private session after item 7.", "The Board went into private session after item 6."),
        ("The pay report was taken under Part 2.", "The pay report was taken under Part 1."),
    ),
    misses=(
        ("The Board went into private session.", "The Board moved into private session."),
        ("The meeting closed early.", "The meeting ended early."),
        ("The land was in private hands.", "The land was in public hands."),
        ("The duty stands in Part 2 of the Act.", "The duty stands in Part 1 of the Act."),
    ),
)
def session(change: Change) -> Claim | None:
    """Whether a matter was taken in private or in public, who was let in, or from which item on."""
    if not change.changed or change.is_reported_whole or change.is_form_only or change.is_misspelling:
        return None
    if change.is_same_sense or not tells_session(change):
        return None
    return Claim(sentence(f"Who could hear differs: {difference(change)}"))


RULES = (disclosed,)
SESSION = (session,)
