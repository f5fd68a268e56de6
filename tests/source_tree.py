# SPDX-License-Identifier: MIT
"""The program's own source as parsed modules, for the tests that hold the rules of the house."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True)
class Module:
    """One source file: its path from the root with slashes, its text, its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    def inside(self, *folders: str) -> bool:
        """Whether it lies in one of these folders (or is that file)."""
        return any(self.path == folder or self.path.startswith(f"{folder}/") for folder in folders)

    @cached_property
    def _nodes(self) -> dict[type[ast.AST], list[ast.AST]]:
        """Every node, by its kind: a dozen rules walk the same tree."""
        found: dict[type[ast.AST], list[ast.AST]] = {}
        for node in ast.walk(self.tree):
            found.setdefault(type(node), []).append(node)
        return found

    def walk(self, *kinds: type[Node]) -> Iterator[Node]:
        """Every node of these kinds."""
        return (node for kind, nodes in self._nodes.items() if issubclass(kind, kinds) for node in nodes)


def module(path: str, text: str) -> Module:
    """A module that stands in no file: how a rule's own test shows that the rule can fail."""
    return Module(path, text, ast.parse(text))


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """Every module under these folders of the project."""
    files = sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))
    return tuple(_parsed(file) for file in files)


@cache
def _parsed(file: Path) -> Module:
    return module(file.relative_to(ROOT).as_posix(), file.read_text("utf-8"))


def program() -> tuple[Module, ...]:
    """The program without its tests."""
    return modules("walkthrough")


def everything() -> tuple[Module, ...]:
    """The program, its tests, its benchmark and its build scripts."""
    return modules("walkthrough", "tests", "bench", ".ci", "docs")
