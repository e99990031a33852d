"""A workspace with one assessment of 150 answers: the example's, and those to a city's own bank beside ours."""

import json
import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

from tsukuba_pia.exchange.json_schema import assessment_schema
from tsukuba_pia.work.opening import open_assessment
from tsukuba_pia.yaml_source import read

ROOT = Path(__file__).resolve().parent.parent
ANSWERS = 150
OPTIONS = ("first", "second", "third")
DAY = "2026-11-24"


def make(folder: Path) -> tuple[Path, Path]:
    """Write the workspace; the assessment and the schema for exactly its questions."""
    example = (ROOT / "examples" / "sidewalk-robot" / "assessment.yaml").read_text(encoding="utf-8")
    more = ANSWERS - len(read(ROOT / "examples" / "sidewalk-robot" / "assessment.yaml").data["answers"])
    (folder / "city.yaml").write_text("city: {ja: 例の市, en: Example City}\n", encoding="utf-8")
    bank = folder / "questionnaires" / "own" / "0.1.yaml"
    bank.parent.mkdir(parents=True)
    bank.write_text("\n".join(_bank(more)) + "\n", encoding="utf-8")
    assessment = folder / "assessments" / "big" / "assessment.yaml"
    assessment.parent.mkdir(parents=True)
    both = example.replace('transport: "1.0"}', 'transport: "1.0", own: "0.1"}').rstrip("\n")
    assessment.write_text("\n".join([both, *_answers(more)]) + "\n", encoding="utf-8")
    _copy_evidence(assessment.parent)
    schema = folder / "assessment.schema.json"
    schema.write_text(json.dumps(_schema(assessment), ensure_ascii=False), encoding="utf-8")
    return assessment, schema


def many(first: Path, number: int) -> list[Path]:
    """So many assessments like it beside it, each with a name and answers of its own; in their order."""
    text = first.read_text(encoding="utf-8")
    found = []
    for one in range(number):
        folder = first.parent.parent / f"service-{one:04}"
        (folder / "evidence").mkdir(parents=True)
        for file in (first.parent / "evidence").iterdir():
            os.link(file, folder / "evidence" / file.name)
        said = random.Random(one)  # noqa: S311 - the same answers in every run
        parts = re.split(r"(?<=: )second$", _renamed(text, one), flags=re.MULTILINE)
        own = "".join(part + said.choice(OPTIONS) for part in parts[:-1])
        (folder / first.name).write_text(own + parts[-1], encoding="utf-8")
        found.append(folder / first.name)
    return found


def _renamed(text: str, number: int) -> str:
    """The same about another service: its name, its contract, what it keeps and what for are its own."""
    own = re.sub(r"(?m)^assessment: .*$", f"assessment: service-{number:04}", text)
    own = re.sub(r"(?m)^(  ja: )", rf"\g<1>第{number}の", own)  # the title
    return re.sub(r"((?:name|contract|purpose): \{ja: )", rf"\g<1>第{number}の", own)


def _bank(questions: int) -> Iterator[str]:
    yield "bank: own"
    yield 'version: "0.1"'
    yield "status: draft"
    yield "prefix: own"
    yield "languages: [ja, en]"
    yield "title: {ja: 市の独自の質問, en: Questions of the city's own}"
    yield "extends: core@1.0"
    yield "sections:"
    yield "  - id: own_all"
    yield "    title: {ja: 独自, en: Own}"
    yield "    questions:"
    for number in range(questions):
        yield f"      - id: own_q{number}"
        yield "        type: choice"
        yield "        informs: true"
        for key in ("text", "why", "help", "evidence"):
            yield f"        {key}: {{ja: 市の独自の質問です {number}。, en: A question of our own {number}.}}"
        yield "        stage: govern"
        yield "        principle: accountability"
        yield "        threats: [non-compliance]"
        yield "        refs: [appi-61]"
        yield "        options:"
        for option in OPTIONS:
            yield f"          - {{id: {option}, label: {{ja: 選択肢 {option}, en: Option {option}}}}}"


def _answers(questions: int) -> Iterator[str]:
    for number in range(questions):
        yield f"  #: 市の独自の質問です {number}。"
        if number % 3:
            yield f"  own_q{number}: second"
        else:
            yield f"  own_q{number}: {{answer: first, note: 担当課の確認済み}}"


def _copy_evidence(folder: Path) -> None:
    (folder / "evidence").mkdir()
    for file in sorted((ROOT / "examples" / "sidewalk-robot" / "evidence").iterdir()):
        (folder / "evidence" / file.name).write_bytes(file.read_bytes())


def _schema(assessment: Path) -> object:
    opened = open_assessment(assessment, DAY, rules=True)
    if opened.diagnostics and any(one.level == "error" for one in opened.diagnostics):
        raise SystemExit(f"the benchmark's own assessment has errors: {opened.diagnostics[:3]}")
    if opened.questionnaire is None or opened.assessment is None:
        raise SystemExit("the benchmark's own assessment cannot be read")
    return assessment_schema(opened.questionnaire, opened.assessment.language)
