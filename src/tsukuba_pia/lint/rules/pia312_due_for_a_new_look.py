"""A reference that the bank cites is due for a new look.

Law changes while a bank stays as it is. Each entry of the list of references comes due on the day it names (`look_again_on`), else two
years after it was last checked. One that says it was checked but not when would never come due: it needs that look now. Three things weigh
more: what had been passed and was to come into force by now, what is listed as in force and is still to come, and what has been repealed.

```yaml bank
references:
  - id: x-rules
    law: {ja: 架空市駐輪場規則, en: Rules on bicycle parking of Kakuu City}
    title: {ja: 届出, en: Notification}
    kind: rule
    regime: public
    class: law
    status: in_force
    checked: true
    checked_on: "2025-02-01"
red_lines:
  - id: x_no_sale
    refs: [appi-61, x-rules]  # PIA312 at x-rules
```

Use instead: read the text again, then renew `checked_on` (and what has changed) in the list of references. Cite what took the place of
a repealed text.

---

質問票が挙げる根拠のうち、確かめ直す時期を迎えたものがあります。

質問票が変わらなくても、法令は変わります。根拠一覧の各項目は、`look_again_on` の日か、最後に確かめた日の2年後に、確かめ直す時期を迎えます。
確かめたとあるのに日付のないものは、いつまでも時期を迎えないため、今、確かめ直します。
成立していた改正の施行日が過ぎた場合、施行日が先なのに施行中とされている場合、廃止された場合は、警告になります。

代わりに: 条文や本文を読み直し、根拠一覧の `checked_on` と、変わったところを改めます。廃止されたものは、後を継いだものに替えます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.bank_parts import refs_of
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.vocabulary import Reference

NOTHING = {"ended": "", "started": "", "ahead": "", "stale": "", "undated": "", "due": ""}


def check(context: BankContext) -> Iterator[Finding]:
    """Each reference that came due, where the bank cites it first."""
    listed = (*context.references.items, *(item for bank in context.banks for item in bank.references))
    known: dict[str, Reference] = {item.id: item for item in listed}
    cited: dict[str, Path] = {}
    for path, ref in refs_of(context):
        cited.setdefault(ref, path)
    for ref, path in cited.items():
        if context.as_of and ref in known:
            yield from _due(known[ref], path, context.as_of)


def _due(reference: Reference, path: Path, day: str) -> Iterator[Finding]:
    begun, name = reference.effective_from or "", reference.id
    if reference.ended(day):
        yield Finding(path, NOTHING | {"ended": name}, level="warning")
    elif reference.status == "enacted_not_in_force" and begun and begun <= day:
        yield Finding(path, NOTHING | {"started": name, "due": begun}, level="warning")
    elif reference.status == "in_force" and begun > day:
        yield Finding(path, NOTHING | {"ahead": name, "due": begun}, level="warning")
    elif reference.checked and reference.due_on is None:
        yield Finding(path, NOTHING | {"undated": name})
    elif reference.due_on is not None and reference.due_on <= day:
        yield Finding(path, NOTHING | {"stale": name, "due": reference.due_on})


RULE = Rule(
    code="PIA312",
    level="note",
    about="bank",
    message={
        "ja": "[根拠「{ended}」は、廃止されています。][根拠「{stale}」は、{due} に確かめ直す時期を迎えました。][根拠「{started}」は、{due} に施行される予定でしたが、一覧では未施行のままです。][根拠「{ahead}」は、一覧では施行中ですが、施行されるのは {due} です。][根拠「{undated}」は、確かめたとありますが、いつ確かめたのかが書かれていません。]",
        "en": "[The reference “{ended}” has been repealed.][The reference “{stale}” came due for a new look on {due}.][The reference “{started}” was to come into force on {due}, but is still listed as not in force.][The reference “{ahead}” is listed as in force, but comes into force on {due}.][The reference “{undated}” is said to have been checked, but not when.]",
    },
    hint={
        "ja": "条文や本文を読み、根拠一覧の確認日と内容を改めてください。",
        "en": "Read the text, and renew its date and what has changed in the list of references.",
    },
    check=check,
)
