"""A template of the city's own does not work.

Files in the workspace's folder `templates/` take the place of the shipped ones. They run in a sandbox: they see the document and its labels, read no
file but templates, cannot switch the escaping off, and may neither run longer nor make more than a page needs. A name that there is not stops the
page, so that no page goes out with a hole in it; so does what is no text (a function without its brackets, a list). Nothing is written. A file that
takes no shipped file's place and that no template names is told too: whoever wrote it believes that it is in use.

Use instead: what the shipped template uses. Where only one block should differ, begin with `{% extends "shipped/html/report.html.j2" %}` and write
that block alone.

---

市のテンプレートが動きません。

作業フォルダーの `templates/` にあるファイルは、標準のファイルの代わりに使われます。テンプレートは隔離して動かします。見えるのは文書と見出しの言葉だけで、読めるのは
テンプレートだけです。エスケープは外せず、時間と大きさにも限度があります。ない名前を使うとページを作りません。穴のあいたページが公開されるのを防ぐためです。文字ではないもの(かっこのない関数、リストなど)を出力しても、ページを作りません。ファイルは書き出しません。
標準のファイルの代わりにならず、どのテンプレートからも使われないファイルも示します。置いた人は、使われていると思い込むからです。

代わりに: 標準のテンプレートと同じ名前を使います。一か所だけ変えたいときは、`{% extends "shipped/html/report.html.j2" %}` で始めて、そのブロックだけを書きます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA030",
    level="error",
    about="file",
    message={
        "ja": "市のテンプレートが使えません。{what}[({name})]。",
        "en": "The city's template does not work: {what}[ ({name})].",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]{way}",
        "en": "[Did you mean “{meant}”? ]{way}",
    },
)
