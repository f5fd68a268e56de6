# SPDX-License-Identifier: MIT
"""Sizes, names, heads and the few things that no file may hold. There is no list of exceptions."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator

import pytest

from tests.source_tree import ROOT, FunctionNode, Module, everything, module, program

FILE_LINES, CLASS_LINES, FUNCTION_LINES = 400, 200, 40
PUBLIC_METHODS, SCREEN_METHODS = 15, 20
HEAD = "# SPDX-License-Identifier: MIT"
FORBIDDEN_WORDS = {"util", "utils", "helper", "helpers", "manager", "misc", "common", "data", "handler"}
FORBIDDEN_NAMES = {"info", "mixed", "legacy", "new2"}
TEXTS = {".py", ".md", ".toml", ".lock", ".spec", ".po", ".pot", ".json", ".svg"}
BOUNDARIES = ("walkthrough/ui/crash.py", "walkthrough/ui/jobs.py", "walkthrough/export/boundary.py")

LOOK = re.compile(r"#(?:[0-9a-fA-F]{6,8}\b|[0-9a-fA-F]{3}(?=[;\s]|$))|font-size\s*:\s*\d")
SIZING = {"setPointSize", "setPointSizeF", "setPixelSize"}

Complaints = Iterator[str]
Check = Callable[[Module], Complaints]


def lines_of(node: ast.AST) -> int:
    return node.end_lineno - node.lineno + 1


def words_of(name: str) -> set[str]:
    return set(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().split("_"))


def docstring_lines(node: FunctionNode) -> int:
    return lines_of(node.body[0]) if ast.get_docstring(node) else 0


def too_long(source: Module) -> Complaints:
    if (count := len(source.text.splitlines())) > FILE_LINES:
        yield f"{source.path} has {count} lines"
    for node in source.walk(ast.ClassDef):
        if lines_of(node) > CLASS_LINES:
            yield f"{source.path}:{node.lineno} class {node.name} has {lines_of(node)} lines"
    for node in source.walk(ast.FunctionDef, ast.AsyncFunctionDef):
        if (count := lines_of(node) - docstring_lines(node)) > FUNCTION_LINES:
            yield f"{source.path}:{node.lineno} function {node.name} has {count} lines"


def is_property(node: FunctionNode) -> bool:
    return any(
        "property" in ast.unparse(mark) or "setter" in ast.unparse(mark) for mark in node.decorator_list
    )


def too_many_public_methods(source: Module) -> Complaints:
    limit = SCREEN_METHODS if source.inside("walkthrough/ui/screens") else PUBLIC_METHODS
    for node in source.walk(ast.ClassDef):
        methods = [item for item in node.body if isinstance(item, FunctionNode) and not is_property(item)]
        public = [item for item in methods if not item.name.startswith("_") and item.name.islower()]
        if len(public) > limit:
            yield f"{source.path}:{node.lineno} class {node.name} has {len(public)} public methods"


def vague_names(source: Module) -> Complaints:
    parts = source.path.removesuffix(".py").split("/")
    for part in parts:
        if words_of(part) & FORBIDDEN_WORDS or part in FORBIDDEN_NAMES:
            yield f"{source.path}: the name says nothing"
    for node in source.walk(ast.ClassDef):
        if words_of(node.name) & FORBIDDEN_WORDS:
            yield f"{source.path}:{node.lineno} class {node.name}: the name says nothing"


def wrong_head(source: Module) -> Complaints:
    if not source.text.startswith(HEAD + "\n"):
        yield f"{source.path} does not start with {HEAD!r}"
    docstring = ast.get_docstring(source.tree, clean=False)
    if not docstring:
        yield f"{source.path} has no docstring"
    elif not 1 <= len(docstring.strip().splitlines()) <= 6:
        yield f"{source.path}: its docstring is not of 1 to 6 lines"


def public_without_docstring(source: Module) -> Complaints:
    for node in source.tree.body:
        public = isinstance(node, ast.ClassDef | FunctionNode) and not node.name.startswith("_")
        if public and ast.get_docstring(node) is None:
            yield f"{source.path}:{node.lineno} {node.name} has no docstring"


def star_import(source: Module) -> Complaints:
    for node in source.walk(ast.ImportFrom):
        if any(name.name == "*" for name in node.names):
            yield f"{source.path}:{node.lineno} imports *"


def look_outside_the_theme(source: Module) -> Complaints:
    if not source.inside("walkthrough/ui"):
        return
    for node in source.walk(ast.Constant):
        if isinstance(node.value, str) and LOOK.search(node.value):
            yield f"{source.path}:{node.lineno} a colour or a type size in Python"
    for node in source.walk(ast.Call):
        sizing = isinstance(node.func, ast.Attribute) and node.func.attr in SIZING
        if sizing and isinstance(node.args[0], ast.Constant):
            yield f"{source.path}:{node.lineno} a type size in Python"


def catches_everything(source: Module) -> Complaints:
    if source.inside(*BOUNDARIES):
        return
    for node in source.walk(ast.ExceptHandler):
        caught = ast.unparse(node.type) if node.type else "everything"
        passes_on = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
        if caught in {"Exception", "BaseException", "everything"} and not passes_on:
            yield f"{source.path}:{node.lineno} catches {caught}"


# Each in two parts, so that this list does not find itself.
MACHINE_MARKS = (
    r"(?<![.\w])/" + r"(?:home|root|tmp|work|Users)/\w",
    r"[A-Z]:" + r"\\\\?Users",
    r"index" + r"-url",
    r"/sim" + r"ple/",
)


def machine_path(path: str, text: str) -> Complaints:
    for number, line in enumerate(text.splitlines(), 1):
        if any(re.search(mark, line) for mark in MACHINE_MARKS):
            yield f"{path}:{number} names a place of one machine: {line.strip()[:80]}"


EVERYWHERE: tuple[Check, ...] = (too_long, vague_names, wrong_head, star_import)
IN_THE_PROGRAM: tuple[Check, ...] = (
    too_many_public_methods,
    public_without_docstring,
    look_outside_the_theme,
    catches_everything,
)


def complaints(checks: Iterable[Check], sources: Iterable[Module]) -> list[str]:
    return [complaint for source in sources for check in checks for complaint in check(source)]


@pytest.mark.parametrize("check", EVERYWHERE, ids=lambda check: check.__name__)
def test_no_file_of_the_project_breaks_a_rule(check: Check):
    found = complaints([check], everything())
    assert not found, "\n".join(found)


@pytest.mark.parametrize("check", IN_THE_PROGRAM, ids=lambda check: check.__name__)
def test_no_file_of_the_program_breaks_a_rule(check: Check):
    found = complaints([check], program())
    assert not found, "\n".join(found)


def test_every_folder_says_what_belongs_there():
    folders = {path.parent for path in (ROOT / "walkthrough").rglob("*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_no_text_of_the_project_names_a_place_of_one_machine():
    folders = ("walkthrough", "tests", "bench", "docs", "resources", ".ci")
    inside = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    texts = [path for path in (*ROOT.iterdir(), *inside) if path.suffix in TEXTS or path.name == "Makefile"]
    assert [c for path in texts for c in machine_path(str(path), path.read_text("utf-8"))] == []


GOOD = f'{HEAD}\n"""What it is for."""\n'
LONG_FUNCTION = "def long():\n" + "    x = 1\n" * FUNCTION_LINES
LONG_CLASS = "class Long:\n" + "    x = 1\n" * CLASS_LINES
CROWDED = "class Crowded:\n" + "".join(f"    def method_{i}(self): ...\n" for i in range(PUBLIC_METHODS + 1))


@pytest.mark.parametrize(
    ("check", "bad"),
    [
        (too_long, module("walkthrough/long.py", GOOD + "x = 1\n" * FILE_LINES)),
        (too_long, module("walkthrough/long.py", GOOD + LONG_FUNCTION)),
        (too_long, module("walkthrough/long.py", GOOD + LONG_CLASS)),
        (too_many_public_methods, module("walkthrough/crowded.py", GOOD + CROWDED)),
        (vague_names, module("walkthrough/model/date_utils.py", GOOD)),
        (vague_names, module("walkthrough/model/common/walk.py", GOOD)),
        (vague_names, module("walkthrough/walk.py", GOOD + "class WalkManager: ...\n")),
        (wrong_head, module("walkthrough/walk.py", '"""No licence line."""\n')),
        (wrong_head, module("walkthrough/walk.py", HEAD + "\nx = 1\n")),
        (wrong_head, module("walkthrough/walk.py", HEAD + '\n"""' + "line\n" * 7 + '"""\n')),
        (public_without_docstring, module("walkthrough/walk.py", GOOD + "def begin(): ...\n")),
        (star_import, module("walkthrough/walk.py", GOOD + "from os import *\n")),
        (look_outside_the_theme, module("walkthrough/ui/a.py", GOOD + 'x = "color: #ff0000"\n')),
        (look_outside_the_theme, module("walkthrough/ui/a.py", GOOD + 'x = "font-size: 12px"\n')),
        (look_outside_the_theme, module("walkthrough/ui/a.py", GOOD + "font.setPointSize(12)\n")),
        (catches_everything, module("walkthrough/a.py", GOOD + "try: x\nexcept Exception: y\n")),
        (catches_everything, module("walkthrough/a.py", GOOD + "try: x\nexcept: y\n")),
    ],
)
def test_each_rule_can_fail(check: Check, bad: Module):
    assert list(check(bad)) != []


@pytest.mark.parametrize("check", EVERYWHERE + IN_THE_PROGRAM, ids=lambda check: check.__name__)
def test_no_rule_complains_of_a_good_file(check: Check):
    assert list(check(module("walkthrough/walk.py", GOOD + 'def begin():\n    """Begin."""\n'))) == []


@pytest.mark.parametrize("place", ["/ho" + "me/ann/x", "C:" + r"\\Users\\ann", "--index" + "-url x"])
def test_a_place_of_one_machine_is_found(place: str):
    assert list(machine_path("notes.md", f"see {place} for more")) != []
