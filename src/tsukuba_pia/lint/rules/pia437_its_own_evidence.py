"""The evidence of an answer is the assessment itself.

An assessment cannot prove what it says. Its own file, the copies of it that were signed, and the page where it is published repeat it;
they show nothing. A copy by another name is known by its first lines.

```yaml assessment
answers:
  c_masking: {answer: implemented, owner: 都市計画課, evidence: [assessment.yaml]}  # PIA437 at assessment.yaml
```

Use instead: something that was made while the safeguard was put in place or tested.

---

評価書自身が、根拠資料に挙げられています。

評価書は、自分の書いたことの証拠になりません。評価書のファイル、決裁したときの写し、公表したページは、同じことを繰り返すだけです。名前を変えた写しも、最初の数行から分かります。

代わりに: 対策を行ったとき、試したときに作られた資料を挙げます。
"""

import posixpath
from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.suspicion import plain
from tsukuba_pia.load.assessment import FILE
from tsukuba_pia.load.sign_offs import ROOM

OWN = (FILE, ROOM)


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each piece of evidence that is a part of the assessment, or the page where it is published."""
    publication = context.assessment.publication
    files = context.evidence.files
    page = plain(publication.url or "").rstrip("/") if publication else ""
    for one in context.answered:
        for number, item in enumerate(one.answer.evidence):
            first = posixpath.normpath(item).partition("/")[0]
            copied = item in files and files[item].own
            if first in OWN or copied or (page and plain(item).rstrip("/") == page):
                yield Finding((*one.at("evidence"), number), {"question": one.id, "evidence": item})


RULE = Rule(
    code="PIA437",
    level="error",
    about="assessment",
    message={
        "ja": "「{question}」の根拠資料「{evidence}」は、この評価書自身です。",
        "en": "“{evidence}”, the evidence of “{question}”, is this assessment itself.",
    },
    hint={
        "ja": "評価書の外にある、確かめられる資料を挙げてください。",
        "en": "List something outside the assessment that a reviewer can look at.",
    },
    check=check,
    since="review",
    telling=False,
)
