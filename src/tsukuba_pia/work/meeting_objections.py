"""What is said against an act only at the moment when it is recorded: later the score and the day have moved on."""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Diagnostic, Path
from tsukuba_pia.model.minutes import Act, Raised, Task
from tsukuba_pia.model.result import NONE
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.yaml_source import Source


def objections(act: Act, path: Path, source: Source, opened: Opened) -> Iterator[Diagnostic]:
    """A level that is not higher than the score's, a task whose day is over. `path` leads to the act in `source`."""
    assert opened.questionnaire is not None  # noqa: S101 - usable
    if isinstance(act, Raised):
        order = (NONE, *opened.questionnaire.level_ids)
        risk = opened.score().risks.get(act.risk)
        if risk is not None and act.level in order and order.index(act.level) <= order.index(risk.current.worst):
            yield source.diagnostic("PIA533", (*path, "level"), problem="@acts_not_higher", name=act.level)
    if isinstance(act, Task) and act.by_when < opened.as_of:
        yield source.diagnostic("PIA533", (*path, "by_when"), problem="@acts_day_over", name=act.by_when)
