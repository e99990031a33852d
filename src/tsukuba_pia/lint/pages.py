"""The pages of the rules: a rule's docstring holds English first, then Japanese behind a line `---`."""

from importlib import import_module

from tsukuba_pia.discovery import names_in
from tsukuba_pia.labels import labels
from tsukuba_pia.lint import rules


def name_of(code: str) -> str:
    """What a rule is called in its file's name. Raises KeyError where there is none."""
    for name in names_in(rules):
        if name.startswith(f"{code.lower()}_"):
            return name
    raise KeyError(code)


def page_of(code: str, language: str) -> str:
    """A rule's page in one language; where `--fix` mends what it finds, the page says so."""
    module = import_module(f"{rules.__name__}.{name_of(code)}")
    english, _, japanese = (module.__doc__ or "").partition("\n---\n")
    page = ((japanese or english) if language == "ja" else english).strip()
    return page if module.RULE.fix is None else f"{page}\n\n{labels(language)['mend']['page']}"


def title_of(code: str, language: str) -> str:
    """The page's first line: what the rule finds."""
    return page_of(code, language).partition("\n")[0]
