"""Further layouts and wordings seen in reports of communes."""
from layouts import *
from registry import case
from writers import save_office, save_text, save_xlsxwriter

Y3 = [2022, 2023, 2024]


def grouped(g, row, places, outer, inner, outer_name, inner_name, pick, head="Thôn", merged=True, stt=True):
    """Two head rows, `outer` over `inner`, shares in the cells."""
    c = 1
    for text in (["STT"] if stt else []) + [head]:
        g.put(row, c, text)
        if merged:
            g.merge(row, c, row + 1, c)
        c += 1
    for k, o in enumerate(outer):
        at = c + k * len(inner)
        g.put(row, at, outer_name(o))
        if merged:
            g.merge(row, at, row, at + len(inner) - 1)
        g.row(row + 1, at, [inner_name(i) for i in inner])
    for n, p in enumerate(places):
        g.row(row + 2 + n, 1, ([n + 1] if stt else []) + [p])
        for k, o in enumerate(outer):
            for m, i in enumerate(inner):
                indicator, year = pick(o, i)
                f = figure(p, indicator, year)
                at = c + k * len(inner) + m
                g.put(row + 2 + n, at, f.p1).expect(row + 2 + n, at, p, indicator, year, percent=f.p1)
    return row + 1 + len(places)


@case("more-indicator-over-years.xlsx", "openpyxl: indicator merged over its years, thôn down, shares")
def _(book):
    g = book.sheet("Tổng hợp")
    g.put(1, 1, "TỶ LỆ CÁC DANH HIỆU HỌC TẬP GIAI ĐOẠN 2022 – 2024").merge(1, 1, 1, 8)
    grouped(g, 3, THON, [CIT, FAM], Y3, SHARE.get, int, lambda o, i: (o, i))


@case("more-year-over-indicators.xlsx", "xlsxwriter: year merged over indicators, places down, shares", save_xlsxwriter)
def _(book):
    g = book.sheet("Tổng hợp")
    grouped(g, 1, XA, Y3, [CIT, TRA, UNI], lambda y: f"Năm {y}", SHARE.get, lambda o, i: (i, o), head="Xã, phường")


@case("more-indicator-over-years.csv", "the same as CSV: merged heads leave blanks", save_text, sep=";")
def _(book):
    grouped(book.sheet(), 1, THON, [CIT, FAM], Y3, SHARE.get, int, lambda o, i: (o, i), merged=False)


@case("more-three-head-rows.xlsx", "openpyxl: indicator over year over (Tổng số, Số đạt)")
def _(book):
    g = book.sheet()
    g.put(1, 1, "TT").merge(1, 1, 3, 1)
    g.put(1, 2, "Thôn").merge(1, 2, 3, 2)
    for k, i in enumerate((CIT, FAM)):
        g.put(1, 3 + 4 * k, TITLE[i]).merge(1, 3 + 4 * k, 1, 6 + 4 * k)
        for m, y in enumerate((2023, 2024)):
            at = 3 + 4 * k + 2 * m
            g.put(2, at, f"Năm {y}").merge(2, at, 2, at + 1)
            g.row(3, at, ["Tổng số", "Số đạt"])
            for n, p in enumerate(THON):
                f = figure(p, i, y)
                g.row(4 + n, 1, [n + 1, p]).row(4 + n, at, [f.base, f.count]).expect(4 + n, at + 1, p, i, y, f.count, f.base)


@case("more-place-sections.xlsx", "xlsxwriter: a section row a place (I. Thôn …), indicators under it, years across", save_xlsxwriter)
def _(book):
    g = book.sheet()
    g.row(1, 1, ["TT", "Nội dung", "ĐVT"] + Y3)
    row = 1
    for n, p in enumerate(THON[:3]):
        row += 1
        g.put(row, 1, ["I", "II", "III"][n]).put(row, 2, p)
        for m, i in enumerate((CIT, FAM)):
            row += 1
            g.row(row, 1, [m + 1, SHARE[i].replace(" (%)", ""), "%"])
            for k, y in enumerate(Y3):
                f = figure(p, i, y)
                g.put(row, 4 + k, f.p1).expect(row, 4 + k, p, i, y, percent=f.p1)


@case("more-base-row-shared.xlsx", "openpyxl: rows: population of 15 and over once, then the three numbers; unit người; years across")
def _(book):
    g = book.sheet()
    g.put(1, 1, "Địa phương: Xã An Bình")
    g.row(3, 1, ["STT", "Nội dung", "Đơn vị tính"] + Y3)
    g.row(4, 1, [1, "Dân số từ 15 tuổi trở lên", "người"])
    for m, (i, name) in enumerate(((CIT, "Số công dân đạt danh hiệu “Công dân học tập”"), (TRA, "Số công dân qua đào tạo trình độ chuyên môn kỹ thuật"),
                                   (UNI, "Số công dân có trình độ đại học trở lên"))):
        g.row(5 + m, 1, [2 + m, name, "người"])
        for k, y in enumerate(Y3):
            f = figure("Xã An Bình", i, y)
            g.put(4, 4 + k, f.base).put(5 + m, 4 + k, f.count).expect(5 + m, 4 + k, "Xã An Bình", i, y, f.count, f.base)


@case("more-codes-before-titles.xlsx", "openpyxl: “5.1. Tỷ lệ …”, “5.2a) …” before the titles")
def _(book):
    g = book.sheet()
    names = {CIT: "5.1. " + SHARE[CIT], TRA: "5.2a. " + SHARE[TRA], UNI: "5.2b. " + SHARE[UNI]}
    years_across_percent(g, 1, 1, XA, list(names), Y3, head=int, names=names)


@case("more-all-titles.xlsx", "xlsxwriter: all seven indicators in rows, other wordings of each", save_xlsxwriter)
def _(book):
    g = book.sheet()
    names = {CIT: "Tỉ lệ công dân đạt danh hiệu 'Công dân học tập'", TRA: "Tỷ lệ công dân qua đào tạo trình độ chuyên môn, kỹ thuật",
             UNI: "Tỷ lệ công dân có trình độ Đại học trở lên", FAM: "Tỷ lệ gia đình đạt danh hiệu \"Gia đình học tập\"",
             CLA: "Tỷ lệ dòng họ đạt danh hiệu «Dòng họ học tập»", COM: "Tỷ lệ thôn, tổ dân phố đạt “Cộng đồng học tập”", UNT: "Tỷ lệ đơn vị đạt danh hiệu “Đơn vị học tập”"}
    years_across_percent(g, 1, 1, ["Xã An Bình"], list(names), YEARS, head=int, names=names, repeat=False, merge_down=True)


@case("more-title-range-of-years.xlsx", "openpyxl: title “giai đoạn 2020 – 2024”, decision of 2021 and date of 2025 above; years across decide")
def _(book):
    g = book.sheet()
    g.put(1, 1, "Thực hiện Quyết định số 1373/QĐ-TTg ngày 30/7/2021")
    g.put(2, 1, "KẾT QUẢ GIAI ĐOẠN 2020 – 2024").merge(2, 1, 2, 7)
    g.put(3, 5, "An Bình, ngày 15 tháng 01 năm 2025")
    years_across_percent(g, 5, 1, XA, [FAM, UNT], YEARS, head=int)


@case("more-date-above-title-year.xlsx", "openpyxl: date of 2025 in the letterhead, “NĂM 2024” in the title: 2024")
def _(book):
    g = book.sheet("Biểu 1")
    row = letterhead(g, 8, "BÁO CÁO KẾT QUẢ CÁC DANH HIỆU HỌC TẬP NĂM 2024")
    g.put(3, 5, "An Bình, ngày 15 tháng 01 năm 2025")
    indicators_across(g, row, 1, THON, [FAM, CLA], 2024)


@case("more-place-kinds.xlsx", "xlsxwriter: tổ dân phố, bản, ấp, khu phố, buôn as places", save_xlsxwriter)
def _(book):
    g = book.sheet("Năm 2024")
    places = ["Tổ dân phố số 1", "TDP 2", "Thôn 3", "Bản Nà Lốc", "Ấp Tân Hòa", "Khu phố 4", "Buôn Ea Tul"]
    g.row(1, 1, ["STT", "Thôn/TDP", "Tổng số hộ gia đình", "Số hộ đạt Gia đình học tập"])
    for n, p in enumerate(places):
        f = figure(p, FAM, 2024)
        g.row(2 + n, 1, [n + 1, p, f.base, f.count]).expect(2 + n, 4, p, FAM, 2024, f.count, f.base)


for n, head in enumerate(["Tên thôn, tổ dân phố", "Đơn vị", "Tên xã/phường", "Xã", "ĐỊA BÀN"]):
    @case(f"more-place-head-{n + 1}.xlsx", f"openpyxl: the places' head is “{head}”")
    def _(book, head=head):
        places = THON if "thôn" in head or head == "ĐỊA BÀN" else XA
        indicators_across(book.sheet("Năm 2024"), 1, 1, places, [CIT], 2024, place_head=head)


@case("more-abbreviated-heads.xlsx", "openpyxl: “TS”, “SL”, “TL (%)” under the indicator")
def _(book):
    g = book.sheet("Năm 2023")
    row = 1
    g.row(row, 1, ["TT", "Thôn"]).merge(1, 1, 2, 1).merge(1, 2, 2, 2)
    for k, i in enumerate((FAM, CLA)):
        g.put(1, 3 + 3 * k, TITLE[i]).merge(1, 3 + 3 * k, 1, 5 + 3 * k)
        g.row(2, 3 + 3 * k, ["TS", "SL đạt", "TL (%)"])
        for n, p in enumerate(THON):
            f = figure(p, i, 2023)
            g.row(3 + n, 1, [n + 1, p]).row(3 + n, 3 + 3 * k, [f.base, f.count, f.p2]).expect(3 + n, 4 + 3 * k, p, i, 2023, f.count, f.base)


@case("more-one-row-long-heads.xlsx", "xlsxwriter: one head row with long names for totals and numbers of two indicators", save_xlsxwriter)
def _(book):
    g = book.sheet("2024")
    g.row(1, 1, ["TT", "Thôn", "Tổng số hộ gia đình", "Số hộ đạt danh hiệu Gia đình học tập", "Tỷ lệ gia đình học tập (%)",
                 "Tổng số dòng họ", "Số dòng họ đạt danh hiệu Dòng họ học tập", "Tỷ lệ dòng họ học tập (%)"])
    for n, p in enumerate(THON):
        g.row(2 + n, 1, [n + 1, p])
        for k, i in enumerate((FAM, CLA)):
            f = figure(p, i, 2024)
            g.row(2 + n, 3 + 3 * k, [f.base, f.count, f.p2]).expect(2 + n, 4 + 3 * k, p, i, 2024, f.count, f.base)


@case("more-total-merged-over-number.xlsx", "openpyxl: “Tổng cộng” merged over STT and name, “Bình quân” below")
def _(book):
    g = book.sheet("Năm 2024")
    row = indicators_across(g, 1, 1, THON, [FAM], 2024)
    a = [figure(p, FAM, 2024) for p in THON]
    n, b = sum(f.count for f in a), sum(f.base for f in a)
    g.put(row + 1, 1, "TỔNG CỘNG").merge(row + 1, 1, row + 1, 2).row(row + 1, 3, [b, n, round(100 * n / b, 2)])
    g.put(row + 2, 1, "Bình quân").merge(row + 2, 1, row + 2, 2).row(row + 2, 3, [round(b / 4), round(n / 4), round(100 * n / b, 2)])


@case("more-tidy-year-words.xlsx", "xlsxwriter: tidy with “Năm 2023” in the year column, text counts", save_xlsxwriter)
def _(book):
    g = book.sheet()
    tidy(g, XA, [CLA], [2023, 2024], VI[:5])
    for row in range(2, 8):
        g.cells[(row, 3)].value = f"Năm {g.cells[(row, 3)].value}"
        for col in (4, 5):
            g.cells[(row, col)].value = str(g.cells[(row, col)].value)


@case("more-literal-apostrophes.csv", "a literal apostrophe before the number (lost quote prefix)", save_text, sep=";")
def _(book):
    years_across_percent(book.sheet(), 1, 1, XA, [CIT], Y3, write=lambda f: "'" + vn(f.p1, 1))


@case("more-blank-repeats-wide.csv", "years across, the place only in the first of its rows", save_text)
def _(book):
    years_across_percent(book.sheet(), 1, 1, XA, [CIT, TRA, UNI], Y3, repeat=False)


@case("more-windows1258-wide.csv", "letterhead and two-row heads in windows-1258", save_text, sep=";", encoding="cp1258", eol="\r\n")
def _(book):
    g = book.sheet()
    g.put(1, 1, "BÁO CÁO KẾT QUẢ GIA ĐÌNH HỌC TẬP, DÒNG HỌ HỌC TẬP")
    years_across_counts(g, 3, 1, THON, [FAM, CLA], [2023, 2024], merged=False)


@case("more-nfd-wide.csv", "NFD, years across, “Ước 2024”", save_text, nfd=True, bom=True)
def _(book):
    years_across_percent(book.sheet(), 1, 1, XA, [CIT], Y3, head=lambda y: "Ước 2024" if y == 2024 else str(y))
    for o in book.observations:
        o["status"] = "estimated" if o["year"] == 2024 else "final"


@case("more-office-section-rows.xlsx", "LibreOffice: section rows with shares by formula", save_office, through=("ods",))
def _(book):
    g = book.sheet("Biểu 1")
    g.put(1, 1, "Địa phương: Xã Hòa Lạc")
    g.row(3, 1, ["TT", "Chỉ tiêu", "ĐVT"] + Y3)
    row = 3
    for n, (i, b, c, unit) in enumerate(((FAM, "Tổng số hộ", "Số hộ đạt", "hộ"), (CLA, "Tổng số dòng họ", "Số dòng họ đạt", "dòng họ"))):
        g.put(row + 1, 1, "I" * (n + 1)).put(row + 1, 2, TITLE[i])
        g.row(row + 2, 1, [1, b, unit]).row(row + 3, 1, [2, c, unit]).row(row + 4, 1, [3, "Tỷ lệ", "%"])
        for k, y in enumerate(Y3):
            f = figure("Xã Hòa Lạc", i, y)
            letter = "DEF"[k]
            g.put(row + 2, 4 + k, f.base).put(row + 3, 4 + k, f.count)
            g.put(row + 4, 4 + k, Cell(100 * f.count / f.base, formula=f"={letter}{row + 3}/{letter}{row + 2}*100", fmt="0.0"))
            g.expect(row + 3, 4 + k, "Xã Hòa Lạc", i, y, f.count, f.base)
        row += 4
