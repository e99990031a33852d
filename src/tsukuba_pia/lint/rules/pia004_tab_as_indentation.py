"""A line is indented with a tab.

YAML forbids it: a tab is as wide as each editor likes, so nobody could say what belongs to what. Inside a text a tab is fine.

```yaml file
service:
\towner: 移動サービス課  # PIA004
```

Use instead: two spaces for each step. Most editors have “convert indentation to spaces”.

---

行の字下げにタブが使われています。

タブの幅はエディターごとに違い、何が何に属するのか決められないため、YAML では使えません。文章の中のタブはかまいません。

代わりに: 1段につき半角の空白2つで字下げします。多くのエディターに「インデントを空白に変換」があります。
"""  # noqa: D301 - the example needs a real tab

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA004",
    level="error",
    about="file",
    message={
        "ja": "字下げにタブが使われています。",
        "en": "This line is indented with a tab.",
    },
    hint={
        "ja": "タブを半角の空白(1段につき2つ)に置き換えてください。",
        "en": "Put spaces in its place, two for each step.",
    },
)
