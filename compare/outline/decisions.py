"""Finds the decisions: where each is announced, and its numbered parts.

    **RESOLVED** (by 7 votes to 0) that …  header and qualification
    1. the scheme be approved:             limbs, nested ones too
       (a) in the north; and
       (b) in the south.
    The Committee resolved:-               who decides, and that they do
    … seconded by Cllr Birch and it was RESOLVED to …          in mid-sentence
    1. That …                              limbs whose header was lost
    Resolved the parking problem at last.  none: nothing follows that a decision is made of
    It was noted that the hall was cold.   none: a report

A decision ends at the next narrative paragraph, heading, label or vote; a sentence that votes and decides is one. The
words are data of the house style; only their grammar is here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from compare.outline.motions import MotionGrammar, lines_below
from compare.outline.segment_view import RoleClaims, SegmentView, cell_end
from compare.style.house_style import HouseStyle
from compare.style.phrases import any_of, holds_any, phrase_stems, starting, words_start
from compare.values import Item, Resolution, Role, SegmentKind, Span

# What is read of a paragraph to see whether a decision begins it, in characters.
_HEAD = 300
# How far back the beginning of a sentence is looked for, in characters.
_LONGEST_SENTENCE = 2000
# Paragraphs longer than this are not searched for deciding bodies in mid-paragraph: no minutes have such, tests do.
_LONGEST_SCANNED = 20_000

_QUALIFIED = re.compile(
    r"(?:[\s*_]+(?:unanimously|nem\.?\s*con\.?|by a majority|in principle only))?"
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
# Where a sentence begins: behind another, or in a cell of its own.
_NEW_SENTENCE = re.compile(r"[.!?]\s{1,2}(?=[A-Z*_])|(?:\t|(?<!\S)\|)\s*(?=[A-Z*_])")
# The end of a sentence: a stop and a blank before a capital, not after an initial or a usual short form.
_SENTENCE_END = re.compile(
    r"(?<!\bNo)(?<!\bCllr)(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\b[A-Z])(?<!\bp\.m)(?<!\ba\.m)"
    r"[.!?][\"”’')]*(?=\s+[\"“‘'(]?[A-Z0-9*])"
)
# The number of a decision: "Resolution 7:", "Decision No. 2025/14 -".
_NUMBERED = re.compile(r"\s+(?:[Nn]o\.?\s*)?[A-Z]{0,4}[-/.]?\d[\w./-]*(?=[*_]{0,3}\s*(?::|[-–—]\s|[Tt]hat\b))")
# Before the body that decides: "After a long talk, the Board approved".
_LEAD_IN = re.compile(r"(?:After|Following|Having|On|Upon|In|With|At)\b[^.;:!?\t|]{1,120}?, ")
# A verb in the perfect only reports, unless the decision follows: "The Trust has approved forty grants".
_PERFECT = re.compile(r"\b(?:has|have|had)\b", re.IGNORECASE)
# "The Council agreed the lease", not "agreed with".
_ARTICLE = re.compile(r"[\s*_]+(?:the|its|an?|their)\s", re.IGNORECASE)
_FINITE = re.compile(r"\b(?:is|was|were|are|had|has|have|should|could|would|might|may|must|will|can|needed|needs)\b")
# Before "it was agreed" these make a report of it: "asked whether it was agreed that".
_REPORTED = re.compile(
    r"\b(?:if|whether|that|when|where|because|since|although|what|which|how|why|said|says|noted|reported|recalled|asked"
    r"|once|unless|until|before|after)[\s*_]+\Z"
)
_LEADS_ON = re.compile(r"(?:[:;,]|:\s?[-–—]|[-–—]|\b(?:that|to|and|or|following|follows))[*_\s]*$", re.IGNORECASE)
_CONTINUES = re.compile(r"(?:[;,:]|\b(?:and|or))[*_\s]*$", re.IGNORECASE)
# How much of a vote is read for its outcome, in characters.
_LONGEST_OUTCOME = 400
_LOST = re.compile(r"(?i)\b(?:lost|fell|not carried|defeated|withdrawn)\b")
_CARRIES_ON = re.compile(r"(?:[Tt]hat|[Tt]o|the|and)\b")
_FIRST_LIMB = re.compile(r"[*_\s]*\(?(?:1|a|i|A)[.)]\s")
_THAT_BE = re.compile(
    r"(?i)that\b.{0,600}?\b(?:be|is|are|note|notes|noted|approve|approves|take|receive|agree|agrees)\b"
)


_AGREED = "agreed"
_WAS = (" was ", " were ")
# Of these a sentence reports what somebody said of an outcome, or who was not there.
_NOT_ITS_SUBJECT = re.compile(
    r"(?i)^(?:(?:an? |the |no |further )?(?:apolog|absence|dispensation)|he\b|she\b|it\b|they\b|i\b|there\b|this point)"
    r"|\b(?:said|asked|told|heard|noted|reported|recalled|that|which|who|whose|because|since|when|if|whether|although|last|previous"
    r"|had)\b"
)


class Header(NamedTuple):
    """A decision found in a paragraph: the range of what announces it, and where the decision ends."""

    start: int
    end: int
    announces: bool  # the range is words of its own ("RESOLVED:"), not only the beginning of the decision
    decision_end: int


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
        self._reported_passive = _passive(table["passive_outcomes"])
        self._named_body = _named_body(table["deciding_body_nouns"])
        self.bodies = starting(table["deciding_bodies"])
        self.verbs = starting(table["deciding_verbs"])
        self.nots = starting(table["not_resolutions"])
        self.nouns = starting(table["resolution_nouns"])
        self.openings = starting(table["resolution_openings"])
        self._capitals, self._phrases = _inline(table["resolution_verbs_inline"], table["resolution_phrases_inline"])
        self._stems = phrase_stems(tuple(phrase.split()[-1] for phrase in table["resolution_phrases_inline"]))
        deciding = tuple(verb for verb in table["deciding_verbs"] if verb not in self._reporting)
        announcing = tuple(phrase.split()[-1] for phrase in table["resolution_headers"])
        self._verb_stems = phrase_stems((*deciding, *announcing))

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
                if opening.has_punctuation if phrases is self.marked else _announces(head, opening, is_weak=is_weak):
                    return _header(text, head, opening)
        return self.with_body(text, start) or self._passive(text, start) or self._motion(text, start, below)

    def _passive(self, text: str, start: int) -> Header | None:
        """Finds a short sentence that ends in an outcome: "The tender from Marsh Ltd was accepted."."""
        match = self._reported_passive.match(text, start) if holds_any(text, _WAS) else None
        if match is None or _NOT_ITS_SUBJECT.search(match["subject"]):
            return None
        return Header(start, start, announces=False, decision_end=match.end())

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
        words = self.verbs.match(text, gap.end()) if gap else None
        if words is None:
            return None
        head = text[: words.end() + _HEAD]
        opening = _opening(head, start, words.group(), words.end())
        return _header(text, head, opening) if self._decides(head, opening) else None

    def _decides(self, head: str, opening: _Opening) -> bool:
        """Whether what a body did is a decision: not "The Committee noted that the hall was cold"."""
        verb = opening.verb.casefold()
        if opening.has_punctuation or opening.verb.isupper():
            return True
        if verb not in self._reporting and _THAT.match(head, opening.end) is not None:
            return True
        if _PERFECT.search(head, opening.start, opening.words_end):
            return False
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
        headers: list[tuple[int, re.Match[str] | None]] = [(match.start(), match) for match in matches]
        if len(text) < _LONGEST_SCANNED and (holds_any(text, self._verb_stems) or self.motions.may_hold(text)):
            headers += [(match.end(), None) for match in _NEW_SENTENCE.finditer(text, first)]
        found: list[Header] = []
        for place, match in sorted(headers, key=lambda header: header[0]):
            if found and place < found[-1].decision_end:
                continue
            one = _within(text, match) if match else self._sentence(text, place, below)
            if one and (not found or one.start >= found[-1].decision_end):
                found.append(one)
        return found

    def _sentence(self, text: str, start: int, below: str) -> Header | None:
        """Finds a sentence that decides: "… about it. Governors approved the budget.", "… leaked. Resolved: That …"."""
        if self.with_body(text, start):
            return Header(start, start, announces=False, decision_end=_sentence_end(text, start + 1))
        words = words_start(text[start : start + _HEAD])
        if not any(phrases.match(text, start + words) for phrases in (self.strong, self.weak, self.marked)):
            return self._passive(text, start) or self._motion(text, start, below)
        header = self.at_start(text[start:])
        return header and header._replace(
            start=start + header.start, end=start + header.end, decision_end=start + header.decision_end
        )


def _is_agreed_thing(head: str, end: int) -> bool:
    """Whether a thing was agreed, "the lease", and no opinion: "agreed the hall was cold"."""
    if not _ARTICLE.match(head, end):
        return False
    stop = _SENTENCE_END.search(head, end)
    return _FINITE.search(head, end, stop.start() if stop else len(head)) is None


@lru_cache(maxsize=8)
def _passive(outcomes: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        r"(?P<subject>[A-Z](?:[^.;:!?\t|]|\.(?=\d)){3,200}?) (?:was|were) "
        rf"(?:then |also |duly |unanimously |formally |not )?(?i:{any_of(outcomes)})"
        r"(?: (?:unanimously|nem\.? con)|,? (?:subject to|as a|by|with|for) [^.;:!?\t|]{1,80})?\.(?=\s|$|[*_\"”’)])"
    )


@lru_cache(maxsize=8)
def _named_body(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """The longer name of a deciding body: "The Audit and Risk Committee"."""
    return re.compile(rf"The (?:[A-Z][\w&'’-]*,? (?:(?:and|of|for|the|&) ){{0,2}}){{1,5}}{any_of(nouns)}")


@lru_cache(maxsize=8)
def _inline(verbs: tuple[str, ...], phrases: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    capitals = re.compile(r"\b(?:" + "|".join(map(re.escape, verbs)) + r")\b" if verbs else r"(?!)")
    return capitals, re.compile(rf"{any_of(phrases)}(?=\s+(?:that|to)\b|\s*:)", re.IGNORECASE)


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
    end = len(text) if is_apart and not is_body else _sentence_end(text, opening.end)
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
        begin = _sentence_start(text, match.start())
        return Header(begin, begin, announces=False, decision_end=_sentence_end(text, match.end()))
    marks = _MARKS.match(after)
    end = len(text) if marks or _COLON_NEAR.match(after) else _sentence_end(text, match.end())
    return Header(match.start(), match.end() + (marks.end() if marks else 0), announces=True, decision_end=end)


def _within_cell(header: Header, text: str) -> Header:
    """Ends a decision with the cell of the row in which it stands: what follows is who acts, not what was decided."""
    return header._replace(decision_end=min(header.decision_end, cell_end(text, header.end)))


def _sentence_end(text: str, start: int) -> int:
    """Finds where the sentence that holds `start` ends, its stop included."""
    match = _SENTENCE_END.search(text, start)
    return match.end() if match else len(text)


def _sentence_start(text: str, end: int) -> int:
    start = max(text.rfind(mark, max(0, end - _LONGEST_SENTENCE), end) for mark in (". ", "! ", "? ", ".\n"))
    return start + 2 if start >= 0 else 0


def find_resolutions(
    view: SegmentView, roles: RoleClaims, items: tuple[Item, ...], grammar: DecisionGrammar
) -> tuple[Resolution, ...]:
    """Finds the decisions in order and claims their headers and limbs. Cost: linear."""
    finder = _Finder(view, roles, grammar, {item.first for item in items})
    found = finder.find_announced()
    found += finder.find_unannounced(items)
    return tuple(sorted(found, key=lambda resolution: resolution.span.start))


class _Finder:
    """Goes through the segments once and claims what belongs to each decision."""

    def __init__(self, view: SegmentView, roles: RoleClaims, grammar: DecisionGrammar, starts: set[int]) -> None:
        self.view, self.roles, self.grammar, self.starts = view, roles, grammar, starts

    def find_announced(self) -> list[Resolution]:
        found: list[Resolution] = []
        index = 0
        while index < len(self.view.texts):
            last = index
            if self.roles.is_free(index):
                last = self._read(index, found)
            index = max(last, index) + 1
        return found

    def _read(self, index: int, found: list[Resolution]) -> int:
        """Adds the decisions that begin in a segment; gives the last segment that belongs to them."""
        view, text = self.view, self.view.texts[index]
        below = lines_below(view, index) if self.grammar.motions.may_hold(text) else ""
        header = self.grammar.at_start(text, below)
        is_heading = view.is_kind(index, SegmentKind.HEADING)
        if is_heading and (header is None or (header.end < len(text.rstrip("*_ ")) and ":" not in text[: header.end])):
            return index
        headers = [header] if header else []
        is_row = view.is_kind(index, SegmentKind.TABLE_ROW)
        if header and is_row:
            headers = [_within_cell(header, text)]
        if not headers or headers[0].decision_end < len(text):
            inner = self.grammar.inside(text, headers[0].decision_end if headers else 0, below)
            headers += [_within_cell(one, text) for one in inner] if is_row else inner
        last = index
        for place, one in enumerate(headers):
            is_final = place + 1 == len(headers) and one.decision_end >= len(text.rstrip())
            announces = view.span(index, one.start, one.end) if one.announces else None
            body = text[one.end : one.decision_end].strip(" *_")
            if is_final:
                resolution, last = self._complete(index, one, announces, body)
            else:
                resolution = Resolution(announces, view.span(index, one.start, one.decision_end), ())
            if body or resolution.span.end > view.segments[index].end or header:
                found.append(resolution)
        if headers:
            whole = cell_end(text, headers[-1].start) if is_row else len(text.rstrip())
            covers = headers[0].start <= 3 and headers[-1].decision_end >= whole  # noqa: PLR2004
            alone = header is not None and not text[header.end :].strip(" *_.:-–—")
            self.roles.claim(
                index, Role.HEADER if alone and last > index else Role.RESOLUTION if covers or alone else Role.NARRATIVE
            )
        return last

    def _complete(self, index: int, header: Header, announces: Span | None, body: str) -> tuple[Resolution, int]:
        view = self.view
        start = view.offset(index, header.start)
        limbs, last = self._limbs(index, body)
        end = max(view.segments[last].end, view.offset(index, len(view.texts[index])))
        return Resolution(announces, Span(start, end), tuple(limbs)), last

    def _limbs(self, index: int, body: str) -> tuple[list[int], int]:
        """Claims the segments after the header that belong to the decision."""
        view = self.view
        takes_any = bool(body) or not self.grammar.is_closed_alone(view.texts[index])
        expects = not body or _LEADS_ON.search(body) is not None or _FIRST_LIMB.match(body) is not None
        own_level = view.segments[index].level if view.is_kind(index, SegmentKind.LIST_ITEM) else 0
        limbs: list[int] = []
        paragraphs: list[int] = []
        last, above = index, body
        for place in range(index + 1, len(view.texts)):
            if view.segments[place].kind is SegmentKind.FURNITURE:
                continue
            text = view.texts[place]
            if not self.roles.is_free(place) or place in self.starts or view.is_kind(place, SegmentKind.HEADING):
                break
            if view.is_kind(place, SegmentKind.LIST_ITEM):
                is_limb = expects or limbs or self.grammar.openings.match(text) or above[-1:] not in ".!?"
                is_inner = not own_level or view.segments[place].level > own_level
                if (
                    not is_limb
                    or not is_inner
                    or self.grammar.at_start(text)
                    or self.grammar.nots.match(text.lstrip("*_ "))
                ):
                    break
                limbs.append(place)
            elif view.is_kind(place, SegmentKind.TABLE_ROW):
                if not expects and not limbs:
                    break
            elif (not above and self._is_decision_below(index, text)) or (
                (takes_any or limbs or _CARRIES_ON.match(text))
                and self._is_next_paragraph(text, above, body, limbs, paragraphs)
            ):
                paragraphs.append(place)
                expects = expects and (bool(body) or _LEADS_ON.search(text) is not None)  # not "(b) Roads" after a stop
            else:
                break
            self.roles.claim(place, Role.RESOLUTION)
            last, above = place, text
        if not limbs and len(paragraphs) > 1:
            limbs = paragraphs
        return limbs, last

    def _is_decision_below(self, label: int, text: str) -> bool:
        """Whether "The Board agreed to …" stands below "Decision": one decision, not two."""
        return self.grammar.is_noun(self.view.texts[label]) and self.grammar.with_body(text) is not None

    def _is_next_paragraph(self, text: str, above: str, body: str, limbs: list[int], paragraphs: list[int]) -> bool:
        if self.grammar.at_start(text) is not None:
            return False
        if not body and not limbs and not paragraphs:
            return True
        if _CONTINUES.search(above[-12:]) and (limbs or paragraphs or _LEADS_ON.search(body[-12:])):
            return (
                text[:1].islower()
                or self.grammar.openings.match(text) is not None
                or _LEADS_ON.search(above[-4:]) is not None
            )
        return (
            bool(paragraphs or (body and not limbs))
            and self.grammar.openings.match(text) is not None
            and _THAT_BE.match(text) is not None
        )

    def find_unannounced(self, items: tuple[Item, ...]) -> list[Resolution]:
        """Finds decisions at the end of an item whose header was lost: numbered limbs, most of them with "That"."""
        ranges = [(item.first + 1, item.last) for item in items] or [(0, len(self.view.texts))]
        found = []
        for first, last in ranges:
            resolution = self._unannounced(first, last)
            if resolution is not None:
                found.append(resolution)
        return found

    def _unannounced(self, first: int, last: int) -> Resolution | None:
        view, roles = self.view, self.roles
        run: list[int] = []
        for place in range(last - 1, first - 1, -1):
            if roles.given[place] in (Role.FURNITURE, Role.VOTE):
                if not run and _LOST.search(view.texts[place][:_LONGEST_OUTCOME]):
                    return None  # a motion that fell
                continue
            is_part = (
                roles.is_free(place)
                and view.is_kind(place, SegmentKind.LIST_ITEM)
                and view.segments[place].mark is not None
            )
            if is_part or (not run and roles.is_free(place) and self._is_bare_decision(place)):
                run.append(place)
                if is_part:
                    continue
            break
        run.reverse()
        opening = [place for place in run if self.grammar.openings.match(view.texts[place].lstrip("*_ "))]
        outer = [place for place in run if view.segments[place].level <= 1]
        if not run or len(opening) * 2 < max(1, len(outer)) or not opening:
            return None
        for place in run:
            roles.claim(place, Role.RESOLUTION)
        limbs = tuple(run) if view.is_kind(run[0], SegmentKind.LIST_ITEM) else ()
        return Resolution(None, Span(view.segments[run[0]].start, view.segments[run[-1]].end), limbs)

    def _is_bare_decision(self, place: int) -> bool:
        text = self.view.texts[place].lstrip("*_ ")
        return (
            self.view.is_kind(place, SegmentKind.PARAGRAPH)
            and self.grammar.openings.match(text) is not None
            and _THAT_BE.match(text) is not None
        )
