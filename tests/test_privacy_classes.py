# SPDX-License-Identifier: MIT
"""Every column of every table says who may see it; what has no class, or a made-up one, is found."""

from __future__ import annotations

import pytest
from sqlalchemy import Column, MetaData, Table, Text

from walkthrough.model import schema
from walkthrough.model.schema.base import Base, Privacy
from walkthrough.model.schema.box import BoxBase

CLASSES = {"room", "paper", "private", "sealed"}


def without_class(metadata: MetaData) -> list[str]:
    """Columns whose privacy class is missing or not one of the four, as `table.column`."""
    return [
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if column.info.get("privacy") not in CLASSES
    ]


def classes_in(metadata: MetaData) -> set[str]:
    return {str(column.info["privacy"]) for table in metadata.tables.values() for column in table.columns}


def test_there_are_just_the_four_classes():
    assert {str(privacy) for privacy in Privacy} == CLASSES


@pytest.mark.parametrize("base", [Base, BoxBase], ids=["workbook", "ballot box"])
def test_every_column_has_a_privacy_class(base):
    assert base.metadata.tables, schema.__doc__
    assert without_class(base.metadata) == []


def test_every_column_of_a_ballot_box_is_sealed():
    assert classes_in(BoxBase.metadata) == {"sealed"}


def test_no_ballot_lies_in_a_workbook():
    assert "sealed" not in classes_in(Base.metadata)


@pytest.mark.parametrize("info", [{}, {"privacy": "public"}, {"privacy": None}])
def test_a_column_without_a_true_class_is_found(info):
    metadata = MetaData()
    Table(
        "story",
        metadata,
        Column("id", Text, info={"privacy": Privacy.ROOM}),
        Column("told_by", Text, info=info),
    )
    assert without_class(metadata) == ["story.told_by"]
