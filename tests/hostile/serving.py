"""A process that has loaded the program, and runs it in a child of its own for each line of JSON that it reads.

    {"place": folder, "writable": folder, "secret": file, "arguments": […], "limit_s": 60}
    {"exit_code": 2, "seconds": 0.1, "peak_kb": 40000, "timed_out": false}

What a child writes to standard output and standard error goes to the file "messages" in the folder that is writable.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
import time
import traceback
from pathlib import Path

from compare.cli import main
from hostile.watching import peak_kb, watch

# What the program loads when it needs it; here it is loaded once, and not for each of hundreds of files.
_LOADED = (
    *("compare.pipeline", "compare.report.to_terminal", "compare.read.docx.reader", "compare.read.html.reader"),
    *("compare.read.html.web_archive", "compare.read.odt.reader", "compare.read.pdf.reader", "compare.read.rtf.reader"),
)
_PEAK = "peak"
# Seconds between two looks whether the child has ended.
_STEP = 0.005


def _serve() -> None:
    for name in _LOADED:
        importlib.import_module(name)
    for line in sys.stdin:
        print(json.dumps(_run(json.loads(line))), flush=True)  # noqa: T201 - its answer


def _run(task: dict[str, object]) -> dict[str, object]:
    start = time.perf_counter()
    child = os.fork()
    if not child:
        _be_the_program(task)
    limit = start + float(str(task["limit_s"]))
    timed_out = False
    while not (ended := os.wait4(child, os.WNOHANG))[0]:
        if time.perf_counter() > limit and not timed_out:
            timed_out = True
            os.killpg(child, signal.SIGKILL)
        time.sleep(_STEP)
    _, status, usage = ended
    messages = Path(str(task["writable"]), _PEAK)
    return {
        "exit_code": os.waitstatus_to_exitcode(status),
        "seconds": time.perf_counter() - start,
        "peak_kb": max(usage.ru_maxrss, int(messages.read_text("ascii")) if messages.exists() else 0),
        "timed_out": timed_out,
    }


def _be_the_program(task: dict[str, object]) -> None:
    """Does what `compare …` does, and ends."""
    code = 1
    try:
        os.setpgrp()
        os.chdir(str(task["place"]))
        writable = str(task["writable"])
        os.environ["TMPDIR"] = writable
        messages = os.open(f"{writable}/messages", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(messages, 1)
        os.dup2(messages, 2)
        watch(str(task["secret"]), writable)
        arguments = task["arguments"]
        code = main(list(map(str, arguments)) if isinstance(arguments, list) else [])
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    except BaseException:  # noqa: BLE001 - as Python itself does at the end
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        Path(str(task["writable"]), _PEAK).write_text(str(peak_kb()), "ascii")
        os._exit(code)


if __name__ == "__main__":
    _serve()
