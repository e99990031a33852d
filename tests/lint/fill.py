"""Completes fragments: what a bank or an assessment must have and a fragment does not say."""

import copy
from collections.abc import Iterator
from typing import Any

Plain = dict[str, Any]

TEXT = {"ja": "文章", "en": "Words"}
ASKED = "x_frame_asked"
SAFEGUARD = "x_frame_safeguard"
HOLDS = {"question": ASKED, "is": "yes"}

BANK: Plain = {
    "bank": "x", "version": "1.0", "status": "draft", "prefix": "x", "languages": ["ja", "en"], "title": TEXT,
}  # fmt: skip
USES = {"vocabulary": "1.0", "references": "1.0"}
QUESTION: Plain = {
    "type": "yes_no", "text": TEXT, "why": TEXT, "help": TEXT, "evidence": TEXT,
    "stage": "use", "principle": "data-minimization", "threats": ["linking"],
}  # fmt: skip
OPTIONS = [{"id": "one"}, {"id": "two"}]
ROW: Plain = {"level": "significant", "when": HOLDS, "because": TEXT}
LADDER: Plain = {"base": "limited", "rows": [ROW]}
RISK: Plain = {
    "title": TEXT, "scenario": TEXT, "event": "surveillance", "threats": ["linking"], "harms": ["discrimination"],
    "severity": LADDER, "likelihood": LADDER, "safeguards": [{"question": SAFEGUARD, "lowers": {"likelihood": 1}}],
}  # fmt: skip
RED_LINE: Plain = {"text": TEXT, "crossed_when": HOLDS, "refs": ["appi-61"]}
OUTCOMES = [{"id": "none", "label": TEXT}, {"id": "full", "label": TEXT}]
OUTCOME_ROW: Plain = {"outcome": "full", "when": HOLDS, "because": TEXT, "refs": ["appi-61"]}
DECISION: Plain = {"title": TEXT, "outcomes": OUTCOMES, "base": "none", "rows": [OUTCOME_ROW]}


def entries(data: object, key: str) -> Iterator[Plain]:
    """The mappings that a list under `key` holds; none where something else stands there."""
    inside = data.get(key) if isinstance(data, dict) else None
    if isinstance(inside, list):
        yield from (one for one in inside if isinstance(one, dict))


def complete(data: Plain, defaults: Plain, without: frozenset[str]) -> None:
    """Add the keys that are missing. Every entry gets its own copy."""
    for key, value in defaults.items():
        if key not in data and key not in without:
            data[key] = copy.deepcopy(value)


def fill_bank(data: Plain, method: Plain, without: frozenset[str]) -> None:
    """Make a sound bank of a fragment, as far as it says nothing else."""
    complete(data, BANK, without)
    if "extends" not in data:
        complete(data, {"uses": USES, "method": method}, without)
    complete(data, {"sections": [], "risks": []}, without)
    for section in entries(data, "sections"):
        complete(section, {"title": TEXT, "questions": []}, without)
        for question in entries(section, "questions"):
            _fill_question(question, without)
    for risk in entries(data, "risks"):
        _fill_risk(risk, without)
    for line in entries(data, "red_lines"):
        complete(line, RED_LINE, without)
    for decision in entries(data, "decisions"):
        complete(decision, DECISION, without)
        for row in entries(decision, "rows"):
            complete(row, OUTCOME_ROW, without)
    for more in entries(data, "tightens"):
        for row in (*entries(more, "severity"), *entries(more, "likelihood")):
            complete(row, ROW, without)
    _add_own(data, without)


def _fill_question(question: Plain, without: frozenset[str]) -> None:
    complete(question, QUESTION, without)
    if question.get("type") == "safeguard":
        complete(question, {"kind": "prevent"}, without)
    elif question.get("type") not in ("text", "date"):
        complete(question, {"informs": True}, without)
    if question.get("type") in ("choice", "choices"):
        complete(question, {"options": OPTIONS}, without)
        for option in entries(question, "options"):
            name = option.get("id", "")
            complete(option, {"label": {"ja": f"選択肢 {name}", "en": f"Option {name}"}}, without)


def _fill_risk(risk: Plain, without: frozenset[str]) -> None:
    complete(risk, RISK, without)
    for axis in ("severity", "likelihood"):
        ladder = risk.get(axis)
        if isinstance(ladder, dict):
            complete(ladder, {"base": "limited"}, without)
            for row in entries(ladder, "rows"):
                complete(row, ROW, without)
    for use in entries(risk, "safeguards"):
        complete(use, {"lowers": {"likelihood": 1}}, without)


def _add_own(data: Plain, without: frozenset[str]) -> None:
    """A question that rows read, a safeguard, and a risk that uses what no risk of the fragment uses."""
    used = [use.get("question") for risk in entries(data, "risks") for use in entries(risk, "safeguards")]
    questions = [one for section in entries(data, "sections") for one in entries(section, "questions")]
    alone = [one["id"] for one in questions if one.get("type") == "safeguard" and one.get("id", "") not in ["", *used]]
    asked: Plain = {"id": ASKED, "informs": True} | copy.deepcopy(QUESTION)
    safeguard = copy.deepcopy(QUESTION) | {"id": SAFEGUARD, "type": "safeguard", "kind": "prevent"}
    uses = [SAFEGUARD, *(alone if "use" not in without else [])]
    lowered = [{"question": name, "lowers": {"likelihood": 1}} for name in uses]
    risk = {"id": "x_frame_risk"} | copy.deepcopy(RISK) | {"safeguards": lowered}
    for key, own in (("sections", {"id": "x_frame", "title": TEXT, "questions": [asked, safeguard]}), ("risks", risk)):
        if isinstance(data.get(key), list):
            data[key].append(own)


SERVICE: Plain = {
    "purpose": "案内", "owner": "部長", "unit": "都市計画課", "problem": "場所が分かりません。",
    "scope": {"in": "駅前"}, "benefits": [{"for": "子ども連れの人", "what": "空きがすぐに分かります。"}],
}  # fmt: skip


def fill_assessment(data: Plain, fixed: Plain, without: frozenset[str]) -> None:
    """Make a sound assessment of a fragment, as far as it says nothing else."""
    answers = data.get("answers", {})
    complete(data, fixed, without)
    if isinstance(answers, dict) and isinstance(data.get("answers"), dict):
        unsaid = without | ({"c_reason"} if "c_personal" in answers else frozenset())
        complete(data["answers"], fixed["answers"], unsaid)
    if isinstance(service := data.get("service"), dict):
        complete(service, SERVICE, without)
