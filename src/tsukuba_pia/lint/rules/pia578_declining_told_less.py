"""An entry of what follows if somebody declines was there before and is not any more, though as much data is held.

An entry of `provision` that is taken out is missed by no other rule: what is still there is sound, and the data is still
collected. So the entries are held to those of the last sign-off and of the last decision and, with
`pia check --against REV`, to those of that revision. It is told where there are fewer, and more are gone than sets of
data. Words that went into a new entry (“face” into “face and voice”) are not gone; one entry in place of another is not
told. It is a warning, which stays until it is decided anew: who reviews the change sees whether entries were only put
together. `pia approve` shows it to who signs. That all of them are gone is PIA574's.

```yaml before
data: [{id: faces, name: 顔}]
provision:
  - {item: 顔, nature: voluntary, consequence: reduced_service, alternative: 窓口での受付, notice: 入口の掲示}
  - {item: 住所, nature: voluntary, consequence: reduced_service, alternative: 窓口での受取り, notice: 申込書}
```

```yaml assessment
data: [{id: faces, name: 顔}]
provision:  # PIA578
  - {item: 顔, nature: voluntary, consequence: reduced_service, alternative: 窓口での受付, notice: 入口の掲示}
```

Use instead: put the entry back; or, where the data is not collected any more, take it out of `data` as well.

---

提供を断ったときの扱いとして前に示していた項目がなくなり、その分のデータは減っていません。

`provision` の項目を消しても、ほかの規則は気付きません。残った項目は正しく、データは集められ続けるからです。そこで、前の決裁と最後の決定(承認・不承認)のときの項目、`pia check --against リビジョン` ではそのリビジョンの項目と比べます。
項目が減り、なくなった項目がなくなったデータより多いときに知らせます。新しい項目に含めた言葉(「顔」を「顔と声」にまとめたなど)は、なくなったとはみなしません。別の項目と入れ替えたときは知らせません。
まとめただけかどうかを変更を確かめる人が見るための警告で、次の承認か不承認まで続きます。`pia approve` は、決裁する人に示します。項目がすべてなくなったときは、PIA574 が知らせます。

代わりに: 項目を元に戻します。データをもう集めないのであれば、`data` からも消します。
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.history import last_decision
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.suspicion import plain, versions
from tsukuba_pia.lint.titles import shortened
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.text import words

MOST = 3  # that a message names
WIDEST = 30  # columns of each


def check(context: AssessmentContext) -> Iterator[Finding]:
    """The entries that are gone since the last decision, the last sign-off, or the revision; each once."""
    told: set[str] = set()
    for when, revision, was in _before(context):
        gone = [one for one in _gone(was, context.assessment) if one not in told]
        told.update(gone)
        if gone:
            more = f" +{len(gone) - MOST}" if len(gone) > MOST else ""
            items = ", ".join(shortened(one, WIDEST) for one in gone[:MOST]) + more
            yield Finding(("provision",), {"items": items, "when": when, "revision": revision}, key=True)


def _before(context: AssessmentContext) -> Iterator[tuple[str, str, Assessment]]:
    """What it is held to, each with its words."""
    last, decision = len(context.earlier) - 1, last_decision(context)
    if last >= 0:
        yield "@then_signed", "", context.earlier[last]
    if decision not in (-1, last):
        yield "@then_decided", "", context.earlier[decision]
    if context.then is not None:
        yield "@then_revision", context.then.revision, context.then.assessment


def _gone(was: Assessment, now: Assessment) -> list[str]:
    """The things that are not spoken of any more, where fewer are, and more went than data did; none where all did."""
    old, new = _items(was), _items(now)
    kept, before = ({one for spelt, _ in items for one in spelt} for items in (new, old))
    fresh = [one for spelt, _ in new if spelt.isdisjoint(before) for one in spelt]  # words may have gone into these
    gone = [
        shown
        for spelt, shown in old
        if spelt.isdisjoint(kept) and not any(one in other for one in spelt for other in fresh)
    ]
    less_data = max(0, len(was.data or ()) - len(now.data or ()))
    return gone if new and len(old) - len(new) > less_data and len(gone) > less_data else []


def _items(one: Assessment) -> list[tuple[AbstractSet[str], str]]:
    """Each thing once, by all its spellings: two entries that share one are of the same thing."""
    found: list[tuple[set[str], str]] = []
    for entry in one.provision or ():
        spelt = set(map(plain, versions(entry.item))) - {""}
        same = next((known for known, _ in found if not known.isdisjoint(spelt)), None)
        if same is not None:
            same |= spelt
        elif spelt:
            found.append((spelt, words(entry.item, one.language)))
    return [*found]


RULE = Rule(
    code="PIA578",
    level="warning",
    about="assessment",
    message={
        "ja": "提供を断ったときの扱い(`provision`)から、{when}[({revision})]にあった項目({items})がなくなりました。データ(`data`)は、その数だけ減ってはいません。",
        "en": "Entries that were there {when}[ “{revision}”] are gone from `provision`, though not as much data went: {items}.",
    },
    hint={
        "ja": "項目を戻すか、もう集めないデータを `data` からも消してください。一つにまとめただけなら、そのままでかまいません。",
        "en": "Put them back, or take data that is not collected any more out of `data`, too. Entries that became one may stay so.",
    },
    check=check,
)
