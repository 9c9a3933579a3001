"""สิ่งที่ขอ: what learners, houses, villages and courses ask for, beside the partners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services.needs.records import NeedQuery
from desktop.ui.needs.words import COUNTS, FORM, LIST, NEED, NEEDS, NeedWords, who
from desktop.ui.record_names import kinds_name
from desktop.ui.shell.feature import Feature
from desktop.ui.shell.offers import printed
from desktop.ui.subjects import Screens, subject_feature
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The list as a tab beside the partners; the page of one need and the form for a new one."""
    services = parts.services
    counts = printed(
        "print need_counts",
        "chart-column",
        COUNTS,
        lambda: translate("NeedsCommands", "ตามด้านและหมู่บ้าน นับเฉพาะที่ผู้รับยืนยัน"),
        lambda of: of.need_list.write_counts,
    )
    return subject_feature(
        services,
        NEED,
        NEEDS,
        "inbox",
        lambda: kinds_name(NEED),
        screens=_screens,
        service=lambda: services.needs,
        directory=lambda: services.need_list,
        question=NeedQuery,
        detail=lambda row: (who(row),),
        paper=LIST,
        good_for=lambda: translate("NeedsCommands", "สำหรับเวทีและผู้ให้ ไม่มีชื่อคน ไม่มีหมู่บ้านเล็ก"),
        also=lambda: translate("NeedsCommands", "ความต้องการ ขอ ขาดแคลน"),
        reasons=NeedWords().reasons(),
        place="tab",
        parent="partners",
        papers=[counts],
        form=(
            FORM,
            lambda: translate("NeedsCommands", "เขียนในเวทีหมู่บ้าน ใครขออะไร พร้อมช่องบอกว่าเล่าได้แค่ไหน"),
        ),
    )


def _screens() -> Screens:
    from desktop.ui.needs.new_screen import NewNeedPresenter, NewNeedScreen
    from desktop.ui.needs.page import NeedPresenter, NeedScreen
    from desktop.ui.needs.screen import NeedsScreen

    return Screens(NeedsScreen, (NeedScreen, NeedPresenter), (NewNeedScreen, NewNeedPresenter))
