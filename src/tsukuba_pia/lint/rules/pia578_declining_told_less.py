"""Something that people can decline was told of before, and is not any more, though as much data is held.

An entry of `provision` that is taken out is missed by no other rule: what is still there is sound, and the data is still
collected. So the entries are held to those of the last sign-off and of the last decision and, with
`pia check --against REV`, to those of that revision. It is told where more of them are gone than sets of data. Words that
go into another entry (“face” into “face and voice”) are not gone. It is a warning, which stays until it is signed anew:
who reviews the change sees whether entries were only put together. `pia approve` shows it to who signs. That all of them
are gone is PIA574's.

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

断ることのできるものとして前に示していた項目がなくなり、その分のデータは減っていません。

`provision` の項目を消しても、ほかの規則は気付きません。残った項目は正しく、データは集められ続けるからです。そこで、前の決裁と最後の決定(承認・不承認)のときの項目、`pia check --against リビジョン` ではそのリビジョンの項目と比べます。
なくなった項目が、なくなったデータより多いときに知らせます。ほかの項目に含めた言葉(「顔」を「顔と声」にまとめたなど)は、なくなったとはみなしません。
まとめただけかどうかを変更を確かめる人が見るための警告で、次の決裁まで続きます。`pia approve` は、決裁する人に示します。項目がすべてなくなったときは、PIA574 が知らせます。

代わりに: 項目を元に戻します。データをもう集めないのであれば、`data` からも消します。
"""

from collections.abc import Iterator

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
    """The entries that are gone since the last sign-off, the last decision, or the revision; told once."""
    then = context.then
    places = sorted({last_decision(context), len(context.earlier) - 1} - {-1}, reverse=True)
    before = [("@then_signed", "", context.earlier[place]) for place in places]
    before += [("@then_revision", then.revision, then.assessment)] if then is not None else []
    for when, revision, was in before:
        gone = _gone(was, context.assessment)
        if gone:
            more = f" +{len(gone) - MOST}" if len(gone) > MOST else ""
            args = {"items": ", ".join(gone[:MOST]) + more, "when": when, "revision": revision}
            yield Finding(("provision",), args, key=True)
            return


def _gone(was: Assessment, now: Assessment) -> list[str]:
    """The things that are not spoken of any more, where they are more than the data that went; none where all are."""
    old, new = _items(was), _items(now)
    said = {spelt for item in new for spelt in item}
    less_data = len(was.data or ()) - len(now.data or ())
    if not new or len(old) - len(new) <= max(0, less_data):
        return []
    gone = (shown for item, shown in old.items() if not any(spelt in one for spelt in item for one in said))
    return [shortened(one, WIDEST) for one in gone]


def _items(one: Assessment) -> dict[frozenset[str], str]:
    """Each thing once, by how it is spelt in each language."""
    told = ((frozenset(map(plain, versions(entry.item))) - {""}, entry.item) for entry in one.provision or ())
    return {spelt: words(item, one.language) for spelt, item in told if spelt}


RULE = Rule(
    code="PIA578",
    level="warning",
    about="assessment",
    message={
        "ja": "{when}[({revision})]にはあった、提供を断ったときの扱いの項目がなくなりましたが、その分のデータは減っていません({items})。",
        "en": "Entries of `provision` that were there {when}[ “{revision}”] are gone, and not as much data: {items}.",
    },
    hint={
        "ja": "項目を戻すか、もう集めないデータを `data` からも消してください。一つにまとめただけなら、そのままでかまいません。",
        "en": "Put them back, or take data that is not collected any more out of `data`, too. Entries that became one may stay so.",
    },
    check=check,
)
