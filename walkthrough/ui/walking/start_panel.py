# SPDX-License-Identifier: MIT
"""Where there is no walk yet: choose a route and a made-up family, and begin. It writes nothing itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.content import Family, Route, Shelf
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import Field, check_field, radio_group_field
from walkthrough.ui.widgets.places import Card, Column, FlowRow, Row, ScrollPage
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _, ngettext


class StartPanel(ScrollPage):
    """Route, family, lanes, one button. Enter begins from anywhere on it."""

    started = Signal(object)
    """A StartWalk to be done."""

    def __init__(self, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="wide", parent=parent)
        self._shelf = shelf
        self._routes = {route.id: route for route in shelf.routes}
        self._families: dict[str, Family] = {}
        routes = [(route.id, plain(route.name)) for route in shelf.routes]
        self.route = radio_group_field(N_("Which path do we walk?"), routes, name="route")
        self.about, self.stations = Prose(look="soft"), Prose(look="small")
        self.family_box, self.intro = Column(gap="unit"), Prose(look="soft")
        self.family: Field | None = None
        self.lanes_box, self.lanes = FlowRow(gap="gap"), dict[str, Field]()
        self.begin = Button(N_("&Start the walk"), "primary", sign="walk", keys="Return", name="start_walk")
        self._build()
        self.route.control.edited.connect(lambda _text: self._show_route())
        self.begin.clicked.connect(self.start)
        if routes:
            self.route.set_value(routes[0][0])
            self._show_route()

    def chosen_route(self) -> Route | None:
        """Return the route chosen now."""
        return self._routes.get(self.route.value() or "")

    def start(self) -> None:
        """Ask for the walk to be started as chosen."""
        route = self.chosen_route()
        if route is None:
            return
        family = self._families.get(self.family.value() or "") if self.family else None
        lanes = tuple(code for code, field in self.lanes.items() if field.value())
        prompts, language = self._shelf.general_prompts, self._shelf.route_language(route.id)
        self.started.emit(StartWalk(route, prompts, family, lanes, language))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.start()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        head = Row()
        head.add(Heading(1, N_("Start a walk")), stretch=1)
        head.add(self.begin)
        self.add(head)
        self.add(Prose(N_("The room walks one path that a family takes, station by station."), look="soft"))
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        path, family = Card(N_("The path")), Card(N_("The family"))
        path.add(self.route, self.about, self.stations)
        family.add(self.family_box, self.intro)
        row.addWidget(path, 1)
        row.addWidget(family, 1)
        lanes = Card(N_("Who helps: the lanes of the map"))
        lanes.add(Prose(N_("The family is always there. Take off who plays no part here."), look="small"))
        lanes.add(self.lanes_box)
        self.add(both, lanes)
        self.add_stretch()

    def _show_route(self) -> None:
        route = self.chosen_route()
        if route is None:
            return
        self.about.set_plain(route.about)
        many = len(route.stations)
        self.stations.set_words(lambda: ngettext("{n} station", "{n} stations", many).format(n=many))
        self._show_families(route)
        self.lanes_box.clear()
        self.lanes = {}
        for lane in route.lanes[1:]:
            field = check_field(plain(lane.name), name=f"lane_{lane.id}")
            field.set_value(True)
            self.lanes[lane.id] = field
            self.lanes_box.add(field)

    def _show_families(self, route: Route) -> None:
        self._families = {family.id: family for family in self._shelf.families_of(route.id)}
        options = [(family.id, plain(family.name)) for family in self._families.values()]
        self.family_box.clear()
        self.family = radio_group_field(
            N_("Whose path is it? Every family here is made up."),
            [*options, ("", N_("No family this time"))],
            name="family",
        )
        self.family_box.add(self.family)
        self.family.set_value(options[0][0] if options else "")
        self.family.control.edited.connect(lambda _text: self._show_intro())
        self._show_intro()

    def _show_intro(self) -> None:
        chosen = self._families.get(self.family.value() or "") if self.family else None
        self.intro.set_plain(chosen.intro if chosen else _("You can still name one later."))
