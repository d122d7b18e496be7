"""Writes method_record.csv: how often each class of each published method came true on the shipped series.

Run:  python3 method_record.py    (needs mpmath, NumPy, SciPy; some minutes)

Every series of the shipped panels that should rise; every year with six figures in consecutive years up to
it and a figure five years later. The method sees the six figures; the target is the next multiple of 5% above
the newest, five years ahead. Counted: how many shares were put in the class, how many reached the target.
"world" is datasets/world-panel without schools with Internet, which rose as nothing else does;
"provinces" are the 63 provinces of datasets/vietnam-trained-labour. Cases of one series overlap and share
shocks: read small differences as none. The methods are those of second_opinions.py.
"""

import collections
import csv
import math
import pathlib

import second_opinions as opinions

DATASETS = pathlib.Path(__file__).resolve().parents[3] / "datasets"
WINDOW, AHEAD, GRID = 6, 5, 5
EXCLUDED = {"schbsp_1_wintern"}


def series(package, keeps):
    """Returns (indicator, place) -> {year: percent as printed}, the later label of a year winning."""
    found = collections.defaultdict(dict)
    labels = {}
    with open(DATASETS / package / "observations.csv", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["percent"] and keeps(row):
                key, year = (row["indicator"], row["place"]), int(row["year"])
                if row.get("vintage", "") >= labels.get((key, year), ""):
                    labels[key, year] = row.get("vintage", "")
                    found[key][year] = row["percent"]
    return found


def questions(found):
    for figures in found.values():
        for origin in sorted(figures):
            years = range(origin - WINDOW + 1, origin + 1)
            if origin + AHEAD not in figures or any(year not in figures for year in years):
                continue
            target = GRID * (math.floor(float(figures[origin]) / GRID) + 1)
            if target > 100:
                continue
            points = " ".join(f"{year}:{figures[year]}" for year in years)
            yield points, target, origin + AHEAD, float(figures[origin + AHEAD]) >= target


def main():
    opinions.mp.dps = 30
    with open(DATASETS / "world-panel" / "indicators.csv", encoding="utf-8-sig", newline="") as file:
        rising = {row["indicator"] for row in csv.DictReader(file) if row["direction"] == "up"} - EXCLUDED
    with open(DATASETS / "vietnam-trained-labour" / "places.csv", encoding="utf-8-sig", newline="") as file:
        provinces = {row["place"] for row in csv.DictReader(file) if row["kind"] == "tỉnh"}
    sets = {
        "world": series("world-panel", lambda row: row["indicator"] in rising),
        "provinces": series("vietnam-trained-labour", lambda row: row["place"] in provinces),
    }
    lines = ["set,method,class,count,reached"]
    for name, found in sets.items():
        asked = list(questions(found))
        print(name, len(asked), sum(reached for *_, reached in asked))
        for method, judge in opinions.METHODS.items():
            counts = collections.Counter()
            hits = collections.Counter()
            for points, target, year, reached in asked:
                verdict = judge(opinions.Question(points, str(target), year))[0].split("/")[0]
                counts[verdict] += 1
                hits[verdict] += reached
            lines += [f"{name},{method},{v},{counts[v]},{hits[v]}" for v in sorted(counts)]
    path = pathlib.Path(__file__).with_suffix(".csv")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
