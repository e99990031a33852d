"""A file for the public would let a withheld text be read, so it was not written.

Before a public report is written it is read again: as it stands, without its tags, with all that is escaped, encoded or packed spelt out. A withheld
text may not be found in it. Mostly the same sentence stands a second time in a field that is published, or the name of a person who is withheld
stands as an owner or in a consultation. Names and sentences are looked for everywhere; a short word that the report says anyway is no leak. A
short name counts where it stands as a word (Ann, not “annual”). What lay at the file's place before is untouched. Nothing can silence this.

Use instead: find where else the text stands, and reword it there, or withhold that too. Where a first name alone is a common
word as well (Will), write the full name in the team. Where it stands nowhere else, it is a mistake of ours: send us this line, which holds no word of
your file.

---

公開用のファイルに非公開の文章が読み取れるため、ファイルを書き出しませんでした。

公開用の報告書は、書き出す前に読み直します。そのままの文字のほか、タグを除いたもの、エスケープ・符号化・圧縮を元に戻したものも調べ、非公開の文章が見つかれば書き出しません。
多くの場合、同じ文が公開される欄にも書かれているか、非公開の人の名前が担当者や意見聴取の欄に書かれています。人の名前と文は、どの欄にあっても探します。短い名前は、
言葉の一部ではなく、それだけで書かれているときに数えます(「中央区画」の中の「中央」は数えません)。報告書にもともとある短い言葉は
対象にしません。書き出す場所にあった元のファイルはそのままです。この点検は止められません。

代わりに: 同じ文がほかのどこにあるかを探し、書き直すか、そこも非公開にします。姓か名だけではふつうの言葉と同じになるとき(「中央」など)は、チームの欄に姓名を書きます。
ほかに見つからないときは pia の誤りです。この行(ファイルの内容を含みません)を開発者に送ってください。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA616",
    level="error",
    about="tool",
    message={
        "ja": "公開用のファイルに、非公開の内容[({field})]が表れます。書き出しませんでした。",
        "en": "The public file would tell what is withheld[: {field}]. It was not written.",
    },
    hint={
        "ja": "同じ文や名前が、公開される欄にも書かれていないか確かめてください。",
        "en": "Look whether the same sentence or name also stands in a field that is published.",
    },
)
