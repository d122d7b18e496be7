"""Paces of the places of datasets/world-panel by starting level, counted with NumPy alone.

Writes place_paces.csv beside itself. Rules, as docs/gap.md states them: windows of k years between two figures of
one place, none over a change of more than 10 angular points a year; levels and paces point to the good end; bands
of ten points, put together from below until each has 3 indicators, 30 places and 100 windows; an indicator votes
where 5 of its places do; one vote an indicator, shared by its places, shared by their windows.
"""

import csv
import pathlib

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parents[2] / "datasets" / "world-panel"
GRID = [0, 0.01] + [i / 20 for i in range(1, 20)] + [0.99, 1]
YEARS = [1, 3, 5, 10]


def series():
    sign = {}
    for row in csv.DictReader((DATA / "indicators.csv").open(encoding="utf-8-sig")):
        sign[row["indicator"]] = {"up": 1, "down": -1}.get(row["direction"])
    found = {}
    for row in csv.DictReader((DATA / "observations.csv").open(encoding="utf-8-sig")):
        if sign[row["indicator"]]:
            key = (row["indicator"], row["place"])
            found.setdefault(key, {})[int(row["year"])] = float(row["percent"])
    return sign, found


def windows(figures, sign, span):
    years = sorted(figures)
    angle = {y: 200 / np.pi * np.arcsin(np.sqrt(figures[y] / 100)) for y in years}
    jump = {
        b: abs(angle[b] - angle[a]) / (b - a) > 10 for a, b in zip(years, years[1:])
    }
    for year in years:
        if year + span in figures and not any(
            jump.get(y, False) for y in range(year + 1, year + span + 1)
        ):
            start = figures[year] if sign > 0 else 100 - figures[year]
            yield start, sign * (figures[year + span] - figures[year]) / span


def votes(cells, lower, upper):
    """paces, weights, places and indicators of a band"""
    inside = {}
    for (indicator, place), pairs in cells.items():
        paces = [p for s, p in pairs if s >= lower and (s < upper or upper == 100)]
        if paces:
            inside.setdefault(indicator, {})[place] = paces
    inside = {i: held for i, held in inside.items() if len(held) >= 5}
    paces, weights = [], []
    for held in inside.values():
        for own in held.values():
            paces += own
            weights += [1 / (len(held) * len(own))] * len(own)
    places = {place for held in inside.values() for place in held}
    return np.array(paces), np.array(weights), places, set(inside)


def main():
    sign, found = series()
    with (HERE / "place_paces.csv").open("w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["years", "lower", "upper", "windows", "places", "indicators"] + GRID)
        for span in YEARS:
            cells = {key: list(windows(f, sign[key[0]], span)) for key, f in found.items()}
            ranges, lower = [], 0
            for upper in range(10, 101, 10):
                paces, _, places, indicators = votes(cells, lower, upper)
                if len(indicators) >= 3 and len(places) >= 30 and len(paces) >= 100:
                    ranges.append((lower, upper))
                    lower = upper
            if lower < 100 and ranges:
                ranges[-1] = (ranges[-1][0], 100)
            for lower, upper in ranges:
                paces, weights, places, indicators = votes(cells, lower, upper)
                quantiles = np.quantile(paces, GRID, weights=weights, method="inverted_cdf")
                out.writerow(
                    [span, lower, upper, len(paces), len(places), len(indicators)]
                    + [f"{q:.6f}" for q in quantiles]
                )


main()
