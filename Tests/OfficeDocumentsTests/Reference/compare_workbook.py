"""Reads a workbook with openpyxl and holds its gap sheet against the CSV that was written beside it.

    forecast --target level2 --format xlsx --output out
    python3 Tests/OfficeDocumentsTests/Reference/compare_workbook.py out/gap-level2-kien-hung

Prints what every sheet is set to, then the number of cells compared and those that differ. Needs openpyxl.
"""

import csv
import sys

import openpyxl

# Heading in the sheet: heading in the CSV, what one of the sheet is in the CSV, decimals of the CSV.
# Cells of grades and empty cells are alike in both.
COLUMNS = {
    "Năm số liệu": ("Năm số liệu", 1, 0),
    "Số đạt": ("Số đạt", 1, 0),
    "Tổng số": ("Tổng số", 1, 0),
    "Hiện trạng": ("Hiện trạng", 100, 2),
    "Yêu cầu": ("Ngưỡng", 100, 2),
    "Thiếu (điểm %)": ("Còn thiếu (điểm %)", 1, 2),
    "Nhịp đã qua (điểm / năm)": ("Nhịp đã qua (điểm/năm)", 1, 2),
    "Nhịp dự kiến (điểm / năm)": ("Nhịp dự kiến (điểm/năm)", 1, 2),
    "Nhịp cần có (điểm / năm)": ("Nhịp cần có (điểm/năm)", 1, 2),
    "Trên 50% từ": ("Năm đạt xác suất 50%", 1, 0),
    "Trên 80% từ": ("Năm đạt xác suất 80%", 1, 0),
}


def main(stem):
    book = openpyxl.load_workbook(stem + ".xlsx")
    print("created", book.properties.created, "title", book.properties.title)
    for sheet in book:
        print(
            f"{sheet.title}: {sheet.dimensions}, frozen {sheet.freeze_panes}, filter"
            f" {sheet.auto_filter.ref}, repeated {sheet.print_title_rows}"
        )
    sheet = book["Khoảng cách"]
    rows = [[cell for cell in row] for row in sheet.iter_rows()]
    start = next(i for i, row in enumerate(rows) if row[0].value == "Mã")
    names = [cell.value for cell in rows[start]]
    with open(stem + ".csv", encoding="utf-8-sig", newline="") as file:
        table = {row["Mã"]: row for row in csv.DictReader(file, delimiter=";")}
    compared, different = 0, []
    for row in rows[start + 1 :]:
        cells = dict(zip(names, row))
        other = table[cells["Mã"].value]
        for name, (heading, unit, decimals) in COLUMNS.items():
            cell, text = cells[name], other[heading].replace(",", ".")
            scale = unit if cell.number_format.endswith("%") else 1
            compared += 1
            if cell.value is None or text == "":
                same = cell.value is None and text == ""
            else:
                # Half a unit of the CSV's last place, and what six decimals of a fraction leave.
                same = abs(cell.value * scale - float(text)) <= 0.5 * 10**-decimals + 1e-4
            if not same:
                different.append((cells["Mã"].value, name, cell.value, text))
    print(len(table), "rows,", compared, "cells compared,", len(different), "differ")
    for item in different:
        print(*item)
    return bool(different) or len(table) != len(rows) - start - 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
