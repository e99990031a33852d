"""A file is empty, or holds comments only.

Nobody can tell from it what it was meant to be, and it must not pass for an assessment without findings.

```yaml file
# PIA009
```

Use instead: `pia new`, which writes an assessment that is ready to be answered.

---

ファイルが空か、コメントしかありません。

何のファイルか分かりません。指摘のない評価書として扱うわけにもいきません。

代わりに: `pia new` を使うと、回答を書き込める評価書ができます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA009",
    level="error",
    about="file",
    message={
        "ja": "ファイルに内容がありません。",
        "en": "There is nothing in this file.",
    },
    hint={
        "ja": "`pia new` で新しい評価書を作れます。",
        "en": "`pia new` writes a new assessment.",
    },
)
