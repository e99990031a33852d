"""The template engine, set up the same for each format: strict, without a clock, without a network.

Templates of a city's own lie over the shipped ones, file by file. They are other people's programs: they run in a
sandbox, can escape nothing less, read nothing but templates, and are bounded.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass, replace
from functools import lru_cache
from keyword import iskeyword
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from jinja2 import __version__ as JINJA  # noqa: N812 - a constant
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr, Getattr
from jinja2.runtime import Context, LoopContext, Macro
from markupsafe import Markup

from tsukuba_pia import cache
from tsukuba_pia.export._own import SHIPPED, OwnEnvironment, OwnFiles, bounded, fault_of
from tsukuba_pia.model.text import LOAN
from tsukuba_pia.report.document import Report
from tsukuba_pia.resources import TEMPLATES, Own, shipped

FACES = 16  # engines that are kept: a face that is being written is another one after each save
_OF_EACH = frozenset(dir(dict))  # what `labels.items` and its like mean
_WRITER = "2"  # another one where `_Once` or `_Direct` writes other programs
_FILLED = re.compile(r"(?:[^{}]|\{\{|\}\}|\{[A-Za-z_]\w*\})*")


class _Compiled(BytecodeCache):
    """Programs of the shipped templates, in the user's own folder: to write them takes longer than to make a page."""

    def __init__(self, form: str) -> None:
        """Take what they escape for: what is constant in a template is escaped in its program."""
        self.form = form

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a program that was kept for the same text in the same place."""
        kept = cache.load(self._key(bucket))
        bucket.code = kept if isinstance(kept, CodeType) else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a program."""
        cache.store(self._key(bucket), bucket.code)

    def _key(self, bucket: Bucket) -> str:
        parts = ("template", _WRITER, JINJA, self.form, bucket.key, bucket.checksum)
        return cache.digest(*(one.encode() for one in parts))


class _Once(CodeGenerator):
    """Writes the program of a template: what `shown` gives is escaped, and is not escaped once more."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002 - jinja's
        self.write(str(finalize.src))

    def _output_child_post(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002 - jinja's
        self.write(")")


class _Direct(_Once):
    """Of the shipped templates: they take the fields of a document's values as they are, thousands of times a page."""

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802 - jinja's
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write(f"(found.{node.attr} if (found := ")
        self.visit(node.node, frame)
        self.write(f").__class__ in environment.plain else environment.getattr(found, {node.attr!r}))")


class _Context(Context):
    """Calls macros sooner: nobody asks what else they could be."""

    def call(self, called: Callable[..., Any], /, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever it is
        """What something gives that a template calls."""
        if called.__class__ is not Macro:
            return super().call(called, *given, **named)
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(self.eval_ctx, *given, **named)


class _Engine(Environment):
    """Finds the words of labels sooner: they are looked up thousands of times for a page."""

    code_generator_class = _Direct
    context_class = _Context

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - jinja's own
        """Take jinja's options."""
        super().__init__(**options)
        self.plain: set[type] = {LoopContext}  # kinds of values whose attributes are nothing but that

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - whatever a template sees
        """A part of a value, or its attribute."""
        if obj.__class__ is dict and attribute in obj and attribute not in _OF_EACH:
            return obj[attribute]
        try:
            value = getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)
        if is_dataclass(obj):
            self.plain.add(type(obj))
        return value


def engine(
    form: str, shown: Callable[[object], Markup], filters: Mapping[str, Callable[..., Any]], face: Own | None = None
) -> Environment:
    """An engine for one format, in one language where that makes a difference: `form` names both.

    `shown` is how the format escapes: all that a template prints goes through it, and what it has escaped stays.
    A template sees the document, the words `w`, and nothing else. `face`: a city's own templates.
    """
    kind = _Engine if face is None else OwnEnvironment
    environment = kind(
        loader=_loader(face),
        undefined=StrictUndefined,
        finalize=shown,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # a face that has changed is another one
    )
    if face is not None:
        environment.code_generator_class = _Once
    environment.bytecode_cache = environment.bytecode_cache or _Compiled(form)
    environment.filters.update(filters)
    return environment


@lru_cache(4096)
def fillable(pattern: str) -> str:
    """A label's pattern. Raises ValueError where it names a part of a value, or how a value is to be written."""
    if not _FILLED.fullmatch(pattern):
        raise ValueError("a pattern names values, and no part of them")  # noqa: TRY003 - a template's mistake
    return pattern


def _loader(face: Own | None) -> BaseLoader:
    ours = FileSystemLoader(shipped(TEMPLATES))
    return ours if face is None else ChoiceLoader([OwnFiles(face), PrefixLoader({SHIPPED: ours}), ours])


def made(environment: Environment, template: str, seen: Mapping[str, object], face: Own | None) -> str:
    """What a template makes of what it sees; labels that are borrowed are counted on the page among the texts that are.

    Raises Fault where one of the city's own templates does not work.
    """
    text = _made(environment, template, seen, face)
    report, count = seen.get("report"), len(set(LOAN.findall(text)))
    if not count or not isinstance(report, Report):
        return text
    told = replace(report, untranslated=report.untranslated + count)
    return _made(environment, template, {**seen, "report": told}, face)


def _made(environment: Environment, template: str, seen: Mapping[str, object], face: Own | None) -> str:
    if face is None:
        return environment.get_template(template).render(seen)
    try:
        with bounded():
            return environment.get_template(template).render(seen)
    except Exception as error:
        if (fault := fault_of(error, face)) is None:
            raise
        raise fault from None
