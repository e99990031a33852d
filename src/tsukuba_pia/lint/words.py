"""A diagnostic in words, in the reader's language."""

import re
from collections.abc import Mapping

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.engine import rule_of

_OPTIONAL = re.compile(r"\[([^][]*)\]")
_NAME = re.compile(r"\{(\w+)\}")

WORDS: Mapping[str, Mapping[str, str]] = {
    "@text": {"ja": "文字列", "en": "a text"},
    "@integer": {"ja": "整数", "en": "a whole number"},
    "@number": {"ja": "数値", "en": "a number"},
    "@number_or_unknown": {"ja": "数値、または unknown など決められた語", "en": "a number, or a word such as unknown"},
    "@true_false": {"ja": "true / false", "en": "true or false"},
    "@mapping": {"ja": "「キー: 値」のまとまり", "en": "a mapping (key: value)"},
    "@list": {"ja": "リスト(「- 」で始まる行の並び)", "en": "a list (lines that begin with “- ”)"},
    "@empty": {"ja": "空", "en": "nothing"},
    "@text_or_languages": {"ja": "文字列、または言語ごとの文字列(ja: …、en: …)", "en": "a text, or one text per language (ja: …, en: …)"},
    "@answer": {"ja": "1つの回答", "en": "one answer"},
    "@value": {"ja": "値、または値のリスト", "en": "a value, or a list of values"},
    "@form_id": {"ja": "小文字の英字で始まり、英小文字・数字・_ だけを使う", "en": "a lower-case letter, then lower-case letters, digits and _"},
    "@form_name": {"ja": "小文字の英字で始まり、英小文字・数字・_・- だけを使う", "en": "a lower-case letter, then lower-case letters, digits, _ and -"},
    "@form_version": {"ja": "\"1.0\" のような、引用符で囲んだ版番号", "en": "a version in quotes, like \"1.0\""},
    "@form_extends": {"ja": "core@1.0 のような、問診票名と版", "en": "a bank and a version, like core@1.0"},
    "@form_date": {"ja": "2027-04-01 のような日付(年-月-日)", "en": "a date like 2027-04-01 (year-month-day)"},
    "@form_country": {"ja": "JP のような、2文字の国コード", "en": "a country code of two capitals, like JP"},
    "@form_language": {"ja": "ja、en、ja-x-easy のような言語コード", "en": "a language code like ja, en or ja-x-easy"},
}  # fmt: skip


def message_of(diagnostic: Diagnostic, language: str) -> str:
    """What is wrong."""
    return fill(rule_of(diagnostic.code).message, diagnostic.args, language)


def hint_of(diagnostic: Diagnostic, language: str) -> str:
    """One way out."""
    return fill(rule_of(diagnostic.code).hint, diagnostic.args, language)


def fill(template: Mapping[str, str], args: Mapping[str, str], language: str) -> str:
    """Put the arguments in; a clause in square brackets goes when an argument that it names is empty."""
    known = {name: WORDS[value][language] if value in WORDS else value for name, value in args.items()}

    def clause(match: re.Match[str]) -> str:
        return match[1] if all(known.get(name) for name in _NAME.findall(match[1])) else ""

    text = _OPTIONAL.sub(clause, template[language])
    return _NAME.sub(lambda match: known.get(match[1], ""), text)
