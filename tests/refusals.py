"""What every refusal keeps: one line "place: cause. Remedy.", an error of ours, and no words of a bug.

minutes.docx: the file is damaged or was cut off. Copy or download it again, or save it anew.
└ place ────┘ └ cause ───────────────────────────┘ └ remedy ─────────────────────────────────┘
"""

from __future__ import annotations

import re

from compare.errors import CompareError

# Characters of a refusal.
_LONGEST = 400
_LINE = re.compile(r"(?P<place>[^\n]+): (?P<cause>[^\n]*[^.\n])\. (?P<remedy>[A-Z][^\n]*\.)")
_OF_A_BUG = re.compile(
    r"Traceback|\w(?:Error|Exception)\b|object at 0x|<class|\[Errno|\bNone\b|lxml|zlib|\\x|, line \d+"
)


def faults_of_refusal(line: str, place: str) -> list[str]:
    """What is wrong with a refusal of the file `place`; empty if nothing is."""
    found = _LINE.fullmatch(line)
    if found is None or not line.startswith(f"{place}: "):
        return ["not one line of the file's name, a cause and a remedy"]
    said = line.removeprefix(f"{place}: ")
    faults = [f"words of a bug: {match[0]!r}" for match in _OF_A_BUG.finditer(said)]
    return [*faults, *(["a long line"] if len(line) > _LONGEST else [])]


def assert_refused(error: CompareError, *kinds: type[CompareError], place: str, cause: str = ".+") -> None:
    """The error is of one of these kinds, and its parts make a line to act on; `place` and `cause` are patterns."""
    assert type(error) in kinds, repr(error)
    assert re.fullmatch(place, error.place), repr(error)
    assert re.fullmatch(cause, error.cause), repr(error)
    assert faults_of_refusal(str(error), error.place) == [], str(error)
