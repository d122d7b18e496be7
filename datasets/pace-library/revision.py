"""Measures the revision error: final minus preliminary trained labour of 2016 in 63 provinces, in points.

Run: python3 revision.py
"""

import csv
import statistics
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main():
    with open(HERE / "raw/vietnam_trained_labour_2016_vintages.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    kinds = {"preliminary": {}, "final (as copied 2021)": {}}
    for row in rows:
        kinds[row["status"]][row["place"]] = float(row["value"])
    preliminary, final = kinds.values()
    differences = [final[place] - preliminary[place] for place in sorted(set(final) & set(preliminary))]
    print(f"{len(differences)} places, mean {statistics.fmean(differences):+.2f}, sd {statistics.pstdev(differences):.2f}")


if __name__ == "__main__":
    main()
