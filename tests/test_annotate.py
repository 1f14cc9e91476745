"""Entities, sentences, words and readings: what `annotate_edits` puts on an edit."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import pairwise

import pytest

from compare.annotate import Engines, TaggedText, Tagger, annotate_edits, load_lexicon, load_tagger
from compare.annotate.suspect.by_counts import CountsJudge
from compare.style.house_style import HouseStyle, default_house_style
from compare.values import AnnotatedEdit, Edit, Entity, Op, Place, Role, Segment, SegmentKind, Span
from tests.small_minutes import edits_between, minutes_of

# text → the entities it must have, as (label, text, value); "…" for a value that the form is all of
ENTITIES = (
    ("Councillor Z. Ashby spoke.", [("PERSON", "Councillor Z. Ashby", "councillor z ashby")]),
    ("Cllr Z Ashby spoke.", [("PERSON", "Cllr Z Ashby", "councillor z ashby")]),
    ("thanked Cllr Dr Nia McAllan for it", [("PERSON", "Cllr Dr Nia McAllan", "councillor dr nia mcallan")]),
    (
        "Councillors Ashby, Odell and R. Quince",
        [
            ("PERSON", "Councillors Ashby", "councillor ashby"),
            ("PERSON", "Odell", "councillor odell"),
            ("PERSON", "R. Quince", "councillor r quince"),
        ],
    ),
    (
        "Baroness Tarrant of Wick OBE opened it.",
        [("PERSON", "Baroness Tarrant of Wick OBE", "baroness tarrant of wick obe")],
    ),
    ("Mr L C R Quince asked", [("PERSON", "Mr L C R Quince", "mr l c r quince")]),
    ("asked by Fflur ap Huw OBE", [("PERSON", "Fflur ap Huw OBE", "fflur ap huw obe")]),
    ("by Ms Orla O'Hare-Lunn today", [("PERSON", "Ms Orla O'Hare-Lunn", "ms orla o'hare-lunn")]),
    ("with Z. Ashby present", [("PERSON", "Z. Ashby", "z ashby")]),
    (
        "Ines Varga, Assistant Director for Roads and Paths, Tom Lunn (Head of Service)",
        [
            ("PERSON", "Ines Varga", "ines varga"),
            ("ROLE", "Assistant Director for Roads and Paths", None),
            ("PERSON", "Tom Lunn", "tom lunn"),
            ("ROLE", "Head of Service", None),
        ],
    ),
    ("said Cllr Head to us", [("PERSON", "Cllr Head", "councillor head")]),
    ("The Chair thanked the Monitoring Officer.", [("ROLE", "Chair", None), ("ROLE", "Monitoring Officer", None)]),
    ("The Section 151 Officer replied.", [("ROLE", "Section 151 Officer", None)]),
    ("to the Paths and Ponds Sub-Committee", [("BODY", "Paths and Ponds Sub-Committee", None)]),
    (
        "for the Department for Ponds and Lidos (DPL)",
        [("ORG", "Department for Ponds and Lidos", None), ("ORG", "DPL", None)],
    ),
    ("by Ashby Homes Ltd of Low Lane", [("ORG", "Ashby Homes Ltd", None), ("LOC", "Low Lane", None)]),
    ("on Tuesday 14th June, 2022 at", [("DATE", "Tuesday 14th June, 2022", "2022-06-14")]),
    ("on Wednesday 14 June 2022 at", [("DATE", "Wednesday 14 June 2022", "2022-06-14 weekday 3")]),
    ("on June 14, 2022 at", [("DATE", "June 14, 2022", "2022-06-14")]),
    ("on 14/06/2022 at", [("DATE", "14/06/2022", "2022-06-14")]),
    ("on 2022-06-14 at", [("DATE", "2022-06-14", "2022-06-14")]),
    ("on 14 June.", [("DATE", "14 June", "--06-14")]),
    ("in June 2022 and", [("DATE", "June 2022", "2022-06")]),
    ("for 2022/23 and", [("DATE", "2022/23", "2022/2023")]),
    ("for 2022-23 and", [("DATE", "2022-23", "2022/2023")]),
    ("in Q3 2022 and", [("DATE", "Q3 2022", "2022-Q3")]),
    ("every Tuesday and", [("DATE", "Tuesday", "weekday 2")]),
    ("members may march in May 2022", [("DATE", "May 2022", "2022-05")]),
    ("May the record show that March House stays", [("LOC", "March House", None)]),
    ("at 10.00 am sharp", [("TIME", "10.00 am", "10:00")]),
    ("at 10am sharp", [("TIME", "10am", "10:00")]),
    ("at 10:00 a.m. sharp", [("TIME", "10:00 a.m.", "10:00")]),
    ("at 7.30 p.m. sharp", [("TIME", "7.30 p.m.", "19:30")]),
    ("at 1400 hours sharp", [("TIME", "1400 hours", "14:00")]),
    ("until noon or midnight", [("TIME", "noon", "12:00"), ("TIME", "midnight", "00:00")]),
    ("of £1,000 for", [("MONEY", "£1,000", "GBP 1000")]),
    ("of £1000 for", [("MONEY", "£1000", "GBP 1000")]),
    ("of £1.4m for", [("MONEY", "£1.4m", "GBP 1400000")]),
    ("of £1.4 million for", [("MONEY", "£1.4 million", "GBP 1400000")]),
    ("of EUR 300k for", [("MONEY", "EUR 300k", "EUR 300000")]),
    ("of fifty pence each", [("MONEY", "fifty pence", "GBP 0.5")]),
    ("of 50p each", [("MONEY", "50p", "GBP 0.5")]),
    ("by 14% now", [("PERCENT", "14%", "14%")]),
    ("by 14 per cent now", [("PERCENT", "14 per cent", "14%")]),
    ("by fourteen percent now", [("PERCENT", "fourteen percent", "14%")]),
    ("within 18 weeks or", [("QUANTITY", "18 weeks", "18 week")]),
    ("within ten working days or", [("QUANTITY", "ten working days", "10 working day")]),
    ("some 2.5 hectares or", [("QUANTITY", "2.5 hectares", "2.5 hectare")]),
    ("the 16-year-olds or", [("QUANTITY", "16-year-olds", "16 year-old")]),
    ("there were 1,000 or", [("NUMBER", "1,000", "1000")]),
    ("there were twenty-one or", [("NUMBER", "twenty-one", "21")]),
    ("there were two hundred and five or", [("NUMBER", "two hundred and five", "205")]),
    ("there were seven, then", [("NUMBER", "seven", "7")]),
    ("for the third time", [("NUMBER", "third", "3rd")]),
    ("no-one, one of us, to second it", []),
    ("see Minute 12 and", [("REFERENCE", "Minute 12", "minute 12")]),
    ("see minute no. 61/21 and", [("REFERENCE", "minute no. 61/21", "minute 61/21")]),
    ("see Appendix A/1 and", [("REFERENCE", "Appendix A/1", "appendix a/1")]),
    ("see application 22/0417/FUL and", [("REFERENCE", "application 22/0417/FUL", "application 22/0417/ful")]),
    ("see resolution (b) and", [("REFERENCE", "resolution (b)", "resolution (b)")]),
    ("see recommendation 3, and", [("REFERENCE", "recommendation 3", "recommendation 3")]),
    ("the minutes of a meeting, item by item", []),
    ("is No. 7 there", [("REFERENCE", "No. 7", "number 7")]),
    ("the Ponds Act 1989 says", [("LAW", "Ponds Act 1989", "ponds act 1989")]),
    (
        "under Section 12 of the Ponds and Lidos Act 1972 and",
        [("LAW", "Section 12 of the Ponds and Lidos Act 1972", "section 12 of ponds and lidos act 1972")],
    ),
    ("under SI 2012/2089 and", [("LAW", "SI 2012/2089", "si 2012/2089")]),
    ("carried by 7 votes to 3.", [("VOTE", "7 votes to 3", "for 7 against 3")]),
    ("carried by seven votes to three.", [("VOTE", "seven votes to three", "for 7 against 3")]),
    (
        "For: 7, Against: 3, Abstentions: 1",
        [("VOTE", "For: 7, Against: 3, Abstentions: 1", "for 7 against 3 abstained 1")],
    ),
    (
        "with 5 for, 0 against, 1 abstention",
        [("VOTE", "5 for, 0 against, 1 abstention", "for 5 against 0 abstained 1")],
    ),
    ("carried unanimously or nem con", [("VOTE", "unanimously", "unanimous"), ("VOTE", "nem con", "nem con")]),
    ("held on 14\u00a0June\u00a02022 at", [("DATE", "14\u00a0June\u00a02022", "2022-06-14")]),
)


@pytest.fixture(scope="module")
def style() -> HouseStyle:
    """The default house style."""
    return default_house_style()


@pytest.fixture(scope="module")
def patterns(style: HouseStyle) -> Tagger:
    """The tagger without spaCy."""
    return load_tagger(use_model=False, style=style)


def labelled(entities: Sequence[Entity]) -> list[tuple[str, str, str | None]]:
    """What a test compares of entities."""
    return [(entity.label, entity.text, entity.value) for entity in entities]


@pytest.mark.parametrize(("text", "expected"), ENTITIES)
def test_entities_have_label_words_and_value(
    text: str, expected: list[tuple[str, str, str | None]], patterns: Tagger
) -> None:
    """Each form of a name, date, sum or reference is found whole, with one value for all its forms."""
    assert labelled(patterns.tag([text])[0].entities) == expected


def test_entities_are_slices_in_order_without_overlap(patterns: Tagger) -> None:
    """Offsets are those of the text given, and no character belongs to two entities."""
    text = " ".join(text for text, _ in ENTITIES)
    entities = patterns.tag([text])[0].entities
    assert all(text[entity.span.start : entity.span.end] == entity.text for entity in entities)
    assert all(one.span.end <= other.span.start for one, other in pairwise(entities))


def test_without_a_model_spacy_is_not_imported() -> None:
    """`--no-model` does not pay for spaCy, nor for the package whose word counts are read."""
    code = (
        "import sys\n"
        "from compare.style.house_style import default_house_style\n"
        "from compare.annotate import load_lexicon, load_tagger\n"
        "style = default_house_style()\n"
        "load_tagger(use_model=False, style=style).tag(['Cllr Ashby on 14 June'])\n"
        "load_lexicon(style).knows('ashby')\n"
        "sys.exit('spacy' in sys.modules or 'symspellpy' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_profile_adds_to_the_patterns(style: HouseStyle) -> None:
    """A role that a profile names is an entity like any other."""
    entities = {**style.entities, "roles": ("Pondmaster", *style.entities["roles"])}
    own = HouseStyle("own", style.minutes, entities, style.words)
    found = load_tagger(use_model=False, style=own).tag(["The Pondmaster replied."])[0].entities
    assert labelled(found) == [("ROLE", "Pondmaster", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Ashby " * 250,
        "A. B. C. " * 170,
        "and Of The " * 140,
        "14 June " * 190,
        "1,000,000," * 150,
        "12/34/" * 250,
        "1.2.3.4-" * 190,
        "Councillors " + "Ashby, " * 210,
        "Assistant Director for " + "Roads, " * 210,
        "Section 12 of the " * 85,
        "for 7, against 3, " * 85,
        "twenty " * 215,
        "Sub-Committee of the " * 70,
        "x" * 1500,
        "A" * 1500,
        "9" * 1500,
        "(" * 1500,
        "Ab-" * 500,
    ],
)
def test_no_text_makes_the_patterns_slow(text: str, patterns: Tagger) -> None:
    """Long runs of capitals, figures or marks cost milliseconds: no pattern backtracks, no list is read twice over."""
    start = time.perf_counter()
    patterns.tag([text])
    assert time.perf_counter() - start < 0.5


class Nothing:
    """A tagger that finds nothing."""

    name = "nothing"
    model = None

    def __init__(self) -> None:
        self.calls: list[list[str]] = []

    def tag(self, texts: Sequence[str]) -> list[TaggedText]:
        """One empty answer for each text."""
        self.calls.append(list(texts))
        return [TaggedText(()) for _ in texts]


def tagged(draft: str, final: str, tagger: Tagger, style: HouseStyle) -> tuple[AnnotatedEdit, ...]:
    """The edits between two texts, tagged."""
    edits = edits_between(draft, final)
    places = [Place()] * len(edits)
    return annotate_edits(edits, places, minutes_of(draft), minutes_of(final), engines_with(tagger, style))


def engines_with(tagger: Tagger, style: HouseStyle) -> Engines:
    """The engines that need no model, with this tagger."""
    lexicon = load_lexicon(style)
    return Engines(tagger, lexicon, CountsJudge(lexicon))


def test_a_reading_has_words_neighbours_and_sentence(patterns: Tagger, style: HouseStyle) -> None:
    """An edit shows its own words, those before (nearest last) and after (nearest first), and its sentence alone."""
    (edit,) = tagged(
        "It rained. The old lamp was lit. All left.", "It rained. The old stove was lit. All left.", patterns, style
    )
    assert [word.text for word in edit.draft.words] == ["lamp"]
    assert [word.text for word in edit.final.before] == ["The", "old"]
    assert [word.text for word in edit.final.after] == ["was", "lit", "."]
    assert edit.final.sentence_text == "The old stove was lit."
    assert edit.draft.words[0].lemma == "lamp"


@pytest.mark.parametrize(
    "sentence",
    [
        "Cllr. Ashby of No. 7 asked Mr. Z. Odell about para. 4.3 and the lamp.",
        "The sum rose by 4.3 to 5.1 at 10.30 a.m. with the lamp on.",
        'She said "Stop." and the lamp went out.',
    ],
)
def test_short_forms_initials_and_decimals_end_no_sentence(sentence: str, patterns: Tagger, style: HouseStyle) -> None:
    """The sentence of an edit runs from capital to full stop, whatever full stops stand inside it."""
    draft = f"First came rain. {sentence} Then all left."
    (edit,) = tagged(draft, draft.replace("lamp", "stove"), patterns, style)
    assert edit.draft.sentence_text == sentence


def test_a_silent_side_has_a_sentence_and_no_words(patterns: Tagger, style: HouseStyle) -> None:
    """An inserted word stands, in the draft, at a point between its neighbours."""
    (edit,) = tagged("The lamp was lit.", "The old lamp was lit.", patterns, style)
    assert edit.draft.words == ()
    assert [word.text for word in edit.draft.before] == ["The"]
    assert [word.text for word in edit.draft.after][:1] == ["lamp"]


def test_edits_inside_one_date_are_one_edit(patterns: Tagger, style: HouseStyle) -> None:
    """Two words changed in one date are one change of date, with both values on it."""
    (edit,) = tagged("It met on 14 June 2022.", "It met on 15 July 2022.", patterns, style)
    assert (edit.draft.text, edit.final.text) == ("14 June", "15 July")
    assert [entity.value for entity in edit.draft.entities] == ["2022-06-14"]
    assert [entity.value for entity in edit.final.entities] == ["2022-07-15"]


def test_the_same_date_in_another_form_is_one_edit_of_one_value(patterns: Tagger, style: HouseStyle) -> None:
    """A lost ordinal and a lost comma of one date are one edit, and its values are equal."""
    (edit,) = tagged("on 14th June, 2022 at", "on 14 June 2022 at", patterns, style)
    assert edit.draft.entities[0].value == edit.final.entities[0].value == "2022-06-14"


def test_edits_in_two_entities_stay_two(patterns: Tagger, style: HouseStyle) -> None:
    """A date and a sum that changed side by side are two edits."""
    edits = tagged("by 14 June for £20 in all", "by 15 June for £30 in all", patterns, style)
    assert [edit.op for edit in edits] == [Op.REPLACE, Op.REPLACE]


def test_a_point_inside_an_entity_touches_it_and_one_at_its_edge_does_not(patterns: Tagger, style: HouseStyle) -> None:
    """Of "14 June 2022" a silent side knows the date when the missing word would stand inside it."""
    (inside,) = tagged("on 14 June 2022 at", "on 14 wet June 2022 at", patterns, style)
    (outside,) = tagged("on 14 June 2022 at", "on wet 14 June 2022 at", patterns, style)
    assert [entity.label for entity in inside.draft.entities] == ["DATE"]
    assert outside.draft.entities == ()


def test_a_listed_person_is_known_without_title(patterns: Tagger, style: HouseStyle) -> None:
    """Who is in the attendance list of either document is a person wherever the surname stands."""
    draft = "Present: Councillors Ashby, Odell and R. Quince\nIt was Odell who asked for the key."
    final = "Present: Councillors Ashby, Odell and R. Quince\nIt was Rhona Quince who asked for the key."
    (edit,) = tagged(draft, final, patterns, style)
    assert [(entity.label, entity.text) for entity in edit.draft.entities] == [("PERSON", "Odell")]
    assert [(entity.label, entity.text) for entity in edit.final.entities] == [("PERSON", "Rhona Quince")]


def test_a_listed_name_that_is_a_word_needs_the_middle_of_a_sentence(patterns: Tagger, style: HouseStyle) -> None:
    """Councillor Green does not make a person of the Green Paper."""
    draft = "Present: Councillors Green and Head\nShe read the Green Paper in full."
    (edit,) = tagged(draft, draft.replace("Green Paper", "White Paper"), patterns, style)
    assert edit.draft.entities == ()


def test_all_sentences_are_tagged_in_one_call_each_once(style: HouseStyle) -> None:
    """The tagger is called once, and a sentence with two edits is tagged once."""
    tagger = Nothing()
    tagged("The old lamp was lit. All left.", "The new stove was lit. Some left.", tagger, style)
    assert len(tagger.calls) == 1
    assert len(tagger.calls[0]) == 4


def test_words_of_a_page_break_are_no_words_of_the_sentence(patterns: Tagger, style: HouseStyle) -> None:
    """A sentence cut by a page break is read whole; the page's own line between its pieces is not."""
    text = "The lamp of the hall\nPage 3\nwas lit at dusk."
    base = minutes_of(text)
    segments = (
        Segment(0, SegmentKind.PARAGRAPH, (Span(0, 20), Span(28, 44))),
        Segment(1, SegmentKind.FURNITURE, (Span(21, 27),)),
    )
    outline = type(base.outline)((), (None, None), (Role.NARRATIVE, Role.FURNITURE), ())
    broken = type(base)(base.document, segments, outline)
    edit = Edit(Op.REPLACE, Span(28, 31), Span(28, 31), 0)
    (found,) = annotate_edits([edit], [Place()], broken, broken, engines_with(patterns, style))
    assert [word.text for word in found.draft.before] == ["The", "lamp", "of", "the", "hall"]
    assert found.draft.sentence_text == "The lamp of the hall was lit at dusk."


def test_a_long_paragraph_without_stops_is_read_in_windows(patterns: Tagger, style: HouseStyle) -> None:
    """However long the paragraph, the sentence of an edit stays within some 1,500 characters."""
    draft = "word " * 40_000 + "lamp " + "word " * 40_000
    place = draft.index("lamp")
    edit = Edit(Op.REPLACE, Span(place, place + 4), Span(place, place + 4), 0)
    minutes = minutes_of(draft)
    (found,) = annotate_edits([edit], [Place()], minutes, minutes, engines_with(patterns, style))
    assert len(found.draft.sentence) <= 1_600
    assert draft[found.draft.sentence.start - 1] == " "


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("were", "be"), ("was", "be"), ("provided", "provide"), ("provides", "provide"), ("providing", "provide"),
        ("studies", "study"), ("stopped", "stop"), ("children", "child"), ("heard", "hear"), ("need", "need"),
        ("agreed", "agree"), ("during", "during"), ("committees", "committee"), ("noting", "note"), ("planned", "plan"),
        ("used", "use"), ("filled", "fill"), ("discussed", "discuss"), ("news", "news"), ("policies", "policy"),
        ("raised", "raise"), ("closed", "close"), ("visited", "visit"), ("submitted", "submit"), ("opened", "open"),
        ("caring", "care"), ("making", "make"), ("seeking", "seek"), ("boxes", "box"), ("analyses", "analysis"),
    ],
)  # fmt: skip
def test_forms_have_their_dictionary_form(form: str, lemma: str, style: HouseStyle) -> None:
    """Regular and irregular forms lead to one lemma; a word that only looks like a form is its own."""
    assert load_lexicon(style).lemma(form) == lemma


def test_pairs_are_found_as_a_plain_reading_of_the_file_finds_them(style: HouseStyle) -> None:
    """The index into the file of pairs gives what reading it line by line gives, but for words once in capitals."""
    lexicon = load_lexicon(style)
    folder = lexicon._folder
    assert folder is not None
    lines = (folder / "frequency_bigramdictionary_en_243_342.txt").read_text().split("\n")
    sampled = [line.split() for line in lines[7::97] if line]
    missed = [pair for *pair, count in sampled if lexicon.pair_count(*pair) != int(count)]
    assert len(missed) <= 1
    assert lexicon.pair_count("zebra", "minuted") == 0
    assert lexicon.pair_count("", "") == 0


def test_known_words(style: HouseStyle) -> None:
    """Words, compounds, possessives, numbers, marks and the style's own names are known; a misspelling is not."""
    own = HouseStyle("own", style.minutes, style.entities, style.words, names={"people": ("Okonjo-Baptiste",)})
    lexicon = load_lexicon(own)
    for key in ("recognised", "co-production", "clerk's", "14th", "-", "okonjo", "and/or", "baptiste"):
        assert lexicon.knows(key), key
    assert not lexicon.knows("recieved")


def test_spelling_variants_are_known_as_one_word(style: HouseStyle) -> None:
    """Two right spellings of one word are variants; two words are not."""
    lexicon = load_lexicon(style)
    assert lexicon.is_variant("organise", "organize")
    assert lexicon.is_variant("focused", "focussed")
    assert not lexicon.is_variant("head", "heard")
