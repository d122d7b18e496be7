"""Checks the two tables of the world panel against each other and writes datapackage.json.

Run: python3 derive.py
"""

import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from datapackage import field, read_table, resource, write_package  # noqa: E402

HERE = Path(__file__).resolve().parent

SERIES = [
    field("entity", "string", "Nước hoặc vùng (tên như nguồn viết)", required=True),
    field("indicator", "string", "Mã chỉ số", required=True),
    field("year", "year", "Năm", required=True),
    field("value", "number", "Giá trị như đã công bố", unit="%", required=True),
    field("source", "string", "Nguồn", required=True, enum=["UIS", "UNSDG", "WBEdStats"]),
]
INDICATORS = [
    field("source", "string", "Nguồn", required=True),
    field("indicator", "string", "Mã chỉ số", required=True),
    field("name", "string", "Tên chỉ số như nguồn viết", required=True),
    field("series", "integer", "Số chuỗi (nước) trong bảng series", required=True),
    field("points", "integer", "Số giá trị trong bảng series", required=True),
    field("median_abs_yoy_change", "number", "Trung vị mức thay đổi tuyệt đối giữa hai năm liền nhau", unit="điểm %"),
    field("source_address", "string", "Địa chỉ bản sao đã dùng", required=True),
    field("nature", "string", "Bản chất số liệu"),
    field("licence", "string", "Giấy phép, đúng như đã thấy ở nguồn", required=True),
]


def check():
    series, indicators = read_table(HERE / "series.csv"), read_table(HERE / "indicators.csv")
    keys = [(row["entity"], row["source"], row["indicator"], row["year"]) for row in series]
    assert len(keys) == len(set(keys)), "hai giá trị cho một nước, một chỉ số, một năm"
    assert all(0 <= float(row["value"]) <= 100 for row in series)
    named = {(row["source"], row["indicator"]): row for row in indicators}
    assert {(row["source"], row["indicator"]) for row in series} == set(named)
    for key, row in named.items():
        own = [line for line in series if (line["source"], line["indicator"]) == key]
        assert len(own) == int(row["points"]), key
        assert len({line["entity"] for line in own}) == int(row["series"]), key


def main():
    check()
    write_package(HERE, {
        "name": "world-panel",
        "title": "Chuỗi tỷ lệ phần trăm hằng năm của các nước (giáo dục, đào tạo)",
        "description": "1.274 chuỗi tỷ lệ phần trăm hằng năm, mỗi chuỗi 12–35 giá trị, sao nguyên văn từ UNESCO UIS, "
                       "cơ sở dữ liệu SDG của Liên hợp quốc và World Bank EdStats. Đầu vào của thư viện nhịp tăng (pace-library).",
        "version": "1.0.0",
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/",
                      "title": "Creative Commons Attribution 4.0, như các bản sao ghi; xem cột licence của bảng indicators"}],
        "sources": [
            {"title": "UNESCO Institute for Statistics, SDG 4 indicators (bản sao Open Numbers, commit 9ebe820471)",
             "path": "https://github.com/open-numbers/ddf--unesco--education"},
            {"title": "United Nations, Global SDG Indicators Database 2020 (bản sao Open Numbers, commit 1bfae15828)",
             "path": "https://github.com/open-numbers/ddf--unstats--sdg_indicators"},
            {"title": "World Bank, Education Statistics – EdStats (bản sao Open Numbers, commit d9aad9390e)",
             "path": "https://github.com/open-numbers/ddf--wb--edu"},
        ],
        "illustrative": False,
        "notice": {"vi": "Số liệu cấp quốc gia, chỉ dùng để đo nhịp tăng; không phải số liệu của xã nào.",
                   "en": "National figures, used only to measure paces; they describe no commune."},
    }, [
        resource(HERE, "series", "Giá trị hằng năm", SERIES, ["entity", "source", "indicator", "year"]),
        resource(HERE, "indicators", "Chỉ số, nguồn và giấy phép", INDICATORS, ["source", "indicator"]),
    ])


if __name__ == "__main__":
    main()
