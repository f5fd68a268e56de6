# SPDX-License-Identifier: MIT
"""Everything the model says by code has words."""

from __future__ import annotations

import enum
import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import pytest

import walkthrough.model
from walkthrough.export import trouble_words
from walkthrough.model import commands, words
from walkthrough.model.errors import FileTrouble, Refused
from walkthrough.ui import wording_steps, wording_ui


def _command_labels():
    found = set()
    for part in pkgutil.iter_modules(commands.__path__):
        if part.name == "base":
            continue
        module = importlib.import_module(f"walkthrough.model.commands.{part.name}")
        for name, kind in inspect.getmembers(module, inspect.isclass):
            if kind.__module__ == module.__name__ and "apply" in dir(kind) and not name.endswith("Deed"):
                found.add(name)
    return sorted(found)


@pytest.mark.parametrize("label", _command_labels())
def test_every_command_has_a_name_for_undo(label):
    assert wording_steps.knows(label)


def test_every_member_of_every_closed_list_has_a_word():
    for _name, kind in inspect.getmembers(words, inspect.isclass):
        if issubclass(kind, enum.StrEnum) and kind is not enum.StrEnum:
            for member in kind:
                assert wording_ui.word(member), member


def _codes(kind):
    root = Path(walkthrough.model.__file__).parent
    pattern = re.compile(kind + r'\(\s*"([a-z_]+)"')
    return sorted({code for file in root.rglob("*.py") for code in pattern.findall(file.read_text("utf-8"))})


@pytest.mark.parametrize("code", _codes("Refused"))
def test_every_refusal_has_a_sentence_of_its_own(code):
    assert code in trouble_words._REFUSED


@pytest.mark.parametrize("code", _codes("FileTrouble"))
def test_every_file_trouble_has_a_sentence_of_its_own(code):
    assert code in trouble_words._TROUBLE


def test_a_missing_fact_never_breaks_the_sentence():
    for code in (*trouble_words._REFUSED, "new_code"):
        assert "{" not in wording_ui.refusal_text(Refused(code))
    for code in (*trouble_words._TROUBLE, "new_code"):
        assert "{" not in wording_ui.trouble_text(FileTrouble(code, path="/a/b c.walkthrough"))


def test_in_use_says_who_where_and_since_when():
    trouble = FileTrouble(
        "in_use", path="/x/plan.walkthrough", who="Ana", host="desk", since="2026-03-01T10:00:00+00:00"
    )
    said = wording_ui.trouble_text(trouble)
    assert "plan.walkthrough" in said
    assert "Ana" in said
    assert "desk" in said


def test_undo_names_the_entry_and_its_station():
    facts = {"kind": "barrier", "number": 12, "station_id": "s"}
    said = wording_steps.undone_text("RecordEntry", facts, lambda _key: "Birth")
    assert said == "Undone: new barrier #12 at Birth."
    assert wording_steps.undone_text("RecordEntry", facts, lambda _key: "", again=True) == (
        "Done again: new barrier #12."
    )


def test_a_step_of_another_version_still_has_a_name():
    assert wording_steps.step_text("NoSuchCommand", {}, str) == "the last change"
    assert wording_steps.step_text("RecordEntry", {}, str) == "new entry"
