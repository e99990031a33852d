"""What is not what was decided on is told, whatever it is."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from tests.report.robot import on_record, plain_assessment, report_of, sign_off
from tsukuba_pia.report.build import texts
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.fields import field_values

AFTER = ("incidents", "complaints", "review")  # what is put down after a decision, with its own days
RAISED = {"by": "伊藤 文", "post": "係長", "on": "2026-10-01"}
MORE: dict[str, Any] = {
    "dates": {"tender": "2026-12-01", "contract": "2027-01-10", "starts_on": "2027-04-01"},
    "publication": {"url": "https://city.example.jp/robot", "summaries": {"ja": "荷物を届けます。", "en": "Goods."}},
    "linkage": [{"other": "台帳", "key": "card_number", "direction": "in", "delay": "一日", "platform": "no"}],
    "groups_excluded": [{"group": "children", "why": "子どもは使いません。", "agreed_by": "伊藤 文"}],
    "overrides": {"s_leak": {"level": "high", "computed": "high", "because": "祭りの日だからです。", **RAISED}},
}  # fmt: skip
OF_SERVICE = {
    "why_now": "春に始めるからです。",
    "alternatives": [{"what": "人が届ける", "why_not": "人が足りません。"}],
    "scope": {"in": "歩道", "out": "車道"},
    "unit": "移動課",
}


def full() -> dict[str, Any]:
    """The small assessment with a text wherever a page can say one."""
    plain = plain_assessment() | deepcopy(MORE) | {"supersedes": "small-robot-first", "related": ["other-robot"]}
    plain["service"] |= deepcopy(OF_SERVICE)
    plain["service"]["contact"] |= {"address": "市役所一階", "hours": "平日の昼"}
    plain["team"][0] |= {"organisation": "移動課", "interest": "ない", "conflict": "なし"}
    plain["data"][0] |= {"source": "歩道の人", "register_entry": "第8号", "handlers": 12}
    plain["flows"][0] |= {"crosses": "市の外"}
    plain["provision"][0] |= {"reason": "要らないからです。", "notice": "申込書の裏"}
    plain["choices"][0] |= {"how": "窓口で", "effect": "すぐに消えます。"}
    plain["consultations"][0] |= {"how": "集まり", "shorter": "急ぐから", "because": "夜は静かだから"}
    plain["opinions"][0] |= {"on": "2026-10-11", "answered": "短くしました。"}
    plain["cooperation"][0] |= {"escalation": "部長へ", "ground": "契約", "asked_on": "2026-10-01", "due": "2026-10-20"}
    return plain


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:  # noqa: ANN401 - plain data
    """Where a text of people stands in plain data."""
    if isinstance(value, str):
        if not value.isascii() or {"contact", "url", "supersedes", "related"} & {*path}:
            yield path
        return
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in pairs:
        yield from leaves(one, (*path, name))


def put(plain: Any, path: tuple[str | int, ...], new: Any) -> dict[str, Any]:  # noqa: ANN401
    """The same with something else at one place."""
    copy = deepcopy(plain)
    room: Any = copy
    for name in path[:-1]:
        room = room[name]
    room[path[-1]] = new
    return copy  # type: ignore[no-any-return]


def decided(plain: dict[str, Any], **how: Any) -> Report:  # noqa: ANN401 - of `report_of`
    """What a reader reads once it is approved."""
    return report_of(plain, signed=on_record(sign_off()), state="approved", **how)


def told(plain: dict[str, Any], then: Report | None = None, **how: Any) -> dict[str, tuple[list[str], list[str]]]:  # noqa: ANN401
    """What changed since it was approved: by its name, before and now."""
    now = decided(plain, earlier=then or decided(full(), **how), **how)
    assert now.changes is not None
    return {
        one.subject.words: ([said.words for said in one.before], [said.words for said in one.after])
        for part in now.changes.parts
        for one in part.changes
    }


def everything(value: object) -> Iterator[str]:
    """All words of a report."""
    if isinstance(value, str):
        yield value
    for one in value if isinstance(value, tuple) else field_values(value):
        yield from everything(one)


PLACES = [one for one in leaves(full()) if one[0] not in AFTER]


@pytest.mark.parametrize("place", PLACES, ids=[".".join(map(str, one)) for one in PLACES])
def test_any_text_of_a_page_is_told(place: tuple[str | int, ...]) -> None:
    """Whatever else the public would read; what stands on no page for them is not told."""
    room: Any = full()
    for name in place:
        room = room[name]
    other = put(full(), place, f"{room}{'2' if room.isascii() else 'ほか'}")
    then, now = decided(full()), decided(other)
    assert bool(told(other, then)) == ([*everything(then)] != [*everything(now)])


def test_nothing_changed() -> None:
    """Nor where only the order of entries did."""
    plain = full()
    plain["opinions"].reverse()
    plain["actors"].reverse()
    assert told(plain) == {}


def test_who_said_what_is_told_where_it_was_exchanged() -> None:
    """Though each of the words still stands there."""
    plain = full()
    one, other = plain["opinions"]
    one["says"], other["says"] = other["says"], one["says"]
    assert [*told(plain)] == ["意見"]


def test_a_dissent_that_no_longer_is_one_is_told() -> None:
    """The word for it is gone."""
    assert told(put(full(), ("opinions", 0, "dissent"), new=False)) == {"意見": (["(ここには載せません)"], [])}


def test_that_all_data_is_listed_is_told_where_it_was_not() -> None:
    """And that more is shared by the way."""
    (name,) = told(put(full(), ("data_complete",), "yes"))
    assert name == "扱う情報をすべて載せているか"


def test_the_city_is_quoted_and_people_are_not() -> None:
    """What somebody said may have been taken out for a reason."""
    plain = put(full(), ("publication", "summaries", "ja"), "何も集めません。")
    assert told(plain) == {"市民のみなさまへの概要": (["荷物を届けます。"], ["何も集めません。"])}
    plain = put(full(), ("consultations", 0, "said"), "全員が賛成しました。")
    assert told(plain) == {"意見を聴いた人と、その結果": (["(ここには載せません)"], ["全員が賛成しました。"])}
    plain = put(full(), ("answers", "s_camera", "note"), "消します。")
    assert told(plain) == {"カメラを使いますか。(添えた説明)": (["(ここには載せません)"], ["消します。"])}


def test_an_address_that_came_later_is_no_change() -> None:
    """One that was decided on, and leads elsewhere now, is."""
    without = full()
    del without["publication"]["url"]
    assert told(full(), decided(without)) == {}
    plain = put(full(), ("publication", "url"), "https://else.example.jp/")
    assert [*told(plain)] == ["ページのアドレス"]


def test_the_sign_says_so_where_it_says_something_else() -> None:
    """In either language; not where only the report does, nor where the service has ended."""

    def changed(*place: str | int, new: Any, **how: Any) -> bool:  # noqa: ANN401 - plain data
        sign = report_of(put(full(), place, new), earlier=decided(full()), **how).notice
        assert sign is not None
        said = [one.changed for one in sign.faces]
        assert all(said) or not any(said)
        return all(said)

    assert changed("service", "contact", "phone", new="999-999-9999")
    assert changed("title", "en", new="Another robot")
    assert changed("publication", "url", new="https://else.example.jp/")
    assert not changed("conclusion", new="よいです。")
    assert not changed("title", new="別のロボット", state="ended")


def test_what_is_withheld_on_one_side_is_not_compared() -> None:
    """Neither what it was nor what it is; where more or fewer are withheld, that alone is told."""
    opened = put(full(), ("team", 1), {"role": "reviewer", "post": "課長"})
    assert told(opened) == {"評価に参加した人": (["(ここには載せません)"], ["非公開: 0"])}
    withheld = {"reason": "security"}
    hidden = put(put(full(), ("team", 0, "withheld"), withheld), ("team", 0, "post"), "課長")
    assert told(hidden, decided(put(full(), ("team", 0, "withheld"), withheld))) == {}
    assert not any("CANARY" in one.words for one in texts(decided(full(), earlier=decided(full()))))
