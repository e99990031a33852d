"""Serves one page to browsers on this computer, and tells them when it is another one. No file is written or read.

Nobody else can ask for it: only 127.0.0.1 is listened to, the address holds a secret, and a request must name this
computer as its host (else a site elsewhere could let its own name lead here). The page itself is shown in a frame that
runs no program and asks for nothing; only the page around it has one, ours.
"""

import hmac
import json
import os
import secrets
import sys
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from tsukuba_pia.problems import Problem

HERE = "127.0.0.1"
BEAT = 15.0  # seconds after which a browser that has gone is noticed
PATIENCE = 10.0  # seconds in which a request has to be sent

ALWAYS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
AROUND = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src data:; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
WITHIN = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox"
)


@dataclass(frozen=True)
class News:
    """What there is to say of a file."""

    state: str
    wrong: tuple[str, ...] = ()  # why the page is not of the file as it is now
    heading: str = ""
    before: tuple[str, ...] = ()  # what is to be mended before it may be published


class Showing:
    """The page and the news, shared between who makes them and those who are shown them."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._changed = threading.Condition()
        self._page = b""
        self._number = 0
        self._news = b""
        self._open = True

    def put(self, page: bytes, news: News) -> None:
        """Show this from now on. A browser is told by a digest whether the page is another one; empty: none yet."""
        told = {**asdict(news), "page": sha256(page).hexdigest()[:16] if page else ""}
        with self._changed:
            self._page, self._news = page, json.dumps(told).encode()
            self._number += 1
            self._changed.notify_all()

    def close(self) -> None:
        """Let go all who wait."""
        with self._changed:
            self._open = False
            self._changed.notify_all()

    @property
    def page(self) -> bytes:
        """What is shown now."""
        with self._changed:
            return self._page

    def after(self, number: int) -> tuple[int, bytes] | None:
        """The news after those of this number, or no news within a while; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._number > number or not self._open, BEAT)
            if not self._open:
                return None
            return self._number, self._news if self._number > number else b""


class Server(ThreadingHTTPServer):
    """Listens on this computer alone."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # elsewhere that would let two listen to one port

    def __init__(self, showing: Showing, port: int) -> None:
        """Take a port; 0 is any that is free. Raises Problem where it cannot be had."""
        self.showing = showing
        self.secret = secrets.token_urlsafe(16)
        self.nonce = secrets.token_urlsafe(16)
        self.around = b""  # the page around the page
        try:
            super().__init__((HERE, port), _Handler)
        except OSError as error:
            raise Problem("port_taken", port=port) from error

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{HERE}:{self.server_port}/{self.secret}/"

    def hosts(self) -> tuple[str, ...]:
        """The names by which a browser here may call it."""
        return tuple(f"{name}:{self.server_port}" for name in (HERE, "localhost"))

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as socketserver has it
        """A browser that has gone is no trouble, a mistake of ours is."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)

    def __enter__(self) -> Self:
        """Begin to serve, beside what else is done."""
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """End it, also for those who wait."""
        self.showing.close()
        self.shutdown()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server
    timeout = PATIENCE
    server_version, sys_version = "pia", ""

    def do_GET(self) -> None:
        """Answer it."""
        if self.headers.get_all("Host") not in [[one] for one in self.server.hosts()]:
            self._send(HTTPStatus.MISDIRECTED_REQUEST, b"", "text/plain", {})
            return
        secret, stroke, name = self.path.partition("?")[0].removeprefix("/").partition("/")
        if not (stroke and hmac.compare_digest(secret.encode(), self.server.secret.encode())):
            name = "?"
        if name == "":
            policy = AROUND.format(nonce=self.server.nonce)
            self._send(HTTPStatus.OK, self.server.around, "text/html", {"Content-Security-Policy": policy})
        elif name == "page" and self.server.showing.page:
            self._send(HTTPStatus.OK, self.server.showing.page, "text/html", {"Content-Security-Policy": WITHIN})
        elif name == "events":
            self._tell()
        else:
            self._send(HTTPStatus.NOT_FOUND, b"", "text/plain", {})

    def _send(self, status: HTTPStatus, content: bytes, kind: str, more: Mapping[str, str]) -> None:
        self._head(status, f"{kind}; charset=utf-8", {**more, "Content-Length": str(len(content))})
        if self.command != "HEAD":
            self.wfile.write(content)

    def _head(self, status: HTTPStatus, kind: str, more: Mapping[str, str]) -> None:
        self.send_response_only(status)
        for name, value in {"Content-Type": kind, **ALWAYS, **more}.items():
            self.send_header(name, value)
        self.end_headers()

    def _tell(self) -> None:
        """News as they come, until one of the two goes; a comment in between shows whether the browser is there."""
        self._head(HTTPStatus.OK, "text/event-stream; charset=utf-8", {})
        number = 0
        while self.command != "HEAD" and (told := self.server.showing.after(number)) is not None:
            number, news = told
            self.wfile.write(b"data: " + news + b"\n\n" if news else b":\n\n")

    do_HEAD = do_GET  # noqa: N815 - as http.server names it

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as http.server names it
        """Say nothing: the terminal is for what happens to the file."""
        del format, args
