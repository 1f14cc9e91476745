"""Reads votes: who was for it, who against, how many did not say.

7 votes to 3 · 5 for, 0 against, 1 abstention · 8 yes, 1 no              numbers, each with what it counts
For: 7, Against: 3 · Yes 6, No 1, Abstained 2 · Ayes: five Nays: two     labels, each with its number
by a vote of 5 to 3 · by 4 to 3                                          the numbers behind "by" or "a vote of"
carried 6-0-1 · Vote: 6/0/1 · by 4-3                                     a score, behind a word of voting
the team lost 2-0 · the score was 3-1 · held on 6/3/24                   none
"""

from __future__ import annotations

import re
from functools import cache

from compare.annotate.entities import Candidate
from compare.annotate.entities.amounts import number_in_words, number_words_at
from compare.annotate.entities.entity_tables import word_before

_COUNT = r"(\d{1,4}|[a-z]{2,12}(?:-[a-z]{3,5})?)"
_TO = rf" (?:votes? )?to {_COUNT}(?: votes?)?(?!\w|[.,]\d)"
_VOTES_TO = rf" votes? (?:(?:for|in favour),? )?(?:to|and|against) {_COUNT}(?: (?:votes? )?against)?(?!\w)"
_VOTE_OF = r"\ba (?:vote|margin|majority) of \Z"
_COUNTED = (
    r" (?:(?:votes?|members?|councillors?) )?(?:voting |voted |were )?"
    r"(for|in favou?r(?: of)?|yes|yeas?|ayes?|against|opposed|no|noes|nays?|abstentions?|abstain(?:ed|ing|s)?)(?!\w)"
)
_NEXT_COUNT = rf"(?:,? with|,? and|,|;| /|\.)? {_COUNT}(?= )"
_NAMES = (
    r"(for|in favou?r|yes|yeas?|ayes?|against|opposed|no|noes|nays?|abstain(?:ed|ing|s)?|abstentions?"
    r"|absent|recused|not voting|blank|spoilt|invalid)"
)
_LABELLED = rf"{_NAMES}(?: \(|[:=] ?| [-=] ?){_COUNT}\)?(?![\w/]|[.,]\d)"
_BARE = rf"{_NAMES} (\d{{1,3}})(?![\w/%]|[.,:]\d)"
_LABELLED_NEXT = re.compile(r"[,;./|]? {0,3}(?:and )?")
_MOST_COUNTS = 6  # of one vote: for, against and abstained, of members and of shares
_BARE_COUNT = re.compile(r"\d{1,4}(?![\w.,/:]\d)")

# What a number may stand beside alone; "no" and "yes", "blank" and "absent" count votes only among others.
_ALONE = ("for", "in favo", "against", "abst", "aye", "noes", "nay", "yea")
_FOR = ("for", "in favo", "yes", "yea", "aye")
_AGAINST = ("against", "opposed", "no", "nay")

_SCORE = r"(\d{1,3})( ?- ?|[/:])(\d{1,3})(?:\2(\d{1,3})|(?! (?-i:[A-Z])))(?![\w/:-]|[.,]\d)"
# A score is a vote behind one of these; "won", "lost" and "by" tell of games and leases as well.
_VOTED = (
    r"\b(?:vote[sd]?|voting|tally|ballot|division|carri(?:ed|es)|pass(?:ed|es)|approved|adopted|agreed|resolved"
    r"|rejected|defeated|fail(?:ed|s))(?: (?:was|were|is|by|of|the motion|it|as|with))*[ ,:(-]*\Z"
)
_AMBIGUOUS = r"\b(?:lost|won|by|fell|result|count)(?: (?:was|were|is|by|of))*[ ,:(-]*\Z"
_SUBJECT = r"\b(?:vote[sd]?|voting|motion|amendment|proposal|resolution|recommendation|ballot|division|show of hands)\b"
_BEHIND = r"\)? (?:in favou?r|votes?\b|vote against)"
_LOOK_BACK = 90  # characters
_DAYS, _MONTHS, _YEAR = 31, 12, 20  # "6/3/24" is a day: its last number is the year of this century


@cache
def _ready(pattern: str) -> re.Pattern[str]:
    """Returns the expression, compiled when a document first has votes: that takes longer than a page's tagging."""
    return re.compile(pattern, re.IGNORECASE)


def read_votes(text: str, lowered: str, start: int) -> Candidate | None:
    """Reads the vote that the figure at `start` opens."""
    match = _BARE_COUNT.match(text, start)
    found = _read_counts(text, lowered, start, match.end(), match.group()) if match else None
    return found or _read_score(text, lowered, start)


def read_worded_votes(text: str, lowered: str, start: int) -> list[Candidate]:
    """Reads the vote that a number in words opens: seven votes to three · nine for, one against."""
    number = number_words_at(lowered, start)
    if number is None or not number[0].isdigit():
        return []
    found = _read_counts(text, lowered, start, number[1], number[0])
    return [found] if found else []


def _read_counts(text: str, lowered: str, start: int, end: int, value: str) -> Candidate | None:
    """Reads a vote whose first number, of this value, ends at `end`."""
    if match := _ready(_VOTES_TO).match(text, end):
        return _with_more(text, start, match, value)
    opening = _ready(_VOTE_OF).search(lowered[max(0, start - _LOOK_BACK) : start])
    if (opening or word_before(lowered, start) == "by") and (match := _ready(_TO).match(text, end)):
        start -= len(opening.group()) if opening else 0
        return _with_more(text, start, match, value)
    kinds: list[str] = []
    counts: list[str] = []
    if _ready(_COUNTED).match(text, end):
        end = _read_kinds(text, end, value, kinds, counts)
    if len(counts) > 1 or (kinds and kinds[0].startswith(("against", "abst"))):
        return Candidate(start, end, "VOTE", _value(kinds, counts))
    return None


def _read_kinds(text: str, end: int, value: str, kinds: list[str], counts: list[str]) -> int:
    """Reads a number of this value, ending at `end`, with what it counts, and those that follow; gives their end."""
    while len(counts) < _MOST_COUNTS and (match := _ready(_COUNTED).match(text, end)):
        kinds.append(match[1].lower())
        counts.append(value)
        end = match.end()
        following = _ready(_NEXT_COUNT).match(text, end)
        number = _counted(following[1]) if following else None
        if following is None or number is None or not _ready(_COUNTED).match(text, following.end()):
            break
        end, value = following.end(), number
    return end


def _with_more(text: str, start: int, match: re.Match[str], value: str) -> Candidate | None:
    """Returns the vote of two numbers, with those that follow: "seven votes to one, one abstaining"."""
    other, end = _counted(match[1]), match.end()
    if other is None:
        return None
    kinds, counts = ["for", "against"], [value, other]
    following = _ready(_NEXT_COUNT).match(text, end)
    number = _counted(following[1]) if following else None
    if following and number and (more := _ready(_COUNTED).match(text, following.end())) and _is_third(more[1].lower()):
        end = _read_kinds(text, following.end(), number, kinds, counts)
    return Candidate(start, end, "VOTE", _value(kinds, counts))


def _is_third(kind: str) -> bool:
    """Whether a count is neither of votes for something nor against it."""
    return _kind(kind) not in ("for", "against")


def read_labelled_votes(text: str, lowered: str, start: int) -> list[Candidate]:
    """Reads votes with their labels: "For: 7, Against: 3, Abstentions: 1", "Yes 6, No 1"."""
    if lowered.startswith("favo", start) and lowered[max(0, start - 3) : start] == "in ":
        start -= 3
    for pattern in (_LABELLED, _BARE):
        kinds: list[str] = []
        counts: list[str] = []
        end = place = start
        while len(counts) < _MOST_COUNTS and (match := _ready(pattern).match(text, place)):
            number = _counted(match[2])
            if number is None or _kind(match[1].lower()) in map(_kind, kinds):
                break
            kinds.append(match[1].lower())
            counts.append(number)
            end = match.end()
            gap = _LABELLED_NEXT.match(text, end)
            place = gap.end() if gap else end
        if len(counts) > 1 or (counts and pattern is _LABELLED and kinds[0].startswith(_ALONE)):
            return [Candidate(start, end, "VOTE", _value(kinds, counts))]
    return []


def _read_score(text: str, lowered: str, start: int) -> Candidate | None:
    """Reads the score of a vote: carried 6-0-1 · by 4-3 · a vote of 6/0/1."""
    match = _ready(_SCORE).match(text, start)
    if match is None or (match[2].strip() != "-" and _is_day(match)):
        return None
    before = lowered[max(0, start - _LOOK_BACK) : start]
    is_voted = _ready(_VOTED).search(before) or (
        (_ready(_AMBIGUOUS).search(before) or _ready(_BEHIND).match(text, match.end()))
        and _ready(_SUBJECT).search(before)
    )
    if not is_voted:
        return None
    kinds = ["for", "against", "abstained"]
    return Candidate(start, match.end(), "VOTE", _value(kinds, [match[1], match[3], match[4] or "0"]))


def _is_day(match: re.Match[str]) -> bool:
    """Whether a score may be a day: "6/3/24", "3/24/25", "7:30"."""
    first, second = int(match[1]), int(match[3])
    if match[4] is None:
        return match[2] == ":" or (0 < first <= _DAYS and 0 < second <= _MONTHS and len(match[3]) > 1)
    is_month = 0 < min(first, second) <= _MONTHS and max(first, second) <= _DAYS
    return is_month and len(match[4]) > 1 and int(match[4]) >= _YEAR


def _value(kinds: list[str], counts: list[str]) -> str:
    """What was counted, whatever the words; that nobody abstained needs no saying."""
    named = [(_kind(kind), str(int(count))) for kind, count in zip(kinds, counts, strict=True)]
    said = [one for one in named if one != ("abstained", "0")] if len(named) > 1 else named
    return " ".join(f"{kind} {count}" for kind, count in said)


def _kind(word: str) -> str:
    if word.startswith(_FOR):
        return "for"
    if word.startswith("abst"):
        return "abstained"
    return "against" if word.startswith(_AGAINST) and word != "not voting" else word


def _counted(word: str) -> str | None:
    if word.isdigit():
        return str(int(word))
    if word.lower() in ("no", "none", "nil", "nobody"):
        return "0"
    in_words = number_in_words(word.lower().split("-"))
    return in_words[0] if in_words and in_words[0].isdigit() else None
