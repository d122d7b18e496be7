"""The same kinds of table from other producers: point 7."""
import datetime
import os
import tempfile
import unicodedata

import pandas

from handmade import save_handmade
from layouts import *
from model import Book
from registry import case, raw
from writers import save_1904, save_constant_memory, save_office, save_text


def small(book, name="Sheet1"):
    years_across_percent(book.sheet(name), 1, 1, XA, [CIT, UNI], [2022, 2023, 2024], head=int)


def counted(book, name="Sheet1"):
    years_across_counts(book.sheet(name), 1, 1, XA, [CIT, FAM], [2023, 2024])


def made(name, why, fill=small, save=save_handmade, **options):
    case(name, why, save, **options)(fill)


made("producer-constant-memory.xlsx", "xlsxwriter constant_memory: inline strings, rows streamed", counted, save_constant_memory)
made("producer-inline-strings.xlsx", "by hand: inline strings, no styles.xml, no docProps (web exports)", counted)
made("producer-absolute-parts.xlsx", "by hand: absolute targets “/xl/worksheets/sheet1.xml”", absolute=True, strings="shared")
made("producer-prefixed.xlsx", "by hand: every element in the x: prefix (Open XML SDK)", counted, prefix="x", strings="shared")
made("producer-strict.xlsx", "by hand: strict OOXML namespaces", strict=True, strings="shared", styles=True)
made("producer-utf16-parts.xlsx", "by hand: parts in UTF-16 with BOM", encoding="utf-16", strings="shared")
made("producer-no-references.xlsx", "by hand: rows and cells without r attributes", references=False)
made("producer-streamed-zip.xlsx", "by hand: zip with data descriptors (sizes 0 in local heads)", counted, streamed=True)
made("producer-stored-zip.xlsx", "by hand: zip without compression", stored=True, strings="shared")
made("producer-other-folder.xlsx", "by hand: parts in “book/” instead of “xl/”", folder="book", strings="shared")
made("producer-numeric-entities.xlsx", "by hand: letters as &#272; and &#x1EDD;", numeric_entities=True)
made("producer-comments-in-xml.xlsx", "by hand: XML comments and dimension/sheetViews/cols before the data",
     extra='<!-- made by a report --><dimension ref="A1"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><cols><col min="1" max="2" width="30" customWidth="1"/></cols>')
made("producer-phonetic-runs.xlsx", "by hand: shared strings with phonetic runs that are not part of the text", strings="shared",
     shared_of=lambda v, p, t: f'<si><t>{t(v)}</t><rPh sb="0" eb="1"><t>phiên âm 2019</t></rPh><phoneticPr fontId="1"/></si>')
made("producer-rich-runs.xlsx", "by hand: shared strings cut in formatted runs", counted, strings="shared",
     shared_of=lambda v, p, t: f'<si><r><rPr><b/></rPr><t xml:space="preserve">{t(v[:3])}</t></r><r><t xml:space="preserve">{t(v[3:])}</t></r></si>')
made("producer-escaped-returns.xlsx", "by hand: _x000D_ and line breaks in the strings", strings="shared",
     shared_of=lambda v, p, t: f'<si><t>{t(v).replace(" ", "_x000D_" + chr(10), 1)}</t></si>')
made("producer-nfd-strings.xlsx", "by hand: NFD shared strings", counted, strings="shared",
     shared_of=lambda v, p, t: f"<si><t>{t(unicodedata.normalize('NFD', v))}</t></si>")
made("producer-cdata.xlsx", "by hand: strings in CDATA sections", strings="shared", shared_of=lambda v, p, t: f"<si><t><![CDATA[{v}]]></t></si>")


def dated(book):
    years_across_percent(book.sheet(), 1, 1, XA, [CIT], [2022, 2023, 2024], head=lambda y: Cell(datetime.date(y, 12, 31), fmt="dd/mm/yyyy"))


made("producer-1904-dates.xlsx", "by hand: 1904 dates as years", dated, epoch_1904=True, strings="shared")
made("producer-1904-openpyxl.xlsx", "openpyxl: 1904 dates as years", dated, save_1904)
made("producer-iso-dates.xlsx", "by hand: strict workbook with t=\"d\" ISO dates", dated, iso_dates=True, strict=True)


@case("producer-string-formulas.xlsx", "by hand: names and years by text formulas (t=\"str\"), sheet name with & and quote", save_handmade)
def _(book):
    g = book.sheet("Số liệu & “Danh hiệu”")
    years_across_percent(g, 1, 1, XA, [FAM], [2023, 2024])
    for (row, col), cell in g.cells.items():
        if isinstance(cell.value, str):
            cell.formula = '=T("' + cell.value + '")'


made("producer-office-from-ods.xlsx", "LibreOffice: ods to xlsx, merged two-row heads", counted, save_office, through=("ods",))
made("producer-office-resaved.xlsx", "LibreOffice: an openpyxl workbook saved again", small, save_office, through=("xlsx",))


@case("producer-office-from-csv.xlsx", "LibreOffice: csv to xlsx", save_office, through=("csv",))
def _(book):
    tidy(book.sheet("s"), XA, [CIT, FAM], [2023, 2024], VI[:5])


@case("producer-office-from-html.xlsx", "LibreOffice: an HTML table with rowspan and colspan to xlsx", save_office, through=("html",))
def _(book):
    counted(book, "Sheet1")


@case("producer-office-letterhead.xlsx", "LibreOffice: letterhead, signature, hidden row and sheet, through ods", save_office, through=("ods",))
def _(book):
    g = book.sheet("Biểu 2")
    row = letterhead(g, 8, "SỐ LIỆU DANH HIỆU HỌC TẬP NĂM 2023")
    g.hidden_rows = {row + 3}
    row = indicators_across(g, row, 1, THON, [FAM, CLA], 2023, total=("bottom", "Tổng cộng"))
    signature(g, row + 2, 6)
    h = book.sheet("Biểu 3")
    h.state = "hidden"
    h.put(1, 1, "SỐ LIỆU DANH HIỆU HỌC TẬP NĂM 2022")
    indicators_across(h, 3, 1, THON, [FAM], 2022)


def pandas_case(name, why, build):
    @raw(name, why)
    def _(path):
        book = Book()
        build(book, path)
        return book.expected()


def plain_frame(book, path):
    g = book.sheet("Sheet1")
    row, records = 1, []
    for p in XA:
        for y in (2022, 2023, 2024):
            row += 1
            f = figure(p, TRA, y)
            records.append((p, TITLE[TRA], y, f.count, f.base))
            g.expect(row, 5, p, TRA, y, f.count, f.base)
    pandas.DataFrame(records, columns=VI[:5]).to_excel(path)


def multi_rows(book, path):
    g = book.sheet("Sheet1")
    row, records = 1, {}
    for p in XA:
        for i in (CIT, FAM):
            row += 1
            for k, y in enumerate((2022, 2023, 2024)):
                f = figure(p, i, y)
                records.setdefault((p, SHARE[i]), {})[y] = f.p1
                g.expect(row, 3 + k, p, i, y, percent=f.p1)
    frame = pandas.DataFrame.from_dict(records, orient="index")
    frame.index = pandas.MultiIndex.from_tuples(list(records), names=["Địa phương", "Chỉ tiêu"])
    frame.to_excel(path)


def multi_columns(book, path):
    """Heads: two rows (names in the first column), then the row of the index name."""
    g = book.sheet("Năm 2024")
    columns = pandas.MultiIndex.from_product([[TITLE[CIT], TITLE[FAM]], ["Tổng số", "Số đạt"]])
    data = []
    for n, p in enumerate(THON):
        line = []
        for k, i in enumerate((CIT, FAM)):
            f = figure(p, i, 2024)
            line += [f.base, f.count]
            g.expect(4 + n, 3 + 2 * k, p, i, 2024, f.count, f.base)
        data.append(line)
    frame = pandas.DataFrame(data, columns=columns, index=pandas.Index(THON, name="Thôn"))
    frame.to_excel(path, sheet_name="Năm 2024")


def pivot(book, path):
    g = book.sheet("Sheet1")
    records = [(p, y, SHARE[i], figure(p, i, y).p1) for p in XA for y in (2023, 2024) for i in (CIT, UNI)]
    frame = pandas.DataFrame(records, columns=["Địa phương", "Năm", "Chỉ tiêu", "v"]).pivot(index=["Địa phương", "Năm"], columns="Chỉ tiêu", values="v")
    frame.to_excel(path)
    order = list(frame.columns)
    for n, (p, y) in enumerate(frame.index):
        for i in (CIT, UNI):
            g.expect(2 + n, 3 + order.index(SHARE[i]), p, i, int(y), percent=figure(p, i, y).p1)


def xlsxwriter_engine(book, path):
    g = book.sheet("Sheet1")
    records = []
    for n, p in enumerate(XA):
        line = {"Địa phương": p, "Chỉ tiêu": SHARE[UNI]}
        for k, y in enumerate((2022, 2023, 2024)):
            f = figure(p, UNI, y)
            missing = n == 1 and y == 2022
            line[f"{y}"] = float("nan") if missing else f.p1
            if not missing:
                g.expect(2 + n, 3 + k, p, UNI, y, percent=f.p1)
        records.append(line)
    pandas.DataFrame(records).to_excel(path, index=False, engine="xlsxwriter", na_rep="")


pandas_case("producer-pandas-plain.xlsx", "pandas: index column 0 1 2 without a head, counts", plain_frame)
pandas_case("producer-pandas-multi-rows.xlsx", "pandas: MultiIndex rows (merged places)", multi_rows)
pandas_case("producer-pandas-multi-columns.xlsx", "pandas: MultiIndex columns (merged indicators), index name in a third row", multi_columns)
pandas_case("producer-pandas-pivot.xlsx", "pandas: pivot with merged places, years down, indicators across", pivot)
pandas_case("producer-pandas-missing.xlsx", "pandas with xlsxwriter: NaN as an empty cell, text heads", xlsxwriter_engine)


@case("producer-index-column.csv", "pandas-like utf-8-sig csv with an index column", save_text, bom=True)
def _(book):
    g = book.sheet()
    tidy(g, XA, [FAM], [2023, 2024], VI[:5], col=2)
    for row in range(2, 8):
        g.put(row, 1, row - 2)


@raw("producer-odd-extension.xlsm", "openpyxl: the content of an xlsx under the ending .xlsm")
def _(path):
    from writers import save_openpyxl
    book = Book()
    counted(book)
    save_openpyxl(book, path)
    return book.expected()
