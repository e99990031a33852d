"""A canary in every field that can be withheld, sought in everything that is made for the public.

Formats and kinds are found, not listed: a new one is searched from its first day.
"""

from dataclasses import fields, replace
from functools import cache
from typing import Any

import pytest

from tests.report.robot import plain_assessment, questionnaire, report_of
from tsukuba_pia.export.formats import exporters
from tsukuba_pia.export.leaks import leaks
from tsukuba_pia.labels import labels
from tsukuba_pia.load.shape import build
from tsukuba_pia.model.assessment import Answer, Assessment, Consultation, Member, Withheld
from tsukuba_pia.report.kinds import KINDS, Kind
from tsukuba_pia.report.withholding import OF_A_CONSULTATION, OF_A_MEMBER, OF_WITHHOLDING, TEXTS, Secret, secrets_of

CHOSEN = {  # what is picked or dated, or holds the words of `withheld` itself: no free text
    "answer", "by_when", "due", "evidence_until", "verified_on", "withheld",
    "role", "constituency", "reason", "until", "of",
}  # fmt: skip
PICKED = {"id", "constituency", "from_", "to", "digest"}  # of who was heard
MARK = "カナリア{}番は夜に鳴く"


class Canaries:
    """Makes a canary for each field, and remembers which stands where."""

    def __init__(self) -> None:
        """None yet."""
        self.count = 0

    def one(self) -> str:
        """The next."""
        self.count += 1
        return MARK.format(f"{self.count:03}")

    def fill(self, names: tuple[str, ...]) -> dict[str, Any]:
        """One for each field, in two languages where there may be."""
        made: dict[str, Any] = {name: self.one() for name in names}
        if "note" in made:
            made |= {"note": {"ja": self.one(), "en": self.one()}, "evidence": [f"{self.one()}.md", f"x/{self.one()}"]}
        return made


@cache
def whole() -> dict[str, Any]:
    """The small assessment, with every answer and every person withheld, and a canary in every field of theirs."""
    plain, canaries = plain_assessment(), Canaries()
    for name, given in plain["answers"].items():
        answer = given["answer"] if isinstance(given, dict) else given
        if questionnaire().questions[name].question.type == "text":
            answer = canaries.one()
        hidden = {"reason": "security", **canaries.fill(OF_WITHHOLDING)}
        plain["answers"][name] = {"answer": answer, **canaries.fill(TEXTS), "withheld": hidden}
    for number, member in enumerate(plain["team"]):
        hidden = {"reason": "security", **canaries.fill(OF_WITHHOLDING)}
        plain["team"][number] = {"role": member["role"], **canaries.fill(OF_A_MEMBER), "withheld": hidden}
    return plain


@cache
def secrets() -> tuple[Secret, ...]:
    """All canaries."""
    return secrets_of(questionnaire(), build(Assessment, whole()))


def test_every_field_has_one() -> None:
    """A field that the format grows is either said to be no text, or gets its canary; each is known as a secret."""
    assert {one.name for one in fields(Answer)} - CHOSEN == set(TEXTS)
    assert {one.name for one in fields(Member)} - CHOSEN == set(OF_A_MEMBER)
    assert {one.name for one in fields(Withheld)} - CHOSEN == set(OF_WITHHOLDING)
    assert {one.name for one in fields(Consultation)} - PICKED == set(OF_A_CONSULTATION)
    texts = {one.text for one in secrets()}
    assert len(texts) == len(secrets()) > 100
    assert all("カナリア" in text for text in texts)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", exporters())
def test_no_canary_is_in_any_public_file(form: str, kind: Kind, language: str) -> None:
    """Unpacked and spelt out."""
    if form == "json" and kind != "full":
        pytest.skip("the whole report is the only kind that JSON has")
    if form == "pdf":
        if language == "en":
            pytest.skip("slow, and made of the same pages")
        pytest.importorskip("weasyprint", reason="PDF needs the extra [pdf]", exc_type=ImportError)
    report = replace(report_of(whole(), language=language), kind=kind)
    made = exporters()[form].content(report, labels(language))
    assert leaks(made, secrets()) == ()
    assert "カナリア".encode() not in made


@pytest.mark.parametrize("form", [name for name, one in exporters().items() if one.press is None])
def test_colleagues_read_them(form: str) -> None:
    """So they are really there to be found: of the fields that reports show at all."""
    report = report_of(whole(), audience="internal")
    found = leaks(exporters()[form].content(report, labels("ja")), secrets())
    assert {one.place[-1] for one in found} >= {"ja", "owner", "name", "post"}


def test_a_pdf_is_read_as_a_person_reads_it() -> None:
    """By a library that is not ours: letters are numbers of a font there."""
    pytest.importorskip("weasyprint", reason="PDF needs the extra [pdf]", exc_type=ImportError)
    pdfium = pytest.importorskip("pypdfium2")
    made = exporters()["pdf"].content(report_of(whole()), labels("ja"))
    document = pdfium.PdfDocument(made)
    text = "".join(one.get_textpage().get_text_range() for one in document) + str(document.get_metadata_dict())
    assert "プライバシー" in "".join(text.split())
    assert leaks(text.encode(), secrets()) == ()
