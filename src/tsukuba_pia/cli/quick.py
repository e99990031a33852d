"""The straight way for what people wait for on every save: `check` as it is mostly typed.

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
        "--lang": "lang",
    },
}
FLAG: Mapping[str, Mapping[str, str]] = {"check": {"--statistics": "statistics", "--exit-zero": "exit_zero"}}
SEVERAL_PATHS = {"check": "paths"}


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
        elif one.startswith("-"):
            return None
        else:
            paths.append(one)
    module = import_module(f"tsukuba_pia.cli.{command}ing")
    if not module.known(given):
        return None
    return lambda: int(module.run(**{SEVERAL_PATHS[command]: paths}, **given))
