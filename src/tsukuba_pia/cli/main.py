"""Runs one command and turns what comes out of it into an exit code.

0 fine · 1 a finding or a level at or above what was asked for · 2 usage or environment · 3 a bug · 130 interrupted ·
141 nobody reads on, and not all was said
"""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tsukuba_pia.cli import context
from tsukuba_pia.cli.quick import quick
from tsukuba_pia.diagnostics import Fault
from tsukuba_pia.labels import languages, own_languages
from tsukuba_pia.model.text import LANGUAGES
from tsukuba_pia.problems import Problem
from tsukuba_pia.resources import own_of, workspace_of

OK, FOUND, USAGE, BUG, INTERRUPTED, UNHEARD = 0, 1, 2, 3, 130, 141


def run(arguments: Sequence[str]) -> int:
    """Run `pia` with these arguments. Never raises but for a second Ctrl-C."""
    gc.disable()  # one command, then the process ends: collecting costs more than it frees
    try:
        context.open_streams()
        context.begin(arguments)
        _known_language(arguments)
        call = quick(arguments) or (lambda: _typer(arguments))
        return _told(call)
    except KeyboardInterrupt:
        context.say(context.words("cli", "interrupted"))
        return INTERRUPTED
    except BrokenPipeError:
        context.unheard(sys.stdout)
        return UNHEARD  # fine would be a lie: what was left could have been an error
    except (MemoryError, Problem, OSError) as error:
        context.say(_stands_in_the_way(error))
        return USAGE
    except Fault as fault:
        from tsukuba_pia.cli.findings import say_findings  # noqa: PLC0415 - only here

        say_findings([fault.found], {})
        return FOUND
    except Exception as error:  # noqa: BLE001 - the one place where a bug becomes a report
        lost = _lost(error)
        context.say(lost or _report(error, arguments))
        return USAGE if lost else BUG
    finally:
        gc.enable()


def _known_language(arguments: Sequence[str]) -> None:
    for one in context.asked_for(arguments):
        if one not in LANGUAGES and one not in (known := _languages(arguments)):
            raise Problem("no_language", found=one, known=", ".join(name for name in known if name not in LANGUAGES))


def _languages(arguments: Sequence[str]) -> list[str]:
    """Those that a document can be in: the shipped ones, and those of the city whose files are named."""
    places = [Path(), *(Path(one) for one in arguments if os.path.exists(one))]  # noqa: PTH110 - also what is no name
    faces = {own_of(workspace_of(one if one.is_dir() else one.parent)) for one in places}
    return sorted({*languages(), *(name for face in faces if face for name in own_languages(face))})


def _stands_in_the_way(error: MemoryError | Problem | OSError) -> str:
    if isinstance(error, MemoryError):
        return context.words("cli", "memory")
    if isinstance(error, Problem):
        page = getattr(error, "page", "")  # of what could not be saved
        return f"pia: {context.why(error)}{f' ({page})' if page else ''}"
    from tsukuba_pia.cli.findings import reason  # noqa: PLC0415 - only here

    said = reason(error)
    return f"pia: {error.filename}: {said}" if error.filename else f"pia: {said}"


def _lost(error: Exception) -> str:
    """What to say of a library that was installed with us and is gone; nothing of any other error."""
    name = error.name or "" if isinstance(error, ModuleNotFoundError) else ""
    ours = name.partition(".")[0] in ("", "tsukuba_pia")
    return "" if ours else context.words("cli", "not_installed", name=name)


def _told(call: Callable[[], int]) -> int:
    code = call()
    try:
        sys.stdout.flush()
    except BrokenPipeError:  # all was done, whoever reads it
        context.unheard(sys.stdout)
    return code


def _typer(arguments: Sequence[str]) -> int:
    import typer  # noqa: PLC0415 - heavy

    from tsukuba_pia.cli.app import app  # noqa: PLC0415 - heavy
    from tsukuba_pia.cli.usage import NO_USAGE, tell_usage  # noqa: PLC0415 - heavy

    try:
        code = app(arguments)(list(arguments), prog_name="pia", standalone_mode=False)
    except NO_USAGE as error:
        return tell_usage(error)
    except typer.Abort:  # nothing more comes from standard input
        raise KeyboardInterrupt from None
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # Typer's way with a closed pipe is 1: a finding, for us
            raise end.__context__ from None
        code = end.code
    if code == INTERRUPTED:
        raise KeyboardInterrupt
    return code if isinstance(code, int) else OK


def _report(error: Exception, arguments: Sequence[str]) -> str:
    """A report to paste, without anything that a person typed: no messages, no values, only our own places."""
    import platform  # noqa: PLC0415 - only here
    import traceback  # noqa: PLC0415

    from tsukuba_pia.version import VERSION  # noqa: PLC0415

    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {os.path.basename(one.filename)}:{one.lineno} {one.name}" for one in frames]  # noqa: PTH119
    command = next((one for one in arguments if one.isalpha() and one.isascii()), "-")
    head = f"pia {VERSION}, Python {platform.python_version()}, {platform.system()}, {command}: {type(error).__name__}"
    return "\n".join([context.words("cli", "bug"), "", f"PIA901 {head}", *places])
