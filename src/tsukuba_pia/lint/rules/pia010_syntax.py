"""The text is not YAML at this place.

A quote or a bracket was opened and never closed, a line is indented differently from those it belongs to, or a text begins with a
character that means something to YAML. Nothing after this place can be read. In `[ … ]` and `{ … }` a text with a comma, a
bracket or a question mark at its end needs quotes; entries stand apart by a half-width comma, not by `、`. Where git's marks of a merge (`<<<<<<<`) were left, decide and take them out.

```yaml file
service: {owner: 移動サービス課, purpose: 配送]  # PIA010 at ]
organ: mayor
```

Use instead: `service: {owner: 移動サービス課, purpose: 配送}`. In double quotes a text may hold nearly anything.

---

この場所が YAML の書き方に合っていません。

引用符やかっこが閉じていないか、字下げが周りの行と合っていないか、YAML で特別な意味を持つ文字で文章が始まっています。ここから後は読めません。
`[ … ]` や `{ … }` の中では、「,」・かっこ・文末の半角「?」を含む文章を引用符で囲みます。区切りは「、」ではなく、半角の「,」です。
git のマージで衝突した印(`<<<<<<<`)が残っているときは、どちらにするかを決めて印を消します。

代わりに: `service: {owner: 移動サービス課, purpose: 配送}`。二重引用符で囲めば、ほとんどの文字を書けます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA010",
    level="error",
    about="file",
    message={
        "ja": "書き方が正しくありません。{problem}。",
        "en": "This cannot be read: {problem}.",
    },
    hint={
        "ja": "この行と1つ前の行で、引用符・かっこ・字下げを確かめてください。",
        "en": "Look at quotes, brackets and indentation on this line and the one above.",
    },
)
