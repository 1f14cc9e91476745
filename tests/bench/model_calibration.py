"""Whether confidence means what it says: of the answers given with 0.9, nine in ten should be right."""

from __future__ import annotations

from .model_answers import Answer
from .model_scores import Bin, bins, calibration_error, judged
from .model_settings import MeasuredTable, Settings, absent
from .model_suspects import correction_answers, rewording_answers, slip_answers
from .tables import Table


def measure_calibration(settings: Settings) -> tuple[Table, ...]:
    """Bands of confidence of all answers together, and each group's mean, share right and calibration error.

    A rewording that is accused counts as wrong, whichever side was named.
    """
    groups = {**slip_answers(settings), **rewording_answers(settings)}
    if corrections := correction_answers(settings):
        groups["real corrections"] = corrections
    if not groups:
        return (absent(f"Calibration{settings.engine}", settings.data),)
    everything = [answer for answers in groups.values() for answer in answers]
    parts = {"all together": everything, **groups}
    return (_summary(f"Calibration{settings.engine}", parts), _bands(f"Calibration by bands{settings.engine}", parts))


def _summary(title: str, parts: dict[str, list[Answer]]) -> MeasuredTable:
    columns = ("group", "answers given", "mean confidence", "right", "confidence less right", "calibration error")
    rows, figures = [], {}
    for name, answers in parts.items():
        given, error = judged(answers), calibration_error(judged(answers))
        if error is None:
            rows.append((name, "0", "–", "–", "–", "–"))
            continue
        sure = sum(one.confidence for one in given) / len(given)
        right = sum(one.is_right for one in given) / len(given)
        rows.append((name, str(len(given)), f"{sure:.3f}", f"{right:.3f}", f"{sure - right:+.3f}", f"{error:.3f}"))
        figures[name] = {"given": len(given), "confidence": sure, "right": right, "error": error}
    notes = (
        "a rewording that is accused counts as wrong",
        "the figure of all together depends on how many pairs each group has; the groups are the better ones to read",
    )
    return MeasuredTable(title, columns, tuple(rows), notes, figures=figures)


def _bands(title: str, parts: dict[str, list[Answer]]) -> MeasuredTable:
    columns = ("group", "confidence", "answers", "mean confidence", "right", "confidence less right")
    found = {name: bins(judged(answers)) for name, answers in parts.items()}
    rows = tuple(_band_row(name, band) for name, bands in found.items() for band in bands)
    figures = {name: [band._asdict() for band in bands] for name, bands in found.items()}
    return MeasuredTable(title, columns, rows, worded=2, figures=figures)


def _band_row(name: str, band: Bin) -> tuple[str, ...]:
    apart = band.confidence - band.accuracy
    return (name, band.label, str(band.answers), f"{band.confidence:.3f}", f"{band.accuracy:.3f}", f"{apart:+.3f}")
