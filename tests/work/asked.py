"""A workspace whose assessment is put to comment: recipients, purposes, a country, safeguards, three people."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.work import signed
from tsukuba_pia.change.comment_window import put_to_comment, window_digest
from tsukuba_pia.load.comment_windows import record_of
from tsukuba_pia.model.comment_window import PutToComment
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.work.snapshot import plain_of
from tsukuba_pia.yaml_fragment import mapping_lines

DAY = signed.DAY
SERVICE = """\
service:
  {purpose: 駅前の混雑を伝える, problem: 混む時間が分からない, owner: 都市計画部長, unit: 都市計画課, scope: {in: 駅前},
   alternatives: [{what: 人が数える, why_not: 夜は数えられません。}],
   benefits: [{for: 電車に乗る人, what: 空いている時間が分かります。}]}
"""
PARTS = """\
actors:
  - {id: maker, name: 甲社, kind: contractor_of_city}
  - {id: clinic, name: {ja: 乙医院, en: Otsu clinic}, kind: business}
data:
  - id: faces
    name: 顔
    location: {country: JP}
    lifecycle:
      collect: {who: 甲社}
      use: {who: 市}
      share: {none: 渡さない}
      store: {where: 端末}
      retain: {trigger: 撮影, length: 1日, erase: 上書き}
      delete: {who: 甲社}
"""
MORE = """\
flows:
  - {from: city, to: maker, purpose: 端末の保守}
provision: [{item: 顔, nature: voluntary, consequence: none}]
"""
TEXT = signed.TEXT.replace(signed.SERVICE, SERVICE).replace("data: []\n", PARTS)
TEXT = TEXT.replace("choices: []\n", f"{MORE}choices: []\n")
WINDOW = "consultations:\n  - {{id: w1, who: 市民, from: {first}, to: {last}, digest: {digest}{more}}}\n"


def room(folder: Path, text: str = TEXT) -> Path:
    """The workspace; its assessment's file."""
    return signed.room(folder, text)


def record(opened: Opened, window: str = "w1", **more: Any) -> PutToComment:  # noqa: ANN401 - a record's fields
    """What is put to comment today."""
    assert opened.assessment is not None
    assert opened.questionnaire is not None
    return replace(put_to_comment(opened.assessment, opened.questionnaire, opened.score(), window), **more)


def put(
    file: Path,
    first: str = DAY,
    last: str = "2027-02-13",
    said: str = "",
    **more: Any,  # noqa: ANN401
) -> PutToComment:
    """Put it to comment: the record, and the consultation with its digest."""
    one = record(signed.at(file), **more)
    place = record_of(file.parent, "w1")
    place.parent.mkdir(exist_ok=True)
    place.write_text("".join(f"{line}\n" for line in mapping_lines(plain_of(one), 2)), encoding="utf-8")
    bound = WINDOW.format(first=first, last=last, digest=window_digest(one), more=f", {said}" if said else "")
    signed.edit(file, "conclusion:", f"{bound}conclusion:")
    return one
