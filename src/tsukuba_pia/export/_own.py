"""Templates of a city's own: where they are read, what they may do, and what is wrong where one does not work."""

import os
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    Environment,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
    UndefinedError,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from tsukuba_pia.diagnostics import Fault
from tsukuba_pia.export.own_faults import ROOMS, blamed, found
from tsukuba_pia.resources import Own

SHIPPED = "shipped"  # `{% extends "shipped/html/report.html.j2" %}`: the shipped template below one's own
SECONDS = 10  # of the processor, for one page
MEMORY = 1 << 30  # bytes, beyond what is in use already
LONGEST = 100_000  # characters that `*` and `%` may make
KEPT = frozenset({
    "abs", "capitalize", "count", "d", "default", "e", "escape", "first", "groupby", "indent", "int", "items", "join",
    "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "round",
    "select", "selectattr", "slice", "sort", "string", "striptags", "sum", "title", "trim", "unique", "upper",
})  # fmt: skip
PRINTED = (str, int, float, Decimal, Undefined)  # what may stand in a page as it is; the last one says what is missing
UNESCAPED = "{% autoescape %}"
GLOBALS = frozenset({"range", "dict", "joiner", "namespace"})


class TooMuchError(Exception):
    """A template takes longer, or makes more, than any page needs."""


class UnshownError(TypeError):
    """A template prints what is no text: a function, a list, a part of the document."""

    def __init__(self, value: object) -> None:
        """Take what it prints."""
        super().__init__(f"a template prints what is no text: {type(value).__name__}")
        self.kind = type(value).__name__


class OwnFiles(BaseLoader):
    """The city's files; what is none of them is looked for among the shipped ones."""

    def __init__(self, face: Own) -> None:
        """Take the city's face."""
        self.face = face

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002 - jinja's
        """One file's text. Raises Fault where it cannot be read as one."""
        if not template.startswith(ROOMS) or template not in self.face.names:
            raise TemplateNotFound(template)
        raw = self.face.read(template)
        if raw is None:
            raise Fault(found(self.face, template, "@own_large"))
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            raise Fault(found(self.face, template, "@own_utf8")) from None
        return text, str(self.face.folder / template), lambda: True


class _Compiled(BytecodeCache):
    """What was compiled for one face serves the next: most of their templates are the shipped ones."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class OwnEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox in which nothing switches the escaping off, and nothing grows without end."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - jinja's own
        """Take jinja's options; only harmless filters and functions are left."""
        super().__init__(**options, bytecode_cache=_COMPILED)
        self.filters = {name: one for name, one in self.filters.items() if name in KEPT}
        self.globals = {name: one for name, one in self.globals.items() if name in GLOBALS}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)):
            raise TemplateSyntaxError(UNESCAPED, node.lineno, name, filename)
        return tree

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - whatever it is
        """Work out what could grow."""
        sizes = [
            one if isinstance(one, int) else len(one) for one in (left, right) if isinstance(one, int | str | list)
        ]
        text = isinstance(left, str | list | tuple) or isinstance(right, str | list | tuple)
        if operator == "%" and text:
            raise SecurityError("%")
        if len(sizes) > 1 and (text or operator == "**") and abs(sizes[0] * sizes[1]) > LONGEST:
            raise TooMuchError
        return super().call_binop(context, operator, left, right)


@contextmanager
def bounded() -> Iterator[None]:
    """Not longer, and not with more memory, than a page needs; where the system can do that."""
    with _in_time(), _in_memory():
        yield


@contextmanager
def _in_time() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooMuchError

    try:
        before = signal.signal(signal.SIGVTALRM, stop)
    except (AttributeError, ValueError):  # another system, or another thread
        yield
        return
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def _in_memory() -> Iterator[None]:
    try:
        import resource  # noqa: PLC0415 - not on every system

        with open("/proc/self/statm", encoding="ascii") as stream:  # noqa: PTH123 - no file of ours
            used = int(stream.read().split()[0]) * resource.getpagesize()
    except (ImportError, OSError):
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limits = [one for one in (soft, hard, used + MEMORY) if one != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min(limits), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def fault_of(error: Exception, face: Own) -> Fault | None:
    """What is wrong with the city's template that raised this; None where none did."""
    if isinstance(error, Fault):
        return error
    name, line = _place(error, face)
    if name is None:
        if not isinstance(error, TooMuchError | MemoryError | RecursionError):
            return None
        name = blamed(face)
    return Fault(found(face, name, *_why(error), line=line))


def _place(error: Exception, face: Own) -> tuple[str | None, int]:
    """The file and the line: the innermost of the city's own that took part."""
    root = f"{face.folder}{os.sep}"
    if isinstance(error, TemplateSyntaxError) and error.filename and error.filename.startswith(root):
        return error.filename.removeprefix(root), error.lineno
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.startswith(root):
            return frame.filename.removeprefix(root), frame.lineno or 1
    return None, 1


def _why(error: Exception) -> tuple[str, str]:
    """The word that says it, and what it is about."""
    if isinstance(error, UnshownError):
        return "@own_unshown", error.kind
    if isinstance(error, UndefinedError):
        parts = (error.message or "").split("'")  # 'x' is undefined; 'some object' has no attribute 'x'
        return "@own_undefined", parts[-2] if len(parts) > 2 else parts[0]  # noqa: PLR2004 - what stands in the last quotes
    if isinstance(error, TemplateNotFound):
        return "@own_absent", str(error.name or "")
    if isinstance(error, TooMuchError | MemoryError | RecursionError):
        return "@own_long", ""
    if isinstance(error, TemplateSyntaxError | SecurityError):
        return "@own_syntax", error.message or ""
    return "@own_failed", type(error).__name__
