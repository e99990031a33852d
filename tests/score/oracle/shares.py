"""How often each construct has to stand in the random cases, in hundredths of them: else the oracle proves little."""

from collections import Counter
from collections.abc import Iterable

MINIMUM: dict[int, tuple[str, ...]] = {
    40: (
        "all false", "answer left behind", "answered safeguard", "any true", "decision true",
        "gate of a question false", "gate of a question true", "of false", "of true", "of unknown", "override lapsed",
        "question is false", "question is_not false", "risk true", "row for a group false", "row for everyone false",
        "row for everyone true", "row for everyone unknown", "total summed",
    ),
    20: (
        "all unknown", "an option that stands alone", "another method", "answered choice", "answered choices",
        "answered date", "answered number", "answered text", "answered yes_no", "any false", "any unknown",
        "data above true", "data at_least true", "data below false", "data includes false", "data includes true",
        "data includes unknown", "data includes_none false", "data includes_none true", "data includes_none unknown",
        "data includes_other_than false", "data includes_other_than true", "data includes_other_than unknown",
        "date above false", "date below false", "decision leaves a range", "deduction out of reach",
        "fact captures false", "fact categories true", "fact countries false", "fact countries true",
        "fact groups false", "fact handlers false", "fact handlers true", "fact identifiers false",
        "fact people_largest false", "fact people_largest true", "fact people_largest unknown",
        "fact people_total false", "fact people_total true", "gate of a question unknown", "gate of a section false",
        "group out", "group stays: nobody agreed", "index open", "irreversible raises its base", "missing",
        "never below the first level", "override live", "perhaps asked, answered", "question above false",
        "question below false", "question includes false", "question includes_none false", "question is true",
        "question is unknown", "question is_not true", "question is_not unknown", "red line false", "red line true",
        "red line unknown", "risk false", "risk unknown", "row for a group true", "row for a group unknown",
        "safeguard data_absent nothing in the worst case", "safeguard data_absent verified in the best case",
        "safeguard detect nothing in the worst case", "safeguard detect verified in the best case",
        "safeguard prevent nothing in the worst case", "safeguard prevent verified in the best case",
        "safeguard recover nothing in the worst case", "safeguard recover verified in the best case",
        "safeguard verified by another", "severity lowered", "unknown",
    ),
    10: (
        "incident after the day", "safeguard failed",
        "all true", "data above false", "data above unknown", "data at_least false", "data at_least unknown",
        "data at_most false", "data at_most true", "data at_most unknown", "data below true", "data below unknown",
        "date above unknown", "date at_least false", "date at_least true", "date at_least unknown",
        "date at_most false", "date at_most true", "date at_most unknown", "date below unknown", "decision false",
        "decision unknown", "deduction certain", "fact captures true", "fact captures unknown",
        "fact categories false", "fact categories unknown", "fact countries unknown", "fact groups true",
        "fact groups unknown", "fact handlers unknown", "fact identifiers true", "fact identifiers unknown",
        "fact people_total unknown", "fact recipients false", "fact recipients true", "fact recipients unknown",
        "fact regimes false", "fact regimes true", "fact regimes unknown", "factor above one",
        "factor without condition", "gate of a section true", "gate of a section unknown",
        "group stays: a fact holds", "irreversible keeps its severity", "more steps than the method allows",
        "not_applicable not agreed", "not_applicable not allowed", "null", "question above true",
        "question above unknown", "question at_least false", "question at_least true", "question at_least unknown",
        "question at_most false", "question at_most true", "question at_most unknown", "question below unknown",
        "question includes true", "question includes unknown", "question includes_none true",
        "question includes_none unknown", "safeguard absent", "safeguard data_absent implemented in the best case",
        "safeguard data_absent nothing in the best case", "safeguard detect nothing in the best case",
        "safeguard implemented with evidence", "safeguard planned with owner and date",
        "safeguard prevent nothing in the best case", "safeguard recover implemented in the best case",
        "safeguard recover nothing in the best case", "total stated",
    ),
    5: (
        "a group is worse off than everyone", "band 1", "date above true", "date below true", "deduction perhaps",
        "does not fit", "group stays perhaps", "kinds add up", "not_applicable agreed",
        "override lower than computed", "override raises", "perhaps asked, set aside", "question below true",
        "safeguard data_absent implemented in the worst case", "safeguard data_absent verified in the worst case",
        "safeguard detect implemented in the best case", "safeguard detect implemented in the worst case",
        "safeguard detect verified in the worst case", "safeguard planned without owner or date",
        "safeguard prevent implemented in the best case", "safeguard prevent implemented in the worst case",
        "safeguard prevent verified in the worst case", "safeguard recover implemented in the worst case",
        "safeguard recover verified in the worst case", "safeguard verified by the owner or without method",
        "safeguard verified without evidence", "vendor unconfirmed",
    ),
    3: (
        "evidence good until the day itself", "index clamped", "override of a risk that does not apply",
        "safeguard implemented without evidence", "two of a kind in place", "vendor confirmed", "vendor sets aside",
    ),
    2: (
        "safeguard verified again",
        "band 3", "safeguard implemented, evidence not there", "safeguard verified, evidence not there",
    ),
    1: (
        "a half rounded up", "band 2", "index certainly above its maximum", "points on the bound of a band",
        "safeguard implemented, evidence lapsed", "safeguard verified, evidence lapsed",
    ),
}  # fmt: skip


class Shares:
    """Counts the cases in which a construct stands."""

    def __init__(self) -> None:
        """None yet."""
        self.cases = 0
        self.found: Counter[str] = Counter()

    def add(self, cases: int, found: Iterable[str]) -> None:
        """A batch: how many cases, and each construct of each case."""
        self.cases += cases
        self.found.update(found)

    def share(self, construct: str) -> float:
        """Of all cases, in hundredths."""
        return 100 * self.found[construct] / self.cases

    def lines(self) -> list[str]:
        """All of them with their minimum, the rarest first."""
        asked = {name: least for least, names in MINIMUM.items() for name in names}
        rarest = sorted(self.found.keys() | asked.keys(), key=lambda name: (self.found[name], name))
        return [f"{self.share(name):6.2f} %  (at least {asked.get(name, 0):2} %)  {name}" for name in rarest]

    def too_rare(self, part: float = 1) -> list[str]:
        """Those below their minimum, or below a part of it where the cases are few."""
        pairs = ((name, least * part) for least, names in MINIMUM.items() for name in names)
        return [f"{name}: {self.share(name):.2f} %" for name, least in pairs if self.share(name) < least]
