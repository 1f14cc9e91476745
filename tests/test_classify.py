"""Tests of the stage that makes findings of changes: severity, place, context, order and lasting ids."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.classify import classify, fold_findings
from compare.read import document_from_text
from compare.style.house_style import HouseStyle, default_house_style
from compare.text.tokens import is_word, tokenise, wording_key
from compare.values import (
    AnnotatedEdit,
    Edit,
    Entity,
    FactKind,
    Finding,
    Fold,
    FoldKind,
    ItemRef,
    MatchedBy,
    Minutes,
    Op,
    Outline,
    Pair,
    Place,
    Reading,
    Relation,
    Role,
    Segment,
    SegmentKind,
    Severity,
    Side,
    Span,
    StructuralFact,
    Verdict,
    Word,
)

STYLE = default_house_style()
RESOLUTION = Place(ItemRef("4", "Sheds"), Role.RESOLUTION, in_resolution=True)
NARRATIVE = Place(ItemRef("4", "Sheds"))


def minutes(text: str) -> Minutes:
    """A text whose paragraphs are parted by blank lines."""
    segments, start = [], 0
    for index, paragraph in enumerate(text.split("\n\n")):
        start = text.index(paragraph, start)
        segments.append(Segment(index, SegmentKind.PARAGRAPH, (Span(start, start + len(paragraph)),)))
    count = len(segments)
    outline = Outline((), (None,) * count, (Role.NARRATIVE,) * count, ())
    keys = tuple(wording_key(paragraph) for paragraph in text.split("\n\n"))
    return Minutes(document_from_text(text, "text"), tuple(segments), outline, keys)


def pairs(draft: str, final: str) -> tuple[Pair, ...]:
    """One pair of all paragraphs of both texts."""
    sides = (tuple(range(text.count("\n\n") + 1)) for text in (draft, final))
    return (Pair(*sides, Relation.CHANGED, 1.0, MatchedBy.FUZZY),)


def words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The tokens of a slice, all of them known."""
    return tuple(
        Word(
            Span(token.start, token.end),
            text[token.start : token.end],
            token.key,
            token.key,
            is_word=is_word(token.key),
        )
        for token in tokenise(text, start, end)
    )


def reading(text: str, span: Span, entities: tuple[Entity, ...] = ()) -> Reading:
    """What a text says at a span; its paragraph is the sentence."""
    low = text.rfind("\n\n", 0, span.start) + 2 if "\n\n" in text[: span.start] else 0
    high = text.find("\n\n", span.end)
    high = len(text) if high < 0 else high
    return Reading(
        span,
        text[span.start : span.end],
        words(text, span.start, span.end),
        words(text, low, span.start),
        words(text, span.end, high),
        Span(low, high),
        text[low:high],
        entities,
    )


def classified(
    draft: str,
    final: str,
    *changes: tuple[str, str],
    place: Place = NARRATIVE,
    verdict: Verdict | None = None,
    style: HouseStyle = STYLE,
) -> tuple[Finding, ...]:
    """The findings of edits given as (words of the draft, words of the final); a silent side is "after|" its place."""
    edits = []
    for gone, came in changes:
        spans = tuple(_span(text, said) for text, said in ((draft, gone), (final, came)))
        op = Op.REPLACE if len(spans[0]) and len(spans[1]) else Op.INSERT if len(spans[1]) else Op.DELETE
        readings = reading(draft, spans[0]), reading(final, spans[1])
        edits.append(AnnotatedEdit(Edit(op, *spans), *readings, place, verdict))
    return classify(edits, (), minutes(draft), minutes(final), pairs(draft, final), style)


def _span(text: str, said: str) -> Span:
    if said.endswith("|"):
        place = text.index(said[:-1]) + len(said) - 1
        return Span(place, place)
    start = text.index(said)
    return Span(start, start + len(said))


HEAD = ("Their voices were head that day.", "Their voices were heard that day.", ("head", "heard"))


def accused(side: Side) -> Verdict:
    """A verdict against one side."""
    return Verdict(side, 0.876, "“were heard” is usual here, “were head” is not")


@pytest.mark.parametrize(
    ("place", "suspect", "severity"),
    [
        (NARRATIVE, Side.DRAFT, Severity.MINOR),
        (NARRATIVE, Side.FINAL, Severity.MAJOR),
        (RESOLUTION, Side.DRAFT, Severity.MAJOR),
        (RESOLUTION, Side.FINAL, Severity.MAJOR),
    ],
)
def test_a_slip_weighs_more_in_a_resolution_and_in_the_final(place: Place, suspect: Side, severity: Severity) -> None:
    """A slip is minor; inside a resolution, or where the final is the suspect, it is major."""
    (finding,) = classified(*HEAD, place=place, verdict=accused(suspect))
    assert (finding.rule, finding.severity, finding.suspect) == ("slip.real-word", severity, suspect)


def test_confidence_has_two_decimals() -> None:
    """The verdict's confidence is the finding's, rounded."""
    (finding,) = classified(*HEAD, verdict=accused(Side.DRAFT))
    assert finding.confidence == 0.88


def test_the_house_style_has_the_last_word() -> None:
    """A severity of the profile stands, even against an escalation."""
    style = replace(STYLE, severities={"slip.real-word": Severity.COSMETIC})
    (finding,) = classified(*HEAD, place=RESOLUTION, verdict=accused(Side.FINAL), style=style)
    assert finding.severity is Severity.COSMETIC


@pytest.mark.parametrize(("place", "severity"), [(NARRATIVE, Severity.MINOR), (RESOLUTION, Severity.MAJOR)])
def test_a_comma_weighs_more_in_a_resolution(place: Place, severity: Severity) -> None:
    """Punctuation is minor, inside a resolution major."""
    (finding,) = classified("The Chair, and the clerk.", "The Chair and the clerk.", (",", "Chair|"), place=place)
    assert (finding.rule, finding.severity) == ("punctuation.changed", severity)


def test_any_other_wording_of_a_resolution_is_critical() -> None:
    """A preposition exchanged in a resolution is no small matter."""
    draft, final = "That it be paid by the club.", "That it be paid to the club."
    (finding,) = classified(draft, final, ("by", "to"), place=RESOLUTION)
    assert (finding.rule, finding.severity) == ("resolution.wording", Severity.CRITICAL)
    (finding,) = classified(draft, final, ("by", "to"))
    assert (finding.rule, finding.severity) == ("wording.function", Severity.MAJOR)


def test_a_passage_is_exactly_the_slice_and_says_where() -> None:
    """Text, offsets, line and paragraph are those of the document; a silent side is null."""
    draft, final = "One.\n\nTwo.\nThree is long.", "One.\n\nTwo.\nThree is very long."
    (finding,) = classified(draft, final, ("Three is|", "very"))
    assert finding.draft is None
    assert finding.final is not None
    passage = finding.final
    assert (passage.text, final[passage.start : passage.end]) == ("very", "very")
    assert (passage.line, passage.paragraph) == (4, 2)


def test_contexts_hold_the_change_at_their_offsets() -> None:
    """Within a context, the change stands where it says; a silent side's change is empty."""
    (finding,) = classified("The ditch\nwas long.", "The ditch\nwas very long.", ("was|", "very"))
    assert finding.final_context is not None
    assert finding.draft_context is not None
    context = finding.final_context
    assert context.text == "The ditch was very long."
    assert context.text[context.start : context.end] == "very"
    assert finding.draft_context.start == finding.draft_context.end


def test_words_around_a_change_are_never_joined() -> None:
    """A blank at the end of a change, or beside a side without words, is neither lost nor doubled."""
    draft, final = "The Section 151\n Officer spoke.", "The s151 Officer spoke."
    (finding,) = classified(draft, final, ("Section 151", " s151 "))
    assert finding.draft_context is not None
    assert finding.final_context is not None
    assert finding.draft_context.text == "The Section 151 Officer spoke."
    assert finding.final_context.text == final


def test_a_long_sentence_is_cut_at_words() -> None:
    """Of a sentence without end, what is near the change is shown, between marks of omission."""
    filler = "reeds and rushes " * 40
    (finding,) = classified(f"{filler}deep {filler}", f"{filler}cold {filler}", ("deep", "cold"))
    assert finding.draft_context is not None
    text = finding.draft_context.text
    assert text.startswith("…")
    assert text.endswith("…")
    assert len(text) < 200
    assert set(text.strip("…").split()) <= {"reeds", "and", "rushes", "deep"}


def test_findings_stand_gravest_first_then_in_the_order_of_the_final() -> None:
    """A negation far below comes before a comma above; two of one severity keep the order of the final."""
    draft = "The path, was swept. The oak was cold. It was not mown."
    final = "The path was swept. The elm was cold. It was mown."
    findings = classified(draft, final, (",", "path|"), ("oak", "elm"), ("not", "It was|"))
    assert [finding.rule for finding in findings] == ["negation.changed", "wording.content", "punctuation.changed"]


def test_an_id_does_not_depend_on_what_stands_elsewhere() -> None:
    """A paragraph put in above moves offsets and order, and leaves the id."""
    above = "The walk began at noon and the oak was cold.\n\n"
    (finding,) = classified(*HEAD, verdict=accused(Side.DRAFT))
    (moved,) = classified(above + HEAD[0], above + HEAD[1], HEAD[2], verdict=accused(Side.DRAFT))
    assert moved.id == finding.id
    assert moved.draft != finding.draft


def test_true_repeats_have_ids_of_their_own() -> None:
    """The same change in the same words twice has two ids, whichever comes first."""
    draft, final = "The oak was cold.\n\nThe oak was cold.", "The elm was cold.\n\nThe elm was cold."
    first, second = Span(4, 7), Span(23, 26)
    edits = [
        AnnotatedEdit(Edit(Op.REPLACE, span, span), reading(draft, span), reading(final, span), NARRATIVE)
        for span in (first, second)
    ]
    findings = classify(edits, (), minutes(draft), minutes(final), pairs(draft, final), STYLE)
    assert len({finding.id for finding in findings}) == 2
    assert [
        classify([edit], (), minutes(draft), minutes(final), pairs(draft, final), STYLE)[0] for edit in edits
    ] == list(findings)
    assert classify(edits[::-1], (), minutes(draft), minutes(final), pairs(draft, final), STYLE) == findings


def test_each_fold_is_a_cosmetic_finding_with_its_place() -> None:
    """Folds keep their order and number; an empty side has no passage."""
    draft, final = "The clerk's key.\n\nThe oak was cold.", "The clerk’s key.\n\nThe oak was cold. "
    folds = (Fold(FoldKind.QUOTES, Span(9, 10), Span(9, 10)), Fold(FoldKind.SPACES, Span(35, 35), Span(35, 36)))
    first, second = fold_findings(folds, minutes(draft), minutes(final))
    assert (first.id, first.rule, first.severity) == ("fold-1", "typography.quotes", Severity.COSMETIC)
    assert first.draft is not None
    assert (first.draft.text, first.draft.paragraph) == ("'", 1)
    assert (second.id, second.rule, second.draft) == ("fold-2", "typography.spaces", None)
    assert second.final is not None
    assert (second.final.text, second.final.paragraph) == (" ", 2)


@pytest.mark.parametrize("kind", list(FactKind))
@pytest.mark.parametrize(
    "relation", [Relation.ADDED, Relation.REMOVED, Relation.MOVED, Relation.SPLIT, Relation.MERGED]
)
def test_every_structural_change_has_a_finding(kind: FactKind, relation: Relation) -> None:
    """Whatever the alignment shows of whole segments leaves with exactly one finding."""
    draft, final = "The oak was cold.", "The elm was cold."
    whole = Span(0, len(draft))
    nothing = Reading(Span(0, 0), "", (), (), (), Span(0, 0), "")
    one = nothing if relation is Relation.ADDED else reading(draft, whole)
    other = nothing if relation is Relation.REMOVED else reading(final, whole)
    fact = StructuralFact(kind, relation, NARRATIVE, one, other, (0,))
    (finding,) = classify((), (fact,), minutes(draft), minutes(final), pairs(draft, final), STYLE)
    assert finding.reason.endswith(".")
    assert (finding.draft is None) == (relation is Relation.ADDED)


@pytest.mark.parametrize(("place", "severity"), [(NARRATIVE, Severity.MAJOR), (RESOLUTION, Severity.CRITICAL)])
def test_a_name_weighs_more_in_a_resolution(place: Place, severity: Severity) -> None:
    """Another person is major, in a resolution critical, and named among the entities."""
    draft, final = "It is led by Mr Pell today.", "It is led by Mr Bell today."
    sides = []
    for text, name in ((draft, "Mr Pell"), (final, "Mr Bell")):
        start = text.index(name)
        entity = Entity("PERSON", Span(start, start + len(name)), name, name.lower())
        sides.append(reading(text, Span(start + 3, start + len(name)), (entity,)))
    edit = AnnotatedEdit(Edit(Op.REPLACE, sides[0].span, sides[1].span), *sides, place)
    (finding,) = classify([edit], (), minutes(draft), minutes(final), pairs(draft, final), STYLE)
    assert (finding.rule, finding.severity) == ("name.person", severity)
    assert [(found.side, found.text) for found in finding.entities] == [
        (Side.DRAFT, "Mr Pell"),
        (Side.FINAL, "Mr Bell"),
    ]
