"""A key that is needed is missing.

Without it the entry cannot be told from others, or says too little to be worked with.

```yaml assessment
data:
  - id: trips  # PIA102
```

Use instead: `{id: trips, name: 利用の記録}`.

---

必要なキーがありません。

そのキーがないと、ほかの項目と区別できないか、内容が足りず処理できません。

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
