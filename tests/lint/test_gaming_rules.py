"""Cases of the rules against assessments that are dressed up: each reads as a person's file."""

import time
from pathlib import Path

import pytest

from tests.golden import ROOT
from tests.lint.frame import found_in
from tests.lint.marked import check as marked
from tests.lint.pages import Example
from tsukuba_pia.lint.rule import Stage
from tsukuba_pia.work.opening import open_assessment

KIOSK = 'banks: {core: "1.0", kiosk: "1.0"}\n'
PLACED = "answer: implemented, owner: 都市計画課"
VERIFIED = "answer: verified, owner: 都市計画課長, evidence: [e.md], verified_on: 2027-03-01, method: 見た"


def check(text: str, stage: Stage = "review", without: str = "") -> None:
    """A fragment of an assessment against its marks."""
    marked(text, without, kind="assessment", stage=stage)


def codes(text: str, stage: Stage = "review") -> list[str]:
    """The codes of these rules that a fragment gives."""
    return [
        one.code
        for one in found_in(Example("assessment", text), stage)
        if "PIA434" <= one.code < "PIA470" or "PIA555" <= one.code < "PIA559"
    ]


# -------------------------------------------------------------------------------------------------- not applicable


def not_applicable(*reasons: str) -> str:
    """Questions that are said not to apply, each for a reason."""
    names = ("c_logging", "k_night", "k_locked")
    answers = "".join(
        f"  {name}: {{answer: not_applicable, note: {reason}, by: a, agreed_by: b}}\n"
        for name, reason in zip(names, reasons, strict=False)
    )
    return f"{KIOSK}answers:\n  k_resold: no\n  k_blur: absent\n{answers}"


def test_the_same_reason() -> None:
    """Three times, whatever its width, blanks and marks; twice is not yet a habit."""
    assert codes(not_applicable("対象外です", "対象外 です。", "対象外です!")).count("PIA434") == 3
    assert codes(not_applicable("N/A", "n/a", "ｎ／ａ")).count("PIA434") == 3
    assert codes(not_applicable("対象外1", "対象外2", "対象外③")).count("PIA434") == 3
    assert "PIA434" not in codes(not_applicable("対象外です", "対象外です"))
    assert "PIA434" not in codes(not_applicable("機器がない", "夜は閉まる", "端末は壁の中"))
    assert "PIA434" not in codes(not_applicable("対象外", "対象外", "対象外"), "draft")


def test_the_same_reason_in_one_of_its_languages() -> None:
    """Also where only the English says the same."""
    reasons = [f"{{ja: 理由{number}, en: Not relevant}}" for number in range(3)]
    assert codes(not_applicable(*reasons)).count("PIA434") == 3


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("{answer: not_applicable, note: なし, by: a, agreed_by: b}", True),
        ("{answer: not_applicable, note: なし, by: a}", True),
        ("no", False),
        ("unknown", False),
    ],
)
def test_a_gate_said_not_to_apply(answer: str, found: bool) -> None:
    """Agreed or not; a question that no gate reads may be left out."""
    assert ("PIA435" in codes(f"{KIOSK}answers: {{k_resold: {answer}}}\n")) is found
    assert "PIA435" not in codes(f"{KIOSK}answers: {{k_night: {answer}}}\n")


# -------------------------------------------------------------------------------------------------------- evidence


def test_one_evidence_for_many() -> None:
    """Half of all that is in place, and three at least; something else beside it shows more."""
    assert (
        codes("answers: {c_logging: {answer: implemented, owner: x, evidence: [evidence/design.md]}}\n")
        == [
            "PIA436",
        ]
        * 3
    )
    check(f"answers: {{c_logging: {{{PLACED}, evidence: [evidence/design.md, evidence/log.md]}}}}\n")
    check(f"answers: {{c_logging: {{{PLACED}, evidence: ['https://example.jp/log']}}}}\n")


def test_the_assessment_as_its_own_evidence() -> None:
    """Its file, what was signed and said about it, the page where it stands."""
    check(f"""
publication: {{url: "https://city.example.jp/pia/1/"}}
answers:
  c_level: {{answer: counts, evidence: [./assessment.yaml]}}  # PIA437 at ./assessment.yaml
  c_masking: {{{PLACED}, evidence: [approvals/001-2027-01-01-refused/assessment.yaml]}}  # PIA437 at approvals
  c_logging: {{{PLACED}, evidence: [e.md, "https://city.example.jp/pia/1"]}}  # PIA437 at "https
  c_coarse: {{{PLACED}, evidence: [evidence/assessment.yaml]}}
""")


def _evidence(name: str) -> str:
    """A safeguard with this file as evidence."""
    return f"answers: {{c_masking: {{{PLACED}, evidence: [evidence/{name}]}}}}\n"


def test_days_to_come() -> None:
    """A verification, and a day in a file's name; today has come, and a plan may well name a day."""
    check(f"""
answers:
  c_masking: {{{PLACED}, evidence: [evidence/20270402.pdf]}}  # PIA438 at evidence/20270402
  c_logging: {{{PLACED}, evidence: [2099-01-01/test_2027-04-01.md, x-120270501.md]}}
  c_coarse: {{answer: planned, owner: x, due: 2027-06-01, evidence: [plan-2027-06-01.md]}}
""")
    verified = VERIFIED.replace("2027-03-01", "2027-04-02")
    check(f"answers: {{c_masking: {{{verified}, verified_by: 鈴木 恵}}}}  # PIA438 at 2027-04-02\n")


def test_a_day_that_a_document_holds_until() -> None:
    """The end or the beginning of something is no day of proof; any other is worth a look, and no error."""
    found = found_in(Example("assessment", _evidence("契約書-2027-11-30.md")), "approval")
    assert [one.level for one in found if one.code == "PIA438"] == ["warning"]
    for name in ("規程_施行%s.md", "証明書_有効期限%s.md", "%sまで有効.pdf", "iso-valid-until-%s.pdf"):
        assert codes(_evidence(name % "2027-11-30")) == []
    assert codes(_evidence("validation-trend-2027-11-30.md")) == ["PIA438"]


# ------------------------------------------------------------------------------------------------------ who and when

ACTORS = """
actors:
  - {id: operator, name: {ja: 架空運行(受託者), en: Example Robotics (contractor)}, kind: contractor_of_city}
  - {id: city, name: {ja: 市(都市計画課), en: The city}, kind: city_organ}
team:
  - {role: author, name: 佐藤 明, post: 都市計画課長}
  - {role: reviewer, name: 高橋 進, post: 技術者, organisation: 架空運行}
"""


@pytest.mark.parametrize(
    "by",
    ["operator", "架空運行", "架空運行(受託者)", "架空運行 品質管理部", "ＥＸＡＭＰＬＥ Robotics", "髙橋進様", "Vendor",
     "佐藤明", "佐藤　明 さん", "都市計画課長補佐"],
)  # fmt: skip
def test_verified_by_its_own_side(by: str) -> None:
    """The vendor by any of its names and people; whoever has the owner's post, and who works below it."""
    assert codes(f"{ACTORS}answers: {{c_masking: {{{VERIFIED}, verified_by: {by}}}}}\n") == ["PIA439"]


@pytest.mark.parametrize("by", ["鈴木 恵", "市 情報政策課", "監査委員", "city"])
def test_verified_by_another(by: str) -> None:
    """Somebody else of the city, or from outside."""
    assert codes(f"{ACTORS}answers: {{c_masking: {{{VERIFIED}, verified_by: {by}}}}}\n") == []


def test_the_city_as_a_whole_is_no_side() -> None:
    """Where nobody less than the city answers for it, somebody of the city may look."""
    said = VERIFIED.replace("owner: 都市計画課長", "owner: 架空市")
    assert codes(f"{ACTORS}answers: {{c_masking: {{{said}, verified_by: 架空市 監査室}}}}\n") == []
    assert codes(f"{ACTORS}answers: {{c_masking: {{{VERIFIED}, verified_by: 都市計画課長 佐藤}}}}\n") == ["PIA439"]


@pytest.mark.parametrize(
    ("by", "found"),
    [
        ("田中 優", True),
        ("田中　優 さん", True),
        ("総合交通課 主任", True),
        ("総合交通課長", True),
        ("鈴木 恵", False),
        ("情報政策課長", False),
    ],
)
def test_who_wrote_it_does_not_check_it(by: str, found: bool) -> None:
    """By name or post, or named by the author's unit, whoever else answers for the safeguard."""
    team = "team: [{role: author, name: 田中 優, post: 総合交通課 主任}, {role: reviewer, name: 鈴木 恵, post: 課長}]\n"
    text = f"{team}answers: {{c_masking: {{{VERIFIED}, verified_by: {by}}}}}\n"
    assert codes(text) == (["PIA439"] if found else [])


def test_hostile_texts_take_no_time() -> None:
    """Brackets that never close, numbers that never end."""
    long = "（" * 50_000 + "一" * 50_000
    began = time.process_time()
    codes(f"{ACTORS}{benefits(f'for: {long}')}answers: {{c_masking: {{{VERIFIED}, verified_by: {long}}}}}\n")
    codes(f"service: {{alternatives: [{{what: 紙, why_not: 費用{long}}}]}}\n")
    assert time.process_time() - began < 2


def test_before_there_was_a_vendor() -> None:
    """A verification before the tender; what a contractor has in place before the contract, from launch on."""
    dates = "dates: {tender: 2027-02-01, contract: 2027-05-01}\n"
    early = VERIFIED.replace("2027-03-01", "2027-01-31")
    check(f"{dates}answers: {{c_masking: {{{early}, verified_by: 鈴木 恵}}}}  # PIA440 at 2027-01-31\n")
    check(f"{dates}answers: {{c_masking: {{{VERIFIED}, verified_by: 鈴木 恵}}}}\n")
    contracted = f"{ACTORS}answers: {{c_masking: {{answer: implemented, owner: 架空運行, evidence: [e.md]}}}}\n"
    assert "PIA440" not in codes(dates + contracted)
    assert "PIA440" in codes(dates + contracted, "launch")
    assert "PIA440" not in codes(dates.replace("2027-05-01", "2027-04-01") + contracted, "launch")


# --------------------------------------------------------------------------------------------- counted, still planned


def kiosk(masking: str, blur: str, **more: str) -> str:
    """Two safeguards of two banks."""
    placed = {name: "{answer: implemented, owner: 都市計画課, evidence: " + said + "}" for name, said in
              {"c_masking": masking, "k_blur": blur, **more}.items()}  # fmt: skip
    answers = {"k_resold": "no", "k_night": "no", "k_locked": "absent", "c_logging": "absent", "c_coarse": "absent"}
    return KIOSK + "answers:\n" + "".join(f"  {name}: {said}\n" for name, said in (answers | placed).items())


def test_counted_twice() -> None:
    """On the same papers in any order; with a paper of its own it is another measure."""
    assert codes(kiosk("[a.md, b.md]", "[./b.md, a.md]")) == ["PIA441"]
    assert codes(kiosk("[a.md]", "[a.md, b.md]")) == []
    assert codes(kiosk("[]", "[]")) == []


def test_not_counted_twice() -> None:
    """Within one bank, and where they do not meet on a risk."""
    assert codes(kiosk("[a.md]", "[b.md]", c_coarse="[b.md]")) == []
    assert codes(kiosk("[a.md]", "[b.md]", k_locked="[b.md]")) == []


def test_still_planned_at_launch() -> None:
    """Where something is lowered by it that is not yet; from launch on."""
    planned = "{answer: planned, owner: x, due: 2027-09-30}"
    absent = "c_logging: absent, c_coarse: absent"
    text = f"answers: {{c_level: per_card, c_masking: {planned}, {absent}}}\n"
    assert codes(text, "launch") == ["PIA444"]
    assert codes(text, "approval") == []
    assert codes(text.replace("per_card", "counts").replace("absent", "planned"), "launch") == []
    assert (
        codes(f"answers: {{c_level: per_card, c_masking: {{answer: planned, owner: x}}, {absent}}}\n", "launch") == []
    )


# ---------------------------------------------------------------------------------------------------- what it is for

OTHER_WAY = "  alternatives: [{what: 数える, why_not: 夜は数えられません。}]\n"


def benefits(*said: str) -> str:
    """A service with benefits."""
    return "service:\n" + OTHER_WAY + "  benefits:\n" + "".join(f"    - {{{one}, what: 便利}}\n" for one in said)


@pytest.mark.parametrize(
    "said",
    ["for: 市", "for: 本市", "for: 市役所", "for: 市の職員", "for: 職員", "for: 担当課", "for: 架空市", "for: The City",
     "for: {ja: 担当の人, en: City staff}", "for: 窓口で働く人, group: staff", "for: 市(都市計画課)"],
)  # fmt: skip
def test_benefits_for_the_city_alone(said: str) -> None:
    """The city by any of its names; with somebody else beside it there is more."""
    assert codes(benefits(said)) == ["PIA445"]
    assert codes(benefits(said, "for: 子ども, group: children")) == []


@pytest.mark.parametrize("said", ["for: 市民", "for: 市民のみなさま", "for: すべての利用者", "for: All residents",
                                  "for: {ja: 市民, en: People in the city}"])  # fmt: skip
def test_benefits_for_nobody_named(said: str) -> None:
    """For anybody; one with a group, or with words that leave somebody out, is enough."""
    assert codes(benefits(said)) == ["PIA446"]
    assert codes(benefits(said, "for: 駅前に住む人")) == []
    assert codes(benefits(said, "for: 市")) == ["PIA446"]
    assert codes(benefits(said, "for: 子ども, group: children")) == []


def test_the_unit_in_charge_is_the_city() -> None:
    """Its name stands in the service, and among the actors."""
    assert codes(benefits("for: 総合交通課").replace("service:\n", "service:\n  unit: 総合交通課\n")) == ["PIA445"]
    assert codes(ACTORS + benefits("for: Example Robotics")) == []


def test_alternatives() -> None:
    """Missing; a file that does not describe its service yet is told of nothing."""
    check("service: {purpose: 案内, alternatives: []}  # PIA447 at service\n")
    check("title: x\n")


@pytest.mark.parametrize(
    ("reasons", "found"),
    [
        (["費用がかかる"], 1),
        (["予算がない", "{ja: 割高です, en: Too expensive.}"], 2),
        (["It costs too much"], 1),
        (["費用が１.６倍になる"], 0),
        (["費用が三倍になる"], 0),
        (["年180万円かかる", "予算がない"], 0),
        (["予算がない", "夜は数えられない"], 0),
        (["{ja: 費用がかかる, en: It costs twice as much.}"], 0),
        (["costume"], 0),
        (["市議会の予算委員会でも反対があった"], 0),
        (["The budget committee of the assembly was against it"], 0),
        (["予算委員会で、予算がないとされた"], 1),
        (["費用が2026年度も高い"], 1),
        (["令和8年度の予算がない", "Too expensive in 2026"], 2),
        (["費用が2000万円かかる"], 0),
        (["In 2027 it costs 30 million yen"], 0),
    ],
)
def test_alternatives_too_costly(reasons: list[str], found: int) -> None:
    """Every one of them for cost, and not one figure."""
    listed = "".join(f"    - {{what: 紙, why_not: {reason}}}\n" for reason in reasons)
    assert codes(f"service:\n  alternatives:\n{listed}") == ["PIA448"] * found


# ---------------------------------------------------------------------------------------------------------- the data

WHOLE = "collect: {who: a}, use: {who: a}, share: {none: 渡さない}, store: {where: c}, delete: {who: a}"
KEPT = "retain: {trigger: 利用, length: 30日, erase: 消去}"


def item(lifecycle: str) -> str:
    """A data item with this life."""
    return f"data:\n  - id: trips\n    name: x\n    lifecycle: {{{lifecycle}}}\n"


def test_life_of_data() -> None:
    """Every stage says something; from approval on it must."""
    assert codes(item(f"{WHOLE}, {KEPT}")) == []
    assert codes("data:\n  - {id: trips, name: x}\n") == ["PIA556"]
    assert codes(item(f"{WHOLE}, {KEPT}".replace("{none: 渡さない}", "{basis: []}"))) == ["PIA556"]
    assert codes(item(f"{WHOLE}, retain: {{none: 残りません。}}")) == []
    found = [one for one in found_in(Example("assessment", item(WHOLE)), "approval") if one.code == "PIA556"]
    assert [(one.level, one.args["missing"]) for one in found] == [("error", "retain")]


def test_end_of_keeping() -> None:
    """A start, a length, a way to erase."""
    for key in ("trigger: 利用", "length: 30日", "erase: 消去"):
        assert codes(item(f"{WHOLE}, {KEPT}".replace(key, "who: z"))) == ["PIA557"]
    found = found_in(Example("assessment", item(f"{WHOLE}, retain: {{who: a}}")), "approval")
    assert [one.level for one in found if one.code == "PIA557"] == ["error"] * 3


@pytest.mark.parametrize(
    ("length", "found"),
    [
        ("期限なし", ["PIA557"]),
        ("必要な期間", ["PIA557"]),
        ("必要に応じて", ["PIA557"]),
        ("未定", ["PIA557"]),
        ("-", ["PIA557"]),
        ("{ja: 30日, en: as long as needed}", ["PIA557"]),
        ("必要な期間(最長30日)", []),
        ("契約の終了まで", []),
        ("{ja: 30日, en: 30 days}", []),
    ],
)
def test_a_length_without_an_end(length: str, found: list[str]) -> None:
    """What nobody can check is no length."""
    assert codes(item(f"{WHOLE}, {KEPT}".replace("length: 30日", f"length: {length}"))) == found
    assert codes(item(f"{WHOLE}, {KEPT}".replace("erase: 消去", "erase: 未定"))) == ["PIA557"]


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("nature: voluntary, consequence: reduced_service, reason: x", "@declining_voluntary"),
        ("nature: voluntary, consequence: other_way", None),
        ("nature: statutory_duty, consequence: nothing, basis: [camera-guide]", "@declining_duty"),
        ("nature: statutory_duty, consequence: nothing, basis: [bicycle-ordinance]", None),
        ("nature: statutory_duty, consequence: fine, basis: [appi-2026-faces]", "@declining_too_early"),
        ("nature: statutory_duty, consequence: fine, basis: [bicycle-ordinance]", None),
        ("nature: needed_for_service, consequence: reduced_service", "@declining_no_reason"),
        ("nature: needed_for_service, consequence: reduced_service, reason: 届け先が要ります。", None),
        ("nature: voluntary, consequence: other_way, alternative: なし", "@declining_no_way"),
        ("nature: voluntary, consequence: other_way, alternative: サービスを利用しない", "@declining_no_way"),
        ("nature: voluntary, consequence: nothing, alternative: {ja: 窓口, en: Do not use it}", "@declining_no_way"),
        ("nature: voluntary, consequence: nothing, alternative: 登録しないで使う", None),
        ("nature: needed_for_service, consequence: service_unavailable, reason: 要る, alternative: なし", None),
    ],
)
def test_declining(said: str, problem: str | None) -> None:
    """Nature, consequence, reason and law, taken together."""
    found = found_in(Example("assessment", f"provision:\n  - {{item: x, {said}}}\n"), "review")
    assert [one.args["problem"] for one in found if one.code == "PIA558"] == ([problem] if problem else [])


# ------------------------------------------------------------------------------------------------- said twice over

FILMS = "data:\n  - {id: trips, name: x, categories: [video], captures: [fixed_camera]}\n"


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("nobody", True),
        ("far_off", True),
        ("close", False),
        ("{answer: unknown, asking: x, by_when: 2027-05-01}", False),
        ("", False),
        ("{answer: nobody, by: vendor}", False),
    ],
)
def test_inventory_says_otherwise(answer: str, found: bool) -> None:
    """What two rows read as one; a row that stands alone may put two different signs together."""
    text = f"{KIOSK}answers: {{k_resold: no, k_filmed: {answer}}}\n"
    assert codes(FILMS + text, "draft") == ["PIA453"] * found
    assert codes(FILMS.replace("fixed_camera", "form") + text, "draft") == []


def test_what_the_inventory_says_is_named() -> None:
    """So that a reader finds it."""
    text = f"{FILMS}{KIOSK}answers: {{k_filmed: nobody}}\n"
    told = [one.args for one in found_in(Example("assessment", text), "draft") if one.code == "PIA453"]
    said = {"question": "k_filmed", "answer": "nobody", "fact": "captures", "found": "fixed_camera"}
    assert [{name: args[name] for name in said} for args in told] == [said]


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ("country: JP", "country: US", "PIA453"),
        ("people: 1200", "people: 120000", "PIA453"),
        ("core_abroad: none", "core_abroad: vendor_abroad", ""),
        ("core_capture: [vehicle_camera, lidar]", "core_capture: []", "PIA476"),
        ("core_capture: [vehicle_camera, lidar]", "core_capture: [vehicle_camera]", "PIA476"),
        ("core_vulnerable: [older_people, people_with_disabilities]", "core_vulnerable: []", "PIA476"),
        ("core_vulnerable: [older_people, people_with_disabilities]", "core_vulnerable: [older_people]", ""),
    ],
)
def test_what_the_shipped_banks_read_as_one(tmp_path: Path, was: str, now: str, code: str) -> None:
    """Countries, numbers, devices and people, whose rows draw their lines at different places."""
    text = (ROOT / "examples" / "sidewalk-robot" / "assessment.yaml").read_text(encoding="utf-8")
    assert was in text
    file = tmp_path / "assessment.yaml"
    file.write_text(text.replace(was, now, 1), encoding="utf-8")
    found = [one.code for one in open_assessment(file, "2026-11-28").diagnostics]
    assert [one for one in found if one in ("PIA453", "PIA476", "PIA477")] == ([code] if code else [])


def plain_words(text: str, stage: Stage = "approval") -> list[tuple[str, str]]:
    """Codes and levels of the rules about an inventory that says less or more than the answers."""
    found = found_in(Example("assessment", text), stage)
    return [(one.code, one.level) for one in found if one.code in ("PIA476", "PIA477")]


@pytest.mark.parametrize(
    ("devices", "found"),
    [
        ("[]", True),
        ("[drone]", True),
        ("[fixed_camera]", False),
        ("[fixed_camera, drone]", False),
        ("{answer: unknown, asking: 甲社, by_when: 2027-05-01}", False),
        ("{answer: [], by: vendor}", False),
    ],
)
def test_a_device_that_is_left_out(devices: str, found: bool) -> None:
    """What stands in the inventory is used; what else is used may stand in another file."""
    text = f"{FILMS}{KIOSK}answers: {{k_devices: {devices}}}\n"
    assert plain_words(text, "draft") == [("PIA476", "warning")] * found
    assert plain_words(text.replace("fixed_camera]}", "form]}"), "draft") == []


@pytest.mark.parametrize(
    ("inventory", "devices", "found"),
    [
        ("data: []\ndata_complete: yes\n", "[drone]", [("PIA477", "error")]),
        ("data: []\ndata_complete: yes\n", "[]", []),
        ("data: []\ndata_complete: no\n", "[drone]", []),
        ("data: [{id: film, name: 映像, captures: [drone]}]\ndata_complete: yes\n", "[drone]", []),
    ],
)
def test_data_that_is_not_listed(inventory: str, devices: str, found: list[tuple[str, str]]) -> None:
    """An empty list that is all there is, against what is answered; a warning before the approval."""
    text = f"{inventory}{KIOSK}answers: {{k_devices: {devices}}}\n"
    assert plain_words(text) == found
    assert plain_words(text, "draft") == [(code, "warning") for code, _ in found]


def test_receivers_of_data_that_is_not_listed(tmp_path: Path) -> None:
    """By the stage and the principle of a question, and by what the shipped core takes for a sign of data."""
    text = (ROOT / "examples" / "sidewalk-robot" / "assessment.yaml").read_text(encoding="utf-8")
    before, _, rest = text.partition("\ndata:\n")
    file = tmp_path / "assessment.yaml"
    file.write_text(f"{before}\ndata: []\ndata_complete:{rest.partition('data_complete:')[2]}", encoding="utf-8")
    found = open_assessment(file, "2026-11-28").diagnostics
    named = [one.args["question"] for one in found if one.code == "PIA477"]
    assert {"core_personal_data", "core_capture", "core_recipients"} <= set(named)


@pytest.mark.parametrize(
    ("actor", "found"),
    [
        ("kind: business", True),
        ("kind: business, contract: 業務委託契約", False),
        ("kind: business, regime: appi_chapter_5", False),
        ("kind: contractor_of_city", False),
        ("kind: contractor_of_city, regime: appi_chapter_4", True),
        ("kind: city_organ", False),
    ],
)
def test_shared_all_the_same(actor: str, found: bool) -> None:
    """A private body that does not work for the city gets what goes nowhere."""
    flow = "flows: [{from: city, to: other, items: [trips]}]\n" + item("share: {none: 渡しません。}")
    text = f"actors: [{{id: city, name: 市, kind: city_organ}}, {{id: other, name: 乙社, {actor}}}]\n{flow}"
    assert codes(text, "draft") == ["PIA454"] * found
    assert codes(text.replace("from: city, to: other", "from: other, to: city"), "draft") == []
