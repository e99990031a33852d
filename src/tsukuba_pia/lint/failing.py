"""A mistake of our own as a finding, so that what is sound is still checked (docs/decisions/0016)."""

import os

from tsukuba_pia.diagnostics import START, Diagnostic

RULE_FAILED, FILE_FAILED = "PIA905", "PIA906"
FAILED = (RULE_FAILED, FILE_FAILED)  # with one of these the command ends as with a bug
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - this toolkit's own code


def failed_rule(code: str, error: Exception, file: str) -> Diagnostic:
    """A rule could not be asked of a file, or not to its end."""
    return Diagnostic(file, *START, RULE_FAILED, {"rule": code, **_what(error)})


def failed_file(error: Exception, file: str) -> Diagnostic:
    """A file could not be checked, or not to its end."""
    return Diagnostic(file, *START, FILE_FAILED, _what(error))


def _what(error: Exception) -> dict[str, str]:
    """Its kind, and the last place in our own code; never its message, which may hold what a person wrote."""
    import traceback  # noqa: PLC0415 - seldom needed

    ours = [one for one in traceback.extract_tb(error.__traceback__) if one.filename.startswith(_PACKAGE)]
    place = f"{os.path.basename(ours[-1].filename)}:{ours[-1].lineno} {ours[-1].name}" if ours else ""  # noqa: PTH119
    return {"what": type(error).__name__, "place": place}
