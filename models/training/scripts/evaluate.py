"""Scores of the finished pipeline: `python -m scripts.evaluate MODEL CORPUS SCORES`.

Names count when label, first and last letter all agree. `gold` reads the corpus's own tokens, `text` the running text
cut by the pipeline's own tokeniser. Parts of speech, features and lemmas are measured on gold tokens. The pipeline is
measured without patterns: what the program finds with both is measured by its own tests.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
import srsly
from spacy.language import Language
from spacy.tokens import Doc, DocBin

_PATTERNS = "minutes_entities"
_SETS = {
    "ewt_dev": "dev",
    "ewt_test": "test",
    "wikigold_test": "wikigold-test",
    "politics_test": "politics-test",
    "minutes_dev": "minutes-dev",
}
_GRAMMAR = frozenset({"ewt_dev", "ewt_test"})
_ALL = "all"

Names = set[tuple[int, int, str]]


def main() -> None:
    """Writes the scores of every set; says on standard output how fast the pipeline reads."""
    model, corpus, scores = (Path(argument) for argument in sys.argv[1:4])
    nlp = spacy.load(model, exclude=[_PATTERNS])
    found: dict[str, object] = {}
    for name, file in _SETS.items():
        gold = list(DocBin().from_disk(corpus / f"{file}.spacy").get_docs(nlp.vocab))
        tagged = list(nlp.pipe(_bare(doc) for doc in gold))
        found[name] = {
            "words": sum(len(doc) for doc in gold),
            "names": {"gold": names_scores(zip(gold, tagged, strict=True)), "text": _on_text(nlp, gold)},
            **(grammar_scores(gold, tagged) if name in _GRAMMAR else {}),
        }
    srsly.write_json(scores, found)
    sys.stdout.write(f"{_words_a_second(nlp, corpus):,.0f} words a second\n")


def names_scores(pairs: Iterable[tuple[Doc, Doc]]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 (0-1) with the number of gold names, by label and together."""
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for gold, found in pairs:
        ours, theirs = _known(gold, found)
        for counter, group in ((right, ours & theirs), (wrong, ours - theirs), (missed, theirs - ours)):
            for _, _, label in group:
                counter.update((label, _ALL))
    return {label: _scores(right[label], wrong[label], missed[label]) for label in sorted({*right, *wrong, *missed})}


def grammar_scores(gold: list[Doc], tagged: list[Doc]) -> dict[str, float]:
    """Share (0-1) of words whose part of speech, features and lemma are right."""
    pairs = [pair for docs in zip(gold, tagged, strict=True) for pair in zip(*docs, strict=True)]
    return {
        "upos": _share(right.pos == ours.pos for right, ours in pairs),
        "features": _share(str(right.morph) == str(ours.morph) for right, ours in pairs),
        "lemma": _share(right.lemma_ == ours.lemma_ for right, ours in pairs),
    }


def _on_text(nlp: Language, gold: list[Doc]) -> dict[str, dict[str, float]]:
    return names_scores(zip(gold, nlp.pipe(doc.text for doc in gold), strict=True))


def _known(gold: Doc, found: Doc) -> tuple[Names, Names]:
    """The names found and the names there are, less what is found where the gold is silent."""
    silent = [(token.idx, token.idx + len(token)) for token in gold if not token.ent_iob]
    ours = {name for name in _names(found) if not any(name[0] < end and start < name[1] for start, end in silent)}
    return ours, _names(gold)


def _names(doc: Doc) -> Names:
    return {(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents}


def _bare(doc: Doc) -> Doc:
    return Doc(doc.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])


def _scores(right: int, wrong: int, missed: int) -> dict[str, float]:
    precision = right / ((right + wrong) or 1)
    recall = right / ((right + missed) or 1)
    f1 = 2 * precision * recall / ((precision + recall) or 1)
    return {"p": round(precision, 4), "r": round(recall, 4), "f": round(f1, 4), "gold": right + missed}


def _share(answers: Iterable[bool]) -> float:
    known = list(answers)
    return round(sum(known) / len(known), 4)


def _words_a_second(nlp: Language, corpus: Path) -> float:
    texts = list(_paragraphs(DocBin().from_disk(corpus / "train" / "ewt.spacy").get_docs(nlp.vocab)))
    begun = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=256))
    return words / (time.perf_counter() - begun)


def _paragraphs(docs: Iterator[Doc]) -> Iterator[str]:
    return (doc.text for doc, _ in zip(docs, range(1_000), strict=False))


if __name__ == "__main__":
    main()
