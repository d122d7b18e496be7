"""Writes OOXML parts by hand, as programs other than Excel do."""
import datetime
import io
import zipfile
from xml.sax.saxutils import escape

from model import column

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships"
STAMP = (2025, 1, 15, 8, 30, 0)


class Stream(io.RawIOBase):
    """A sink that cannot seek: zipfile then writes data descriptors, as web exports do."""

    def __init__(self):
        self.data = bytearray()

    def writable(self):
        return True

    def write(self, piece):
        self.data += bytes(piece)
        return len(piece)


def pack(parts, path, streamed=False, stored=False):
    sink = Stream() if streamed else io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as out:
        for name, data in parts:
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            out.writestr(info, data)
    with open(path, "wb") as out:
        out.write(bytes(sink.data) if streamed else sink.getvalue())


def save_handmade(book, path, strings="inline", prefix="", strict=False, absolute=False, styles=False, encoding="utf-8",
                  references=True, streamed=False, stored=False, folder="xl", shared_of=None, epoch_1904=False,
                  numeric_entities=False, iso_dates=False, extra="", shared_formulas=False):
    main, rel = (STRICT, STRICT_REL) if strict else (MAIN, REL)
    p = prefix + ":" if prefix else ""
    space = f'xmlns{":" + prefix if prefix else ""}="{main}" xmlns:r="{rel}"'
    package_rel = "http://schemas.openxmlformats.org/package/2006/relationships"
    root = "/" if absolute else ""
    table = []

    def text(value):
        value = escape(value)
        if numeric_entities:
            value = "".join(c if ord(c) < 128 else f"&#{ord(c)};" if ord(c) % 2 else f"&#x{ord(c):X};" for c in value)
        return value

    def part(body):
        declared = f'<?xml version="1.0" encoding="{encoding.upper()}" standalone="yes"?>\n'
        if encoding == "utf-16":
            return (declared + body).encode("utf-16")
        return (declared + body).encode(encoding)

    def serial(day):
        return (day - (datetime.date(1904, 1, 1) if epoch_1904 else datetime.date(1899, 12, 30))).days

    parts, names = [], []
    for number, grid in enumerate(book.sheets, 1):
        rows, cols = grid.size
        out = f"<{p}worksheet {space}>{extra}<{p}sheetData>"
        for row in range(1, rows + 1):
            here = [(c, grid.cells[(row, c)]) for c in range(1, cols + 1) if (row, c) in grid.cells]
            if not here and references:
                continue
            r = f' r="{row}"' if references else ""
            hidden = ' hidden="1"' if row in grid.hidden_rows else ""
            out += f"<{p}row{r}{hidden}>"
            if not references:
                here = [(c, grid.cells.get((row, c))) for c in range(1, max((c for c, _ in here), default=0) + 1)]
            for col, cell in here:
                r = f' r="{column(col)}{row}"' if references else ""
                if cell is None:
                    out += f"<{p}c/>"
                    continue
                value = cell.value
                if isinstance(value, datetime.date):
                    if iso_dates:
                        out += f'<{p}c{r} s="1" t="d"><{p}v>{value.isoformat()}T00:00:00.000</{p}v></{p}c>'
                    else:
                        out += f'<{p}c{r} s="1"><{p}v>{serial(value)}</{p}v></{p}c>'
                elif isinstance(value, str):
                    if cell.formula:
                        out += f'<{p}c{r} t="str"><{p}f>{text(cell.formula[1:])}</{p}f><{p}v>{text(value)}</{p}v></{p}c>'
                    elif strings == "inline":
                        out += f'<{p}c{r} t="inlineStr"><{p}is><{p}t xml:space="preserve">{text(value)}</{p}t></{p}is></{p}c>'
                    else:
                        item = shared_of(value, p, text) if shared_of else f"<{p}si><{p}t>{text(value)}</{p}t></{p}si>"
                        if item not in table:
                            table.append(item)
                        out += f'<{p}c{r} t="s"><{p}v>{table.index(item)}</{p}v></{p}c>'
                else:
                    f = f"<{p}f>{text(cell.formula[1:])}</{p}f>" if cell.formula else ""
                    out += f"<{p}c{r}>{f}<{p}v>{value!r}</{p}v></{p}c>"
            out += f"</{p}row>"
        out += f"</{p}sheetData>"
        if grid.merges:
            out += f'<{p}mergeCells count="{len(grid.merges)}">' + "".join(
                f'<{p}mergeCell ref="{column(m[1])}{m[0]}:{column(m[3])}{m[2]}"/>' for m in grid.merges) + f"</{p}mergeCells>"
        out += f"</{p}worksheet>"
        name = f"{folder}/worksheets/sheet{number}.xml"
        names.append(name)
        parts.append((name, part(out)))
    has_dates = any(isinstance(c.value, datetime.date) for g in book.sheets for c in g.cells.values())
    rel_at = lambda name: root + name if absolute else name[len(folder) + 1:]
    links = [(f"rId{n}", f"{rel}/worksheet", rel_at(name)) for n, name in enumerate(names, 1)]
    kinds = [("/" + n, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml") for n in names]
    if table:
        name = f"{folder}/sharedStrings.xml"
        links.append(("rIdS", f"{rel}/sharedStrings", rel_at(name)))
        kinds.append(("/" + name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"))
        parts.append((name, part(f'<{p}sst {space} count="{len(table)}" uniqueCount="{len(table)}">' + "".join(table) + f"</{p}sst>")))
    if styles or has_dates:
        name = f"{folder}/styles.xml"
        links.append(("rIdT", f"{rel}/styles", rel_at(name)))
        kinds.append(("/" + name, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"))
        body = (f'<{p}styleSheet {space}><{p}fonts count="1"><{p}font/></{p}fonts><{p}fills count="1"><{p}fill/></{p}fills>'
                f'<{p}borders count="1"><{p}border/></{p}borders><{p}cellStyleXfs count="1"><{p}xf/></{p}cellStyleXfs>'
                f'<{p}cellXfs count="2"><{p}xf numFmtId="0"/><{p}xf numFmtId="14" applyNumberFormat="1"/></{p}cellXfs></{p}styleSheet>')
        parts.append((name, part(body)))
    sheets = "".join(f'<{p}sheet name="{text(g.name)}" sheetId="{n}" r:id="rId{n}"/>' for n, g in enumerate(book.sheets, 1))
    flag = f'<{p}workbookPr date1904="1"/>' if epoch_1904 else ""
    workbook = part(f"<{p}workbook {space}>{flag}<{p}sheets>{sheets}</{p}sheets></{p}workbook>")
    relations = lambda items: (f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{package_rel}">' + "".join(
        f'<Relationship Id="{i}" Type="{t}" Target="{to}"/>' for i, t, to in items) + "</Relationships>").encode()
    types = ('<?xml version="1.0" encoding="UTF-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
             '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
             '<Default Extension="xml" ContentType="application/xml"/>'
             f'<Override PartName="/{folder}/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
             + "".join(f'<Override PartName="{n}" ContentType="{t}"/>' for n, t in kinds) + "</Types>").encode()
    pack([("[Content_Types].xml", types), ("_rels/.rels", relations([("rId1", f"{rel}/officeDocument", f"{root}{folder}/workbook.xml")])),
          (f"{folder}/workbook.xml", workbook), (f"{folder}/_rels/workbook.xml.rels", relations(links))] + parts,
         path, streamed=streamed, stored=stored)
