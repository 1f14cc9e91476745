"""The files of the model of English, opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import BadZipFile

from compare.errors import ModelError
from compare.tag.context.decision import Decision
from compare.tag.context.evidence import Witness
from compare.tag.context.network import Network
from compare.tag.context.ngrams import Ngrams
from compare.tag.context.vocabulary import Vocabulary


def open_model(folder: Path, count: Callable[[str], int]) -> tuple[Witness, Decision]:
    """What gives the odds, and what decides by them. Cost: 15 ms, 30 MB.

    Raises: ModelError where a file is missing, cut short or does not belong to the others.
    """
    try:
        return open_witness(folder, count), Decision.load(folder / "decision.json")
    except (OSError, EOFError, ValueError, KeyError, TypeError, BadZipFile) as error:
        remedy = "Install compare again, or use --no-model: rules and patterns alone."
        raise ModelError(str(folder), f"the model of English cannot be read ({error})", remedy) from error


def open_witness(folder: Path, count: Callable[[str], int]) -> Witness:
    """What gives the odds. `count` tells how common a word is that the model does not know."""
    vocabulary, network = Vocabulary.load(folder / "words.txt"), Network.load(folder / "network.npz")
    if len(vocabulary) != len(network):
        raise ValueError(f"words.txt has {len(vocabulary)} words and network.npz {len(network)}")
    return Witness(vocabulary, network, Ngrams.load(folder), count)
