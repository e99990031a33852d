"""Canonical content of an assessment (formats.md §6), as a tree to compare and as what a sign-off is bound to.

Long form, a text is one per language, numbers are strings. What a list holds counts, its order does not; an answer that
says nothing is none. Publication and review come after what was decided and are left out.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tsukuba_pia.change.canonical import canonical_json
from tsukuba_pia.change.tree import Node, scalar, tree
from tsukuba_pia.model.assessment import Assessment

ANSWERS, ANSWER = "answers", "answer"
NOT_CONTENT = ("publication", "review")
NONE_AS_UNSAID = ("provision", "choices")  # so it was when the first sign-offs were bound to them
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?\Z")


def assessment_tree(assessment: Assessment) -> Node:
    """What an assessment says; every node knows its path in the file."""
    whole = tree(assessment)
    parts = {name: part for name, part in (whole.parts or {}).items() if name not in NOT_CONTENT}
    parts = {name: part for name, part in parts.items() if name not in NONE_AS_UNSAID or part.plain}
    if ANSWERS in parts:
        parts[ANSWERS] = _answers(parts[ANSWERS], assessment)
    return _set(_of_parts(whole, parts), assessment.language)


def assessment_content(assessment: Assessment) -> dict[str, Any]:
    """What an assessment says, as plain data."""
    content: dict[str, Any] = assessment_tree(assessment).plain
    return content


def signed_content(assessment: Assessment, evidence: Mapping[str, str | None], as_of: str) -> dict[str, Any]:
    """What a sign-off is bound to.

    Args:
        assessment: what it says.
        evidence: each listed file with its digest, None where it is missing (`load.assessment.evidence_digests`).
        as_of: the day on which it was looked at.

    """
    files = {scalar(name): digest for name, digest in evidence.items()}
    return {"as_of": as_of, "assessment": assessment_content(assessment), "evidence": files}


def assessment_digest(assessment: Assessment, evidence: Mapping[str, str | None], as_of: str) -> str:
    """The SHA-256 of what a sign-off is bound to, in hexadecimal digits."""
    return hashlib.sha256(canonical_json(signed_content(assessment, evidence, as_of))).hexdigest()


def _answers(node: Node, assessment: Assessment) -> Node:
    """Without those that say nothing. A text where a number may be meant is told from the number."""
    parts = {}
    for name, part in (node.parts or {}).items():
        value = assessment.answers[name].answer
        given = part.get(ANSWER)
        if isinstance(value, str) and _NUMBER.match(value) and given is not None:
            quoted = replace(given, plain=f'"{given.plain}"')
            parts[name] = _of_parts(part, {**(part.parts or {}), ANSWER: quoted})
        elif part.plain:
            parts[name] = part
    return _of_parts(node, parts)


def _set(node: Node, language: str) -> Node:
    """Each list as a set, each text by its languages."""
    if node.text and node.parts is None:
        return replace(node, plain={language: node.plain}, parts={language: Node(node.path, node.plain)})
    if node.items is not None:
        items = tuple(_set(one, language) for one in node.items)
        return replace(node, plain=_sorted([one.plain for one in items]), items=items)
    if node.parts is None:
        return replace(node, plain=_sorted(node.plain)) if isinstance(node.plain, list) else node
    parts = {name: _set(part, language) for name, part in node.parts.items()}
    if not node.order:
        return _of_parts(node, parts)
    return replace(node, plain=_sorted([part.plain for part in parts.values()]), parts=parts, order=())


def _of_parts(node: Node, parts: Mapping[str, Node]) -> Node:
    return replace(node, plain={name: part.plain for name, part in parts.items()}, parts=parts)


def _sorted(values: list[Any]) -> list[Any]:
    """In one order, each once: what is listed twice is said once."""
    return [one for _, one in sorted({canonical_json(one): one for one in values}.items())]
