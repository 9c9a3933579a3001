"""The manual in a window of its own, beside the work: a page per task, with its pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from desktop.ui.theme import RESOURCES, theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button

FOLDER = RESOURCES / "manual"
CONTENTS = "README"
FIRST_RUN, SIGN_IN = "02-first-run", "03-sign-in"
PAGES = {
    "today": "04-today", "learners": "05-find", "learner_new": "06-register", "import": "07-import",
    "duplicates": "07-import", "learner": "09-learner", "plan": "11-plan",
    "learner_plan": "11-plan", "plans": "12-print",
    "reports": "13-reports", "sync": "14-sync", "settings": "15-settings",
    "urgent": "22-rights", "duty": "22-rights",
    "person": "20-consent", "partners": "23-partners", "partner": "23-partners",
    "partner_new": "23-partners",
    "leads": "28-leads", "lead": "28-leads", "lead_new": "28-leads", "lead_walk": "28-leads",
    "lead_lists": "28-leads", "lead_import": "28-leads",
    "needs": "25-needs", "need": "25-needs", "need_new": "25-needs", "offers": "25-needs",
    "offer": "25-needs", "offer_new": "25-needs", "matches": "25-needs", "match": "25-needs",
    "match_wall": "25-needs",
    "funds": "26-funds", "fund": "26-funds", "fund_new": "26-funds", "cash_book": "26-funds",
    "goods": "26-funds",
    "referrals": "27-referrals", "referral": "27-referrals", "referral_new": "27-referrals",
    "referral_reply": "27-referrals", "referral_board": "27-referrals",
    "credit_items": "32-credits", "credit_item": "32-credits", "credit_item_new": "32-credits",
    "skill_measures": "35-skills", "skill_measure": "35-skills", "skill_measure_new": "35-skills",
    "skill_sheet": "35-skills",
    "kpc_entries": "32-credits", "kpc_entry": "32-credits", "kpc_entry_new": "32-credits",
    "evidence_list": "32-credits", "evidence": "32-credits", "evidence_new": "32-credits",
    "capitals": "29-capital", "capital": "29-capital", "capital_new": "29-capital",
    "capital_map": "29-capital",
    "curricula": "30-curricula", "curriculum": "30-curricula", "curriculum_new": "30-curricula",
    "competences": "31-competence", "competence": "31-competence",
    "competence_new": "31-competence", "competence_matrix": "31-competence",
    "courses": "33-courses", "course": "33-courses", "course_new": "33-courses",
    "enrolment": "33-courses", "calendar": "33-courses",
    "drawn_maps": "29-capital",
    "register": "34-sessions", "session": "34-sessions", "course_register": "34-sessions",
    "session_documents": "34-sessions",
    "mentors": "24-mentors", "mentor": "24-mentors", "mentor_new": "24-mentors",
}  # fmt: skip
"""By screen: the page that tells of it."""


class ManualDialog(Adaptive, QDialog):
    """Shows one page; links lead to others, the keys are those of a browser."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = _Pages()
        self.back = Button("", "secondary", "arrow-left")
        self.contents = Button("", "secondary", "list")
        self.leave = Button("", "secondary")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self.contents)
        row.addStretch(1)
        row.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.addWidget(self.text, 1)
        column.addLayout(row)
        self.back.clicked.connect(self.text.backward)
        self.contents.clicked.connect(lambda: self.open_page(CONTENTS))
        self.leave.clicked.connect(self.reject)
        self.text.backwardAvailable.connect(self.back.setEnabled)
        self.back.setEnabled(False)
        self.adapt()

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return Path(self.text.source().toLocalFile()).stem

    def open_page(self, name: str) -> None:
        """Show a page, and come forward with the keyboard in it."""
        self.text.setSource(QUrl.fromLocalFile(str(FOLDER / f"{name}.md")))
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("คู่มือ"))
        self.text.setAccessibleName(self.tr("คู่มือ"))
        self.back.setText(self.tr("ย้อนกลับ"))
        self.contents.setText(self.tr("สารบัญ"))
        self.leave.setText(self.tr("ปิด"))

    def redress(self) -> None:
        screen = self.screen().availableGeometry()
        self.resize(
            QSize(
                min(theme().px(820), screen.width() - 40),
                min(theme().px(640), screen.height() - 60),
            )
        )


class _Pages(QTextBrowser):
    """Pages of Markdown; pictures no wider than the window, links no further than the manual."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.anchorClicked.connect(self._follow)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        found = super().loadResource(kind, QUrl(name))
        if kind == QTextDocument.ResourceType.ImageResource.value:
            picture = QImage(self.source().resolved(QUrl(name)).toLocalFile())
            room = self.viewport().width() - theme().px(24)
            if picture.width() > room:
                return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
            return picture
        return found

    def _follow(self, wanted: QUrl) -> None:
        file = Path(self.source().resolved(wanted).toLocalFile())
        if file.parent.resolve() == FOLDER.resolve() and file.is_file():
            self.setSource(QUrl.fromLocalFile(str(FOLDER / file.name)))
