"""A list that all share has an id twice: a term, a reference, one of the city's organs or panels.

Banks and assessments point at the id. Which of the two they mean nobody can say, and only the first one counts.

```yaml file
city: 架空市
organs:
  - {id: mayor, name: 市長}
  - {id: mayor, name: 教育委員会}  # PIA321 at mayor
```

Use instead: another id for the second one, such as `board_of_education`.

---

みんなで使う一覧に、同じIDが2回あります(用語、根拠、市の機関や会議)。

質問票や評価書は、IDで項目を指します。2つのどちらのことか分からず、最初のものだけが使われます。

代わりに: 2つ目に `board_of_education` のような別のIDを付けます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.yaml_source import Source

SHARED = ("vocabulary", "references", "city")


def check(source: Source) -> Iterator[Finding]:
    """Each id after the first of its list."""
    data = source.data
    if not isinstance(data, dict) or not any(kind in data for kind in SHARED) or "bank" in data:
        return
    for name, entries in data.items():
        seen: dict[object, int] = {}
        for number, entry in enumerate(entries) if isinstance(entries, list) else ():
            one = entry.get("id") if isinstance(entry, dict) else None
            if not isinstance(one, str):
                continue
            if one in seen:
                first = source.position((name, seen[one]))
                yield Finding((name, number, "id"), {"id": one, "first": str(first.line)})
            seen.setdefault(one, number)


RULE = Rule(
    code="PIA321",
    level="error",
    about="file",
    message={
        "ja": "ID「{id}」が、この一覧で重複しています(最初は{first}行目)。",
        "en": "The id “{id}” stands twice in this list (first on line {first}).",
    },
    hint={
        "ja": "こちらに別のIDを付けてください。",
        "en": "Give this one another id.",
    },
    check=check,
)
