"""A workspace with the bank that `pia bank new` makes, and its scenarios to spoil."""

from pathlib import Path

from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.work.bank_starting import start_bank
from tsukuba_pia.work.bank_tests.running import Tested, run_tests

TITLES = {"ja": "給食", "en": "Lunch"}


class Desk:
    """The bank's file and its scenarios' file."""

    def __init__(self, folder: Path) -> None:
        """Start the bank."""
        self.folder = folder
        self.bank, self.scenarios = start_bank("lunch", "lun", TITLES, Catalog(folder), folder)

    def spoil(self, file: Path, old: str, new: str) -> None:
        """Change one place of a file."""
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        file.write_text(text.replace(old, new), encoding="utf-8")

    def keep(self, *names: str) -> None:
        """Leave only these scenarios, in the file's order."""
        head, *told = self.scenarios.read_text(encoding="utf-8").split("  - name: ")
        kept = [one for one in told if one.partition("\n")[0] in names]
        self.scenarios.write_text("  - name: ".join([head, *kept]), encoding="utf-8")

    def run(self) -> Tested:
        """Test the bank."""
        return run_tests(self.bank, Catalog(self.folder))

    def found(self, tested: Tested) -> list[tuple[str, str]]:
        """The codes that were found, with the text of their line."""
        lines = {str(file): file.read_text(encoding="utf-8").splitlines() for file in (self.bank, self.scenarios)}
        return [(one.code, lines[one.file][one.line - 1].strip()) for one in tested.diagnostics]
