"""How a book is spoken of before it is brought in, and where one goes on with what was decided."""

from __future__ import annotations

from desktop.services.roles import Right
from desktop.services.rosters.workbooks import BOOKS
from desktop.ui.shell.feature import DraftForm
from desktop.ui.shell.finding import Destination
from desktop.ui.translation import language, translate


def taking_in(what: str) -> str:
    """What one says to bring in the book of this name in `BOOKS`."""
    words = translate("BookDialog", "นำเข้า{what}")
    return words.replace("{what}", BOOKS[what].title(language().value))


def draft_of(what: str) -> str:
    """The form under which, with a file's digest, what is decided of a book's rows is a draft."""
    return f"import_{what}"


def book_drafts(what: str, place: Destination) -> dict[str, DraftForm]:
    """The draft of what was decided of a book's rows; it comes back when the file is chosen."""
    form = DraftForm("upload", lambda: taking_in(what), lambda _file: place, Right.IMPORT)
    return {draft_of(what): form}
