# SPDX-License-Identifier: MIT
"""Tables of a Word file: widths that hold, heads that come again, rows that stay whole.

It knows no other block.
"""

from __future__ import annotations

from collections.abc import Iterator

from walkthrough.export.column_widths import shared_out
from walkthrough.export.document import KeyFacts, Rich, Table, plain
from walkthrough.export.docx.words import PLAIN, Relations, Setting, paragraph, said, twips
from walkthrough.export.fonts import measure
from walkthrough.export.pdf import styles

_PADDING = 14.5
_MEASURED_ROWS = 80
_WIDER_FACE = 1.15
"""Another typeface may have to stand in for ours."""
_ANY_NUMBER = "#9999"
"""As wide as "#999" in a wider typeface."""
_LONG = 900
"""Letters. A row with a longer cell may be cut between pages: it might not fit on one."""
_LABEL_SHARE = 0.26
_CELLS = {
    (False, False): "TableText",
    (False, True): "TableRowHead",
    (True, False): "LargeText",
    (True, True): "LargeRowHead",
}
"""The style of a cell, by whether its table is large and whether it names its row."""
_ALIGN = {"start": "", "centre": "center", "end": "right"}


def table_xml(table: Table, width: float, relations: Relations, *, new_page: bool, keep: bool) -> str:
    """The rows of a table under its row of heads; the caption is set by the caller.

    Args:
        table: with rows or with none.
        width: of the text, in points.
        relations: for links in cells.
        new_page: it starts on a new page.
        keep: it stays on one page with what follows.
    """
    widths = _whole(_widths(table, width), width)
    style = "WalkthroughForm" if table.grid else "WalkthroughTable"
    look = _look(head=True, row_heads=table.row_heads == 0, zebra=table.zebra and not table.grid)
    caption = f"<w:tblCaption w:val={said(table.caption)}/>" if table.caption.strip() else ""
    head = "".join(
        _cell("TableHead", column.text, wide, relations, Setting(
            align=_ALIGN[column.align], keep_next=True, new_page=new_page and index == 0
        ))
        for index, (column, wide) in enumerate(zip(table.columns, widths, strict=True))
    )  # fmt: skip
    rows = "".join(_rows(table, widths, relations, keep=keep))
    return (
        f"{_open(style, widths, look, caption)}"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>"
    )


def facts_xml(facts: KeyFacts, width: float, relations: Relations, *, new_page: bool, keep: bool) -> str:
    """Facts as a table of two columns, the first of which names each row."""
    widths = _whole([width * _LABEL_SHARE, width * (1 - _LABEL_SHARE)], width)
    rows = []
    for index, (label, value) in enumerate(facts.pairs):
        stays = keep or index < len(facts.pairs) - 1
        first = Setting(new_page=new_page and index == 0, keep_next=stays)
        rows.append(
            f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell('FactLabel', label, widths[0], relations, first)}"
            f"{_cell('FactValue', value, widths[1], relations, Setting(keep_next=stays))}</w:tr>"
        )
    look = _look(head=False, row_heads=True, zebra=False)
    return f"{_open('WalkthroughFacts', widths, look, '')}{''.join(rows)}</w:tbl>"


def _rows(table: Table, widths: list[int], relations: Relations, *, keep: bool) -> Iterator[str]:
    count = len(table.columns)
    high = f'<w:trHeight w:val="{twips(table.row_height)}" w:hRule="atLeast"/>' if table.row_height else ""
    for number, texts in enumerate(table.rows):
        padded = (*texts, *[""] * count)[:count]
        whole = "<w:cantSplit/>" if all(len(plain(text)) <= _LONG for text in padded) else ""
        last = len(table.rows) - 1
        stays = number < last and (keep or (whole != "" and number in (0, last - 1)))
        cells = "".join(
            _cell(
                _CELLS[table.is_large, index == table.row_heads],
                text,
                widths[index],
                relations,
                Setting(align=_ALIGN[table.columns[index].align], keep_next=stays),
            )
            for index, text in enumerate(padded)
        )
        settings = f"<w:trPr>{whole}{high}</w:trPr>" if whole or high else ""
        yield f"<w:tr>{settings}{cells}</w:tr>"


def _cell(style: str, text: Rich, wide: int, relations: Relations, setting: Setting = PLAIN) -> str:
    told = paragraph(style, text, relations, setting)
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{told}</w:tc>'


def _open(style: str, widths: list[int], look: str, caption: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}{caption}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _look(*, head: bool, row_heads: bool, zebra: bool) -> str:
    value = (0x0020 if head else 0) | (0x0080 if row_heads else 0) | (0 if zebra else 0x0200) | 0x0400
    return (
        f'<w:tblLook w:val="{value:04X}" w:firstRow="{head:d}" w:lastRow="0" w:firstColumn="{row_heads:d}"'
        f' w:lastColumn="0" w:noHBand="{not zebra:d}" w:noVBand="1"/>'
    )


def _widths(table: Table, width: float) -> list[float]:
    weights = [max(column.weight, 0.05) for column in table.columns]
    needed = []
    for index, column in enumerate(table.columns):
        texts = [plain(row[index]) for row in table.rows[:_MEASURED_ROWS] if index < len(row)]
        bold = index == table.row_heads
        if all(text.startswith("#") for text in texts):
            texts.append(_ANY_NUMBER)  # another typeface, where ours is missing, is wider
        head = _longest(plain(column.text), styles.HEAD_CELL.size, bold=True)
        needed.append(
            max([head, *(_longest(text, styles.CELL.size, bold=bold) for text in texts)]) + _PADDING
        )
    return shared_out(weights, needed, width)


def _longest(text: str, size: float, *, bold: bool) -> float:
    word = max(text.split(), key=len, default="")
    return measure(word[:60], size, bold) * _WIDER_FACE


def _whole(widths: list[float], width: float) -> list[int]:
    """Widths in whole units that add up to the whole."""
    made = [twips(wide) for wide in widths]
    made[-1] += twips(width) - sum(made)
    return made
