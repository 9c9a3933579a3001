"""What the law asks for on the command line: erasing, anonymising, retention, a lost laptop."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from uuid import UUID

from desktop.cli.context import Context
from desktop.cli.printed import with_boxes
from desktop.cli.words import both, code_words
from desktop.services.all import Services
from desktop.services.persons_rights.erasing_places import PlaceLine
from resources.clock import in_thailand


def erase(context: Context, options: argparse.Namespace) -> int:
    """Destroy a person's records."""
    services = context.services()
    learner_id = services.learners.resolve(options.code)
    done = services.erasure.erase(learner_id, options.reason)
    lines = [f"ทำลายแล้ว / Erased: {done.records:,} ระเบียน / records"]
    if done.waiting:
        lines.append("ยังเหลืออยู่ที่ / Still held at:")
        lines += _said(done.waiting)
    return context.answer(
        {
            "id": done.learner_id,
            "records": done.records,
            "changes": done.changes,
            "attachments": done.attachments,
            "places": _plain(done.waiting),
        },
        lines,
    )


def places(context: Context, _options: argparse.Namespace) -> int:
    """List where erased people may still lie."""
    found = context.services().erasure.places()
    return context.answer(
        {"places": _plain(found)},
        _said(found) if found else ["ไม่เหลือที่ใดแล้ว / Nothing is left anywhere."],
    )


def place_done(context: Context, options: argparse.Namespace) -> int:
    """Note that somebody saw to a place that the program cannot reach."""
    services = context.services()
    done = 0
    for line in services.erasure.places():
        if (line.place, line.name) == (options.place, options.name):
            services.erasure.confirm_gone(line.learner_id, line.place, line.name)
            done += 1
    return context.answer({"done": done}, [f"บันทึกแล้ว / Noted: {done:,}"])


def anonymise(context: Context, options: argparse.Namespace) -> int:
    """Make people unknown and keep what can be counted."""
    services = context.services()
    ids = [services.learners.resolve(code) for code in options.codes]
    done = services.anonymising.anonymise(ids, options.reason)
    return context.answer(
        {"people": done.people, "villages_left_out": done.villages_left_out},
        [
            f"ไม่ระบุตัวตนแล้ว / Anonymised: {done.people:,}",
            f"ไม่เก็บหมู่บ้าน / village left out: {done.villages_left_out:,}",
        ],
    )


def retention(context: Context, _options: argparse.Namespace) -> int:
    """List who is due."""
    services = context.services()
    due = services.retention.due()
    years = services.retention.years()
    return context.answer(
        {
            "years": years,
            "due": [
                {
                    "code": line.code,
                    "kind": line.kind,
                    "why": line.why.code,
                    "closed": line.closed_on,
                    "due": line.due_on,
                    "kept_reason": line.kept_reason,
                }
                for line in due
            ],
        },
        [
            "  ".join(f"{_part(kind)} {number}" for kind, number in years.items()),
            *(
                f"{line.due_on}  {line.code}  {line.name}  {_part(line.kind)}  "
                f"({both(line.why.label)} {line.closed_on})"
                for line in due
            ),
        ],
    )


def _whom(services: Services, text: str) -> UUID:
    """A learner by code or number, somebody else by the id of their record."""
    try:
        known = UUID(text)
    except ValueError:
        return services.learners.resolve(text)
    return known


def retention_keep(context: Context, options: argparse.Namespace) -> int:
    """Keep somebody for another year."""
    services = context.services()
    until = services.retention.keep_longer(_whom(services, options.code), options.reason)
    return context.answer({"until": until}, [f"เก็บต่อถึง / Kept until {until}"])


def retention_years(context: Context, options: argparse.Namespace) -> int:
    """Change how long a kind is kept."""
    services = context.services()
    services.retention.set_years(options.kind, options.years)
    return context.answer(
        {"years": services.retention.years()}, [f"{_part(options.kind)}: {options.years} ปี / years"]
    )


def breach(context: Context, options: argparse.Namespace) -> int:
    """Write whose data a lost laptop held."""
    service, english = context.services().breach, options.english
    pack = with_boxes(
        lambda boxes: service.write(
            options.device, options.out, options.reason, english=english, boxes=boxes
        )
    )
    surely = sum(each.surely for each in pack.people)
    lines = [
        f"เขียนแล้ว / Written: {options.out}",
        f"ในเครื่องแน่ / surely {surely:,}  อาจจะ / perhaps {len(pack.people) - surely:,}",
        f"แจ้ง สคส. ภายใน / tell the PDPC by {in_thailand(pack.deadline):%Y-%m-%d %H:%M}",
    ]
    if not pack.revoked:
        lines.append(f"ตัดเครื่องที่จังหวัด / shut it out: tambon-hub revoke {pack.device}")
    return context.answer(
        {
            "file": options.out,
            "device": pack.device,
            "people": surely,
            "possible": len(pack.people) - surely,
            "minors": sum(each.minor for each in pack.people),
            "sensitive": sum(each.sensitive for each in pack.people),
            "changes": pack.changes,
            "last_contact": pack.last_contact,
            "revoked": pack.revoked,
            "deadline": pack.deadline,
        },
        lines,
    )


def _said(found: Sequence[PlaceLine]) -> Iterator[str]:
    for line in found:
        name = f"{line.letters} {line.name}".strip()
        place = "device_shut_out" if line.place == "device" and line.by_hand else line.place
        yield f"- {code_words('erasing_place', place, name=name)}"


def _plain(found: Sequence[PlaceLine]) -> list[dict[str, object]]:
    return [
        {
            "id": line.learner_id,
            "place": line.place,
            "name": line.name,
            "since": line.since,
            "by_hand": line.by_hand,
        }
        for line in found
    ]


def _part(kind: str) -> str:
    return code_words("retention_part", kind)
