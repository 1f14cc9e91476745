"""The sentences in which rules speak: what differs, with the words. Never "was corrected": that, nobody knows."""

from __future__ import annotations

import re

from compare.rules._change import Change
from compare.values import Reading, Verdict

# Longer quotations are shortened. Unit: characters; a line of a report holds two of them.
_LONGEST = 60
_READ = 4000  # characters of a passage that are looked at: what is quoted stands at its beginning

_QUOTED = re.compile(r"(?<!\w)'(.+?)'(?!\w)")

# What dresses words in markdown and saved pages, and is not read aloud: a link's address, a tag of HTML, the bullet,
# hashes or box before a line, emphasis, an escaping backslash.
_LINK = r"!?\[([^\[\]]+)\]\([^\s()]*\)"
_TAG = r"</?(?:a|abbr|b|br|code|dd|div|dl|dt|em|i|img|li|ol|p|pre|s|small|span|strong|sub|sup|t[dhr]|u|ul)\b[^<>]*>"
_LEADING = re.compile(r"\A(?:(?:[*+•◦▪>-]|#{1,6}|[-*] \[[ xX]?\]|\[[ xX]?\])(?=[ \t]))+[ \t]*")
_EMPHASIS = re.compile(r"\*\*\*?|__|~~|`+|(?<!\w)[*_](?=\w)|(?<=[\w.,;:!?)])[*_](?!\w)|\\(?=[^\w\s])")


def undressed(text: str) -> str:
    """The words as they are read aloud, on one line: no marks of markdown or HTML; the marks where nothing else is."""
    line = " ".join(text[:_READ].split())
    if line.isalnum():
        return line
    bare = re.sub(_TAG, "", re.sub(_LINK, r"\1", line)) if "](" in line or "<" in line else line
    bare = _EMPHASIS.sub("", _LEADING.sub("", bare)).strip()
    return bare if any(map(str.isalnum, bare)) else line


def quoted(text: str) -> str:
    """The words in quotation marks, without their dress, shortened where they are long."""
    line = undressed(text)
    if line.endswith(".") and " " in line:
        line = line[:-1]  # the reason's own full stop follows
    line = _shortened(line)
    if any(map(str.isalnum, line)):
        return f"“{line}”"
    return f"‘{line}’" if line.isprintable() and line else "a mark that does not show"


def _shortened(line: str) -> str:
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def differs(change: Change) -> str:
    """What stands on either side, without a full stop."""
    draft, final = change.draft.text.strip(), change.final.text.strip()
    if draft and final:
        own, other = quoted(draft), quoted(final)
        if own == other:  # both are long and begin alike, or differ in their dress alone
            own, other = map(quoted, _from_difference(undressed(draft), undressed(final)))
        if own == other:
            own, other = f"‘{_shortened(draft)}’", f"‘{_shortened(final)}’"
        return f"The draft has {own} where the final has {other}"
    return stands_alone(change.draft, change.final)


def _from_difference(draft: str, final: str) -> tuple[str, str]:
    """Two texts from the word on in which they differ, where they begin alike."""
    own, other = draft.split(" "), final.split(" ")
    same = next((place for place, (one, two) in enumerate(zip(own, other, strict=False)) if one != two), len(own))
    return ("… " + " ".join(own[same:]), "… " + " ".join(other[same:])) if same else (draft, final)


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
