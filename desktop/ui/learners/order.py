"""The order of the list of learners, as its heads show it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.services.learners.records import LearnerQuery, LearnerRow
from desktop.ui.learners.table_model import SORTS
from desktop.ui.widgets.data_table import DataTable


def mark_order(table: DataTable[LearnerRow], query: LearnerQuery) -> None:
    """Mark the head of the column by which a query sorts; none where that column is hidden."""
    view = table.view
    fitting = (
        place
        for place, column in enumerate(table.model.columns)
        if SORTS.get(column.key) == query.sort and not view.isColumnHidden(place)
    )
    up = query.descending if query.sort == "birth" else not query.descending
    header = view.horizontalHeader()
    header.blockSignals(True)
    header.setSortIndicator(
        next(fitting, -1), Qt.SortOrder.AscendingOrder if up else Qt.SortOrder.DescendingOrder
    )
    header.blockSignals(False)
