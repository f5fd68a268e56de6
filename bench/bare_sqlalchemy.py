# SPDX-License-Identifier: MIT
"""The least a program of our kind can do: a window that lists 500 mapped rows. A floor for start-up.

The file is made at the first start, which is the warm-up round.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

Index = QModelIndex | QPersistentModelIndex


class Base(DeclarativeBase):
    """The one table's registry."""


class Step(Base):
    """A row to show."""

    __tablename__ = "step"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    owner: Mapped[str]
    state: Mapped[str]


def rows_of(path: Path) -> list[tuple[object, ...]]:
    """Open the file, make it if it is not there, and read all of it."""
    engine = create_engine(f"sqlite:///{path}")
    with Session(engine) as session:
        if not path.exists():
            Base.metadata.create_all(engine)
            session.add_all(
                Step(text=f"Step {n}", owner=f"Partner {n % 9}", state="open") for n in range(500)
            )
            session.commit()
        found = session.execute(select(Step.id, Step.text, Step.owner, Step.state).order_by(Step.id))
        return [tuple(row) for row in found]


class Table(QAbstractTableModel):
    """The rows as Qt wants them."""

    def __init__(self, rows: list[tuple[object, ...]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return str(self._rows[index.row()][index.column()]) if role == Qt.ItemDataRole.DisplayRole else None


application = QApplication(sys.argv)
table = Table(rows_of(Path(sys.argv[1])))
window = QMainWindow()
window.setWindowTitle("Bare window with a database")
window.resize(1000, 700)
window.menuBar().addMenu("&File").addAction("Quit", application.quit)
view = QTableView()
view.setModel(table)
window.setCentralWidget(view)
window.statusBar().showMessage(f"{table.rowCount()} rows")
window.show()
sys.exit(application.exec())
