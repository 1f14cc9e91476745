"""The model of English: numbers, tables, network, odds and decision, each on a small scale of its own."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from compare.annotate.suspect.english.decision import DOUBTS, GAP, TRAITS, WITNESSES, Context, Decision, Features
from compare.annotate.suspect.english.evidence import EnglishModel, model_name, open_model
from compare.annotate.suspect.english.network import Network, Ngrams
from compare.annotate.suspect.english.vocabulary import END, SPECIAL, START, UNKNOWN, Vocabulary, words_of
from compare.errors import ModelError
from compare.style.resources import models_path
from models.training.context.count import tables

WORDS = (*SPECIAL, "the", "clerk", "heard", "head", "thanked", "members", "were", "and", "'s", "co", "opted", ".")
SENTENCES = (
    "the clerk heard members .",
    "members were heard and thanked .",
    "the clerk thanked the members .",
    "the head thanked the clerk .",
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Council’s budget", "the council 's budget"),
        ("£1,200 in 2024 and 45% of 12", "<money> in <year> and <num> of <num>"),
        ("co-opted, members", "co-opted , members"),
        ("It's the carers' room", "it 's the carers' room"),
        ("on 14th June at 10.30am", "on <num> june at <num>"),
        ("", ""),
    ],
)
def test_words(text: str, words: str) -> None:
    """Case and typography are folded, figures are of three kinds, a possessive ending is a word."""
    assert " ".join(words_of(text)) == words


def test_a_compound_that_is_not_listed_is_read_as_its_parts() -> None:
    """Both parts of "co-opted" are listed; "co-chair" has one that is not."""
    vocabulary = Vocabulary(WORDS)
    assert vocabulary.numbers(["co-opted"]) == vocabulary.numbers(["co", "opted"])
    assert vocabulary.numbers(["co-chair", "vicar"]) == [WORDS.index("co"), UNKNOWN, UNKNOWN]


def counted() -> Ngrams:
    """Tables counted from the four sentences, each said four times over."""
    vocabulary = Vocabulary(WORDS)
    rows = [[START, *vocabulary.numbers(sentence.split()), END] for sentence in SENTENCES * 4]
    return Ngrams(tables(np.concatenate([np.array(row) for row in rows]), len(WORDS)))


def test_a_run_that_was_seen_is_likelier() -> None:
    """After "the clerk" comes "heard" or "thanked", never "were"."""
    vocabulary, ngrams = Vocabulary(WORDS), counted()
    said = {
        word: ngrams.log_probabilities([START, *vocabulary.numbers(["the", "clerk", word])], 3, 4)
        for word in ("heard", "thanked", "were")
    }
    assert min(said["heard"], said["thanked"]) > said["were"] + 1


def test_tables_are_probabilities() -> None:
    """After any two words the probabilities of all words make one, but for rounding and what rare rows took along."""
    ngrams = counted()
    for history in ([START, 4], [4, 5], [9, 10], [5, 8]):
        sums = sum(np.exp(ngrams.log_probabilities([*history, word], 2, 3)) for word in range(len(WORDS)))
        assert 0.8 < sums < 1.1


def chance_weights(
    rng: np.random.Generator, width: int = 6, hidden: int = 5, reach: int = 2
) -> dict[str, NDArray[np.generic]]:
    """Weights by chance, with the whole vocabulary as the sample: the estimate of the sum is exact."""
    size = len(WORDS)
    weights: dict[str, NDArray[np.generic]] = {
        "words": rng.integers(-127, 128, (size, width)).astype(np.int8),
        "scale": np.full(size, 0.01, np.float32),
        "bias": rng.normal(size=size).astype(np.float16),
        "gate": rng.normal(size=width).astype(np.float32),
        "sample": np.arange(size).astype(np.uint16),
        "sample_weight": np.zeros(size, np.float32),
    }
    shapes = (((2 * reach + 1) * width, hidden), (hidden, hidden), (hidden, width))
    for number, shape in enumerate(shapes, 1):
        weights[f"weight{number}"] = rng.normal(size=shape).astype(np.float16)
        weights[f"bias{number}"] = rng.normal(size=shape[1]).astype(np.float32)
    return weights


def network(rng: np.random.Generator) -> Network:
    """A network of such weights."""
    return Network(chance_weights(rng))


def test_the_network_gives_probabilities() -> None:
    """Over all words in one place they make one, whatever stands around."""
    net = network(np.random.default_rng(0))
    for place in (1, 3, 5):
        sentences = [[START, 4, 5, 6, 9, 15, END] for _ in WORDS]
        for number, sentence in enumerate(sentences):
            sentence[place] = number
        said = net.log_probabilities(sentences[1:], [(number, place) for number in range(len(WORDS) - 1)])
        assert np.exp(said).sum() < 1.0001
        assert np.exp(said).sum() > 0.5  # the padding mark, which no sentence holds, takes the rest


def test_the_network_asked_for_many_places_at_once_says_the_same() -> None:
    """Sentences do not see one another."""
    net = network(np.random.default_rng(1))
    sentences = [[START, 4, 5, 8, END], [START, 9, 10, 6, 11, 8, 15, END], [START, 4, END]]
    places = [(1, 2), (0, 1), (2, 1), (1, 6), (0, 3)]
    together = net.log_probabilities(sentences, places)
    alone = [net.log_probabilities([sentences[sentence]], [(0, place)])[0] for sentence, place in places]
    assert np.allclose(together, alone, atol=1e-5)


def test_odds_change_their_sign_when_the_readings_are_changed() -> None:
    """Also for readings of different length, for none, and for words that are not listed."""
    vocabulary = Vocabulary(WORDS)
    english = EnglishModel(vocabulary, network(np.random.default_rng(2)), counted(), lambda word: 50_000 * len(word))
    context = Context(("members", "were"), ("and", "thanked", "."))
    for one, other in ((("head",), ("heard",)), ((), ("the",)), (("vicar",), ("head",)), (("co", "opted"), ("clerk",))):
        forth, back = english.odds([(context, one, other), (context, other, one)])
        assert np.allclose([forth.inside, forth.around, forth.chain], [-back.inside, -back.around, -back.chain])
        assert (forth.first, forth.second) == pytest.approx((back.second, back.first))


DECISION = Decision(
    witnesses=(0.3,) * len(WITNESSES),
    doubts=(1.0, *(0.0,) * (len(DOUBTS) + len(TRAITS) - 1)),
    bias=-2.0,
    missing=(0.2,) * len(GAP),
    missing_bias=0.0,
    extra=(-0.2,) * len(GAP),
    extra_bias=0.0,
    least=0.6,
    least_of_gap=0.6,
)


def test_the_decision_follows_the_odds() -> None:
    """Sure where the witnesses agree, unsure where they contradict each other, and mirrored when they are."""
    traits = (0.0,) * len(TRAITS)
    agreed = Features((4.0, 3.0, 5.0, 2.0, 1.0, 1.0, 0.0), -1.0, 2.0, traits)
    mirrored = Features(tuple(-value for value in agreed.odd), agreed.second, agreed.first, traits)
    split = Features((4.0, -3.0, 5.0, -6.0, 0.0, 0.0, 0.0), -1.0, 2.0, traits)
    odds, sure = DECISION.exchange(agreed)
    assert odds > 0
    assert DECISION.exchange(mirrored) == (-odds, sure)
    assert sure > 0.9 > DECISION.exchange(split)[1]


def test_a_small_word_is_missing_or_one_too_many() -> None:
    """What speaks for the word speaks against its absence."""
    missing, extra = DECISION.gap(Features((2.0, 5.0, 6.0, 2.0), 0.0, 0.0, (0.0, 0.0)))
    assert missing > 0.9
    assert extra < 0.1
    missing, extra = DECISION.gap(Features((-9.0, -5.0, -6.0, -2.0), 0.0, 0.0, (0.0, 0.0)))
    assert extra > 0.9
    assert missing < 0.1


def written_model(folder: Path) -> Path:
    """A whole model of English on disk."""
    (folder / "words.txt").write_text("\n".join(WORDS), encoding="utf-8")
    np.savez(folder / "network.npz", **chance_weights(np.random.default_rng(0)))
    row = [START, *Vocabulary(WORDS).numbers(SENTENCES[0].split()), END]
    for name, table in tables(np.array(row * 4), len(WORDS)).items():  # what was seen less often is left out
        np.save(folder / f"{name}.npy", table)
    zeros = {
        "exchange": {
            "witnesses": dict.fromkeys(WITNESSES, 0.0),
            "doubts": dict.fromkeys((*DOUBTS, *TRAITS), 0.0),
            "bias": 0,
            "least": 1,
        },
        "gap": {
            "missing": dict.fromkeys(GAP, 0.0),
            "missing_bias": 0,
            "extra": dict.fromkeys(GAP, 0.0),
            "extra_bias": 0,
            "least": 1,
        },
    }
    (folder / "decision.json").write_text(json.dumps(zeros), encoding="utf-8")
    (folder / "meta.json").write_text('{"name": "en_context", "version": "0.0.1"}', encoding="utf-8")
    return folder


def test_a_whole_model_is_opened(tmp_path: Path) -> None:
    """What the training writes can be read back and asked."""
    english, decision = open_model(written_model(tmp_path), lambda _: 0)
    (odds,) = english.odds([(Context(("the",), ("heard",)), ("clerk",), ("head",))])
    assert odds.inside != 0
    assert decision.least == 1
    assert model_name(tmp_path) == "en_context 0.0.1"


@pytest.mark.parametrize("name", ["words.txt", "network.npz", "pair_second.npy", "triple.npy", "decision.json"])
@pytest.mark.parametrize("content", [None, b"", b"\xff no such file"])
def test_a_broken_model_is_one_clear_line(tmp_path: Path, name: str, content: bytes | None) -> None:
    """A file that is missing, empty or no such file is named with a remedy."""
    folder = written_model(tmp_path)
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    with pytest.raises(ModelError, match="use_model=False"):
        open_model(folder, lambda _: 0)


def test_the_trained_files_are_those_of_the_checksums() -> None:
    """Each trained file is there and is the one that the figures were measured with, and all are small together."""
    models = models_path()
    files = [path for name in ("en_context", "en_minutes") for path in (models / name).rglob("*") if path.is_file()]
    listed = dict(line.split("  ")[::-1] for line in (models / "checksums.sha256").read_text("utf-8").splitlines())
    sums = {path.relative_to(models).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    assert sums == listed
    assert sum(path.stat().st_size for path in files) <= 30_000_000
