"""Tells offices from names, and says what is said of a person in one form.

Chairman of the Trustees     Chair                the one who presides
Head Teacher                 Headteacher          one office
Member                       (nothing)            no more than that somebody was one of the body
in place of Mrs Quill        substitute for Quill
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from compare.style.house_style import HouseStyle
from compare.style.phrases import any_of, fold_blanks, starting
from compare.text.tokens import fold_key

# "chair of the trustees", "clerk to the council": the body is the one that met.
_OF_ALL = re.compile(r" (?:of|to|for) (?:the )?(\w+)$")
_WORDS = re.compile(r"\w+")
_ARTICLE = re.compile(r"^(?:the|as|acting as) (?=\w)")
_PRONOUNS = re.compile(
    r"(?:she|he|they|her|him|them|hers|his|theirs)(?:[/ ,]+(?:she|he|they|her|him|them|hers|his|theirs))+"
)
_STANDS_IN = "substitute for"  # one form of all that say so


class _Words(NamedTuple):
    """The lists of a house style that offices are read by."""

    roles: tuple[str, ...]
    bodies: tuple[str, ...]
    chair_offices: tuple[str, ...]
    stand_in_phrases: tuple[str, ...]
    office_forms: tuple[str, ...]
    offices_of_members: tuple[str, ...]


class Offices:
    """The offices of a house style. Built once for it."""

    def __init__(self, words: _Words) -> None:
        roles = set(map(fold_blanks, words.roles))
        chairs = frozenset(map(fold_blanks, words.chair_offices))
        self._known = frozenset(roles)
        self._ends = frozenset(role.rsplit(" ", 1)[-1] for role in roles)
        self._starts = frozenset(role.split(" ", 1)[0] for role in roles)
        self._bodies = frozenset(map(fold_key, words.bodies))
        self._chairs = chairs
        ordered = "|".join(sorted(map(re.escape, chairs), key=len, reverse=True))
        self.presiding = re.compile(
            rf"[,\s]+(?:\()?((?:(?:vice|deputy|depute)[\s-]+)?(?:{ordered}))\)?\s*$", re.IGNORECASE
        )
        self._stand_in = starting(words.stand_in_phrases)
        self._forms = dict(line.split(" = ") for line in map(fold_blanks, words.office_forms))
        self._form = re.compile(any_of(tuple(self._forms)))
        self._of_members = frozenset(map(fold_blanks, words.offices_of_members))

    def is_office(self, folded: str) -> bool:
        """Whether folded words are an office: "chair", "head of planning", "finance manager"."""
        if folded in self._known or folded in self._chairs:
            return True
        words = folded.split(" ")
        if len(words) == 1:
            return words[0] in self._ends
        if {"of", "for", "to"}.intersection(words) and words[0] in self._starts:
            return True
        return words[-1] in self._ends

    def is_body(self, word: str) -> bool:
        """Whether a folded word is that of a body or a company: "committee", "ltd"."""
        return word in self._bodies

    def office(self, words: str) -> str:
        """What is said of a person, folded; one word for whoever presides."""
        folded = fold_blanks(words).strip(" .,:;()[]-*_")
        folded = _ARTICLE.sub(lambda match: "acting " if "acting" in match[0] else "", folded)
        if folded in self._chairs:
            return "chair"
        if _PRONOUNS.fullmatch(folded):
            return ""
        stands_in = self._stand_in.match(folded)
        if stands_in:
            return " ".join((_STANDS_IN, *_WORDS.findall(folded[stands_in.end() :])[-1:]))  # the surname
        parts = " ".join(_WORDS.findall(folded))
        parts = self._form.sub(lambda found: self._forms[found[0]], parts)
        parts = _OF_ALL.sub("", parts) if self._is_of_body(parts) else parts
        while parts:
            rest, _, last = parts.rpartition(" ")
            if last not in self._of_members:
                break
            parts = rest
        return parts

    def _is_of_body(self, office: str) -> bool:
        """Whether an office is one of this body: "chair of the trustees", not "chair of the finance committee"."""
        found = _OF_ALL.search(office)
        return found is not None and found[1] in self._bodies


def offices_of(style: HouseStyle) -> Offices:
    """The offices of a house style."""
    minutes, entities, words = style.minutes, style.entities, style.words
    return _offices(
        _Words(
            roles=(*entities["roles"], *entities["role_heads"], *words["roles"]),
            bodies=(*entities["body_nouns"], *words["organisation_words"]),
            chair_offices=minutes["chair_offices"],
            stand_in_phrases=minutes["stand_in_phrases"],
            office_forms=minutes["office_forms"],
            offices_of_members=minutes["offices_of_members"],
        )
    )


@lru_cache(maxsize=8)
def _offices(words: _Words) -> Offices:
    return Offices(words)
