"""Something is withheld without an end, or without the exemption that it rests on.

Withholding is for a time: on its last day somebody looks whether the reason still holds (PIA603). And it rests on a ground that a resident could have reviewed: the
exemption of the disclosure ordinance, one of `disclosure_exemptions` where the city's profile lists them. A missing end is an error, and so is one that is more than five years away: nobody
who decided it will be there to look. The five years run from today, or from `dates.starts_on` where the service has not started, and on to the end of that fiscal year (31 March). A missing or
another exemption is a warning, and so is one that names no article.

```yaml assessment
answers:
  c_people:
    answer: 500
    withheld: {reason: security, exemption: 第7条第4号, approved_by: 総務課長}  # PIA605 at {reason
```

Use instead: `withheld: {reason: security, exemption: 第7条第4号, approved_by: 総務課長, until: 2028-03-31}`.

---

非公開に期限がないか、根拠となる不開示の条項がありません。

非公開には期限を付け、期限が来たら、理由がまだ当てはまるかを人が確かめます(PIA603)。また、市民が争うこともできるように、情報公開条例の不開示情報のどれに当たるかを書きます。
市の設定に `disclosure_exemptions` があれば、そのどれかを書きます。期限がないか5年より先だとエラー(決めた人が確かめられません)、条項がないか、設定にないか、条や号の番号がないと警告です。
5年は、今日(開始前なら開始日 `dates.starts_on`)から数え、その年度の末日(3月31日)まで認めます。

代わりに: `withheld: {reason: security, exemption: 第7条第4号, approved_by: 総務課長, until: 2028-03-31}`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.late import late
from tsukuba_pia.lint.assessment_parts import withholdings
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.far import last_day_of
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.suspicion import plain, versions
from tsukuba_pia.model.hollow import is_placeholder, letters

ARTICLE = late("[0-9]|[一二三四五六七八九十百]+[条項号]")  # 第7条第4号, art. 7


def check(context: AssessmentContext) -> Iterator[Finding]:
    """What each withholding lacks."""
    known = _exemptions(context)
    latest = last_day_of(context.assessment, context.as_of)
    for path, withheld, _ in withholdings(context):
        if withheld.until is None:
            yield Finding(path, {"problem": "@withheld_without_end"})
        elif withheld.until > latest:
            yield Finding((*path, "until"), {"problem": "@withheld_far_end"})
        if is_placeholder(withheld.exemption or ""):
            yield Finding(path, {"problem": "@withheld_without_exemption"}, level="warning")
        elif known:
            if not any(one in plain(withheld.exemption or "") for one in known):
                yield Finding((*path, "exemption"), {"problem": "@withheld_other_exemption"}, level="warning")
        elif ARTICLE.search(letters(withheld.exemption or "")) is None:
            yield Finding((*path, "exemption"), {"problem": "@withheld_vague_exemption"}, level="warning")


def _exemptions(context: AssessmentContext) -> frozenset[str]:
    """The city's exemptions, by code and by name."""
    listed = context.profile.disclosure_exemptions if context.profile is not None else {}
    return frozenset(plain(one) for code, name in listed.items() for one in (code, *versions(name)))


RULE = Rule(
    code="PIA605",
    level="error",
    about="assessment",
    message={
        "ja": "非公開の書き方が足りません: {problem}。",
        "en": "This is withheld, but {problem}.",
    },
    hint={
        "ja": "期限(until)と、情報公開条例のどの条項によるか(exemption)を書いてください。",
        "en": "Give the last day in `until`, and the exemption of the disclosure ordinance in `exemption`.",
    },
    check=check,
    since="publication",
)
