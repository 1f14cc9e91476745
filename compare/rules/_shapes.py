"""The shapes of an edit's words: what one side has beyond the other, doubled words, whole sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from compare.typography import QUOTE
from compare.values import Reading, Word

# Fewer words than this with a full stop are no sentence of substance: "Noted." Unit: words.
_SENTENCE_WORDS = 4
_ENDS = frozenset((".", "?", "!", "..."))


def beyond(words: Sequence[Word], others: Sequence[Word]) -> tuple[Word, ...]:
    """The words whose keys `others` has not, or not so often."""
    if not others:
        return tuple(words)
    left = Counter(word.key for word in others)
    found = []
    for word in words:
        if left[word.key] > 0:
            left[word.key] -= 1
        else:
            found.append(word)
    return tuple(found)


def out_of_place(words: Sequence[Word], others: Sequence[Word]) -> tuple[Word, ...]:
    """Of the same words in another order, those that stand elsewhere."""
    return tuple(word for word, other in zip(words, others, strict=True) if word.key != other.key)


def is_doubled(reading: Reading) -> bool:
    """Whether the words of an edit repeat those just before or just after them."""
    size = len(reading.words)
    before = tuple(word.key for word in reading.before[-size:])
    after = tuple(word.key for word in reading.after[:size])
    return reading.keys in (before, after)


def is_whole_sentence(reading: Reading) -> bool:
    """Whether the words of an edit are one or more sentences of substance, from capital to full stop."""
    words = reading.words
    first = next((word for word in words if word.is_word), None)
    if first is None or not (first.text[0].isupper() or first.text[0].isdigit()):
        return False
    if sum(word.is_word for word in words) < _SENTENCE_WORDS:
        return False
    # The stop of the sentence before may be what was cut along: ". The crew spoke of it"
    opens_with_stop = words[0].key in _ENDS
    return opens_with_stop or (_ends(words) and (not reading.before or _ends(reading.before)))


def _ends(words: Sequence[Word]) -> bool:
    """Whether the words end as a sentence does: with a stop, or a stop and a quotation mark."""
    last = words[-2:-1] if words[-1].key == QUOTE else words[-1:]
    return bool(last) and last[0].key in _ENDS
