"""Reads `comments/`: what was put to comment, for each consultation that is bound to a digest, or was."""

import stat
from pathlib import Path

from tsukuba_pia.load.inside import mode_of
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.assessment import Assessment, Consultation
from tsukuba_pia.model.comment_window import PutToComment, Window
from tsukuba_pia.yaml_source import read

ROOM = "comments"


def record_of(folder: Path, name: str) -> Path:
    """The file of what was put to comment in a window."""
    return folder / ROOM / f"{name}.yaml"


def load_windows(assessment: Assessment, folder: Path) -> tuple[Window, ...]:
    """The comment windows of an assessment, in its order."""
    return tuple(
        _window(number, one, folder)
        for number, one in enumerate(assessment.consultations)
        if one.digest is not None or stat.S_ISREG(mode_of(record_of(folder, one.id)))
    )


def _window(number: int, consultation: Consultation, folder: Path) -> Window:
    file = record_of(folder, consultation.id)
    if consultation.digest is None:
        return Window(number, consultation, None, "@window_untied")
    if file.is_symlink() or not file.is_file():
        return Window(number, consultation, None, "@window_gone")
    record = read_shape(PutToComment, read(file))
    return Window(number, consultation, record, "@window_unreadable" if record is None else "")
