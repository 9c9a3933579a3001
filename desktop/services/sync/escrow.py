"""This laptop's recovery words in the hub's keeping: made when enrolled, handed over until kept."""

from __future__ import annotations

import logging
from typing import Final

from desktop.errors import TambonError
from desktop.services import audit
from desktop.services.sync.carrying import CarryService
from desktop.services.sync.roster import Post, enrolled
from desktop.services.sync.service import Enrolling, RemoteMaker, SyncService
from desktop.services.workspace import Workspace
from sync import client, escrow
from sync.errors import Incompatible, Rejected, SyncError
from sync.joining import join

_log = logging.getLogger(__name__)

# What a hub of an older version answers to an address it does not know.
_UNKNOWN_THERE: Final = frozenset({"not_a_hub"})


def hand_over_recovery(workspace: Workspace, post: Post = client.post_once) -> bool:
    """Give the hub what opens this laptop, sealed to it; returns whether the hub has it now.

    A recovery key of its own is made for the hub, apart from the printed sheet's: a new sheet does
    not take it away, and another hub gets another. An older hub that knows nothing of it is no
    error; it is asked again after the next conversation.

    Raises:
        UserError: `not_enrolled`. sync.errors: as the link raises them.
    """
    own = enrolled(workspace)
    keys = workspace.keys
    state = keys.recovery("hub")
    if not own.hub_seal_key:
        return False
    if state is None or state.hub != own.hub.hex():
        keys.make_hub_recovery(
            workspace.database.key.plain(),
            own.hub,
            lambda secret, key_id: escrow.seal_secret(secret, key_id, own.device, own.hub_seal_key),
            made_ms=workspace.database.clock(),
        )
    waiting = keys.sealed_for_hub()
    if waiting is None:
        return True
    key_id, sealed = waiting
    made = keys.recovery("hub")
    made_ms = int(made.made.timestamp() * 1000) if made is not None else 0
    request = escrow.hand_over(escrow.Escrow(key_id, made_ms, sealed), own.device, own.key, own.hub)
    try:
        answer = post(own.way, "/v1/recovery", request)
        escrow.check_kept(answer, request, own.hub_key)
    except (Rejected, Incompatible) as refusal:
        if refusal.code not in _UNKNOWN_THERE:
            raise
        _log.info("the hub keeps no recovery words yet")
        return False
    with workspace.write() as session:
        audit.note(session, workspace, "recovery_given_to_hub", key=key_id)
    keys.note_given(key_id, workspace.database.clock())
    return True


def keep_recovery_handed(workspace: Workspace, post: Post = client.post_once) -> None:
    """Hand over after a conversation with the hub; what fails is tried again after the next."""
    try:
        hand_over_recovery(workspace, post)
    except (SyncError, TambonError) as error:
        _log.info("recovery words not handed over: %s", error.code)


def make_sync(
    workspace: Workspace,
    carrying: CarryService,
    remote: RemoteMaker = client.HttpRemote,
    enrolling: Enrolling = join,
) -> SyncService:
    """Return the sync of an open centre, with what is done once the hub has answered.

    What is carried for others is kept up, and the recovery words are handed over. `remote` and
    `enrolling` as `SyncService` takes them.
    """

    def answered() -> None:
        carrying.keep_up()
        keep_recovery_handed(workspace)

    return SyncService(workspace, remote, enrolling, answered)
