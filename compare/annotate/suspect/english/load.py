"""The files of the model of English, opened."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from zipfile import BadZipFile

from compare.annotate.suspect.english.decision import Decision
from compare.annotate.suspect.english.evidence import Witness
from compare.annotate.suspect.english.network import Network
from compare.annotate.suspect.english.ngrams import Ngrams
from compare.annotate.suspect.english.vocabulary import Vocabulary
from compare.errors import ModelError


def model_name(folder: Path) -> str:
    """Name and version, from meta.json: "en_context 0.1.0".

    Raises: ModelError where the file is missing or does not say.
    """
    try:
        meta = json.loads((folder / "meta.json").read_bytes())
        return f"{meta['name']} {meta['version']}"
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _broken(folder, error) from error


def open_model(folder: Path, count: Callable[[str], int]) -> tuple[Witness, Decision]:
    """What gives the odds, and what decides by them. Cost: 15 ms, 30 MB.

    Raises: ModelError where a file is missing, cut short or does not belong to the others.
    """
    try:
        return open_witness(folder, count), Decision.load(folder / "decision.json")
    except (OSError, EOFError, ValueError, KeyError, TypeError, BadZipFile) as error:
        raise _broken(folder, error) from error


def _broken(folder: Path, error: Exception) -> ModelError:
    remedy = "Install compare again, or compare with use_model=False: rules and patterns alone."
    return ModelError(str(folder), f"the model of English cannot be read ({error})", remedy)


def open_witness(folder: Path, count: Callable[[str], int]) -> Witness:
    """What gives the odds. `count` tells how common a word is that the model does not know."""
    return Witness(*_opened(folder), count)


@lru_cache(maxsize=1)
def _opened(folder: Path) -> tuple[Vocabulary, Network, Ngrams]:
    """The files, opened once a process for all comparisons."""
    vocabulary, network = Vocabulary.load(folder / "words.txt"), Network.load(folder / "network.npz")
    if len(vocabulary) != len(network):
        raise ValueError(f"words.txt has {len(vocabulary)} words and network.npz {len(network)}")
    return vocabulary, network, Ngrams.load(folder)
