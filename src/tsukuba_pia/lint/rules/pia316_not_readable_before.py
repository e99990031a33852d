"""What lay here at the revision cannot be read, so nothing is compared.

The file as it is now is checked as always. What changed since the revision cannot be told.

Use instead: a revision at which the file was sound, or have a person read the difference.

---

リビジョンでの内容を読めないため、比べられません。

今のファイルはいつもどおり確かめます。リビジョンから何が変わったかは分かりません。

代わりに: ファイルに問題のなかったリビジョンと比べるか、人が違いを読みます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA316",
    level="warning",
    about="change",
    message={
        "ja": "リビジョン {since} での内容を読めません({line}行目)。何が変わったかは比べていません。",
        "en": "What lay here at {since} cannot be read (line {line}), so nothing was compared.",
    },
    hint={
        "ja": "問題のなかったリビジョンと比べるか、違いを人の目で確かめてください。",
        "en": "Compare with a sound revision, or have a person read the difference.",
    },
)
