"""Help: what is asked and offered, referrals, funds, capital, and who is to be looked for."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from desktop.migrations.pieces import link, moves, needs_change, several, synced_table, words

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of each."""
    _needs()
    _funds()
    _referrals()
    _leads()
    _matches()
    _tries()
    _duty()
    _urgent_chain()
    _carried_out()
    _capital()


def _needs() -> None:
    """What is needed and what is offered, with their moves."""
    need = (
        sa.Column("name", sa.String(), nullable=False),
        *(link(name) for name in ("learner_id", "household_id", "village_id")),
        *words("course", "assistance", "text", "unit", "urgency", "needed_by", "repeats", "share"),
        sa.Column("quantity", sa.Double(), nullable=True),
        *words("confirmed_on", "note"),
        link("confirmed_by"),
        link("last_move_id"),
        *_found_by(),
    )
    whose = ("learner_id", "household_id", "village_id")
    synced_table("need", need, *whose, "assistance", "last_move_id", "sort_key")
    synced_table("need_move", (link("need_id", needed=True), *moves()), "by_id", "need_id")
    offer = (
        sa.Column("name", sa.String(), nullable=False),
        link("partner_id"),
        link("person_id"),
        link("capital_id"),
        *words("assistance", "text", "unit", "conditions", "since", "until", "confirmed_on"),
        sa.Column("quantity", sa.Double(), nullable=True),
        *several("months_open", "villages", "languages"),
        *words("note"),
        link("confirmed_by"),
        link("last_move_id"),
        *_found_by(),
    )
    givers = ("partner_id", "person_id", "capital_id")
    synced_table("offer", offer, *givers, "assistance", "last_move_id", "sort_key")
    synced_table("offer_move", (link("offer_id", needed=True), *moves()), "by_id", "offer_id")


def _matches() -> None:
    """A need and an offer that may come together, with their moves."""
    match = (
        *(link(name) for name in ("need_id", "offer_id", "last_move_id")),
        *words("assistance", "unit", "due_on"),
    )
    synced_table("match", match, "need_id", "offer_id", "last_move_id")
    move = (
        link("match_id", needed=True),
        *moves(),
        sa.Column("quantity", sa.Double(), nullable=True),
        *words("receiver", "how"),
    )
    synced_table("match_move", move, "by_id", "match_id")


def _tries() -> None:
    """Tries to reach somebody, for a referral, a search or an urgent case."""
    tried = (
        *map(_text, ("way", "result", "on")),
        *words("whom", "next_on", "note"),
        link("by"),
    )
    owners = ("referral_id", "lead_id")
    synced_table("contact_try", (*map(link, owners), *tried), *owners)
    synced_table("urgent_try", (link("case_id", needed=True), *tried), "case_id")


def _carried_out() -> None:
    """What carries out an action of a plan."""
    for name in ("referral_id", "match_id", "fund_entry_id"):
        op.add_column("action", link(name))
        op.create_index(op.f(f"ix_action_{name}"), "action", [name])
    op.execute("DROP TRIGGER action_needs_change")
    op.execute(needs_change("action"))


def _capital() -> None:
    """What the villages have, with its moves."""
    capital = (
        _text("name"),
        *words("capital_type", "text", "owner_name", "place", "capacity_unit", "interest"),
        *map(link, ("person_id", "partner_id", "village_id", "told_by_id")),
        sa.Column("capacity_number", sa.Integer(), nullable=True),
        *several("months_open", "groups_served"),
        sa.Column("teaches", sa.Boolean(), nullable=True),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        *words("noted_on", "confirmed_on", "note"),
        link("confirmed_by"),
        link("last_move_id"),
        *_found_by(),
    )
    leads_to = ("person_id", "partner_id", "village_id", "told_by_id")
    synced_table("capital", capital, *leads_to, "capital_type", "last_move_id", "sort_key")
    synced_table("capital_move", (link("capital_id", needed=True), *moves()), "by_id", "capital_id")


def _urgent_chain() -> None:
    """Whom one tells of an urgent case at each step, and that they were told."""
    step = (_text("step"), *map(link, ("partner_id", "person_id")), *words("phone"))
    synced_table("urgent_step", step, "partner_id", "person_id")
    handing = (
        link("case_id", needed=True),
        *map(_text, ("step", "how", "reason")),
        sa.Column("at", sa.Integer(), nullable=False),
        link("by"),
        *words("whom"),
    )
    synced_table("urgent_handing", handing, "case_id")


def _duty() -> None:
    """Who answers in a day or a night."""
    duty = (
        *map(_text, ("on", "span")),
        *map(link, ("user_id", "person_id")),
        *words("phone", "area", "note"),
    )
    synced_table("duty", duty, "on", "person_id")


def _found_by() -> tuple[sa.Column[str], ...]:
    """What a laptop keeps for itself: the order in lists, and what a record is found by."""
    return tuple(
        sa.Column(name, sa.String(), nullable=False) for name in ("sort_key", "search_key")
    )


def _funds() -> None:
    fund = (
        _text("name"),
        *words("owner_kind", "owner_name", "fund_kind", "purpose", "confirmed_on", "note"),
        link("partner_id"),
        *several("purposes", "villages", "signatories"),
        sa.Column("approval_limit", sa.Integer(), nullable=True),
        link("confirmed_by"),
        _text("sort_key"),
        _text("search_key"),
        link("last_move_id"),
    )
    synced_table("fund", fund, "last_move_id", "partner_id", "sort_key")
    synced_table("fund_move", (link("fund_id", needed=True), *moves()), "by_id", "fund_id")
    entry = (
        _text("entry_kind"),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("effect", sa.Integer(), nullable=False),
        link("to_fund_id"),
        *words("resolution"),
    )
    synced_table("fund_entry", (*entry, *_book_line()), *_BOOK_INDEXED)
    for first in ("fund_id", "to_fund_id"):
        op.create_index(op.f(f"ix_fund_entry_{first}_on"), "fund_entry", [first, "on"])
    goods: tuple[sa.Column[Any], ...] = (
        _text("goods_kind"),
        _text("item"),
        sa.Column("quantity", sa.Double(), nullable=False),
        _text("unit"),
        sa.Column("effect", sa.Double(), nullable=False),
        sa.Column("estimated_value", sa.Integer(), nullable=True),
        link("valued_by_id"),
        link("entry_id"),
        _text("search_key"),
    )
    synced_table(
        "goods_entry", (*goods, *_book_line()), *_BOOK_INDEXED,
        "valued_by_id", "entry_id", "search_key",
    )  # fmt: skip
    month = (
        link("fund_id", needed=True),
        _text("month"),
        _text("closed_on"),
        sa.Column("balance", sa.Integer(), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=True),
        sa.Column("entries", sa.LargeBinary(), nullable=False),
        *words("note"),
    )
    synced_table("fund_month", month, "fund_id")


_BOOK_INDEXED = (
    "fund_id", "number", "party_id", "partner_id", "helped_id", "by_id", "approved_by_id",
    "reverses_id", "need_id", "match_id",
)  # fmt: skip


def _book_line() -> tuple[sa.Column[Any], ...]:
    """What the lines of every book have."""
    return (
        link("fund_id", needed=True),
        _text("on"),
        *words("number", "purpose", "details", "approval", "reason", "happened_on"),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        *map(link, ("party_id", "partner_id", "helped_id", "by_id")),
        *map(link, ("approved_by_id", "reverses_id", "need_id", "match_id")),
    )


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=False)


def _referrals() -> None:
    """Referrals, their moves, and what was sent with them."""
    referral = (
        link("learner_id", needed=True),
        *(link(name) for name in ("partner_id", "receiver_id")),
        *words("service", "urgency", "reason", "done_already", "asked", "language", "cautions"),
        *words("enter_by", "stay_until", "work_by", "confirmed_on", "note"),
        link("confirmed_by"),
        link("last_move_id"),
    )
    synced_table("referral", referral, "last_move_id", "learner_id", "partner_id", "receiver_id")
    move = (
        link("referral_id", needed=True),
        *moves(),
        *words("channel", "basis", "basis_reason", "until", "decline_reason", "decision"),
        *words("extent", "served_what", "known_by", "result", "after_days", "check_result"),
        *(link(name) for name in ("consent_id", "next_id")),
    )
    synced_table("referral_move", move, "by_id", "referral_id")
    sending = (
        *(link(name) for name in ("whom_id", "matter_id", "words_id", "partner_id")),
        link("receiver_id"),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("sent_on", sa.String(), nullable=False),
        *words("channel", "seal"),
    )
    synced_table("referral_sending", sending, "matter_id", "number", "whom_id")
    snapshot = (
        link("learner_id", needed=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("sent_at", sa.Integer(), nullable=False),
    )
    synced_table("referral_words", snapshot, "learner_id")
    _replies()


def _replies() -> None:
    """Answers to slips, and those that wait for their referral."""
    reply = (
        link("referral_id"),
        *map(_text, ("number", "answer", "done_on", "said")),
        link("by_id"),
        *words("channel", "institution", "until", "decline_reason", "extent", "served_what"),
        *words("note"),
    )
    synced_table("referral_reply", reply, "by_id", "number", "referral_id")


def _leads() -> None:
    """Start lists, who stands on them, and what came of looking for them."""
    synced_table(
        "lead_list",
        (
            sa.Column("name", sa.String(), nullable=False),
            *words("source", "received_on", "file_name", "note"),
            *several("headings", "left_out"),
        ),
    )
    synced_table(
        "lead",
        (
            link("person_id", needed=True),
            link("list_id"),
            link("village_id"),
            link("facilitator_id"),
            *words("source", "hamlet", "address", "school", "school_class", "left_on", "carer"),
            *words("carer_phone", "says", "priority", "note", "kept_until", "kept_reason"),
            link("last_move_id"),
        ),
        *("facilitator_id", "last_move_id", "list_id", "person_id", "village_id"),
    )
    synced_table(
        "lead_move",
        (link("lead_id", needed=True), link("registered_id"), *words("place"), *moves()),
        *("by_id", "lead_id", "registered_id"),
    )
    synced_table(
        "lead_number",
        (
            link("lead_id", needed=True),
            sa.Column("code_kind", sa.String(), nullable=False),
            sa.Column("value", sa.String(), nullable=False),
            sa.Column("checksum_confirmed", sa.Boolean(), nullable=False),
        ),
        *("lead_id", "value"),
    )
    synced_table(
        "lead_row",
        (
            link("lead_id", needed=True),
            link("list_id", needed=True),
            sa.Column("sheet", sa.String(), nullable=False),
            sa.Column("number", sa.Integer(), nullable=False),
            *several("cells"),
        ),
        *("lead_id", "list_id"),
    )
    synced_table(
        "lead_sheet",
        (
            sa.Column("code", sa.String(), nullable=False),
            sa.Column("printed_on", sa.String(), nullable=False),
            link("village_id"),
            link("facilitator_id"),
            *several("leads"),
        ),
        "code",
    )
