"""A canary in every field that can be withheld, sought in every file of a register, and in their names.

The files are found, not listed: a list, a feed or a form of data that comes later is searched from its first day.
"""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.export import test_canaries
from tests.export.test_canaries import Canaries
from tests.work.signed import DAY, at, room, signed
from tests.work.test_site import LATER, PUBLIC
from tsukuba_pia.export.leaks import leaks
from tsukuba_pia.report.withholding import OF_A_CONSULTATION, OF_A_MEMBER, OF_WITHHOLDING, TEXTS, Secret
from tsukuba_pia.work.site import Demand, build_site
from tsukuba_pia.work.site_sources import told_of
from tsukuba_pia.yaml_source import read

EXPECTED = {
    "index.html", "states.html", "levels.html", "sectors.html", "feed.atom", "register.csv", "register.json",
    "catalog.jsonld", "pia-site.json", "assessments/t-1/index.html", "assessments/t-1/report.json",
    "assessments/t-1/citizen.html", "assessments/t-1/versions/1/index.html", "assessments/t-1/versions/1/report.json",
}  # fmt: skip
ANOTHER = "別の鳥{}羽が朝に飛ぶ空の色"


pytestmark = pytest.mark.usefixtures("own_cache")  # what was built is remembered


def filled(file: Path) -> None:
    """Withhold every answer, every person and what was heard, with a canary in each field that holds words."""
    plain: dict[str, Any] = dict(read(file).data)
    canaries = Canaries()

    def hidden() -> dict[str, Any]:
        return {"reason": "security", **canaries.fill(OF_WITHHOLDING)}

    for name, given in plain["answers"].items():
        answer = given["answer"] if isinstance(given, dict) else given
        text = canaries.one() if name == "k_purpose" else answer
        plain["answers"][name] = {"answer": text, **canaries.fill(TEXTS), "withheld": hidden()}
    for number, member in enumerate(plain["team"]):
        plain["team"][number] = {"role": member["role"], **canaries.fill(OF_A_MEMBER), "withheld": hidden()}
    plain["consultations"] = [{"id": "k-heard", "constituency": "resident", **canaries.fill(OF_A_CONSULTATION)}]
    plain["withheld"] = {"consultations": hidden()}
    file.write_text(json.dumps(plain, ensure_ascii=False, indent=1), encoding="utf-8")


def published(folder: Path) -> tuple[dict[str, bytes], tuple[Secret, ...]]:
    """All files of a register whose one assessment withholds all that it can, then and now; and what that is."""
    file, out = room(folder / "city", PUBLIC), folder / "out"
    filled(file)
    signed(file, "refused", DAY, post="owner")
    for one in folder.rglob("*"):
        os.utime(one, ns=(1, os.stat(one).st_mtime_ns - 10**10))  # noqa: PTH116 - not just written
    build = build_site([file], Demand(out, LATER, time.time_ns(), address="https://pia.example.jp", drafts=True))
    assert (build.leaking, build.refused, build.made) == ([], [], ["t-1"])
    tree = {one.relative_to(out).as_posix(): one.read_bytes() for one in out.rglob("*") if one.is_file()}
    return tree, told_of(at(file, LATER), "refused", draft=False).secrets


def _languages(names: set[str]) -> Iterator[str]:
    shared = {"register.csv", "register.json", "catalog.jsonld", "pia-site.json"}
    yield from names
    yield from (f"en/{name}" for name in names - shared)


def test_no_canary_is_in_any_file_of_a_register(tmp_path: Path) -> None:
    """Nor in a file's name: pages, versions, lists, feeds, table, data, catalogue, the record."""
    tree, secrets = published(tmp_path)
    assert set(_languages(EXPECTED)) <= set(tree)
    assert len(secrets) > 80
    assert {one.place[0] for one in secrets} >= {"answers", "team", "consultations", "withheld"}
    for name, content in tree.items():
        assert leaks(content, secrets) == (), name
        assert leaks(name.encode(), secrets) == (), name
        assert "カナリア".encode() not in content, name


def test_registers_that_differ_only_in_what_is_withheld_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the byte, in all files and names: two cities, each with other words in every field that is withheld."""
    one, _ = published(tmp_path / "one")
    monkeypatch.setattr(test_canaries, "MARK", ANOTHER)
    other, secrets = published(tmp_path / "other")
    assert any("別の鳥" in secret.text for secret in secrets)
    assert one == other
