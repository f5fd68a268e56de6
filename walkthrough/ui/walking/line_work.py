# SPDX-License-Identifier: MIT
"""What Enter on the line leads to: entries written, changed, fetched, joined. No dialog, ever."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from walkthrough.model.queries.entries import EntryRow, known_owners, last_entries
from walkthrough.model.queries.live_walk import theme_names
from walkthrough.model.queries.partners import partners
from walkthrough.model.rules.capture import Blank, Change, Fetch, Gather, Intention, Join, Record
from walkthrough.model.words import FINDING_KINDS
from walkthrough.ui.walking.deeds import Deeds, as_edited, as_record, brought
from walkthrough.ui.widgets.spoken import plain
from walkthrough.wording import _

if TYPE_CHECKING:
    from walkthrough.ui.screen import Desk
    from walkthrough.ui.walking.capture_line import CaptureLine

_DRAFT_AFTER_MS = 150


def _always() -> bool:
    return True


@dataclass(frozen=True)
class LineAround:
    """What stands around one capture line.

    Args:
        safe: whether held wording is hidden now.
        show_entry: called with the key of what was just written or changed, to show it.
        draft: the key under which whoever owns the line has its half-typed words kept.
        blank: what a presenter's remote asks for on the empty line; None only says so.
        answers: whether this listener is meant now; two parts may share one line.
    """

    safe: Callable[[], bool]
    show_entry: Callable[[str], None]
    draft: str
    blank: Callable[[], None] | None = None
    answers: Callable[[], bool] = _always


class LineWork:
    """Listens to one capture line."""

    def __init__(self, desk: Desk, line: CaptureLine, around: LineAround) -> None:
        self._desk, self._line, self._around = desk, line, around
        self.deeds: Deeds | None = None
        self._line.asked.connect(self._on_asked)
        self._line.several_pasted.connect(self._on_pasted)
        self._line.walked.connect(self._on_walked)
        self._told_of_edit = False
        # Off the way of the next key: dropping a draft is a commit of its own.
        self._draft_later = QTimer(line, singleShot=True, interval=_DRAFT_AFTER_MS)
        self._draft_later.timeout.connect(self._drop_draft)
        for field in (self._line.text, self._line.who, self._line.when, self._line.detail):
            field.control.left.connect(self._on_left)

    def complain(self, sentence: str) -> None:
        """Show what is wrong beside the line; what was typed stays."""
        self._line.text.set_error(plain(sentence))

    def offer_owners(self) -> None:
        """Offer the partners for Who; people's names only while nobody else can see."""
        read = self._desk.workbook.read
        self._line.who.control.offer(read(partners), () if self._around.safe() else read(known_owners))

    def edit(self, row: EntryRow) -> None:
        """Bring an entry to the line."""
        if row.held and self._around.safe():
            self.complain(_("#{n} is held back. Its words are not shown here.").format(n=row.number))
            return
        self._line.edit(self._line.line.editing(as_edited(row), self._brought(row)))
        self._desk.say(_("#{n} is on the line. Enter saves it, Esc leaves it.").format(n=row.number))
        self._told_of_edit = True

    def _brought(self, row: EntryRow) -> Record:
        return brought(self.deeds, row, safe=self._around.safe()) if self.deeds else as_record(row)

    def gather(self, row: EntryRow) -> None:
        """Ask on the line for the theme of a finding."""
        if self.deeds is not None and row.kind in FINDING_KINDS and self._line.is_untouched():
            themes = self._desk.workbook.read(theme_names, self.deeds.walk_id or "")
            self._line.gather(as_edited(row), [theme.name for theme in themes])
            self._desk.say(
                _("A theme for #{n}: type its name, or choose one. Esc leaves it.").format(n=row.number)
            )

    def _on_left(self) -> None:
        """After Esc the entry is on the line no more, and nothing says that it is."""
        if self._told_of_edit and self._line.line.edited is None:
            self._told_of_edit = False
            self._desk.say("")

    def _on_asked(self, meaning: Intention) -> None:
        if self.deeds is None or not self._around.answers():
            return
        match meaning:
            case Record():
                entry_id = self.deeds.record(meaning)
                self._settle(bool(entry_id), entry_id)
            case Change():
                self._settle(self.deeds.change(meaning), meaning.entry.id)
            case Join(numbers=numbers):
                self._settle(self.deeds.join(numbers), "")
            case Gather(finding=finding, words=words):
                self._settle(self.deeds.gather(finding, words), finding.id)
            case Fetch(number=number):
                row = self.deeds.find(number)
                if row is not None:
                    self.edit(row)
            case Blank() if self._around.blank is not None:
                self._around.blank()
            case Blank():
                self._desk.say(_("The remote asked for a blank screen."))

    def _on_pasted(self, entries: tuple[Record, ...]) -> None:
        if self.deeds is not None and self._around.answers():
            self._settle(self.deeds.record_several(entries), "")

    def _settle(self, done: bool, entry_id: str) -> None:
        if not done:
            self._line.text.control.setFocus()
            return
        self._line.saved()
        if entry_id:
            self._around.show_entry(entry_id)
        self._draft_later.start()

    def _drop_draft(self) -> None:
        if self._line.line.is_empty:
            self._desk.drafts.saved(self._around.draft)

    def _on_walked(self, by: int) -> None:
        if not self._around.answers():
            return
        at = self._line.line.edited
        read = self._desk.workbook.read
        if by < 0:
            rows = read(last_entries, before=at.number) if at else read(last_entries)
        else:
            rows = read(last_entries, after=at.number) if at else ()
        if rows:
            self.edit(rows[0])
        elif by > 0 and at:
            self._line.use(self._line.line.emptied())
