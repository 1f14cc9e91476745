"""The writings of dates, times, sums, votes and laws that the rules do not ask for, as expressions.

    carried [5-1]   ·   [all in favour]   ·   [half past two]   ·   the [first Monday]   ·   [House Bill 12]

Every repeat is bounded, so that no text makes one slow, and a text is searched only for what it may hold.
"""

from __future__ import annotations

from typing import NamedTuple

from compare.annotate.entities.values import CARDINALS

_SPOKEN = "|".join(sorted((word for word in CARDINALS if word != "zero"), key=len, reverse=True))
_COUNT = rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,4}}|(?:{_SPOKEN})(?:-(?:{_SPOKEN}))?"
_COUNT += "|no|nil|none|nobody|no-one|no one|zero)"
_SIDE = r"(?:for|in favou?r|against|abstain(?:ed|ing)|abstentions?|opposed|dissenting)"
_VOTERS = r"(?:members?|councillors?|votes?|governors?|trustees|people)"
_CAST = rf"{_COUNT}(?: {_VOTERS})?(?: (?:voted|voting|were|cast))? {_SIDE}(?!\w)(?! (?:the )?(?:year|sum|cost))"
_CAST_NUMBER = r"\d{1,3}(?:,\d{3}){0,3}(?: ?[-+] ?\d{1,3} ?= ?\d{1,3})?(?: \(\d{1,3}(?:\.\d{1,3})?%\))?"
_LABELLED = (
    r"(?:votes? )?(?:for|in favou?r|against|withheld|abstain(?:ed)?|abstentions?|ayes?|noes|nays?)"
    rf"(?: ?[:=] ?| - ?| | \(){_CAST_NUMBER}\)?"
)
_SAID = (
    r"(?:carried|passed|agreed|approved|adopted|defeated|failed|fell|rejected|voted?|votes"
    r"|(?:was|motion|amendment|proposal) lost)"  # a team loses too
)

_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CLOCK = r"\d{1,2}(?:[.:][0-5]\d)?"
_HALF = r" ?(?:am|pm|a\.m\.?|p\.m\.?|noon|midday|midnight)"
ZONE = r"(?:UTC|GMT|BST|IST|JST|CES?T|[ECMP][SD]?T|AE[SD]T)"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_YEAR = r"(?:19|20)\d\d"
_SEASONS = ("spring", "summer", "autumn", "winter", "michaelmas", "lent", "easter", "christmas", "hilary", "trinity")
_AFTER_DAY = r"(?=[.,;:)]|$| (?:and|or|at|to|but|in|as|if|with|for|because|so|unless|when|the)(?!\w))"
_NUMBER = r"\d{1,3}(?:,\d{3}){0,4}(?:\.\d{1,3})?"
_SCALE = r"(?: ?(?:million|billion|thousand|bn|[km]))?"
_UNIT = r"(?:hour|day|week|month|year|minute|mile|metre|hectare|acre|kilometre)s?"
_DAY_OF_MONTH = r"(?:0?[1-9]|[12]\d|3[01])"
_FOUR = r"(?:[01]\d|2[0-3])[0-5]\d"
WELSH_MONTHS = (
    "ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin", "gorffennaf", "awst", "medi",
    "hydref", "tachwedd", "rhagfyr",
)  # fmt: skip
_WELSH_MONTH = rf"(?:{'|'.join(WELSH_MONTHS)})"
_WELSH_DAY = r"(?:llun|mawrth|mercher|iau|gwener|sadwrn|sul)"
CITED = r"\d{1,4}(?:\.\d{1,3}){0,3}[A-Za-z]?(?:\([\da-z]{1,4}\)){0,3}(?![\w/%])"


class Shape(NamedTuple):
    """A way of writing: what stands in the small letters of each text that holds one, and the expression of it.

    A text without any of the cues is not searched, and the expression is not compiled until a text has one. What is
    told is the group "told" where there is one, and the whole otherwise.
    """

    label: str
    cues: tuple[str, ...]
    pattern: str


def _shape(label: str, cues: str, *parts: str) -> Shape:
    return Shape(label, tuple(cue.replace("_", " ") for cue in cues.split()), rf"(?<!\w)(?:{''.join(parts)})")


# Of shapes that overlap the longer is told, of two as long the first. All are asked of small letters; "_" in a cue is a
# blank.
_VOTES = (
    _shape(
        "VOTE",
        "majority",
        r"by (?:an? |the )?(?:[\w-]{3,14} )?majority(?: (?:vote|decision))?",
        rf"(?: of {_COUNT}(?: votes?)? (?:to|against) {_COUNT})?(?!\w| of (?!{_COUNT}))",
    ),
    _shape("VOTE", "in_favo", rf"all (?:(?:{_VOTERS}|present|those|were|voted|voting) ){{0,3}}in favou?r(?!\w)"),
    _shape("VOTE", "_by_all", rf"{_SAID} (?P<told>by all)(?: (?:members|present))?(?=[.,;:)]|$| that)"),
    _shape(
        "VOTE",
        "favour favor against absten abstain",
        rf"{_CAST}(?:(?:,|;|,? and|,? with)? {_CAST}){{1,3}}",
        r"|(?:nobody|none|nil|no one|no-one|no(?: votes?)?) against(?!\w)|no abstentions",
    ),
    _shape(
        "VOTE",
        "favour favor against ayes noes abst",
        rf"{_LABELLED}(?:[,;.]? {{1,3}}(?:and )?{_LABELLED}){{1,3}}",
    ),
    _shape(
        "VOTE",
        "carried passed agreed approved adopted defeated failed fell rejected vote_ voted_ votes_ lost_",
        rf"{_SAID}(?: unanimously)?:? \(?(?P<told>(?:by )?(?:\d{{1,3}}-\d{{1,3}}(?:-\d{{1,3}})?",
        rf"|{_COUNT} to {_COUNT}(?: votes?)?)(?: with {_COUNT} abstentions?)?)(?![\w/-]|\.\d)",
    ),
    _shape(
        "VOTE",
        "_votes_ _vote_",
        rf"by {_COUNT} votes? (?:to|against) {_COUNT}(?: votes?)?(?:,? with {_COUNT} abstentions?)?(?!\w)",
    ),
    _shape("VOTE", "_votes_with", rf"(?:by )?{_COUNT} votes? with {_CAST}(?:(?:,|,? and) {_CAST}){{0,2}}"),
    _shape("VOTE", "% per_cent", r"\d{1,3}(?:\.\d{1,3})? ?(?:%|per ?cent) (?:in favou?r|against)(?!\w)"),
    _shape("VOTE", "_vote", rf"{_COUNT} votes?(?: each(?: way)?)?(?!\w)"),
    _shape(  # "Vote on the colour: red 4, blue 2"
        "VOTE",
        "vote",
        r"votes?(?!\w)[^.:;\n]{0,40}: (?P<told>[a-z][a-z '-]{0,25} \d{1,3}",
        r"(?:[,;] (?:and )?[a-z][a-z '-]{0,25} \d{1,3}){1,4})(?!\w)",
    ),
)
_OTHERS = (
    _shape("TIME", "am pm a.m p.m noon", rf"(?<![.:/£$€,-]){_CLOCK}(?:{_HALF})?-{_CLOCK}{_HALF}(?!\w)"),
    _shape("PERCENT", "% cent", rf"(?<![£$€.:/-]){_NUMBER}-{_NUMBER} ?(?:%|per ?cent)"),
    _shape("QUANTITY", "-", rf"(?<![£$€.:/-])\d{{1,4}}-\d{{1,4}}[ -]{_UNIT}(?!\w)"),
    _shape("TIME", "o'clock", rf"{_HOUR} o'clock(?!\w)"),
    _shape(
        "TIME",
        "half_past quarter_past quarter_to",
        rf"(?:half past|(?:a )?quarter (?:past|to)) (?:{_HOUR}|\d{{1,2}})(?:{_HALF})?(?!\w)",
    ),
    _shape("TIME", "_past_", rf"(?:five|ten|twenty|twenty-five|\d\d?)(?: minutes)? past {_HOUR}(?!\w)"),
    _shape(
        "TIME",
        "five_to_ ten_to_ twenty_to_",
        rf"(?:at|by|until|till|from|about|around|or) (?P<told>(?:five|ten|twenty|twenty-five) to {_HOUR})(?!\w)",
    ),
    _shape("TIME", "noon midday midnight", r"(?:12|twelve) (?:noon|midday|midnight)(?!\w)"),
    _shape("TIME", "_gmt _bst _utc", r"[012]?\d[.:][0-5]\d (?:gmt|bst|utc)(?!\w)"),
    _shape(
        "DATE",
        "monday tuesday wednesday thursday friday saturday sunday",
        r"(?:(?:first|second|third|fourth|(?<=the )last|last(?= \w{3,6}days? (?:in|of) )|1st|2nd|3rd|4th)",
        rf" {_DAY}s?(?: (?:in|of) {_MONTH}(?: {_YEAR})?)?",
        rf"|{_DAY}s)(?!\w)",
    ),
    _shape(
        "DATE",
        " ".join(_SEASONS),
        rf"(?:{'|'.join(_SEASONS)})(?: term)?,? {_YEAR}(?:[/-]\d\d(?:\d\d)?)?(?!\w)",
    ),
    _shape(
        "DATE",
        " ".join(f"_the_{figure}" for figure in range(1, 10)),
        r"(?:by|on|until|till|before|after|from|since|to|and|or) the (?P<told>\d{1,2}(?:st|nd|rd|th))",
        _AFTER_DAY,
    ),
    _shape(  # "Friday 22nd", and in capitals "FRIDAY 22ND MARCH 2024"
        "DATE",
        "day_ day,",
        rf"{_DAY},? (?:the )?\d{{1,2}}(?:st|nd|rd|th)(?:,? (?:of )?{_MONTH}(?:,? {_YEAR})?)?(?!\w)",
    ),
    _shape("DATE", "mid-", rf"mid-{_MONTH}(?: {_YEAR})?(?!\w)"),
    _shape(
        "DATE",
        "mon tue wed thu fri",
        r"(?:by|on|until|till|or|next|before) (?P<told>mon|tues?|wed|thurs?|thu|fri)(?![\w-])",
    ),
    _shape(
        "DATE",
        "date on_ signed",
        rf"(?:dated?|on|signed):? (?P<told>{_DAY_OF_MONTH}\.(?:0?[1-9]|1[0-2])\.(?:{_YEAR}|\d\d))(?![\w.]\w|\w)",
    ),
    _shape(
        "DATE",
        "dydd_",
        rf"dydd {_WELSH_DAY}(?:,? {_DAY_OF_MONTH}[a-z]{{0,3}}(?: o)? {_WELSH_MONTH}(?: {_YEAR})?)?(?!\w)",
    ),
    _shape(
        "DATE", "_" + " _".join(WELSH_MONTHS), rf"{_DAY_OF_MONTH}[a-z]{{0,3}}(?: o)? {_WELSH_MONTH}(?: {_YEAR})?(?!\w)"
    ),
    _shape("TIME", "hrs hours", rf"{_FOUR}(?: ?(?:-|to) ?{_FOUR})? ?(?:hrs|hours)(?!\w)"),
    _shape(
        "TIME",
        " ".join(f"{mark}0{hour}" for mark in ("_", "-") for hour in range(10)),
        rf"(?<![£$€.:/,-])(?:0\d[0-5]\d(?: ?- ?| to ){_FOUR}|{_FOUR}(?: ?- ?| to )0\d[0-5]\d)(?![\w/-]|[.,]\d)",
    ),
    _shape(
        "TIME",
        "closed ended adjourned finished started began opened resumed commenced concluded",
        r"(?:closed|ended|adjourned|finished|started|began|opened|resumed|commenced|concluded)(?: at)?:? "
        r"(?P<told>(?:[01]?\d|2[0-3])[.:][0-5]\d)(?! ?(?:am|pm|a\.m|p\.m|-|hrs|hours|%|m\b|to\b)|\w|[.,]\d)",
    ),
    _shape("TIME", "am pm", r"(?<![.:/£$€,-])\d{1,2}(?:[.:][0-5]\d)? ?[ap]m(?:utc|gmt|bst|[ecmp][sd]?t)(?!\w)"),
    _shape("TIME", "am_ pm_", r"(?<![.:/£$€,-])\d{1,2}(?:[.:][0-5]\d)? ?[ap]m (?:utc|gmt|bst|[ecmp][sd]?t)(?!\w)"),
    _shape(
        "QUANTITY",
        "metre litre gram watt",
        rf"(?<![£$€.:/-]){_NUMBER} (?:milli|centi|kilo|mega|giga)?(?:metre|litre|gram|gramme|watt)s?(?!\w)",
    ),
    _shape("REFERENCE", "item", r"(?:agenda )?item \d{1,2}(?= minutes?(?!\w))"),
    _shape("MONEY", "us$", rf"us\${_NUMBER}{_SCALE}(?!\w)"),
    _shape("PERCENT", "¼ ½ ¾ ⅓ ⅔", r"\d{0,3}[¼½¾⅓⅔] ?(?:%|per ?cent)"),
    _shape("QUANTITY", "and_a_half", rf"an? {_UNIT} and a half|{_COUNT} and a half {_UNIT}(?!\w)"),
    _shape("QUANTITY", "min", r"\d{1,2} ?h(?:rs?|ours?)? ?\d{1,2} ?m(?:ins?|inutes?)(?!\w)"),
    _shape("LAW", "_bill_", r"(?:house|senate|assembly) bill \d{1,5}(?!\w)"),
    _shape("LAW", "s.", r"s\. ?(?:1[7-9]|[2-9]\d|[1-3]\d\d)[a-z]?(?= (?:agreement|money|payment|grant|notice|power))"),
    _shape("REFERENCE", "#", r"(?:(?:issue|pr|pull request|ticket|bug|mr|rfc) )?#\d{1,6}(?!\w)"),
)
SHAPES = (*_VOTES, *_OTHERS)

# What stands before the end of a range and after its beginning.
RANGES_BEFORE = {
    "TIME": rf"(?<![\w.:/£$€,-]){_CLOCK}(?:{_HALF})? ?(?:-|to) ?$",
    "QUANTITY": rf"(?<![\w£$€.:/-]){_COUNT}(?: ?- ?| to | or )$",
    "PERCENT": rf"(?<![\w£$€.:/-]){_NUMBER} ?- ?$",
}
RANGES_AFTER = {
    "TIME": rf" ?(?:-|to) ?(?:{_CLOCK}{_HALF}|\d{{1,2}}[.:][0-5]\d|noon|midday|midnight)(?![\w:])",
    "MONEY": rf"(?: ?- ?[£$€]?| to [£$€]){_NUMBER}{_SCALE}(?![\w/%])",
}
BACK = 24  # characters before the end of a range: "twenty-five to thirty " has as many
