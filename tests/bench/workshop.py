"""The texts of one benchmark run, written once into a temporary folder and shared by its parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from .generate import TrueEdit, multiply_minutes, seed_slips
from .hunks import Hunk, Range, Text, count_tokens

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples" / "rotherham-2022-09-06"
_SEED = 20220906


@dataclass(frozen=True, slots=True)
class Pair:
    """A draft and a final as files, with the edits between them."""

    name: str
    draft: Path
    final: Path
    words: int
    edits: tuple[TrueEdit, ...]

    def texts(self) -> tuple[Text, Text]:
        """Both texts as tokens."""
        return Text(self.draft.read_text("utf-8")), Text(self.final.read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Workshop:
    """The folder, and the settings of the run."""

    folder: Path
    is_quick: bool
    runs: int
    python_of_peers: str
    pairs: dict[tuple[int, bool], Pair] = field(default_factory=dict)

    @property
    def sizes(self) -> tuple[int, int]:
        """How many copies of the sample's final the smaller and the larger minutes hold."""
        return (2, 6) if self.is_quick else (10, 100)

    def minutes(self, copies: int, *, distinct: bool = False) -> Pair:
        """Minutes × `copies` with seeded slips; made at the first call."""
        key = (copies, distinct)
        if key not in self.pairs:
            self.pairs[key] = self._make(copies, distinct=distinct)
        return self.pairs[key]

    def _make(self, copies: int, *, distinct: bool) -> Pair:
        source = (SAMPLE / "final.txt").read_text("utf-8")
        made = seed_slips(multiply_minutes(source, copies, distinct=distinct), _SEED)
        name = f"{'U' if distinct else 'B'}{copies}"
        draft, final = self.write(f"{name}-draft.txt", made.draft), self.write(f"{name}-final.txt", made.final)
        return Pair(name, draft, final, len(made.final.split()), made.edits)

    def write(self, name: str, text: str) -> Path:
        """A text as a file of the folder."""
        path = self.folder / name
        path.write_text(text, "utf-8", newline="\n")
        return path

    def output(self, name: str) -> Path:
        """Where a tool's output goes."""
        return self.folder / f"{name}.out"


def truth_of(pair: Pair) -> list[Hunk]:
    """The pair's true edits as hunks."""
    places = [_token_places(path.read_text("utf-8")) for path in (pair.draft, pair.final)]
    return [
        Hunk(
            _tokens(places[0], edit.draft_start, len(edit.draft)),
            _tokens(places[1], edit.final_start, len(edit.final)),
        )
        for edit in pair.edits
    ]


def _token_places(text: str) -> list[int]:
    places = [0]
    for word in text.split():
        places.append(places[-1] + count_tokens(word))
    return places


def _tokens(places: list[int], start: int, length: int) -> Range:
    return Range(places[start], places[start + length])
