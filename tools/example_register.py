"""Publishes every example in the register of one city: one is put to comment, one is approved.

python tools/example_register.py [FOLDER]     build/site, from copies in build/site-source
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CITY = Path(__file__).resolve().parent / "example_city" / "city.yaml"
APPROVED, ASKED = "bus-od-data", "multilingual-app"
ASKED_ON, SIGNED_ON, OPENED_ON, SHOWN_ON = "2026-12-01", "2027-01-12", "2027-01-13", "2027-01-15"
HEARD = """
    said: {ja: "34件。公開する表が多すぎて読みにくい。時刻の幅は2時間でよい。", en: "34 comments. Too many tables to read; spans of two hours would do."}
    done: {ja: "表を12から5に減らした。時刻の幅は1時間のままとした。", en: "Five tables instead of twelve. Spans stay at one hour."}
    because: {ja: "2時間では、乗換えの待ち時間が分からないため。", en: "With two hours the waiting for a connection cannot be seen."}
"""  # noqa: E501 - as they stand in a file
DECISION = (
    "--outcome", "approved_with_conditions", "--name", "架空 一郎", "--post", "department_head",
    "--document", "2027-バス-3", "--because", "路線の計画に役立ち、残るリスクは小さいため",
)  # fmt: skip


def pia(*arguments: str, where: Path, day: str) -> str:
    """What a command says on a day."""
    program = Path(sys.executable).with_name("pia")
    kept = {name: value for name, value in os.environ.items() if name not in {"CI", "GITHUB_ACTIONS"}}
    done = subprocess.run(
        [program, *arguments], cwd=where, env={**kept, "PIA_TODAY": day, "PIA_LANG": "ja"}, check=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
    )  # fmt: skip
    return done.stdout


def city(room: Path) -> Path:
    """A city whose assessments are the examples. Returns its folder of assessments."""
    home = room / "assessments"
    room.mkdir(parents=True, exist_ok=True)
    shutil.copy(CITY, room)
    for file in sorted((ROOT / "examples").glob("*/assessment.yaml")):
        shutil.copytree(file.parent, home / file.parent.name, ignore=shutil.ignore_patterns("expected"))
    pia(
        "comment",
        f"assessments/{APPROVED}",
        "--to",
        "2027-01-08",
        "--on-behalf-of",
        "2026-バス-14",
        where=room,
        day=ASKED_ON,
    )
    heard = home / APPROVED / "assessment.yaml"
    before, window, after = heard.read_text(encoding="utf-8").partition("- id: w1\n")
    inside, blank, after = after.partition("\n\n")
    heard.write_text(f"{before}{window}{inside}{HEARD.rstrip()}{blank}{after}", encoding="utf-8")
    pia("approve", f"assessments/{APPROVED}", *DECISION, "--on-behalf-of", "2027-バス-3", where=room, day=SIGNED_ON)
    pia(
        "comment",
        f"assessments/{ASKED}",
        "--to",
        "2027-02-26",
        "--on-behalf-of",
        "2027-国際-2",
        where=room,
        day=OPENED_ON,
    )
    return home


def main() -> None:
    """The register of all of them, also of what nobody has decided on yet: as drafts."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "build"
    room, target = folder / "site-source", (folder / "site").absolute()
    shutil.rmtree(room, ignore_errors=True)
    city(room)
    print(pia("site", "assessments", "--draft", "--output", str(target), where=room, day=SHOWN_ON), end="")
    print(target / "index.html")


if __name__ == "__main__":
    main()
