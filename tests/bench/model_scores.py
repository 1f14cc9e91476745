"""Figures of many answers: how many are given, how many of those are right, and whether confidence shows which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .model_answers import Answer

BOUNDS = (0.0, 0.6, 0.7, 0.8, 0.9, 0.95)  # where the bins of confidence begin; the first holds 0.5 and what is below
COVERAGES = (50, 60, 70, 80)  # per cent of the questions, the surest answers first
_SAME = 0.005  # confidence; half of the last digit that is reported


class Judged(NamedTuple):
    """A given answer: how sure, and whether right."""

    confidence: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions were asked, how many got an answer, how many of those were right."""

    asked: int
    given: int
    right: int

    @property
    def coverage(self) -> float | None:
        """The share of the questions that got an answer, 0–1."""
        return self.given / self.asked if self.asked else None

    @property
    def accuracy(self) -> float | None:
        """The share of the given answers that are right, 0–1."""
        return self.right / self.given if self.given else None


class Bin(NamedTuple):
    """The answers of one band of confidence: how many, their mean confidence, the share that is right."""

    label: str
    answers: int
    confidence: float
    accuracy: float


def tally(answers: Iterable[Answer]) -> Tally:
    """The counts of some answers."""
    listed = list(answers)
    return Tally(
        len(listed),
        sum(answer.is_given for answer in listed),
        sum(answer.is_right is True for answer in listed),
    )


def judged(answers: Iterable[Answer]) -> list[Judged]:
    """The given answers with their confidence."""
    return [Judged(answer.confidence, answer.is_right) for answer in answers if answer.is_right is not None]


def accuracy_at(answers: Sequence[Answer], percent: int) -> float | None:
    """Accuracy, 0–1, of the surest answers that make `percent` of all questions; `None` where fewer are given.

    Of answers that are equally sure at the limit, a part counts: none comes before another.
    """
    wanted = len(answers) * percent / 100
    given = sorted(judged(answers), reverse=True)
    if not given or wanted > len(given):
        return None
    limit = given[min(len(given), max(1, round(wanted))) - 1].confidence
    surer = [one.is_right for one in given if one.confidence > limit]
    equal = [one.is_right for one in given if one.confidence == limit]
    return (sum(surer) + (wanted - len(surer)) * sum(equal) / len(equal)) / wanted


def coverage_at(answers: Sequence[Answer], accuracy: float) -> float:
    """The largest share of the questions, 0–1, whose surest answers are right at least so often."""
    best, right = 0, 0
    given = sorted(judged(answers), reverse=True)
    for count, one in enumerate(given, 1):
        right += one.is_right
        ends = count == len(given) or given[count].confidence < one.confidence
        if ends and right >= accuracy * count:
            best = count
    return best / len(answers) if answers else 0.0


def unmirrored(answers: Sequence[Answer]) -> list[str]:
    """The examples whose swapped order gets another verdict, or the same with another confidence."""
    verdicts: dict[str, list[list[tuple[bool | None, float]]]] = {}
    for answer in answers:
        orders = verdicts.setdefault(answer.id, [[], []])
        orders[answer.is_swapped].append((answer.is_right, answer.confidence if answer.is_given else 0.0))
    return [name for name, (there, back) in verdicts.items() if not _are_same(there, back)]


def _are_same(there: Sequence[tuple[bool | None, float]], back: Sequence[tuple[bool | None, float]]) -> bool:
    return len(there) == len(back) and all(
        one[0] is other[0] and abs(one[1] - other[1]) < _SAME for one, other in zip(there, back, strict=True)
    )


def bins(given: Sequence[Judged]) -> list[Bin]:
    """The answers by bands of confidence, those bands left out that hold none."""
    ends = (*BOUNDS[1:], None)
    found = []
    for start, end in zip(BOUNDS, ends, strict=True):
        inside = [one for one in given if start <= one.confidence and (end is None or one.confidence < end)]
        if inside:
            label = f"{max(start, 0.5):.2f} – {end or 1.0:.2f}"
            found.append(Bin(label, len(inside), _mean(one.confidence for one in inside), _share_right(inside)))
    return found


def calibration_error(given: Sequence[Judged]) -> float | None:
    """Expected calibration error, 0–1: how far confidence and share right lie apart, weighted by the bins' counts."""
    if not given:
        return None
    return sum(one.answers * abs(one.confidence - one.accuracy) for one in bins(given)) / len(given)


def _share_right(given: Sequence[Judged]) -> float:
    return _mean(float(one.is_right) for one in given)


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed)
