"""Backups: made, listed, looked at, put back; and the check."""

from __future__ import annotations

import argparse

from desktop.cli.context import Context
from desktop.cli.words import code_words
from desktop.errors import UserError
from desktop.services.keeping.backups import preview, restore
from desktop.services.keeping.checking import Finding
from desktop.services.opening import centre_exists
from desktop.services.storage.backup_files import kept_backups


def backup(context: Context, options: argparse.Namespace) -> int:
    """Write a backup and open it again before trusting it; without a place, in its own folder."""
    service = context.services().backups
    made = service.renew() if options.out is None else service.make(options.out)
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


def backups(context: Context, _options: argparse.Namespace) -> int:
    """List the backups of the centre's own folder; no passcode is asked."""
    if not centre_exists(context.folder):
        raise UserError("no_centre_here", folder=str(context.folder))
    found = kept_backups(context.folder)
    return context.answer(
        {
            "backups": [
                {
                    "file": kept.path,
                    "bytes": kept.size,
                    "made": kept.at,
                    "learners": None if kept.manifest is None else kept.manifest.learners,
                    "changes": None if kept.manifest is None else kept.manifest.changes,
                }
                for kept in found
            ]
        },
        [
            f"{kept.path.name}  ผู้เรียนรู้ / learners {kept.manifest.learners:,}"
            f"  {kept.size / 1e6:.1f} MB"
            if kept.manifest is not None
            else f"! {kept.path.name}  อ่านไม่ได้ / cannot be read"
            for kept in found
        ]
        or ["ยังไม่มีสำเนาในเครื่องนี้ / There are no backups here yet."],
    )


def restore_backup(context: Context, options: argparse.Namespace) -> int:
    """Put a backup in the centre's place, keeping what stood there; or only look at it."""
    if options.look:
        return _look(context, options)
    done = restore(
        context.folder,
        options.file,
        context.passcode(),
        salvaging=options.with_unsent,
    )
    lines = [
        f"กู้คืนแล้ว / Restored: ผู้เรียนรู้ / learners {done.learners:,}",
    ]
    if done.kept is not None:
        lines.append(f"แฟ้มเดิมเก็บไว้ที่ / the files from before are kept in: {done.kept}")
    if done.salvaged:
        lines.append(f"นำกลับมา / brought along: {done.salvaged:,}")
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
            "salvaged": done.salvaged,
        },
        lines,
    )


def _look(context: Context, options: argparse.Namespace) -> int:
    seen = preview(context.folder, options.file, context.passcode())
    later = seen.later
    result = {
        "made": seen.at,
        "learners": seen.learners,
        "changes": seen.changes,
        "same_centre": seen.same_centre,
        "later": None
        if later is None
        else {
            "readable": later.readable,
            "learners": later.learners,
            "changes": later.changes,
            "kinds": later.kinds,
            "unsent": later.unsent,
        },
    }
    lines = [f"ผู้เรียนรู้ / learners {seen.learners:,}  การแก้ไข / changes {seen.changes:,}"]
    if later is not None:
        unsent = sum(later.unsent.values())
        lines.append(
            f"จะวางไว้ข้าง ๆ / would be set aside: {later.changes or 0:,}  "
            f"ยังไม่ได้ส่ง / unsent: {unsent:,}"
        )
    return context.answer(result, lines)


def check(context: Context, options: argparse.Namespace) -> int:
    """Check that everything is whole; exit 1 where something is amiss."""
    checks = context.services().checks
    report = checks.quick() if options.quick else checks.check()
    result = {
        "ok": report.whole,
        "counts": report.counts,
        "changes": report.changes,
        "problems": [{"code": f.code, "detail": f.detail} for f in report.findings],
    }
    learners = report.counts.get("learner")
    counted = "" if learners is None else f"ผู้เรียนรู้ / learners {learners:,}  "
    lines = [
        f"{counted}การแก้ไข / changes {report.changes:,}",
        *(f"! {_finding(finding)}" for finding in report.findings),
        "ครบถ้วน / All is whole." if report.whole else "",
    ]
    context.answer(result, (line for line in lines if line))
    if not report.whole:
        raise UserError("check_found", count=len(report.findings))
    return 0


def _finding(finding: Finding) -> str:
    detail = f" ({finding.detail})" if finding.detail else ""
    return code_words("finding", finding.code) + detail
