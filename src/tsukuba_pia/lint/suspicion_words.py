"""Words that the rules against dressed-up assessments look up."""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "@day_verified": {"ja": "を確かめた日", "en": "the day on which it was verified"},
    "@day_in_name": {"ja": "の根拠資料の名前にある日付", "en": "the day in the name of its evidence"},
    "@side_vendor": {
        "ja": "このサービスの事業者の側の人です",
        "en": "is of a business that has a part in the service",
    },
    "@side_author": {
        "ja": "この評価書を書いた人か、その課の人です",
        "en": "is who wrote this assessment, or is of the author's unit",
    },
    "@side_owner": {"ja": "この対策を担当する側の人です", "en": "is of the side that answers for it"},
    "@step_tender": {"ja": "入札", "en": "the tender"},
    "@step_contract": {"ja": "契約", "en": "the contract"},
    "@step_starts_on": {"ja": "開始", "en": "the start"},
    "@declining_voluntary": {
        "ja": "任意の提供なのに、断ると不利益があります",
        "en": "This is voluntary, and yet declining it costs something",
    },
    "@decline_voluntary": {
        "ja": "断っても何も失わない扱いにするか、`nature` を改めてください",
        "en": "Let declining take nothing away, or correct `nature`",
    },
    "@declining_duty": {
        "ja": "法令上の義務とされていますが、根拠に法律も条例もありません",
        "en": "This is called a duty in law, and no statute or ordinance is named",
    },
    "@decline_duty": {
        "ja": "`basis` に義務を定める法律か条例を挙げてください",
        "en": "Name the statute or ordinance that makes it a duty under `basis`",
    },
    "@declining_too_early": {
        "ja": "罰の根拠になる法令は、サービスの開始の日に施行されていません",
        "en": "The law behind this punishment is not in force when the service starts",
    },
    "@decline_too_early": {
        "ja": "施行されている法令を挙げるか、罰のない扱いにしてください",
        "en": "Name a law that is in force, or leave the punishment out",
    },
    "@declining_no_reason": {
        "ja": "断るとサービスが減るか使えなくなるのに、理由(reason)がありません",
        "en": "Declining costs some of the service or all of it, and no reason is given",
    },
    "@decline_no_reason": {
        "ja": "なぜそのデータがないと提供できないのかを `reason` に書いてください",
        "en": "Say in `reason` why it cannot be given without this",
    },
    "@declining_no_way": {
        "ja": "断っても失うものがないとされていますが、代わりの方法がありません",
        "en": "Declining is said to cost nothing, and there is no other way",
    },
    "@decline_no_way": {
        "ja": "代わりにどうすればよいかを `alternative` に書くか、`consequence` を改めてください",
        "en": "Say in `alternative` what people can do instead, or correct `consequence`",
    },
    "@then_signed": {"ja": "前の決裁", "en": "when this was signed last"},
    "@then_decided": {"ja": "最後の承認・不承認", "en": "when it was last decided on"},
    "@then_revision": {"ja": "比べるリビジョン", "en": "at the revision"},
    "@section_none": {
        "ja": "本当に何もなくなったのか、確かめる人に伝えてください。そうでなければ元に戻してください",
        "en": "Say to who reviews it that there is nothing of the kind any more; else put it back",
    },
    "@section_unsaid": {
        "ja": "元に戻してください。もう何もないのであれば、空の欄([ ])でそのことを示してください",
        "en": "Put it back; where there is nothing of the kind any more, say so by a section without entries ([ ])",
    },
    "@section_due": {
        "ja": "元に戻してください。データがある限り、提供を断るとどうなるかを書きます(PIA555)",
        "en": "Put it back: as long as there is data, it is said what follows if somebody declines (PIA555)",
    },
    "@became_gone": {"ja": "ありません", "en": "is gone"},
    "@became_other": {"ja": "書き換えられています", "en": "says something else now"},
    "@said_back": {
        "ja": "元に戻してください。答えや対応は、その後に書けます",
        "en": "Put it back; an answer to it can stand beside it",
    },
    "@said_slip": {
        "ja": "誤字を直しただけなら、確かめる人にそう伝えてください。そうでなければ元に戻し、"
        "付け加えることは答えや別の項目に書いてください",
        "en": "If only a slip was mended, say so to who reviews it; else put it back, "
        "and write what is to be added as an answer or as another entry",
    },
    "@said_anew": {
        "ja": "元に戻し、付け加えることは答えや別の項目に書いてください。"
        "誤字を直しただけなら、改めて決裁を受けてください(`pia approve`)",
        "en": "Put it back, and write what is to be added as an answer or as another entry; "
        "if only a slip was mended, have it signed anew (`pia approve`)",
    },
    "@said_decided": {
        "ja": "元に戻し、付け加えることは答えや別の項目に書いてください。"
        "誤字を直しただけなら、改めて承認か不承認の決裁を受けてください(`pia approve`)",
        "en": "Put it back, and write what is to be added as an answer or as another entry; "
        "if only a slip was mended, have it approved or refused anew (`pia approve`)",
    },
    "@gone_opinions": {"ja": "意見", "en": "An opinion"},
    "@gone_dissents": {"ja": "反対意見(dissent)", "en": "A dissent"},
    "@gone_consultations": {"ja": "市民などの意見", "en": "A comment"},
    "@gone_incidents": {"ja": "事故", "en": "An incident"},
    "@gone_cooperation": {"ja": "協力の依頼", "en": "A request for help"},
    "@gone_complaints": {"ja": "苦情", "en": "A complaint"},
}
