"""Hostile zip containers, written byte by byte where no zip library would write them."""
import struct
import zlib

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def member(name, data, method=8, **lies):
    """A member; `lies` replaces fields of its heads: crc, size, compressed, flags, method, offset."""
    if isinstance(name, str):
        name = name.encode()
    if isinstance(data, tuple):  # already deflated: (bytes, size, crc)
        packed, size, crc = data
    else:
        size, crc = len(data), zlib.crc32(data)
        packed = data
        if method == 8:
            deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
            packed = deflate.compress(data) + deflate.flush()
    return {"name": name, "packed": packed, "size": size, "crc": crc, "method": method, "lies": lies}


def deflated(pieces, level=6):
    """Deflates pieces without holding them all: (bytes, size, crc)."""
    deflate = zlib.compressobj(level, zlib.DEFLATED, -15)
    out, size, crc = [], 0, 0
    for piece in pieces:
        if isinstance(piece, str):
            piece = piece.encode()
        out.append(deflate.compress(piece))
        size += len(piece)
        crc = zlib.crc32(piece, crc)
    out.append(deflate.flush())
    return b"".join(out), size, crc


def container(members, comment=b"", count=None, prefix=b"", overlap=False):
    """The bytes of a zip; `overlap` lets every entry of the directory lead to the first member."""
    body, directory = [prefix], []
    offset = len(prefix)
    for index, m in enumerate(members):
        lies = m["lies"]
        flags = lies.get("flags", 0x800)
        method = lies.get("method", m["method"])
        crc = lies.get("crc", m["crc"])
        size = lies.get("size", m["size"])
        compressed = lies.get("compressed", len(m["packed"]))
        extra = lies.get("extra", b"")
        head = struct.pack("<HHHHHIIIHH", 20, flags, method, 0, 0x21, lies.get("local_crc", crc),
                           lies.get("local_compressed", compressed) & 0xFFFFFFFF,
                           lies.get("local_size", size) & 0xFFFFFFFF, len(m["name"]), 0)
        at = lies.get("offset", 0 if overlap else offset)
        directory.append(
            b"PK\1\2" + struct.pack("<HHHHHHIIIHHHHHII", 20, 20, flags, method, 0, 0x21, crc,
                                    compressed & 0xFFFFFFFF, size & 0xFFFFFFFF, len(m["name"]),
                                    len(extra), 0, 0, 0, 0, at)
            + m["name"] + extra)
        if overlap and index:
            continue
        local = b"PK\3\4" + head + m["name"] + m["packed"]
        body.append(local)
        offset += len(local)
    table = b"".join(directory)
    number = min(len(members) if count is None else count, 0xFFFF)
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, number, number, len(table), offset,
                                  len(comment)) + comment
    return b"".join(body) + table + end


def frame(sheets=("S1",), targets=None, workbook=None, extra_relationships="", strings=False,
          styles=False):
    """The parts around the sheets of a workbook, as (name, data)."""
    targets = targets or [f"worksheets/sheet{i + 1}.xml" for i in range(len(sheets))]
    listed = "".join(f'<sheet name="{name}" sheetId="{i + 1}" r:id="rId{i + 1}"/>'
                     for i, name in enumerate(sheets))
    book = workbook or (f'<workbook xmlns="{NAMESPACE}" xmlns:r="{RELATIONSHIPS}"><sheets>{listed}'
                        '</sheets></workbook>')
    relations = "".join(
        f'<Relationship Id="rId{i + 1}" Type="{RELATIONSHIPS}/worksheet" Target="{target}"/>'
        for i, target in enumerate(targets))
    if strings:
        relations += (f'<Relationship Id="rS" Type="{RELATIONSHIPS}/sharedStrings" '
                      'Target="sharedStrings.xml"/>')
    if styles:
        relations += f'<Relationship Id="rT" Type="{RELATIONSHIPS}/styles" Target="styles.xml"/>'
    return [
        ("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"/>'.encode()),
        ("_rels/.rels", (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ).encode()),
        ("xl/workbook.xml", book.encode()),
        ("xl/_rels/workbook.xml.rels", (
            f'<Relationships xmlns="{PACKAGE}/relationships">{relations}{extra_relationships}'
            '</Relationships>').encode()),
    ]


def text(cell, value):
    return f'<c r="{cell}" t="inlineStr"><is><t>{value}</t></is></c>'


HEADS = ["Địa phương", "Chỉ tiêu", "Năm", "Số đạt", "Tổng số"]


def head_row(row=1):
    return f'<row r="{row}">' + "".join(text(f"{'ABCDE'[i]}{row}", h) for i, h in enumerate(HEADS)) + "</row>"


def figure_row(row, place="Xã An Bình", indicator="Tỷ lệ lao động qua đào tạo", year=2024):
    return (f'<row r="{row}">' + text(f"A{row}", place) + text(f"B{row}", indicator)
            + f'<c r="C{row}"><v>{year}</v></c><c r="D{row}"><v>{1000 + row % 997}</v></c>'
            f'<c r="E{row}"><v>5000</v></c></row>')


def sheet(rows, before="", after="", head='<?xml version="1.0" encoding="UTF-8"?>'):
    """The pieces of a worksheet; `rows` is a text or an iterable of texts."""
    yield f'{head}<worksheet xmlns="{NAMESPACE}">{before}<sheetData>'
    if isinstance(rows, str):
        yield rows
    else:
        yield from rows
    yield f"</sheetData>{after}</worksheet>"


def good_rows():
    return head_row() + "".join(figure_row(r, year=2018 + r) for r in range(2, 8))


def book(rows=None, before="", after="", strings=None, styles=None, level=6, **options):
    """A workbook of one sheet from pieces of its XML."""
    parts = frame(strings=strings is not None, styles=styles is not None, **options)
    members = [member(name, data) for name, data in parts]
    pieces = sheet(good_rows() if rows is None else rows, before, after)
    members.append(member("xl/worksheets/sheet1.xml", deflated(pieces, level)))
    if strings is not None:
        members.append(member("xl/sharedStrings.xml", deflated(strings, level)))
    if styles is not None:
        members.append(member("xl/styles.xml", deflated(styles, level)))
    return container(members)


def raw_book(part, data):
    """A good workbook with one part replaced by raw bytes."""
    parts = dict(frame(strings=True, styles=True))
    parts["xl/worksheets/sheet1.xml"] = "".join(sheet(good_rows())).encode()
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{NAMESPACE}"/>'.encode()
    parts["xl/styles.xml"] = f'<styleSheet xmlns="{NAMESPACE}"/>'.encode()
    if data is None:
        del parts[part]
    else:
        parts[part] = data
    return container([member(n, d) for n, d in parts.items()])


PARTS = ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
         "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]


def blanks(megabytes, byte=b" "):
    block = byte * (1 << 20)
    for _ in range(megabytes):
        yield block


def with_member(extra, **options):
    return container([member(n, d) for n, d in frame()]
                     + [member("xl/worksheets/sheet1.xml", deflated(sheet(good_rows())))] + extra, **options)


def container_cases():
    """(name, allowed exits, bytes)."""
    yield "zip-bomb-zeros", (65,), with_member([member("xl/media/a.bin", deflated(blanks(2048, b"\0")))])
    yield "zip-bomb-blank-sheet", (65,), book(blanks(2048))
    yield "zip-bomb-under-ratio", (0, 65), book(blanks(31))
    yield "zip-blanks-under-limits", (0, 65), book(
        (bytes([32, 9, 10, 13])[i % 4:i % 4 + 1] * (40 + i * 7919 % 50) for i in range(2_000_000)), level=1)
    yield "zip-many-members", (65,), with_member([member(f"m/{i}", b"", 0) for i in range(60_000)])
    yield "zip-a-million-members", (65,), container([member("m", b"", 0)] * 1_000_000, count=1_000_000)
    inner = with_member([member("a", deflated(blanks(200)))])
    yield "zip-nested", (65,), container([member("inner.zip", inner)])
    kernel = member("xl/worksheets/sheet1.xml", deflated(blanks(64)))
    yield "zip-overlapping", (65,), container([dict(kernel, name=b"k%05d" % i) for i in range(9_000)],
                                              overlap=True)
    sheet_data = deflated(sheet(good_rows()))
    for name, lies in [
        ("size-too-small", {"size": 10}), ("size-too-large", {"size": 1 << 20}),
        ("size-huge", {"size": 0xFFFFFFF0}), ("compressed-too-small", {"compressed": 10}),
        ("compressed-too-large", {"compressed": 1 << 20}), ("compressed-huge", {"compressed": 0xFFFFFFF0}),
        ("offset-beyond", {"offset": 0x7FFFFFFF}), ("offset-directory", {"offset": 900}),
        ("encrypted", {"flags": 0x801}), ("strong-encryption", {"flags": 0x841}),
        ("method-lzma", {"method": 14}), ("method-bzip2", {"method": 12}), ("method-unknown", {"method": 77}),
        ("method-stored-lie", {"method": 0}), ("zip64-extra", {
            "size": 0xFFFFFFFF, "compressed": 0xFFFFFFFF,
            "extra": struct.pack("<HHQQ", 1, 16, 1 << 62, 1 << 61)}),
        ("zip64-cut", {"size": 0xFFFFFFFF, "extra": struct.pack("<HH", 1, 16)}),
        ("local-head-differs", {"local_size": 7, "local_compressed": 9, "local_crc": 1}),
    ]:
        parts = [member(n, d) for n, d in frame()]
        yield f"zip-{name}", (0, 65), container(
            parts + [member("xl/worksheets/sheet1.xml", sheet_data, **lies)])
    lying = deflated(blanks(1024, b"\0"))
    yield "zip-bomb-lying-size", (65,), container(
        [member(n, d) for n, d in frame()]
        + [member("xl/worksheets/sheet1.xml", lying, size=1000)])
    for part in PARTS:
        yield f"zip-missing-{part.replace('/', '-')}", (0, 65), raw_book(part, None)
        yield f"zip-empty-{part.replace('/', '-')}", (0, 65), raw_book(part, b"")
        good = dict(frame(strings=True, styles=True))
        good["xl/worksheets/sheet1.xml"] = "".join(sheet(good_rows())).encode()
        good["xl/sharedStrings.xml"] = f'<sst xmlns="{NAMESPACE}"/>'.encode()
        good["xl/styles.xml"] = f'<styleSheet xmlns="{NAMESPACE}"/>'.encode()
        yield f"zip-wrong-crc-{part.replace('/', '-')}", (0, 65), container(
            [member(n, d, **({"crc": 1} if n == part else {})) for n, d in good.items()])
    whole = book()
    for length in sorted({2, 3, 4, 5, 10, 30, 31, 100} | {len(whole) * i // 23 for i in range(1, 23)}
                         | {len(whole) - i for i in range(1, 24)}):
        yield f"zip-cut-{length:05d}", (65,), whole[:length]
    yield "zip-doubled", (0, 65), whole + whole
    yield "zip-junk-before", (0, 65), b"PK" + b"x" * 5000 + whole
    yield "zip-junk-after", (0, 65), whole + b"x" * 5000
    yield "zip-long-comment", (0, 65), with_member([], comment=b"PK\5\6" * 15_000)
    yield "zip-duplicate-names", (0, 65), with_member(
        [member("xl/worksheets/sheet1.xml", b"<worksheet/>")] * 3)
    for i, name in enumerate([b"../../../etc/passwd", b"/etc/passwd", b"..\\..\\windows", b"C:\\x", b"\xff\xfe\x80",
                              b"", b"a\0b", b"x" * 60_000, b"CON", b"./././x", b"\xc4\x90/\xe1\xbb\x81"]):
        yield f"zip-name-{i}", (0, 65), with_member([member(name, b"x", flags=0)])
    yield "zip-target-outside", (0, 65), container(
        [member(n, d) for n, d in frame(targets=["../../../../etc/passwd"])])
    yield "zip-target-file-url", (0, 65), container(
        [member(n, d) for n, d in frame(targets=["file:///etc/passwd"])])
    yield "zip-backslash-targets", (0, 65), container(
        [member(n, d) for n, d in frame(targets=["worksheets\\sheet1.xml"])]
        + [member("xl\\worksheets\\sheet1.xml", sheet_data)])
    yield "zip-main-is-itself", (65,), container([member("_rels/.rels", (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{RELATIONSHIPS}/officeDocument" Target="_rels/.rels"/></Relationships>').encode())])
    many = frame(sheets=[f"S{i}" for i in range(10_000)], targets=["worksheets/sheet1.xml"] * 10_000)
    big = deflated(sheet("<row>" + "<c/>" * 4_000_000 + "</row>"))
    yield "zip-one-part-10000-sheets", (65,), container(
        [member(n, d) for n, d in many] + [member("xl/worksheets/sheet1.xml", big)])
