"""Which side is suspect: slips that people made, slips made by program, rewordings, and real corrections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from typing import TypeVar

from .model_answers import LINE, Answer, ask_corrections, ask_examples
from .model_examples import read_judgements, read_slips
from .model_scores import COVERAGES, accuracy_at, calibration_error, coverage_at, judged, tally, unmirrored
from .model_settings import MeasuredTable, Settings, absent, percent
from .tables import Table

_T = TypeVar("_T")

_GROUPS = {
    "natural": "natural.txt",
    "artificial noun": "artificial_noun.txt",
    "artificial token": "artificial_token.txt",
}
_ACCURACIES = (0.95, 0.90)  # at which the coverage is given
_UNSEEN = " test"  # how the name of such a group ends
_NAMED = 20  # examples named in a note
_QUICK_STEP = 16  # a quick run takes one pair of corrections in so many


def measure_slips(settings: Settings) -> tuple[Table, ...]:
    """Slips whose wrong side is known: answered how often, right how often, and how far confidence shows it."""
    groups = slip_answers(settings)
    missing = [
        absent(f"Suspect of slips: {path.name}", path)
        for path in (settings.data / "slips", settings.judgements / "slips.toml")
        if not path.exists()
    ]
    if not groups:
        return tuple(missing)
    misjudged = _surest_first(answer for answers in groups.values() for answer in answers if answer.is_right is False)
    return (
        _accuracies(f"Suspect of slips{settings.engine}", groups),
        _curve(f"Suspect of slips, the surest answers{settings.engine}", groups),
        *(_by_kind(f"Suspect of slips by kind: {name}", groups[name]) for name in groups if name.startswith("own")),
        *([_listing("Misjudged slips", misjudged)] if settings.is_verbose else []),
        *missing,
    )


def measure_rewordings(settings: Settings) -> tuple[Table, ...]:
    """Rewordings where neither side is wrong: how often one is accused all the same."""
    groups = rewording_answers(settings)
    title = f"Suspect of rewordings (neither side is wrong){settings.engine}"
    if not groups:
        return (absent(title, settings.judgements / "rewordings.toml"),)
    columns = ("part", "kind", "pairs", "accused", "accused, %", "either order", "surest", "swap differs")
    rows, figures = [], {}
    for name, answers in groups.items():
        for kind in [*sorted({answer.kind for answer in answers}), "all"]:
            of_kind = [answer for answer in answers if kind in (answer.kind, "all")]
            rows.append((name, kind, *_accused(of_kind)))
            figures[f"{name}/{kind}"] = {"asked": len(of_kind), "accused": tally(of_kind).given}
    table = MeasuredTable(title, columns, tuple(rows), (_ORDERS,), worded=2, figures=figures)
    accused = _surest_first(answer for answers in groups.values() for answer in answers if answer.is_given)
    return (table, *([_listing("Accused rewordings", accused)] if settings.is_verbose else []))


def measure_corrections(settings: Settings) -> tuple[Table, ...]:
    """Findings of slips and of grammar on real corrections: the side before is the one that was wrong."""
    answers = correction_answers(settings)
    title = f"Suspect of real corrections, findings of slips and of grammar{settings.engine}"
    if answers is None:
        return (absent(title, settings.pairs),)
    kinds = {kind: [one for one in answers if one.kind == kind] for kind in sorted({one.kind for one in answers})}
    misjudged = _surest_first(answer for answer in answers if answer.is_right is False)
    return (
        _accuracies(title, {**kinds, "all": answers}),
        _curve(f"{title}, the surest", {"all": answers}),
        *([_listing("Misjudged corrections", misjudged)] if settings.is_verbose else []),
    )


def slip_answers(settings: Settings) -> dict[str, list[Answer]]:
    """The answers on slips by group; groups whose data are not at hand are left out."""
    return _remembered(settings, "slips", _ask_slips)


def rewording_answers(settings: Settings) -> dict[str, list[Answer]]:
    """The answers on rewordings by part."""
    return _remembered(settings, "rewordings", _ask_rewordings)


def correction_answers(settings: Settings) -> list[Answer] | None:
    """The answers on real corrections; `None` where there are none at hand."""
    return _remembered(settings, "corrections", _ask_corrections)


def _remembered(settings: Settings, name: str, ask: Callable[[Settings], _T]) -> _T:
    if name not in settings.memory:
        settings.memory[name] = ask(settings)
    answers: _T = settings.memory[name]
    return answers


def _ask_slips(settings: Settings) -> dict[str, list[Answer]]:
    groups = {}
    for name, file in _GROUPS.items():
        path = settings.data / "slips" / file
        if path.is_file():
            groups[name] = ask_examples(
                read_slips(path, name), name, use_model=settings.use_model, is_quick=settings.is_quick
            )
    return {**groups, **_ask_judgements(settings, "slips.toml", "own", is_slip=True)}


def _ask_rewordings(settings: Settings) -> dict[str, list[Answer]]:
    return _ask_judgements(settings, "rewordings.toml", "rewordings", is_slip=False)


def _ask_judgements(settings: Settings, file: str, name: str, *, is_slip: bool) -> dict[str, list[Answer]]:
    path = settings.judgements / file
    examples = read_judgements(path, is_slip=is_slip) if path.is_file() else []
    return {
        f"{name} {part}": ask_examples(
            [example for example in examples if example.part == part],
            f"{name} {part}",
            use_model=settings.use_model,
            is_quick=settings.is_quick,
        )
        for part in sorted({example.part for example in examples})
        if settings.part in (None, part)
    }


def _ask_corrections(settings: Settings) -> list[Answer] | None:
    folders = sorted(path.parent for path in settings.pairs.glob("*/*/before.md"))
    if settings.is_quick:
        folders = folders[::_QUICK_STEP]
    return ask_corrections(folders, "corrections", use_model=settings.use_model) if folders else None


_ORDERS = "each pair is asked twice, as it is and swapped; figures are of both orders together unless a column says so"


def _accuracies(title: str, groups: dict[str, list[Answer]]) -> MeasuredTable:
    columns = (
        "group",
        "questions",
        "answered, %",
        "right of those, %",
        "… wrong side first",
        "right",
        "… right side first",
        "right",
        "swap differs",
    )
    rows, figures = [], {}
    differing: list[str] = []
    for name, answers in groups.items():
        orders = [[one for one in answers if one.is_swapped is is_swapped] for is_swapped in (False, True)]
        whole, *each = (tally(some) for some in (answers, *orders))
        cells = [
            cell for one in (whole, *each) for cell in (percent(one.given, one.asked), percent(one.right, one.given))
        ]
        differ = unmirrored(answers)
        differing += [] if name.endswith(_UNSEEN) else differ
        rows.append((name, str(whole.asked), *cells, str(len(differ))))
        figures[name] = {
            **asdict(whole),
            "coverage": whole.coverage,
            "accuracy": whole.accuracy,
            "as_it_is": asdict(each[0]),
            "swapped": asdict(each[1]),
            "unmirrored": len(differ),
            "calibration_error": calibration_error(judged(answers)),
        }
    named = (f"swap differs in: {', '.join(sorted(set(differing))[:_NAMED])}",) if differing else ()
    return MeasuredTable(title, columns, tuple(rows), (_ORDERS, *named), figures=figures)


def _curve(title: str, groups: dict[str, list[Answer]]) -> MeasuredTable:
    columns = (
        "group",
        *(f"right at the surest {coverage} %" for coverage in COVERAGES),
        *(f"answered at {accuracy:.0%} right" for accuracy in _ACCURACIES),
    )
    rows, figures = [], {}
    for name, answers in groups.items():
        right = [accuracy_at(answers, coverage) for coverage in COVERAGES]
        answered = [coverage_at(answers, accuracy) for accuracy in _ACCURACIES]
        cells = ["–" if one is None else f"{100 * one:.1f}" for one in (*right, *answered)]
        rows.append((name, *cells))
        figures[name] = {
            "accuracy_at": dict(zip(map(str, COVERAGES), right, strict=True)),
            "coverage_at": dict(zip(map(str, _ACCURACIES), answered, strict=True)),
        }
    notes = (
        "shares are of all questions, in %; a dash where fewer were answered",
        "equally sure answers count in part",
    )
    return MeasuredTable(title, columns, tuple(rows), notes, figures=figures)


def _by_kind(title: str, answers: Sequence[Answer]) -> MeasuredTable:
    columns = ("kind", "questions", "answered, %", "right of those, %", "swap differs")
    rows, figures = [], {}
    for kind in sorted({answer.kind for answer in answers}):
        of_kind = [answer for answer in answers if answer.kind == kind]
        one, differ = tally(of_kind), len(unmirrored(of_kind))
        rows.append((kind, str(one.asked), percent(one.given, one.asked), percent(one.right, one.given), str(differ)))
        figures[kind] = asdict(one)
    return MeasuredTable(title, columns, tuple(rows), figures=figures)


def _accused(answers: Sequence[Answer]) -> tuple[str, ...]:
    one = tally(answers)
    named = {answer.id for answer in answers if answer.is_given}
    surest = max((answer.confidence for answer in answers if answer.is_given), default=None)
    return (
        str(len({answer.id for answer in answers})),
        str(one.given),
        percent(one.given, one.asked),
        str(len(named)),
        "–" if surest is None else f"{surest:.2f}",
        str(len(unmirrored(answers))),
    )


def _surest_first(answers: Iterable[Answer]) -> list[Answer]:
    return sorted(answers, key=lambda answer: (-answer.confidence, answer.group, answer.id, answer.is_swapped))


def _listing(title: str, answers: Sequence[Answer]) -> Table:
    rows = [(answer.group, *answer.line) for answer in answers if not answer.group.endswith(_UNSEEN)]
    notes = (
        ()
        if len(rows) == len(answers)
        else ("those of the test part are counted, not listed: who tunes must not see them",)
    )
    return Table(f"{title}: {len(answers)}", ("group", *LINE), tuple(rows), notes, worded=len(LINE) + 1)
