"""The judge with the model of English: what it asks the model, and its verdicts on slips and rewordings."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from compare import compare_texts
from compare.annotate import Engines, annotate_edits, load_judge, load_lexicon, load_tagger
from compare.annotate.engines import MODEL_OF_ENGLISH
from compare.annotate.suspect import ReadingPair
from compare.annotate.suspect.by_model import ModelQuestion, verdict_or_question
from compare.errors import ModelError
from compare.style.house_style import default_house_style
from compare.values import Place, Verdict
from tests.small_minutes import edits_between, minutes_of

LEXICON = load_lexicon(default_house_style())


def test_the_model_of_english_is_there() -> None:
    """These tests need the model of English: without it they would test the word counts."""
    assert load_judge(use_model=True, lexicon=LEXICON).has_model, "the model of English is missing"


class Listener:
    """A judge that records its cases and gives no verdict."""

    name = "listener"
    has_model = False

    def __init__(self) -> None:
        self.cases: list[ReadingPair] = []

    def judge(self, pairs: Sequence[ReadingPair]) -> list[Verdict | None]:
        """No verdict on any."""
        self.cases += pairs
        return [None] * len(pairs)


def cases_of(draft: str, final: str) -> list[ReadingPair]:
    """The cases that a judge is given."""
    style = default_house_style()
    listener, edits = Listener(), edits_between(draft, final)
    tagger = load_tagger(use_model=False, style=style)
    engines = Engines(tagger, LEXICON, listener)
    annotate_edits(edits, [Place()] * len(edits), minutes_of(draft), minutes_of(final), engines)
    return listener.cases


@pytest.mark.parametrize(
    ("draft", "final", "one", "other"),
    [
        ("The letter came form the school.", "The letter came from the school.", ("form",), ("from",)),
        ("Members agreed defer the item.", "Members agreed to defer the item.", (), ("to",)),
        ("The hall was used to day.", "The hall was used today.", ("to", "day"), ("today",)),
        ("The pond has lost it's fish.", "The pond has lost its fish.", ("it", "'s"), ("its",)),
    ],
)
def test_the_model_is_asked(draft: str, final: str, one: tuple[str, ...], other: tuple[str, ...]) -> None:
    """One word for another, a small word on one side, one word cut in two."""
    (question,) = (verdict_or_question(case, LEXICON) for case in cases_of(draft, final))
    assert isinstance(question, ModelQuestion)
    assert (question.one, question.other) == (one, other)
    before = tuple(draft.lower().split()[: _at(draft, final)])
    assert [context.before for context in question.contexts] == [before]


def _at(draft: str, final: str) -> int:
    """The place of the first word that differs."""
    pairs = zip(draft.split(), final.split(), strict=False)
    return next(place for place, (one, other) in enumerate(pairs) if one != other)


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("It was agreed to include the lane.", "It was agreed to exclude the lane."),
        ("Councillor Head spoke.", "Councillor Heard spoke."),
        ("The work was done.", "The work was not done."),
        ("They would organise a fair.", "They would organize a fair."),
        ("The trust agreed to pay.", "The trust has agreed to pay."),
        ("The grant was £300.", "The grant was £400."),
    ],
)
def test_nobody_is_asked(draft: str, final: str) -> None:
    """Opposites, names, negations, spellings, tenses and figures are no matter of language."""
    assert [verdict_or_question(case, LEXICON) for case in cases_of(draft, final)] == [None] * len(
        cases_of(draft, final)
    )


def test_two_edits_in_one_sentence_are_two_contexts() -> None:
    """Each side's own sentence is a context: the neighbour that differs too is seen in both its forms."""
    cases = cases_of("The tram came form the school.", "The team came from the school.")
    questions = [verdict_or_question(case, LEXICON) for case in cases]
    assert [len(question.contexts) for question in questions if isinstance(question, ModelQuestion)] == [2, 2]


SLIPS = (
    ("The tenants' voices were head and noted.", "The tenants' voices were heard and noted."),
    ("The panel thanked there officers for their work.", "The panel thanked their officers for their work."),
    ("Members asked weather the scheme would be extended.", "Members asked whether the scheme would be extended."),
    ("It was agreed in principal.", "It was agreed in principle."),
    ("More then ten residents attended.", "More than ten residents attended."),
    ("The letter came form the school.", "The letter came from the school."),
    ("They asked for advise on the lease.", "They asked for advice on the lease."),
    ("Members agreed defer the item.", "Members agreed to defer the item."),
)
REWORDINGS = (
    ("The large hall was full.", "The big hall was full."),
    ("Officers would review the scheme.", "Officers would revise the scheme."),
    ("The cost was high.", "The cost is high."),
    ("Residents of Mill Lane wrote.", "Residents of Hill Lane wrote."),
    ("The committee noted the report.", "The committee received the report."),
    ("She thanked his staff.", "She thanked their staff."),
)


@pytest.mark.parametrize(("wrong", "right"), SLIPS)
def test_a_slip_is_accused_on_whichever_side(wrong: str, right: str) -> None:
    """The side that has the slip is the suspect, whether draft or final."""
    accused = [
        [finding.suspect and finding.suspect.value for finding in compare_texts(*pair).findings]
        for pair in ((wrong, right), (right, wrong))
    ]
    assert accused == [["draft"], ["final"]]


@pytest.mark.parametrize(("one", "other"), REWORDINGS)
def test_a_rewording_accuses_nobody(one: str, other: str) -> None:
    """A rewording that is right on both sides gets no suspect."""
    for pair in ((one, other), (other, one)):
        assert [finding.suspect for finding in compare_texts(*pair).findings] == [None]


@pytest.mark.slow
def test_most_written_slips_are_accused_and_few_rewordings() -> None:
    """The development part of the judgement sets keeps its figures: what the README says is not lost unseen."""
    sets = Path(__file__).with_name("judgements")
    slips = [pair for pair in tomllib.loads((sets / "slips.toml").read_text("utf-8"))["pair"] if pair["part"] == "dev"]
    suspects = [
        [finding.suspect.value for finding in compare_texts(pair["wrong"], pair["right"]).findings if finding.suspect]
        for pair in slips[::3]
    ]
    given = [found[0] for found in suspects if found]
    assert len(given) >= len(suspects) * 0.65
    assert given.count("draft") >= len(given) * 0.95


def test_a_copy_without_the_model_judges_by_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the folder is not there nothing is missed but the judgements it would have made."""
    monkeypatch.setattr("compare.annotate.engines.models_path", lambda name: tmp_path / name)
    judge = load_judge(use_model=True, lexicon=LEXICON)
    assert (judge.name, judge.has_model) == ("word counts", False)


def test_a_broken_model_is_said_and_no_obstacle_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder is a model that cannot be read; `--no-model` does not look at it."""
    (tmp_path / MODEL_OF_ENGLISH).mkdir()
    monkeypatch.setattr("compare.annotate.engines.models_path", lambda name: tmp_path / name)
    judge = load_judge(use_model=True, lexicon=LEXICON)
    with pytest.raises(ModelError, match="use_model=False"):
        judge.judge(cases_of("The letter came form the school.", "The letter came from the school."))
    assert not load_judge(use_model=False, lexicon=LEXICON).has_model
