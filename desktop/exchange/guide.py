"""The first sheet of an export: what comes back into the program, and how it is filled in."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.exchange.writing import Table


def guide_lines(
    tables: Sequence[Table], letterhead: str, *, new_rows: bool = True, english: bool = False
) -> list[str]:
    """The lines of the sheet that is read first.

    Args:
        tables: the list, and what only tells of it.
        letterhead: whose list and of which day.
        new_rows: whether somebody new may be written below the list.
        english: in English.
    """
    first, *views = tables
    shown = [column for column in first.columns if not column.hidden]
    grey = [each.header_en if english else each.header_th for each in shown if not each.back]
    names = ", ".join(each.title for each in views)
    lines = [f"{first.title} {len(first.rows):,}", letterhead, ""]
    if first.kept_in:
        # Which of the reasons it is would tell of somebody where the list is short.
        lines.append(
            f"Not among these: {first.kept_in:,} that may not leave the centre (protection or "
            "justice, confidential, restricted, or without consent)."
            if english
            else f"ไม่รวมอีก {first.kept_in:,} แถวที่ห้ามนำออกนอกศูนย์ "
            "(เรื่องคุ้มครองหรือคดี ข้อมูลปกปิด ระงับการใช้ หรือไม่ยินยอม)"
        )
    if all(not column.back for column in shown):
        lines.append(
            "All of it is told by the program: nothing of this workbook is read back."
            if english
            else "ทุกช่องในแฟ้มนี้โปรแกรมเป็นผู้กำหนด แก้แล้วไม่นำกลับเข้า ให้แก้ในโปรแกรม"
        )
        return lines
    if english:
        lines += [
            f"Grey columns are told by the program and are not read back: {', '.join(grey)}.",
            "A blank cell changes nothing. To empty what is stored, type - in its cell.",
            "Sort by the arrows of the headings, which take every column along. A sheet that was "
            "sorted in part changes nobody: it is asked about.",
        ]
    else:
        lines += [
            f"คอลัมน์สีเทาโปรแกรมเป็นผู้กำหนด แก้แล้วไม่นำกลับเข้า: {', '.join(grey)}",
            "ช่องที่เว้นว่างไม่เปลี่ยนอะไร ถ้าต้องการลบสิ่งที่เก็บไว้ ให้พิมพ์ - ในช่องนั้น",
            "เรียงลำดับด้วยลูกศรที่หัวตาราง ซึ่งพาไปทุกคอลัมน์ "
            "แผ่นที่เรียงเพียงบางคอลัมน์จะไม่แก้ใคร และโปรแกรมจะถามก่อน",
        ]
    if new_rows:
        lines.append(
            "Somebody new: a new row below, or a copied one with its grey cells emptied."
            if english
            else "คนใหม่หรือรายการใหม่: เพิ่มแถวด้านล่าง หรือคัดลอกแถวแล้วลบช่องสีเทากับเลขประจำตัวออก"
        )
    if names:
        lines.append(
            f"For reading and for tables of your own, not read back: {names}."
            if english
            else f"แผ่นไว้ดูและทำตารางเอง ไม่นำกลับเข้า: {names}"
        )
    return lines
