"""Workbooks with what stands around and between the figures: point 5."""
from layouts import *
from registry import case
from writers import save_xlsxwriter


@case("noise-letterhead-signature.xlsx", "openpyxl: quốc hiệu, merged title, notes, signature block")
def _(book):
    g = book.sheet("Biểu 1")
    row = letterhead(g, 9, "BÁO CÁO SỐ LIỆU XÂY DỰNG XÃ HỘI HỌC TẬP")
    row = years_across_counts(g, row, 1, THON, [CIT], [2023, 2024])
    signature(g, row + 2, 7)


@case("noise-letterhead-indicators.xlsx", "xlsxwriter: letterhead, indicators across, column numbers, total at the bottom", save_xlsxwriter)
def _(book):
    g = book.sheet("Năm 2024")
    row = letterhead(g, 8, "BÁO CÁO SỐ LIỆU CÁC DANH HIỆU HỌC TẬP NĂM 2024")
    row = indicators_across(g, row, 1, THON, [CIT, FAM], 2024, numbers=True, total=("bottom", "Tổng cộng"))
    signature(g, row + 1, 6)


@case("noise-place-only-in-letterhead.xlsx", "openpyxl: the place only as “UBND XÃ AN BÌNH”")
def _(book):
    g = book.sheet()
    row = letterhead(g, 6, "BÁO CÁO SỐ LIỆU ĐÁNH GIÁ CỘNG ĐỒNG HỌC TẬP CẤP XÃ")
    years = [2022, 2023, 2024]
    g.row(row, 1, ["STT", "Chỉ tiêu", "ĐVT"] + years)
    for n, i in enumerate((CIT, TRA, UNI)):
        row += 1
        g.row(row, 1, [n + 1, SHARE[i].replace(" (%)", ""), "%"])
        for k, y in enumerate(years):
            f = figure("Xã An Bình", i, y)
            g.put(row, 4 + k, f.p1).expect(row, 4 + k, "XÃ AN BÌNH", i, y, percent=f.p1)
    signature(g, row + 2, 5)


@case("noise-place-in-title.xlsx", "xlsxwriter: “Địa phương: Xã An Bình” among other lines", save_xlsxwriter)
def _(book):
    g = book.sheet()
    g.put(1, 1, "Mẫu số 02/XHHT").put(2, 1, "Địa phương: Xã An Bình").put(3, 1, "Người nhập: Nguyễn Thị Lan")
    years_down_percent(g, 5, 2, "Xã An Bình", [CIT, UNI], YEARS)


@case("noise-column-numbers.xlsx", "openpyxl: a row of (1) (2) (3) under the heads")
def _(book):
    years_across_counts(book.sheet(), 1, 1, XA, [FAM], [2023, 2024], numbers=True)


@case("noise-roman-rows.xlsx", "xlsxwriter: Roman numbers in the TT column", save_xlsxwriter)
def _(book):
    years_across_counts(book.sheet(), 1, 1, XA, [FAM, CIT], [2023, 2024], roman=True)


for n, (where, label) in enumerate([("top", "Tổng"), ("bottom", "Tổng cộng"), ("bottom", "Cộng"), ("top", "Toàn xã"), ("bottom", "TỔNG SỐ")]):
    @case(f"noise-total-{n + 1}-{where}.xlsx", f"{'openpyxl' if n % 2 else 'xlsxwriter'}: total row “{label}” at the {where}",
          **({} if n % 2 else {"save": save_xlsxwriter}))
    def _(book, where=where, label=label):
        indicators_across(book.sheet("Năm 2024"), 1, 1, THON, [CIT, FAM], 2024, total=(where, label))


for n, label in enumerate(["Bình quân", "Trung bình", "Bình quân chung toàn xã"]):
    @case(f"noise-average-{n + 1}.xlsx", f"openpyxl: average row “{label}” under percents")
    def _(book, label=label):
        g = book.sheet()
        row = years_across_percent(g, 1, 1, THON, [CIT], [2022, 2023, 2024], head=int, heads=("Thôn", "Chỉ tiêu")) + 1
        g.put(row, 1, label)
        for k, y in enumerate((2022, 2023, 2024)):
            g.put(row, 3 + k, round(sum(figure(p, CIT, y).p1 for p in THON) / 4, 1))


@case("noise-empty-rows-columns.xlsx", "openpyxl: empty columns after the names and empty rows between places")
def _(book):
    g = book.sheet()
    g.row(3, 2, ["Địa phương", None, "Chỉ tiêu", None, 2022, 2023, 2024])
    row = 3
    for p in XA:
        for i in (CIT, FAM):
            row += 1
            g.put(row, 2, p).put(row, 4, SHARE[i])
            for k, y in enumerate((2022, 2023, 2024)):
                f = figure(p, i, y)
                g.put(row, 6 + k, f.p1).expect(row, 6 + k, p, i, y, percent=f.p1)
        row += 1


@case("noise-hidden-rows-columns.xlsx", "xlsxwriter: hidden rows and a hidden year column are read", save_xlsxwriter)
def _(book):
    g = book.sheet()
    years_across_percent(g, 1, 1, XA, [CIT, FAM], YEARS, head=int)
    g.hidden_rows, g.hidden_columns = {3, 4}, {4}


@case("noise-hidden-sheets.xlsx", "openpyxl: a hidden and a very hidden sheet are read")
def _(book):
    for name, y, state in (("2022", 2022, "hidden"), ("2023", 2023, "veryHidden"), ("2024", 2024, "visible")):
        g = book.sheet(name)
        g.state = state
        indicators_across(g, 1, 1, THON, [FAM], y)


@case("noise-empty-first-sheet.xlsx", "openpyxl: the first sheet is empty")
def _(book):
    book.sheet("Sheet1")
    tidy(book.sheet("Sheet2"), XA, [CIT], [2023, 2024], VI[:5])


@case("noise-guide-sheet.xlsx", "xlsxwriter: a second sheet “Hướng dẫn” of text", save_xlsxwriter)
def _(book):
    tidy(book.sheet("Số liệu"), XA, [FAM, CLA], [2023, 2024], VI[:5])
    g = book.sheet("Hướng dẫn")
    for n, line in enumerate(["HƯỚNG DẪN NHẬP SỐ LIỆU", "1. Mỗi dòng là một chỉ tiêu của một năm.", "2. Số liệu lấy tại thời điểm 31/12.",
                              "3. Gửi về Văn phòng trước ngày 15/01/2025.", "Điện thoại: 024 3333 4444"]):
        g.put(n + 1, 1, line)


@case("noise-extra-columns.xlsx", "openpyxl: “Tăng/giảm so với năm trước”, “Kế hoạch 2025”, “Ghi chú” after the years")
def _(book):
    g = book.sheet()
    years_across_percent(g, 1, 1, XA, [CIT, TRA], [2022, 2023, 2024], head=int)
    g.row(1, 6, ["Tăng/giảm so với năm trước", "Kế hoạch 2025", "Ghi chú"])
    for row in range(2, 8):
        now, before = g.cells[(row, 5)].value, g.cells[(row, 4)].value
        g.row(row, 6, [round(now - before, 1), round(now + 3), "đạt" if row % 2 else None])


@case("noise-plan-between-years.xlsx", "xlsxwriter: plan column between the years, target column at the end", save_xlsxwriter)
def _(book):
    g = book.sheet()
    g.row(1, 1, ["STT", "Địa phương", "Chỉ tiêu", "Thực hiện 2022", "Thực hiện 2023", "Kế hoạch 2024", "Thực hiện 2024", "Mục tiêu 2030"])
    row = 1
    for p in XA:
        for i in (CIT, FAM):
            row += 1
            g.row(row, 1, [row - 1, p, SHARE[i]])
            for k, y in ((4, 2022), (5, 2023), (7, 2024)):
                f = figure(p, i, y)
                g.put(row, k, f.p1).expect(row, k, p, i, y, percent=f.p1)
            g.put(row, 6, 60.0).put(row, 8, 80.0)


@case("noise-plan-per-year.xlsx", "openpyxl: two-row heads year over (Kế hoạch, Thực hiện)")
def _(book):
    g = book.sheet()
    g.put(1, 1, "Địa phương").merge(1, 1, 2, 1)
    g.put(1, 2, "Chỉ tiêu").merge(1, 2, 2, 2)
    for k, y in enumerate((2023, 2024)):
        g.put(1, 3 + 2 * k, f"Năm {y}").merge(1, 3 + 2 * k, 1, 4 + 2 * k)
        g.row(2, 3 + 2 * k, ["Kế hoạch", "Thực hiện"])
    row = 2
    for p in XA:
        for i in (TRA, UNI):
            row += 1
            g.put(row, 1, p).put(row, 2, SHARE[i])
            for k, y in enumerate((2023, 2024)):
                f = figure(p, i, y)
                g.put(row, 3 + 2 * k, 55.5).put(row, 4 + 2 * k, f.p1).expect(row, 4 + 2 * k, p, i, y, percent=f.p1)


@case("noise-repeated-heads.xlsx", "openpyxl: the head row again in the middle (page break)")
def _(book):
    g = book.sheet()
    years_across_percent(g, 1, 1, XA[:2], [CIT, FAM], [2023, 2024], head=int)
    years_across_percent(g, 6, 1, XA[2:], [CIT, FAM], [2023, 2024], head=int)


@case("noise-groups-with-subtotals.xlsx", "xlsxwriter: places in groups, subtotal “Cộng” under each, “Tổng cộng” last", save_xlsxwriter)
def _(book):
    g = book.sheet("Năm 2024")
    g.row(1, 1, ["TT", "Địa phương", "Tổng số hộ gia đình", "Số hộ đạt Gia đình học tập", "Tỷ lệ (%)"])
    row, done = 1, []
    for name, places in (("Vùng đồng bằng", THON[:2]), ("Vùng núi", THON[2:])):
        row += 1
        g.put(row, 2, name)
        n = b = 0
        for m, p in enumerate(places):
            row += 1
            f = figure(p, FAM, 2024)
            n, b = n + f.count, b + f.base
            g.row(row, 1, [m + 1, p, f.base, f.count, f.p2]).expect(row, 4, p, FAM, 2024, f.count, f.base)
        row += 1
        g.row(row, 2, ["Cộng", b, n, round(100 * n / b, 2)])
        done.append((n, b))
    n, b = (sum(x) for x in zip(*done))
    g.row(row + 1, 2, ["Tổng cộng", b, n, round(100 * n / b, 2)])


@case("noise-other-indicators.xlsx", "openpyxl: rows of figures that are none of the indicators (dân số, thu nhập) beside a known one; unknown rows are not read")
def _(book):
    g = book.sheet()
    g.put(1, 1, "Địa phương: Xã An Bình")
    g.row(2, 1, ["TT", "Chỉ tiêu", "ĐVT", 2022, 2023, 2024])
    g.row(3, 1, [1, "Thu nhập bình quân đầu người", "triệu đồng", 61, 66, 72])
    g.row(4, 1, [2, "Tỷ lệ công dân có trình độ đại học trở lên", "%"])
    for k, y in enumerate((2022, 2023, 2024)):
        f = figure("Xã An Bình", UNI, y)
        g.put(4, 4 + k, f.p1).expect(4, 4 + k, "Xã An Bình", UNI, y, percent=f.p1)
    g.row(5, 1, [3, "Số giường bệnh", "giường", 10, 10, 12])
