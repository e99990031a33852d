"""`pia check --fix` and `--diff`: mends, or shows what would be mended; then it is checked again as ever."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from tsukuba_pia.cli import context
from tsukuba_pia.cli.two_texts import difference
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.files import SaveError, save
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.words import message_of
from tsukuba_pia.model.text import printable
from tsukuba_pia.reporters.reporter import MOST, InFile, counted, one_line
from tsukuba_pia.work.baseline import Baseline
from tsukuba_pia.work.check_one import Demand
from tsukuba_pia.work.mending import ASSESSMENT, Mended
from tsukuba_pia.work.mending_files import Untouched, mend_files


class Mending:
    """Mends what a check found. Afterwards `demand` knows what now stands in files that are not saved."""

    def __init__(self, demand: Demand, baseline: Path | None) -> None:
        """Take what files are held to, and what of the findings is known."""
        self.demand = demand
        self._told = Baseline(baseline).new_ones if baseline else iter
        self.failed = False

    def show(self, found: Iterable[InFile]) -> int:
        """Show what would be mended; 1 where something would."""
        mended = list(self._mended(found))
        for one in mended:
            before, after = (text.decode("utf-8", "replace") for text in (one.before, one.after))
            for line in difference(str(one.file), before, after):
                context.tell(printable(line))
        self._say("would", mended)
        return int(any(one.done for one in mended))

    def make(self, checked: Callable[[Demand], Iterable[InFile]]) -> None:
        """Mend; a file that has changed meanwhile, or cannot be written, is left as it is, and that is said."""
        mended = self._made(checked(self.demand))
        if any(one.done and one.file.name != ASSESSMENT for one in mended) and not self.failed:
            mended += self._made(checked(self.demand))  # what rests on a bank is checked only when that is sound
        self._say("done", mended)
        for raw in self.demand.given.values():
            sys.stdout.buffer.write(raw)

    def _made(self, found: Iterable[InFile]) -> list[Mended]:
        made = []
        for one in self._mended(found):
            try:
                self._save(one)
            except SaveError as why:
                self.failed = True
                context.say(f"pia: {context.why(why)}")
            else:
                made.append(one)
        return made

    def left(self, found: Iterable[InFile]) -> Iterator[InFile]:
        """What is found afterwards: nothing in it can be mended, or it would have been."""
        for one in found:
            yield one._replace(findings=[shown._replace(fix=()) for shown in one.findings])

    def _mended(self, found: Iterable[InFile]) -> Iterator[Mended]:
        for one in mend_files(self._told(found), self.demand, self._told):
            if isinstance(one, Untouched):
                context.say(context.words("mend", f"untouched_{one.why}", path=one.file))
            else:
                yield one

    def _save(self, one: Mended) -> None:
        if one.file in self.demand.given:
            self.demand = replace(self.demand, given={**self.demand.given, one.file: one.after})
        elif one.after != one.before:
            save(one.file, one.after, one.before)

    def _say(self, key: str, mended: list[Mended]) -> None:
        words = labels(context.language())["mend"]
        _list(words[key], [found for one in mended for found in one.done], done=True)
        _list(words["left"], [found for one in mended for found in one.left])
        for one in mended:
            for found in one.counting:
                old, new = found.args["question"], found.args["sure"]
                context.say(context.words("mend", "counts", path=one.file, old=old, new=new))
        number, check = sum(len(one.done) for one in mended), labels(context.language())["check"]
        files = counted("files", sum(bool(one.done) for one in mended), check)
        counts = words[f"sum_{key}"].format(n=number)
        context.say(check["summary"].format(counts=counts, files=files) if number else words["nothing"])


def _list(word: str, found: list[Diagnostic], *, done: bool = False) -> None:
    for one in found[:MOST]:
        said = one_line(message_of(one, context.language()))
        new = one.args.get("sure") or one.args.get("meant") if done else ""
        became = f" → {one_line(new)}" if new else ""
        context.say(f"{word}: {one_line(one.file)}:{one.line}:{one.column}: {one.code} {said}{became}")
    if len(found) > MOST:
        context.say(context.words("mend", "more", n=len(found) - MOST, what=word))
