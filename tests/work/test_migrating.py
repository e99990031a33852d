"""Migrations, from a person's file to the file that comes of it: every kind of move, and nothing lost."""
# ruff: noqa: E501 - files as people write them

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tsukuba_pia.load.assessment import load_assessment_file
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.migrating import Migrated, Unfit, migrate

DAY = "2027-01-15"
HEAD = """\
bank: lib
version: "{version}"
status: published
prefix: lib
languages: [ja, en]
title: {{ja: 図書館, en: Library}}
uses: {{vocabulary: "1.0", references: "1.0"}}
method:
  severity: [{{id: limited, label: {{ja: 小, en: Limited}}}}, {{id: significant, label: {{ja: 大, en: Significant}}}}]
  likelihood: [{{id: limited, label: {{ja: 低, en: Limited}}}}, {{id: significant, label: {{ja: 高, en: Significant}}}}]
  levels: [{{id: low, label: {{ja: 低い, en: Low}}}}, {{id: high, label: {{ja: 高い, en: High}}}}]
  matrix: {{limited: [low, low], significant: [low, high]}}
  safeguards: {{implemented_lowers_at_most: 1, verified_lowers_at_most: 2, likelihood_steps: 2, severity_steps: 1}}
  acceptance: {{low: owner, high: mayor}}
sections:
  - id: lib_use
    title: {{ja: 利用, en: Use}}
    questions:
"""
QUESTIONS = {
    "yes_no": "      - {{id: {name}, type: yes_no, text: {{ja: {name}か。, en: {name}}}}}\n",
    "safeguard": "      - {{id: {name}, type: safeguard, kind: prevent, text: {{ja: {name}。, en: {name}}}}}\n",
    "number": "      - {{id: {name}, type: number, min: 0, max: 400, text: {{ja: {name}か。, en: {name}}}}}\n",
}
RISK = """\
risks:
  - id: {name}
    title: {{ja: 知られる, en: Known}}
    severity: {{base: limited, rows: [{{level: significant, when: {when}, because: {{ja: 残る, en: Kept}}}}]}}
    likelihood: {{base: significant}}
    safeguards: [{{question: lib_guard, lowers: {{likelihood: 1}}}}]
decisions:
  - {{id: lib_threshold, role: threshold, outcomes: [{{id: none, label: {{ja: 不要, en: None}}}}, {{id: full, label: {{ja: 全体, en: Full}}}}], base: full}}
"""
ASSESSMENT = """\
assessment: t-1
format: 1
language: ja
title: 図書館
banks: {lib: "1.0"}  # since April
# people's own words
answers:
  #: 古い文言
  lib_loans: all  # decided on Monday
  lib_kept: {answer: yes, note: 紙で, evidence: [evidence/a.md]}
"""


def bank(version: str, questions: dict[str, str], rest: str = "", risk: str = "lib_known", when: str = "") -> str:
    """A bank: ids with their types, or with their options."""
    asked = "".join(
        QUESTIONS[kind].format(name=name) if kind in QUESTIONS else choice(name, kind)
        for name, kind in questions.items()
    )
    condition = when or f"{{question: {next(iter(questions))}, is: [{next(iter(questions.values())).split()[-1]}]}}"
    asked += QUESTIONS["safeguard"].format(name="lib_guard")
    return HEAD.format(version=version) + asked + RISK.format(name=risk, when=condition) + rest


def choice(name: str, options: str) -> str:
    """A choice, or, with `+` in front, choices."""
    kind = "choices" if options.startswith("+") else "choice"
    labels = ", ".join(f"{{id: {one}, label: {{ja: {one}, en: {one}}}}}" for one in options.removeprefix("+").split())
    return f"      - {{id: {name}, type: {kind}, text: {{ja: {name}か。, en: {name}}}, options: [{labels}]}}\n"


OLD = {"lib_loans": "none all other", "lib_kept": "yes_no", "lib_desk": "yes_no", "lib_days": "number"}


def room(folder: Path, *banks: str, assessment: str = ASSESSMENT) -> Path:
    """A workspace with these versions; the assessment's file."""
    for one in banks:
        version = one.split('"')[1]
        place = folder / "questionnaires" / "lib" / f"{version}.yaml"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(one, encoding="utf-8")
    (folder / "city.yaml").write_text("city: つくば市\n", encoding="utf-8")
    file = folder / "assessments" / "t-1" / "assessment.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(assessment, encoding="utf-8")
    return file


def done(file: Path, **wanted: str) -> Migrated:
    """The file as it would be."""
    return migrate(file, wanted, DAY)


def answers(one: Migrated) -> dict[str, Answer]:
    """The answers that it would have."""
    found = load_assessment_file(one.path, one.text.encode()).assessment
    assert found is not None
    return dict(found.answers)


def kinds(one: Migrated) -> list[tuple[str, str, tuple[str, ...]]]:
    """What happened, without the version."""
    return [(move.kind, move.old, move.new) for plan in one.plans for move in plan.moves if move.kind != "version"]


def test_names_and_options(tmp_path: Path) -> None:
    """The key is another, the value too; layout, comments and notes stay, the question above is refreshed."""
    new = {"lib_history": "nothing each_loan", "lib_stored": "yes_no", "lib_desk": "yes_no", "lib_days": "number"}
    moves = "migrations:\n  renamed: {lib_loans: lib_history, lib_kept: lib_stored}\n  options: {lib_loans: {all: each_loan, none: nothing, other: unknown}}\n"
    file = room(tmp_path, bank("1.0", OLD), bank("2.0", new, moves))
    found = done(file)
    assert found.text.splitlines()[4:] == [
        'banks: {lib: "2.0"}  # since April',
        "# people's own words",
        "answers:",
        "  #: == 利用 ==",
        "  #: lib_historyか。",
        "  #:   nothing: nothing",
        "  #:   each_loan: each_loan",
        "  lib_history: each_loan  # decided on Monday",
        "  lib_stored: {answer: yes, note: 紙で, evidence: [evidence/a.md]}",
    ]
    assert kinds(found) == [("mapped", "lib_loans", ("lib_history",)), ("renamed", "lib_kept", ("lib_stored",))]
    assert file.read_text(encoding="utf-8") == ASSESSMENT


def test_two_that_change_places(tmp_path: Path) -> None:
    """All moves are made at once."""
    moves = "migrations:\n  renamed: {lib_kept: lib_desk, lib_desk: lib_kept}\n"
    text = ASSESSMENT + "  lib_desk: no  # the desk's\n"
    file = room(tmp_path, bank("1.0", OLD), bank("2.0", OLD, moves), assessment=text)
    found = done(file)
    said = answers(found)
    assert (said["lib_desk"].answer, said["lib_desk"].note, said["lib_kept"].answer) == ("yes", "紙で", "no")
    assert "lib_kept: no  # the desk's" in found.text


def test_what_cannot_be_mapped_is_unknown_with_its_old_value(tmp_path: Path) -> None:
    """By `unknown`, by an option that is gone without a word, by `ask_again`; evidence stays, what was checked goes."""
    text = (
        ASSESSMENT.replace("lib_loans: all", "lib_loans: {answer: other, evidence: [e.md], confirmed_by: 佐藤}")
        + "  lib_desk: yes\n  lib_days: 30\n"
    )
    new = {"lib_loans": "none all", "lib_kept": "yes no perhaps", "lib_desk": "in out", "lib_days": "number"}
    moves = "migrations:\n  options: {lib_loans: {other: unknown}}\n  ask_again: {lib_days: {ja: 数え方を改めた。, en: Counted anew.}}\n"
    found = done(room(tmp_path, bank("1.0", OLD), bank("2.0", new, moves), assessment=text))
    said = answers(found)
    assert said["lib_loans"] == Answer(
        "unknown", note="lib 2.0 より前の回答: lib_loans: other {confirmed_by: 佐藤}。", evidence=("e.md",)
    )
    assert said["lib_kept"].answer == "yes"
    assert said["lib_desk"] == Answer("unknown", note="lib 2.0 より前の回答: lib_desk: yes。")
    assert said["lib_days"] == Answer("unknown", note="lib 2.0 より前の回答: lib_days: 30。 数え方を改めた。")
    assert [one for one, _, _ in kinds(found)] == ["unmapped", "unmapped", "ask_again"]


def test_split(tmp_path: Path) -> None:
    """Evidence, owner and notes go to every target; what the rows do not say is unknown."""
    new = {"lib_loans": "none all other", "lib_paper": "yes_no", "lib_server": "some none", "lib_desk": "yes_no"}
    moves = "migrations:\n  split: {lib_kept: {into: [lib_paper, lib_server], map: {yes: {lib_paper: yes}}}}\n"
    found = done(room(tmp_path, bank("1.0", OLD), bank("2.0", new, moves)))
    said = answers(found)
    assert said["lib_paper"] == Answer("yes", note="紙で", evidence=("evidence/a.md",))
    assert said["lib_server"] == Answer(
        "unknown", note="紙で\nlib 2.0 より前の回答: lib_kept: yes。", evidence=("evidence/a.md",)
    )
    assert list(said) == ["lib_loans", "lib_paper", "lib_server"]
    assert kinds(found) == [("split", "lib_kept", ("lib_paper", "lib_server"))]


@pytest.mark.parametrize(("desk", "value"), [("yes", "both"), ("no", "unknown")])
def test_merged(desk: str, value: str, tmp_path: Path) -> None:
    """The first row that fits; all evidence goes along, and the entry that went stays as a comment."""
    new = {"lib_loans": "none all other", "lib_staff": "both nobody", "lib_days": "number"}
    moves = "migrations:\n  merged: {lib_staff: {from: [lib_desk, lib_kept], map: [{when: {lib_desk: yes, lib_kept: yes}, answer: both}]}}\n"
    text = ASSESSMENT + f"  lib_desk: {{answer: {desk}, evidence: [b.md]}}\n"
    found = done(room(tmp_path, bank("1.0", OLD), bank("2.0", new, moves), assessment=text))
    said = answers(found)["lib_staff"]
    assert (said.answer, said.evidence) == (value, ("evidence/a.md", "b.md"))
    assert ("lib_kept: yes, lib_desk: no" in str(said.note)) == (value == "unknown")
    assert (
        f"  # lib 2.0: lib_desk は lib_staff にまとめられました。\n  # lib_desk: {{answer: {desk}, evidence: [b.md]}}\n"
        in found.text
    )


def test_a_vendor_is_not_confirmed_by_being_merged() -> None:
    """One that nobody of the city has confirmed stays so."""
    from tsukuba_pia.change.moves import joined  # noqa: PLC0415 - only here

    one, other = Answer("yes", by="担当"), Answer("yes", by="vendor", owner="係")
    assert joined([one, other]) == Answer("yes", by="vendor", owner="係")


def test_removed_and_gone(tmp_path: Path) -> None:
    """The answer stays as a comment with the reason; people's comments too."""
    new = {"lib_desk": "yes_no"}
    moves = "migrations:\n  removed: {lib_loans: {ja: もう貸さない。, en: No loans.}}\n"
    found = done(room(tmp_path, bank("1.0", OLD), bank("2.0", new, moves, when="{question: lib_desk, is: yes}")))
    assert found.text.splitlines()[6:] == [
        "answers:",
        "  # lib 2.0: lib_loans は、もう聞きません。 もう貸さない。",
        "  # lib_loans: all  # decided on Monday",
        "  # lib 2.0: lib_kept は、この版にありません。",
        "  # lib_kept: {answer: yes, note: 紙で, evidence: [evidence/a.md]}",
    ]
    assert [one for one, _, _ in kinds(found)] == ["removed", "gone"]


def test_an_answer_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    """Two would become one; the one that has the name stays."""
    moves = "migrations:\n  renamed: {lib_kept: lib_desk}\n"
    new = {key: kind for key, kind in OLD.items() if key != "lib_kept"}
    text = ASSESSMENT + "  lib_desk: no\n"
    found = done(room(tmp_path, bank("1.0", OLD), bank("2.0", new, moves), assessment=text))
    assert answers(found)["lib_desk"].answer == "no"
    assert ("taken", "lib_kept", ("lib_desk",)) in kinds(found)
    assert "# lib_kept: {answer: yes, note: 紙で, evidence: [evidence/a.md]}" in found.text


REST = """\
overrides:
  lib_known: {level: high, computed: low, because: 心配, by: 佐藤, post: 課長, on: 2026-12-01}  # raised
incidents:
  - {on: 2026-12-02, what: 漏れた, touches: [lib_known, core_leak]}
own_risks:
  - id: own_cold
    title: 寒い
    severity: {base: limited, rows: [{level: significant, when: {any: [{question: lib_loans, is: [all, none]}, {question: lib_kept, is: yes}]}, because: x}]}
    likelihood: {base: limited}
"""


def test_risks_incidents_and_own_risks(tmp_path: Path) -> None:
    """Wherever an id stands; what cannot be put right by itself is told."""
    new = {"lib_history": "nothing each_loan", "lib_desk": "yes_no"}
    moves = "migrations:\n  renamed: {lib_loans: lib_history, lib_known: lib_seen}\n  options: {lib_loans: {all: each_loan, none: nothing}}\n  removed: {lib_kept: {ja: 不要。, en: Not needed.}, lib_days: {ja: 不要。, en: Not needed.}}\n"
    file = room(tmp_path, bank("1.0", OLD), bank("2.0", new, moves, risk="lib_seen"), assessment=ASSESSMENT + REST)
    found = done(file)
    assert (
        "  lib_seen: {level: high, computed: low, because: 心配, by: 佐藤, post: 課長, on: 2026-12-01}  # raised"
        in found.text
    )
    assert "touches: [lib_seen, core_leak]" in found.text
    assert "{any: [{question: lib_history, is: [each_loan, nothing]}, {question: lib_kept, is: yes}]}" in found.text
    assert [one[:2] for one in kinds(found) if one[0] in ("risk", "rewritten", "by_hand")] == [
        ("risk", "lib_known"), ("rewritten", "lib_known"), ("rewritten", "lib_loans"), ("rewritten", "all"), ("rewritten", "none"), ("by_hand", "lib_kept"),
    ]  # fmt: skip


def test_several_versions_one_after_another(tmp_path: Path) -> None:
    """Names go on from version to version; drafts are no stop on the way."""
    middle = {"lib_lent": "none all other", "lib_kept": "yes_no"}
    last = {"lib_history": "none all other", "lib_kept": "yes_no"}
    banks = (
        bank("1.0", OLD),
        bank("2.0", middle, "migrations: {renamed: {lib_loans: lib_lent}}\n"),
        bank("3.0", last, "migrations: {renamed: {lib_lent: lib_history}}\n"),
        bank("4.0", OLD).replace("status: published", "status: draft"),
    )
    file = room(tmp_path, *banks)
    found = done(file)
    assert [plan.version for plan in found.plans] == ["2.0", "3.0"]
    assert answers(found)["lib_history"].answer == "all"
    assert [plan.version for plan in done(file, lib="2.0").plans] == ["2.0"]


def test_twice_changes_nothing(tmp_path: Path) -> None:
    """And a version that is not there any more can still be left."""
    moves = (
        "migrations:\n  split: {lib_kept: {into: [lib_kept, lib_desk], map: {yes: {lib_kept: yes, lib_desk: no}}}}\n"
    )
    file = room(tmp_path, bank("2.0", OLD, moves))
    found = done(file)
    file.write_text(found.text, encoding="utf-8")
    again = done(file)
    assert (again.changed, again.text) == (False, found.text)
    assert {name: one.answer for name, one in answers(found).items()} == {
        "lib_loans": "all",
        "lib_kept": "yes",
        "lib_desk": "no",
    }


@pytest.mark.parametrize(
    ("wanted", "code"),
    [({"lib": "9.0"}, "no_version"), ({"lib": "0.9"}, "migrates_back"), ({"core": "1.0"}, "bank_not_chosen")],
)
def test_ways_that_lead_nowhere(wanted: dict[str, str], code: str, tmp_path: Path) -> None:
    """Each is told with what there is."""
    file = room(tmp_path, bank("0.9", OLD), bank("1.0", OLD))
    with pytest.raises(Problem) as problem:
        migrate(file, wanted, DAY)
    assert problem.value.code == code


def test_a_version_that_has_errors_is_not_gone_to(tmp_path: Path) -> None:
    """Nor one whose migrations lead nowhere."""
    file = room(tmp_path, bank("1.0", OLD), bank("2.0", OLD, "migrations: {renamed: {lib_x: lib_y}}\n"))
    with pytest.raises(Unfit) as problem:
        done(file)
    assert [one.code for one in problem.value.diagnostics] == ["PIA317"]


@st.composite
def migrations(draw: DrawFn) -> tuple[dict[str, str], str, dict[str, tuple[str, ...]]]:
    """What becomes of each question at random: the new questions, the migrations, and where each old one goes."""
    fates = {
        name: draw(st.sampled_from(["same", "renamed", "removed", "gone", "again", "split", "merged"])) for name in OLD
    }
    names = [name for name, fate in fates.items() if fate == "renamed"]
    turned = (
        dict(zip(names, draw(st.permutations(names)), strict=True))
        if draw(st.booleans())
        else {one: f"{one}_new" for one in names}
    )
    targets: dict[str, tuple[str, ...]] = {}
    for name, fate in fates.items():
        to = {"renamed": (turned.get(name, name),), "split": (name, f"{name}_more"), "merged": ("lib_all",)}
        targets[name] = () if fate in ("removed", "gone") else to.get(fate, (name,))
    kinds = {turned.get(name, name): OLD[name] for name in OLD if targets[name]}
    new = {one: kinds.get(one, "none all") for name in OLD for one in targets[name]} | {"lib_last": "none all"}
    rows = {
        name: draw(st.sampled_from(["{}", f"{{yes: {{{name}: yes}}}}" if OLD[name] == "yes_no" else "{}"]))
        for name in OLD
    }
    parts = {
        "renamed": [f"{old}: {now}" for old, now in turned.items() if old != now],
        "removed": [f"{name}: {{ja: 不要。, en: Not needed.}}" for name, fate in fates.items() if fate == "removed"],
        "ask_again": [f"{name}: {{ja: もう一度。, en: Again.}}" for name, fate in fates.items() if fate == "again"],
        "split": [
            f"{name}: {{into: [{', '.join(targets[name])}], map: {rows[name]}}}"
            for name, fate in fates.items()
            if fate == "split"
        ],
        "merged": ["lib_all: {from: [" + ", ".join(name for name, fate in fates.items() if fate == "merged") + "]}"],
    }
    if "merged" not in fates.values():
        del parts["merged"]
    moves = "".join(f"  {kind}: {{{', '.join(lines)}}}\n" for kind, lines in parts.items() if lines)
    return new, f"migrations:\n{moves}" if moves else "", targets


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(migrations(), st.data())
def test_nothing_is_lost(moved: tuple[dict[str, str], str, dict[str, tuple[str, ...]]], data: st.DataObject) -> None:
    """Values, evidence and comments are all still there, at every target; and a second time nothing changes."""
    new, moves, targets = moved
    values = {
        "lib_loans": ["none", "all", "unknown"],
        "lib_kept": ["yes", "no"],
        "lib_desk": ["yes", "no"],
        "lib_days": ["30", "7"],
    }
    said = {name: data.draw(st.sampled_from(values[name])) for name in OLD if data.draw(st.booleans())}
    lines = [f"  {name}: {{answer: {value}, evidence: [{name}.md]}}  # about {name}\n" for name, value in said.items()]
    text = ASSESSMENT[: ASSESSMENT.index("  #: 古い")] + ("".join(lines) or "  lib_guard: planned\n")
    with TemporaryDirectory() as folder:
        last = next(reversed(new))
        file = room(
            Path(folder),
            bank("1.0", OLD),
            bank("2.0", new, moves, when=f"{{question: {last}, is: all}}"),
            assessment=text,
        )
        found = done(file)
        after = answers(found)
        for name, value in said.items():
            assert f"# about {name}" in found.text
            assert value in found.text
            for target in targets[name]:
                assert f"{name}.md" in after[target].evidence
                kept = after[target].answer != "unknown" or value == "unknown"
                assert kept or f"{name}: {value}" in str(after[target].note)
            if not targets[name]:
                assert f"# {name}: {{answer: {value}, evidence: [{name}.md]}}" in found.text
        file.write_text(found.text, encoding="utf-8")
        assert done(file).text == found.text
