# SPDX-License-Identifier: MIT
"""The capture line on screen: fields and chips over the grammar of rules/capture.py.

It says what Enter means and waits to be told that it was saved. It must not know a workbook.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model.rules import capture
from walkthrough.model.rules.capture import Blank, Edited, Gather, Intention, Line, Nothing
from walkthrough.model.rules.lane_tags import LaneTag, lanes_like, tag_at_end
from walkthrough.model.rules.pasting import PastedLine, pasted_lines
from walkthrough.ui.walking.capture_fields import CaptureFields, ReadDay
from walkthrough.ui.walking.lane_picker import LanePicker
from walkthrough.ui.widgets.soon import Soon

LONE_MS = 700
"""A remote's "b" or "." stands alone for so long; whoever types a word is quicker."""


class CaptureLine(CaptureFields):
    """The line at the foot. `line` is how it stands; every change goes through `use`."""

    asked = Signal(object)
    """An Intention: what Enter means. The line stays as it is until `saved`."""
    several_pasted = Signal(object)
    """The lines of a paste, as a tuple of Records."""
    walked = Signal(int)
    """Up (-1) or Down (+1) through what was written before, asked on an empty or unchanged line."""

    def __init__(self, read_day: ReadDay, parent: QWidget | None = None) -> None:
        super().__init__(read_day, parent)
        self.line, self.lanes = Line(), tuple[LaneTag, ...]()
        self.is_live = False
        self._loaded = Line()
        self._tag_end = 0
        self._themes = tuple[LaneTag, ...]()
        self._station_name: Callable[[str], str] = lambda _id: ""
        self.picker = LanePicker(parent or self)
        self._around_soon = Soon(self._show_around, self)
        self._lone = QTimer(self, singleShot=True, interval=LONE_MS)
        self._lone.timeout.connect(self._on_lone)
        self._connect()
        self.use(self.line)

    # -- from outside

    def set_lanes(self, lanes: Sequence[LaneTag], station_name: Callable[[str], str]) -> None:
        """Take over the walk's lanes, and how a station is called."""
        self.lanes, self._station_name = tuple(lanes), station_name
        self.use(self.line)

    def use(self, line: Line) -> None:
        """Show a line as it now stands; nothing is said and nothing saved."""
        self._take(line)
        self._show_around()

    def edit(self, line: Line) -> None:
        """Show an entry to be changed; Esc leaves it."""
        self._loaded = line
        self.use(line)
        self.text.control.setFocus()
        self.text.control.end(False)

    def gather(self, finding: Edited, themes: Sequence[str]) -> None:
        """Ask for a theme for a finding: a new name, or one of these by its number."""
        self._themes = tuple(LaneTag(name, place, name, name) for place, name in enumerate(themes, 1))
        self.use(self.line.gathering(finding))
        self._offer_themes("")
        self.text.control.setFocus()

    def saved(self) -> None:
        """What was asked for is done: the line is ready for the next; its chips follow a moment later."""
        self.text.clear_error()
        self._take(self.line.saved())
        self._around_soon.ask()
        self.text.control.setFocus()

    def is_untouched(self) -> bool:
        """Tell whether nothing would be lost by showing something else."""
        return self.line == self._loaded if self.line.edited else self.line.is_empty

    def enter(self) -> None:
        """Do what Enter does; the marked row of an open pick list is the lane."""
        if self.picker.isVisible() and (lane := self.picker.lane()) is not None:
            self._take_lane(lane)
            if self.picker.of_themes:
                return
        meaning: Intention = self.line.enter(self.lanes, live=self.is_live)
        if isinstance(meaning, Blank):
            self.use(self.line.emptied())
        if not isinstance(meaning, Nothing):
            self.asked.emit(meaning)
        else:
            self.text.control.setFocus()

    def _take(self, line: Line) -> None:
        # a lane by its key goes before the one that is marked
        if line.lane_id != self.line.lane_id or (self.line.gathers is not None and line.gathers is None):
            self._close_picker()
        self.line = line
        self.show_words(line)

    def _show_around(self) -> None:
        self._around_soon.stop()
        self.show_around(self.line, self.lanes, self._station_name)

    # -- keys

    def _on_typed(self, text: str) -> None:
        if "\n" in text:  # from a second clipboard, a dictation, an aid: no key that could be seen before
            self.text.control.setText(text.splitlines()[0])
            self._ask_several(pasted_lines(text))
            return
        over_all = self.text.control.is_retyped
        typed = (
            capture.retyped(self.line, text, self.lanes) if over_all else self.line.typed(text, self.lanes)
        )
        self.use(typed)
        if self.line.gathers is not None:
            self._offer_themes(text)
            return
        if self.is_live and capture.is_lone(self.line):
            self._lone.start()
        before = self.line.text[: self.text.control.cursorPosition()]
        word = None if self.line.is_plain and not self.line.edited else tag_at_end(before)
        found = () if word is None else lanes_like(word, self.lanes)
        self._tag_end = len(before)
        self.picker.offer(found, self.text.control)
        self.text.control.takes_tab = bool(found)

    def _on_lone(self) -> None:
        """Nothing came after a remote's key: it was no text."""
        if self.is_live and capture.is_lone(self.line):
            self.use(self.line.emptied())
            self.asked.emit(Blank())

    def _offer_themes(self, typed: str) -> None:
        """Offer the themes whose name or number fits; none is marked, so that Enter takes what was typed."""
        words = typed.strip().casefold()
        fits = [one for one in self._themes if words in one.name.casefold() or str(one.pos) == words]
        self.picker.of_themes = True
        self.picker.offer(fits, self.text.control, marked=False)

    def _take_lane(self, lane: LaneTag | None) -> None:
        is_theme = self.picker.of_themes
        self._close_picker()
        if is_theme:
            if lane is not None and self.line.gathers is not None:
                self.asked.emit(Gather(self.line.gathers, lane.name))
            return
        if lane is not None:
            self.use(self.line.tagged(self.lanes, lane, self._tag_end))

    def _close_picker(self) -> None:
        self.picker.hide()
        self.picker.of_themes = False
        self.text.control.takes_tab = False

    def _on_step(self, by: int) -> None:
        if self.picker.isVisible():
            self.picker.step(by)
        elif self.is_untouched() and self.line.gathers is None:
            self.walked.emit(by)

    def _on_escape(self) -> None:
        if self.line.gathers is not None:
            self.use(self.line.emptied())
        elif self.picker.isVisible():
            self._close_picker()
        elif self.line.edited is not None:
            self.use(self.line.emptied())
        self.text.control.setFocus()

    def _on_backspace(self) -> None:
        self.use(self.line.backspace())
        self.text.control.setCursorPosition(min(1, len(self.line.text)))

    def _on_paste(self, pasted: str) -> None:
        field = self.text.control
        lines = pasted_lines(pasted)
        if len(lines) <= 1:
            self._put_in(lines[0] if lines else PastedLine(""))
            return
        start = field.selectionStart() if field.hasSelectedText() else field.cursorPosition()
        before, after = self.line.text[:start], self.line.text[start + len(field.selectedText()) :]
        first = PastedLine(before + lines[0].whole) if before.strip() else lines[0]
        last = PastedLine(lines[-1].text + after, lines[-1].mark)
        self._ask_several((first, *lines[1:-1], last))

    def _put_in(self, pasted: PastedLine) -> None:
        field = self.text.control
        over_all = field.hasSelectedText() and field.selectedText() == field.text()
        if pasted.kind is not None and (self.line.is_empty or over_all):
            self.use(self.line.with_kind(pasted.kind))
            field.put_in(pasted.text)
        else:
            field.put_in(pasted.whole)

    def _ask_several(self, lines: Sequence[PastedLine]) -> None:
        self.several_pasted.emit(tuple(capture.as_record(self.line, line.text, line.kind) for line in lines))

    def _connect(self) -> None:
        field = self.text.control
        field.textEdited.connect(self._on_typed)
        field.entered.connect(self.enter)
        field.tabbed.connect(lambda: self._take_lane(self.picker.lane()))
        field.backspaced.connect(self._on_backspace)
        field.stepped.connect(self._on_step)
        field.left.connect(self._on_escape)
        field.pasted.connect(self._on_paste)
        field.second_line_asked.connect(self.open_detail)
        for side, name in ((self.who, "who"), (self.when, "when"), (self.detail, "detail")):
            side.control.entered.connect(self.enter)
            side.control.left.connect(self._on_escape)
            side.control.edited.connect(lambda text, name=name: self.use(self.line.filled(**{name: text})))
        self.picker.picked.connect(self._take_lane)
        self.chips.kind_chosen.connect(lambda kind: self.use(self.line.with_kind(kind)))
        self.chips.lane_chosen.connect(lambda lane: self.use(self.line.with_lane(lane)))
        self.draft.textEdited.connect(lambda text: self.use(capture.from_draft(self.line, text, self.lanes)))
