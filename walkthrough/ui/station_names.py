# SPDX-License-Identifier: MIT
"""Names stations for the undo line, from their key. It must not know any screen."""

from __future__ import annotations

from walkthrough.model import Workbook
from walkthrough.model.queries.walk import station_page


class StationNames:
    """Asks the open workbook, and remembers, since an undo may take the station away."""

    def __init__(self) -> None:
        self._workbook: Workbook | None = None
        self._known: dict[str, str] = {}

    def use(self, workbook: Workbook | None) -> None:
        """Ask this workbook from now on."""
        self._workbook = workbook
        self._known.clear()

    def name(self, station_id: str) -> str:
        """Return a station's name, "" if it is not there."""
        found = self._read(station_id)
        if found:
            self._known[station_id] = found
        return self._known.get(station_id, "")

    def _read(self, station_id: str) -> str:
        if self._workbook is None:
            return ""
        page = self._workbook.read(station_page, station_id)
        return page.name if page is not None else ""
