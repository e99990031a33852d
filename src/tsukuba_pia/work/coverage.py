"""Which stages of the data's life and which principles a bank asks about: the matrix, and its holes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.vocabulary import Term, Vocabulary


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many questions of one bank are about each stage and principle."""

    bank: Bank
    stages: tuple[Term, ...]
    principles: tuple[Term, ...]
    cells: Counter[tuple[str, str]]  # (stage, principle)

    def of_stage(self, stage: str) -> int:
        """Questions about a stage."""
        return sum(self.cells[stage, one.id] for one in self.principles)

    def of_principle(self, principle: str) -> int:
        """Questions about a principle."""
        return sum(self.cells[one.id, principle] for one in self.stages)

    @property
    def holes(self) -> tuple[Term, ...]:
        """The stages and principles that every bank should ask about, and this one does not."""
        stages = (one for one in self.stages if one.every_bank and not self.of_stage(one.id))
        principles = (one for one in self.principles if one.every_bank and not self.of_principle(one.id))
        return (*stages, *principles)


def coverage(banks: Iterable[Bank], vocabulary: Vocabulary) -> tuple[Coverage, ...]:
    """The coverage of each bank."""
    return tuple(
        Coverage(
            bank,
            vocabulary.stages,
            vocabulary.principles,
            Counter((one.stage or "", one.principle or "") for one in bank.questions),
        )
        for bank in banks
    )
