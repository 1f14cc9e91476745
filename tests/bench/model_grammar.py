"""Part of speech, lemma and morphology on the words of the treebank's test part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from .model_gold import Sentence, read_treebank
from .model_pipeline import PATTERNS, load_pipeline, title_of
from .model_settings import MeasuredTable, Settings, absent
from .tables import Table

_QUICK = 200  # sentences


@dataclass(slots=True)
class Right:
    """How many words have the right part of speech, lemma (with case, or whatever the case), and all features."""

    words: int = 0
    pos: int = 0
    lemma: int = 0
    lemma_any_case: int = 0
    morph: int = 0

    def add(self, sentence: Sentence, doc: Doc) -> None:
        """Counts one sentence, whose words are those of the document."""
        for word, token in zip(sentence.words, doc, strict=True):
            self.words += 1
            self.pos += token.pos_ == word.pos
            self.lemma += token.lemma_ == word.lemma
            self.lemma_any_case += token.lemma_.casefold() == word.lemma.casefold()
            self.morph += frozenset(filter(None, str(token.morph).split("|"))) == word.features


def measure_grammar(settings: Settings) -> tuple[Table, ...]:
    """The shares of words that are right, on the treebank's own words."""
    title = "Grammar of the treebank's test part"
    path = settings.data / "treebank" / "en_ewt-ud-test.conllu.gz"
    if not path.is_file():
        return (absent(title, path),)
    nlp = load_pipeline(settings.pipeline)
    sentences = read_treebank(path)[: _QUICK if settings.is_quick else None]
    # Without the patterns: they cut the full stop off a name's last letter, and the treebank's words are to stay.
    docs = list(nlp.pipe([_doc(nlp, sentence) for sentence in sentences], batch_size=256, disable=[PATTERNS]))
    right = Right()
    for sentence, doc in zip(sentences, docs, strict=True):
        right.add(sentence, doc)
    return (_table(title, nlp, docs, right),)


def _doc(nlp: Language, sentence: Sentence) -> Doc:
    words = [word.form for word in sentence.words]
    return Doc(nlp.vocab, words=words, spaces=[word.has_space for word in sentence.words])


def _table(title: str, nlp: Language, docs: Sequence[Doc], right: Right) -> MeasuredTable:
    measures = {
        "part of speech (UPOS)": ("POS", right.pos),
        "lemma": ("LEMMA", right.lemma),
        "lemma, whatever its case": ("LEMMA", right.lemma_any_case),
        "morphology, all features of a word": ("MORPH", right.morph),
    }
    rows, figures = [], {}
    for name, (attribute, count) in measures.items():
        is_set = any(doc.has_annotation(attribute) for doc in docs)
        rows.append((name, f"{100 * count / max(right.words, 1):.2f}" if is_set else "–"))
        if is_set:
            figures[name] = count / max(right.words, 1)
    notes = (title_of(nlp), f"{right.words:,} words as the treebank cuts them; a dash where the pipeline says nothing")
    return MeasuredTable(title, ("what", "right, %"), tuple(rows), notes, figures=figures)
