"""A comparison does not fit what it compares.

A question with one choice is compared with `is` and `is_not`, one with several choices with `includes` and
`includes_none`, numbers and dates with `at_least`, `at_most`, `above` and `below`. Texts are never compared.

```yaml bank
sections:
  - id: x_use
    questions:
      - {id: x_people, type: number}
risks:
  - id: x_leak
    severity:
      rows:
        - when: {question: x_people, is: 1000}  # PIA205 at 1000
        - when: {question: x_people, at_least: many}  # PIA205 at many
        - when: {data: captures, at_least: 2}  # PIA205 at 2
```

Use instead: `{question: x_people, at_least: 1000}` and `{data: captures, includes: [drone]}`.

---

比べ方が、比べる相手に合っていません。

1つ選ぶ質問は `is` と `is_not`、複数選ぶ質問は `includes` と `includes_none`、数値と日付は `at_least`、`at_most`、`above`、`below`
で比べます。自由記述は比べられません。

代わりに: `{question: x_people, at_least: 1000}` と `{data: captures, includes: [drone]}`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.comparisons import FITTING, compared, is_bound
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.condition import ORDER_OPERATORS


def check(context: BankContext) -> Iterator[Finding]:
    """Each comparison that its subject's kind does not have, or whose bound is of another kind."""
    for _, path, atom in context.atoms:
        kind = compared(atom, context.question_of(atom))
        if kind is None:
            continue
        args = {
            "name": atom.name,
            "kind": f"@kind_{kind}",
            "operator": "",
            "value": "",
            "known": ", ".join(FITTING[kind]),
        }
        if atom.operator not in FITTING[kind]:
            yield Finding((*path, atom.operator), args | {"operator": atom.operator})
        elif atom.operator in ORDER_OPERATORS and not is_bound(atom, kind):
            value = ", ".join(map(str, atom.values)) or "''"
            yield Finding((*path, atom.operator), args | {"value": value})


RULE = Rule(
    code="PIA205",
    level="error",
    about="bank",
    message={
        "ja": "「{name}」は{kind}なので、[「{operator}」では比べられません][「{value}」とは比べられません]。",
        "en": "“{name}” is {kind}: it cannot be compared [by “{operator}”][with “{value}”].",
    },
    hint={
        "ja": "条件を直してください[(使える比べ方: {known})]。[「{value}」の所には、数値1つか、2027-04-01 の形の日付1つを書きます。]",
        "en": "Change the condition[: possible are {known}][. Give one number or one date like 2027-04-01, not “{value}”].",
    },
    check=check,
)
