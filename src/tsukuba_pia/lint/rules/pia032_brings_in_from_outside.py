"""The city's own face brings in something from outside, or something that runs.

A published page fetches nothing: no picture, font or script from elsewhere, so that nobody learns who reads it, and it looks the same in ten years. It
runs no script, and it keeps the policy in its head that forbids both. A logo is one SVG or PNG file (up to 512 KB) that holds nothing but a picture.

Use instead: `templates/logo.svg` or `templates/logo.png` for the logo, colours in `templates/html/own.css`, and links that the reader follows.

---

市の見た目の設定が、外のもの、または動くものを持ち込んでいます。

公開するページは、外から何も読み込みません。画像、フォント、スクリプトを外から読むと、誰が読んだかが外に伝わり、10年後に同じように見える保証もないからです。スクリプトは動かさず、どちらも禁じる
指定(Content-Security-Policy)をページの先頭に残します。ロゴは、絵だけが入った SVG か PNG のファイル1つ(512 KB まで)にします。

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
