"""An index has more points for certain than the maximum that the bank states.

The bank's author said how many points there can be at most, and the answers give more: either an answer is wrong, or the bank's maximum is. A share worked out of it would say nothing.

Use instead: look at the answers of its sections; if they are right, the bank's `maximum` has to be put right in a new version.

---

指標の点数が、質問票に書かれた最大を超えることが確実です。

質問票を作った人が書いた最大より、回答の点数が多くなっています。回答か、質問票の最大のどちらかが誤っています。これでは、割合に意味がありません。

代わりに: その節の回答を確かめます。回答が正しければ、質問票の `maximum` を新しい版で直します。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each summed index that is over its maximum; one that is made from it says nothing new."""
    for name, one in context.result.indices.items():
        if one.over and one.sections:
            points, most = f"{one.points.so_far:f}", f"{one.points.maximum:f}"
            yield Finding(("answers",), {"index": name, "points": points, "maximum": most}, key=True)


RULE = Rule(
    code="PIA449",
    level="error",
    about="assessment",
    message={
        "ja": "指標「{index}」が {points}点になり、質問票に書かれた最大 {maximum}点を超えています。",
        "en": "The index “{index}” has {points} points, more than the maximum of {maximum} that its bank states.",
    },
    hint={
        "ja": "その節の回答を確かめてください。正しければ、質問票の `maximum` を直します。",
        "en": "Look at the answers of its sections; if they are right, the bank's `maximum` has to be put right.",
    },
    check=check,
)
