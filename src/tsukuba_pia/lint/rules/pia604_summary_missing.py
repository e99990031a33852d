"""The public summary is missing in a language that was promised, says nothing, or is not in that language.

Residents decide by the summary. It is due in each language of `publication.languages` (else in the assessment's own), and in those that the city's profile promises
to a group that the service affects. `TODO` is as missing as none; one letter, “to be decided”, the title once more or less than a sentence tell
nobody what the service does with their data, nor does what only speaks of itself: “this is the summary of this service”, “see page 2 of the annex”, “the English version follows”, “please ask at the counter”. The least that counts as a sentence is five words, or three or four with 30 letters together (German and Finnish make one word of several); in a language
without blanks between words, six letters. A text that two languages share was not translated, and one in Japanese letters under `en`, or Japanese in Latin letters, is no English.

```yaml assessment
publication:
  languages: [ja, en]
  summaries: {ja: 自転車の数だけを数えます。}  # PIA604 at {ja
```

Use instead: a summary in each of them under `publication.summaries`, in a few plain sentences.

---

約束した言語の概要(市民のみなさまへ)がないか、何も述べていないか、その言語で書かれていません。

市民は、概要を読んで、使うかどうかを決めます。概要は、`publication.languages` の言語(なければ評価書の言語)と、市の設定がサービスの影響を受ける人々に約束した言語の、すべてで必要です。
`TODO` は、書かれていないのと同じです。1文字だけ、「準備中」「(案)作成中」、題名の繰り返し、短すぎる文では、データがどう扱われるかが誰にも分かりません。「このサービスの概要です」「別紙のとおりです」「後日掲載いたします」「窓口にお問い合わせください」のように、概要そのものや、尋ねる先、掲載の時期しか述べていない文でも、同じです。少なくとも、語を空白で区切る言語では5語(ドイツ語のように語をつなげる言語もあるため、合わせて30字あれば3語)、日本語のように区切らない言語では6字が必要です。
2つの言語が同じ文章なら、翻訳されていません。`en` に日本語の文章やローマ字の日本語があっても、英語の概要にはなりません。

代わりに: `publication.summaries` に、それぞれの言語で、短く分かりやすく書きます。
"""

from collections.abc import Iterator, Mapping

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.suspicion import versions
from tsukuba_pia.lint.texts import is_gap
from tsukuba_pia.model.hollow import repeats, tells_nothing_of_itself
from tsukuba_pia.model.pointing import publishes, speaks_of_itself_alone
from tsukuba_pia.model.scripts import is_in_another_script, is_romaji, lacks_its_script
from tsukuba_pia.model.text import Text

SUMMARIES: Path = ("publication", "summaries")


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each language without a summary of its own."""
    publication = context.assessment.publication
    summaries = dict(publication.summaries or {}) if publication is not None else {}
    missing = [name for name in promised(context) if is_gap(summaries.get(name, ""))]
    if missing:
        yield Finding(SUMMARIES, {"problem": "@summary_missing", "languages": ", ".join(missing)})
    for name, text in summaries.items():
        if problem := "" if is_gap(text) else _problem(text, name, context.assessment.title):
            yield Finding((*SUMMARIES, name), {"problem": problem, "languages": name})
    for name, first in _copies(summaries):
        args = {"problem": "@summary_copied", "languages": f"{first}, {name}"}
        yield Finding((*SUMMARIES, name), args, level="warning")


def _problem(text: str, language: str, title: Text) -> str:
    """What is wrong with a summary, if anything."""
    if tells_nothing_of_itself(text) or repeats(text, title) or _adds_nothing(text, title):
        return "@summary_hollow"
    if is_in_another_script(text, language) or lacks_its_script(text, language):
        return "@summary_other"
    return "@summary_romaji" if is_romaji(text, language) else ""


def _adds_nothing(text: str, title: Text) -> bool:
    """Whether beside the title it speaks of itself alone. That what the title names is published is what it does."""
    return speaks_of_itself_alone(_without(title, text)) and not any(publishes(text, one) for one in versions(title))


def _without(title: Text, text: str) -> str:
    """A text without the title: “this is the summary of” is left of “this is the summary of Bicycle parking guide”."""
    for one in versions(title):
        text = text.replace(one, " ")
    return text


def promised(context: AssessmentContext) -> tuple[str, ...]:
    """The languages that the assessment names, and those that the city promises to groups that are affected."""
    assessment, profile = context.assessment, context.profile
    own = (assessment.publication.languages if assessment.publication else ()) or (assessment.language,)
    untouched = {one.group for one in assessment.groups_excluded if one.agreed_by}
    promises = profile.group_languages.items() if profile is not None else ()
    more = (name for group, names in promises if group not in untouched for name in names)
    return tuple(dict.fromkeys((*own, *more)))


def _copies(summaries: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    seen: dict[str, str] = {}
    for name, text in summaries.items():
        first = seen.setdefault(" ".join(text.split()), name)
        if first != name and not is_gap(text):
            yield name, first


RULE = Rule(
    code="PIA604",
    level="error",
    about="assessment",
    message={
        "ja": "概要(市民のみなさまへ){problem}: {languages}",
        "en": "The public summary {problem}: {languages}.",
    },
    hint={
        "ja": "`publication.summaries` に、その言語の概要を書いてください。",
        "en": "Write it in that language under `publication.summaries`.",
    },
    check=check,
    since="publication",
)
