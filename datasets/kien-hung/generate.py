"""Makes the illustrative commune “Kiến Hưng”: every figure is invented by a seeded generator; nothing describes the real commune.

Run: python3 generate.py
Percents walk on the angular scale z = (200/π)·asin √(p/100) with drift and noise and pass through a few pinned values, so that
the teaching cases of README.md occur. Counts and bases are whole people; the 14 thôn add up exactly to the commune.
"""

import math
import random
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from datapackage import field, resource, write_package, write_table  # noqa: E402

HERE = Path(__file__).resolve().parent
COMMUNE = "Kiến Hưng"
HAMLETS = [f"Thôn {number}" for number in range(1, 15)]
YEARS = list(range(2018, 2026))
GAP = 2021                                     # trained and university were not counted that year
CITIZENS, TRAINED, UNIVERSITY = "learning-citizens", "trained", "university"
FAMILIES, CLANS, COMMUNITIES, UNITS = "learning-families", "learning-clans", "learning-communities", "learning-units"
OF_RESIDENTS = (CITIZENS, TRAINED, UNIVERSITY)
TENTATIVE, OFFICIAL = "so-bo", "chinh-thuc"

# Pinned percents; the rest is drawn.
PINNED = {
    CITIZENS: {2022: 48.6, 2023: 56.9, 2024: 62.4, 2025: 65.3},
    TRAINED: {2024: 52.3, 2025: 53.7},
    UNIVERSITY: {2023: 11.96, 2024: 12.31, 2025: 12.02},
    FAMILIES + " 2015": {2018: 61.0, 2021: 78.0},
    FAMILIES: {2022: 62.5, 2025: 74.6},
}
# Angular points a year: drift and standard deviation of a step.
WALK = {CITIZENS: (3.0, 1.0), TRAINED: (0.55, 0.75), UNIVERSITY: (0.40, 0.35), FAMILIES: (2.0, 1.0)}
# Spread between thôn, standard deviation of the yearly step of one thôn, both in angular points.
HAMLET_SPREAD = {CITIZENS: (4.0, 1.0), TRAINED: (3.0, 0.6), UNIVERSITY: (2.2, 0.4), FAMILIES: (4.0, 1.0)}
# The preliminary counts of 2024, in percent of the base; the base is already final.
PRELIMINARY_2024 = {CITIZENS: 61.7, TRAINED: 52.0, UNIVERSITY: 12.17}
# Small counts are simply written down: (titled, all).
SMALL_COUNTS = {
    CLANS: {2018: (21, 41), 2019: (24, 41), 2020: (25, 42), 2021: (29, 42), 2022: (24, 42), 2023: (27, 43), 2024: (29, 43), 2025: (30, 43)},
    COMMUNITIES: {2022: (7, 14), 2023: (9, 14), 2024: (10, 14), 2025: (10, 14)},
    UNITS: {2022: (22, 31), 2023: (26, 32), 2024: (27, 32), 2025: (29, 32)},
}


def angular(percent):
    return 200 / math.pi * math.asin(math.sqrt(percent / 100))


def percent(z):
    return 100 * math.sin(math.pi * min(max(z, 0), 100) / 200) ** 2


def walk(rng, years, pinned, drift, sd):
    """Random walk with drift on the angular scale: backwards before the first pinned year, bridged between pinned years."""
    marks = sorted(pinned)
    z = {year: angular(pinned[year]) for year in marks}
    for year in range(marks[0] - 1, years[0] - 1, -1):
        z[year] = z[year + 1] - drift - rng.gauss(0, sd)
    for first, last in zip(marks, marks[1:]):
        free = [z[first]]
        for _ in range(first, last):
            free.append(free[-1] + drift + rng.gauss(0, sd))
        for year in range(first + 1, last):
            z[year] = free[year - first] - (free[-1] - z[last]) * (year - first) / (last - first)
    return {year: percent(z[year]) for year in years}


def share_out(total, weights):
    """Whole numbers in proportion to the weights that add up to the total (largest remainder)."""
    exact = [total * weight / sum(weights) for weight in weights]
    parts = [math.floor(value) for value in exact]
    by_remainder = sorted(range(len(parts)), key=lambda index: (parts[index] - exact[index], index))
    for index in by_remainder[: total - sum(parts)]:
        parts[index] += 1
    return parts


def bases(rng, first_value, steps, years):
    """Commune base a year and its split over the thôn; the thôn sizes drift slowly."""
    size = [rng.uniform(0.6, 1.5) for _ in HAMLETS]
    total, result = first_value, {}
    for year in years:
        result[year] = share_out(total, size)
        total = round(total * (1 + rng.uniform(*steps)))
        size = [value * (1 + rng.gauss(0, 0.004)) for value in size]
    return result


def hamlet_counts(rng, indicator, base, level, years):
    """Counts of the thôn: the commune's percent times its base, shared out by each thôn's own level."""
    spread, step = HAMLET_SPREAD[indicator]
    offset = [rng.gauss(0, spread) for _ in HAMLETS]
    result = {}
    for year in years:
        total = round(level[year] * sum(base[year]) / 100)
        weights = [size * percent(angular(level[year]) + shift) for size, shift in zip(base[year], offset)]
        result[year] = share_out(total, weights)
        offset = [shift + rng.gauss(0, step) for shift in offset]
    return result


def simulate():
    """Per indicator and year: the counts and the bases of the 14 thôn."""
    rng = random.Random(20260319)
    residents = bases(rng, 21214, (-0.001, 0.005), YEARS)
    households = bases(rng, 8012, (0.001, 0.006), YEARS)
    series = {}
    for indicator in (CITIZENS, TRAINED, UNIVERSITY):
        years = YEARS[YEARS.index(2022):] if indicator == CITIZENS else YEARS
        level = walk(rng, years, PINNED[indicator], *WALK[indicator])
        years = [year for year in years if indicator == CITIZENS or year != GAP]
        counts = hamlet_counts(rng, indicator, residents, level, years)
        series[indicator] = {year: (counts[year], residents[year]) for year in years}
    level = walk(rng, list(range(2018, 2022)), PINNED[FAMILIES + " 2015"], *WALK[FAMILIES])
    level.update(walk(rng, list(range(2022, 2026)), PINNED[FAMILIES], *WALK[FAMILIES]))
    counts = hamlet_counts(rng, FAMILIES, households, level, YEARS)
    series[FAMILIES] = {year: (counts[year], households[year]) for year in YEARS}
    return series


def issue(year):
    """Status, vintage and release date of a year's regular figures."""
    if year == 2025:
        return {"status": "preliminary", "vintage": f"{year}-{TENTATIVE}", "released": "2026-01-15"}
    return {"status": "final", "vintage": f"{year}-{OFFICIAL}", "released": f"{year + 1}-06-30"}


def observations(series):
    rows = []

    def add(place, indicator, year, count, base, **more):
        rows.append({"place": place, "indicator": indicator, "year": year, "count": count, "base": base, **issue(year), **more})

    for indicator in (CITIZENS, TRAINED, UNIVERSITY, FAMILIES):
        for year, (counts, base) in series[indicator].items():
            if year == 2024 and indicator in OF_RESIDENTS:
                add(COMMUNE, indicator, year, round(PRELIMINARY_2024[indicator] * sum(base) / 100), sum(base), status="preliminary",
                    vintage=f"2024-{TENTATIVE}", released="2025-01-15", note="Số sơ bộ, trước khi rà soát với các thôn")
            add(COMMUNE, indicator, year, sum(counts), sum(base))
        for index, hamlet in enumerate(HAMLETS):
            for year, (counts, base) in series[indicator].items():
                add(hamlet, indicator, year, counts[index], base[index])
    for indicator, years in SMALL_COUNTS.items():
        for year, (count, base) in years.items():
            add(COMMUNE, indicator, year, count, base)
    return rows


PLACES = [{"place": COMMUNE, "kind": "xã", "difficult_area": "false", "note": "Xã minh họa, quy mô giả định 28.044 nhân khẩu"}]
PLACES += [{"place": hamlet, "kind": "thôn", "parent": COMMUNE, "note": "Thôn minh họa"} for hamlet in HAMLETS]

RESIDENTS = "Nhân khẩu thường trú từ 15 tuổi trở lên"
TT25 = "Thông tư 25/2023/TT-BGDĐT"
QD387 = "Quyết định 387/QĐ-TTg năm 2022"
INDICATORS = [dict(zip(("indicator", "title_vi", "title_en", "definition", "definition_vi", "base_vi", "source"), row), direction="up") for row in (
    (CITIZENS, "Tỷ lệ công dân đạt danh hiệu “Công dân học tập”", "Citizens with the title Learning Citizen", "citizens-15plus-learning-title",
     "Người từ 15 tuổi trở lên được công nhận “Công dân học tập” theo Quyết định 324/QĐ-KHVN", RESIDENTS, f"{TT25}, chỉ tiêu 5.1"),
    (TRAINED, "Tỷ lệ công dân được đào tạo trình độ chuyên môn kỹ thuật", "Citizens with technical training", "citizens-15plus-trained",
     "Người từ 15 tuổi trở lên đã được đào tạo trình độ chuyên môn kỹ thuật", RESIDENTS, f"{TT25}, chỉ tiêu 5.2"),
    (UNIVERSITY, "Tỷ lệ công dân có trình độ đại học trở lên", "Citizens with a university degree", "citizens-15plus-university",
     "Người từ 15 tuổi trở lên có trình độ đại học trở lên", RESIDENTS, f"{TT25}, chỉ tiêu 5.2"),
    (FAMILIES, "Tỷ lệ “Gia đình học tập”", "Learning families", "households-learning-title-2022",
     "Hộ được công nhận “Gia đình học tập” theo bộ tiêu chí từ năm 2022; trước đó theo bộ tiêu chí 2015 (households-learning-title-2015)",
     "Hộ gia đình trong xã", QD387),
    (CLANS, "Tỷ lệ “Dòng họ học tập”", "Learning clans", "clans-learning-title-2022",
     "Dòng họ được công nhận “Dòng họ học tập” theo bộ tiêu chí từ năm 2022; trước đó theo bộ tiêu chí 2015", "Dòng họ trong xã", QD387),
    (COMMUNITIES, "Tỷ lệ “Cộng đồng học tập” cấp thôn", "Learning communities (hamlets)", "thon-learning-community-2022",
     "Thôn được công nhận “Cộng đồng học tập” cấp thôn; khác với danh hiệu cùng tên của xã", "Thôn trong xã", QD387),
    (UNITS, "Tỷ lệ “Đơn vị học tập”", "Learning units", "units-learning-2022",
     "Cơ quan, đơn vị, doanh nghiệp do xã quản lý được công nhận “Đơn vị học tập”", "Cơ quan, đơn vị, doanh nghiệp do xã quản lý", QD387),
)]
BREAKS = [
    {"indicator": FAMILIES, "year": 2022, "kind": "definition",
     "note": "Từ 2022 xét theo bộ tiêu chí mới (households-learning-title-2022); trước đó theo bộ tiêu chí 2015 (households-learning-title-2015)"},
    {"indicator": CLANS, "year": 2022, "kind": "definition",
     "note": "Từ 2022 xét theo bộ tiêu chí mới (clans-learning-title-2022); trước đó theo bộ tiêu chí 2015 (clans-learning-title-2015)"},
]

FACTS = ["learning-communication", "learning-programme", "learning-week", "learning-budget", "social-resources", "coordination-mechanism",
         "learning-centre-office", "public-library-digital", "culture-sports-centre-activities"]
NOT_MET = {("coordination-mechanism", 2022): "Chưa có quy chế phối hợp bằng văn bản",
           ("public-library-digital", 2022): "Thư viện chưa có phần mềm quản lý",
           ("public-library-digital", 2023): "Đang lắp đặt, chưa phục vụ người đọc"}
EVIDENCE = {("social-resources", 2025): ("partial", "Thiếu bảng tổng hợp nguồn lực vận động quý IV"),
            ("public-library-digital", 2025): ("partial", "Có phần mềm, chưa có báo cáo lượt dùng")}
GRADES = {"preschool-universalisation": (1, 1, 1, 1), "primary-universalisation": (2, 3, 3, 3),
          "lower-secondary-universalisation": (2, 2, 2, 2), "illiteracy-eradication": (1, 1, 2, 2)}
FACT_YEARS = (2022, 2023, 2024, 2025)
FACT_RELEASED = {2022: "2024-03-15", 2023: "2024-03-15", 2024: "2025-01-15", 2025: "2026-01-15"}


def facts():
    rows = []

    def add(indicator, year, value):
        evidence, note = EVIDENCE.get((indicator, year), ("full", ""))
        note = NOT_MET.get((indicator, year), note) or ("Xét lại theo bộ tiêu chí của Thông tư 25/2023/TT-BGDĐT" if year < 2024 else "")
        rows.append({"place": COMMUNE, "indicator": indicator, "year": year, "value": value, "evidence": evidence, "status": "final",
                     "released": FACT_RELEASED[year], "note": note})

    for indicator in FACTS:
        for year in FACT_YEARS:
            add(indicator, year, "not-met" if (indicator, year) in NOT_MET else "met")
    for indicator, grades in GRADES.items():
        for year, grade in zip(FACT_YEARS, grades):
            add(indicator, year, grade)
        if indicator == "lower-secondary-universalisation":
            rows.append({"place": COMMUNE, "indicator": indicator, "year": 2027, "value": 3, "evidence": "none", "status": "planned",
                         "released": "2026-03-10", "note": "Theo Kế hoạch phổ cập giáo dục, xóa mù chữ giai đoạn 2026–2030 của xã (minh họa)"})
    return rows


# Annex of the plan of 2026; a merged cell stands on every row that it covers.
CULTURE, PROMOTION = "Phòng Văn hóa – Xã hội", "Hội Khuyến học"
SCHOOLS_AND_ORGANISATIONS = "Các cơ sở giáo dục; Các tổ chức chính trị, xã hội"
HAMLETS_AND_ORGANISATIONS = "Các thôn; Các tổ chức chính trị, xã hội"
ASSIGNMENT = [dict(zip(("requirement", "lead_agency", "supporting_agencies"), row)) for row in (
    ("1.1", "Trung tâm Dịch vụ sự nghiệp công", "Đài truyền thanh; Hội Khuyến học; Các thôn; Các đoàn thể"),
    ("1.2", CULTURE, "Các cơ quan, đơn vị liên quan"),
    ("1.3", CULTURE, "Các cơ quan, đơn vị liên quan; Trường học; Hội Khuyến học; Các thôn"),
    ("2.1", "Phòng Kinh tế", CULTURE),
    ("2.2", PROMOTION, "MTTQ; Các đoàn thể; Các thôn"),
    ("2.3", CULTURE, "Hội Khuyến học; Trường học; Đoàn thể"),
    ("3.1", CULTURE, "Trung tâm HT cộng đồng"),
    ("3.2", CULTURE, "Phòng Kinh tế"),
    ("3.3", CULTURE, "Các thôn; Đoàn thể"),
    ("4.1", CULTURE, SCHOOLS_AND_ORGANISATIONS),
    ("4.2", CULTURE, SCHOOLS_AND_ORGANISATIONS),
    ("4.3", CULTURE, SCHOOLS_AND_ORGANISATIONS),
    ("4.4", CULTURE, SCHOOLS_AND_ORGANISATIONS),
    ("5.1", PROMOTION, HAMLETS_AND_ORGANISATIONS),
    ("5.2a", CULTURE, HAMLETS_AND_ORGANISATIONS),
    ("5.2b", CULTURE, HAMLETS_AND_ORGANISATIONS),
    (FAMILIES, PROMOTION, HAMLETS_AND_ORGANISATIONS),
    (CLANS, PROMOTION, HAMLETS_AND_ORGANISATIONS),
    (COMMUNITIES, PROMOTION, HAMLETS_AND_ORGANISATIONS),
    (UNITS, PROMOTION, HAMLETS_AND_ORGANISATIONS),
)]
RECOGNITION = [{"place": COMMUNE, "regulation": "tt25-2023-xa", "level": "level1", "assessed_year": 2024, "decision_date": "2025-03-27",
                "authority": "cơ quan có thẩm quyền (minh họa)", "note": "Quyết định minh họa, không có thật"}]

PLACE = field("place", "string", "Địa bàn", required=True)
NOTE = field("note", "string", "Ghi chú")
RELEASED = field("released", "date", "Ngày công bố", required=True)
SCHEMAS = {
    "observations": [
        PLACE,
        field("indicator", "string", "Chỉ số", required=True),
        field("year", "year", "Năm", required=True),
        field("count", "integer", "Số đạt", unit="người, hộ, dòng họ, thôn hoặc đơn vị tùy chỉ số", required=True),
        field("base", "integer", "Tổng số để chia", unit="như cột count", required=True),
        field("percent", "number", "Tỷ lệ", unit="%", description="Trống: tính từ count và base"),
        field("status", "string", "Tình trạng số liệu", required=True, enum=["final", "preliminary", "estimated"]),
        field("vintage", "string", "Bản công bố", required=True),
        RELEASED, NOTE,
    ],
    "places": [
        PLACE,
        field("kind", "string", "Loại", required=True, enum=["xã", "thôn"]),
        field("parent", "string", "Thuộc địa bàn"),
        field("code", "string", "Mã đơn vị hành chính"),
        field("difficult_area", "boolean", "Vùng khó khăn", trueValues=["true"], falseValues=["false"]),
        NOTE,
    ],
    "indicators": [
        field("indicator", "string", "Chỉ số", required=True),
        field("title_vi", "string", "Tên tiếng Việt", required=True),
        field("title_en", "string", "Tên tiếng Anh"),
        field("direction", "string", "Chiều tốt", required=True, enum=["up", "down", "unknown"]),
        field("definition", "string", "Mã định nghĩa đang dùng", required=True),
        field("definition_vi", "string", "Định nghĩa"),
        field("base_vi", "string", "Tổng số để chia"),
        field("source", "string", "Nguồn của định nghĩa"),
    ],
    "breaks": [
        field("place", "string", "Địa bàn (trống: mọi địa bàn)"),
        field("indicator", "string", "Chỉ số", required=True),
        field("year", "year", "Năm đầu tiên sau chỗ đứt", required=True),
        field("kind", "string", "Loại", required=True, enum=["definition", "survey", "territory"]),
        NOTE,
    ],
    "facts": [
        PLACE,
        field("indicator", "string", "Chỉ số", required=True),
        field("year", "year", "Năm", required=True),
        field("value", "string", "Kết quả", required=True, description="met hoặc not-met; với phổ cập giáo dục, xóa mù chữ là mức độ đạt (số nguyên)"),
        field("evidence", "string", "Minh chứng", required=True, enum=["full", "partial", "none"]),
        field("status", "string", "Tình trạng", required=True, enum=["final", "planned"]),
        RELEASED, NOTE,
    ],
    "assignment": [
        field("requirement", "string", "Chỉ tiêu", required=True),
        field("lead_agency", "string", "Đơn vị chủ trì", required=True),
        field("supporting_agencies", "string", "Đơn vị phối hợp", description="Nhiều đơn vị cách nhau bằng dấu chấm phẩy"),
    ],
    "recognition": [
        PLACE,
        field("regulation", "string", "Quy định", required=True),
        field("level", "string", "Mức độ", required=True),
        field("assessed_year", "year", "Năm đánh giá", required=True),
        field("decision_date", "date", "Ngày quyết định", required=True),
        field("decision_number", "string", "Số quyết định"),
        field("authority", "string", "Cơ quan công nhận"),
        NOTE,
    ],
}
TITLES = {"observations": "Số liệu", "places": "Địa bàn", "indicators": "Chỉ số", "breaks": "Chỗ đứt chuỗi",
          "facts": "Chỉ tiêu đạt/chưa đạt và mức độ phổ cập", "assignment": "Phân công", "recognition": "Công nhận"}
KEYS = {"observations": ["place", "indicator", "year", "vintage"], "places": ["place"], "indicators": ["indicator"], "breaks": None,
        "facts": ["place", "indicator", "year", "status"], "assignment": ["requirement"], "recognition": ["place", "regulation", "assessed_year"]}


def check(tables):
    """The teaching cases that README.md promises."""
    for name, rows in tables.items():
        if KEYS[name]:
            keys = [tuple(row[column] for column in KEYS[name]) for row in rows]
            assert len(keys) == len(set(keys)), name
    cell = {(row["place"], row["indicator"], row["year"], row["vintage"]): (row["count"], row["base"]) for row in tables["observations"]}

    def latest(indicator, year, place=COMMUNE):
        return cell[place, indicator, year, issue(year)["vintage"]]

    def share(indicator, year, place=COMMUNE):
        count, base = latest(indicator, year, place)
        return 100 * count / base

    def reaches(indicator, year, target):
        count, base = latest(indicator, year)
        return count * 100 >= target * base

    years = lambda indicator: sorted({row["year"] for row in tables["observations"] if row["indicator"] == indicator and row["place"] == COMMUNE})
    assert years(CITIZENS) == years(COMMUNITIES) == years(UNITS) == [2022, 2023, 2024, 2025]
    assert years(TRAINED) == years(UNIVERSITY) == [year for year in YEARS if year != GAP]
    assert years(FAMILIES) == years(CLANS) == YEARS

    for row in tables["observations"]:
        assert 0 <= row["count"] <= row["base"] and row["base"] > 0
        assert row["released"] <= "2025-06-30" or row["year"] == 2025
    for indicator in (CITIZENS, TRAINED, UNIVERSITY, FAMILIES):
        for year in years(indicator):
            parts = [latest(indicator, year, hamlet) for hamlet in HAMLETS]
            assert latest(indicator, year) == (sum(count for count, _ in parts), sum(base for _, base in parts))
    for year in years(TRAINED):
        for place in [COMMUNE, *HAMLETS]:
            bases_of_year = {latest(indicator, year, place)[1] for indicator in OF_RESIDENTS if year in years(indicator)}
            assert len(bases_of_year) == 1 and latest(TRAINED, year, place)[0] >= latest(UNIVERSITY, year, place)[0]
    residents = [latest(TRAINED, year)[1] for year in years(TRAINED)]
    assert all(abs(later / earlier - 1) <= 0.005 * gap for earlier, later, gap in zip(residents, residents[1:], (1, 1, 2, 1, 1, 1)))
    assert 21400 <= residents[-1] <= 21600

    assert 64 <= share(CITIZENS, 2025) <= 67 and 53 <= share(TRAINED, 2025) <= 54.5
    assert reaches(UNIVERSITY, 2025, 12) and f"{share(UNIVERSITY, 2025):.1f}" == "12.0"
    assert not reaches(UNIVERSITY, 2023, 12) and f"{share(UNIVERSITY, 2023):.2f}" == "11.96" and f"{share(UNIVERSITY, 2023):.1f}" == "12.0"
    assert 12.2 <= share(UNIVERSITY, 2024) <= 12.4
    for year in (2024, 2025):
        assert reaches(CITIZENS, year, 60) and reaches(TRAINED, year, 50) and reaches(UNIVERSITY, year, 12)
    for year in (2022, 2023):
        assert not reaches(CITIZENS, year, 60)
    assert not any(reaches(CITIZENS, year, 80) or reaches(TRAINED, year, 60) or reaches(UNIVERSITY, year, 15) for year in (2024, 2025))
    support = {FAMILIES: 80, CLANS: 75, COMMUNITIES: 75, UNITS: 90}
    assert [indicator for indicator, target in support.items() if not reaches(indicator, 2025, target)] == [FAMILIES, CLANS, COMMUNITIES]
    for indicator in OF_RESIDENTS:
        early, late = (cell[COMMUNE, indicator, 2024, f"2024-{label}"] for label in (TENTATIVE, OFFICIAL))
        assert early[1] == late[1] and 0 < 100 * (late[0] - early[0]) / late[1] < 1
        assert early[0] * 100 >= {CITIZENS: 60, TRAINED: 50, UNIVERSITY: 12}[indicator] * early[1]

    fact = {(row["indicator"], row["year"]): row["value"] for row in tables["facts"] if row["status"] == "final"}
    assert len(fact) == 4 * 13
    assert all(fact[indicator, year] == "met" for indicator in FACTS for year in (2024, 2025))
    assert sum(value == "not-met" for value in fact.values()) == 3
    assert [fact[indicator, 2025] for indicator in GRADES] == [1, 3, 2, 2]
    level1 = {"preschool-universalisation": 1, "primary-universalisation": 2, "lower-secondary-universalisation": 2, "illiteracy-eradication": 1}
    assert all(fact[indicator, year] >= grade for indicator, grade in level1.items() for year in (2024, 2025))
    assert len(tables["assignment"]) == 20


def main():
    tables = {"observations": observations(simulate()), "places": PLACES, "indicators": INDICATORS, "breaks": BREAKS,
              "facts": facts(), "assignment": ASSIGNMENT, "recognition": RECOGNITION}
    check(tables)
    for name, rows in tables.items():
        write_table(HERE / f"{name}.csv", [column["name"] for column in SCHEMAS[name]], rows)
    write_package(HERE, {
        "name": "kien-hung",
        "title": "Xã Kiến Hưng (số liệu minh họa)",
        "description": "Một xã minh họa với 14 thôn: số liệu 2018–2025 của các chỉ số xây dựng “Cộng đồng học tập”, kết quả chỉ tiêu, phân công, công nhận.",
        "version": "1.0.0",
        "licenses": [{"name": "Apache-2.0", "path": "https://www.apache.org/licenses/LICENSE-2.0", "title": "Apache License 2.0"}],
        "sources": [
            {"title": "Số liệu: do generate.py sinh ra, không lấy từ nguồn nào"},
            {"title": "Phân công: phụ lục Kế hoạch xây dựng “Cộng đồng học tập” năm 2026 trên địa bàn xã Kiến Hưng"},
            {"title": "Chỉ tiêu: Thông tư 25/2023/TT-BGDĐT, Điều 6"},
        ],
        "illustrative": True,
        "notice": {"vi": "SỐ LIỆU MINH HỌA: do máy sinh ra để thử và học cách dùng, không phải số liệu thật của xã Kiến Hưng.",
                   "en": "SỐ LIỆU MINH HỌA (ILLUSTRATIVE FIGURES): generated for tests and teaching; they are not figures of the real commune of Kiến Hưng."},
        "defaultPlace": COMMUNE,
    }, [resource(HERE, name, TITLES[name], SCHEMAS[name], KEYS[name]) for name in tables])


if __name__ == "__main__":
    main()
