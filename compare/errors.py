"""Defines every error that a user can meet: place, cause and remedy, kept apart until they are shown.

minutes.docx: the file is encrypted. Save a copy without a password and compare that.
└ place ────┘ └ cause ─────────────┘ └ remedy ────────────────────────────────────┘
"""

from __future__ import annotations


class CompareError(Exception):
    """Something the user can put right. Programs catch only this; a bug keeps its traceback.

    `setting` is the argument it is about ("scope"), where the place is that argument. The command line has another
    spelling for those, and shows `--scope` for `scope`, `--no-model` for `use_model=False`.
    """

    def __init__(self, place: str, cause: str, remedy: str, *, setting: str | None = None) -> None:
        super().__init__(place, cause, remedy)
        self.setting = setting
        self.place = place
        self.cause = cause
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.place}: {self.cause}. {self.remedy}"


class UnreadableError(CompareError):
    """A file cannot be opened or decoded."""


class UnsupportedFormatError(CompareError):
    """A file is of a kind that is not read (yet)."""


class MissingLibraryError(CompareError):
    """The library of a format is not installed; the remedy is the command that installs it."""


class TooLargeError(CompareError):
    """An input is larger than a stated bound."""


class ProfileError(CompareError):
    """A house-style profile cannot be used; the place names file, line and key."""


class ModelError(CompareError):
    """A language model is missing, or cannot be used."""


class ScopeError(CompareError):
    """An item that does not exist was asked for, or the two documents have little in common."""


class OutputError(CompareError):
    """A report cannot be written where it was asked for."""


class UsageError(CompareError):
    """The arguments make no sense, alone or together."""
