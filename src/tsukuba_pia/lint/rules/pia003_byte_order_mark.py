"""A file begins with a byte order mark.

Some Windows programs put three invisible bytes before the text. Other tools take them for part of the first key, and git shows
a change that nobody can see.

Use instead: “UTF-8”, not “UTF-8 with BOM”, when you save.

---

ファイルの先頭に BOM があります。

Windows の一部のソフトは、文章の前に見えない3バイトを付けます。ほかのツールが最初のキーの一部と取り違え、git では見えない変更になります。

代わりに: 保存するとき、「UTF-8(BOM 付き)」ではなく「UTF-8」を選びます。
"""

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.mends import Edit, Mend
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.yaml_source import Source


def fix(_source: Source, _found: Diagnostic) -> Mend:
    """Without the mark, which is the text's first character."""
    return Mend((Edit(0, 1, ""),))


RULE = Rule(
    code="PIA003",
    level="error",
    about="file",
    message={
        "ja": "ファイルの先頭に BOM({encoding})があります。",
        "en": "This file begins with a byte order mark ({encoding}).",
    },
    hint={
        "ja": "エディターで「BOM なしの UTF-8」として保存し直してください。",
        "en": "Save it again as UTF-8 without BOM.",
    },
    fix=fix,
)
