"""Values that are cut or are none, and what a doubtful name is after another.

paragraph 9 of the Procedure Rules → [paragraph 9]    it must be unanimous → no vote    Ada Odell of [Hollis Quayle]
"""

from __future__ import annotations

import re

from compare.annotate.entities.candidates import Found

PLAIN = ""  # the label of what is no name: it is not reported, and no part of it is a name

_REACH = 12  # characters before a vote: "needs to be " has as many
_OF_RULES = re.compile(r"([a-z]+ \d[\w.()]*) of (?:the )?(?!Civil|Criminal|Family)[^\d]+ Rules", re.IGNORECASE)
_MUST_BE = re.compile(r"(?:\b(?:must|should|shall|may|need to|needs to|has to|have to) )be $")
_YEAR_GROUP = re.compile(r" \d")  # "Two Year 4 pupils"
_OF_A_PERSON = re.compile(r" (?:of|from) (?:the )?")


def cut_value(one: Found, text: str) -> Found:
    """The value without what is no part of it; of label PLAIN where it says nothing that happened."""
    words = text[one.start : one.end]
    if one.label == "ROLE" and "\t" in words:  # the next cell of a table
        return one._replace(end=one.start + words.index("\t"))
    if one.label == "LAW" and (rule := _OF_RULES.fullmatch(words)):
        return one._replace(end=one.start + rule.end(1), label="REFERENCE")
    is_wish = one.label == "VOTE" and _MUST_BE.search(text, max(0, one.start - _REACH), one.start)
    is_group = one.label == "QUANTITY" and _YEAR_GROUP.match(text, one.end)
    return one._replace(label=PLAIN) if is_wish or is_group else one


def after_name(last: Found, one: Found, text: str) -> str:
    """What a doubtful person is after another name: "Ada Odell of [Hollis Quayle]", "Wick House, [Maidenbridge]"."""
    between = text[last.end : one.start]
    if last.label in ("PERSON", "ROLE") and _OF_A_PERSON.fullmatch(between):
        return "ORG"
    if last.label == "PERSON" and between == " (" and text.startswith(")", one.end):
        return "ORG"
    is_word = " " not in text[one.start : one.end]
    is_school = last.label == "ORG" and text.endswith("School", 0, last.end)
    return "LOC" if is_word and between == ", " and (last.label == "LOC" or is_school) else one.label
