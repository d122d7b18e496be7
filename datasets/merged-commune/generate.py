"""Makes an illustrative commune of one whole former commune and parts of two others: every figure is invented.

Run: python3 generate.py
The names are those of the arrangement of 1 July 2025 in Hải Phòng, the numbers are not: counts, bases and shares come from a seeded
generator or are written down here, so that the teaching cases of README.md occur.
"""

import math
import random
import sys
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from datapackage import field, resource, write_package, write_table  # noqa: E402

HERE = Path(__file__).resolve().parent
COMMUNE = "Kiến Hưng"
WHOLE, SPLIT, OTHER = "Tân Trào", "Kiến Hưng (cũ)", "Đoàn Xá"
HAMLETS = [f"Thôn {number} (Đoàn Xá)" for number in range(1, 9)]
DAY = "2025-07-01"
CITIZENS, TRAINED, UNIVERSITY = "learning-citizens", "trained", "university"
FAMILIES, CLANS = "learning-families", "learning-clans"
YEARS = {CITIZENS: range(2022, 2025), TRAINED: range(2018, 2025), UNIVERSITY: range(2018, 2025), FAMILIES: range(2022, 2025), CLANS: range(2022, 2025)}

# Residents of 15 years and more, households; the first year and the growth of each year.
RESIDENTS = {WHOLE: (9612, 23), SPLIT: (6391, 14), OTHER: (7288, 11)}
HOUSEHOLDS = {WHOLE: (3640, 17), SPLIT: (2389, 9), OTHER: (2755, 10)}
# Angular points: level of the first year, pace a year, standard deviation of a step.
WALKS = {
    CITIZENS: {WHOLE: (47.5, 3.1, 0.5), SPLIT: (45.0, 2.6, 0.5), OTHER: (50.5, 2.8, 0.5)},
    TRAINED: {WHOLE: (46.5, 0.75, 0.35), SPLIT: (43.0, 0.65, 0.35), OTHER: (49.0, 0.55, 0.35)},
    UNIVERSITY: {WHOLE: (18.8, 0.42, 0.2), SPLIT: (17.4, 0.40, 0.2), OTHER: (20.1, 0.45, 0.2)},
    FAMILIES: {WHOLE: (58.0, 2.0, 0.5), SPLIT: (55.5, 2.2, 0.5), OTHER: (60.0, 1.6, 0.5)},
}
CLAN_COUNTS = {WHOLE: [(11, 19), (12, 19), (13, 19)], SPLIT: [(7, 16), (8, 16), (9, 16)], OTHER: [(8, 14), (9, 14), (9, 14)]}
# The commune's own figures: of 2025, and of learning families of 2024, counted again after the arrangement.
OWN = {(CITIZENS, 2025): (10840, 18560), (TRAINED, 2025): (9877, 18560), (UNIVERSITY, 2025): (2046, 18560),
       (FAMILIES, 2025): (5037, 7095), (CLANS, 2025): (26, 38), (FAMILIES, 2024): (4886, 7061)}
GAP = (OTHER, 2019)          # no figures of trained and university
PERCENT_ONLY = (OTHER, 2018)  # university: a percent without counts

CROSSWALK = [dict(zip(("old_place", "new_place", "share", "part", "whole", "base", "note"), row), valid_from=DAY, source="Giả định, chỉ để minh họa") for row in (
    (WHOLE, COMMUNE, "1", "", "", "", "Toàn bộ"),
    (SPLIT, COMMUNE, "", 4212, 6480, "", "Theo người từ 15 tuổi trở lên"),
    (SPLIT, "Kiến Thụy", "", 2268, 6480, "", "Phần còn lại"),
    (SPLIT, COMMUNE, "", 1560, 2432, FAMILIES, "Theo hộ"),
    (SPLIT, "Kiến Thụy", "", 872, 2432, FAMILIES, "Phần còn lại"),
    (SPLIT, COMMUNE, "", 10, 16, CLANS, "Theo dòng họ"),
    (SPLIT, "Kiến Thụy", "", 6, 16, CLANS, "Phần còn lại"),
    (OTHER, COMMUNE, "62%", "", "", "", "Theo người từ 15 tuổi trở lên"),
    (OTHER, "Kiến Hải", "38%", "", "", "", "Phần còn lại"),
    (OTHER, COMMUNE, "0.625", "", "", FAMILIES, "Theo hộ"),
    (OTHER, "Kiến Hải", "0.375", "", "", FAMILIES, "Phần còn lại"),
    (OTHER, COMMUNE, "", 9, 14, CLANS, "Theo dòng họ"),
    (OTHER, "Kiến Hải", "", 5, 14, CLANS, "Phần còn lại"),
)]


def percent(z):
    return 100 * math.sin(math.pi * min(max(z, 0), 100) / 200) ** 2


def share_out(total, weights):
    """Whole numbers in proportion to the weights that add up to the total (largest remainder)."""
    exact = [total * weight / sum(weights) for weight in weights]
    parts = [math.floor(value) for value in exact]
    by_remainder = sorted(range(len(parts)), key=lambda index: (parts[index] - exact[index], index))
    for index in by_remainder[: total - sum(parts)]:
        parts[index] += 1
    return parts


def figures():
    """Count and base of each former unit, indicator and year."""
    rng = random.Random(20250701)
    cells = {}
    for indicator, walks in WALKS.items():
        for place, (z, pace, spread) in walks.items():
            first, growth = (HOUSEHOLDS if indicator == FAMILIES else RESIDENTS)[place]
            for year in YEARS[indicator]:
                base = first + growth * (year - 2018)
                cells[place, indicator, year] = (round(percent(z) * base / 100), base)
                z += pace + rng.gauss(0, spread)
    for place, counts in CLAN_COUNTS.items():
        for year, cell in zip(YEARS[CLANS], counts):
            cells[place, CLANS, year] = cell
    return cells


def hamlets(cells):
    """The thôn of one former commune: trained labour, adding up to it in each year."""
    rng = random.Random(20250702)
    size = [rng.uniform(0.7, 1.4) for _ in HAMLETS]
    offset = [rng.gauss(0, 3.5) for _ in HAMLETS]
    rows = []
    for year in YEARS[TRAINED]:
        if (OTHER, year) == GAP:
            continue
        count, base = cells[OTHER, TRAINED, year]
        bases = share_out(base, size)
        level = 200 / math.pi * math.asin(math.sqrt(count / base))
        counts = share_out(count, [people * percent(level + shift) for people, shift in zip(bases, offset)])
        rows += [figure(hamlet, TRAINED, year, cell) for hamlet, cell in zip(HAMLETS, zip(counts, bases))]
    return rows


def figure(place, indicator, year, cell, **more):
    row = {"place": place, "indicator": indicator, "year": year, "count": cell[0], "base": cell[1], "status": "final",
           "vintage": f"{year}-chinh-thuc", "released": f"{year + 1}-06-30"}
    return {**row, **more}


def observations(cells):
    rows = []
    for (indicator, year), cell in OWN.items():
        tentative = {"status": "preliminary", "vintage": "2025-so-bo", "released": "2026-01-15"}
        again = {"vintage": "2024-ra-soat", "released": "2025-12-20", "note": "Đếm lại trên địa giới mới"}
        rows.append(figure(COMMUNE, indicator, year, cell, **(tentative if year == 2025 else again)))
    for (place, indicator, year), cell in cells.items():
        if (place, year) == GAP and indicator in (TRAINED, UNIVERSITY):
            continue
        if (place, year) == PERCENT_ONLY and indicator == UNIVERSITY:
            rows.append(figure(place, indicator, year, ("", ""), percent=f"{100 * cell[0] / cell[1]:.1f}", note="Chỉ còn tỷ lệ trong báo cáo cũ"))
            continue
        if year == 2024 and place != WHOLE and indicator in (CITIZENS, TRAINED, UNIVERSITY):
            # Two communes published in January and again in June; the days differ.
            day = "2025-01-15" if place == SPLIT else "2025-02-20"
            rows.append(figure(place, indicator, year, (cell[0] - 37, cell[1]), status="preliminary", vintage="2024-so-bo", released=day))
        if year == 2024 and place == WHOLE:
            rows.append(figure(place, indicator, year, cell, released="2025-01-10"))
            continue
        rows.append(figure(place, indicator, year, cell))
    return rows + hamlets(cells)


PLACES = [{"place": COMMUNE, "kind": "xã", "difficult_area": "false", "note": "Từ 1/7/2025; xã minh họa"}]
PLACES += [{"place": place, "kind": "xã", "note": "Đến 30/6/2025; số liệu minh họa"} for place in (WHOLE, SPLIT, OTHER)]
PLACES += [{"place": hamlet, "kind": "thôn", "parent": OTHER, "note": "Thôn minh họa"} for hamlet in HAMLETS]

RESIDENTS_BASE = "Nhân khẩu thường trú từ 15 tuổi trở lên"
TT25, QD387 = "Thông tư 25/2023/TT-BGDĐT", "Quyết định 387/QĐ-TTg năm 2022"
INDICATORS = [dict(zip(("indicator", "title_vi", "title_en", "definition", "definition_vi", "base_vi", "source"), row), direction="up") for row in (
    (CITIZENS, "Tỷ lệ công dân đạt danh hiệu “Công dân học tập”", "Citizens with the title Learning Citizen", "citizens-15plus-learning-title",
     "Người từ 15 tuổi trở lên được công nhận “Công dân học tập” theo Quyết định 324/QĐ-KHVN", RESIDENTS_BASE, f"{TT25}, chỉ tiêu 5.1"),
    (TRAINED, "Tỷ lệ công dân được đào tạo trình độ chuyên môn kỹ thuật", "Citizens with technical training", "citizens-15plus-trained",
     "Người từ 15 tuổi trở lên đã được đào tạo trình độ chuyên môn kỹ thuật", RESIDENTS_BASE, f"{TT25}, chỉ tiêu 5.2"),
    (UNIVERSITY, "Tỷ lệ công dân có trình độ đại học trở lên", "Citizens with a university degree", "citizens-15plus-university",
     "Người từ 15 tuổi trở lên có trình độ đại học trở lên", RESIDENTS_BASE, f"{TT25}, chỉ tiêu 5.2"),
    (FAMILIES, "Tỷ lệ “Gia đình học tập”", "Learning families", "households-learning-title-2022",
     "Hộ được công nhận “Gia đình học tập” theo bộ tiêu chí từ năm 2022", "Hộ gia đình trong xã", QD387),
    (CLANS, "Tỷ lệ “Dòng họ học tập”", "Learning clans", "clans-learning-title-2022",
     "Dòng họ được công nhận “Dòng họ học tập” theo bộ tiêu chí từ năm 2022", "Dòng họ trong xã", QD387),
)]
BREAKS = [{"place": COMMUNE, "indicator": indicator, "year": 2025, "kind": "territory", "note": "Từ 1/7/2025 xã có địa giới mới"} for indicator in YEARS]
FACTS = ["learning-communication", "learning-programme", "learning-week", "learning-budget", "social-resources", "coordination-mechanism",
         "learning-centre-office", "public-library-digital", "culture-sports-centre-activities"]
GRADES = {"preschool-universalisation": 1, "primary-universalisation": 3, "lower-secondary-universalisation": 2, "illiteracy-eradication": 2}


def facts():
    values = {**{indicator: "met" for indicator in FACTS}, **GRADES}
    return [{"place": COMMUNE, "indicator": indicator, "year": 2025, "value": value, "evidence": "full", "status": "final", "released": "2026-01-15"}
            for indicator, value in values.items()]


PLACE = field("place", "string", "Địa bàn", required=True)
INDICATOR = field("indicator", "string", "Chỉ số", required=True)
YEAR = field("year", "year", "Năm", required=True)
NOTE = field("note", "string", "Ghi chú")
SCHEMAS = {
    "observations": [
        PLACE, INDICATOR, YEAR,
        field("count", "integer", "Số đạt", unit="người, hộ hoặc dòng họ tùy chỉ số"),
        field("base", "integer", "Tổng số để chia", unit="như cột count"),
        field("percent", "number", "Tỷ lệ", unit="%", description="Chỉ ghi khi không có số đếm"),
        field("status", "string", "Tình trạng số liệu", required=True, enum=["final", "preliminary", "estimated"]),
        field("vintage", "string", "Bản công bố", required=True),
        field("released", "date", "Ngày công bố", required=True), NOTE,
    ],
    "crosswalk": [
        field("old_place", "string", "Đơn vị cũ", required=True),
        field("new_place", "string", "Đơn vị mới", required=True),
        field("share", "string", "Phần của đơn vị cũ", description="0.62 hoặc 62%; trống khi có part và whole"),
        field("part", "integer", "Số người, hộ, dòng họ chuyển sang"),
        field("whole", "integer", "Tổng số của đơn vị cũ"),
        field("valid_from", "date", "Ngày đầu tiên của đơn vị mới", required=True),
        field("base", "string", "Chỉ số", description="Trống: mọi chỉ số không có dòng riêng"),
        NOTE, field("source", "string", "Nguồn của tỷ lệ"),
    ],
    "places": [
        PLACE, field("kind", "string", "Loại", required=True, enum=["xã", "thôn"]), field("parent", "string", "Thuộc địa bàn"),
        field("difficult_area", "boolean", "Vùng khó khăn", trueValues=["true"], falseValues=["false"]), NOTE,
    ],
    "indicators": [
        INDICATOR, field("title_vi", "string", "Tên tiếng Việt", required=True), field("title_en", "string", "Tên tiếng Anh"),
        field("direction", "string", "Chiều tốt", required=True, enum=["up", "down", "unknown"]),
        field("definition", "string", "Mã định nghĩa đang dùng", required=True), field("definition_vi", "string", "Định nghĩa"),
        field("base_vi", "string", "Tổng số để chia"), field("source", "string", "Nguồn của định nghĩa"),
    ],
    "breaks": [
        field("place", "string", "Địa bàn (trống: mọi địa bàn)"), INDICATOR, field("year", "year", "Năm đầu tiên sau chỗ đứt", required=True),
        field("kind", "string", "Loại", required=True, enum=["definition", "survey", "territory"]), NOTE,
    ],
    "facts": [
        PLACE, INDICATOR, YEAR, field("value", "string", "Kết quả", required=True),
        field("evidence", "string", "Minh chứng", required=True, enum=["full", "partial", "none"]),
        field("status", "string", "Tình trạng", required=True, enum=["final", "planned"]),
        field("released", "date", "Ngày công bố", required=True), NOTE,
    ],
}
TITLES = {"observations": "Số liệu", "crosswalk": "Đơn vị cũ và đơn vị mới", "places": "Địa bàn", "indicators": "Chỉ số",
          "breaks": "Chỗ đứt chuỗi", "facts": "Chỉ tiêu đạt/chưa đạt và mức độ phổ cập"}
KEYS = {"observations": ["place", "indicator", "year", "vintage"], "crosswalk": ["old_place", "new_place", "base"], "places": ["place"],
        "indicators": ["indicator"], "breaks": None, "facts": ["place", "indicator", "year", "status"]}


def check(tables):
    """What README.md promises."""
    for row in tables["observations"]:
        assert row["count"] == "" or 0 <= row["count"] <= row["base"]
    sums = {}
    for row in CROSSWALK:
        text = row["share"]
        share = Fraction(row["part"], row["whole"]) if row["part"] else Fraction(text.rstrip("%")) / (100 if "%" in text else 1)
        sums[row["old_place"], row["base"]] = sums.get((row["old_place"], row["base"]), 0) + share
    assert all(total == 1 for total in sums.values()), sums
    cell = {(row["place"], row["indicator"], row["year"]): row for row in tables["observations"] if row["status"] == "final"}
    for (place, indicator, year), row in cell.items():
        if indicator == UNIVERSITY and row["count"] != "" and place in (WHOLE, SPLIT, OTHER):
            assert row["count"] <= cell[place, TRAINED, year]["count"] and row["base"] == cell[place, TRAINED, year]["base"]
    for year in YEARS[TRAINED]:
        if (OTHER, year) != GAP:
            parts = [cell[hamlet, TRAINED, year] for hamlet in HAMLETS]
            assert [sum(part[name] for part in parts) for name in ("count", "base")] == [cell[OTHER, TRAINED, year][name] for name in ("count", "base")]


def main():
    tables = {"observations": observations(figures()), "crosswalk": CROSSWALK, "places": PLACES, "indicators": INDICATORS, "breaks": BREAKS, "facts": facts()}
    check(tables)
    for name, rows in tables.items():
        write_table(HERE / f"{name}.csv", [column["name"] for column in SCHEMAS[name]], rows)
    write_package(HERE, {
        "name": "merged-commune",
        "title": "Xã ghép từ ba xã cũ (số liệu minh họa)",
        "description": "Một xã minh họa gồm toàn bộ một xã cũ và một phần của hai xã khác: số liệu của các xã cũ đến 2024, của xã mới năm 2025, và bảng đơn vị cũ – đơn vị mới.",
        "version": "1.0.0",
        "licenses": [{"name": "Apache-2.0", "path": "https://www.apache.org/licenses/LICENSE-2.0", "title": "Apache License 2.0"}],
        "sources": [
            {"title": "Số liệu và tỷ lệ chia: do generate.py đặt ra, không lấy từ nguồn nào"},
            {"title": "Chỉ tiêu: Thông tư 25/2023/TT-BGDĐT, Điều 6"},
        ],
        "illustrative": True,
        "notice": {"vi": "SỐ LIỆU MINH HỌA: số liệu và tỷ lệ chia do máy sinh ra để thử và học cách dùng, không phải của các xã có tên ở đây.",
                   "en": "SỐ LIỆU MINH HỌA (ILLUSTRATIVE FIGURES): figures and shares are generated for tests and teaching; they are not those of the communes named."},
        "defaultPlace": COMMUNE,
    }, [resource(HERE, name, TITLES[name], SCHEMAS[name], KEYS[name]) for name in tables])


if __name__ == "__main__":
    main()
