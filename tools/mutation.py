"""Changes the engine a little, again and again, and says which changes no test notices.

The engine: src/tsukuba_pia/score/, and of change/ what gives leave to build or run (see OTHERS). A runner of our own:
each change is tried in a fork of a process that has everything else loaded, those of score/ first on the cases of the
oracle, whose results are worked out once, then on the tests of tests/score. So a change takes about a second.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib.abc
import importlib.util
import os
import random
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "tsukuba_pia"
SCORE = SOURCE / "score"
EQUIVALENT = ROOT / "tests" / "score" / "equivalent_mutants.txt"
CASES, SECONDS, WANTED = 300, 90, 95
SLOW = ("laws", "conformance")  # what takes longest comes last
# Modules of other rooms, with the tests that hold each of them.
OTHERS = {
    "change/state": ("change/test_state.py", "lint/test_comment_rules.py", "lint/test_approval_rules.py"),
    "change/approval": (
        "change/test_approval.py", "change/test_state.py", "lint/test_approval_rules.py",
        "work/test_signing.py", "work/test_verifying.py",
    ),
    "change/comment_window": (
        "change/test_comment_window.py", "lint/test_comment_rules.py", "work/test_commenting.py",
    ),
}  # fmt: skip
SKIPPED_TESTS = ("test_oracle.py",)  # what it compares is compared first, with the tables worked out once

SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
}  # fmt: skip
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
TYPES = ("Literal", "Callable", "Mapping", "Sequence", "Iterable", "Iterator", "AbstractSet", "dict", "tuple", "list")
Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True)
class Mutant:
    """One change: the how-manieth place of a module, and what stands there before and after."""

    module: str
    number: int
    line: int
    before: str
    after: str

    @property
    def key(self) -> str:
        """How the list of equivalent ones names it; lines move, so they are left out."""
        return f"{self.module} | {self.before} | {self.after}"


class Changer(ast.NodeTransformer):
    """Counts the places that can be changed, and changes the one that is wanted."""

    def __init__(self, module: str, wanted: int | None) -> None:
        """Without a wanted place all are only listed."""
        self.module, self.wanted = module, wanted
        self.found: list[Mutant] = []

    def offer(self, node: ast.expr | ast.stmt, other: ast.AST) -> ast.AST:
        """A place with its change: the changed one where it is wanted."""
        number = len(self.found)
        ast.fix_missing_locations(ast.copy_location(other, node))
        before, after = (" ".join(ast.unparse(one).split())[:160] for one in (node, other))
        self.found.append(Mutant(self.module, number, node.lineno, before, after))
        return other if number == self.wanted else node

    # Annotations, decorators and names of types are no behaviour.
    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """The body and the defaults."""
        node.args.defaults = [self.visit(one) for one in node.args.defaults]
        node.args.kw_defaults = [one and self.visit(one) for one in node.args.kw_defaults]
        node.body = self.without_docstring(node.body)
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        """The body."""
        node.body = self.without_docstring(node.body)
        return node

    def visit_Module(self, node: ast.Module) -> ast.AST:
        """The body."""
        node.body = self.without_docstring(node.body)
        return node

    def without_docstring(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """Each statement but texts that only stand there."""
        return [one if is_text(one) else self.visit(one) for one in body]

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """The value."""
        node.value = node.value and self.visit(node.value)
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """Not where it is a type."""
        is_type = isinstance(node.value, ast.Name) and node.value.id in TYPES
        return node if is_type else self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        """Words for people."""
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """Another comparison."""
        self.generic_visit(node)
        other = SWAPPED.get(type(node.ops[0]))
        if other is None:
            return node
        ops: list[Any] = [other(), *node.ops[1:]]
        return self.offer(node, ast.Compare(node.left, ops, node.comparators))

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        """And for or; one of the parts left out."""
        self.generic_visit(node)
        swapped: Any = SWAPPED[type(node.op)]()
        changed = self.offer(node, ast.BoolOp(swapped, node.values))
        for number in range(len(node.values)):
            rest = node.values[:number] + node.values[number + 1 :]
            without = self.offer(node, rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest))
            changed = without if without is not node else changed
        return changed

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        """Minus for plus."""
        self.generic_visit(node)
        other: Any = SWAPPED.get(type(node.op))
        return node if other is None else self.offer(node, ast.BinOp(node.left, other(), node.right))

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        """Without a not, without a minus."""
        self.generic_visit(node)
        return self.offer(node, node.operand) if isinstance(node.op, (ast.Not, ast.USub)) else node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        """The other of two values."""
        self.generic_visit(node)
        return self.offer(node, ast.IfExp(node.test, node.orelse, node.body))

    def visit_If(self, node: ast.If) -> ast.AST:
        """As if the condition never held."""
        self.generic_visit(node)
        return self.offer(node, ast.If(ast.Constant(value=False), node.body, node.orelse))

    def visit_Return(self, node: ast.Return) -> ast.AST:
        """Nothing comes back."""
        self.generic_visit(node)
        nothing = node.value is None or (isinstance(node.value, ast.Constant) and node.value.value is None)
        return node if nothing else self.offer(node, ast.Return(ast.Constant(value=None)))

    def visit_Continue(self, node: ast.Continue) -> ast.AST:
        """The whole loop ends."""
        return self.offer(node, ast.Break())

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        """Set instead of added."""
        self.generic_visit(node)
        return self.offer(node, ast.Assign([node.target], node.value))

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        """Without one of its filters."""
        self.generic_visit(node)
        for number, one in enumerate(node.ifs):
            changed = self.offer(one, ast.Constant(value=True))
            if changed is not one and isinstance(changed, ast.expr):
                node.ifs[number] = changed
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        """Max for min, all for any."""
        return self.offer(node, ast.Name(NAMES[node.id], node.ctx)) if node.id in NAMES else node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        """Another value."""
        match node.value:
            case bool():
                return self.offer(node, ast.Constant(value=not node.value))
            case int():
                return self.offer(node, ast.Constant(value=node.value + 1))
            case str():
                return self.offer(node, ast.Constant(value=f"{node.value}~"))
        return node


def is_text(node: ast.stmt) -> bool:
    """Whether a statement is a text, as a docstring is."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def place_of(module: str) -> str:
    """A module with its room; of score/ unless it says another."""
    return module if "/" in module else f"score/{module}"


def tree_of(module: str, wanted: int | None = None) -> tuple[ast.Module, list[Mutant]]:
    """A module's tree with one place changed, and the places that there are."""
    tree = ast.parse((SOURCE / f"{place_of(module)}.py").read_text(encoding="utf-8"))
    changer = Changer(module, wanted)
    changer.visit(tree)
    return tree, changer.found


class Loader(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads the changed module in place of the one that is there."""

    def __init__(self, mutant: Mutant) -> None:
        """What to load."""
        self.mutant, self.name = mutant, f"tsukuba_pia.{place_of(mutant.module).replace('/', '.')}"

    def find_spec(self, fullname: str, *_rest: object) -> ModuleSpec | None:
        """Only this one."""
        return importlib.util.spec_from_loader(fullname, self) if fullname == self.name else None

    def exec_module(self, module: ModuleType) -> None:
        """The changed tree."""
        module.__file__ = str(SOURCE / f"{place_of(self.mutant.module)}.py")
        tree, _ = tree_of(self.mutant.module, self.mutant.number)
        exec(compile(tree, module.__file__, "exec"), module.__dict__)  # noqa: S102 - our own code, changed by us


@dataclass(frozen=True)
class Prepared:
    """What each try needs, made once: cases as values, and what the oracle says of them."""

    cases: Mapping[int, tuple[Any, ...]]
    expected: Mapping[int, Mapping[str, Any]]


def prepared() -> Prepared:
    """Let the tables work the cases out."""
    from tests.cases import assessment_of  # noqa: PLC0415 - once the tests can be found
    from tests.score.oracle.making import Maker  # noqa: PLC0415
    from tests.score.oracle.telling import Oracle, questionnaire_of  # noqa: PLC0415

    plain = {number: Maker(number).case() for number in range(CASES)}
    values = {
        number: (
            questionnaire_of(one["bank"]), assessment_of(one["assessment"]), one["as_of"], frozenset(one["missing"]),
        ) for number, one in plain.items()
    }  # fmt: skip
    return Prepared(values, Oracle(plain).told())


def unnoticed(mutant: Mutant, made: Prepared) -> bool:
    """Whether neither the oracle's cases nor the tests notice the change."""
    rooms = ("tsukuba_pia.score", "tsukuba_pia.change", "tsukuba_pia.lint", "tsukuba_pia.work", "tests")
    for name in [one for one in sys.modules if one.startswith(rooms)]:
        del sys.modules[name]
    sys.meta_path.insert(0, Loader(mutant))
    if mutant.module in OTHERS:
        return passes([str(ROOT / "tests" / one) for one in OTHERS[mutant.module]])
    from tests.score.oracle import telling  # noqa: PLC0415 - it has to load the changed module

    from tsukuba_pia.score.engine import score  # noqa: PLC0415

    for number, case in made.cases.items():
        if telling.differences(dict(made.expected[number]), telling.told(score(*case))):
            return False
    folder = ROOT / "tests" / "score"
    files = sorted(str(one) for one in folder.glob("test_*.py") if one.name not in SKIPPED_TESTS)
    files.sort(key=lambda one: [name in one for name in SLOW])
    return passes(files)


def passes(files: Sequence[str]) -> bool:
    """Whether these tests pass."""
    import pytest  # noqa: PLC0415

    return pytest.main(["-x", "-q", "-n0", "-p", "no:cacheprovider", "-p", "no:randomly", *files]) == 0


def in_a_fork(mutant: Mutant, made: Prepared) -> int:
    """Try a change in a process of its own, which ends with 0 where nobody noticed."""
    child = os.fork()
    if child:
        return child
    signal.alarm(SECONDS)  # a change may never end
    silent = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(silent, stream)
    code = 1
    with contextlib.suppress(BaseException):  # whatever is raised is noticed
        code = 0 if unnoticed(mutant, made) else 1
    os._exit(code)


def survivors(mutants: Sequence[Mutant], made: Prepared, jobs: int) -> Iterator[Mutant]:
    """Try all changes, a few at a time."""
    running: dict[int, Mutant] = {}
    waiting = list(reversed(mutants))
    done = 0
    while waiting or running:
        while waiting and len(running) < jobs:
            mutant = waiting.pop()
            running[in_a_fork(mutant, made)] = mutant
        child, status = os.wait()
        mutant = running.pop(child)
        done += 1
        if status == 0:
            yield mutant
        if done % 50 == 0:
            print(f"  {done} of {len(mutants)}", file=sys.stderr, flush=True)


def known_equivalents() -> dict[str, str]:
    """The changes that change nothing, with the reason."""
    lines = EQUIVALENT.read_text(encoding="utf-8").splitlines() if EQUIVALENT.is_file() else []
    parts = (line.rsplit(" | ", 1) for line in lines if line and not line.startswith("#"))
    return dict(parts)


def main() -> int:
    """Try, and say what survived."""
    parser = argparse.ArgumentParser(prog="make mutation", description=__doc__)
    parser.add_argument("modules", nargs="*", help="of score/, or change/state and the like; all unless named")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--sample", type=int, help="so many of the changes, chosen by chance but always the same")
    chosen = parser.parse_args()
    os.chdir(ROOT)
    os.environ.update(HYPOTHESIS_PROFILE="mutation")
    os.environ.pop("PYTEST_ADDOPTS", None)
    sys.path.insert(0, str(ROOT))
    modules = chosen.modules or [*sorted(one.stem for one in SCORE.glob("[a-z]*.py")), *OTHERS]
    mutants = [mutant for module in modules for mutant in tree_of(module)[1]]
    if chosen.sample:
        mutants = random.Random(1).sample(mutants, min(chosen.sample, len(mutants)))  # noqa: S311 - a sample
    begun, known = time.monotonic(), known_equivalents()
    made = prepared() if any(module not in OTHERS for module in modules) else Prepared({}, {})
    for module in (modules[0], *(one for one in modules[1:] if one in OTHERS)):
        if not list(survivors([Mutant(module, -1, 0, "", "")], made, 1)):
            print(f"the tests of {module} fail without any change: make test says why", file=sys.stderr)
            return 1
    left = 0
    alive: list[Mutant] = []
    for mutant in survivors(mutants, made, chosen.jobs):
        alive.append(mutant)
        reason = known.get(mutant.key)
        left += reason is None
        print(f"{place_of(mutant.module)}.py:{mutant.line}: {mutant.key} | {reason or 'NOBODY NOTICED'}", flush=True)
    killed = 100 * (len(mutants) - len(alive)) / max(1, len(mutants))
    took = (time.monotonic() - begun) / 60
    print(f"{len(mutants)} changes in {', '.join(modules)}: {killed:.1f} % noticed, {len(alive)} not, {left} of these")
    print(f"without a reason in {EQUIVALENT.name}; {took:.1f} min with {chosen.jobs} processes")
    return 0 if killed >= WANTED and not left else 1


if __name__ == "__main__":
    sys.exit(main())
