"""How numbers, years and status are written: point 6."""
import datetime

from layouts import *
from registry import case
from writers import save_office, save_xlsxwriter

FULL = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


def percents(name, why, write, save=None, **more):
    @case(name, why, **({"save": save} if save else {}))
    def fill(book):
        years_across_percent(book.sheet(), 1, 1, XA, [CIT, UNI], [2022, 2023, 2024], head=int, write=write, **more)


percents("number-texts-comma.xlsx", "openpyxl: percents as texts “53,1”", lambda f: vn(f.p1, 1))
percents("number-texts-point.xlsx", "xlsxwriter: percents as texts “53.1”", lambda f: f"{f.p1:.1f}", save_xlsxwriter)
percents("number-texts-percent-sign.xlsx", "openpyxl: texts “53,1 %”", lambda f: vn(f.p1, 1) + " %")
percents("number-quote-prefix.xlsx", "xlsxwriter: texts with the quote prefix (typed apostrophe)", lambda f: Cell(vn(f.p1, 1), quote=True), save_xlsxwriter)
percents("number-text-format.xlsx", "openpyxl: cells in text format “@” (green triangle)", lambda f: Cell(vn(f.p1, 1), text=True))
percents("number-percent-format.xlsx", "openpyxl: 0.531 shown as 53.1%", lambda f: Cell(round(f.p1 / 100, 3), fmt="0.0%"), names=TITLE)
percents("number-percent-format-share-title.xlsx", "xlsxwriter: percent format under a title with (%)", lambda f: Cell(round(f.p1 / 100, 3), fmt="0.00%"), save_xlsxwriter)
percents("number-full-width.xlsx", "openpyxl: full-width digits “５３，１”", lambda f: vn(f.p1, 1).translate(FULL))
percents("number-blanks-around.xlsx", "openpyxl: texts with blanks and no-break blanks around", lambda f: f" {vn(f.p1, 1)}\u00a0")
percents("number-formulas-cached.xlsx", "xlsxwriter: formulas with cached values", lambda f: Cell(f.p1, formula=f"={f.p1}+0"), save_xlsxwriter)


def counts(name, why, write, save=None, rate=lambda f: f.p2):
    @case(name, why, **({"save": save} if save else {}))
    def fill(book):
        years_across_counts(book.sheet(), 1, 1, XA, [CIT], [2023, 2024], write=write, rate=rate)


counts("number-count-texts-points.xlsx", "openpyxl: counts as texts “14.301”, shares “47,52”", vn, rate=lambda f: vn(f.p2, 2))
counts("number-count-texts-commas.xlsx", "openpyxl: counts as texts “14,301”, shares “47.52”", lambda n: f"{n:,}", rate=lambda f: f"{f.p2:.2f}")
counts("number-count-texts-blanks.xlsx", "xlsxwriter: counts as texts “14 301” with no-break blanks", lambda n: f"{n:,}".replace(",", "\u00a0"), save_xlsxwriter, rate=lambda f: vn(f.p2, 2))
counts("number-count-formats.xlsx", "openpyxl: counts formatted #,##0 and floats 14301.0", lambda n: Cell(float(n), fmt="#,##0"))


@case("number-share-formulas.xlsx", "xlsxwriter: shares and totals are formulas with cached values", save_xlsxwriter)
def _(book):
    g = book.sheet("Năm 2024")
    g.row(1, 1, ["STT", "Thôn", "Tổng số hộ gia đình", "Số hộ đạt Gia đình học tập", "Tỷ lệ (%)"])
    for n, p in enumerate(THON):
        f, r = figure(p, FAM, 2024), n + 2
        g.row(r, 1, [n + 1, p, f.base, f.count, Cell(round(f.count / f.base * 100, 2), formula=f"=ROUND(D{r}/C{r}*100,2)")])
        g.expect(r, 4, p, FAM, 2024, f.count, f.base)
    a = [figure(p, FAM, 2024) for p in THON]
    n, b = sum(f.count for f in a), sum(f.base for f in a)
    g.row(6, 2, ["Tổng cộng", Cell(b, formula="=SUM(C2:C5)"), Cell(n, formula="=SUM(D2:D5)"), Cell(round(100 * n / b, 2), formula="=ROUND(D6/C6*100,2)")])


@case("number-formulas-by-office.xlsx", "LibreOffice: formulas recalculated (counts sums of parts, shares quotients in % format)", save_office, through=("ods",))
def _(book):
    g = book.sheet("Năm 2023")
    g.row(1, 1, ["Thôn", "Tổng số hộ gia đình", "Số hộ đạt Gia đình học tập", "Tỷ lệ (%)", "Ghi chú"])
    for n, p in enumerate(THON):
        f, r = figure(p, FAM, 2023), n + 2
        g.row(r, 1, [p, f.base, Cell(f.count, formula=f"={f.count - 100}+100"), Cell(f.count / f.base, formula=f"=C{r}/B{r}", fmt="0.00%"), None])
        g.expect(r, 3, p, FAM, 2023, f.count, f.base)


@case("number-missing-marks.xlsx", "openpyxl: “–”, “x”, “/”, “...”, “…”, “-”, empty and blank text for missing")
def _(book):
    g = book.sheet()
    g.row(1, 1, ["Địa phương", "Chỉ tiêu"] + YEARS)
    marks = iter(["–", "x", "/", "...", "…", "-", None, "  ", "X", "—"])
    row = 1
    for p in XA:
        for i in (CIT, FAM):
            row += 1
            g.put(row, 1, p).put(row, 2, SHARE[i])
            for k, y in enumerate(YEARS):
                if (row + k) % 3 == 0:
                    g.put(row, 3 + k, next(marks, None))
                    continue
                f = figure(p, i, y)
                g.put(row, 3 + k, f.p1).expect(row, 3 + k, p, i, y, percent=f.p1)


@case("year-real-dates.xlsx", "openpyxl: years as real date cells 31/12/2024")
def _(book):
    years_across_percent(book.sheet(), 1, 1, XA, [CIT], YEARS, head=lambda y: Cell(datetime.date(y, 12, 31), fmt="dd/mm/yyyy"))


@case("year-date-texts.xlsx", "xlsxwriter: years as texts “31/12/2024”", save_xlsxwriter)
def _(book):
    years_across_percent(book.sheet(), 1, 1, XA, [CIT, FAM], [2022, 2023, 2024], head=lambda y: f"31/12/{y}")


@case("year-dates-down.xlsx", "xlsxwriter: real dates down the first column, shown as yyyy", save_xlsxwriter)
def _(book):
    g = book.sheet()
    g.put(1, 1, "Địa phương: Xã Hòa Lạc")
    years_down_percent(g, 3, 1, "Xã Hòa Lạc", [CIT, TRA], YEARS, head=lambda y: Cell(datetime.date(y, 12, 31), fmt="yyyy"), year_head="Thời điểm")


@case("year-floats.xlsx", "LibreOffice: year cells 2022.0 formatted 0, one text", save_office, through=("xlsx",))
def _(book):
    years_across_percent(book.sheet(), 1, 1, XA, [FAM], [2022, 2023, 2024], head=lambda y: Cell(float(y), fmt="0") if y < 2024 else "2024")


@case("year-lines-in-heads.xlsx", "openpyxl: heads with a line break “Năm↵2024”")
def _(book):
    years_across_percent(book.sheet(), 1, 1, XA, [CIT, UNI], [2023, 2024], head=lambda y: f"Năm\n{y}")


HEADS = {"status-so-bo-in-brackets.xlsx": (lambda y: "2024 (sơ bộ)" if y == 2024 else f"{y}", "preliminary"),
         "status-so-bo-before.xlsx": (lambda y: "Sơ bộ 2024" if y == 2024 else f"Năm {y}", "preliminary"),
         "status-uoc-before.xlsx": (lambda y: "Ước 2024" if y == 2024 else f"{y}", "estimated"),
         "status-uoc-thuc-hien.xlsx": (lambda y: "Ước TH 2024" if y == 2024 else f"TH {y}", "estimated"),
         "status-uoc-long.xlsx": (lambda y: "Ước thực hiện năm 2024" if y == 2024 else f"Thực hiện năm {y}", "estimated")}
for name, (head, status) in HEADS.items():
    @case(name, f"openpyxl: status {status} in the year's head", )
    def _(book, head=head, status=status):
        years_across_percent(book.sheet(), 1, 1, XA, [CIT, TRA], [2022, 2023, 2024], head=head)
        for o in book.observations:
            o["status"] = status if o["year"] == 2024 else "final"


@case("status-over-three.xlsx", "xlsxwriter: “Năm 2024 (ước)” over total, number, share", save_xlsxwriter)
def _(book):
    years_across_counts(book.sheet(), 1, 1, XA, [FAM], [2022, 2023, 2024], head=lambda y: f"Năm {y}" + {2023: " (sơ bộ)", 2024: " (ước)"}.get(y, ""),
                        statuses={2023: "preliminary", 2024: "estimated"})
