"""Beginning a centre."""

from __future__ import annotations

import argparse

from desktop.cli.context import Context
from desktop.database import DATABASE_FILE
from desktop.errors import TambonError, UserError
from desktop.models.ids import new_id
from desktop.services.opening import create_centre
from desktop.services.storage.beginning import NewCentre, unmake
from desktop.services.workspace import Workspace


def init(context: Context, options: argparse.Namespace) -> int:
    """Begin a centre, with the sample's people, or as one more laptop of a centre at a hub."""
    if options.join:
        return _join(context, options)
    if not options.centre or not options.tambon:
        raise UserError("centre_and_tambon_needed")
    new = NewCentre(
        name=options.centre,
        tambon=options.tambon,
        user=options.user,
        passcode=context.passcode(new=True),
        sample=options.demo,
    )
    workspace = context.keep(create_centre(context.folder, new))
    learners = 0
    if options.demo:
        services = context.services(workspace)
        try:
            learners = services.sample.load().counts["learner"]
        except TambonError:
            # A full disk, say: no empty centre is left where one with people was asked for.
            services.close()
            workspace.close()
            unmake(context.folder / DATABASE_FILE)
            raise
    return _begun(context, workspace, options, {"learners": learners})


def _join(context: Context, options: argparse.Namespace) -> int:
    url, code = options.join
    new = NewCentre(
        name=options.centre or options.user,
        tambon=options.tambon or "",
        user=options.user,
        passcode=context.passcode(new=True),
    )
    workspace = context.keep(create_centre(context.folder, new, joining=new_id()))
    services = context.services(workspace)
    try:
        services.sync.enrol(url, code, proxy=options.proxy, unencrypted=options.unencrypted)
    except TambonError:
        # Nothing of a centre was received: the folder is as before, and can be tried again.
        services.close()
        workspace.close()
        unmake(context.folder / DATABASE_FILE)
        raise
    report = services.sync.sync_now()
    return _begun(context, workspace, options, {"received": report.received})


def _begun(
    context: Context, workspace: Workspace, options: argparse.Namespace, more: dict[str, int]
) -> int:
    centre = context.services(workspace).centre.get()
    name = centre.text("name") if centre else ""
    result = {
        "centre": workspace.centre_id,
        "name": name,
        "user": workspace.user.user_id,
        "folder": context.folder,
        **more,
    }
    return context.answer(
        result,
        [f"เริ่มศูนย์แล้ว / Begun: {name}", f"ผู้ใช้ / user: {options.user}  {context.folder}"],
    )
