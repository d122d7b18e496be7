"""Text files: separators, encodings, line ends, quoting."""
from layouts import *
from registry import case
from writers import save_text

TWO = dict(places=["Xã An Bình", "Xã Hòa Lạc"], indicators=[CIT, TRA], years=[2021, 2022, 2023])
VARIANTS = {CIT: "Tỷ lệ công dân đạt danh hiệu \"Công dân học tập\"", TRA: "tỉ lệ lao động qua đào tạo trình độ chuyên môn kỹ thuật",
            UNI: "TỶ LỆ CÔNG DÂN CÓ TRÌNH ĐỘ ĐẠI HỌC TRỞ LÊN", FAM: "Số gia đình học tập", CLA: "Dòng họ học tập (%)",
            COM: "Cộng đồng học tập thôn, tổ dân phố", UNT: "“Đơn vị học tập”"}
PLAIN = {CIT: "Cong dan hoc tap", TRA: "Ty le lao dong qua dao tao trinh do chuyen mon ky thuat",
         UNI: "Trinh do dai hoc tro len", FAM: "Gia dinh hoc tap"}


def plain(name, why, heads, save, fill_options=None, **more):
    @case(name, why, save_text, **save)
    def fill(book):
        tidy(book.sheet(), heads=heads, **{**TWO, **(fill_options or {})}, **more)


plain("tidy-en-comma.csv", "tidy, English heads, comma, UTF-8, LF", EN[:5], {})
plain("tidy-en-comma-bom-crlf.csv", "tidy, English heads with status, BOM, CRLF (Excel “CSV UTF-8”)", EN, dict(bom=True, eol="\r\n"),
      statuses={2022: "estimated", 2023: "preliminary"})
plain("tidy-en-semicolon.csv", "tidy, semicolon", EN[:5], dict(sep=";"))
plain("tidy-en-tab.tsv", "tidy, tab", EN, dict(sep="\t"))
plain("tidy-en-carriage-returns.csv", "tidy, CR alone as line end (Excel “CSV Macintosh”)", EN[:5], dict(eol="\r"))
plain("tidy-en-no-final-newline.csv", "tidy, every field quoted, no line end after the last row", EN[:5], dict(quote_all=True, final=False))
plain("tidy-vi-comma.csv", "tidy, Vietnamese heads, comma", VI[:5], {})
plain("tidy-vi-semicolon-bom-crlf.csv", "tidy, Vietnamese heads with status, semicolon, BOM, CRLF", VI, dict(sep=";", bom=True, eol="\r\n"),
      statuses={2023: "preliminary"})
plain("tidy-vi-utf16le.txt", "Excel “Unicode text”: UTF-16LE with BOM, tab, CRLF", VI, dict(sep="\t", encoding="utf-16-le", bom=True, eol="\r\n"))
plain("tidy-vi-utf16be.txt", "UTF-16BE with BOM, tab", VI, dict(sep="\t", encoding="utf-16-be", bom=True))
plain("tidy-vi-utf16le-comma.csv", "UTF-16LE with BOM, comma", VI[:5], dict(encoding="utf-16-le", bom=True, eol="\r\n"))
plain("tidy-vi-windows1258.csv", "windows-1258 with combining tone marks, semicolon, CRLF", VI, dict(sep=";", encoding="cp1258", eol="\r\n"))
plain("tidy-vi-nfd.csv", "tidy, NFD text (macOS), Vietnamese heads", VI, dict(nfd=True))
plain("tidy-vi-sep-line.csv", "first line “sep=;” for Excel", VI[:5], dict(sep=";", first_line="sep=;"))
plain("tidy-vi-title-variants.csv", "indicator titles in quotes, capitals, tỉ/tỷ, “Số”, “(%)”", VI[:5], {},
      dict(places=["Xã An Bình"], indicators=list(TITLE), years=[2023, 2024]), names=VARIANTS.get)
plain("tidy-vi-no-diacritics.csv", "heads and titles without diacritics", ["Dia phuong", "Chi tieu", "Nam", "So dat", "Tong so"], dict(sep=";"),
      dict(indicators=list(PLAIN), places=["Xa An Binh"]), names=PLAIN.get)
plain("tidy-vi-capitals.csv", "heads in capitals", [h.upper() for h in VI], {})
plain("tidy-en-percent-point.csv", "percents only, decimal point, comma separator", EN, {}, percent=lambda f: f"{f.p1:.1f}")
plain("tidy-vi-percent-comma.csv", "percents only, decimal comma, semicolon", VI, dict(sep=";"), percent=lambda f: vn(f.p1, 1))
plain("tidy-vi-percent-quoted-comma.csv", "percents only, decimal comma quoted between commas", VI[:5], {}, percent=lambda f: vn(f.p1, 1))
plain("tidy-vi-percent-sign.csv", "percents like “53,1 %” with a no-break blank", VI[:5], dict(sep=";"), percent=lambda f: vn(f.p1, 1) + "\u00a0%")


@case("tidy-vi-quoted-newlines.csv", "a note with line breaks and quotes moves the lines; head with a line break", save_text, eol="\r\n")
def _(book):
    g = book.sheet()
    g.row(1, 1, ["Địa phương", "Chỉ tiêu", "Năm", "Số\nđạt", "Tổng số", "Ghi chú"])
    for n, year in enumerate([2021, 2022, 2023]):
        f = figure("Xã An Bình", FAM, year)
        g.row(n + 2, 1, ["Xã An Bình", TITLE[FAM], year, f.count, f.base, ["theo sổ\ncủa “Hội, Khuyến học”", "nói \"tạm\"; xem\n\nbiên bản", ""][n]])
        g.expect(n + 2, 4, "Xã An Bình", FAM, year, f.count, f.base)


@case("tidy-columns-in-another-order.csv", "columns in another order, unknown extra column", save_text, sep=";")
def _(book):
    g = book.sheet()
    g.row(1, 1, ["Năm", "Người nhập", "Tổng số", "Số đạt", "Chỉ tiêu", "Địa phương"])
    row = 1
    for place in XA:
        for year in (2022, 2023):
            row += 1
            f = figure(place, UNI, year)
            g.row(row, 1, [year, "Lan", f.base, f.count, TITLE[UNI], place])
            g.expect(row, 4, place, UNI, year, f.count, f.base)


@case("tidy-vi-thousand-points.csv", "counts like 1.234, semicolon", save_text, sep=";")
def _(book):
    g = book.sheet()
    tidy(g, heads=VI[:5], **TWO)
    for (row, col), cell in g.cells.items():
        if row > 1 and col > 3:
            cell.value = vn(cell.value)


@case("tidy-vi-thousand-no-break-blanks.csv", "counts like 1 234 with U+00A0 and U+202F", save_text, sep=";")
def _(book):
    g = book.sheet()
    tidy(g, heads=VI[:5], **TWO)
    for (row, col), cell in g.cells.items():
        if row > 1 and col > 3:
            cell.value = f"{cell.value:,}".replace(",", "\u00a0" if row % 2 else "\u202f")


@case("tidy-en-thousand-commas.csv", "counts like 1,234 quoted, decimal-point percents beside them", save_text)
def _(book):
    g = book.sheet()
    g.row(1, 1, ["place", "indicator", "year", "count", "base", "percent"])
    row = 1
    for place in XA:
        for year in (2022, 2023, 2024):
            row += 1
            f = figure(place, TRA, year)
            g.row(row, 1, [place, TRA, year, f"{f.count:,}", f"{f.base:,}", f"{f.p2:.2f}"])
            g.expect(row, 4, place, TRA, year, f.count, f.base)


@case("tidy-vi-missing.csv", "– x / ... and empty for missing; such rows are no observations", save_text, sep=";")
def _(book):
    g = book.sheet()
    g.row(1, 1, VI[:5])
    for n, (year, gap) in enumerate(zip(range(2018, 2025), ["–", "x", "/", "...", "", None, None])):
        f = figure("Xã An Bình", FAM, max(year, 2020))
        g.row(n + 2, 1, ["Xã An Bình", TITLE[FAM], year, f.count if gap is None else gap, f.base if gap is None else gap])
        if gap is None:
            g.expect(n + 2, 4, "Xã An Bình", FAM, year, f.count, f.base)


@case("tidy-vi-empty-lines.csv", "lines of separators only, before, between and after the rows", save_text, sep=";")
def _(book):
    g = book.sheet()
    g.put(1, 7, "")
    tidy(g, heads=VI[:5], row=3, **TWO)
    moved = {}
    for (row, col), cell in g.cells.items():
        moved[(row + 1 if row > 7 else row, col)] = cell
    g.cells = moved
    for o in book.observations:
        o["_row"] += 1 if o["_row"] > 7 else 0
    g.put(g.size[0] + 3, 1, "")


@case("tidy-vi-blank-repeats.csv", "CSV of a sheet with merged place and indicator cells: only the first row has them", save_text)
def _(book):
    g = book.sheet()
    tidy(g, heads=VI[:5], **TWO)
    seen = [None, None]
    for row in range(2, g.size[0] + 1):
        for col in (1, 2):
            value = g.cells[(row, col)].value
            if value == seen[col - 1]:
                g.cells[(row, col)].value = ""
            else:
                seen[col - 1] = value
                if col == 1:
                    seen[1] = None


@case("tidy-vi-blanks-around.csv", "doubled and no-break blanks inside and around names", save_text)
def _(book):
    g = book.sheet()
    tidy(g, heads=[" Địa phương ", "Chỉ  tiêu", "Năm ", "Số đạt", "Tổng\u00a0số"], names=lambda i: " " + TITLE[i].replace(" ", "  ", 1), **TWO)
    for (row, col), cell in g.cells.items():
        if row > 1 and col == 1:
            cell.value = cell.value.replace(" ", "\u00a0 ") + " "


@case("wide-years-across.csv", "a column a year, percents, decimal comma, semicolon", save_text, sep=";")
def _(book):
    years_across_percent(book.sheet(), 1, 1, XA, [CIT, UNI], YEARS, write=lambda f: vn(f.p1, 1))


@case("wide-years-across-words.csv", "heads “Năm 2020” …, comma with decimal points, TT column", save_text)
def _(book):
    years_across_percent(book.sheet(), 1, 1, XA, [TRA, FAM], YEARS, head=lambda y: f"Năm {y}", stt=True)


@case("wide-two-row-headings.csv", "CSV export of merged two-row headings year × (Tổng số, Số đạt, Tỷ lệ)", save_text, sep=";")
def _(book):
    years_across_counts(book.sheet(), 1, 1, XA, [CIT], [2022, 2023, 2024], merged=False)


@case("wide-letterhead-utf16.txt", "letterhead, two-row headings and notes as “Unicode text”", save_text, sep="\t", encoding="utf-16-le", bom=True, eol="\r\n")
def _(book):
    g = book.sheet()
    row = letterhead(g, 9, "BIỂU TỔNG HỢP SỐ LIỆU XÂY DỰNG XÃ HỘI HỌC TẬP", merged=False)
    row = years_across_counts(g, row, 1, THON, [FAM], [2023, 2024], merged=False)
    signature(g, row + 2, 7)


@case("wide-indicators-across.csv", "indicators across with two-row headings, year column, places down", save_text, sep=";")
def _(book):
    indicators_across(book.sheet(), 1, 1, THON, [CIT, FAM], None, with_year_column=[2023, 2024], merged=False)


@case("wide-years-down-place-line.csv", "line “Địa phương: Xã An Bình”, then years down and indicators across", save_text, sep=";")
def _(book):
    g = book.sheet()
    g.put(1, 1, "Địa phương: Xã An Bình")
    years_down_percent(g, 3, 1, "Xã An Bình", [CIT, TRA, UNI], YEARS, write=lambda f: vn(f.p1, 1))
