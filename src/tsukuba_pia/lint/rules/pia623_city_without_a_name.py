"""The city's name in `city.yaml` is still the one that is there to be replaced.

`pia init` cannot know what the city is called. What it writes in its place would stand above the report, on the sheet for residents, on the sign and in the register: residents could not tell who is speaking to them.

```yaml city
city: {ja: ○○市, en: Your City}  # PIA623 at ○○市; PIA623 at Your City
```

Use instead: `city: {ja: 架空市, en: Kaku City}`. Set the contact and the address of the register beside it at the same time.

---

`city.yaml` の市の名前が、書き換える前のままです。

市の名前は `pia init` には分かりません。仮の名前のままでは、報告書、市民向けの1枚、掲示、登録簿にそのまま載り、どこの市が伝えていることなのかが市民に分かりません。

代わりに: `city: 架空市`。問い合わせ先と登録簿の場所も、あわせて書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.hollow import is_unnamed


def check(context: AssessmentContext) -> Iterator[Finding]:
    """The name, in each language."""
    if context.profile is None or context.city is None:
        return
    city = context.profile.city
    names = {("city",): city} if isinstance(city, str) else {("city", language): one for language, one in city.items()}
    for path, name in names.items():
        if is_unnamed(name):
            yield Finding((), {"name": name}, at=context.city.position(path), file=context.city.file)


RULE = Rule(
    code="PIA623",
    level="error",
    about="assessment",
    message={
        "ja": "市の名前が「{name}」のままです。",
        "en": "The city's name is still “{name}”.",
    },
    hint={
        "ja": "市の名前を書いてください。市民が読むすべてのページに載ります。",
        "en": "Write the city's name: it stands on every page that residents read.",
    },
    check=check,
    since="comment",
)
