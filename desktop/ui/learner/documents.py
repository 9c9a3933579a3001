"""เอกสาร: photos and papers of a learner, one of which is their picture."""

from __future__ import annotations

from desktop.ui.code_book import CodeBook
from desktop.ui.documents.panel import DocumentsPanel
from desktop.ui.documents.presenter import DocumentsPresenter
from desktop.ui.learner.page import LearnerPage
from desktop.ui.learner.tab import LearnerTab, TabPresenter
from desktop.ui.learner.work import LearnerWork


class DocumentsTab(DocumentsPanel, LearnerTab):
    """The panel as a tab."""

    def show_page(self, page: LearnerPage, codes: CodeBook) -> None:
        self.show_owner(page.id, codes, may_edit=page.may_edit, portraits=True)


class DocumentsTabPresenter(TabPresenter):
    """Reads when the tab is looked at."""

    def __init__(self, tab: DocumentsTab, work: LearnerWork) -> None:
        super().__init__(tab)
        self._panel = DocumentsPresenter(tab, work)

    def load(self) -> None:
        self._panel.load()
