"""Coverage of 80% prediction intervals and mean absolute error of the two shipped models.

Rolling origins over the series behind pace.csv: n consecutive years known, h years ahead. The priors of
pace.csv were measured on the same series, so the figures of drift-shrunk are an upper bound of what to
expect (in sample). Needs NumPy and SciPy. Run: python3 coverage.py
"""
import csv
import collections
import os

import numpy as np
from scipy import stats

HERE = os.path.dirname(os.path.abspath(__file__))
ATTAINMENT = ["ea_1t8_ag25t99", "ea_2t8_ag25t99", "ea_3t8_ag25t99", "ea_5t8_ag25t99", "ea_6t8_ag25t99"]
SETS = {
    "trained": None,
    "university": ATTAINMENT[3:],
    "education-attainment": ATTAINMENT,
}


def priors():
    with open(os.path.join(HERE, "pace.csv"), encoding="utf-8") as file:
        return {
            row["family"]: [float(row[key]) for key in ("pace_mean", "pace_sd", "step_sd", "step_sd_df")]
            for row in csv.DictReader(file)
        }


def series(family):
    groups = collections.defaultdict(dict)
    if family == "trained":
        path = os.path.join(HERE, "../vietnam-trained-labour/observations.csv")
        provinces = os.path.join(HERE, "../vietnam-trained-labour/places.csv")
        with open(provinces, encoding="utf-8") as file:
            names = {row["place"] for row in csv.DictReader(file) if row["kind"] == "tỉnh"}
        with open(path, encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row["indicator"] == "trained" and row["place"] in names:
                    groups[row["place"]][int(row["year"])] = float(row["percent"])
    else:
        with open(os.path.join(HERE, "../world-panel/series.csv"), encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row["indicator"] in SETS[family]:
                    groups[row["entity"], row["indicator"]][int(row["year"])] = float(row["value"])
    return groups


def ols(y, h):
    n = len(y)
    t = np.arange(n) - (n - 1) / 2
    slope = (t * y).sum() / (t * t).sum()
    residual = y - y.mean() - slope * t
    distance = t[-1] + h
    variance = (residual**2).sum() / (n - 2) * (1 + 1 / n + distance**2 / (t * t).sum())
    return y.mean() + slope * distance, variance**0.5, n - 2


def drift_shrunk(y, h, prior):
    m0, tau, s0, nu0 = prior
    changes = np.diff(y)
    m = len(changes)
    b = changes.mean()
    nu = nu0 + m - 1
    s2 = (nu0 * s0**2 + ((changes - b) ** 2).sum()) / nu
    precision = m / s2 + 1 / tau**2
    slope = (changes.sum() / s2 + m0 / tau**2) / precision
    return y[-1] + h * slope, (h * s2 + h * h / precision) ** 0.5, nu


def main():
    table = priors()
    print("| family | n | h | windows | OLS: MAE | OLS: 80% covers | shrunk: MAE | shrunk: 80% covers |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for family in SETS:
        for n in (5, 8):
            for h in (1, 3, 5):
                errors = {"ols": [], "shrunk": []}
                inside = {"ols": [], "shrunk": []}
                for years in series(family).values():
                    for origin in years:
                        window = range(origin - n + 1, origin + 1)
                        if origin + h not in years or any(year not in years for year in window):
                            continue
                        y = np.array([years[year] for year in window])
                        actual = years[origin + h]
                        for name, (centre, scale, df) in (
                            ("ols", ols(y, h)),
                            ("shrunk", drift_shrunk(y, h, table[family])),
                        ):
                            half = stats.t.ppf(0.9, df) * scale
                            errors[name].append(abs(actual - min(max(centre, 0), 100)))
                            inside[name].append(centre - half <= actual <= centre + half)
                if len(errors["ols"]) < 60:
                    continue
                cells = [family, n, h, len(errors["ols"])]
                for name in ("ols", "shrunk"):
                    cells += [f"{np.mean(errors[name]):.2f}", f"{100 * np.mean(inside[name]):.0f}%"]
                print("| " + " | ".join(map(str, cells)) + " |")


if __name__ == "__main__":
    main()
