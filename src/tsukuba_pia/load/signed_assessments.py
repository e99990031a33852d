"""Reads what an assessment said each time it was signed: the copies in its snapshots."""

from pathlib import Path

from tsukuba_pia.load.assessment import FILE
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.load.sign_offs import ROOM
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.sign_off import SignOffs
from tsukuba_pia.yaml_source import read


def load_signed_assessments(folder: Path, signed: SignOffs) -> tuple[Assessment, ...]:
    """The assessment as it was at each sign-off that can be relied on, the first one first."""
    sources = (read(folder / ROOM / one.folder / FILE) for one in signed.all[: len(signed.sound)])
    read_again = (read_shape(Assessment, source) if source.data is not None else None for source in sources)
    return tuple(one for one in read_again if one is not None)
