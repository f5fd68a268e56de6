# SPDX-License-Identifier: MIT
"""How Home looks: the list of workbooks with its painter, the welcome with its three doors, the promise.

It must not know what opening a workbook means.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QDate,
    QDateTime,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from walkthrough.ui.screens.home.library import Volume
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.buttons import Button, ButtonKind
from walkthrough.ui.widgets.places import Card, Column, Row, ScrollPage
from walkthrough.ui.widgets.signs import SignLabel, chip_height, chip_width, paint_chip
from walkthrough.ui.widgets.spoken import Retranslated
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _

VOLUME = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
PROMISES = (
    N_("Nothing leaves this computer. No account, no internet."),
    N_("All you record is saved at once, and can be undone."),
    N_("Never type a client's name. Walk a made-up family instead."),
)


def about(volume: Volume) -> str:
    """Return the second line of a workbook: when it was changed, and how large it is."""
    locale = QLocale()
    when = QDateTime.fromSecsSinceEpoch(int(volume.changed))
    time = locale.toString(when.time(), QLocale.FormatType.ShortFormat)
    size = locale.formattedDataSize(volume.size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
    if when.date() == QDate.currentDate():
        return _("Last changed today, {time} · {size}").format(time=time, size=size)
    day = locale.toString(when.date(), QLocale.FormatType.LongFormat)
    return _("Last changed {day} · {size}").format(day=day, size=size)


class VolumeList(Retranslated, QListWidget):
    """The workbooks, each in two lines; Enter or a double click opens one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workbooks")
        self.setAccessibleIdentifier("workbooks")
        self.setItemDelegate(_VolumePainter(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(look_of().px(148))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.retranslate()

    def show_volumes(self, volumes: Sequence[Volume]) -> None:
        """Show these, keeping the marked one marked."""
        marked = self.volume()
        self.clear()
        for volume in volumes:
            item = QListWidgetItem(self)
            item.setData(VOLUME, volume)
            if marked is not None and volume.path == marked.path:
                self.setCurrentItem(item)
        if self.currentRow() < 0:
            self.setCurrentRow(0)
        self.retranslate()

    def volume(self) -> Volume | None:
        """Return the marked workbook."""
        item = self.currentItem()
        return item.data(VOLUME) if item is not None else None

    def retranslate(self) -> None:
        """Set what is read aloud."""
        self.setAccessibleName(_("Workbooks on this computer"))
        for row in range(self.count()):
            item = self.item(row)
            volume = item.data(VOLUME)
            item.setText(volume.name)
            badge = _("sample") if volume.is_sample else ""
            spoken = ", ".join(part for part in (volume.name, badge, about(volume)) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip(str(volume.path))


class _VolumePainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = look_of(self.parent())  # type: ignore[arg-type]  # the list it paints for
        return QSize(look.px(200), look.px(66))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        widget = option.widget
        look, volume = look_of(widget), index.data(VOLUME)
        rect: QRect = option.rect
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        inside = rect.adjusted(look.px(16), look.px(10), -look.px(16), -look.px(10))
        painter.save()
        if volume.is_sample:
            word = _("Sample")
            width, height = chip_width(look, word, sign=False), chip_height(look)
            box = QRectF(inside.right() - width, inside.center().y() - height / 2, width, height)
            paint_chip(painter, look, box, word, "note")
            inside.setRight(int(box.left()) - look.px(12))
        self._line(painter, inside, look.font("h3"), look.color("ink"), volume.name, top=True)
        self._line(painter, inside, look.font("small"), look.color("ink_soft"), about(volume), top=False)
        painter.restore()

    @staticmethod
    def _line(painter: QPainter, box: QRect, font: QFont, color: QColor, text: str, *, top: bool) -> None:
        painter.setFont(font)
        painter.setPen(color)
        side = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignBottom
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, side | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, shown)


class Promise(Column):
    """Three short lines that hold for every workbook."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="half", parent=parent)
        for words in PROMISES:
            row = Row()
            row.add(SignLabel("tick", "good", size=16))
            row.add(Prose(words, look="soft"), stretch=1)
            self.add(row)


class Door(Card):
    """One way to begin: a sign, what it leads to, its button."""

    def __init__(self, sign: str, title: str, words: str, button: Button) -> None:
        super().__init__(title)
        self.head.box.insertWidget(0, SignLabel(sign, "accent", size=24))
        self.add(Prose(words, look="soft"))
        self.add(button)
        self.setMinimumWidth(look_of().px(200))


class Doors(QWidget):
    """The doors side by side and equally wide; under each other where there is no room for that."""

    def __init__(self, *doors: Door) -> None:
        super().__init__()
        self._narrowest = len(doors) * 240
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(look_of().space("gap"))
        for door in doors:
            self._box.addWidget(door, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the way that fits."""
        wide = self.width() >= look_of(self).px(self._narrowest)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(way)
        super().resizeEvent(event)


class Welcome(ScrollPage):
    """What Home shows to who has no workbook yet."""

    def __init__(
        self, sample: Callable[[], None], new: Callable[[], None], browse: Callable[[], None]
    ) -> None:
        super().__init__(gap="wide", margin="page")
        self.sample = door_button(N_("See the &sample"), "primary", sample, "door.sample")
        doors = Doors(
            Door(
                "find",
                N_("Look around first"),
                N_("A made-up county after two meetings. Try anything."),
                self.sample,
            ),
            Door(
                "add",
                N_("Start your own"),
                N_("Name your collaborative, then choose the route you want to walk."),
                door_button(N_("Start a &new collaborative"), "plain", new, "door.new"),
            ),
            Door(
                "open",
                N_("Go on with a file"),
                N_("Somebody gave you a workbook, or you have one on a stick."),
                door_button(N_("&Open a file"), "plain", browse, "door.open"),
            ),
        )
        self.add(
            Heading(0, N_("Walk the path a family takes")),
            Prose(
                N_("Bring the agencies to one table, go station by station, leave with a plan on paper."),
            ),
            doors,
            Promise(),
        )
        self.add_stretch()


def door_button(
    words: str, kind: ButtonKind, press: Callable[[], None], name: str, *, sign: str = "", keys: str = ""
) -> Button:
    """Return a button that does something when pressed."""
    button = Button(words, kind, name=name, sign=sign, keys=keys)
    button.clicked.connect(lambda: press())
    return button
