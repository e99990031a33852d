"""Makes docs/pictures/ from the real thing: a score in a terminal, pages on a desk and a phone, a city's register.

    python tools/pictures.py

Needs Chromium and a Japanese font. The same code gives the same pictures on one machine; fonts differ between machines.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

import example_register  # type: ignore[import-not-found]  # beside this script
from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = "examples/sidewalk-robot"
PICTURES = ROOT / "docs" / "pictures"
DAY = "2026-12-01"  # so that a picture does not change with the calendar
COLUMNS = 100
LARGEST = 250 * 1024
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

# Each colour has a contrast of 4.5 or more on the ground.
INK, RED, GREEN, BROWN, BLUE, PURPLE, TEAL = (
    (32, 32, 32), (160, 20, 20), (20, 105, 40), (130, 85, 0), (20, 70, 160), (125, 40, 125), (0, 100, 110),
)  # fmt: skip
THEME = TerminalTheme(
    (250, 250, 247),
    INK,
    [INK, RED, GREEN, BROWN, BLUE, PURPLE, TEAL, (90, 90, 90)],
    [(85, 85, 85), (185, 60, 0), GREEN, BROWN, BLUE, PURPLE, TEAL, INK],
)
TERMINAL = """<!doctype html><meta charset="utf-8"><style>
html {{ background: rgb(250, 250, 247); color: rgb(32, 32, 32) }}
body {{ margin: 0; border: 1px solid #bbb; box-sizing: border-box; height: 100vh; padding: 14px 18px }}
pre {{ margin: 0; font: 14px/19px "DejaVu Sans Mono", "Noto Sans CJK JP", monospace }}
i {{ display: inline-block; width: 2ch; height: 19px; vertical-align: top; text-align: center;
     font-style: normal; text-decoration: inherit }}
</style><pre>{}</pre>"""
PHONE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; display: grid; place-items: center; height: 100vh; background: #fff }}
iframe {{ width: 390px; height: 844px; border: 10px solid #222; border-radius: 34px; background: #fff }}
</style><iframe src="{}"></iframe>"""


def pia(*arguments: str, where: Path = ROOT) -> str:
    """What `pia` says, in colour."""
    program = Path(sys.executable).with_name("pia")
    surroundings = {**os.environ, "FORCE_COLOR": "1", "TERM": "xterm", "COLUMNS": str(COLUMNS), "PIA_TODAY": DAY}
    surroundings.pop("NO_COLOR", None)
    done = subprocess.run(
        [program, *arguments], cwd=where, env=surroundings, check=True, stdout=subprocess.PIPE, encoding="utf-8"
    )
    return done.stdout


def head_of_score(language: str) -> str:
    """`pia score` with its prompt, down to the worst risk; of the threshold's reasons, the first ones."""
    said = pia("score", EXAMPLE, "--lang", language, "--as-of", DAY).splitlines()
    plain = [Text.from_ansi(line).plain for line in said]
    second_risk = next(number for number, line in enumerate(plain) if line.startswith("2. "))
    map_title = next(number for number, line in enumerate(plain) if line.startswith("┏")) - 1
    reasons = next(number for number, line in enumerate(plain) if line.startswith("  - "))
    kept = [*said[: reasons + 3], "  …", "", *said[map_title:second_risk]]
    return "\n".join([f"\x1b[1m$ pia score {EXAMPLE}\x1b[0m", "", *kept, "…"])


def cells(segment: Segment) -> Iterator[str]:
    """Its characters; a wide one takes exactly two cells, whatever the fonts say."""
    for one in segment.text:
        yield f"<i>{escape(one)}</i>" if cell_len(one) > 1 else escape(one)


def terminal_page(ansi: str) -> str:
    """What a terminal would show, as a page."""
    console = Console(width=COLUMNS, color_system="truecolor", force_terminal=True)
    parts = []
    for segment in console.render(Text.from_ansi(ansi)):
        style = segment.style.get_html_style(THEME) if segment.style else ""
        parts.append(f'<span style="{style}">{"".join(cells(segment))}</span>')
    return TERMINAL.format("".join(parts))


def photograph(page: Path, name: str, width: int, height: int, scale: float) -> None:
    """One picture of a page; the browser finds no host, so nothing can come from outside."""
    browser = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise SystemExit("pictures: there is no Chromium (on Debian: sudo apt install chromium fonts-noto-cjk)")
    target = PICTURES / name
    flags = ["--headless", "--hide-scrollbars", "--disable-gpu", "--disable-lcd-text"]
    flags += ["--host-resolver-rules=MAP * ~NOTFOUND"]
    flags += ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    size = [f"--window-size={width},{height}", f"--force-device-scale-factor={scale}", f"--screenshot={target}"]
    subprocess.run([browser, *flags, *size, page.as_uri()], check=True, stderr=subprocess.DEVNULL)
    weight = target.stat().st_size
    if weight > LARGEST:
        raise SystemExit(f"pictures: {name} has {weight} bytes; more than {LARGEST} is too much for a README")
    print(f"{target.relative_to(ROOT)}  {weight // 1024} KB")


def registered(room: Path) -> Path:
    """The register of a city with what is decided among the examples, and one that residents are asked about."""
    example_register.city(room)
    example_register.pia("site", "assessments", "--output", "register", where=room, day=example_register.SHOWN_ON)
    return room / "register"


def main() -> None:
    """All pictures anew."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        for language in ("ja", "en"):
            score = head_of_score(language)
            page = room / f"score.{language}.html"
            page.write_text(terminal_page(score), encoding="utf-8")
            photograph(page, f"score.{language}.png", 882, 19 * (score.count("\n") + 1) + 32, 1)
            pia("render", EXAMPLE, "--draft", "--lang", language, "--as-of", DAY, "--output", f"{room}/")
            report = room / f"public.{language}.draft.html"
            photograph(report, f"page-desktop.{language}.png", 1000, 1000, 1)
            phone = room / "phone.html"
            phone.write_text(PHONE.format(report.name), encoding="utf-8")
            photograph(phone, f"page-phone.{language}.png", 500, 900, 1)
        built = registered(room / "city")
        photograph(built / "index.html", "register.ja.png", 1000, 1000, 1)
        photograph(built / "en" / "index.html", "register.en.png", 1000, 1000, 1)
        for language in ("ja", "en"):
            signed = f"assessments/{example_register.APPROVED}"
            wanted = ("--kind", "notice", "--lang", language, "--as-of", example_register.SHOWN_ON)
            pia("render", signed, *wanted, "--output", f"sign.{language}.html", where=room / "city")
            photograph(room / "city" / f"sign.{language}.html", f"sign.{language}.png", 1280, 860, 1)


if __name__ == "__main__":
    main()
