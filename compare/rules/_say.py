"""The sentences in which rules speak: what differs, with the words. Never "was corrected": that, nobody knows."""

from __future__ import annotations

import re

from compare.rules._change import Change
from compare.values import Reading, Verdict

# Longer quotations are shortened. Unit: characters; a line of a report holds two of them.
_LONGEST = 60

_QUOTED = re.compile(r"(?<!\w)'(.+?)'(?!\w)")


def quoted(text: str) -> str:
    """The words in quotation marks, on one line, shortened where they are long."""
    line = " ".join(text.split()).strip("*_#") or text.strip()
    if line.endswith(".") and " " in line:
        line = line[:-1]  # the reason's own full stop follows
    if len(line) > _LONGEST:
        line = line[: _LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    return f"“{line}”" if any(character.isalnum() for character in line) else f"‘{line}’"


def differs(change: Change) -> str:
    """What stands on either side, without a full stop."""
    draft, final = change.draft.text.strip(), change.final.text.strip()
    if draft and final:
        return f"The draft has {quoted(draft)} where the final has {quoted(final)}"
    return stands_alone(change.draft, change.final)


def difference(change: Change) -> str:
    """The same, to stand inside a sentence."""
    said = differs(change)
    return f"t{said[1:]}" if said.startswith("The ") else said


def stands_alone(draft: Reading, final: Reading) -> str:
    """That a passage stands on one side only, without a full stop."""
    if final.text.strip():
        return f"{quoted(final.text)} stands in the final only"
    return f"{quoted(draft.text)} stands in the draft only"


def sentence(*parts: str) -> str:
    """The parts joined by semicolons and ended with a full stop."""
    said = "; ".join(part.strip().rstrip(".") for part in parts if part.strip())
    return said[:1].upper() + said[1:] + "."


def accused(change: Change, verdict: Verdict | None) -> str:
    """What differs, and why one side looks wrong."""
    return sentence(differs(change), curled(verdict.why) if verdict else "")


def curled(text: str) -> str:
    """The text with its 'quoted words' in the quotation marks that reasons have."""
    return _QUOTED.sub(r"“\1”", text)
