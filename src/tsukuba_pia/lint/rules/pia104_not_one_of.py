"""A word is none of those that are possible here.

```yaml assessment
cooperation:
  - {request: 契約書の写し, to: 運行事業者, state: opne}  # PIA104
```

Use instead: `state: open`.

---

ここで使える語ではありません。

代わりに: `state: open`
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA104",
    level="error",
    about="file",
    message={
        "ja": "「{found}」はここでは使えません。",
        "en": "“{found}” cannot stand here.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]使える語: {known}",
        "en": "[Did you mean “{meant}”? ]Possible here: {known}.",
    },
)
