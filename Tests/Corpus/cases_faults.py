"""Readable files with faulty figures; all faults must be named: point 8."""
from layouts import *
from registry import case
from writers import save_office, save_text, save_xlsxwriter


# --- one fault in a tidy table -----------------------------------------------------------------

def tidy_fault(name, why, row, col, kind, value, also=(), percent=None, **options):
    """Writes `value` at (row, col) of a tidy table, as csv and as xlsx."""
    for ending in ("csv", "xlsx"):
        @case(f"fault-{name}.{ending}", f"{why} ({'text' if ending == 'csv' else 'openpyxl'})",
              **({"save": save_text, "sep": ";"} if ending == "csv" else {}))
        def _(book, ending=ending):
            g = book.sheet("Số liệu")
            tidy(g, ["Xã An Bình", "Xã Hòa Lạc"], [FAM], [2022, 2023, 2024], VI[:5], percent=percent)
            if callable(value):
                value(g)
                told = None
            else:
                g.put(row, col, value)
                told = str(value)
            g.fault(row, col, kind, told, also)


tidy_fault("no-number", "text that is no number among the counts", 3, 4, "no-number", "chưa thống kê")
tidy_fault("number-with-letter", "a letter o in a number", 4, 4, "no-number", "2o87")
tidy_fault("count-above-base", "count above base", 4, 4, "count-above-base", 4874, also=[(4, 5)])
tidy_fault("negative-count", "negative count", 5, 4, "negative", -12)
tidy_fault("fraction-count", "a count that is not whole", 5, 4, "not-whole", "2987,5")
tidy_fault("percent-153", "percent above 100", 3, 4, "percent-out-of-range", 153, percent=lambda f: f.p1)
tidy_fault("percent-negative", "percent below 0", 3, 4, "percent-out-of-range", -3, percent=lambda f: f.p1)
tidy_fault("year-20244", "year of five digits", 4, 3, "year", 20244)
tidy_fault("year-text", "a year that is no year", 6, 3, "year", "hai nghìn")
tidy_fault("same-figure-twice", "the same figure twice with different values", 4, 3, "duplicate", lambda g: g.put(4, 3, 2023),
           also=[(3, 3), (4, 4), (3, 4), (4, 1), (3, 1)])


@case("fault-decimal-tie.csv", "“12,5” and “12.5” once each in the percents", save_text, sep=";")
def _(book):
    g = book.sheet()
    g.row(1, 1, VI[:3] + ["Tỷ lệ (%)"]).row(2, 1, ["Xã An Bình", TITLE[UNI], 2023, "12,5"]).row(3, 1, ["Xã An Bình", TITLE[UNI], 2024, "13.5"])
    g.fault(3, 4, "decimal-mark", None, [(2, 4)])


@case("fault-decimal-tie.xlsx", "openpyxl: texts “12,5” and “12.5” once each in the percents")
def _(book):
    g = book.sheet()
    g.row(1, 1, VI[:3] + ["Tỷ lệ (%)"]).row(2, 1, ["Xã An Bình", TITLE[UNI], 2023, "12,5"]).row(3, 1, ["Xã An Bình", TITLE[UNI], 2024, "13.5"])
    g.fault(3, 4, "decimal-mark", None, [(2, 4)])


for ending in ("csv", "xlsx"):
    @case(f"fault-percent-contradicts.{ending}", "a printed percent that contradicts count and base",
          **({"save": save_text, "sep": ";"} if ending == "csv" else {"save": save_xlsxwriter}))
    def _(book):
        g = book.sheet()
        g.row(1, 1, VI[:5] + ["Tỷ lệ (%)"])
        for n, y in enumerate((2022, 2023, 2024)):
            f = figure("Xã An Bình", FAM, y)
            g.row(2 + n, 1, ["Xã An Bình", TITLE[FAM], y, f.count, f.base, round(f.p2 - 10, 2) if n == 1 else f.p2])
        g.fault(3, 6, "percent-contradicts", None, [(3, 4), (3, 5)])


# --- one fault in wide workbooks ---------------------------------------------------------------

def wide_fault(name, why, row, col, kind, value, told=None, save=None, also=(), **options):
    @case(f"fault-wide-{name}.xlsx", why, **({"save": save, **options} if save else {}))
    def _(book):
        g = book.sheet("Tỷ lệ")
        years_across_percent(g, 1, 1, XA, [CIT, UNI], [2022, 2023, 2024], head=int)
        g.put(row, col, value)
        g.fault(row, col, kind, told, also)


wide_fault("no-number", "openpyxl: text among percents, years across", 4, 4, "no-number", "đang rà soát", "đang rà soát")
wide_fault("percent-153", "xlsxwriter: 153 among percents", 6, 5, "percent-out-of-range", 153, "153", save_xlsxwriter)
wide_fault("not-available", "openpyxl: #N/A in a figure cell", 3, 3, "error-value", "#N/A", "#N/A")
wide_fault("division", "xlsxwriter: formula with cached #DIV/0!", 5, 4, "error-value", Cell("#DIV/0!", formula="=C5/0"), None, save_xlsxwriter)
wide_fault("division-by-office", "LibreOffice: =C5/0 recalculated to #DIV/0!", 5, 4, "error-value", Cell(0, formula="=C5/0"), None, save_office, through=("ods",))
wide_fault("formula-without-value", "openpyxl: a formula without a cached value", 4, 5, "formula-without-value", Cell(0, formula="=D4+1"))


@case("fault-wide-counts.xlsx", "openpyxl: count above base and a share that contradicts, in two-row headings")
def _(book):
    g = book.sheet("Biểu 1")
    years_across_counts(g, 1, 1, XA, [FAM], [2023, 2024])
    f = figure(XA[0], FAM, 2023)
    g.put(3, 5, f.base + 100).put(3, 6, round(100 * (f.base + 100) / f.base, 2))
    g.fault(3, 5, "count-above-base", str(f.base + 100), [(3, 4), (3, 6)])
    f = figure(XA[2], FAM, 2024)
    g.put(5, 9, round(f.p2 - 20, 2))
    g.fault(5, 9, "percent-contradicts", None, [(5, 8), (5, 7)])


@case("fault-two-tables-differ.xlsx", "xlsxwriter: two sheets give one figure differently", save_xlsxwriter)
def _(book):
    a, b = book.sheet("Biểu 1"), book.sheet("Biểu 2")
    years_across_percent(a, 1, 1, XA, [CIT], [2023, 2024], head=int)
    years_across_percent(b, 1, 1, XA[:1], [CIT], [2024], head=int)
    b.put(2, 3, 71.3)
    book.faults.append({"kind": "duplicate", "value": None, "_sheet": None, "_row": None, "_col": None, "_also": []})


# --- nothing to find ---------------------------------------------------------------------------

@case("fault-letter.xlsx", "openpyxl: only a letter, no table")
def _(book):
    g = book.sheet("Công văn")
    for n, line in enumerate(["UBND XÃ AN BÌNH", "Số: 15/UBND-VHXH", "V/v báo cáo kết quả xây dựng xã hội học tập",
                              "Kính gửi: Phòng Văn hóa – Xã hội.", "Thực hiện Thông tư số 25/2023/TT-BGDĐT, UBND xã báo cáo như sau:",
                              "Công tác gia đình học tập được quan tâm, nhiều hộ tham gia.", "Trân trọng./."]):
        g.put(n + 1, 1, line)
    book.faults.append({"kind": "no-table", "value": None, "_sheet": None, "_row": None, "_col": None, "_also": []})


@case("fault-letter.csv", "a letter as text", save_text)
def _(book):
    g = book.sheet()
    for n, line in enumerate(["UBND XÃ AN BÌNH", "Kính gửi: Phòng Văn hóa – Xã hội.", "Xin gửi số liệu sau.", "Trân trọng./."]):
        g.put(n + 1, 1, line)
    book.faults.append({"kind": "no-table", "value": None, "_sheet": None, "_row": None, "_col": None, "_also": []})


@case("fault-no-place.xlsx", "openpyxl: no place anywhere")
def _(book):
    g = book.sheet("Sheet1")
    g.row(1, 1, ["STT", "Chỉ tiêu", 2022, 2023, 2024])
    for n, i in enumerate((CIT, TRA)):
        g.row(2 + n, 1, [n + 1, SHARE[i]] + [figure(XA[0], i, y).p1 for y in (2022, 2023, 2024)])
    book.faults.append({"kind": "no-place", "value": None, "_sheet": None, "_row": None, "_col": None, "_also": []})


@case("fault-no-year.xlsx", "xlsxwriter: no year anywhere", save_xlsxwriter)
def _(book):
    g = book.sheet("Sheet1")
    g.row(1, 1, ["STT", "Thôn", "Tổng số hộ gia đình", "Số hộ đạt Gia đình học tập", "Tỷ lệ (%)"])
    for n, p in enumerate(THON):
        f = figure(p, FAM, 2024)
        g.row(2 + n, 1, [n + 1, p, f.base, f.count, f.p2])
    book.faults.append({"kind": "no-year", "value": None, "_sheet": None, "_row": None, "_col": None, "_also": []})


# --- several at once ---------------------------------------------------------------------------

for ending in ("csv", "xlsx"):
    @case(f"fault-five-at-once.{ending}", "five faults in one tidy table, all must be named",
          **({"save": save_text, "sep": ";"} if ending == "csv" else {}))
    def _(book):
        g = book.sheet("Số liệu")
        tidy(g, XA, [FAM, CLA], [2022, 2023, 2024], VI[:5])
        for row, col, value, kind, also in ((3, 4, "không rõ", "no-number", ()), (5, 3, 20244, "year", ()), (8, 4, -7, "negative", ()),
                                            (12, 4, 77, "count-above-base", ((12, 5),)), (16, 5, "n/a?", "no-number", ())):
            g.put(row, col, value).fault(row, col, kind, str(value), also)


@case("fault-five-at-once-wide.xlsx", "xlsxwriter: five faults in two sheets of percents", save_xlsxwriter)
def _(book):
    for name, spots in (("Biểu 1", ((2, 3, 140.2, "percent-out-of-range"), (4, 5, "hơn nửa", "no-number"), (7, 4, -1, "percent-out-of-range"))),
                        ("Biểu 2", ((3, 4, "12,5,1", "no-number"), (3, 5, Cell("#N/A", formula="=NA()"), "error-value")))):
        g = book.sheet(name)
        years_across_percent(g, 1, 1, XA if name == "Biểu 1" else XA[:1], [CIT, UNI] if name == "Biểu 1" else [FAM, CLA], [2022, 2023, 2024], head=int)
        for row, col, value, kind in spots:
            g.put(row, col, value).fault(row, col, kind, None if isinstance(value, Cell) else str(value))
