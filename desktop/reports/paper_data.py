"""What goes onto paper: plain frozen data, filled by services, known to no database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """Choices of the person who prints.

    `language` is "th" or "en" and concerns our words, never what somebody typed. `places` are
    more area names that stay whole on a line. `hide_small_cells` hides counts of 1 to 4 in
    summaries; `cover_list` and `signature_sheet` go before the plans of a batch. A register goes
    `by_village` with a total for each, and masks national numbers unless `whole_numbers`. `boxes`
    takes □ for letters that no shipped font has; without it the paper is refused before it is made.
    """

    language: str = "th"
    thai_digits: bool = False
    include_sensitive: bool = False
    hide_small_cells: bool = True
    cover_list: bool = True
    signature_sheet: bool = True
    by_village: bool = False
    whole_numbers: bool = False
    places: tuple[str, ...] = ()
    boxes: bool = False


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Whose paper it is; the logo is a PNG or JPEG file's bytes."""

    organisation: str = ""
    place: str = ""
    contact: str = ""
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class PrintStamp:
    """Which printing this is: a short code, local time of printing, who printed."""

    stamp: str = ""
    at: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Carer:
    """Somebody who looks after the learner."""

    name: str = ""
    relation: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One more labelled line for a section (1 to 16); sensitive ones are printed only if asked."""

    section: int
    label: str
    text: str
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class LearnerPaper:
    """The learner as the top of a paper shows them; texts are ready in words."""

    code: str = ""
    title: str = ""
    given: str = ""
    surname: str = ""
    nickname: str = ""
    own_language_name: str = ""
    sex: str = ""
    birth: str = ""
    age: str = ""
    national_id: str = ""
    other_id: str = ""
    moo: str = ""
    village: str = ""
    tambon: str = ""
    district: str = ""
    province: str = ""
    address: str = ""
    phone: str = ""
    mother_tongue: str = ""
    spoken: str = ""
    education: str = ""
    occupation: str = ""
    groups: tuple[str, ...] = ()
    carers: tuple[Carer, ...] = ()
    household: str = ""
    sort_key: str = ""
    village_sort_key: str = ""

    @property
    def name(self) -> str:
        """Formal order: title and given name together, then the surname, "-" without one."""
        if not (self.title or self.given or self.surname):
            return ""
        return f"{self.title}{self.given} {self.surname or '-'}".strip()

    @property
    def village_label(self) -> str:
        """The village with its moo number, as far as known."""
        moo = f"หมู่ {self.moo}" if self.moo else ""
        return " ".join(part for part in (moo, self.village) if part)


@dataclass(frozen=True, slots=True)
class HettDimension:
    """Averages of one dimension (1 to 4; None: not rated); `code` is H, E, T or D."""

    code: str
    name: str = ""
    first: float | None = None
    last: float | None = None
    target: float | None = None


@dataclass(frozen=True, slots=True)
class HettRating:
    """One indicator as last rated; `wording` is the sentence of that level."""

    dimension: str
    code: str
    name: str
    level: int | None = None
    wording: str = ""
    raw: str = ""
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class HettPaper:
    """The HETT picture of one learner."""

    dimensions: tuple[HettDimension, ...] = ()
    ratings: tuple[HettRating, ...] = ()
    first_on: date | None = None
    last_on: date | None = None
    assessor: str = ""


@dataclass(frozen=True, slots=True)
class GoalPaper:
    """A short-term goal; `number` is what actions refer to."""

    number: int
    text: str
    dimension: str = ""
    measure: str = ""
    baseline: str = ""
    target: str = ""
    due: date | None = None
    state: str = ""
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class ActionPaper:
    """Something to be done for a goal (0: for the plan as a whole); budget in whole baht."""

    text: str
    goal: int = 0
    provider: str = ""
    place: str = ""
    when: str = ""
    hours: float | None = None
    budget: int | None = None
    fund: str = ""
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class ReviewPaper:
    """One review of the plan."""

    on: date | None = None
    by: str = ""
    result: str = ""
    adjustment: str = ""
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class SignaturePaper:
    """One place to sign; `role` in words; a thumbprint gets its room and two witnesses."""

    role: str
    name: str = ""
    position: str = ""
    signed_on: date | None = None
    thumbprint: bool = False
    witnesses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """The individual learning plan; empty texts become room for the pen."""

    letterhead: Letterhead = Letterhead()
    learner: LearnerPaper = LearnerPaper()
    version: int = 1
    status: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    agreed_on: date | None = None
    dream: str = ""
    interests: str = ""
    aptitudes: str = ""
    strengths: str = ""
    hett: HettPaper | None = None
    constraints: str = ""
    constraint_kinds: tuple[str, ...] = ()
    free_time: str = ""
    flood_months: tuple[int, ...] = ()
    long_qualification: str = ""
    long_occupation: str = ""
    long_life: str = ""
    goals: tuple[GoalPaper, ...] = ()
    pathway: str = ""
    pathway_more: tuple[str, ...] = ()
    courses: str = ""
    actions: tuple[ActionPaper, ...] = ()
    method: str = ""
    times: str = ""
    places: str = ""
    media: str = ""
    facilitator: str = ""
    mentors: str = ""
    partners: str = ""
    codesigned_by: str = ""
    support: str = ""
    accommodations: str = ""
    funds: str = ""
    measurement: str = ""
    evidence: str = ""
    credit_transfer: str = ""
    review_months: int = 3
    next_review_on: date | None = None
    reviews: tuple[ReviewPaper, ...] = ()
    learner_comment: str = ""
    guardian_comment: str = ""
    signatures: tuple[SignaturePaper, ...] = ()
    facts: tuple[Fact, ...] = ()
    printed: PrintStamp = PrintStamp()
    qr: str = ""


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One line of the learner register."""

    code: str
    name: str
    nickname: str = ""
    national_id: str = ""
    birth: str = ""
    age: str = ""
    village: str = ""
    education: str = ""
    groups: str = ""
    status: str = ""
    plan_status: str = ""
    sort_key: str = ""
    moo: str = ""


@dataclass(frozen=True, slots=True)
class RegisterPaper:
    """The register: the rows come in the order in which they are printed, `moo` sorts villages."""

    letterhead: Letterhead = Letterhead()
    filter: str = ""
    rows: tuple[RegisterRow, ...] = ()
    printed: PrintStamp = PrintStamp()


@dataclass(frozen=True, slots=True)
class Count:
    """So many people under this label."""

    label: str
    people: int


@dataclass(frozen=True, slots=True)
class HettCounts:
    """How many learners stand at each level of a dimension (level 1 to 4), and not assessed."""

    code: str
    name: str
    levels: tuple[int, int, int, int]
    not_assessed: int = 0


@dataclass(frozen=True, slots=True)
class CrossTable:
    """Counts by two things, villages by status for one."""

    row_title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class SummaryPaper:
    """The summary of a tambon for people outside the centre."""

    letterhead: Letterhead = Letterhead()
    period: str = ""
    learners: int = 0
    plans: int = 0
    assessed: int = 0
    villages: tuple[Count, ...] = ()
    statuses: tuple[Count, ...] = ()
    groups: tuple[Count, ...] = ()
    reasons: tuple[Count, ...] = ()
    hett: tuple[HettCounts, ...] = ()
    village_status: CrossTable | None = None
    printed: PrintStamp = PrintStamp()


@dataclass(frozen=True, slots=True)
class FormIndicator:
    """An indicator for the assessment form: wordings of levels 1 to 4, and the raw value asked."""

    code: str
    name: str
    levels: tuple[str, ...] = ()
    raw: str = ""
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class FormDimension:
    """A dimension for the assessment form."""

    code: str
    name: str
    indicators: tuple[FormIndicator, ...] = ()


@dataclass(frozen=True, slots=True)
class ConsentPurpose:
    """One purpose on the consent form: what it is, which data it needs.

    `agency` asks for the name of the agency that gets the data.
    """

    label: str
    data: str = ""
    agency: bool = False


@dataclass(frozen=True, slots=True)
class FormPaper:
    """What a blank form needs; each form uses the parts that concern it.

    With a learner given, the head of the form is filled in. Lists empty: room for the pen.
    """

    letterhead: Letterhead = Letterhead()
    learner: LearnerPaper = LearnerPaper()
    dimensions: tuple[FormDimension, ...] = ()
    groups: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    signature_roles: tuple[str, ...] = ()
    printed: PrintStamp = PrintStamp()
    purposes: tuple[ConsentPurpose, ...] = ()
    situation: str = ""
    form_version: str = ""


@dataclass(frozen=True, slots=True)
class BreachPaper:
    """The breach pack: facts by their labels, then tables.

    A table is its title, its head, the shares of its columns, its rows. `whose` is the person's
    name where everything is about one.
    """

    letterhead: Letterhead = Letterhead()
    title: str = ""
    whose: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    tables: tuple[
        tuple[str, tuple[str, ...], tuple[float, ...], tuple[tuple[str, ...], ...]], ...
    ] = ()
    printed: PrintStamp = PrintStamp()
