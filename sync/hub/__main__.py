"""The hub's commands: `python -m sync.hub SUB ...`, installed as `tambon-hub`."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy.exc import SQLAlchemyError

from resources.clock import in_thailand
from resources.version import VERSION
from resources.words import errors
from sync.authority import (
    AUTHORITY_FILE,
    SERVER_FILE,
    SERVER_KEY_FILE,
    issue_server,
    make_authority,
)
from sync.bundle import read_bounded
from sync.errors import Rejected, SyncError
from sync.hub.anchors import read_anchors
from sync.hub.breach import write_breach
from sync.hub.enrolment import centre_called
from sync.hub.escrow import note_breach, read_notes
from sync.hub.key_commands import add_key_commands
from sync.hub.opening import first_line, open_hub
from sync.hub.overview import read_devices, read_overview
from sync.hub.person import who
from sync.hub.records import read_records
from sync.hub.service import Hub
from sync.hub.serving import serve
from sync.kinds import kind_of
from sync.own_files import begin_private, open_own, write_new


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 when done, 1 when refused (the reason is on stderr)."""
    begin_private()
    _prepare_streams()
    options = _parser().parse_args(arguments)
    if options.without_hub is not None:
        return _refusing(lambda: options.without_hub(options))
    return _refusing(lambda: _with_hub(options))


def _with_hub(options: argparse.Namespace) -> None:
    named = options.database or os.environ.get("TAMBON_HUB_DATABASE", "")
    hub = open_hub(named, _say_new if options.run in (serve, _add_centre) else None)
    try:
        options.run(hub, options)
    finally:
        hub.close()


def _say_new(file: Path) -> None:
    print(f"ฐานข้อมูลใหม่ / new database: {file}", file=sys.stderr)


def _refusing(work: Callable[[], None]) -> int:
    try:
        work()
    except SyncError as error:
        refused = error
    except SQLAlchemyError as error:
        refused = SyncError("database_refused", reason=first_line(error))
    except OSError as error:
        refused = _in_words(error)
    else:
        return 0
    for language in ("th", "en"):
        print(errors.hub_sentence(refused.code, refused.values, language), file=sys.stderr)
    return 1


def _in_words(error: OSError) -> SyncError:
    """What the system refused, for the sentence that tells it."""
    file = str(error.filename or "")
    for kind, code in (
        (FileNotFoundError, "file_missing"),
        (FileExistsError, "file_exists"),
        (PermissionError, "not_permitted"),
    ):
        if file and isinstance(error, kind):
            return SyncError(code, file=file)
    return SyncError("system_refused", reason=error.strerror or type(error).__name__, file=file)


def _prepare_streams() -> None:
    """Thai goes out as UTF-8 whatever the console's code page says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _parser() -> argparse.ArgumentParser:
    # The same options before and after the sub-command: the one given wins, and none sets nothing.
    # Two parents, because a parser shares its parent's options and would share their defaults.
    common = _common()
    parser = argparse.ArgumentParser(
        prog="tambon-hub", description=__doc__, parents=[_common()], allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {VERSION}")
    parser.set_defaults(database="", json=False, without_hub=None)
    subs = parser.add_subparsers(required=True, metavar="SUB")

    def add(to: Any, name: str, run: Any, text: str) -> argparse.ArgumentParser:
        sub: argparse.ArgumentParser = to.add_parser(
            name, parents=[common], help=text, description=text, allow_abbrev=False
        )
        sub.set_defaults(run=run)
        return sub

    sub = add(subs, "serve", serve, "answer laptops and show the staff's page")
    sub.add_argument("--host", default="127.0.0.1")
    sub.add_argument("--port", type=int, default=8460, help="0: any free one")
    sub.add_argument("--certificate", type=Path, metavar="PEM", help="serve over TLS")
    sub.add_argument("--certificate-key", type=Path, metavar="PEM")
    sub.add_argument(
        "--tls", type=Path, metavar="FOLDER", help="serve over TLS, certificates there"
    )
    sub.add_argument(
        "--name", action="append", default=[], help="that laptops type, for a new certificate"
    )
    sub.add_argument(
        "--behind", action="append", default=[], metavar="ADDRESS",
        help="of a web server in front, which is believed who comes",
    )  # fmt: skip
    sub.add_argument(
        "--unencrypted",
        action="store_true",
        help="plain http to other machines: others can read it",
    )

    centres = subs.add_parser("centre", parents=[common], help="learning centres")
    centre_subs = centres.add_subparsers(required=True, metavar="SUB")
    sub = add(centre_subs, "add", _add_centre, "register a centre; prints its id")
    sub.add_argument("--name", required=True)
    sub.add_argument("--tambon", required=True, metavar="CODE", help="six digits")

    add(centre_subs, "list", _centres, "the centres, their ids and how much they hold")

    sub = add(subs, "enrol-code", _enrol_code, "a code with which one laptop joins a centre")
    sub.add_argument("centre", metavar="CENTRE", help="its id, or its name")

    add(subs, "devices", _devices, "the laptops that joined")

    sub = add(subs, "anchors", _anchors, "how far each laptop's audit entries had come")
    sub.add_argument("--device", metavar="DEVICE", type=_identity)

    sub = add(subs, "revoke", _revoke, "shut a laptop out")
    sub.add_argument("device", metavar="DEVICE", type=_identity)

    sub = add(subs, "breach", _breach, "whose data a lost laptop held: a workbook")
    sub.add_argument("device", metavar="DEVICE", type=_identity)
    sub.add_argument("out", metavar="OUT.xlsx", type=Path, help="a new file")
    sub.add_argument("--reason", default="", metavar="TEXT", help="who asked, and why; it is noted")

    add(subs, "notes", _notes, "who read recovery words and made breach packs, when and why")

    sub = add(subs, "recovery", _recovery, "a laptop's recovery words, for its people; it is noted")
    sub.add_argument(
        "device", metavar="DEVICE", type=_identity, nargs="?", help="without: what is kept"
    )
    sub.add_argument("--reason", default="", metavar="TEXT", help="who asked, and why")
    sub.add_argument("--yes", action="store_true", help="do not ask whether it is sure")

    add_key_commands(subs, common, add, _say)

    authorities = subs.add_parser(
        "authority", parents=[common], help="the province's own certificates"
    )
    authority_subs = authorities.add_subparsers(required=True, metavar="SUB")
    for name, work, text in (
        ("make", _make_authority, "an authority and a certificate for this hub, in a new folder"),
        ("renew", _renew, "the hub's certificate anew, for other names"),
    ):
        sub = add(authority_subs, name, None, text)
        sub.set_defaults(without_hub=work)
        sub.add_argument("folder", metavar="FOLDER", type=Path)
        sub.add_argument(
            "--host",
            metavar="NAME",
            action="append",
            required=True,
            help="a name or address that laptops type; may be given again",
        )
        if name == "make":
            sub.add_argument("--name", metavar="NAME", default="Tambon Rianru province authority")

    helds = subs.add_parser("held", parents=[common], help="work of laptops that were shut out")
    held_subs = helds.add_subparsers(required=True, metavar="SUB")
    add(held_subs, "list", _held, "what is held, by laptop")
    for name, run, text in (
        ("show", _held_show, "open what is held of a laptop, as JSON, to look at"),
        ("accept", _held_accept, "take it into the centre; the laptop stays shut out"),
        ("discard", _held_discard, "throw it away"),
    ):
        sub = add(held_subs, name, run, text)
        sub.add_argument("device", metavar="DEVICE", type=_identity)

    bundles = subs.add_parser("bundle", parents=[common], help="files brought on a stick")
    bundle_subs = bundles.add_subparsers(required=True, metavar="SUB")
    sub = add(bundle_subs, "accept", _accept, "take a laptop's bundle and write its receipt")
    sub.add_argument("file", metavar="FILE", type=Path)
    sub.add_argument("--receipt", metavar="OUT", type=Path, required=True, help="a new file")

    sub = add(subs, "export", _export, "records with their shown values, as JSON")
    sub.add_argument("out", metavar="OUT", type=Path, nargs="?", help="a new file; else stdout")
    sub.add_argument(
        "--urgent", action="store_true", help="urgent cases too, which only the named may read"
    )
    return parser


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--database", metavar="URL", help="SQLite or PostgreSQL, as a URL")
    common.add_argument("--json", action="store_true", help="one JSON object on stdout")
    return common


def _identity(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise argparse.ArgumentTypeError("not an id") from None


def _add_centre(hub: Hub, options: argparse.Namespace) -> None:
    identity = hub.add_centre(options.name, options.tambon).hex()
    _say(options, {"centre": identity}, identity)


def _centres(hub: Hub, options: argparse.Namespace) -> None:
    with hub.database.read() as connection:
        lines = read_overview(connection, hub.clock_ms()).centres
    text = "\n".join(
        f"{line.centre}  {line.tambon}  {line.name}  "
        f"laptops {len(line.devices)}  learners {line.records.get('learner', 0)}"
        for line in lines
    )
    _say(options, {"centres": msgspec.to_builtins(lines)}, text)


def _enrol_code(hub: Hub, options: argparse.Namespace) -> None:
    with hub.database.read() as connection:
        identity = centre_called(connection, options.centre)
    code = hub.make_code(identity)
    _say(options, {"code": code}, code)


def _devices(hub: Hub, options: argparse.Namespace) -> None:
    with hub.database.read() as connection:
        lines = read_devices(connection)
    text = "\n".join(
        f"{line.device}  {line.letters}  {line.name}  waiting {line.waiting}"
        f"{'  revoked' if line.revoked_ms is not None else ''}"
        for line in lines
    )
    _say(options, {"devices": msgspec.to_builtins(lines)}, text)


def _anchors(hub: Hub, options: argparse.Namespace) -> None:
    with hub.database.read() as connection:
        lines = read_anchors(connection, options.device)
    text = "\n".join(
        f"{line.device}  epoch {line.epoch}  entry {line.number}  {line.chain}"
        f"{f'  {line.problem.upper()}' if line.problem else ''}"
        for line in lines
    )
    _say(options, {"anchors": msgspec.to_builtins(lines)}, text)


def _revoke(hub: Hub, options: argparse.Namespace) -> None:
    hub.revoke(options.device)
    _say(options, {"revoked": options.device.hex()}, "revoked")


def _recoveries(hub: Hub, options: argparse.Namespace) -> None:
    lines = hub.recoveries()
    text = "\n".join(
        f"{line.device}  {line.letters}  {line.name}  "
        f"{f'kept {line.key_id}' if line.key_id else 'none'}"
        f"{f'  read {line.opened} times' if line.opened else ''}"
        for line in lines
    )
    _say(options, {"recoveries": msgspec.to_builtins(lines)}, text)


def _recovery(hub: Hub, options: argparse.Namespace) -> None:
    if options.device is None:
        _recoveries(hub, options)
        return
    if not options.yes:
        if not sys.stdin.isatty():
            raise Rejected("not_confirmed")
        asked = f"Show the words that open laptop {options.device.hex()}? It is noted. [yes/no] "
        if input(asked).strip().lower() not in ("yes", "y"):
            raise Rejected("not_confirmed")
    found = hub.open_recovery(options.device, who(), options.reason)
    words = "\n".join(f"{number:2}. {word}" for number, word in enumerate(found.words, 1))
    text = f"laptop {found.letters} {found.name}, key {found.key_id}\n{words}\n{found.code}"
    _say(options, msgspec.to_builtins(found), text)


def _breach(hub: Hub, options: argparse.Namespace) -> None:
    with hub.database.write() as connection:
        note_breach(connection, options.device, hub.clock_ms(), who(), options.reason)
        told = write_breach(connection, options.device, options.out, hub.clock_ms())
    text = f"{told['people']} people, {told['possible']} more perhaps; tell by {told['deadline']}"
    if not told["revoked"]:
        text += f"\nnot shut out yet: tambon-hub revoke {options.device.hex()}"
    _say(options, {**told, "file": str(options.out)}, text)


def _notes(hub: Hub, options: argparse.Namespace) -> None:
    with hub.database.read() as connection:
        notes = read_notes(connection)
    text = "\n".join(
        f"{in_thailand(datetime.fromtimestamp(each.at_ms / 1000, UTC)):%Y-%m-%d %H:%M}  "
        f"{each.what}  {each.device}  {each.by}  {each.reason}"
        for each in notes
    )
    _say(options, {"notes": msgspec.to_builtins(notes)}, text)


def _make_authority(options: argparse.Namespace) -> None:
    make_authority(options.folder, options.name, options.host)
    _say_certificates(options)


def _renew(options: argparse.Namespace) -> None:
    issue_server(options.folder, options.host)
    _say_certificates(options)


def _say_certificates(options: argparse.Namespace) -> None:
    files = {
        "authority": str(options.folder / AUTHORITY_FILE),
        "certificate": str(options.folder / SERVER_FILE),
        "certificate_key": str(options.folder / SERVER_KEY_FILE),
    }
    given = f"--certificate {files['certificate']} --certificate-key {files['certificate_key']}"
    _say(options, files, f"serve {given}")


def _held(hub: Hub, options: argparse.Namespace) -> None:
    lines = hub.held()
    text = "\n".join(
        f"{line.device}  {line.letters}  {line.changes} changes in {line.requests} requests"
        for line in lines
    )
    _say(options, {"held": msgspec.to_builtins(lines)}, text)


def _held_show(hub: Hub, options: argparse.Namespace) -> None:
    print(msgspec.json.encode({"changes": hub.show_held(options.device)}).decode())


def _held_accept(hub: Hub, options: argparse.Namespace) -> None:
    count = hub.accept_held(options.device)
    _say(options, {"accepted": count}, f"{count} changes taken in")


def _held_discard(hub: Hub, options: argparse.Namespace) -> None:
    count = hub.discard_held(options.device)
    _say(options, {"discarded": count}, f"{count} requests thrown away")


def _accept(hub: Hub, options: argparse.Namespace) -> None:
    content, answer = hub.accept_bundle(read_bounded(options.file), by_hand=True)
    write_new(options.receipt, content)
    aside = len(answer.refused)
    values = {"receipt": answer.receipt, "set_aside": aside, "file": str(options.receipt)}
    _say(options, values, f"receipt {answer.receipt}, {aside} set aside")


def _export(hub: Hub, options: argparse.Namespace) -> None:
    with hub.database.read() as connection:
        lines = (
            msgspec.json.encode(each.plain())
            for each in read_records(connection)
            if options.urgent or not kind_of(each.kind).secret
        )
        if options.out is not None:
            count = 0
            with open_own(options.out, "xb") as file:
                for line in lines:
                    file.write(line + b"\n")
                    count += 1
            _say(options, {"records": count, "file": str(options.out)}, f"{count} records")
        elif options.json:
            records = b",".join(lines).decode()
            print('{"records":[' + records + "]}")
        else:
            for line in lines:
                print(line.decode())


def _say(options: argparse.Namespace, values: dict[str, Any], text: str) -> None:
    if options.json:
        print(msgspec.json.encode(values).decode())
    elif text:
        print(text)


if __name__ == "__main__":
    sys.exit(main())
