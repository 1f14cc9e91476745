from __future__ import annotations

import gzip
from pathlib import Path

import pytest
import spacy
from bench.model_answers import Answer, ask_examples, difference
from bench.model_calibration import measure_calibration
from bench.model_entities import Count, measure_entities, name_alone
from bench.model_examples import Example, read_judgements, read_slips, spread
from bench.model_gold import Mark, read_entities, read_treebank
from bench.model_grammar import Right, measure_grammar
from bench.model_scores import (
    Judged,
    accuracy_at,
    bins,
    calibration_error,
    coverage_at,
    tally,
    unmirrored,
)
from bench.model_settings import Settings, find_data, find_pairs
from bench.model_suspects import measure_corrections, measure_rewordings, measure_slips
from bench.model_throughput import measure_throughput
from bench.model_throughput_child import read_sentences, time_pipeline
from spacy.tokens import Doc

from compare.annotate.entities.entity_tables import entity_tables
from compare.style.house_style import default_house_style

SLIPS = """7
100
oar
ore
22
The mine sold its iron oar abroad.

8
101
hole
whole
4
The hole council was there .
"""

TREEBANK = """# sent_id = wren-1
# text = Don't ask Ada Wren (of Lowmoor).
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVBP\tMood=Imp|VerbForm=Fin\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\tPolarity=Neg\t3\tadvmod\t_\t_
3\task\task\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\t_
3.1\twe\twe\tPRON\tPRP\tCase=Nom\t_\t_\t_\t_
4\tAda\tAda\tPROPN\tNNP\tNumber=Sing\t3\tobj\t_\t_
5\tWren\tWren\tPROPN\tNNP\tNumber=Sing\t4\tflat\t_\t_
6\t(\t(\tPUNCT\t-LRB-\t_\t8\tpunct\t_\tSpaceAfter=No
7\tof\tof\tADP\tIN\t_\t8\tcase\t_\t_
8\tLowmoor\tLowmoor\tPROPN\tNNP\tNumber=Sing\t4\tnmod\t_\tSpaceAfter=No
9\t)\t)\tPUNCT\t-RRB-\t_\t8\tpunct\t_\tSpaceAfter=No
10\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_
"""

ENTITIES = """# sent_id = wren-1
# text = Do n't ask Ada Wren (of Lowmoor).
1\tDo\tO\t-\t-
2\tn't\tO\t-\t-
3\task\tB-OTH\t-\t-
4\tAda\tB-PER\t-\t-
5\tWren\tI-PER\t-\t-
6\t(\tO\t-\t-
7\tof\tO\t-\t-
8\tLowmoor\tB-LOC\t-\t-
9\t)\tO\t-\t-
10\t.\tO-LOC\t-\t-
"""


def answer(name: str, *, is_right: bool | None, confidence: float = 0.9, is_swapped: bool = False) -> Answer:
    """An answer of which only what is scored matters."""
    return Answer(name, "group", "kind", is_swapped, ("", ""), is_right, confidence, "slip.real-word")


@pytest.fixture(name="data")
def data_folder(tmp_path: Path) -> Path:
    """A folder of invented data, laid out as the real one."""
    for folder in ("slips", "treebank", "ner", "text", "pairs/body/001"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "slips" / "natural.txt").write_text(SLIPS, "utf-8")
    for name, text in (
        ("treebank/en_ewt-ud-test.conllu.gz", TREEBANK),
        ("ner/uner_en_ewt-test.iob2.gz", ENTITIES),
        ("text/heldout.txt.gz", "The hall is shut. It opens in May.\nNo one came.\n"),
    ):
        (tmp_path / name).write_bytes(gzip.compress(text.encode("utf-8")))
    correction = tmp_path / "pairs" / "body" / "001"
    for name, word in (("before.md", "recieved"), ("after.md", "received")):
        text = f"# Minutes\n\nThe Clerk {word} nine letters about the mill pond and read them aloud.\n"
        (correction / name).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture(name="settings")
def settings_of_invented_data(data: Path) -> Settings:
    """A run over the invented data, with judgements and annotations of its own."""
    judgements, annotated = data / "judgements", data / "annotated"
    judgements.mkdir()
    annotated.mkdir()
    (judgements / "rewordings.toml").write_text(
        '[[pair]]\nid = "a"\npart = "dev"\nkind = "synonym"\none = "The large hall was let."\n'
        'other = "The big hall was let."\n',
        "utf-8",
    )
    (annotated / "load.py").write_text(
        "from types import SimpleNamespace as One\n\n\n"
        "def paragraphs(part, data):\n"
        '    date = One(start=10, end=20, label="DATE")\n'
        '    return [One(id=f"own/{part}", text="It met on 3 May 2021.", entities=(date,))]\n',
        "utf-8",
    )
    return Settings(data, data / "pairs", judgements, annotated, use_model=False)


def test_slips_are_read_with_their_correction(data: Path) -> None:
    """The wrong word is found though its offset is a letter off; blanks that only part tokens are taken out."""
    one, two = read_slips(data / "slips" / "natural.txt", "natural")
    assert (one.one, one.other) == ("The mine sold its iron oar abroad.", "The mine sold its iron ore abroad.")
    assert (two.one, two.other) == ("The hole council was there.", "The whole council was there.")
    assert one.is_slip


def test_a_slip_without_its_word_is_an_error(tmp_path: Path) -> None:
    """A record whose sentence lacks the wrong word is not passed over in silence."""
    path = tmp_path / "slips.txt"
    path.write_text("1\n2\noar\nore\n0\nThe iron is sold.\n", "utf-8")
    with pytest.raises(ValueError, match="oar"):
        read_slips(path, "natural")


def test_judgements_are_slips_or_rewordings(tmp_path: Path) -> None:
    """Of a slip the wrong sentence comes first; of a rewording neither is wrong."""
    path = tmp_path / "judged.toml"
    path.write_text(
        '[[pair]]\nid = "x"\npart = "dev"\nkind = "sound"\nwrong = "No won."\nright = "No one."\n'
        'one = "1"\nother = "2"\n',
        "utf-8",
    )
    assert read_judgements(path, is_slip=True) == [Example("x", "dev", "sound", "No won.", "No one.", is_slip=True)]
    assert read_judgements(path, is_slip=False) == [Example("x", "dev", "sound", "1", "2", is_slip=False)]


def test_a_sample_is_spread_over_the_whole() -> None:
    """A sample begins with the first, keeps equal distances, and is the whole where that is no larger."""
    assert spread(range(10), 3) == [0, 3, 6]
    assert spread(range(3), 10) == [0, 1, 2]
    assert spread(range(3), None) == [0, 1, 2]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("They were head.", "They were heard.", ("head.", "heard.")),
        ("It was was shut.", "It was shut.", ("was", "")),
        ("The gate shut", "The gates shut", ("gate", "gates")),
        ("All there", "All there", ("", "")),
    ],
)
def test_the_difference_is_whole_words(one: str, other: str, words: tuple[str, str]) -> None:
    """Where two sentences differ is given in whole words, and may be empty on one side."""
    spans = difference(one, other)
    found = tuple(text[start:end] for text, (start, end) in zip((one, other), spans, strict=True))
    assert found == words


def test_a_slip_is_asked_in_both_orders() -> None:
    """A misspelt word is found on whichever side it stands, and the two orders mirror each other."""
    example = Example("x", "dev", "spelling", "The Clerk recieved it.", "The Clerk received it.")
    answers = ask_examples([example], "own", use_model=False)
    assert [one.is_swapped for one in answers] == [False, True]
    assert [one.is_right for one in answers] == [True, True]
    assert unmirrored(answers) == []


def test_an_accused_rewording_is_wrong() -> None:
    """Where neither side is wrong, naming one is never right; naming none is no answer."""
    example = Example("x", "dev", "spelling", "The Clerk recieved it.", "The Clerk received it.", is_slip=False)
    assert [one.is_right for one in ask_examples([example], "own", use_model=False)] == [False, False]
    example = Example("x", "dev", "synonym", "The large hall was let.", "The big hall was let.", is_slip=False)
    assert [one.is_right for one in ask_examples([example], "own", use_model=False)] == [None, None]


def test_coverage_and_accuracy() -> None:
    """Accuracy is of the given answers, coverage of all."""
    counted = tally([answer("a", is_right=True), answer("b", is_right=False), answer("c", is_right=None)])
    assert (counted.asked, counted.given, counted.right) == (3, 2, 1)
    assert counted.coverage == pytest.approx(2 / 3)
    assert counted.accuracy == pytest.approx(1 / 2)
    assert tally([]).accuracy is None


def test_the_surest_answers() -> None:
    """The surest answers are taken first; of equally sure ones a part; where too few are given there is no figure."""
    answers = [
        answer("a", is_right=True, confidence=0.99),
        answer("b", is_right=True, confidence=0.8),
        answer("c", is_right=False, confidence=0.8),
        answer("d", is_right=None),
    ]
    assert accuracy_at(answers, 25) == pytest.approx(1.0)
    assert accuracy_at(answers, 50) == pytest.approx((1 + 0.5) / 2)
    assert accuracy_at(answers, 75) == pytest.approx(2 / 3)
    assert accuracy_at(answers, 80) is None
    assert coverage_at(answers, 0.9) == pytest.approx(1 / 4)
    assert coverage_at(answers, 0.6) == pytest.approx(3 / 4)


def test_orders_that_differ_are_named() -> None:
    """A swapped pair with another verdict, another confidence or none is no mirror."""
    pairs = [
        (answer("a", is_right=True), answer("a", is_right=True, is_swapped=True)),
        (answer("b", is_right=True), answer("b", is_right=False, is_swapped=True)),
        (answer("c", is_right=True), answer("c", is_right=True, confidence=0.7, is_swapped=True)),
        (answer("d", is_right=None), answer("d", is_right=True, is_swapped=True)),
    ]
    alone = [answer("e", is_right=True)]
    assert unmirrored([*(one for pair in pairs for one in pair), *alone]) == ["b", "c", "d", "e"]


def test_calibration_error_weighs_the_bands() -> None:
    """The error is the mean gap between confidence and share right, by how many answers a band holds."""
    given = [Judged(0.92, is_right=True), Judged(0.92, is_right=False), Judged(0.65, is_right=True)]
    assert [(band.label, band.answers) for band in bins(given)] == [("0.60 – 0.70", 1), ("0.90 – 0.95", 2)]
    assert calibration_error(given) == pytest.approx((2 * 0.42 + 1 * 0.35) / 3)
    assert calibration_error([]) is None


def test_the_last_band_holds_full_confidence() -> None:
    """A confidence of one has its band, and so has a half."""
    assert [band.label for band in bins([Judged(1.0, is_right=True), Judged(0.5, is_right=True)])] == [
        "0.50 – 0.60",
        "0.95 – 1.00",
    ]


def test_treebank_words_give_the_written_sentence(data: Path) -> None:
    """A joined form gives its parts without a space between them; a word that was left unsaid is no word."""
    (sentence,) = read_treebank(data / "treebank" / "en_ewt-ud-test.conllu.gz")
    assert "".join(word.form + " " * word.has_space for word in sentence.words).strip() == sentence.text
    assert sentence.words[0].features == frozenset(["Mood=Imp", "VerbForm=Fin"])
    assert sentence.words[6].features == frozenset()


def test_entities_stand_in_the_written_sentence(data: Path) -> None:
    """Entities are ranges of the sentence as it was written; other labels and other tags are no entities."""
    treebank = read_treebank(data / "treebank" / "en_ewt-ud-test.conllu.gz")
    (marked,) = read_entities(data / "ner" / "uner_en_ewt-test.iob2.gz", treebank)
    found = {(marked.text[mark.start : mark.end], mark.label) for mark in marked.marks}
    assert found == {("Ada Wren", "PERSON"), ("Lowmoor", "LOC")}


def test_an_entity_is_right_with_both_ends_and_its_label() -> None:
    """One that is a word too long, or has another label, is missed and wrong at once."""
    count = Count()
    count.add({Mark(0, 3, "ORG"), Mark(5, 9, "LOC")}, {Mark(0, 3, "ORG"), Mark(5, 12, "LOC"), Mark(20, 22, "LOC")})
    assert count.scores("ORG") == (1.0, 1.0, 1.0)
    assert count.scores("LOC") == (0.0, 0.0, 0.0)
    assert count.scores() == pytest.approx((1 / 3, 1 / 2, 2 / 5))


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ("Cllr Mrs Ada Oke", "Ada Oke"),
        ("Councillors: Jo Amos MBE, JP", "Jo Amos"),
        ("PC 2214 Rudd", "Rudd"),
        ("Z. Ashby", "Z. Ashby"),
        ("Dr", "Dr"),
    ],
)
def test_titles_and_letters_are_cut_off(person: str, name: str) -> None:
    """The marks leave titles and letters out, so scores are given without them too; a title alone stays."""
    start, end, _ = name_alone(person, Mark(0, len(person), "PERSON"), entity_tables(default_house_style()))
    assert person[start:end] == name


def test_grammar_is_counted_word_by_word(data: Path) -> None:
    """Part of speech, lemma and the whole set of features each count for themselves."""
    (sentence,) = read_treebank(data / "treebank" / "en_ewt-ud-test.conllu.gz")
    words = [word.form for word in sentence.words]
    doc = Doc(spacy.blank("en").vocab, words=words, pos=[word.pos for word in sentence.words])
    for token, word in zip(doc, sentence.words, strict=True):
        token.lemma_ = word.lemma.lower()
    doc[0].set_morph("Mood=Ind|VerbForm=Fin")
    right = Right()
    right.add(sentence, doc)
    without_features = sum(not word.features for word in sentence.words)
    assert (right.words, right.pos, right.lemma, right.lemma_any_case) == (10, 10, 7, 10)
    assert right.morph == without_features


def test_sentences_are_cut_from_lines(data: Path) -> None:
    """A line may hold several sentences; fewer are spread over the file."""
    path = data / "text" / "heldout.txt.gz"
    assert read_sentences(path, 9) == ["The hall is shut.", "It opens in May.", "No one came."]
    assert read_sentences(path, 2) == ["The hall is shut.", "It opens in May."]


def test_components_are_timed_by_name() -> None:
    """Each component has its time, the tokenizer too, and words are counted as they are written."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    answer = time_pipeline(nlp, ["No one came.", "It rained."], 2)
    assert list(answer["components"]) == ["tokenizer", "sentencizer"]
    assert (answer["words"], answer["tokens"], len(answer["seconds"])) == (5, 7, 2)


def test_every_suspect_part_gives_its_figures(settings: Settings) -> None:
    """Each part counts what is at hand, and says what is not."""
    table, *_, missing = measure_slips(settings)
    assert table.figures["natural"]["asked"] == 4
    assert "slips.toml" in missing.notes[0]
    (rewordings,) = measure_rewordings(settings)
    assert rewordings.figures["rewordings dev/all"] == {"asked": 2, "accused": 0}
    corrections, _ = measure_corrections(settings)
    assert corrections.figures["all"]["right"] == 2
    summary, _ = measure_calibration(settings)
    assert summary.figures["real corrections"]["right"] == 1.0


def test_entities_of_annotated_paragraphs(settings: Settings) -> None:
    """Annotated paragraphs are scored by part and source; a date is found by its pattern."""
    *_, dev, test = measure_entities(settings)
    assert dev.figures["own"]["DATE"]["f1"] == 1.0
    assert "test" in test.title


def test_absent_data_are_said(tmp_path: Path) -> None:
    """Without data every part gives a table that says so, and none fails."""
    settings = Settings(tmp_path, tmp_path / "pairs", tmp_path, tmp_path, use_model=False)
    for measure in (
        measure_slips,
        measure_rewordings,
        measure_corrections,
        measure_calibration,
        measure_entities,
        measure_grammar,
        measure_throughput,
    ):
        assert all("MINUTES_DATA" in table.notes[0] for table in measure(settings))


def test_the_data_folder_comes_from_the_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The option comes first, then the variable; the pairs may have a folder of their own."""
    monkeypatch.setenv("MINUTES_DATA", str(tmp_path / "all"))
    monkeypatch.delenv("MINUTES_PAIRS", raising=False)
    assert find_data(None) == tmp_path / "all"
    assert find_data(tmp_path) == tmp_path
    assert find_pairs(tmp_path) == tmp_path / "pairs"
    monkeypatch.setenv("MINUTES_PAIRS", str(tmp_path / "other"))
    assert find_pairs(tmp_path) == tmp_path / "other"
