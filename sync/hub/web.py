"""The staff's page: rendered here, no script, nothing fetched from elsewhere."""

from __future__ import annotations

import base64
import binascii
import hmac
import logging
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from resources.clock import in_thailand
from resources.words.names import kinds_name
from sync.address import is_here
from sync.hub.attempts import Attempts
from sync.hub.headers import may_ask_by
from sync.hub.holding import HeldLine, list_held
from sync.hub.overview import CentreLine, DeviceLine, Overview, read_overview
from sync.hub.service import Hub
from sync.hub.words import WORDS
from sync.stamps import TOLERANCE_MS

_log = logging.getLogger(__name__)

# What a server in front of the hub adds: whoever asks is not whom the connection comes from.
_OF_PROXIES: Final = ("x-forwarded-for", "x-real-ip", "forwarded", "via")
_STYLE: Final = """
:root{--surface:#f5f7f6;--raised:#fff;--border:#d5dedb;--text:#17211f;--muted:#55635f;
--primary:#0b6b62;--danger:#a3271f;--warning:#7a4b00;--warning-back:#fff3dc;--danger-back:#fdeae8}
@media (prefers-color-scheme:dark){:root{--surface:#121817;--raised:#1b2322;--border:#35413e;
--text:#e9efed;--muted:#a5b4b0;--primary:#5cc9bb;--danger:#ff9d94;--warning:#f3c46b;
--warning-back:#33290f;--danger-back:#3a1b18}}
*{box-sizing:border-box}
body{margin:0;background:var(--surface);color:var(--text);
font:16px/1.6 Sarabun,"Noto Sans Thai","Leelawadee UI",Thonburi,system-ui,sans-serif}
main{max-width:1120px;margin:0 auto;padding:24px}
header{display:flex;align-items:baseline;gap:16px;flex-wrap:wrap;margin-bottom:16px}
h1{font-size:28px;margin:0;color:var(--primary)}
header p{margin:0;color:var(--muted);flex:1}
a{color:var(--primary)}a:focus-visible{outline:3px solid var(--primary);outline-offset:2px}
.totals{display:grid;grid-template-columns:repeat(auto-fit,minmax(180px,1fr));gap:16px;
margin:0 0 24px;padding:0}
.totals div,section{background:var(--raised);border:1px solid var(--border);border-radius:8px}
.totals div{padding:12px 16px}.totals dt{color:var(--muted)}
.totals dd{margin:0;font-size:28px;font-weight:600;font-variant-numeric:tabular-nums}
section{padding:16px 24px;margin-bottom:16px}
section h2{font-size:20px;margin:0 0 4px}section>p{margin:0 0 12px;color:var(--muted)}
h3{font-size:16px;margin:16px 0 4px}
ul.kinds{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(220px,1fr));
gap:0 24px;margin:0;padding:0}
ul.kinds li{display:flex;justify-content:space-between;border-bottom:1px solid var(--border);
padding:4px 0}ul.kinds b{font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:6px 12px 6px 0;border-bottom:1px solid var(--border);
white-space:nowrap}th{color:var(--muted);font-weight:600}
td.n,th.n{text-align:right;padding-right:32px;font-variant-numeric:tabular-nums}
.tag{display:inline-block;border-radius:8px;padding:0 8px;margin-right:4px;
border:1px solid currentColor}.tag.warning{color:var(--warning);background:var(--warning-back)}
.tag.danger{color:var(--danger);background:var(--danger-back)}.tag.fine{color:var(--primary)}
"""


def staff_routes(hub: Hub, password: str, names: Sequence[str] = ()) -> list[Route]:
    """The page's routes; without a password only this machine may look.

    `names` are those by which browsers may ask for it.
    """
    attempts = Attempts()

    async def page(request: Request) -> Response:
        refusal = _refusal(request, password, names, attempts)
        if refusal is not None:
            return refusal
        language = "en" if request.query_params.get("lang") == "en" else "th"

        def draw() -> str:
            with hub.database.read() as connection:
                held = list_held(connection)
                return render(read_overview(connection, hub.clock_ms()), language, held)

        return HTMLResponse(await run_in_threadpool(draw))

    return [Route("/", page, methods=["GET"])]


def render(overview: Overview, language: str, held: Sequence[HeldLine] = ()) -> str:
    """The page as HTML; `language` is "th" or "en"; `held` is what shut-out laptops brought."""
    words = WORDS[language]
    other = "en" if language == "th" else "th"
    centres = overview.centres
    totals = (
        ("centres", len(centres)),
        ("learners", sum(line.records.get("learner", 0) for line in centres)),
        ("devices", sum(len(line.devices) for line in centres)),
        ("waiting", sum(each.waiting for line in centres for each in line.devices)),
    )
    figures = "".join(f"<div><dt>{words[name]}</dt><dd>{n:,}</dd></div>" for name, n in totals)
    body = _held(overview, held, language)
    body += "".join(_centre(line, overview.now_ms, language) for line in centres)
    if not centres:
        body = f"<section><p>{words['empty']}</p></section>"
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{words['title']}</title><style>{_STYLE}</style></head><body><main>"
        f"<header><h1>{words['heading']}</h1>"
        f"<p>{words['at']} {_moment(overview.now_ms, language)}</p>"
        f'<a href="/?lang={other}" hreflang="{other}" lang="{other}">{words["other"]}</a></header>'
        f'<dl class="totals">{figures}</dl>{body}</main></body></html>'
    )


def _held(overview: Overview, lines: Sequence[HeldLine], language: str) -> str:
    """What waits for a person of the staff: whose work, how much of which kind, and what to do."""
    if not lines:
        return ""
    words = WORDS[language]
    names = {line.centre: line.name for line in overview.centres}
    rows = "".join(
        f"<tr><td>{escape(names.get(line.centre, ''))}</td><td>{escape(line.letters)}</td>"
        f"<td>{escape(line.device)}</td><td>{_ago(overview.now_ms - line.newest_ms, language)}</td>"
        f'<td class="n">{line.changes:,}</td><td>{_kinds(line.records, language)}</td></tr>'
        for line in lines
    )
    heads = "".join(
        f'<th scope="col"{css}>{words[name]}</th>'
        for name, css in (
            ("centres", ""), ("letters", ""), ("device", ""), ("brought", ""),
            ("changes", ' class="n"'), ("records", ""),
        )
    )  # fmt: skip
    return (
        f"<section><h2>{words['held']}</h2><p>{words['held_what']}</p>"
        f'<div class="scroll"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
        f"</div><p>{words['held_how']}</p></section>"
    )


def _kinds(records: Mapping[str, int], language: str) -> str:
    return escape(", ".join(f"{kinds_name(kind, language)} {n:,}" for kind, n in records.items()))


def _centre(line: CentreLine, now_ms: int, language: str) -> str:
    words = WORDS[language]
    notes = "".join(
        f'<span class="tag warning">{words[name]} {count:,}</span>'
        for name, count in (("set_aside", line.set_aside), ("held", line.held))
        if count
    )
    kinds = "".join(
        f"<li><span>{escape(kinds_name(kind, language))}</span><b>{count:,}</b></li>"
        for kind, count in sorted(line.records.items(), key=lambda item: (-item[1], item[0]))
    )
    records = f'<ul class="kinds">{kinds}</ul>' if kinds else f"<p>{words['no_records']}</p>"
    rows = "".join(_device(each, now_ms, language) for each in line.devices)
    heads = "".join(
        f'<th scope="col"{css}>{words[name]}</th>'
        for name, css in (
            ("device", ""),
            ("letters", ""),
            ("seen", ""),
            ("waiting", ' class="n"'),
            ("state", ""),
        )
    )
    table = (
        f'<div class="scroll"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
        "</div>"
        if rows
        else f"<p>{words['no_devices']}</p>"
    )
    return (
        f"<section><h2>{escape(line.name)}</h2>"
        f"<p>{words['tambon']} {escape(line.tambon)} {notes}</p>{table}"
        f"<h3>{words['records']}</h3>{records}</section>"
    )


def _device(each: DeviceLine, now_ms: int, language: str) -> str:
    words = WORDS[language]
    tags = []
    if each.revoked_ms is not None:
        tags.append(("danger", "revoked"))
    if each.tampered:
        tags.append(("danger", "tampered"))
    if each.restarts:
        tags.append(("warning", "restored"))
    if abs(each.clock_off_ms) > TOLERANCE_MS:
        tags.append(("warning", "clock"))
    if not tags:
        tags.append(("fine", "active"))
    state = "".join(f'<span class="tag {css}">{words[name]}</span>' for css, name in tags)
    seen = words["never"] if each.seen_ms is None else _ago(now_ms - each.seen_ms, language)
    return (
        f"<tr><td>{escape(each.name)}</td><td>{escape(each.letters)}</td><td>{seen}</td>"
        f'<td class="n">{each.waiting:,}</td><td>{state}</td></tr>'
    )


def _ago(ms: int, language: str) -> str:
    minutes = max(ms, 0) // 60_000
    for unit, size in (("days", 24 * 60), ("hours", 60), ("minutes", 1)):
        if minutes >= size:
            return WORDS[language][unit].format(n=minutes // size)
    return WORDS[language]["just_now"]


def _moment(ms: int, language: str) -> str:
    when = in_thailand(datetime.fromtimestamp(ms / 1000, UTC))
    year = when.year + 543 if language == "th" else when.year
    return f"{when.day}/{when.month}/{year} {when:%H:%M}"


def _refusal(
    request: Request, password: str, names: Sequence[str], attempts: Attempts
) -> Response | None:
    host = request.headers.get("host", "")
    if not may_ask_by(host, names):
        return _plain(421, "421: TAMBON_HUB_NAMES")
    if not password:
        return None if _is_here(request) else _plain(403, "403")
    sender = _sender(request)
    seconds = attempts.wait(sender)
    if seconds:
        return _plain(429, "429", {"Retry-After": str(seconds)})
    given = _given_password(request)
    if hmac.compare_digest(given.encode(), password.encode()):
        attempts.passed(sender)
        return None
    if given:
        wrong = attempts.failed(sender)
        _log.warning("a wrong staff password from %s, the %d. in a row", sender, wrong)
    return _plain(401, "401", {"WWW-Authenticate": 'Basic realm="hub", charset="UTF-8"'})


def _sender(request: Request) -> str:
    """Who is slowed down; behind a server on this machine, of which nobody told, its last word.

    Else one who guesses through it would keep everybody out.
    """
    here = request.client.host if request.client is not None else ""
    told = request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    return told if told and is_here(here) else here


def _plain(status: int, text: str, headers: Mapping[str, str] | None = None) -> Response:
    return Response(text, status_code=status, headers=headers, media_type="text/plain")


def _is_here(request: Request) -> bool:
    # Servers in front of others speak HTTP/1.0 to them where nobody told them to say who asks.
    through_another = any(name in request.headers for name in _OF_PROXIES)
    if request.client is None or through_another or request.scope["http_version"] == "1.0":
        return False
    return is_here(request.client.host)


def _given_password(request: Request) -> str:
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return ""
    try:
        return base64.b64decode(given, validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""
