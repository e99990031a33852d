"""A condition has a shape that does not exist.

Conditions are data: a question or a fact of the inventory with one comparison, or several conditions under `all`, `any` or
`at_least … of`. There is no `not`; each comparison has its opposite.

```yaml bank
required_when: {question: x_frame_asked, equals: yes}  # PIA106 at {question
```

Use instead: `{question: x_frame_asked, is: yes}`.

---

条件の書き方が、決められた形のどれでもありません。

条件は、質問またはデータ一覧の事実を1つ比べるか、`all`・`any`・`at_least … of` で複数の条件をまとめるかのどちらかです。`not` はありません。
それぞれの比べ方に、逆の比べ方があります。

代わりに: `{question: x_frame_asked, is: yes}`
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA106",
    level="error",
    about="file",
    message={
        "ja": "条件の形が正しくありません。",
        "en": "This is no condition.",
    },
    hint={
        "ja": "使える形: {shapes}",
        "en": "Possible shapes: {shapes}.",
    },
)
