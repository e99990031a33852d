"""A diagnostic in words, in the reader's language."""

import re
from collections.abc import Mapping

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.change_words import WORDS as CHANGE_WORDS
from tsukuba_pia.lint.engine import rule_of
from tsukuba_pia.lint.my_number import masked

_OPTIONAL = re.compile(r"\[([^][]*)\]")
_NAME = re.compile(r"\{(\w+)\}")

WORDS: Mapping[str, Mapping[str, str]] = {
    **CHANGE_WORDS,
    "@text": {"ja": "文字列", "en": "a text"},
    "@integer": {"ja": "整数", "en": "a whole number"},
    "@number": {"ja": "数値", "en": "a number"},
    "@number_or_unknown": {"ja": "数値、または unknown など決められた語", "en": "a number, or a word such as unknown"},
    "@points_below_zero": {"ja": "点数や係数が0より小さい", "en": "points and factors are never below zero"},
    "@index_of_what": {"ja": "points_of と from のどちらか一方が必要", "en": "it needs points_of or from, one of the two"},
    "@band_open": {"ja": "上限のない帯は最後だけ", "en": "only the last band is open"},
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
    "@form_id": {"ja": "小文字の英字で始まり、英小文字・数字・_ だけ", "en": "a lower-case letter, then lower-case letters, digits and _"},
    "@form_name": {"ja": "小文字の英字で始まり、英小文字・数字・_・- だけ", "en": "a lower-case letter, then lower-case letters, digits, _ and -"},
    "@form_version": {"ja": '"1.0" のような、引用符で囲んだ版番号', "en": 'a version in quotes, like "1.0"'},
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
    "@method_steps": {"ja": "段数は0以上で、確認済みの対策は、実施しただけの対策と同じか、それより多く下げられる必要があります", "en": "Steps are never below zero, and a verified safeguard lowers at least as much as an implemented one"},
    "@method_none": {"ja": "評価方法(method)がありません", "en": "There is no method"},
    "@method_twice": {"ja": "土台の質問票に評価方法(method)があるのに、もう1つ書かれています", "en": "The bank that this one extends has a method already"},
    "@uses_none": {"ja": "どの版の用語集と根拠一覧を使うか(uses)が書かれていません", "en": "It does not say which versions of vocabulary and references it uses"},
    # assessments
    "@missing": {"ja": "ファイルがありません", "en": "there is no such file"},
    "@permission": {"ja": "読む権限がありません", "en": "you may not read it"},
    "@folder": {"ja": "フォルダーです", "en": "it is a folder"},
    "@unreadable": {"ja": "理由は分かりません", "en": "the system does not say why"},
    "@bytes": {"ja": "バイト", "en": "bytes"},
    "@nodes": {"ja": "個の値", "en": "values"},
    "@characters": {"ja": "文字", "en": "characters"},
    "@syntax_quote": {"ja": "ここで始まる引用符が閉じていません", "en": "the quote that begins here is never closed"},
    "@syntax_bracket": {"ja": "かっこが閉じていないか、「,」または文章の引用符が足りません", "en": "a bracket is not closed, or a comma or the quotes of a text are missing"},
    "@syntax_escape": {"ja": "「\\」の後の文字に意味がありません", "en": "what follows “\\” means nothing"},
    "@syntax_character": {"ja": "この記号で始まる値は引用符で囲む必要があります", "en": "a value that begins with this character needs quotes"},
    "@syntax_colon": {"ja": "「:」が足りないか、置けない場所にあります", "en": "a “:” is missing, or stands where it cannot"},
    "@syntax_indent": {"ja": "字下げが周りの行と合っていません", "en": "the indentation does not fit the lines around it"},
    "@syntax_key": {"ja": "キーにできるのは1つの語だけです", "en": "a key can only be a plain word"},
    "@syntax_other": {"ja": "ここから後を読めません", "en": "nothing can be read from here on"},
    "@wide_characters": {"ja": "値が全角文字で書かれています", "en": "This value is written in full-width characters"},
    "@wide_edge": {"ja": "値の端に全角の空白があります", "en": "There is a full-width blank at the edge of this value"},
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
    "@red_line_crossed": {"ja": "に該当しています", "en": "is crossed"},
    "@red_line_unknown": {"ja": "に該当しないと確かめられません", "en": "may be crossed: it is not known yet"},
    "@withheld_reason": {"ja": "理由が用語集にありません", "en": "the reason is none of the vocabulary"},
    "@withheld_nobody": {"ja": "承認者が書かれていません", "en": "nobody has approved it"},
    "@withheld_author": {"ja": "承認者が、書いた人と同じです", "en": "its author approved it"},
    "@role_author": {"ja": "書いた人(author)", "en": "author"},
    "@role_reviewer": {"ja": "点検した人(reviewer)", "en": "reviewer"},
    "@role_approver": {"ja": "承認する人(approver)", "en": "approver"},
    "@role_nobody": {"ja": "の名前がありません", "en": "nobody is named"},
    "@role_twice": {"ja": "が、ほかの役も担っています", "en": "the same person has another of these roles"},
    "@sign_off_unreadable": {"ja": "署名を読めません", "en": "the sign-off cannot be read"},
    "@sign_off_name": {"ja": "フォルダーの名前と中身が違います", "en": "the folder's name says something else"},
    "@sign_off_chain": {"ja": "前の署名とつながりません", "en": "it does not follow the sign-off before it"},
    "@sign_off_foreign": {"ja": "署名のときにはなかったファイルです", "en": "this file was not there when it was signed"},
    "@sign_off_copy_gone": {"ja": "ファイルがありません", "en": "the file is gone"},
    "@sign_off_copy_changed": {"ja": "ファイルが変わっています", "en": "the file was changed"},
    "@waiver_expedited": {"ja": "緊急の承認では外せません", "en": "an expedited approval waives nothing"},
    "@waiver_expired": {"ja": "期限が過ぎています", "en": "its day has passed"},
    "@waiver_no_line": {"ja": "この条件はありません", "en": "there is no such red line"},
    "@waiver_document": {"ja": "文書番号がありません", "en": "it names no document"},
    "@waiver_authority": {"ja": "この権限では外せません", "en": "the line cannot be waived on this authority"},
    "@level_target": {"ja": "対策をすべて行った後", "en": "when all is done"},
    "@level_current": {"ja": "今", "en": "as it is now"},
    "@condition_no_start": {"ja": "開始日が書かれていません", "en": "nobody has said when the service starts"},
    "@condition_open": {"ja": "担当か期限がありません", "en": "no owner or no day"},
    "@condition_late": {"ja": "期限が開始日より後です", "en": "due after the service starts"},
    "@expedited_says_nothing": {"ja": "権限と出来事が書かれていません", "en": "it names no authority or no event"},
    "@expedited_too_long": {"ja": "90日を超えているか、日付ではありません", "en": "more than 90 days, or no day"},
    "@expedited_over": {"ja": "期限が過ぎています", "en": "its days are over"},
    "@override_no_reason": {"ja": "理由が書かれていません", "en": "no reason is given"},
    "@silence_no_code": {"ja": "コードが書かれていません", "en": "it names no code"},
    "@silence_no_reason": {"ja": "理由が書かれていません", "en": "it gives no reason"},
    "@silence_gate": {"ja": "関門は止められません", "en": "a gate cannot be silenced"},
    "@setting_no_rule": {"ja": "に当たる規則はありません", "en": "fits no rule"},
    "@setting_gate": {"ja": "は関門なので、止められません", "en": "is a gate, which cannot be ignored"},
    "@override_author": {"ja": "評価書を書いた人が引き上げています", "en": "the assessment's author raised it"},
}  # fmt: skip


def message_of(diagnostic: Diagnostic, language: str) -> str:
    """What is wrong."""
    return fill(rule_of(diagnostic.code).message, diagnostic.args, language)


def hint_of(diagnostic: Diagnostic, language: str) -> str:
    """One way out."""
    return fill(rule_of(diagnostic.code).hint, diagnostic.args, language)


def fill(template: Mapping[str, str], args: Mapping[str, str], language: str) -> str:
    """Put the arguments in; a clause in square brackets goes when an argument that it names is empty.

    What a file says is repeated but for My Numbers, whichever rule speaks of it.
    """
    known = {name: WORDS[value][language] if value in WORDS else masked(value) for name, value in args.items()}

    def clause(match: re.Match[str]) -> str:
        return match[1] if all(known.get(name) for name in _NAME.findall(match[1])) else ""

    text = _OPTIONAL.sub(clause, template[language])
    return _NAME.sub(lambda match: known.get(match[1], ""), text)
