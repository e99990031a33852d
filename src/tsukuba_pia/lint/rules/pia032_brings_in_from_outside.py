"""The city's own face brings in something from outside, or something that runs.

A published page fetches nothing: no picture, font or script from elsewhere, so that nobody learns who reads it, and it looks the same in ten years.
It runs no script, and it begins as the shipped page does, with the charset and the policy that forbids both, word for word.

So that nobody is fooled about what a page holds, it is written plainly: no comments, every element closed in order, nothing but text in a style or a
title, only elements and attributes that are known to be harmless. Markdown holds no HTML and no picture. A style sets colours, fonts, spacing and
borders, so that nothing is hidden by it: `color` and `background` together, no text struck through, no font of signs in the place of letters, no rule of all there is (`*`) that sets sizes or
spacing, and no other frame of where the keyboard is. A role is `region`, `note`, `group` or `list`, and `img`
for a drawing. A copy of a shipped style may hold what that holds. A logo is one SVG or PNG file (up to 512 KB) that holds nothing but a picture.

Use instead: `templates/logo.svg` or `templates/logo.png` for the logo, colours in `templates/html/own.css`, and links that the reader follows.

---

市の見た目の設定が、外のもの、または動くものを持ち込んでいます。

公開するページは、外から何も読み込みません。画像、フォント、スクリプトを外から読むと、誰が読んだかが外に伝わり、10年後に同じように見える保証もないからです。スクリプトは動かしません。ページの先頭は、文字コードと、どちらも禁じる
指定(Content-Security-Policy)を含めて、標準のままにします。

ページに何が入っているかを誰も見誤らないように、読み方の分かれない書き方に限ります。コメントは使えず、開いた要素は順に閉じ、スタイルとタイトルには文字だけを書き、害のないと分かっている要素と属性だけを使います。Markdown に HTML と画像は入れられません。スタイルで変えられるのは、色、文字、余白、枠線です。
隠されるものがないようにするためです。`color` と `background` は組で書き、取り消し線は引かず、文字の代わりに記号が出るフォントは使わず、すべての要素に効く書き方(`*`)で大きさや余白を変えず、キーボードの位置を示す枠も変えません。`role` は `region`、`note`、`group`、`list` と、図に付ける `img` に限ります。標準のスタイルを写したファイルには、元にあるものを残せます。ロゴは、絵だけが入った SVG か PNG のファイル1つ(512 KB まで)にします。

代わりに: ロゴは `templates/logo.svg` か `templates/logo.png`、色は `templates/html/own.css` に置きます。外のページへは、読む人が押すリンクにします。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA032",
    level="error",
    about="file",
    message={
        "ja": "ページに入れられないものがあります。{what}[({name})]。",
        "en": "A page may not hold this: {what}[ ({name})].",
    },
    hint={
        "ja": "取り除くか、ファイルの中に含めてください。",
        "en": "Take it out, or put it into the file itself.",
    },
)
