"""Attendance: who was there, who sent apologies, who came and went.

Councillor Tarrant left the meeting at 7.05 pm.   →   Councillor Tennant left the meeting at 7.05 pm.
"""

from __future__ import annotations

from compare.rules._change import Change, is_prose_line
from compare.rules._people import clauses_about_names, clauses_about_people, is_mild, is_post_alone
from compare.rules._records import tells_presence
from compare.rules._rule import (
    PEOPLE,
    VERDICT,
    Claim,
    difference,
    is_lone_paragraph,
    one_sided,
    quoted,
    rule,
    sentence,
    structural_rule,
)
from compare.rules._senses import is_beside_fact, turned_sense
from compare.style.word_lists import WordLists
from compare.text.tokens import fold_key
from compare.values import (
    FactKind,
    Relation,
    Role,
    Severity,
    Side,
    StructuralFact,
    Word,
)

_ROLES = frozenset((Role.ATTENDANCE, Role.APOLOGIES))


def _whole(fact: StructuralFact, word_lists: WordLists) -> Claim | None:
    if fact.kind is FactKind.PERSON:
        if is_post_alone(fact, word_lists):
            return None
        mild = Severity.MAJOR if is_mild(fact, word_lists) else None
        clauses = clauses_about_people(fact) or clauses_about_names(fact.people)
        return Claim(sentence(*clauses), severity=mild)
    if fact.kind is FactKind.FORMATTING and fact.of_people:
        told = f"{quoted(fact.draft.text)} has {fact.marking} in the {fact.struck} only"
        return Claim(sentence(told, "by the minutes, that says who was there or how they voted"))
    if fact.kind is FactKind.ITEM and fact.holds & _ROLES and fact.holds <= _ROLES | {Role.HEADING, Role.FURNITURE}:
        return Claim(sentence(f"An item of the record of attendance: {one_sided(fact.draft, fact.final)}"))
    if not is_lone_paragraph(fact, *_ROLES) or is_prose_line(fact.draft.text or fact.final.text, word_lists):
        return None
    is_of_nobody = word_lists.nil_returns.topics_of(fact.draft.text or fact.final.text) is not None
    told = f"In the record of attendance, {one_sided(fact.draft, fact.final)}"
    return Claim(sentence(told), severity=Severity.MAJOR if is_of_nobody else None)


@rule(
    "attendance.changed",
    Severity.CRITICAL,
    deciders=(*PEOPLE, *VERDICT),
    source="Local Government Act 1972, Sch. 12 para. 40: the names of the members present are recorded.",
    hits=(
        (
            "Present: Councillors Ashby, Odell and Quince.\n\nThe clerk spoke.",
            "Present: Councillors Ashby, Odell and Prince.\n\nThe clerk spoke.",
        ),
        (
            "Councillor Tarrant left the meeting during the talk.",
            "Councillor Tennant left the meeting during the talk.",
        ),
        (
            "Mr Pell and Mrs Quill sent their apologies.\n\nThe clerk spoke.",
            "Mr Pell sent his apologies.\n\nThe clerk spoke.",
        ),
        ("Mrs Orme being on leave, Odell chaired.", "Mrs Orme being on leave, Quince chaired."),
        ("From item 9 onwards the meeting had no quorum.", "From item 7 onwards the meeting had no quorum."),
        ("Mrs Quill had sent word that she was held up.", "Mrs Quill had sent word that she was unwell."),
    ),
    misses=(
        (
            "Present: Cllr Ashby and Cllr Odell.\n\nThe clerk spoke.",
            "Present: Councillor Ashby and Councillor Odell.\n\nThe clerk spoke.",
        ),
        ("Councillor Tarrant praised the band.", "Councillor Tennant praised the band."),
        ("Mrs Quill joined at item 3.", "Mrs Quill joined the meeting at item 3."),
        ("Mrs Quill took the chair.", "Mrs Quill was in the chair."),
        ("Mr Pell said that the works were held up.", "Mr Pell said that the works were late."),
    ),
    structure=_whole,
)
def attendance(change: Change) -> Claim | None:
    """Someone present, absent, excused, substituted or in the Chair changed, or an arrival or a departure."""
    if change.ticked and _is_list_of_people(change):
        side, name = change.ticked
        return Claim(sentence(f"{quoted(name)} is ticked as present in the {side} only"))
    if change.doubled_side is not None or change.is_form_only or change.is_same_letters or change.is_same_sense:
        return None
    is_listed = change.place.role in _ROLES and not change.is_prose
    # Where only modifiers of an office differ, the office changed, not who was there.
    changed = () if _is_office_modified(change) else change.changed
    if is_listed and not change.is_reference and any(_may_be_presence(word, change) for word in changed):
        return Claim(sentence(f"The record of attendance differs: {difference(change)}"))
    turn = turned_sense(change)
    if turn and is_beside_fact(change, turn):
        return None  # "before the vote", "after the vote"
    if changed and not change.is_link and tells_presence(change):
        return Claim(sentence(f"Who was there, presided, came or went differs: {difference(change)}"))
    return None


def _is_office_modified(change: Change) -> bool:
    return all(change.word_lists.has("role_modifiers", word.key) for word in change.changed)


def _is_list_of_people(change: Change) -> bool:
    """Whether a box to tick stands for someone's presence, by its place or by the heading above."""
    title = fold_key(change.place.item.title) if change.place.item else ""
    return change.place.role in _ROLES or any(word in title for word in change.word_lists.sets["attendance_headings"])


def _may_be_presence(word: Word, change: Change) -> bool:
    """Whether the word can change who was there: "recieved" and "from" in a sentence of apologies cannot."""
    if word.text[:1].isupper() or not word.key[:1].isalpha():
        return not _is_handle(word, change)
    return change.word_lists.has("attendance_words", word.key) or (
        word.known and not change.word_lists.has("function_words", word.key) and change.verdict is None
    )


def _is_handle(word: Word, change: Change) -> bool:
    """Whether the word is a member's name on a site, "@ivarga", put beside the name."""
    side = Side.DRAFT if word in change.removed else Side.FINAL
    return change.previous_keys(side, word)[-1:] == ("@",)


_NAMES = "Present: Councillors {}.\n\nThe clerk spoke."


@structural_rule(
    "attendance.form",
    Severity.MINOR,
    source="Local Government Act 1972, Sch. 12 para. 40: the names are recorded; their order and form are the clerk's.",
    hits=(
        (_NAMES.format("Birch, Ashby and Odell"), _NAMES.format("Ashby, Birch and Odell")),
        (
            "Apologies: Cllr Ashby.\n\nThe clerk spoke.",
            "Apologies for absence were received from Councillor Ashby.\n\nThe clerk spoke.",
        ),
        (
            "Mr Ashby had sent his apologies.\n\nThe clerk spoke.",
            "Apologies were received from Mr Ashby.\n\nThe clerk spoke.",
        ),
        (
            "Present: Ines Varga, Tom Odell.\n\nThe clerk spoke.",
            "Present:\n\n- Tom Odell\n- Ines Varga\n\nThe clerk spoke.",
        ),
        (
            "Present: Ines Varga (@ivarga).\n\n@ivarga spoke.",
            "Present: Ines Varga (@ivarga).\n\nInes Varga spoke.",
        ),
    ),
    misses=(
        (_NAMES.format("Birch, Ashby and Odell"), _NAMES.format("Birch, Ashby and Quill")),
        (_NAMES.format("Birch and Ashby"), _NAMES.format("Birch, Ashby and Odell")),
    ),
    deciders=PEOPLE,
)
def form(fact: StructuralFact, word_lists: WordLists) -> Claim | None:
    """The same people under the same headings, in another order or form; cosmetic where each name is the same."""
    if fact.kind is FactKind.HANDLE:
        own, other = quoted(fact.draft.text.strip()), quoted(fact.final.text.strip())
        return Claim(sentence(f"{own} in the draft is {other} in the final: the two stand together elsewhere"))
    if fact.kind is not FactKind.ROLL:
        return None
    how = "another order" if fact.relation is Relation.MOVED else "another form"
    is_of_nobody = word_lists.nil_returns.topics_of(fact.draft.text or fact.final.text) is not None
    same = "That nobody sent apologies is said" if is_of_nobody else "The same names stand"
    return Claim(
        sentence(f"{same} in {how}", *clauses_about_names(fact.people)),
        severity=None if fact.people else Severity.COSMETIC,
    )


RULES = (attendance, form)
