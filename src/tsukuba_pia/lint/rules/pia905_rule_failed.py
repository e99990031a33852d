"""A rule made a mistake of its own.

What you wrote did not cause it, or should not have. All other rules were still asked, and all other files checked; whether this one rule finds something here is
not known, so the check does not pass: `pia check` ends with 3, and no setting, comment or baseline changes that. The finding names the rule, the kind of the mistake
and the place in our own code, and nothing of your file.

Use instead: send us this line. Until it is mended, `pia explain` with the rule's code says what to look for yourself.

---

規則そのものが誤りを起こしました。

あなたの書いたものが原因ではありません(または、原因になってはいけません)。ほかの規則とほかのファイルの点検は済んでいます。この規則だけは、指摘があるかどうか
分かりません。そのため点検は通らず、`pia check` は 3 で終わります。設定、コメント、ベースラインでは変えられません。表示するのは規則、誤りの種類、プログラムの
中の場所だけで、ファイルの内容は含みません。

代わりに: この行を開発者に送ってください。直るまでは、`pia explain` にその規則のコードを付けて、何を確かめる規則かを見てください。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA905",
    level="error",
    about="tool",
    message={
        "ja": "規則 {rule} が pia の誤りで止まりました({what}[、{place}])。",
        "en": "The rule {rule} failed by a mistake in pia ({what}[, {place}]).",
    },
    hint={
        "ja": "この行を開発者に送ってください。ほかの規則の点検は済んでいます。",
        "en": "Please send us this line. All other rules were asked.",
    },
)
