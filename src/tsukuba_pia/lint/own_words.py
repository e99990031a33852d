"""Words of the rules about a city's own face, as `words.py` has them."""

from collections.abc import Mapping

_BOTH = {
    "@own_undefined": ("この名前の値はありません", "there is nothing of this name"),
    "@own_absent": ("この名前のテンプレートはありません", "there is no template of this name"),
    "@own_syntax": (
        "書き方が誤っているか、使えない書き方です",
        "it is written wrongly, or does what is not allowed",
    ),
    "@own_failed": ("途中で失敗しました", "it failed on the way"),
    "@own_idle": (
        "標準のファイルにない名前で、どのテンプレートからも使われていません",
        "it takes no shipped file's place, and no template names it",
    ),
    "@own_way_idle": (
        "名前を確かめるか、使わないのなら消してください。使える名前は、標準の templates/ にあるファイルの名前です。",
        "Check its name, or take it away. Names that work are those of the files in the shipped templates/.",
    ),
    "@own_way": (
        "標準のテンプレートと見比べて直してください。",
        "Put it right; the shipped template shows what there is.",
    ),
    "@own_large": ("512 KB を超えています", "it is larger than 512 KB"),
    "@own_utf8": ("UTF-8 の文字ではありません", "it is no UTF-8"),
    "@own_long": ("時間または大きさの限度を超えました", "it takes longer, or makes more, than a page needs"),
    "@own_element": ("使えない要素または属性です", "an element or attribute that is not allowed"),
    "@own_address": ("使えないアドレスです", "an address that is not allowed"),
    "@own_style": ("スタイルが外のものを読み込みます", "a style that fetches something"),
    "@own_policy": (
        "ページの先頭が標準のものと違います(doctype、文字コード、Content-Security-Policy)",
        "its beginning is not the shipped one (doctype, charset, Content-Security-Policy)",
    ),
    "@own_not_plain": (
        "読み方が分かれる書き方です(コメント、閉じていない要素など)",
        "what can be read in different ways: a comment, an element that is not closed, or the like",
    ),
    "@own_property": (
        "ページの一部を隠せるスタイルです。色、文字、余白、枠線だけを変えられます",
        "a style that could hide a part; colours, fonts, spacing and borders may be set",
    ),
    "@own_unshown": ("文字ではないものを出力しています", "it prints what is no text"),
    "@own_label_fixed": (
        "案であることや決定前であることを示す言葉と、リスクの段階や対策の状態の言葉は変えられません",
        "words that say that it is a draft, or not decided, how high a risk is, or how far a measure, stay as they are",
    ),
    "@own_label_draft": ("「DRAFT」または「案」を含めてください", "it has to hold the word DRAFT or 案"),
    "@own_label_signs": ("目に見えない文字や制御文字は使えません", "it holds signs that cannot be seen"),
    "@own_no_picture": ("ロゴが SVG または PNG として読めません", "the logo cannot be read as SVG or PNG"),
    "@own_dark": ("暗い画面", "in the dark"),
    "@own_toml": ("TOML として読めません", "it cannot be read as TOML"),
    "@own_label_unknown": ("このキーはありません", "there is no such key"),
    "@own_label_kind": ("値の種類が違います", "another kind of value is needed"),
    "@own_hides": ("ページの一部を隠しています", "it hides a part of the page"),
    "@own_hidden": ("スタイルで隠しています", "a style hides it"),
    "@own_label_empty": ("空の言葉は使えません", "a word may not be empty"),
    "@own_label_placeholders": (
        "波かっこの中の名前が違います",
        "the names in braces are not those that are filled in",
    ),
}
WORDS: Mapping[str, Mapping[str, str]] = {name: {"ja": ja, "en": en} for name, (ja, en) in _BOTH.items()}
