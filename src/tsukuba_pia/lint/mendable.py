"""Which findings are mended: those whose rule says how, but for lines that hold what must not be repeated."""

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.engine import rule_of
from tsukuba_pia.lint.mends import Edit, Mend
from tsukuba_pia.lint.my_number import my_numbers
from tsukuba_pia.yaml_source import Source

NEAR = 2_000  # characters on either side


def mend_of(source: Source, found: Diagnostic) -> Mend | None:
    """How a finding is mended, where that leaves no doubt; a line with a My Number is left to a person."""
    fix = rule_of(found.code).fix
    mend = None if fix is None else fix(source, found)
    return None if mend is None or any(_repeats_a_number(source.text, edit) for edit in mend.edits) else mend


def _repeats_a_number(text: str, edit: Edit) -> bool:
    """Whether lines that an edit touches hold one, or a part, before it or after it; of long lines what is near."""
    near, far = max(0, edit.start - NEAR), edit.end + NEAR
    first = max(near, text.rfind("\n", near, edit.start) + 1)
    last = text.find("\n", edit.end, far)
    last = far if last < 0 else last
    before, after = text[near:far], text[near : edit.start] + edit.text + text[edit.end : far]
    ends = ((before, last), (after, last + len(after) - len(before)))
    return any(start < end - near and first - near < stop for one, end in ends for start, stop in my_numbers(one))
