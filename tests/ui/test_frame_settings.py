# SPDX-License-Identifier: MIT
"""Settings, places, logs and wording: what stands under the window."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkthrough import logs, paths, settings, wording
from walkthrough.ui.screens.home.library import volumes


def test_settings_come_back_as_they_were_saved(tmp_path):
    kept = settings.Settings(
        language="es",
        theme="dark",
        zoom=150,
        geometry=(1, 2, 800, 600),
        recent=('a "b" \\ ñ \n', "c"),
        paper="a4",
    )
    target = tmp_path / "deep er" / "settings.toml"
    assert settings.save(kept, target)
    assert settings.load(target) == kept


@given(st.binary(max_size=200))
def test_no_settings_file_can_stop_the_program(tmp_path_factory, damage):
    target = tmp_path_factory.mktemp("s") / "settings.toml"
    target.write_bytes(damage)
    assert isinstance(settings.load(target), settings.Settings)


def test_one_wrong_value_costs_only_itself():
    read = settings.from_values(
        {"version": "x", "zoom": "big", "theme": "dark", "geometry": [1, 2], "new": 1}
    )
    assert read == settings.Settings(theme="dark")


@pytest.mark.parametrize(
    "geometry", [[0, 0, 999999999999999, 50], [-99999, 99999, 1, -5], [0, 0, 0, 0], [1, 2, 3]]
)
def test_a_place_that_is_none_is_forgotten(geometry):
    assert settings.from_values({"geometry": geometry, "zoom": 125}) == settings.Settings(zoom=125)


def test_a_path_that_is_none_is_forgotten_and_home_lists_the_rest(tmp_path):
    read = settings.from_values({"recent": ["a\0b", "", "c"]})
    assert read.recent == ("c",)
    assert volumes(tmp_path, ("a\0b",)) == []


def test_zoom_stays_between_100_and_200_percent():
    assert settings.Settings().with_(zoom=900).zoom == 200
    assert settings.Settings().with_(zoom=5).zoom == 100


def test_the_last_opened_workbook_is_first_and_named_once():
    opened = settings.Settings().opened(Path("a")).opened(Path("b")).opened(Path("a"))
    assert opened.recent == ("a", "b")
    assert opened.forgot(Path("a")).recent == ("b",)


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path):
    blocker = tmp_path / "file"
    blocker.write_text("x")
    assert settings.save(settings.Settings(), blocker / "settings.toml") is False


def test_the_data_folder_can_be_given_and_a_mark_beside_the_program_makes_it_portable(tmp_path, monkeypatch):
    assert paths.find_places(tmp_path).data == tmp_path
    monkeypatch.setattr(paths, "program_folder", lambda: tmp_path)
    (tmp_path / "portable.txt").write_text("")
    assert paths.find_places().data == tmp_path / "data"


def test_resources_are_there():
    assert (paths.resources() / "fonts").is_dir()


@pytest.fixture
def written(tmp_path):
    handler = logging.FileHandler(tmp_path / "log.txt")
    handler.setFormatter(logs.SafeFormatter())
    logger = logging.getLogger("walkthrough.test")
    logger.addHandler(handler)
    logger.propagate = False
    yield logger, tmp_path / "log.txt"
    logger.removeHandler(handler)
    handler.close()


def test_no_text_of_a_user_gets_into_the_log(written):
    logger, file = written
    secret = "Maria Gomez"
    try:
        raise ValueError(secret)
    except ValueError:
        logger.exception("wrote %s at %s after %d", secret, logs.Code("plan"), 3)
    text = file.read_text()
    assert "Maria" not in text
    assert "<text of 11>" in text
    assert "at plan after 3" in text
    assert "ValueError" in text


def test_another_library_leaves_only_its_place(tmp_path):
    record = logging.LogRecord("sqlalchemy.engine", logging.WARNING, "x.py", 7, "INSERT 'Maria'", None, None)
    assert "Maria" not in logs.SafeFormatter().format(record)


def test_a_text_is_looked_up_when_it_is_shown(tmp_path):
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "walkthrough.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
        'msgid "Plan"\nmsgstr "Plan de acción"\n',
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", "compile"]
    subprocess.run([*command, "-i", folder / "walkthrough.po", "-o", folder / "walkthrough.mo"], check=True)
    assert wording.languages(tmp_path) == ("en", "es")
    wording.use(wording.Wording("es", tmp_path))
    try:
        assert wording._("Plan") == "Plan de acción"
        assert wording.current().language == "es"
    finally:
        wording.use(wording.Wording())
    assert wording._("Plan") == "Plan"


def test_a_language_that_is_not_there_is_english(tmp_path):
    assert wording.Wording("xx", tmp_path).language == "en"


def test_a_long_log_is_put_aside_at_the_next_start(tmp_path):
    code = "import sys; from pathlib import Path; from walkthrough import logs; logs.start(Path(sys.argv[1]))"
    (tmp_path / "walkthrough.log").write_text("x" * 400_000)
    subprocess.run([sys.executable, "-c", code, tmp_path], check=True, cwd=paths.program_folder())
    assert (tmp_path / "walkthrough-before.log").stat().st_size == 400_000
    assert (tmp_path / "walkthrough.log").stat().st_size == 0
