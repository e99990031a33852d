"""A file, or a text in it, is too large.

A file may have 5,000,000 bytes and 200,000 values, a text 100,000 characters, a key 1,000. What is larger is a recording, an export
or a mistake: nobody could read it in a review.

Use instead: a file beside the assessment, listed under `evidence`.

---

ファイル、またはその中の文章が大きすぎます。

ファイルは 5,000,000 バイト・値 200,000 個まで、文章は 100,000 文字まで、キーは 1,000 文字までです。これより大きいものは、記録や出力の貼り付けか、
書き間違いです。人が読んで確かめることもできません。

代わりに: 別のファイルとして評価書のそばに置き、`evidence` に挙げます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA008",
    level="error",
    about="file",
    message={
        "ja": "大きすぎます(上限は {limit} {what})。",
        "en": "This is too large: the limit is {limit} {what}.",
    },
    hint={
        "ja": "別のファイルに分け、根拠資料(evidence)として挙げてください。",
        "en": "Keep it in a file of its own and list that as evidence.",
    },
)
