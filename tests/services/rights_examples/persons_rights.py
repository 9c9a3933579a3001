"""Examples of correction, holding still, erasing and breaches."""

from __future__ import annotations

from tests.services.rights_world import Call, Place, call

SAYS = {
    "ErasureService.confirm_gone": {"place_unknown"},
}


def reading(place: Place) -> dict[str, Call]:
    """What looks, writes files, or keeps one's own things."""
    ids = place.ids
    who = ids["learner"]
    return {
        "ErasureService.places": call(),
        "RectificationService.of": call(who),
        "RetentionService.years": call(),
        "RetentionService.due": call(),
        "BreachService.pack": call(place.device),
        "PersonRecordService.write_pdf": call(who, place.file("person.pdf")),
        "PersonRecordService.write_xlsx": call(who, place.file("person.xlsx")),
        "BreachService.write": call(place.device, place.file("breach.xlsx"), "เครื่องหาย"),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    who = ids["learner"]
    return {
        "RectificationService.put_right": call(
            who, {"nickname": "ดาวน้อย"}, asked_by="ยาย", reason="เขียนผิด"
        ),
        "RetentionService.set_years": call("learner", 6),
    }


def destroying(place: Place) -> dict[str, Call]:
    """What takes things away for good."""
    ids = place.ids
    third = ids["third"]
    fourth = ids["fourth"]
    fifth = ids["fifth"]
    return {
        "RestrictionService.restrict": call(fourth, "ขอให้หยุดใช้"),
        "RestrictionService.lift": call(fourth, "ตกลงกันแล้ว"),
        "RetentionService.keep_longer": call(fourth, "ยังติดตาม"),
        "RetentionService.erase_part": call(fourth, "contact", "ครบกำหนด"),
        "AnonymisingService.anonymise": call([fifth], "ครบกำหนด"),
        "ErasureService.erase": call(third, "ขอให้ลบ"),
        "ErasureService.confirm_gone": call(third, "bundle", "x"),
        "ErasureService.settle": call(),
        "ErasureService.settle_at_start": call(),
    }
