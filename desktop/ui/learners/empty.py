"""What the list of learners says when it is empty."""

from __future__ import annotations

from desktop.ui.forms.list_head import Empty
from desktop.ui.translation import translate


def nobody_yet(may_import: bool, *, receiving: bool) -> Empty:
    """Nobody is registered; `receiving`: those of the centre are on their way from the province."""
    if receiving:
        return Empty(
            "refresh-cw",
            translate("LearnersScreen", "กำลังรับรายชื่อของศูนย์จากจังหวัด"),
            translate("LearnersScreen", "รายชื่อขึ้นเองเมื่อรับมาถึง ไม่ต้องนำเข้าแฟ้มอีก"),
            translate("LearnersScreen", "ดูว่ารับถึงไหนแล้ว"),
        )
    return Empty(
        "users",
        translate("LearnersScreen", "ยังไม่มีผู้เรียนรู้"),
        translate(
            "LearnersScreen",
            "เริ่มจากแฟ้มรายชื่อที่มีอยู่แล้ว หรือเพิ่มทีละคนก็ได้ ไม่มีเลขประจำตัวก็เพิ่มได้",
        ),
        translate("LearnersScreen", "นำเข้ารายชื่อจากแฟ้ม") if may_import else "",
    )


def nobody_found() -> Empty:
    """Nobody is like what was asked for."""
    return Empty(
        "search",
        translate("LearnersScreen", "ไม่พบใครตามที่ค้น"),
        translate("LearnersScreen", "ลองพิมพ์สั้นลง ใช้ชื่อเล่น หรือเอาตัวกรองออก"),
        translate("LearnersScreen", "ล้างคำค้นและตัวกรอง"),
    )
