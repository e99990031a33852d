"""What each change of a bank weighs: one line for each place of a bank. What no line knows is major.

Wording and additions are minor. What can change the meaning of an answer that was given, or lower a level, is major.
"""

from collections.abc import Mapping

from tsukuba_pia.change.compare import Change
from tsukuba_pia.change.weight import (
    Ground,
    Judge,
    Verdict,
    asked_less,
    becomes,
    by_what,
    falls,
    grows,
    holds_less,
    major,
    minor,
    patch,
)
from tsukuba_pia.change.words_weights import weigh_words

AUTHORITIES = ("mayor_with_report_to_assembly", "ordinance", "nobody")  # who may waive a red line, strictest last
AXES = ("severity", "likelihood")


def weigh_bank(change: Change, ground: Ground) -> Verdict:
    """The weight of a change of a bank."""
    if change.what == "renamed":
        return Verdict("major", "id_renamed")
    own = OWN.get(change.kind[0])
    if own is not None:
        return own(change, ground)
    judge = JUDGES.get(change.pattern)
    return judge(change, ground) if judge is not None else Verdict("major", "not_known")


def _pin(change: Change, _ground: Ground) -> Verdict:
    """A version that it builds on: major where the first number or the name changed."""
    old, new = (str(node.plain) if node is not None else "" for node in (change.old, change.new))
    same = not old or old.rpartition(".")[0] == new.rpartition(".")[0]
    return Verdict("minor", "base_changed") if same else Verdict("major", "base_changed")


def _scale(name: str) -> Judge:
    return falls(lambda ground, _change: ground.scales.get(name, ()), "level_lower", "level_higher")


def _outcomes(ground: Ground, change: Change) -> tuple[str, ...]:
    """The outcomes of the decision in which a change stands, lightest first."""
    found = ground.tree(new=True).get("decisions", change.key[1], "outcomes")
    return found.order if found is not None else ()


def _cells(change: Change, ground: Ground) -> Verdict:
    """A row of the matrix: no cell may fall."""
    levels = ground.scales.get("levels", ())
    old, new = ([*node.plain] if node is not None else [] for node in (change.old, change.new))
    known = len(old) == len(new) and all(cell in levels for cell in (*old, *new))
    if known and all(levels.index(one) <= levels.index(other) for one, other in zip(old, new, strict=True)):
        return Verdict("minor", "matrix_higher")
    return Verdict("major", "matrix_lower")


def _bound(*, upper: bool) -> Judge:
    """A bound of a number: major where a number that was allowed no longer is."""

    def judge(change: Change, _ground: Ground) -> Verdict:
        if change.new is None:
            return Verdict("minor", "range_wider")
        if change.old is None:
            return Verdict("major", "range_narrower")
        grew = float(change.new.plain) > float(change.old.plain)
        return Verdict("minor", "range_wider") if grew is upper else Verdict("major", "range_narrower")

    return judge


def _added_question(change: Change, _ground: Ground) -> Verdict:
    """Points count as a share of what could be reached at most."""
    options = change.new.of("options", []) if change.new is not None else []
    return Verdict("major", "points") if any("points" in one for one in options) else Verdict("minor", "added")


def _added_option(change: Change, _ground: Ground) -> Verdict:
    scores = change.new is not None and "points" in change.new.plain
    return Verdict("major", "points") if scores else Verdict("minor", "added")


def _added_safeguard(change: Change, ground: Ground) -> Verdict:
    """An answer that was given before lowers a risk that it did not lower; a new question has no answer yet."""
    new = change.key[-1] not in ground.questions_before and change.key[-1] in ground.types
    return Verdict("minor", "added") if new else Verdict("major", "safeguard_added")


def _index(change: Change, _ground: Ground) -> Verdict:
    """Additive indices are not part of any risk; what their points come to is."""
    if change.key[2:3] == ("title",) or change.what == "reordered":
        return Verdict("minor", "wording")
    whole = change.what == "added" and len(change.key) == 2  # noqa: PLR2004 - the list and the index
    return Verdict("minor", "added") if whole else Verdict("major", "index")


def _ladder(place: str, base: Judge, level: Judge, word: str = "level") -> dict[str, Judge]:
    """The judges of a ladder: `place` holds its base and its rows."""
    return {place: major("ladder"), f"{place}.base": base} | _rows(f"{place}.rows", level, word)


def _rows(place: str, level: Judge, word: str) -> dict[str, Judge]:
    return {
        place: by_what(minor("added"), major("row_removed")),
        f"{place}.*": by_what(minor("added"), major("row_removed")),
        f"{place}.*.{word}": level,
        f"{place}.*.when": holds_less("row_holds_less"),
        f"{place}.*.for": by_what(major("row_group"), minor("row_everyone"), major("row_group")),
        f"{place}.*.because": WORDING,
        f"{place}.*.refs": CATALOGUED,
    }


WORDING = minor("wording")
CATALOGUED = minor("catalogued")

_HEAD: dict[str, Judge] = {
    "status": patch("head"),
    "reviewed_by": patch("head"),
    "version": patch("head"),
    "bank": major("other_bank"),
    "prefix": major("id_renamed"),
    "languages": minor("languages"),
    "title": WORDING,
    "extends": _pin,
    "uses": minor("base_changed"),
    "uses.vocabulary": _pin,
    "uses.references": _pin,
    "required_when": holds_less("required_less"),
}

_GRADES: dict[str, Judge] = {
    pattern: judge
    for scale in (*AXES, "levels")
    for pattern, judge in {
        f"method.{scale}": major("scale"),
        f"method.{scale}.*": major("scale"),
        f"method.{scale}.*.label": WORDING,
        f"method.{scale}.*.meaning": WORDING,
        f"method.{scale}.*.example": WORDING,
    }.items()
}

_METHOD: dict[str, Judge] = {
    "method": major("method"),
    **_GRADES,
    "method.matrix.*": _cells,
    "method.safeguards.implemented_lowers_at_most": grows("steps_more", "steps_fewer"),
    "method.safeguards.verified_lowers_at_most": grows("steps_more", "steps_fewer"),
    "method.safeguards.likelihood_steps": grows("steps_more", "steps_fewer"),
    "method.safeguards.severity_steps": grows("steps_more", "steps_fewer"),
    "method.acceptance": major("acceptance"),
    "method.acceptance.*": major("acceptance"),
}

_QUESTIONS: dict[str, Judge] = {
    "sections": by_what(minor("added"), major("removed")),
    "sections.*": by_what(minor("added"), major("removed")),
    "sections.*.title": WORDING,
    "sections.*.ask_when": asked_less,
    "questions": by_what(minor("added"), major("removed")),
    "questions.*": by_what(_added_question, major("removed")),
    "questions.*.section": asked_less,
    "questions.*.ask_when": asked_less,
    "questions.*.type": major("type"),
    **{f"questions.*.{name}": WORDING for name in ("text", "why", "help", "evidence")},
    **{
        f"questions.*.{name}": CATALOGUED
        for name in ("stage", "principle", "threats", "refs", "informs", "specialises")
    },
    "questions.*.required": minor("demanded"),
    "questions.*.brief": minor("demanded"),
    "questions.*.may_not_apply": becomes(False, "not_applicable_refused", "not_applicable_allowed"),  # noqa: FBT003
    "questions.*.unit": major("unit"),
    "questions.*.min": _bound(upper=False),
    "questions.*.max": _bound(upper=True),
    "questions.*.kind": major("safeguard_kind"),
    "questions.*.options": by_what(minor("added"), major("removed")),
    "questions.*.options.*": by_what(_added_option, major("removed")),
    "questions.*.options.*.label": WORDING,
    "questions.*.options.*.exclusive": becomes(True, "exclusive", "exclusive_no_more"),  # noqa: FBT003
    "questions.*.options.*.points": major("points"),
}

_RISKS: dict[str, Judge] = {
    "risks": by_what(minor("added"), major("removed")),
    "risks.*": by_what(minor("added"), major("removed")),
    "risks.*.title": WORDING,
    "risks.*.scenario": WORDING,
    **{f"risks.*.{name}": CATALOGUED for name in ("event", "threats", "harms", "refs")},
    "risks.*.irreversible": becomes(False, "reversible", "irreversible"),  # noqa: FBT003
    "risks.*.applies_when": holds_less("risk_applies_less"),
    **{key: judge for axis in AXES for key, judge in _ladder(f"risks.*.{axis}", _scale(axis), _scale(axis)).items()},
    "risks.*.safeguards": by_what(major("safeguard_added"), minor("safeguard_removed")),
    "risks.*.safeguards.*": by_what(_added_safeguard, minor("safeguard_removed")),
    "risks.*.safeguards.*.lowers": major("safeguard_stronger"),
    "risks.*.safeguards.*.lowers.likelihood": grows("safeguard_stronger", "safeguard_weaker"),
    "risks.*.safeguards.*.lowers.severity": grows("safeguard_stronger", "safeguard_weaker"),
}

_BLOCKS: dict[str, Judge] = {
    "red_lines": by_what(minor("added"), major("removed")),
    "red_lines.*": by_what(minor("added"), major("removed")),
    "red_lines.*.text": WORDING,
    "red_lines.*.refs": CATALOGUED,
    "red_lines.*.crossed_when": holds_less("red_line_looser"),
    "red_lines.*.waivable_by": falls(
        lambda _ground, _change: AUTHORITIES, "waivable_looser", "waivable_stricter", AUTHORITIES[-1]
    ),
    "decisions": by_what(minor("added"), major("removed")),
    "decisions.*": by_what(minor("added"), major("removed")),
    "decisions.*.title": WORDING,
    "decisions.*.role": major("role"),
    "decisions.*.applies_when": holds_less("decision_applies_less"),
    "decisions.*.base": falls(_outcomes, "outcome_lighter", "outcome_heavier"),
    "decisions.*.outcomes": by_what(major("outcomes"), major("outcomes"), major("outcomes"), major("outcomes")),
    "decisions.*.outcomes.*": by_what(minor("added"), major("removed")),
    "decisions.*.outcomes.*.label": WORDING,
    "decisions.*.outcomes.*.meaning": WORDING,
    **_rows("decisions.*.rows", falls(_outcomes, "outcome_lighter", "outcome_heavier"), "outcome"),
}

_TIGHTENS: dict[str, Judge] = {
    "tightens": by_what(minor("added"), major("tightening_removed")),
    "tightens.*": by_what(minor("added"), major("tightening_removed")),
    "tightens.*.required": minor("demanded"),
    **{key: judge for axis in AXES for key, judge in _rows(f"tightens.*.{axis}", _scale(axis), "level").items()},
}

JUDGES: Mapping[str, Judge] = _HEAD | _METHOD | _QUESTIONS | _RISKS | _BLOCKS | _TIGHTENS
OWN: Mapping[str, Judge] = {
    "indices": _index,
    "migrations": minor("migrations"),
    "vocabulary": weigh_words,
    "references": weigh_words,
}
