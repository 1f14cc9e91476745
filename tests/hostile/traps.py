"""What hostile files reach for, set up for a while: a file with a secret, a server that takes down who calls."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from hostile.case import Trap


@contextmanager
def open_trap(folder: Path) -> Iterator[tuple[Trap, list[str]]]:
    """The trap, and the calls that its server gets."""
    secret = folder / "secret.txt"
    secret.write_text("Wheelbarrow-4711-Quince", "utf-8")
    calls: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            calls.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Trap(secret, f"http://127.0.0.1:{server.server_port}/"), calls
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
