"""Privacy impact assessments of a city: load banks and assessments, score them, build reports.

The same functions that the command line uses. Loaded on first use, so that `import tsukuba_pia` costs nothing.
"""

from tsukuba_pia.version import VERSION as __version__  # noqa: N811 - the name that Python asks for

TYPE_CHECKING = False  # typing's own costs more to import than `pia --version` takes
if TYPE_CHECKING:
    from tsukuba_pia.api import build_report, load_assessment, load_bank, score

__all__ = ["__version__", "build_report", "load_assessment", "load_bank", "score"]


def __getattr__(name: str) -> object:
    """The functions of the API (PEP 562). All at once: loading them also loads a package that is called `score`."""
    if name not in __all__:
        raise AttributeError(name)
    from tsukuba_pia import api  # noqa: PLC0415 - on first use

    globals().update({one: getattr(api, one) for one in api.__all__})
    return globals()[name]
