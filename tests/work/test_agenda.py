"""What a review meeting has to talk about."""

from pathlib import Path

from tests.work.desk import ASSESSMENT, opened, workspace
from tsukuba_pia.work.agenda import Agenda, agenda_of

MORE = """\
  k_level: per_person
  k_people: unknown
  k_masking: {answer: planned, owner: 市民課長, due: 2027-01-14}
  k_sold: yes
team:
  - {role: author, post: 主任}
  - {role: independent, post: 弁護士, conflict: 事業者の顧問}
overrides:
  k_leak: {level: high, computed: high, because: 顔です。, by: A, post: 弁護士, on: 2027-01-10}
opinions:
  - {by: 委員A, post: 公募委員, says: 反対です。, dissent: true}
  - {by: 委員B, says: もう答えた。, answered: はい。}
consultations:
  - {id: c1, who: 市民, said: なぜですか。, done: 変えました。}
  - {id: c2, who: 市民, said: よい。, done: 変えました。, because: 理由。}
"""


def agenda(folder: Path, more: str) -> Agenda:
    """The agenda of the small assessment with more in it."""
    return agenda_of(opened(workspace(folder, ASSESSMENT + more)))


def test_the_items_in_their_order(tmp_path: Path) -> None:
    """Conflicts apart; what is answered or met is not there."""
    found = agenda(tmp_path, MORE)
    assert [one.conflict for one in found.conflicts] == ["事業者の顧問"]
    assert [(one.kind, one.id) for one in found.items] == [
        ("crossed", "k_red_sale"),
        ("risk", "k_leak"),
        ("unknown", "k_people"),
        ("overdue", "k_masking"),
        ("dissent", "opinion-1"),
        ("override", "k_leak"),
        ("comment", "c1"),
    ]
    assert found.items[4].who == "公募委員"


def test_a_risk_comes_with_its_levels_and_reasons(tmp_path: Path) -> None:
    """Those of the score: nothing is worked out a second time."""
    risk = next(one for one in agenda(tmp_path, MORE).items if one.kind == "risk")
    assert risk.levels is not None
    assert risk.levels[1] == "high"
    assert {"ja": "個人ごとです。", "en": "It is per person."} in risk.reasons
    assert "k_level" in risk.questions


def test_a_red_line_that_is_not_known(tmp_path: Path) -> None:
    """It is an item, and so is the question that would tell."""
    found = agenda(tmp_path, "  k_level: counts\n")
    assert found.items[0].kind == "red_line_unknown"
    assert ("unknown", "k_sold") in [(one.kind, one.id) for one in found.items]
