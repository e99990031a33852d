"""A file holds several documents, or a directive to the program that reads it.

One file is one bank or one assessment; `---` in the middle would hide the second. Lines that begin with `%` are not needed.

```yaml file
assessment: tsk-2027-robot
---  # PIA014 at ---
assessment: tsk-2027-drone
```

Use instead: a file (for an assessment, a folder) for each.

---

1つのファイルに複数の文書があるか、読み取りプログラムへの指示があります。

1つのファイルは、1つの質問票か1つの評価書です。途中の「---」は2つ目を隠してしまいます。「%」で始まる行は必要ありません。

代わりに: それぞれ別のファイル(評価書なら別のフォルダー)に分けます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA014",
    level="error",
    about="file",
    message={
        "ja": "1つのファイルに複数の文書があるか、「%」で始まる指示があります。",
        "en": "This file holds more than one document, or a directive (“%…”).",
    },
    hint={
        "ja": "「---」より後を別のファイルに移すか、「%」の行を消してください。",
        "en": "Move what follows “---” to a file of its own, or delete the line with “%”.",
    },
)
