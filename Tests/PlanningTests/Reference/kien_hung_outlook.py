"""Writes kien_hung_outlook.csv: the chance of each level of the shipped commune, year by year.

Run:  python3 kien_hung_outlook.py    (needs SciPy and mpmath)

Reads datasets/kien-hung and datasets/pace-library by itself. Each share is forecast by the closed
form of the default model (shrunk random-walk drift), its threshold tested with scipy.stats.t, and
the shares are joined by the one-factor Gaussian copula with rho = 0.3, integrated by mpmath with
30 digits. `marginals` follow the order of `requirements`. Thresholds stand here as in Circular
25/2023 (articles 6 and 7) and Decision 387, not read from the rule files.
"""

import csv
import pathlib

import mpmath as mp
from scipy.stats import t

mp.mp.dps = 30
HERE = pathlib.Path(__file__).resolve().parent
DATASETS = HERE.parents[2] / "datasets"
PLACE = "Kiến Hưng"
RHO = mp.mpf("0.3")
YEARS = range(2026, 2031)
LAW = {"5.1": "learning-citizens", "5.2a": "trained", "5.2b": "university"}
PLAN = {
    "KH.1": "learning-families", "KH.2": "learning-clans", "KH.3": "learning-communities",
    "KH.4": "learning-units"}
THRESHOLDS = {
    "level1": {"5.1": 60, "5.2a": 50, "5.2b": 12},
    "level2": {"5.1": 80, "5.2a": 60, "5.2b": 15},
    "level3": {
        "5.1": 80, "5.2a": 60, "5.2b": 15, "KH.1": 80, "KH.2": 75, "KH.3": 75, "KH.4": 90},
}
FAMILIES = {"trained": "trained", "university": "university"}


def read(path):
    with open(DATASETS / path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def series(indicator, first_year):
    """The newest release of each year: (year, percent, preliminary)."""
    newest = {}
    for row in read("kien-hung/observations.csv"):
        if row["place"] == PLACE and row["indicator"] == indicator:
            year = int(row["year"])
            if year >= first_year and row["released"] > newest.get(year, {"released": ""})["released"]:
                newest[year] = row
    return [
        (year, 100 * int(row["count"]) / int(row["base"]), row["status"] != "final")
        for year, row in sorted(newest.items())]


def marginal(figures, prior, threshold, year):
    years = [figure[0] for figure in figures]
    values = [figure[1] for figure in figures]
    steps = [b - a for a, b in zip(years, years[1:])]
    changes = [b - a for a, b in zip(values, values[1:])]
    own = (values[-1] - values[0]) / (years[-1] - years[0])
    df = prior["step_sd_df"] + len(steps) - 1
    own_sum = sum((d - own * k) ** 2 / k for d, k in zip(changes, steps))
    variance = (prior["step_sd_df"] * prior["step_sd"] ** 2 + own_sum) / df
    own_variance = variance / (years[-1] - years[0])
    weight = prior["pace_sd"] ** 2 / (prior["pace_sd"] ** 2 + own_variance)
    slope = weight * own + (1 - weight) * prior["pace_mean"]
    slope_variance = 1 / (1 / prior["pace_sd"] ** 2 + 1 / own_variance)
    h = year - years[-1]
    revision = prior["revision_sd"] if figures[-1][2] else 0
    scale = (h * variance + h * h * slope_variance + revision**2) ** 0.5
    return float(t.sf((threshold - values[-1] - h * slope) / scale, df))


def normal_quantile(p):
    return mp.sqrt(2) * mp.erfinv(2 * mp.mpf(p) - 1)


def joint(marginals):
    limits = [normal_quantile(p) for p in marginals]

    def integrand(z):
        product = mp.npdf(z)
        for limit in limits:
            product *= mp.ncdf((limit + mp.sqrt(RHO) * z) / mp.sqrt(1 - RHO))
        return product

    return mp.quad(integrand, range(-12, 13))


def main():
    priors = {
        row["family"]: {
            key: float(row[key])
            for key in ("pace_mean", "pace_sd", "step_sd", "step_sd_df", "revision_sd")}
        for row in read("pace-library/pace.csv")}
    breaks = {row["indicator"]: int(row["year"]) for row in read("kien-hung/breaks.csv")}
    with open(HERE / "kien_hung_outlook.csv", "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["level", "year", "requirements", "marginals", "joint", "binding"])
        for level, thresholds in THRESHOLDS.items():
            for year in YEARS:
                marginals = []
                for requirement, threshold in thresholds.items():
                    indicator = (LAW | PLAN)[requirement]
                    figures = series(indicator, breaks.get(indicator, 0))
                    prior = priors[FAMILIES.get(indicator, "title")]
                    marginals.append(marginal(figures, prior, threshold, year))
                whole = joint(marginals)
                gains = [
                    joint(marginals[:i] + marginals[i + 1:]) - whole for i in range(len(marginals))]
                binding = list(thresholds)[gains.index(max(gains))]
                table.writerow([
                    level, year, " ".join(thresholds), " ".join(map(repr, marginals)),
                    mp.nstr(whole, 17), binding])


main()
