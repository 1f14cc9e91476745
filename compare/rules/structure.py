"""Structure: items, headings and paragraphs that stand on one side only, moved, or are divided differently.

4. Sheds   5. Paths   6. Trees      →      4. Sheds   6. Trees          structure.item-missing
"""

from __future__ import annotations

from compare.rules._change import Change
from compare.rules._courtesies import is_courtesy
from compare.rules._first_page import tells_file_day
from compare.rules._limits import limits_what_was_given
from compare.rules._rule import (
    CELLS,
    COLUMNS,
    NUMBERS,
    ONE_SIDED,
    ORDER,
    SEGMENTS,
    SET_OTHERWISE,
    Claim,
    difference,
    quoted,
    rule,
    sentence,
    structural_rule,
)
from compare.style.word_lists import WordLists
from compare.text.markup import is_markup
from compare.text.tokens import fold_key
from compare.values import FactKind, Relation, Role, Severity, StructuralFact

_SOURCE = "An incomplete record is no correct record: Local Government Act 1972, Sch. 12 para. 41."
_SHED, _PATH = "4. Sheds\n\nThe shed was sold to a farmer.", "5. Paths\n\nThe path was swept by the crew."
_TREE = "6. Trees\n\nThe oak was cut by a warden."
_FROST, _CREW = "A warden spoke of the frost in the lower field.", "The crew had swept the path twice that week."
_THREE, _TWO = f"{_SHED}\n\n{_PATH}\n\n{_TREE}", f"{_SHED}\n\n{_TREE}"
_LONG, _SHORT = f"{_SHED}\n\n{_FROST}\n\n{_CREW}", f"{_SHED}\n\n{_CREW}"
_LISTED = "4. Sheds\n\n(a) that the first be sold;\n(b) that the second be let."
_DECIDED = f"{_THREE}\n\nRESOLVED that the oak be cut."
_MISPLACED = f"{_SHED}\n\n{_PATH}\n\nRESOLVED that the oak be cut.\n\n{_TREE}"
_SWAPPED, _CUT = f"{_SHED}\n\n{_CREW}\n\n{_FROST}", f"{_SHED} {_FROST}\n\n{_CREW}"


@structural_rule(
    "structure.item-missing",
    Severity.MAJOR,
    source=_SOURCE,
    hits=((_THREE, _TWO), (_THREE, _THREE.partition("\n\n6.")[0]), (_DECIDED, f"{_SHED}\n\n{_PATH}")),
    misses=((_TWO, _THREE), (_LONG, _SHORT)),
    deciders=ONE_SIDED,
)
def item_missing(fact: StructuralFact, _: WordLists) -> Claim | None:
    """An agenda item of the draft that the final has not; critical if it holds a decision, vote or interest."""
    return _item(fact, Relation.REMOVED, "draft")


@structural_rule(
    "structure.item-added",
    Severity.MAJOR,
    source=_SOURCE,
    hits=((_TWO, _THREE), (_THREE.partition("\n\n6.")[0], _THREE)),
    misses=((_THREE, _TWO), (_SHORT, _LONG)),
    deciders=ONE_SIDED,
)
def item_added(fact: StructuralFact, _: WordLists) -> Claim | None:
    """An agenda item of the final that the draft has not; critical if it holds a decision, vote or interest."""
    return _item(fact, Relation.ADDED, "final")


# What in an item decides or binds, the gravest first.
_BINDING = ((Role.RESOLUTION, "a resolution"), (Role.VOTE, "a vote"), (Role.INTEREST, "a declaration of interest"))


def _item(fact: StructuralFact, relation: Relation, side: str) -> Claim | None:
    if fact.kind is not FactKind.ITEM or fact.relation is not relation:
        return None
    item = fact.place.item
    name = (
        f"item {item.number}, {quoted(item.title)},"
        if item and item.number
        else quoted(item.title if item else fact.draft.text or fact.final.text)
    )
    binding = next((noun for role, noun in _BINDING if role in fact.holds), None)
    if binding is None:
        return Claim(sentence(f"{name} stands in the {side} only"))
    return Claim(sentence(f"{name} stands in the {side} only, and {binding} with it"), severity=Severity.CRITICAL)


@structural_rule(
    "structure.item-renumbered",
    Severity.MAJOR,
    source="Later minutes refer to items by number.",
    hits=(
        (_TWO, _TWO.replace("6.", "5.")),
        (_THREE, _THREE.replace("4.", "14.").replace("5.", "15.").replace("6.", "16.")),
        (_LISTED, _LISTED.replace("(b)", "(d)")),
    ),
    misses=((_THREE, _THREE), (_LONG, _SHORT), (_LISTED, _LISTED.replace("(a)", "1.").replace("(b)", "2."))),
    deciders=NUMBERS,
)
def item_renumbered(fact: StructuralFact, _: WordLists) -> Claim | None:
    """An item, or a run of items, with another number; a paragraph with one that no count explains."""
    if fact.kind is not FactKind.RENUMBERED:
        return None
    if not fact.numbers:
        return Claim(
            sentence(
                f"the number differs: {quoted(fact.draft.text)} in the draft, {quoted(fact.final.text)} in the final"
            )
        )
    (first, renumbered), *rest = fact.numbers
    if not rest:
        return Claim(sentence(f"{first} became {renumbered}"))
    last, last_renumbered = rest[-1]
    return Claim(sentence(f"items {first} to {last} became {renumbered} to {last_renumbered}"))


@structural_rule(
    "structure.paragraph-removed",
    Severity.MAJOR,
    source=_SOURCE,
    hits=((_LONG, _SHORT), (_LONG, _LONG.rpartition("\n\n")[0])),
    misses=((_SHORT, _LONG), (_LONG, _SWAPPED)),
    deciders=ONE_SIDED,
)
def paragraph_removed(fact: StructuralFact, word_lists: WordLists) -> Claim | None:
    """A paragraph of the draft, or several in a row, that the final has not; critical where it binds."""
    return _paragraph(fact, Relation.REMOVED, "draft", word_lists)


@structural_rule(
    "structure.paragraph-added",
    Severity.MAJOR,
    source=_SOURCE,
    hits=((_SHORT, _LONG), (_LONG.rpartition("\n\n")[0], _LONG)),
    misses=((_LONG, _SHORT), (_SWAPPED, _LONG)),
    deciders=ONE_SIDED,
)
def paragraph_added(fact: StructuralFact, word_lists: WordLists) -> Claim | None:
    """A paragraph of the final, or several in a row, that the draft has not; critical where it binds."""
    return _paragraph(fact, Relation.ADDED, "final", word_lists)


_TWO_LINES = 2
_LONGEST_SENTENCE = 250  # characters


def _paragraph(fact: StructuralFact, relation: Relation, side: str, word_lists: WordLists) -> Claim | None:
    if fact.relation is not relation or is_markup(fact.draft.text or fact.final.text):
        return None
    is_heading = fact.place.role is Role.HEADING
    if fact.paragraphs > 1:
        first, last = map(quoted, fact.ends)
        if is_heading:
            below = f"the line {last} below it" if fact.paragraphs == _TWO_LINES else f"all below it to {last}"
            return Claim(sentence(f"The heading {first} and {below} stand in the {side} only"))
        return Claim(sentence(f"{fact.paragraphs} paragraphs stand in the {side} only: {first} to {last}"))
    text = fact.draft.text.strip() or fact.final.text
    if fact.is_table_head:
        told = f"The headings {quoted(text)} of a table stand in the {side} only; its rows are a sentence"
        return Claim(sentence(told), severity=Severity.MINOR)
    severity = None
    if fact.is_standing or (is_courtesy(text, word_lists) and not fact.place.in_resolution and not is_heading):
        severity = Severity.MINOR  # whom to ring, who printed it: nothing of the meeting
    elif is_heading and fold_key(text.strip("#*_: \t\xa0")) in word_lists.gathering_headings:
        severity = Severity.COSMETIC  # "Notes": what is below it stands on both sides
    elif fact.place.role is Role.NARRATIVE and not is_heading and _binds_alone(text, word_lists):
        severity = Severity.CRITICAL
    elif fact.place.role is Role.FRONT and tells_file_day(text, word_lists):
        severity = Severity.MINOR  # a draft and a final are published on two days
    told = f"The {'heading' if is_heading else 'paragraph'} {quoted(text)} stands in the {side} only"
    return Claim(sentence(told), severity=severity)


def _binds_alone(text: str, word_lists: WordLists) -> bool:
    """Whether a paragraph of one sentence is a duty, limits what was given, or says who was let in or out."""
    if sum(text.count(mark) for mark in (". ", "? ", "! ", "\n")) or len(text) > _LONGEST_SENTENCE:
        return False
    return limits_what_was_given(text, word_lists) or word_lists.has_phrase("session_steps", fold_key(text))


_BOUGHT = "4. Sheds\n\nThings to be bought:\n\n- nails\n- a ladder\n- paint"
_SORTED = "4. Sheds\n\nThings to be bought:\n\n- a ladder\n- nails\n- paint"
_RANKED = tuple(text.replace("Things to be bought", "In order of need") for text in (_BOUGHT, _SORTED))


@structural_rule(
    "structure.reordered",
    Severity.COSMETIC,
    source="The same lines are the same record where their order says nothing.",
    hits=((_BOUGHT, _SORTED), (_SORTED, _BOUGHT)),
    misses=(
        (_BOUGHT, _BOUGHT),
        (_RANKED[0], _RANKED[1]),
        (_LONG, _SWAPPED),
    ),
    deciders=ORDER,
)
def reordered(fact: StructuralFact, word_lists: WordLists) -> Claim | None:
    """A list or table with the same lines in another order, unless the order says something: ranks, numbers, limbs."""
    if fact.kind is not FactKind.ORDER or word_lists.has_phrase("ordered_lists", fact.lead):
        return None
    return Claim(sentence(f"The same {fact.paragraphs} lines stand in another order in the final"))


@structural_rule(
    "structure.paragraph-moved",
    Severity.MAJOR,
    source="What was said after what is part of the record.",
    hits=((_LONG, _SWAPPED), (_SWAPPED, _LONG), (_DECIDED, _MISPLACED)),
    misses=((_LONG, _SHORT), (_LONG, _CUT)),
    deciders=SEGMENTS,
)
def paragraph_moved(fact: StructuralFact, _: WordLists) -> Claim | None:
    """A paragraph, an item or a run of paragraphs at another place; critical where a resolution changes its item."""
    if fact.relation is not Relation.MOVED:
        return None
    if fact.kind is FactKind.ORDER:
        return Claim(sentence(f"The same {fact.paragraphs} lines stand in another order, which says something here"))
    together = f"{fact.paragraphs} paragraphs together" if fact.paragraphs > 1 else ""
    item = fact.place.item
    if Role.RESOLUTION in fact.holds:
        if fact.place.in_resolution and fact.moved_from is None:
            reason = f"The resolution {quoted(fact.draft.text)} now stands under another heading"
        elif fact.moved_from is None or item is None:
            reason = (
                f"{quoted(fact.draft.text)} stands at another place in the final, and a resolution under another item"
            )
        else:
            origin, place = (each.number or quoted(each.title) for each in (fact.moved_from, item))
            reason = (
                f"The resolution {quoted(fact.draft.text)} now stands under item {place}; in the draft, under {origin}"
            )
        return Claim(sentence(reason, together), severity=Severity.CRITICAL)
    if fact.numbers and item is not None:
        number, renumbered = fact.numbers[0]
        reason = f"Item {number}, {quoted(item.title)}, stands at another place in the final"
        return Claim(sentence(reason + (f", as item {renumbered}" if renumbered != number else ""), together))
    if fact.moved_from and item:
        origin, place = (each.number or each.title for each in (fact.moved_from, item))
        together += f"{', ' if together else ''}from item {origin} to item {place}"
    return Claim(sentence(f"The paragraph {quoted(fact.draft.text)} stands at another place in the final", together))


_TABLE = "4. Sheds\n\nThe votes on the shed were:\n\n| Name | For | Against |\n|---|---|---|\n| Ines Varga | x | |\n"


@structural_rule(
    "structure.cell-moved",
    Severity.CRITICAL,
    source="A recorded vote is often a table of ticks: For, Against, Abstained.",
    hits=(
        (_TABLE, _TABLE.replace("| x | |", "| | x |")),
        (_TABLE.replace("x |", "yes |"), _TABLE.replace("x | |", " | yes |")),
    ),
    misses=((_TABLE, _TABLE), (_TABLE, _TABLE.replace("| x |", "| **x** |")), (_LONG, _SWAPPED)),
    deciders=CELLS,
)
def cell_moved(fact: StructuralFact, _: WordLists) -> Claim | None:
    """A tick, a figure or other words that stand in another column of the same row, or of several rows alike."""
    if fact.kind is FactKind.COLUMNS and fact.relation is not Relation.SAME:
        return Claim(_exchanged(fact))
    if fact.kind is not FactKind.CELL:
        return None
    where = "to another column" if fact.columns is None else "from column {} to column {}".format(*fact.columns)
    if _has_heads(fact):
        where = "from the column {} to the column {}".format(*map(quoted, fact.heads))
    return Claim(sentence(f"{quoted(fact.draft.text)} moved {where} of its row"))


def _has_heads(fact: StructuralFact) -> bool:
    """Whether each of two columns has a heading of its own."""
    return len(set(fact.heads)) > 1 and all(fact.heads)


def _exchanged(fact: StructuralFact) -> str:
    """Says which cells changed places, and that the headings did not go along."""
    columns = "" if fact.columns is None else " of columns {} and {}".format(*fact.columns)
    if fact.paragraphs and _has_heads(fact):
        columns = " under {} and {}".format(*map(quoted, fact.heads))
    if not fact.paragraphs:
        return sentence(f"The headings{columns} changed places, and the rows below them did not")
    rows = "one row" if fact.paragraphs == 1 else f"{fact.paragraphs} rows"
    return sentence(f"The cells{columns} changed places in {rows}, and their headings did not")


_DUTIES = "4. Sheds\n\nDuties:\n\n| Task | Who | When |\n|---|---|---|\n| Paint | Ann | May |\n| Mow | Tom | June |\n"
_ROWS_EXCHANGED = _DUTIES.replace("Ann | May", "May | Ann").replace("Tom | June", "June | Tom")
_EXCHANGED = _ROWS_EXCHANGED.replace("Who | When", "When | Who")


@structural_rule(
    "structure.columns-exchanged",
    Severity.MINOR,
    source="A cell is read by the heading of its column: where both went along, every row says the same.",
    hits=((_DUTIES, _EXCHANGED), (_EXCHANGED, _DUTIES)),
    misses=((_DUTIES, _DUTIES), (_DUTIES, _ROWS_EXCHANGED)),
    deciders=COLUMNS,
)
def columns_exchanged(fact: StructuralFact, _: WordLists) -> Claim | None:
    """Columns of a table that changed places, headings and cells alike."""
    if fact.kind is not FactKind.COLUMNS or fact.relation is not Relation.SAME:
        return None
    columns = "The columns" if fact.columns is None else "Columns {} and {}".format(*fact.columns)
    return Claim(sentence(f"{columns} of the table changed places with their headings; every row says the same"))


_TOLD = "4. Sheds\n\nThe shed fund stood at £120. The pond fund stood at £80.\n\nThe clerk spoke."
_SET = "4. Sheds\n\n| Fund | Balance |\n|---|---|\n| Shed | £120 |\n| Pond | £80 |\n\nThe clerk spoke."
_CROSSED = _SET.replace("£120", "£8").replace("£80", "£120").replace("£8 ", "£80 ")
_OTHER_SUM = _SET.replace("£120", "£130")


@structural_rule(
    "structure.row-changed",
    Severity.CRITICAL,
    source="A figure is read by the name that stands beside it, in a row as in a sentence.",
    hits=((_TOLD, _CROSSED), (_OTHER_SUM, _TOLD)),
    misses=((_TOLD, _SET), (_SET, _OTHER_SUM)),
    deciders=SET_OTHERWISE,
)
def row_changed(fact: StructuralFact, _: WordLists) -> Claim | None:
    """Sentences set as a table, or the reverse, where a row has the figure or the name of another or another figure."""
    if fact.kind is not FactKind.SET_OTHERWISE or fact.relation is Relation.SAME:
        return None
    own, other = map(quoted, fact.ends)
    return Claim(
        sentence(f"It is set another way, and a row says something else: {own} in the draft, {other} in the final")
    )


@structural_rule(
    "structure.set-otherwise",
    Severity.COSMETIC,
    source="The same facts are the same record, in sentences or in a table.",
    hits=((_TOLD, _SET), (_SET, _TOLD)),
    misses=((_TOLD, _CROSSED), (_TOLD, _OTHER_SUM)),
    deciders=SET_OTHERWISE,
)
def set_otherwise(fact: StructuralFact, _: WordLists) -> Claim | None:
    """Sentences that are lines or a table on the other side, row by row with the same names and figures."""
    if fact.kind is not FactKind.SET_OTHERWISE or fact.relation is not Relation.SAME:
        return None
    return Claim(sentence(f"The same stands in another layout in the final, from {quoted(fact.draft.text)}"))


@structural_rule(
    "structure.split",
    Severity.COSMETIC,
    source="The same words are the same record.",
    hits=((_CUT, _LONG), (_CUT.replace("\n\nThe crew", " The crew"), _CUT)),
    misses=((_LONG, _CUT), (_LONG, _SHORT)),
    deciders=SEGMENTS,
)
def split(fact: StructuralFact, _: WordLists) -> Claim | None:
    """One paragraph of the draft that the final cuts into several, or two cut elsewhere, with the same words."""
    if fact.relation is not Relation.SPLIT:
        return None
    if fact.paragraphs > 1:
        return Claim(sentence(f"The paragraph {quoted(fact.draft.text)} ends at another sentence in the final"))
    return Claim(sentence(f"The paragraph {quoted(fact.draft.text)} is cut into several in the final"))


@structural_rule(
    "structure.merged",
    Severity.COSMETIC,
    source="The same words are the same record.",
    hits=((_LONG, _CUT), (_CUT, _CUT.replace("\n\nThe crew", " The crew"))),
    misses=((_CUT, _LONG), (_SHORT, _LONG)),
    deciders=SEGMENTS,
)
def merged(fact: StructuralFact, _: WordLists) -> Claim | None:
    """Several paragraphs of the draft that are one in the final, with the same words."""
    if fact.relation is not Relation.MERGED:
        return None
    return Claim(sentence(f"The paragraph {quoted(fact.final.text)} is cut into several in the draft"))


@rule(
    "structure.heading-changed",
    Severity.MAJOR,
    source="Readers find an item by its heading; so do indexes and later minutes.",
    hits=(
        (
            "4. SHEDS AND STORES\n\nThe shed was sold to a farmer.",
            "4. SHEDS AND BARNS\n\nThe shed was sold to a farmer.",
        ),
        (
            "5. REPORT ON THE VILLAGE POND\n\nThe pond was cleaned by the crew.",
            "5. UPDATE ON THE VILLAGE POND\n\nThe pond was cleaned by the crew.",
        ),
    ),
    misses=(
        (
            "4. SHEDS AND STORES\n\nThe shed was sold to a farmer.",
            "4. SHEDS AND STORES\n\nThe shed was sold to a farmer.",
        ),
        (
            "4. SHEDS AND STORES\n\nThe shed was sold to a farmer.",
            "4. SHEDS AND STORES\n\nThe barn was sold to a farmer.",
        ),
    ),
)
def heading_changed(change: Change) -> Claim | None:
    """The words of a heading: not its case, number or marks."""
    if change.place.role is not Role.HEADING or change.is_form_only or not change.changed:
        return None
    return Claim(sentence(f"The heading differs: {difference(change)}"))


RULES = (
    reordered,
    item_missing,
    item_added,
    item_renumbered,
    paragraph_removed,
    paragraph_added,
    paragraph_moved,
    cell_moved,
    columns_exchanged,
    row_changed,
    set_otherwise,
    split,
    merged,
)
HEADINGS = (heading_changed,)
