"""Figures: sums, numbers, dates and times whose value differs, whatever their form.

£14,000 → £140,000                money.changed (ten times as much)
14th June, 2022 → 14 June 2022    the same value: form.same-value
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from compare.annotate.entities.worded_figures import UNITS_OF_LENGTH
from compare.annotate.same_sentence import Figures
from compare.rules._change import Change, holder, holders, is_inside, value_of
from compare.rules._first_page import is_in_file_day
from compare.rules._halves import added_half
from compare.rules._rule import (
    ADDED_VERDICT,
    ENTITIES,
    MISSPELLING,
    Claim,
    both_sides,
    difference,
    one_sided,
    only_in,
    quoted,
    rule,
    sentence,
)
from compare.style.word_lists import WordLists
from compare.text.tokens import fold_key
from compare.values import Entity, Role, Severity, Side, StructuralFact, Word

_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_TIMES = {Decimal(10): "ten times", Decimal(100): "a hundred times", Decimal(1000): "a thousand times"}
_SOURCE = "ISO 8601 and ISO 4217 say when two writings are one value; minutes of spending are audited by figure."


@rule(
    "money.changed",
    Severity.CRITICAL,
    deciders=(*ENTITIES, *MISSPELLING),
    source=_SOURCE,
    hits=(
        ("The hall cost £14,000 to heat.", "The hall cost £140,000 to heat."),
        ("The band was paid £250 for the day.", "The band was paid £275 for the day."),
        ("The year closed with a result of (£4.2m).", "The year closed with a result of £4.2m."),
        ("The band was paid £50 per day.", "The band was paid £50 per week."),
        ("The roof cost £5,000 plus VAT to mend.", "The roof cost £5,000 to mend."),
    ),
    misses=(
        ("The hall cost £14,000 to heat.", "The hall cost £14000 to heat."),
        ("The hall cost £900 per annum to heat.", "The hall cost £900 a year to heat."),
        ("The new stove (£4,200) was lit.", "The new stove, £4,200, was lit."),
        ("The band had 250 tickets for the day.", "The band had 275 tickets for the day."),
    ),
)
def money(change: Change) -> Claim | None:
    """A sum of money with another value."""
    return _differing(change, ("MONEY",), "sum")


def _day_of_meeting(fact: StructuralFact, _: WordLists) -> Claim | None:
    if fact.meeting_date is None:
        return None
    return Claim(sentence(f"The day of the meeting: {one_sided(fact.draft, fact.final)}"))


_HEAD = "Mill Board\n\n{}\n\nPresent: Mr Orr\n\n1. Sheds\n\nThe shed was sold to a farmer."


@rule(
    "date.changed",
    Severity.CRITICAL,
    structure=_day_of_meeting,
    deciders=(*ENTITIES, *MISSPELLING),
    source=_SOURCE,
    hits=(
        ("The next meeting would be on 14 June 2025.", "The next meeting would be on 21 June 2025."),
        ("The lease would end on 3 May 2026.", "The lease would end on 3 June 2026."),
        (_HEAD.format("Minutes\n\nHeld on 4 March 2025"), _HEAD.format("Minutes")),
    ),
    misses=(
        ("The lease would end on 3rd May, 2026.", "The lease would end on 3 May 2026."),
        ("The old band would march to the green.", "The old band would walk to the green."),
        ("The report was given by June Moss.", "The report was given by Joan Moss."),
    ),
)
def date(change: Change) -> Claim | None:
    """A date with another day, month or year; the line that names the day of the meeting, on one side alone."""
    if _is_given_name(change):
        return None
    claim = _mild_beside_file(change, _differing(change, ("DATE",), "date"))
    fault = _weekday_fault(change) if claim else None
    if claim is None or fault is None:
        return claim
    side, entity = fault
    why = f"{quoted(_day_of(entity))} was no {entity.text.split()[0].rstrip(',.')}"
    return Claim(sentence(claim.reason, why), side, 0.9)


def _mild_beside_file(change: Change, claim: Claim | None) -> Claim | None:
    """The claim, as a small one where only the file was made on another day: "Published 9 March 2025"."""
    return replace(claim, severity=Severity.MINOR) if claim is not None and is_in_file_day(change) else claim


@rule(
    "time.changed",
    Severity.CRITICAL,
    deciders=(*ENTITIES, *MISSPELLING),
    source=_SOURCE,
    hits=(
        ("The meeting closed at 9.15 pm.", "The meeting closed at 9.45 pm."),
        ("The gates would be shut at 10am each day.", "The gates would be shut at 10pm each day."),
        ("It began at 7 pm. It ended at 9.30.", "It began at 7 pm. It ended at 9.30 am."),
    ),
    misses=(
        ("The gates would be shut at 10.00 am.", "The gates would be shut at 10am."),
        ("The gates would be shut at night.", "The gates would be shut at dusk."),
        ("It began at 7 pm. It ended at 9.30.", "It began at 7 pm. It ended at 9.30 pm."),
    ),
)
def time(change: Change) -> Claim | None:
    """A time of day with another value; or with "am" or "pm" on one side alone, where it means another time."""
    half = added_half(change)
    if half is None:
        return _mild_beside_file(change, _differing(change, ("TIME",), "time"))
    if not half.is_other:
        return None
    told = f"all other times of the {half.side.other} are {half.others}" if half.others else ""
    return Claim(sentence(f"The time differs: {only_in(half.side, half.time)}", told))


@rule(
    "number.changed",
    Severity.CRITICAL,
    deciders=(*ENTITIES, *ADDED_VERDICT, *MISSPELLING),
    source=_SOURCE,
    hits=(
        ("The survey found 16 damp homes.", "The survey found 61 damp homes."),
        ("The trees would be cut back every two years.", "The trees would be cut back every three years."),
        ("Some 16% of the seats were empty.", "Some 18% of the seats were empty."),
        ("Takings fell by -3% in the wet month.", "Takings fell by 3% in the wet month."),
        ("The gate was painted twice.", "The gate was painted three times."),
        ("The bins were emptied weekly.", "The bins were emptied fortnightly."),
    ),
    misses=(
        ("The survey found two damp homes.", "The survey found 2 damp homes."),
        ("The plan had one aim: a) safer paths.", "The plan had one aim: 1) safer paths."),
        ("Some 16% of the seats were empty.", "Some 16 per cent of the seats were empty."),
    ),
)
def number(change: Change) -> Claim | None:
    """A count, percentage, quantity, share or rhythm with another value."""
    claim = _differing(change, ("NUMBER", "PERCENT", "QUANTITY"), "number") or _in_words(change) or _other_sign(change)
    if claim or not any(key[0].isdigit() for key in change.keys) or change.is_reported_whole or change.is_form_only:
        return claim
    bare = [_bare_figures(change, side) for side in Side]
    if [*bare[0]] == [*bare[1]] or (not (bare[0] and bare[1]) and _is_reworded(change)):
        return None
    removed, added = (
        [text for figure, text in one.items() if figure not in other] or [*one.values()]
        for one, other in (bare, bare[::-1])
    )
    return Claim(sentence(_reason(change, "number", removed, added)))


def _differing(change: Change, labels: tuple[str, ...], noun: str) -> Claim | None:
    is_other = not change.is_misspelling and not change.is_same_value  # "forteen" for "fourteen" is no other number
    if change.is_reported_whole or not is_other:
        return None
    if change.moved_along_row and not change.labels.isdisjoint(labels):
        return Claim(sentence(f"A {noun} stands in another column of its row: {difference(change)}"))
    draft, final = _touched(change, Side.DRAFT, labels), _touched(change, Side.FINAL, labels)
    removed, added = _left(draft, final), _left(final, draft)
    if not removed and not added and change.is_reordered and list(map(value_of, draft)) != list(map(value_of, final)):
        removed, added = draft, final
    if not removed and not added:
        return _exchanged(change, labels, noun)
    if change.figures_of_sentence is Figures.SAME or not _is_other_figure(change, labels, removed, added):
        return None
    facts = _year(removed, added) or _ratio(removed, added)
    texts = (
        [" ".join(entity.text.split()) for entity in removed[:1]],
        [" ".join(entity.text.split()) for entity in added[:1]],
    )
    if removed and added and max(len(draft), len(final)) > 1:
        texts = [_whole_text(change, Side.DRAFT, draft)], [_whole_text(change, Side.FINAL, final)]
    return Claim(sentence(_reason(change, noun, *texts) + facts))


def _is_other_figure(change: Change, labels: tuple[str, ...], removed: list[Entity], added: list[Entity]) -> bool:
    """Whether figures that came, went or were replaced say something else, and are what the change is about."""
    if "DATE" in labels and (change.added_weekday or _is_day_of_meeting(change, removed, added)):
        return False
    if not (removed and added):
        return not (
            _is_reworded(change)
            or _is_plain_one(removed + added)
            or _only_moved(change, (removed + added)[0])
            or _is_label(change, (removed + added)[0])
            or _is_house_number(change, (removed + added)[0])
            or _is_count_of_names(change, (removed + added)[0])
            or _stands_elsewhere(change, labels, removed, added)
        )
    return not (change.is_rewritten and _count_other_things(removed[0], added[0]))


def _is_count_of_names(change: Change, entity: Entity) -> bool:
    """Whether a number says no more than the names of both sentences do: "Three people spoke: Ash, Birch and Cole"."""
    number = value_of(entity).partition(" ")[0]
    if entity.label not in ("NUMBER", "QUANTITY") or not number.isdigit() or int(number) < len("ab"):
        return False
    named = ([one for one in reading.all_entities if one.label == "PERSON"] for reading in (change.draft, change.final))
    return all(len(people) == int(number) for people in named)


def _exchanged(change: Change, labels: tuple[str, ...], noun: str) -> Claim | None:
    """The figures of a sentence that stay in their places while what they are of was exchanged around them."""
    if not change.is_reordered or not any(entity.label in labels for entity in change.draft.all_entities):
        return None
    is_moved = any(holder(word, change.entities(Side.DRAFT, *labels)) for word in change.removed)
    if change.figures_of_sentence is not Figures.EXCHANGED and not (
        is_moved and change.figures_of_sentence is Figures.OTHER
    ):
        return None
    return Claim(sentence(f"Each {noun} belongs to another thing: {difference(change)}"))


def _whole_text(change: Change, side: Side, entities: list[Entity]) -> str:
    """The figures of one side from the first to the last, with what stands between them: "7 to 4"."""
    reading = change.reading(side)
    start = reading.sentence.start
    return " ".join(reading.sentence_text[entities[0].span.start - start : entities[-1].span.end - start].split())


def _reason(change: Change, noun: str, removed: list[str], added: list[str]) -> str:
    if removed and added:
        return both_sides(f"The {noun}", removed[0], added[0])
    if change.lone_side and noun == "date" and _YEAR.fullmatch(" ".join(sorted(change.keys))):
        side = change.lone_side
        return f"The date differs: the year stands in the {side} only, {quoted(change.reading(side).text)}"
    if removed or added:
        return f"The {noun} {only_in(Side.DRAFT if removed else Side.FINAL, (removed or added)[0])}"
    return difference(change)


def _touched(change: Change, side: Side, labels: tuple[str, ...]) -> list[Entity]:
    """The entities of one side, but for the numbers of a list: 1) and (b) are marks."""
    marks = {
        word.span.start
        for word in change.reading(side).words
        if word.key[:1].isdigit() and _is_list_mark(change, side, word)
    }
    return [entity for entity in change.entities(side, *labels) if entity.span.start not in marks]


def _left(entities: list[Entity], others: list[Entity]) -> list[Entity]:
    """The entities whose values the others have not."""
    values = Counter(map(value_of, others))
    left = []
    for entity in entities:
        if values[value_of(entity)] > 0:
            values[value_of(entity)] -= 1
        else:
            left.append(entity)
    return left


_COMPARING = frozenset("<>≤≥±")


def _other_sign(change: Change) -> Claim | None:
    """A sign of comparison before a figure that no entity holds: "<= 300ms", ">= 300ms"."""
    if _is_minus_behind(change):
        return Claim(sentence(f"The sign of a number differs: {difference(change)}"))
    if not change.is_marks_only or _COMPARING.isdisjoint(change.marks):
        return None
    for reading in (change.draft, change.final):
        following = next((word for word in reading.after if word.key != "="), None)
        is_arrow = bool(reading.before) and reading.before[-1].key in ("-", "=")
        if not reading.before or is_arrow or following is None or not following.key[:1].isdigit():
            return None
    return Claim(sentence(f"The sign before a number differs: {difference(change)}"))


def _is_minus_behind(change: Change) -> bool:
    """Whether a dash alone came or went behind the figure of a cell: "400-" is a debt in accounts."""
    side = Side.DRAFT if change.draft.words else Side.FINAL
    reading = change.reading(side)
    figure = reading.before[-1] if reading.before else None
    if change.draft.keys + change.final.keys != ("-",) or figure is None or not figure.key[-1].isdigit():
        return False
    text, end = reading.sentence_text, reading.span.end - reading.sentence.start
    return figure.span.end == reading.span.start and _CELL_ENDS.match(text, end) is not None


_CELL_ENDS = re.compile(r" {0,40}(?:[|\t\n]|\Z)")


def _in_words(change: Change) -> Claim | None:
    """A rhythm, period, multiple or share in words in the place of another: "weekly", "monthly"."""
    if change.is_reported_whole or change.is_form_only or change.is_rewritten:
        return None
    if change.lone_side and change.keys == {"other"} and change.reading(change.lone_side).before[-1:]:
        side, before = change.lone_side, change.reading(change.lone_side).before[-1]
        if before.key == "every":  # "every other week" is half as often
            return Claim(sentence(f"The value {only_in(side, f'{before.text} other')}"))
    for own in change.removed[:_MOST_IN_WORDS]:
        for other in change.added[:_MOST_IN_WORDS]:
            values, others = (change.word_lists.figure_words.get(word.key, ()) for word in (own, other))
            kinds = {kind for kind, _ in values} & {kind for kind, _ in others}
            if kinds and set(values).isdisjoint(others):
                return Claim(sentence(both_sides("The value", own.text, other.text)))
    return None


_MOST_IN_WORDS = 8  # words of each side that are tried against each other: more is a rewording


def _weekday_fault(change: Change) -> tuple[Side, Entity] | None:
    """The side on which alone a date falls on another day of the week than is printed, and that date."""
    faults = [(side, entity) for side in Side for entity in change.entities(side, "DATE") if _is_on_other_day(entity)]
    return faults[0] if len(faults) == 1 else None


def _is_on_other_day(entity: Entity) -> bool:
    """Whether a date with its year names a day of the week on which it does not fall."""
    stem, _, weekday = value_of(entity).partition(" weekday ")
    return weekday.isdigit() and stem[:4].isdigit()


def _day_of(entity: Entity) -> str:
    """A date without its day of the week."""
    return " ".join(entity.text.split()[1:])


def _is_reworded(change: Change) -> bool:
    """Whether a figure of one side stands in a passage that both sides word otherwise: it is not what changed."""
    return change.is_rewritten or all(
        sum(not is_inside(word, change.reading(side).entities) for word in change.own_words(side)) >= _REWORDED
        for side in Side
    )


_REWORDED = 3  # words of each side beside its figures


def _count_other_things(one: Entity, other: Entity) -> bool:
    """Whether two numbers of a rewritten passage need not be of the same thing: "all 3 barns", "at least 2 repairs"."""
    unit, counted = (value_of(entity).partition(" ")[2] for entity in (one, other))
    return one.label == "NUMBER" or other.label == "NUMBER" or (one.label == "QUANTITY" and unit != counted)


def _is_given_name(change: Change) -> bool:
    """Whether a month is someone's given name here, for the other side has another: "June Moss", "Joan Moss"."""
    if change.exchanged is None or not all(word.text.istitle() for word in change.exchanged):
        return False
    names = [reading.after[:1] for reading in (change.draft, change.final)]
    if not all(
        name and name[0].text.istitle() and not change.entities(side, "BODY", "ORG")
        for name, side in zip(names, Side, strict=True)
    ):
        return False
    is_after_article = any(
        change.word_lists.has("determiners", word.key) for word in change.draft.before[-1:] + change.final.before[-1:]
    )
    return not is_after_article and sum(bool(change.entities(side, "DATE")) for side in Side) == 1


def _is_plain_one(entities: list[Entity]) -> bool:
    """Whether one side alone has "one", "first", "both" or "a year": "one of them" is a pronoun, not a count."""
    return all(fold_key(entity.text).split(" ")[0] in _PLAIN for entity in entities)


_PLAIN = frozenset(("one", "first", "both", "half", "a", "an", "once", "second", *UNITS_OF_LENGTH))


def _is_label(change: Change, entity: Entity) -> bool:
    """Whether a number that one side alone has is part of a label put in or left out: "Option 2:", "Group 3 -"."""
    side = change.lone_side
    word = next((word for word in change.changed if word.span.start == entity.span.start), None)
    if side is None or word is None or not word.text.isdigit():
        return False
    words = change.reading(side).words
    place = words.index(word)
    return place > 0 and words[place - 1].text[:1].isupper() and change.next_keys(side, word)[:1] in ((":",), ("-",))


def _is_house_number(change: Change, entity: Entity) -> bool:
    """Whether a number is the first word of an address: "Mrs Quince of 12 High Street" says who, not how many."""
    side = change.lone_side or (Side.DRAFT if entity in change.draft.entities else Side.FINAL)
    places = change.entities(side, "LOC")
    return entity.label == "NUMBER" and any(0 <= place.span.start - entity.span.end <= _GAP for place in places)


_GAP = 2  # characters between the number of a house and its street: a blank, a comma


def _stands_elsewhere(change: Change, labels: tuple[str, ...], removed: list[Entity], added: list[Entity]) -> bool:
    """Whether the other side has the value too, under another label ("14" a number here, a part of a date there)."""
    entity = (removed or added)[0]
    other = Side.FINAL if removed else Side.DRAFT
    return any(
        value_of(candidate) == value_of(entity)
        for candidate in change.reading(other).entities
        if candidate.label not in labels
    ) or not holders(change.removed if removed else change.added, [entity])


def _is_day_of_meeting(change: Change, removed: list[Entity], added: list[Entity]) -> bool:
    """Whether one side alone has the day of the meeting here, in its head, where both documents name that day.

    "# Council meeting agenda" / "- Meeting date: 2026-03-13"   →   "# Council meeting 2026-03-13"
    """
    is_head = change.place.item is None and change.place.role in (Role.FRONT, Role.HEADING)
    days = {value_of(entity) for entity in (*removed, *added)}
    return is_head and bool(removed) != bool(added) and days == {change.place.held_on}


def _only_moved(change: Change, entity: Entity) -> bool:
    """Whether a figure that this edit takes out or puts in stands as often in both sentences: it changed its place."""
    if change.figures_of_sentence is Figures.EXCHANGED:
        return False
    figure = fold_key(entity.text)
    one, other = (f" {fold_key(reading.sentence_text)} " for reading in (change.draft, change.final))
    return one.count(figure) == other.count(figure) > 0


def _year(removed: list[Entity], added: list[Entity]) -> str:
    """A note where one side only adds the year."""
    if not removed or not added:
        return ""
    draft, final = value_of(removed[0]), value_of(added[0])
    if draft.startswith("--") and final[4:] == draft[1:]:
        return " (the year stands in the final only)"
    if final.startswith("--") and draft[4:] == final[1:]:
        return " (the year stands in the draft only)"
    return ""


def _ratio(removed: list[Entity], added: list[Entity]) -> str:
    """A note where one sum is ten, a hundred or a thousand times the other."""
    if not removed or not added or removed[0].label != "MONEY":
        return ""
    amounts = [_amount(entity) for entity in (removed[0], added[0])]
    if not amounts[0] or not amounts[1]:
        return ""
    more, less = max(amounts), min(amounts)
    times = _TIMES.get(more / less)
    if times is None:
        return ""
    return f" ({times} as much)" if amounts[1] == more else f" (the draft has {times} as much)"


def _amount(entity: Entity) -> Decimal:
    try:
        return Decimal(value_of(entity).rpartition(" ")[2])
    except InvalidOperation:
        return Decimal(0)


_LETTERS = 6  # in a figure, from which on it is the name of a file: "2025-03-06-minutes"; "11am-12pm" has four

# A figure glued to a word, "1Additional": a slip of the keyboard, no count.
_GLUED = re.compile(r"\d+(?!st|nd|rd|th)[^\W\d_]{4,}")


def _bare_figures(change: Change, side: Side) -> dict[str, str]:
    """Figures of the edit that no entity holds and that number no list (1) and (b) are marks), as printed."""
    entities = change.reading(side).entities
    return {
        word.key.replace(",", "").removesuffix("'s"): word.text
        for word in change.own_words(side)
        if word.key[:1].isdigit()
        and not _GLUED.fullmatch(word.key)
        and sum(map(str.isalpha, word.key)) < _LETTERS
        and not is_inside(word, entities)
        and not _is_list_mark(change, side, word)
    }


def _is_list_mark(change: Change, side: Side, word: Word) -> bool:
    following, previous = change.next_keys(side, word)[:1], change.previous_keys(side, word)
    if following == (")",):
        return "(" not in previous[-1:] or previous[-2:-1] in ((), (":",), (";",), (".",))
    return following == (".",) and not previous


RULES = (money, date, time, number)
