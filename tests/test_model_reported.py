"""What the pipeline reports as entities, out of what the rules ask for."""

from __future__ import annotations

from itertools import pairwise

import pytest

from compare.annotate.entities.candidates import Found
from compare.annotate.entities.patterns import PatternTagger
from compare.annotate.entities.reported import PLAIN, Reporter, default_reporter
from compare.annotate.entities.word_forms import word_forms
from compare.style.house_style import default_house_style


@pytest.fixture(scope="module")
def patterns() -> PatternTagger:
    """The patterns of the default house style."""
    return PatternTagger(word_forms(default_house_style()))


@pytest.fixture(scope="module")
def reporter() -> Reporter:
    """What turns their entities into those that are told."""
    return default_reporter()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Cllr Dr Nia McAllan MBE spoke", [("PERSON", "Nia McAllan")], id="neither title nor letters"),
        pytest.param(
            "Councillors Ashby, Odell and R. Quince",
            [("PERSON", "Ashby"), ("PERSON", "Odell"), ("PERSON", "R. Quince")],
            id="each of a list",
        ),
        pytest.param("Dr Nia Odell MP\nTom Lunn came", [("PERSON", "Nia Odell")], id="names one on each line"),
        pytest.param(
            "the Wick Town Council and its Paths Committee",
            [("ORG", "Wick Town Council"), ("BODY", "Paths Committee")],
            id="councils and committees",
        ),
        pytest.param("The Council asked the Working Group", [], id="plain nouns"),
        pytest.param("The Parish Council and the Sub-Committee", [], id="what would fit every parish"),
        pytest.param(
            "the Trust Board and the Cabinet", [("BODY", "Trust Board"), ("BODY", "Cabinet")], id="tops of houses"
        ),
        pytest.param("Minutes of the Paths Committee", [("BODY", "Paths Committee")], id="the minutes are no part"),
        pytest.param("at Odell High School", [("ORG", "Odell High School")], id="schools are organisations"),
        pytest.param(
            "of the DfE, the WMCA and VAT by AO",
            [("ORG", "DfE"), ("ORG", "WMCA")],
            id="letters that stand for something else",
        ),
        pytest.param("the CEO left", [("ROLE", "CEO")], id="letters that stand for an office"),
        pytest.param(
            "at 6 Church Row and 12a-14 Mill Lane",
            [("LOC", "6 Church Row"), ("LOC", "12a-14 Mill Lane")],
            id="house numbers",
        ),
        pytest.param("along the A837", [("LOC", "A837")], id="roads"),
        pytest.param(
            "Members met 12 residents for 2 hours 51 minutes",
            [("QUANTITY", "2 hours 51 minutes")],
            id="measures, not counts",
        ),
        pytest.param(
            "application 22/0417/FUL and TPO 3/2001",
            [("REFERENCE", "22/0417/FUL"), ("REFERENCE", "TPO 3/2001")],
            id="numbers of documents",
        ),
        pytest.param(
            "see Minute 12 and Appendix B",
            [("REFERENCE", "Minute 12"), ("REFERENCE", "Appendix B")],
            id="with the noun that names them",
        ),
        pytest.param("of Stage 2 at WK51 3AB", [], id="numbers of no document"),
        pytest.param(
            "our Events Officer and the Chief Nurse",
            [("ROLE", "Events Officer"), ("ROLE", "Chief Nurse")],
            id="offices by their last word",
        ),
        pytest.param(
            "The Regional Director wrote", [("ROLE", "Regional Director")], id="an office with what makes it one"
        ),
    ],
)
def test_what_is_told(text: str, expected: list[tuple[str, str]], patterns: PatternTagger, reporter: Reporter) -> None:
    """Names and values, each cut to itself; plain nouns, counts and titles are the rules' alone."""
    told = reporter.reported(patterns.find(text), text)
    assert [(one.label, text[one.start : one.end]) for one in told if one.label != PLAIN] == expected
    assert all(one.end <= other.start for one, other in pairwise(told))


@pytest.mark.parametrize(
    ("label", "name", "expected"),
    [
        ("LOC", "Police Wales", "ORG"),
        ("PERSON", "Loch Varga", "LOC"),
        ("ORG", "Varga Arms", "LOC"),
        ("LOC", "Wick", "LOC"),
        ("PERSON", "Ines Park", "PERSON"),
        ("ORG", "Ines Park", "LOC"),
    ],
)
def test_words_that_tell_the_kind(label: str, name: str, expected: str, reporter: Reporter) -> None:
    """A statistical name that holds a word of a kind is of that kind."""
    assert reporter.named(Found(0, len(name), label, None), name).label == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("RESOLVED –", True),
        ("Penderfynwyd / Resolved", True),
        ("Apologies", True),
        ("Odell", False),
        ("Office for Ponds", False),
    ],
)
def test_labels_are_no_names(name: str, reporter: Reporter, *, expected: bool) -> None:
    """What statistics take for a name is none where it is a word by which minutes are laid out."""
    assert reporter.is_label(Found(0, len(name), "ORG", None), name) is expected


def test_names_among_persons(reporter: Reporter) -> None:
    """What statistics take for a place between two persons of a list is one of them; what a pattern read is not."""
    text = "Present: Ines, Tom, Mill Lane, Zoe"
    kinds = (("Ines", "PERSON"), ("Tom", "LOC"), ("Mill Lane", "LOC"), ("Zoe", "PERSON"))
    found = [Found(text.index(name), text.index(name) + len(name), label, None) for name, label in kinds]
    told = reporter.settled([found[0], found[1], found[3]._replace(start=18)], {found[1].start}, text)
    assert [one.label for one in told] == ["PERSON", "LOC", "PERSON"]
    text = "Present: Ines, Tom and Zoe"
    found = [Found(9, 13, "PERSON", None), Found(15, 18, "LOC", None), Found(23, 26, "PERSON", None)]
    assert [one.label for one in reporter.settled(found, {15}, text)] == ["PERSON"] * 3
    assert [one.label for one in reporter.settled(found, set(), text)] == ["PERSON", "LOC", "PERSON"]


def test_an_office_of_a_place(reporter: Reporter) -> None:
    """The Mayor of Wick is one office; the Chair of Wick is an office and a place."""
    for text, labels in (("Mayor of Wick", ["ROLE"]), ("Chair of Wick", ["ROLE", "LOC"])):
        found = [Found(0, 5, "ROLE", None), Found(9, 13, "LOC", None)]
        assert [one.label for one in reporter.settled(found, {9}, text)] == labels
