"""Starts one command and says what it took: `python -I -S launch.py SECONDS OUTPUT COMMAND…` prints one line of JSON.

A process of its own, because a child's peak memory starts from its parent's: a benchmark that holds two large texts
would lend them to `wdiff`. What this small process holds (about 10 MB) is the least peak that can be told.
"""

import json
import os
import sys
import threading
import time


def launch(limit_s: float, output: str, command: list[str]) -> dict[str, object]:
    """Time, peak memory and exit code of the command; standard output and standard error go to files."""
    out = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    err = os.open(output + ".err", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    actions = [(os.POSIX_SPAWN_DUP2, out, 1), (os.POSIX_SPAWN_DUP2, err, 2)]
    start = time.perf_counter()
    try:
        pid = os.posix_spawnp(command[0], command, os.environ, file_actions=actions, setpgroup=0)
    except OSError as error:
        return {"error": str(error)}
    ended = threading.Event()
    timed_out = threading.Event()

    def stop_late() -> None:
        if not ended.wait(limit_s):
            timed_out.set()
            os.killpg(pid, 9)

    watch = threading.Thread(target=stop_late, daemon=True)
    watch.start()
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - start
    ended.set()
    return {
        "seconds": seconds,
        "cpu_s": usage.ru_utime + usage.ru_stime,
        "peak_mb": usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024),
        "exit_code": os.waitstatus_to_exitcode(status),
        "timed_out": timed_out.is_set(),
    }


if __name__ == "__main__":
    print(json.dumps(launch(float(sys.argv[1]), sys.argv[2], sys.argv[3:])))  # noqa: T201 - its answer
