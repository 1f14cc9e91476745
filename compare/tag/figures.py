"""Dates, times, sums, quantities, votes, references: whatever a number, a month or such a noun opens.

    "on 14 June"   a date        "item 14"     a reference     "14 to 3"        a vote
    "£14k"         a sum         "14 weeks"    a quantity      "14"             a number

Each reader is asked at one place of a levelled text (plain quotes, dashes, blanks) and answers with where its entity
ends and what it is worth. Every pattern is anchored and has possessive or bounded repeats: no text makes one slow.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.tag.canonical import CARDINALS, ORDINALS, date_value, full_year, ordinal, scaled, spoken_number, time_value
from compare.tag.wordforms import WordForms, longest_phrase


class Found(NamedTuple):
    """An entity in a text, before overlaps are settled."""

    start: int
    end: int
    label: str
    value: str | None


_ISO_DATE = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\w-])")
_SLASHED_DATE = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d\d)(?![\w/])(?!\.\d)")
_YEAR_RANGE = re.compile(r"((?:19|20)\d\d) ?[/-] ?(\d{4}|\d\d)(?![\w/-])")
_YEAR = re.compile(r"(?:19|20)\d\d(s?)(?![\w/]|[.,:-]\d)")
_DAY = re.compile(r"(\d{1,2})(?: ?(?:st|nd|rd|th))?(?: day)?(?: of)? {0,3}")
_DAYS = re.compile(r"(\d{1,2})(?: ?(?:st|nd|rd|th))?(?:(?: ?- ?| and | to | or |, | & )(\d{1,2})(?: ?(?:st|nd|rd|th))?){1,3}(?: of)? {1,3}")
_WORD = re.compile(r"[^\W\d_]{1,20}+\.?(?![\w'])")
_AFTER_MONTH_YEAR = re.compile(r",? {0,3}((?:19|20)\d\d|'\d\d)(?![\w/]|[.:-]\d)")
_AFTER_MONTH_DAY = re.compile(r" {1,3}(\d{1,2})(?: ?(?:st|nd|rd|th))?(?!\w|[.:/-]\d|,\d)(?:,? {1,3}((?:19|20)\d\d)(?!\w|[.:-]\d))?")
_AFTER_WEEKDAY = re.compile(r",? {1,3}(?:the {1,3})?")
_QUARTER = re.compile(r"Q([1-4])(?: (?:of )?((?:19|20)\d\d(?:[/-]\d\d)?))?(?!\w)")

_CLOCK = re.compile(r"(\d{1,2})[.:](\d\d) ?(am|pm|a\.m\.?|p\.m\.?|hrs|hours|noon)?(?![\w])(?!\.\d)", re.IGNORECASE)
_HOUR = re.compile(r"(\d{1,2}) ?(am|pm|a\.m\.?|p\.m\.?|noon|o'clock|midnight)(?!\w)", re.IGNORECASE)
_MILITARY = re.compile(r"([01]\d|2[0-4])([0-5]\d) ?(?:hrs|hours|h)(?!\w)", re.IGNORECASE)
_AT = re.compile(r"(?:\bat|\bfrom|\buntil|\bby|\bto|-|\band) {1,2}$", re.IGNORECASE)

_FIGURES = re.compile(r"\d{1,3}(?:,\d{3})++(?:\.\d++)?(?!\w*,\d)|\d++(?:\.\d++)?")
_ORDINAL_MARK = re.compile(r" ?(?:st|nd|rd|th)(?!\w)")
_SCALE = re.compile(r" ?(hundred|thousand|million|billion|mn|bn|[kKmM])(?![\w'])")
_CURRENCY_AFTER = re.compile(r" ?([^\W\d_]+)(?!\w)")
_PER_CENT = re.compile(r" ?(?:%|per ?cent(?!\w))", re.IGNORECASE)
_PENCE = re.compile(r" ?(?:pence|p)(?!\w)")
_UNIT = re.compile(r"[ -]{0,2}([^\W\d_]+[²2]?)")
_FRACTION_DAY = re.compile(r" ?/ ?\d")

# A number or a letter that names a minute, an application, an appendix: 61/21 · 4.3 · A/1 · (b) · 22/0417/FUL · 12A
_IDENTIFIER = re.compile(r"(?:[A-Z]{1,4}[./-]?)?\d{1,6}[A-Z]{0,2}(?:[./-][A-Z\d]{1,8}){0,5}(?:\([\da-z]{1,4}\)){0,3}(?![\w])|\([\da-z]{1,4}\)(?:\([\da-z]{1,4}\)){0,2}|[A-Z](?:[./-]?\d{1,4}){0,3}(?![\w'])|[ivx]{1,5}(?![\w'])")
_NUMBER_MARK = re.compile(r"(?: {1,2}(?:no|nos|number|numbers|ref|reference)\b\.?)?[.:]? {0,2}", re.IGNORECASE)
_CODE = re.compile(r"\d{1,5}(?:[/-][A-Z\d]{1,6}){1,5}(?![\w/])|\d{1,4}[A-Z]{1,2}(?!\w)")
_LETTERED_CODE = re.compile(r"[A-Z]{1,5}(?:[/.-]?\d{1,6})(?:[/.-][A-Z\d]{1,8}){0,5}(?![\w/])")
_STATUTE = re.compile(r"S\.?I\.? ?((?:19|20)\d\d)(?:/| No\.? ?)(\d{1,5})(?!\w)")

_COUNT = r"(\d{1,4}|[a-z]{2,12}(?:-[a-z]{3,5})?)"
_TO = re.compile(rf" (?:votes? )?to {_COUNT}(?: votes?)?(?!\w|[.,]\d)", re.IGNORECASE)
_VOTES_TO = re.compile(rf" votes? (?:(?:for|in favour),? )?(?:to|and|against) {_COUNT}(?: (?:votes? )?against)?(?!\w)", re.IGNORECASE)
_COUNTED = re.compile(r" (?:(?:votes?|members?|councillors?) )?(?:voting |voted |were )?(for|in favour(?: of)?|against|abstentions?|abstained|abstaining)(?!\w)", re.IGNORECASE)
_NEXT_COUNT = re.compile(rf"(?:,|;| and|, and| with| /|\.)? {_COUNT}(?= )", re.IGNORECASE)
_LABELLED = re.compile(r"(for|in favour|against|abstain(?:ed)?|abstentions?)(?: \(|[:=] ?| - ?)(\d{1,4})\)?", re.IGNORECASE)
_LABELLED_NEXT = re.compile(r"[,;.]? {0,3}(?:and )?")
_NOT_SECOND = frozenset({"the", "a", "this", "that", "his", "her", "its", "their", "our", "every", "and", "or", "on"})
_NOT_ONE_BEFORE = frozenset({"no", "any", "every", "some", "no-", "which", "the", "this", "that", "each"})
_NOT_ONE_AFTER = frozenset({"of", "another", "or", "who", "which", "that", "is", "was", "can", "could", "should", "would", "may", "might", "must", "to", "where", "such", "in"})
_MONTH_CUES = frozenset(
    "in since until till by of from to during early mid late next last this and or for before after through - throughout on between".split()
)
_WHOLE = {
    "noon": ("TIME", "12:00"),
    "midday": ("TIME", "12:00"),
    "midnight": ("TIME", "24:00"),
    "unanimously": ("VOTE", "unanimous"),
    "unanimous": ("VOTE", "unanimous"),
}
_NEM_CON = re.compile(r"nem\.? con(?:tradicente)?\b\.?|nemine contradicente", re.IGNORECASE)


class FigureReader:
    """Reads what a figure or a word of number, time or reference opens."""

    def __init__(self, forms: WordForms) -> None:
        self._forms = forms
        number_words = (CARDINALS.keys() | ORDINALS.keys()) - {"zero"}
        # A word may open several kinds; the longest answer wins, the earlier kind on a tie.
        self.openers = {
            **dict.fromkeys(number_words, self.read_spoken),
            **dict.fromkeys(forms.months, self.read_month),
            **dict.fromkeys(forms.weekdays, self.read_weekday),
            **dict.fromkeys(_WHOLE, self.read_whole),
            "nem": self.read_whole,
            "nemine": self.read_whole,
            **dict.fromkeys(("for", "against", "abstain", "abstained", "abstentions", "abstention"), self.read_labelled_votes),
        }
        for noun in forms.references:
            self.openers.setdefault(noun, self.read_reference)
        for code in ("gbp", "usd", "eur"):
            self.openers[code] = self.read_sum

    def read_figure(self, text: str, lowered: str, start: int) -> list[Found]:
        """What the figure (or the sign of currency) at `start` opens: every kind that fits."""
        if not text[start].isdigit():
            return self.read_sum(text, lowered, start)
        answers = [
            self._date(text, lowered, start),
            self._time(text, start),
            self._votes(text, lowered, start),
            self._code(text, start),
        ]
        return [found for found in answers if found] + self._number(text, lowered, start)

    # Dates ------------------------------------------------------------------------------------------------------

    def _date(self, text: str, lowered: str, start: int, weekday: int | None = None, since: int | None = None) -> Found | None:
        begin = start if since is None else since
        if match := _ISO_DATE.match(text, start):
            return Found(begin, match.end(), "DATE", date_value(int(match[3]), int(match[2]), int(match[1]), weekday))
        if match := _SLASHED_DATE.match(text, start):
            day, month = int(match[1]), int(match[3])
            if match[2] == "." and len(match[4]) == 2:
                return None  # 1.2.10 is a paragraph
            if month > 12 >= day:  # the American order shows itself
                day, month = month, day
            if 1 <= month <= 12 and 1 <= day <= 31:
                return Found(begin, match.end(), "DATE", date_value(day, month, full_year(match[4]), weekday))
        if match := _YEAR_RANGE.match(text, start):
            first, second = int(match[1]), match[2]
            last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
            if last > first:
                return Found(begin, match.end(), "DATE", f"{first}/{last}")
        return self._day_and_month(text, lowered, start, weekday, begin) or self._year(text, start, begin)

    def _day_and_month(self, text: str, lowered: str, start: int, weekday: int | None, begin: int) -> Found | None:
        match = _DAY.match(text, start)
        if match is None or not 1 <= int(match[1]) <= 31:
            return None
        month = self._month_at(lowered, match.end())
        if month is None or (match.end() == match.end(1) and text[match.end(1)].islower()):
            several = _DAYS.match(text, start)
            month = self._month_at(lowered, several.end()) if several else None
            if several is None or month is None:
                return None
            days = [int(day) for day in re.findall(r"\d+", several.group())]
            end, year = self._year_after(text, month[1])
            return Found(begin, end, "DATE", " ".join(date_value(day, month[0], year) for day in days))
        end, year = self._year_after(text, month[1])
        return Found(begin, end, "DATE", date_value(int(match[1]), month[0], year, weekday))

    def _month_at(self, lowered: str, start: int) -> tuple[int, int] | None:
        match = _WORD.match(lowered, start)
        if match is None:
            return None
        word = match.group()
        month = self._forms.months.get(word.rstrip("."))
        # The stop of "14 June." ends the sentence; that of "14 Sept. 2022" the word.
        end = match.end() if not word.endswith(".") or len(word) <= 5 and word != "june." else match.end() - 1
        if month is not None and word.endswith(".") and not _AFTER_MONTH_YEAR.match(lowered, end):
            end = match.end() - 1
        return (month, end) if month is not None else None

    def _year_after(self, text: str, start: int) -> tuple[int, int | None]:
        match = _AFTER_MONTH_YEAR.match(text, start)
        return (match.end(), full_year(match[1].lstrip("'"))) if match else (start, None)

    def _year(self, text: str, start: int, begin: int) -> Found | None:
        match = _YEAR.match(text, start)
        if match is None:
            return None
        following = _UNIT.match(text, match.end())
        if not match[1] and following and following[1].lower() in self._forms.units:
            return None  # 2000 homes
        return Found(begin, match.end(), "DATE", match.group())

    def read_month(self, text: str, lowered: str, start: int) -> list[Found]:
        """June 14, 2022 · June 2022 · June; "may" and "march" only where they are months."""
        month = self._month_at(lowered, start)
        if month is None or not text[start].isupper():
            return []
        number, end = month
        if match := _AFTER_MONTH_DAY.match(text, end):
            if 1 <= int(match[1]) <= 31:
                year = int(match[2]) if match[2] else None
                return [Found(start, match.end(), "DATE", date_value(int(match[1]), number, year))]
        after, year = self._year_after(text, end)
        if year is not None:
            return [Found(start, after, "DATE", date_value(None, number, year))]
        word = lowered[start:end].rstrip(".")
        if (word in ("may", "march", "mar", "jan", "dec") or len(word) < 4) and _word_before(lowered, start) not in _MONTH_CUES:
            return []
        return [Found(start, end, "DATE", date_value(None, number, None))]

    def read_weekday(self, text: str, lowered: str, start: int) -> list[Found]:
        """Tuesday 14 June 2022 · Tuesday, June 14 · Tuesday."""
        match = _WORD.match(text, start)
        if match is None or not text[start].isupper():
            return []
        word = match.group().rstrip(".")
        weekday = self._forms.weekdays.get(word.lower())
        if weekday is None:
            return []
        following = _AFTER_WEEKDAY.match(text, match.end())
        if following and following.end() < len(text):
            if text[following.end()].isdigit():
                found = self._date(text, lowered, following.end(), weekday, start)
                if found:
                    return [found]
            for found in self.read_month(text, lowered, following.end()):
                if found.value and found.value.count("-") >= 2 and len(found.value) > 4:
                    return [Found(start, found.end, "DATE", _with_weekday(found.value, weekday))]
        if len(word) < 4:
            return []  # "Sun", "Sat", "Wed" alone are words
        return [Found(start, start + len(word), "DATE", date_value(None, None, None, weekday))]

    # Times ------------------------------------------------------------------------------------------------------

    def _time(self, text: str, start: int) -> Found | None:
        if match := _CLOCK.match(text, start):
            half = (match[3] or "").lower().replace(".", "")
            told = bool(half) or text[match.end(1)] == ":" or bool(_AT.search(text, max(0, start - 8), start) and int(match[1]) < 24)
            value = time_value(int(match[1]), int(match[2]), half if half in ("am", "pm") else "")
            if told and value and not (not half and text[match.end() :].lstrip().startswith("%")):
                return Found(start, match.end(), "TIME", value)
        if match := _HOUR.match(text, start):
            half = match[2].lower().replace(".", "")
            value = time_value(int(match[1]), 0, half if half in ("am", "pm") else "")
            if half == "midnight":
                value = "24:00"
            return Found(start, match.end(), "TIME", value) if value else None
        if match := _MILITARY.match(text, start):
            return Found(start, match.end(), "TIME", f"{match[1]}:{match[2]}")
        return None

    def read_whole(self, text: str, lowered: str, start: int) -> list[Found]:
        """noon · midnight · unanimously · nem con."""
        if match := _NEM_CON.match(text, start):
            return [Found(start, match.end(), "VOTE", "unanimous")]
        for word, (label, value) in _WHOLE.items():
            if lowered.startswith(word, start) and not lowered[start + len(word) : start + len(word) + 1].isalnum():
                return [Found(start, start + len(word), label, value)]
        return []

    # Numbers and what follows them ------------------------------------------------------------------------------

    def _number(self, text: str, lowered: str, start: int) -> list[Found]:
        match = _FIGURES.match(text, start)
        if match is None:
            return []
        mark = _ORDINAL_MARK.match(text, match.end())
        if mark and match.group().isdigit():
            return [Found(start, mark.end(), "NUMBER", ordinal(int(match.group()[:9])))]
        return self._with_tail(text, lowered, start, match.end(), match.group())

    def _with_tail(self, text: str, lowered: str, start: int, end: int, digits: str) -> list[Found]:
        value, is_scaled = scaled(digits), False
        if scale := _SCALE.match(text, end):
            # "14 m" and "14 k" with a blank are metres and a slip; "14 million" is a number
            if len(scale[1]) > 1 or scale.end() - end == 1:
                is_scaled, scaled_value, scaled_end = True, scaled(digits, self._forms.scales[scale[1]]), scale.end()
        if is_scaled:
            if found := self._currency_after(text, lowered, start, scaled_end, scaled_value):
                return [found]
            glued_letter = scaled_end - end == 1
            if glued_letter and text[end] in "kK":
                return [Found(start, scaled_end, "MONEY", scaled_value)]
            if not glued_letter:
                end, value = scaled_end, scaled_value
        if match := _PER_CENT.match(text, end):
            return [Found(start, match.end(), "PERCENT", f"{value}%")]
        if match := _PENCE.match(text, end):
            return [Found(start, match.end(), "MONEY", f"GBP {_pence(value)}")]
        if found := self._currency_after(text, lowered, start, end, value):
            return [found]
        if match := _UNIT.match(text, end):
            unit = longest_phrase(self._forms.units, match[1].lower(), lowered, match.start(1))
            if unit:
                return [Found(start, unit[0], "QUANTITY", f"{value} {unit[1]}")]
        if text[end : end + 1].isalpha() or text[end : end + 1] == "_":
            return []
        return [Found(start, end, "NUMBER", value)]

    def _currency_after(self, text: str, lowered: str, start: int, end: int, value: str) -> Found | None:
        match = _CURRENCY_AFTER.match(text, end)
        if match is None:
            return None
        found = longest_phrase(self._forms.currencies, match[1].lower(), lowered, match.start(1))
        return Found(start, found[0], "MONEY", f"{found[1]} {value}") if found else None

    def read_sum(self, text: str, lowered: str, start: int) -> list[Found]:
        """£1,000 · £1.4 million · EUR 300k."""
        sign = text[start] if text[start] in "£$€" else text[start : start + 3]
        begin = start + len(sign)
        match = _FIGURES.match(text, begin + (text[begin : begin + 1] == " "))
        currency = longest_phrase(self._forms.currencies, sign.lower(), lowered, start) if len(sign) > 1 else None
        code = currency[1] if currency else {"£": "GBP", "$": "USD", "€": "EUR"}.get(sign)
        if match is None or code is None:
            return []
        if scale := _SCALE.match(text, match.end()):
            return [Found(start, scale.end(), "MONEY", f"{code} {scaled(match.group(), self._forms.scales[scale[1]])}")]
        return [Found(start, match.end(), "MONEY", f"{code} {scaled(match.group())}")]

    def read_spoken(self, text: str, lowered: str, start: int) -> list[Found]:
        """seven · twenty-one weeks · two hundred and five · the third · seven votes to three."""
        words = lowered[start : start + 80].replace("-", " ").split(" ")[:9]
        spoken = spoken_number(_unbroken(words))
        if spoken is None:
            return []
        value, used = spoken
        end = _end_of_words(lowered, start, used)
        before = _word_before(lowered, start)
        first = lowered[start:end]
        if first == "second" and before not in _NOT_SECOND:
            return []
        if first == "one" and self._is_pronoun(lowered, start, end, before):
            return []
        if not value.isdigit():
            return [Found(start, end, "NUMBER", value)]
        votes = self._votes(text, lowered, start, end, value)
        return ([votes] if votes else []) + self._with_tail(text, lowered, start, end, value)

    def _is_pronoun(self, lowered: str, start: int, end: int, before: str) -> bool:
        following = _UNIT.match(lowered, end)
        after = following[1] if following else ""
        if lowered[start - 1 : start] == "-" or lowered[end : end + 1] in ("'", "-"):
            return not (following and after in self._forms.units)
        return before in _NOT_ONE_BEFORE or after in _NOT_ONE_AFTER or not following or following.group()[0] != " "

    # Votes ------------------------------------------------------------------------------------------------------

    def _votes(self, text: str, lowered: str, start: int, end: int | None = None, value: str = "") -> Found | None:
        if end is None:
            match = re.compile(r"\d{1,4}(?![\w.,/:]\d)").match(text, start)
            if match is None:
                return None
            end, value = match.end(), match.group()
        if match := _VOTES_TO.match(text, end):
            other = _counted(match[1])
            return Found(start, match.end(), "VOTE", f"for {value} against {other}") if other else None
        if _word_before(lowered, start) == "by" and (match := _TO.match(text, end)):
            other = _counted(match[1])
            return Found(start, match.end(), "VOTE", f"for {value} against {other}") if other else None
        counts: list[str] = []
        while match := _COUNTED.match(text, end):
            counts.append(f"{_kind(match[1])} {value}")
            end = match.end()
            following = _NEXT_COUNT.match(text, end)
            number = _counted(following[1]) if following else None
            if following is None or number is None or not _COUNTED.match(text, following.end()):
                break
            end, value = following.end(), number
        if len(counts) > 1 or (counts and not counts[0].startswith("for")):
            return Found(start, end, "VOTE", " ".join(counts))
        return None

    def read_labelled_votes(self, text: str, lowered: str, start: int) -> list[Found]:
        """For: 7, Against: 3, Abstentions: 1."""
        counts: list[str] = []
        end = place = start
        while match := _LABELLED.match(text, place):
            counts.append(f"{_kind(match[1])} {int(match[2])}")
            end = match.end()
            gap = _LABELLED_NEXT.match(text, end)
            place = gap.end() if gap else end
        return [Found(start, end, "VOTE", " ".join(counts))] if counts else []

    # References -------------------------------------------------------------------------------------------------

    def _code(self, text: str, start: int) -> Found | None:
        match = _CODE.match(text, start)
        if match is None or (match.group().isdigit()):
            return None
        return Found(start, match.end(), "REFERENCE", match.group())

    def read_code(self, text: str, start: int) -> Found | None:
        """Capitals and figures glued together: GBP/2223/001, AM119; a statutory instrument."""
        if match := _STATUTE.match(text, start):
            return Found(start, match.end(), "LAW", f"si {match[1]}/{match[2]}")
        if match := _QUARTER.match(text, start):
            return Found(start, match.end(), "DATE", f"{match[2]}-Q{match[1]}" if match[2] else f"Q{match[1]}")
        match = _LETTERED_CODE.match(text, start)
        return Found(start, match.end(), "REFERENCE", match.group()) if match else None

    def read_reference(self, text: str, lowered: str, start: int) -> list[Found]:
        """Minute 12 · minute no. 61/21 · Appendix A/1 · resolution (b) · page 4 · No. 7."""
        word = _WORD.match(lowered, start)
        if word is None:
            return []
        noun = longest_phrase(self._forms.references, word.group().rstrip("."), lowered, start)
        if noun is None:
            return []
        mark = _NUMBER_MARK.match(text, noun[0])
        place = mark.end() if mark else noun[0]
        match = _IDENTIFIER.match(text, place)
        if match is None or place == noun[0] and text[place] != "(":
            return []
        name = match.group()
        stopped = "." in text[noun[0] : place] or ":" in text[noun[0] : place]
        if not any(map(str.isdigit, name)) and (stopped or name in ("A", "I") or name.islower()) and name[0] != "(":
            if not (name in ("A",) and noun[1] in ("appendix", "annex", "schedule", "option", "plan")):
                return []
        if noun[1] == "number" and not any(map(str.isdigit, name)):
            return []
        return [Found(start, match.end(), "REFERENCE", f"{noun[1]} {name.casefold()}")]


def _unbroken(words: list[str]) -> list[str]:
    """The words up to the first mark: in "seven, eight" the number is seven."""
    for place, word in enumerate(words):
        bare = word.rstrip(",.;:)'\"!?")
        if bare != word or not word:
            return [*words[:place], bare]
    return words


def _kind(word: str) -> str:
    word = word.lower()
    return "for" if word.startswith(("for", "in favour")) else "against" if word == "against" else "abstained"


def _counted(word: str) -> str | None:
    if word.isdigit():
        return str(int(word))
    if word.lower() in ("no", "none", "nil"):
        return "0"
    spoken = spoken_number(word.lower().split("-"))
    return spoken[0] if spoken and spoken[0].isdigit() else None


def _pence(value: str) -> str:
    """Pence as pounds: "50" → "0.5"."""
    whole, _, fraction = value.partition(".")
    whole = whole.zfill(3)
    return scaled(f"{whole[:-2]}.{whole[-2:]}{fraction}")


def _with_weekday(value: str, weekday: int) -> str:
    year, month, day = (value[:4], value[5:7], value[8:10]) if value[0] != "-" else ("", value[2:4], value[5:7])
    return date_value(int(day), int(month), int(year) if year else None, weekday)


def _word_before(lowered: str, start: int) -> str:
    words = lowered[max(0, start - 16) : start].split()
    return words[-1] if words else ""


_NTH_WORD = re.compile(r"[^\W\d_]+")


def _end_of_words(lowered: str, start: int, count: int) -> int:
    """Where the `count`-th word from `start` ends."""
    place = start
    for _ in range(count):
        match = _NTH_WORD.search(lowered, place)
        if match is None:
            break
        place = match.end()
    return place
