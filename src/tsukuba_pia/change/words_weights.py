"""What each change of a vocabulary, of references, or of another versioned list weighs."""

from tsukuba_pia.change.compare import Change
from tsukuba_pia.change.weight import Ground, Verdict, becomes, holds_less

_HEAD = ("status", "reviewed_by", "version")
_LAW = ("kind", "regime", "class", "regimes", "covers")  # what decides whether a law is enough, and whose it is


def weigh_words(change: Change, ground: Ground) -> Verdict:
    """Words and law that conditions, answers and rules speak of by id."""
    field = change.kind[-1]
    if change.pattern in _HEAD:
        return Verdict("patch", "head")
    if change.what == "reordered" or field == "*":
        gone = change.what == "removed"
        return Verdict("major" if gone else "minor", change.what)
    if field == "stays_when":
        return holds_less("group_leaves")(change, ground)
    if field in ("sensitive", "needs_law"):
        return becomes(False, "term_looser", "term_stricter")(change, ground)  # noqa: FBT003 - the value
    if field in _LAW:
        return Verdict("major", "law_changed")
    node = change.new or change.old
    wording = change.language or (node is not None and node.text)
    return Verdict("minor", "wording" if wording else "catalogued")
