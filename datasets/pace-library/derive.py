"""Measures the paces of the pace library from ../vietnam-trained-labour and ../world-panel; writes pace.csv, sets.csv, datapackage.json.

Run: python3 derive.py
README.md explains every formula with the same names.
"""

import math
import statistics
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from datapackage import field, read_table, resource, write_package, write_table  # noqa: E402

HERE = Path(__file__).resolve().parent
PROVINCES = HERE / "../vietnam-trained-labour"
WORLD = HERE / "../world-panel/series.csv"
REVISIONS = "raw/vietnam_trained_labour_2016_vintages.csv"

SCALE_FLOOR = 0.03       # points; keeps log s² finite for flat and rounded series
PACE_SD_FLOOR = 0.30     # points a year; places differ at least this much
STEP_DF_FLOOR = 1.0
STEP_DF_CAP = 100.0      # stands for "no variation of the step variance between places"
BREAK_SDS = 6.0          # a step this many robust standard deviations from the place's median step is a series break
MINIMUM_STEPS = 3        # of a place
MINIMUM_PLACES = 5       # of a set that votes in the family `other`

AGGREGATES = {"Euro area", "High income", "North America"}
# Declared by hand from the meaning of each indicator; `unknown` and `down` sets are not used.
DIRECTIONS = {
    "ea_1t8_ag25t99": "up", "ea_2t8_ag25t99": "up", "ea_3t8_ag25t99": "up", "ea_5t8_ag25t99": "up", "ea_6t8_ag25t99": "up",
    "trtp_1": "up", "trtp_2t3": "up", "ner_02_cp": "up", "nera_agm1_cp": "up", "prya_12mo_ag15t64": "up", "prya_12mo_ag15t24": "up",
    "cr_1": "up", "cr_2": "up", "cr_3": "up", "schbsp_1_wintern": "up", "se_adt_eductrn": "up", "sh_acs_dtp3": "up",
    "rofst_1_cp": "down", "rofst_3_cp": "down", "oaepg_1": "down", "sl_tlf_neet": "down",
    "ev1524p_2t5_v": "unknown", "sl_tlf_advn_zs": "unknown", "sl_tlf_intm_zs": "unknown", "sl_tlf_basc_zs": "unknown",
}
TERTIARY = ["ea_5t8_ag25t99", "ea_6t8_ag25t99"]
ATTAINMENT = ["ea_1t8_ag25t99", "ea_2t8_ag25t99", "ea_3t8_ag25t99", *TERTIARY]


# Special functions: recurrence up to x >= 10, then the asymptotic series (error below 1e-14).

def digamma(x):
    result = 0.0
    while x < 10:
        result -= 1 / x
        x += 1
    f = 1 / (x * x)
    return result + math.log(x) - 0.5 / x - f * (1 / 12 - f * (1 / 120 - f * (1 / 252 - f * (1 / 240 - f / 132))))


def trigamma(x):
    result = 0.0
    while x < 10:
        result += 1 / (x * x)
        x += 1
    f = 1 / (x * x)
    return result + 1 / x + f / 2 + f / x * (1 / 6 - f * (1 / 30 - f * (1 / 42 - f * (1 / 30 - f * 5 / 66))))


def inverse_trigamma(y):
    """Trigamma falls from infinity to 0, so bisection on a logarithmic scale always ends."""
    low, high = 1e-3, 1e6
    for _ in range(200):
        middle = math.sqrt(low * high)
        low, high = (middle, high) if trigamma(middle) > y else (low, middle)
    return math.sqrt(low * high)


# From values to steps.

class Step(NamedTuple):
    start: float    # value before the step
    years: int      # k
    change: float   # D, points


def steps_of(values):
    years = sorted(values)
    return [Step(values[a], b - a, values[b] - values[a]) for a, b in zip(years, years[1:])]


def robust_sd(numbers):
    return 1.4826 * statistics.median(abs(number) for number in numbers)


def without_breaks(indicator, steps_by_place):
    """Drops steps that are series breaks, then places with too few steps; returns the rest and the number dropped."""
    residuals = {}
    for place, steps in steps_by_place.items():
        middle = statistics.median(step.change / step.years for step in steps)
        residuals[place] = [(step.change - middle * step.years) / math.sqrt(step.years) for step in steps]
    common = robust_sd([residual for place in residuals.values() for residual in place])
    kept, dropped = {}, 0
    for place, steps in steps_by_place.items():
        limit = BREAK_SDS * max(common, robust_sd(residuals[place]))
        good = []
        for step, residual in zip(steps, residuals[place]):
            # Bachelor shares below 10 % that jump by more than 3 points: the classification of degrees was changed.
            reclassified = indicator == "ea_6t8_ag25t99" and step.start < 10 and abs(step.change) > 3
            if abs(residual) > limit or reclassified:
                dropped += 1
            else:
                good.append(step)
        if len(good) >= MINIMUM_STEPS:
            kept[place] = good
    return kept, dropped


# From steps to the parameters of a family.

class PlaceFit(NamedTuple):
    pace: float       # b
    variance: float   # s², of a one-year step
    years: int        # sum of k
    freedom: int      # d


class Measured(NamedTuple):
    pace_mean: float
    pace_sd: float       # before the floor
    log_mean: float      # mean of e
    log_variance: float  # variance of log s² between places
    places: int
    place_years: int
    dropped: int


def fit(steps):
    years = sum(step.years for step in steps)
    pace = sum(step.change for step in steps) / years
    squares = sum((step.change - pace * step.years) ** 2 / step.years for step in steps)
    return PlaceFit(pace, squares / (len(steps) - 1) + SCALE_FLOOR ** 2, years, len(steps) - 1)


def scale_and_freedom(log_mean, log_variance):
    """Scaled inverse chi-square whose log has the given mean and variance (Smyth 2004)."""
    freedom = 2 * inverse_trigamma(log_variance) if log_variance > 0 else STEP_DF_CAP
    freedom = min(max(freedom, STEP_DF_FLOOR), STEP_DF_CAP)
    return math.sqrt(math.exp(log_mean + digamma(freedom / 2) - math.log(freedom / 2))), freedom


def pace_moments(fits, scale, freedom):
    """Mean and between-place variance of the pace: moments with weights (Paule and Mandel 1982)."""
    errors = [(freedom * scale ** 2 + one.freedom * one.variance) / (freedom + one.freedom) / one.years for one in fits]

    def moments(between):
        weights = [1 / (error + between) for error in errors]
        mean = sum(weight * one.pace for weight, one in zip(weights, fits)) / sum(weights)
        return mean, sum(weight * (one.pace - mean) ** 2 for weight, one in zip(weights, fits)) - (len(fits) - 1)

    low, high = 0.0, 100.0
    if moments(low)[1] <= 0:
        return moments(low)[0], 0.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if moments(middle)[1] > 0 else (low, middle)
    return moments(low)[0], low


def measure(steps_by_place, dropped):
    fits = [fit(steps) for steps in steps_by_place.values()]
    logs = [math.log(one.variance) - digamma(one.freedom / 2) + math.log(one.freedom / 2) for one in fits]
    log_mean = statistics.fmean(logs)
    log_variance = statistics.variance(logs) - statistics.fmean(trigamma(one.freedom / 2) for one in fits)
    mean, between = pace_moments(fits, *scale_and_freedom(log_mean, log_variance))
    return Measured(mean, math.sqrt(between), log_mean, log_variance, len(fits), sum(one.years for one in fits), dropped)


# Inputs.

def provinces():
    kinds = {row["place"]: row["kind"] for row in read_table(PROVINCES / "places.csv")}
    values = defaultdict(dict)
    for row in read_table(PROVINCES / "observations.csv"):
        if row["indicator"] == "trained" and kinds[row["place"]] == "tỉnh":
            values[row["place"]][int(row["year"])] = float(row["percent"])
    return {place: steps_of(series) for place, series in values.items()}


def world():
    values = defaultdict(lambda: defaultdict(dict))
    for row in read_table(WORLD):
        if row["entity"] not in AGGREGATES:
            values[row["indicator"]][row["entity"]][int(row["year"])] = float(row["value"])
    assert set(values) == set(DIRECTIONS)
    return {indicator: {place: steps_of(series) for place, series in places.items()} for indicator, places in values.items()}


def pooled(sets, indicators):
    everything, dropped = {}, 0
    for indicator in indicators:
        kept, lost = without_breaks(indicator, sets[indicator])
        everything.update({(indicator, place): steps for place, steps in kept.items()})
        dropped += lost
    return measure(everything, dropped)


def one_vote_a_set(measured):
    """Pools sets of different nature: variances between sets add to the mean variance inside them."""
    paces, logs = [one.pace_mean for one in measured], [one.log_mean for one in measured]
    return Measured(
        statistics.fmean(paces),
        math.sqrt(statistics.variance(paces) + statistics.fmean(one.pace_sd ** 2 for one in measured)),
        statistics.fmean(logs),
        statistics.variance(logs) + statistics.fmean(max(one.log_variance, 0) for one in measured),
        sum(one.places for one in measured), sum(one.place_years for one in measured), sum(one.dropped for one in measured))


def revision_sd():
    """Final minus preliminary 2016 of the 63 provinces: standard deviation (divisor n) of the differences."""
    values = defaultdict(dict)
    for row in read_table(HERE / REVISIONS):
        values[row["place"]]["preliminary" if row["status"] == "preliminary" else "final"] = float(row["value"])
    differences = [pair["final"] - pair["preliminary"] for pair in values.values()]
    assert len(differences) == 63
    return statistics.pstdev(differences)


# Tables.

PACE = [
    field("family", "string", "Họ chỉ số", required=True, enum=["trained", "university", "education-attainment", "title", "other"]),
    field("pace_mean", "number", "Nhịp tăng trung bình", unit="điểm %/năm", required=True),
    field("pace_sd", "number", "Độ lệch chuẩn của nhịp tăng giữa các nơi", unit="điểm %/năm", required=True),
    field("step_sd", "number", "Cỡ của bước thay đổi ngẫu nhiên một năm", unit="điểm %", required=True),
    field("step_sd_df", "number", "Bậc tự do của phương sai bước giữa các nơi", required=True),
    field("revision_sd", "number", "Độ lệch chuẩn của số chính thức trừ số sơ bộ", unit="điểm %", required=True),
    field("places", "integer", "Số chuỗi đã dùng", required=True),
    field("place_years", "integer", "Tổng số năm thay đổi đã dùng", required=True),
    field("verified", "boolean", "Đo từ số liệu trong gói", required=True, trueValues=["true"], falseValues=["false"]),
    field("source", "string", "Nguồn", required=True),
    field("note", "string", "Ghi chú"),
]
SETS = [
    field("set", "string", "Tập số liệu", required=True),
    field("direction", "string", "Chiều tốt", required=True, enum=["up", "down", "unknown"]),
    field("pace_mean", "number", "Nhịp tăng trung bình", unit="điểm %/năm", required=True),
    field("pace_sd", "number", "Độ lệch chuẩn giữa các nơi, chưa đặt sàn", unit="điểm %/năm", required=True),
    field("step_sd", "number", "Cỡ của bước thay đổi ngẫu nhiên một năm", unit="điểm %", required=True),
    field("step_sd_df", "number", "Bậc tự do của phương sai bước giữa các nơi", required=True),
    field("places", "integer", "Số chuỗi đã dùng", required=True),
    field("place_years", "integer", "Tổng số năm thay đổi đã dùng", required=True),
    field("dropped_steps", "integer", "Số bước bị bỏ vì coi là đứt chuỗi", required=True),
    field("used_in", "string", "Dùng trong họ"),
]


def numbers(one):
    scale, freedom = scale_and_freedom(one.log_mean, one.log_variance)
    return {"pace_mean": f"{one.pace_mean:.2f}", "pace_sd": f"{one.pace_sd:.2f}", "step_sd": f"{scale:.2f}",
            "step_sd_df": f"{freedom:.1f}", "places": one.places, "place_years": one.place_years}


def main():
    trained = measure(provinces(), 0)   # as published: no step is dropped
    sets = world()
    measured = {indicator: measure(*without_breaks(indicator, places)) for indicator, places in sorted(sets.items())}
    voting = [indicator for indicator, one in measured.items() if DIRECTIONS[indicator] == "up" and one.places >= MINIMUM_PLACES]
    families = {
        "trained": trained,
        "university": pooled(sets, TERTIARY),
        "education-attainment": pooled(sets, ATTAINMENT),
        "other": one_vote_a_set([measured[indicator] for indicator in voting]),
    }
    revision = f"{revision_sd():.2f}"
    borrowed = "revision_sd mượn của họ trained"
    texts = {
        "trained": ("Tổng cục Thống kê, lao động đã qua đào tạo của 63 tỉnh 2008–2018",
                    "Đo ở cấp tỉnh, người đang làm việc; phương sai nhịp giữa các tỉnh đo được là 0 nên pace_sd là giá trị sàn; revision_sd đo năm 2016"),
        "university": (f"UIS: {', '.join(TERTIARY)}",
                       f"Đo ở cấp nước, dân số từ 25 tuổi; bỏ {families['university'].dropped} bước đứt chuỗi; pace_sd là giá trị sàn; {borrowed}"),
        "education-attainment": (f"UIS: {', '.join(ATTAINMENT)}",
                                 f"Đo ở cấp nước, dân số từ 25 tuổi; bỏ {families['education-attainment'].dropped} bước đứt chuỗi; {borrowed}"),
        "other": (f"UIS và UNSDG, {len(voting)} chỉ số có chiều tốt là tăng",
                  f"Mỗi chỉ số một phiếu; bỏ {families['other'].dropped} bước đứt chuỗi; {borrowed}"),
    }
    # Set by hand, see README.md: no place has three published years of a learning title.
    title = {"family": "title", "pace_mean": "2.00", "pace_sd": "5.00", "step_sd": "3.00", "step_sd_df": "3.0", "revision_sd": revision,
             "places": 0, "place_years": 0, "verified": "false", "source": "Đặt bằng tay từ các con số đơn lẻ trên báo, xem README.md",
             "note": f"KHÔNG có chuỗi số liệu nào để đo; {borrowed}"}
    rows = [{"family": name, **numbers(one), "revision_sd": revision, "verified": "true", "source": texts[name][0], "note": texts[name][1]}
            for name, one in families.items()]
    for row in rows:
        row["pace_sd"] = f"{max(float(row['pace_sd']), PACE_SD_FLOOR):.2f}"
    rows.insert(3, title)
    assert [families[name].pace_sd < PACE_SD_FLOOR for name in ("trained", "university", "education-attainment", "other")] == [True, True, False, False]

    used = lambda indicator: "; ".join(name for name, members in (("university", TERTIARY), ("education-attainment", ATTAINMENT), ("other", voting))
                                       if indicator in members)
    details = [{"set": "vietnam-trained-labour", "direction": "up", **numbers(trained), "dropped_steps": 0, "used_in": "trained"}]
    details += [{"set": indicator, "direction": DIRECTIONS[indicator], **numbers(one), "dropped_steps": one.dropped, "used_in": used(indicator)}
                for indicator, one in measured.items()]

    write_table(HERE / "pace.csv", [column["name"] for column in PACE], rows)
    write_table(HERE / "sets.csv", [column["name"] for column in SETS], details)
    write_package(HERE, {
        "name": "pace-library",
        "title": "Thư viện nhịp tăng",
        "description": "Nhịp tăng hằng năm, độ dao động và độ lệch sơ bộ–chính thức thường gặp của các họ chỉ số tỷ lệ phần trăm, "
                       "dùng làm thông tin ban đầu khi chuỗi của một xã quá ngắn.",
        "version": "1.0.0",
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "Creative Commons Attribution 4.0"}],
        "sources": [
            {"title": "Tổng cục Thống kê (nay là Cục Thống kê), qua gói vietnam-trained-labour", "path": "https://www.gso.gov.vn"},
            {"title": "Số sơ bộ 2016 của các tỉnh (commit 50040d2c4b)", "path": "https://github.com/choisy/gso"},
            {"title": "Số chính thức 2016 của các tỉnh (commit 7f23e93a73)", "path": "https://github.com/soiqualang/TramAnh_GIRS"},
            {"title": "UNESCO Institute for Statistics và United Nations SDG database, qua gói world-panel", "path": "https://github.com/open-numbers"},
        ],
        "illustrative": False,
        "notice": {"vi": "Đo ở cấp tỉnh và cấp nước, không phải cấp xã; họ title đặt bằng tay, chưa kiểm chứng.",
                   "en": "Measured on provinces and countries, not communes; the family title is set by hand and unverified."},
    }, [
        resource(HERE, "pace", "Nhịp tăng theo họ chỉ số", PACE, ["family"]),
        resource(HERE, "sets", "Số đo của từng tập số liệu", SETS, ["set"]),
    ], [REVISIONS])


if __name__ == "__main__":
    main()
