# SPDX-License-Identifier: MIT
"""Which version a changed ladder gets, and which of several ladders the next stage check asks by.

Pure functions over frozen rows. They know neither the workbook nor any sentence.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec


class LadderHead(msgspec.Struct, frozen=True, gc=False):
    """A ladder of the workbook, as far as it takes to choose one.

    `checks` is how many stage checks have used it, `holes` how many of its cells (a dimension at a stage)
    have no criterion yet.
    """

    id: str
    code: str
    version: str
    name: str
    language: str
    is_own: bool
    checks: int
    stages: int
    dimensions: int
    criteria: int
    holes: int

    @property
    def is_ready(self) -> bool:
        """Whether a check may use it: every dimension has a criterion at every stage (RULES 1)."""
        return not self.holes

    @property
    def may_change(self) -> bool:
        """Whether it may be changed as it stands: one that a check has used, or that we ship, never is."""
        return self.is_own and not self.checks


def next_version(version: str, known: Collection[str]) -> str:
    """The version of a changed copy: "1" becomes "1-2", that one "1-3"; never one of `known`."""
    base = version.partition("-")[0]
    number = 2
    while f"{base}-{number}" in known:
        number += 1
    return f"{base}-{number}"


def next_ladder(ladders: Sequence[LadderHead], last_id: str, shipped_code: str = "") -> str | None:
    """Which ladder the next check asks by, where nobody chose one.

    A changed version that no check has used yet comes first, if it is ready; else the one used last, in its
    newest shipped version. Before the first check: what was made here, else what is shipped.

    Args:
        ladders: those of the workbook, the oldest first.
        last_id: the ladder of the newest check, "" before the first.
        shipped_code: the code of the ladder that the program offers, "" for none.

    Returns:
        A ladder's key; None for the shipped one, or for none at all where none is offered.
    """
    last = next((one for one in ladders if one.id == last_id), None)
    waiting = [one for one in ladders if one.may_change and one.is_ready]
    if last is not None:
        waiting = [one for one in waiting if one.code == last.code]
    if waiting:
        return waiting[-1].id
    if last is not None and last.is_own:
        return last.id
    if shipped_code and (last is None or last.code == shipped_code):
        return None
    same = [one for one in ladders if one.is_ready and (last is None or one.code == last.code)]
    shipped = [one for one in same if not one.is_own]
    return (shipped or same)[-1].id if same else None
