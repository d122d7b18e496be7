"""Builds the tables of this package from raw/ and writes datapackage.json.

Run: python3 derive.py
Percents stay text from end to end: no value passes through a floating-point number on its way to the table.
"""

import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from datapackage import field, read_table, resource, write_package, write_table  # noqa: E402

HERE = Path(__file__).resolve().parent
PANEL = "raw/vietnam_trained_labour_panel.csv"
UNIVERSITY = "raw/vietnam_university.csv"
NATION = "Cả nước"

# Six socio-economic regions of the statistics office, as they were in 2008–2020.
REGIONS = {
    "Đồng bằng sông Hồng": "Hà Nội, Vĩnh Phúc, Bắc Ninh, Quảng Ninh, Hải Dương, Hải Phòng, Hưng Yên, Thái Bình, Hà Nam, "
                           "Nam Định, Ninh Bình",
    "Trung du và miền núi phía Bắc": "Hà Giang, Cao Bằng, Bắc Kạn, Tuyên Quang, Lào Cai, Yên Bái, Thái Nguyên, Lạng Sơn, "
                                     "Bắc Giang, Phú Thọ, Điện Biên, Lai Châu, Sơn La, Hòa Bình",
    "Bắc Trung Bộ và Duyên hải miền Trung": "Thanh Hóa, Nghệ An, Hà Tĩnh, Quảng Bình, Quảng Trị, Thừa Thiên - Huế, Đà Nẵng, "
                                            "Quảng Nam, Quảng Ngãi, Bình Định, Phú Yên, Khánh Hòa, Ninh Thuận, Bình Thuận",
    "Tây Nguyên": "Kon Tum, Gia Lai, Đắk Lắk, Đắk Nông, Lâm Đồng",
    "Đông Nam Bộ": "Bình Phước, Tây Ninh, Bình Dương, Đồng Nai, Bà Rịa - Vũng Tàu, TP. Hồ Chí Minh",
    "Đồng bằng sông Cửu Long": "Long An, Tiền Giang, Bến Tre, Trà Vinh, Vĩnh Long, Đồng Tháp, An Giang, Kiên Giang, Cần Thơ, "
                               "Hậu Giang, Sóc Trăng, Bạc Liêu, Cà Mau",
}
REGION_OF = {province: region for region, names in REGIONS.items() for province in names.split(", ")}
KINDS = {"national": "quốc gia", "region": "vùng", "province": "tỉnh"}
STATUS = {"final": "final", "preliminary": "preliminary", "final (as copied 2021)": "final"}


def printed(value):
    """The tables are published to one decimal; saved copies lose a trailing zero ("20" stands for 20.0)."""
    assert value.replace(".", "", 1).isdigit(), value
    return value if "." in value else value + ".0"


def trained_note(level, year):
    notes = []
    if level == "national":
        if year == 2008:
            notes.append("Chỉ có trong bản phát hành 2018; từ 2009 là bản phát hành 2022")
        if year == 2020:
            notes.append("Bảng theo tuổi và trình độ của bản 2021 ghi 24,05 (sơ bộ)")
        if year == 2021:
            notes.append("Sau khi đổi định nghĩa lao động có việc làm: không so thẳng với 2020")
    if level == "province":
        if year == 2016:
            notes.append("Chỗ nối hai bản phát hành: 2015 về trước theo bản 2018, từ 2016 theo bản 2018/2019; số sơ bộ 2016 đã bị thay")
        if year == 2018:
            notes.append("Nguồn không nói 2018 là số chính thức hay sơ bộ")
    return "; ".join(notes)


def observations():
    rows = []
    for line in read_table(HERE / PANEL):
        rows.append({"place": line["place"], "indicator": "trained", "year": line["year"], "percent": printed(line["value"]),
                     "status": STATUS[line["status"]], "vintage": line["vintage"],
                     "note": trained_note(line["level"], int(line["year"]))})
    for line in read_table(HERE / UNIVERSITY):
        vintage, _, table = line["vintage"].partition(" ")
        notes = [] if not table else ["Bảng theo tuổi và trình độ chuyên môn"]
        if line["year"] == "2017":
            notes.append("Chỗ nối hai bản phát hành: 2016 về trước theo bản 2018")
        rows.append({"place": line["place"], "indicator": "university", "year": line["year"], "percent": printed(line["value"]),
                     "status": STATUS[line["status"]], "vintage": vintage, "note": "; ".join(notes)})
    order = [NATION, *REGIONS, *REGION_OF]
    rows.sort(key=lambda row: (row["indicator"], order.index(row["place"]), row["year"], row["vintage"]))
    return rows


def places():
    rows = [{"place": NATION, "kind": "quốc gia"}]
    rows += [{"place": region, "kind": "vùng", "parent": NATION} for region in REGIONS]
    rows += [{"place": province, "kind": "tỉnh", "parent": region, "note": "Địa giới trước khi sắp xếp cấp tỉnh năm 2025"}
             for province, region in REGION_OF.items()]
    return rows


INDICATORS = [
    {"indicator": "trained", "title_vi": "Tỷ lệ lao động đã qua đào tạo", "title_en": "Trained workers", "direction": "up",
     "definition": "employed-15plus-certificate",
     "definition_vi": "Người từ 15 tuổi trở lên đang làm việc đã qua đào tạo, có bằng cấp hoặc chứng chỉ từ sơ cấp nghề trở lên",
     "base_vi": "Người từ 15 tuổi trở lên đang làm việc",
     "source": "Tổng cục Thống kê (nay là Cục Thống kê), Điều tra lao động việc làm"},
    {"indicator": "university", "title_vi": "Tỷ lệ lao động có trình độ đại học trở lên", "title_en": "Workers with a university degree",
     "direction": "up", "definition": "employed-15plus-university",
     "definition_vi": "Người từ 15 tuổi trở lên đang làm việc có trình độ đại học trở lên",
     "base_vi": "Người từ 15 tuổi trở lên đang làm việc",
     "source": "Tổng cục Thống kê (nay là Cục Thống kê), Điều tra lao động việc làm"},
]
BREAKS = [
    {"place": NATION, "indicator": "trained", "year": "2021", "kind": "definition",
     "note": "Đổi định nghĩa lao động có việc làm (chuẩn ICLS 19), theo ghi chú kèm bản sao số liệu; chưa đối chiếu với văn bản của cơ quan thống kê"},
]

SCHEMAS = {
    "observations": [
        field("place", "string", "Địa bàn", required=True),
        field("indicator", "string", "Chỉ số", required=True, enum=["trained", "university"]),
        field("year", "year", "Năm", required=True),
        field("count", "integer", "Số người đạt", unit="người", description="Nguồn không công bố"),
        field("base", "integer", "Tổng số để chia", unit="người", description="Nguồn không công bố"),
        field("percent", "number", "Tỷ lệ như đã công bố", unit="%"),
        field("status", "string", "Tình trạng số liệu", required=True, enum=["final", "preliminary", "estimated"]),
        field("vintage", "string", "Bản phát hành", required=True),
        field("released", "date", "Ngày công bố", description="Nguồn không cho biết"),
        field("note", "string", "Ghi chú"),
    ],
    "places": [
        field("place", "string", "Địa bàn", required=True),
        field("kind", "string", "Loại", required=True, enum=["tỉnh", "vùng", "quốc gia"]),
        field("parent", "string", "Thuộc địa bàn"),
        field("code", "string", "Mã đơn vị hành chính"),
        field("difficult_area", "boolean", "Vùng khó khăn", trueValues=["true"], falseValues=["false"]),
        field("note", "string", "Ghi chú"),
    ],
    "indicators": [
        field("indicator", "string", "Chỉ số", required=True),
        field("title_vi", "string", "Tên tiếng Việt", required=True),
        field("title_en", "string", "Tên tiếng Anh"),
        field("direction", "string", "Chiều tốt", required=True, enum=["up", "down", "unknown"]),
        field("definition", "string", "Mã định nghĩa", required=True),
        field("definition_vi", "string", "Định nghĩa"),
        field("base_vi", "string", "Tổng số để chia"),
        field("source", "string", "Nguồn"),
    ],
    "breaks": [
        field("place", "string", "Địa bàn (trống: mọi địa bàn)"),
        field("indicator", "string", "Chỉ số", required=True),
        field("year", "year", "Năm đầu tiên sau chỗ đứt", required=True),
        field("kind", "string", "Loại", required=True, enum=["definition", "survey", "territory"]),
        field("note", "string", "Ghi chú"),
    ],
}
TITLES = {"observations": "Số liệu", "places": "Địa bàn", "indicators": "Chỉ số", "breaks": "Chỗ đứt chuỗi"}
KEYS = {"observations": ["place", "indicator", "year", "vintage"], "places": ["place"], "indicators": ["indicator"], "breaks": None}


def check(rows):
    keys = [tuple(row[name] for name in KEYS["observations"]) for row in rows]
    assert len(keys) == len(set(keys)) == 776
    years = lambda indicator, kind: sorted({int(row["year"]) for row in rows if row["indicator"] == indicator and kind(row["place"])})
    assert len(REGION_OF) == 63
    assert {row["place"] for row in rows} == {NATION, *REGIONS, *REGION_OF}
    assert years("trained", lambda place: place == NATION) == list(range(2008, 2022))
    assert years("university", lambda place: place == NATION) == list(range(2009, 2021))
    assert years("trained", lambda place: place in REGION_OF) == list(range(2008, 2019))
    assert years("trained", lambda place: place in REGIONS) == list(range(2008, 2017))
    # A region's value lies between the lowest and the highest of its provinces: the grouping above is plausible.
    value = {(row["place"], row["year"]): float(row["percent"]) for row in rows if row["indicator"] == "trained"}
    for region in REGIONS:
        own = [province for province in REGION_OF if REGION_OF[province] == region]
        for year in map(str, range(2008, 2016)):
            inside = [value[province, year] for province in own]
            assert min(inside) <= value[region, year] <= max(inside), (region, year)


def main():
    tables = {"observations": observations(), "places": places(), "indicators": INDICATORS, "breaks": BREAKS}
    check(tables["observations"])
    for name, rows in tables.items():
        write_table(HERE / f"{name}.csv", [column["name"] for column in SCHEMAS[name]], rows)
    write_package(HERE, {
        "name": "vietnam-trained-labour",
        "title": "Lao động đã qua đào tạo của Việt Nam, 2008–2021",
        "description": "Tỷ lệ lao động từ 15 tuổi trở lên đang làm việc đã qua đào tạo (cả nước, 6 vùng, 63 tỉnh) và có trình độ "
                       "đại học trở lên (cả nước), như Tổng cục Thống kê công bố.",
        "version": "1.0.0",
        "licenses": [{"name": "other-pd", "path": "README.md",
                      "title": "Số liệu thống kê do cơ quan nhà nước công bố; nguồn không nêu giấy phép. Điều 15 Luật Sở hữu trí tuệ "
                               "không bảo hộ quyền tác giả đối với số liệu. Xin ghi nguồn khi dùng lại"}],
        "sources": [
            {"title": "Tổng cục Thống kê (nay là Cục Thống kê), cơ sở dữ liệu trực tuyến, mục Dân số và Lao động", "path": "https://www.gso.gov.vn"},
            {"title": "Bản sao năm 2018 của các bảng theo tỉnh và theo trình độ (commit 50040d2c4b)", "path": "https://github.com/choisy/gso"},
            {"title": "Bản sao các giá trị theo tỉnh 2016–2018 (commit 7f23e93a73)", "path": "https://github.com/soiqualang/TramAnh_GIRS"},
            {"title": "Bản sao năm 2021 của bảng theo tuổi và trình độ (commit 3147d6077a)", "path": "https://github.com/vohai611/gsovn-py"},
            {"title": "Bản sao năm 2022 của bảng cả nước (commit 8b725a05cc)", "path": "https://github.com/Tuyet3005/DoAnCK_P4DS"},
        ],
        "illustrative": False,
        "notice": {"vi": "Mẫu số là người đang làm việc, không phải công dân của xã như Thông tư 25/2023/TT-BGDĐT: dùng để so sánh nhịp tăng, không để xét công nhận.",
                   "en": "The base is employed persons, not the citizens that Circular 25/2023/TT-BGDĐT asks for: compare paces with it, do not judge recognition."},
        "defaultPlace": NATION,
    }, [resource(HERE, name, TITLES[name], SCHEMAS[name], KEYS[name]) for name in tables], [PANEL, UNIVERSITY])


if __name__ == "__main__":
    main()
