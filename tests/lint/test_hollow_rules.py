"""Cases of the rule about words that say nothing: where it looks, and where a short word is an answer."""

import pytest

from tests.lint.frame import found_in
from tests.lint.pages import Example
from tsukuba_pia.lint.rule import Stage
from tsukuba_pia.lint.words import hint_of

KIOSK = 'banks: {core: "1.0", kiosk: "1.0"}\n'
HEARD = "consultations: [{id: c1, who: 市民の会, said: 顔が写る, done: 外した"
GIVEN = "provision: [{item: 顔, nature: voluntary, consequence: other_way"
LIFE = "data: [{id: d, name: 映像, lifecycle: {"
CHECKED = "answer: verified, owner: 課長, evidence: [e.md], verified_by: 鈴木 恵, verified_on: 2027-03-01"
BOTH = "by: 佐藤 明, agreed_by: 鈴木 恵"


def hollow(text: str, stage: Stage = "approval") -> list[tuple[str, str, str]]:
    """Level, key and words of what is found."""
    found = [one for one in found_in(Example("assessment", text), stage) if one.code == "PIA619"]
    return [(one.level, one.args["key"], one.args["said"]) for one in found]


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        ("conclusion: なし", "conclusion", "なし"),
        ("conclusion: x", "conclusion", "x"),
        ("conclusion: 自転車駐車場の案内です。", "conclusion", "自転車駐車場の案内です。"),
        ("conclusion: {ja: 便利です。, en: TBD}", "conclusion", "TBD"),
        ("service: {purpose: 未定}", "purpose", "未定"),
        ("service: {purpose: 道案内, benefits: [{for: 市民, what: 特になし}]}", "what", "特になし"),
        ("service: {purpose: x}", "purpose", "x"),
        ("service: {purpose: 道案内, benefits: [{for: 子ども, what: x}]}", "what", "x"),
        ("service: {purpose: 道案内, benefits: [{for: x, what: 道が分かる}]}", "for", "x"),
        ("service: {purpose: 道案内, benefits: [{for: 未定, what: 道が分かる}]}", "for", "未定"),
        ("service: {purpose: 道案内, alternatives: [{what: 検討中, why_not: 遅い}]}", "what", "検討中"),
        ("service: {purpose: 道案内, alternatives: [{what: x, why_not: 遅い}]}", "what", "x"),
        ("service: {purpose: 道案内, alternatives: [{what: 紙, why_not: 高}]}", "why_not", "高"),
        (
            "service: {purpose: 道案内, alternatives: [{what: 人が数える, why_not: 難しいため}]}",
            "why_not",
            "難しいため",
        ),
        (
            "service: {purpose: 道案内, alternatives: [{what: 人が数える, why_not: Too difficult.}]}",
            "why_not",
            "Too difficult.",
        ),
        (f"{HEARD}, because: 特になし。}}]", "because", "特になし。"),
        (HEARD.replace("外した", "未定") + "}]", "done", "未定"),
        (HEARD.replace("市民の会", "なし") + ", because: 不要なため}]", "who", "なし"),
        (f"{LIFE} use: {{who: 未定}}}}}}]", "who", "未定"),
        (f"{LIFE} store: {{where: 庁舎, protection: 適切に管理}}}}}}]", "protection", "適切に管理"),
        (f"{LIFE} share: {{none: なし}}}}}}]", "none", "なし"),
        (f"{KIOSK}answers: {{k_night: {{answer: not_applicable, note: 対象外, {BOTH}}}}}", "note", "対象外"),
        ("opinions: [{by: 未定, says: 目的が広い}]", "by", "未定"),
        (f"{GIVEN}, notice: 検討中}}]", "notice", "検討中"),
        (f"{GIVEN}, notice: TODO}}]", "notice", "TODO"),
        (f"{GIVEN}, notice: {{ja: 看板, en: None}}}}]", "notice", "None"),
        ("groups_excluded: [{group: patients, why: 対象外, agreed_by: 鈴木 恵}]", "why", "対象外"),
        ("groups_excluded: [{group: patients, why: 来ない, agreed_by: なし}]", "agreed_by", "なし"),
        ("answers: {c_level: {answer: unknown, asking: 担当者, by_when: 2027-05-31}}", "asking", "担当者"),
        (f"answers: {{c_masking: {{{CHECKED}, method: 確認した}}}}", "method", "確認した"),
        (f"answers: {{c_masking: {{{CHECKED}, method: 未定}}}}", "method", "未定"),
        ("answers: {c_masking: {answer: planned, owner: 市, due: 2027-05-31}}", "owner", "市"),
        (
            "overrides: {c_leak: {level: high, computed: low, because: 適宜, by: 鈴木, post: 課長, on: 2027-03-01}}",
            "because",
            "適宜",
        ),
    ],
)
def test_found(text: str, key: str, said: str) -> None:
    """An error once it is decided upon, a note before."""
    assert hollow(text) == [("error", key, said)]
    assert hollow(text, "draft") == [("note", key, said)]


@pytest.mark.parametrize(
    "text",
    [
        "conclusion: 待ち時間が減ります。",
        "team: [{role: author, name: 林}, {role: reviewer, post: 係長, conflict: なし}]",
        "service: {purpose: 道案内, alternatives: [{what: 紙, why_not: 遅い}]}",
        "service: {purpose: 道案内, benefits: [{for: 親, what: 道が分かる}]}",
        "service: {purpose: 道案内, benefits: [{for: TODO, what: TODO}]}",
        f"{LIFE} use: {{who: 市, what: 集計}}, share: {{none: 渡さない}}}}}}]",
        f"{KIOSK}answers: {{k_night: {{answer: not_applicable, note: 夜は閉める, {BOTH}}}}}",
        f"{HEARD.replace('外した', 'なし')}, because: 法令で写すことが決まっているため}}]",
        f"{HEARD.replace('顔が写る', '特になし')}, because: 意見がなかったため}}]",
        f"{GIVEN}, alternative: なし}}]",
        f"{GIVEN}, notice: 紙}}]",
        "answers: {c_level: {answer: unknown, asking: A社, by_when: 2027-05-31}}",
        "answers: {c_masking: {answer: planned, owner: 市 都市計画課, due: 2027-05-31}}",
        'opinions: [{by: 鈴木, says: 広い, dissent: true, answered: "-"}]',
    ],
)
def test_not_found(text: str) -> None:
    """Where nothing is the answer, where one character is a word or a name, and where another rule tells it."""
    assert hollow(text) == []


def test_long_words_are_cut() -> None:
    """A title that is said again may be long."""
    title = "自転車" * 20
    ((_, _, said),) = hollow(f"title: {title}\nconclusion: {title}\n")
    assert said == f"{title[:30]}…"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("conclusion: 待ち時間が減ります。", False),
        ("conclusion: {ja: 待ち時間が減ります。}", False),
        ('conclusion: ""', True),
        ("conclusion: —", True),
        ("title: {ja: 題, en: t}", True),
    ],
)
def test_no_conclusion(text: str, found: bool) -> None:
    """None, or one without a word, once it is published; words that say nothing are told by the other rule."""
    example = Example("assessment", f"{text}\n", frozenset({"conclusion"}))
    stages: tuple[tuple[Stage, bool], ...] = (("publication", found), ("launch", False))
    for stage, there in stages:
        assert (("PIA478", "warning") in [(one.code, one.level) for one in found_in(example, stage)]) is there


@pytest.mark.parametrize(
    ("name", "code"),
    [("移動サービス課 主査", "PIA421"), ("高橋", ""), ("鈴木 恵", ""), ("高橋 直 主査", "PIA421"), ("係長", "")],
)
def test_the_author_by_another_word(name: str, code: str) -> None:
    """Whoever is called by the author's post is the author."""
    text = (
        "team: [{role: author, name: 高橋 直, post: {ja: 移動サービス課 主査, en: Senior staff}}]\n"
        f"groups_excluded: [{{group: children, why: 来ない, agreed_by: {name}}}]\n"
    )
    found = [one.code for one in found_in(Example("assessment", text), "review")]
    assert [one for one in found if one in ("PIA421", "PIA619")] == ([code] if code else [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "service: {purpose: 道案内, benefits: [{for: x, what: 道が分かる}]}",
            "どのような人が得るのかを書いてください",
        ),
        ("conclusion: なし", "事実と理由を書いてください。分からないときは、その行を消してください。"),
        ("conclusion: {ja: なし, en: The gain outweighs it.}", "(どの言語の文も)"),
        (f"{HEARD.replace('市民の会', '未定')}}}]", "課・職・人の名前を書いてください"),
        ("answers: {c_level: {answer: unknown, asking: 担当者, by_when: 2027-05-31}}", "課・職・人の名前を"),
    ],
)
def test_a_text_and_a_name_have_their_own_way_out(text: str, told: str) -> None:
    """Who reads the hint is asked for what belongs there."""
    found = [one for one in found_in(Example("assessment", text), "approval") if one.code == "PIA619"]
    assert [one for one in found if told in (hint_of(one, "ja") or "")]
    assert all(hint_of(one, "en") for one in found)
