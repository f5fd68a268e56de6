# SPDX-License-Identifier: MIT
"""The stations under each other: where the room is, what was said at each, which questions were asked.

It must not know what is shown of a station.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from walkthrough.model.queries.walk import StationRow
from walkthrough.ui.theme import look_of
from walkthrough.ui.theme_look import Look
from walkthrough.ui.theme_signs import paint_sign
from walkthrough.ui.walking.row_words import findings_words
from walkthrough.ui.widgets.soon import Soon
from walkthrough.wording import _, ngettext

ROW = Qt.ItemDataRole.UserRole
TO_SORT = "to_sort"
Index = QModelIndex | QPersistentModelIndex


class StationList(QListWidget):
    """One line per station, and a last one for what is still to sort."""

    reached = Signal(str)
    """The id of the station gone to, or TO_SORT."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stations: tuple[StationRow, ...] = ()
        self._to_sort = 0
        self.painted = QRegion()
        self._changed: set[int] = set()
        self._paint_soon = Soon(self._paint_changed, self)
        self.setItemDelegate(_StationDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("stations")
        self.setProperty("look", "stations")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus with the line
        self.setMouseTracking(True)
        self.currentRowChanged.connect(self._on_row)
        self.retranslate()

    def set_stations(self, stations: Sequence[StationRow], to_sort: int) -> None:
        """Show these; the mark stays where it is."""
        if tuple(stations) == self._stations and to_sort == self._to_sort:
            return
        kept = self.current_id()
        self._stations, self._to_sort = tuple(stations), to_sort
        wanted = len(self._stations) + (1 if to_sort else 0)
        self.blockSignals(True)
        while self.count() > wanted:
            self.takeItem(self.count() - 1)
        while self.count() < wanted:
            self.addItem(QListWidgetItem())
        self._fill()
        self.blockSignals(False)
        if self.current_id() != kept:
            self.mark(kept)

    def mark(self, station_id: str) -> None:
        """Mark a station without telling anybody."""
        self.blockSignals(True)
        row = next((row for row in range(self.count()) if self._id_at(row) == station_id), -1)
        self.setCurrentRow(row)
        if row >= 0:
            self.scrollToItem(self.item(row))
        self.blockSignals(False)

    def current_id(self) -> str:
        """Return the marked station's id, TO_SORT, or empty."""
        return self._id_at(self.currentRow())

    def step(self, by: int) -> None:
        """Go to the next station or the one before; the ends hold."""
        row = self.currentRow() + by
        if 0 <= row < len(self._stations):
            self.setCurrentRow(row)

    def menu_for(self, widget: QWidget) -> QMenu:
        """Make a menu of the stations, for where the list itself has no room."""
        menu = QMenu(widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row in range(self.count()):
            station: StationRow | None = self.item(row).data(ROW)
            text = self.item(row).text() if station is None else f"{row + 1}  {station.name}"
            choice = menu.addAction(text.replace("&", "&&"), partial(self.setCurrentRow, row))
            if row == self.currentRow():
                menu.setActiveAction(choice)
        return menu

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(_("Stations"))
        self._fill(again=True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted = event.region()
        super().paintEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(look_of(self).px(196), super().sizeHint().height())

    def _fill(self, *, again: bool = False) -> None:
        """Set what differs. Rows are of one height, so that the list need not be laid out and painted anew:
        that takes longer than writing an entry down. The entry itself is painted first.
        """
        self.model().blockSignals(True)
        for row, station in enumerate(self._stations):
            item = self.item(row)
            if not again and item.data(ROW) == station:
                continue
            self._changed.add(row)
            item.setData(ROW, station)
            item.setText(station.short)
            item.setToolTip(station.name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(station, row + 1))
        if self._to_sort and self.count():
            self._fill_to_sort(self.item(self.count() - 1))
        self.model().blockSignals(False)
        self._paint_soon.ask()

    def _paint_changed(self) -> None:
        for row in self._changed:
            self.update(self.model().index(row, 0))
        self._changed.clear()

    def _fill_to_sort(self, item: QListWidgetItem) -> None:
        text = ngettext("{n} to sort", "{n} to sort", self._to_sort).format(n=self._to_sort)
        if item.text() == text and item.data(ROW) is None:
            return
        self._changed.add(self.row(item))
        item.setData(ROW, None)
        item.setText(text)
        item.setToolTip("")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, text)

    def _id_at(self, row: int) -> str:
        if 0 <= row < len(self._stations):
            return self._stations[row].id
        return TO_SORT if row >= 0 and row == len(self._stations) and self._to_sort else ""

    def _on_row(self, row: int) -> None:
        if station := self._id_at(row):
            self.reached.emit(station)


def _spoken(station: StationRow, number: int) -> str:
    sentence = (
        _("Hand-off {number}, {name}: {barriers}, {practices}.")
        if station.is_handoff
        else _("Station {number}, {name}: {barriers}, {practices}.")
    )
    barriers, practices = findings_words(station.barriers, station.practices)
    said = sentence.format(number=number, name=station.name, barriers=barriers, practices=practices)
    asked = _("{asked} of {must} questions asked.").format(asked=station.asked, must=station.must_ask)
    return f"{said} {asked}" if station.must_ask else said


class _Sizes:
    """What is the same for every row of one look: its fonts, and how high and wide their letters are."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.body, self.bold, self.small = look.font(), look.font(bold=True), look.font("small")
        self.number = look.font("small", bold=True)
        body, small = QFontMetrics(self.body), QFontMetrics(self.small)
        self.high, self.small_high = body.height(), small.height()
        self.up, self.small_up = body.ascent(), small.ascent()
        self.count = small.horizontalAdvance("888")


class _StationDelegate(QStyledItemDelegate):
    """Paints the path down the list: a dot for a station, a diamond for a hand-off, counts below."""

    def __init__(self, stations: StationList) -> None:
        super().__init__(stations)
        self._list = stations
        self._sizes: _Sizes | None = None

    def sizes(self) -> _Sizes:
        """Return what holds for the list's present look."""
        look = look_of(self._list)
        if self._sizes is None or self._sizes.look is not look:
            self._sizes = _Sizes(look)
        return self._sizes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        sizes = self.sizes()
        return QSize(sizes.look.px(160), sizes.high + sizes.small_high + sizes.look.px(6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not self._list.painted.intersects(option.rect):
            return  # between the first and the last row that changed
        sizes, box = self.sizes(), QRectF(option.rect)
        look = sizes.look
        station: StationRow | None = index.data(ROW)
        is_here = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_here or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent_soft" if is_here else "hover"))
            painter.drawRoundedRect(box.adjusted(0, 1, -look.px(6), -1), look.px(8), look.px(8))
        x = box.left() + look.px(20)
        if station is not None:
            _paint_path(painter, sizes, box, x, index, station, is_here)
        else:
            side = look.px(18)
            place = QRectF(x - side / 2, box.center().y() - side / 2, side, side)
            paint_sign(painter, look.signs["to_sort"], place, look.color("parked"))
        _paint_words(painter, sizes, box, station, str(index.data()), is_here)
        painter.restore()


def _paint_path(
    painter: QPainter, sizes: _Sizes, box: QRectF, x: float, index: Index, station: StationRow, is_here: bool
) -> None:
    look = sizes.look
    below = index.model().index(index.row() + 1, 0)
    last = not below.isValid() or below.data(ROW) is None
    middle = QPointF(x, box.center().y())
    painter.setPen(QPen(look.color("edge"), look.px(2)))
    if index.row():
        painter.drawLine(QPointF(x, box.top()), middle)
    if not last:
        painter.drawLine(middle, QPointF(x, box.bottom() + 1))
    is_done = bool(station.must_ask) and station.asked >= station.must_ask
    side = look.px(26 if is_here else 22)
    place = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
    painter.setPen(QPen(look.color("accent" if is_here or is_done else "edge"), look.px(2)))
    painter.setBrush(look.color("accent" if is_here else "accent_soft" if is_done else "paper"))
    if station.is_handoff:
        painter.save()
        painter.translate(middle)
        painter.rotate(45)
        half = side * 0.38
        painter.drawRect(QRectF(-half, -half, 2 * half, 2 * half))
        painter.restore()
    else:
        painter.drawEllipse(place)
    painter.setFont(sizes.number)
    painter.setPen(look.color("on_accent" if is_here else "ink"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))


def _paint_words(
    painter: QPainter, sizes: _Sizes, box: QRectF, station: StationRow | None, text: str, is_here: bool
) -> None:
    look = sizes.look
    left, right = box.left() + look.px(42), box.right() - look.px(12)
    body = sizes.bold if is_here else sizes.body
    top = box.center().y() - (sizes.high + (sizes.small_high if station else 0)) / 2
    painter.setFont(body)
    painter.setPen(look.color("ink"))
    shown = QFontMetrics(body).elidedText(text, Qt.TextElideMode.ElideRight, int(right - left))
    painter.drawText(QPointF(left, top + sizes.up), shown)
    if station is None:
        return
    x, y = left, top + sizes.high
    painter.setFont(sizes.small)
    for sign, many in (("barrier", station.barriers), ("practice", station.practices)):
        side = look.px(11)
        place = QRectF(x, y + (sizes.small_high - side) / 2, side, side)
        paint_sign(painter, look.signs[sign], place, look.color(sign if many else "edge"))
        painter.setPen(look.color("ink" if many else "ink_soft"))
        painter.drawText(QPointF(x + side + look.px(4), y + sizes.small_up), str(many))
        x += side + look.px(8) + sizes.count
    _paint_ticks(painter, look, station, x, y, sizes.small_high)


def _paint_ticks(painter: QPainter, look: Look, station: StationRow, x: float, y: float, high: float) -> None:
    """One small ring per must-ask question, filled once it was asked."""
    side, gap = look.px(7), look.px(3)
    painter.setPen(QPen(look.color("edge"), 1))
    for number in range(station.must_ask):
        painter.setBrush(look.color("accent" if number < station.asked else "paper"))
        painter.drawEllipse(QRectF(x + number * (side + gap), y + (high - side) / 2, side, side))


def sort_label(many: int) -> str:
    """Return the words for what is still to sort."""
    return ngettext("{n} entry to sort", "{n} entries to sort", many).format(n=many)
