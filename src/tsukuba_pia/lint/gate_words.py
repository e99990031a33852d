"""Words of the rules about gates (PIA536 and up), as `words.py` has them."""

from collections.abc import Mapping

_BOTH = {
    "@none_needed_alone": ("書いた人のほかに、誰も確かめていません", "nobody but its author has looked at it"),
    "@none_needed_untold": (
        "始まっているのに、公表していません",
        "the service has started, and it was never published",
    ),
    "@none_needed_old": ("公表から12か月を過ぎています", "it was published more than twelve months ago"),
    "@started_without_approval": ("承認されていません", "it was never approved"),
    "@started_unpublished": ("評価書を公表していません", "its assessment was never published"),
    "@started_before_published": ("評価書の公表が、開始より後です", "its assessment was published only afterwards"),
    "@decided_by_nobody": ("まだ誰も決裁していません", "nobody has decided on it"),
    "@decided_changes": ("最後の決裁は「修正が必要」です", "the last sign-off asks for changes"),
    "@decided_refused": ("不承認です", "it was refused"),
    "@decided_approved_with_conditions": (
        "承認は「条件付き(作ってよい)」までです",
        "it may be built, but was given no leave to run",
    ),
    "@published_undecided": ("決裁がないまま公表しています", "nobody has decided on it"),
    "@bank_needed": ("必要です", "also requires"),
    "@bank_perhaps": ("必要かもしれません(まだ分からないことがあります)", "may also require, as not all is known yet,"),
    "@group_by_its_author": (
        "書いた人の判断だけで、リスクの対象から外れています",
        "was taken out by the author's word alone",
    ),
    "@end_put_off": ("二度以上延ばされています", "it was put off more than once"),
    "@end_taken_out": ("終了日がなくなっています", "that day was taken out"),
    "@start_stop": (
        "まだ始まっていないなら `dates.starts_on` を改め、始まっているなら、承認と公表まで止めてください",
        "Set a later `dates.starts_on` if it has not started; else stop it until it is approved and published",
    ),
    "@start_told": (
        "もう改められません。次の決裁までこのまま知らせます。評価書は、始まる前に公表してください",
        "This cannot be undone, and is told until the next sign-off; publish an assessment before the first day",
    ),
    "@common_contract": ("契約が同じです", "Has the same contract as"),
    "@common_data": ("データが同じです", "Has the same data set as"),
    "@common_linkage": ("同じ相手と同じキーで結び付きます", "Is linked to the same file by the same key as"),
    "@common_purpose": ("目的が同じです", "Has the same purpose as"),
    "@common_title": ("名称が同じです", "Has the same title as"),
    "@common_related": ("`related` で結ばれています", "Is related to"),
    "@shared_contract": ("契約", "a contract"),
    "@shared_data": ("データ", "a data set"),
    "@retain_trigger": ("保存期間をいつから数えるか(trigger)", "from when it is kept (trigger)"),
    "@retain_length": ("保存期間の長さ(length)", "for how long it is kept (length)"),
    "@retain_erase": ("保存期間の後の消し方(erase)", "how it is erased (erase)"),
    "@fact_retention": ("保存期間", "how long it is kept"),
    "@fact_recipients": ("提供先", "who receives it"),
    "@fact_country": ("保管する国", "the country where it is kept"),
    "@fact_kind": ("相手の種類", "what kind of actor it is with"),
    "@fact_regime": ("相手に適用される法制度", "the law that the other side is under"),
    "@fact_nobody": ("なし", "nobody"),
    "@fact_somebody": ("あり", "somebody"),
    "@same_name": ("識別名(assessment)", "its name (assessment)"),
    "@same_title": ("名称(title)", "its title"),
    "@covered_missing": ("ありません", "is not there"),
    "@covered_not_running": ("動かしてよいと承認されていません", "was never given leave to run"),
    "@holiday_new_year": ("年末年始", "New Year"),
    "@holiday_golden_week": ("大型連休", "Golden Week"),
}
WORDS: Mapping[str, Mapping[str, str]] = {name: {"ja": ja, "en": en} for name, (ja, en) in _BOTH.items()}
