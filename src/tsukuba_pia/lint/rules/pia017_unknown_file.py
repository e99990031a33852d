"""A file is none that pia knows.

A file says what it is by a key at its left edge: `bank`, `assessment`, `vocabulary`, `references` or `city`.

```yaml file
name: 配送ロボット  # PIA017
```

Use instead: `assessment: tsk-2027-robot` as one of the first lines; `pia new` writes them all.

---

pia が知っている種類のファイルではありません。

ファイルの種類は、左端のキー(`bank`、`assessment`、`vocabulary`、`references`、`city` のどれか)で分かります。

代わりに: 初めのほうの行に `assessment: tsk-2027-robot` のように書きます。`pia new` を使うと、必要な行がすべて入ります。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA017",
    level="error",
    about="file",
    message={
        "ja": "質問票・評価書・用語集・根拠一覧・市の設定のどれでもありません。",
        "en": "This is no bank, assessment, vocabulary, list of references or city profile.",
    },
    hint={
        "ja": "`assessment:` や `bank:` など、種類を表すキーがあるか確かめてください。",
        "en": "Check that it has the key that says what it is, such as `assessment:` or `bank:`.",
    },
)
