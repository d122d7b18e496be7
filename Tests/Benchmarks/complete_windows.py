"""Errors against no change on windows that have a figure in every one of the five years ahead.

Such windows are survivors and easier than all windows; the figures serve comparison with measurements that took only them. Standard
library only. Scores the rows of `forecast backtest --horizon 5 --model default,no-change --details ROWS.csv`, by history: geometric
mean over indicators with 25 windows and 5 places or more, then the mean over 1, 3 and 5 years ahead. Run: python3 complete_windows.py ROWS.csv
"""

import collections
import csv
import math
import sys

HORIZON = 5
FEWEST_WINDOWS, FEWEST_PLACES = 25, 5


def windows(path):
    """Returns {history: {(place, indicator, origin): {horizon: {model: absolute error}}}}."""
    found = collections.defaultdict(lambda: collections.defaultdict(lambda: collections.defaultdict(dict)))
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = row["place"], row["indicator"], row["origin"]
            error = abs(float(row["actual"]) - float(row["median"]))
            found[int(row["history"])][key][int(row["horizon"])][row["model"]] = error
    return found


def relative_error(complete, horizon):
    """Returns the geometric mean over indicators of MAE over that of no change, and how many indicators; NaN without any."""
    errors = collections.defaultdict(lambda: [0.0, 0.0, 0, set()])
    for (place, indicator, _), horizons in complete.items():
        sums = errors[indicator]
        sums[0] += horizons[horizon]["default"]
        sums[1] += horizons[horizon]["no-change"]
        sums[2] += 1
        sums[3].add(place)
    logs = [math.log(own / other) for own, other, count, places in errors.values()
            if count >= FEWEST_WINDOWS and len(places) >= FEWEST_PLACES]
    return (math.exp(sum(logs) / len(logs)) if logs else math.nan), len(logs)


def main():
    for history, found in sorted(windows(sys.argv[1]).items()):
        complete = {key: horizons for key, horizons in found.items() if set(range(1, HORIZON + 1)) <= set(horizons)}
        values = [relative_error(complete, horizon) for horizon in (1, 3, 5)]
        mean = sum(value for value, _ in values) / len(values)
        print(f"n = {history}: {len(complete)} windows, {values[0][1]} indicators, relMAE "
              + " / ".join(f"{value:.3f}" for value, _ in values) + f", mean {mean:.3f}")


if __name__ == "__main__":
    main()
