"""Hostile workbooks: sound containers whose XML is meant to cost much or to mislead."""
from containers import (HEADS, NAMESPACE, PARTS, book, container, deflated, figure_row, frame, good_rows,
                        head_row, member, raw_book, sheet, text)

SHEET = "xl/worksheets/sheet1.xml"


def letters(column):
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def xml_cases():
    good = "".join(sheet(good_rows())).encode()
    bare = good.replace(b'<?xml version="1.0" encoding="UTF-8"?>', b"")
    laughs = '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(10)) + "]>"
    for name, subset in [
        ("laughs", laughs), ("external", '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        ("parameter", '<!DOCTYPE l [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]>'),
        ("doctype", "<!DOCTYPE l>"), ("doctype-external", '<!DOCTYPE l SYSTEM "http://127.0.0.1/x.dtd">'),
        ("attribute-defaults", '<!DOCTYPE l [<!ATTLIST c r CDATA "A1">]>'),
        ("quadratic-entity", f'<!DOCTYPE l [<!ENTITY a "{"a" * 100_000}">]>'),
    ]:
        for part in PARTS[1:]:
            yield f"xml-{name}-{part.replace('/', '-')}", (0 if "Content" in part else 65,), raw_book(
                part, subset.encode() + b"<l>&a;&x;</l>")
    yield "xml-undefined-entity", (65,), raw_book(SHEET, bare.replace("Xã An Bình".encode(), b"&x;"))
    yield "xml-attribute-100mb", (65,), book(
        ['<row r="1"><c r="A1" x="'] + ["a" * 1_000_000] * 100 + ['"/></row>'])
    yield "xml-comment-100mb", (65,), book(["<!--"] + ["a" * 1_000_000] * 100 + ["-->", good_rows()])
    yield "xml-instruction-100mb", (65,), book(["<?a "] + ["a" * 1_000_000] * 100 + ["?>", good_rows()])
    yield "xml-cdata-30mb", (0, 65), book(
        ['<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA['] + ["ab]] >" * 100_000] * 50
        + ["]]></t></is></c></row>"])
    yield "xml-many-long-attributes", (0, 65), book(
        ['<row r="1">'] + [f'<c x="{"a" * 250_000}"/>'] * 200 + ["</row>"])
    yield "xml-a-million-attributes", (65,), book(
        ["<row "] + [f'a{i}="" ' for i in range(1_000_000)] + ["/>"])
    yield "xml-same-attribute-twice", (65,), book('<row r="1" r="2"/>')
    yield "xml-distinct-elements", (65,), book((f"<e{i:x}/>" for i in range(8_000_000)), level=1)
    yield "xml-distinct-attributes", (65,), book((f'<e a{i:x}=""/>' for i in range(5_000_000)), level=1)
    yield "xml-deep", (65,), book("<a>" * 100_000 + "</a>" * 100_000)
    yield "xml-deep-unclosed", (65,), raw_book(SHEET, b"<a>" * 1_000_000)
    yield "xml-unclosed", (65,), raw_book(SHEET, good[:-20])
    yield "xml-cut-in-tag", (65,), raw_book(SHEET, good[:600])
    yield "xml-two-roots", (65,), raw_book(SHEET, bare + bare)
    yield "xml-nul-bytes", (65,), raw_book(SHEET, good.replace(b"An", b"A\0"))
    yield "xml-zeros", (65,), raw_book(SHEET, b"\0" * 100_000)
    yield "xml-invalid-utf8", (65,), raw_book(SHEET, good.replace(b"An", b"\xc3\x28"))
    yield "xml-overlong-utf8", (65,), raw_book(SHEET, good.replace(b"An", b"\xc0\xaf"))
    yield "xml-utf16", (0,), raw_book(SHEET, ('<?xml version="1.0" encoding="UTF-16"?>' + bare.decode()).encode("utf-16"))
    yield "xml-utf16-odd", (65,), raw_book(SHEET, bare.decode().encode("utf-16") + b"x")
    yield "xml-utf16-lone-surrogate", (65,), raw_book(
        SHEET, bare.decode().encode("utf-16").replace("An".encode("utf-16-le"), b"\x00\xd8n\0"))
    for encoding in ["UTF-7", "UTF-32", "EBCDIC-CP-US", "windows-1258", "ISO-8859-1", "US-ASCII", "x" * 5_000]:
        yield f"xml-encoding-{encoding[:12].lower()}", (0, 65), raw_book(
            SHEET, f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + bare)
    yield "xml-not-xml", (65,), raw_book(SHEET, b"hello")
    yield "xml-character-references", (65,), book(text("A1", "&#0;").join(['<row r="1">', "</row>"]))
    yield "xml-namespaces", (0, 65), book((f'<x xmlns:a{i}="b{i}"/>' for i in range(1_000_000)), level=1)


def cell_cases():
    row = '<row r="1">{}</row>'
    for name, cells in {
        "out-of-order": '<c r="C1"><v>1</v></c><c r="B1"><v>2</v></c>',
        "twice": '<c r="B1"><v>1</v></c><c r="B1"><v>2</v></c>',
        "lower-case": '<c r="b1"><v>1</v></c>', "beyond-columns": '<c r="A1"><v>1</v></c><c r="XFE1"/>',
        "far-beyond-columns": '<c r="A1"><v>1</v></c><c r="ZZZZ1"/>',
        "far-beyond-with-value": '<c r="A1"><v>1</v></c><c r="ZZZZ1"><v>5</v></c>',
        "beyond-rows": '<c r="A1048577"><v>1</v></c>', "row-zero": '<c r="A0"><v>1</v></c>',
        "letters-only": '<c r="ABC"><v>1</v></c>', "zzzzzz": '<c r="ZZZZZZ1"><v>1</v></c>',
        "empty-reference": '<c r=""><v>1</v></c>', "long-reference": f'<c r="{"A" * 90_000}1"><v>1</v></c>',
        "long-row": f'<c r="A{"9" * 90_000}"><v>1</v></c>',
        "other-row": '<c r="A7"><v>1</v></c>', "nested": '<c r="A1"><c r="B1"><v>1</v></c></c>',
        "no-reference": "<c><v>1</v></c>" * 20_000, "string-missing": '<c r="A1" t="s"><v>7</v></c>',
        "string-negative": '<c r="A1" t="s"><v>-1</v></c>', "string-huge": '<c r="A1" t="s"><v>99999999999999999999</v></c>',
        "string-text": '<c r="A1" t="s"><v>x</v></c>', "string-empty": '<c r="A1" t="s"><v></v></c>',
        "string-long": f'<c r="A1" t="s"><v>{"1" * 5_000_000}</v></c>',
        "style-huge": '<c r="A1" s="4294967296"><v>1</v></c>', "style-negative": '<c r="A1" s="-1"><v>1</v></c>',
        "type-unknown": '<c r="A1" t="zz"><v>1</v></c>', "type-empty": '<c r="A1" t=""><v>1</v></c>',
        "two-values": '<c r="A1"><v>1</v><v>2</v></c>', "bool-odd": '<c r="A1" t="b"><v>maybe</v></c>',
    }.items():
        yield f"cell-{name}", (0, 65), book(row.format(cells))
    for name, rows in {
        "out-of-order": '<row r="5"><c><v>1</v></c></row><row r="3"><c><v>1</v></c></row>',
        "twice": '<row r="5"><c><v>1</v></c></row><row r="5"><c><v>1</v></c></row>',
        "zero": '<row r="0"><c><v>1</v></c></row>', "negative": '<row r="-3"><c><v>1</v></c></row>',
        "beyond": '<row r="1048577"><c><v>1</v></c></row>', "huge": '<row r="99999999999999999999"><c><v>1</v></c></row>',
        "no-rows": "<c r='A1'><v>1</v></c>", "last-cell": f'<row r="1048576">{text("XFD1048576", "x")}</row>',
    }.items():
        yield f"row-{name}", (0, 65), book(rows)
    numbers = ["1e308", "1e309", "NaN", "inf", "-inf", "1e-320", "0" * 100_000 + "1", "1" * 100_000, "9" * 18,
               "-9223372036854775808", "9223372036854775807", "1e12", "-1e12", "0x10", "1,5", " 5 ", "--1", "1e", "e",
               "+5", "1.7976931348623157E+308", "4.9E-324", "99999999999999.9", "999999999999.99", "-0", "1e99999999999",
               "1_000", "٣", "𝟗"]
    for form in ["{}", "{}%"]:
        for i, number in enumerate(numbers):
            rows = head_row() + "".join(
                f'<row r="{r}">' + text(f"A{r}", "Xã An Bình") + text(f"B{r}", "Tỷ lệ lao động qua đào tạo")
                + f'<c r="C{r}"><v>{2015 + r}</v></c>'
                + (f'<c r="D{r}"><v>{number}</v></c>' if form == "{}" else text(f"D{r}", form.format(number)))
                + f'<c r="E{r}"><v>{number if r % 2 else 5000}</v></c></row>' for r in range(2, 9))
            yield f"number-{'percent-' if '%' in form else ''}{i:02d}", (0, 65), book(rows)
    styles = ['<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellXfs><xf numFmtId="164"/>'
              '<xf numFmtId="14"/></cellXfs></styleSheet>']
    for i, number in enumerate(numbers):
        for style in (0, 1):
            rows = ('<row r="1">' + text("A1", "Địa phương") + text("B1", "Chỉ tiêu")
                    + "".join(f'<c r="{c}1"><v>{y}</v></c>' for c, y in zip("CDE", (2022, 2023, 2024))) + "</row>"
                    + '<row r="2">' + text("A2", "Xã An Bình") + text("B2", "Tỷ lệ lao động qua đào tạo")
                    + "".join(f'<c r="{c}2" s="{style}"><v>{number}</v></c>' for c in "CDE") + "</row>")
            yield f"number-style{style}-{i:02d}", (0, 65), book(rows, styles=styles)


def size_cases():
    yield "text-one-node-32mb", (0, 65), book(
        head_row() + '<row r="2">' + text("A2", "á b " * 8_000_000) + "</row>")
    yield "text-heading-32mb", (0, 65), book(
        '<row r="1">' + text("A1", "Năm " * 6_000_000) + text("B1", "Tỷ lệ") + text("C1", "2020") + "</row>")
    yield "text-place-8mb", (0, 65), book(head_row() + figure_row(2, place="ấ " * 2_000_000) + figure_row(3))
    yield "text-indicator-8mb", (0, 65), book(head_row() + figure_row(2, indicator="ấ " * 2_000_000) + figure_row(3))
    yield "text-year-4mb", (0, 65), book(head_row() + figure_row(2, year="2" * 4_000_000))
    yield "text-no-blank-30mb", (0, 65), book(head_row() + figure_row(2, place="\u0301" * 15_000_000))
    yield "text-escapes", (0, 65), book(head_row() + figure_row(2, place="_x0041_" * 3_000_000))
    yield "text-controls", (0, 65), book(head_row() + figure_row(2, place="_x0000__x001B_[31m_x202E_") + figure_row(3, place="_xD800_x"))
    yield "strings-3000000", (0, 65), book(
        strings=[f'<sst xmlns="{NAMESPACE}">'] + [f"<si><t>{i}</t></si>" for i in range(3_000_000)] + ["</sst>"])
    yield "strings-empty-8000000", (0, 65), book(
        strings=[f'<sst xmlns="{NAMESPACE}">'] + ["<si/>" * 100_000] * 80 + ["</sst>"])
    yield "strings-one-used-often", (0, 65), book(
        (f'<row r="{r + 1}">' + '<c t="s"><v>0</v></c>' * 20 + "</row>" for r in range(40_000)),
        strings=[f'<sst xmlns="{NAMESPACE}"><si><t>{"Xã Năm 2020 " * 2500}</t></si></sst>'])
    yield "strings-runs", (0, 65), book(
        strings=[f'<sst xmlns="{NAMESPACE}"><si>'] + ["<r><rPr><b/></rPr><t>a</t></r>" * 10_000] * 150 + ["</si></sst>"])
    yield "strings-phonetic", (0, 65), book(
        strings=[f'<sst xmlns="{NAMESPACE}"><si>'] + ['<rPh sb="0" eb="1"><t>a</t></rPh>' * 10_000] * 100 + ["</si></sst>"])
    yield "styles-fonts-1000000", (0, 65), book(
        styles=[f'<styleSheet xmlns="{NAMESPACE}"><fonts>'] + [f'<font><name val="F{i}"/></font>' for i in range(1_000_000)]
        + ["</fonts></styleSheet>"], level=1)
    yield "styles-formats-1000000", (0, 65), book(
        styles=[f'<styleSheet><numFmts><numFmt numFmtId="170" formatCode="{"#" * 200_000}"/></numFmts><cellXfs>']
        + ['<xf numFmtId="170"/>' * 10_000] * 100 + ["</cellXfs></styleSheet>"])
    yield "cells-empty-styled-1000000", (0, 65), book(
        (f'<row r="{r + 1}">' + '<c s="3"/>' * 100 + "</row>" for r in range(10_000)))
    yield "cells-numbers-3000000", (0, 65), book(
        (f'<row r="{r + 1}">' + "<c><v>5</v></c>" * 100 + "</row>" for r in range(30_000)))
    yield "cells-empty-16000000", (0, 65), book(("<row>" + "<c/>" * 16_000 + "</row>" for r in range(1_000)))
    yield "rows-empty-1000000", (0, 65), book((f'<row r="{r + 1}"/>' for r in range(1_000_000)))
    yield "rows-beyond-1000000", (0, 65), book(("<row/>" * 10_000 for r in range(200)))
    yield "rows-hidden-1000000", (0, 65), book(
        (head_row() if r == 0 else f'<row r="{r + 1}" hidden="1"><c><v>5</v></c></row>' for r in range(1_000_000)))
    yield "columns-hidden-1000000", (0, 65), book(
        before="<cols>" + '<col min="1" max="16384" hidden="1"/>' * 1_000_000 + "</cols>")
    yield "columns-100000", (0, 65), book('<row r="1">' + "".join(
        f'<c r="{letters(c)}1"><v>{c}</v></c>' for c in range(100_000)) + "</row>")
    heads = "".join(text(f"{letters(c)}1", ["Năm", "Tỷ lệ (%)", "Số đạt", "Tổng số", "2020"][c % 5]) for c in range(16_384))
    yield "columns-heads-16384", (0, 65), book(
        f'<row r="1">{heads}</row>' + "".join(
            f'<row r="{r}">' + "<c><v>5</v></c>" * 16_384 + "</row>" for r in range(2, 60)))
    heads = text("A1", "Địa phương") + text("B1", "Chỉ tiêu") + "".join(
        f'<c r="{letters(c)}1"><v>{1900 + c % 200}</v></c>' for c in range(2, 590))
    yield "columns-heads-590", (0, 65), book((
        f'<row r="1">{heads}</row>' if r == 1 else f'<row r="{r}">' + text(f"A{r}", f"Xã {r}")
        + text(f"B{r}", "Tỷ lệ lao động qua đào tạo") + "<c><v>5</v></c>" * 588 + "</row>" for r in range(1, 2_000)))
    yield "rows-text-500000", (0, 65), book(
        (f'<row r="{r}">' + text(f"A{r}", f"Đây là dòng chữ {r}") + text(f"B{r}", "x y z") + "</row>"
         for r in range(1, 500_001)))
    for count in (5_000, 100_000):
        yield f"rows-heads-{count}", (0, 65), book((head_row(r) for r in range(1, count + 1)))
    yield "rows-heads-between-figures", (0, 65), book(
        ((head_row(r) if r % 2 else figure_row(r, place=f"Xã {r}")) for r in range(1, 60_001)))
    yield "rows-heads-wide", (0, 65), book((
        f'<row r="{r}">' + "".join(text(f"{letters(c)}{r}", f"Năm {1900 + c % 190} số {r}") for c in range(150)) + "</row>"
        for r in range(1, 3_000)))
    yield "rows-titles-wide", (0, 65), book((
        f'<row r="{r}">' + "".join(text(f"{letters(c)}{r}", f"chữ {c} {r}") for c in range(150)) + "</row>"
        for r in range(1, 4_000)))
    yield "figures-200000-places", (0, 65), book(
        [head_row()] + [figure_row(r, place=f"Xã {r}") for r in range(2, 200_002)])
    yield "figures-200000-indicators", (0, 65), book(
        [head_row()] + [figure_row(r, indicator=f"Tỷ lệ lao động thứ {r}") for r in range(2, 200_002)])
    yield "figures-200000-same", (0, 65), book([head_row()] + [figure_row(r) for r in range(2, 200_002)])
    yield "figures-200000-bad", (0, 65), book([head_row()] + [figure_row(r, year="x") for r in range(2, 200_002)])
    yield "figures-formulas-only", (0, 65), book([head_row()] + [
        f'<row r="{r}">' + text(f"A{r}", "Xã An Bình") + text(f"B{r}", "Tỷ lệ lao động qua đào tạo")
        + f'<c r="C{r}"><f>A1</f></c><c r="D{r}"><f>A1</f></c><c r="E{r}"><f>A1</f><v/></c></row>'
        for r in range(2, 100_002)])
    yield "figures-errors-only", (0, 65), book([head_row()] + [
        f'<row r="{r}">' + text(f"A{r}", "Xã An Bình") + text(f"B{r}", "Tỷ lệ lao động qua đào tạo")
        + "".join(f'<c r="{c}{r}" t="e"><v>#DIV/0!</v></c>' for c in "CDE") + "</row>" for r in range(2, 100_002)])


def merge_cases():
    def merged(ranges):
        return "<mergeCells>" + "".join(f'<mergeCell ref="{r}"/>' for r in ranges) + "</mergeCells>"

    yield "merges-1000000", (0, 65), book(after=merged(f"A{r + 1}:B{r + 1}" for r in range(1_000_000)))
    yield "merges-1000000-in-one-row", (0, 65), book(after=merged(["A1:E1"] * 1_000_000))
    yield "merges-overlapping-heads", (0, 65), book(
        (['<row r="1">' + "".join(text(f"{letters(c)}1", "Năm 2020") for c in range(590)) + "</row>"]
         + [f'<row r="{r}">' + "<c><v>5</v></c>" * 590 + "</row>" for r in range(2, 100)]),
        after=merged(f"ZZ1:ZZ{r % 90 + 1}" for r in range(100_000)) )
    yield "merges-row-of-500000", (0, 65), book(
        ['<row r="1">' + "".join(text(f"{letters(c)}1", "Năm 2020") for c in range(590)) + "</row>"]
        + [f'<row r="{r}">' + text(f"A{r}", "x") + "</row>" for r in range(2, 3_000)],
        after=merged(["B1:B3000"] * 200_000))
    yield "merges-whole-sheet", (0, 65), book(after=merged(["A1:XFD1048576"] * 1_000))
    yield "merges-backwards", (0, 65), book(after=merged(["E5:A1", "A1", ":", "A1:", "A0:B0", "A1:B2:C3", "x" * 90_000]))


def many_sheet_cases():
    for count in (1_000, 9_000):
        parts = frame(sheets=[f"Trang {i}" for i in range(count)])
        data = deflated(sheet(good_rows()))
        yield f"sheets-{count}", (0, 65), container(
            [member(n, d) for n, d in parts]
            + [member(f"xl/worksheets/sheet{i + 1}.xml", data) for i in range(count)])
    listed = '<sheet name="a" sheetId="1" r:id="rId1"/>' * 1_000_000
    workbook = (f'<workbook xmlns="{NAMESPACE}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
                f"<sheets>{listed}</sheets></workbook>")
    yield "sheets-1000000-of-one-part", (65,), container(
        [member(n, d) for n, d in frame(workbook=workbook)] + [member(SHEET, deflated(sheet(good_rows())))])
    extra = "".join(f'<Relationship Id="x{i}" Type="a/b" Target="c"/>' for i in range(1_000_000))
    yield "relationships-1000000", (0, 65), container(
        [member(n, d) for n, d in frame(extra_relationships=extra)] + [member(SHEET, deflated(sheet(good_rows())))])
    yield "sheets-same-names", (0, 65), container(
        [member(n, d) for n, d in frame(sheets=["", "", "a&#10;b"])]
        + [member(f"xl/worksheets/sheet{i}.xml", deflated(sheet(good_rows()))) for i in (1, 2, 3)])


def workbook_cases():
    for cases in (xml_cases, cell_cases, size_cases, merge_cases, many_sheet_cases):
        yield from cases()
