"""What a hostile case is: a file to make, and what the program must make of it.

refused     exit 2, one line that begins with the file's name, and these words in it; no report
read        exit 0 or 1, a report; these words in it, where some are named
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Trap:
    """What a hostile file reaches for: a file that no document may show, a server that no one may call."""

    secret: Path
    address: str


@dataclass(frozen=True, slots=True)
class Case:
    """A hostile or broken file, by the name that it is given."""

    file: str
    make: Callable[[Trap], bytes]
    refused: str | None = None  # words of the line; `None` for a file that is read
    may_be_refused: bool = False  # both are right, where libraries of other versions go less deep
    shows: tuple[str, ...] = ()  # words of the report
    hides: tuple[str, ...] = ()  # words that are not in the report
    options: tuple[str, ...] = ()


def constant(data: bytes) -> Callable[[Trap], bytes]:
    """A file that reaches for nothing."""
    return lambda _: data


def lazy(make: Callable[[], bytes]) -> Callable[[Trap], bytes]:
    """A file that reaches for nothing, and is only made when it is needed."""
    return lambda _: make()
