"""What the breach pack says, in Thai and English: facts, kinds of data, what is to be done."""

from __future__ import annotations

from typing import Final

Words = tuple[str, str]
"""Thai, English."""

TITLE: Final[Words] = ("ชุดข้อมูลเหตุละเมิด: เครื่องที่สูญหาย", "Breach pack: a lost laptop")
SHEETS: Final[dict[str, Words]] = {
    "facts": ("สรุปเหตุ", "Facts"),
    "people": ("ผู้ที่ข้อมูลอยู่ในเครื่อง", "People"),
    "kinds": ("ชนิดข้อมูล", "Kinds of data"),
    "steps": ("สิ่งที่ต้องทำ", "What to do"),
}
FACTS: Final[dict[str, Words]] = {
    "device": ("เครื่อง", "Laptop"),
    "centre": ("ศูนย์", "Centre"),
    "in_use_since": ("เริ่มใช้เมื่อ", "In use since"),
    "last_contact": ("เครื่องนี้ได้รับข่าวจากเครื่องนั้นล่าสุด", "Last heard of here"),
    "revoked": ("ตัดออกจากจังหวัดแล้วหรือยัง", "Shut out at the province"),
    "people": ("จำนวนคนที่ข้อมูลอยู่ในเครื่องแน่", "People whose data it surely held"),
    "possible": ("จำนวนคนที่อาจอยู่ในเครื่อง", "People whose data it may hold"),
    "minors": ("ในจำนวนนี้อายุต่ำกว่า 20 ปี", "Of these under 20"),
    "sensitive": ("ในจำนวนนี้มีข้อมูลอ่อนไหว", "Of these with sensitive data"),
    "changes": ("งานของเครื่องนั้นที่มาถึงที่นี่", "Its changes that arrived here"),
    "unsent": ("งานที่อาจยังไม่ได้ส่ง", "What may be unsent"),
    "protection": ("การป้องกันข้อมูลในเครื่อง", "How the data is protected"),
    "aware": ("พิมพ์ชุดนี้เมื่อ", "This pack was made"),
    "deadline": (
        "แจ้ง สคส. ภายใน 72 ชั่วโมงนับแต่ทราบเหตุ หากทราบตอนพิมพ์ คือไม่เกิน",
        "Tell the PDPC within 72 hours of knowing; if known when this was made, by",
    ),
}
REVOKED: Final[dict[bool | None, Words]] = {
    True: ("ตัดแล้ว", "Yes"),
    False: ("ยังไม่ได้ตัด ทำทันที", "Not yet: do it now"),
    None: ("ไม่ทราบจากเครื่องนี้ ถามจังหวัด", "Not known here: ask the province"),
}
UNSENT: Final[Words] = (
    "สิ่งที่พิมพ์หลังเวลาที่ได้รับข่าวล่าสุด อยู่ในเครื่องนั้นเท่านั้น ถามผู้ใช้ว่าทำอะไรไว้แล้วพิมพ์ใหม่",
    "What was typed after that lies on that laptop only: ask its users and type it again",
)
PROTECTION: Final[Words] = (
    "แฟ้มข้อมูลเข้ารหัสทั้งแฟ้ม (AES-256) เปิดได้ด้วยรหัสผ่านของผู้ใช้เท่านั้น ใส่ผิด 5 ครั้งต้องรอนานขึ้นเรื่อย ๆ "
    "แต่ถ้าเครื่องเปิดค้างไว้ไม่ได้ล็อก หรือรหัสผ่านเดาง่ายหรือติดไว้กับเครื่อง ถือว่าไม่ได้ป้องกัน "
    "แฟ้มที่ส่งออกหรือพิมพ์เป็น PDF ไว้ในเครื่องไม่ได้เข้ารหัส",
    "The whole data file is encrypted (AES-256) and opens only with a user's passcode; after five "
    "wrong ones the wait grows. Not protected: a laptop left unlocked, a passcode that is easily "
    "guessed or was kept with it. Exported workbooks and PDFs on it are not encrypted",
)
NOT_KNOWN: Final[Words] = ("ไม่ทราบ", "Not known")

AT_ONCE: Final[Words] = ("ทันที", "at once")
AFTERWARDS: Final[Words] = ("ต่อจากนั้น", "then")
STEPS: Final[tuple[tuple[Words, Words], ...]] = (
    (AT_ONCE, ("บันทึกวันเวลาที่ทราบเหตุ ใครแจ้ง หายที่ไหน เครื่องล็อกอยู่หรือไม่",
           "Note when it became known, by whom, where it was lost, whether it was locked")),
    (AT_ONCE, ("ตัดเครื่องออกที่จังหวัด: tambon-hub revoke {device}",
           "Shut it out at the hub: tambon-hub revoke {device}")),
    (AT_ONCE, ("เปลี่ยนรหัสผ่านของทุกคนที่เคยใช้เครื่องนั้น บนเครื่องอื่นที่ใช้รหัสเดียวกัน",
           "Change the passcodes of everybody who used it wherever they use the same")),
    (AT_ONCE, ("แจ้งความและเก็บเลขที่ใบแจ้งความ", "Report it to the police, keep the number")),
    (("24", "24"), ("ถามผู้ใช้ว่ามีแฟ้มส่งออก PDF หรือแฟลชไดรฟ์อยู่กับเครื่องหรือไม่",
            "Ask its users for exported files, PDFs or sticks that were with it")),
    (("24", "24"), ("ประเมินความเสี่ยง ดูคนที่มีข้อมูลอ่อนไหวและเด็กก่อน",
            "Weigh the risk, people with sensitive data and children first")),
    (("72", "72"), ("แจ้งสำนักงาน สคส. เว้นแต่ไม่มีความเสี่ยงต่อบุคคล (ม.37(4))",
            "Tell the PDPC unless there is no risk to anybody (s. 37(4))")),
    (("72", "72"), ("ถ้าเสี่ยงสูง แจ้งเจ้าของข้อมูลและผู้ปกครองโดยไม่ชักช้า พร้อมแนวทางเยียวยา",
            "If the risk is high, tell the people and guardians without delay, and what helps")),
    (AFTERWARDS, ("พิมพ์งานที่ยังไม่ได้ส่งเข้าใหม่", "Type again what was not sent")),
    (AFTERWARDS, ("ถ้าได้เครื่องคืน อย่าใช้ต่อทันที ให้ผู้ดูแลตรวจก่อน",
           "If it is found, let the administrator look at it before it is used")),
    (AFTERWARDS, ("ลงทะเบียนเหตุละเมิดของหน่วยงาน เก็บชุดนี้ไว้เป็นหลักฐาน",
           "Enter it in the unit's register of breaches and keep this pack as evidence")),
)  # fmt: skip
"""Within how many hours of knowing, and what."""
