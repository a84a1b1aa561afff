# SPDX-License-Identifier: EUPL-1.2
"""Writes a workbook with the traps of docs/arbetsbocker.md, and one with a formula that was never calculated:
nasty.py FOLDER. Needs openpyxl."""
import sys
import zipfile

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from datetime import date, timedelta

folder = sys.argv[1]
path = f"{folder}/utforda.xlsx"
book = Workbook()
book.epoch = CALENDAR_MAC_1904

cover = book.active
cover.title = "Läs mig"
cover.append(["Utdrag ur verksamhetssystemet"])

sheet = book.create_sheet("Utförd tid")
sheet.append(["Utförd ledsagning"])
sheet.append(["Personnummer", "Insats", "Besök", None, "Kommentar"])
sheet.append([None, None, "Datum", "Timmar", None])
for merged in ("A2:A3", "B2:B3", "C2:D2", "E2:E3"):
    sheet.merge_cells(merged)

# Test numbers of the series 980-999: one person as text, as a number and as ten digits; another without its zero.
rows = [
    ("19650101-9993", date(2019, 3, 1), 7.5, "text"),
    (196501019993, date(2019, 3, 4), 2, "tal, samma person"),
    ("6501019993", date(2019, 3, 5), 2, "tio siffror, samma person"),
    (501019996, date(2019, 3, 6), 1, "tal, nollan borta"),
    ("200501019996", date(2019, 3, 7), 1, "samma som raden ovan"),
    (196501019993, date(2019, 3, 11), timedelta(hours=26, minutes=30), "längd i [h]:mm"),
    (196501019993, date(2019, 3, 12), 1, "dold rad"),
    (196501019993, (date(2019, 3, 13) - date(1904, 1, 1)).days, 1, "löpnummer utan format"),
    (196501019993, date(2019, 3, 14), 1, "rad_x000D_\nbruten"),
    (196501019993, date(2019, 3, 15), "#N/A", "fel i cellen"),
]
for number, day, hours, comment in rows:
    sheet.append([number, "Ledsagning", day, hours, comment])
    row = sheet.max_row
    if isinstance(day, date):
        sheet.cell(row, 3).number_format = "yyyy-mm-dd"
    if isinstance(hours, timedelta):
        sheet.cell(row, 4).number_format = "[h]:mm"
    if comment == "dold rad":
        sheet.row_dimensions[row].hidden = True
    if comment == "text":
        sheet.cell(row, 2).value = CellRichText("Led", TextBlock(InlineFont(b=True), "sagning"))
sheet.append(["Summa", None, None, 44, None])

book.save(path)

formulas = Workbook()
sheet = formulas.active
sheet.append(["Personnummer", "Insats", "Datum", "Timmar"])
sheet.append(["19650101-9993", "Ledsagning", date(2019, 4, 1), "=3+4"])
sheet.cell(2, 3).number_format = "yyyy-mm-dd"
formulas.save(f"{folder}/formel.xlsx")

# How a word is pronounced, which openpyxl does not write.
with zipfile.ZipFile(path) as old:
    parts = {name: old.read(name) for name in old.namelist()}
sheet = "xl/worksheets/sheet2.xml"
plain = "<is><t>text</t></is>"
assert plain in parts[sheet].decode()
spoken = plain.replace("</is>", '<rPh sb="0" eb="4"><t>UTTAL</t></rPh></is>')
parts[sheet] = parts[sheet].decode().replace(plain, spoken).encode()
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
    for name, data in parts.items():
        new.writestr(name, data)
