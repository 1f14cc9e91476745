"""Corpora → spaCy's binary format: `python -m scripts.convert DATA CORPUS`.

What measures is kept apart from what trains: the treebank by its own parts; wikigold's last tenth; CrossNER's own
test part.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from scripts.corpora import Sentence, treebank, two_columns

_WIKIGOLD_TRAIN = 0.9  # share; the rest, from the end, measures
_GROUP = 4  # sentences a text at most; a paragraph of minutes has 1 to 6


def main() -> None:
    """Writes the parts that train, tune and test."""
    data, corpus = (Path(argument) for argument in sys.argv[1:3])
    (corpus / "train").mkdir(parents=True, exist_ok=True)
    vocab = spacy.blank("en").vocab
    for part in ("train", "dev", "test"):
        sentences = treebank(
            data / "treebank" / f"en_ewt-ud-{part}.conllu.gz", data / "ner" / f"uner_en_ewt-{part}.iob2.gz"
        )
        train = part == "train"
        write(
            grouped(sentences, _GROUP if train else 1),
            corpus / ("train/ewt.spacy" if train else f"{part}.spacy"),
            vocab,
        )
    wikigold = list(two_columns(data / "ner" / "wikigold.conll.gz", separator=" "))
    cut = int(len(wikigold) * _WIKIGOLD_TRAIN)
    write(wikigold[:cut], corpus / "train" / "wikigold.spacy", vocab)
    write(wikigold[cut:], corpus / "wikigold-test.spacy", vocab)
    politics = {p: list(two_columns(data / "ner" / f"crossner_politics-{p}.conll.gz", separator="\t")) for p in _PARTS}
    write([*politics["train"], *politics["dev"]], corpus / "train" / "politics.spacy", vocab)
    write(politics["test"], corpus / "politics-test.spacy", vocab)


_PARTS = ("train", "dev", "test")


def grouped(sentences: Iterable[Sentence], size: int) -> Iterator[Sentence]:
    """Neighbouring sentences of one document as one text, `size` at most."""
    held: list[Sentence] = []
    for sentence in sentences:
        if held and (len(held) == size or held[0].document != sentence.document):
            yield _joined(held)
            held = []
        held.append(sentence)
    if held:
        yield _joined(held)


def _joined(sentences: list[Sentence]) -> Sentence:
    grammar = [row for sentence in sentences for row in sentence.grammar or ()]
    return Sentence(
        words=tuple(word for sentence in sentences for word in sentence.words),
        spaces=tuple(space for sentence in sentences for space in (*sentence.spaces[:-1], True)),
        entities=tuple(tag for sentence in sentences for tag in sentence.entities),
        grammar=tuple(grammar) or None,
        document=sentences[0].document,
    )


def write(sentences: Iterable[Sentence], path: Path, vocab: Vocab) -> None:
    """One binary file of texts."""
    DocBin(docs=[to_doc(sentence, vocab) for sentence in sentences], store_user_data=False).to_disk(path)


def to_doc(sentence: Sentence, vocab: Vocab) -> Doc:
    """The sentence as spaCy holds it; grammar that the corpus does not give stays unset."""
    grammar = sentence.grammar
    return Doc(
        vocab,
        words=list(sentence.words),
        spaces=list(sentence.spaces),
        ents=[_spacy_tag(tag) for tag in sentence.entities],
        pos=[row[0] for row in grammar] if grammar else None,
        morphs=[row[1] for row in grammar] if grammar else None,
        lemmas=[row[2] for row in grammar] if grammar else None,
    )


def _spacy_tag(tag: str) -> str:
    return "" if tag == "-" else tag


if __name__ == "__main__":
    main()
