# SPDX-License-Identifier: MIT
"""Every text a person reads can be translated, and every translation keeps its placeholders.

Babel passes over `_(f"...")` without a word, and no tool sees a text set without `_`: both are found here.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from tests.source_tree import ROOT, Module, module, program
from walkthrough import paths
from walkthrough.ui.actions import ACTIONS, MENUS
from walkthrough.wording import Wording, languages

LOCALE = ROOT / "resources" / "locale"
CATALOGUES = sorted(LOCALE.glob("*/LC_MESSAGES/walkthrough.po"))

# the marking functions, and which of their arguments Babel reads
MARKS = {"_": (0,), "N_": (0,), "gettext": (0,), "ngettext": (0, 1), "pgettext": (0, 1)}
SHOWING_METHODS = {
    *("setText", "setPlainText", "setWindowTitle", "setTitle", "setToolTip", "setStatusTip", "setWhatsThis"),
    *("setPlaceholderText", "setAccessibleName", "setAccessibleDescription", "showMessage", "setTabText"),
    *(
        "setHeaderLabels",
        "setHorizontalHeaderLabels",
        "addAction",
        "addMenu",
        "addTab",
        "addItem",
        "addItems",
    ),
    *("addItem", "setPrefix", "setSuffix", "setLabelText", "setInformativeText", "setDetailedText"),
}
SHOWING_WIDGETS = {"QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox"}
SHOWING_WIDGETS |= {"QAction", "QMenu", "QDockWidget", "QCommandLinkButton"}
HOLDER = re.compile(r"\{[^{}]*\}")
MNEMONIC = re.compile(r"&\w")


def called(node: ast.Call) -> str:
    """The last part of what is called: `_`, `setText`, `QLabel`."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def says_something(node: ast.AST) -> bool:
    """Whether a person would read words here: an f-string or a literal with two letters in a row."""
    if isinstance(node, ast.JoinedStr):
        return any(says_something(part) for part in node.values)
    if isinstance(node, ast.BinOp):
        return says_something(node.left) or says_something(node.right)
    if isinstance(node, ast.List | ast.Tuple):
        return any(says_something(part) for part in node.elts)
    return is_text(node) and re.search(r"[^\W\d_]{2}", HOLDER.sub("", node.value)) is not None


def hidden_in_an_f_string(source: Module) -> Iterator[str]:
    """Babel does not look into `f"{_('old')}"`, so the word would stay English without a sound."""
    for outer in source.walk(ast.JoinedStr):
        for node in ast.walk(outer):
            if isinstance(node, ast.Call) and called(node) in MARKS and any(map(is_text, node.args)):
                yield f"{source.path}:{node.lineno} {ast.unparse(node)[:60]} is not collected"


def can_be_collected(call: ast.Call, argument: ast.AST) -> bool:
    """A literal; or, handed to `_`, a constant that `N_` marked where it stands. Nothing made on the spot."""
    made = isinstance(argument, ast.JoinedStr | ast.BinOp)
    made |= isinstance(argument, ast.Call) and called(argument) in {"format", "join", "str"}
    return is_text(argument) or (called(call) in {"_", "gettext"} and not made)


def marked_but_not_literal(source: Module) -> Iterator[str]:
    if source.path == "walkthrough/wording.py":  # the door itself passes on what it is handed
        return
    for node in source.walk(ast.Call):
        for position in MARKS.get(called(node), ()):
            if position >= len(node.args) or not can_be_collected(node, node.args[position]):
                yield f"{source.path}:{node.lineno} {ast.unparse(node)[:60]} cannot be collected"


def shown_but_not_marked(source: Module) -> Iterator[str]:
    if not source.inside("walkthrough/ui"):
        return
    for node in source.walk(ast.Call):
        if called(node) in SHOWING_METHODS | SHOWING_WIDGETS:
            for argument in node.args:
                if says_something(argument):
                    yield f"{source.path}:{node.lineno} {ast.unparse(node)[:60]} is not translated"


def translated_while_imported(source: Module) -> Iterator[str]:
    """Calls of `_` outside any function: they would keep the language of the start for ever."""
    functions = source.walk(ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
    inside = {node for function in functions for node in ast.walk(function)}
    for node in source.walk(ast.Call):
        if called(node) in {"_", "ngettext", "pgettext"} and node not in inside:
            yield f"{source.path}:{node.lineno} {ast.unparse(node)[:60]} is translated while imported"


def holders(text: str) -> set[str]:
    return set(HOLDER.findall(text))


def keys(catalogue: Catalog) -> set[tuple[object, str | None]]:
    return {(message.id, message.context) for message in catalogue}


def wrong_translations(catalogue: Catalog) -> Iterator[str]:
    for message in catalogue:
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.fuzzy or not all(texts):
            yield f"{ids[0]!r} is not translated"
        needed, known = set.intersection(*map(holders, ids)), set.union(*map(holders, ids))
        for text in filter(None, texts):
            if not needed <= holders(text) <= known:
                yield f"{text!r} has not the placeholders of {ids[0]!r}"
            if any(len(MNEMONIC.findall(said)) != len(MNEMONIC.findall(text)) for said in ids):
                yield f"{text!r} has not as many letters to press as {ids[0]!r}"


CHECKS = (marked_but_not_literal, hidden_in_an_f_string, shown_but_not_marked, translated_while_imported)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_text_of_the_program_can_be_translated(check):
    found = [line for source in program() for line in check(source)]
    assert not found, "\n".join(found)


def test_the_texts_can_be_collected(tmp_path: Path):
    template = tmp_path / "walkthrough.pot"
    keywords = ["-k", "_", "-k", "N_", "-k", "gettext", "-k", "ngettext:1,2", "-k", "pgettext:1c,2"]
    babel = [sys.executable, "-m", "babel.messages.frontend", "-q"]
    wanted = ["extract", "-F", "pyproject.toml", *keywords, "-o", str(template), "."]
    subprocess.run([*babel, *wanted], cwd=ROOT, check=True)
    with template.open("rb") as file:
        assert len(read_po(file)) > 0


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_every_translation_is_complete_and_keeps_its_placeholders(path: Path):
    with path.open("rb") as file:
        assert list(wrong_translations(read_po(file))) == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_every_language_has_every_text_of_the_template(path: Path):
    with path.open("rb") as file, (LOCALE / "walkthrough.pot").open("rb") as template:
        ours, all_texts = read_po(file), read_po(template)
    assert [message.id for message in all_texts if (message.id, message.context) not in keys(ours)] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_every_language_is_compiled_as_it_is_written(path: Path):
    """`make translations` compiles; the compiled form stands in the repository and is what people run."""
    with path.open("rb") as file:
        ours = read_po(file)
    spoken = Wording(path.parent.parent.name, LOCALE)
    for message in ours:
        if isinstance(message.id, tuple):
            for n, text in ((1, message.string[0]), (2, message.string[1])):
                assert spoken.ngettext(*message.id, n) == text
        elif message.context:
            assert spoken.pgettext(message.context, message.id) == message.string
        elif message.id:
            assert spoken.gettext(message.id) == message.string


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_no_letter_to_press_stands_for_two_things_in_a_menu(path: Path):
    spoken = Wording(path.parent.parent.name, LOCALE)
    menus: dict[str, list[str]] = {"": [spoken.gettext(text) for _name, text in MENUS]}
    for action in ACTIONS:
        menus.setdefault(action.menu or action.id, []).append(spoken.gettext(action.text))
    for texts in menus.values():
        pressed = [letter.lower() for text in texts for letter in MNEMONIC.findall(text)]
        assert len(pressed) == len(set(pressed)), texts


def test_spanish_can_be_chosen():
    assert "es" in languages(paths.locale_folder())


@pytest.mark.parametrize(
    ("check", "line"),
    [
        (marked_but_not_literal, 'def f(n): return _(f"{n} findings")'),
        (marked_but_not_literal, "def f(text): return N_(text)"),
        (marked_but_not_literal, 'def f(n): return _("{n} findings".format(n=n))'),
        (marked_but_not_literal, 'def f(n): return ngettext("one", "many" + n, n)'),
        (marked_but_not_literal, 'def f(words, n): return words.gettext("a" + n)'),
        (hidden_in_an_f_string, "def f(text, words): return f\"{text} ({_('old')})\""),
        (hidden_in_an_f_string, "def f(text, words): return f\"{words.gettext('old')}: {text}\""),
        (shown_but_not_marked, 'label.setText("Findings")'),
        (shown_but_not_marked, 'label = QLabel("Findings")'),
        (shown_but_not_marked, 'menu.addAction(icon, "Open")'),
        (shown_but_not_marked, 'label.setText(f"{n} findings")'),
        (shown_but_not_marked, 'table.setHeaderLabels(["What", "Who"])'),
        (translated_while_imported, 'TITLE = _("Plan")'),
        (translated_while_imported, 'class A:\n    title = _("Plan")'),
    ],
)
def test_each_rule_can_fail(check, line: str):
    assert list(check(module("walkthrough/ui/a.py", line))) != []


def test_what_is_not_language_needs_no_translation():
    lines = 'a.setText("#12"); b.setText(""); c.setText(f"{n} / {m}"); d.setText(name)'
    assert list(shown_but_not_marked(module("walkthrough/ui/a.py", lines))) == []


@pytest.mark.parametrize(("text", "said"), [("{n} steps", "pasos"), ("{n} steps", "{m}"), ("Plan", "")])
def test_a_translation_that_loses_something_is_found(text: str, said: str):
    catalogue = Catalog(locale="es")
    catalogue.add(text, said)
    assert list(wrong_translations(catalogue)) != []


def test_a_singular_without_its_number_is_no_fault():
    catalogue = Catalog(locale="es")
    catalogue.add(("One step", "{n} steps"), ("Un paso", "{n} pasos"))
    assert list(wrong_translations(catalogue)) == []
