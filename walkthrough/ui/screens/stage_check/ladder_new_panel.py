# SPDX-License-Identifier: MIT
"""Another ladder: typed or pasted as lines, or read from a file; what is wrong is told line by line.

It must not know the ladders that are there.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model.rules.ladder_text import stages_in
from walkthrough.ui.screens.stage_check.ladder_deeds import LadderDeeds
from walkthrough.ui.screens.stage_check.ladder_words import fault_words
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import line_field, text_field
from walkthrough.ui.widgets.inputs import LineInput
from walkthrough.ui.widgets.places import FlowRow, ScrollPage
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import N_, _, ngettext

_NAME, _LINES = "stage-check/ladder-new/name", "stage-check/ladder-new/lines"


class NewLadderPanel(ScrollPage):
    """Name, lines, two ways to make it."""

    made = Signal(str)
    """The key of the ladder that is there now."""

    def __init__(self, deeds: LadderDeeds, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._deeds = deeds
        self.name = line_field(N_("What the new ladder is called"), name="ladder_new_name")
        self.lines = text_field(
            N_("Its stages, one on each line, the lowest first"),
            hint=N_("Write a name, a colon, and what it means. Lines can be pasted, also from a table."),
            lines=5,
            most=11,
            name="ladder_new_lines",
        )
        self._read = Prose(self._read_words, look="soft")
        self.make = Button(N_("Make this ladder"), "primary", name="ladder_make")
        self.file = Button(N_("From a file…"), name="ladder_file")
        self._file_faults = Prose()
        self._file_faults.hide()
        foot = FlowRow()
        foot.add(self.make, self.file)
        about = N_(
            "Two to nine stages. It has no parts at first, so a check asks for the stage as a whole. You can "
            "add parts with statements later."
        )
        self.add(Heading(2, N_("Another ladder")), Prose(about, look="soft"), self.name, self.lines)
        self.add(self._read, foot, self._file_faults)
        self.add_stretch()
        self.lines.edited.connect(lambda _text: self._show_read())
        self.make.clicked.connect(self._make)
        self.file.clicked.connect(self._from_file)
        deeds.desk.drafts.watch(_NAME, self.name.control)
        deeds.desk.drafts.watch(_LINES, self.lines.control)

    def first(self) -> LineInput:
        """Return the field to begin with."""
        control: LineInput = self.name.control
        return control

    def _read_words(self) -> str:
        found = stages_in(self.lines.value()).stages
        if not found:
            return ""
        told = ngettext("{n} stage: {names}", "{n} stages: {names}", len(found))
        return told.format(n=len(found), names=", ".join(stage.name for stage in found))

    def _show_read(self) -> None:
        """Say back what was understood, while it is typed."""
        self._read.retranslate()
        self._read.setVisible(bool(self._read.text()))

    def _make(self) -> None:
        found = stages_in(self.lines.value())
        if found.faults:
            faults = found.faults
            self.lines.set_error(lambda: "\n".join(fault_words(one) for one in faults))
            self.lines.setFocus()
            return
        key, refused = self._deeds.make(
            self.name.value(), tuple((stage.name, stage.meaning) for stage in found.stages)
        )
        if refused is not None:
            field = self.name if refused.facts.get("field") == "name" else self.lines
            field.set_error(lambda: refusal_text(refused))
            field.setFocus()
            return
        self._empty()
        self.made.emit(key)

    def _from_file(self) -> None:
        kinds = _("Ladders (*.toml);;All files (*)")
        path = self._deeds.desk.ask.open_file(_("Read a ladder from a file"), kinds)
        if path is None:
            return
        key, faults = self._deeds.bring_in(path)
        told = _("Nothing was taken over from {file}.").format(file=path.name)
        self._file_faults.set_words(plain("\n".join((told, *faults))))
        self._file_faults.setVisible(bool(faults))
        if faults:
            self._deeds.desk.say(told)
            self.ensureWidgetVisible(self._file_faults)
        else:
            self.made.emit(key)

    def _empty(self) -> None:
        for key, field in ((_NAME, self.name), (_LINES, self.lines)):
            field.set_value("")
            self._deeds.desk.drafts.saved(key)
        self._show_read()
