# SPDX-License-Identifier: MIT
"""Cards for the stage that a room agrees on and the one that it wants, each with its reason.

They must not know single statements, nor the page they stand on.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from walkthrough.export.pictures.stage import agreed_words, middle_words, stage_name, wanted_words
from walkthrough.model import Refused
from walkthrough.model.commands.stage import AgreeStage, WantStage
from walkthrough.model.queries.stage_rows import CheckPage, LastWanted
from walkthrough.model.rules.stages import needs_reason
from walkthrough.model.words import Agreement
from walkthrough.ui.criteria.deeds import Hands
from walkthrough.ui.criteria.phrases import day_words
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import Field, choice_field, line_field
from walkthrough.ui.widgets.places import Card
from walkthrough.ui.widgets.short_text import ShortProse
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Prose
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import N_, _, current

_REASON_NEEDED = N_(
    "Needed, because it differs from the middle of the parts, or they have no middle yet. It is printed."
)
_REASON_OPEN = N_("Choose a stage first: a reason is needed where it differs from the middle of the parts.")
_REASON_FREE = N_("Your stage is the middle of the parts. A reason is welcome, not needed.")
_REASON_ALONE = N_("Please say why in a few words. It is printed with the stage.")


class _ReasonCard(Card):
    """A stage, a reason and a button; drafts keep the reason while it is typed."""

    _kind = ""

    def __init__(self, hands: Hands, title: str, stage: Field, reason: Field, button: Button) -> None:
        super().__init__(title)
        self.hands, self.stage, self.reason, self.button = hands, stage, reason, button
        self.why = ShortProse(look="soft")
        self._plain_title = title
        self.page: CheckPage | None = None
        self.add(self.why, stage, reason, button)
        button.clicked.connect(self.record)
        reason.control.returnPressed.connect(self.record)

    def record(self) -> None:
        """Write what was chosen and typed."""
        raise NotImplementedError

    def key(self, page: CheckPage) -> str:
        """Return the draft's key."""
        return f"stage-check/{self._kind}/{page.id}"

    def take(self, page: CheckPage, now: str, why: str, chosen: object) -> None:
        """Show what is recorded, keeping what is being typed about the same check."""
        is_other = self.page is None or self.page.id != page.id
        was = (self.title.text(), self.why.text())
        if is_other and self.page is not None:
            self.hands.drafts.ignore(self.key(self.page))
        self.page = page
        self.set_title(plain(now) if now else self._plain_title)
        self.why.set_plain(why)
        self.why.setVisible(bool(why))
        if is_other or was != (self.title.text(), why):
            self.stage.set_value(chosen)
            self.reason.set_value(why)
        if is_other:
            control = self.reason.control
            assert isinstance(control, QLineEdit)
            self.hands.drafts.watch(self.key(page), control, why)

    def done(self, refused: Refused | None, said: str) -> None:
        """Say how it went: beside the field, or in the status line."""
        if refused is None:
            assert self.page is not None
            self.hands.drafts.saved(self.key(self.page))
            self.hands.say(said)
            return
        field = self.reason if refused.code == "reason_needed" else self.stage
        field.set_error(lambda: refusal_text(refused))
        field.control.setFocus()


class AgreedCard(_ReasonCard):
    """The stage that the room agrees on today."""

    _kind = "agreed_reason"

    def __init__(self, hands: Hands) -> None:
        stage = choice_field(N_("The stage we agree on"), name="agreed_stage")
        reason = line_field(N_("Why"), name="agreed_reason", hint=_REASON_OPEN)
        button = Button(N_("Record the agreed stage"), "primary", name="agree")
        super().__init__(hands, N_("Agreed stage"), stage, reason, button)
        self.middle = Prose(look="small")
        self.body.box.insertWidget(1, self.middle)
        stage.control.edited.connect(lambda _text: self._hint())

    def show_page(self, page: CheckPage) -> None:
        """Show what was agreed."""
        options = [
            (stage.number, plain(stage_name(current(), page.stages, stage.number))) for stage in page.stages
        ]
        more = [
            (Agreement.NOT_YET, N_("Not yet at stage 1")),
            (Agreement.NOT_AGREED, N_("Not agreed, look again")),
        ]
        self.stage.control.set_options([*options, *more])
        self.middle.set_plain(middle_words(current(), page))
        self.middle.setVisible(bool(page.dimensions))
        chosen = page.agreed_stage if page.agreement is Agreement.STAGE else page.agreement
        self.take(page, agreed_words(current(), page), page.agreed_reason, chosen)
        self._hint()

    def record(self) -> None:
        """Write the agreed stage."""
        if self.page is None:
            return
        chosen = self.stage.value()
        if chosen is None:
            self.stage.set_error(N_("Choose a stage first."))
            self.stage.control.setFocus()
            return
        agreement = chosen if isinstance(chosen, Agreement) else Agreement.STAGE
        stage = None if isinstance(chosen, Agreement) else chosen
        refused = self.hands.do(AgreeStage(self.page.id, agreement, stage, self.reason.value()))
        self.done(refused, _("Recorded."))

    def _hint(self) -> None:
        chosen = self.stage.value()
        if self.page is not None and not self.page.dimensions:
            self.reason.set_label(N_("Why"), _REASON_ALONE)
            return
        if self.page is None or chosen is None:
            self.reason.set_label(N_("Why"), _REASON_OPEN)
            return
        agreement = chosen if isinstance(chosen, Agreement) else Agreement.STAGE
        stage = None if isinstance(chosen, Agreement) else chosen
        needed = needs_reason(agreement, stage, self.page.middle)
        self.reason.set_label(N_("Why"), _REASON_NEEDED if needed else _REASON_FREE)


class WantedCard(_ReasonCard):
    """The stage that this purpose needs."""

    _kind = "wanted_reason"

    def __init__(self, hands: Hands) -> None:
        stage = choice_field(N_("Which stage does our purpose need?"), name="wanted_stage")
        reason = line_field(N_("Why this one"), optional=True, name="wanted_reason")
        button = Button(N_("Record the wanted stage"), name="want")
        super().__init__(hands, N_("Which stage do we want?"), stage, reason, button)
        self.before = Prose(look="small")
        self.before.hide()
        self.body.box.insertWidget(1, self.before)

    def show_page(self, page: CheckPage, held: LastWanted | None = None) -> None:
        """Show what is wanted; until it is said anew, `held`, what was wanted in an earlier check."""
        self.before.setVisible(held is not None and page.wanted_stage is None)
        if held is not None:
            stage = stage_name(current(), page.stages, held.stage)
            told = _("Said on {day}: {stage}. It holds until you say it anew.")
            self.before.set_plain(told.format(day=day_words(held.as_of), stage=stage))
        options = [
            (stage.number, plain(stage_name(current(), page.stages, stage.number))) for stage in page.stages
        ]
        self.stage.control.set_options([(0, N_("Not chosen yet")), *options])
        self.take(page, wanted_words(current(), page), page.wanted_reason, page.wanted_stage or 0)

    def record(self) -> None:
        """Write the wanted stage; "not chosen yet" only takes away one that was chosen."""
        if self.page is not None and not self.stage.value() and self.page.wanted_stage is None:
            self.stage.set_error(N_("Choose a stage first."))
            self.stage.control.setFocus()
        elif self.page is not None:
            refused = self.hands.do(WantStage(self.page.id, self.stage.value() or None, self.reason.value()))
            self.done(refused, _("Recorded."))
