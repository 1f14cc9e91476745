"""An augmenter: the sentences of the corpora with other people and other places in them.

    DPA: Iraqi authorities announced that Shaikh Abdullah al-Ani ...   (as the treebank has it)
    DPA: Iraqi authorities announced that Shaikh Chidi al-Ravensby ...  (as it may be read in this round)

The corpora know some thousand people and places of twenty years ago; what a name looks like from outside is in the
sentence, so other names teach as much. Words are exchanged one for one: grammar and spaces stay as they were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import spacy
from spacy.attrs import ENT_IOB, ENT_TYPE, LEMMA, MORPH, POS
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from scripts.minutes import read_lists, split

_COPIED = [POS, MORPH, LEMMA, ENT_IOB, ENT_TYPE]


@spacy.registry.augmenters("renamed.v1")
def renamed(lists: str, share: float, seed: int) -> Callable[[Language, Example], Iterator[Example]]:
    """Exchanges the names of a `share` (0-1) of the texts that have any; with the names that train, not the others."""
    words = split(read_lists(Path(lists)), held_out=False)
    single = [word for name in ("town", "region", "country") for word in words[name] if " " not in word]
    random = np.random.default_rng(seed)

    def one(choices: list[str]) -> str:
        return choices[int(random.integers(len(choices)))]

    def other(entity: Span) -> dict[int, str]:
        """The words to be exchanged, by place in the text."""
        if entity.label_ == "LOC" and len(entity) == 1:
            return {entity.start: one(single)}
        if entity.label_ != "PERSON" or len(entity) > _LONGEST or not all(token.is_title for token in entity):
            return {}
        names = {entity.end - 1: one(words["surname"])} if len(entity) > 1 or random.random() < _SURNAME_ALONE else {}
        return {entity.start: one(words["given"])} | names

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        if not example.reference.ents or random.random() >= share:
            yield example
            return
        changed: dict[int, str] = {}
        for entity in example.reference.ents:
            changed |= other(entity)
        yield _with_words(nlp, example.reference, changed)

    return augment


_LONGEST = 3  # tokens; longer ones are titles of nobility and mistakes
_SURNAME_ALONE = 0.5


def _with_words(nlp: Language, doc: Doc, changed: dict[int, str]) -> Example:
    words = [changed.get(token.i, token.text) for token in doc]
    other = Doc(nlp.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])
    other.from_array(_COPIED, doc.to_array(_COPIED))
    for place, word in changed.items():
        if other[place].lemma:
            other[place].lemma_ = word
    return Example(nlp.make_doc(other.text), other)
