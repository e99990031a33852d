"""The service runs without an approval of its own, and the assessment that it supersedes does not cover it.

While a new assessment is being written, a service may go on as the earlier one was approved. That one is not there, or was never given leave to run.

Use instead: stop the service until this assessment is approved and published; or name under `supersedes` the one that was approved.

---

サービスが、自らの承認のないまま動いており、代わるはずの前の評価書にも頼れません。

新しい評価書を作っている間は、前の評価書の承認のとおりにサービスを続けられます。その評価書がないか、始めてよいという承認を受けていません。

代わりに: この評価書の承認と公表まで、サービスを止めます。承認を受けた評価書があれば、それを `supersedes` に書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.portfolio_context import PortfolioContext, found, place_of
from tsukuba_pia.lint.rule import Rule


def check(context: PortfolioContext) -> Iterator[Finding]:
    """Each service that runs on an earlier assessment, where that cannot bear it."""
    for one in context.records if context.complete else ():
        if one.supersedes is None or not (one.live and one.started) or one.may_run:
            continue
        earlier = context.names.get(one.supersedes.name, ())
        if not any(other.may_run for other in earlier if other.file != one.file):
            problem = "@covered_not_running" if earlier else "@covered_missing"
            yield found(one, place_of(one.supersedes), {"name": one.supersedes.name, "problem": problem})


RULE = Rule(
    code="PIA554",
    level="error",
    about="portfolio",
    message={
        "ja": "サービスは承認のないまま始まっており、前の評価書「{name}」も{problem}。",
        "en": "The service runs without an approval, and “{name}”, which it supersedes, {problem}.",
    },
    hint={
        "ja": "承認と公表まで止めるか、承認を受けた評価書を `supersedes` に書いてください。",
        "en": "Stop it until it is approved and published, or name the approved assessment under `supersedes`.",
    },
    check=check,
)
