"""A sign-off that was there at a revision is gone, or says something else now.

Who decided what, on which day and why, is on record once and for all. A refusal that can be taken out, or a reason that can be written anew, is none that anybody can rely
on. What lies in a folder fits its own digests all the same where the last sign-off was taken out or written anew, so `pia check --against REV` compares it with what git has.

Use instead: what was signed, from version control. A new decision is a new sign-off behind it (`pia approve`).

---

あるリビジョンにあった決裁の記録が、なくなったか、書き換えられています。

誰が、いつ、何を、なぜ決めたかは、一度記録したら変えません。不承認を消せたり、理由を書き直せたりする記録は、誰も信頼できません。最後の決裁の記録が消されても書き直されても、残ったものはそれぞれのダイジェストと合います。
そこで `pia check --against リビジョン` は、git にあるものと比べます。

代わりに: バージョン管理から決裁のときのものに戻します。新しい決定は、その後に新しい決裁の記録を加えます(`pia approve`)。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA561",
    level="error",
    about="change",
    message={
        "ja": "決裁の記録「{folder}」が、リビジョン {since} のものと違います({what}[: {name}][、変わった項目: {keys}])。",
        "en": "The sign-off {folder} is not what it was at {since}: {what}[ ({name})][, changed: {keys}].",
    },
    hint={
        "ja": "バージョン管理から元に戻してください。新しい決定は、新しい決裁の記録として加えます(`pia approve`)。",
        "en": "Bring it back from version control; a new decision is a new sign-off (`pia approve`).",
    },
)
