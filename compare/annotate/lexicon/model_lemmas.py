"""A model's word for the dictionary form of a word, where it can be believed; else what the endings say.

    the old [saw] was sold     NOUN, singular   →   saw, not "see"
    the trust was [founded]    VERB, past       →   found, not "find"
    they [seconded] it         VERB, "seconde"  →   second: what the model made up is no word

A trained lemmatiser errs about once in thirty words, mostly by inventing a word or by leaving a form as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from compare.annotate.entities.tagger import Grammar

# The one form of an irregular verb that is an adjective of another meaning: "the left bank".
_OTHER_WORDS = frozenset(("left",))
_CLITICS = ("'", "n't", "\u2019", "n\u2019t", "not")


def grammar_of(text: str, start: int, grammar: Mapping[int, Grammar]) -> tuple[Grammar | None, bool]:
    """What a model says of one word that begins at `start`, and whether it took the word as a whole.

    A model cuts "can't" and "vice-chair" in pieces: the first tells what "can't" is, the last what "vice-chair" is.
    """
    said = grammar.get(start)
    if said is None:
        return None, True
    pieces = [place for place in range(1, len(text)) if start + place in grammar]
    if not pieces:
        return said, True
    rest = text[pieces[0] :].casefold()
    return (said if rest.startswith(_CLITICS) else grammar[start + pieces[-1]]), False


def believed_lemma(key: str, said: Grammar, listed: str, knows: Callable[[str], bool]) -> str:
    """The dictionary form of a folded word; `listed` is what its ending and the irregular forms say."""
    lemma = said.lemma.casefold()
    if said.pos == "NOUN" and "Number=Plur" not in said.morph:
        return key
    if said.pos == "ADJ" and key in _OTHER_WORDS:
        return key
    if said.pos not in ("NOUN", "VERB") or not lemma or not knows(lemma):
        return listed
    is_form = "Number=Plur" in said.morph or "Tense=Past" in said.morph
    return listed if lemma == key and is_form else lemma
