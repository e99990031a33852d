"""A text that will be published seems to name a person.

Told are a name that is addressed (様, さん, 氏, Mr, Ms, Dr, -san), where it is a common name or looks like one; a common one with 先生, 殿, 君, くん or ちゃん; a common one behind 担当, 連絡先 or 問合せ先; and a name of the team, which the
public page leaves out: residents read the post. A name with its post right before it is that of an official. Many names are not found: a person has to read it all.

This is a hint, so a note: it fails no run unless one asks for that with `--fail-on note`. Where it is wrong, leave it; like all rules about publication it cannot be silenced, so that
whoever publishes sees it once more.

```yaml assessment
conclusion: 高橋 花子さんから、駐車場が暗いという意見がありました。  # PIA610 at 高橋
```

Use instead: who it was without the name: `北地区の市民から…`.

---

公表される文章に、個人の名前があるようです。

「様」「さん」「氏」、Mr、Ms、Dr、-san が付いた、よくある名前か名前らしい言葉、「先生」「殿」「君」「くん」「ちゃん」が付いた、よくある名前、「担当」「連絡先」「問合せ先」の後にある、よくある名前、担当者の一覧(team)にある名前を示します。
team の名前も示すのは、公表するページでは、担当者の名前ではなく職名を示しているからです。すぐ前に職名のある名前は、職員として扱い、示しません。見つからない名前も多いので、公表の前に、人が全文を読んでください。

手がかりにすぎないので、注記(note)として示します。`--fail-on note` を付けないかぎり、実行は失敗になりません。個人の名前でなければ、そのままで構いません。公表に関する規則なので、
この指摘は止められません。公表する人が、もう一度目にするためです。

代わりに: 名前を書かずに、「北地区の市民から…」のように書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.traces import hints


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each name."""
    return hints(context.traces, "person")


RULE = Rule(
    code="PIA610",
    level="note",
    about="assessment",
    message={
        "ja": "公表される文章に、個人の名前({what})があるようです。",
        "en": "A text that will be published seems to name a person: {what}.",
    },
    hint={
        "ja": "名前ではなく、立場や職名を書いてください。",
        "en": "Write the person's part or post instead of the name.",
    },
    check=check,
    since="comment",
)
