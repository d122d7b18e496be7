"""Files that cannot be read at all and must be refused: point 8."""
import os
import random
import tempfile
import zipfile

from handmade import pack, save_handmade
from layouts import *
from model import Book
from registry import raw
from writers import html_of, save_openpyxl

ALONE = lambda kind: {"exit": 65, "faults": [{"kind": kind}]}


def good():
    book = Book()
    years_across_counts(book.sheet("Sheet1"), 1, 1, XA, [CIT, FAM], [2023, 2024])
    return book


def good_bytes():
    with tempfile.TemporaryDirectory() as folder:
        at = os.path.join(folder, "g.xlsx")
        save_openpyxl(good(), at)
        with open(at, "rb") as data:
            return data.read()


def put_bytes(path, data):
    with open(path, "wb") as out:
        out.write(data)


# --- whole files -------------------------------------------------------------------------------

@raw("broken-old-excel.xls", "xlwt: BIFF .xls")
def _(path):
    import xlwt
    out = xlwt.Workbook()
    sheet = out.add_sheet("Sheet1")
    for (row, col), cell in good().sheets[0].cells.items():
        sheet.write(row - 1, col - 1, cell.value)
    out.save(path)
    return ALONE("old-excel")


@raw("broken-old-excel-renamed.xlsx", "xlwt: BIFF content renamed to .xlsx")
def _(path):
    import xlwt
    out = xlwt.Workbook()
    out.add_sheet("Sheet1").write(0, 0, "Địa phương")
    out.save(path)
    return ALONE("old-excel")


@raw("broken-opendocument.ods", "odfpy: an OpenDocument sheet")
def _(path):
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P
    out = OpenDocumentSpreadsheet()
    table = Table(name="Sheet1")
    for line in (VI[:5], ["Xã An Bình", TITLE[FAM], "2024", "2987", "4154"]):
        row = TableRow()
        for field in line:
            cell = TableCell()
            cell.addElement(P(text=field))
            row.addElement(cell)
        table.addElement(row)
    out.spreadsheet.addElement(table)
    out.save(path)
    return ALONE("opendocument")


@raw("broken-binary-workbook.xlsb", "by hand: a package with xl/workbook.bin")
def _(path):
    pack([("[Content_Types].xml", b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'),
          ("_rels/.rels", b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.bin"/></Relationships>'),
          ("xl/workbook.bin", b"\x83\x01\x00\x80\x01\x14"), ("xl/worksheets/sheet1.bin", b"\x81\x01\x00\x82\x01\x00")], path)
    return ALONE("binary-workbook")


@raw("broken-word.docx", "by hand: a Word document with a table")
def _(path):
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:tc><w:p><w:r><w:t>{t}</w:t></w:r></w:p></w:tc>" for t in VI[:5])
    pack([("[Content_Types].xml", b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'),
          ("_rels/.rels", b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'),
          ("word/document.xml", f'<?xml version="1.0"?><w:document {w}><w:body><w:tbl><w:tr>{body}</w:tr></w:tbl></w:body></w:document>'.encode())], path)
    return ALONE("word-document")


@raw("broken-word-renamed.xlsx", "by hand: a Word document renamed to .xlsx")
def _(path):
    pack([("[Content_Types].xml", b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'),
          ("word/document.xml", b'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>')], path)
    return ALONE("word-document")


@raw("broken-pdf.pdf", "by hand: a PDF head")
def _(path):
    put_bytes(path, b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n")
    return ALONE("pdf")


@raw("broken-pdf-renamed.csv", "by hand: a PDF renamed to .csv")
def _(path):
    put_bytes(path, b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n")
    return ALONE("pdf")


@raw("broken-html.xls", "an HTML table saved as .xls (web reports)")
def _(path):
    put_bytes(path, html_of(good()).encode())
    return ALONE("html")


@raw("broken-html-renamed.xlsx", "an HTML table renamed to .xlsx")
def _(path):
    put_bytes(path, b"\xef\xbb\xbf" + html_of(good()).encode())
    return ALONE("html")


@raw("broken-encrypted.xlsx", "by hand: OLE container with EncryptedPackage (password)")
def _(path):
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    head[24:34] = bytes([0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0])
    head[44:52] = (1).to_bytes(4, "little") + (1).to_bytes(4, "little")
    head[56:60] = (4096).to_bytes(4, "little")
    head[60:76] = b"\xfe\xff\xff\xff" + bytes(4) + b"\xfe\xff\xff\xff" + bytes(4)
    head[76:80] = bytes(4)
    head[80:] = b"\xff" * (512 - 80)
    table = bytearray(b"\xfd\xff\xff\xff\xfe\xff\xff\xff" + b"\xff" * 504)
    folder = bytearray()
    for n, (name, kind) in enumerate((("Root Entry", 5), ("EncryptionInfo", 2), ("EncryptedPackage", 2), ("", 0))):
        entry = bytearray(128)
        coded = name.encode("utf-16-le")
        entry[:len(coded)] = coded
        entry[64:66] = (len(coded) + 2 if name else 0).to_bytes(2, "little")
        entry[66], entry[67] = kind, 1
        entry[68:80] = b"\xff" * 12
        entry[116:120] = b"\xfe\xff\xff\xff"
        folder += entry
    folder[76:80] = (2).to_bytes(4, "little")
    folder[256 + 68:256 + 72] = (1).to_bytes(4, "little")
    put_bytes(path, bytes(head) + bytes(table) + bytes(folder))
    return ALONE("encrypted")


@raw("broken-truncated.xlsx", "openpyxl: the second half of the zip is missing")
def _(path):
    data = good_bytes()
    put_bytes(path, data[: len(data) // 2])
    return ALONE("damaged-zip")


@raw("broken-crc.xlsx", "by hand: one byte of the stored sheet changed, the checksum no longer fits")
def _(path):
    save_handmade(good(), path, stored=True)
    with open(path, "rb") as source:
        data = bytearray(source.read())
    at = data.index(b"7243")
    data[at:at + 1] = b"8"
    put_bytes(path, data)
    return ALONE("damaged-zip")


@raw("broken-xml.xlsx", "by hand: the sheet's XML ends in the middle")
def _(path):
    save_handmade(good(), path)
    with zipfile.ZipFile(path) as source:
        parts = [(n, source.read(n)) for n in source.namelist()]
    pack([(n, d[: len(d) * 2 // 3] if "sheet1" in n else d) for n, d in parts], path)
    return ALONE("damaged-xml")


@raw("broken-sheet-part-missing.xlsx", "by hand: the workbook names a sheet part that is not in the zip")
def _(path):
    save_handmade(good(), path)
    with zipfile.ZipFile(path) as source:
        parts = [(n, source.read(n)) for n in source.namelist()]
    pack([(n, d) for n, d in parts if "sheet1" not in n], path)
    return ALONE("damaged-workbook")


@raw("broken-plain-zip.xlsx", "zip of a csv renamed to .xlsx")
def _(path):
    pack([("so-lieu.csv", "place,indicator,year\n".encode())], path)
    return ALONE("no-workbook")


for ending in ("csv", "xlsx"):
    @raw(f"broken-empty.{ending}", f"an empty file (0 bytes) .{ending}")
    def _(path):
        put_bytes(path, b"")
        return ALONE("empty")


@raw("broken-blank.csv", "only a BOM, blanks and line ends")
def _(path):
    put_bytes(path, b"\xef\xbb\xbf \r\n\r\n  \r\n")
    return ALONE("empty")


@raw("broken-empty-workbook.xlsx", "openpyxl: a workbook whose only sheet is empty")
def _(path):
    book = Book()
    book.sheet("Sheet1")
    save_openpyxl(book, path)
    return ALONE("no-table")


@raw("broken-heads-only.csv", "heads without any row")
def _(path):
    put_bytes(path, (";".join(VI) + "\n").encode())
    return ALONE("no-figures")


@raw("broken-picture.csv", "a PNG picture renamed to .csv")
def _(path):
    noise = random.Random(7)
    put_bytes(path, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(noise.randrange(256) for _ in range(400)))
    return ALONE("binary")


# --- old Vietnamese fonts ----------------------------------------------------------------------

TCVN3 = dict(zip("àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ",
                 "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢£¤¥¦§"))
tcvn3 = lambda s: "".join(TCVN3.get(c, c) for c in s)
assert tcvn3("Công dân học tập") == "C«ng d©n häc tËp"
VNI = {"Địa phương": "Ñòa phöông", "Chỉ tiêu": "Chæ tieâu", "Năm": "Naêm", "Số đạt": "Soá ñaït", "Tổng số": "Toång soá",
       "Xã An Bình": "Xaõ An Bình", "Công dân học tập": "Coâng daân hoïc taäp", "Gia đình học tập": "Gia ñình hoïc taäp"}


def old_font(name, why, change, encoding):
    @raw(name, why)
    def _(path):
        lines = [VI[:5]]
        for title, indicator in (("Công dân học tập", CIT), ("Gia đình học tập", FAM)):
            for year in (2023, 2024):
                f = figure("Xã An Bình", indicator, year)
                lines.append(["Xã An Bình", title, str(year), str(f.count), str(f.base)])
        lines = [[change(field) for field in line] for line in lines]
        if name.endswith(".xlsx"):
            book = Book()
            g = book.sheet("Sheet1")
            for n, line in enumerate(lines):
                g.row(n + 1, 1, [int(x) if x.isdigit() else x for x in line])
            save_openpyxl(book, path)
        else:
            put_bytes(path, "\r\n".join(";".join(line) for line in lines).encode(encoding) + b"\r\n")
        return {"exit": 65, "faults": [{"kind": "old-font", "repeat": True}]}


old_font("broken-tcvn3.csv", "TCVN3 (.VnTime) bytes", tcvn3, "latin-1")
old_font("broken-tcvn3-as-utf8.csv", "TCVN3 letters saved as UTF-8", tcvn3, "utf-8")
old_font("broken-tcvn3.xlsx", "openpyxl: TCVN3 letters in the cells (.VnTime font)", tcvn3, None)
old_font("broken-vni.csv", "VNI bytes", lambda s: VNI.get(s, s), "latin-1")
old_font("broken-vni-as-utf8.csv", "VNI letters saved as UTF-8", lambda s: VNI.get(s, s), "utf-8")


@raw("no-such-file.csv", "a path that does not exist (no file here)")
def _(path):
    return {"exit": 66, "faults": [{"kind": "no-file"}]}
