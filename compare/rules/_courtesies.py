"""Tells a sentence of courtesy, without which the record is the same: "The Chair thanked her for attending"."""

from __future__ import annotations

from compare.style.word_lists import WordLists
from compare.text.tokens import is_word, tokenise

_LONGEST = 160  # characters


def is_courtesy(text: str, word_lists: WordLists) -> bool:
    """Whether a sentence thanks or welcomes and tells nothing else: no name, no figure, nothing denied or bound."""
    if len(text) > _LONGEST:
        return False
    keys = [token.key for token in tokenise(text) if is_word(token.key)]
    return any(word_lists.has("thanking_words", key) for key in keys) and all(
        word_lists.has("thanking_words", key)
        or word_lists.has("words_of_courtesy", key)
        or word_lists.has("roles", key)
        or (word_lists.has("function_words", key) and key not in word_lists.force)
        for key in keys
    )
