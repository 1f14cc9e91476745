"""Every error that a user can meet: place, cause and remedy, kept apart and joined only at the door.

minutes.docx: the file is encrypted. Save a copy without a password and compare that.
└ place ────┘ └ cause ─────────────┘ └ remedy ────────────────────────────────────┘
"""

from __future__ import annotations


class CompareError(Exception):
    """Something the user can put right. Doors catch only this; a bug keeps its traceback."""

    def __init__(self, place: str, cause: str, remedy: str) -> None:
        super().__init__(place, cause, remedy)
        self.place = place
        self.cause = cause
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.place}: {self.cause}. {self.remedy}"


class UnreadableError(CompareError):
    """A file that cannot be opened or decoded."""


class UnsupportedFormatError(CompareError):
    """A file of a kind that is not read (yet)."""


class MissingLibraryError(CompareError):
    """A format whose library is not installed; the remedy is the command that installs it."""


class TooLargeError(CompareError):
    """An input over a stated bound."""


class ProfileError(CompareError):
    """A house-style profile that cannot be used; the place names file, line and key."""


class ModelError(CompareError):
    """A language model that is not there, or cannot be used."""


class ScopeError(CompareError):
    """Items that do not exist, or two documents with little in common."""


class OutputError(CompareError):
    """A report that cannot be written where it was asked for."""


class UsageError(CompareError):
    """Arguments that cannot mean anything together."""
