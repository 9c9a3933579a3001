<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>AskingBar</name>
    <message>
        <source>บอกเหตุผลก่อน</source>
        <translation>Say why first</translation>
    </message>
    <message>
        <source>หมายเหตุ</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>ไม่ทำ</source>
        <translation>Do not</translation>
    </message>
</context>
<context>
    <name>BookForm</name>
    <message>
        <source>นับได้</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>จ่ายให้</source>
        <translation>Paid to</translation>
    </message>
    <message>
        <source>รับจาก</source>
        <translation>From</translation>
    </message>
    <message>
        <source>บอกเมื่อจ่ายเกินยอด หรือมีอะไรผิดปกติ</source>
        <translation>Say so where more is paid than there is, or anything is unusual</translation>
    </message>
</context>
<context>
    <name>BookWords</name>
    <message>
        <source>ผู้ไม่ประสงค์ออกนาม</source>
        <translation>Somebody unnamed</translation>
    </message>
    <message>
        <source>โอนจาก {fund}</source>
        <translation>Moved from {fund}</translation>
    </message>
    <message>
        <source>โอนไป {fund}</source>
        <translation>Moved to {fund}</translation>
    </message>
    <message>
        <source>มาถึงหลังปิดเดือน</source>
        <translation>Came after its month was closed</translation>
    </message>
    <message>
        <source>ยกเลิกแล้ว</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>ยกเลิก {number}</source>
        <translation>Takes back {number}</translation>
    </message>
    <message>
        <source>เกิดจริง {day}</source>
        <translation>Really on {day}</translation>
    </message>
    <message>
        <source>นับได้ {amount}</source>
        <translation>Counted {amount}</translation>
    </message>
    <message>
        <source>ตรงกับสมุด</source>
        <translation>as in the book</translation>
    </message>
    <message>
        <source>เกินสมุด {amount}</source>
        <translation>{amount} more than the book</translation>
    </message>
    <message>
        <source>ขาดจากสมุด {amount}</source>
        <translation>{amount} less than the book</translation>
    </message>
</context>
<context>
    <name>CashBookPresenter</name>
    <message>
        <source>ปิดเดือนแล้ว</source>
        <translation>Month closed</translation>
    </message>
</context>
<context>
    <name>CashBookScreen</name>
    <message>
        <source>สมุดเงินสด</source>
        <translation>Cash book</translation>
    </message>
    <message>
        <source>ลงรายการที่แถวล่าง: ชนิด วันที่ จำนวนเงิน ชื่อ แล้วกด Enter เลขที่โปรแกรมให้เอง
ผิดแล้วไม่ลบ เลือกแถวแล้วกด ยกเลิกรายการ จะมีบรรทัดกลับรายการให้เห็น
นับเงินสดเทียบสมุดได้ทุกเมื่อ ปิดเดือนแล้วรายการในเดือนนั้นไม่เปลี่ยนอีก</source>
        <translation>Write entries at the foot: kind, day, amount, name, then Enter. The program gives the number.
Nothing wrong is deleted: choose the row and take it back; a line that says so is added.
Count the cash against the book at any time. Once a month is closed, its entries change no more.</translation>
    </message>
    <message>
        <source>เดือนก่อน</source>
        <translation>Month before</translation>
    </message>
    <message>
        <source>เดือนถัดไป</source>
        <translation>Month after</translation>
    </message>
    <message>
        <source>เดือน</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>เพิ่มกองทุนก่อน แล้วจึงลงรับจ่ายได้</source>
        <translation>Add a fund first; then money can come and go.</translation>
    </message>
    <message>
        <source>ปิดเดือน {month} นับเงินสดได้ (บาท)</source>
        <translation>Close {month}: cash counted (baht)</translation>
    </message>
    <message>
        <source>ปิดเดือน</source>
        <translation>Close the month</translation>
    </message>
    <message>
        <source>ยกมา</source>
        <translation>Brought forward</translation>
    </message>
    <message>
        <source>รับ</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>จ่าย</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>คงเหลือ</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>ปิดเมื่อ {day}</source>
        <translation>Closed {day}</translation>
    </message>
    <message>
        <source>ปิดเดือน {month}</source>
        <translation>Close {month}</translation>
    </message>
    <message>
        <source>สมุดเงินสด {name}</source>
        <translation>Cash book of {name}</translation>
    </message>
    <message>
        <source>ยอดยกมา</source>
        <translation>Brought forward</translation>
    </message>
    <message>
        <source>วัน เดือน ปี</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>รายการ</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>เลขที่เอกสาร</source>
        <translation>Document no.</translation>
    </message>
    <message>
        <source>หมายเหตุ</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>FundCommands</name>
    <message>
        <source>ยอดคงเหลือของทุกกองทุน แยกตามเรื่อง</source>
        <translation>What is in each fund, by purpose</translation>
    </message>
    <message>
        <source>ตั้งกองทุน ทุนการศึกษา ซะกาต ประมูล</source>
        <translation>set up fund scholarship zakat auction</translation>
    </message>
    <message>
        <source>ทะเบียนสิ่งของ</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>สมุดเงินสด</source>
        <translation>Cash book</translation>
    </message>
    <message>
        <source>รายการในสมุดเงินสด</source>
        <translation>Entry in a cash book</translation>
    </message>
    <message>
        <source>รายการในทะเบียนสิ่งของ</source>
        <translation>Entry in a register of goods</translation>
    </message>
    <message>
        <source>บัญชี รายรับ รายจ่าย คงเหลือ</source>
        <translation>accounts income spending balance</translation>
    </message>
    <message>
        <source>ข้าวสาร ของบริจาค พัสดุ ประมูล</source>
        <translation>rice donated things supplies auction</translation>
    </message>
    <message>
        <source>รับเงินบริจาค</source>
        <translation>Receive a gift of money</translation>
    </message>
    <message>
        <source>ใบรับ ทำบุญ</source>
        <translation>receipt donation</translation>
    </message>
    <message>
        <source>จ่ายเงินกองทุน</source>
        <translation>Pay from a fund</translation>
    </message>
    <message>
        <source>ใบสำคัญ</source>
        <translation>voucher</translation>
    </message>
    <message>
        <source>นับเงินสด</source>
        <translation>Count the cash</translation>
    </message>
    <message>
        <source>ตรวจเงิน</source>
        <translation>check cash</translation>
    </message>
    <message>
        <source>รายชื่อกองทุน</source>
        <translation>List of funds</translation>
    </message>
    <message>
        <source>ใบรับหรือใบสำคัญ</source>
        <translation>Receipt or voucher</translation>
    </message>
</context>
<context>
    <name>FundScreen</name>
    <message>
        <source>ของใคร ใช้ทำอะไรได้</source>
        <translation>Whose it is, and what for</translation>
    </message>
    <message>
        <source>เงินและสิ่งของในกองทุน</source>
        <translation>Money and goods in the fund</translation>
    </message>
    <message>
        <source>เปิดสมุดเงินสด</source>
        <translation>Open the cash book</translation>
    </message>
    <message>
        <source>ทะเบียนสิ่งของ</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>ใช้ได้ทุกเรื่อง</source>
        <translation>For anything</translation>
    </message>
    <message>
        <source>ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ เปิดกองทุนก่อนจึงรับหรือจ่ายได้
เรื่องที่จ่ายได้ ถ้าไม่เลือกเลย จ่ายได้ทุกเรื่อง
จ่ายเกินจำนวนที่กำหนด ต้องมีผู้อนุมัติที่ไม่ใช่ผู้จ่าย</source>
        <translation>Every field saves itself. Open the fund before money comes and goes.
Where nothing is chosen, it may be paid for anything.
Above the limit somebody who does not pay must approve.</translation>
    </message>
</context>
<context>
    <name>FundWords</name>
    <message>
        <source>{amount} บาท</source>
        <translation>{amount} baht</translation>
    </message>
    <message>
        <source>กองทุนที่ควรถามใหม่</source>
        <translation>Funds to ask about again</translation>
    </message>
    <message>
        <source>โทรถามว่าใครลงชื่อได้ และจ่ายเรื่องอะไรได้ ยังเหมือนเดิมไหม</source>
        <translation>Ask whether the same people sign and the same things are paid for.</translation>
    </message>
    <message>
        <source>กองทุนที่ยอดติดลบ</source>
        <translation>Funds below zero</translation>
    </message>
    <message>
        <source>จ่ายไปมากกว่าที่รับไว้ ตรวจว่ามีรายการรับที่ยังไม่ได้ลง หรือโอนจากกองทุนอื่น</source>
        <translation>More was paid than received. See whether a gift was not written down, or move money from another fund.</translation>
    </message>
    <message>
        <source>เงินสดที่ควรนับ</source>
        <translation>Cash to be counted</translation>
    </message>
    <message>
        <source>เดือนที่ยังไม่ปิดบัญชี</source>
        <translation>Months not closed</translation>
    </message>
    <message>
        <source>ยังไม่เคยนับเงินสดเทียบกับสมุด</source>
        <translation>The cash was never counted against the book.</translation>
    </message>
    <message>
        <source>นับเงินสดครั้งล่าสุด {day}</source>
        <translation>The cash was last counted on {day}.</translation>
    </message>
    <message>
        <source>เดือน {month} จบแล้ว ยังไม่ได้ปิดบัญชี</source>
        <translation>{month} is over and not closed.</translation>
    </message>
</context>
<context>
    <name>FundsScreen</name>
    <message numerus="yes">
        <source>%n กองทุน</source>
        <translation>
            <numerusform>%n fund</numerusform>
            <numerusform>%n funds</numerusform>
        </translation>
    </message>
    <message>
        <source>ค้นชื่อกองทุน เจ้าของ หรือตั้งขึ้นเพื่ออะไร</source>
        <translation>Search name, owner or purpose</translation>
    </message>
    <message>
        <source>เริ่มจากเงินที่ชุมชนมีอยู่แล้ว เช่น ตู้บริจาค ซะกาต เงินประมูลพืชผล</source>
        <translation>Begin with what the community gives already: donation boxes, zakat, auctions of crops.</translation>
    </message>
    <message>
        <source>ยอดติดลบ</source>
        <translation>Below zero</translation>
    </message>
    <message>
        <source>เงินของชุมชนที่ใช้ช่วยการเรียนรู้ กด Enter ที่กองทุนเพื่อดูรายละเอียด หรือกด สมุดเงินสด
ยอดแยกตามเรื่องดูได้ที่หน้าของกองทุน สมุดนี้เป็นของชุมชน ไม่ใช่บัญชีของ อปท.</source>
        <translation>Money of the community that helps learning. Enter opens a fund, or open its cash book.
What it holds by purpose stands on its page. This is the community&apos;s book, not an account of the local authority.</translation>
    </message>
    <message>
        <source>สมุดเงินสด</source>
        <translation>Cash book</translation>
    </message>
    <message>
        <source>เจ้าของ</source>
        <translation>Owner</translation>
    </message>
</context>
<context>
    <name>GivenWords</name>
    <message>
        <source>จำนวนบอกเฉพาะผู้ดูแลเงิน และผู้ที่ลงรายการนั้นเอง</source>
        <translation>Amounts are told to those who handle money, and to whoever wrote the line</translation>
    </message>
</context>
<context>
    <name>GoodsForm</name>
    <message>
        <source>ให้แก่</source>
        <translation>Given to</translation>
    </message>
    <message>
        <source>ขายให้</source>
        <translation>Sold to</translation>
    </message>
    <message>
        <source>รับจาก</source>
        <translation>From</translation>
    </message>
    <message>
        <source>ได้เงิน</source>
        <translation>For (baht)</translation>
    </message>
    <message>
        <source>บอกเมื่อเสียหาย หรือของในสมุดไม่พอ</source>
        <translation>Why spoiled, or why there is more than the book says</translation>
    </message>
    <message>
        <source>กก. ชุด ถุง</source>
        <translation>kg, sets, bags</translation>
    </message>
</context>
<context>
    <name>GoodsScreen</name>
    <message>
        <source>ทะเบียนสิ่งของ</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>ของที่มีคนให้นับเป็นหน่วยของมัน ไม่รวมเป็นเงิน มูลค่าที่ใส่เป็นเพียงการประมาณ
ขายหรือประมูลได้เงิน เงินเข้าสมุดเงินสดให้เองเป็นเรื่องเดียวกัน ไม่นับซ้ำ
ผิดแล้วไม่ลบ เลือกแถวแล้วกด ยกเลิกรายการ</source>
        <translation>What is given is counted in its own unit and never added to money; a value is only an estimate.
What is sold or auctioned brings its cash into the cash book as one event, counted once.
Nothing wrong is deleted: choose the row and take it back.</translation>
    </message>
    <message>
        <source>เพิ่มกองทุนก่อน แล้วจึงลงสิ่งของได้</source>
        <translation>Add a fund first; then goods can come and go.</translation>
    </message>
    <message>
        <source>ยังไม่มีสิ่งของ</source>
        <translation>No goods yet</translation>
    </message>
    <message>
        <source>ลงของที่มีคนให้ที่แถวล่าง นับเป็นหน่วยของมัน</source>
        <translation>Write what was given at the foot, in its own unit.</translation>
    </message>
    <message>
        <source>ไม่มีของเหลือ</source>
        <translation>nothing left</translation>
    </message>
    <message>
        <source>คงเหลือ: {goods}</source>
        <translation>In store: {goods}</translation>
    </message>
    <message>
        <source>ทะเบียนสิ่งของ {name}</source>
        <translation>Register of goods of {name}</translation>
    </message>
    <message>
        <source>วัน เดือน ปี</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>สิ่งของ</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>รายการ</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>เลขที่เอกสาร</source>
        <translation>Document no.</translation>
    </message>
    <message>
        <source>รับเข้า</source>
        <translation>Came</translation>
    </message>
    <message>
        <source>จ่ายออก</source>
        <translation>Went</translation>
    </message>
    <message>
        <source>คงเหลือ</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>หมายเหตุ</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>ผู้ไม่ประสงค์ออกนาม</source>
        <translation>Somebody unnamed</translation>
    </message>
    <message>
        <source>ยกเลิกแล้ว</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>ได้เงิน {amount}</source>
        <translation>For {amount} baht</translation>
    </message>
    <message>
        <source>ประมาณ {amount} บาท</source>
        <translation>About {amount} baht</translation>
    </message>
</context>
<context>
    <name>LineForm</name>
    <message>
        <source>พิมพ์ชื่อคนหรือหน่วยงาน</source>
        <translation>Type a person or an agency</translation>
    </message>
    <message>
        <source>เรื่องอะไร ไม่ต้องเขียนชื่อคน</source>
        <translation>What for; no names here</translation>
    </message>
    <message>
        <source>เว้นว่าง โปรแกรมให้เลขเอง</source>
        <translation>Empty: the program gives it</translation>
    </message>
    <message>
        <source>ย่อ</source>
        <translation>Less</translation>
    </message>
    <message>
        <source>เพิ่มเติม</source>
        <translation>More</translation>
    </message>
    <message>
        <source>ลงสมุด</source>
        <translation>Write it down</translation>
    </message>
</context>
<context>
    <name>LinePresenter</name>
    <message>
        <source>ยกเลิกรายการแล้ว</source>
        <translation>Entry taken back</translation>
    </message>
</context>
<context>
    <name>LineScreen</name>
    <message>
        <source>ยกเลิกเพราะอะไร</source>
        <translation>Why is it taken back?</translation>
    </message>
    <message>
        <source>ยกเลิกรายการ</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>กองทุน</source>
        <translation>Fund</translation>
    </message>
    <message>
        <source>รายละเอียดกองทุน</source>
        <translation>About the fund</translation>
    </message>
    <message>
        <source>ใบรับ/ใบสำคัญ</source>
        <translation>Receipt/voucher</translation>
    </message>
    <message>
        <source>พิมพ์</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>ส่งออก</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>นำเข้า</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>ยังไม่มีกองทุน</source>
        <translation>No fund yet</translation>
    </message>
    <message>
        <source>เพิ่มกองทุน</source>
        <translation>Add a fund</translation>
    </message>
</context>
<context>
    <name>NewFundScreen</name>
    <message>
        <source>ชื่อก็พอ เปิดกองทุนแล้วจึงเริ่มรับและจ่าย</source>
        <translation>A name is enough. Once the fund is opened, money can come and go.</translation>
    </message>
</context>
</TS>
