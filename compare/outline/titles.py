"""What an item is called: its heading without dress, or the lead of the paragraph that is the whole item.

**Play areas** pdf icon PDF 90 KB                  Play areas
Vacancy at No. 6. Five had applied.                Vacancy at No. 6
Speeding Mr Rowe said that cars were too fast.     Speeding
"""

from __future__ import annotations

import re

from compare.outline.web_labels import without_file

# The longest title, in characters; a numbered list item that is promoted to an item can be a whole paragraph.
LONGEST_TITLE = 240
# The longest lead of a numbered paragraph that stands for its title, in characters.
_LONGEST_LEAD = 80
_MOST_TITLE_WORDS = 6  # of a title without a stop behind it

# Not "No. 6", "Mr. Ash", "St. Ann".
_LEAD = re.compile(
    rf".{{3,{_LONGEST_LEAD}}}?(?:"
    r"(?<!\bNo)(?<!\bNos)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bCllr)(?<!\b[A-Z])\.(?=\s|$)"
    r"|:(?=\s|$)|\s[-–—]\s|$)"
)
_STARS = re.compile(r"\*+")
# Words in capitals by which a sentence begins right behind a title without a stop.
_BEGINS = re.compile(
    r"(?:The|An?|It|This|These|There|He|She|They|We|All|None|No|Nothing|Miss|Councillors?)|(?:Mr|Mrs|Ms|Dr|Cllrs?)\.?"
)
_NOTHING = frozenset({"None", "Nil"})
_NEVER_LAST = frozenset({"of", "from", "for", "to", "by", "with", "and", "the", "on", "in", "at"})


def clean_title(text: str) -> str:
    """The words of a heading, without emphasis and without the file that a web page glued to it."""
    title = " ".join(without_file(text[: LONGEST_TITLE * 2].strip("*_ ")).split())
    return _STARS.sub("", title)[:LONGEST_TITLE].strip("_ ")


def lead_of(text: str) -> str:
    """The lead of a numbered paragraph: up to its first stop, colon or dash or the sentence behind it, or a line."""
    title = clean_title(text)
    match = _LEAD.match(title)
    lead = match.group().rstrip(" .:–—-") if match else title[:_LONGEST_LEAD].rsplit(" ", 1)[0]
    words = lead.split(" ")
    for place, word in enumerate(words[1 : _MOST_TITLE_WORDS + 1], start=1):
        begins = word in _NOTHING or (len(words) > place + 1 and _BEGINS.fullmatch(word))
        if begins and words[place - 1].casefold() not in _NEVER_LAST:
            return " ".join(words[:place])
    return lead if match else f"{lead} …"
