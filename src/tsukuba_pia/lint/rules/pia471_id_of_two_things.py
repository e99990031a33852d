"""Two entries of one list have the same id: data, actors, comments, or what the banks did not foresee.

Flows, minutes and comment windows point at an id; they would point at both, and the people of a data item that stands there twice are
counted twice.

```yaml assessment
consultations:
  - {id: c1, who: 町内会, constituency: resident, said: 心配です。, done: 直しました。, because: もっともです。}
  - {id: c1, who: 商店会, constituency: legal, said: 賛成です。, done: 進めます。, because: 必要です。}  # PIA471 at c1
```

Use instead: an id for each; or one entry, if they are the same.

---

同じ一覧の2つの項目に、同じIDが付いています(データ、関係者、意見、質問票にないリスクと対策)。

データの流れ、議事録、意見募集の記録は、IDで項目を指します。同じIDが2つあると、どちらも指すことになります。同じデータが2回あると、対象者も2回数えます。

代わりに: 項目ごとに別のIDを付けます。同じものなら、1つにまとめます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule

LISTS = ("data", "actors", "consultations", "own_risks", "own_safeguards")


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each id after the first of its list."""
    for name in LISTS:
        seen: dict[str, int] = {}
        for number, entry in enumerate(context.source.data.get(name) or ()):
            if (one := str(entry.get("id", ""))) in seen:
                first = context.source.position((name, seen[one]))
                yield Finding((name, number, "id"), {"id": one, "first": str(first.line)})
            elif one:
                seen[one] = number


RULE = Rule(
    code="PIA471",
    level="error",
    about="assessment",
    message={
        "ja": "ID「{id}」が、この一覧で重複しています(最初は{first}行目)。",
        "en": "The id “{id}” stands twice in this list (first on line {first}).",
    },
    hint={
        "ja": "別のIDを付けるか、1つにまとめてください。",
        "en": "Give this one another id, or make one entry of both.",
    },
    check=check,
)
