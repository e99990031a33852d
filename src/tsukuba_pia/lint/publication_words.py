"""Words of the rules about publication, as `words.py` has them."""

from collections.abc import Mapping

_BOTH = {
    "@told_title": ("題名(title)", "The title"),
    "@told_purpose": ("目的(service.purpose)", "The purpose (service.purpose)"),
    "@summary_missing": ("がありません", "is missing"),
    "@summary_hollow": ("が、何も述べていません", "says nothing"),
    "@summary_other": ("が、その言語の文字で書かれていません", "is not written in the letters of its language"),
    "@summary_romaji": ("が、ローマ字で書いた日本語です", "is Japanese in Latin letters"),
    "@summary_copied": ("が、2つの言語で同じ文章です", "is the same text in two languages"),
    "@withheld_without_end": ("期限(until)がありません", "without an end (until)"),
    "@withheld_far_end": (
        "期限(until)が5年より先です",
        "until a day more than five years ahead",
    ),
    "@withheld_without_exemption": ("根拠となる条項(exemption)がありません", "without an exemption that it rests on"),
    "@withheld_vague_exemption": (
        "条項(exemption)に、条や号の番号がありません",
        "on an exemption that names no article",
    ),
    "@withheld_other_exemption": (
        "条項(exemption)が市の設定にありません",
        "on an exemption that the city does not list",
    ),
    "@much_of_all": ("聞かれる", "questions that are asked"),
    "@much_of_brief": ("簡易な評価でも聞く", "questions that even a brief assessment asks"),
    "@contact_missing": ("がありません", "whom to ask"),
    "@contact_out_of_reach": ("に、連絡の方法がありません", "how to reach the desk"),
    "@contact_inside": (
        "に、市の外からかけられる電話番号がありません",
        "a telephone number that can be called from outside the city hall",
    ),
    "@heard_backwards": ("始まる前に終わっています", "ends before it begins"),
    "@heard_too_early": (
        "まだ始まっていないのに、意見か答えが書かれています",
        "has not begun, and already tells what came of it",
    ),
    "@heard_way_days": (
        "実際に意見を聴いた日を `from` と `to` に書いてください",
        "Write under `from` and `to` the days on which they were heard",
    ),
    "@heard_way_later": (
        "まだ聴いていないなら、`said`、`done`、`because` を消してください。聴いたなら、その日を書いてください",
        "Where nobody was heard yet, delete `said`, `done` and `because`; else write the days on which they were",
    ),
    "@hollow_text": ("読む人が確かめられる事実と理由を", "what a reader can check, and why"),
    "@hollow_name": ("課・職・人の名前を", "the unit, the post or the person who can be asked"),
    "@hollow_people": ("どのような人が得るのかを", "what kind of people gain"),
    "@hollow_both": ("どの言語の文も", "in each language"),
    "@sign_phone": ("電話番号がありません", "has no telephone number"),
    "@sign_address": ("アドレスがありません", "has no address that leads to the explanation"),
    "@sign_no_address": (
        "アドレスが、ページを開くものではありません(https:// で始まりません)",
        "has an address that opens no page: it does not begin with https://",
    ),
    "@sign_long_address": ("アドレスが、入力するには長すぎます", "has an address that is too long to type"),
    "@person_addressed": ("様、さん、氏などの付いた言葉", "a word with a form of address"),
    "@person_in_charge": ("担当や連絡先として書かれた名前", "a name of who is in charge"),
    "@person_of_the_team": ("担当者の一覧にある名前", "a name of the team"),
    "@paper_card": ("支払い用のカード", "a payment card"),
    "@paper_number": ("証明書か口座", "a personal paper or an account"),
    "@paper_plate": ("自動車", "a car"),
    "@perhaps_a_time": ("分までの日時かもしれません", "perhaps a date and time"),
    "@perhaps_a_list": ("いくつかの数かもしれません", "perhaps several numbers"),
    "@perhaps_a_uuid": ("UUID の一部かもしれません", "perhaps a part of a UUID"),
    "@number_in_name": ("ファイルかフォルダーの名前", "in its name, or in a folder's"),
}
WORDS: Mapping[str, Mapping[str, str]] = {name: {"ja": ja, "en": en} for name, (ja, en) in _BOTH.items()}
