"""Invented people on paper, for the tests of the papers."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime

from PIL import Image, ImageDraw

from desktop.models.text import sort_key
from desktop.reports.paper_data import (
    ActionPaper,
    Carer,
    Fact,
    GoalPaper,
    HettDimension,
    HettPaper,
    HettRating,
    LearnerPaper,
    Letterhead,
    PlanPaper,
    PrintStamp,
    ReviewPaper,
)

TEST_STRINGS = "ที่ นั้น ปุ๋ย ญี่ปุ่น กี่ น้ำ ก๊ก ฐู ฤๅ A วันที่ ๑"
STORY = (
    "อยู่กับยายที่หมู่บ้านห้วยม่วงตั้งแต่เล็ก ต้องเดินเท้าสองชั่วโมงเพื่อไปโรงเรียน "
    "และช่วงหน้าฝนน้ำป่าหลากทำให้ไปเรียนไม่ได้เลยหลายเดือน ครูพี่เลี้ยงจึงจัดการเรียนรู้ที่บ้าน"
    "ร่วมกับปราชญ์ชาวบ้าน กลุ่มทอผ้า และ รพ.สต.แม่สวด ทุกวันเสาร์ เวลา 09.00–12.00 น."
)
WORDINGS = ("ยังทำไม่ได้ ต้องช่วยทุกครั้ง", "ทำได้เมื่อมีคนแนะ", "ทำได้เองสม่ำเสมอ", "ช่วยหรือสอนผู้อื่นได้")


def logo() -> bytes:
    """A round mark as PNG."""
    image = Image.new("RGBA", (120, 120), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((4, 4, 116, 116), fill=(11, 107, 103, 255))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


LETTERHEAD = Letterhead("องค์การบริหารส่วนตำบลแม่สวด", "อ.สบเมย จ.แม่ฮ่องสอน", "", logo())
STAMP = PrintStamp("8F3K-2", datetime(2026, 11, 22, 14, 5), "สมร")  # noqa: DTZ001 - local time
LEARNER = LearnerPaper(
    code="580604-MB-00017",
    title="เด็กหญิง",
    given="ดาวเรือง",
    surname="ธารน้ำเงา",
    nickname="ดาว",
    sex="หญิง",
    birth="22 พ.ย. 2557",
    age="12 ปี",
    national_id="1-9999-00000-01-3",
    moo="3",
    village="บ้านห้วยม่วง",
    tambon="ต.แม่สวด",
    district="อ.สบเมย",
    province="จ.แม่ฮ่องสอน",
    mother_tongue="กะเหรี่ยงสะกอ",
    education="จบ ป.6 จากโรงเรียนบ้านแม่หลุย",
    groups=("เด็ก/เยาวชนนอกระบบการศึกษา", "กลุ่มชาติพันธุ์"),
    carers=(Carer("นางหน่อมูพอ ธารน้ำเงา", "ยาย"),),
    household="อยู่กับยายและน้องสองคน",
    sort_key=sort_key("ดาวเรือง ธารน้ำเงา"),
    village_sort_key="003",
)


def rated(count: int) -> HettPaper:
    """A HETT picture with so many ratings in each dimension."""
    ratings = tuple(
        HettRating(code, f"{code}{i}", f"ตัวชี้วัดที่ {i} ของด้าน {code}", i % 4 + 1, WORDINGS[i % 4])
        for code in "HETD"
        for i in range(1, count + 1)
    )
    dimensions = (
        HettDimension("H", "สุขภาพ", 2.0, 2.8, 3.5),
        HettDimension("E", "วิชาการ", 1.4, 2.1, 3.0),
        HettDimension("T", "อาชีพ", None, 2.6, None),
        HettDimension("D", "ทักษะชีวิต", 2.5, 3.1, 3.5),
    )
    return HettPaper(dimensions, ratings, date(2026, 5, 20), date(2026, 11, 10), "ครูสมร")


def plan(**changes: object) -> PlanPaper:
    """A usual plan, with some of its parts changed."""
    usual = PlanPaper(
        letterhead=LETTERHEAD,
        learner=LEARNER,
        version=2,
        status="ตกลงแล้ว",
        starts_on=date(2026, 11, 22),
        ends_on=date(2027, 11, 21),
        agreed_on=date(2026, 11, 22),
        dream="อยากเป็นช่างทอผ้าที่มีร้านของตัวเอง “หนูอยากอ่านใบสั่งยาให้ยายฟังได้”",
        interests="ทอผ้ากี่เอว ร้องเพลง เลี้ยงไก่",
        aptitudes="มือละเอียด จำลายผ้าได้แม่น",
        strengths="ทอผ้าลายพื้นฐานได้เองตั้งแต่อายุ 10 ปี เคยขายผ้าได้เงิน 1,200 บาท",
        hett=rated(3),
        constraints="ต้องดูแลน้องสองคนตอนเช้าและเย็น",
        constraint_kinds=("ดูแลน้อง", "การเดินทาง"),
        free_time="วันเสาร์–อาทิตย์",
        flood_months=(7, 8, 9, 10),
        long_qualification="จบ ม.ต้น ภายในปีการศึกษา 2570",
        long_occupation="ทอผ้าย้อมสีธรรมชาติขาย",
        long_life="อ่านฉลากยาให้ยายฟังได้",
        goals=(
            GoalPaper(1, "อ่านข้อความยาวหนึ่งหน้าได้", "E", "อ่านให้ครูฟัง", "2", "3", date(2027, 2, 28)),
            GoalPaper(2, "ทอผ้าลายใหม่ได้สามลาย", "T", "ผ้า 3 ผืน", "1 ลาย", "3 ลาย"),
        ),
        pathway="สกร. การเรียนรู้เพื่อคุณวุฒิตามระดับ",
        courses="ภาษาไทย คณิตศาสตร์ในชีวิตประจำวัน",
        actions=(
            ActionPaper("เรียนอ่านกับครูพี่เลี้ยง", 1, "ศกร.ตำบลแม่สวด", "ศาลาวัด", "ทุกวันเสาร์", 48, 0),
            ActionPaper("ฝึกทอลายใหม่กับแม่ครู", 2, "กลุ่มทอผ้า", "บ้านแม่ครู", "ธ.ค.–มี.ค.", 60, 1500),
        ),
        method="พบกลุ่มสัปดาห์ละครั้ง",
        times="เสาร์ 09.00–12.00 น.",
        places="ศาลาวัด",
        media="ใบงาน คลิปเสียง",
        facilitator="นางสมร สุขล้วนงาม",
        mentors="นางหน่อแอริ พนาเจริญธรรม",
        partners="สกร.อำเภอสบเมย",
        support="ค่าเดินทาง",
        accommodations="เอกสารตัวใหญ่",
        funds="กองทุนตำบล 1,500 บาท",
        measurement="ฟังอ่านเดือนละครั้ง",
        evidence="ภาพถ่ายผ้า",
        credit_transfer="เสนอ 3 หน่วยกิต",
        next_review_on=date(2027, 2, 22),
        reviews=(ReviewPaper(date(2026, 8, 20), "นางสมร", "อ่านคำสองพยางค์ได้", "อ่านกับยาย"),),
        learner_comment="หนูชอบเรียนกับแม่ครู",
        facts=(Fact(1, "สิทธิรักษา", "ข้อมูลสุขภาพที่อ่อนไหว", sensitive=True),),
        printed=STAMP,
        qr="TR1:580604-MB-00017:2:8F3K",
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


def learner(given: str, surname: str, moo: str, village: str, number: int) -> LearnerPaper:
    """An invented learner of a village, with the sort keys a service would bring."""
    return replace(
        LEARNER,
        given=given,
        surname=surname,
        moo=moo,
        village=village,
        code=f"580604-MB-{number:05d}",
        sort_key=sort_key(f"{given} {surname}"),
        village_sort_key=f"{int(moo):03d}",
    )
