"""Compiles the quick half of the reading door (src/tsukuba_pia/_yaml_at_once.pyx) where that is possible.

A build without a C compiler or without Python's header is sound as well: then everything is read by the half in
Python, which takes longer and says the same.
"""

import shlex
import subprocess
import sys
import sysconfig
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCE = Path("src/tsukuba_pia/_yaml_at_once.pyx")


class CompileReader(BuildHookInterface):  # type: ignore[type-arg]  # of whatever is being built
    """What hatchling calls before it gathers the files of a wheel, or links a checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's own names
        """Put the compiled half beside its source, and say that the wheel is for this kind of machine."""
        made = SOURCE.with_suffix(str(sysconfig.get_config_var("EXT_SUFFIX")))
        try:
            compile_to(Path(self.root), made)
        except (OSError, subprocess.CalledProcessError) as error:
            with suppress(OSError):
                (Path(self.root) / made).unlink()  # one that was made from another source
            self.app.display_warning(f"reading is not compiled, and will take longer: {reason(error)}")
            return
        build_data["artifacts"].append(made.as_posix())
        build_data["pure_python"] = False
        build_data["infer_tag"] = True


def compile_to(root: Path, made: Path) -> None:
    """Compile it as this Python itself was compiled.

    Raises:
        OSError: There is no compiler, or this Python does not say how it was compiled.
        CalledProcessError: The compiler, or Cython, does not take the source.
    """
    (root / "build").mkdir(exist_ok=True)  # what is left there when somebody ends it goes into no wheel
    with TemporaryDirectory(dir=root / "build") as folder:
        code = Path(folder) / "reader.c"
        cython = [sys.executable, "-m", "cython", "--module-name", "tsukuba_pia._yaml_at_once", "-o", str(code)]
        subprocess.run(
            [*cython, SOURCE.as_posix()], cwd=root, check=True, capture_output=True, text=True, errors="replace"
        )
        # Neither names of folders nor what is for debuggers: the same source gives the same bytes.
        how = [*words("LDSHARED"), *words("CFLAGS"), *words("CCSHARED")]
        how = [word for word in how if not word.startswith(("-L", "-Wl,-rpath"))]
        include = f"-I{sysconfig.get_path('include')}"
        command = [*how, "-g0", include, "-o", made.name, code.name]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, errors="replace")
        (Path(folder) / made.name).replace(root / made)  # whoever runs it now keeps what it has


def reason(error: OSError | subprocess.CalledProcessError) -> str:
    """The line that says why, among those of a compiler."""
    lines = str(getattr(error, "stderr", None) or error).strip().splitlines()
    return next((line for line in lines if "error" in line), lines[-1])


def words(variable: str) -> list[str]:
    """How this Python was built, word by word."""
    said = sysconfig.get_config_var(variable)
    if said is None:
        raise OSError(f"this Python has no {variable}")
    return shlex.split(said)
