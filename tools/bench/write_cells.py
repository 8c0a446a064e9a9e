"""Writes the cells of a JSON file, sheet by sheet, as an .xlsx file and prints the milliseconds; fails without XlsxWriter."""

import json
import sys
import tempfile
import time

import xlsxwriter

with open(sys.argv[1], encoding="utf8") as file:
    sheets = json.load(file)
started = time.perf_counter()
with tempfile.NamedTemporaryFile(suffix=".xlsx") as target:
    book = xlsxwriter.Workbook(target.name)
    look = {"border": 1, "text_wrap": True, "valign": "vcenter", "font_name": "宋体", "font_size": 10}
    words = book.add_format(look)
    numbers = {}
    for rows in sheets:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, (int, float)):
                    places = len(f"{value}".partition(".")[2])
                    if places not in numbers:
                        numbers[places] = book.add_format({**look, "num_format": "0." + "0" * places if places else "0"})
                    sheet.write_number(at, column, value, numbers[places])
                elif value is None:
                    sheet.write_blank(at, column, None, words)
                else:
                    sheet.write_string(at, column, value, words)
    book.close()
print(round((time.perf_counter() - started) * 1000))
