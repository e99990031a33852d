"""A key that is needed is missing.

```yaml assessment
data:
  - id: trips  # PIA102
```

Use instead: `{id: trips, name: 利用の記録}`.

---

必要なキーがありません。

代わりに: `{id: trips, name: 利用の記録}`
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA102",
    level="error",
    about="file",
    message={
        "ja": "「{missing}」が書かれていません。",
        "en": "“{missing}” is missing here.",
    },
    hint={
        "ja": "`{missing}:` の行を書き足してください。",
        "en": "Add a line that begins with `{missing}:`.",
    },
)
