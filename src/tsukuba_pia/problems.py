"""What the outside world or the way of asking stands in the way of; `cli` turns it into one line and exit code 2."""

import errno
import os

_REASONS = {
    errno.ENOENT: "@missing",
    errno.ENOTDIR: "@missing",
    errno.EACCES: "@permission",
    errno.EPERM: "@permission",
    errno.EISDIR: "@folder",
    errno.ELOOP: "@link_loop",
    errno.ENAMETOOLONG: "@long_name",
    errno.ENXIO: "@no_file",
    errno.ENODEV: "@no_file",
    errno.ENOSPC: "@disk_full",
    errno.EDQUOT: "@disk_full",
    errno.EFBIG: "@disk_full",
    errno.EROFS: "@read_only",
    errno.EMFILE: "@many_open",
    errno.ENFILE: "@many_open",
}


class Problem(Exception):
    """Cannot be carried out. `code` names the words in the labels' section [refusal], `values` fill them."""

    def __init__(self, code: str, **values: object) -> None:
        """Remember which words, and what fills them."""
        super().__init__(code)
        self.code = code
        self.values = values


def reason_of(error: OSError) -> str:
    """Why the system refuses a file: a word to be looked up, or what the system says."""
    reason = _REASONS.get(error.errno or 0, error.strerror or "@unreadable")
    if reason == "@missing" and isinstance(error.filename, str | bytes) and os.path.islink(error.filename):  # noqa: PTH114
        return "@link_to_nothing"
    return reason
