"""The words around a change, as a report shows them: one slice of the text, with each run of blanks as one.

draft   The Section 151 Officer spoke …         [Section 151] within its sentence
final   The s151 Officer spoke …                [s151]
"""

from __future__ import annotations

import re

from compare.values import Context, Document, Reading

# How much of the sentence is shown to each side of a change, and of the change itself. Unit: characters; a line of a
# terminal holds 80, an average sentence of minutes 130.
_AROUND = 80
_LONGEST_CHANGE = 240
# The same where cells of a raw table stand around: their attributes are most of it, and a report leaves them out.
_AROUND_TAGS = 600

# Blanks that are not one blank already.
_BLANKS = re.compile(r"\s(?:\s+|(?<! ))")
_OMISSION = "…"


def context_of(document: Document, reading: Reading) -> Context | None:
    """The sentence around a change, or what is near where the sentence is long; `None` where there are no words.

    Without the marks of omission, the text of a context is a slice of the document's with its blanks made single.
    """
    text, sentence, span = document.text, reading.sentence, reading.span
    low, high = min(sentence.start, span.start), max(sentence.end, span.end)
    around = _AROUND_TAGS if "<t" in text[low:high] else _AROUND
    before = _before(text, max(low, span.start - around), low, span.start)
    own = _join(before, _own(text[span.start : span.end]))
    if not before:
        own = own.lstrip()
    after = _join(before + own, _after(text, span.end, min(high, span.end + around), high))
    if not after:
        own = own.rstrip()
    if not (before + own + after).strip(_OMISSION + " "):
        return None
    return Context(before + own + after, len(before), len(before) + len(own))


def _join(words: str, following: str) -> str:
    """The text that follows `words`, without a second blank between the two."""
    return following.lstrip() if words.endswith(" ") else following


def _own(words: str) -> str:
    own = _BLANKS.sub(" ", words)
    return own[:_LONGEST_CHANGE].rsplit(" ", 1)[0] + _OMISSION if len(own) > _LONGEST_CHANGE else own


def _before(text: str, start: int, low: int, stop: int) -> str:
    words = text[start:stop]
    if start > low:
        words = words.partition(" ")[2] or words
    return (_OMISSION if start > low else "") + _BLANKS.sub(" ", words).lstrip()


def _after(text: str, start: int, stop: int, high: int) -> str:
    words = text[start:stop]
    if stop < high:
        words = words.rpartition(" ")[0] or words
    return _BLANKS.sub(" ", words).rstrip() + (_OMISSION if stop < high else "")
