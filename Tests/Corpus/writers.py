"""Writes a Book with other software: openpyxl, xlsxwriter, text files, HTML, LibreOffice."""
import datetime
import os
import subprocess
import tempfile
import time
import zipfile

import openpyxl
import openpyxl.writer.excel
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

MOMENT = datetime.datetime(2025, 1, 15, 8, 30)


class _Still:
    """Zip entries carry one fixed moment, so that a second run writes the same bytes."""
    time = staticmethod(time.time)
    localtime = staticmethod(lambda *_: MOMENT.timetuple())


zipfile.time = _Still


class _StillClock(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return MOMENT


openpyxl.writer.excel.datetime = type("m", (), {"datetime": _StillClock, "timezone": datetime.timezone})


def save_openpyxl(book, path, epoch_1904=False):
    out = openpyxl.Workbook()
    out.properties.created = MOMENT
    if epoch_1904:
        out.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    out.remove(out.active)
    for grid in book.sheets:
        sheet = out.create_sheet(grid.name)
        sheet.sheet_state = grid.state
        for (row, col), cell in grid.cells.items():
            value = cell.value
            if cell.formula:
                value = cell.formula
            if cell.runs:
                value = CellRichText([TextBlock(InlineFont(b=bold), text) for text, bold in cell.runs])
            target = sheet.cell(row, col)
            target.value = value
            if isinstance(value, str) and value.startswith("=") and not cell.formula:
                target.data_type = "s"
            if cell.fmt:
                target.number_format = cell.fmt
            if cell.text:
                target.number_format = "@"
            if cell.quote:
                target.style = "Normal"
                target.quotePrefix = True
                target.alignment = openpyxl.styles.Alignment(horizontal="left")
        for m in grid.merges:
            sheet.merge_cells(start_row=m[0], start_column=m[1], end_row=m[2], end_column=m[3])
        for row in grid.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        for col in grid.hidden_columns:
            sheet.column_dimensions[openpyxl.utils.get_column_letter(col)].hidden = True
    visible = next((i for i, g in enumerate(book.sheets) if g.state == "visible"), 0)
    out.active = visible
    out.save(path)


def save_1904(book, path):
    save_openpyxl(book, path, epoch_1904=True)


def save_xlsxwriter(book, path, **options):
    out = xlsxwriter.Workbook(str(path), options)
    out.set_properties({"created": MOMENT, "author": "Văn phòng – Thống kê"})
    formats = {}

    def style(**p):
        key = tuple(sorted(p.items()))
        if key not in formats:
            formats[key] = out.add_format(p)
        return formats[key]

    for grid in book.sheets:
        sheet = out.add_worksheet(grid.name)
        spans = {(m[0], m[1]): m for m in grid.merges}
        for (row, col), cell in sorted(grid.cells.items()):
            p = {}
            if cell.fmt:
                p["num_format"] = cell.fmt
            if cell.text:
                p["num_format"] = "@"
            if cell.quote:
                p["quote_prefix"] = True
            how = style(**p) if p else None
            if (row, col) in spans and not options.get("constant_memory"):
                m = spans[(row, col)]
                sheet.merge_range(m[0] - 1, m[1] - 1, m[2] - 1, m[3] - 1, "", style(align="center", valign="vcenter"))
                how = how or style(align="center", valign="vcenter")
            if cell.formula:
                sheet.write_formula(row - 1, col - 1, cell.formula, how, cell.value)
            elif cell.runs:
                parts = []
                for text, bold in cell.runs:
                    parts += [style(bold=True), text] if bold else [text]
                sheet.write_rich_string(row - 1, col - 1, *parts)
            elif isinstance(cell.value, (datetime.date, datetime.datetime)):
                sheet.write_datetime(row - 1, col - 1, cell.value, how or style(num_format="dd/mm/yyyy"))
            elif isinstance(cell.value, str):
                sheet.write_string(row - 1, col - 1, cell.value, how)
            else:
                sheet.write(row - 1, col - 1, cell.value, how)
        for row in grid.hidden_rows:
            sheet.set_row(row - 1, None, None, {"hidden": True})
        for col in grid.hidden_columns:
            sheet.set_column(col - 1, col - 1, None, None, {"hidden": True})
        if grid.state == "hidden":
            sheet.hide()
        if grid.state == "veryHidden":
            sheet.very_hidden()
    first = next((i for i, g in enumerate(book.sheets) if g.state == "visible"), 0)
    if book.sheets:
        out.worksheets()[first].activate()
        out.worksheets()[first].set_first_sheet()
    out.close()


def save_constant_memory(book, path):
    save_xlsxwriter(book, path, constant_memory=True)


def text_of(cell, comma):
    value = cell.value
    if isinstance(value, float):
        if cell.fmt and cell.fmt.endswith("%"):
            value = f"{100 * value:.{cell.fmt.count('0') - 1}f}%"
        else:
            value = repr(value)
        return value.replace(".", ",") if comma else value
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.strftime("%d/%m/%Y")
    return str(value)


def as_windows_1258(text):
    """Letters with tone marks are written as letter + combining mark, as Windows does."""
    import unicodedata
    out = b""
    for letter in unicodedata.normalize("NFC", text):
        try:
            out += letter.encode("cp1258")
            continue
        except UnicodeEncodeError:
            pass
        parts = unicodedata.normalize("NFD", letter)
        tones = [p for p in parts[1:] if p in "\u0300\u0301\u0303\u0309\u0323"]
        body = unicodedata.normalize("NFC", "".join(p for p in parts if p not in tones))
        out += (body + "".join(tones)).encode("cp1258")
    return out


def save_text(book, path, sep=",", encoding="utf-8", bom=False, eol="\n", comma=None, nfd=False, pad=True,
              first_line=None, quote_all=False, final=True):
    """Writes the first sheet; returns the line of each row."""
    import unicodedata
    grid = book.sheets[0]
    comma = (sep != ",") if comma is None else comma
    rows, cols = grid.size
    lines, place, text = {}, 1, ""
    if first_line:
        text, place = first_line + eol, 2
    for row in range(1, rows + 1):
        fields = []
        for col in range(1, cols + 1):
            cell = grid.cells.get((row, col))
            field = "" if cell is None else text_of(cell, comma)
            if quote_all or any(mark in field for mark in (sep, '"', "\n", "\r")):
                field = '"' + field.replace('"', '""') + '"'
            fields.append(field)
        if not pad:
            while fields and fields[-1] == "":
                fields.pop()
        lines[row] = place
        record = sep.join(fields)
        place += 1 + record.count("\n")
        text += record + eol
    if not final:
        text = text[: -len(eol)]
    if nfd:
        text = unicodedata.normalize("NFD", text)
    data = as_windows_1258(text) if encoding == "cp1258" else text.encode(encoding)
    if bom:
        data = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}[encoding] + data
    with open(path, "wb") as out:
        out.write(data)
    return lines


def html_of(book):
    from html import escape
    grid = book.sheets[0]
    rows, cols = grid.size
    spans = {(m[0], m[1]): m for m in grid.merges}
    covered = {(r, c) for m in grid.merges for r in range(m[0], m[2] + 1) for c in range(m[1], m[3] + 1)
               if (r, c) != (m[0], m[1])}
    out = '<html><head><meta charset="utf-8"></head><body><table border="1">\n'
    for row in range(1, rows + 1):
        out += "<tr>"
        for col in range(1, cols + 1):
            if (row, col) in covered:
                continue
            cell = grid.cells.get((row, col))
            more = ""
            if (row, col) in spans:
                m = spans[(row, col)]
                more = f' rowspan="{m[2] - m[0] + 1}" colspan="{m[3] - m[1] + 1}"'
            value = "" if cell is None else escape(text_of(cell, False))
            if cell is not None and isinstance(cell.value, (int, float)):
                more += f' sdval="{cell.value}" sdnum="1033;"'
            out += f"<td{more}>{value}</td>"
        out += "</tr>\n"
    return out + "</table></body></html>\n"


def office(source, path, target="xlsx", input_filter=None):
    """Converts with LibreOffice in a profile of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore"]
        if input_filter:
            command.append(f"--infilter={input_filter}")
        command += ["--convert-to", target, "--outdir", folder + "/out", str(source)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)
        made = os.path.join(folder, "out", os.path.splitext(os.path.basename(source))[0] + "." + target.split(":")[0])
        with open(made, "rb") as data, open(path, "wb") as out:
            out.write(data.read())


def save_office(book, path, through=("ods",)):
    """openpyxl or text or HTML first, then LibreOffice along `through`, ending as xlsx."""
    with tempfile.TemporaryDirectory() as folder:
        start = through[0]
        source = os.path.join(folder, "s." + ("xlsx" if start == "ods" else start))
        input_filter = None
        if start == "ods" or start == "xlsx":
            save_openpyxl(book, source)
        elif start == "csv":
            save_text(book, source, sep=",", comma=False)
            input_filter = "CSV:44,34,76,1,,0"
        elif start == "html":
            with open(source, "w", encoding="utf-8") as out:
                out.write(html_of(book))
            input_filter = "HTML (StarCalc)"
        if start == "ods":
            middle = os.path.join(folder, "m.ods")
            office(source, middle, "ods")
            source = middle
        if start == "xlsx":
            middle = os.path.join(folder, "m.xlsx")
            office(source, middle, "xlsx")
            with open(middle, "rb") as data, open(path, "wb") as out:
                out.write(data.read())
            return
        office(source, path, "xlsx", input_filter)
