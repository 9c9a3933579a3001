"""The HETT framework in a centre's own words: what it says, hides and adds."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models import framework as shipped
from desktop.models.derived import ensure
from desktop.models.framework import Framework, Indicator, LevelWording, RawField, Words
from desktop.models.hett import HettDimension, HettFramework, HettIndicator, HettLevel
from desktop.services.rights import Right, needs, open_to_all
from desktop.services.workspace import Workspace

VERSION = 1
_OWN_RAW = RawField("note", "text", "รายละเอียด", "Details")


def centre_framework(session: Session) -> Framework:
    """Return the framework in use, with the centre's own words laid over the shipped ones."""
    version = VERSION
    own = session.scalars(
        select(HettFramework)
        .where(HettFramework.active.is_(True), HettFramework.deleted.is_(False))
        .order_by(HettFramework.version.desc())
        .limit(1)
    ).first()
    try:
        base = shipped.load(own.version if own else version)
    except KeyError:  # a version that only a newer program ships: its codes stay readable
        base = shipped.load(version)
    dimensions = {
        each.code: Words(each.name_th or None, each.name_en or None)
        for each in session.scalars(select(HettDimension).where(HettDimension.deleted.is_(False)))
    }
    indicators = list(
        session.scalars(
            select(HettIndicator)
            .where(HettIndicator.deleted.is_(False))
            .order_by(HettIndicator.position, HettIndicator.first_stamp)
        )
    )
    levels = {
        (each.indicator, each.level): Words(each.text_th or None, each.text_en or None)
        for each in session.scalars(select(HettLevel).where(HettLevel.deleted.is_(False)))
    }
    if not (dimensions or indicators or levels):
        return base
    known = {each.code for each in base.indicators}
    codes = {each.code for each in base.dimensions}
    added = [_own_indicator(each) for each in indicators]
    return base.with_overrides(
        dimensions=dimensions,
        indicators={
            each.code: Words(each.name_th or None, each.name_en or None) for each in indicators
        },
        levels=levels,
        hidden={each.code for each in indicators if each.hidden},
        added=[each for each in added if each.code not in known and each.dimension in codes],
    )


class FrameworkService:
    """The editor of the framework; each method is one transaction.

    Ids are derived from version and code, so two laptops that change the same word meet in one
    record instead of leaving a twin.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @open_to_all
    def framework(self) -> Framework:
        """Return the framework in the centre's own words."""
        with self._workspace.read() as session:
            return centre_framework(session)

    @needs(Right.READ)
    def own_dimensions(self) -> dict[str, tuple[str, str]]:
        """Return what the centre itself calls dimensions, by code in Thai and English, "" where
        it has no word of its own.
        """
        with self._workspace.read() as session:
            return {
                each.code: (each.name_th or "", each.name_en or "")
                for each in session.scalars(
                    select(HettDimension).where(HettDimension.deleted.is_(False))
                )
            }

    @needs(Right.CENTRE)
    def name_dimension(self, code: str, th: str, en: str = "") -> None:
        """Give a dimension the centre's own name; "" goes back to the shipped one."""
        with self._workspace.write() as session:
            _known(code, {each.code for each in centre_framework(session).dimensions})
            record = ensure(session, HettDimension, framework_version=VERSION, code=code)
            record.name_th, record.name_en = th.strip() or None, en.strip() or None

    @needs(Right.CENTRE)
    def name_indicator(self, code: str, th: str, en: str = "") -> None:
        """Give an indicator the centre's own name; "" goes back to the shipped one."""
        with self._workspace.write() as session:
            record = self._indicator(session, code)
            record.name_th, record.name_en = th.strip() or None, en.strip() or None

    @needs(Right.CENTRE)
    def show_indicator(self, code: str, shown: bool) -> None:
        """Ask an indicator in assessments, or leave it out; ratings already given stay."""
        with self._workspace.write() as session:
            self._indicator(session, code).hidden = not shown

    @needs(Right.CENTRE)
    def word_level(self, indicator: str, level: int, th: str, en: str = "") -> None:
        """Give one level (1-4) of an indicator the centre's own wording; "" goes back."""
        if level not in shipped.LEVELS:
            raise UserError("bad_level", indicator=indicator, value=level)
        with self._workspace.write() as session:
            _known(indicator, {each.code for each in centre_framework(session).indicators})
            record = ensure(
                session, HettLevel, framework_version=VERSION, indicator=indicator, level=level
            )
            record.text_th, record.text_en = th.strip() or None, en.strip() or None

    @needs(Right.CENTRE)
    def add_indicator(self, dimension: str, th: str, en: str = "", sensitive: bool = False) -> str:
        """Add an indicator of the centre's own and return its code; levels get general words.

        Raises:
            UserError: `indicator_unknown` for a dimension that is none, `field_missing`.
        """
        if not th.strip():
            raise UserError("field_missing", field="name_th", kind="hett_indicator")
        with self._workspace.write() as session:
            framework = centre_framework(session)
            _known(dimension, {each.code for each in framework.dimensions})
            # The device's letters keep two laptops from giving one code to two indicators.
            device = session.info["editing"].device.letters
            taken = {each.code for each in framework.indicators}
            number = 1
            while f"{dimension}-{device}{number}" in taken:
                number += 1
            code = f"{dimension}-{device}{number}"
            record = ensure(session, HettIndicator, framework_version=VERSION, code=code)
            record.dimension = dimension
            record.name_th, record.name_en = th.strip(), en.strip() or None
            record.sensitive, record.position = sensitive, 1000 + number
            return code

    def _indicator(self, session: Session, code: str) -> HettIndicator:
        framework = centre_framework(session)
        _known(code, {each.code for each in framework.indicators})
        record = ensure(session, HettIndicator, framework_version=VERSION, code=code)
        record.dimension = framework.indicator(code).dimension
        return record


def _own_indicator(record: HettIndicator) -> Indicator:
    general = (
        ("ยังทำไม่ได้ ต้องช่วยทุกครั้ง", "Cannot yet; needs help every time"),
        ("ทำได้เมื่อมีคนแนะ", "Can with guidance"),
        ("ทำได้เองสม่ำเสมอ", "Does it alone, steadily"),
        ("ทำได้ดีและช่วยหรือสอนผู้อื่นได้", "Does it well, and helps or teaches others"),
    )
    name = record.name_th or record.code
    return Indicator(
        code=record.code,
        dimension=record.dimension,
        th=name,
        en=record.name_en or name,
        order=record.position or 1000,
        sensitive=bool(record.sensitive),
        minimum_age=None,
        maximum_age=None,
        key_skills=(),
        help_th="",
        help_en="",
        raw=(_OWN_RAW,),
        levels=tuple(
            LevelWording(level, th, en) for level, (th, en) in enumerate(general, start=1)
        ),
        hidden=record.hidden,
    )


def _known(code: str, codes: set[str]) -> None:
    if code not in codes:
        raise UserError("indicator_unknown", indicator=code)
