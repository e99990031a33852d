"""A template of the city's own has lost a part that every report has.

The city's templates are tried with a small made-up assessment, and the page is held beside the shipped one, from its title and its head to its foot.
All that is said below each heading (in Markdown too) must stand below it, as often and in the same order, with its links, its cells of tables and its
drawings, and in its language. Around it a template may put `div`, `section`, `article`, `aside`, `header`, lists, paragraphs, headings, `span`, `strong`, `em`,
`b` and `i`, with classes of your own; what else stands around it (`details`, `s`, a table, a class that the shipped style hides) is what stands there in the shipped
page. Each real page is held to the shipped one in the same way. Parts may move, may look different and may say more; what is folded may be open; words that you want otherwise stand in `templates/labels/`. A page without its risks, its contact or its list of what is withheld would tell residents less than
they are owed, and links to it would lead nowhere. What a style of the city's hides (`display: none` and the like, or colours that hardly differ) is
told as lost too; its own logo may be hidden.

Use instead: put the part back, with its `id`. The shipped template of the same name has it.

---

市のテンプレートで、報告書に必要な部分がなくなっています。

市のテンプレートを、架空の小さな評価で試し、標準のページと比べます。ページの題と先頭から末尾まで、それぞれの見出しの下に書いてあること(Markdown も)は、リンク、表のます目、図を含めて、
すべて同じ順番で、同じ回数、同じ言語のまま残っていなければなりません。そのまわりに置けるのは、`div`、`section`、`article`、`aside`、`header`、箇条書き、段落、見出し、`span`、`strong`、`em`、`b`、`i` と、市が決めたクラスです。そのほか(`details`、`s`、表、標準のスタイルが隠すことのあるクラスなど)は、標準のページでもそこを囲んでいるものに限ります。部分の順番や見た目を変えること、書き足すこと、折りたたみを開いておくことはできます。言葉を変えるときは `templates/labels/` に書きます。
リスク、問合せ先、非公開の一覧などがないページでは、市民に伝えるべきことが伝わらず、ほかのページからのリンクも切れます。
実際のページも、同じように標準のページと比べます。市のスタイルで隠した部分(`display: none` や、ほとんど同じ色など)も、なくなったものとして示します。市のロゴは隠してもかまいません。

代わりに: その部分を `id` ごと戻します。同じ名前の標準のテンプレートにあります。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA031",
    level="error",
    about="file",
    message={
        "ja": "市のテンプレートで、どのページにも必要な部分やその中身がなくなっています: {part}[、ほか{more}か所][({hidden})]。",
        "en": "The city's template has lost what every page has, or says there: {part}[ and {more} more][ ({hidden})].",
    },
    hint={
        "ja": "同じ名前の標準のテンプレートからその部分を戻すか、隠すのをやめてください。書き換えたブロックの中なら「super()」を呼ぶと戻ります。",
        "en": "Put it back (the shipped template of that name has it; in a block of yours, super() does), or do not hide it.",
    },
)
