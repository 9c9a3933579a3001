"""Examples of sync: the hub, sticks, other laptops, conflicts."""

from __future__ import annotations

from sync.identity import write_code
from tests.services.rights_world import ROSTER, Call, Place, call

# Their work is with a hub, which is not there: they say so, and that is as far as it goes.
NO_HUB = {"not_enrolled", "hub_no_sealing_key", "laptop_unknown", "offline", "hub_bad_address"}

SAYS = {
    "SyncService.enrol": {"offline", "hub_bad_address", "bad_address"},
    "SyncService.sync_now": NO_HUB,
    "HubLinkService.move": NO_HUB,
    "BundleService.write": NO_HUB,
    "StickService.write": NO_HUB,
    "StickService.found": NO_HUB,
    "CarryService.write_for": NO_HUB,
    "CarryService.parcel_for": NO_HUB,
    "CarryService.pass_on": NO_HUB,
    "CarryService.find": NO_HUB,
    "CarryService.laptops": NO_HUB,
    "NearService.start": NO_HUB,
    "NearService.hello": NO_HUB,
    "NearService.exchange": NO_HUB,
    "NearService.visit": NO_HUB | {"near_unreachable", "near_bad_address"},
    "DiagnosticService.gather": NO_HUB,
    # No file of a hub is at hand: what is no such file is refused.
    "BundleService.take_receipt": NO_HUB | {"bundle_damaged", "not_a_bundle", "bundle_unreadable"},
    "BundleService.take_receipt_bytes": NO_HUB | {"bundle_damaged", "not_a_bundle"},
    "CarryService.take": NO_HUB | {"bundle_damaged", "not_a_bundle"},
    "CarryService.take_parcel": NO_HUB | {"bundle_damaged", "not_a_bundle"},
    "StickService.take": NO_HUB | {"stick_not_ours", "bundle_damaged", "not_a_bundle"},
    # Nobody disagreed: there is no such conflict.
    "ConflictService.decide": {"conflict_unknown"},
    "ConflictService.reopen": {"conflict_unknown"},
}


def reading(place: Place) -> dict[str, Call]:
    """What looks, writes files, or keeps one's own things."""
    return {
        "LedgerService.receipts": call(),
        "LedgerService.visits": call(),
        "LedgerService.laptops": call(),
        "LedgerService.revoked_here": call(),
        "LedgerService.set_aside": call(),
        "SyncService.status": call(),
        "SyncService.waiting_by_kind": call(),
        "SyncService.sessions": call(),
        "BundleService.waiting": call(),
        "NearService.port": call(),
        "NearService.remembered": call(),
        "ConflictService.open": call(),
        "ConflictService.settled": call(),
        "DiagnosticService.gather": call(),
        "DiagnosticService.write": call(place.file("diagnostics.json")),
        "SyncService.enrol": call("http://127.0.0.1:9", write_code("A" * 12, bytes(32))),
        "SyncService.sync_now": call(),
        "SyncService.close": call(),
        "HubLinkService.now": call(),
        "HubLinkService.set_proxy": call("127.0.0.1:9"),
        "HubLinkService.move": call("http://127.0.0.1:9"),
        "BundleService.write": call(place.file("b.bundle")),
        "BundleService.take_receipt": call(ROSTER),
        "BundleService.take_receipt_bytes": call(b"no receipt"),
        "StickService.write": call(place.folder),
        "StickService.take": call(ROSTER),
        "StickService.found": call(place.folder),
        "CarryService.laptops": call(),
        "CarryService.write_for": call("00" * 8, place.file("p.parcel")),
        "CarryService.take": call(ROSTER),
        "CarryService.parcel_for": call(bytes(8), {}, 1000),
        "CarryService.take_parcel": call(b"no parcel"),
        "CarryService.keep_up": call(),
        "CarryService.pass_on": call(),
        "CarryService.find": call("00" * 8),
        "NearService.start": call("127.0.0.1", 0),
        "NearService.hello": call(bytes(80)),
        "NearService.exchange": call(b"no parcel"),
        "NearService.visit": call("127.0.0.1:9"),
        "NearService.stop": call(),
        "LedgerService.retry_set_aside": call(),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    return {
        "ConflictService.decide": call(["00" * 8], "mine"),
        "ConflictService.reopen": call(["00" * 8]),
    }
