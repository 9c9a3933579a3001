"""What a text of a record may be: how long, and of which characters; the same on every computer.

Both ends read it, and it reads nothing. A laptop asks where text is typed and imported, and again,
like the hub, of what arrives: so its own words always fit, and a stranger's never stop a print.
"""

from __future__ import annotations

import re
from typing import Any, Final

LINE_LETTERS: Final = 500
"""Most letters of what stands in one line: a name, a number, a code, a day."""

TEXT_LETTERS: Final = 20_000
"""Most letters of everything else, fields of a newer program among them: some ten pages."""

MARK_LETTERS: Final = 100_000
"""Most letters of a centre's letterhead, in which its mark stands as base64: 60 kB of picture."""

LINES_OF_A_MONTH: Final = 100_000
"""Most letters of the ids that a month was closed with: more than three thousand lines."""

_OWN: Final = {
    ("centre", "letterhead"): MARK_LETTERS,
    ("fund_month", "entries"): LINES_OF_A_MONTH,
}

TOO_LONG: Final = "too_long"
BAD_TEXT: Final = "bad_text"


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


LINES: Final = _names(
    """
    access after_days agreed_on anonymised_on approval area asked_by asked_on assessor_name
    assistance attendance.note basis birth birth_text by_name call_as cancel_reason capacity_on
    capacity_unit capital.capital_type capital.interest capital.noted_on carer carer_phone
    case_kind case_step chain channel check_result cleared_on close_reason closed_on code
    code_kind committee community_code competence confirmed_on contact_kind contact_try.result
    content_hash course course_kind crops current_place curriculum.community
    curriculum.written_on curriculum_move.held decision decline_reason details device dimension
    document_kind done_on due_on education.outcome electricity en ended ends_on enter_by
    entry_kind erased ethnic_own_name evidence_kind expires_on extent family_status file_name
    finish_rule form_version framework free_when from_state from_time fund fund_kind given
    goods_kind hamlet happened_on house_number how indicator institution internet interpreter
    issued_on issuer item joined_on kept_until known_by land_right language last_left last_place
    leaving_reason left_on level level_completed level_current level_last match_move.reason
    means media_type middle month moo mother_tongue mou_from mou_number mou_until move name
    name_en name_th needed_by next_on next_review_on nickname number occupation on opened_on
    organisation origin other_contact own_name owner_kind owner_name part pathway phone
    phone_signal place position printed_on priority provider provider_type purpose raised_on
    received_on receiver recipient record_kind referral_move.result referral_reply.answer
    referral_reply.said registered_on relation religion repeats resolution restricted_on
    review.result role round said school school_class screened_on screening seal sector seen_by
    sent_on served_what service sex share sheet signed_on signer signer_power signer_relation
    since situation skill_measure.instrument skill_measure.phase skill_measure.self_level
    skill_measure.skill source span stamp started starts_on state status stay_until step subject
    subject_code surname taken_on talk_language tambon term text_en th title to_state to_time
    topic trace_result treatment_right unit until urgency urgent_try.result valid_to value
    verified_on vocabulary water way whom withdrawn_by withdrawn_on work_by
    """
)
"""Fields of one line, of whatever kind; after a point, where only that kind's is one."""

# What neither a table nor a print can hold; tabs and line breaks are no such thing.
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def most_letters(kind: str, name: str) -> int:
    """How many letters a text of this field may have."""
    if own := _OWN.get((kind, name)):
        return own
    return LINE_LETTERS if name in LINES or f"{kind}.{name}" in LINES else TEXT_LETTERS


def text_fault(kind: str, name: str, value: Any) -> str:
    """Why a value may not stand in a field because of its text, "" where it may.

    TOO_LONG, or BAD_TEXT for a character that can be neither seen nor printed. Of a list or a map
    every text in it is looked at, and all of them together count.
    """
    if isinstance(value, str):
        if len(value) > LINE_LETTERS and len(value) > most_letters(kind, name):
            return TOO_LONG
        if not value.isprintable() and _CONTROLS.search(value):
            return BAD_TEXT
    elif isinstance(value, (list, tuple, dict)):
        texts = [each for each in _leaves(value) if isinstance(each, str)]
        own = _OWN.get((kind, name))
        if sum(map(len, texts)) > (own or TEXT_LETTERS):
            return TOO_LONG
        place = name if own else ""
        return next(filter(None, (text_fault(kind, place, each) for each in texts)), "")
    return ""


def seen(text: str) -> str:
    """The text without characters that can be neither seen nor printed; old breaks are breaks."""
    return text if text.isprintable() else _CONTROLS.sub(_break_or_nothing, text)


def _break_or_nothing(found: re.Match[str]) -> str:
    return "\n" if found.group() in "\x0b\x0c" else ""


def _leaves(value: Any) -> list[Any]:
    """What lists and maps hold in the end, keys among them; without recursion, however deep."""
    found, waiting = [], [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            waiting += [*each.keys(), *each.values()]
        elif isinstance(each, (list, tuple)):
            waiting += each
        else:
            found.append(each)
    return found
