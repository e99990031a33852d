"""Lists and mappings are nested too deeply.

No bank and no assessment needs anywhere near this many steps. A file that has them was made by mistake, or to break a program.

Use instead: fewer brackets, one step for each thing that belongs to another.

---

リストやまとまりの入れ子が深すぎます。

質問票や評価書に、これほど深い入れ子は必要ありません。書き間違いか、プログラムを壊すためのファイルです。

代わりに: かっこを減らし、実際に属するものだけを1段深くします。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA007",
    level="error",
    about="file",
    message={
        "ja": "入れ子が{limit}段より深くなっています。",
        "en": "This is nested more than {limit} levels deep.",
    },
    hint={
        "ja": "閉じていないかっこがないか確かめてください。",
        "en": "Look for a bracket that was never closed.",
    },
)
