"""A My Number stands in a text that is no assessment and no bank, or in its name: in evidence, comments or notes, or elsewhere in the city's workspace.

Nobody may collect or keep another person's My Number but in the cases that the law names (My Number Act, article 20). What lies in an assessment's folder or beside the city's files is committed with them, and git keeps
what was once saved. All texts below an assessment's folder are looked through, and those elsewhere in a workspace (a folder with a `city.yaml`, and what is below it; not what
`exclude` leaves out) where a folder is checked: `pia check .`. They are read in UTF-8, UTF-16 or Shift_JIS, the first megabyte of each, up to 2,000 files of either kind; so are the names of all files, and of the folders that they lie in. Copies beside a sign-off were looked through before. PDF files, pictures and office documents are no
texts: look at them yourself. One finding for each file, at the first number; the number is never repeated, and a name that holds one is told with stars for its digits. How it is recognised: `pia explain PIA601`.

Use instead: a copy of the evidence without the numbers, under a name without them; a log needs none to show that it is kept.

---

評価書でも質問票でもない文章(根拠資料、意見、メモなど、評価書と同じフォルダーやワークスペースにあるもの)か、その名前に、マイナンバー(個人番号)が書かれています。

他人の個人番号は、法律に定める場合を除き、集めることも保管することもできません(番号法第20条)。評価書や市のファイルと同じところにあるものは一緒に git に保存され、git は一度保存したものを残します。
評価書のフォルダーの下にある文章は、すべて調べます。ワークスペース(`city.yaml` のあるフォルダーとその下。`exclude` で除いたものは別です)のほかの文章も、`pia check .` のようにフォルダーを確かめるときに調べます。読むのは、UTF-8、UTF-16、Shift_JIS の文章の初めの1メガバイトまでと、すべてのファイルの名前、そのフォルダーの名前です。
どちらも、ファイルは2,000までです。決裁の記録と一緒にある写しは、決裁の前に調べたものなので、調べません。PDF、画像、オフィス文書は文章として読めないので、ご自身で確かめてください。
指摘は1つのファイルに1件で、最初の番号の場所を示し、番号そのものは表示しません。名前にあるときは、数字を * にして示します。見分け方は `pia explain PIA601` にあります。

代わりに: 番号を除いた資料を、番号のない名前で置きます。記録を取っていることを示すのに、番号は要りません。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA624",
    level="error",
    about="assessment",
    message={
        "ja": "このファイルに、個人番号(マイナンバー)とみられる12桁の番号があります[({name})][({n}か所)][({also})]。",
        "en": "This file holds what looks like a My Number[ ({name})][ ({n} places)][ ({also})].",
    },
    hint={
        "ja": "番号を除いた資料や名前に替え、git に保存していたら個人番号の担当に知らせてください。別の番号なら、下4桁を省いてください。",
        "en": "Put a copy without it in its place, under a name without it; if git has it already, tell the person in charge of My Numbers. If it is another kind of number, leave out its last four digits.",
    },
)
