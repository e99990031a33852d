"""An editor without a window: opens files, types, and tells what yaml-language-server would have it show.

The language server protocol over stdio, as far as the tests need it.
"""

import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any, NamedTuple, Self

from tests.node import PACKAGES

SERVER = PACKAGES / "yaml-language-server" / "bin" / "yaml-language-server"
PATIENCE = 60  # seconds for one answer, on a busy machine
CURSOR = "‸"

Message = dict[str, Any]


class Mark(NamedTuple):
    """What the editor underlines; the line counts from 1."""

    line: int
    message: str


class Editor:
    """One window: a folder that is open, with its settings, and one server for all of its files."""

    def __init__(self, folder: Path, settings: Mapping[str, Any]) -> None:
        """Open a folder."""
        self._settings = settings
        self._count = 0
        self._said: Queue[Message | None] = Queue()
        self._shown: dict[str, str] = {}
        command = [shutil.which("node") or "node", str(SERVER), "--stdio"]
        self._server = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._listening = Thread(target=self._listen, daemon=True)
        self._listening.start()
        room = {"uri": folder.as_uri(), "name": folder.name}
        shown = {"contentFormat": ["markdown"]}
        can = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {"hover": shown, "completion": {"completionItem": {"documentationFormat": ["markdown"]}}},
        }
        self._ask("initialize", processId=None, rootUri=room["uri"], workspaceFolders=[room], capabilities=can)
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=settings)

    def __enter__(self) -> Self:
        """Stay open until the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the window; the server ends by itself, or is ended."""
        with self._server as server:
            self._ask("shutdown")
            self._tell("exit")
            try:
                server.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                server.kill()
            self._listening.join(PATIENCE)

    def type(self, file: Path, text: str) -> list[Mark]:
        """Have this text in a file's window, and wait for what is underlined."""
        self._count += 1
        document: Message = {"uri": file.as_uri(), "languageId": "yaml", "version": self._count}
        if document["uri"] in self._shown:
            self._tell("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])
        else:
            self._tell("textDocument/didOpen", textDocument=document | {"text": text})
        self._shown[document["uri"]] = text
        about = self._until(lambda one: _marks_of(one, document["uri"]))["params"]["diagnostics"]
        return [Mark(one["range"]["start"]["line"] + 1, one["message"]) for one in about]

    def complete(self, file: Path, text: str) -> dict[str, str]:
        """What is offered at the cursor: each text that would be put in, with what stands beside it."""
        offered = self._at("textDocument/completion", file, text)
        items = offered["items"] if isinstance(offered, dict) else offered
        return {one["insertText"].split(":")[0]: one.get("documentation", "") for one in items}

    def hover(self, file: Path, text: str) -> str:
        """What is shown over the word at the cursor, as Markdown; empty for nothing."""
        shown = self._at("textDocument/hover", file, text)
        return shown["contents"]["value"] if shown else ""

    def _at(self, method: str, file: Path, text: str) -> Any:  # noqa: ANN401 - JSON
        before, _, after = text.partition(CURSOR)
        if self._shown.get(file.as_uri()) != before + after:
            self.type(file, before + after)
        place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        return self._ask(method, textDocument={"uri": file.as_uri()}, position=place)

    def _ask(self, method: str, **params: Any) -> Any:  # noqa: ANN401 - JSON
        self._count += 1
        number = self._count
        self._send({"id": number, "method": method, "params": params})
        answer = self._until(lambda one: one.get("id") == number and "method" not in one)
        assert "error" not in answer, answer["error"]
        return answer.get("result")

    def _tell(self, method: str, **params: Any) -> None:  # noqa: ANN401 - JSON
        self._send({"method": method, "params": params})

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()

    def _until(self, wanted: Callable[[Message], bool]) -> Message:
        """The first message that is wanted; what the server asks meanwhile is answered."""
        while True:
            message = self._said.get(timeout=PATIENCE)
            assert message is not None, "the server has gone"
            if "id" in message and "method" in message:
                self._send({"id": message["id"], "result": self._answer(message)})
            elif wanted(message):
                return message

    def _answer(self, question: Message) -> Any:  # noqa: ANN401 - JSON
        if question["method"] != "workspace/configuration":
            return None
        return [self._settings.get(one.get("section")) for one in question["params"]["items"]]

    def _listen(self) -> None:
        stream = self._server.stdout
        assert stream is not None
        while head := stream.readline():
            length = int(head.split(b":")[1])
            while stream.readline().strip():
                pass
            self._said.put(json.loads(stream.read(length)))
        self._said.put(None)


def _marks_of(message: Message, uri: str) -> bool:
    return message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri
