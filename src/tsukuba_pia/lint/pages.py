"""The pages of the rules: a rule's docstring holds English first, then Japanese behind a line `---`.

The example stands in the English half, and is shown in both. What follows from the rule itself is not typed there but
added: how it is mended, what it binds, how it is silenced.
"""

import re
from importlib import import_module

from tsukuba_pia.discovery import names_in
from tsukuba_pia.fold import NOT_FIRST, NOT_LAST, width
from tsukuba_pia.labels import labels
from tsukuba_pia.lint import rules
from tsukuba_pia.lint.rule import Rule

STAGED = "assessment"  # only rules about assessments begin to bind at a stage
BOTH = 2  # of two characters are wide
FENCE = "```"
EXAMPLES = re.compile(rf"^{FENCE}.*?^{FENCE}$\n", re.DOTALL | re.MULTILINE)
INSTEAD = "代わりに:"
UNREAD = "PIA0"  # what is raised where a file is read keeps it, and its comments, from being read


def name_of(code: str) -> str:
    """What a rule is called in its file's name. Raises KeyError where there is none."""
    for name in names_in(rules):
        if name.startswith(f"{code.lower()}_"):
            return name
    raise KeyError(code)


def page_of(code: str, language: str) -> str:
    """A rule's page in one language, with what it binds and how it is silenced; and whether `--fix` mends it."""
    module = import_module(f"{rules.__name__}.{name_of(code)}")
    rule: Rule = module.RULE
    english, _, japanese = (module.__doc__ or "").partition("\n---\n")
    mend = () if rule.fix is None else (labels(language)["mend"]["page"],)
    told = _with_example(japanese, english) if language == "ja" and japanese else english
    return "\n\n".join((told.strip(), *mend, _reach(rule, language)))


def _with_example(japanese: str, english: str) -> str:
    """The Japanese half with the example of the other, where that has it: before what is to be written in its place."""
    before, instead, after = japanese.partition(f"\n{INSTEAD}")
    return "\n".join((before, *EXAMPLES.findall(english), instead.lstrip("\n") + after))


def _reach(rule: Rule, language: str) -> str:
    """How much it weighs, which stages and outcomes it binds, and how it is silenced."""
    words = labels(language)["page"]
    said = [words[rule.level]]
    if rule.about == STAGED:
        said.append(words["always" if rule.since == "draft" else "since"].format(stage=rule.since))
        said.append(words["telling" if rule.telling else "not_telling"])
    told = (" " if language == "en" else "").join(said)
    way = _way(rule)
    may_stop = rule.level == "error" and (rule.about in {"file", "bank"} or rule.check is None)
    stops = words["stops"] if may_stop and way.startswith("silence") else ""
    return f"{told}\n{words[way].format(code=rule.code)}{stops}"


def _way(rule: Rule) -> str:
    """The word that says how a rule is silenced, if it can be."""
    from tsukuba_pia.lint.silencing import GATES, PAST, UNSILENCED  # noqa: PLC0415 - a file is checked without pages

    if rule.code.startswith(UNSILENCED):
        return "gate" if rule.code.startswith(GATES) else "ours"
    if rule.code in PAST:
        return "silence_comment"
    return "silence_settings" if rule.code.startswith(UNREAD) and rule.check is None else "silence"


def flowing(page: str) -> str:
    """A page with one line for each paragraph, for readers that fold by themselves; examples keep their lines."""
    told: list[str] = []
    fenced = False
    for line in page.splitlines():
        fence = line.startswith(FENCE)
        if told and not fenced and _is_prose(told[-1]) and _is_prose(line):
            told[-1] += f"{_between(told[-1][-1], line[0])}{line}"
        else:
            told.append(line)
        fenced ^= fence
    return "\n".join(told)


def _between(last: str, first: str) -> str:
    """What stands between two lines of a paragraph: a blank, but for Japanese letters and marks."""
    wide = width(last + first) - 2
    clings = last in NOT_LAST | NOT_FIRST or first in NOT_LAST | NOT_FIRST
    return "" if wide == BOTH or (wide and clings) else " "


def _is_prose(line: str) -> bool:
    return bool(line) and not line.startswith((" ", "* ", "- ", FENCE))


def title_of(code: str, language: str) -> str:
    """The page's first line: what the rule finds."""
    return page_of(code, language).partition("\n")[0]
