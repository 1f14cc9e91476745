"""Times a pipeline: `python -m tests.bench.model_throughput_child FILE SENTENCES RUNS [PIPELINE]` prints JSON.

A process of its own, because the libraries read how many threads they may use when they are loaded.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language

from .model_examples import spread
from .model_pipeline import load_pipeline, title_of

_END = re.compile(r"(?<=[.?!]) (?=[A-Z\"'])")
_BATCH = 256  # texts, as `compare` has it
_WARMING = 200  # sentences before the first timing


def read_sentences(path: Path, most: int) -> list[str]:
    """At most so many sentences, at even distances over the file, whose lines hold one or more each."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        sentences = [sentence for line in lines for sentence in _END.split(line.strip()) if sentence]
    return spread(sentences, most)


def time_pipeline(nlp: Language, sentences: Sequence[str], runs: int) -> dict[str, Any]:
    """Seconds of each run through the whole pipeline, and of each component alone."""
    for _ in nlp.pipe(sentences[:_WARMING], batch_size=_BATCH):
        pass
    seconds, tokens = [], 0
    for _ in range(runs):
        start = time.perf_counter()
        tokens = sum(len(doc) for doc in nlp.pipe(sentences, batch_size=_BATCH))
        seconds.append(time.perf_counter() - start)
    return {
        "pipeline": title_of(nlp),
        "sentences": len(sentences),
        "words": sum(len(sentence.split()) for sentence in sentences),
        "tokens": tokens,
        "seconds": seconds,
        "components": _time_components(nlp, sentences),
    }


def _time_components(nlp: Language, sentences: Sequence[str]) -> dict[str, float]:
    start = time.perf_counter()
    docs = [nlp.make_doc(sentence) for sentence in sentences]
    spent = {"tokenizer": time.perf_counter() - start}
    for name, component in nlp.pipeline:
        start = time.perf_counter()
        pipe = getattr(component, "pipe", None)
        docs = list(pipe(docs, batch_size=_BATCH)) if pipe else [component(doc) for doc in docs]
        spent[name] = time.perf_counter() - start
    return spent


def main() -> int:
    """Times what the command line names."""
    path, sentences, runs, *pipeline = sys.argv[1:]
    nlp = load_pipeline(pipeline[0] if pipeline else None)
    answer = time_pipeline(nlp, read_sentences(Path(path), int(sentences)), int(runs))
    sys.stdout.write(json.dumps(answer) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
