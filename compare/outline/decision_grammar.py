"""Recognises decisions in the words of a paragraph: at its head, in its sentences, in mid-sentence.

    Resolved: That the shed be sold.                  announced at the head
    The Committee agreed to sell the shed.            by the body that decides
    … was read. Members approved the lease.           in a sentence of its own
    … and it was RESOLVED to sell the shed.           in mid-sentence
    The shed was discussed and members agreed to …    there, too
    The shed should go. Agreed.                       by the sentence before it, see `deciding_sentences`
    The Committee noted that the shed was old.        none: a report

Which paragraphs below belong to a decision is found in `decisions`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from compare.outline.deciding_sentences import Header, SentenceGrammar, sentence_end, sentence_start
from compare.outline.motions import MotionGrammar
from compare.style.house_style import HouseStyle
from compare.style.phrases import any_of, first_letters, holds_any, phrase_stems, starting, words_start
from compare.text.word_search import WordSearch

# What is read of a paragraph to see whether a decision begins it, in characters.
_HEAD = 300
# Paragraphs longer than this are not searched for deciding bodies in mid-paragraph: no minutes have such, tests do.
_LONGEST_SCANNED = 20_000

_QUALIFIED = re.compile(
    r"(?:[\s*_]+(?:unanimously|nem\.?\s*con\.?|by a majority|in principle only))?"
    r"(?:\s*\([^()]{1,80}\)|\s+by\s+\(?\d+[^():.]{0,40}\)?)?"
    r"(?:\s+to\s+(?:(?:full\s+)?(?:council|cabinet|the executive|the board)"
    r"|(?:the\s+)?(?-i:[A-Z])[\w'’&-]*(?:\s+(?:(?:of|and|for|the|&)\s+){0,2}(?-i:[A-Z])[\w'’&-]*){0,6}(?=[*_\s]*(?:[:–—-]|$))))?",
    re.IGNORECASE,
)
_PUNCTUATION = re.compile(r"[*_\s]*(?:[:.]?\s?[-–—]{1,2}(?=[\s*_]|$)|:)[*_\s]*(?:[-–—](?=[\s*_]|$)[*_]*)?")
_THAT = re.compile(r"[*_\s]*(?:that|t\s+h\s+a\s+t|to|the following|as follows|bod|fod|y dylid|i)\b", re.IGNORECASE)
_ADVERB = re.compile(
    r"[\s*_]+(?:(?:then|also|therefore|accordingly|further|both|all|again|has|have|had|\w{2,20}ly)[\s*_]+)?",
    re.IGNORECASE,
)
_ENDS_HERE = re.compile(r"[*_\s]*(?:[.!?]|$)")
_COLON_NEAR = re.compile(r"[^.;]{0,40}?:")
_MARKS = re.compile(r"[*_]{0,3}\s*(?::-?|[-–—](?=\s))[*_]{0,3}")
_SLASH = re.compile(r"\s*/\s*")
# Where a sentence begins: behind another, or in a cell of its own.
_NEW_SENTENCE = re.compile(r"[.!?\t|](?:(?<=[.!?])\s{1,2}|(?:(?<=\t)|(?<!\S\|)(?<=\|))\s*)(?=[A-Z*_])")
# The number of a decision: "Resolution 7:", "Decision No. 2025/14 -".
_NUMBERED = re.compile(r"\s+(?:[Nn]o\.?\s*)?[A-Z]{0,4}[-/.]?\d[\w./-]*(?=[*_]{0,3}\s*(?::|[-–—]\s|[Tt]hat\b))")
# Before the body that decides: "After a long talk, the Board approved".
_LEAD_IN = re.compile(r"(?:After|Following|Having|On|Upon|In|With|At)\b[^.;:!?\t|]{1,120}?, ")
# A verb in the perfect only reports, unless the decision follows: "The Trust has approved forty grants".
_PERFECT = re.compile(r"\b(?:has|have|had)\b", re.IGNORECASE)
# "The Council agreed the lease", not "agreed with".
_ARTICLE = re.compile(r"[\s*_]+(?:the|its|an?|their)\s", re.IGNORECASE)
_FINITE = re.compile(r"\b(?:is|was|were|are|had|has|have|should|could|would|might|may|must|will|can|needed|needs)\b")
# Before the second verb of a sentence: "discussed the bids and [agreed]".
_AND = re.compile(r"\b(?:and|but) (?:(?:then|therefore|also|\w{2,20}ly) )?")
# Where a clause of its own may begin in a sentence, "The roof was discussed and members agreed to …"; with one of the
# other words before it, it is somebody's report.
_CLAUSE = re.compile(
    r"[,;asbt](?:(?<=[,;])|(?<!\w.)(?:(?<=a)nd|(?<=s)o|(?<=b)ut|(?<=t)herefore))\s+"
    r"(?:(?:and|so|but|then|therefore|accordingly)\s+)?"
)
_TELLS = re.compile(
    r"\b(?:said|says|told|asked|reported|explained|recalled|heard|noted|felt|thought|hoped|that|whether|if|when|because|who|which"
    r"|last|had)\b",
    re.IGNORECASE,
)
# Before "it was agreed" these make a report of it: "asked whether it was agreed that".
_REPORTED = re.compile(
    r"\b(?:if|whether|that|when|where|because|since|although|what|which|how|why|said|says|noted|reported|recalled|asked"
    r"|once|unless|until|before|after)[\s*_]+\Z"
)


_AGREED = "agreed"


class _Opening(NamedTuple):
    """Words that may announce a decision at the head of a paragraph."""

    start: int  # where the words begin
    verb: str
    words_end: int
    end: int  # with qualification and punctuation
    has_punctuation: bool


class DecisionGrammar:
    """Recognises how one body announces decisions."""

    def __init__(self, style: HouseStyle) -> None:
        table = style.minutes
        weak = {phrase.casefold() for phrase in table["resolution_headers_weak"]}
        self.strong = starting(tuple(phrase for phrase in table["resolution_headers"] if phrase.casefold() not in weak))
        self.weak = starting(table["resolution_headers_weak"])
        self.marked = starting(table["resolution_headers_marked"])
        self.motions = MotionGrammar(
            table["motion_labels"], table["moving_verbs"], table["motion_carried"], table["motion_lost"]
        )
        self._reporting = frozenset(map(str.casefold, table["reporting_verbs"]))
        self._plain = frozenset(map(str.casefold, table["plain_deciding_verbs"]))
        self.sentences = SentenceGrammar(style)
        self._accepted = _accepted((*table["accepted_things"], *table["plain_outcome_things"]))
        self._named_body = _named_body(table["deciding_body_nouns"])
        plain = table["plain_outcome_verbs"]
        self._accepting = frozenset(("accepted", "accepts", "passed", "passes", *map(str.casefold, plain)))
        self.bodies = starting(table["deciding_bodies"])
        self.verbs = starting((*table["deciding_verbs"], *plain))
        self.nots = starting(table["not_resolutions"])
        self.nouns = starting(table["resolution_nouns"])
        self.openings = starting(table["resolution_openings"])
        phrases, impersonal = table["resolution_phrases_inline"], table["impersonal_deciding_verbs"]
        self._capitals, self._phrases = _inline(table["resolution_verbs_inline"], phrases, impersonal)
        self._stems = phrase_stems((*(phrase.split()[-1] for phrase in phrases), *impersonal))
        deciding = tuple(
            verb for verb in table["deciding_verbs"] if verb in self._accepting or verb not in self._reporting
        )
        announcing = tuple(phrase.split()[-1] for phrase in table["resolution_headers"])
        phrased = tuple(phrase[1:] for phrase in (*plain, *table["plain_outcomes"]))  # "ut" of "put" is everywhere
        self._verb_stems = (*phrase_stems((*deciding, *announcing)), *phrased)

    def at_start(self, text: str, below: str = "") -> Header | None:
        """Finds the header with which a paragraph begins; `below` may say what became of a motion."""
        head = text[:_HEAD]
        start = words_start(head)
        if self.nots.match(head, start):
            return None
        for phrases, is_weak in ((self.strong, False), (self.weak, True), (self.marked, True)):
            words = phrases.match(head, start)
            if words:
                opening = _opening(head, start, words.group(), self._words_end(head, words))
                is_header = (
                    opening.has_punctuation if phrases is self.marked else _announces(head, opening, is_weak=is_weak)
                )
                if is_header and not self._is_opinion(head, opening):
                    return _header(text, head, opening)
        return self.with_body(text, start) or self.sentences.read(text, start) or self._motion(text, start, below)

    def _is_opinion(self, head: str, opening: _Opening) -> bool:
        """Whether people agreed about how something was, and decided nothing."""
        is_marked = opening.has_punctuation or opening.verb.isupper()
        return not is_marked and self.sentences.is_opinion(head, opening.end, opening.verb)

    def _motion(self, text: str, start: int, below: str) -> Header | None:
        """Finds the motion with which a sentence begins, if it was carried."""
        motion = self.motions.read(text, start, below) if self.motions.may_hold(text) else None
        if motion is None:
            return None
        announced = (pattern.search(text, start, motion.end) for pattern in (self._capitals, self._phrases))
        if any(announced) and not text.isupper():  # "Mr Ash MOVED, Mr Birch SECONDED and it was RESOLVED to …"
            return None
        return Header(start, motion.label_end, announces=motion.label_end > start, decision_end=motion.end)

    def _words_end(self, head: str, words: re.Match[str]) -> int:
        """Finds where the announcing words end, with a number or a translation: "Penderfynwyd / Resolved"."""
        end = words.end()
        number = _NUMBERED.match(head, end) if self.nouns.fullmatch(words.group()) else None
        if number:
            return number.end()
        slash = _SLASH.match(head, end)
        translation = (self.strong.match(head, slash.end()) or self.weak.match(head, slash.end())) if slash else None
        return translation.end() if translation else end

    def with_body(self, text: str, start: int = 0) -> Header | None:
        """Finds the header that begins with the deciding body: "The Committee resolved:-"."""
        body = self.bodies.match(text, start) or self._named_body.match(text, start)
        if body is None:
            lead = _LEAD_IN.match(text, start)
            body = self.bodies.match(text, lead.end()) or self._named_body.match(text, lead.end()) if lead else None
        if body is None:
            return None
        gap = _ADVERB.match(text, body.end())
        words = (self.verbs.match(text, gap.end()) if gap else None) or self._second_verb(text, body.end())
        if words is None:
            return None
        head = text[: words.end() + _HEAD]
        opening = _opening(head, start, words.group(), words.end())
        return _header(text, head, opening) if self._decides(head, opening) else None

    def _second_verb(self, text: str, start: int) -> re.Match[str] | None:
        """Finds the verb that decides behind another: "Members discussed the bids and agreed to …"."""
        for joint in _AND.finditer(text, start, min(sentence_end(text, start), start + _HEAD)):
            verb = self.verbs.match(text, joint.end())
            if verb:
                return None if _TELLS.search(text, start, joint.start()) else verb
        return None

    def _decides(self, head: str, opening: _Opening) -> bool:
        """Whether what a body did is a decision: not "The Committee noted that the hall was cold"."""
        verb = opening.verb.casefold()
        if opening.has_punctuation or opening.verb.isupper():
            return True
        if verb not in self._reporting and _THAT.match(head, opening.end) is not None:
            return not self._is_opinion(head, opening)
        if _PERFECT.search(head, opening.start, opening.words_end):
            return False
        if verb in self._accepting:
            return self._accepted.match(head, opening.end) is not None
        return verb in self._plain or (verb == _AGREED and _is_agreed_thing(head, opening.end))

    def is_noun(self, text: str) -> bool:
        """Whether a line is one of the nouns that stand above a decision, and nothing else."""
        return self.nouns.fullmatch(text.strip("*_: -–—"))

    def is_closed_alone(self, text: str) -> bool:
        """Whether a header alone may close what stands above it: "NOTED" without a colon."""
        bare = text.rstrip("*_ ")
        start = words_start(bare)
        announces = self.nouns.match(bare, start) or self.strong.match(bare, start) or self.bodies.match(bare, start)
        return bare[-1:] not in ":-–—" and not announces

    def decides(self, text: str, below: str = "") -> bool:
        """Whether a decision stands anywhere in a paragraph."""
        return self.at_start(text, below) is not None or bool(self.inside(text, 0, below))

    def inside(self, text: str, first: int, below: str = "") -> list[Header]:
        """Finds the decisions inside a paragraph, from `first` on. Cost: linear."""
        matches = list(self._capitals.finditer(text, first)) if not text.isupper() else []
        if holds_any(text, self._stems):
            found_phrases = self._phrases.finditer(text, first)
            matches += [
                one for one in found_phrases if not _REPORTED.search(text, max(0, one.start() - 20), one.start())
            ]
        headers: list[tuple[int, Header | None]] = [
            (match.start(), _within(text, match))
            for match in matches
            if match.group().isupper() or not self.sentences.is_opinion(text, match.end(), match.group())
        ]
        if len(text) < _LONGEST_SCANNED and (holds_any(text, self._verb_stems) or self.motions.may_hold(text)):
            headers += [(match.end(), None) for match in _NEW_SENTENCE.finditer(text, first)]
            headers += [(one.start, one) for one in self._clauses(text, first)]
        found: list[Header] = []
        for place, known in sorted(headers, key=lambda header: header[0]):
            if found and place < found[-1].decision_end:
                continue
            one = known or self._sentence(text, place, below)
            if one and one.start >= (found[-1].decision_end if found else first):
                found.append(one)
        return found

    def _clauses(self, text: str, first: int) -> list[Header]:
        """Finds the clauses in which a body decides: "The roof was discussed and members agreed to …"."""
        found = []
        for match in _CLAUSE.finditer(text, first):
            if self.bodies.match(text, match.end()) is None or self.with_body(text, match.end()) is None:
                continue
            if not _TELLS.search(text, sentence_start(text, match.start()), match.start()):
                place = match.end()
                found.append(Header(place, place, announces=False, decision_end=sentence_end(text, place + 1)))
        return found

    def _sentence(self, text: str, start: int, below: str) -> Header | None:
        """Finds a sentence that decides: "… about it. Governors approved the budget.", "… leaked. Resolved: That …"."""
        verdict = self.sentences.verdict_at(text, start)
        if verdict is not None:
            asked = self.sentences.before_verdict(text[:start], text[start:verdict])
            return None if asked is None else Header(asked, asked, announces=False, decision_end=verdict)
        if self.with_body(text, start):
            return Header(start, start, announces=False, decision_end=sentence_end(text, start + 1))
        words = words_start(text[start : start + _HEAD])
        if not any(phrases.match(text, start + words) for phrases in (self.strong, self.weak, self.marked)):
            return self.sentences.read(text, start) or self._motion(text, start, below)
        header = self.at_start(text[start:])
        return header and header._replace(
            start=start + header.start, end=start + header.end, decision_end=start + header.decision_end
        )


def _is_agreed_thing(head: str, end: int) -> bool:
    """Whether a thing was agreed, "the lease", and no opinion: "agreed the hall was cold"."""
    if not _ARTICLE.match(head, end):
        return False
    return _FINITE.search(head, end, sentence_end(head, end)) is None


@lru_cache(maxsize=8)
def _named_body(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """The longer name of a deciding body: "The Audit and Risk Committee"."""
    return re.compile(rf"The (?:[A-Z][\w&'’-]*,? (?:(?:and|of|for|the|&) ){{0,2}}){{1,5}}{any_of(nouns)}")


@lru_cache(maxsize=8)
def _accepted(things: tuple[str, ...]) -> re.Pattern[str]:
    """What follows "accepted" or "passed" where a body decides: "accepted [the lowest tender]"."""
    return re.compile(rf"(?!\s+that\b)(?:\s+[\w'’£.,&-]+){{0,6}}?\s+{any_of(things)}", re.IGNORECASE)


_JOINT = "and "


@lru_cache(maxsize=8)
def _inline(
    verbs: tuple[str, ...], phrases: tuple[str, ...], impersonal: tuple[str, ...]
) -> tuple[WordSearch, WordSearch]:
    capitals = WordSearch(
        r"\b(?:" + "|".join(map(re.escape, verbs)) + r")\b", "".join(verb[:1] for verb in verbs), re.NOFLAG
    )
    said = (
        rf"\bit (?:was|is|has been) (?:(?:then|also|further|therefore|accordingly|\w{{2,20}}ly) )?{any_of(impersonal)}"
    )
    vote = (
        r"(?:an? |the )?(?:\d|(?:all|no|none|one|two|three|those|vote|majority|show|large|casting|general|consensus)\b)"
    )
    how = rf"(?:,? (?:unanimously|nem\.? con\.?|in principle|(?:by|with|on) {vote}[^.;:]{{0,60}}?),?)?"
    follows = r"(?=\s+(?:that|(?<!carried )to)\b|\s*(?:\*\*)?:)"  # not "it was carried to the car"
    joined = tuple(phrase.removeprefix(_JOINT) for phrase in phrases if phrase.startswith(_JOINT))
    plain = tuple(phrase for phrase in phrases if not phrase.startswith(_JOINT))
    second = rf"(?:(?<=\b{_JOINT})|(?<=\b{_JOINT}\*\*)){any_of(joined)}"  # "and **RESOLVED**: that"
    letters = first_letters((*plain, *joined, "it"))
    return capitals, WordSearch(rf"(?:{any_of(plain)}|{second}|{said}{how}){follows}", letters)


def _opening(head: str, start: int, verb: str, words_end: int) -> _Opening:
    qualified = _QUALIFIED.match(head, words_end)
    end = qualified.end() if qualified else words_end
    marks = _PUNCTUATION.match(head, end)
    return _Opening(start, verb, words_end, marks.end() if marks else end, marks is not None)


def _header(text: str, head: str, opening: _Opening) -> Header:
    """Makes a header; the decision ends with its sentence where nothing sets the announcing words apart."""
    start = len(head) - len(head.lstrip()) if head[: opening.start].strip() else opening.start
    is_apart = opening.has_punctuation or opening.verb.isupper() or " " not in opening.verb.strip()
    is_body = opening.words_end - opening.start > len(opening.verb) and not opening.has_punctuation
    end = len(text) if is_apart and not is_body else sentence_end(text, opening.end)
    return Header(start, len(head[: opening.end].rstrip()), announces=True, decision_end=end)


def _announces(head: str, opening: _Opening, *, is_weak: bool) -> bool:
    words, rest = opening.verb, head[opening.end : opening.end + 40]
    if not words[0].isupper():
        return False
    if opening.has_punctuation or not rest.strip("*_ .:-–—\t\xa0") or words.isupper():
        return True
    is_emphasised = head[: opening.start].strip()[-2:] in ("**", "__")
    if is_emphasised and head[opening.words_end :].lstrip(" :.-–—")[:2] in ("**", "__"):
        return True
    return not is_weak and _THAT.match(rest) is not None


def _within(text: str, match: re.Match[str]) -> Header:
    """Finds the decision that a word in mid-sentence announces; it ends with the sentence, or a list follows."""
    after = text[match.end() : match.end() + 60]
    if _ENDS_HERE.match(after):  # "The minutes were AGREED.": the words stand before
        begin = sentence_start(text, match.start())
        return Header(begin, begin, announces=False, decision_end=sentence_end(text, match.end()))
    marks = _MARKS.match(after)
    end = len(text) if marks or _COLON_NEAR.match(after) else sentence_end(text, match.end())
    return Header(match.start(), match.end() + (marks.end() if marks else 0), announces=True, decision_end=end)
