"""The entry point. Light: it answers `--version` and the two commands that people wait for without loading the rest."""

import sys


def main() -> None:
    """Run `pia` with the arguments of the process and end it with its exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from tsukuba_pia.version import VERSION  # noqa: PLC0415 - nothing else is needed

        sys.stdout.write(f"pia {VERSION}\n")
        return
    try:
        from tsukuba_pia.cli.main import run  # noqa: PLC0415 - loads more
    except KeyboardInterrupt:
        raise SystemExit(130) from None

    raise SystemExit(run(arguments))
