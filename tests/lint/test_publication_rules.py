"""Cases of the rules about publication: what has to be told, and what must not be."""

from dataclasses import replace

import pytest

from tests.lint import frame
from tests.lint.frame import found_in
from tests.lint.marked import check as marked
from tests.lint.pages import Example
from tsukuba_pia.lint.rule import Stage
from tsukuba_pia.lint.words import hint_of

CONTACT = "service:\n  alternatives: [{what: 人が数える, why_not: 夜は数えられません。}]\n  contact: "
WITHHELD = "withheld: {reason: security, exemption: 第4号, approved_by: 総務課長, until: 2028-03-31}"


def check(text: str, stage: Stage = "publication", without: str = "") -> None:
    """A fragment of an assessment against its marks."""
    marked(text, without, kind="assessment", stage=stage)


def levels(text: str, stage: Stage = "publication", without: str = "") -> list[tuple[str, str]]:
    """The codes of these rules that a fragment gives, with their levels."""
    found = found_in(Example("assessment", text, frozenset(without.split())), stage)
    return [(one.code, one.level) for one in found if "PIA604" <= one.code < "PIA630"]


# ------------------------------------------------------------------------------------------------------- summaries


@pytest.mark.parametrize(
    ("publication", "found"),
    [
        ("{summaries: {ja: 人数だけを数えます。}}", []),
        ("{summaries: {en: Only numbers of people count.}}", ["error"]),
        ("{languages: [en], summaries: {en: Only numbers.}}", ["error"]),
        ("{languages: [en], summaries: {en: Only numbers of people count.}}", []),
        ("{languages: [en], summaries: {en: Here is the summary of Bicycle parking guide.}}", ["error"]),
        ("{languages: [en], summaries: {en: Jitensha no kazu wo kazoete aki wo oshiemasu.}}", ["error"]),
        ("{summaries: {ja: 自転車駐車場の案内の概要を説明します。}}", ["error"]),
        ("{summaries: {ja: 後日掲載いたします。}}", ["error"]),
        ("{languages: [en], summaries: {en: Robot.}}", ["error"]),
        ("{languages: [en], summaries: {en: Please see the Japanese page for details.}}", ["error"]),
        ("{summaries: {ja: 詳しくは日本語のページをご覧ください。}}", ["error"]),
        (
            "{languages: [ja, en, ja-x-easy], summaries: {ja: 人数を数えます。, en: TODO, ja-x-easy: 人を数えます}}",
            ["error"],
        ),
        ('{languages: [ja, en], summaries: {ja: 人数だけを数えます。, en: " "}}', ["error"]),
        ("{languages: [ja, en], summaries: {ja: 人数だけ です, en: 人数だけ  です}}", ["error", "warning"]),
        ("{languages: [ja, en], summaries: {ja: TODO, en: TODO}}", ["error"]),
        ("{languages: [ja]}", ["error"]),
        ("{summaries: {ja: あ}}", ["error"]),
        ("{summaries: {ja: 準備中です。}}", ["error"]),
        ("{summaries: {ja: 自転車駐車場の案内について}}", ["error"]),
        ("{languages: [ja, en], summaries: {ja: なし, en: TBD}}", ["error", "error"]),
        ("{languages: []}", ["error"]),
        (
            "{languages: [ja, en], summaries: {ja: 人数を数えます。, en: 広場にいる人の数だけを数え、すぐ消します。}}",
            ["error"],
        ),
        (
            "{languages: [ja, vi], summaries: {ja: 人数を数えます。, vi: Only the number of people here counts.}}",
            ["error"],
        ),
        ("{summaries: {ja: Only the number of people in the square is counted.}}", ["error"]),
        ("{languages: [en], summaries: {en: 人数を数えます。}}", ["error"]),
        ("{summaries: {ja: Only numbers.}}", ["error"]),
        ("{languages: [en], summaries: {en: Lorem ipsum dolor sit amet consectetur adipiscing elit.}}", ["error"]),
        ("{summaries: {ja: テスト テスト テスト テスト}}", ["error"]),
    ],
)
def test_summaries(publication: str, found: list[str]) -> None:
    """In each language that is promised, of its own; a draft may still lack them."""
    text = f"publication: {publication}\n"
    assert levels(text) == [("PIA604", level) for level in found]
    assert levels(text, "launch") == []


@pytest.mark.parametrize(
    ("title", "summary", "hollow"),
    [
        ("地区ごとの乗降者数", "地区ごとの乗降者数を、市のホームページで公開します。", False),
        ("空気の測定値", "空気の測定値を市のホームページで公表します。", False),
        ("空気の測定値", "「空気の測定値」は、市のウェブサイトに掲載しています。", False),
        ("空気の測定値", "空気の測定値の概要を、市のホームページで公開します。", True),
        ("空気の測定値", "空気の測定値の評価書を公開します。", True),
        ("空気の測定値", "空気の測定値については、市のホームページで公開しています。", True),
        ("空気の測定値", "空気の測定値は、後日公開します。", True),
        ("空気の測定値", "空気の測定値のページです。", True),
        ("Air values", "Air values are published on the city website.", False),
        ("Air values", "The city will publish the Air values on its homepage.", False),
        ("Air values", "The summary of Air values will be published on the website.", True),
        ("Air values", "Air values will be published later on the website.", True),
    ],
)
def test_what_the_title_names_is_published(title: str, summary: str, hollow: bool) -> None:
    """That is what residents have to be told; that something about it is published is not."""
    language = "en" if title.isascii() else "ja"
    told = f"{{languages: [{language}], summaries: {{{language}: {summary}}}}}"
    assert levels(f"title: {{{language}: {title}}}\npublication: {told}\n") == ([("PIA604", "error")] if hollow else [])


def test_no_publication_at_all() -> None:
    """Then every summary is missing."""
    assert levels("title: {ja: 題, en: t}\n", without="publication") == [("PIA604", "error")]


def test_languages_that_the_city_promised(monkeypatch: pytest.MonkeyPatch) -> None:
    """To groups that are affected; a group that somebody else agreed to take out needs none."""
    profile = replace(frame.PROFILE, group_languages={"children": ("ja-x-easy",)})
    monkeypatch.setattr(frame, "PROFILE", profile)
    out = "groups_excluded: [{group: children, why: 使いません。, agreed_by: 部長}]\n"
    assert levels("title: {ja: 題, en: t}\n") == [("PIA604", "error")]
    assert levels(out) == []
    assert levels(out.replace(", agreed_by: 部長", "")) == [("PIA604", "error")]


# ---------------------------------------------------------------------------------------------------------- withheld


def test_withheld_without_an_end_or_an_exemption() -> None:
    """Answers and people; each lack by itself."""
    text = f"""
team:
  - {{role: independent, post: 弁護士, constituency: legal, {WITHHELD.replace(", until: 2028-03-31", "")}}}
  - {{role: independent, post: 市民, constituency: resident, {WITHHELD.replace("exemption: 第4号, ", "")}}}
answers:
  c_people: {{answer: 500, {WITHHELD}}}
"""
    assert levels(text) == [("PIA605", "error"), ("PIA605", "warning")]
    assert levels(text, "launch") == []


@pytest.mark.parametrize(
    ("was", "now", "found"),
    [
        ("exemption: 第4号", "exemption: なし", [("PIA605", "warning")]),
        ("exemption: 第4号", "exemption: 未定です", [("PIA605", "warning")]),
        ("exemption: 第4号", "exemption: 非公開が必要なため", [("PIA605", "warning")]),
        ("exemption: 第4号", "exemption: 第四号", []),
        ("exemption: 第4号", "exemption: article 7 (4)", []),
        ("2028-03-31", "2032-04-01", []),
        ("2028-03-31", "2032-04-02", [("PIA605", "error")]),
        ("2028-03-31", "2099-12-31", [("PIA605", "error")]),
    ],
)
def test_withheld_for_nothing_or_for_good(was: str, now: str, found: list[tuple[str, str]]) -> None:
    """No exemption in words, and a day more than five years ahead."""
    assert levels(f"answers: {{c_people: {{answer: 500, {WITHHELD.replace(was, now)}}}}}\n") == found


@pytest.mark.parametrize(
    ("approver", "found"),
    [
        ("高橋", False),
        ("高橋 直", True),
        ("移動サービス課 主査", True),
        ("移動サービス課主査", True),
        ("市長部局 移動サービス課 主査", True),
        ("総務課 主査", False),
        ("未定", True),
        ("担当者", True),
        ("総務課長", False),
        ("vendor", True),
        ("operator", True),
        ("架空運行", True),
        ("架空運行 取締役", True),
        ("ロボットの運行事業者", True),
        ("受託者の担当課長", True),
        ("株式会社乙 代表取締役", True),
        ("事業者指導課長", False),
        ("shops", True),  # who is no actor, and receives data
        ("渡辺 努", True),  # whom the team has in the operator's service
        ("大学教授", True),
        ("中村 葵", True),
        ("市民相談室長", False),
    ],
)
def test_who_may_withhold(approver: str, found: bool) -> None:
    """Neither the author, by name or by post, nor nobody, nor anybody outside the city."""
    author = "{role: author, name: 高橋 直, post: 移動サービス課 主査, organisation: 市長部局}"
    text = f"""
team:
  - {author}
  - {{role: reviewer, name: 伊藤 文}}
  - {{role: independent, name: 中村 葵, post: 大学教授, constituency: legal}}
  - {{role: independent, name: 渡辺 努, constituency: resident, organisation: 架空運行}}
actors:
  - {{id: city, name: 市, kind: city_organ}}
  - {{id: operator, name: 架空運行(受託者), kind: contractor_of_city}}
flows: [{{from: city, to: shops, items: []}}]
answers: {{c_people: {{answer: 500, {WITHHELD.replace("総務課長", approver)}}}}}
"""
    codes = [one.code for one in found_in(Example("assessment", text), "review")]
    beside = ["PIA568", "PIA481"]  # one of the operator is to be independent; the shops are no actor
    assert codes == [*beside, *(["PIA602"] if found else [])]


# ---------------------------------------------------------------------------------------------------------- days


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("review: {due: 2099-12-31}", "due"),
        ("answers: {c_level: {answer: unknown, asking: 運行事業者, by_when: 2032-04-02}}", "by_when"),
        ("answers: {c_masking: {answer: planned, owner: 都市計画課, due: 2050-01-01}}", "due"),
        (
            "answers: {c_masking: {answer: implemented, owner: 課長, evidence: [e.md], evidence_until: 2099-01-01}}",
            "evidence_until",
        ),
        ("cooperation: [{request: 記録の写し, to: 運行事業者, due: 2099-01-01}]", "due"),
        ("review: {due: 2032-04-01}", ""),
        ("dates: {starts_on: 2099-01-01}", "starts_on"),
        ("dates: {tender: 2026-01-01, starts_on: 2031-01-01}", ""),
    ],
)
def test_a_day_that_nobody_will_see(text: str, key: str) -> None:
    """More than five years ahead; a note first."""
    stages: tuple[tuple[Stage, str], ...] = (("draft", "note"), ("approval", "error"))
    for stage, level in stages:
        found = [one for one in found_in(Example("assessment", text), stage) if one.code == "PIA620"]
        assert [(one.level, one.args["key"]) for one in found] == ([(level, key)] if key else [])


@pytest.mark.parametrize(
    ("starts_on", "day", "far"),
    [
        ("2027-07-01", "2033-03-31", False),  # the fiscal year in which five years from the start end
        ("2027-07-01", "2033-04-01", True),
        ("2028-04-01", "2033-03-31", False),  # five fiscal years
        ("2028-04-01", "2033-04-02", True),
        ("2026-07-01", "2032-04-01", False),  # it has started: from today
        ("2026-07-01", "2032-04-02", True),
        ("2099-07-01", "2033-04-01", True),  # no start that anybody will see
    ],
)
def test_five_years_run_from_the_start_to_the_end_of_a_fiscal_year(starts_on: str, day: str, far: bool) -> None:
    """A lease over five fiscal years is usual; so is what is withheld as long as it runs."""
    dates = f"dates: {{starts_on: {starts_on}}}\n"
    due = found_in(Example("assessment", f"{dates}review: {{due: {day}}}\n"), "approval")
    assert ("PIA620" in {one.code for one in due}) is far
    withheld = f"answers: {{c_people: {{answer: 500, {WITHHELD.replace('2028-03-31', day)}}}}}\n"
    assert (("PIA605", "error") in levels(dates + withheld)) is far


@pytest.mark.parametrize(
    ("days", "said", "found"),
    [
        ("from: 2027-03-02, to: 2027-03-01", "", True),
        ("from: 2027-03-01, to: 2027-03-01", "said: 顔が写る", False),
        ("from: 2029-03-01, to: 2029-03-31", "said: 顔が写る", True),
        ("from: 2029-03-01, to: 2029-03-31", "done: 外した", True),
        ("from: 2029-03-01, to: 2029-03-31", "", False),
        ("from: 2027-03-01, to: 2027-05-31", "said: 顔が写る", False),
        ("to: 2027-05-31", "because: 危ない", True),
        ("from: 2027-05-01", "because: 危ない", True),
        ("how: 手紙", "because: 危ない", False),
    ],
)
def test_days_of_a_consultation(days: str, said: str, found: bool) -> None:
    """Its end is not before its beginning, and what came of it not before either."""
    text = f"consultations: [{{id: c1, who: 市民の会, {days}{said and f', {said}'}}}]\n"
    stages: tuple[tuple[Stage, str], ...] = (("draft", "warning"), ("approval", "error"))
    for stage, level in stages:
        levels_ = [one.level for one in found_in(Example("assessment", text), stage) if one.code == "PIA622"]
        assert levels_ == ([level] if found else [])


@pytest.mark.parametrize(
    ("said", "known"), [("第4号", True), ("情報公開条例 第４号(犯罪の予防)", True), ("第9号", False)]
)
def test_exemptions_of_the_city(monkeypatch: pytest.MonkeyPatch, said: str, known: bool) -> None:
    """By code or by name, whatever stands around it; where the city lists none, any will do."""
    text = f"answers: {{c_people: {{answer: 500, {WITHHELD.replace('第4号', said)}}}}}\n"
    assert levels(text) == []
    listed = replace(frame.PROFILE, disclosure_exemptions={"第4号": "犯罪の予防"})
    monkeypatch.setattr(frame, "PROFILE", listed)
    assert levels(text) == ([] if known else [("PIA605", "warning")])


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("answer: unknown, note: 未定, asking: 課, by_when: 2027-05-01", True),
        ("note: 後で", True),
        ("answer: 500", False),
    ],
)
def test_unknown_and_withheld(answer: str, found: bool) -> None:
    """Also where nothing is answered at all."""
    text = f"answers: {{c_people: {{{answer}, {WITHHELD}}}}}\n"
    assert (("PIA606", "error") in levels(text, "review")) is found
    assert levels(text, "draft") == []


@pytest.mark.parametrize(
    ("names", "found"),
    [(("c_people", "c_since"), True), (("c_people",), False), ((), False)],
)
def test_much_withheld(names: tuple[str, ...], found: bool) -> None:
    """Two of nine; one is never too much."""
    values = {"c_people": "500", "c_since": "2027-04-01"}
    answers = "".join(f"  {name}: {{answer: {values[name]}, {WITHHELD}}}\n" for name in names)
    text = f"answers:\n{answers}" if names else "title: {ja: 題, en: t}\n"
    assert (("PIA607", "warning") in levels(text, "comment")) is found
    assert levels(text, "review") == []


# --------------------------------------------------------------------------------------- whom to ask, and when next


@pytest.mark.parametrize(
    ("contact", "found"),
    [
        ("{unit: 課, phone: 029-000-0000}", False), ("{unit: 課, email: a@city.example.jp}", False),
        ("{unit: 課, address: {ja: 本庁舎1階, en: Main}}", False), ("{unit: 課, url: https://city.example.jp/}", False),
        ("{unit: 課, hours: 平日}", True), ("{unit: 課, phone: TODO}", True),
        ("{unit: 課, phone: なし}", True), ("{unit: 課, phone: 000-000-0000}", False),
        ('{unit: 課, address: {ja: ""}}', True), ("{unit: 課, phone: 内線1234}", True),
        ("{unit: 課, phone: 内線1234, email: a@city.example.jp}", False), ("{unit: 課, phone: +81 29 000 0000}", False),
        ("{unit: 課, phone: 029-000-0000(内線1234)}", False), ("{unit: 課, phone: ０２９－０００－００００}", False),
    ],
)  # fmt: skip
def test_a_desk_that_can_be_reached(contact: str, found: bool) -> None:
    """One way at least."""
    assert (("PIA608", "error") in levels(CONTACT + contact + "\n")) is found


def test_no_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the service's nor the city's."""
    assert levels("title: {ja: 題, en: t}\n") == []
    monkeypatch.setattr(frame, "PROFILE", replace(frame.PROFILE, contact=None))
    assert levels("title: {ja: 題, en: t}\n") == [("PIA608", "error")]


def test_no_day_of_the_next_look() -> None:
    """Whether there are triggers or nothing at all."""
    check("review: {triggers: [カメラの追加]}  # PIA609 at {triggers\n")
    assert levels("title: {ja: 題, en: t}\n", without="review") == [("PIA609", "warning")]


# ---------------------------------------------------------------------------------------------------------- the sign


@pytest.mark.parametrize(
    ("contact", "found"),
    [
        ("{unit: 課, phone: 029-000-0000}", False), ("{unit: 課, email: a@city.example.jp}", True),
        ("{unit: 課, phone: TODO, address: 本庁舎1階}", True), ("{unit: 課, hours: 平日}", False),
    ],
)  # fmt: skip
def test_a_sign_without_a_number(contact: str, found: bool) -> None:
    """A desk that nobody can reach is another finding."""
    assert (("PIA618", "warning") in levels(CONTACT + contact + "\n")) is found


def test_a_sign_without_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """The register's will do; what is too long cannot be typed; where no data is, no sign is needed."""
    monkeypatch.setattr(frame, "PROFILE", replace(frame.PROFILE, register=None))
    text = "publication: {languages: [ja], summaries: {ja: 数だけを数えます。}%s}%s\n"
    check(text % ("", "  # PIA618 at {languages"))
    check(text % (', url: "https://city.example.jp/p/12"', ""))
    long = "https://city.example.jp/" + "departments/planning/" * 3
    check(text % (f', url: "{long}"', f'  # PIA618 at "{long}'))
    for url in ("javascript:alert(1)", "city.example.jp/p", "HTTPS//x"):
        assert ("PIA618", "error") in levels(
            f'publication: {{languages: [ja], summaries: {{ja: 人数だけを数えます。}}, url: "{url}"}}\n'
        )
    assert ("PIA618", "warning") not in levels("data: []\ndata_complete: yes\n")


# -------------------------------------------------------------------------------------------------------- the city


@pytest.mark.parametrize("name", ["○○市", "〇〇市", "Your City", "（市の名前）", "未定", "XX市", "市", '""', "'  '"])
def test_a_city_that_nobody_named(name: str) -> None:
    """What is written before the name is known; residents are not addressed by it."""
    marked(f"city: {name}  # PIA623 at {name}\n", kind="city", stage="comment")
    marked(f"city: {name}\n", kind="city", stage="review")


@pytest.mark.parametrize(
    "name", ["つくば市", "津市", "四日市市", "Tsukuba", "City of Tsu", "{ja: 架空市, en: Kaku City}"]
)
def test_a_city_that_has_a_name(name: str) -> None:
    """However short it is."""
    marked(f"city: {name}\n", kind="city", stage="publication")


# ------------------------------------------------------------------------------------------------------ always told


@pytest.mark.parametrize(
    ("withheld", "found"),
    [(WITHHELD, True), (WITHHELD.replace("{", "{of: [note], "), False), ("note: 端末の図", False)],
)
def test_what_is_always_told(withheld: str, found: bool) -> None:
    """What data there is: the answer itself, not what was noted beside it."""
    text = f'banks: {{core: "1.0", kiosk: "1.0"}}\nanswers:\n  k_filmed: {{answer: nobody, {withheld}}}\n'
    assert (("PIA621", "error") in levels(text, "review")) is found
    assert levels(text.replace("k_filmed: {answer: nobody", "k_night: {answer: no"), "review") == []


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("from: 2027-03-20, to: 2027-03-01", "`from` と `to`"),
        ("from: 2029-03-01", "`said`、`done`、`because` を消して"),
    ],
)
def test_what_was_not_heard_yet_is_told_otherwise(days: str, told: str) -> None:
    """Days that cannot be, and words that came too early, have different ways out."""
    text = f"consultations: [{{id: c1, who: 市民の会, {days}, said: 顔が写る}}]\n"
    found = [one for one in found_in(Example("assessment", text), "draft") if one.code == "PIA622"]
    assert [told in (hint_of(one, "ja") or "") for one in found] == [True]
