"""One peer library on two files: `python peer_child.py NAME DRAFT FINAL` prints its steps as JSON.

Run as a process of its own, under the Python that has the library, so that it is timed like any other tool. The steps
are [`=`, `-` or `+`, the text], or [.., a number of characters] where the library itself counts.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

_SURROGATES = 0xD800, 0x800  # where code points that no text may hold begin, and how many they are

Steps = list[tuple[str, Any]]


def by_fast_diff_match_patch(draft: str, final: str) -> Steps:
    """Letters; no time limit, no clean-up."""
    engine = importlib.import_module("fast_diff_match_patch")
    steps: Steps = engine.diff(draft, final, timelimit=0, checklines=True, cleanup="No", counts_only=True)
    return steps


def by_diff_match_patch(draft: str, final: str) -> Steps:
    """Words as letters of an alphabet; no time limit."""
    engine = importlib.import_module("diff_match_patch").diff_match_patch()
    engine.Diff_Timeout = 0
    places: dict[str, int] = {}
    start, length = _SURROGATES

    def encode(text: str) -> str:
        numbers = (places.setdefault(word, len(places)) for word in re.findall(r"\s+|\S+", text))
        return "".join(chr(number if number < start else number + length) for number in numbers)

    def decode(text: str) -> str:
        numbers = (ord(letter) if ord(letter) < start else ord(letter) - length for letter in text)
        return "".join(words[number] for number in numbers)

    diffs = engine.diff_main(encode(draft), encode(final), checklines=False)
    words = list(places)
    return [({0: "=", -1: "-", 1: "+"}[op], decode(text)) for op, text in diffs]


def by_redlines(draft: str, final: str) -> Steps:
    """Its own tokens and opcodes."""
    steps: Steps = []
    for operation in importlib.import_module("redlines").Redlines(draft, final)._diff_ops:
        tag, i, j, k, m = operation.opcodes
        old = "".join(operation.source_chunk.text[i:j]).replace("¶", " ")
        new = "".join(operation.test_chunk.text[k:m]).replace("¶", " ")
        steps += [("=", old)] if tag == "equal" else [("-", old), ("+", new)]
    return steps


def by_difflib(draft: str, final: str) -> Steps:
    """Words; without the heuristic that gives up frequent ones."""
    old, new = draft.split(), final.split()
    steps: Steps = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = " ".join(old[i:j]), " ".join(new[k:m])
        steps += [("=", gone)] if tag == "equal" else [("-", gone), ("+", come)]
    return steps


ENGINES = {
    "fast-diff-match-patch": by_fast_diff_match_patch,
    "diff-match-patch": by_diff_match_patch,
    "redlines": by_redlines,
    "difflib": by_difflib,
}

if __name__ == "__main__":
    name, *files = sys.argv[1:]
    json.dump(ENGINES[name](*(Path(file).read_text("utf-8") for file in files)), sys.stdout)
