"""One slip is told once: where two rules stumble over it, by the one that says what to write instead."""

from collections.abc import Iterable, Mapping, Sequence

from tsukuba_pia.diagnostics import Diagnostic

OPEN, MISSPELT, WIDE = "PIA426", "PIA401", "PIA019"
RELEASED = "PIA305"  # held to its record, and to what git has: what is told of the one says all
# What is told at a place says more than these, if they are told there too.
HIDES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("PIA402", "PIA403", "PIA404", "PIA406"), (OPEN,)),  # an answer that is none leaves it open
    MISSPELT: (OPEN,),  # so does one under an id that is none
    "PIA105": (WIDE,),
    "PIA565": ("PIA442",),  # which of them is a gate says more
    **dict.fromkeys(("PIA203", "PIA204"), ("PIA229", "PIA230", "PIA231", "PIA232", "PIA233")),
}
IN_THE_FILE = ("PIA203", "PIA204")  # a condition that names what is not there makes others seem to hold or not


def told_once(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The findings without those that only repeat, in other words, what a more telling error says."""
    hidden = {(*_place(one), code) for one in found for code in _hidden_here(one)}
    whole = {(one.file, code) for one in found if one.code in IN_THE_FILE for code in HIDES[one.code]}
    asked = {(one.file, one.args["meant"]) for one in found if one.code == MISSPELT and one.args.get("meant")}
    first = {_place(one): one for one in reversed(found) if one.code == RELEASED}
    return [
        one
        for one in found
        if (*_place(one), one.code) not in hidden
        and (one.code != RELEASED or one is first[_place(one)])
        and (one.file, one.code) not in whole
        and not (one.code == OPEN and (one.file, one.args["question"]) in asked)
    ]


def hidden_by(codes: Iterable[str]) -> set[str]:
    """The codes that may have been there unseen, where these were told."""
    return {hidden for code in codes for hidden in HIDES.get(code, ())}


def _hidden_here(one: Diagnostic) -> tuple[str, ...]:
    """Full-width letters are not told beside an error whose mend takes them along."""
    hides = HIDES.get(one.code, ()) if one.level == "error" else ()
    return () if WIDE in hides and not one.args.get("sure") else hides


def _place(one: Diagnostic) -> tuple[str, int, int]:
    return one.file, one.line, one.column
