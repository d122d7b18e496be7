"""Writes second_opinions.csv: what six published methods say of small series.

Run:  python3 second_opinions.py    (needs mpmath, NumPy, SciPy)

Nothing here is shared with the program. The compound growth, index and reduction formulas are evaluated by
mpmath at 50 digits on the decimal figures themselves, so that a ratio that is 0.95 by construction compares as
0.95; lines are numpy.polyfit (weights: square roots), the textbook interval is SciPy's linregress and t
quantile. Classes are compared at an absolute tolerance of 1e-20 where mpmath computes and 1e-9 where NumPy
does. The class of each case in HAND was worked out by hand; the script stops when hand and
formula differ.

Columns: method, case, points (year:percent, blanks between), target, year, direction (up, down), kept (0, 1),
class or the id of the refusal with "!" before, numbers (name=value, blanks between).
"""

import pathlib

import numpy
from mpmath import mp, mpf
from scipy import stats

mp.dps = 50
EXACT = mpf("1e-20")
LOOSE = mpf("1e-9")


def parse(text):
    return [(int(y), mpf(v)) for y, v in (p.split(":") for p in text.split())]


def at_least(value, cut, tolerance=EXACT):
    return value >= cut - tolerance


class Question:
    def __init__(self, points, target, year, down=False, kept=False):
        self.points, self.target, self.year = parse(points), mpf(target), year
        self.d = -1 if down else 1
        self.down, self.kept = down, kept

    def met(self, value, tolerance=mpf(0)):
        return self.d * (value - self.target) >= -tolerance


def ols(q):
    if len(q.points) < 2:
        return "!too-few", {}
    t = numpy.array([y for y, _ in q.points], float)
    y = numpy.array([float(v) for _, v in q.points])
    centre = t.mean()
    slope, level = numpy.polyfit(t - centre, y, 1)
    ahead = q.year - centre
    projected = level + slope * ahead
    numbers = {"slope": slope, "projected": projected}
    n = len(t)
    if n > 2:
        residual = y - level - slope * (t - centre)
        spread = ((t - centre) ** 2).sum()
        s = (residual @ residual / (n - 2)) ** 0.5
        half = stats.t.ppf(0.9, n - 2) * s * (1 + 1 / n + ahead**2 / spread) ** 0.5
        numbers |= {"slopeError": s / spread**0.5, "lower80": projected - half, "upper80": projected + half}
        if y.std() > 0:
            numbers["rSquared"] = stats.linregress(t - centre, y).rvalue ** 2
    return ("line-reaches" if q.met(mpf(projected), LOOSE) else "line-falls-short"), numbers


def index(value, base, q, met):
    if met:
        return mpf(10)
    if base == q.target:
        return None
    return 10 * q.d * (value - base) / abs(q.target - base)


def index_class(value, between, tolerance):
    if value is None:
        return "regression"
    if value > 9 + tolerance:
        return "on-track"
    return between if value > tolerance else "regression"


def escap(q):
    if len(q.points) == 1:
        if q.met(q.points[0][1]):
            return "on-track/on-track", {"currentStatusIndex": 10, "anticipatedProgressIndex": 10}
        return "!too-few", {}
    t1, base = q.points[0]
    weights = [mpf(q.year - t1) / (q.year - t) for t, _ in q.points]
    total = sum(weights)
    tm = sum(w * t for w, (t, _) in zip(weights, q.points)) / total
    ym = sum(w * y for w, (_, y) in zip(weights, q.points)) / total
    slope = sum(w * (t - tm) * (y - ym) for w, (t, y) in zip(weights, q.points)) / sum(
        w * (t - tm) ** 2 for w, (t, _) in zip(weights, q.points))
    projected = ym + slope * (q.year - tm)
    # The closed form once more by numpy's weighted polynomial.
    check = numpy.polyfit(
        [t - t1 for t, _ in q.points], [float(y) for _, y in q.points], 1,
        w=[float(mp.sqrt(w)) for w in weights])
    assert abs(numpy.polyval(check, q.year - t1) - float(projected)) < 1e-7
    last = q.points[-1][1]
    current = index(last, base, q, q.met(last))
    anticipated = index(projected, base, q, q.met(projected, EXACT))
    numbers = {"baseValue": base, "projected": projected}
    if current is not None:
        numbers["currentStatusIndex"] = current
    if anticipated is not None:
        numbers |= {"anticipatedProgressIndex": anticipated, "anticipatedGap": 1 - anticipated / 10}
    if all(0 < y < 100 for _, y in q.points):
        logits = [mp.log(y / (100 - y)) for _, y in q.points]
        steps = [
            (logits[i] - logits[i - 1]) / (q.points[i][0] - q.points[i - 1][0])
            for i in range(1, len(logits))]
        z = logits[-1] + sum(steps) / len(steps) * (q.year - q.points[-1][0])
        numbers["projectedByLogit"] = 100 / (1 + mp.exp(-z))
    else:
        numbers["projectedByLogit"] = last
    return (index_class(anticipated, "accelerate", EXACT) + "/"
            + index_class(current, "slow-progress", EXACT)), numbers


def root(x, years):
    return mp.power(x, mpf(1) / years) if x != 0 else mpf(0)


def eurostat(q):
    (t0, base), (tc, now) = q.points[0], q.points[-1]
    base = mpf("0.001") if base == 0 else base
    target = mpf("0.001") if q.target == 0 else q.target
    achieved = q.d * (now - target) >= 0
    if tc == t0:
        return ("achieved", {"score": 5}) if achieved else ("!too-few", {})
    observed, required = root(now / base, tc - t0) - 1, root(target / base, q.year - t0) - 1
    numbers = {"growthObserved": 100 * observed, "growthRequired": 100 * required}
    if required == 0:
        ratio, score = None, mpf(-5)
    else:
        ratio = q.d * observed / abs(required)
        numbers["growthRatio"] = ratio
        # Lines through (-0.6, -5), (0.6, 0) and (1.3, 5).
        score = (ratio - mpf("0.6")) * 5 / (mpf("0.7") if ratio >= mpf("0.6") else mpf("1.2"))
    if achieved:
        verdict, score = "achieved", mpf(5)
    elif ratio is None or not at_least(ratio, 0):
        verdict = "deterioration"
    else:
        verdict = ("on-track" if at_least(ratio, mpf("0.95"))
                   else "accelerate" if at_least(ratio, mpf("0.6")) else "limited-progress")
    numbers["score"] = max(min(score, mpf(5)), mpf(-5))
    return verdict, numbers


def unsd(q):
    (tb, vb), (t, vt) = q.points[0], q.points[-1]
    numbers = {}
    growth = None
    if t > tb and vb != 0:
        growth = root(vt / vb, t - tb) - 1
        expected = vt * (1 + growth) ** (q.year - t)
        numbers = {"growthObserved": 100 * growth, "projected": expected}
        if q.d * (q.target - vb) > 0:
            numbers["distanceCovered"] = (expected - vb) / (q.target - vb)
    if q.met(vt) or (q.target in (0, 100) and abs(vt - q.target) <= 1):
        return "met-or-on-track", numbers
    if t == tb:
        return "!too-few", {}
    if vb == 0:
        return "!zero-value", {}
    if "distanceCovered" not in numbers:
        return "!base-past-target", numbers
    covered = numbers["distanceCovered"]
    return ("met-or-on-track" if at_least(covered, mpf("0.95"))
            else "fair-progress" if at_least(covered, mpf("0.1"))
            else "stagnation-or-regression"), numbers


def dns(q):
    run = [q.points[-1]]
    for point in reversed(q.points[:-1]):
        if point[0] != run[0][0] - 1:
            break
        run.insert(0, point)
    run = run[-6:]
    if len(run) < 4:
        return ("!too-few" if len(q.points) < 4 else "!gap-in-years"), {}
    change = sum(b[1] - a[1] for a, b in zip(run, run[1:])) / (len(run) - 1)
    now = run[-1][1]
    projected = now + change * (q.year - run[-1][0])
    numbers = {"meanChange": change, "projected": projected}
    right = q.d * change
    if q.met(now) or q.kept:
        bad = not at_least(right, 0)
        if q.met(now):
            return ("sun-and-cloud" if bad else "sun"), numbers
        return ("thunderstorm" if bad else "cloud"), numbers
    miss = (q.target - projected) / (q.target - now)
    numbers["missShare"] = max(miss, mpf(0))
    if not at_least(miss, mpf("0.05")):
        return "sun", numbers
    if miss <= mpf("0.2") + EXACT:
        return "sun-and-cloud", numbers
    return ("cloud" if right > EXACT else "thunderstorm"), numbers


def aarr(q):
    rest = [(t, y if q.down else 100 - y) for t, y in q.points]
    target = q.target if q.down else 100 - q.target
    (t0, u0), (tc, uc) = rest[0], rest[-1]
    met = q.met(q.points[-1][1])
    numbers = {}
    rate = None
    if len(rest) >= 2 and u0 > 0:
        numbers["reductionRateEndpoints"] = 100 * (1 - root(uc / u0, tc - t0))
    if len(rest) >= 2 and all(u > 0 for _, u in rest):
        tm = mpf(sum(t for t, _ in rest)) / len(rest)
        slope = sum((t - tm) * mp.log(u) for t, u in rest) / sum((t - tm) ** 2 for t, _ in rest)
        rate = 1 - mp.exp(slope)
        numbers["reductionRate"] = 100 * rate
    required = mpf(0) if met else 1 - root(target / uc, q.year - tc)
    numbers["reductionRateRequired"] = 100 * required
    if met:
        return "achieved", numbers
    if rate is None:
        return ("!too-few" if len(rest) < 2 else "!zero-value"), {}
    if rate <= EXACT:
        return "not-falling", numbers
    return ("fast-enough" if at_least(rate, required) else "too-slow"), numbers


METHODS = {"ols": ols, "escap": escap, "eurostat": eurostat, "unsd": unsd, "dns": dns, "aarr": aarr}

# name: (points, target, year, direction, kept); asked of every method.
SHARED = {
    "one point below": ("2025:50", "60", 2028, "up", 0),
    "one point at the target": ("2025:60", "60", 2028, "up", 0),
    "one point above": ("2025:61.5", "60", 2028, "up", 0),
    "two points rising": ("2024:50 2025:52", "60", 2028, "up", 0),
    "two points, far apart": ("2015:40 2025:52", "60", 2030, "up", 0),
    "two points falling": ("2024:52 2025:50", "60", 2028, "up", 0),
    "two equal points": ("2024:50 2025:50", "60", 2028, "up", 0),
    "three points": ("2023:48 2024:50 2025:53", "60", 2027, "up", 0),
    "four points": ("2022:47.1 2023:48 2024:50.4 2025:53.7", "60", 2027, "up", 0),
    "five points": ("2021:46 2022:47.1 2023:48 2024:50.4 2025:53.7", "60", 2028, "up", 0),
    "ten points": (
        "2016:41 2017:42.5 2018:43 2019:45.2 2020:44.9 2021:46 2022:47.1 2023:48 2024:50.4 2025:53.7",
        "60", 2028, "up", 0),
    "a dip at the end": (
        "2016:41 2017:42.5 2018:43 2019:45.2 2020:44.9 2021:46 2022:47.1 2023:48 2024:50.4 2025:46.7",
        "60", 2028, "up", 0),
    "constant below": ("2020:50 2021:50 2022:50 2023:50 2024:50 2025:50", "60", 2030, "up", 0),
    "constant at the target": ("2020:60 2021:60 2022:60 2023:60 2024:60 2025:60", "60", 2030, "up", 0),
    "above and rising": ("2020:61 2021:62 2022:63 2023:64 2024:65 2025:66", "60", 2030, "up", 0),
    "above and falling": ("2020:66 2021:65 2022:64 2023:63 2024:62 2025:61", "60", 2030, "up", 0),
    "was above, is below": ("2020:64 2021:63 2022:62 2023:61 2024:60 2025:59", "60", 2030, "up", 0),
    "base on the target, now below": (
        "2020:60 2021:59.5 2022:59 2023:58.5 2024:58 2025:57.5", "60", 2030, "up", 0),
    "base zero, rising": ("2020:0 2021:1 2022:2 2023:3 2024:4 2025:5", "10", 2030, "up", 0),
    "falls to zero": ("2020:5 2021:4 2022:3 2023:2 2024:1 2025:0", "10", 2030, "up", 0),
    "all zero": ("2020:0 2021:0 2022:0 2023:0 2024:0 2025:0", "10", 2030, "up", 0),
    "a gap early": ("2016:40 2019:45 2021:47 2022:48.5 2023:50 2024:51.2 2025:52", "60", 2030, "up", 0),
    "a gap before the newest": ("2019:45 2020:46 2021:47 2022:48.5 2023:50 2025:52", "60", 2030, "up", 0),
    "every other year": ("2015:40 2017:43 2019:45 2021:48 2023:50 2025:53", "60", 2030, "up", 0),
    "near 100": ("2020:95 2021:96 2022:97 2023:98 2024:98.5 2025:98.9", "99.5", 2027, "up", 0),
    "target 100, within a point": ("2020:95 2021:96 2022:97 2023:98 2024:98.5 2025:99", "100", 2027, "up", 0),
    "target 100, beyond a point": (
        "2020:95 2021:96 2022:97 2023:98 2024:98.5 2025:98.9", "100", 2027, "up", 0),
    "target 100, reached": ("2020:95 2021:96 2022:97 2023:98 2024:99 2025:100", "100", 2027, "up", 0),
    "down, on the way": ("2020:30 2021:28 2022:26 2023:24 2024:22 2025:20", "12", 2030, "down", 0),
    "down, too slow": ("2020:30 2021:29.5 2022:29 2023:28.5 2024:28 2025:27.5", "12", 2030, "down", 0),
    "down, rising": ("2020:20 2021:21 2022:22 2023:23 2024:24 2025:25", "12", 2030, "down", 0),
    "down, reached": ("2020:20 2021:18 2022:16 2023:14 2024:12 2025:10", "12", 2030, "down", 0),
    "down, reached and rising": ("2020:5 2021:6 2022:7 2023:8 2024:9 2025:10", "12", 2030, "down", 0),
    "down, target 0, within a point": ("2020:6 2021:5 2022:4 2023:3 2024:2 2025:1", "0", 2028, "down", 0),
    "down, target 0, at 2": ("2020:7 2021:6 2022:5 2023:4 2024:3 2025:2", "0", 2028, "down", 0),
    "down, reaches 0": ("2020:5 2021:4 2022:3 2023:2 2024:1 2025:0", "0", 2028, "down", 0),
    "down, one point below": ("2025:10", "12", 2030, "down", 0),
    "down, one point above": ("2025:14", "12", 2030, "down", 0),
    "kept and met": ("2020:61 2021:62 2022:63 2023:64 2024:65 2025:66", "60", 2027, "up", 1),
    "kept, not met, rising": ("2020:50 2021:51 2022:52 2023:53 2024:54 2025:55", "60", 2027, "up", 1),
    "kept, not met, falling": ("2020:59 2021:58 2022:57 2023:56 2024:55 2025:54", "60", 2027, "up", 1),
    "kept, not met, constant": ("2020:55 2021:55 2022:55 2023:55 2024:55 2025:55", "60", 2027, "up", 1),
    "far ahead": ("2020:50 2021:50.5 2022:51 2023:51.5 2024:52 2025:52.5", "60", 2060, "up", 0),
    "next year": ("2020:50 2021:51 2022:53 2023:55 2024:57 2025:59", "60", 2026, "up", 0),
}

# Worked by hand: method, name -> (points, target, year, direction, kept), class.
HAND = [
    # ols: the line of 2023..2025 through 50, 52, 54 is 50 + 2(t - 2023): 60 in 2028, 58 in 2027.
    ("ols", "line exactly on the target", ("2023:50 2024:52 2025:54", "60", 2028, "up", 0), "line-reaches"),
    ("ols", "line a year short", ("2023:50 2024:52 2025:54", "60", 2027, "up", 0), "line-falls-short"),
    # 50, 52.1, 54.2 in decimals: 50 + 2.1*5 = 60.5.
    ("ols", "line on a target in decimals", ("2023:50 2024:52.1 2025:54.2", "60.5", 2028, "up", 0),
     "line-reaches"),
    ("ols", "down, line exactly on the target", ("2023:30 2024:28 2025:26", "20", 2028, "down", 0),
     "line-reaches"),
    ("ols", "down, line short", ("2023:30 2024:28 2025:26", "19.9", 2028, "down", 0), "line-falls-short"),
    # escap, straight series: the weighted line is the line itself. y0 = 50, T = 60, so the index of a
    # projection p is p - 50.
    # 50, 51.8 in 2024, 2025 -> 2029: 59.0, index 9.0: not above 9.
    ("escap", "anticipated index exactly 9", ("2024:50 2025:51.8", "60", 2029, "up", 0),
     "accelerate/slow-progress"),
    # 50, 51.81 -> 59.05: index 9.05.
    ("escap", "anticipated index just above 9", ("2024:50 2025:51.81", "60", 2029, "up", 0),
     "on-track/slow-progress"),
    ("escap", "projection exactly on the target", ("2024:50 2025:52", "60", 2029, "up", 0),
     "on-track/slow-progress"),
    # index 0: no change; a hair above 0: accelerate.
    ("escap", "index exactly 0", ("2024:50 2025:50", "60", 2029, "up", 0), "regression/regression"),
    ("escap", "index just above 0", ("2024:50 2025:50.01", "60", 2029, "up", 0), "accelerate/slow-progress"),
    # now 59: current index 9, not above.
    ("escap", "current index exactly 9", ("2024:50 2025:59", "60", 2026, "up", 0), "on-track/slow-progress"),
    ("escap", "current index above 9", ("2024:50 2025:59.1", "60", 2026, "up", 0), "on-track/on-track"),
    ("escap", "down, anticipated index exactly 9", ("2024:30 2025:28.2", "20", 2029, "down", 0),
     "accelerate/slow-progress"),
    # met now, but the line falls below: current 10, anticipated (59-61)/|60-61|... base met the target: < 0.
    ("escap", "met now, falls below later", ("2024:62 2025:61", "60", 2028, "up", 0), "regression/on-track"),
    # eurostat: y0 = 25, T = 36 in two years: required sqrt(1.44) - 1 = 0.2 a year.
    # 25*1.19 = 29.75: 0.19/0.2 = 0.95.
    ("eurostat", "ratio exactly 0.95", ("2024:25 2025:29.75", "36", 2026, "up", 0), "on-track"),
    ("eurostat", "ratio just below 0.95", ("2024:25 2025:29.749", "36", 2026, "up", 0), "accelerate"),
    # 25*1.12 = 28: 0.6.
    ("eurostat", "ratio exactly 0.60", ("2024:25 2025:28", "36", 2026, "up", 0), "accelerate"),
    ("eurostat", "ratio just below 0.60", ("2024:25 2025:27.999", "36", 2026, "up", 0), "limited-progress"),
    ("eurostat", "ratio exactly 0", ("2024:25 2025:25", "36", 2026, "up", 0), "limited-progress"),
    ("eurostat", "ratio just below 0", ("2024:25 2025:24.999", "36", 2026, "up", 0), "deterioration"),
    # down: 25 -> 16 in two years is -0.2 a year; 25*0.81 = 20.25 is -0.19.
    ("eurostat", "down, ratio exactly 0.95", ("2024:25 2025:20.25", "16", 2026, "down", 0), "on-track"),
    ("eurostat", "down, ratio exactly 0.60", ("2024:25 2025:22", "16", 2026, "down", 0), "accelerate"),
    ("eurostat", "down, ratio exactly 0", ("2024:25 2025:25", "16", 2026, "down", 0), "limited-progress"),
    ("eurostat", "down, grows", ("2024:25 2025:26", "16", 2026, "down", 0), "deterioration"),
    # score: 0.95 -> 2.5, 1.3 -> 5; 25*1.26 = 31.5 is 1.3.
    ("eurostat", "ratio 1.3, score 5", ("2024:25 2025:31.5", "36", 2026, "up", 0), "on-track"),
    # 25*0.88 = 22: -0.6, score -5.
    ("eurostat", "ratio -0.6, score -5", ("2024:25 2025:22", "36", 2026, "up", 0), "deterioration"),
    # unsd: v_e = y_c^2/y_0 for one year behind and one ahead. y_0 = 40, T = 60.
    # q = (y_c^2/40 - 40)/20 = 0.95 -> y_c^2 = 40*59 = 2360: not decimal. y_0 = 16, y_c = 20: v_e = 25;
    # q = 9/(T - 16) = 0.95 -> no. Cuts by the target: q = 0.9/(T - y_0)...: y_0 = 10, y_c = 11.9,
    # v_e = 14.161, T = 10 + 4.161/0.95 = 14.38: q = 4.161/4.38 = 0.95.
    ("unsd", "q exactly 0.95", ("2024:10 2025:11.9", "14.38", 2026, "up", 0), "met-or-on-track"),
    ("unsd", "q just below 0.95", ("2024:10 2025:11.9", "14.381", 2026, "up", 0), "fair-progress"),
    # 10 -> 11: v_e = 12.1; T = 31: 2.1/21 = 0.10.
    ("unsd", "q exactly 0.10", ("2024:10 2025:11", "31", 2026, "up", 0), "fair-progress"),
    ("unsd", "q just below 0.10", ("2024:10 2025:11", "31.01", 2026, "up", 0), "stagnation-or-regression"),
    ("unsd", "q exactly 0", ("2024:10 2025:10", "31", 2026, "up", 0), "stagnation-or-regression"),
    ("unsd", "q below 0", ("2024:10 2025:9", "31", 2026, "up", 0), "stagnation-or-regression"),
    # down: 20 -> 18: v_e = 16.2; T = 16: 3.8/4 = 0.95. T = 20 - 38 is no share; 10 -> 9: 8.1, 1.9/19 ...
    ("unsd", "down, q exactly 0.95", ("2024:20 2025:18", "16", 2026, "down", 0), "met-or-on-track"),
    # 20 -> 19.8: v_e = 19.602; q = 0.398/3.98 = 0.10 with T = 16.02.
    ("unsd", "down, q exactly 0.10", ("2024:20 2025:19.8", "16.02", 2026, "down", 0), "fair-progress"),
    ("unsd", "latest meets, trend falls", ("2024:70 2025:61", "60", 2030, "up", 0), "met-or-on-track"),
    ("unsd", "within a point, target 99: no exception", ("2024:98.4 2025:98.2", "99", 2026, "up", 0),
     "stagnation-or-regression"),
    # dns: b = 1 a year, T - y = 10. Years ahead n: m = 1 - n/10.
    ("dns", "exactly met", ("2022:47 2023:48 2024:49 2025:50", "60", 2035, "up", 0), "sun"),
    # b = 0.95, n = 10: m = 0.05 -> not below 5%.
    ("dns", "miss exactly 0.05", ("2022:47.15 2023:48.1 2024:49.05 2025:50", "60", 2035, "up", 0),
     "sun-and-cloud"),
    ("dns", "miss just below 0.05", ("2022:47.147 2023:48.1 2024:49.05 2025:50", "60", 2035, "up", 0), "sun"),
    # b = 0.8: m = 0.20.
    ("dns", "miss exactly 0.20", ("2022:47.6 2023:48.4 2024:49.2 2025:50", "60", 2035, "up", 0),
     "sun-and-cloud"),
    ("dns", "miss just above 0.20", ("2022:47.603 2023:48.4 2024:49.2 2025:50", "60", 2035, "up", 0), "cloud"),
    ("dns", "no change is the wrong way", ("2022:50 2023:51 2024:49 2025:50", "60", 2035, "up", 0),
     "thunderstorm"),
    ("dns", "a hair the right way", ("2022:49.997 2023:51 2024:49 2025:50", "60", 2035, "up", 0), "cloud"),
    ("dns", "met and constant", ("2022:60 2023:61 2024:59 2025:60", "60", 2030, "up", 0), "sun"),
    ("dns", "met and falling a hair", ("2022:60.003 2023:61 2024:59 2025:60", "60", 2030, "up", 0),
     "sun-and-cloud"),
    # only the last six count: the early fall is not seen.
    ("dns", "the seventh year is not seen",
     ("2019:90 2020:45 2021:46 2022:47 2023:48 2024:49 2025:50", "60", 2035, "up", 0), "sun"),
    ("dns", "down, miss exactly 0.20", ("2022:32.4 2023:31.6 2024:30.8 2025:30", "20", 2035, "down", 0),
     "sun-and-cloud"),
    # aarr: u = 100 - y. 50 -> 45 -> 40.5 is 10% a year; 40.5*0.9 = 36.45 next year.
    ("aarr", "rate exactly as required", ("2023:50 2024:55 2025:59.5", "63.55", 2026, "up", 0), "fast-enough"),
    ("aarr", "rate just below", ("2023:50 2024:55 2025:59.5", "63.56", 2026, "up", 0), "too-slow"),
    ("aarr", "rate exactly 0", ("2023:50 2024:50 2025:50", "60", 2026, "up", 0), "not-falling"),
    ("aarr", "down, rate exactly as required", ("2023:50 2024:45 2025:40.5", "36.45", 2026, "down", 0),
     "fast-enough"),
    ("aarr", "down, rate just below", ("2023:50 2024:45 2025:40.5", "36.44", 2026, "down", 0), "too-slow"),
    ("aarr", "down, rises", ("2023:40 2024:45 2025:50", "36", 2026, "down", 0), "not-falling"),
    # a target of 100% asks for a rest of 0: no finite rate.
    ("aarr", "target 100", ("2023:50 2024:55 2025:59.5", "100", 2026, "up", 0), "too-slow"),
    ("aarr", "met and falling", ("2023:70 2024:66 2025:62", "60", 2026, "up", 0), "achieved"),
]


def row(method, name, case):
    points, target, year, direction, kept = case
    verdict, numbers = METHODS[method](Question(points, target, year, direction == "down", bool(kept)))
    shown = " ".join(f"{key}={mp.nstr(mpf(value), 17)}" for key, value in numbers.items())
    return verdict, f"{method},{name.replace(',', ';')},{points},{target},{year},{direction},{kept},{verdict},{shown}"


def main():
    lines = ["method,case,points,target,year,direction,kept,class,numbers"]
    for method in METHODS:
        for name, case in SHARED.items():
            lines.append(row(method, name, case)[1])
        for owner, name, case, hand in HAND:
            if owner == method:
                verdict, line = row(method, name, case)
                assert verdict == hand, (name, verdict, hand)
                lines.append(line)
    pathlib.Path(__file__).with_suffix(".csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines) - 1, "cases")


if __name__ == "__main__":
    main()
