"""Questions at a terminal. Everything shown is stripped of controls; Ctrl-C raises at any prompt."""

import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from tsukuba_pia.cli import context
from tsukuba_pia.cli.folding import at_its_depth
from tsukuba_pia.fold import fold
from tsukuba_pia.model.text import printable

WIDEST = 88
MOST_WITH_KEYS = 9
LEAST = 5  # lines of a page
INDENT = " " * 6  # of a menu's lines: the pointer and the key stand before them


class Entry(NamedTuple):
    """A line of a menu: what it gives, what it says, and perhaps the key that leads to it."""

    value: Any
    label: str
    key: str = ""


def show(text: str, *, first: str = "", rest: str = "", style: str = "") -> None:
    """A text, folded at the terminal's width."""
    columns = _columns()
    for number, paragraph in enumerate(printable(text).splitlines() or [""]):
        for line in fold(paragraph, columns, first if number == 0 else rest, rest):
            _print(line, style)


def paged(lines: Iterable[str], above: int = 0) -> None:
    """Lines, each folded at its own depth; where they are more than the terminal has below `above`, page by page."""
    columns = _columns()
    folded = [one for line in lines for one in at_its_depth(printable(line), columns)]
    page = max(LEAST, shutil.get_terminal_size().lines - 2)
    room = max(LEAST, page - above)
    while folded:
        for one in folded[:room]:
            _print(one)
        folded, room = folded[room:], page
        if folded:
            input(context.words("meeting", "more"))


def _columns() -> int:
    return min(WIDEST, shutil.get_terminal_size().columns)


def _print(line: str, style: str = "") -> None:
    from rich.console import Console  # noqa: PLC0415 - heavy, and only a person at a terminal needs it
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False, markup=False, emoji=False, no_color=not context.colour(), soft_wrap=True)
    console.print(Text(line, style=style))


def choose(message: str, options: Sequence[Entry], actions: Sequence[Entry], default: object = None) -> Any:  # noqa: ANN401
    """One of the options or actions; options have numbers, actions their letters."""
    from questionary import Choice, Separator, select  # noqa: PLC0415 - heavy

    numbered = len(options) <= MOST_WITH_KEYS
    lines: list[Any] = [
        Choice(_label(one.label), value=one.value, shortcut_key=str(number) if numbered else False)
        for number, one in enumerate(options, 1)
    ]
    if options and actions:
        lines.append(Separator(" "))
    lines += [Choice(_label(one.label), value=one.value, shortcut_key=one.key) for one in actions]
    known = [one.value for one in (*options, *actions)]
    found = select(
        printable(message),
        choices=lines,
        default=default if default in known else None,  # type: ignore[arg-type]  # the value of a choice
        qmark="?",
        instruction=context.words("answer", "instruction"),
        use_shortcuts=numbered,
        use_jk_keys=False,
        use_emacs_keys=False,
        erase_when_done=True,
    ).unsafe_ask()
    _told(message, [one.label for one in (*options, *actions) if one.value == found][:1])
    return found


def _told(message: str, chosen: Sequence[str]) -> None:
    """What was chosen, folded; the menu itself is gone."""
    words = context.words("check", "comma").join(chosen)
    show(" ".join(f"{message} {words}".split()), first="? ", rest="  ")


def _label(text: str) -> str:
    """A line of a menu, folded where it is too long: a menu shows no more of a line than the terminal has."""
    return "\n".join(fold(" ".join(printable(text).split()), _columns() - len(INDENT), "", INDENT))


def choose_several(message: str, options: Sequence[Entry], chosen: Sequence[str] = ()) -> tuple[str, ...]:
    """Any number of the options."""
    from questionary import Choice, checkbox  # noqa: PLC0415 - heavy

    lines = [Choice(_label(one.label), value=one.value, checked=one.value in chosen) for one in options]
    found: list[str] = checkbox(
        printable(message), choices=lines, qmark="?", instruction=" ", use_jk_keys=False, use_emacs_keys=False,
        erase_when_done=True,
    ).unsafe_ask()  # fmt: skip
    _told(message, [one.label for one in options if one.value in found])
    return tuple(found)


def write(message: str, default: str = "") -> str:
    """A text; of several lines where there were several."""
    from questionary import text  # noqa: PLC0415 - heavy

    several = "\n" in default
    found: str = text(printable(message), default=printable(default), qmark="?", multiline=several).unsafe_ask()
    return printable(re.sub(r"\r\n?", "\n", found)).strip()


def labelled(words: Mapping[str, str], key: str, text: str) -> None:
    """A paragraph with its name in front, where there is one."""
    if text:
        name = f"{words[key]}: "
        show(text, first=name, rest="  ", style="")
