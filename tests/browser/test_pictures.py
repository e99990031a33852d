"""Pictures in a real browser: no word leaves its picture or its box, and none lies over another, at any width."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser.harness import HERE, PATIENCE, chromium, missing
from tests.export.documents import exported, filled
from tests.report.robot import report_of
from tests.worked import EXAMPLES, opened, rendered

pytestmark = pytest.mark.browser
HOSTILE = {
    "wide": "長い名前の情報" * 80,
    "unbroken": "W" * 500,
    "markup": "</text></svg><script>alert(1)</script><b>" * 5,
    "odd": "ﷺ𒐫⸻🏳️‍🌈 e\u0301\u0301\u0301\u0301 \u202eabc שלום مرحبا नमस्ते" * 5,
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every third example, and the small report with every odd text in every field."""
    folder = tmp_path_factory.mktemp("pictures")
    texts = {f"text-{name}": exported("html", report_of(filled(text))) for name, text in HOSTILE.items()}
    for number, example in enumerate(EXAMPLES[::3]):
        texts[example.name] = rendered(opened(example), "html", "public", ("ja", "en")[number % 2])
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return [folder / f"{name}.html" for name in texts]


def test_no_word_leaves_its_box(pages: list[Path]) -> None:
    """At a desk, and as narrow as at 400 %, by turns."""
    if lack := missing():
        if os.environ.get("PIA_REQUIRE_BROWSER"):
            pytest.fail(lack, pytrace=False)
        pytest.skip(lack)
    views = [{"file": str(page), "width": (320, 1280)[number % 2]} for number, page in enumerate(pages)]
    job = {"browser": chromium(), "pages": views}
    command = ["node", str(HERE / "pictures.mjs")]
    done = subprocess.run(
        command, input=json.dumps(job), capture_output=True, encoding="utf-8", timeout=PATIENCE, check=True
    )
    reports: list[dict[str, Any]] = json.loads(done.stdout)
    assert len(reports) == len(pages)
    assert sum(one["words"] for one in reports) > 1000
    assert {f"{Path(one['file']).stem} {one['width']}": one["wrong"] for one in reports if one["wrong"]} == {}
