"""Names in place of ids, in a file that is not read any further because of them."""

from pathlib import Path

import pytest

from tests.work.desk import ASSESSMENT, BANK, workspace
from tests.work.test_mending import check_of, mend
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.words import hint_of, message_of

WRONG = [  # what a person wrote, what is meant, whether beyond doubt
    ("service: {benefits: [{for: 市民, what: 便利, group: 高齢者}]}", "older_people", True),
    ("service: {benefits: [{for: 市民, what: 便利, group: Ｏｌｄｅｒ　ｐｅｏｐｌｅ}]}", "older_people", True),
    ("team: [{role: 作成者, name: 山田}]", "author", True),
    ("team: [{role: 点検者, name: 山田}]", "", False),
    ("actors: [{id: a, name: 甲, kind: 民間事業者}]", "business", True),
    ("actors: [{id: a, name: 甲, kind: 大学}]", "research", False),
    ("actors: [{id: a, name: 甲, kind: business, regime: 第4章}]", "", False),
    ("data: [{id: d, name: 名簿, categories: [氏名]}]", "name", True),
    ("flows: [{from: a, to: b, items: [d], basis: [個人情報保護法第66条第2項]}]", "appi-66-2", False),
    ("flows: [{from: a, to: b, items: [d], basis: [市の決まり]}]", "", False),
    ("provision: [{item: 氏名, nature: 任意, consequence: none}]", "voluntary", True),
    ("withheld: {measures: {reason: セキュリティ上の理由}}", "", False),
]


def one(found: tuple[Diagnostic, ...]) -> Diagnostic:
    """The one PIA105."""
    (told,) = (each for each in found if each.code == "PIA105")
    return told


@pytest.mark.parametrize(("typed", "meant", "sure"), WRONG)
def test_a_name_in_place_of_an_id(tmp_path: Path, typed: str, meant: str, *, sure: bool) -> None:
    """Says that it is no id, which one it is, or which there are; mended where it is a label."""
    file = workspace(tmp_path)
    told = one(check_of(file)(f"{ASSESSMENT}{typed}\n".encode()))
    assert told.args["meant"] == meant
    assert told.args["problem"] == "@no_id"
    for language in ("ja", "en"):
        assert (f"({meant})" in hint_of(told, language)) == bool(meant)
        assert "_ " not in hint_of(told, language)  # the form of an id says nothing to who wrote a name
    done = mend(file, f"{ASSESSMENT}{typed}\n")
    assert [each.code for each in done.done] == (["PIA105"] if sure else [])
    assert not sure or meant in done.after.decode()


def test_what_may_stand_there_is_told(tmp_path: Path) -> None:
    """By id and label, in the reader's language."""
    file = workspace(tmp_path)
    told = one(check_of(file)(f"{ASSESSMENT}withheld: {{measures: {{reason: 秘密}}}}\n".encode()))
    assert message_of(told, "ja") == "「秘密」は、ここで使えるIDではありません。"
    assert "security(安全を守るため)" in hint_of(told, "ja")
    assert "security (Security)" in hint_of(told, "en")


def test_own_ids_are_about_their_form(tmp_path: Path) -> None:
    """No list has them."""
    told = one(check_of(workspace(tmp_path))(f"{ASSESSMENT}data: [{{id: 名簿, name: 名簿}}]\n".encode()))
    assert (told.args["problem"], told.args["form"]) == ("@wrong_form", "@form_id")


def test_banks_that_cannot_be_read_leave_the_newest_words(tmp_path: Path) -> None:
    """Whatever else is wrong."""
    file = workspace(tmp_path)
    for banks in ('{kiosk: "9.9"}', "[kiosk]", "{kiosk: 1}"):
        text = ASSESSMENT.replace('{kiosk: "0.1"}', banks) + "team: [{role: 作成者, name: 山田}]\n"
        assert one(check_of(file)(text.encode())).args["meant"] == "author"


@pytest.mark.parametrize(("right", "typed", "meant"), [("refs: [appi-61]", "refs: [個人情報保護法61条]", "appi-61")])
def test_in_a_bank(tmp_path: Path, right: str, typed: str, meant: str) -> None:
    """By the newest vocabulary and references."""
    file = workspace(tmp_path).parents[2] / "questionnaires" / "kiosk" / "0.1.yaml"
    assert one(check_of(file)(BANK.replace(right, typed, 1).encode())).args["meant"] == meant
