"""Watches a process while it reads a hostile file, from the call of `watch` to its end.

connect, bind, look up a name          refused, and the program ends with a traceback
open the file that is named secret     refused
open a file for writing                refused, outside of the folder for reports
start another program than Python      refused
"""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

_NETWORK = frozenset(f"socket.{name}" for name in ("connect", "bind", "getaddrinfo", "gethostbyname", "sendto"))
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
# Bytes of address space: far above the bound that is tested, so that a fault does not take the machine with it.
_MOST_SPACE = 3_000_000_000


def watch(secret: str, writable: str) -> None:
    """Refuses from here on what no reader has to do."""

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        is_refused = event in _NETWORK
        if event == "open":
            path, _, flags = arguments
            name = os.fsdecode(path) if isinstance(path, str | bytes) else ""
            is_written = isinstance(flags, int) and flags & _WRITING and name not in ("", os.devnull)
            is_refused = name == secret or (is_written and not name.startswith(writable))
        elif event == "subprocess.Popen":
            is_refused = Path(str(arguments[0])).resolve() != Path(sys.executable).resolve()
        if is_refused:
            raise AssertionError(event, *map(str, arguments))

    resource.setrlimit(resource.RLIMIT_AS, (_MOST_SPACE, _MOST_SPACE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(hook)


def peak_kb() -> int:
    """The most memory that this process has held, and the most that one of its workers has."""
    status = Path("/proc/self/status").read_text("ascii").splitlines()
    own = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    return own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
