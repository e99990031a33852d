"""A diagnostic in words, in the reader's language."""

import re
from collections.abc import Mapping
from functools import lru_cache

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.change_words import WORDS as CHANGE_WORDS
from tsukuba_pia.lint.engine import rule_of
from tsukuba_pia.lint.gate_words import WORDS as GATE_WORDS
from tsukuba_pia.lint.my_number import masked
from tsukuba_pia.lint.own_words import WORDS as OWN_WORDS
from tsukuba_pia.lint.publication_words import WORDS as PUBLICATION_WORDS
from tsukuba_pia.lint.suspicion_words import WORDS as SUSPICION_WORDS
from tsukuba_pia.lint.titles import MARK as TITLE_MARK

_OPTIONAL = re.compile(r"\[([^][]*)\]")
_NAME = re.compile(r"\{(\w+)\}")
_IN_QUOTES = re.compile(r"[「“]\{(\w+)\}[」”]|\{(\w+)\}")
_TITLED = {"ja": "「{}」({})", "en": "“{}” ({})"}

WORDS: Mapping[str, Mapping[str, str]] = {
    **CHANGE_WORDS,
    **SUSPICION_WORDS,
    **GATE_WORDS,
    **PUBLICATION_WORDS,
    **OWN_WORDS,
    "@text": {"ja": "文字列", "en": "a text"},
    "@integer": {"ja": "整数", "en": "a whole number"},
    "@number": {"ja": "数値", "en": "a number"},
    "@number_or_unknown": {"ja": "数値、または unknown など決められた語", "en": "a number, or a word such as unknown"},
    "@points_below_zero": {"ja": "点数や係数が0より小さい", "en": "points and factors are never below zero"},
    "@index_of_what": {"ja": "points_of と from のどちらか一方が必要", "en": "it needs points_of or from, one of the two"},
    "@band_open": {"ja": "上限のない帯は最後だけ", "en": "only the last band is open"},
    "@share_above_one": {"ja": "割合は1を超えない", "en": "no share is above 1"},
    "@band_share": {"ja": "割合は小さい順に並べ、最後の帯には書かない", "en": "shares rise from band to band, and the last band has none"},
    "@a_question": {"ja": "質問", "en": "question"},
    "@a_risk": {"ja": "リスク", "en": "risk"},
    "@a_red_line": {"ja": "実施できない条件", "en": "red line"},
    "@a_decision": {"ja": "判定", "en": "decision"},
    "@a_scenario": {"ja": "シナリオ", "en": "scenario"},
    "@change_gone": {"ja": "なくす", "en": "taken out"},
    "@change_value_gone": {"ja": "値を1つなくす", "en": "a value taken out"},
    "@change_part_gone": {"ja": "条件の一部をなくす", "en": "a part of the condition taken out, number"},
    "@change_becomes": {"ja": "書き換える", "en": "changed to"},
    "@reach_asked": {"ja": "この質問を聞く", "en": "asks this question"},
    "@reach_not_asked": {"ja": "この質問を聞かない", "en": "leaves this question out"},
    "@reach_option": {"ja": "この選択肢を選ぶ", "en": "chooses this option"},
    "@reach_row_true": {"ja": "この行が成り立つ", "en": "makes this row true"},
    "@reach_row_false": {"ja": "この行が成り立たない", "en": "makes this row false"},
    "@reach_applies": {"ja": "このリスクが当てはまる", "en": "makes this risk apply"},
    "@reach_applies_not": {"ja": "このリスクが当てはまらない", "en": "makes this risk not apply"},
    "@reach_crossed": {"ja": "実施できない条件に当たる", "en": "crosses this red line"},
    "@reach_clear": {"ja": "実施できない条件に当たらない", "en": "keeps clear of this red line"},
    "@level": {"ja": "段階(low など)、または最良と最悪の2つの段階", "en": "a level, or two: the best and the worst case"},
    "@level_or_mapping": {"ja": "段階(low など)、最良と最悪の2つの段階、または severity などのまとまり", "en": "a level, two levels (best and worst case), or a mapping such as {severity: …}"},
    "@form_scenario": {"ja": "シナリオの名前、または「core/名前」", "en": "the name of a scenario, or core/name"},
    "@true_false": {"ja": "true / false", "en": "true or false"},
    "@mapping": {"ja": "「キー: 値」のまとまり", "en": "a mapping (key: value)"},
    "@list": {"ja": "リスト(「- 」で始まる行の並び)", "en": "a list (lines that begin with “- ”)"},
    "@empty": {"ja": "空", "en": "nothing"},
    "@text_or_languages": {"ja": "文字列、または言語ごとの文字列(ja: …、en: …)", "en": "a text, or one text per language (ja: …, en: …)"},
    "@answer": {"ja": "1つの回答", "en": "one answer"},
    "@value": {"ja": "値、または値のリスト", "en": "a value, or a list of values"},
    "@write_list": {"ja": "1つだけでも、[ ] で囲むか、「- 」で始まる行にします。", "en": "Also one entry stands in [ ], or on a line that begins with “- ”. "},
    "@write_number": {"ja": "数字だけを書きます(例: 112000)。「,」「約」「人」などは付けません。", "en": "Write digits alone, such as 112000: no comma, no unit, no “about”. "},
    "@wide_comma": {"ja": "「、」は区切りになりません。半角の「,」と空白で区切ってください。", "en": "“、” keeps nothing apart: write a half-width comma and a blank. "},
    "@wrong_form": {"ja": "は書き方が違います", "en": "does not have the right form"},
    "@no_id": {"ja": "は、ここで使えるIDではありません", "en": "is no id that can stand here"},
    "@date_open": {"ja": "日付が決まっていないときは、この行を消してください。", "en": "Take the line out while the day is not settled. "},
    "@id_wanted": {"ja": "名称ではなく、用語集や根拠一覧にあるIDを書いてください。", "en": "Write an id of the vocabulary or of the list of references, not a name. "},
    "@form_id": {"ja": "小文字の英字で始まり、英小文字・数字・_ だけ", "en": "a lower-case letter, then lower-case letters, digits and _"},
    "@form_folder": {
        "ja": "小文字の英字で始まり、英小文字・数字・_・- だけ、64文字まで。con など、Windows が使えない名前は除く",
        "en": "a lower-case letter, then lower-case letters, digits, _ and -, up to 64, and no name that Windows keeps (con)",
    },
    "@form_name": {"ja": "小文字の英字で始まり、英小文字・数字・_・- だけ", "en": "a lower-case letter, then lower-case letters, digits, _ and -"},
    "@form_version": {"ja": '`"1.0"` のような、引用符で囲んだ版番号', "en": 'a version in quotes, like `"1.0"`'},
    "@form_extends": {"ja": "core@1.0 のような、質問票名と版", "en": "a bank and a version, like core@1.0"},
    "@form_date": {"ja": "2027-04-01 のような日付(年-月-日)", "en": "a date like 2027-04-01 (year-month-day)"},
    "@form_country": {"ja": "JP のような、2文字の国コード", "en": "a country code of two capitals, like JP"},
    "@form_language": {"ja": "ja、en、ja-x-easy のような言語コード", "en": "a language code like ja, en or ja-x-easy"},
    "@kind_choice": {"ja": "1つ選ぶ質問", "en": "a question with one choice"},
    "@kind_choices": {"ja": "複数選ぶ質問", "en": "a question with several choices"},
    "@kind_yes_no": {"ja": "はい・いいえの質問", "en": "a yes/no question"},
    "@kind_number": {"ja": "数値の質問", "en": "a number"},
    "@kind_date": {"ja": "日付の質問", "en": "a date"},
    "@kind_text": {"ja": "自由記述の質問", "en": "a text"},
    "@kind_safeguard": {"ja": "対策", "en": "a safeguard"},
    "@kind_set": {"ja": "データ一覧から集めた語の集まり", "en": "a set of words from the data inventory"},
    "@kind_count": {"ja": "データ一覧から求めた数", "en": "a number from the data inventory"},
    "@lowers_nothing": {"ja": "何も下げません", "en": "lowers nothing"},
    "@lowers_severity": {"ja": "種類が data_absent ではないので、影響の大きさを下げられません", "en": "is not of the kind data_absent and cannot lower severity"},
    "@lowers_too_much": {"ja": "評価方法が認める段数より多く下げます", "en": "lowers more steps than the method allows"},
    "@method_row_missing": {"ja": "表に、この影響の大きさの行がありません", "en": "The matrix has no row for this severity"},
    "@method_row_unknown": {"ja": "表に、一覧にない影響の大きさの行があります", "en": "The matrix has a row for a severity that is not listed"},
    "@method_row_length": {"ja": "表の行に書く段階の数が、起こりやすさの数と違います", "en": "This row of the matrix does not have one level for each likelihood"},
    "@method_level_unknown": {"ja": "リスクの段階の一覧にない語です", "en": "This is not one of the method's levels"},
    "@method_falls": {"ja": "影響が大きく、または起こりやすくなるのに、段階が下がります", "en": "The level falls although severity or likelihood rises"},
    "@method_acceptance_missing": {"ja": "この段階を受け入れてよい役職が書かれていません", "en": "Nobody is named who may accept this level"},
    "@method_post_unknown": {"ja": "役職の区分(owner、section_head、department_head、deputy_mayor、mayor、nobody)にない語です", "en": "This is no post (owner, section_head, department_head, deputy_mayor, mayor, nobody)"},
    "@method_steps": {"ja": "段数は0以上で、確認済みの対策は、実施しただけの対策と同じか、それより多く下げられる必要があります", "en": "Steps are never below zero, and a verified safeguard lowers at least as much as an implemented one"},
    "@method_none": {"ja": "評価方法(method)がありません", "en": "There is no method"},
    "@method_twice": {"ja": "土台の質問票に評価方法(method)があるのに、もう1つ書かれています", "en": "The bank that this one extends has a method already"},
    "@uses_none": {"ja": "どの版の用語集と根拠一覧を使うか(uses)が書かれていません", "en": "It does not say which versions of vocabulary and references it uses"},
    # assessments
    "@missing": {"ja": "ファイルがありません", "en": "there is no such file"},
    "@permission": {"ja": "読む権限がありません", "en": "you may not read it"},
    "@folder": {"ja": "フォルダーです", "en": "it is a folder"},
    "@too_deep": {"ja": "入れ子が深すぎます", "en": "it is nested too deeply"},
    "@link_to_nothing": {"ja": "リンクの先がありません", "en": "it is a link to nothing"},
    "@leads_out": {"ja": "フォルダーの外へのリンクです", "en": "it is a link that leads out of the folder"},
    "@link_loop": {"ja": "リンクをたどると元に戻ります", "en": "its links lead round in a circle"},
    "@long_name": {"ja": "名前が長すぎます", "en": "its name is too long"},
    "@no_file": {"ja": "通常のファイルではなく、中身がありません", "en": "it is no regular file, and nothing is in it"},
    "@disk_full": {"ja": "ディスクの空きがありません", "en": "the disk is full"},
    "@read_only": {"ja": "書き込めない場所です", "en": "nothing can be written there"},
    "@many_open": {"ja": "開いているファイルが多すぎます", "en": "too many files are open"},
    "@unreadable": {"ja": "理由は分かりません", "en": "the system does not say why"},
    "@bytes": {"ja": "バイト", "en": "bytes"},
    "@nodes": {"ja": "個の値", "en": "values"},
    "@characters": {"ja": "文字", "en": "characters"},
    "@syntax_quote": {"ja": "ここで始まる引用符が閉じていません", "en": "the quote that begins here is never closed"},
    "@syntax_bracket": {"ja": "かっこが閉じていないか、「,」または文章の引用符が足りません", "en": "a bracket is not closed, or a comma or the quotes of a text are missing"},
    "@syntax_comma": {"ja": "「、」は区切りになりません。半角の「,」と空白で区切ってください", "en": "“、” keeps nothing apart; write a half-width comma and a blank"},
    "@syntax_escape": {"ja": "「\\」の後の文字に意味がありません", "en": "what follows “\\” means nothing"},
    "@syntax_character": {"ja": "この記号で始まる値は引用符で囲む必要があります", "en": "a value that begins with this character needs quotes"},
    "@syntax_colon": {"ja": "「:」が足りないか、置けない場所にあります", "en": "a “:” is missing, or stands where it cannot"},
    "@syntax_indent": {"ja": "字下げが周りの行と合っていません", "en": "the indentation does not fit the lines around it"},
    "@toml_value": {"ja": "値がないか、文章が引用符で囲まれていません", "en": "a value is missing here, or a text has no quotes"},
    "@toml_equals": {"ja": "「=」が足りません", "en": "a “=” is missing"},
    "@toml_quote": {"ja": "引用符が閉じていません", "en": "a quote is never closed"},
    "@toml_line": {"ja": "行の終わりに余分なものがあります", "en": "the line goes on where it should end"},
    "@toml_twice": {"ja": "同じ名前が2回あります", "en": "a name is given twice"},
    "@toml_other": {"ja": "書き方が合っていません", "en": "this is not how TOML is written"},
    "@syntax_key": {"ja": "キーにできるのは1つの語だけです", "en": "a key can only be a plain word"},
    "@syntax_merge": {"ja": "git のマージで衝突した印(<<<<<<<)が残っています", "en": "marks of a merge (<<<<<<<) were left"},
    "@syntax_other": {"ja": "ここから後を読めません", "en": "nothing can be read from here on"},
    "@wide_characters": {"ja": "値が全角文字で書かれています", "en": "This value is written in full-width characters"},
    "@wide_edge": {"ja": "値の端に全角の空白があります", "en": "There is a full-width blank at the edge of this value"},
    "@write_narrow": {"ja": "半角文字で書き、前後の全角空白を消してください", "en": "Use half-width characters, without full-width blanks around them"},
    "@half_width_kana": {"ja": "半角カナが使われています", "en": "There are half-width kana here"},
    "@write_full_kana": {"ja": "全角のカタカナで書いてください", "en": "Write kana in full width"},
    "@answer_option": {"ja": "選択肢のID(1つ)", "en": "the id of one option"},
    "@answer_options": {"ja": "選択肢のリスト([ ] で囲む)", "en": "a list of options, in [ ]"},
    "@answer_yes_no": {"ja": "「yes」か「no」", "en": "yes or no"},
    "@answer_date": {"ja": "2027-04-01 のような日付", "en": "a date like 2027-04-01"},
    "@answer_safeguard": {"ja": "absent、planned、implemented、verified のどれか", "en": "absent, planned, implemented or verified"},
    "@too_small": {"ja": "数が小さすぎます", "en": "The number is too small"},
    "@too_large": {"ja": "数が大きすぎます", "en": "The number is too large"},
    "@no_such_day": {"ja": "暦にない日付です", "en": "There is no such day"},
    "@option_twice": {"ja": "2回選ばれています", "en": "is chosen twice"},
    "@option_exclusive": {"ja": "ほかの選択肢と一緒には選べません", "en": "cannot be chosen together with others"},
    "@terms_groups": {"ja": "人々の集まり(groups)", "en": "groups"},
    "@terms_stages": {"ja": "段階(stages)", "en": "stages"},
    "@terms_principles": {"ja": "原則(principles)", "en": "principles"},
    "@terms_threats": {"ja": "脅威(threats)", "en": "threats"},
    "@terms_events": {"ja": "事象(events)", "en": "events"},
    "@terms_harms": {"ja": "害(harms)", "en": "harms"},
    "@terms_posts": {"ja": "役職(posts)", "en": "posts"},
    "@terms_categories": {"ja": "データの種類(categories)", "en": "categories"},
    "@terms_captures": {"ja": "取得の方法(captures)", "en": "captures"},
    "@terms_identifiers": {"ja": "識別子(identifiers)", "en": "identifiers"},
    "@terms_roles": {"ja": "役割(roles)", "en": "roles"},
    "@terms_constituencies": {"ja": "立場(constituencies)", "en": "constituencies"},
    "@terms_actor_kinds": {"ja": "関係者の種類(actor_kinds)", "en": "kinds of actors"},
    "@terms_regimes": {"ja": "適用される法制度(regimes)", "en": "regimes"},
    "@terms_provision_natures": {"ja": "提供の性質(provision_natures)", "en": "natures of provision"},
    "@terms_consequences": {"ja": "提供しない場合の取扱い(consequences)", "en": "consequences"},
    "@terms_withholding_reasons": {"ja": "非公開の理由(withholding_reasons)", "en": "reasons for withholding"},
    "@kind_item": {"ja": "データ", "en": "data item"},
    "@kind_actor": {"ja": "関係者", "en": "actor"},
    "@kind_risk": {"ja": "リスク", "en": "risk"},
    "@kind_level": {"ja": "段階", "en": "level"},
    "@group_not_agreed": {"ja": "別の人の同意がないため、リスクの対象から外れません", "en": "stays in the risks: nobody else has agreed to take it out"},
    "@group_stays": {"ja": "データ一覧の内容から外せないため、リスクの対象に残ります", "en": "stays in the risks: what is said about the data does not let it be taken out"},
    "@provision_none": {"ja": "データを集めるのに、住民が断るとどうなるか(provision)が書かれていません", "en": "Data is collected, but nothing says what happens if a resident declines (provision)"},
    "@provision_write": {"ja": "`provision:` に、何を、任意か義務か、断るとどうなるかを書いてください", "en": "Say under `provision:` what is given, whether it must be, and what follows if it is not"},
    "@provision_without_law": {"ja": "断ったときの罰に、法律や条例の根拠がありません", "en": "This punishment has no statute or ordinance as its basis"},
    "@provision_name_law": {"ja": "`basis` に法律か条例を挙げるか、断ったときの扱いを改めてください", "en": "Name the statute or ordinance under `basis`, or change what follows"},
    "@red_line_crossed": {"ja": "に当てはまっています", "en": "is crossed"},
    "@red_line_unknown": {"ja": "に当てはまらないと確かめられません", "en": "may be crossed, it is not known yet"},
    "@withheld_reason": {"ja": "理由が用語集にありません", "en": "the reason is none of the vocabulary"},
    "@withheld_nobody": {"ja": "承認者が書かれていません", "en": "nobody has approved it"},
    "@part_keys": {"ja": "キー", "en": "the keys"},
    "@part_answers": {"ja": "回答", "en": "the answers"},
    "@part_receives": {"ja": "データを受け取る", "en": "receives data"},
    "@part_asked": {"ja": "尋ねている相手の", "en": "is asked"},
    "@cooperation_refused": {"ja": "断っています", "en": "has refused it"},
    "@cooperation_late": {"ja": "期限を過ぎても答えていません", "en": "has not answered by the day that was set"},
    "@comment_only_heard": {
        "ja": "聞いたと述べるだけで、どう扱ったかが書かれていません",
        "en": "the answer only says that they were heard",
    },
    "@withheld_vendor": {"ja": "承認者が、事業者の人です", "en": "who approved it belongs to a vendor or a firm"},
    "@withheld_adviser": {
        "ja": "承認者が、市の職にない第三者の委員です",
        "en": "who approved it gives independent opinions, and holds no post of the city",
    },
    "@withheld_author": {"ja": "承認者が、書いた人と同じです", "en": "its author approved it"},
    "@role_author": {"ja": "書いた人(author)", "en": "author"},
    "@role_reviewer": {"ja": "点検した人(reviewer)", "en": "reviewer"},
    "@role_independent": {"ja": "第三者として意見を述べる人(independent)", "en": "independent member"},
    "@role_risk_acceptor": {"ja": "リスクを受け入れる人(risk_acceptor)", "en": "risk_acceptor"},
    "@role_approver": {"ja": "承認する人(approver)", "en": "approver"},
    "@window_gone": {"ja": "comments/ に記録がありません", "en": "there is no record of it under comments/"},
    "@window_unreadable": {"ja": "comments/ の記録が読めません", "en": "its record under comments/ cannot be read"},
    "@window_changed": {"ja": "comments/ の記録が、示した内容のダイジェストと合いません", "en": "its record under comments/ does not fit the digest of what was shown"},
    "@window_of_another": {"ja": "comments/ の記録が、別の意見募集のものになっています", "en": "its record under comments/ is of another window"},
    "@window_no_days": {"ja": "期間(from と to)がないか、逆になっています", "en": "its days (from, to) are missing or the wrong way round"},
    "@window_backdated": {"ja": "内容を示した日より前に始まったことになっています", "en": "it begins before the day on which anything was shown"},
    "@window_untied": {"ja": "記録はあるのに、意見聴取の欄からダイジェスト(digest)が消えています", "en": "there is a record of it, and its digest is gone"},
    "@window_unbound": {"ja": "何について意見を求めたかの記録がありません", "en": "nothing records what was put to comment"},
    "@reopen_level_inherent": {"ja": "対策前のリスク", "en": "before safeguards, the level of"},
    "@reopen_level_current": {"ja": "今のリスク", "en": "now, the level of"},
    "@reopen_level_target": {"ja": "対策がすべて終わったときのリスク", "en": "when all is done, the level of"},
    "@reopen_recipient": {"ja": "新しい提供先", "en": "a new recipient,"},
    "@reopen_purpose": {"ja": "新しい目的", "en": "a new purpose,"},
    "@reopen_country": {"ja": "新しい国", "en": "a new country,"},
    "@reopen_safeguard": {"ja": "示したより弱い対策", "en": "less than was said, the safeguard"},
    "@comment_unanswered": {"ja": "まだ答えていません", "en": "not answered yet"},
    "@comment_no_reason": {"ja": "答えに理由が書かれていません", "en": "the answer gives no reason"},
    "@comment_untold": {"ja": "募集が終わったのに、寄せられた意見が書かれていません", "en": "the window has closed, and what was said is not told"},
    "@trigger_incident": {"ja": "決裁の後に起きた事故", "en": "an incident since the sign-off"},
    "@trigger_complaint": {"ja": "決裁の後に寄せられた苦情", "en": "a complaint since the sign-off"},
    "@trigger_bank": {"ja": "質問票の新しい版", "en": "a newer version of a question bank,"},
    "@trigger_begun": {"ja": "決裁の後に施行された根拠", "en": "in force since the sign-off,"},
    "@trigger_ended": {"ja": "決裁の後に廃止された根拠", "en": "repealed since the sign-off,"},
    "@trigger_waiver": {"ja": "もうすぐ期限の来る例外承認", "en": "soon over, the waiver of"},
    "@trigger_expedited": {"ja": "もうすぐ期限の来る緊急の承認", "en": "the expedited approval is soon over"},
    "@trigger_evidence": {"ja": "もうすぐ期限の来る根拠資料", "en": "soon over, the evidence of"},
    "@trigger_year": {"ja": "見直しの日を決めないまま、決裁から1年が過ぎたこと", "en": "a year has passed since the sign-off, and no day is set for the review"},
    "@published_ahead": {"ja": "まだ来ていない日付です", "en": "that day is still to come"},
    "@published_before": {"ja": "最後の決裁より前の日付です", "en": "that is before the last sign-off"},
    "@sign_off_unreadable": {"ja": "決裁の記録を読めません", "en": "the sign-off cannot be read"},
    "@sign_off_name": {"ja": "フォルダーの名前と中身が違います", "en": "the folder's name says something else"},
    "@sign_off_chain": {"ja": "前の決裁の記録とつながりません", "en": "it does not follow the sign-off before it"},
    "@sign_off_foreign": {"ja": "決裁のときにはなかったファイルです", "en": "this file was not there when it was signed"},
    "@sign_off_copy_gone": {"ja": "ファイルがありません", "en": "the file is gone"},
    "@sign_off_copy_changed": {"ja": "ファイルが変わっています", "en": "the file was changed"},
    "@sign_off_rewritten": {"ja": "封(seal)をした後に書き換えられています", "en": "it was written anew after it was sealed"},
    "@sign_off_unsealed": {"ja": "前の記録にはある封(seal)がありません", "en": "it has no seal, and the one before it has"},
    "@sign_off_misfit": {"ja": "決裁の種類(outcome)と合いません", "en": "it does not go with the outcome"},
    "@waiver_expedited": {"ja": "緊急の承認では、例外を承認できません", "en": "an expedited approval waives nothing"},
    "@waiver_expired": {"ja": "期限が過ぎています", "en": "its day has passed"},
    "@waiver_no_line": {"ja": "この条件はありません", "en": "there is no such red line"},
    "@waiver_document": {"ja": "文書番号がありません", "en": "it names no document"},
    "@waiver_authority": {"ja": "この権限では、例外を承認できません", "en": "the line cannot be waived on this authority"},
    "@level_target": {"ja": "対策をすべて行った後", "en": "when all is done"},
    "@level_current": {"ja": "今", "en": "as it is now"},
    "@condition_no_start": {"ja": "開始日が書かれていません", "en": "nobody has said when the service starts"},
    "@condition_open": {"ja": "担当か期限がありません", "en": "no owner or no day"},
    "@condition_late": {"ja": "期限が開始日より後です", "en": "due after the service starts"},
    "@expedited_says_nothing": {"ja": "権限と出来事が書かれていません", "en": "it names no authority or no event"},
    "@expedited_too_long": {"ja": "90日を超えているか、日付ではありません", "en": "more than 90 days, or no day"},
    "@expedited_over": {"ja": "期限が過ぎています", "en": "its days are over"},
    "@override_no_reason": {"ja": "理由が書かれていません", "en": "no reason is given"},
    "@form_no_panel": {"ja": "どの会議かが書かれていない", "en": "No panel is named"},
    "@form_advisory_meeting": {"ja": "条例に基づかない会議な", "en": "The panel is a meeting without an ordinance"},
    "@part_not_present": {"ja": "出席していません", "en": "is not present"},
    "@part_conflict": {"ja": "利益相反を申し出ています", "en": "has declared a conflict of interest"},
    "@part_twice": {"ja": "二度数えられています", "en": "is counted twice"},
    "@part_role": {"ja": "評価書を書く、点検する、承認する立場です", "en": "wrote, reviews or approves the assessment"},
    "@decider_conflict": {"ja": "決めた人は、利益相反を申し出ています", "en": "Whoever decided has declared a conflict of interest"},
    "@acts_no_panel": {"ja": "city.yaml にない会議です", "en": "city.yaml has no such panel"},
    "@acts_no_member": {"ja": "出席者でない番号です", "en": "No such number among the team's, or not present"},
    "@acts_empty": {"ja": "何も書かれていません", "en": "It says nothing"},
    "@acts_not_higher": {"ja": "今の段階より高くありません", "en": "This is not higher than the level is now"},
    "@acts_day_over": {"ja": "期限が過ぎています", "en": "The day is over already"},
    "@decider_no_post": {"ja": "この機関にその職はありません", "en": "The organ has no such post"},
    "@decider_nobody": {"ja": "誰が決めたかが書かれていません", "en": "It does not say who decided"},
    "@decider_author": {"ja": "評価書を書いた人が決めています", "en": "Whoever wrote the assessment decided"},
    "@acts_other_assessment": {"ja": "別の評価書の記録です", "en": "This is on another assessment"},
    "@acts_no_item": {"ja": "議題にありません", "en": "The agenda has no such item"},
    "@acts_not_one": {"ja": "一か所に一つでない記録です", "en": "Not one act in one place"},
    "@acts_of_minutes": {"ja": "議事録だけが持つ項目です", "en": "Only minutes say this of an act"},
    "@acts_no_question": {"ja": "そのような質問はありません", "en": "There is no such question"},
    "@acts_no_risk": {"ja": "そのようなリスクはありません", "en": "There is no such risk"},
    "@acts_no_level": {"ja": "そのような段階はありません", "en": "There is no such level"},
    "@acts_no_reply": {"ja": "この議題には、回答する相手の意見がありません", "en": "On this item nobody said what could be replied to"},
    "@carried_open": {"ja": "まだ評価書に入っていません", "en": "Not in the assessment yet"},
    "@carried_other": {"ja": "評価書では別の内容になっています", "en": "Something else stands in the assessment"},
    "@silence_no_code": {"ja": "コードが書かれていません", "en": "it names no code"},
    "@silence_no_reason": {"ja": "理由が書かれていません", "en": "it gives no reason"},
    "@silence_gate": {"ja": "関門と pia 自体の誤りは止められません", "en": "neither gates nor mistakes of pia are silenced"},
    "@setting_no_rule": {"ja": "に当たる規則はありません", "en": "fits no rule"},
    "@setting_gate": {"ja": "は、設定では止められないもの(関門、公開した版の変更、pia 自体の誤り)です", "en": "is what no setting ignores: a gate, what became of a released version, or a mistake of pia"},
    "@override_author": {"ja": "評価書を書いた人が引き上げています", "en": "the assessment's author raised it"},
}  # fmt: skip


def message_of(diagnostic: Diagnostic, language: str) -> str:
    """What is wrong."""
    return _said(diagnostic.code, tuple(diagnostic.args.items()), language)[0]


def hint_of(diagnostic: Diagnostic, language: str) -> str:
    """One way out."""
    return _said(diagnostic.code, tuple(diagnostic.args.items()), language)[1]


@lru_cache(maxsize=1024)  # the same of a thousand assessments on one bank
def _said(code: str, args: tuple[tuple[str, str], ...], language: str) -> tuple[str, str]:
    rule, known = rule_of(code), dict(args)
    return fill(rule.message, known, language), fill(rule.hint, known, language)


def fill(template: Mapping[str, str], args: Mapping[str, str], language: str) -> str:
    """Put the arguments in; a clause in square brackets goes when an argument that it names is empty.

    What a file says is repeated but for My Numbers, whichever rule speaks of it. An id in quotes that stands for a text
    (`lint/titles.py`) gives place to the text, the id behind it.
    """
    own = {
        name: args.get(f"{name}@{language}", value) for name, value in args.items()
    }  # where each language has its own
    known = {name: WORDS[value][language] if value in WORDS else masked(value) for name, value in own.items()}

    def clause(match: re.Match[str]) -> str:
        names = _NAME.findall(match[1])
        if not names:  # brackets that are meant, as those of a comment
            return match[0]
        return match[1] if all(map(known.get, names)) else ""

    def value(match: re.Match[str]) -> str:
        name = match[1] or match[2]
        title = known.get(f"{name}{TITLE_MARK}{language}") if match[1] else None
        whole = _TITLED[language].format(title, known[name]) if title else known.get(name, "")
        return whole if title or not match[1] else f"{match[0][0]}{whole}{match[0][-1]}"

    return _IN_QUOTES.sub(value, _OPTIONAL.sub(clause, template[language]))
