"""It is to be approved, and somebody whom it depends on has refused to answer, or is late and nothing was done about it.

What a department or a vendor did not tell is not known, whatever the answers say. A refusal suspends a service that runs (its state is then `suspended`), so nobody gives leave to it beforehand: the refusal is settled first, on
the ground that the city has (a contract, an ordinance). A request past its day without an answer is a warning until `escalation` says who took it up.

```yaml assessment
cooperation:
  - {request: 記録の見本, to: 運行事業者, state: refused}  # PIA569 at refused
  - {request: 契約書の写し, to: 契約課, due: 2027-04-30, state: open}  # its day is still to come
```

Use instead: the answer, and `state: answered`; or another way without what was refused.

---

承認しようとしていますが、協力を求めた相手が断っているか、期限を過ぎても答えがなく、何もしていません。

課や事業者が答えなかったことは、回答に何と書いてあっても、分かっていません。動いているサービスなら、断られると「停止」(suspended)の状態になります。そのため、先に承認することはできません。市の持つ根拠(契約や条例)により、先に解決します。期限を過ぎた依頼は、誰が引き取ったか(`escalation`)が書かれるまで、警告です。

代わりに: 答えを得て `state: answered` にします。または、断られたものを使わない方法にします。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.assessment import Request
from tsukuba_pia.model.hollow import is_hollow
from tsukuba_pia.model.text import words


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each request that was refused, or whose day has passed without an answer and without a further step."""
    language = context.assessment.language
    for number, one in enumerate(context.assessment.cooperation):
        to = words(one.to, language)
        if one.state == "refused":
            yield Finding(("cooperation", number, "state"), {"to": to, "problem": "@cooperation_refused"})
        elif _is_late(one, context.as_of) and is_hollow(words(one.escalation, language)):
            yield Finding(("cooperation", number, "due"), {"to": to, "problem": "@cooperation_late"}, level="warning")


def _is_late(request: Request, as_of: str) -> bool:
    return request.state != "answered" and request.due is not None and request.due < as_of


RULE = Rule(
    code="PIA569",
    level="error",
    about="assessment",
    message={
        "ja": "協力を求めた「{to}」が{problem}。",
        "en": "“{to}”, whose help was asked for, {problem}.",
    },
    hint={
        "ja": "契約や条例などの根拠(`ground`)を示して求め直すか、それを使わない方法にしてください。",
        "en": "Ask again on a ground (`ground`: a contract, an ordinance), or do without.",
    },
    check=check,
    since="approval",
    telling=False,
)
