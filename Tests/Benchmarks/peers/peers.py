"""Forecasts by the models of statsforecast, in the rows that `forecast backtest --details` writes.

A window is N consecutive observed years, the last of which is its origin. Every model sees the N values of
the window and nothing else, and forecasts 1..H years ahead; a row is written for every year ahead that was
observed. The median is the model's point forecast; the other quantiles are the ends of the model's own 50, 80
and 90% prediction intervals, all clipped to 0..100. A model without a usable forecast has no rows for that
window; such windows are counted and printed.

Run: python3 peers.py --data tidy.csv --history 3 5 --horizon 5 --sample 20 --out peers.csv --times peers.json
"""

import argparse
import collections
import csv
import dataclasses
import json
import platform
import sys
import time
import warnings

import numpy
import statsforecast
from statsforecast.models import AutoARIMA, AutoETS, AutoTheta, Naive, RandomWalkWithDrift

COLUMNS = ["model", "place", "indicator", "origin", "history", "horizon", "actual",
           "q05", "q10", "q25", "median", "q75", "q90", "q95"]
LEVELS = [50, 80, 90]
# The fields of a statsforecast result in rising order; "mean" is the point forecast.
FIELDS = ["lo-90", "lo-80", "lo-50", "mean", "hi-50", "hi-80", "hi-90"]
# A point forecast further outside its own interval than this, in points, is counted (single precision is within).
OUTSIDE = 1e-4
MODELS = {
    "naive": Naive(),
    "sf-RandomWalkWithDrift": RandomWalkWithDrift(),
    "sf-AutoTheta": AutoTheta(season_length=1),
    "sf-AutoETS": AutoETS(season_length=1),
    "sf-AutoARIMA": AutoARIMA(season_length=1),
}


class NoForecast(Exception):
    """A model answered with something that is not a forecast."""


@dataclasses.dataclass(frozen=True)
class Window:
    """N consecutive observed values and what was observed after them, by years ahead."""

    place: str
    indicator: str
    origin: int
    values: numpy.ndarray
    actuals: dict


@dataclasses.dataclass
class Tally:
    """What became of one model on the windows of one history."""

    windows: int = 0
    outside: int = 0
    cpu_seconds: float = 0.0
    failures: collections.Counter = dataclasses.field(default_factory=collections.Counter)

    def summary(self):
        """Returns the tally as the entries of the JSON file."""
        return {
            "windows": self.windows,
            "failed": self.failures.total(),
            "failures": dict(self.failures.most_common()),
            "point_outside_interval": self.outside,
            "cpu_seconds": round(self.cpu_seconds, 3),
            "cpu_ms_per_series": round(1000 * self.cpu_seconds / max(self.windows, 1), 3),
        }


def read_series(path):
    """Returns {(place, indicator): {year: percent}}."""
    series = collections.defaultdict(dict)
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, strict=True):
            years = series[row["place"], row["indicator"]]
            year, percent = int(row["year"]), float(row["percent"])
            if year in years:
                sys.exit(f"{path}: {row['place']}, {row['indicator']}, {year}: two values")
            if not 0 <= percent <= 100:
                sys.exit(f"{path}: {row['place']}, {row['indicator']}, {year}: {percent} is not within 0..100")
            years[year] = percent
    return series


def windows(series, history, horizon):
    """Returns all windows with an observed year 1..horizon ahead, sorted by place, indicator and origin."""
    found = []
    for (place, indicator), years in sorted(series.items()):
        for origin in sorted(years):
            span = range(origin - history + 1, origin + 1)
            actuals = {h: years[origin + h] for h in range(1, horizon + 1) if origin + h in years}
            if actuals and all(year in years for year in span):
                values = numpy.array([years[year] for year in span])
                found.append(Window(place, indicator, origin, values, actuals))
    return found


def quantiles(model, values, horizon):
    """Returns the seven quantiles by years ahead (horizon x 7) and whether an interval had to be stretched.

    A simulated interval may leave out its own point forecast. It is then stretched to hold it, so that the
    quantiles rise and the point forecast stays what the model said.
    """
    answer = model.forecast(y=values, h=horizon, level=LEVELS)
    table = numpy.column_stack([numpy.asarray(answer[field], dtype=float) for field in FIELDS])
    if not numpy.isfinite(table).all():
        raise NoForecast("an interval that is not finite")
    point = table[:, [3]]
    held = numpy.hstack([numpy.minimum(table[:, :3], point), point, numpy.maximum(table[:, 4:], point)])
    return numpy.clip(held, 0, 100), bool(numpy.abs(held - table).max() > OUTSIDE)


def forecast_windows(name, found, history, horizon, write_row):
    """Writes the rows of one model for all windows of one history; returns the tally.

    The time is that of the processor over the whole loop.
    """
    model, tally = MODELS[name], Tally(windows=len(found))
    start = time.process_time()
    for window in found:
        try:
            table, stretched = quantiles(model, window.values, horizon)
        except Exception as error:  # Whatever a package raises on a short series is a failure to be counted.
            tally.failures[f"{type(error).__name__}: {error}"] += 1
            continue
        tally.outside += stretched
        for h, actual in window.actuals.items():
            write_row([name, window.place, window.indicator, window.origin, history, h, repr(actual)]
                      + [f"{value:.6f}" for value in table[h - 1]])
    tally.cpu_seconds = time.process_time() - start
    return tally


def report(name, history, tally):
    """Prints one line on a model and history, and one more for every kind of failure."""
    entry = tally.summary()
    print(f"n = {history}, {name}: {entry['windows']} windows, {entry['failed']} without a forecast, "
          f"{entry['point_outside_interval']} with a point outside its interval, "
          f"{entry['cpu_ms_per_series']} ms a series", file=sys.stderr, flush=True)
    for reason, count in entry["failures"].items():
        print(f"    {count} × {reason}", file=sys.stderr, flush=True)


def arguments():
    """Returns the options, with one sample step for each history."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="CSV: place,indicator,year,percent")
    parser.add_argument("--history", required=True, type=int, nargs="+", help="years in a window, one number or several")
    parser.add_argument("--horizon", required=True, type=int, help="forecasts are made for 1..HORIZON years ahead")
    parser.add_argument("--sample", type=int, nargs="+", default=[1],
                        help="keep every SAMPLE-th window in sorted order: one number, or one for each history")
    parser.add_argument("--out", required=True, help="CSV of details")
    parser.add_argument("--times", required=True, help="JSON of processor times and failures")
    options = parser.parse_args()
    if len(options.sample) == 1:
        options.sample *= len(options.history)
    if len(options.sample) != len(options.history):
        parser.error("--sample: give one number, or one for each history")
    return options


def main():
    options = arguments()
    series = read_series(options.data)
    times = {name: {} for name in MODELS}
    with open(options.out, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for history, step in zip(options.history, options.sample):
            found = windows(series, history, options.horizon)[::step]
            for name in MODELS:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")  # A faulty answer is counted; a package's remarks are not.
                    tally = forecast_windows(name, found, history, options.horizon, writer.writerow)
                report(name, history, tally)
                times[name][history] = tally.summary()
    software = f"statsforecast {statsforecast.__version__}, Python {platform.python_version()}"
    with open(options.times, "w", encoding="utf-8") as file:
        json.dump({"software": software, "models": times}, file, indent=2, ensure_ascii=False)
        file.write("\n")


if __name__ == "__main__":
    main()
