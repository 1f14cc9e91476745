"""What part a word plays in its sentence, by the tags of a language model and by what stands around it.

    they showed no [will] to act   →   they [will] act                    a noun, and a duty
    the [planes] were late         →   the [plans] were late              two words, and not two forms of one

A tag is wrong one time in twenty, and oftenest at the very slip that is looked for ("were head"). So a tag alone may
make a finding graver, never milder: for that a list, or a place where nothing else can stand, must agree with it.
"""

from __future__ import annotations

from compare.rules._change import Change
from compare.values import Side, Word

_NAMING = frozenset(("NOUN", "PROPN"))
# What may stand after a noun and not after a modal verb: "the will of …", "no will to act", "his will was read".
_AFTER_NOUN = frozenset(("ADP", "CCONJ", "SCONJ"))
_OPEN = frozenset(("NOUN", "VERB", "ADJ", "ADV"))
# Reported speech moves these one step back without another meaning: "will" becomes "would" after "said that".
_STEPPED_BACK = ({"will", "would"}, {"can", "could"}, {"may", "might"})
_PARTICIPLES = ("ed", "ing", "en")


def are_other_words(one: Word, other: Word) -> bool:
    """Whether a model is sure that two words are no forms of one, however alike their endings: planes, plans.

    A participle may be called an adjective or a verb, and is the same word: "was closed", "closes". An adverb is its
    adjective's slip more often than another thing: "possibly threats", "possible threats".
    """
    parts = {one.pos, other.pos}
    if not parts <= _OPEN or parts == {"ADJ", "ADV"} or one.lemma == other.lemma:
        return False
    return one.pos == other.pos or not (one.key.endswith(_PARTICIPLES) or other.key.endswith(_PARTICIPLES))


def is_noun_here(change: Change, side: Side, word: Word) -> bool:
    """Whether the word stands where a noun must and no modal verb can: "no will to act", "a last will and wish".

    What stands to its left and to its right must agree; its own tag counts only where an adjective parts it from the
    article, for "the elderly may, if they wish" has one too.
    """
    leaders, followers = change.previous_words(side, word)[-2:], change.next_words(side, word)[:2]
    if word.pos is None or not is_after_determiner(change, side, word):
        return False
    is_noun = word.pos in _NAMING
    if followers and not _can_follow_noun(followers[0]):
        return False
    if change.word_lists.has("determiners", leaders[-1].key):
        return is_noun or bool(followers)
    return is_noun or (bool(followers) and followers[0].pos == "CCONJ" and followers[-1].pos == "NOUN")


def is_after_determiner(change: Change, side: Side, word: Word) -> bool:
    """Whether an article or its like stands before the word, an adjective at most between them."""
    leaders = change.previous_words(side, word)[-2:]
    if not leaders:
        return False
    if change.word_lists.has("determiners", leaders[-1].key):
        return True
    return leaders[-1].pos == "ADJ" and change.word_lists.has("determiners", leaders[0].key)


def is_name_here(change: Change, side: Side, word: Word) -> bool:
    """Whether a capital at the head of a sentence is a name's: "Will thanked the crew", "May and June were wet"."""
    if not word.text.istitle() or any(leader.is_word for leader in change.previous_words(side, word)):
        return False
    follower = next(iter(change.next_words(side, word)), None)
    if follower is None:
        return False
    return _is_past(follower) or (word.pos == "PROPN" and follower.pos in _AFTER_NOUN)


def _can_follow_noun(word: Word) -> bool:
    return not word.is_word or word.key == "to" or word.pos in _AFTER_NOUN or _is_past(word)


def _is_past(word: Word) -> bool:
    """Whether the word is a past form that differs from the plain one: no modal verb stands before it."""
    return word.pos in ("VERB", "AUX") and "Tense=Past" in (word.morph or "") and word.key != word.lemma


def is_stepped_back(removed: str, added: str) -> bool:
    """Whether the two are one modal verb in direct and in reported speech."""
    return {removed, added} in _STEPPED_BACK
