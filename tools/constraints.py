"""Writes constraints.txt anew: the newest versions that fit pyproject.toml."""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAD = """\
# What `make setup` installs, exactly: the toolkit's needs and the developers' tools, for the oldest Python.
# Made new by `make constraints`; a library is raised here on purpose, not by the day of the install.
"""


def resolved(folder: Path) -> list[str]:
    """What pip installs today, pip itself among it."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--quiet", "--upgrade", "pip"], check=True)
    subprocess.run([*pip, "install", "--quiet", "--editable", f"{ROOT}[dev]"], check=True)
    frozen = subprocess.run([*pip, "freeze", "--all", "--exclude-editable"], check=True, capture_output=True, text=True)
    # The environment's own setuptools is nothing that we ask for.
    return [line for line in frozen.stdout.splitlines() if not line.startswith("setuptools==")]


def main() -> None:
    """Resolve in a folder that is thrown away, and write the pins."""
    with tempfile.TemporaryDirectory() as folder:
        pins = sorted(resolved(Path(folder)), key=str.lower)
    (ROOT / "constraints.txt").write_text(HEAD + "\n".join(pins) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(pins)} versions in constraints.txt; now: make test")


if __name__ == "__main__":
    main()
