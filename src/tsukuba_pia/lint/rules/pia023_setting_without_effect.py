"""A setting names no rule, or one that no setting reaches.

`select` and `ignore` take codes (`PIA303`) or the beginnings of codes (`PIA3`). One that fits no rule does nothing, and whoever wrote it believes otherwise.
Gates (PIA5xx, PIA6xx) and what became of released versions (PIA305, PIA314, PIA315) bind whatever the settings say.

```toml settings
[check]
ignore = ["PIA303", "PIA5"]  # PIA023
```

Use instead: codes that `pia explain` knows, and none of the gates.

---

設定が、規則でないもの、または設定では止められないものを指しています。

`select` と `ignore` には、コード(`PIA303`)か、コードの始まり(`PIA3`)を書きます。どの規則にも当たらないものは何もしないのに、書いた人は効いていると思い込みます。
関門(PIA5xx、PIA6xx)と、公開した版の変更(PIA305、PIA314、PIA315)は、設定にかかわらず働きます。

代わりに: `pia explain` で説明のあるコードを書きます。関門は書きません。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA023",
    level="error",
    about="file",
    message={
        "ja": "「{value}」{what}。",
        "en": "“{value}” {what}.",
    },
    hint={
        "ja": "コードかその始まりを書いてください。関門(PIA5xx、PIA6xx)は止められません。",
        "en": "Write a code or how one begins. Gates (PIA5xx, PIA6xx) cannot be ignored.",
    },
)
