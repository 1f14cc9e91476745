"""How decisions are announced: at the head of a paragraph, after the body that takes them, or inside a sentence.

    **RESOLVED** (by 7 votes to 0) that …          header and qualification
    The Committee resolved:-                       who decides, and that they do
    … seconded by Cllr Birch and it was RESOLVED to …
    Resolved the parking problem at last.          none: nothing follows that a decision is made of
    It was noted that the hall was cold.           none: a report

The words are data of the house style; only their grammar is here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from compare.style.house_style import HouseStyle
from compare.style.phrases import any_of, holds_any, phrase_stems, starting, words_start

# What is read of a paragraph to see whether a decision begins it, in characters.
_HEAD = 300
# How far back the beginning of a sentence is looked for, in characters.
_LONGEST_SENTENCE = 2000
# Paragraphs longer than this are not searched for deciding bodies in mid-paragraph: no minutes have such, tests do.
_LONGEST_SCANNED = 20_000

_QUALIFIED = re.compile(
    r"(?:\s+(?:unanimously|nem\.?\s*con\.?|by a majority|in principle only))?"
    r"(?:\s*\([^()]{1,80}\)|\s+by\s+\(?\d+[^():.]{0,40}\)?)?"
    r"(?:\s+to\s+(?:full\s+)?(?:council|cabinet|the executive|the board))?",
    re.IGNORECASE,
)
_PUNCTUATION = re.compile(r"[*_\s]*(?:[:.]?\s?[-–—]{1,2}(?=[\s*_]|$)|:)[*_\s]*(?:[-–—](?=[\s*_]|$)[*_]*)?")
_THAT = re.compile(r"[*_\s]*(?:that|t\s+h\s+a\s+t|to|the following|as follows|bod|fod|y dylid|i)\b", re.IGNORECASE)
_ADVERB = re.compile(r"[\s*_]+(?:(?:then|also|therefore|accordingly|formally|has|have|had)[\s*_]+)?", re.IGNORECASE)
_ENDS_HERE = re.compile(r"[*_\s]*(?:[.!?]|$)")
_COLON_NEAR = re.compile(r"[^.;]{0,40}?:")
_MARKS = re.compile(r"[*_]{0,3}\s*(?::-?|[-–—](?=\s))[*_]{0,3}")
_SLASH = re.compile(r"\s*/\s*")
_NEW_SENTENCE = re.compile(r"[.!?]\s{1,2}(?=[A-Z])")
# The end of a sentence: a stop and a blank before a capital, not after an initial or a usual short form.
_SENTENCE_END = re.compile(
    r"(?<!\bNo)(?<!\bCllr)(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\b[A-Z])(?<!\bp\.m)(?<!\ba\.m)"
    r"[.!?][\"”’')]*(?=\s+[\"“‘'(]?[A-Z0-9*])"
)
# Verbs of a deciding body that report as often as they decide, and those that decide whatever follows.
_REPORTING = frozenset({"noted", "notes", "accepted"})
_DECIDING = frozenset({"approved", "ratified", "adopted", "endorsed", "voted in favour", "unanimously approved"})


class Header(NamedTuple):
    """A decision found in a paragraph: the range of what announces it, and where the decision ends."""

    start: int
    end: int
    announces: bool  # the range is words of its own ("RESOLVED:"), not only the beginning of the decision
    stop: int


class _Opening(NamedTuple):
    """Words that may announce a decision at the head of a paragraph."""

    dress: int  # where the words begin
    verb: str
    words_end: int
    end: int  # with qualification and punctuation
    has_punctuation: bool


class Grammar:
    """How one house announces decisions."""

    def __init__(self, style: HouseStyle) -> None:
        table = style.minutes
        weak = {phrase.casefold() for phrase in table["resolution_headers_weak"]}
        self.strong = starting(tuple(phrase for phrase in table["resolution_headers"] if phrase.casefold() not in weak))
        self.weak = starting(table["resolution_headers_weak"])
        self.bodies = starting(table["deciding_bodies"])
        self.verbs = starting(table["deciding_verbs"])
        self.nots = starting(table["not_resolutions"])
        self.nouns = starting(table["resolution_nouns"])
        self.openings = starting(table["resolution_openings"])
        self._capitals, self._phrases = _inline(table["resolution_verbs_inline"], table["resolution_phrases_inline"])
        self._stems = phrase_stems(tuple(phrase.split()[-1] for phrase in table["resolution_phrases_inline"]))
        self._verb_stems = phrase_stems(tuple(verb for verb in table["deciding_verbs"] if verb not in _REPORTING))

    def at_start(self, text: str) -> Header | None:
        """The header with which a paragraph begins."""
        head = text[:_HEAD]
        dress = words_start(head)
        if self.nots.match(head, dress):
            return None
        for phrases, is_weak in ((self.strong, False), (self.weak, True)):
            words = phrases.match(head, dress)
            if words:
                opening = _opening(head, dress, words.group(), self._twin_end(head, words.end()))
                if _announces(head, opening, is_weak=is_weak):
                    return _header(text, head, opening)
        return self.subject(text, dress)

    def _twin_end(self, head: str, end: int) -> int:
        """Where the announcing words end, with the same in another language: "Penderfynwyd / Resolved"."""
        slash = _SLASH.match(head, end)
        twin = (self.strong.match(head, slash.end()) or self.weak.match(head, slash.end())) if slash else None
        return twin.end() if twin else end

    def subject(self, text: str, start: int = 0) -> Header | None:
        """The header that begins with the deciding body: "The Committee resolved:-"."""
        body = self.bodies.match(text, start)
        if body is None:
            return None
        gap = _ADVERB.match(text, body.end())
        words = self.verbs.match(text, gap.end()) if gap else None
        if words is None:
            return None
        head = text[: words.end() + _HEAD]
        opening = _opening(head, start, words.group(), words.end())
        return _header(text, head, opening) if _decides(head, opening) else None

    def is_noun(self, text: str) -> bool:
        """Whether a line is one of the nouns that stand above a decision, and nothing else."""
        return self.nouns.fullmatch(text.strip("*_: -–—"))

    def is_closed_alone(self, text: str) -> bool:
        """Whether a header alone may close what stands above it: "NOTED" without a colon."""
        bare = text.rstrip("*_ ")
        dress = words_start(bare)
        announces = self.nouns.match(bare, dress) or self.strong.match(bare, dress) or self.bodies.match(bare, dress)
        return bare[-1:] not in ":-–—" and not announces

    def decides(self, text: str) -> bool:
        """Whether a decision stands anywhere in a paragraph."""
        return self.at_start(text) is not None or bool(self.inside(text, 0))

    def inside(self, text: str, first: int) -> list[Header]:
        """The decisions inside a paragraph, from `first` on. Cost: linear."""
        matches = list(self._capitals.finditer(text, first)) if not text.isupper() else []
        if holds_any(text, self._stems):
            matches += self._phrases.finditer(text, first)
        headers: list[tuple[int, re.Match[str] | None]] = [(match.start(), match) for match in matches]
        if len(text) < _LONGEST_SCANNED and holds_any(text, self._verb_stems):
            headers += [(match.end(), None) for match in _NEW_SENTENCE.finditer(text, first)]
        found: list[Header] = []
        for place, match in sorted(headers, key=lambda header: header[0]):
            if found and place < found[-1].stop:
                continue
            one = _within(text, match) if match else self._sentence(text, place)
            if one and (not found or one.start >= found[-1].stop):
                found.append(one)
        return found

    def _sentence(self, text: str, start: int) -> Header | None:
        """A sentence in which a body decides: "… about it. Governors approved the budget."."""
        header = self.subject(text, start)
        return Header(start, start, announces=False, stop=sentence_end(text, start + 1)) if header else None


@lru_cache(maxsize=8)
def _inline(verbs: tuple[str, ...], phrases: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    capitals = re.compile(r"\b(?:" + "|".join(map(re.escape, verbs)) + r")\b" if verbs else r"(?!)")
    return capitals, re.compile(rf"{any_of(phrases)}(?=\s+(?:that|to)\b|\s*:)", re.IGNORECASE)


def _opening(head: str, dress: int, verb: str, words_end: int) -> _Opening:
    qualified = _QUALIFIED.match(head, words_end)
    end = qualified.end() if qualified else words_end
    marks = _PUNCTUATION.match(head, end)
    return _Opening(dress, verb, words_end, marks.end() if marks else end, marks is not None)


def _header(text: str, head: str, opening: _Opening) -> Header:
    """Ends with the paragraph, or with the sentence where nothing sets the announcing words apart."""
    start = len(head) - len(head.lstrip()) if head[: opening.dress].strip() else opening.dress
    is_apart = opening.has_punctuation or opening.verb.isupper() or " " not in opening.verb.strip()
    is_body = opening.words_end - opening.dress > len(opening.verb) and not opening.has_punctuation
    stop = len(text) if is_apart and not is_body else sentence_end(text, opening.end)
    return Header(start, len(head[: opening.end].rstrip()), announces=True, stop=stop)


def _announces(head: str, opening: _Opening, *, is_weak: bool) -> bool:
    words, rest = opening.verb, head[opening.end : opening.end + 40]
    if not words[0].isupper():
        return False
    if opening.has_punctuation or not rest.strip("*_ .:-–—\t\xa0") or words.isupper():
        return True
    is_dressed = head[: opening.dress].strip()[-2:] in ("**", "__")
    if is_dressed and head[opening.words_end :].lstrip(" :.-–—")[:2] in ("**", "__"):
        return True
    return not is_weak and _THAT.match(rest) is not None


def _decides(head: str, opening: _Opening) -> bool:
    verb = opening.verb.casefold()
    if opening.has_punctuation or opening.verb.isupper():
        return True
    return verb in _DECIDING or (verb not in _REPORTING and _THAT.match(head, opening.end) is not None)


def _within(text: str, match: re.Match[str]) -> Header:
    """The decision that a word in mid-sentence announces; it ends with the sentence, or goes on to a list."""
    after = text[match.end() : match.end() + 60]
    if _ENDS_HERE.match(after):  # "The minutes were AGREED.": the words stand before
        begin = _sentence_start(text, match.start())
        return Header(begin, begin, announces=False, stop=sentence_end(text, match.end()))
    marks = _MARKS.match(after)
    stop = len(text) if marks or _COLON_NEAR.match(after) else sentence_end(text, match.end())
    return Header(match.start(), match.end() + (marks.end() if marks else 0), announces=True, stop=stop)


def sentence_end(text: str, start: int) -> int:
    """Where the sentence that holds `start` ends, its stop included."""
    match = _SENTENCE_END.search(text, start)
    return match.end() if match else len(text)


def _sentence_start(text: str, end: int) -> int:
    start = max(text.rfind(mark, max(0, end - _LONGEST_SENTENCE), end) for mark in (". ", "! ", "? ", ".\n"))
    return start + 2 if start >= 0 else 0
