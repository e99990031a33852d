"""Canonical content of an assessment: what counts and what does not."""

from pathlib import Path

import pytest

from tsukuba_pia.change.assessment_content import assessment_content, assessment_digest, assessment_tree, signed_content
from tsukuba_pia.change.canonical import canonical_json
from tsukuba_pia.change.tree import walk
from tsukuba_pia.load.assessment import load_assessment_file
from tsukuba_pia.load.evidence import evidence_digests
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.yaml_source import Source, parse

DAY = "2027-01-15"
TEXT = """\
assessment: t-1
format: 1
language: ja
title: 図書館
banks: {lib: "1.0"}
service: {purpose: 貸出}
actors:
  - {id: city, name: 市, kind: city_organ}
  - {id: vendor, name: ガス会社, kind: contractor_of_city}
flows:
  - {from: city, to: vendor, items: [loans, cards]}
  - {from: vendor, to: city}
answers:
  lib_loans: each_loan
  lib_kept: [loans, holds]
  lib_days: 30
  lib_masked: {answer: implemented, owner: 係, evidence: [evidence/b.md, evidence/a.md]}
"""


def source(*pairs: tuple[str, str]) -> Source:
    """The file with each text in the place of another one."""
    text = TEXT
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return parse(text.encode(), "a.yaml")


def assessment(*pairs: tuple[str, str]) -> Assessment:
    """What the file holds."""
    found = source(*pairs)
    value = read_shape(Assessment, found)
    assert value is not None, found.diagnostics
    return value


def digest(*pairs: tuple[str, str]) -> str:
    """The digest of the file."""
    return assessment_digest(assessment(*pairs), {}, DAY)


LOANS = "  lib_loans: each_loan\n"
CITY = "  - {id: city, name: 市, kind: city_organ}\n"
SAME = {
    "comment": (("lib_loans: each_loan", "lib_loans: each_loan  # said on Monday"),),
    "quotes": (("lib_loans: each_loan", "lib_loans: 'each_loan'"),),
    "order of answers": ((LOANS, ""), ("  lib_days: 30\n", f"  lib_days: 30\n{LOANS}")),
    "long form": (("lib_loans: each_loan", "lib_loans: {answer: each_loan}"),),
    "number": (("lib_days: 30", "lib_days: 30.0"),),
    "choices": (("[loans, holds]", "[holds, loans, holds]"),),
    "evidence": (("[evidence/b.md, evidence/a.md]", "[evidence/a.md, evidence/b.md]"),),
    "no answer": (("  lib_days: 30\n", "  lib_days: 30\n  lib_names:\n"),),
    "text per language": (("title: 図書館", "title: {ja: 図書館}"),),
    "order of flows": (("  - {from: vendor, to: city}\n", ""), ("flows:\n", "flows:\n  - {from: vendor, to: city}\n")),
    "order of actors": ((CITY, ""), ("flows:", f"{CITY}flows:")),
    "decomposed characters": (("ガス会社", "カ\u3099ス会社"),),
    "none of them": (("answers:", "choices: []\nprovision: []\nanswers:"),),
    "publication": (("answers:", "publication: {published_on: 2027-02-01}\nanswers:"),),
    "review": (("answers:", "review: {due: 2028-02-01}\nanswers:"),),
}  # fmt: skip
OTHER = {
    "answer": ("lib_loans: each_loan", "lib_loans: counts"),
    "a choice less": ("[loans, holds]", "[loans]"),
    "none of these": ("  lib_days: 30\n", "  lib_days: 30\n  lib_names: []\n"),
    "unknown": ("lib_days: 30", "lib_days: unknown"),
    "a text that looks like the number": ("lib_days: 30", 'lib_days: "30"'),
    "owner": ("owner: 係", "owner: 課"),
    "purpose": ("purpose: 貸出", "purpose: 販売"),
    "a translation": ("title: 図書館", "title: {ja: 図書館, en: Library}"),
    "a flow": ("  - {from: vendor, to: city}\n", ""),
    "bank": ('lib: "1.0"', 'lib: "1.1"'),
}


@pytest.mark.parametrize("name", SAME)
def test_says_the_same(name: str) -> None:
    """Layout, order, forms and what comes after the decision do not count."""
    assert digest(*SAME[name]) == digest()


@pytest.mark.parametrize("name", OTHER)
def test_says_something_else(name: str) -> None:
    """What it says counts."""
    assert digest(OTHER[name]) != digest()


def test_every_node_leads_into_the_file() -> None:
    """So that a change is told with its line; a short form stands for its long one."""
    found = source()
    lines = {node.path: found.position(node.path).line for node in walk(assessment_tree(assessment()))}
    assert min(lines.values()) == 1
    assert lines["flows", 1, "to"] == TEXT[: TEXT.index("to: city")].count("\n") + 1
    assert lines["answers", "lib_days", "answer"] == TEXT[: TEXT.index("lib_days")].count("\n") + 1


def test_the_day_and_the_files_count() -> None:
    """The same words with another proof are another thing."""
    one = assessment()
    files: dict[str, str | None] = {"evidence/a.md": "0" * 64, "evidence/b.md": None}
    whole = assessment_digest(one, files, DAY)
    assert whole != assessment_digest(one, files, "2027-01-16")
    assert whole != assessment_digest(one, files | {"evidence/b.md": "1" * 64}, DAY)
    assert whole == assessment_digest(one, dict(reversed(files.items())), DAY)


def test_content_is_plain_json() -> None:
    """It can be kept in a file and read by any program."""
    content = signed_content(assessment(), {"evidence/a.md": None}, DAY)
    assert content["as_of"] == DAY
    assert content["assessment"]["answers"]["lib_days"] == {"answer": "30"}
    assert content["assessment"] == assessment_content(assessment())
    assert b'"evidence":{"evidence/a.md":null}' in canonical_json(content)


def test_digests_of_evidence(tmp_path: Path) -> None:
    """By bytes; a file that is missing or leads out of the folder has none, and a web address is no file."""
    file = tmp_path / "t-1" / "assessment.yaml"
    (file.parent / "evidence").mkdir(parents=True)
    (file.parent / "evidence" / "a.md").write_bytes(b"masked\n")
    (tmp_path / "secret.md").write_bytes(b"secret\n")
    text = TEXT.replace("[evidence/b.md,", "[evidence/b.md, ../secret.md, 'https://example.jp/a',")
    file.write_text(text, encoding="utf-8")
    loaded = load_assessment_file(file)
    assert loaded.assessment is not None, loaded.source.diagnostics
    assert evidence_digests(loaded.assessment, file.parent) == {
        "../secret.md": None,
        "evidence/a.md": "71692b9801e6e1a49440510df456ae0704544147099c51ef95a7278bc46d27f0",
        "evidence/b.md": None,
    }
