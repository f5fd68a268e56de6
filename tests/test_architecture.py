# SPDX-License-Identifier: MIT
"""Who may import whom, held over the whole import graph. There is no list of exceptions.

A `far` rule also forbids the long way round, through other modules of ours.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import grimp
import pytest

from tests.source_tree import ROOT, Module, everything, module

NETWORK = (
    "socket",
    "ssl",
    "urllib.request",
    "http",
    "ftplib",
    "smtplib",
    "socketserver",
    "xmlrpc",
    "requests",
)
QT_PARTS = (
    "QtNetwork",
    "QtSql",
    "QtCharts",
    "QtWebEngineCore",
    "QtWebEngineWidgets",
    "QtWebSockets",
    "QtGraphs",
)
NEVER = ("sqlite3", *NETWORK, *(f"PySide6.{part}" for part in QT_PARTS))


@dataclass(frozen=True)
class Rule:
    """`who` (with all below it) must not import `whom`; `far`: not even through other modules."""

    who: str
    whom: tuple[str, ...]
    far: bool = True


OUTER = ("{p}.ui", "{p}.app", "{p}.cli")
RULES = (
    Rule("{p}.model", ("PySide6", "reportlab", "PIL", "{p}.export", "{p}.wording", "{p}.settings", *OUTER)),
    Rule("{p}.model.rules", ("sqlalchemy", "sqlcipher3", "{p}.model.schema", "{p}.model.workbook")),
    Rule("{p}.model.words", ("sqlalchemy", "sqlcipher3")),
    Rule("{p}.model.rows", ("sqlalchemy", "sqlcipher3")),
    Rule("{p}.export", ("PySide6", *OUTER)),
    Rule("{p}.export", ("sqlalchemy", "sqlcipher3", "{p}.model.schema", "{p}.model.store"), far=False),
    Rule("{p}.ui", ("{p}.app", "{p}.cli")),
    Rule("{p}.ui", ("sqlalchemy", "sqlcipher3", "alembic", "reportlab"), far=False),
    Rule("{p}.ui", ("{p}.model.schema", "{p}.model.store", "{p}.model.migrations"), far=False),
    Rule("{p}.ui.widgets", ("{p}.ui.screens", "{p}.ui.main_window")),
    Rule("{p}.ui.widgets", ("{p}.model.workbook", "{p}.model.commands"), far=False),
    Rule("{p}.ui.screens", ("{p}.ui.main_window",)),
    *(
        Rule(f"{{p}}.{base}", ("{p}.model", "{p}.export", *OUTER))
        for base in ("paths", "wording", "logs", "clock")
    ),
)


def graph_of(package: str) -> grimp.ImportGraph:
    return grimp.build_graph(package, include_external_packages=True, cache_dir=None)


def broken(rule: Rule, graph: grimp.ImportGraph, package: str = "walkthrough") -> list[str]:
    who = rule.who.format(p=package)
    targets = [name for name in (whom.format(p=package) for whom in rule.whom) if name in graph.modules]
    if who not in graph.modules:
        return []
    return [line for whom in targets for line in _ways(graph, who, whom, far=rule.far)]


def _ways(graph: grimp.ImportGraph, who: str, whom: str, *, far: bool) -> list[str]:
    if far:
        external = whom.split(".")[0] != who.split(".")[0]
        if external:
            inside = {who, *graph.find_descendants(who)}
            chains = [graph.find_shortest_chain(importer, whom) for importer in inside]
        else:
            chains = list(graph.find_shortest_chains(importer=who, imported=whom, as_packages=True))
        return [" -> ".join(chain) for chain in chains if chain]
    imported = {whom, *(graph.find_descendants(whom) if not graph.is_module_squashed(whom) else ())}
    importers = {who, *graph.find_descendants(who)}
    return [
        f"{one} -> {other}"
        for one in importers
        for other in graph.find_modules_directly_imported_by(one) & imported
    ]


def sideways(graph: grimp.ImportGraph, package: str = "walkthrough") -> list[str]:
    """Imports from one screen into another; they meet in the main window only."""
    screens = f"{package}.ui.screens"
    found = []
    for screen in graph.find_children(screens) if screens in graph.modules else ():
        for importer in {screen, *graph.find_descendants(screen)}:
            for imported in graph.find_modules_directly_imported_by(importer):
                inside = imported == screen or imported.startswith(f"{screen}.")
                if imported.startswith(f"{screens}.") and not inside:
                    found.append(f"{importer} -> {imported}")
    return found


def imported_names(source: Module) -> Iterator[str]:
    for node in source.walk(ast.Import):
        yield from (name.name for name in node.names)
    for node in source.walk(ast.ImportFrom):
        yield from (f"{node.module}.{name.name}" for name in node.names)


def never_imported(source: Module) -> list[str]:
    return [
        f"{source.path} imports {name}"
        for name in imported_names(source)
        for bad in NEVER
        if name == bad or name.startswith(f"{bad}.") or ".QGraphics" in name
    ]


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return graph_of("walkthrough")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.who} {'far' if rule.far else 'near'}")
def test_no_layer_reaches_where_it_must_not(rule: Rule, graph: grimp.ImportGraph):
    assert broken(rule, graph) == []


def test_screens_never_import_each_other(graph: grimp.ImportGraph):
    assert sideways(graph) == []


def test_nobody_imports_the_network_or_a_second_sqlite():
    assert [line for source in everything() for line in never_imported(source)] == []


@pytest.mark.parametrize(("layer", "blocked"), [("model", "PySide6 reportlab PIL"), ("export", "PySide6")])
def test_a_layer_imports_whole_where_the_outer_libraries_are_not_installed(layer: str, blocked: str):
    code = (
        "import importlib, pkgutil, sys\n"
        f"sys.modules.update(dict.fromkeys({blocked.split()!r}))\n"
        f"import walkthrough.{layer} as layer\n"
        "for part in pkgutil.walk_packages(layer.__path__, layer.__name__ + '.'):\n"
        "    if '.migrations.' not in part.name: importlib.import_module(part.name)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_an_open_workbook_has_loaded_one_sqlite_library(tmp_path: Path):
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from walkthrough.model import Workbook\n"
        "Workbook.create(Path(sys.argv[1])).close()\n"
        "print([name for name in sys.modules if name in ('_sqlite3', 'apsw', 'PySide6.QtSql')])\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "one.walkthrough")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


BAD_TREE = {
    "model/__init__.py": "",
    "model/walk.py": "from {p}.paths import where",
    "model/words.py": "import sqlalchemy",
    "model/rows.py": "import sqlcipher3",
    "model/schema.py": "",
    "model/workbook.py": "",
    "model/rules/__init__.py": "import {p}.model.schema",
    "export/__init__.py": "import {p}.ui.theme, {p}.model.schema",
    "paths.py": "import PySide6.QtCore, {p}.model.walk",
    "wording.py": "import {p}.app",
    "logs.py": "import {p}.ui.theme",
    "clock.py": "import {p}.export",
    "app.py": "",
    "ui/__init__.py": "import sqlalchemy",
    "ui/theme.py": "import {p}.app, {p}.model.schema",
    "ui/main_window.py": "",
    "ui/widgets/__init__.py": "import {p}.ui.screens.plan, {p}.model.workbook",
    "ui/screens/__init__.py": "",
    "ui/screens/plan.py": "import {p}.ui.screens.walk, {p}.ui.main_window",
    "ui/screens/walk.py": "",
}


@pytest.fixture(scope="module")
def bad_graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[grimp.ImportGraph]:
    root: Path = tmp_path_factory.mktemp("bad")
    for name, text in {"__init__.py": "", **BAD_TREE}.items():
        path = root / "badtree" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(p="badtree"))
    sys.path.insert(0, str(root))
    yield graph_of("badtree")
    sys.path.remove(str(root))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.who} {'far' if rule.far else 'near'}")
def test_each_rule_finds_what_is_wrong_in_a_bad_tree(rule: Rule, bad_graph: grimp.ImportGraph):
    assert broken(rule, bad_graph, "badtree") != []


def test_an_import_between_two_screens_is_found(bad_graph: grimp.ImportGraph):
    assert sideways(bad_graph, "badtree") == ["badtree.ui.screens.plan -> badtree.ui.screens.walk"]


@pytest.mark.parametrize(
    "line",
    [
        "import socket",
        "import sqlite3",
        "import http.client",
        "from urllib import request",
        "from PySide6 import QtNetwork",
        "from PySide6.QtSql import QSqlDatabase",
        "from PySide6.QtWidgets import QGraphicsView",
    ],
)
def test_a_forbidden_import_is_found(line: str):
    assert never_imported(module("walkthrough/a.py", line)) != []


def test_a_layer_that_needs_a_blocked_library_is_found(bad_graph: grimp.ImportGraph):
    assert bad_graph.find_shortest_chain("badtree.model.walk", "PySide6") is not None
