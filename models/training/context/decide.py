"""The decision fitted: which witnesses to believe how far, and when to say nothing.

    python -m context.decide DATA WORK OUT PIPELINE

Slips: real-word errors made by program (DATA/slips/artificial_*.txt), those of `judgements.toml`, and held-out prose
with a word exchanged for one of its confusables or a small word dropped or added. Right on both sides: the rest of
`judgements.toml`. Natural slips and the judgement sets under `tests` are for measuring and not read here.

Writes OUT/decision.json.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import numpy as np
import typer
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from compare.align import align_segments
from compare.annotate import Engines, annotate_edits, load_lexicon, load_tagger
from compare.annotate.suspect import ReadingPair
from compare.annotate.suspect.by_model import ModelQuestion, features_of_questions, verdict_or_question
from compare.annotate.suspect.english.decision import DOUBTS, GAP, TRAITS, WITNESSES, Features, doubts, gap, witnesses
from compare.annotate.suspect.english.evidence import open_english_model
from compare.annotate.suspect.english.vocabulary import END, SPECIAL, START
from compare.diff import diff_pairs
from compare.outline.places import place_edits
from compare.pipeline import read_minutes
from compare.scope import find_scope
from compare.style.house_style import default_house_style
from compare.values import Document, Verdict

JUDGEMENTS = Path(__file__).with_name("judgements.toml")
SEED = 0
LONGEST = 50  # words of a held-out sentence that is used
PROGRAM = 600  # slips taken of each file of artificial ones
HELD = 1_500  # sentences of held-out prose for each kind of slip
LEAST, LEAST_OF_GAP = 0.53, 0.85  # confidence below which nothing is said
STRENGTH = 0.3  # of the prior on small weights (inverse)
RECORD = 7  # lines of one slip in the files of slips
# How much one example counts: what people wrote more than what a program made.
WRITTEN, MADE, NEITHER = 2.0, 0.25, 2.0
# And how much a pair that is right on both sides counts when the confidence is brought to scale: of the changes of one
# word that a judge sees in real corrections, most are slips.
SEEN = 0.5


class Example(NamedTuple):
    """A pair of sentences, the first wrong if either is, and how much it counts."""

    wrong: str
    right: str
    is_slip: bool
    weight: float
    is_chance: bool = False  # made by exchanging words at random: says which witness to believe, not when to doubt


class Weighed(NamedTuple):
    """What the decision sees of an example; `sign` is 1 where the draft is the wrong side."""

    features: Features
    is_exchange: bool
    is_slip: bool
    weight: float
    holder_is_wrong: bool
    is_chance: bool


def artificial(path: Path) -> Iterator[Example]:
    """Slips made by program, evenly from the file. Their offsets are a little off where marks stand before the word."""
    lines = path.read_text(encoding="utf-8").split("\n")
    records = [lines[low : low + RECORD] for low in range(0, len(lines) - RECORD + 2, RECORD)]
    for record in records[:: max(1, len(records) // PROGRAM)]:
        wrong, right, offset, sentence = record[2], record[3], int(record[4]), record[5]
        places = [place for place in range(len(sentence)) if sentence.startswith(wrong, place)]
        place = min(places, key=lambda place: abs(place - offset))
        yield Example(sentence, sentence[:place] + right + sentence[place + len(wrong) :], is_slip=True, weight=MADE)


def written(path: Path) -> Iterator[Example]:
    """The pairs that were written for this purpose."""
    sets = tomllib.loads(path.read_text(encoding="utf-8"))
    for pair in sets["slip"]:
        yield Example(pair["wrong"], pair["right"], is_slip=True, weight=WRITTEN)
    for pair in sets["neither"]:
        yield Example(pair["one"], pair["other"], is_slip=False, weight=NEITHER)


def corrupted(work: Path, small: Sequence[str], rng: np.random.Generator) -> Iterator[Example]:
    """Held-out prose with one word exchanged, dropped or added."""
    words = (work / "words.txt").read_text(encoding="utf-8").split("\n")
    with np.load(work / "confusable.npz") as file:
        rivals, counts = file["words"], file["counts"]
    with np.load(work / "held.npz") as file:
        ends = np.cumsum(file["lengths"])
        sentences = np.split(file["numbers"], ends[:-1])
    numbers = {words.index(word) for word in small if word in words}
    chosen = rng.permutation(len(sentences))
    whole = [
        s
        for s in (sentences[i] for i in chosen)
        if s.min() > 0 and len(s) < LONGEST and not (s[1:-1] < len(SPECIAL)).any()
    ]
    made = {"exchange": 0, "drop": 0, "add": 0}
    for sentence in whole:
        text = [words[number] for number in sentence if number not in (START, END)]
        body = sentence[1:-1]
        if made["exchange"] < HELD:
            places = np.flatnonzero(counts[body])
            place = int(rng.choice(places))
            wrong = words[int(rivals[body[place], rng.integers(counts[body[place]])])]
            yield _example([*text[:place], wrong, *text[place + 1 :]], text)
            made["exchange"] += 1
        elif made["drop"] < HELD:
            places = [place for place, number in enumerate(body) if int(number) in numbers and place > 0]
            if places:
                place = int(rng.choice(places))
                yield _example([*text[:place], *text[place + 1 :]], text)
                made["drop"] += 1
        elif made["add"] < HELD:
            place = int(rng.integers(1, len(text)))
            extra = words[int(rng.choice(sorted(numbers)))]
            yield _example([*text[:place], extra, *text[place:]], text)
            made["add"] += 1


def _example(wrong: list[str], right: list[str]) -> Example:
    return Example(_sentence(wrong), _sentence(right), is_slip=True, weight=MADE, is_chance=True)


def _sentence(words: list[str]) -> str:
    text = " ".join(words).replace(" 's", "'s")
    for mark in ".,;:!?)":
        text = text.replace(f" {mark}", mark)
    return text[:1].upper() + text[1:]


class Recorder:
    """A judge that remembers what it is asked, and accuses nobody."""

    name = "recorder"
    has_model = False

    def __init__(self) -> None:
        self.cases: list[ReadingPair] = []

    def judge(self, pairs: Sequence[ReadingPair]) -> list[Verdict | None]:
        """No verdicts."""
        self.cases += pairs
        return [None] * len(pairs)


def questions(examples: Iterable[Example], pipeline: Path) -> Iterator[tuple[Example, ModelQuestion]]:
    """What the judge would be asked about each example, found by the program's own stages."""
    style = default_house_style()
    lexicon, tagger = load_lexicon(style), load_tagger(use_model=True, style=style, model=str(pipeline))
    for example in examples:
        draft, final = (
            read_minutes(Document("", "text", "utf-8", "", text, (0,)), style)
            for text in (example.wrong, example.right)
        )
        pairs = align_segments(draft, final, find_scope(draft, final, "whole"), style).pairs
        edits = diff_pairs(draft, final, pairs).edits
        recorder = Recorder()
        annotate_edits(edits, place_edits(edits, draft, final, pairs), draft, final, Engines(tagger, lexicon, recorder))
        for case in recorder.cases:
            settled = verdict_or_question(case, lexicon)
            if isinstance(settled, ModelQuestion):
                yield example, settled


def weighed(examples: Iterable[Example], model: Path, pipeline: Path) -> list[Weighed]:
    """What the decision sees of all examples that it is asked about."""
    lexicon = load_lexicon(default_house_style())
    asked = list(questions(examples, pipeline))
    found = features_of_questions(
        [question for _, question in asked], open_english_model(model, lexicon.count), lexicon
    )
    return [
        Weighed(
            features[0], question.is_exchange, example.is_slip, example.weight, bool(question.one), example.is_chance
        )
        for (example, question), features in zip(asked, found, strict=True)
    ]


def fit_exchange(rows: Sequence[Weighed]) -> dict[str, object]:
    """The weights of the witnesses, by slips; then those of the doubts, by slips and by pairs right on both sides."""
    slips = [row for row in rows if row.is_slip]
    sides = np.array([witnesses(row.features) for row in slips])
    weights = np.array([row.weight for row in slips])
    first = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=2000)
    labels = np.r_[np.ones(len(slips)), np.zeros(len(slips))]
    first.fit(np.r_[sides, -sides], labels, sample_weight=np.r_[weights, weights])
    doubted = [row for row in rows if not row.is_chance]
    odds = [float(first.coef_[0] @ witnesses(row.features)) for row in doubted]
    second = LogisticRegression(C=STRENGTH, max_iter=5000)
    second.fit(
        np.array([doubts(row.features, said) for row, said in zip(doubted, odds, strict=True)]),
        np.array([row.is_slip and said > 0 for row, said in zip(doubted, odds, strict=True)]),
        sample_weight=np.array([row.weight for row in doubted]),
    )
    scale, shift = _to_scale(doubted, odds, second)
    return {
        "witnesses": _named(WITNESSES, first.coef_[0]),
        "doubts": _named((*DOUBTS, *TRAITS), second.coef_[0] * scale),
        "bias": round(float(second.intercept_[0] * scale + shift), 4),
        "least": round(float(1 / (1 + np.exp(-(np.log(LEAST / (1 - LEAST)) * scale + shift)))), 3),
    }


def _to_scale(rows: Sequence[Weighed], odds: Sequence[float], doubt: LogisticRegression) -> tuple[float, float]:
    """Platt's scaling: by which factor and what addition the odds of the doubts say how often they are right."""
    said = doubt.decision_function(np.array([doubts(row.features, one) for row, one in zip(rows, odds, strict=True)]))
    scale = LogisticRegression(C=1e6, max_iter=5000)
    scale.fit(
        said[:, None],
        np.array([row.is_slip and one > 0 for row, one in zip(rows, odds, strict=True)]),
        sample_weight=np.array([row.weight if row.is_slip else SEEN for row in rows]),
    )
    return float(scale.coef_[0, 0]), float(scale.intercept_[0])


def fit_gap(rows: Sequence[Weighed]) -> dict[str, object]:
    """The weights for a small word on one side: 0 neither, 1 it is missing, 2 it is one too many."""
    labels = np.array([0 if not row.is_slip else 2 if row.holder_is_wrong else 1 for row in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    model.fit(
        np.array([gap(row.features) for row in rows]), labels, sample_weight=np.array([row.weight for row in rows])
    )
    weights, biases = model.coef_ - model.coef_[0], model.intercept_ - model.intercept_[0]
    return {
        "missing": _named(GAP, weights[1]),
        "missing_bias": round(float(biases[1]), 4),
        "extra": _named(GAP, weights[2]),
        "extra_bias": round(float(biases[2]), 4),
        "least": LEAST_OF_GAP,
    }


def _named(names: Sequence[str], weights: NDArray[np.float64]) -> dict[str, float]:
    return {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}


def main(
    data: Annotated[Path, typer.Argument()],
    work: Annotated[Path, typer.Argument()],
    out: Annotated[Path, typer.Argument()],
    pipeline: Annotated[Path, typer.Argument()],
) -> None:
    """Fit the decision for the model of English in OUT, with the parts of speech of PIPELINE."""
    style = default_house_style()
    rng = np.random.default_rng(SEED)
    examples = [
        *artificial(data / "slips" / "artificial_noun.txt"),
        *artificial(data / "slips" / "artificial_token.txt"),
        *written(JUDGEMENTS),
        *corrupted(work, sorted(style.words["function_words"]), rng),
    ]
    rows = weighed(examples, out, pipeline)
    exchanges, gaps = [row for row in rows if row.is_exchange], [row for row in rows if not row.is_exchange]
    decision = {"exchange": fit_exchange(exchanges), "gap": fit_gap(gaps)}
    (out / "decision.json").write_text(json.dumps(decision, indent=2) + "\n", encoding="utf-8")
    typer.echo(f"{len(exchanges)} exchanges, {len(gaps)} small words of {len(examples)} examples")


if __name__ == "__main__":
    typer.run(main)
