"""Real corrections: minutes before and after a commit that corrects them, if such pairs are at hand.

No one has marked them, but three facts need no marks: every changed word must be accounted for; in a correction the
side before is the one that was wrong; and the swapped pair must say the same, mirrored.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from compare import compare_files
from compare.errors import CompareError
from compare.values import Comparison, Finding

from .accounts import ELSEWHERE, LAYERS, MARKS_UNTOLD, UNTOLD, Accounts, take_accounts
from .oracle import Cover, Run, changed_runs
from .tables import Table
from .workshop import ROOT, Workshop

_LISTED = 60  # lines of each list that is printed; the figure above it is of all
_QUICK_STEP = 16  # the quick run takes one pair in so many


@dataclass(slots=True)
class Tally:
    """What was counted over the pairs, with the model or without."""

    engine: str
    pairs: int = 0
    seconds: float = 0.0
    crashes: list[tuple[str, str]] = field(default_factory=list)
    refusals: list[tuple[str, str]] = field(default_factory=list)
    layers: Counter[str] = field(default_factory=Counter)
    uncovered: list[tuple[str, str, str]] = field(default_factory=list)
    unequal_rest: list[tuple[str, str, str]] = field(default_factory=list)
    unmirrored: list[tuple[str, str, str]] = field(default_factory=list)
    beside: list[tuple[str, str, str]] = field(default_factory=list)
    most_per_run: tuple[int, str] = (0, "")
    suspects: dict[str, Counter[str]] = field(default_factory=dict)
    severities: dict[str, Counter[str]] = field(default_factory=dict)


def measure_pairs(workshop: Workshop) -> tuple[Table, ...]:
    """The tables over all pairs; one that says so when there are none."""
    root = Path(os.environ.get("MINUTES_PAIRS", ROOT.parent / "shared" / "data" / "pairs"))
    folders = sorted(path.parent for path in root.glob("*/*/before.md"))
    if not folders:
        note = f"no */*/before.md under {root}; name the folder of the pairs in MINUTES_PAIRS"
        return (Table("Real corrections", ("what", "count"), (), (note,)),)
    if workshop.is_quick:
        folders = folders[::_QUICK_STEP]
    tallies = [_tally(folders, use_model=use_model) for use_model in ([False] if workshop.is_quick else [False, True])]
    plain = tallies[0]
    return (
        _summary(tallies),
        *(_suspects(tally) for tally in tallies),
        _rules(tallies[-1]),
        _listing("Crashes and refusals", ("pair", "error"), [*plain.crashes, *plain.refusals]),
        _listing("Changed words that nothing accounts for", ("pair", "before", "after"), plain.uncovered),
        _listing("Unequal once all accounts are taken out", ("pair", "before", "after"), plain.unequal_rest),
        _listing("Findings where the oracle sees no change", ("pair", "rule", "text"), plain.beside),
        _listing("Findings that the swapped pair does not mirror", ("pair", "as it is", "swapped"), plain.unmirrored),
    )


def _tally(folders: Sequence[Path], *, use_model: bool) -> Tally:
    tally = Tally("with the model" if use_model else "--no-model")
    for folder in folders:
        name = f"{folder.parent.name}/{folder.name}"
        files = folder / "before.md", folder / "after.md"
        start = time.perf_counter()
        there = _compare(tally, name, *files, use_model=use_model)
        tally.seconds += time.perf_counter() - start
        tally.pairs += 1
        if there is None:
            continue
        _count_findings(tally, there)
        _check_cover(tally, name, there)
        back = None if use_model else _compare(tally, f"{name} swapped", *reversed(files), use_model=use_model)
        if back is not None:
            _check_mirror(tally, name, there, back)
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{tally.engine}: {tally.pairs}/{len(folders)} ")
    return tally


def _compare(tally: Tally, name: str, before: Path, after: Path, *, use_model: bool) -> Comparison | None:
    try:
        return compare_files(before, after, use_model=use_model)
    except CompareError as error:
        tally.refusals.append((name, str(error)))
    except Exception as error:  # noqa: BLE001 - a crash is what is counted here
        frame = traceback.extract_tb(error.__traceback__)[-1]
        tally.crashes.append((name, f"{type(error).__name__}: {error} ({Path(frame.filename).name}:{frame.lineno})"))
    return None


def _count_findings(tally: Tally, comparison: Comparison) -> None:
    for finding in comparison.findings:
        family = finding.rule.partition(".")[0]
        tally.suspects.setdefault(family, Counter())[finding.suspect.value if finding.suspect else "none"] += 1
        tally.severities.setdefault(finding.rule, Counter())[finding.severity.value] += 1


def _check_cover(tally: Tally, name: str, comparison: Comparison) -> None:
    draft, final = comparison.draft_minutes.document.text, comparison.final_minutes.document.text
    accounts = take_accounts(comparison)
    runs = changed_runs(draft, final)
    for run in runs:
        layer = accounts.layer_of(run)
        tally.layers[layer] += 1
        if layer in (MARKS_UNTOLD, UNTOLD):
            tally.uncovered.append((name, *run.describe(draft, final)))
        told = len(accounts.findings_of(run))
        if told > tally.most_per_run[0]:
            tally.most_per_run = (told, f"{name}: {' / '.join(run.describe(draft, final))}")
    tally.beside += [(name, rule, text) for rule, text in _beside(accounts, runs)]
    rests = accounts.rests()
    if rests[0] != rests[1]:
        tally.unequal_rest.append((name, *_first_difference(*rests)))


def _beside(accounts: Accounts, runs: Iterable[Run]) -> Iterable[tuple[str, str]]:
    """Findings that touch no changed word."""
    draft = Cover(word for run in runs for word in run.draft)
    final = Cover(word for run in runs for word in run.final)
    for finding, here, there in accounts.findings:
        touched = any(map(draft.touches, here.extents)) or any(map(final.touches, there.extents))
        passage = finding.draft or finding.final
        if not touched and passage is not None:
            yield finding.rule, passage.text.replace("\n", " ")[:90]


def _first_difference(draft: str, final: str) -> tuple[str, str]:
    place = next(
        (at for at, pair in enumerate(zip(draft, final, strict=False)) if pair[0] != pair[1]),
        min(len(draft), len(final)),
    )
    start = max(0, place - 20)
    return draft[start : place + 40], final[start : place + 40]


def _check_mirror(tally: Tally, name: str, there: Comparison, back: Comparison) -> None:
    mine = Counter(_trace(finding, mirrored=False) for finding in there.findings)
    theirs = Counter(_trace(finding, mirrored=True) for finding in back.findings)
    if mine != theirs:
        only = [next(iter((one - other).elements()), None) for one, other in ((mine, theirs), (theirs, mine))]
        mine_only, theirs_only = (" | ".join(trace) if trace else "(nothing)" for trace in only)
        tally.unmirrored.append((name, mine_only, theirs_only))


def _trace(finding: Finding, *, mirrored: bool) -> tuple[str, str, str, str]:
    """Family, suspect and the two texts, as the pair that is not swapped would have them."""
    sides = [passage.text.replace("\n", " ")[:40] if passage else "–" for passage in (finding.draft, finding.final)]
    suspect = finding.suspect
    if mirrored:
        sides.reverse()
        suspect = suspect.other if suspect else None
    return finding.rule.partition(".")[0], suspect.value if suspect else "none", sides[0], sides[1]


def _summary(tallies: Sequence[Tally]) -> Table:
    def row(what: str, *values: object) -> tuple[str, ...]:
        return (what, *(f"{value:,}" if isinstance(value, int) else str(value) for value in values))

    total = [tally.layers.total() for tally in tallies]
    covered = [
        100 * (all_ - tally.layers[UNTOLD] - tally.layers[MARKS_UNTOLD]) / max(all_, 1)
        for all_, tally in zip(total, tallies, strict=True)
    ]
    rows = (
        row("pairs", *(tally.pairs for tally in tallies)),
        row("seconds in all", *(f"{tally.seconds:.1f}" for tally in tallies)),
        row("crashes", *(len(tally.crashes) for tally in tallies)),
        row("refusals (exit 2)", *(len(tally.refusals) for tally in tallies)),
        row("changed word runs (oracle)", *total),
        *(
            row(f"… told by: {layer}", *(tally.layers[layer] for tally in tallies))
            for layer in (*LAYERS, ELSEWHERE, MARKS_UNTOLD, UNTOLD)
        ),
        row("covered, %", *(f"{share:.2f}" for share in covered)),
        row("pairs unequal once accounts are taken out", *(len(tally.unequal_rest) for tally in tallies)),
        row("findings", *(sum(count.total() for count in tally.suspects.values()) for tally in tallies)),
        row("findings where the oracle sees no change", *(len(tally.beside) for tally in tallies)),
        row("most findings on one run", *(tally.most_per_run[0] for tally in tallies)),
        row(
            "pairs whose swap is no mirror",
            *(len(tally.unmirrored) if tally is tallies[0] else "–" for tally in tallies),
        ),
    )
    notes = tuple(f"most findings, {tally.engine}: {tally.most_per_run[1]}" for tally in tallies)
    return Table("Real corrections", ("what", *(tally.engine for tally in tallies)), rows, notes)


def _suspects(tally: Tally) -> Table:
    families = sorted(tally.suspects.items(), key=lambda entry: -entry[1].total())
    whole = sum((count for _, count in families), Counter[str]())
    rows = tuple(_suspect_row(family, count) for family, count in [*families, ("all", whole)])
    columns = ("family", "findings", "suspect before", "after", "none", "before of those named, %")
    return Table(f"Which side is suspect, {tally.engine} (the side before is the one that was wrong)", columns, rows)


def _suspect_row(family: str, count: Counter[str]) -> tuple[str, ...]:
    named = count["draft"] + count["final"]
    share = f"{100 * count['draft'] / named:.0f}" if named else "–"
    return (family, str(count.total()), str(count["draft"]), str(count["final"]), str(count["none"]), share)


def _rules(tally: Tally) -> Table:
    severities = ("critical", "major", "minor", "cosmetic")
    rules = sorted(tally.severities.items(), key=lambda entry: -entry[1].total())
    rows = [(rule, str(count.total()), *(str(count[one]) for one in severities)) for rule, count in rules]
    whole = sum((count for _, count in rules), Counter[str]())
    rows.append(("all", str(whole.total()), *(str(whole[one]) for one in severities)))
    return Table(f"Rules and severities, {tally.engine}", ("rule", "findings", *severities), tuple(rows))


def _listing(title: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    more = (f"and {len(rows) - _LISTED} more",) if len(rows) > _LISTED else ()
    return Table(f"{title}: {len(rows)}", columns, tuple(rows[:_LISTED]), more, worded=len(columns))
