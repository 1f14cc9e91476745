"""Finds the votes: who moved and seconded, how many were for it, how each member voted.

    For the motion (10): Councillors …     a count with names
    Moved by Mr Ash, seconded by Mrs Birch
    - Tom Odell - Yes                      a list of votes, below "Vote on the lease:" or beside "- Ann Pell - Abstain"
    | Member | For | Against |             the headings of a table of votes
    In favour                              a label with its number on the next line
    5
    For many years the pond had been dry.  none
    - Soup: yes                            none

A paragraph that takes a decision in the same sentence is a decision.
"""

from __future__ import annotations

import re
from functools import lru_cache

from compare.outline.decision_grammar import DecisionGrammar
from compare.outline.motions import lines_below
from compare.outline.segment_view import RoleClaims, SegmentView
from compare.style.house_style import HouseStyle
from compare.style.phrases import Phrases, any_of, holds_any, starting
from compare.text.tokens import plain
from compare.values import Role, SegmentKind

# The longest line of names in a recorded vote of a large council, in characters.
_LONGEST_LIST = 2500
# The longest sentence that only reports the outcome of a vote.
_LONGEST_SENTENCE = 320

_COUNT = r"(?:\d+|no|none|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_COUNTED = re.compile(
    rf"(?i)\b{_COUNT}\s+(?:members?\s+|votes?\s+|councillors?\s+)?(?:voting\s+|voted\s+)?(?:in favour|for|against"
    rf"|abstentions?|abstained|abstaining)\b"
    rf"|\b(?:for|against|abstentions?|abstained|in favour)\s*[:=–-]?\s*\(?{_COUNT}\b"
)
_AFTER_VOTE = re.compile(r"[*_]{0,3}\s*(?:$|[:(–—-]|\(?\d{1,3}\)?\s*(?:$|[,;.:/]|[Aa]gainst|AGAINST|votes?))")
_AFTER_MOVER = re.compile(r"[*_]{0,3}\s*(?:[:–—-]|$)|\s+by\b", re.IGNORECASE)
_OUTCOME = re.compile(
    r"(?i)[*_\s]*(?:(?:the )?(?:motion|amendment|recommendation|proposal)s? (?:was|were|is) )?"
    r"(?:declared )?(?:carried|lost)\b"
    r"[^.]{0,60}\.?[*_\s]*"
)
# What a sentence about a vote must hold, first letters left out for their capitals.
_ABOUT_VOTE = (
    "vot",
    "VOT",
    "gainst",
    "GAINST",
    "bst",
    "BST",
    "arried",
    "ARRIED",
    "ost",
    "OST",
    "ivision",
    "asting",
    "hands",
)

# The longest line that says how one member voted, and the longest label above such lines, in characters.
_LONGEST_CAST, _LONGEST_LABEL = 90, 120
# Two headings of columns show a table of votes, or one that says so itself.
_FEWEST_HEADS = 2
_VOTE_HEADS = frozenset(("vote", "votes", "voted", "voting"))
_SIGN = "+1"
# "+1: Hal, Ingrid", "-1 (2): Kit".
_SIGN_LABEL = re.compile(r"[*_]*[+-][01](?:\.5)?[*_]* ?(?:\(\d+\) ?)?[:=–—-][*_]* ")
# A list below one of these holds the names of those who voted so.
_LABEL_OF_NAMES = re.compile(r"[*_]*(?P<label>[^\d(:]{2,40}?)[*_]*\s*(?:\(?\d{1,3}\)?)?\s*[:–-]+[*_]*")
_NAME_ALONE = re.compile(r"@?[^\W\d_][\w.'-]*(?: [\w.'()-]+){0,6}[.;,]?")
# What a chat puts behind a vote: who sent it, a star that links to the line.
_BEHIND_VOTE = r"(?: \([^\W\d_][\w .'-]{0,30}\))?(?: ?[^\w\s.,;:!?()\[\]*_+-])?"
_BARE_NUMBER = re.compile(r"[*_]*\d{1,3}[*_]*")


def claim_votes(view: SegmentView, roles: RoleClaims, style: HouseStyle, grammar: DecisionGrammar) -> None:
    """Claims the segments that are votes and take no decision in the same sentence. Cost: linear."""
    table = style.minutes
    votes, movers = starting(table["vote_labels"]), starting(table["mover_labels"])
    people = starting(table["honorifics"])
    for index, text in enumerate(view.texts):
        if not roles.is_free(index) or view.is_kind(index, SegmentKind.HEADING) or len(text) > _LONGEST_LIST:
            continue
        is_short = len(text) <= _LONGEST_SENTENCE
        vote, mover = votes.match_after_marks(text), movers.match_after_marks(text) if is_short else None
        if (
            _SIGN_LABEL.match(text)
            or (mover and _names_mover(text, mover.end(), people))
            or (vote and _AFTER_VOTE.match(text, vote.end()))
            or (is_short and holds_any(text, _ABOUT_VOTE) and _is_about_vote(text, vote))
        ) and not grammar.decides(text, lines_below(view, index)):
            roles.claim(index, Role.VOTE)


def claim_votes_cast(view: SegmentView, roles: RoleClaims, style: HouseStyle) -> None:
    """Claims lists and tables that say how each member voted, and counts below their labels. Cost: linear.

    They are claimed before the attendance, for which a list of names is one of people who came.
    """
    words = _CastWords(style)
    index = 0
    while index < len(view.texts):
        index = max(_table_end(view, roles, words, index), _list_end(view, roles, words, index), index + 1)


class _CastWords:
    """The words by which lists and tables of votes are known."""

    def __init__(self, style: HouseStyle) -> None:
        table = style.minutes
        self.columns = frozenset(map(str.casefold, (*table["vote_cast_words"], *table["vote_columns"])))
        self.plain = frozenset(map(str.casefold, table["vote_cast_words"]))
        self.plain_labels = self.plain | frozenset(
            word.casefold()
            for word in table["vote_labels"]
            if word.casefold().startswith(("those", "member", "voting"))
        )
        self.line = _cast_line(table["vote_cast_words"], table["vote_cast_words_loose"])
        self.naming = table["vote_naming_words"]

    def cast(self, text: str) -> str | None:
        """Gives what a line says that somebody voted, in small letters: "yes" for "Tom Odell - Yes"."""
        match = self.line.fullmatch(plain(text).strip("*_ ")) if len(text) <= _LONGEST_CAST else None
        if match is None:
            return None
        return (match["cast"] or _SIGN).casefold()

    def is_plain(self, cast: str) -> bool:
        """Whether a word says of itself that somebody voted; "yes" and "no" answer any question."""
        return cast == _SIGN or cast in self.plain

    def names_vote(self, text: str) -> bool:
        """Whether a label says that votes follow."""
        return len(text) <= _LONGEST_LABEL and holds_any(text.lower(), self.naming)


def _table_end(view: SegmentView, roles: RoleClaims, words: _CastWords, index: int) -> int:
    """Claims the rows below a row of headings such as "Member, For, Against"; gives the place behind them."""
    if not view.is_kind(index, SegmentKind.TABLE_ROW) or (
        view.is_kind(max(0, index - 1), SegmentKind.TABLE_ROW) and index
    ):
        return index
    cells = [cell.strip("*_: ").casefold() for cell in re.split(r"\t|\|", view.texts[index])]
    heads = {cell for cell in cells if cell in words.columns}
    if len(heads) < _FEWEST_HEADS and not heads & _VOTE_HEADS:
        return index
    end = index + 1
    while end < len(view.texts) and view.is_kind(end, SegmentKind.TABLE_ROW, SegmentKind.FURNITURE):
        roles.claim(end, Role.VOTE)
        end += 1
    return end


_PRESENCE = frozenset(("present", "absent"))


def _list_end(view: SegmentView, roles: RoleClaims, words: _CastWords, index: int) -> int:
    """Claims the lines of a list of votes that begins here; gives the place behind it."""
    cast: list[str] = []
    end = index
    while end < len(view.texts) and roles.is_free(end) and (vote := words.cast(view.texts[end])):
        cast.append(vote)
        end += 1
    if not cast:
        return _names_end(view, roles, words, index) or _count_end(view, roles, words, index)
    if _PRESENCE.issuperset(cast):
        return end  # a roll call that says who was there
    is_named = index > 0 and words.names_vote(view.texts[index - 1])
    is_plain = any(map(words.is_plain, cast))
    if is_named or (is_plain and len(cast) > 1):
        for place in range(index, end):
            roles.claim(place, Role.VOTE)
    return end


def _names_end(view: SegmentView, roles: RoleClaims, words: _CastWords, index: int) -> int:
    """Claims a list of names below "For:" or "Against (2):"; gives the place behind it, 0 where there is none."""
    label = _LABEL_OF_NAMES.fullmatch(view.texts[index]) if len(view.texts[index]) <= _LONGEST_CAST else None
    if label is None or label["label"].strip("*_ ").casefold() not in words.plain_labels:
        return 0
    end = index + 1
    while (
        end < len(view.texts)
        and view.is_kind(end, SegmentKind.LIST_ITEM)
        and roles.is_free(end)
        and _NAME_ALONE.fullmatch(plain(view.texts[end]))
    ):
        roles.claim(end, Role.VOTE)
        end += 1
    if end == index + 1:
        return 0
    roles.claim(index, Role.VOTE)
    return end


def _count_end(view: SegmentView, roles: RoleClaims, words: _CastWords, index: int) -> int:
    """Claims a number on a line of its own below "In favour"; gives the place behind it."""
    if index and _BARE_NUMBER.fullmatch(view.texts[index]) and _label_of(view.texts[index - 1]) in words.columns:
        roles.claim(index - 1, Role.VOTE)
        roles.claim(index, Role.VOTE)
    return index


def _label_of(text: str) -> str:
    return text[:_LONGEST_CAST].strip("*_:# ").casefold()


@lru_cache(maxsize=8)
def _cast_line(plain_words: tuple[str, ...], loose: tuple[str, ...]) -> re.Pattern[str]:
    """A line that says how somebody voted: "Tom Odell - Yes", "Ann (abstain)", "@apell +1", "Ann: +1 (Ann) ✪"."""
    words = f"(?P<cast>(?i:{any_of((*plain_words, *loose))}))"
    name = r"@?[^\W\d_][\w.'-]*(?: [\w.'-]+){0,5}"
    sign = r"(?<![\w.])[+-][012](?:\.5)?"
    gap = r"[*_]*(?: ?: ?| - | -|, |\t+| ?\()[*_]*(?:(?i:voted|votes?):? )?"
    return re.compile(
        rf"(?:{name}{gap}(?:{words}|{sign})\)?[*_]*|{name} {sign}|{sign},? \(?{name}\)?){_BEHIND_VOTE}[.;,]?"
    )


def _names_mover(text: str, end: int, people: Phrases) -> bool:
    if text[:end].lower().endswith((" by", " gan")):
        return True
    after = _AFTER_MOVER.match(text, end)
    return after is not None or people.match(text, end + len(text[end:]) - len(text[end:].lstrip())) is not None


def _is_about_vote(text: str, vote: re.Match[str] | None) -> bool:
    """Whether a short paragraph reports the outcome of a vote and nothing else."""
    if vote and " " in vote.group():
        return True
    return _is_count(text) or _OUTCOME.fullmatch(text) is not None or "casting vote" in text.lower()


def _is_count(text: str) -> bool:
    """Whether a short line does little else than count a vote."""
    found = [match.group() for match in _COUNTED.finditer(text)]
    return len(found) > 1 or (len(found) == 1 and len(text) <= 3 * len(found[0]) + 20)
