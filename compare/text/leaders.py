r"""Finds leaders: the row of one sign with which a tab is filled, or that is left to be written on.

    Signed ................ Date ________          a leader and a leader
    Sports ground · · · · · · · · · · 12           the same as "Sports ground<tab>12"
    Any other business..12                         little room was left: two dots before a page number
    and so on... The Chair – as always –           none: three dots are a mark, a dash is one

A leader is layout, however long and of whatever sign: it stands for a tab, and a tab stands for it.
"""

from __future__ import annotations

import re

# Four of a sign are no mark of a sentence: "..." ends one that breaks off, "---" is a typewriter's dash.
LEADER = (
    r"(?:[.…](?:[ \xa0]?[.…]){3,}|…(?:[ \xa0]?\.?…)+|[·∙•](?:[ \xa0]?[·∙•]){3,}|_(?:[ \xa0]?_){3,}"
    r"|[-‐‑–—―](?:[ \xa0]?[-‐‑–—―]){3,}|(?<=\w)[.·_]{2,3}(?=[ \xa0]?\d{1,4}$))"
)
_LEADER = re.compile(LEADER, re.MULTILINE)
_TO_PAGE = re.compile(rf"(?:{LEADER}|\t)[ \t\xa0]*\d{{1,4}}$")
_WITH_BLANKS = re.compile(rf"[ \t\xa0]*{LEADER}[ \t\xa0]*", re.MULTILINE)
# One of these, or of six in ASCII, stands in every leader: texts without are told at once.
_SIGNS = ("…", "··", "· ·", "––", "– –", "——", "— —", "••", "∙", "• •")


def may_have_leader(text: str) -> bool:
    """Whether a text can have a leader in it; a quick answer that errs by saying yes."""
    # One by one, as every line of a text is asked: a generator costs twice as much.
    if ".." in text or "__" in text or "--" in text or ". ." in text or "_ _" in text or "- -" in text:
        return True
    return not text.isascii() and any(signs in text for signs in _SIGNS)


def has_leader(text: str) -> bool:
    """Whether a leader stands in a text."""
    return may_have_leader(text) and _LEADER.search(text) is not None


def leads_to_page(line: str) -> bool:
    """Whether a line is an entry of a table of contents: a leader or tab before a number at its end."""
    return line[-1:].isdigit() and ("\t" in line or may_have_leader(line)) and _TO_PAGE.search(line) is not None


def with_tabs(text: str) -> str:
    """Gives a text with a tab for every leader and the blanks around it."""
    return _WITH_BLANKS.sub("\t", text) if may_have_leader(text) else text
