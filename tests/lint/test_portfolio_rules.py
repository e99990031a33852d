"""Rules about several assessments of one workspace."""

import random
import time
from pathlib import Path

import pytest

from tests.work.desk import BANK, DAY
from tests.work.signed import DONE, PLANNED, TEXT, edit, signed
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.portfolio import check_portfolio
from tsukuba_pia.lint.portfolio_context import (
    Named,
    PortfolioContext,
    Share,
    Threshold,
    Told,
    Traits,
    packed,
    unpacked,
)
from tsukuba_pia.lint.traits import traits_of
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.work.opening import context_of, open_assessment
from tsukuba_pia.work.portfolio import bank_of, check_together

DECISION = BANK.replace(
    next(line for line in BANK.splitlines(keepends=True) if "outcome: full" in line),
    """\
      - outcome: full
        when: {at_least: 2, of: [{question: k_kinds, includes: face}, {question: k_level, is: per_person}]}
        because: {ja: 二つ当てはまります。, en: Two of them hold.}
      - {outcome: full, when: {question: k_people, at_least: 900}, because: {ja: 大勢です。, en: Many.}}
      - {outcome: full, when: {data: people_total, at_least: 5000}, because: {ja: 大勢です。, en: Many.}}
      - outcome: full
        when: {all: [{data: categories, includes: health}, {data: identifiers, includes: my_number}]}
        because: {ja: 結び付きます。, en: They are linked.}
""",
).replace("status: draft", "status: published")
PART = """\
assessment: {name}
format: 1
language: ja
title: サービス{name}
banks: {{kiosk: "0.1"}}
{more}
data_complete: yes
answers:
  k_personal: yes
  k_kinds: [{kind}]
  k_level: {level}
  k_people: {people}
"""
RELATED = "related: [b]"


def part(name: str, *, more: str = "", kind: str = "name", level: str = "counts", people: int = 1) -> str:
    """An assessment of a part of a service, which needs a brief assessment alone."""
    inventory = "" if "data:" in more else "data: []"
    return PART.format(name=name, more=f"{more}\n{inventory}", kind=kind, level=level, people=people)


def city(folder: Path, **texts: str) -> list[Path]:
    """A workspace with these assessments."""
    bank = folder / "questionnaires" / "kiosk" / "0.1.yaml"
    bank.parent.mkdir(parents=True)
    bank.write_text(DECISION, encoding="utf-8")
    (folder / "city.yaml").write_text("city: 架空市\n", encoding="utf-8")
    files = [folder / "assessments" / name / "assessment.yaml" for name in texts]
    for file, text in zip(files, texts.values(), strict=True):
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    return files


def record(file: Path, day: str = DAY) -> Traits:
    """What is kept of an assessment."""
    opened = open_assessment(file, day, rules=False)
    assert opened.usable, opened.diagnostics
    return traits_of(context_of(opened), str(file))


def together(folder: Path, files: list[Path], day: str = DAY, *, complete: bool = True) -> tuple[Diagnostic, ...]:
    """What is found of all, whatever their order."""
    records = [record(file, day) for file in files]
    found = check_together(records, folder, complete=complete)
    assert found == check_together(reversed(records), folder, complete=complete)
    for one in found:
        assert "{" not in message_of(one, "ja") + message_of(one, "en") + hint_of(one, "ja") + hint_of(one, "en")
    return found


def told(found: tuple[Diagnostic, ...], code: str) -> list[tuple[str, str]]:
    """For each finding of a code: whose, and what stands there."""
    return [
        (
            Path(one.file).parent.name,
            Path(one.file).read_text("utf-8").splitlines()[one.line - 1][one.column - 1 :][:12],
        )
        for one in found
        if one.code == code
    ]


def test_two_signs_that_are_cut_apart(tmp_path: Path) -> None:
    """Faces in one part, people one by one in the other: full together, brief alone; told in both, where they meet."""
    a, b = part("a", more=RELATED, kind="face"), part("b", level="per_person")
    files = city(tmp_path, a=a, b=b, c=part("c", kind="face"))
    found = together(tmp_path, files)
    assert told(found, "PIA550") == [("a", "b]"), ("b", "b")]
    assert [dict(one.args) for one in found] == [
        {"shared": "@common_related", "others": "b", "outcome": "full", "alone": "brief"},
        {"shared": "@common_related", "others": "a", "outcome": "full", "alone": "brief"},
    ]
    assert {one.level for one in found} == {"warning"}


def test_what_need_not_be_looked_at_together(tmp_path: Path) -> None:
    """The same sign twice; one that is assessed in full already; one that was refused, ended or superseded."""
    pairs = {
        "same": (part("a", more=RELATED, kind="face"), part("b", kind="face")),
        "full": (part("a", more=RELATED, kind="face"), part("b", kind="face", level="per_person")),
        "apart": (part("a", kind="face"), part("b", level="per_person")),
        "ended": (
            part("a", more=RELATED, kind="face"),
            part("b", level="per_person", more="dates: {ended: {on: 2027-01-01, why: 終了}}"),
        ),
        "superseded": (part("a", more="related: [b]\nsupersedes: b", kind="face"), part("b", level="per_person")),
        "unknown": (part("a", more=RELATED, kind="face"), part("b", level="unknown")),
    }
    for name, (a, b) in pairs.items():
        files = city(tmp_path / name, a=a, b=b)
        assert told(together(tmp_path / name, files), "PIA550") == [], name


ACTOR = "actors: [{{id: v, name: 運行事業者, kind: {kind}, regime: appi_chapter_5, contract: {contract}}}]"
DATA = "data: [{{id: d, name: {name}, source: {source}, categories: [{what}], people: {people}, identifiers: [{key}]}}]"


@pytest.mark.parametrize(
    ("one", "other", "shares"),
    [
        ("業務委託契約 第9条", "業務委託契約 第12条", True),
        ("業務委託契約", "保守契約", False),
    ],
)
def test_a_shared_contract(tmp_path: Path, one: str, other: str, shares: bool) -> None:
    """Known by whom it is with and its name, whatever articles are cited."""
    kind = "contractor_of_city"
    a = part("a", more=ACTOR.format(kind=kind, contract=one), kind="face")
    b = part("b", more=ACTOR.format(kind=kind, contract=other), level="per_person")
    found = together(tmp_path, city(tmp_path, a=a, b=b))
    assert [name for name, _ in told(found, "PIA550")] == (["a", "b"] if shares else [])


@pytest.mark.parametrize(
    ("one", "other", "more"),
    [
        ("linkage: [{other: 住民記録, key: card}]", "linkage: [{other: 住民記録, key: card, direction: out}]", True),
        ("linkage: [{other: 住民記録, key: card}]", "linkage: [{other: 住民記録, key: name}]", False),
        ("service: {purpose: 駅前の混雑を来訪者に伝える}", "service: {purpose: 駅前の 混雑を来訪者に伝える}", True),
        ("service: {purpose: 案内}", "service: {purpose: 案内}", False),
    ],
)
def test_what_else_is_shared(tmp_path: Path, one: str, other: str, more: bool) -> None:
    """A linked file with its key, a purpose that is not every service's."""
    files = city(tmp_path, a=part("a", more=one, kind="face"), b=part("b", more=other, level="per_person"))
    assert bool(told(together(tmp_path, files), "PIA550")) is more


def test_numbers_add_up(tmp_path: Path) -> None:
    """Of people that are asked for, and of those that the inventories tell; the same data set is the same people."""
    a, b = part("a", more=RELATED, people=500), part("b", people=400)
    assert len(told(together(tmp_path / "1", city(tmp_path / "1", a=a, b=b)), "PIA550")) == 2
    assert told(together(tmp_path / "2", city(tmp_path / "2", a=a, b=part("b", people=399))), "PIA550") == []
    facts = {"source": "申請", "what": "name", "key": ""}
    mine = DATA.format(name="名簿", people=3000, **facts)
    a = part("a", more=f"{RELATED}\n{mine}")
    other = part("b", more=DATA.format(name="別の名簿", people=2000, **facts))
    assert len(told(together(tmp_path / "3", city(tmp_path / "3", a=a, b=other)), "PIA550")) == 2
    same = part("b", more=mine.replace("3000", "2000"))
    assert told(together(tmp_path / "4", city(tmp_path / "4", a=a, b=same)), "PIA550") == []


def test_facts_of_all_together(tmp_path: Path) -> None:
    """Health in one part, the number that links it in the other."""
    a = DATA.format(name="健診", source="病院", what="health", people=10, key="")
    b = DATA.format(name="台帳", source="申請", what="name", people=10, key="my_number")
    files = city(tmp_path, a=part("a", more=f"{RELATED}\n{a}"), b=part("b", more=b))
    assert len(told(together(tmp_path, files), "PIA550")) == 2


def test_related_to_nothing(tmp_path: Path) -> None:
    """Where all assessments are known; with what was probably meant."""
    files = city(tmp_path, library=part("library", more="related: [libary, park]\nsupersedes: old"), park=part("park"))
    found = together(tmp_path, files)
    assert told(found, "PIA551") == [("library", "libary, park"), ("library", "old")]
    assert found[0].args["closest"] == "library"
    assert told(together(tmp_path, files, complete=False), "PIA551") == []


def test_assessed_twice(tmp_path: Path) -> None:
    """One name is an error; one title a warning, unless one takes the other's place."""
    files = city(tmp_path, a=part("a"), b=part("a"))
    found = together(tmp_path, files)
    assert [(one.level, one.args["what"]) for one in found] == [("error", "@same_name")] * 2
    files[1].write_text(part("b").replace("サービスb", "サービス ａ"), encoding="utf-8")
    assert [(one.level, one.args["what"]) for one in together(tmp_path, files)] == [("warning", "@same_title")] * 2
    edit(files[1], "banks:", "supersedes: a\nbanks:")
    assert together(tmp_path, files) == ()


KEPT = """\
data:
  - id: {name}
    name: 利用の記録
    register_entry: 個人情報ファイル簿 第118号
    categories: [name]
    identifiers: []
    people: 10
    location: {{country: {country}}}
    lifecycle: {{share: {{{share}}}, retain: {{length: {length}}}}}"""


def test_told_otherwise_elsewhere(tmp_path: Path) -> None:
    """How long, where, to whom; not who of several receives it."""
    a = KEPT.format(name="a", country="JP", share="who: 運行事業者", length="1 か月")
    b = KEPT.format(name="b", country="JP", share="who: 研究者", length="１か月")
    files = city(tmp_path, a=part("a", more=a), b=part("b", more=b))
    assert together(tmp_path, files) == ()
    edit(files[1], "１か月", "1年")
    edit(files[1], "who: 研究者", "none: 提供しません")
    edit(files[1], "JP", "US")
    found = together(tmp_path, files)
    assert [(Path(one.file).parent.name, one.args["what"]) for one in found] == [
        (name, what) for name in "ab" for what in ("@fact_country", "@fact_recipients", "@fact_retention")
    ]
    assert dict(found[2].args) == {
        "shared": "@shared_data", "what": "@fact_retention", "value": "1 か月", "other": "b", "otherwise": "1年",
    }  # fmt: skip
    edit(files[1], "第118号", "登録予定(2027年4月)")
    assert together(tmp_path, files) == ()


def test_a_contract_with_two_kinds_of_actor(tmp_path: Path) -> None:
    """Which law the other side is under depends on it."""
    texts = {
        name: part(name, more=ACTOR.format(kind=kind, contract="業務委託契約"))
        for name, kind in (("a", "contractor_of_city"), ("b", "business"))
    }
    found = together(tmp_path, city(tmp_path, **texts))
    assert [(one.code, one.args["what"]) for one in found] == [("PIA553", "@fact_kind")] * 2


def test_covered_by_nothing(tmp_path: Path) -> None:
    """Until a renewal is approved the service runs on what was approved before, if it was."""
    old = TEXT.replace("t-1", "old").replace(PLANNED, DONE)
    new = part("new", more="supersedes: old\ndates: {starts_on: 2027-01-10}")
    files = city(tmp_path, old=old, new=new)
    evidence = files[0].parent / "evidence" / "mask.md"
    evidence.parent.mkdir()
    evidence.write_text("tested\n", encoding="utf-8")
    found = together(tmp_path, files)
    assert told(found, "PIA554") == [("new", "old")]
    assert found[0].args["problem"] == "@covered_not_running"
    assert told(together(tmp_path, files, complete=False), "PIA554") == []
    assert told(together(tmp_path, files, "2027-01-09"), "PIA554") == []
    signed(files[0], "approved")
    assert told(together(tmp_path, files), "PIA554") == []
    assert [one.args["problem"] for one in together(tmp_path, files[1:]) if one.code == "PIA554"] == [
        "@covered_missing"
    ]


def test_a_record_is_small_and_plain(tmp_path: Path) -> None:
    """Kept by marshal or JSON it is the same again; many data sets and actors do not make it large."""
    lines = [
        KEPT.format(name=f"d{number}", country="JP", share="who: 者", length="長い期間" * 20) for number in range(40)
    ]
    many = "data:" + "".join(one.removeprefix("data:").replace("118", str(number)) for number, one in enumerate(lines))
    actors = [
        ACTOR.format(kind="business", contract=f"契約{number}")[9:-1].replace("id: v", f"id: v{number}")
        for number in range(40)
    ]
    found = record(city(tmp_path, a=part("a", more=f"{many}\nactors: [{', '.join(actors)}]\nrelated: [b, c]"))[0])
    assert found.threshold.truths
    kept = packed(found)
    assert len(kept) < 2048
    assert unpacked([kept, kept]) == (found, found)
    assert unpacked([kept]) == (found._replace(shares=(), told=()),)  # what no other has is not looked at


def crowd(number: int) -> list[Traits]:
    """Many records that share all there is to share."""
    dice = random.Random(5)  # noqa: S311 - no secret
    found = []
    for one in range(number):
        shares = tuple(
            Share(kind, dice.randrange(3), 1, 1) for kind in ("contract", "data", "linkage", "purpose", "title")
        )
        told = tuple(Told("data", dice.randrange(9), "@fact_retention", str(dice.randrange(2)), 1, 1) for _ in range(4))
        threshold = Threshold(
            "kiosk", "0.1", "k_threshold", "brief", False, "TFFTFF", ((3, "1"),),
            tuple((("name",), True) for _ in range(7)), ((one, "1"),), "1", "1", (True, True, True),
        )  # fmt: skip
        related = (Named(f"n{dice.randrange(number)}", 1, 1),)
        found.append(
            Traits(f"{one:04}.yaml", f"n{one}", 1, 1, True, True, False, None, related, shares, told, threshold)
        )
    return found


def test_a_thousand_are_joined_quickly(tmp_path: Path) -> None:
    """Also where all share the same things, and half contradict the other half."""
    city(tmp_path)
    context = PortfolioContext(tuple(crowd(1000)), bank_of(tmp_path), complete=True)
    began = time.process_time()
    found = check_portfolio(context)
    took = time.process_time() - began
    assert {one.code for one in found} == {"PIA550", "PIA552", "PIA553"}
    assert took < 10, took  # a tenth of a second as it is; each beside each other would take minutes
