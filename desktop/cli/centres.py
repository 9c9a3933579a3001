"""Beginning and keeping a centre: init, backup, restore, check, erase."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from desktop.app import sync_rules
from desktop.cli.context import Context
from desktop.errors import TambonError, UserError
from desktop.keys import check_new_passcode
from desktop.models.ids import new_id
from desktop.services.backups import restore
from desktop.services.workspace import DATABASE_FILE, KEY_FILE, NewCentre, Workspace
from desktop.wording_cli import sentence


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
    _warn_if_weak(new)
    workspace = context.keep(Workspace.create(context.folder, new, sync_rules()))
    learners = 0
    if options.demo:
        services = context.services(workspace)
        try:
            learners = services.sample.load().counts["learner"]
        except TambonError:
            # A full disk, say: no empty centre is left where one with people was asked for.
            services.close()
            workspace.close()
            _remove_begun(context.folder)
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
    _warn_if_weak(new)
    workspace = context.keep(Workspace.create(context.folder, new, sync_rules(), joining=new_id()))
    services = context.services(workspace)
    try:
        services.sync.enrol(url, code)
    except TambonError:
        # Nothing of a centre was received: the folder is as before, and can be tried again.
        services.close()
        workspace.close()
        _remove_begun(context.folder)
        raise
    report = services.sync.sync_now()
    return _begun(context, workspace, options, {"received": report.received})


def _warn_if_weak(new: NewCentre) -> None:
    """Say on stderr that a passcode is easily guessed; whoever scripts this decides."""
    try:
        check_new_passcode(new.passcode, new.user, [new.name])
    except UserError as error:
        print(sentence(error), file=sys.stderr)


def _remove_begun(folder: Path) -> None:
    for name in (DATABASE_FILE, DATABASE_FILE + "-wal", DATABASE_FILE + "-shm", KEY_FILE):
        (folder / name).unlink(missing_ok=True)


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


def backup(context: Context, options: argparse.Namespace) -> int:
    """Write a backup and open it again before trusting it."""
    made = context.services().backups.make(options.out)
    return context.answer(
        {
            "file": made.path,
            "bytes": made.size,
            "learners": made.learners,
            "changes": made.changes,
        },
        [
            f"สำรองแล้วและเปิดตรวจแล้ว / Backed up and opened again: {made.path}",
            f"ผู้เรียนรู้ / learners {made.learners:,}  {made.size / 1e6:.1f} MB",
        ],
    )


def restore_backup(context: Context, options: argparse.Namespace) -> int:
    """Put a backup in the centre's place, keeping what stood there."""
    done = restore(context.folder, options.file, context.passcode(), sync_rules())
    lines = [
        f"กู้คืนแล้ว / Restored: ผู้เรียนรู้ / learners {done.learners:,}",
    ]
    if done.kept is not None:
        lines.append(f"แฟ้มเดิมเก็บไว้ที่ / the files from before are kept in: {done.kept}")
    if done.changes_lost:
        lines.append(
            f"การแก้ไข {done.changes_lost:,} รายการหลังวันที่สำรองอยู่ในแฟ้มเดิมเท่านั้น / "
            f"{done.changes_lost:,} later changes are in those files only."
        )
    return context.answer(
        {
            "learners": done.learners,
            "changes": done.changes,
            "kept": done.kept,
            "changes_lost": done.changes_lost,
        },
        lines,
    )


def check(context: Context, _options: argparse.Namespace) -> int:
    """Check that everything is whole; exit 1 where something is amiss."""
    report = context.services().checks.check()
    result = {
        "ok": report.whole,
        "counts": report.counts,
        "changes": report.changes,
        "problems": [{"code": f.code, "detail": f.detail} for f in report.findings],
    }
    learners = report.counts["learner"]
    lines = [
        f"ผู้เรียนรู้ / learners {learners:,}  การแก้ไข / changes {report.changes:,}",
        *(f"! {finding.code} {finding.detail}" for finding in report.findings),
        "ครบถ้วน / All is whole." if report.whole else "",
    ]
    context.answer(result, (line for line in lines if line))
    if not report.whole:
        raise UserError("check_found", count=len(report.findings))
    return 0
