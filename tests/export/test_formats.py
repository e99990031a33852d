"""Formats are found, not registered."""

from tsukuba_pia.export.formats import exporters


def test_each_module_of_the_room_is_a_format() -> None:
    """By name, with the end of its file's name."""
    found = {name: one.suffix for name, one in exporters().items()}
    assert found == {"html": ".html", "json": ".json", "md": ".md", "pdf": ".pdf"}
