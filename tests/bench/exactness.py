"""How many seeded slips a tool shows each as one change at the right place; `compare` and its peers, one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .hunks import Hunk, Score, Text, score_hunks, settle
from .measure import LIMIT_S, Measurement, run_often, run_once
from .ours import Found, compare_command, hunks_of_findings, run_compare
from .peers import Peer, find_peers
from .tables import Table
from .workshop import Pair, Workshop, truth_of

_COLUMNS = (
    "tool",
    "text",
    "words",
    "edits",
    "s",
    "CPU s",
    "MB",
    "hunks",
    "exact",
    "exact %",
    "words shown, draft / final",
)
_PEER_COLUMNS = ("tool", "text", *_COLUMNS[4:], "time to compare's")
_SLOW_S = 5.0  # a peer that took longer on the smaller minutes is run once on the larger, not several times


def measure_exactness(workshop: Workshop) -> tuple[Table, ...]:
    """`compare` on the seeded minutes: exact edits, and what it says of each kind of slip."""
    rows: list[tuple[str, ...]] = []
    tables: list[Table] = []
    for pair in _pairs(workshop):
        findings, row = _measure_ours(workshop, pair)
        rows.append(row)
        if findings and pair.name.startswith("B"):
            tables.append(_by_kind(pair, findings))
    return Table("Exactness of compare --no-model on seeded slips", _COLUMNS, tuple(rows)), *tables[-1:]


def measure_peers(workshop: Workshop) -> tuple[Table, ...]:
    """The peers on the same minutes, after `compare` in the same run."""
    peers = find_peers(workshop.python_of_peers)
    rows: list[tuple[str, ...]] = []
    too_slow: set[str] = set()
    for pair in _pairs(workshop):
        draft, final = pair.texts()
        truth = truth_of(pair)
        ours = run_often(compare_command(pair.draft, pair.final, model=False), _runs(workshop))
        _, scored = _measure_ours(workshop, pair)
        rows.append(("compare --no-model", pair.name, ours.time, ours.cpu, ours.memory, *scored[7:], "1 ×"))
        for peer in (peer for peer in peers if peer.version):
            if peer.name in too_slow:
                rows.append((peer.name, pair.name, f"> {LIMIT_S:.0f}", *[""] * 7))
                continue
            measured, hunks = _run_peer(workshop, peer, pair, draft, final)
            if measured.timed_out:
                too_slow.add(peer.name)
            score = score_hunks(hunks, truth, draft, final) if hunks is not None else None
            rows.append(_peer_row(peer, pair, measured, score, ours))
    notes = tuple(
        f"{peer.name} {peer.version}" if peer.version else f"{peer.name}: not installed ({peer.install})"
        for peer in peers
    )
    return (Table("Peers on the same minutes", _PEER_COLUMNS, tuple(rows), notes),)


def _pairs(workshop: Workshop) -> tuple[Pair, ...]:
    small, large = workshop.sizes
    pairs = workshop.minutes(small), workshop.minutes(large)
    return pairs if workshop.is_quick else (*pairs, workshop.minutes(large, distinct=True))


def _runs(workshop: Workshop) -> int:
    return 1 if workshop.is_quick else min(workshop.runs, 3)


def _measure_ours(workshop: Workshop, pair: Pair) -> tuple[list[Found], tuple[str, ...]]:
    command = compare_command(pair.draft, pair.final, model=False, everything=True)
    outcome = run_compare(command, workshop.output(f"compare-{pair.name}"))
    took = outcome.measured
    head = ("compare", pair.name, f"{pair.words:,}", f"{len(pair.edits):,}", took.time, took.cpu, took.memory)
    if outcome.report is None:
        return [], (*head, f"{outcome.ending}: {outcome.message[:120]}", "", "", "")
    findings: list[Found] = outcome.report["findings"]
    draft, final = pair.texts()
    score = score_hunks(hunks_of_findings(findings, draft, final), truth_of(pair), draft, final)
    return findings, (*head, *_score_cells(score))


def _score_cells(score: Score) -> tuple[str, ...]:
    share = 100 * score.exact / score.true_edits if score.true_edits else 100.0
    shown = f"{score.words_shown[0]:,} / {score.words_shown[1]:,}"
    return f"{score.hunks:,}", f"{score.exact:,}", f"{share:.1f}", shown


def _run_peer(
    workshop: Workshop, peer: Peer, pair: Pair, draft: Text, final: Text
) -> tuple[Measurement, list[Hunk] | None]:
    """What the peer took, and its hunks; none when it failed or was stopped."""
    output = workshop.output(f"peer-{pair.name}")
    command = peer.command(pair.draft, pair.final)
    measured = run_once(command, output)
    if measured.timed_out:
        return measured, None
    try:
        hunks = peer.read(output.read_text("utf-8"), draft, final)
    except ValueError:
        return measured, None
    if measured.seconds < _SLOW_S:
        measured = run_often(command, _runs(workshop))
    return measured, hunks


def _peer_row(peer: Peer, pair: Pair, measured: Measurement, score: Score | None, ours: Measurement) -> tuple[str, ...]:
    head = (peer.name, pair.name, measured.time, measured.cpu, measured.memory)
    if score is None:
        said = f"> {LIMIT_S / ours.seconds:.0f} ×" if measured.timed_out else f"failed, exit {measured.exit_code}"
        return (*head, *[""] * 4, said)
    return (*head, *_score_cells(score), f"{measured.seconds / ours.seconds:.2g} ×")


def _by_kind(pair: Pair, findings: Sequence[Found]) -> Table:
    draft, final = pair.texts()
    hunks = [settle(hunk, draft, final) for hunk in hunks_of_findings(findings, draft, final)]
    said = dict(zip(hunks, findings, strict=True))
    truth = [settle(hunk, draft, final) for hunk in truth_of(pair)]
    kinds: dict[str, list[Found | None]] = {}
    missed: dict[str, str] = {}
    for edit, hunk in zip(pair.edits, truth, strict=True):
        kinds.setdefault(edit.kind, []).append(said.get(hunk))
        if hunk not in said:
            missed.setdefault(
                edit.kind, f"{' '.join(edit.draft)!r} for {' '.join(edit.final)!r}, word {edit.final_start:,}"
            )
    rows = tuple(_kind_row(kind, answers, missed.get(kind, "")) for kind, answers in sorted(kinds.items()))
    columns = ("slip in the draft", "edits", "exact", "suspect draft", "final", "none", "commonest rules", "first miss")
    return Table(f"What compare says of each kind of slip ({pair.name})", columns, rows)


def _kind_row(kind: str, answers: Sequence[Found | None], missed: str) -> tuple[str, ...]:
    found = [answer for answer in answers if answer]
    suspects = Counter(answer["suspect"] for answer in found)
    rules = ", ".join(f"{rule} {count}" for rule, count in Counter(answer["rule"] for answer in found).most_common(3))
    sides = (str(suspects[side]) for side in ("draft", "final", None))
    return (kind, str(len(answers)), str(len(found)), *sides, rules, missed)
