"""What a reader of entities is told, out of what the rules ask for.

    rules      [the Council] [Wick Town Council] [Cllr Z. Ashby MBE] [12 homes] 6 [Mill Lane] [application 22/0417/FUL]
    reported                 [Wick Town Council] Cllr [Z. Ashby] MBE            [6 Mill Lane] application [22/0417/FUL]
                              ORG                      PERSON                    LOC                       REFERENCE

The rules want whatever could differ. A reader wants names and values: no titles, no plain nouns, no counts of things;
addresses with their number; councils among the organisations, committees among the bodies.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from compare.annotate.entities.candidates import Found
from compare.annotate.entities.not_entities import PLAIN, after_name, cut_value
from compare.annotate.entities.told_beside import is_listed, joined, told_reference, with_letters
from compare.annotate.entities.told_names import NameShapes
from compare.annotate.entities.told_persons import PersonFinder, given_names
from compare.annotate.entities.told_values import widened
from compare.annotate.entities.word_forms import word_forms
from compare.annotate.sentences import level
from compare.style.house_style import HouseStyle, default_house_style
from compare.style.resources import models_path

__all__ = ["PLAIN", "Reporter", "default_reporter"]

_WORD = re.compile(r"[^\W_](?:[\w&'’-]*\w)?")
_HOUSE_NUMBER = re.compile(r"(?<![\w/.£-])\d{1,4}[A-Za-z]?(?:[-–]\d{1,4}[A-Za-z]?)? $")
_CUT = re.compile(r"\s*\n\s*|\s+[-–—|]\s+")  # ends a statistical name: "Odell - Wick Ltd", "Wick Council⏎Minutes"
_WRAPPED = 60  # characters of a line that goes on in the next one
# A capital inside a word is that of a program, not of a person, unless a name's first part stands before it.
_INSIDE = re.compile(r"^(?!Ma?c|Fitz|De|Di|Du|La|Le|Van|O['’]|D['’]|.*-)[A-Z]\w*[a-z][A-Z]")
_LONG = 5  # letters of a name in capitals: a shorter one is an acronym
_LETTERS = re.compile(r",? ([A-Za-z]{2,6})$")
_REACH = 12  # characters before a number or a street: "1204a-1206b " has as many
_OF_AT = re.compile(r" (?:of|on|from|at)(?= |$)")
_OWNED = re.compile(r"(?P<owner>[^\W\d_]+(?: [^\W\d_]+){1,2})['’]s \w+")  # "David Odell's Commission"
_NUMBERED_HEADING = re.compile(r"(?:^|\n)\s*\d{1,3}\. ?$")
_TITLE_BEHIND = re.compile(r" (?:Cllr|Councillor)s?(?!\w)")
_OF_OR_FOR = re.compile(r"[A-Z]+(?:[fo][A-Z]+)+")  # "DfE", "MoD"
_FEWEST = 3  # letters of an acronym that is reported; two are mostly somebody's initials
_OPENING = "The|An|And|Our|New|Former|Our|For|To|Of"  # before an office, no part of it
# Lists of `models/patterns/minutes.toml` whose entries are never names.
# fmt: off
_LABELS = (
    "resolution_headers", "attendance_labels", "in_attendance_labels", "apologies_labels", "vote_labels",
    "mover_labels", "minutes_labels", "decision_labels", "not_headings",
)
# fmt: on


class Reporter:
    """Turns the entities of the patterns into those that are reported."""

    def __init__(self, lists: Mapping[str, Sequence[str]], style: HouseStyle) -> None:
        self._names = NameShapes(lists)
        self._lists = {key: frozenset(word.casefold() for word in words) for key, words in lists.items()}
        self._letters = frozenset(word.casefold() for word in style.entities["post_nominals"])
        forms = word_forms(style)
        # What no surname is: labels, months, and the nouns that end the names of bodies and organisations.
        self._no_surnames = frozenset(
            word
            for phrase in (
                *(label for key in _LABELS for label in style.minutes[key]),
                *style.entities["months"],
                *style.entities["weekdays"],
                *style.entities["roles"],
                *style.entities["role_heads"],
            )
            for word in phrase.partition(" =")[0].rstrip(":").casefold().split()
        ) | frozenset(noun for noun in forms.nouns)  # fmt: skip
        self._persons = PersonFinder(*given_names(), self._is_no_surname)
        self._labels = frozenset(label.rstrip(":").casefold() for key in _LABELS for label in style.minutes[key])
        self._decisions = frozenset(header.casefold() for header in style.minutes["resolution_headers"])
        self._said_of_bodies = sorted(self._lists["said_of_bodies"], key=len, reverse=True)
        nouns = "|".join(sorted(map(re.escape, lists["office_nouns"]), key=len, reverse=True))
        self._offices = re.compile(
            rf"(?<![\w'’-])(?:(?!(?:{_OPENING}) )[A-Z][a-z][\w'’-]* ){{1,4}}(?:{nouns})(?![\w'’-])"
        )
        self._has_office = re.compile(rf"(?:{nouns})(?![\w'’-])")

    def reported(self, found: Sequence[Found], text: str) -> list[Found]:
        """The same in order and apart, each cut or lengthened to its name; what is no name has the label PLAIN."""
        answers: list[Found] = []
        for one in self._names.added(list(self._with_offices(widened(found, text), text)), level(text)):
            answer = self._told(one, text)
            if answers and answers[-1].end > answer.start:
                if answers[-1].label == PLAIN or answer.start <= answers[-1].start:
                    answers.pop()
                else:
                    answer = answer._replace(start=answers[-1].end)
            if answers and (both := joined(answers[-1], answer, text)):
                answers[-1] = both
            elif answer.start < answer.end:
                answers.append(answer)
        return answers

    def is_label(self, name: Found, text: str) -> bool:
        """Whether a statistical name is a label of minutes ("Apologies"), or holds the word of a decision."""
        words = _WORD.findall(text[name.start : name.end].casefold())
        return " ".join(words) in self._labels or not self._decisions.isdisjoint(words)

    def _is_no_surname(self, word: str) -> bool:
        return word.casefold() in self._no_surnames

    def named(self, name: Found, text: str) -> Found:
        """A statistical name, cut to one line and its kind put right where its own words tell it.

        "Police Scotland" is no place, and what is no name at all has the label PLAIN: "Wick Ferret Race".
        """
        if cut := _CUT.search(text, name.start, name.end):
            is_wrapped = "\n" in cut.group() and cut.start() - text.rfind("\n", 0, cut.start()) > _WRAPPED
            name = name if is_wrapped else name._replace(end=cut.start())
        words = [word.casefold() for word in _WORD.findall(text, name.start, name.end)]
        if not words or name.label == "BODY":
            return name
        written = text[name.start : name.end]
        is_thing = words[-1] in self._lists["things_named"] and len(words) > 1
        if is_thing or self._is_nothing(name, words, text):
            return name._replace(label=PLAIN)
        if name.label == "ORG" and (cut := _OF_AT.search(written)) and self._persons.is_person(written[: cut.start()]):
            return name._replace(end=name.start + cut.start(), label="PERSON")  # "Ashok on Code Review"
        return name._replace(label=self._kind_of(name.label, words, written))

    def _kind_of(self, label: str, words: Sequence[str], written: str) -> str:
        if len(words) == 1 and words[0] in self._lists["offices"]:
            return "ROLE"
        if label in ("ORG", "LOC") and self._persons.is_person(written):
            return "PERSON"
        if label == "PERSON" and len(words) == 1 and (_INSIDE.search(written) or written.isupper()):
            return PLAIN if len(written) < _LONG or _INSIDE.search(written) else "PERSON"
        return self._kind(label, words)

    def _is_nothing(self, name: Found, words: Sequence[str], text: str) -> bool:
        """Whether what statistics found is an address, a title, a heading or another word that names nobody."""
        written = text[name.start : name.end]
        if (
            "://" in written
            or words[0] == "storm"
            or not self._lists["no_names"].isdisjoint((written.casefold(), words[0]))
        ):
            return True
        if name.label == "ORG" and len(words) == 1:
            is_heading = written.isupper() and _NUMBERED_HEADING.search(text, max(0, name.start - _REACH), name.start)
            return bool(is_heading) or words[0] in self._lists["no_organisations"]
        if name.label == "PERSON" and len(words) == 1:
            is_said_of = text.endswith((" the ", "The "), 0, name.start)  # "the Waverley"
            return is_said_of or _TITLE_BEHIND.match(text, name.end) is not None
        return False

    def _kind(self, label: str, words: Sequence[str]) -> str:
        """What the words of a name say that it is, or the label that it has."""
        if len(words) == 1:
            return label
        if not self._lists["organisation_words"].isdisjoint(words):
            return "ORG"
        places = self._lists["place_words"]
        if label != "PERSON":
            places |= self._lists["place_words_and_names"]
        return label if places.isdisjoint((words[0], words[-1])) else "LOC"

    def settled(self, told: Sequence[Found], statistical: Collection[int], text: str) -> list[Found]:
        """All names together: "Mayor of London" is one office, and what statistics found among persons is a person.

        `statistical` holds where statistical names begin: of patterns' names the kind is sure.
        """
        answers: list[Found] = []
        for place, one in enumerate(told):
            last = answers[-1] if answers else None
            if last and one.label == "LOC" and self._takes_place(last, text[last.start : one.start].casefold()):
                answers[-1] = last._replace(end=one.end)
                continue
            is_doubtful = one.label in ("ORG", "LOC") and one.start in statistical
            is_person = is_doubtful and is_listed(told, place, text)
            is_told = one.label == "PERSON" and one.start in statistical and last is not None
            if is_told and last and not self._persons.is_person(text[one.start : one.end]):
                one = one._replace(label=after_name(last, one, text))  # noqa: PLW2901
            answers.append(one._replace(label="PERSON") if is_person else one)
        return self._persons.with_persons(with_letters(answers, text), text)

    def _takes_place(self, office: Found, words: str) -> bool:
        """Whether a place after these words is part of the office: "Mayor of "."""
        return office.label == "ROLE" and words.removesuffix(" of ").removesuffix(" for ") in self._lists["of_places"]

    def _told(self, one: Found, text: str) -> Found:
        one = cut_value(one, text)
        if one.label == "PERSON":
            return self._person(one, text)
        if one.label in ("BODY", "ORG", "LOC"):
            return self._owner(one, text) or self._name(one, text)
        if one.label == "NUMBER" or self._is_everybodys(one, text):
            return one._replace(label=PLAIN)
        return told_reference(one, text, self._lists) if one.label == "REFERENCE" else one

    def _is_everybodys(self, one: Found, text: str) -> bool:
        """Whether it is an office of all ("member"), or counts things and measures nothing."""
        if one.label == "ROLE":
            return text[one.start : one.end].casefold() in self._lists["members"]
        return one.label == "QUANTITY" and (one.value or "").partition(" ")[2].casefold() in self._lists["counts"]

    def _owner(self, one: Found, text: str) -> Found | None:
        """The person whose body it is: "[David Odell]'s Commission"."""
        owned = _OWNED.fullmatch(text, one.start, one.end)
        if owned and self._persons.is_person(owned["owner"]):
            return one._replace(end=owned.end("owner"), label="PERSON")
        return None

    def _person(self, one: Found, text: str) -> Found:
        start, end = one.start + one.title, one.end
        line = text.find("\n", start, end)
        if line > 0 and " " in text[start:line]:  # a list of names, one on each line
            end = line
        while (match := _LETTERS.search(text, start, end)) and match[1].casefold() in self._letters:
            end = match.start()
        return one._replace(start=start, end=end, title=0)

    def _name(self, one: Found, text: str) -> Found:
        name = text[one.start : one.end]
        before = next((said for said in self._said_of_bodies if name.casefold().startswith(said + " ")), "")
        if before:
            return self._name(one._replace(start=one.start + len(before) + 1), text)
        words = [word.casefold() for word in _WORD.findall(name)]
        if len(words) == 1 and one.label == "ORG":
            return one._replace(label=self._acronym(name))
        whole, last = " ".join(words), words[-1] if words else ""
        if one.label == "LOC" and (number := _HOUSE_NUMBER.search(text, max(0, one.start - _REACH), one.start)):
            return one._replace(start=number.start())
        if whole in self._lists["heads"]:
            return one
        if all(word in self._lists["plain"] or word in ("and", "of", "the", "for") for word in words):
            return one._replace(label=PLAIN)
        is_own = last in self._lists["organisations"] or " ".join(words[-2:]) in self._lists["organisations"]
        is_own = is_own or words[0] in ("faculty", "school") or not self._lists["of_people"].isdisjoint(words)
        return one._replace(label="ORG") if is_own else one

    def _acronym(self, name: str) -> str:
        key = name.casefold()
        if key in self._lists["offices"]:
            return "ROLE"
        if key in self._lists["bodies"]:
            return "BODY"
        is_short = name.isupper() and len(name) < _FEWEST
        is_mixed = not name.isupper() and sum(map(str.isupper, name)) > 1 and not _OF_OR_FOR.fullmatch(name)
        return PLAIN if is_short or is_mixed or key in self._lists["things"] else "ORG"

    def _with_offices(self, found: Sequence[Found], text: str) -> Iterator[Found]:
        """The entities, and offices known by their last word where no other stands: "Events Officer"."""
        offices = list(self._office_names(text)) if self._has_office.search(text) else []
        for one in found:
            while offices and offices[0].end <= one.start:
                yield offices.pop(0)
            if offices and offices[0].start < one.end:
                office = offices[0]
                if one.label == "ROLE" and one.start <= office.end <= one.end:
                    offices.pop(0)
                    yield one._replace(start=min(one.start, office.start))
                    continue
                if one.label not in ("ORG", "BODY") or one.end > office.end:
                    offices.pop(0)
                else:
                    continue  # the "Chief Nurse" of capitals alone
            yield one
        yield from offices

    def _office_names(self, text: str) -> Iterator[Found]:
        for match in self._offices.finditer(text):
            yield Found(match.start(), match.end(), "ROLE", None)


@cache
def default_reporter() -> Reporter:
    """The reporter of the default house style, with the lists of `models/patterns/reported.toml`."""
    lists = tomllib.loads(models_path("patterns", "reported.toml").read_text("utf-8"))
    return Reporter(lists, default_house_style())
