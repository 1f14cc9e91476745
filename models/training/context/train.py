"""The network trained: a word told from the others among its neighbours, and from its confusables above all.

    python -m context.train WORK OUT

Two losses are added. The first is the sampled softmax (Jean et al. 2015): the word against a fixed number of words
drawn by the 3/4 power of their counts. The second sets the word against words that are written for it by mistake; it is
what the network is for. Adam, a learning rate that falls in a line to nothing, fixed seeds, one thread: the same bytes
each time on one kind of processor.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NamedTuple

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
import typer
from numpy.typing import NDArray
from torch import Tensor, nn

from compare.annotate.suspect.english.vocabulary import END, PAD, START, UNKNOWN

SEED = 0
WIDTH, HIDDEN, REACH = 96, 320, 5  # numbers a word; units of the first layer; neighbours on each side
BATCH = 400  # sentences
OTHERS = 512  # words that each word is told from, drawn anew each step
RIVALS = 6  # confusables that each word is told from
RIVAL_WEIGHT = 3.0
RATE, WARM_UP, LAST_RATE = 2e-3, 200, 0.02
FREQUENT = 4e-4  # share of all words above which a word is asked for less often (Mikolov et al. 2013)
COMMONEST, SAMPLE = 1_000, 3_000  # words by which the sum over all is estimated when the network is used
REPORT = 250  # steps
# How often each source is gone through in one pass, in the order of `prepare.TRAINING`: what is nearest to minutes and
# to reports the oftenest, novels the least.
PASSES = (1.0, 2.0, 1.0, 0.5, 2.0)


class Prose(NamedTuple):
    """The training text. `start[i]` is where sentence i begins in `numbers`, `source[i]` the file it comes from."""

    numbers: NDArray[np.int64]
    length: NDArray[np.int64]
    start: NDArray[np.int64]
    source: NDArray[np.int64]


class Batch(NamedTuple):
    """Sentences in one row with room between; whose each place is; the places asked for."""

    flat: Tensor
    sentence: Tensor
    asked: Tensor
    sentences: int


class Network(nn.Module):
    """The same as `compare.annotate.suspect.english.network.Network`, with gradients."""

    def __init__(self, log_share: Tensor) -> None:
        super().__init__()
        self.words = nn.Embedding(len(log_share), WIDTH)
        nn.init.normal_(self.words.weight, std=0.1)
        self.bias = nn.Embedding.from_pretrained(log_share[:, None].clone(), freeze=False)
        self.gate = nn.Parameter(torch.zeros(WIDTH))
        self.layers = nn.ModuleList(
            [nn.Linear((2 * REACH + 1) * WIDTH, HIDDEN), nn.Linear(HIDDEN, HIDDEN // 2), nn.Linear(HIDDEN // 2, WIDTH)]
        )

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """For each place asked for, what its neighbours expect and the word's own vector: (n, d) each."""
        there = (batch.flat != PAD).float()[:, None]
        vectors = self.words(batch.flat) * there
        weight = torch.sigmoid(vectors @ self.gate)[:, None] * there
        weighted = vectors * weight
        own = batch.sentence[batch.asked]
        sums = torch.zeros(batch.sentences, WIDTH).index_add_(0, batch.sentence, weighted)[own]
        totals = torch.zeros(batch.sentences, 1).index_add_(0, batch.sentence, weight)[own]
        mean = (sums - weighted[batch.asked]) / (totals - weight[batch.asked] + 1e-3)
        around = [vectors[batch.asked + step] for step in range(-REACH, REACH + 1) if step]
        context = torch.cat([*around, mean], 1)
        for layer in self.layers[:-1]:
            context = F.gelu(layer(context), approximate="tanh")
        return self.layers[-1](context), vectors[batch.asked]


def load_prose(path: Path) -> Prose:
    """The numbers and lengths that `prepare` wrote."""
    with np.load(path) as file:
        length = file["lengths"].astype(np.int64)
        return Prose(
            file["numbers"].astype(np.int64), length, np.cumsum(length) - length, file["sources"].astype(np.int64)
        )


def one_pass(prose: Prose, rng: np.random.Generator) -> NDArray[np.int64]:
    """The sentences of one pass in an order of their own, each as often as its source is gone through."""
    often = np.array(PASSES)[prose.source]
    times = np.floor(often).astype(np.int64) + (rng.random(len(often)) < often % 1)
    return rng.permutation(np.repeat(np.arange(len(often)), times))


def batches(prose: Prose, keep: NDArray[np.float64], rng: np.random.Generator) -> Iterator[Batch]:
    """The sentences of one pass."""
    order = one_pass(prose, rng)
    for low in range(0, len(order) - BATCH + 1, BATCH):
        chosen = order[low : low + BATCH]
        length = prose.length[chosen]
        first = REACH + np.cumsum(length + REACH) - (length + REACH)
        step = np.arange(int(length.sum())) - np.repeat(np.cumsum(length) - length, length)
        place = np.repeat(first, length) + step
        flat = np.full(REACH + int((length + REACH).sum()), PAD)
        flat[place] = prose.numbers[np.repeat(prose.start[chosen], length) + step]
        sentence = np.zeros(len(flat), np.int64)
        sentence[place] = np.repeat(np.arange(len(chosen)), length)
        asked = place[rng.random(len(place)) < keep[flat[place]]]
        yield Batch(torch.from_numpy(flat), torch.from_numpy(sentence), torch.from_numpy(asked), len(chosen))


def how_often_asked(share: NDArray[np.float64]) -> NDArray[np.float64]:
    """How likely a place is to be asked for, by its word: the commonest the least; marks never."""
    keep = np.minimum(1, np.sqrt(FREQUENT / np.maximum(share, 1e-12)))
    keep[[PAD, START, END]] = 0
    keep[UNKNOWN] = 0.05  # what stands for all rare words is soon learnt
    return keep


def train(
    prose: Prose, rivals: NDArray[np.int64], rival_counts: NDArray[np.int64], size: int, epochs: float
) -> Network:
    """The trained network. Cost: 25 minutes of one core an epoch."""
    counts = np.bincount(prose.numbers, minlength=size).astype(np.float64)
    share = np.maximum(counts, 1) / counts.sum()
    drawn = counts**0.75
    drawn[[PAD, START, END]] = 0
    drawn /= drawn.sum()
    log_drawn = torch.tensor(np.log(drawn * OTHERS + 1e-12), dtype=torch.float32)
    network = Network(torch.tensor(np.log(share), dtype=torch.float32))
    optimiser = torch.optim.Adam(network.parameters(), lr=RATE, betas=(0.9, 0.99), fused=True)
    rng = np.random.default_rng(SEED)
    keep = how_often_asked(share)
    steps = int(np.bincount(prose.source) @ np.array(PASSES) * epochs) // BATCH
    step, told = 0, 0.0
    while step < steps:
        for batch in batches(prose, keep, rng):
            expected, own = network(batch)
            word = batch.flat[batch.asked]
            others = torch.from_numpy(rng.choice(size, OTHERS, p=drawn))
            loss = _against_others(network, expected, own, word, others, log_drawn)
            rival = _against_rivals(network, expected, own, word, rivals, rival_counts, rng)
            for group in optimiser.param_groups:
                group["lr"] = RATE * min(1, (step + 1) / WARM_UP) * max(LAST_RATE, 1 - step / steps)
            optimiser.zero_grad(set_to_none=True)
            (loss + RIVAL_WEIGHT * rival).backward()
            optimiser.step()
            step += 1
            told = rival.item() if step == 1 else 0.99 * told + 0.01 * rival.item()
            if step % REPORT == 0:
                typer.echo(f"step {step} of {steps}: others {loss.item():.2f}, rivals {told:.4f}")
            if step == steps:
                break
    return network


def _against_others(
    network: Network, expected: Tensor, own: Tensor, word: Tensor, others: Tensor, log_drawn: Tensor
) -> Tensor:
    right = (expected * own).sum(1) + network.bias(word)[:, 0] - log_drawn[word]
    wrong = expected @ network.words(others).T + (network.bias(others)[:, 0] - log_drawn[others])[None]
    return (torch.logaddexp(torch.logsumexp(wrong, 1), right) - right).mean()


def _against_rivals(
    network: Network,
    expected: Tensor,
    own: Tensor,
    word: Tensor,
    rivals: NDArray[np.int64],
    counts: NDArray[np.int64],
    rng: np.random.Generator,
) -> Tensor:
    numbers = word.numpy()
    has = np.flatnonzero(counts[numbers])
    chosen = (rng.random((len(has), RIVALS)) * counts[numbers[has]][:, None]).astype(np.int64)
    rival = torch.from_numpy(np.take_along_axis(rivals[numbers[has]], chosen, 1))
    places = torch.from_numpy(has)
    context = expected.index_select(0, places)
    right = (context * own.index_select(0, places)).sum(1) + network.bias(word[places])[:, 0]
    wrong = torch.bmm(network.words(rival), context[:, :, None])[:, :, 0] + network.bias(rival)[:, :, 0]
    return F.softplus(wrong - right[:, None]).mean()


def exported(network: Network, share: NDArray[np.float64]) -> dict[str, NDArray[np.generic]]:
    """The weights as `compare.annotate.suspect.english.network` reads them: word vectors in 8 bits, the rest in 16."""
    words = network.words.weight.detach().numpy()
    scale = np.maximum(np.abs(words).max(axis=1), 1e-8) / 127
    rare = share**0.75
    rare[: COMMONEST + 1] = 0
    rare /= rare.sum()
    drawn = np.random.default_rng(SEED).choice(len(words), SAMPLE, p=rare)
    weights: dict[str, NDArray[np.generic]] = {
        "words": np.round(words / scale[:, None]).astype(np.int8),
        "scale": scale.astype(np.float32),
        "bias": network.bias.weight.detach().numpy()[:, 0].astype(np.float16),
        "gate": network.gate.detach().numpy().astype(np.float32),
        "sample": np.concatenate([np.arange(1, COMMONEST + 1), drawn]).astype(np.uint16),
        "sample_weight": np.concatenate([np.zeros(COMMONEST), -np.log(rare[drawn] * SAMPLE)]).astype(np.float32),
    }
    for number, layer in enumerate(network.layers, 1):
        weights[f"weight{number}"] = layer.weight.detach().numpy().T.astype(np.float16)
        weights[f"bias{number}"] = layer.bias.detach().numpy().astype(np.float32)
    return weights


def main(
    work: Annotated[Path, typer.Argument()],
    out: Annotated[Path, typer.Argument()],
    epochs: Annotated[float, typer.Option(help="passes through the prose")] = 1.3,
) -> None:
    """Train on the prose prepared in WORK; write OUT/network.npz and OUT/words.txt."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(mode=True)
    words = (work / "words.txt").read_text(encoding="utf-8")
    prose = load_prose(work / "train.npz")
    with np.load(work / "confusable.npz") as file:
        rivals, counts = file["words"].astype(np.int64), file["counts"].astype(np.int64)
    network = train(prose, rivals, counts, len(counts), epochs)
    share = np.bincount(prose.numbers, minlength=len(counts)) / len(prose.numbers)
    out.mkdir(parents=True, exist_ok=True)
    np.savez(out / "network.npz", **exported(network, share))
    (out / "words.txt").write_text(words, encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
