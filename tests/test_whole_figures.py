"""What stands around a figure belongs to it: its sign, its range, its terms; and both sides are told whole."""

from __future__ import annotations

import pytest

from compare import compare_texts
from compare.annotate.entities.entity_tables import entity_tables
from compare.annotate.entities.patterns import PatternTagger
from compare.annotate.entities.whole_figures import figure_terms
from compare.annotate.sentences import with_plain_marks
from compare.style.house_style import default_house_style
from compare.values import Comparison, Severity, Side

STYLE = default_house_style()
TAGGER = PatternTagger(entity_tables(STYLE))


def whole(text: str) -> list[tuple[str, str | None]]:
    """The figures of a text, whole, with their values."""
    flat = with_plain_marks(text)
    entities = figure_terms(STYLE).whole(TAGGER.tag([flat])[0].entities, flat)
    return [(text[entity.span.start : entity.span.end], entity.value) for entity in entities if entity.value]


FIGURES = [
    ("The year closed with a result of (£4.2m).", [("(£4.2m)", "GBP -4200000")]),
    ("The new shed (£4,200) was bought.", [("£4,200", "GBP 4200")]),
    ("Care: variance (£0.8m) against budget.", [("(£0.8m)", "GBP -800000")]),
    ("Movement in funds: (3,400)", [("(3,400)", "-3400")]),
    ("It had three (3) doors.", [("three (3)", "3")]),
    ("The balance was -£500.", [("-£500", "GBP -500")]),
    ("The balance was −£500.", [("−£500", "GBP -500")]),
    ("The balance was £-500.", [("£-500", "GBP -500")]),
    ("The balance was £(500).", [("£(500)", "GBP -500")]),
    ("The balance was minus £500.", [("minus £500", "GBP -500")]),
    ("The fair – £500 in takings – went well.", [("£500", "GBP 500")]),
    ("Takings rose by +3%.", [("+3%", "3%")]),
    ("The dose was ≤5 mg.", [("≤5 mg", "≤ 5 milligram")]),
    ("The dose was <= 5 mg.", [("<= 5 mg", "≤ 5 milligram")]),
    ("Hire is £50 per day plus VAT.", [("£50 per day plus VAT", "GBP 50 per day before VAT")]),
    ("Hire is £50/day (excl. VAT).", [("£50/day (excl. VAT)", "GBP 50 per day before VAT")]),
    ("The rent is £900 pcm.", [("£900 pcm", "GBP 900 per month")]),
    ("It was sold for £50 a year later.", [("£50", "GBP 50")]),
    ("They met twice a year.", [("twice a year", "2 time per year")]),
    ("Open 6-8pm.", [("6-8pm", "18:00 to 20:00")]),
    ("Open 11am–1pm.", [("11am–1pm", "11:00 to 13:00")]),
    ("It cost £10-20 a head.", [("£10-20 a head", "GBP 10 to GBP 20 per person")]),
    ("Between 5 and 11 came.", [("Between 5 and 11", "5 to 11")]),
    ("Children aged 5 to 11 came.", [("5 to 11", "5 to 11")]),
    ("The score for A and B is 3, 4.", [("3", "3"), ("4", "4")]),
    ("Ring 01234-567890.", [("01234-567890", "tel 01234567890")]),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES, ids=[text for text, _ in FIGURES])
def test_a_figure_is_read_with_what_belongs_to_it(text: str, expected: list[tuple[str, str]]) -> None:
    """Sign, range and terms are part of a figure; an aside in brackets and a dash between words are not."""
    assert whole(text) == expected


def compared(draft: str, final: str, *, use_model: bool) -> Comparison:
    """The comparison of two sentences in the middle of short minutes."""
    frame = (
        "Minutes of the Ashcombe Trust held on 12 March 2025\n\n4. Sheds\n\nAll were looked at. {}\n\n5. Paths\n\nNone."
    )
    return compare_texts(frame.format(draft), frame.format(final), use_model=use_model)


@pytest.fixture(params=[False, pytest.param(True, marks=pytest.mark.slow)], ids=["lists", "model"])
def use_model(request: pytest.FixtureRequest) -> bool:
    """Once with word lists alone, once with the model."""
    return bool(request.param)


CHANGED = [
    ("The balance was (£1,250).", "The balance was £1,250.", "“(£1,250)” in the draft, “£1,250” in the final"),
    ("The balance was -£500.", "The balance was £500.", "“-£500” in the draft, “£500” in the final"),
    ("The balance was £500 CR.", "The balance was £500 DR.", "“£500 CR” in the draft, “£500 DR” in the final"),
    ("It changed by -3% in May.", "It changed by +3% in May.", "“-3%” in the draft, “+3%” in the final"),
    ("A score <40 is low.", "A score >40 is low.", "“<40” in the draft, “>40” in the final"),
    ("Latency is <= 300ms.", "Latency is >= 300ms.", "‘<’ where the final has ‘>’"),
    ("It holds 10² tiles.", "It holds 102 tiles.", "“10²” in the draft, “102” in the final"),
    ("Hire is £50 a day.", "Hire is £50 a week.", "“£50 a day” in the draft, “£50 a week” in the final"),
    ("Hire is £50 each.", "Hire is £50.", "“£50 each” in the draft, “£50” in the final"),
    ("It cost £80 plus VAT.", "It cost £80.", "“£80 plus VAT” in the draft, “£80” in the final"),
    ("It met once a week.", "It met once a month.", "“once a week” in the draft, “once a month” in the final"),
    ("It rang twice.", "It rang three times.", "“twice” in the draft, “three times” in the final"),
    ("It is kept at 4°C.", "It is kept at 4°F.", "“4°C” in the draft, “4°F” in the final"),
    ("It is open 6-8pm.", "It is open 6-9pm.", "“6-8pm” in the draft, “6-9pm” in the final"),
    ("Half of them left.", "A quarter of them left.", "“Half” in the draft, “A quarter” in the final"),
    ("It met every month.", "It met every quarter.", "“month” in the draft, “quarter” in the final"),
    ("It met every other week.", "It met every week.", "“every other” stands in the draft only"),
    ("Rents have doubled.", "Rents have trebled.", "“doubled” in the draft, “trebled” in the final"),
    ("It is due on 3 and 5 May.", "It is due on 3 to 5 May.", "“3 and 5 May” in the draft, “3 to 5 May” in the final"),
]


@pytest.mark.parametrize(("draft", "final", "exchange"), CHANGED, ids=[draft for draft, _, _ in CHANGED])
def test_another_sign_unit_or_term_is_one_critical_finding(
    draft: str, final: str, exchange: str, *, use_model: bool
) -> None:
    """A figure with another sign, unit or term is another figure, quoted whole on both sides."""
    (finding,) = compared(draft, final, use_model=use_model).findings
    assert finding.severity is Severity.CRITICAL
    assert exchange in finding.reason
    (other,) = compared(final, draft, use_model=use_model).findings
    assert other.rule == finding.rule
    assert other.severity is Severity.CRITICAL


SAME = [
    ("It ended at noon.", "It ended at 12 noon."),
    ("It ended at midnight.", "It ended at 12.00 am."),
    ("It is open 6pm-8pm.", "It is open 6 pm to 8 pm."),
    ("It starts at 7,30 pm.", "It starts at 7.30 pm."),
    ("It fell on 2025.01.31.", "It fell on 31 January 2025."),
    ("It fell on 3 June 2025.", "It fell on Tuesday 3 June 2025."),
    ("See pages 3-5 of it.", "See pages 3 to 5 of it."),
    ("Motion carried 4-3.", "Motion carried by 4 votes to 3."),
    ("It cost £1.2m.", "It cost £1,200,000."),
    ("It cost (£500).", "It cost -£500."),
    ("It cost £900 p.a. plus VAT.", "It cost £900 a year + VAT."),
    ("Two thirds were for it.", "Two-thirds were for it."),
    ("This was the 2nd time.", "This was the second time."),
    ("It fell on the 3rd of May.", "It fell on the third of May."),
    ("Children of 5-11 came.", "Children of 5 to 11 came."),
    ("It was RESOLVED that it be let.", "RESOLVED that it be let."),
]


@pytest.mark.parametrize(("draft", "final"), SAME, ids=[final for _, final in SAME])
def test_the_same_in_another_form_is_cosmetic(draft: str, final: str, *, use_model: bool) -> None:
    """One value, written otherwise, is no finding that is listed; where there is one, it says that it is the same."""
    for pair in ((draft, final), (final, draft)):
        findings = compared(*pair, use_model=use_model).findings
        assert {finding.severity for finding in findings} <= {Severity.COSMETIC}
        assert all("same" in finding.reason for finding in findings)


def test_a_weekday_on_which_the_date_does_not_fall_is_blamed() -> None:
    """3 June 2025 was a Tuesday: whoever writes Monday is wrong, whatever the other side has."""
    (finding,) = compared("Let on 3 June 2025.", "Let on Monday 3 June 2025.", use_model=False).findings
    assert (finding.rule, finding.suspect) == ("date.changed", Side.FINAL)
    (finding,) = compared("Let on Monday 3 June 2025.", "Let on Tuesday 3 June 2025.", use_model=False).findings
    assert (finding.severity, finding.suspect) == (Severity.CRITICAL, Side.DRAFT)


def test_a_weekday_of_a_date_without_a_year_is_minor() -> None:
    """Nobody can tell whether 3 June was a Tuesday; the date is the same."""
    (finding,) = compared("It was let on 3 June.", "It was let on Tuesday 3 June.", use_model=False).findings
    assert (finding.rule, finding.severity) == ("form.same-value", Severity.MINOR)


def test_the_same_denial_in_other_words_is_one_minor_finding(*, use_model: bool) -> None:
    """To say "not any" is to say "no"; to say "a" is not."""
    for draft, final in (
        ("The crew had not found any fault.", "The crew had found no fault."),
        ("The clerk did not receive any reply.", "The clerk received no reply."),
        ("There were not any questions.", "There were no questions."),
        ("The auditor did not find any errors.", "The auditor found no errors."),
    ):
        (finding,) = compared(draft, final, use_model=use_model).findings
        assert finding.severity is Severity.MINOR
    changed = compared("The crew had not found any fault.", "The crew had found a fault.", use_model=use_model)
    assert Severity.CRITICAL in {finding.severity for finding in changed.findings}


def test_a_figure_in_a_rewording_does_not_make_it_critical() -> None:
    """A number counts where it is the change; a sum that differs counts everywhere."""
    (finding,) = compared(
        "The pump already works in all 3 barns, but changes need to be made.",
        "The pump would require two repairs by the crew.",
        use_model=False,
    ).findings
    assert finding.severity is Severity.MAJOR
    (finding,) = compared(
        "The clerk paid £450 for the new stove.", "The new stove was bought by the clerk for £540.", use_model=False
    ).findings
    assert finding.severity is Severity.CRITICAL


def test_the_number_of_a_house_says_who_and_not_how_many() -> None:
    """What was "A resident" became "Mr Pell of 4 Mill Lane": a person, no number."""
    (finding,) = compared("A resident spoke.", "Mr Pell of 4 Mill Lane spoke.", use_model=False).findings
    assert finding.rule != "number.changed"


def test_a_sentence_put_into_the_past_is_one_finding(*, use_model: bool) -> None:
    """The verbs of one sentence are one change of tense, nobody's fault; in a resolution each verb is its duty."""
    draft = "The clerk said that the pump will be mended, that it is safe and that the crew have the parts."
    final = "The clerk said that the pump would be mended, that it was safe and that the crew had the parts."
    for pair in ((draft, final), (final, draft)):
        (finding,) = compared(*pair, use_model=use_model).findings
        assert (finding.rule, finding.severity, finding.suspect) == ("grammar.tense", Severity.MINOR, None)
    resolved = compared("RESOLVED: That he will sign.", "RESOLVED: That he would sign.", use_model=use_model)
    assert {finding.severity for finding in resolved.findings} == {Severity.CRITICAL}


def test_one_verb_of_duty_without_a_report_around_it_is_looked_at() -> None:
    """Alone, "will" and "would" may be a condition; "may" for "shall" is another power in any sentence."""
    (finding,) = compared("The roof will be mended.", "The roof would be mended.", use_model=False).findings
    assert (finding.rule, finding.severity) == ("grammar.tense", Severity.MAJOR)
    (finding,) = compared("The owner shall mend it.", "The owner may mend it.", use_model=False).findings
    assert finding.severity is Severity.CRITICAL


def test_a_colour_of_a_report_is_major() -> None:
    """Green became red: the marks say more than any word beside them."""
    (finding,) = compared("Repair of the roof: 🟢", "Repair of the roof: 🔴", use_model=False).findings
    assert finding.severity is Severity.MAJOR


HALVES = [
    ("It began at 7 pm.", "9.30", "9.30 am", "critical"),
    ("It began at 19:00.", "9.30", "9.30am", "critical"),
    ("It began at 10 am.", "11.30", "11.30 pm", "critical"),
    ("It began at 7 pm.", "9.30", "9.30 pm", "minor"),
    ("It began at 10 am.", "11.30", "11.30 am", "minor"),
    ("The crew spoke.", "7.30", "7.30 pm", "minor"),
    ("The crew spoke.", "10.00", "10.00 am", "minor"),
    ("The crew spoke.", "7.30", "7.30 am", "critical"),
]


@pytest.mark.parametrize(("before", "bare", "marked", "severity"), HALVES)
def test_a_half_of_the_day_put_to_a_time_is_judged_by_the_other_times(
    before: str, bare: str, marked: str, severity: str
) -> None:
    """Among evening times "9.30" is "9.30 pm"; "9.30 am" is another time. Either way round."""
    pair = f"{before} It closed at {bare} by the clock.", f"{before} It closed at {marked} by the clock."
    for draft, final in (pair, pair[::-1]):
        (finding,) = compared(draft, final, use_model=False).findings
        assert finding.severity.value == severity


@pytest.mark.parametrize(
    ("draft", "final", "severity"),
    [
        ("He paid A$40 for it.", "He paid A$50 for it.", "critical"),
        ("He paid US$40 for it.", "He paid NZ$40 for it.", "critical"),
        ("He paid $40 for it.", "He paid US$40 for it.", "cosmetic"),
        ("It cost £40 000 in all.", "It cost £40,000 in all.", "cosmetic"),
        ("It cost £40 000 in all.", "It cost £41 000 in all.", "critical"),
    ],
)
def test_dollars_are_of_a_country_and_thousands_may_stand_apart(draft: str, final: str, severity: str) -> None:
    """Another country's dollar is another sum; a blank between thousands is a comma."""
    for one, other in ((draft, final), (final, draft)):
        (finding,) = compared(one, other, use_model=False).findings
        assert finding.severity.value == severity
