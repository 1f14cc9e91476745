"""Form: the same value or the same word, written another way.

14th June, 2025   →   14 June 2025          form.same-value
Cllr Odell        →   Councillor Odell      form.abbreviation
"""

from __future__ import annotations

from compare.annotate.entities.whole_figures import names_half_of_day
from compare.annotate.short_names import ShortNames
from compare.rules._change import REFERENCES, Change
from compare.rules._halves import added_half
from compare.rules._rule import ENTITIES, Claim, difference, only_in, rule, sentence
from compare.values import NameForm, Reading, Severity, Side


@rule(
    "form.same-value",
    Severity.COSMETIC,
    deciders=ENTITIES,
    source="ISO 8601 and ISO 4217 say when two writings are one value.",
    hits=(
        ("The lease would end on 14th June, 2025.", "The lease would end on 14 June 2025."),
        ("The gates would be shut at 10.00 am.", "The gates would be shut at 10am."),
        ("The hall cost £1,400,000 to build.", "The hall cost £1.4 million to build."),
    ),
    misses=(
        ("The lease would end on 14 June 2025.", "The lease would end on 15 June 2025."),
        ("The hall cost £1.4m to build.", "The hall cost £1.4bn to build."),
    ),
)
def same_value(change: Change) -> Claim | None:
    """A date, time, sum, number or reference of the same value in another form."""
    if weekday := change.added_weekday:
        return Claim(sentence(f"The same date: {only_in(*weekday)}"), severity=Severity.MINOR)
    if half := added_half(change):
        return Claim(sentence(f"The same time: {only_in(half.side, half.time)}"), severity=Severity.MINOR)
    if not change.is_same_value or change.doubled_side:  # "Tuesday Tuesday, 25 October" is a slip
        return None
    if not change.is_value_alone and change.is_turned_round:
        return Claim(sentence(f"The same in another order of words: {difference(change)}"), severity=Severity.MINOR)
    return _in_another_form(change)


def _in_another_form(change: Change) -> Claim | None:
    if named := _named_half_of_day(change):
        return Claim(sentence(f"The same time: {only_in(*named)}"), severity=Severity.MINOR)
    if change.is_same_words and not change.labels.isdisjoint(REFERENCES):
        return None  # "S.106" and "section 106": the word is short, the number is the same
    return Claim(sentence(f"The same value in another form: {difference(change)}"))


def _named_half_of_day(change: Change) -> tuple[Side, str] | None:
    """The side that alone says whether a time is in the morning or the evening, and the time: "half past seven"."""
    times = [change.entities(side, "TIME") for side in Side]
    if any(len(found) != 1 for found in times):
        return None
    named = [names_half_of_day(found[0].text) for found in times]
    if named[0] == named[1]:
        return None
    side = Side.DRAFT if named[0] else Side.FINAL
    return side, times[named[1]][0].text


@rule(
    "form.abbreviation",
    Severity.COSMETIC,
    source="House styles of councils differ in short forms; readers do not.",
    hits=(
        ("Cllr Odell spoke of the pond.", "Councillor Odell spoke of the pond."),
        ("The Parks Dept. looked after the pond.", "The Parks Department looked after the pond."),
        ("The clerk did not reply to the letter.", "The clerk didn't reply to the letter."),
        ("The crew organised the fair.", "The crew organized the fair."),
        ("The sum was due under Section 106.", "The sum was due under s.106."),
        ("The plan stands on page 3 of the report.", "The plan stands on p. 3 of the report."),
        ("The form was sent to all parents/carers.", "The form was sent to all parents / carers."),
        ("The crew had not found any pond.", "The crew had found no pond."),
        ("It was RESOLVED that the pond be drained.", "RESOLVED that the pond be drained."),
    ),
    misses=(
        ("The sum was due under Section 106.", "The sum was due under S108."),
        ("The note of S. Page was read.", "The note of Section Page was read."),
        ("Cllr Odell spoke of the pond.", "Mr Odell spoke of the pond."),
        ("There was no pond.", "There was number pond."),
    ),
)
def abbreviation(change: Change) -> Claim | None:
    """The same words abbreviated (Cllr, S.106), contracted (don't) or in another right spelling (organize: minor)."""
    if change.is_same_denial:
        return Claim(sentence(f"The same denial in other words: {difference(change)}"), severity=Severity.MINOR)
    if change.is_same_force:
        return Claim(sentence(f"The same force in other words: {difference(change)}"), severity=Severity.MINOR)
    if _is_opening_of_header(change):
        return Claim(sentence(f"The same in other words: {difference(change)}"))
    if not change.is_same_words and not _is_stop_of_short_form(change):
        return None
    severity = Severity.MINOR if _is_spelling(change) else None
    return Claim(sentence(f"The same words in another form: {difference(change)}"), severity=severity)


def _is_opening_of_header(change: Change) -> bool:
    """Whether "It was" before the word of a decision is all that differs: "It was RESOLVED", "RESOLVED"."""
    side = change.lone_side
    if side is None or change.reading(side).keys != ("it", "was"):
        return False
    following = change.reading(side).after[:1]
    return bool(following) and following[0].key in change.word_lists.header_words


def _is_spelling(change: Change) -> bool:
    """Whether one word has two right spellings, or one office two names."""
    if len(change.removed) != 1 or len(change.added) != 1:
        return False
    removed, added = change.removed[0].key, change.added[0].key
    return change.word_lists.spelling(removed) == change.word_lists.spelling(added)


def _is_stop_of_short_form(change: Change) -> bool:
    """Whether all that differs is the full stop of "Cllr.", "J." or "No."."""
    if not change.is_marks_only or set(change.marks) != {"."}:
        return False
    return all(_has_short_stops(reading, change) for reading in (change.draft, change.final))


def _has_short_stops(reading: Reading, change: Change) -> bool:
    """Whether every full stop of the edit follows a short form, and none ends the paragraph."""
    before = reading.before[-1:]
    words = (*before, *reading.words)
    stops = [place for place in range(len(before), len(words)) if words[place].key == "."]
    if stops and stops[-1] == len(words) - 1 and not reading.after:
        return False
    return all(place > 0 and change.word_lists.is_short_form(words[place - 1].key) for place in stops)


@rule(
    "form.nil-return",
    Severity.MINOR,
    source="A nil return is one fact, in whatever words a clerk puts it.",
    hits=(
        (
            "3. Declarations of interest\n\nNo declarations were made.",
            "3. Declarations of interest\n\nThere were no declarations of interest.",
        ),
        ("3. Declarations of interest\n\nNone.", "3. Declarations of interest\n\nNo interests were declared."),
        ("3. Public questions\n\nThere were no questions.", "3. Public questions\n\nNo questions were received."),
    ),
    misses=(
        (
            "3. Declarations of interest\n\nNone.",
            "3. Declarations of interest\n\nNo pecuniary interests were declared.",
        ),
        ("3. Public questions\n\nThere were no questions.", "3. Public questions\n\nThere were two questions."),
    ),
)
def nil_return(change: Change) -> Claim | None:
    """Both sides say that there was nothing to record: "None declared", "There were no declarations of interest"."""
    if not change.is_nil_return:
        return None
    return Claim(sentence(f"Both say that there was nothing to record: {difference(change)}"))


_RECEIVED = "4. Care\n\nThe report of the Integrated Care Board (ICB) was received.\n\n"


@rule(
    "form.short-name",
    Severity.MINOR,
    deciders=(("whether a name in short and one in full are one", ShortNames.form_of),),
    source="A body or a person is the same in short and in full, where the minutes say so or no other fits.",
    hits=(
        (f"{_RECEIVED}The ICB had moved its office.", f"{_RECEIVED}The Integrated Care Board had moved its office."),
        ("A letter of the Citizens Advice Bureau was read.", "A letter of the CAB was read."),
        (
            "Key: AP = Alan Pryce; SD = Sue Dorn\n\nThe lamps would be ordered by Alan Pryce.",
            "Key: AP = Alan Pryce; SD = Sue Dorn\n\nThe lamps would be ordered by AP.",
        ),
    ),
    misses=(
        (f"{_RECEIVED}The ICB had moved its office.", f"{_RECEIVED}The Infant Care Bureau had moved its office."),
        ("A letter of the Citizens Advice Bureau was read.", "A letter of the RNLI was read."),
        (
            "Key: AP = Alan Pryce; SD = Sue Dorn\n\nThe lamps would be ordered by Alan Pryce.",
            "Key: AP = Alan Pryce; SD = Sue Dorn\n\nThe lamps would be ordered by SD.",
        ),
    ),
)
def short_name(change: Change) -> Claim | None:
    """A body, a term or a person in short on one side and in full on the other: an acronym, initials, "the Board".

    Cosmetic where either document explains the short form.
    """
    if change.tagged.same_name is None:
        return None
    severity = Severity.COSMETIC if change.tagged.same_name is NameForm.EXPLAINED else None
    return Claim(sentence(f"The same name in short and in full: {difference(change)}"), severity=severity)


RULES = (same_value, abbreviation, nil_return, short_name)
