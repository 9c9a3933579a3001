"""Every kind of record in one table: how it travels, who settles its conflicts, what it may show.

Both ends read it, and it reads nothing. A kind that is not here comes from a newer version and
follows the ordinary rule: sent last, merged field by field, sealed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class Lane(IntEnum):
    """A queue with its own gapless sequence; a lower lane is sent first."""

    URGENT = 0
    PEOPLE = 1
    REST = 2
    ATTACHMENTS = 3


class Review(IntEnum):
    """What becomes of two writes that did not see each other."""

    SILENT = 0  # never reported: append-only kinds, fields the machine writes
    LISTED = 1  # the later one is shown, the other is listed and can be fetched back
    ASKED = 2  # the later one is shown meanwhile, and a person is asked


@dataclass(frozen=True, slots=True)
class Kind:
    """What is so of every record of a kind.

    Attributes:
        lane: the queue that its changes wait in.
        review: what becomes of two writes of a field; `asked` names fields that a person decides
            where the kind as a whole is not asked about.
        open: fields that may be read in the clear and counted at the hub. Everything else tells of
            people, and is for the laptops only; so are all fields of a kind without a row.
        sensitive: its records, or some of them, may tell what PDPA section 26 protects, or of
            justice and harm. Which ones its fields say (`guards`); without such a field all do.
        secret: that there is a record is told to those only whom it names.
        snapshot: what was sent of somebody, word for word. It is written once, nothing of it but
            its links may be read at the hub, and it is destroyed with the person; the seal of it
            stays in the record that tells of the sending.
    """

    lane: Lane = Lane.REST
    review: Review = Review.LISTED
    asked: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()
    sensitive: bool = False
    secret: bool = False
    snapshot: bool = False

    def __post_init__(self) -> None:
        """ValueError for a snapshot that could be rewritten, or read at the hub."""
        if self.snapshot and (self.review is not Review.SILENT or not self.sensitive):
            raise ValueError("a snapshot is written once, and sensitive")
        if self.snapshot and any(not name.endswith("_id") for name in self.open):
            raise ValueError("of a snapshot only links may be open")


OPEN_EVERYWHERE: Final = frozenset({"deleted", "erased", "verified_on"})
"""Fields that every kind has and that tell nothing of anybody."""

_URGENT, _PEOPLE, _ATTACHMENTS = Lane.URGENT, Lane.PEOPLE, Lane.ATTACHMENTS
_SILENT, _ASKED = Review.SILENT, Review.ASKED


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


KINDS: Final[dict[str, Kind]] = {
    "action": Kind(
        _PEOPLE,
        open=_names("plan_id goal_id provider_type hours budget starts_on ends_on state"),
    ),
    "assessment": Kind(
        _PEOPLE, open=_names("learner_id framework framework_version round on complete")
    ),
    "attachment_piece": Kind(_ATTACHMENTS, _SILENT),
    "attendance": Kind(
        _PEOPLE, _SILENT, open=_names("session_id enrolment_id code minutes source")
    ),
    "audit_anchor": Kind(review=_SILENT, open=_names("device epoch number chain at")),
    "audit_entry": Kind(review=_SILENT),
    "capital": Kind(
        _PEOPLE,
        asked=_names("last_move_id"),
        open=_names("partner_id person_id village_id noted_on confirmed_on"),
        sensitive=True,
    ),
    "capital_move": Kind(
        _PEOPLE, _SILENT,
        open=_names("capital_id move from_state to_state after_id reverses_id done_on"),
    ),
    # Carers and consent speak for somebody: a person decides every field of them.
    "carer": Kind(_PEOPLE, _ASKED, open=_names("learner_id")),
    "centre": Kind(_PEOPLE, open=_names("tambon sample")),
    "competence": Kind(
        _PEOPLE,
        asked=_names("last_move_id"),
        open=_names("person_id partner_id competence hours on valid_to last_move_id"),
    ),
    "competence_move": Kind(
        _PEOPLE, _SILENT,
        open=_names("competence_id move from_state to_state after_id reverses_id done_on"),
    ),
    "consent": Kind(
        _PEOPLE, _ASKED,
        open=_names("learner_id purpose basis granted signed_on until withdrawn_on"),
    ),
    "contact": Kind(_PEOPLE, _SILENT, open=_names("learner_id on"), sensitive=True),
    "contact_try": Kind(_PEOPLE, _SILENT, open=_names("referral_id lead_id on")),
    "course": Kind(
        _PEOPLE,
        asked=_names("last_move_id"),
        open=_names(
            "course_kind curriculum_id partner_id teacher_id village_id villages groups_served"
            " skill_groups key_skills starts_on ends_on hours capacity minimum rule_percent"
            " finish_rule cost fund_id last_move_id"
        ),
    ),
    "course_move": Kind(
        _PEOPLE, _SILENT,
        open=_names(
            "course_id move from_state to_state after_id reverses_id done_on people finished"
            " given_hours"
        ),
    ),
    # What was accepted is one move whole: two that did not see each other are asked about.
    "credit_item": Kind(
        _PEOPLE,
        asked=_names("last_move_id"),
        open=_names(
            "learner_id origin hours starts_on ends_on level subject credits receiver_id"
            " last_move_id"
        ),
    ),
    "credit_item_move": Kind(
        _PEOPLE, _SILENT,
        open=_names(
            "credit_item_id move from_state to_state after_id reverses_id done_on receiver_id"
            " credits level subject"
        ),
    ),
    "curriculum": Kind(
        asked=_names("last_move_id"),
        open=_names(
            "version previous_id groups_served key_skills skill_groups dimensions hours months_open"
            " languages village_id shareable written_on last_move_id"
        ),
    ),
    "curriculum_move": Kind(
        review=_SILENT,
        open=_names("curriculum_id move from_state to_state after_id reverses_id done_on"),
    ),
    "curriculum_unit": Kind(open=_names("curriculum_id number hours")),
    "device": Kind(_PEOPLE, asked=_names("revoked")),
    "document": Kind(open=_names("learner_id village_id session_id"), sensitive=True),
    # Two laptops that put somebody else on the same night: a person says who answers.
    "duty": Kind(_PEOPLE, asked=_names("user_id person_id"), open=_names("on span")),
    "education": Kind(_PEOPLE, open=_names("learner_id level pathway started ended")),
    "enrolment": Kind(
        _PEOPLE,
        asked=_names("last_move_id learner_id person_id"),
        open=_names("course_id learner_id person_id role joined_on left_on source last_move_id"),
    ),
    "enrolment_move": Kind(
        _PEOPLE, _SILENT,
        open=_names(
            "enrolment_id move from_state to_state after_id reverses_id done_on leaving_reason"
            " percent"
        ),
    ),
    "evidence": Kind(
        _PEOPLE,
        asked=_names("last_move_id"),
        open=_names(
            "learner_id course_id session_id credit_item_id evidence_kind on last_move_id"
        ),
    ),
    "evidence_move": Kind(
        _PEOPLE, _SILENT,
        open=_names("evidence_id move from_state to_state after_id reverses_id done_on"),
    ),
    "fund": Kind(
        _PEOPLE,
        asked=_names("last_move_id"),
        open=_names(
            "owner_kind partner_id fund_kind purposes villages approval_limit confirmed_on"
            " last_move_id"
        ),
    ),
    # The books: what was written stays, on whichever laptop it was written.
    "fund_entry": Kind(
        _PEOPLE, _SILENT,
        open=_names("fund_id to_fund_id entry_kind on amount effect purpose reverses_id"),
    ),
    "fund_month": Kind(_PEOPLE, _SILENT, open=_names("fund_id month closed_on balance counted")),
    "fund_move": Kind(
        _PEOPLE, _SILENT,
        open=_names("fund_id move from_state to_state after_id reverses_id done_on"),
    ),
    "goal": Kind(_PEOPLE, open=_names("plan_id dimension target_level due_on state")),
    "goods_entry": Kind(
        _PEOPLE, _SILENT,
        open=_names("fund_id goods_kind on quantity effect purpose entry_id reverses_id"),
    ),
    "hamlet": Kind(_PEOPLE, open=_names("village_id sample")),
    "hett_dimension": Kind(open=_names("framework_version code")),
    "hett_framework": Kind(open=_names("code version active")),
    "hett_indicator": Kind(
        open=_names("framework_version dimension code sensitive hidden position")
    ),
    "hett_level": Kind(open=_names("framework_version indicator level")),
    "household": Kind(_PEOPLE, open=_names("village_id")),
    "kpc_entry": Kind(
        _PEOPLE,
        asked=_names("last_move_id"),
        open=_names("learner_id level term part hours last_move_id"),
    ),
    "kpc_entry_move": Kind(
        _PEOPLE, _SILENT,
        open=_names("kpc_entry_id move from_state to_state after_id reverses_id done_on hours"),
    ),
    # Who is looked for is somebody: what the list says of them is for the laptops only.
    "lead": Kind(
        _PEOPLE,
        asked=_names("last_move_id"),
        open=_names("person_id list_id source village_id priority facilitator_id last_move_id"),
    ),
    "lead_list": Kind(_PEOPLE, open=_names("source received_on")),
    "lead_move": Kind(
        _PEOPLE, _SILENT,
        open=_names("lead_id move from_state to_state after_id reverses_id done_on"),
    ),
    "lead_number": Kind(_PEOPLE, open=_names("lead_id")),
    "lead_row": Kind(_PEOPLE, _SILENT, open=_names("lead_id"), sensitive=True),
    "lead_sheet": Kind(_PEOPLE, _SILENT, open=_names("code printed_on village_id leads")),
    "learner": Kind(
        _PEOPLE,
        # Whether a record may be used at all is for a person to settle too.
        asked=_names(
            "given surname birth sex status household_id restricted_on anonymised_on"
        ),
        open=_names(
            "sex status case_step close_reason trace_result village_id level_completed level_last"
            " level_current last_left facilitator_id registered_on merged_into restricted_on"
            " closed_on anonymised_on"
        ),
    ),
    "learner_code": Kind(_PEOPLE, _ASKED, open=_names("learner_id"), sensitive=True),
    "learner_group": Kind(_PEOPLE, open=_names("learner_id"), sensitive=True),
    "learner_private": Kind(_PEOPLE, open=_names("learner_id"), sensitive=True),
    "leaving_reason": Kind(_PEOPLE, open=_names("learner_id"), sensitive=True),
    "map_pin": Kind(_PEOPLE, open=_names("document_id capital_id")),
    "match": Kind(
        _PEOPLE,
        asked=_names("last_move_id"),
        open=_names("need_id offer_id assistance due_on last_move_id"),
    ),
    "match_move": Kind(
        _PEOPLE, _SILENT,
        open=_names(
            "match_id move from_state to_state after_id reverses_id done_on quantity receiver how"
            " reason"
        ),
    ),
    "mentor": Kind(
        _PEOPLE,
        asked=_names("last_move_id"),
        open=_names("person_id partner_id confirmed_on"),
        sensitive=True,
    ),
    "mentor_move": Kind(
        _PEOPLE, _SILENT,
        open=_names("mentor_id move from_state to_state after_id reverses_id done_on"),
    ),
    # Two moves that did not see each other: which of them stands is for a person.
    "need": Kind(
        _PEOPLE,
        asked=_names("last_move_id share"),
        open=_names(
            "learner_id household_id village_id assistance quantity urgency needed_by repeats share"
            " confirmed_on last_move_id"
        ),
    ),
    "need_move": Kind(
        _PEOPLE, _SILENT,
        open=_names("need_id move from_state to_state after_id reverses_id done_on"),
    ),
    "offer": Kind(
        _PEOPLE,
        asked=_names("last_move_id"),
        open=_names(
            "partner_id person_id capital_id assistance quantity since until months_open villages"
            " languages confirmed_on last_move_id"
        ),
    ),
    "offer_move": Kind(
        _PEOPLE, _SILENT,
        open=_names("offer_id move from_state to_state after_id reverses_id done_on"),
    ),
    "partner": Kind(
        _PEOPLE,
        asked=_names("last_move_id"),
        open=_names(
            "sector provider_type is_school tsqm skill_groups groups_served groups_not_served"
            " languages villages village_id months_open capacity_number capacity_free capacity_on"
            " mou_from mou_until confirmed_on province_partner_id merged_into last_move_id"
        ),
    ),
    "partner_contact": Kind(
        _PEOPLE, open=_names("partner_id since until"), sensitive=True
    ),
    "partner_move": Kind(
        _PEOPLE, _SILENT,
        open=_names("partner_id move from_state to_state after_id reverses_id done_on"),
    ),
    "person": Kind(
        _PEOPLE,
        asked=_names("given surname restricted_on"),
        open=_names("village_id languages merged_into restricted_on"),
    ),
    "plan": Kind(
        _PEOPLE,
        asked=_names("status"),
        open=_names(
            "learner_id version previous_id status pathway pathway_more assessment_id starts_on"
            " ends_on agreed_on closed_on close_reason review_months next_review_on"
        ),
    ),
    "plan_print": Kind(_PEOPLE, _SILENT, open=_names("plan_id printed_at pages language")),
    "rating": Kind(_PEOPLE, _SILENT, open=_names("assessment_id learner_id"), sensitive=True),
    "rectification": Kind(_PEOPLE, _SILENT, open=_names("learner_id asked_on")),
    "referral": Kind(
        _URGENT,
        asked=_names("last_move_id"),
        open=_names("learner_id partner_id enter_by stay_until work_by confirmed_on"),
        sensitive=True,
    ),
    "referral_move": Kind(
        _URGENT, _SILENT,
        open=_names("referral_id move from_state to_state after_id reverses_id done_on until"),
    ),
    "referral_reply": Kind(_URGENT, open=_names("referral_id answer done_on until")),
    # It names nobody once its links are cut, and is what a province counts.
    "referral_sending": Kind(
        _PEOPLE, open=_names("whom_id matter_id partner_id sent_on channel")
    ),
    "referral_words": Kind(_PEOPLE, _SILENT, sensitive=True, snapshot=True),
    "review": Kind(_PEOPLE, open=_names("plan_id on result next_on")),
    "risk_flag": Kind(_URGENT, open=_names("learner_id"), sensitive=True),
    "self_rating": Kind(_PEOPLE, _SILENT),
    "session": Kind(
        _PEOPLE,
        asked=_names("last_move_id"),
        open=_names(
            "course_id on number from_time to_time hours village_id teacher_id moved_from_id"
            " last_move_id"
        ),
    ),
    "session_move": Kind(
        _PEOPLE, _SILENT,
        open=_names(
            "session_id move from_state to_state after_id reverses_id done_on"
            " cancel_reason"
        ),
    ),
    "signature": Kind(_PEOPLE, _SILENT, open=_names("plan_id role signed_on")),
    "skill_measure": Kind(
        _PEOPLE,
        asked=_names("last_move_id"),
        open=_names(
            "learner_id course_id skill phase level self_level on estimated last_move_id"
        ),
    ),
    "skill_measure_move": Kind(
        _PEOPLE, _SILENT,
        open=_names("skill_measure_id move from_state to_state after_id reverses_id done_on"),
    ),
    "urgent_case": Kind(_URGENT, _ASKED, sensitive=True, secret=True),
    "urgent_handing": Kind(_URGENT, _SILENT, sensitive=True, secret=True),
    "urgent_note": Kind(_URGENT, _SILENT, sensitive=True, secret=True),
    "urgent_step": Kind(_PEOPLE, asked=_names("partner_id person_id"), open=_names("step")),
    "urgent_try": Kind(_URGENT, _SILENT, sensitive=True, secret=True),
    "user": Kind(
        _PEOPLE, asked=_names("role active sees_sensitive"), open=_names("role active")
    ),
    "village": Kind(_PEOPLE, open=_names("moo sample")),
    "vocabulary_term": Kind(open=_names("vocabulary code hidden position")),
}  # fmt: skip

_ORDINARY: Final = Kind()


def kind_of(name: str) -> Kind:
    """The row of a kind; the ordinary one for a kind of a newer version."""
    return KINDS.get(name, _ORDINARY)


def lane(name: str) -> Lane:
    """The queue that a change of this kind waits in."""
    return kind_of(name).lane
