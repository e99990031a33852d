"""A reference is not in the list of references.

Readers follow a reference to the law or guidance, and to how far its text was checked. An id that is not there leads
nowhere.

```yaml bank
red_lines:
  - id: x_no_sale
    refs: [appi-61, appi-611]  # PIA302 at appi-611
```

Use instead: an id of the list of references, or an entry under the bank's own `references`.

---

根拠一覧にない根拠です。

読み手は、根拠のIDから、法令や指針と、その内容をどこまで確かめたかをたどります。一覧にないIDでは、どこにも行き着きません。

代わりに: 根拠一覧のIDを書くか、この質問票の `references` に加えます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.bank_parts import refs_of
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.meant import told
from tsukuba_pia.lint.mends import word_in_its_place
from tsukuba_pia.lint.rule import Rule


def check(context: BankContext) -> Iterator[Finding]:
    """Each reference of a question, risk, row, red line or decision that is not listed."""
    known = frozenset(context.reference_ids)
    for path, ref in refs_of(context):
        if ref not in known:
            yield Finding(path, {"ref": ref} | told(ref, context.reference_ids))


RULE = Rule(
    code="PIA302",
    level="error",
    about="bank",
    message={
        "ja": "根拠「{ref}」は、根拠一覧にありません。",
        "en": "The reference “{ref}” is not in the list of references.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]IDを確かめるか、一覧に加えてください。",
        "en": "[Did you mean “{meant}”? ]Check the id, or add it to the list.",
    },
    check=check,
    fix=word_in_its_place,
)
