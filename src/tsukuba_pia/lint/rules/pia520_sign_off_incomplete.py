"""A sign-off lacks a name, a document number or a reason.

A decision is that of a person who can be asked. Residents may see the reason and find the document. A refusal needs its reason, too.

Use instead: `--name`, `--document` and `--because`.

---

決裁の記録に、氏名、文書番号、理由のどれかがありません。

決定は、尋ねることのできる人の決定です。理由が示され、文書がたどれるようにします。不承認にも理由が要ります。

代わりに: `--name`、`--document`、`--because` を付けます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.text import words
from tsukuba_pia.score.asked import named


def check(context: AssessmentContext) -> Iterator[Finding]:
    """What the sign-off that is about to be made does not say."""
    one = context.proposed
    if one is None:
        return
    said = {"name": one.signed.name, "document": one.document, "because": one.because}
    for key, text in said.items():
        if not named(words(text, context.assessment.language)):
            yield Finding(("assessment",), {"part": f"@sign_off_{key}", "option": f"--{key}"})


RULE = Rule(
    code="PIA520",
    level="error",
    about="assessment",
    message={
        "ja": "決裁の記録に{part}がありません。",
        "en": "The sign-off lacks {part}.",
    },
    hint={
        "ja": "{part}を `{option}` で付けてください。",
        "en": "Give {part} with `{option}`.",
    },
    check=check,
)
