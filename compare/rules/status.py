"""Status: whether the minutes are marked as a draft or as confirmed.

DRAFT                                        (nothing)
Minutes of the Pond Committee      →         Minutes of the Pond Committee
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.rules._change import Change
from compare.rules._rule import ONE_SIDED, STATUS_MARKS, Claim, difference, is_lone_paragraph, one_sided, rule, sentence
from compare.style.word_lists import WordLists
from compare.text.tokens import tokenise
from compare.values import FactKind, Relation, Role, Severity, Side, StructuralFact


def _mark(fact: StructuralFact, word_lists: WordLists) -> Claim | None:
    if fact.kind is not FactKind.STATUS:
        return None
    draft, final = ({token.key for token in tokenise(reading.text)} for reading in (fact.draft, fact.final))
    drafts, approvals = word_lists.sets["draft_marks"], word_lists.sets["approved_marks"]
    is_condition = fact.statuses[0] == "draft" and draft.isdisjoint(drafts) and bool(draft)
    draft, final = (_phrase(keys, status) or keys for keys, status in zip((draft, final), fact.statuses, strict=True))
    claim = _judged(draft & drafts, draft & approvals, final & drafts, final & approvals, _facts(fact))
    if is_condition and claim.severity is Severity.COSMETIC:  # "subject to confirmation" is more than a stamp
        return replace(claim, severity=Severity.MINOR)
    return claim


def _phrase(keys: set[str], status: str | None) -> set[str]:
    """What a phrase says: "not yet approved" and "subject to confirmation" are marks of a draft."""
    return {"draft"} if status == "draft" and len(keys) > 1 else set()


def _facts(fact: StructuralFact) -> str:
    if fact.draft.text.strip() and fact.final.text.strip():
        return f"the status differs: “{fact.draft.text.strip()}” in the draft, “{fact.final.text.strip()}” in the final"
    return one_sided(fact.draft, fact.final)


_SHED = "4. Sheds\n\nThe shed was sold to a farmer.\n\n5. Paths\n\nThe path was swept."
_MINUTES = f"Minutes of the Pond Committee held on 3 May 2025\n\n{_SHED}"


@rule(
    "status.draft-mark",
    Severity.MAJOR,
    source="ICSA, Minute taking (2016): a draft is marked as one; the approved minutes are not.",
    hits=((_MINUTES, f"DRAFT\n\n{_MINUTES}"), (_MINUTES, f"Draft {_MINUTES}")),
    misses=(
        ("4. Sheds\n\nThe draft plan was shown.", "4. Sheds\n\nThe new plan was shown."),
        ("4. Sheds\n\nThe place was confirmed by letter.", "4. Sheds\n\nThe place was given by letter."),
    ),
    structure=_mark,
    deciders=STATUS_MARKS,
)
def draft_mark(change: Change) -> Claim | None:
    """The final is still marked as a draft, or a mark of approval was lost; the reverse is as it should be."""
    if change.place.role not in (Role.FRONT, Role.HEADING, Role.FURNITURE) or not change.changed:
        return None
    drafts, approvals = change.word_lists.sets["draft_marks"], change.word_lists.sets["approved_marks"]
    if not change.keys <= drafts | approvals | {"minutes", "minute", "the", "of"} or not change.keys & (
        drafts | approvals
    ):
        return None
    if change.place.role is Role.HEADING and "minute" not in change.nearby_text:
        return None
    removed, added = ({word.key for word in words} for words in (change.removed, change.added))
    return _judged(removed & drafts, removed & approvals, added & drafts, added & approvals, difference(change))


def _judged(draft: set[str], was_approved: set[str], final: set[str], is_approved: set[str], facts: str) -> Claim:
    if final and not draft:
        return Claim(sentence(facts, "the final is still marked as a draft"), Side.FINAL, 0.9)
    if was_approved and not is_approved:
        return Claim(sentence(facts, "the final has lost the mark of approval"), Side.FINAL, 0.6)
    return Claim(sentence(facts, "a final is expected to differ so"), severity=Severity.COSMETIC)


def _signature(fact: StructuralFact, word_lists: WordLists) -> Claim | None:
    if not is_lone_paragraph(fact, *Role):
        return None
    side = Side.DRAFT if fact.relation is Relation.REMOVED else Side.FINAL
    reading = fact.draft if side is Side.DRAFT else fact.final
    if not _is_signature(reading.text, word_lists):
        return None
    return _signed(side, one_sided(fact.draft, fact.final))


@rule(
    "status.signed",
    Severity.MINOR,
    source="Local Government Act 1972, Sch. 12 para. 41: the minutes are signed at the next meeting.",
    hits=(
        (f"{_MINUTES}\n\nSigned ................ Chair", f"{_MINUTES}\n\nSigned A Pell, Chair"),
        (f"{_MINUTES}\n\nSigned: Chair", f"{_MINUTES}\n\nSigned: A Pell, Chair"),
        (f"{_MINUTES}\n\nChair............ Date.........", f"{_MINUTES}\n\nChair: A Pell  Date: 9 May 2025"),
    ),
    misses=(
        (f"{_MINUTES} The lease is long.", f"{_MINUTES} The lease, signed by Mr Pell, is long."),
        ("4. Sheds\n\nSigned copies of the lease were shown.", "4. Sheds\n\nSigned copies of the lease were sold."),
    ),
    structure=_signature,
    deciders=ONE_SIDED,
)
def signed(change: Change) -> Claim | None:
    """The place to sign was filled in; major where the final has lost the signature."""
    side = change.lone_side
    if side is None or not change.changed or not _is_signature(change.reading(side).sentence_text, change.word_lists):
        return None
    return _signed(side, difference(change))


_LONGEST_SIGNATURE = 15  # words


def _is_signature(text: str, word_lists: WordLists) -> bool:
    """Whether a line is a signature with its name: "Signed J Pell, Chair"; no sentence about something signed."""
    keys = [token.key for token in tokenise(text)]
    words = [key for key in keys if key[0].isalnum()]
    return (
        1 < len(words) <= _LONGEST_SIGNATURE
        and (word_lists.has("signing_words", words[0]) or _is_signed_by_office(words))
        and keys[-1] not in (".", "?", "!")
    )


def _is_signed_by_office(words: Sequence[str]) -> bool:
    """Whether a place to sign begins with who signs, and has a date: "Chair: A Pell  Date: 9 May"."""
    is_office = words[0].removesuffix("'s") in _SIGNING_OFFICES
    return is_office and not _PLACE_TO_SIGN.isdisjoint(words[1:]) and words[-1].isdigit()


_SIGNING_OFFICES = frozenset(("chair", "chairman", "chairwoman", "chairperson", "convener", "president"))
_PLACE_TO_SIGN = frozenset(("date", "dated"))


def _signed(side: Side, facts: str) -> Claim:
    if side is Side.FINAL:
        return Claim(sentence(facts, "the place to sign is filled in, as a final is expected to be"))
    return Claim(sentence(facts, "the final has lost the signature"), severity=Severity.MAJOR)


RULES = (draft_mark, signed)
