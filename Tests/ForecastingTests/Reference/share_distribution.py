"""Writes share_distribution.csv: tails and quantiles of Student's t, censored to 0...100.

Run:  python3 share_distribution.py    (needs SciPy)

`probability` rows hold P(share >= argument), `quantile` rows the value that the share stays below
with the probability in `argument`. Location and scale are in points; scipy.stats.t gives the rest.
"""

import csv
import pathlib

from scipy.stats import t

HERE = pathlib.Path(__file__).resolve().parent
SHAPES = [
    (53.7, 2.1, 10.6), (53.7, 2.1, 1.1), (12.02, 0.71, 3.9), (98.5, 4.0, 2.0), (1.5, 3.0, 5.0),
    (118.0, 6.0, 14.6), (-7.5, 5.0, 1.0), (60.0, 0.001, 30.0), (45.0, 25.0, 200.0),
]
THRESHOLDS = [0.5, 10, 12, 15, 37.3, 50, 53.7, 60, 75, 80, 99.5, 100]
PROBABILITIES = [0.005, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.995]


def main():
    with open(HERE / "share_distribution.csv", "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["kind", "location", "scale", "df", "argument", "value"])
        for location, scale, df in SHAPES:
            law = t(df, loc=location, scale=scale)
            for threshold in THRESHOLDS:
                table.writerow(
                    ["probability", location, scale, df, threshold, repr(float(law.sf(threshold)))])
            for probability in PROBABILITIES:
                value = min(max(float(law.ppf(probability)), 0.0), 100.0)
                table.writerow(["quantile", location, scale, df, probability, repr(value)])


main()
