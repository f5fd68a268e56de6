# SPDX-License-Identifier: MIT
"""Signs as widgets, and chips: a sign and a word that say of what kind or in what state something is.

Never by colour alone: the shape and the word say it too. Must not know any entry.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAccessibleWidget, QSizePolicy, QWidget

from walkthrough.ui.theme import look_of
from walkthrough.ui.theme_look import Look
from walkthrough.ui.theme_signs import paint_sign
from walkthrough.ui.widgets.faces import speaks_as
from walkthrough.ui.widgets.spoken import Retranslated, Words, plain, worded
from walkthrough.wording import N_

KIND_WORDS = {
    "barrier": N_("Barrier"),
    "practice": N_("Effective practice"),
    "indicator": N_("Indicator"),
    "next_step": N_("Next step"),
    "parked": N_("Parked topic"),
    "decision": N_("Decision"),
    "to_sort": N_("To sort"),
    "held": N_("Held back"),
}
"""What a kind of entry is called on its chip."""

_TONES = {"good": "good", "warn": "warn", "bad": "bad", "note": "ink_soft", "quiet": "ink_soft"}
_SOFT = {"note": "note_soft", "quiet": "hover", "to_sort": "parked_soft", "held": "warn_soft"}
_SIGNS = {"bad": "alert", "quiet": ""}
_COLORS = {"to_sort": "parked", "held": "warn"} | _TONES


def tone_of(kind: str) -> tuple[str, str]:
    """Return the tokens (mark, ground) of a kind of entry or of a tone: good, warn, bad, note, quiet."""
    return _COLORS.get(kind, kind), _SOFT.get(kind, f"{kind}_soft")


class SignLabel(Retranslated, QWidget):
    """A sign in a token's colour. Without words it is decoration and says nothing to a screen reader."""

    def __init__(
        self,
        sign: str,
        token: str = "ink",
        *,
        size: float = 20,
        words: Words = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sign, self._token, self._size, self._words = sign, token, size, words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def set_sign(self, sign: str, token: str = "") -> None:
        """Show another sign, in another colour if a token is given."""
        self._sign, self._token = sign, token or self._token
        self.update()

    def retranslate(self) -> None:
        """Set what is read aloud."""
        self.setAccessibleName(worded(self._words))

    def sizeHint(self) -> QSize:
        side = look_of(self).px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        paint_sign(painter, look.signs[self._sign], QRectF(self.rect()), look.color(self._token))


class KindGlyph(SignLabel):
    """The mark of a kind of entry: triangle, disc, diamond, arrow, square, dashed ring; in its colour."""

    def __init__(self, kind: str, *, size: float = 20, parent: QWidget | None = None) -> None:
        super().__init__(kind, tone_of(kind)[0], size=size, words=KIND_WORDS[kind], parent=parent)


def chip_width(look: Look, text: str, *, sign: bool) -> int:
    """Return how wide a chip with this text is."""
    width = QFontMetrics(look.font("small")).horizontalAdvance(text) + look.px(20)
    return width + (look.px(18) if sign else 0)


def chip_height(look: Look) -> int:
    """Return how high every chip is."""
    return QFontMetrics(look.font("small")).height() + look.px(8)


def paint_chip(painter: QPainter, look: Look, box: QRectF, text: str, kind: str, sign: str = "") -> None:
    """Paint a chip into the box; also for delegates. Text too long for it ends in an ellipsis."""
    mark, ground = tone_of(kind)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.color("line"))
    painter.setBrush(look.color(ground))
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
    left = box.left() + look.px(10)
    if sign:
        side = look.px(13)
        place = QRectF(left - look.px(1), box.center().y() - side / 2, side, side)
        paint_sign(painter, look.signs[sign], place, look.color(mark), weight=2.6)
        left += look.px(18)
    painter.setFont(look.font("small"))
    painter.setPen(look.color("ink"))
    room = QRectF(left, box.top(), box.right() - look.px(8) - left, box.height())
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    painter.restore()


class Chip(Retranslated, QWidget):
    """A small pill: a kind of entry, or a state in a tone (good, warn, bad, note, quiet) with its words."""

    def __init__(
        self, kind: str, words: Words = "", *, sign: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = ""
        self._shown: tuple[str, str, str] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_chip(kind, words, sign=sign)

    def set_chip(self, kind: str, words: Words = "", *, sign: str | None = None) -> None:
        """Show another kind or state; sign None means the kind's own, or none for a quiet tone."""
        self._kind, self._words = kind, words or KIND_WORDS[kind]
        self._sign = _SIGNS.get(kind, kind) if sign is None else sign
        self.retranslate()

    def set_plain(self, text: str) -> None:
        """Show text as it is on the same chip."""
        self._words = plain(text)
        self.retranslate()

    def text(self) -> str:
        """Return the word shown."""
        return self._text

    def retranslate(self) -> None:
        """Set the word in the language of the windows."""
        shown = worded(self._words), self._kind, self._sign
        if shown == self._shown:
            return  # what asks for room anew has the whole window laid out anew
        self._shown, self._text = shown, shown[0]
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = look_of(self)
        return QSize(chip_width(look, self._text, sign=bool(self._sign)), chip_height(look))

    def minimumSizeHint(self) -> QSize:
        look = look_of(self)
        return QSize(min(self.sizeHint().width(), look.px(64)), chip_height(look))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chip(QPainter(self), look_of(self), QRectF(self.rect()), self._text, self._kind, self._sign)


def _chip_face(chip: QWidget) -> QAccessibleWidget:
    return QAccessibleWidget(chip, QAccessible.Role.StaticText, "")


def _sign_face(sign: QWidget) -> QAccessibleWidget:
    return QAccessibleWidget(sign, QAccessible.Role.Graphic, "")


speaks_as(Chip, _chip_face)
speaks_as(SignLabel, _sign_face)
