"""A yes or no is spelt in another way.

`true`, `on` and `はい` mean yes to a person; programs disagree about them. There is one spelling for each place: `yes` and `no` for
answers, `true` and `false` for switches of a bank.

```yaml assessment
answers:
  c_personal: true  # PIA109 at true
```

Use instead: `c_personal: yes`.

---

はい・いいえが別の書き方になっています。

`true`、`on`、「はい」は人には分かりますが、プログラムによって扱いが違います。書き方は場所ごとに1つです。回答は `yes` と `no`、質問票の設定は
`true` と `false` です。

代わりに: `c_personal: yes`
"""

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.mends import Mend, with_word
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.yaml_source import Source


def fix(source: Source, found: Diagnostic) -> Mend | None:
    """The spelling of this place."""
    return with_word(source, found, found.args["meant"], quotes=False)


RULE = Rule(
    code="PIA109",
    level="error",
    about="file",
    message={
        "ja": "「{found}」は、ここでは「{meant}」と書きます。",
        "en": "“{found}” is written “{meant}” here.",
    },
    hint={
        "ja": "「{meant}」に直してください。",
        "en": "Write “{meant}”.",
    },
    fix=fix,
)
