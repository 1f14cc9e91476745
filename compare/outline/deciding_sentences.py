"""Recognises sentences that decide without an announcing word at their head, by their grammar.

    The tender from Marsh Ltd was accepted.                  an outcome, said of its subject
    It was approved that the roof be mended.                 an outcome, said of what follows
    There was agreement that …   Approval was given to …     an outcome as a noun
    The Treasurer asked to buy a safe. Agreed.               an outcome, said of the sentence before
    Mrs Odell was elected Chair.                             an office that was filled
    The following decisions were taken:                      what stands above a list of decisions
    The terms agreed were:   Conditions of the grant are:    what stands above a list of terms
    Members agreed that it had been a good year.             none: an opinion
    He said that the tender was accepted.                    none: his report

The words are data of the house style; only their grammar is here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from compare.style.house_style import HouseStyle
from compare.style.phrases import any_of, fold_blanks, holds_any, phrase_stems, starting

# How far back the beginning of a sentence is looked for, and how much of a clause is read, in characters.
_LONGEST_SENTENCE, _LONGEST_CLAUSE = 2000, 400
# The longest sentence that stands above a list of terms, in characters.
_LONGEST_LEAD = 200
# The end of a sentence: a stop and a blank before a capital, not after an initial or a usual short form.
_SENTENCE_END = re.compile(
    r"(?<!\bNo)(?<!\bCllr)(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\b[A-Z])(?<!\bp\.m)(?<!\ba\.m)"
    r"[.!?][\"”’')]*(?=\s+[\"“‘'(]?[A-Z0-9*])"
)
_WAS = (" was ", " were ")
_SUBJECT = r"[A-Z](?:[^.;:!?\t|]|\.(?=\d)){2,200}?"
_POINTING = ("The following ", "These ")
_MANNER = r"(?:(?:then|also|now|duly|further|all|both|therefore|accordingly|subsequently|\w{2,20}ly) ){0,2}"
# Behind "by": how many decided. What others did, "approved by the county", is no decision of this body.
_HOW_MANY = re.compile(
    r"(?:an? )?(?:all|everyone|everybody|unanim|majority|show|vote|ballot|consensus|general|large|\d)"
)
_PRESENT = re.compile(r" (?:present )?(?:\w{2,20}ly )?")
# Of these a sentence reports what somebody said of an outcome, or who was not there.
_NOT_ITS_SUBJECT = re.compile(
    r"(?i)^(?:(?:an? |the |no |further )?(?:following )?(?:apolog|absence|dispensation)|he\b|she\b|it\b|they\b|i\b"
    r"|there\b|this point)"
    r"|\b(?:said|asked|told|heard|noted|reported|recalled|that|which|who|whose|because|since|when|if|whether|although|last|previous"
    r"|had)\b|\b(?:it|he|she|they|we|there)$"
)
_LONG_AGO = r"\b(?:in|since|until|from) (?:18|19|20)\d\d\b"
# What is to be done is decided: "be sold", "should", "is to". What is or was so is an opinion: "had been a good year".
_TO_BE_DONE = re.compile(r"\b(?:be|should|shall|will|would|must|may|(?:is|are|was|were|needs?) to)\b")
_AS_IT_IS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|seemed|seems|looked|looks|felt|remained|remains|needed|needs|made|makes|deserved|deserves)\b"
)
# Where the main clause ends: "agreed that we ask them, as had been done before".
_ASIDE = re.compile(r"[,;(]|\b(?:as|which|who|that|since|because|when|where|if)\b")
_THAT = re.compile(r"[\s*_]*(?:that|how)\b", re.IGNORECASE)
_ASKS = re.compile(r"\bto [a-z]{2,}\b|\b(?:propos|suggest|mov|recommend|request|offer|nominat|asked)")


class Header(NamedTuple):
    """A decision found in a paragraph: the range of what announces it, and where the decision ends."""

    start: int
    end: int
    announces: bool  # the range is words of its own ("RESOLVED:"), not only the beginning of the decision
    decision_end: int


class _Patterns(NamedTuple):
    passive: re.Pattern[str]  # with what an outcome, an office and most lists of decisions begin
    outcome: re.Pattern[str]
    office: re.Pattern[str]
    noun: re.Pattern[str]
    verdict: re.Pattern[str]
    above_list: re.Pattern[str]
    done: re.Pattern[str]
    would: re.Pattern[str]


class SentenceGrammar:
    """Recognises how one body words decisions as plain sentences."""

    def __init__(self, style: HouseStyle) -> None:
        table = style.minutes
        self._patterns = _patterns(
            table["passive_outcomes"],
            table["filling_verbs"],
            table["consent_nouns"],
            table["verdicts"],
            table["decision_nouns"],
            table["opinion_participles"],
            table["opinions_with_would"],
            table["conditional_outcomes"],
            table["plain_outcomes"],
        )
        self._plain = frozenset(map(fold_blanks, table["plain_outcomes"]))
        self._things = re.compile(any_of((*table["accepted_things"], *table["plain_outcome_things"])), re.IGNORECASE)
        self._terms = _terms(
            table["term_nouns"], table["settling_verbs"], table["things_on_terms"], table["words_of_offers"]
        )
        self._term_nouns = phrase_stems(table["term_nouns"])
        self._bodies = starting(table["deciding_bodies"])
        self._opinions = frozenset(map(str.casefold, table["opinion_verbs"]))
        self._findings = frozenset(map(str.casefold, table["finding_verbs"]))
        self._nouns = phrase_stems((*table["consent_nouns"], "agreement", "consensus", "consent"))

    def read(self, text: str, start: int) -> Header | None:
        """Finds the decision that the sentence beginning at `start` takes."""
        if len(text) - start <= _LONGEST_LEAD and holds_any(text, self._term_nouns):
            match = self._terms.match(text, start)
            if match:
                return Header(start, match.end(), announces=True, decision_end=len(text))
        is_passive = self._patterns.passive.match(text, start)
        if is_passive:
            match = self._patterns.outcome.match(text, start)
            if match is None or (match["by"] and not self._is_of_meeting(match["by"])):
                match = self._patterns.office.match(text, start)
            if match and not _NOT_ITS_SUBJECT.search(match["subject"]) and self._is_outcome(match):
                return Header(start, start, announces=False, decision_end=sentence_end(text, match.end() - 1))
        if is_passive or (text.startswith(_POINTING, start) and holds_any(text, _WAS)):
            match = self._patterns.above_list.match(text, start)
            if match and not _NOT_ITS_SUBJECT.match(match.group()):
                return Header(start, match.end(), announces=True, decision_end=len(text))
        match = self._patterns.noun.match(text, start) if holds_any(text, self._nouns) else None
        if match is None or self.is_opinion(text, match.end(), "agreement"):
            return None
        return Header(start, match.end(), announces=True, decision_end=sentence_end(text, match.end()))

    def _is_outcome(self, match: re.Match[str]) -> bool:
        """Whether what was done with the subject decides it: "turned down" of a bid but not of a lamp."""
        groups = match.groupdict()
        is_plain = fold_blanks(groups.get("outcome") or "") in self._plain
        return not is_plain or self._things.search(match["subject"]) is not None

    def _is_of_meeting(self, agent: str) -> bool:
        """Whether what stands behind "by" are those who met, how many of them, or somebody named."""
        return agent[:1].isupper() or _HOW_MANY.match(agent) is not None or self._bodies.match(agent) is not None

    def is_opinion(self, text: str, start: int, verb: str) -> bool:
        """Whether what follows a verb at `start` is what people think: "agreed that it had been a good year"."""
        last = verb.casefold().split()[-1]
        that = _THAT.match(text, start) if last in self._opinions or last in self._findings else None
        if that is None:
            return False
        clause = text[start : min(sentence_end(text, start), start + _LONGEST_CLAUSE)]
        if last in self._findings:
            return not _TO_BE_DONE.search(clause)
        main = _ASIDE.split(clause[len(that.group()) :], maxsplit=1)[0]
        if self._patterns.would.search(main):
            return True
        return bool(_AS_IT_IS.search(main)) and not (_TO_BE_DONE.search(clause) or self._patterns.done.search(clause))

    def verdict_at(self, text: str, start: int) -> int | None:
        """Finds the end of a sentence that is nothing but an outcome, "This was agreed.", at `start`."""
        body = self._bodies.match(text, start)
        gap = _PRESENT.match(text, body.end()) if body else None
        match = self._patterns.verdict.match(text, gap.end() if gap else start)
        return match.end() if match else None

    def before_verdict(self, text: str, verdict: str) -> int | None:
        """Finds where the last sentence of a text begins, if the outcome that follows may be its: no opinion."""
        said = text.rstrip()
        start = sentence_start(said, len(said) - 1)
        said = said[start:]
        is_opinion = _AS_IT_IS.search(said) and not _TO_BE_DONE.search(said) and not _ASKS.search(said)
        is_agreed = any(word in verdict.casefold() for word in self._opinions)
        return None if not said.strip("*_ ") or (is_opinion and is_agreed) else start


def sentence_end(text: str, start: int) -> int:
    """Finds where the sentence that holds `start` ends, its stop included."""
    match = _SENTENCE_END.search(text, start)
    return match.end() if match else len(text)


def sentence_start(text: str, end: int) -> int:
    """Finds where the sentence begins that `end` stands in."""
    start = max(text.rfind(mark, max(0, end - _LONGEST_SENTENCE), end) for mark in (". ", "! ", "? ", ".\n"))
    return start + 2 if start >= 0 else 0


@lru_cache(maxsize=8)
def _terms(
    nouns: tuple[str, ...], verbs: tuple[str, ...], things: tuple[str, ...], offers: tuple[str, ...]
) -> re.Pattern[str]:
    """What stands above a list of terms that were settled, not of those that somebody only offers or asks for."""
    noun, verb, thing = (f"(?i:{any_of(words)})" for words in (nouns, verbs, things))
    more = r"[^.:;!?\t|]"
    end = r"(?:as follows|thus|as under|below)? ?(?::-?|(?<=follows)\.|(?<=below)\.|(?<=thus)\.)[*_\s]*$"
    return re.compile(
        rf"(?!{more}*\b(?i:{any_of(offers)})\b)(?=[A-Z]|\*)(?:"
        rf"{more}{{0,40}}?\b{noun}\b {more}{{0,60}}?{verb}{more}{{0,40}}?(?:\b(?:were|was|are|is)\b ?)?{end}"
        rf"|{more}{{0,40}}?\b{noun}\b (?:were|was|are|have been|had been|to be)\b {_MANNER}{verb} ?{more}{{0,40}}?{end}"
        rf"|{more}{{0,20}}?\b{noun}\b (?:of|for|attached to|attaching to) (?:the |this |its |a )?{more}{{0,30}}?{thing}"
        rf"{more}{{0,30}}? (?:are|were|is|was) ?{end}"
        rf"|{more}{{2,90}}?\b{verb} (?:the|these|certain|the following) {more}{{0,30}}?\b{noun}\b{more}{{0,60}}?{end}"
        rf"|{more}{{2,90}}?\b(?:on|upon|under|subject to) (?:these|the following|certain) {noun} ?{end})"
    )


@lru_cache(maxsize=8)
def _patterns(
    outcomes: tuple[str, ...],
    filling: tuple[str, ...],
    consents: tuple[str, ...],
    verdicts: tuple[str, ...],
    nouns: tuple[str, ...],
    states: tuple[str, ...],
    wishes: tuple[str, ...],
    conditional: tuple[str, ...],
    plain: tuple[str, ...],
) -> _Patterns:
    subject = rf"(?P<subject>{_SUBJECT})"
    ends = r"\.(?=\s|$|[*_\"”’)])"
    how = r"(?: (?:unanimously|nem\.? con|in full|in part|in principle))?"
    joint = r"(?:subject to|as|with|for|until|till|pending|and|from|(?:to|on|at)(?! be\b))"
    more = rf"(?:,? (?:{joint} |by (?P<by>[^.;!?\t|]{{1,30}}))[^.;!?\t|]{{0,160}})?"
    verdict = f"(?i:{any_of(verdicts)})"
    done = f"(?P<outcome>(?i:{any_of((*outcomes, *plain))}))"
    who = rf"(?:This|That|These|Those|It|Both|All|The (?i:{any_of(nouns)})) (?:was|were|is|are) {_MANNER}"
    passive = any_of((*outcomes, *plain, *filling, *conditional))
    return _Patterns(
        passive=re.compile(rf"{_SUBJECT} (?:was|were) (?:not )?{_MANNER}(?i:{passive})"),
        outcome=re.compile(rf"{subject} (?:was|were) (?:not )?{_MANNER}{done}{how}{more}{ends}"),
        office=re.compile(
            rf"{subject} (?:was|were) {_MANNER}(?i:{any_of(filling)})\b(?![^.;]{{0,200}}?{_LONG_AGO})"
            r"[^.;:!?\t|]{0,200}[.;]"
        ),
        noun=re.compile(
            rf"(?:(?:The |Formal |Full |Unanimous ){{0,2}}(?i:{any_of(consents)}) (?:was|were) {_MANNER}"
            r"(?:given|granted|refused|withheld|reached|denied|obtained)(?= (?:to|for|that)\b)"
            r"|(?:There (?:was|is)|We have|We had) (?:an? )?(?:[\w-]+ ){0,2}(?:agreement|consensus)(?= (?:that|to)\b)"
            r"|The (?:\w+ )?(?:consensus|agreement) (?:was|is)(?= (?:that|to)\b)"
            r"|By (?:unanimous |general |common )?(?:consent|agreement|acclamation|consensus)(?=, )"
            r"|(?i:unanimous|general) (?:consent|approval|agreement)(?= (?:for|to|of|that)\b))"
        ),
        verdict=re.compile(
            rf"[*_]*(?:(?:(?:{who}|(?:Unanimously |Duly |Formally |All ))?{verdict}"
            r"(?: unanimously| by (?:all|everyone|everybody|vote|consensus|general)\b[^.;!?]{0,30}| nem\.? con)?"
            r"|All (?:were |those )?in favou?r|No objections?|So (?:ordered|resolved|moved)))[*_]*[.!](?=\s|$|[*_])"
        ),
        above_list=re.compile(
            rf"(?:The following|These) (?:[\w'’-]+ ){{0,5}}?(?:was|were|are|have been|is) {_MANNER}{verdict}"
            r"[^.:;]{0,60}:"
            rf"|(?:The following|These) (?:[\w'’-]+ ){{0,3}}?(?i:{any_of(nouns)}) (?:was|were|are|have been) {_MANNER}"
            r"(?:made|taken|reached|passed)[^.:;]{0,60}:"
            rf"|[A-Z][^.;:!?\t|]{{2,120}}? (?:was|were) {_MANNER}(?i:{any_of((*outcomes, *conditional))})"
            r"\b[^.:;!?\t|]{0,80}\b(?:conditions?|terms|limits|as follows)[^.:;\t|]{0,40}:"
        ),
        done=re.compile(
            rf"\b(?:is|are) {_MANNER}(?!(?:{any_of(states)}))(?:\w+ed|let|sold|held|kept|paid|set|put|sent|given)\b"
            rf"|\b(?:was|were|been) {_MANNER}(?i:{any_of((*outcomes, *filling))})"
        ),
        would=re.compile(rf"\bwould {_MANNER}{any_of(wishes)}"),
    )
