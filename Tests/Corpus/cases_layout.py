"""Workbooks in the layouts of point 1 to 4: tidy, years across, years down, indicators across, sheets."""
from layouts import *
from registry import case
from writers import save_constant_memory, save_office, save_xlsxwriter

LABELS = {FAM: ["Tổng số hộ", "Số hộ đạt GĐHT", "Tỷ lệ (%)"],
          CIT: ["Dân số từ 15 tuổi trở lên", "Số công dân đạt", "Tỷ lệ (%)"],
          CLA: ["Tổng số dòng họ", "Số dòng họ đạt", "Tỷ lệ (%)"],
          TRA: ["Dân số từ 15 tuổi trở lên", "Số người qua đào tạo", "Tỷ lệ (%)"],
          UNI: ["Dân số từ 15 tuổi trở lên", "Số người có trình độ đại học trở lên", "Tỷ lệ (%)"]}


@case("xlsx-tidy-en.xlsx", "openpyxl: tidy, English heads, shared strings")
def _(book):
    tidy(book.sheet("data"), XA, [CIT, TRA, UNI], [2022, 2023, 2024], EN[:5])


@case("xlsx-tidy-vi-status.xlsx", "xlsxwriter: tidy, Vietnamese heads and status words", save_xlsxwriter)
def _(book):
    tidy(book.sheet("Số liệu"), ["Xã An Bình"], list(TITLE), [2022, 2023, 2024], VI, statuses={2023: "preliminary", 2024: "estimated"})


@case("xlsx-tidy-not-at-a1.xlsx", "openpyxl: tidy table beginning at C5")
def _(book):
    tidy(book.sheet(), XA, [FAM], [2023, 2024], VI[:5], row=5, col=3)


@case("xlsx-tidy-percent.xlsx", "openpyxl: tidy, percents only")
def _(book):
    tidy(book.sheet(), XA, [CIT, UNI], [2022, 2023, 2024], VI, percent=lambda f: f.p1)


@case("xlsx-years-across-numbers.xlsx", "xlsxwriter: years as numbers across, percents", save_xlsxwriter)
def _(book):
    years_across_percent(book.sheet("Tỷ lệ"), 1, 1, XA, [CIT, TRA, UNI], YEARS, head=int)


@case("xlsx-years-across-texts.xlsx", "openpyxl: years as text cells across")
def _(book):
    years_across_percent(book.sheet(), 1, 1, XA, [CIT, TRA], YEARS)


@case("xlsx-years-across-words.xlsx", "openpyxl: “Năm 2020” across, STT, place cells merged down")
def _(book):
    years_across_percent(book.sheet(), 2, 2, XA, [CIT, FAM, CLA], YEARS, head=lambda y: f"Năm {y}", stt=True, repeat=False, merge_down=True)


@case("xlsx-years-across-share-above.xlsx", "xlsxwriter: “Tỷ lệ (%)” merged over the years", save_xlsxwriter)
def _(book):
    years_across_percent(book.sheet(), 1, 1, THON, [FAM], YEARS, head=int, over="Tỷ lệ (%)", names=TITLE, heads=("Thôn", "Chỉ tiêu"))


@case("xlsx-years-over-three.xlsx", "openpyxl: year over Tổng số, Số đạt, Tỷ lệ (merged)")
def _(book):
    years_across_counts(book.sheet(), 1, 1, XA, [CIT, FAM], [2022, 2023, 2024])


@case("xlsx-years-over-two.xlsx", "xlsxwriter: year over Số đạt, Tổng số (no shares)", save_xlsxwriter)
def _(book):
    years_across_counts(book.sheet(), 1, 1, XA, [TRA, UNI], [2023, 2024], parts=("Số đạt", "Tổng số"))


@case("xlsx-unit-column.xlsx", "openpyxl: a row an indicator, unit column ĐVT “%”, place named above")
def _(book):
    g = book.sheet()
    g.put(1, 1, "Đơn vị: Xã An Bình")
    g.row(3, 1, ["STT", "Chỉ tiêu", "ĐVT"] + YEARS)
    for n, i in enumerate([CIT, TRA, UNI, FAM]):
        g.row(4 + n, 1, [n + 1, "Tỷ lệ " + TITLE[i][0].lower() + TITLE[i][1:], "%"])
        for k, y in enumerate(YEARS):
            f = figure("Xã An Bình", i, y)
            g.put(4 + n, 4 + k, f.p1).expect(4 + n, 4 + k, "Xã An Bình", i, y, percent=f.p1)


@case("xlsx-section-rows.xlsx", "openpyxl: section row with the indicator, then Tổng số hộ / Số hộ đạt GĐHT / Tỷ lệ (%)")
def _(book):
    g = book.sheet()
    g.put(1, 1, "Địa phương: Xã Hòa Lạc")
    section_rows(g, 3, 1, "Xã Hòa Lạc", [FAM, CLA], YEARS, LABELS)


@case("xlsx-section-rows-units.xlsx", "xlsxwriter: the same with a unit column and “Năm …” heads", save_xlsxwriter)
def _(book):
    g = book.sheet("Biểu 01")
    g.put(1, 1, "Địa phương: Phường Kiến Hưng")
    section_rows(g, 3, 1, "Phường Kiến Hưng", [CIT, FAM], [2022, 2023, 2024], LABELS, head=lambda y: f"Năm {y}", units=True)


@case("xlsx-section-rows-no-share.xlsx", "openpyxl: sections of total and number only")
def _(book):
    g = book.sheet()
    g.put(1, 1, "Địa phương: Xã Hòa Lạc")
    section_rows(g, 2, 1, "Xã Hòa Lạc", [TRA, UNI], [2023, 2024], LABELS, share=False)


@case("xlsx-years-down.xlsx", "openpyxl: years down, indicators across, “Địa phương: …” above")
def _(book):
    g = book.sheet()
    g.put(1, 1, "Địa phương: Xã An Bình")
    years_down_percent(g, 3, 1, "Xã An Bình", [CIT, TRA, UNI, FAM], YEARS)


@case("xlsx-years-down-words.xlsx", "xlsxwriter: “Năm 2020” down", save_xlsxwriter)
def _(book):
    g = book.sheet()
    g.put(1, 1, "Địa phương: Phường Kiến Hưng")
    years_down_percent(g, 3, 1, "Phường Kiến Hưng", [CIT, UNI], YEARS, head=lambda y: f"Năm {y}")


@case("xlsx-years-down-counts.xlsx", "openpyxl: years down, two-row headings indicator over total, number, share")
def _(book):
    g = book.sheet()
    g.put(1, 1, "Địa phương:").put(1, 2, "Xã Hòa Lạc")
    g.put(3, 1, "Năm").merge(3, 1, 4, 1)
    for k, i in enumerate([CIT, FAM]):
        g.put(3, 2 + 3 * k, TITLE[i]).merge(3, 2 + 3 * k, 3, 4 + 3 * k)
        g.row(4, 2 + 3 * k, ["Tổng số", "Số đạt", "Tỷ lệ %"])
        for n, y in enumerate(YEARS):
            f = figure("Xã Hòa Lạc", i, y)
            g.put(5 + n, 1, y).row(5 + n, 2 + 3 * k, [f.base, f.count, f.p2])
            g.expect(5 + n, 3 + 3 * k, "Xã Hòa Lạc", i, y, f.count, f.base)


@case("xlsx-places-and-years-down.xlsx", "xlsxwriter: place and year columns, percents of three indicators across", save_xlsxwriter)
def _(book):
    g = book.sheet()
    g.row(1, 1, ["Xã, phường", "Năm"] + [SHARE[i] for i in (CIT, TRA, UNI)])
    row = 1
    for p in XA:
        for y in (2022, 2023, 2024):
            row += 1
            g.row(row, 1, [p, y])
            for k, i in enumerate((CIT, TRA, UNI)):
                f = figure(p, i, y)
                g.put(row, 3 + k, f.p1).expect(row, 3 + k, p, i, y, percent=f.p1)


@case("xlsx-places-merged-years-down.xlsx", "openpyxl: places merged down over their years")
def _(book):
    g = book.sheet()
    g.row(1, 1, ["TT", "Thôn", "Năm", SHARE[CIT], SHARE[FAM]])
    row = 1
    for n, p in enumerate(THON):
        first = row + 1
        for y in (2022, 2023, 2024):
            row += 1
            g.put(row, 3, y)
            for k, i in enumerate((CIT, FAM)):
                f = figure(p, i, y)
                g.put(row, 4 + k, f.p1).expect(row, 4 + k, p, i, y, percent=f.p1)
        g.put(first, 1, n + 1).merge(first, 1, row, 1)
        g.put(first, 2, p).merge(first, 2, row, 2)


@case("xlsx-indicators-across.xlsx", "openpyxl: indicator over Tổng số, Số đạt, Tỷ lệ; thôn down; the year in the title")
def _(book):
    g = book.sheet()
    g.put(1, 1, "SỐ LIỆU CÔNG DÂN HỌC TẬP, GIA ĐÌNH HỌC TẬP NĂM 2024").merge(1, 1, 1, 8)
    indicators_across(g, 3, 1, THON, [CIT, FAM], 2024)


@case("xlsx-indicators-across-year-column.xlsx", "xlsxwriter: the same with a year column", save_xlsxwriter)
def _(book):
    indicators_across(book.sheet(), 1, 1, THON, [CIT, FAM, CLA], None, with_year_column=[2022, 2023, 2024])


@case("xlsx-indicators-across-year-line.xlsx", "openpyxl: the year in a line of its own “Năm: 2023”")
def _(book):
    g = book.sheet()
    g.put(1, 1, "TỔNG HỢP DANH HIỆU HỌC TẬP").put(2, 1, "Năm: 2023")
    indicators_across(g, 4, 1, XA, [FAM, UNT], 2023, place_head="Xã, phường")


@case("xlsx-shared-base.xlsx", "openpyxl: population of 15 and over once before three shares, merged heads")
def _(book):
    g = book.sheet()
    g.put(1, 1, "TỔNG HỢP SỐ LIỆU NĂM 2024").merge(1, 1, 1, 9)
    shared_base(g, 3, 1, XA, 2024)


@case("xlsx-shared-base-counts.xlsx", "xlsxwriter: the same with numbers only", save_xlsxwriter)
def _(book):
    g = book.sheet("Năm 2023")
    shared_base(g, 1, 1, THON, 2023, with_percent=False)


@case("xlsx-sheet-a-year.xlsx", "openpyxl: sheets “2022”, “2023”, “2024”")
def _(book):
    for y in (2022, 2023, 2024):
        indicators_across(book.sheet(str(y)), 1, 1, THON, [CIT, FAM], y)


@case("xlsx-sheet-a-year-words.xlsx", "xlsxwriter: sheets “Năm 2023”, “Năm 2024”, total at the bottom", save_xlsxwriter)
def _(book):
    for y in (2023, 2024):
        indicators_across(book.sheet(f"Năm {y}"), 2, 2, THON, [FAM, CLA], y, total=("bottom", "Tổng cộng"))


@case("xlsx-sheet-an-indicator.xlsx", "openpyxl: a sheet an indicator, its title above, years across")
def _(book):
    for name, i in (("CDHT", CIT), ("GDHT", FAM), ("DHHT", CLA)):
        g = book.sheet(name)
        g.put(1, 1, SHARE[i]).merge(1, 1, 1, 6)
        g.row(3, 1, ["Thôn"] + YEARS)
        for n, p in enumerate(THON):
            g.put(4 + n, 1, p)
            for k, y in enumerate(YEARS):
                f = figure(p, i, y)
                g.put(4 + n, 2 + k, f.p1).expect(4 + n, 2 + k, p, i, y, percent=f.p1)


@case("xlsx-sheet-named-as-indicator.xlsx", "xlsxwriter: the indicator only in the sheet's name", save_xlsxwriter)
def _(book):
    for name, i in (("Công dân học tập", CIT), ("Gia đình học tập", FAM)):
        g = book.sheet(name)
        g.row(1, 1, ["Thôn", "Năm", "Tổng số", "Số đạt", "Tỷ lệ (%)"])
        row = 1
        for p in THON:
            for y in (2023, 2024):
                row += 1
                f = figure(p, i, y)
                g.row(row, 1, [p, y, f.base, f.count, f.p2]).expect(row, 4, p, i, y, f.count, f.base)


@case("xlsx-sheet-a-place.xlsx", "openpyxl: a sheet a thôn (the place only in the sheet's name)")
def _(book):
    for p in THON[:3]:
        years_down_percent(book.sheet(p), 1, 1, p, [CIT, TRA, FAM], [2022, 2023, 2024])


@case("xlsx-tables-below.xlsx", "openpyxl: a table a year, one below the other, with titles and blank rows")
def _(book):
    g, row = book.sheet("Tổng hợp"), 1
    for y in (2022, 2023, 2024):
        g.put(row, 1, f"Biểu {y - 2021}. Kết quả năm {y}")
        row = indicators_across(g, row + 1, 1, THON, [CIT, FAM], y, total=("bottom", "Cộng")) + 3


@case("xlsx-tables-below-indicators.xlsx", "xlsxwriter: a table an indicator below one another, counts by year", save_xlsxwriter)
def _(book):
    g, row = book.sheet(), 1
    for n, i in enumerate((FAM, CLA, UNT)):
        g.put(row, 1, f"{n + 1}. {TITLE[i]}")
        g.put(row + 1, 1, "Địa phương").merge(row + 1, 1, row + 2, 1)
        for k, y in enumerate((2023, 2024)):
            g.put(row + 1, 2 + 2 * k, y).merge(row + 1, 2 + 2 * k, row + 1, 3 + 2 * k)
            g.row(row + 2, 2 + 2 * k, ["Tổng số", "Số đạt"])
        for m, p in enumerate(XA):
            g.put(row + 3 + m, 1, p)
            for k, y in enumerate((2023, 2024)):
                f = figure(p, i, y)
                g.row(row + 3 + m, 2 + 2 * k, [f.base, f.count]).expect(row + 3 + m, 3 + 2 * k, p, i, y, f.count, f.base)
        row += 8


@case("xlsx-tables-beside.xlsx", "openpyxl: two tables beside one another with an empty column between")
def _(book):
    g = book.sheet()
    years_across_percent(g, 1, 1, XA, [CIT], [2022, 2023, 2024], head=int)
    years_across_percent(g, 1, 7, XA, [FAM], [2022, 2023, 2024], head=int)


@case("xlsx-place-across.xlsx", "openpyxl: places across, years down, one indicator in the title")
def _(book):
    g = book.sheet()
    g.put(1, 1, SHARE[TRA]).merge(1, 1, 1, 4)
    g.row(3, 1, ["Năm"] + XA)
    for n, y in enumerate(YEARS):
        g.put(4 + n, 1, y)
        for k, p in enumerate(XA):
            f = figure(p, TRA, y)
            g.put(4 + n, 2 + k, f.p1).expect(4 + n, 2 + k, p, TRA, y, percent=f.p1)
