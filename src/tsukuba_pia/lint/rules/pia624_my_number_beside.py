"""A My Number stands in a text that lies beside an assessment: in evidence, comments or notes.

Nobody may collect or keep another person's My Number but in the cases that the law names (My Number Act, article 20). What lies in an assessment's folder is committed with it, and git keeps
what was once saved. All texts below the folder are looked through, in UTF-8, UTF-16 or Shift_JIS, the first megabyte of each; copies beside a sign-off were looked through before. PDF files, pictures and office documents are no
texts: look at them yourself. One finding for each file, at the first number; the number is never repeated. How it is recognised: `pia explain PIA601`.

Use instead: a copy of the evidence without the numbers; a log needs none to show that it is kept.

---

評価書と同じフォルダーにある文章(根拠資料、意見、メモ)に、マイナンバー(個人番号)が書かれています。

他人の個人番号は、法律に定める場合を除き、集めることも保管することもできません(番号法第20条)。評価書のフォルダーにあるものは一緒に git に保存され、git は一度保存したものを残します。
フォルダーの下にある文章(UTF-8、UTF-16、Shift_JIS)は、すべて、初めの1メガバイトまで調べます。決裁の記録と一緒にある写しは、決裁の前に調べたものなので、調べません。PDF、画像、オフィス文書は文章として読めないので、ご自身で確かめてください。
指摘は1つのファイルに1件で、最初の番号の場所を示し、番号そのものは表示しません。見分け方は `pia explain PIA601` にあります。

代わりに: 番号を除いた資料を置きます。記録を取っていることを示すのに、番号は要りません。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA624",
    level="error",
    about="assessment",
    message={
        "ja": "評価書のそばにあるこのファイルに、個人番号(マイナンバー)とみられる12桁の番号があります[({n}か所)][({also})]。",
        "en": "This file beside an assessment holds what looks like a My Number[ ({n} places)][ ({also})].",
    },
    hint={
        "ja": "番号を除いた資料に替え、git に保存していたら個人番号の担当に知らせてください。別の番号なら、下4桁を省いてください。",
        "en": "Put a copy without it in its place; if git has it already, tell the person in charge of My Numbers. If it is another kind of number, leave out its last four digits.",
    },
)
