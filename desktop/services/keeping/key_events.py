"""What is done to the key file, noted in the audit entries however the program ended.

The key file and the database are two files, so one of them is first: the key file is replaced with
the new wrapping and, in the same replacement, an event that tells of it; then the audit entry is
written; then the event is taken out. After a crash between the two the event still stands in the
key file and is noted when the centre is next opened; after a crash behind the entry it is found to
be noted already. So neither the passcode nor its entry is lost, and no entry stands twice.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from desktop.keys import KeyEvent
from desktop.models.ids import new_id
from desktop.models.program import AuditEntry
from desktop.services import audit
from desktop.services.workspace import Workspace
from resources.words.names import is_event

_MARK = "key_event"


def key_event(workspace: Workspace, event: str, user_id: UUID) -> KeyEvent:
    """Return an event of who is signed in, about a user, to be written with the key file.

    Raises:
        ValueError: the event has no words, as `audit.note` says.
    """
    if not is_event(event):
        raise ValueError(f"the book has no words for the event {event}")
    author = workspace.user.user_id
    return KeyEvent(new_id().hex, event, user_id.hex, workspace.database.clock(), author.hex)


def note_key_events(workspace: Workspace) -> int:
    """Note what the key file tells and the audit entries do not; returns how many were new."""
    events = workspace.keys.events()
    if not events:
        return 0
    noted = 0
    with workspace.write() as session:
        wanted = {event.event for event in events}
        entries = session.scalars(select(AuditEntry).where(AuditEntry.event.in_(wanted)))
        known = {entry.detail.get(_MARK) for entry in entries}
        for event in events:
            if event.id in known:
                continue
            detail = {_MARK: event.id}
            if event.author != workspace.user.user_id.hex:
                # Noted later, at somebody else's sign-in.
                detail["by"] = event.author
            # A key file that a newer version wrote may tell of an event without words here.
            audit.add_entry(
                session, workspace, event.event, UUID(event.user), at_ms=event.at_ms, **detail
            )
            noted += 1
    workspace.keys.forget_events({event.id for event in events})
    return noted
