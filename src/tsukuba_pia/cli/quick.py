"""The straight way for what people wait for on every save: `check` and `score` as they are mostly typed.

It knows names of options and what they are called in `run`; anything else goes the usual way through Typer.
A test holds this table and Typer's definitions to each other (tests/cli/test_quick.py).
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

VALUE: Mapping[str, Mapping[str, str]] = {
    "check": {
        "--output-format": "output_format",
        "--output-file": "output_file",
        "--fail-on": "fail_on",
        "--stage": "stage",
        "--against": "against",
        "--baseline": "baseline",
        "--write-baseline": "write_baseline",
        "--stdin-filename": "stdin_filename",
        "--jobs": "jobs",
        "--lang": "lang",
    },
    "score": {"--risk": "risk", "--fail-on": "fail_on", "--as-of": "as_of", "--lang": "lang"},
}
FLAG: Mapping[str, Mapping[str, str]] = {
    "check": {
        "--changed": "changed",
        "--statistics": "statistics",
        "--exit-zero": "exit_zero",
        "--no-cache": "no_cache",
        "--fix": "fix",
        "--diff": "diff",
    },
    "score": {"--json": "as_json", "--redacted": "redacted", "--big": "big"},
}
MODULE = {"check": "checking", "score": "scoring"}
SEVERAL_PATHS = {"check": "paths"}
ONE_PATH = {"score": "file"}


def quick(arguments: Sequence[str]) -> Callable[[], int] | None:
    """A call that does what the arguments say, or None where Typer is to look at them."""
    if not arguments or arguments[0] not in VALUE:
        return None
    command, options = arguments[0], VALUE[arguments[0]]
    given: dict[str, object] = {}
    paths: list[str] = []
    rest = iter(arguments[1:])
    for one in rest:
        if one in options:
            value = next(rest, None)
            if value is None or value.startswith("-") or options[one] in given:
                return None
            given[options[one]] = value
        elif one in FLAG[command]:
            given[FLAG[command][one]] = True
        elif one.startswith("-") and one != "-":
            return None
        else:
            paths.append(one)
    if command in ONE_PATH and len(paths) != 1:
        return None
    named = {ONE_PATH[command]: paths[0]} if command in ONE_PATH else {SEVERAL_PATHS[command]: paths}
    module = import_module(f"tsukuba_pia.cli.{MODULE[command]}")
    known = getattr(module, "known", None)  # values that `run` itself does not judge
    return None if known is not None and not known(given) else (lambda: int(module.run(**named, **given)))
