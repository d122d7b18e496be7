"""Writes challengers.csv: centre, spread and degrees of freedom of every model but the default.

Run:  python3 challengers.py    (needs NumPy and SciPy)

Written from the papers and textbooks, not from the Swift: the random walk with drift as weighted least
squares over its steps, the line by numpy.linalg, Theil and Sen's by scipy.stats, exponential smoothing
year by year with a figure that comes after a gap counted once a year of it. `scale` says whether centre
and spread are points or log odds of shares held half a point off 0 and 100. Lists inside a field are
separated by blanks.
"""

import csv
import pathlib

import numpy
from scipy import special, stats

HERE = pathlib.Path(__file__).resolve().parent
HORIZONS = [1, 2, 3, 5, 8]


def steps(years, values):
    return numpy.diff(years).astype(float), numpy.diff(values)


def random_walk(years, values):
    """Mean yearly change by weighted least squares, its variance, the variance of a year, the d.f."""
    lengths, changes = steps(years, values)
    root = numpy.sqrt(lengths)
    design = (lengths / root)[:, None]
    coefficients, _, _, _ = numpy.linalg.lstsq(design, changes / root, rcond=None)
    residuals = changes / root - design @ coefficients
    df = len(changes) - 1
    variance = residuals @ residuals / df
    return coefficients[0], variance * numpy.linalg.inv(design.T @ design)[0, 0], variance, df


def no_change(years, values, h):
    lengths, changes = steps(years, values)
    variance = numpy.mean(changes**2 / lengths)
    return values[-1], h * variance, len(changes)


def drift(years, values, h):
    slope, slope_variance, variance, df = random_walk(years, values)
    return values[-1] + slope * h, variance * h + slope_variance * h**2, df


def shrunk_drift(years, values, h):
    slope, slope_variance, variance, df = random_walk(years, values)
    kept = 0 if slope == 0 else max(0, 1 - slope_variance / slope**2)
    return values[-1] + kept * slope * h, variance * h + kept * slope_variance * h**2, df


def damped(years, values, h):
    slope, slope_variance, variance, df = random_walk(years, values)
    phi = 0.9
    weight = phi * (1 - phi**h) / (1 - phi)
    return values[-1] + slope * weight, variance * h + slope_variance * weight**2, df


def theta(years, values, h):
    slope = numpy.polyfit(years - years[-1], values, 1)[0]
    best = None
    for twentieths in range(2, 21):
        alpha = twentieths / 20
        level, squares = values[0], 0.0
        for length, value in zip(numpy.diff(years), values[1:]):
            squares += (value - level) ** 2
            for _ in range(length):
                level = level + alpha * (value - level)
        if best is None or squares < best[0]:
            best = (squares, alpha, level)
    squares, alpha, level = best
    n = len(values)
    centre = level + slope / 2 * (h - 1 + (1 - (1 - alpha) ** n) / alpha)
    return centre, squares / (n - 1) * (1 + (h - 1) * alpha**2), n - 1


def line(years, values, h):
    offsets = (years - years[-1]).astype(float)
    design = numpy.column_stack([numpy.ones(len(offsets)), offsets])
    coefficients = numpy.linalg.solve(design.T @ design, design.T @ values)
    residuals = values - design @ coefficients
    df = len(values) - 2
    at = numpy.array([1.0, h])
    variance = residuals @ residuals / df
    return at @ coefficients, variance * (1 + at @ numpy.linalg.solve(design.T @ design, at)), df


def logit_line(years, values, h):
    held = numpy.clip(values, 0.5, 99.5)
    return line(years, special.logit(held / 100), h)


def theil_sen(years, values, h):
    offsets = (years - years[-1]).astype(float)
    slope, level, _, _ = stats.theilslopes(values, offsets, method="joint")
    residuals = values - level - slope * offsets
    n = len(values)
    variance = residuals @ residuals / (n - 2)
    spread = numpy.sum((offsets - offsets.mean()) ** 2)
    return level + slope * h, variance * (1 + 1 / n + (h - offsets.mean()) ** 2 / spread), n - 2


MODELS = [
    ("no-change", "points", 2, no_change), ("drift", "points", 3, drift),
    ("drift-shrunk", "points", 3, shrunk_drift), ("damped", "points", 3, damped),
    ("theta", "points", 3, theta), ("ols", "points", 3, line), ("ols-logit", "logit", 3, logit_line),
    ("theil-sen", "points", 3, theil_sen)]


def series(random):
    """Years with gaps and without, shares that wander, one that starts at 0, one that ends at 100."""
    yield numpy.array([2021, 2024]), numpy.array([41.0, 44.5])
    for count in list(range(3, 13)) * 2:
        gap = 2 if count % 2 else 4
        years = numpy.cumsum(random.integers(1, gap, count)) + 2000
        walk = random.uniform(5, 80) + numpy.cumsum(random.normal(1, 2, count))
        yield years, numpy.round(numpy.clip(walk, 0, 100), 3)
    yield numpy.array([2018, 2019, 2021, 2022, 2023]), numpy.array([0.0, 0.0, 0.2, 1.5, 3.1])
    yield numpy.array([2017, 2019, 2020, 2021]), numpy.array([96.0, 98.5, 99.9, 100.0])
    yield numpy.arange(2015, 2021), numpy.array([10.0, 10.0, 10.5, 60.0, 60.0, 60.5])


def main():
    random = numpy.random.default_rng(20261123)
    with open(HERE / "challengers.csv", "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["model", "scale", "years", "percents", "horizon", "location", "spread", "df"])
        for years, values in series(random):
            for name, scale, fewest, model in MODELS:
                if len(values) < fewest:
                    continue
                for h in HORIZONS:
                    centre, variance, df = model(years, values, h)
                    table.writerow([
                        name, scale, " ".join(map(str, years)),
                        " ".join(repr(float(value)) for value in values), h, repr(float(centre)),
                        repr(float(numpy.sqrt(max(variance, 0)))), int(df)])


main()
