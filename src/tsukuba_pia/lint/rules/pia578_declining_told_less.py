"""What follows if somebody declines was told of something before, and of as much data it is not told any more.

An entry of `provision` that is taken out is missed by no other rule: what is still there is sound, and the data is still
collected. So the entries are held to those that were signed last and, with `pia check --against REV`, to those of that
revision. Fewer entries are told where not as many sets of data went with them. It is a warning: two entries may have
become one, and who reviews the change sees whether they did. `pia approve` shows it to who signs. That all of them are
gone is PIA574's.

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

提供を断ったときの扱いとして前に示していた項目がなくなり、データはそのままです。

`provision` の項目を消しても、ほかの規則は気付きません。残った項目は正しく、データは集められ続けるからです。そこで、前の決裁のときの項目と、`pia check --against リビジョン` ではそのリビジョンの項目と比べます。データの種類が減った以上に項目が減ったときに知らせます。
二つの項目を一つにまとめただけのこともあるため、警告にとどめ、変更を確かめる人に任せます。`pia approve` は、決裁する人に示します。項目がすべてなくなったときは、PIA574 が知らせます。

代わりに: 項目を元に戻します。データをもう集めないのであれば、`data` からも消します。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.text import words
from tsukuba_pia.score.person_names import folded

MOST = 3  # that a message names


def check(context: AssessmentContext) -> Iterator[Finding]:
    """The entries that are gone since the last sign-off, or since the revision; told once."""
    then = context.then
    before = [("@then_signed", "", one) for one in context.earlier[-1:]]
    before += [("@then_revision", then.revision, then.assessment)] if then is not None else []
    for when, revision, was in before:
        gone = _gone(was, context.assessment)
        if gone:
            more = f" +{len(gone) - MOST}" if len(gone) > MOST else ""
            args = {"items": ", ".join(gone[:MOST]) + more, "when": when, "revision": revision}
            yield Finding(("provision",), args, key=True)
            return


def _gone(was: Assessment, now: Assessment) -> list[str]:
    """The things that are not spoken of any more, where fewer are; none where their data went with them, or all."""
    fewer = len(was.provision or ()) - len(now.provision or ())
    if not now.provision or fewer <= max(0, len(was.data or ()) - len(now.data or ())):
        return []
    there = {folded(words(one.item, now.language)) for one in now.provision}
    said = [words(one.item, was.language) for one in was.provision or ()]
    return [one for one in dict.fromkeys(said) if folded(one) not in there]


RULE = Rule(
    code="PIA578",
    level="warning",
    about="assessment",
    message={
        "ja": "{when}[({revision})]では、提供を断ったときの扱いを示していた項目がなくなり、データは減っていません({items})。",
        "en": "What follows if somebody declines was told of more {when}[ “{revision}”], and no less data is held: {items}.",
    },
    hint={
        "ja": "項目を戻すか、もう集めないデータを `data` からも消してください。一つにまとめたのであれば、そのままでかまいません。",
        "en": "Put it back, or take data that is not collected any more out of `data`, too. Entries that became one may stay.",
    },
    check=check,
)
