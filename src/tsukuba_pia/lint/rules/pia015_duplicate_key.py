"""A key stands twice in the same place.

Only one of the two values can count, and different programs would take different ones: a second answer to a question could hide
the first.

```yaml file
answers:
  handles_personal_data: yes
  handles_personal_data: no  # PIA015
```

Use instead: one of the two.

---

同じ場所に同じキーが2回書かれています。

有効になるのはどちらか一方だけで、どちらになるかはプログラムによって違います。同じ質問への2つ目の回答が、1つ目を隠すことになります。

代わりに: どちらか一方を残します。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA015",
    level="error",
    about="file",
    message={
        "ja": "キー「{key}」が2回書かれています(1回目は{first}行目)。",
        "en": "The key “{key}” stands here for the second time (first on line {first}).",
    },
    hint={
        "ja": "どちらか一方を消してください。",
        "en": "Remove one of the two.",
    },
)
