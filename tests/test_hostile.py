"""Hostile and broken files: one clear line, or a report; never more than a bound of memory and time, nothing else.

The files are made by `tests/hostile`; `PYTHONPATH=tests python -m hostile [part of a name …]` prints what becomes of
each.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

import pytest
from hostile import ALL, word
from hostile.case import Case, Trap
from hostile.judging import faults_of
from hostile.running import FINAL, Outcome, Runner
from hostile.traps import open_trap

# Files that are compared at once; each takes a processor, and a hostile one up to half a gigabyte.
_AT_ONCE = 2

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured by Linux")


@pytest.fixture(scope="module")
def trap_and_calls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Trap, list[str]]]:
    """What the files reach for, and the calls that came."""
    with open_trap(tmp_path_factory.mktemp("trap")) as opened:
        yield opened


@pytest.fixture(scope="module")
def outcome_of(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    trap_and_calls: tuple[Trap, list[str]],
) -> Iterator[Callable[[Case], Outcome]]:
    """What becomes of a file. One process of pytest compares the files of all its tests side by side.

    Of several, each knows the tests of all and runs some: it compares a file when its test comes.
    """
    is_alone = "PYTEST_XDIST_WORKER" not in os.environ
    runners = [Runner(tmp_path_factory.mktemp("runs"), trap_and_calls[0]) for _ in range(_AT_ONCE if is_alone else 1)]
    free: SimpleQueue[Runner] = SimpleQueue()
    for runner in runners:
        free.put(runner)
    futures: dict[str, Future[Outcome]] = {}

    def run(case: Case) -> Outcome:
        runner = free.get()
        try:
            return runner.run(case)
        finally:
            free.put(runner)

    with ThreadPoolExecutor(len(runners)) as pool:

        def outcome(case: Case) -> Outcome:
            if case.file not in futures:
                futures[case.file] = pool.submit(run, case)
            return futures[case.file].result()

        asked = [item.callspec.params.get("case") for item in request.session.items if hasattr(item, "callspec")]
        if is_alone:
            futures |= {case.file: pool.submit(run, case) for case in asked if isinstance(case, Case)}
        yield outcome
        pool.shutdown(cancel_futures=True)
    for runner in runners:
        runner.close()


@pytest.mark.slow
@pytest.mark.parametrize("case", ALL, ids=lambda case: case.file)
def test_a_hostile_file(
    case: Case, outcome_of: Callable[[Case], Outcome], trap_and_calls: tuple[Trap, list[str]]
) -> None:
    """It is refused in one line or read, within the bounds; no address that it names is asked for anything."""
    outcome = outcome_of(case)
    assert faults_of(case, outcome, trap_and_calls[0]) == [], outcome.messages
    assert trap_and_calls[1] == []


def _compare(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "compare", "--no-model", "--scope", "whole", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, check=False, text=True, timeout=60)


_PLAIN = ("picture.docx", "one-part-of-2-gb.docx", "in-utf-16.odt", "locked.pdf", "rings.pdf")


@pytest.mark.parametrize("case", [case for case in ALL if case.file in _PLAIN], ids=lambda case: case.file)
def test_the_program_itself_does_the_same(
    case: Case, tmp_path: Path, outcome_of: Callable[[Case], Outcome], trap_and_calls: tuple[Trap, list[str]]
) -> None:
    """Started by its name, the program does what it does when it is watched."""
    (tmp_path / case.file).write_bytes(case.make(trap_and_calls[0]))
    report = tmp_path / "report.txt"
    ran = _compare("--output", str(report), "--", case.file, str(FINAL), cwd=tmp_path)
    written = report.read_text("utf-8") if report.exists() else ""
    outcome = outcome_of(case)
    said, expected = (words.partition("written to ")[0] for words in (ran.stderr, outcome.messages))
    assert (ran.returncode, said, written) == (outcome.exit_code, expected, outcome.report)


def _refusal(*arguments: str, cwd: Path) -> str:
    ran = _compare(*arguments, cwd=cwd)
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1), ran.stderr
    return ran.stderr


def test_a_folder_named_like_a_document(tmp_path: Path) -> None:
    """A folder is called one."""
    (tmp_path / "minutes.docx").mkdir()
    assert "this is a folder" in _refusal("minutes.docx", str(FINAL), cwd=tmp_path)


@pytest.mark.parametrize(
    ("data", "is_read"),
    [pytest.param(word.made(word.paragraph()), True, id="document"), pytest.param(b"", False, id="nothing")],
)
def test_a_pipe_named_like_a_document(tmp_path: Path, data: bytes, *, is_read: bool) -> None:
    """A named pipe is read to its end, whatever comes through it."""
    pipe = tmp_path / "minutes.docx"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(data,))
    writer.start()
    ran = _compare(pipe.name, str(FINAL), cwd=tmp_path)
    writer.join()
    assert ran.returncode == (1 if is_read else 2)
    assert ("Thornby" in ran.stdout) == is_read


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/full"])
def test_a_device_without_end(tmp_path: Path, device: str) -> None:
    """What never ends is refused at the bound."""
    assert "larger than 100 MB" in _refusal(device, str(FINAL), cwd=tmp_path)


def test_a_full_device_for_the_report(tmp_path: Path) -> None:
    """A report that cannot be written is an error in one line."""
    assert "/dev/full: " in _refusal("--output", "/dev/full", str(FINAL), str(FINAL), cwd=tmp_path)
