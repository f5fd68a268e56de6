# SPDX-License-Identifier: MIT
"""Checks a content file that a user wrote or changed, and says what is wrong on which line.

Problems are codes with facts; the sentences for them are made elsewhere. Nothing here raises on bad input.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import msgspec

from walkthrough.model.content.crosscheck import Facts, Fault, cross_faults
from walkthrough.model.content.lines import KeyPath, line_index, nearest_line
from walkthrough.model.content.shapes import (
    Family,
    Gatherings,
    Glossary,
    Ladder,
    Lists,
    Prompts,
    Questionnaire,
    Route,
)
from walkthrough.model.content.shelf import Shelf
from walkthrough.model.rules.reading import hard_sentences

MOST_BYTES = 2_000_000
_OTHER_LANGUAGES = {"es"}
"""Folders whose sentences the school grade cannot judge: it counts English syllables."""
_SHAPES: dict[str, type[Any]] = {
    "route": Route,
    "ladder": Ladder,
    "family": Family,
    "prompts": Prompts,
    "lists": Lists,
    "glossary": Glossary,
    "meetings": Gatherings,
    "questionnaire": Questionnaire,
}
_AT_LINE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")
_EXPECTED = re.compile(r"Expected `?([^`,]+?)`?(?:, got `?([^`]+?)`?)?$")
_LENGTH = re.compile(r"of length (<=|>=) (\d+)")


class Problem(msgspec.Struct, frozen=True, gc=False):
    """One thing wrong in a content file: the line (from 1), a code, and facts for the sentence about it."""

    line: int
    code: str
    facts: Facts
    is_warning: bool = False


def check_file(path: Path, shelf: Shelf | None = None) -> tuple[Problem, ...]:
    """Everything wrong in one TOML content file, by line; empty if it can be used as it is.

    `shelf` gives the general prompts and the routes that the file may name; without it, the files beside it
    do. Codes: cannot_read, too_big, not_text, syntax, too_deep, unknown_kind, unknown_key, missing_key,
    wrong_type, wrong_value, bad_id, too_long, too_short and those of `crosscheck`; hard_to_read, a warning.
    """
    try:
        if not path.is_file():
            return (Problem(1, "cannot_read", {"path": str(path)}),)
        if path.stat().st_size > MOST_BYTES:
            return (Problem(1, "too_big", {"most": MOST_BYTES}),)
        content = path.read_bytes()
    except (OSError, ValueError):
        return (Problem(1, "cannot_read", {"path": str(path)}),)
    return check_text(content, shelf or Shelf(path.parent))


def check_text(content: bytes, shelf: Shelf) -> tuple[Problem, ...]:
    """The same for the bytes of a file that is not on disk yet (the route editor)."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return (Problem(content.count(b"\n", 0, error.start) + 1, "not_text", {}),)
    try:
        raw = tomllib.loads(text)
        faults = list(_faults(raw, shelf))
        # tomllib takes CRLF and LF alike; the index counts LF, which both have.
        index = line_index(text) if faults else {}
    except tomllib.TOMLDecodeError as error:
        return (_syntax_problem(str(error), text),)
    except RecursionError:
        return (Problem(1, "too_deep", {}),)
    except ValueError:
        # tomllib lets the ValueError of an impossible day or a too long number through.
        return (Problem(1, "syntax", {"message": "value"}),)
    found = [_problem(fault, nearest_line(index, fault.path)) for fault in faults]
    return tuple(sorted(found, key=lambda problem: problem.line))


def _problem(fault: Fault, line: int) -> Problem:
    return Problem(line, fault.code, fault.facts, fault.is_warning)


def _syntax_problem(message: str, text: str) -> Problem:
    place = _AT_LINE.search(message)
    line = int(place[1]) if place and place[1] else text.count("\n") + 1
    column = int(place[2]) if place and place[2] else 1
    return Problem(line, "syntax", {"message": _AT_LINE.sub("", message).strip(), "column": column})


def _faults(raw: dict[str, Any], shelf: Shelf) -> Iterator[Fault]:
    kind = raw.get("kind")
    shape = _SHAPES.get(kind) if isinstance(kind, str) else None
    if shape is None:
        yield Fault(("kind",), "unknown_kind", {"kind": str(kind or ""), "known": ", ".join(_SHAPES)})
        return
    shape_faults = list(_struct_faults({key: raw[key] for key in raw if key != "kind"}, shape, ()))
    yield from shape_faults
    if not shape_faults:
        piece = msgspec.convert(raw, shape)
        yield from cross_faults(piece, shelf)
        if shelf.language not in _OTHER_LANGUAGES:
            yield from _reading_faults(piece, ())


def _struct_faults(raw: dict[str, Any], shape: type[Any], path: KeyPath) -> Iterator[Fault]:
    fields = {field.name: field for field in msgspec.structs.fields(shape)}
    for key in raw:
        if key not in fields:
            yield Fault((*path, key), "unknown_key", {"key": key, "known": ", ".join(fields)})
    for name, field in fields.items():
        if name in raw:
            yield from _value_faults(raw[name], field.type, (*path, name))
        elif field.required:
            yield Fault(path, "missing_key", {"key": name})


def _value_faults(value: Any, wanted: Any, path: KeyPath) -> Iterator[Fault]:
    item = _item_struct(wanted)
    if item is None or not isinstance(value, list):
        yield from _leaf_faults(value, wanted, path)
        return
    for number, one in enumerate(value):
        if isinstance(one, dict):
            yield from _struct_faults(one, item, (*path, number))
        else:
            facts: Facts = {"key": _key_of(path), "want": "table", "got": type(one).__name__}
            yield Fault((*path, number), "wrong_type", facts)
    # The items were judged one by one; what is left is how many there are.
    yield from _leaf_faults([None] * len(value), _counted(wanted), path)


def _item_struct(wanted: Any) -> type[Any] | None:
    bare = _bare(wanted)
    inner = get_args(bare)[:1] if get_origin(bare) is tuple else ()
    is_struct = bool(inner) and isinstance(inner[0], type) and issubclass(inner[0], msgspec.Struct)
    return inner[0] if is_struct else None


def _counted(wanted: Any) -> Any:
    notes = wanted.__metadata__ if get_origin(wanted) is Annotated else ()
    return Annotated[(tuple[None, ...], *notes)] if notes else tuple[None, ...]


def _leaf_faults(value: Any, wanted: Any, path: KeyPath) -> Iterator[Fault]:
    try:
        msgspec.convert(value, wanted, strict=True)
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at ")
        steps = re.findall(r"\[(\d+)\]", place)
        facts: Facts = {"key": _key_of(path)}
        yield _leaf_fault(message, (*path, *(int(step) for step in steps)), facts)


def _leaf_fault(message: str, path: KeyPath, facts: Facts) -> Fault:
    if "matching regex" in message:
        return Fault(path, "bad_id", facts)
    if length := _LENGTH.search(message):
        code = "too_long" if length[1] == "<=" else "too_short"
        return Fault(path, code, {**facts, "limit": int(length[2])})
    expected = _EXPECTED.search(message)
    if expected and expected[2]:
        return Fault(path, "wrong_type", {**facts, "want": expected[1], "got": expected[2]})
    return Fault(path, "wrong_value", {**facts, "want": expected[1] if expected else message})


def _key_of(path: KeyPath) -> str:
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "")


def _reading_faults(piece: Any, path: KeyPath) -> Iterator[Fault]:
    for place, text in read_texts(piece, path):
        for sentence, found in hard_sentences(text):
            facts: Facts = {"sentence": sentence, "grade": round(found, 1)}
            yield Fault(place, "hard_to_read", facts, is_warning=True)


def read_texts(piece: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text of a content row that people read (not ids, not sources), with its path in the file."""
    for field in msgspec.structs.fields(piece):
        yield from _texts_in(getattr(piece, field.name), field.type, (*path, field.name))


def _texts_in(value: Any, shape: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, msgspec.Struct):
        yield from read_texts(value, path)
    elif isinstance(value, str):
        if any(getattr(note, "description", "") == "read" for note in getattr(shape, "__metadata__", ())):
            yield path, value
    elif isinstance(value, tuple):
        item = get_args(_bare(shape))[0]
        for number, one in enumerate(value):
            yield from _texts_in(one, item, (*path, number))
    elif isinstance(value, dict):
        item = get_args(_bare(shape))[1]
        for key, one in value.items():
            yield from _texts_in(one, item, (*path, key))


def _bare(shape: Any) -> Any:
    return get_args(shape)[0] if get_origin(shape) is Annotated else shape
