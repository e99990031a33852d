"""`pia` as the tests start it: their small bank, which extends nothing, stands for core (PIA566)."""

from tsukuba_pia.boot import main
from tsukuba_pia.lint.rules import pia566_without_core

SMALL = "kiosk"  # tests/work/desk.py


def small_core() -> None:
    """Take the small bank for core, in this process and in those that it starts."""
    pia566_without_core.CORES = ("core", SMALL)


if __name__ == "__main__":
    small_core()
    main()
