"""The words that the program itself puts on paper, Thai first, and its numbers and dates."""

from __future__ import annotations

import re
from datetime import date, datetime

from desktop.models.dates import SHORT_MONTHS, long_date, short_date
from desktop.models.framework import load as shipped_framework
from desktop.models.text import thai_digits
from desktop.reports.paper_data import PaperOptions

WORDS: dict[str, tuple[str, str]] = {
    # The plan
    "plan": ("แผนการเรียนรู้รายบุคคล", "Individual learning plan"),
    "plan_of": ("ของ", "for"),
    "version": ("ฉบับที่ {n}", "Version {n}"),
    "from_to": ("{a} – {b}", "{a} – {b}"),
    "from": ("ตั้งแต่ {a}", "From {a}"),
    "until": ("ถึง {b}", "Until {b}"),
    "agreed_on": ("ตกลงร่วมกันเมื่อ", "Agreed on"),
    "status": ("สถานะ", "Status"),
    "s1": ("ข้อมูลผู้เรียนรู้และครอบครัว", "The learner and the family"),
    "s2": ("ความฝัน ความสนใจ ความถนัด", "Dream, interests, aptitudes"),
    "s3": (
        "ทุนเดิม: สิ่งที่ทำได้แล้ว ประสบการณ์ ภูมิปัญญา",
        "What is there already: skills, experience, wisdom",
    ),
    "s4": ("สภาพปัจจุบัน HETT", "Where things stand: HETT"),
    "s5": ("เงื่อนไขและข้อจำกัดชีวิต", "Conditions and limits of life"),
    "s6": ("เป้าหมายระยะยาว", "Long-term goals"),
    "s7": ("เป้าหมายระยะสั้น", "Short-term goals"),
    "s8": ("เส้นทางการเรียนรู้ และรายวิชา/กิจกรรม", "Learning pathway, courses and activities"),
    "s9": ("วิธีเรียน เวลา สถานที่ สื่อ", "How, when, where, with what"),
    "s10": ("ผู้รับผิดชอบ ครูพี่เลี้ยง ปราชญ์ ภาคี", "People: facilitator, mentors, partners"),
    "s11": (
        "ความช่วยเหลือ สิ่งอำนวยความสะดวก ทุน",
        "Support, accommodations, funds",
    ),
    "s12": ("การวัดผลและหลักฐาน เทียบโอน", "Measuring, evidence, credit transfer"),
    "s13": ("กำหนดทบทวน", "Reviews due"),
    "s14": ("ผลการทบทวน/ปรับแผน", "Review results and changes"),
    "s15": ("ความเห็นของผู้เรียนรู้และผู้ปกครอง", "What the learner and the guardian say"),
    "s16": ("ลงชื่อ", "Signatures"),
    # The learner
    "name": ("ชื่อ–สกุล", "Name"),
    "nickname": ("ชื่อเล่น", "Nickname"),
    "born": ("เกิด", "Born"),
    "birth": ("เพศ วันเกิด", "Sex, born"),
    "age": ("อายุ", "age"),
    "national_id": ("เลขประจำตัวประชาชน", "National number"),
    "other_id": ("เลขอื่น", "Other number"),
    "code": ("รหัสผู้เรียนรู้", "Learner code"),
    "village": ("หมู่บ้าน", "Village"),
    "address": ("ที่อยู่", "Address"),
    "area": ("ตำบล อำเภอ จังหวัด", "Tambon, district, province"),
    "phone": ("โทรศัพท์", "Phone"),
    "mother_tongue": ("ภาษาแม่", "Mother tongue"),
    "spoken": ("ภาษาที่ใช้คุย", "Language for talking"),
    "education": ("การศึกษา", "Schooling"),
    "occupation": ("อาชีพ/งาน", "Work"),
    "groups": ("กลุ่มเป้าหมาย", "Target groups"),
    "carers": ("ผู้ดูแล", "Carers"),
    "household": ("ครอบครัว", "Family"),
    # Parts of sections
    "dream": ("ความฝัน", "Dream"),
    "interests": ("ความสนใจ", "Interests"),
    "aptitudes": ("ความถนัด", "Aptitudes"),
    "constraints": ("เงื่อนไข", "Conditions"),
    "free_time": ("เวลาว่าง", "Free time"),
    "flood_months": ("เดือนที่เดินทางไม่ได้", "Months cut off"),
    "long_qualification": ("ด้านวุฒิ", "Qualification"),
    "long_occupation": ("ด้านอาชีพ", "Occupation"),
    "long_life": ("ด้านชีวิต", "Life"),
    "pathway": ("เส้นทาง", "Pathway"),
    "courses": ("รายวิชา/กิจกรรม", "Courses"),
    "method": ("วิธีเรียน", "How"),
    "times": ("เวลา", "When"),
    "places": ("สถานที่", "Where"),
    "media": ("สื่อ", "Media"),
    "facilitator": ("ครูพี่เลี้ยง", "Facilitator"),
    "mentors": ("ปราชญ์/ผู้สอนงาน", "Mentors"),
    "partners": ("ภาคี", "Partners"),
    "codesigned_by": ("ร่วมออกแบบ (สกร.)", "Designed with (DOLE)"),
    "support": ("ความช่วยเหลือ", "Support"),
    "accommodations": ("อำนวยความสะดวก", "Accommodations"),
    "funds": ("ทุน", "Funds"),
    "measurement": ("การวัดผล", "Measuring"),
    "evidence": ("หลักฐาน", "Evidence"),
    "credit_transfer": ("เทียบโอน", "Credit transfer"),
    "review_every": ("ทบทวนทุก {n} เดือน", "Reviewed every {n} months"),
    "next_review": ("ครั้งต่อไป {date}", "– next on {date}"),
    "learner_comment": ("ผู้เรียนรู้", "Learner"),
    "guardian_comment": ("ผู้ปกครอง", "Guardian"),
    # HETT
    "dimension": ("ด้าน", "Dimension"),
    "goal_dimension": ("ด้าน", "HETT"),
    "first": ("แรก", "First"),
    "last": ("ล่าสุด", "Latest"),
    "target": ("เป้าหมาย", "Target"),
    "level": ("ระดับ", "Level"),
    "assessed_on": ("ประเมินล่าสุด {date}", "Last assessed {date}"),
    "not_assessed": ("ยังไม่ประเมิน", "Not assessed"),
    "level_1": ("ปรับปรุง", "Needs work"),
    "level_2": ("พอใช้", "Fair"),
    "level_3": ("ดี", "Good"),
    "level_4": ("ดีมาก", "Very good"),
    "ratings": ("ตัวชี้วัด · ระดับ – ความหมาย", "Indicator · level – what it means"),
    "scale": (
        "ระดับ 1 ปรับปรุง · 2 พอใช้ · 3 ดี · 4 ดีมาก",
        "Levels: 1 needs work · 2 fair · 3 good · 4 very good",
    ),
    # Tables of the plan
    "no": ("ที่", "#"),
    "goal": ("เป้าหมาย", "Goal"),
    "measure": ("วัดจาก", "Measured by"),
    "baseline_target": ("จาก → ถึง", "From → to"),
    "due": ("ภายใน", "By"),
    "action": ("สิ่งที่จะทำ", "What will be done"),
    "for_goal": ("เพื่อข้อ", "Goal"),
    "provider_place": ("ผู้จัด / สถานที่", "Provider / place"),
    "when": ("เมื่อไร", "When"),
    "hours": ("{n} ชม.", "{n} h"),
    "budget": ("งบ/ทุน", "Budget"),
    "baht": ("{n} บาท", "{n} baht"),
    "review_date": ("วันที่", "Date"),
    "review_result": ("ผลการทบทวน", "Result"),
    "review_change": ("ปรับแผนอย่างไร", "What changes"),
    "review_by": ("ผู้ทบทวน", "By"),
    # Signing
    "sign": ("ลงชื่อ", "Signed"),
    "position": ("ตำแหน่ง", "Position"),
    "date": ("วันที่", "Date"),
    "thumb": ("พิมพ์ลายนิ้วมือ", "Thumbprint"),
    "witness": ("พยานคนที่ {n}", "Witness {n}"),
    "first_witness": ("พยานคนที่ 1", "Witness 1"),
    "second_witness": ("พยานคนที่ 2", "Witness 2"),
    "role_learner": ("ผู้เรียนรู้", "Learner"),
    "role_guardian": ("ผู้ปกครอง", "Guardian"),
    "role_facilitator": ("ครูพี่เลี้ยง", "Facilitator"),
    "role_dole": ("ผู้แทน สกร.", "DOLE representative"),
    "role_lao": ("ผู้บริหาร อปท.", "Local administration"),
    # The page
    "page": ("หน้า {n}/{m}", "Page {n}/{m}"),
    "in_file": ("แผ่น {n}", "sheet {n}"),
    "printed": ("พิมพ์เมื่อ {when}", "Printed {when}"),
    "stamp": ("เลขที่พิมพ์ {stamp}", "Printing {stamp}"),
    "by": ("โดย {who}", "by {who}"),
    "sensitive": ("มีข้อมูลอ่อนไหว ห้ามเผยแพร่", "Holds sensitive data: not to be passed on"),
    "unprintable": (
        "□ คืออักษรที่แบบอักษรของโปรแกรมไม่มี: {codes} ข้อความที่พิมพ์ไว้ยังอยู่ครบในโปรแกรม",
        "□ stands for letters our typefaces lack: {codes}. The program still holds them as typed.",
    ),
    "centre": ("ศูนย์การเรียนรู้ตำบล", "Tambon learning centre"),
    # Batch
    "list": ("บัญชีแผนการเรียนรู้รายบุคคล", "List of individual learning plans"),
    "learner": ("ผู้เรียนรู้", "Learner"),
    "from_page": ("แผ่น", "Sheet"),
    "plans_in_file": ("{n} แผน {m} หมู่บ้าน", "{n} plans, {m} villages"),
    "signature_sheet": ("ใบลงชื่อรับแผน", "Signature sheet"),
    "received": ("ลงชื่อรับแผน", "Received by"),
    "no_village": ("ไม่ระบุหมู่บ้าน", "Village not stated"),
    # Register
    "register": ("ทะเบียนผู้เรียนรู้", "Learner register"),
    "people": ("{n} คน", "{n} people"),
    "plan_status": ("แผน", "Plan"),
    "total": ("รวม {n} คน", "Total {n} people"),
    "total_all": ("รวมทั้งหมด {n} คน", "{n} people in all"),
    "total_word": ("รวม", "Total"),
    "maker": ("ผู้จัดทำ", "Made by"),
    "checker": ("ผู้ตรวจสอบ", "Checked by"),
    "nobody": ("ไม่มีผู้เรียนรู้ตามเงื่อนไขนี้", "Nobody matches this choice"),
    # Summary
    "summary": ("สรุปข้อมูลผู้เรียนรู้รายตำบล", "Tambon summary"),
    "learners": ("ผู้เรียนรู้ทั้งหมด", "Learners"),
    "plans": ("มีแผนรายบุคคล", "With a plan"),
    "assessed": ("ประเมิน HETT แล้ว", "HETT assessed"),
    "by_village": ("ผู้เรียนรู้รายหมู่บ้าน", "Learners by village"),
    "by_status": ("ผู้เรียนรู้ตามสถานะ", "Learners by status"),
    "by_group": ("ผู้เรียนรู้ตามกลุ่มเป้าหมาย", "Learners by target group"),
    "by_reason": ("สาเหตุที่ออกจากการเรียน", "Why people left school"),
    "hett_levels": ("ระดับ HETT แยกตามด้าน", "HETT levels by dimension"),
    "village_status": ("หมู่บ้านและสถานะ", "Villages by status"),
    "several": (
        "หนึ่งคนอยู่ได้หลายกลุ่ม ผลรวมจึงอาจมากกว่าจำนวนคน",
        "One person may be in several groups; sums may exceed the number of people",
    ),
    "hidden_cells": (
        "<5 หมายถึง 1–4 คน “ราว” คือจำนวนที่ปัดเศษ ทั้งสองอย่างเพื่อคุ้มครองข้อมูลส่วนบุคคล",
        "<5 stands for 1–4 people; “about” is rounded; both protect the people behind the figures",
    ),
    "about": ("ราว {n}", "about {n}"),
    "none_yet": ("ยังไม่มีข้อมูล", "Nothing recorded yet"),
    # Forms
    "survey": ("แบบสำรวจและเยี่ยมบ้าน", "Survey and home visit"),
    "hett_form": ("แบบประเมิน HETT", "HETT assessment"),
    "pen_note": (
        "เขียนด้วยปากกา แล้วนำมาบันทึกในโปรแกรมภายหลัง ข้อใดไม่ทราบให้เว้นไว้",
        "Fill in by pen and enter it later. Leave blank what is not known.",
    ),
    "visit_date": ("วันที่เยี่ยม", "Date of visit"),
    "visitor": ("ผู้เยี่ยม", "Visitor"),
    "informant": ("ผู้ให้ข้อมูล", "Told by"),
    "f_person": ("ผู้เรียนรู้", "The learner"),
    "f_family": ("ครอบครัวและผู้ดูแล", "Family and carers"),
    "f_schooling": ("การเรียน", "Schooling"),
    "f_groups": ("กลุ่มเป้าหมาย (เลือกได้หลายข้อ)", "Target groups (several may apply)"),
    "f_reasons": (
        "สาเหตุที่ออกจากการเรียน (เลือกได้หลายข้อ วงกลมข้อหลัก)",
        "Reasons for leaving (several may apply; circle the main one)",
    ),
    "f_languages": ("ภาษา", "Languages"),
    "f_risks": ("ข้อที่ต้องระวัง", "Warning signs"),
    "f_interests": ("ความฝันและความสนใจ (ตามคำพูดของผู้เรียนรู้)", "Dreams and interests, as told"),
    "f_strengths": ("สิ่งที่ทำได้ดีและทุนที่มี", "Strengths"),
    "f_needs": ("สิ่งที่ต้องการความช่วยเหลือ", "Help needed"),
    "f_home": ("บ้าน รายได้ การเดินทาง", "Home, income, travel"),
    "f_next": ("นัดครั้งต่อไป / สิ่งที่รับปากไว้", "Next visit and promises"),
    "f_highest": ("ชั้นสูงสุดที่จบ", "Highest level finished"),
    "f_last_school": ("สถานศึกษาล่าสุด / ออกเมื่อ", "Last school / left on"),
    "f_income": ("รายได้ครัวเรือนต่อเดือน", "Household income a month"),
    "f_members": ("สมาชิกในบ้าน", "People at home"),
    "f_travel": ("การเดินทาง", "Travel"),
    "f_interpreter": ("ต้องการล่าม", "Interpreter needed"),
    "f_consent": (
        "อ่านข้อความยินยอมให้ฟังด้วยภาษาที่เข้าใจแล้ว "
        "และได้รับความยินยอมให้เก็บข้อมูลเพื่อจัดทำแผนการเรียนรู้",
        "The consent text was read aloud in a language understood; "
        "consent was given to keep data for the plan",
    ),
    # The consent form
    "consent_form": ("แบบขอความยินยอม", "Consent form"),
    "c_version": ("แบบฟอร์มรุ่น {n}", "Form version {n}"),
    "c_read": ("อ่านให้ฟังเป็นภาษา", "Read aloud in"),
    "c_reader": ("ผู้อ่านหรือล่าม", "Reader or interpreter"),
    "c_begin": (
        "ข้าพเจ้ายินยอมให้ {centre} เก็บและใช้ข้อมูลของผู้เรียนรู้ข้างต้น "
        "เฉพาะเรื่องที่ทำเครื่องหมาย “ยินยอม” ไว้ข้างล่างนี้",
        "I consent that {centre} keeps and uses data of the learner named above, "
        "only for what is ticked “I consent” below",
    ),
    "c_until": ("ความยินยอมนี้ใช้ถึงวันที่", "This consent holds until"),
    "c_know": (
        "ข้าพเจ้าทราบว่าถอนความยินยอมได้ทุกเมื่อโดยไม่กระทบการรับบริการ "
        "ขอดู ขอสำเนา ขอแก้ให้ถูก ขอระงับการใช้ ขอให้ลบหรือทำให้ไม่ระบุตัวได้ที่ศูนย์ "
        "และร้องเรียนต่อสำนักงานคณะกรรมการคุ้มครองข้อมูลส่วนบุคคลได้",
        "I know that I can take consent back at any time without any effect on the service; that "
        "I can see and copy the data, have them put right, restricted, erased or made anonymous "
        "at the centre; and that I can complain to the Personal Data Protection Committee",
    ),
    "c_purposes": ("เรื่องที่ขอ (ตอบทีละเรื่อง)", "What is asked (answer each)"),
    "c_consent": ("ยินยอม", "I consent"),
    "c_refuse": ("ไม่ยินยอม", "I do not"),
    "c_data": ("ข้อมูล: {data}", "Data: {data}"),
    "c_agency": ("หน่วยงานที่รับข้อมูล", "Agency that gets the data"),
    "c_signers": ("ผู้ลงชื่อ", "Who signs"),
    "c_who": (
        "อายุไม่เกิน 10 ปี: ผู้ใช้อำนาจปกครองลงชื่อ · เกิน 10 ปี ไม่ถึง 20 ปี: "
        "ทั้งเจ้าตัวและผู้ใช้อำนาจปกครอง · สมรสแล้วหรือ 20 ปีขึ้นไป: เจ้าตัวลงชื่อเอง · "
        "คนไร้ความสามารถ: ผู้อนุบาล · คนเสมือนไร้ความสามารถ: ผู้พิทักษ์",
        "Up to 10 years: the holder of parental power · over 10 and under 20: both the learner and "
        "the holder of parental power · married, or 20 and over: the learner alone · incompetent: "
        "the guardian · quasi-incompetent: the curator",
    ),
    "c_child_10": ("คนนี้อายุไม่เกิน 10 ปี: ผู้ใช้อำนาจปกครองลงชื่อ", "At most 10 years old: "
                   "the holder of parental power signs"),
    "c_minor": (
        "คนนี้อายุเกิน 10 ปี ไม่ถึง 20 ปี: ต้องลงชื่อทั้งเจ้าตัวและผู้ใช้อำนาจปกครอง",
        "Over 10 and under 20: both the learner and the holder of parental power sign",
    ),
    "c_adult": ("คนนี้อายุ 20 ปีขึ้นไป: เจ้าตัวลงชื่อเอง", "Aged 20 or over: the learner signs"),
    "c_learner": ("ผู้เรียนรู้", "Learner"),
    "c_guardian": ("ผู้ใช้อำนาจปกครอง / ผู้ลงชื่อแทน", "Holder of parental power / who signs for them"),
    "c_relation": ("เกี่ยวข้องเป็น", "Relation"),
    "c_power": ("ลงชื่อในฐานะ", "Signs as"),
    "c_parent": ("พ่อแม่ที่มีอำนาจปกครอง", "Parent with parental power"),
    "c_court": ("ผู้ปกครอง/ผู้อนุบาล/ผู้พิทักษ์ตามคำสั่งศาล", "Guardian or curator by a court"),
    "c_carer": (
        "ผู้ดูแลจริงที่ไม่มีอำนาจปกครองลงชื่อเป็นพยานได้ แต่ลงแทนไม่ได้",
        "A daily carer without parental power may witness, but cannot sign here",
    ),
    "c_thumb": ("ลายพิมพ์นิ้วมือ", "Thumbprint"),
    "c_two": ("ลายพิมพ์นิ้วมือต้องมีพยานสองคน", "A thumbprint needs two witnesses"),
    "c_receiver": ("เจ้าหน้าที่ผู้ขอ", "Asked by"),
    "yes": ("ใช่", "Yes"),
    "no_word": ("ไม่ใช่", "No"),
    "round": ("รอบ", "Round"),
    "assessor": ("ผู้ประเมิน", "Assessor"),
    "indicator": ("ตัวชี้วัด", "Indicator"),
    "not_relevant": ("ไม่เกี่ยว", "n/a"),
    "note": ("หลักฐาน/ค่าที่วัดได้", "Evidence / raw value"),
    "self": ("ตนเอง", "Self"),
    "hett_how": (
        "ทำเครื่องหมายในช่องระดับที่ตรงกับสิ่งที่เห็นจริง ช่อง “ตนเอง” ให้ผู้เรียนรู้บอกระดับของตน",
        "Tick the level that matches what you saw; under “Self” the learner names a level",
    ),
}  # fmt: skip

_LATIN_WORD = re.compile(r"\S*[A-Za-z]\S*")
_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Words:
    """Words, numbers and dates in the language and digits chosen for one paper."""

    def __init__(self, options: PaperOptions) -> None:
        self._index = 1 if options.language == "en" else 0
        self._thai_digits = options.thai_digits and self._index == 0

    @property
    def english(self) -> bool:
        """Whether the labels are English."""
        return self._index == 1

    def __call__(self, key: str, **values: object) -> str:
        """Return our words for a key, with its places filled."""
        text = WORDS[key][self._index]
        return self.typed(text.format(**values) if values else text)

    def typed(self, text: str) -> str:
        """Return text with Thai digits if they were asked for.

        Words holding Latin letters (codes, addresses, brand names) keep theirs.
        """
        if not self._thai_digits:
            return text
        parts: list[str] = []
        end = 0
        for match in _LATIN_WORD.finditer(text):
            parts += [thai_digits(text[end : match.start()]), match.group()]
            end = match.end()
        return "".join((*parts, thai_digits(text[end:])))

    def number(self, value: float) -> str:
        """Return a count or amount, thousands apart, no empty decimals."""
        text = f"{value:,.1f}".removesuffix(".0")
        return self.typed(text)

    def dimension(self, code: str) -> str:
        """Return what a dimension of HETT is called as it is shipped."""
        return shipped_framework().dimension(code).label("en" if self.english else "th")

    def average(self, value: float | None) -> str:
        """Return an average level with one decimal, or a dash."""
        return "–" if value is None else self.typed(f"{value:.1f}")

    def date(self, day: date | None, *, long: bool = False) -> str:
        """Return a date in พ.ศ. (Thai) or CE (English), "" for none."""
        if day is None:
            return ""
        if self.english:
            month = _ENGLISH_MONTHS[day.month - 1]
            return f"{day.day} {month if long else month[:3]} {day.year}"
        return self.typed(long_date(day) if long else short_date(day))

    def moment(self, when: datetime | None) -> str:
        """Return date and time of day."""
        return "" if when is None else f"{self.date(when.date())} {self.typed(f'{when:%H:%M}')}"

    def months(self, numbers: tuple[int, ...]) -> str:
        """Return month names, in the order given."""
        names = [name[:3] for name in _ENGLISH_MONTHS] if self.english else SHORT_MONTHS
        return " ".join(names[number - 1] for number in numbers if 1 <= number <= 12)
