"""Where answers and rows stand, in words: `assessment.yaml:12`, `transport/1.0.yaml:340`."""

from collections.abc import Callable
from dataclasses import dataclass

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.model.questionnaire import Place
from tsukuba_pia.yaml_source import Source


@dataclass(frozen=True, slots=True)
class Places:
    """Looks places up in the files; `bank` gives the file of a bank and the line of a path in it."""

    assessment: Source
    bank: Callable[[str, Path], tuple[str, int]]

    def answer(self, question: str) -> str:
        """The line of an answer; of the list of answers where there is none."""
        return _line(self.assessment, ("answers", question))

    def part(self, *path: str | int) -> str:
        """The line of another part of the assessment."""
        return _line(self.assessment, path)

    def row(self, place: Place) -> str:
        """The line of a row in its bank."""
        return _told(*self.bank(place.bank, place.path))


def _line(source: Source, path: Path) -> str:
    return _told(source.file, source.position(path).line)


def _told(file: str, line: int) -> str:
    name = "/".join(file.replace("\\", "/").split("/")[-2:])
    return f"{name}:{line}"
