"""The settings of pia are no TOML.

`pia.toml`, or the table `tool.pia` of `pyproject.toml`, cannot be read. Nothing is half read: `pia check` goes on as if there were no settings, and says so.

```toml settings
[check]
ignore = [PIA303]  # PIA020 at PIA303
```

Use instead: `ignore = ["PIA303"]`. The message says what the reader of TOML stumbled over.

---

pia の設定を TOML として読めません。

`pia.toml`、または `pyproject.toml` の `tool.pia` を読めません。読めた分だけを使うことはしません。`pia check` は、設定がないものとして続けます。

代わりに: `ignore = ["PIA303"]` のように直します。どこで読めなくなったかは、位置が示します。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA020",
    level="error",
    about="file",
    message={
        "ja": "設定を TOML として読めません({reason})。",
        "en": "The settings cannot be read as TOML ({reason}).",
    },
    hint={
        "ja": "TOML の書き方に直してください。設定がないものとして続けました。",
        "en": "Put the TOML right. The check went on as if there were no settings.",
    },
)
