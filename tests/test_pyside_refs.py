# SPDX-License-Identifier: MIT
"""PySide6 must not lose references to None: 6.12.0 loses one with every call that returns nothing.

On CPython before 3.12, where None is not immortal, the program then dies after some 4,500 such calls.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QLabel

CALLS = 500


def references_lost(call: Callable[[str], None]) -> int:
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call("a")
    return before - sys.getrefcount(None)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal there: nothing to lose")
@pytest.mark.parametrize(
    ("kind", "method"), [(QStandardItem, "setText"), (QObject, "setObjectName"), (QLabel, "setText")]
)
def test_a_call_that_returns_nothing_keeps_the_references_to_none(kind, method, qapp):
    assert references_lost(getattr(kind(), method)) < CALLS // 5


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal there: nothing to lose")
def test_the_count_sees_a_lost_reference():
    kept = []
    gc.collect()
    before = sys.getrefcount(None)
    kept.extend([None] * CALLS)
    after = sys.getrefcount(None)
    kept.clear()
    assert after - before >= CALLS - 5
