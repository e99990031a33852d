"""A comment silences a finding that is not there any more.

Left behind, it would hide the next finding of that code on this line, for a reason that was meant for another.

```yaml file
# pia: ignore[PIA018] a number sign is meant  # PIA022 at # pia
title: 台帳
```

Use instead: nothing; take the comment out.

---

コメントが止めている指摘は、もうありません。

残しておくと、この行に次に出た同じコードの指摘を、別のことのために書いた理由で隠してしまいます。

代わりに: コメントを消します。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA022",
    level="warning",
    about="file",
    message={
        "ja": "{silenced} の指摘はここにありません。",
        "en": "There is no finding {silenced} here to be silenced.",
    },
    hint={
        "ja": "コメントを消してください。",
        "en": "Take the comment out.",
    },
)
