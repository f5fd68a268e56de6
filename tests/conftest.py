# SPDX-License-Identifier: MIT
"""What every test gets: no screen needed, folders of its own, no leftover window, no warning overlooked.

It knows no product rule; builders for rows stand in `tests/builders.py`.
"""

from __future__ import annotations

import datetime
import logging
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt
os.environ.pop("QT_SCALE_FACTOR", None)
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"

import hypothesis
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.ended import Ended, Run
from tests.left_behind import put_back
from tests.permissions import permission_bits_apply

if TYPE_CHECKING:
    from walkthrough.model.workbook import Workbook

SAMPLE_DAY = datetime.date(2026, 11, 22)
"""The day on which the sample of the tests looks recent."""

hypothesis.settings.register_profile("suite", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("suite")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, data, logs and cache of each test lie in its own folder, never in the developer's."""
    folder = tmp_path / "home"
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        place = folder / variable.lower()
        place.mkdir(parents=True)
        monkeypatch.setenv(variable, str(place))
    return folder


@pytest.fixture(autouse=True)
def no_overlooked_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    """A record of warning level or worse in the log fails the test, unless it is marked as expecting one."""
    records: list[logging.LogRecord] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = records.append  # type: ignore[method-assign]  # the list takes what it would print
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if request.node.get_closest_marker("expects_log_warnings") is None:
        assert not records, [f"{record.name}: {record.getMessage()}" for record in records]


@pytest.fixture(autouse=True)
def no_leftover_window() -> Iterator[None]:
    """Windows are deleted while the application lives, or Qt deletes them at exit in an order of its own.
    Then the application speaks and looks as at its start, whatever the test did, so that no order matters.
    """
    yield
    application = QApplication.instance()
    if application is None:
        return
    for window in QApplication.topLevelWidgets():
        window.hide()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    put_back(application)


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application; its caret does not blink, or it would be in one picture and not in the next."""
    qapp.setCursorFlashTime(0)
    return qapp


@pytest.fixture(scope="session")
def blank_workbook_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new workbook as a closed file; copying it is ten times faster than making it."""
    from walkthrough.model.workbook import Workbook

    path = tmp_path_factory.mktemp("blank") / "blank.walkthrough"
    Workbook.create(path).close()
    return path


@pytest.fixture(scope="session")
def sample_workbook_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample workbook as on one fixed day, as a closed file; it takes seconds to make, so copy it."""
    from walkthrough import paths
    from walkthrough.model.sample import create_sample

    path = tmp_path_factory.mktemp("sample") / "sample.walkthrough"
    create_sample(path, paths.resources(), SAMPLE_DAY)
    return path


@pytest.fixture
def workbook(blank_workbook_file: Path, tmp_path: Path) -> Iterator[Workbook]:
    """A new, open workbook in a file of its own."""
    from walkthrough.model.workbook import Workbook

    path = tmp_path / "test.walkthrough"
    shutil.copyfile(blank_workbook_file, path)
    book = Workbook.open(path)
    yield book
    book.close()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the program as its command line does, in this process: `run("check", path)`."""
    from walkthrough.app import main

    def _run(*words: object) -> Ended:
        capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = int(end.code or 0)
        told = capsys.readouterr()
        return Ended(code, told.out, told.err)

    return _run


@pytest.fixture
def ordinary_user() -> AbstractContextManager[None]:
    """`with ordinary_user:` permission bits hold for this thread even if the tests run as root."""
    if sys.platform == "win32":
        pytest.skip("folders have no permission bits on Windows")
    return permission_bits_apply()
