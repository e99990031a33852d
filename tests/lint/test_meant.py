"""Did you mean."""

from tsukuba_pia.lint.meant import meant

KNOWN = ("core_leak", "core_level", "core_location_precision")


def test_slips_are_recognised() -> None:
    """Letters changed, left out, or a prefix forgotten."""
    assert meant("core_leek", KNOWN) == "core_leak"
    assert meant("core_lvel", KNOWN) == "core_level"
    assert meant("location_precision", KNOWN) == "core_location_precision"


def test_nothing_is_better_than_nonsense() -> None:
    """Where nothing is near, nothing is said."""
    assert meant("weather", KNOWN) == ""
    assert meant("weather", ()) == ""
