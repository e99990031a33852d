"""Holds the session of docs/review-meeting.md for real, in Japanese and English, and puts its output into the pages.

    python tools/review_session.py

`tools/review_session.toml` says what is typed. Every command runs at a pseudo-terminal of 80 columns, in a folder that
is thrown away, on a fixed day. In a page, `<!-- session: name "words" +3 -->` before a block says which step it shows:
all of it, or from each line with these words as many lines as said, with … for what is left out.
"""

import json
import os
import re
import shlex
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pexpect
import pyte

from tsukuba_pia.labels import labels
from tsukuba_pia.yaml_edit import append_item, set_value
from tsukuba_pia.yaml_source import parse

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
FIRST, SECOND = "internet-vote-first", "internet-vote"
MADE = "assessments/tsk-2027-internet-vote"
LANGUAGES = ("ja", "en")
PAGES = {"ja": ROOT / "docs" / "review-meeting.ja.md", "en": ROOT / "docs" / "review-meeting.md"}
COLUMNS, ROWS = 80, 40
SURE = 12  # characters of a prompt that stand on one line
PATIENCE = 60  # seconds until a prompt that does not come is given up
KEY, READ, BETWEEN = 0.04, 1.2, 2.5  # seconds a viewer is given: for a key, for what a key brings, for a step
BLOCK = re.compile(
    r'(<!-- session: (\S+)((?: "[^"]+" \+\d+)*) -->\n```console\n).*?^(?=```$)', re.DOTALL | re.MULTILINE
)
PART = re.compile(r'"([^"]+)" \+(\d+)')

Words = str | Mapping[str, str]


@dataclass(slots=True)
class Recording:
    """What a terminal showed, for a player (asciicast v2): moments and what came then."""

    events: list[tuple[float, str]] = field(default_factory=list)
    now: float = 0.0

    def type(self, text: str) -> None:
        """Characters as a hand types them."""
        for one in text:
            self.show(one, KEY)

    def show(self, text: str, after: float) -> None:
        """What a program writes at once."""
        self.now += after
        self.events.append((round(self.now, 2), text))

    def cast(self, title: str) -> str:
        """The file for a player."""
        head = {"version": 2, "width": COLUMNS, "height": ROWS, "title": title, "env": {"TERM": "xterm"}}
        lines = [head, *([moment, "o", text] for moment, text in self.events)]
        return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in lines)


@dataclass(slots=True)
class Session:
    """One run through the steps, in one language, in one folder."""

    room: Path
    language: str
    shown: dict[str, list[str]] = field(default_factory=dict)
    recording: Recording = field(default_factory=Recording)

    def run(self, steps: Sequence[Mapping[str, Any]]) -> None:
        """All steps in order; each leaves under its name what the terminal showed."""
        for step in steps:
            told = _in(step.get("comment", ""), self.language)
            if told:
                self.recording.show(f"\r\n# {told}\r\n", BETWEEN)
            if step.get("rewrite"):
                rewrite(self.room, self.language, step)
                continue
            if step.get("only", self.language) == self.language:
                self._step(step)

    def _step(self, step: Mapping[str, Any]) -> None:
        command = _in(step["command"], self.language)
        self.recording.show("$ ", BETWEEN)
        self.recording.type(command.replace("\n", "\r\n"))
        self.recording.show("\r\n", KEY)
        written = self._perform(command, step)
        lines = written.replace("\r", "").splitlines() if step.get("raw") else screen_lines(written)
        self.shown[step["name"]] = [*f"$ {command}".split("\n"), *lines]

    def _perform(self, command: str, step: Mapping[str, Any]) -> str:
        """Run a command and press what the step says; everything that it wrote."""
        words = shlex.split(command.replace("\\\n", " "))
        program = [sys.executable, "-m", "tsukuba_pia", *words[1:]] if words[0] == "pia" else words
        child = pexpect.spawn(
            program[0], program[1:], cwd=str(self.room), env=self._environment(step["day"]), encoding="utf-8",
            dimensions=(ROWS, COLUMNS), timeout=PATIENCE, codec_errors="strict",
        )  # fmt: skip
        written = [self._told(part) for press in step.get("keys", ()) for part in self._press(child, press)]
        if step.get("hang_up"):
            child.close(force=True)
            return "".join(written)
        child.expect(pexpect.EOF)
        written.append(self._told(child.before or ""))
        child.close()
        if child.exitstatus != step.get("exit", 0):
            raise SystemExit("".join([f"{command}: ended with {child.exitstatus}\n", *written]))
        return "".join(written)

    def _told(self, text: str) -> str:
        self.recording.show(text, READ)
        return text

    def _press(self, child: Any, press: Mapping[str, Any]) -> Iterator[str]:  # noqa: ANN401 - pexpect's child
        """Turn pages until what is waited for is there, then press; what came until then."""
        wanted = self._wait(press["at"])
        more = labels(self.language)["meeting"]["more"]
        while True:
            found = child.expect_exact([wanted, more])
            yield child.before + child.after
            if not found:
                break
            child.send("\r")
        child.send(_in(press["keys"], self.language))
        if press.get("unsent"):
            child.expect_exact(_in(press["keys"], self.language)[-2:])
            yield child.before + child.after
        else:
            child.send("\r")

    def _wait(self, at: str) -> str:
        """The end of a menu by its last key, or the words of a prompt: `meeting.ask_opinion` names a label."""
        section, _, key = at.partition(".")
        if not key:
            return f"{at}) "
        text: str = labels(self.language)[section][key]
        return max(re.split(r"\{\w+\}", text), key=len)[:SURE]

    def _environment(self, day: str) -> dict[str, str]:
        fixed = {"PIA_LANG": self.language, "PIA_TODAY": day, "TERM": "xterm", "LC_ALL": "C.UTF-8"}
        fixed |= {"PROMPT_TOOLKIT_NO_CPR": "1", "NO_COLOR": "1", "HOME": str(self.room.parent)}
        return {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(ROOT / "src")} | fixed


def _in(words: Words, language: str) -> str:
    return words if isinstance(words, str) else words[language]


def screen_lines(written: str) -> list[str]:
    """What a person could scroll through after a program wrote this: menus that it took away again are not there."""
    screen = pyte.HistoryScreen(COLUMNS, ROWS, history=10_000, ratio=0.5)
    pyte.Stream(screen).feed(written)
    above = ["".join(line[column].data for column in range(COLUMNS)) for line in screen.history.top]
    lines = [line.rstrip() for line in (*above, *screen.display)]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def furnish(room: Path, city: str) -> None:
    """A city's workspace in which the first version was refused."""
    room.mkdir()
    (room / "city.yaml").write_text(city, encoding="utf-8")
    shutil.copytree(EXAMPLES / FIRST, room / "assessments" / FIRST, ignore=shutil.ignore_patterns("expected", "*.lock"))


def rewrite(room: Path, language: str, step: Mapping[str, Any]) -> None:
    """What the unit does in its editor: the second version of the examples, opinions and comments answered."""
    file = room / MADE / "assessment.yaml"
    met: Any = parse(file.read_bytes(), str(file)).data
    text = (EXAMPLES / SECOND / "assessment.yaml").read_text(encoding="utf-8")
    text = text.replace("\nlanguage: ja\n", f"\nlanguage: {met['language']}\n", 1)
    for opinion, answer in zip(met["opinions"], step["answered"], strict=True):
        item = {**opinion, "answered": _in(answer, language)}
        text = append_item(parse(text.encode(), str(file)), ("opinions",), item)
    comments = enumerate(parse(text.encode(), str(file)).data["consultations"])
    for number in [number for number, one in comments if "because" not in one]:
        path = ("consultations", number, "because")
        text = set_value(parse(text.encode(), str(file)), path, _in(step["reason"], language))
    file.write_text(text, encoding="utf-8", newline="\n")
    shutil.copytree(EXAMPLES / SECOND / "evidence", file.parent / "evidence", dirs_exist_ok=True)
    for minutes in (room / MADE / "minutes").glob("*.yaml"):
        minutes.write_text(with_tasks_done(minutes, step["day"]), encoding="utf-8", newline="\n")


def with_tasks_done(minutes: Path, day: str) -> str:
    """Minutes in which every task is said to be done."""
    source = parse(minutes.read_bytes(), str(minutes))
    data: Any = source.data
    acts = [(item, act) for item, one in enumerate(data["items"]) for act in range(len(one.get("recorded", ())))]
    for item, act in acts:
        if "task" in data["items"][item]["recorded"][act]:
            path = ("items", item, "recorded", act, "task", "done")
            source = parse(set_value(source, path, day).encode(), str(minutes))
    return source.text


def played(language: str, folder: Path) -> Session:
    """The whole session in one language."""
    script = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    session = Session(folder / "city", language)
    furnish(session.room, script["city"])
    session.run(script["step"])
    return session


def part(lines: Sequence[str], cuts: Sequence[tuple[str, str]]) -> list[str]:
    """Some lines of a step: its command, then from each line with these words as many as said, … for the rest."""
    if not cuts:
        return list(lines)
    kept, at = [], 0
    for words, count in cuts:
        start = next((number for number, line in enumerate(lines) if number >= at and words in line), None)
        if start is None:
            raise SystemExit(f"{lines[0]}: no line has “{words}” there; what the page asks for has to change")
        kept += ["…"] * (start > at) + list(lines[start : start + int(count)])
        at = start + int(count)
    return kept + ["…"] * (at < len(lines))


def woven(page: str, shown: Mapping[str, Sequence[str]]) -> str:
    """A page with what the terminal showed in its blocks."""

    def block(found: re.Match[str]) -> str:
        lines = part(shown[found[2]], PART.findall(found[3]))
        return found[1] + "".join(f"{one}\n" for one in lines)

    return BLOCK.sub(block, page)


def main() -> None:
    """Both pages and recordings anew."""
    for language, page in PAGES.items():
        with tempfile.TemporaryDirectory() as folder:
            session = played(language, Path(folder))
        text = page.read_text(encoding="utf-8")
        page.write_text(woven(text, session.shown), encoding="utf-8", newline="\n")
        cast = session.recording.cast(text.partition("\n")[0].lstrip("# "))
        page.with_suffix(".cast").write_text(cast, encoding="utf-8", newline="\n")
        print(f"{page.relative_to(ROOT)}  {len(session.shown)} steps, recording {len(cast) // 1024} KB")


if __name__ == "__main__":
    main()
