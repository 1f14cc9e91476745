"""Reads postal addresses: the number, the street, and what stands between them and the postcode.

14 Tanner Row, Elmsport, EP4 2QT           one place, not a number, a street and a code
Flat 2, 9a Mill Lane                       an address without a code ends with its street
14 Members walked                          none: "walked" is no street
4 Church Road, Councillor Orr said         ends with "Road"
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from compare.annotate.entities import Candidate

_NAME = r"[A-Z][\w'’.-]*"
_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
_LONGEST = 200  # characters


class AddressReader:
    """Reads addresses whose street ends with one of these nouns: "Road", "St"."""

    def __init__(self, street_nouns: Iterable[str]) -> None:
        streets = "|".join(map(re.escape, sorted(street_nouns)))
        self._pattern = re.compile(
            rf"\d{{1,4}}[A-Za-z]?(?:[-–/]\d{{1,4}}[A-Za-z]?)?,?\s(?:{_NAME}\s){{1,3}}(?:{streets})\b"
            rf"(?:(?:,?\s{_NAME}(?:\s{_NAME}){{0,2}}){{0,3}},?\s{_POSTCODE})?"
        )

    def read(self, text: str, start: int) -> Candidate | None:
        """The address whose number begins at `start`. Cost: constant."""
        match = self._pattern.match(text, start, start + _LONGEST) if text[start].isdigit() else None
        return Candidate(start, match.end(), "LOC", None) if match else None
