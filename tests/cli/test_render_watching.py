"""`pia render --watch`: one page, served to this computer alone, made again at each save and only then."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import environment, heed_interrupts, run
from tests.work.desk import ASSESSMENT, DAY, workspace
from tsukuba_pia.cli.live import HERE, News, Server, Showing
from tsukuba_pia.problems import Problem

PAGE = b"<!DOCTYPE html><title>page</title>"
NOTE = "夜間は警備員が一人だけで南門を見ている"
HIDDEN = (
    f"  k_level: {{answer: counts, note: {NOTE}, "
    "withheld: {reason: security, exemption: x, approved_by: 市長, until: 2028-03-31}}\n"
)


@pytest.fixture
def server() -> Iterator[Server]:
    """It shows a page."""
    showing = Showing()
    showing.put(PAGE, News("fine"))
    with Server(showing, 0) as one:
        one.around = b"around"
        yield one


def ask(port: int, path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    """What comes back."""
    connection = http.client.HTTPConnection(HERE, port, timeout=10)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    return connection.getresponse()


def test_it_serves_one_page_and_what_is_around_it(server: Server) -> None:
    """Each under a policy of its own, and kept by nobody."""
    around = ask(server.server_port, f"/{server.secret}/")
    assert (around.status, around.read()) == (200, b"around")
    assert f"script-src 'nonce-{server.nonce}'" in str(around.getheader("Content-Security-Policy"))
    page = ask(server.server_port, f"/{server.secret}/page?anything")
    assert (page.status, page.read()) == (200, PAGE)
    policy = str(page.getheader("Content-Security-Policy"))
    assert "script-src" not in policy
    assert "sandbox allow-same-origin" in policy
    assert "allow-scripts" not in policy
    for answer in (around, page):
        assert answer.getheader("Cache-Control") == "no-store"
        assert answer.getheader("Referrer-Policy") == "no-referrer"
    head = ask(server.server_port, f"/{server.secret}/page", "HEAD")
    assert (head.status, head.read(), head.getheader("Content-Length")) == (200, b"", str(len(PAGE)))


@pytest.mark.parametrize("path", [
    "/", "/page", "/events", "//", "/%2e%2e/", "/../../etc/passwd", "/x/page", "http://evil.example/", "/favicon.ico",
    "/{secret}", "/{secret}x/page", "/{secret}/../page", "/{secret}/page/", "/{secret}//page",
    "/{secret}/assessment.yaml",
])  # fmt: skip
def test_nothing_else_is_there(server: Server, path: str) -> None:
    """Neither a list nor a file, and not without the secret."""
    asked = path.format(secret=server.secret)
    answer = ask(server.server_port, asked)
    assert (answer.status, answer.read()) == (421 if "evil" in path else 404, b"")


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "", "[::1]:{port}"]
)
def test_another_name_of_this_computer_is_refused(server: Server, host: str) -> None:
    """A site may let its own name lead here: then the browser says that name."""
    answer = ask(server.server_port, f"/{server.secret}/page", Host=host.format(port=server.server_port))
    assert (answer.status, answer.read()) == (421, b"")
    assert ask(server.server_port, f"/{server.secret}/page", Host=f"localhost:{server.server_port}").status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "x"])
def test_nothing_is_taken(server: Server, method: str) -> None:
    """It is read only."""
    assert ask(server.server_port, f"/{server.secret}/", method).status == 501


@pytest.mark.parametrize("sent", [
    b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\xff\xfe\x00\r\n\r\n", b"GET /" + b"a" * 70_000,
    b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
])  # fmt: skip
def test_broken_requests_do_no_harm(server: Server, sent: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    """And are not told at the terminal."""
    with socket.create_connection((HERE, server.server_port), timeout=10) as one:
        one.sendall(sent)
        one.shutdown(socket.SHUT_WR)
        one.recv(100)
    assert ask(server.server_port, f"/{server.secret}/page").status == 200
    assert capfd.readouterr().err == ""


def test_only_this_computer_is_listened_to(server: Server) -> None:
    """And a port that somebody has is told."""
    assert server.socket.getsockname()[0] == "127.0.0.1"
    with pytest.raises(Problem) as told:
        Server(Showing(), server.server_port)
    assert told.value.code == "port_taken"


class Watched:
    """Somebody watches a file, and reads what a browser would be told."""

    def __init__(self, running: "subprocess.Popen[str]") -> None:
        """Its first line is the address."""
        assert running.stdout is not None
        self.running = running
        self.address = running.stdout.readline().strip()
        _, _, self.host, self.secret, _ = self.address.split("/")
        self.events = ask(self.port, f"/{self.secret}/events")

    @property
    def port(self) -> int:
        """Where it is served."""
        return int(self.host.partition(":")[2])

    def news(self) -> dict[str, Any]:
        """The next."""
        for line in self.events:
            if line.startswith(b"data: "):
                found: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
                return found
        pytest.fail("it has ended")

    def page(self) -> str:
        """What is shown."""
        return ask(self.port, f"/{self.secret}/page").read().decode()

    def end(self) -> str:
        """By Ctrl-C; what was said."""
        self.running.send_signal(signal.SIGINT)
        assert self.running.wait(10) == 0
        assert self.running.stderr is not None
        return self.running.stderr.read()


@contextmanager
def watching(file: Path, *more: str, **variables: str) -> Iterator[Watched]:
    """On pipes."""
    command = [sys.executable, "-m", "tsukuba_pia", "render", str(file), "--watch", "--as-of", DAY, *more]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(**variables), encoding="utf-8",
        preexec_fn=heed_interrupts,  # noqa: PLW1509 - no threads here
    ) as running:  # fmt: skip
        try:
            yield Watched(running)
        finally:
            running.kill()


def test_each_save_is_a_page_and_nothing_else_is(tmp_path: Path) -> None:
    """A file that is touched, or saved as it was, is not made again; a bank, the city's name, a template are."""
    file = workspace(tmp_path, ASSESSMENT)
    with watching(file) as one:
        first = one.news()
        assert first["wrong"] == []
        assert one.page().startswith("<!DOCTYPE html>")
        os.utime(file)
        file.write_text(ASSESSMENT, encoding="utf-8")
        time.sleep(0.5)
        file.write_text(ASSESSMENT.replace("案内端末", "別の端末"), encoding="utf-8")
        second = one.news()
        assert second["page"] != first["page"]
        assert "別の端末" in one.page()
        bank = tmp_path / "questionnaires" / "kiosk" / "0.1.yaml"
        bank.write_text(
            bank.read_text(encoding="utf-8").replace("For which? ", "").replace("Faces are masked.", "Blurred.")
        )
        assert one.news()["page"] != second["page"]
        (tmp_path / "city.yaml").write_text("city: 別の市\n", encoding="utf-8")
        assert "別の市" in (one.news() and one.page())
        (tmp_path / "templates" / "html").mkdir(parents=True)
        (tmp_path / "templates" / "html" / "own.css").write_text("/* our own look */\n", encoding="utf-8")
        assert "our own look" in (one.news() and one.page())
        said = one.end()
    assert said.splitlines()[-1] == "Ended. Nothing was written."
    assert said.count("As of") == 5
    assert not (file.parent / "reports").exists()


def test_the_last_good_page_stays(tmp_path: Path) -> None:
    """While the file is broken, gone, or would tell what is withheld; and each is told."""
    file = workspace(tmp_path, ASSESSMENT + HIDDEN)
    with watching(file, "--lang", "ja") as one:
        good = one.news()
        page = one.page()
        for text, said in (
            (ASSESSMENT + HIDDEN + "  k_kinds: [\n", "PIA0"),
            (ASSESSMENT + HIDDEN + f"conclusion: {NOTE}。\n", "PIA616"),
            (None, "PIA001"),
        ):
            file.unlink() if text is None else file.write_text(text, encoding="utf-8")
            news = one.news()
            assert said in news["wrong"][0]
            assert NOTE not in json.dumps(news, ensure_ascii=False)
            assert "最後に作れたページ" in news["state"]
            assert (news["page"], one.page()) == (good["page"], page)
        file.write_text(ASSESSMENT + HIDDEN, encoding="utf-8")
        assert (one.news()["wrong"], one.page()) == ([], page)
        assert NOTE not in one.end()


def test_a_file_that_was_never_good(tmp_path: Path) -> None:
    """Its page comes when it can."""
    file = workspace(tmp_path, ASSESSMENT.replace("[face]", "[face"))
    with watching(file) as one:
        news = one.news()
        assert (news["page"], bool(news["wrong"])) == ("", True)
        assert ask(one.port, f"/{one.secret}/page").status == 404
        file.write_text(ASSESSMENT, encoding="utf-8")
        assert one.news()["page"]


def test_what_is_missing_before_publication_stands_beside_it(tmp_path: Path) -> None:
    """Also that nobody has decided; for colleagues it is no matter."""
    file = workspace(tmp_path, ASSESSMENT)
    with watching(file) as one:
        news = one.news()
        assert news["before"]
        assert 'class="watermark"' in one.page()
    with watching(file, "--audience", "internal") as one:
        assert (one.news()["before"], 'class="watermark"' in one.page()) == ([], False)


def test_the_browser_is_opened_only_where_asked(tmp_path: Path) -> None:
    """At the address that is told."""
    file = workspace(tmp_path, ASSESSMENT)
    opened, browser = tmp_path / "opened", tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" >> "{opened}"\n', encoding="utf-8")
    browser.chmod(0o755)
    for more, wanted in (((), False), (("--open",), True)):
        with watching(file, *more, BROWSER=f"{browser} %s") as one:
            one.news()
            one.end()
            assert opened.exists() is wanted
    assert opened.read_text(encoding="utf-8").strip() == one.address


@pytest.mark.parametrize(("more", "said"), [
    (["--open"], "go with --watch"), (["--port", "9000"], "go with --watch"), (["--watch", "-o", "x"], "no file"),
    (["--watch", "--format", "pdf"], "--format pdf"), (["--watch", "city.yaml"], "Name one"),
    (["--watch", "--port", "0"], "--port"),
    (["--watch", "--kind", "notice", "--audience", "internal"], "for the public only"),
])  # fmt: skip
def test_what_does_not_go_together(tmp_path: Path, more: list[str], said: str) -> None:
    """Told at once."""
    file = workspace(tmp_path, ASSESSMENT)
    done = run("render", file, *more, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
