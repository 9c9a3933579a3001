"""A person's rights on the command line: consent, whole record, putting right, restriction."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.cli.context import Context
from desktop.cli.printed import Paper
from desktop.cli.words import RecordTeller, code_words
from desktop.errors import UserError
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.consent.service import ConsentState, Consequence
from desktop.services.persons_rights.person_record import WrittenRecord

Command = Callable[..., argparse.ArgumentParser]
Group = Callable[[Any, str, str], Any]

_LIST_FIELDS = ("witnesses", "data_items")


def add(commands: Any, command: Command, group: Group, field: Callable[[str], Any]) -> None:
    """Add the sub-commands; `field` reads FIELD=VALUE."""
    consent = group(commands, "consent", "ความยินยอม / consent")
    show = command(consent, "list", "ดูทุกเรื่อง / how things stand", "consent list")
    show.add_argument("code", metavar="CODE")
    record = command(consent, "record", "บันทึกคำตอบ / record an answer", "consent record")
    record.add_argument("code", metavar="CODE")
    record.add_argument("purpose", metavar="PURPOSE")
    record.add_argument("answer", choices=("yes", "no"))
    record.add_argument("fields", nargs="*", metavar="FIELD=VALUE", type=field)
    withdraw = command(consent, "withdraw", "ถอน / take back", "consent withdraw")
    withdraw.add_argument("code", metavar="CODE")
    withdraw.add_argument("purpose", metavar="PURPOSE")
    withdraw.add_argument("--recipient", metavar="NAME", default="")
    withdraw.add_argument("--by", metavar="NAME", default="")
    withdraw.add_argument("--note", metavar="TEXT", default="")
    restrict = command(commands, "restrict", "ระงับการใช้ข้อมูล / restrict a record")
    restrict.add_argument("code", metavar="CODE")
    restrict.add_argument("--reason", metavar="TEXT", required=True)
    restrict.add_argument("--lift", action="store_true", help="ยกเลิกการระงับ / lift it")
    rectify = command(commands, "rectify", "แก้ให้ถูกตามคำขอ / put right on request")
    rectify.add_argument("code", metavar="CODE")
    rectify.add_argument("fields", nargs="+", metavar="FIELD=VALUE", type=field)
    rectify.add_argument("--asked-by", metavar="NAME", required=True)
    rectify.add_argument("--asked-on", metavar="DATE", default=None)
    rectify.add_argument("--reason", metavar="TEXT", required=True)


def _print(services: Services, options: argparse.Namespace, looks: PaperOptions) -> WrittenRecord:
    """All that is held of a person."""
    whose = services.learners.resolve(options.code)
    sensitive = False if options.without_sensitive else None
    return services.person_records.write_pdf(whose, options.out, looks, sensitive=sensitive)


def _add_print(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE")
    parser.add_argument("--without-sensitive", action="store_true")


def export_person(context: Context, code: str, out: Path) -> int:
    """Write all that is held of a person as a workbook."""
    services = context.services()
    return _written(
        context, services.person_records.write_xlsx(services.learners.resolve(code), out)
    )


def consents(context: Context, options: argparse.Namespace) -> int:
    """Tell how things stand for each purpose, and who would have to sign today."""
    services = context.services()
    learner_id = services.learners.resolve(options.code)
    signing = services.consents.signing(learner_id)
    states = services.consents.states(learner_id)
    result = {
        "situation": signing.situation,
        "powers": list(signing.powers),
        "own_agreement": signing.own_agreement,
        "consents": [_state(each) for each in states],
    }
    with services.workspace.read() as session:
        teller = RecordTeller(session)
        lines = [
            f"{teller.label('consent_purposes', each.purpose)} ({each.purpose})  "
            f"{each.recipient}  {teller.label('consent_status', each.status)}"
            for each in states
        ]
    return context.answer(result, lines)


def record_consent(context: Context, options: argparse.Namespace) -> int:
    """Record one answer."""
    services = context.services()
    learner_id = services.learners.resolve(options.code)
    values: dict[str, Any] = {}
    for name, text in options.fields:
        values[name] = [each.strip() for each in text.split(",")] if name in _LIST_FIELDS else text
    granted = options.answer == "yes"
    (made,) = services.consents.record(learner_id, {options.purpose: granted}, values)
    return context.answer({"id": made}, ["บันทึกแล้ว / Recorded"])


def withdraw_consent(context: Context, options: argparse.Namespace) -> int:
    """Take a consent back, and tell what that stops."""
    services = context.services()
    learner_id = services.learners.resolve(options.code)
    state = next(
        (
            each
            for each in services.consents.states(learner_id)
            if each.purpose == options.purpose
            and each.latest is not None
            and (not options.recipient or each.recipient == options.recipient)
        ),
        None,
    )
    if state is None or state.latest is None:
        raise UserError("consent_not_given")
    follows = services.consents.consequences(state.latest.id)
    services.consents.withdraw(state.latest.id, options.by, None, options.note)
    result = {
        "consequences": [
            {"code": each.code, "count": each.count, "names": list(each.names)} for each in follows
        ]
    }
    return context.answer(result, ["ถอนแล้ว / Taken back", *map(_following, follows)])


def restrict(context: Context, options: argparse.Namespace) -> int:
    """Restrict a person's record, or lift that."""
    services = context.services()
    learner_id = services.learners.resolve(options.code)
    if options.lift:
        services.restrictions.lift(learner_id, options.reason)
    else:
        services.restrictions.restrict(learner_id, options.reason)
    word = "ยกเลิกการระงับแล้ว / Lifted" if options.lift else "ระงับแล้ว / Restricted"
    return context.answer({"restricted": not options.lift}, [word])


def rectify(context: Context, options: argparse.Namespace) -> int:
    """Put facts right on request."""
    services = context.services()
    learner_id = services.learners.resolve(options.code)
    services.rectifying.put_right(
        learner_id,
        dict(options.fields),
        asked_by=options.asked_by,
        asked_on=options.asked_on,
        reason=options.reason,
    )
    done = services.rectifying.of(learner_id)
    result = {
        "corrections": [
            {
                "kind": each.record_kind,
                "field": each.field,
                "before": each.before,
                "after": each.after,
                "asked_by": each.asked_by,
                "asked_on": each.asked_on,
                "reason": each.reason,
            }
            for each in done
        ]
    }
    return context.answer(result, ["แก้แล้ว / Put right"])


def _state(state: ConsentState) -> dict[str, Any]:
    latest = state.latest
    return {
        "purpose": state.purpose,
        "recipient": state.recipient,
        "status": state.status,
        "signer": latest.text("signer") if latest else "",
        "signed_on": latest.text("signed_on") if latest else "",
        "until": latest.text("until") if latest else "",
    }


def _written(context: Context, written: WrittenRecord) -> int:
    return context.answer(
        {
            "file": written.path,
            "sections": written.sections,
            "rows": written.rows,
            "pages": written.pages,
        },
        [f"เขียนแล้ว / Written: {written.path}  {written.rows:,} แถว / rows"],
    )


PAPERS = (Paper("person", "ข้อมูลทั้งหมดของบุคคล / a whole record", _print, _add_print, _written),)


def _following(consequence: Consequence) -> str:
    names = ", ".join(consequence.names)
    return code_words("consequence", consequence.code, count=consequence.count, names=names)
