"""Checks the two tables of the world panel against each other and writes datapackage.json.

Run: python3 derive.py
"""

import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from datapackage import field, read_table, resource, write_package  # noqa: E402

HERE = Path(__file__).resolve().parent

OBSERVATIONS = [
    field("place", "string", "Nước hoặc vùng (tên như nguồn viết)", required=True),
    field("indicator", "string", "Mã chỉ số", required=True),
    field("year", "year", "Năm", required=True),
    field("percent", "number", "Giá trị như đã công bố", unit="%", required=True),
]
INDICATORS = [
    field("indicator", "string", "Mã chỉ số", required=True),
    field("title_vi", "string", "Tên chỉ số", required=True),
    field("title_en", "string", "Tên tiếng Anh", required=True),
    field("direction", "string", "Chiều tốt", required=True, enum=["up", "down", "unknown"]),
    field("group", "string", "Nhóm chỉ số cùng loại: cả nhóm bị bỏ ra khi kiểm tra một chỉ số của nhóm", required=True),
    field("source", "string", "Nguồn", required=True),
]


def check():
    observations, indicators = read_table(HERE / "observations.csv"), read_table(HERE / "indicators.csv")
    keys = [(row["place"], row["indicator"], row["year"]) for row in observations]
    assert len(keys) == len(set(keys)), "hai giá trị cho một nước, một chỉ số, một năm"
    assert all(0 <= float(row["percent"]) <= 100 for row in observations)
    provenance = {row["indicator"]: row for row in read_table(HERE / "raw/provenance.csv")}
    assert {row["indicator"] for row in observations} == {row["indicator"] for row in indicators} == set(provenance)
    for indicator, row in provenance.items():
        own = [line for line in observations if line["indicator"] == indicator]
        assert len(own) == int(row["points"]), indicator
        assert len({line["place"] for line in own}) == int(row["series"]), indicator


def main():
    check()
    write_package(HERE, {
        "name": "world-panel",
        "title": "Chuỗi tỷ lệ phần trăm hằng năm của các nước (giáo dục, đào tạo)",
        "description": "1.274 chuỗi tỷ lệ phần trăm hằng năm, mỗi chuỗi 12–35 giá trị, sao nguyên văn từ UNESCO UIS, "
                       "cơ sở dữ liệu SDG của Liên hợp quốc và World Bank EdStats. Đầu vào của thư viện nhịp tăng (pace-library).",
        "version": "2.0.0",
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/",
                      "title": "Creative Commons Attribution 4.0, như các bản sao ghi; xem cột licence của raw/provenance.csv"}],
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
        resource(HERE, "observations", "Giá trị hằng năm", OBSERVATIONS, ["place", "indicator", "year"]),
        resource(HERE, "indicators", "Chỉ số, chiều tốt, nhóm", INDICATORS, ["indicator"]),
    ], ["raw/provenance.csv"])


if __name__ == "__main__":
    main()
