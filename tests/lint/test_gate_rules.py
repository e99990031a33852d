"""Rules about people, comments and sign-offs, as what they guard against would be tried."""

import pytest

from tests.lint.marked import check
from tsukuba_pia.lint.rule import Stage

APPROVAL: Stage = "approval"


@pytest.mark.parametrize("reviewer", ["髙橋 直", "高橋直様", "情報政策課長 高橋 直", "ﾀｶﾊｼ ﾅｵ"])
def test_one_person_in_two_spellings(reviewer: str) -> None:
    """Old and new forms, honorifics, posts, kana."""
    author = "たかはし なお" if reviewer.startswith("ﾀ") else "高橋 直"
    check(
        f"team: [{{role: author, name: {author}}}, {{role: reviewer, name: {reviewer}}}]  # PIA510 at team",
        kind="assessment",
        stage=APPROVAL,
    )


def test_who_accepts_the_risk_has_not_reviewed_it() -> None:
    """The one who decides may."""
    team = "team: [{role: reviewer, name: 伊藤 文}, {role: approver, name: 山田 一}, {role: risk_acceptor, name: %s}]"
    check(f"{team % '伊藤文'}  # PIA510 at team", kind="assessment", stage=APPROVAL)
    check(team % "山田一", kind="assessment", stage=APPROVAL)
