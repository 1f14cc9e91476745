"""The trained pipeline: what it adds, what the patterns keep, and one line where it cannot be used.

Most tests make small pipelines of rules that stand for statistics; those of the pipeline that comes with the program
fail where it is missing.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from compare import compare_files, compare_texts
from compare.annotate import TaggedText, load_tagger
from compare.annotate.entities.component import COMPONENT, LabelWords, make_minutes_entities
from compare.annotate.entities.patterns import PatternTagger
from compare.annotate.entities.spacy_tagger import load_pipeline
from compare.cli import main
from compare.errors import ModelError, UsageError
from compare.style import resources
from compare.style.house_style import HouseStyle, default_house_style

ROOT = Path(__file__).parent.parent
DRAFT = "7. Allotments\n\nThe tenants' voices were head at the gate of Wick.\n"
FINAL = DRAFT.replace("head", "heard")

# What the stand-in for statistics calls some words; the patterns know none of them alone.
NAMES = (
    ("GPE", "Wick"),
    ("FAC", "the Corn Exchange"),
    ("LOC", "the Broads"),
    ("PER", "Zoe Ashby"),
    ("PERSON", "Odell"),
    ("ORG", "Friends of Penfold Ltd"),
    ("ORG", "Upper Wick Planning Committee"),
    ("ORG", "Committee of Upper Wick"),
    ("ORG", "Penfold"),
    ("PERSON", "Councillor Varga"),
    ("ORG", "Varga of Low Lane"),
    ("LOC", "Mill Lane"),
    ("NORP", "Welsh"),
    ("DATE", "last year"),
    ("DATE", "14 June 2022 and"),
    ("CARDINAL", "seven"),
    ("LAW", "the Wick Code"),
)


def _make(folder: Path, *components: str, name: str = "parish") -> Path:
    nlp = spacy.blank("en")
    if "grammar" in components:
        ruler = nlp.add_pipe("attribute_ruler")
        for word, lemma, pos, morph in (
            ("were", "be", "AUX", "Mood=Ind|Tense=Past|VerbForm=Fin"),
            ("voices", "voice", "NOUN", "Number=Plur"),
        ):
            ruler.add([[{"LOWER": word}]], {"LEMMA": lemma, "POS": pos, "MORPH": morph})
    if "ner" in components:
        ner = nlp.add_pipe("entity_ruler", name="ner")
        ner.add_patterns([{"label": label, "pattern": words} for label, words in NAMES])
    if "fails_on_zebras" in components:
        nlp.add_pipe("fails_on_zebras")
    if COMPONENT in components:
        nlp.add_pipe(COMPONENT, last=True)
    nlp.meta.update(name=name, version="1.2.3")
    folder.parent.mkdir(exist_ok=True)
    nlp.to_disk(folder)
    return folder


@pytest.fixture(scope="module")
def parish(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline of names and a little grammar, saved without the patterns' component."""
    return _make(tmp_path_factory.mktemp("pipelines") / "en_parish", "grammar", "ner")


@pytest.fixture
def broken(parish: Path, tmp_path: Path) -> Callable[..., Path]:
    """Copies of that pipeline with one file changed or taken away."""

    def make(file: str, change: Callable[[bytes], bytes] | None = None) -> Path:
        folder = shutil.copytree(parish, tmp_path / "en_broken")
        if change is None:
            shutil.rmtree(folder / file) if (folder / file).is_dir() else (folder / file).unlink()
        else:
            (folder / file).write_bytes(change((folder / file).read_bytes()))
        return folder

    return make


@pytest.fixture
def installed_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], Path]:
    """A copy of the program's data with this folder, or none, as the pipeline that came with it."""

    def install(pipeline: Path | None) -> Path:
        models = tmp_path / "models"
        shutil.copytree(ROOT / "models" / "patterns", models / "patterns")
        shutil.copy(ROOT / "models" / "checksums.sha256", models)
        if pipeline is not None:
            shutil.copytree(pipeline, models / "en_minutes")
        monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
        return models

    return install


@pytest.fixture(scope="module")
def nlp(parish: Path) -> Language:
    """The pipeline, loaded."""
    return load_pipeline(str(parish))


def _ents(nlp: Language, text: str) -> list[tuple[str, str]]:
    return [(entity.label_, entity.text) for entity in nlp(text).ents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Zoe Ashby spoke.", [("PERSON", "Zoe Ashby")], id="another word for a person"),
        pytest.param("in Wick and the Broads", [("LOC", "Wick"), ("LOC", "Broads")], id="places are one label"),
        pytest.param("at the Corn Exchange", [("LOC", "Corn Exchange")], id="a building is a place"),
        pytest.param("asked Welsh farmers", [], id="labels that no rule reads"),
        pytest.param("since last year, under the Wick Code", [], id="no value, no date and no law"),
        pytest.param("of 14 June 2022 and after", [("DATE", "14 June 2022")], id="a date is the patterns'"),
        pytest.param("some seven came", [("NUMBER", "seven")], id="a bare number is the patterns'"),
        pytest.param("said Cllr Odell to us", [("PERSON", "Cllr Odell")], id="a person with the title"),
        pytest.param("said Councillor Varga to us", [("PERSON", "Councillor Varga")], id="as statistics have it too"),
        pytest.param(
            "Councillors Cotes, Odell and Z. Quince",
            [("PERSON", "Councillors Cotes"), ("PERSON", "Odell"), ("PERSON", "Z. Quince")],
            id="a list of persons",
        ),
        pytest.param("of Penfold Ltd again", [("ORG", "Penfold Ltd")], id="a pattern that holds more"),
        pytest.param("along Mill Lane", [("LOC", "Mill Lane")], id="the same words"),
        pytest.param("the Friends of Penfold Ltd met", [("ORG", "Friends of Penfold Ltd")], id="the whole name"),
        pytest.param(
            "the Upper Wick Planning Committee met", [("BODY", "Upper Wick Planning Committee")], id="a whole body"
        ),
        pytest.param("Ms Varga of Low Lane", [("PERSON", "Ms Varga"), ("LOC", "Low Lane")], id="a person is no part"),
    ],
)
def test_entities_of_both(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    """Names come from statistics and patterns, values from patterns; of two that overlap one stands."""
    assert _ents(nlp, text) == expected


def test_the_rules_get_the_same_entities_with_values(nlp: Language) -> None:
    """What the rules read is what spaCy's own doc.ents says, each with its value."""
    doc = nlp("Cllr Odell saw seven in Wick on 14 June 2022.")
    assert [(entity.label, entity.text, entity.value) for entity in doc._.minutes_entities] == [
        ("PERSON", "Cllr Odell", "councillor odell"),
        ("NUMBER", "seven", "7"),
        ("LOC", "Wick", None),
        ("DATE", "14 June 2022", "2022-06-14"),
    ]
    assert _ents(nlp, doc.text) == [(entity.label, entity.text) for entity in doc._.minutes_entities]


@pytest.mark.parametrize(
    ("name", "is_label"),
    [
        ("RESOLVED –", True),
        ("Penderfynwyd / Resolved", True),
        ("Apologies", True),
        ("Odell", False),
        ("Office for Ponds", False),
    ],
)
def test_labels_are_no_names(name: str, *, is_label: bool) -> None:
    """What statistics take for a name is none where it is a word by which minutes are laid out."""
    assert LabelWords(default_house_style()).is_label(name) is is_label


@pytest.mark.parametrize("text", ["", " ", "\n\n", "10.00-12.00", "14/06/2022/15/06/2022", "£5/£6/£7", "Cllr.Ashby's"])
def test_odd_texts_have_entities_apart(nlp: Language, text: str) -> None:
    """Where tokens and patterns cut differently, no token belongs to two entities and nothing fails."""
    tokens = [token.i for entity in nlp(text).ents for token in entity]
    assert len(tokens) == len(set(tokens))


def test_patterns_are_the_same_with_a_model(parish: Path) -> None:
    """What the patterns say of a text without statistical names is the same with the pipeline and without."""
    style = default_house_style()
    texts = ["Cllr Ashby on 14 June at 10.00 am: £1.4m, 7 votes to 3, see Minute 12.", "Resolved: That it be noted."]
    alone = load_tagger(use_model=False, style=style).tag(texts)
    both = load_tagger(use_model=True, style=style, model=str(parish)).tag(texts)
    assert [tagged.entities for tagged in both] == [tagged.entities for tagged in alone]


def test_grammar_stands_at_the_beginning_of_words(parish: Path) -> None:
    """Lemma, part of speech and morphology by offset; a word of which nothing is known has none."""
    tagger = load_tagger(use_model=True, style=default_house_style(), model=str(parish))
    (tagged,) = tagger.tag(["The voices were heard."])
    assert {place: tuple(said) for place, said in tagged.grammar.items()} == {
        4: ("voice", "NOUN", "Number=Plur"),
        11: ("be", "AUX", "Mood=Ind|Tense=Past|VerbForm=Fin"),
    }


def test_a_pipeline_of_names_alone_says_nothing_of_words(tmp_path: Path) -> None:
    """Without tagger and lemmatiser the words keep what word lists know of them."""
    folder = _make(tmp_path / "names", "ner")
    (tagged,) = load_tagger(use_model=True, style=default_house_style(), model=str(folder)).tag(["Odell spoke."])
    assert tagged == TaggedText(tagged.entities, {})
    assert [entity.text for entity in tagged.entities] == ["Odell"]


def test_a_profile_reaches_the_component(parish: Path) -> None:
    """The house style's own patterns work inside the pipeline."""
    style = default_house_style()
    entities = {**style.entities, "roles": ("Pondmaster", *style.entities["roles"])}
    tagger = load_tagger(
        use_model=True, style=HouseStyle("own", style.minutes, entities, style.words), model=str(parish)
    )
    assert [entity.label for entity in tagger.tag(["The Pondmaster of Wick"])[0].entities] == ["ROLE", "LOC"]


def test_plain_spacy_loads_a_pipeline_that_holds_the_component(tmp_path: Path) -> None:
    """The entry point is all that spacy.load needs: no import of this program before it."""
    folder = _make(tmp_path / "whole", "ner", COMPONENT)
    code = (
        "import sys, spacy\n"
        f"doc = spacy.load({str(folder)!r})('Cllr Odell met Penfold in Wick on 14 June 2022.')\n"
        "print(*(f'{entity.label_}={entity.text}' for entity in doc.ents), sep=';')\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert run.stdout.strip() == "PERSON=Cllr Odell;ORG=Penfold;LOC=Wick;DATE=14 June 2022"


def test_the_entry_point_leads_to_the_factory() -> None:
    """What the package declares is the function that makes the component."""
    (declared,) = entry_points(group="spacy_factories", name=COMPONENT)
    assert declared.load() is make_minutes_entities
    assert isinstance(spacy.blank("en").add_pipe(COMPONENT).patterns, PatternTagger)


def test_another_pipeline_by_folder(parish: Path) -> None:
    """Its name and version stand in the provenance; the model of English is used beside it, and nothing is left out."""
    comparison = compare_texts(DRAFT, FINAL, model=parish)
    assert comparison.provenance.model == "en_parish 1.2.3"
    assert comparison.not_compared == ()
    assert [finding.rule for finding in comparison.findings] == ["slip.real-word"]


def test_another_pipeline_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package is found by its name, with hyphens or without."""
    package = tmp_path / "en_hamlet"
    _make(package / "en_hamlet-1.2.3", "ner", name="hamlet")
    (package / "__init__.py").touch()
    shutil.copy(package / "en_hamlet-1.2.3" / "meta.json", package)
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("en_hamlet", "en-hamlet", str(package)):
        assert compare_texts(DRAFT, FINAL, model=name).provenance.model == "en_hamlet 1.2.3"


def test_the_pipeline_that_came_with_the_program(parish: Path, installed_with: Callable[[Path | None], Path]) -> None:
    """Is used unasked, and can be asked for by name."""
    installed_with(parish)
    assert compare_texts(DRAFT, FINAL).provenance.model == "en_parish 1.2.3"
    assert compare_texts(DRAFT, FINAL, model="en_minutes").provenance.model == "en_parish 1.2.3"
    assert compare_texts(DRAFT, FINAL, use_model=False).provenance.model is None


def test_without_a_pipeline_patterns_work_alone(installed_with: Callable[[Path | None], Path]) -> None:
    """A copy of the program without a pipeline says so, and compares."""
    installed_with(None)
    comparison = compare_texts(DRAFT, FINAL)
    assert comparison.provenance.model is None
    assert [note.why for note in comparison.not_compared] == [
        "no trained model is installed; patterns and word counts were used"
    ]
    assert [finding.rule for finding in comparison.findings] == ["slip.real-word"]
    with pytest.raises(ModelError, match="en_minutes: no spaCy pipeline of this name is installed"):
        compare_texts(DRAFT, FINAL, model="en_minutes")


def test_the_pipeline_that_comes_with_the_program_works() -> None:
    """It is there, says what it is, and knows a person, a place and the grammar of a sentence."""
    tagger = load_tagger(use_model=True, style=default_house_style())
    text = "Councillor Ashby said that the residents of London were heard."
    (tagged,) = tagger.tag([text])
    assert tagger.model is not None, "the trained pipeline is missing"
    assert tagger.model.startswith("en_minutes ")
    assert {("PERSON", "Councillor Ashby"), ("LOC", "London")} <= {
        (entity.label, entity.text) for entity in tagged.entities
    }
    assert tuple(tagged.grammar[text.index("were")])[:2] == ("be", "AUX")


def _meta(**fields: object) -> Callable[[bytes], bytes]:
    return lambda old: json.dumps({**json.loads(old), **fields}).encode()


@pytest.mark.parametrize(
    ("file", "change", "cause"),
    [
        pytest.param("meta.json", None, "no whole spaCy pipeline: meta.json missing", id="no meta"),
        pytest.param("config.cfg", None, "no whole spaCy pipeline: config.cfg missing", id="no config"),
        pytest.param("vocab", None, "no whole spaCy pipeline: vocab/strings.json missing", id="no vocabulary"),
        pytest.param("ner", None, "cannot be loaded (", id="no component"),
        pytest.param("meta.json", lambda _: b"{", "meta.json cannot be read (", id="cut meta"),
        pytest.param("meta.json", lambda _: b"[]", "meta.json is not that of a pipeline", id="meta of something else"),
        pytest.param("meta.json", lambda _: b"\xff\xfe\x00", "meta.json cannot be read (", id="meta of no text"),
        pytest.param("config.cfg", lambda _: b"[nlp", "cannot be loaded (", id="cut config"),
        pytest.param(
            "config.cfg",
            lambda old: old.replace(b'"entity_ruler"', b'"spancat_of_tomorrow"'),
            "cannot be loaded ([E002] Can't find factory for 'spancat_of_tomorrow'",
            id="unknown component",
        ),
        pytest.param("vocab/strings.json", lambda old: old[:9], "cannot be loaded (", id="cut vocabulary"),
        pytest.param("meta.json", _meta(lang="de"), "the language of this pipeline is 'de'", id="German"),
        pytest.param("meta.json", _meta(spacy_version=">=2.3,<2.4"), "was made for spaCy >=2.3,<2.4, and ", id="old"),
        pytest.param(
            "config.cfg",
            lambda old: re.sub(rb',\s*"ner"\]', b"]", old),
            "finds no names: it has no component ner",
            id="no names",
        ),
    ],
)
def test_a_pipeline_that_cannot_be_used(
    broken: Callable[..., Path],
    file: str,
    change: Callable[[bytes], bytes] | None,
    cause: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    """One line: the place as it was given, the cause, a remedy; exit code 2."""
    folder = broken(file, change)
    (tmp_path / "draft.txt").write_text(DRAFT)
    (tmp_path / "final.txt").write_text(FINAL)
    pair = [str(tmp_path / "draft.txt"), str(tmp_path / "final.txt")]
    assert main([*pair, "--model", str(folder)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith(f"{folder}: ")
    assert cause in err
    assert err.endswith("or leave this setting out.\n")


@pytest.mark.parametrize(
    ("model", "cause"),
    [
        ("en_nowhere_at_all", "no spaCy pipeline of this name is installed, and there is no such folder"),
        ("no/such/folder", "no spaCy pipeline of this name is installed, and there is no such folder"),
        ("numpy", "no spaCy pipeline of this name is installed, and there is no such folder"),
        ("__main__", "no spaCy pipeline of this name is installed, and there is no such folder"),
        (__file__, "this is a file, and a pipeline is a folder"),
        (os.fspath(ROOT / "tests"), "this folder holds no whole spaCy pipeline: meta.json, "),
    ],
)
def test_no_pipeline_there(model: str, cause: str) -> None:
    """A name that is not installed, a path that is not there, a package or folder of something else."""
    with pytest.raises(ModelError) as caught:
        compare_texts(DRAFT, FINAL, model=model)
    assert caught.value.place == model
    assert caught.value.cause.startswith(cause)


@Language.component("fails_on_zebras")
def _fails_on_zebras(doc: Doc) -> Doc:
    if "zebra" in doc.text:
        raise ValueError("[E999] no zebras.")
    return doc


def test_a_pipeline_that_fails_at_work(tmp_path: Path) -> None:
    """What the trial at loading did not show is one line too, and names the component."""
    folder = _make(tmp_path / "zoo", "ner", "fails_on_zebras")
    tagger = load_tagger(use_model=True, style=default_house_style(), model=str(folder))
    assert len(tagger.tag(["A horse."])) == 1
    with pytest.raises(ModelError, match=r"component fails_on_zebras fails at work \(\[E999\] no zebras\)"):
        tagger.tag(["A zebra."])


def test_a_bug_of_our_own_keeps_its_traceback(parish: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the pipeline's own components are accused."""
    tagger = load_tagger(use_model=True, style=default_house_style(), model=str(parish))
    monkeypatch.setattr(PatternTagger, "find", lambda _self, _text: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        tagger.tag(["A horse."])


def test_a_broken_pipeline_of_the_program(
    broken: Callable[..., Path],
    installed_with: Callable[[Path | None], Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The error names --no-model, with which it is no obstacle."""
    models = installed_with(broken("config.cfg", lambda _: b"[nlp"))
    (tmp_path / "draft.txt").write_text(DRAFT)
    arguments = [str(tmp_path / "draft.txt")] * 2
    assert main(arguments) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"{models / 'en_minutes'}: this pipeline cannot be loaded (")
    assert err.endswith("Install compare again, or compare with --no-model: rules and patterns alone.\n")
    assert main([*arguments, "--no-model"]) == 0


@pytest.mark.parametrize(("model", "use_model"), [("en_parish", False), ("", True), (" ", True)])
def test_a_model_that_is_asked_for_in_vain(model: str, *, use_model: bool) -> None:
    """A pipeline together with none, and a name that is none, are errors of usage before a file is opened."""
    with pytest.raises(UsageError, match=r"^model: "):
        compare_files("nowhere.txt", "nowhere.txt", model=model, use_model=use_model)


def test_with_and_without_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    """--model and --no-model together: exit code 2."""
    assert main(["a", "b", "--model", "en_parish", "--no-model"]) == 2
    assert capsys.readouterr().err.startswith("--model: it cannot be used together with --no-model. ")


def test_warnings_of_other_peoples_pipelines_stay_inside(parish: Path, tmp_path: Path) -> None:
    """A pipeline that does not say for which spaCy it was made is tried; nothing is written to standard error."""
    folder = shutil.copytree(parish, tmp_path / "open")
    (folder / "meta.json").write_bytes(_meta(spacy_version=">=3.0")((folder / "meta.json").read_bytes()))
    (tmp_path / "draft.txt").write_text(DRAFT)
    arguments = ("-m", "compare", "draft.txt", "draft.txt", "--model", "open")
    run = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
