"""Documents that no one writes and someone will feed: each at a size and at twice that size.

    a paragraph of 2 MB; 50,000 equal paragraphs; 5,000 items in reverse; brackets 100,000 deep …

What is looked for is a time that grows faster than the text, a memory that runs away, a traceback, and a quiet
success where nothing could be compared.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .measure import Measurement
from .ours import Outcome, compare_command, run_compare
from .tables import Table
from .workshop import SAMPLE, Workshop

_LIMIT_S = 120.0  # seconds for one document
_LINEAR = 3.0  # twice the text in at most so many times the time, start-up set aside; 2 is linear, 4 quadratic
_NOTICEABLE_S = 0.3  # seconds under which a growth means nothing

_COMMON = """
the of and to a in for was were that by on with at from as it is be been not had has have this report council
committee member officer budget road bridge harbour library school meeting proposal scheme review work year plan
local public service cost grant tender survey drain footpath cemetery allotment pavilion market tree hedge light
repair agreed noted asked said thanked welcomed approved deferred considered explained reported raised closed
"""
_FOREIGN = """
orchid nebula violin granite saffron lantern meadow falcon copper thimble walrus quartz ribbon cinnamon glacier
monsoon trumpet velvet cactus domino ember fjord gazelle hazel iris jasmine kettle lagoon mango nutmeg opal
"""


@dataclass(frozen=True, slots=True)
class Case:
    """One kind of document: its size, what makes draft and final of it, and the exit codes that are right."""

    name: str
    size: int
    make: Callable[[int], tuple[str, str]]
    exits: tuple[int, ...] = (1,)


def _running_words(count: int, seed: int, *, stop_every: int = 0, words: str = _COMMON) -> list[str]:
    rng = random.Random(seed)  # noqa: S311 - a seeded sequence is what is wanted
    made = rng.choices(words.split(), k=count)
    for place in range(stop_every - 1, count, stop_every) if stop_every else ():
        made[place] += "."
    return made


def _with_edits(words: list[str], count: int) -> list[str]:
    changed = list(words)
    step = max(1, len(words) // count)
    for place in range(step // 2, len(words), step):
        changed[place] = "otherwise"
    return changed


def _one_paragraph(size: int) -> tuple[str, str]:
    words = _running_words(size // 6, 1, stop_every=15)
    return " ".join(_with_edits(words, 200)), " ".join(words)


def _minutes_in_one_paragraph(size: int) -> tuple[str, str]:
    words = (SAMPLE / "final.txt").read_text("utf-8").replace("*", "").replace("#", "").split()
    words = (words * (size // 6 // len(words) + 1))[: size // 6]
    return " ".join(_with_edits(words, 200)), " ".join(words)


def _one_line(size: int) -> tuple[str, str]:
    words = _running_words(size // 6, 2)
    return " ".join(_with_edits(words, 200)), " ".join(words)


def _equal_paragraphs(size: int) -> tuple[str, str]:
    paragraph = "The Committee noted the report.\n\n"
    return paragraph * size, paragraph * (size - 10)


def _equal_resolutions(size: int) -> tuple[str, str]:
    resolution = "Resolved: That the tender for the harbour wall be accepted and that work begin in the spring."
    paragraphs = [resolution] * size
    changed = list(paragraphs)
    for place in range(size // 40, size, size // 20):
        changed[place] = resolution.replace("spring", "autumn")
    return "\n\n".join(changed), "\n\n".join(paragraphs)


def _unrelated(size: int) -> tuple[str, str]:
    texts = (
        _running_words(size // 6, 3, stop_every=12),
        _running_words(size // 7, 4, stop_every=12, words=_FOREIGN),
    )
    return _in_paragraphs(texts[0]), _in_paragraphs(texts[1])


def _every_word(size: int) -> tuple[str, str]:
    words = _running_words(size // 6, 5, stop_every=12)
    return _in_paragraphs(words), _in_paragraphs([f"{word[0]}e{word[1:]}" for word in words])


def _shuffled_lines(size: int) -> tuple[str, str]:
    lines = [f"word{place}" for place in range(size)]
    shuffled = list(lines)
    random.Random(6).shuffle(shuffled)  # noqa: S311 - a seeded sequence is what is wanted
    return "\n".join(lines), "\n".join(shuffled)


def _reversed_items(size: int) -> tuple[str, str]:
    items = []
    for place in range(1, size + 1):
        told = " ".join(_running_words(25, place, stop_every=12))
        items.append(f"{place}. MATTER {place} OF THE YEAR\n\nThe Clerk told of matter {place}: {told}\n\n")
    return "".join(items), "".join(reversed(items))


def _brackets(size: int) -> tuple[str, str]:
    inside = "the chair spoke"
    return (
        f"{'(' * size}{inside}{')' * size}\n\n{'“' * size}{inside}{'”' * size}\n",
        f"{'(' * size}{inside} twice{')' * size}\n\n{chr(34) * size}{inside} twice{chr(34) * size}\n",
    )


def _blanks(size: int) -> tuple[str, str]:
    blanks = "\u00a0" * size
    return f"The chair{blanks}spoke to the panel.{blanks}\n", f"The chair spoke{blanks}of the panel.\n"


def _stars(size: int) -> tuple[str, str]:
    return f"{'*' * size} The chair {'_' * size} spoke {'`' * size}\n", f"{'*' * size} The chair {'#' * size} spoke\n"


def _initials(size: int) -> tuple[str, str]:
    initials = "a." * (size // 2)
    return f"The chair spoke of {initials}a\n", f"The chair told of {initials}a\n"


def _joined_marks(size: int) -> tuple[str, str]:
    marks = "".join(unit * (size // 120) for unit in ("www.", "a@", "1/", "a-", "**a", "£1."))
    return f"The chair spoke of {marks}\n", f"The chair told of {marks}\n"


def _in_paragraphs(words: list[str]) -> str:
    return "\n\n".join(" ".join(words[place : place + 60]) for place in range(0, len(words), 60))


CASES = (
    Case("one paragraph, 200 edits (characters)", 2_000_000, _one_paragraph),
    Case("minutes again and again in one paragraph (characters)", 2_000_000, _minutes_in_one_paragraph),
    Case("one line without a sentence end (characters)", 2_000_000, _one_line),
    Case("identical paragraphs, ten fewer (paragraphs)", 50_000, _equal_paragraphs),
    Case("one resolution repeated, 20 edits (times)", 10_000, _equal_resolutions),
    Case("two unrelated texts (characters)", 1_000_000, _unrelated, (2,)),
    Case("every word changed (characters)", 300_000, _every_word, (1, 2)),
    Case("one-word lines shuffled (lines)", 20_000, _shuffled_lines, (1, 2)),
    Case("items in reverse order (items)", 5_000, _reversed_items),
    Case("brackets and quotes (depth)", 100_000, _brackets),
    Case("no-break spaces in a row (blanks)", 1_000_000, _blanks),
    Case("stars, hashes, backticks in a row (marks)", 100_000, _stars, (0, 1)),
    Case("initials without a blank (characters)", 100_000, _initials, (0, 1)),
    Case("joined marks, figures and letters (characters)", 100_000, _joined_marks, (0, 1)),
)


def measure_pathological(workshop: Workshop) -> tuple[Table, ...]:
    """Every case at its size and twice that, without the model."""
    start = run_compare(*_job(workshop, ("One two three.\n", "One two three.\n"))).measured.cpu_s
    rows = tuple(_row(workshop, case, start) for case in CASES)
    columns = ("document", "size", "s", "s at 2 ×", "growth", "MB", "MB at 2 ×", "exit", "findings", "remark")
    notes = (
        f"growth is of processor time, the start-up of {start:.2f} s set aside; 2 is linear, 4 quadratic",
        f"a document is stopped at {_LIMIT_S:.0f} s",
    )
    return (Table("Pathological documents, --no-model", columns, rows, notes),)


def _job(workshop: Workshop, texts: tuple[str, str]) -> tuple[list[str], Path, float]:
    draft, final = workshop.write("odd-draft.txt", texts[0]), workshop.write("odd-final.txt", texts[1])
    return compare_command(draft, final, model=False), workshop.output("odd"), _LIMIT_S


def _row(workshop: Workshop, case: Case, start: float) -> tuple[str, ...]:
    size = case.size // 20 if workshop.is_quick else case.size
    single = run_compare(*_job(workshop, case.make(size)))
    if single.measured.timed_out:
        took = f"> {_LIMIT_S:.0f}"
        return (case.name, f"{size:,}", took, "", "", single.measured.memory, "", single.ending, "", "too slow")
    double = run_compare(*_job(workshop, case.make(2 * size)))
    growth = _growth(single.measured, double.measured, start)
    return (
        case.name,
        f"{size:,}",
        single.measured.time,
        f"> {_LIMIT_S:.0f}" if double.measured.timed_out else double.measured.time,
        f"{growth:.1f}" if growth else "–",
        single.measured.memory,
        double.measured.memory,
        f"{single.ending} / {double.ending}",
        f"{_count(single)} / {_count(double)}",
        _remark(case, (single, double), growth),
    )


def _growth(single: Measurement, double: Measurement, start: float) -> float | None:
    """The ratio of the processor times without start-up; `None` where they are too short to tell."""
    if double.timed_out or double.cpu_s - start < _NOTICEABLE_S:
        return None
    return (double.cpu_s - start) / max(single.cpu_s - start, 0.01)


def _count(outcome: Outcome) -> str:
    return f"{len(outcome.report['findings']):,}" if outcome.report else "–"


def _remark(case: Case, outcomes: tuple[Outcome, ...], growth: float | None) -> str:
    remarks = ["grows faster than the text"] if growth and growth > _LINEAR else []
    right = tuple(map(str, case.exits))
    remarks += [
        f"exit {outcome.ending}, not {' or '.join(right)}: {outcome.message[:100]}"
        for outcome in outcomes
        if outcome.ending not in right
    ]
    return "; ".join(dict.fromkeys(remarks)) or (outcomes[0].message[:100] if outcomes[0].report is None else "")
