"""Writes shrunk_drift.csv: the default model for random series with gaps, 1 to 12 figures.

Run:  python3 shrunk_drift.py    (needs NumPy and statsmodels)

    D_i = b k_i + e_i,  e_i ~ N(0, s2 k_i);   m0 = b + e_0,  e_0 ~ N(0, tau2)
    s2  = (nu0 s0^2 + sum((D_i - bhat k_i)^2 / k_i)) / (nu0 + m - 1),  bhat = (y_n - y_1)/(t_n - t_1)
    y_(n+h) ~ t_nu(y_n + h b, h s2 + h^2 var(b) + r^2),  nu = nu0 + m - 1  (nu0 for one figure)

b and var(b) come from statsmodels' GLS on the m changes and the prior row, and once more from the
closed form of a precision-weighted mean; the two must agree to 1e-12.
"""

import csv
import pathlib

import numpy
import statsmodels.api as sm

HERE = pathlib.Path(__file__).resolve().parent
HORIZONS = [1, 3, 7]


def fit(years, percents, pace, pace_sd, step_sd, step_df):
    steps = numpy.diff(years).astype(float)
    changes = numpy.diff(percents)
    m = len(steps)
    own_sum = 0.0
    if m > 0:
        own = (percents[-1] - percents[0]) / (years[-1] - years[0])
        own_sum = float(numpy.sum((changes - own * steps) ** 2 / steps))
    df = step_df + max(0, m - 1)
    variance = (step_df * step_sd**2 + own_sum) / df
    design = numpy.append(steps, 1.0).reshape(-1, 1)
    response = numpy.append(changes, pace)
    sigma = numpy.append(variance * steps, pace_sd**2)
    model = sm.GLS(response, design, sigma=sigma)
    slope = float(model.fit().params[0])
    slope_variance = float(model.normalized_cov_params[0, 0])
    if m > 0:
        span = float(years[-1] - years[0])
        weight = pace_sd**2 / (pace_sd**2 + variance / span)
        closed = weight * own + (1 - weight) * pace
        assert abs(closed - slope) <= 1e-12 * max(1, abs(slope)), (closed, slope)
        assert abs(1 / (1 / pace_sd**2 + span / variance) / slope_variance - 1) <= 1e-12
    return slope, slope_variance, variance, df


def main():
    random = numpy.random.default_rng(20260712)
    with open(HERE / "shrunk_drift.csv", "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow([
            "years", "percents", "pace_mean", "pace_sd", "step_sd", "step_df", "revision_sd",
            "preliminary", "horizon", "slope", "location", "scale", "df"])
        for count in list(range(1, 13)) * 4:
            years = numpy.cumsum(random.integers(1, 4, count)) + 2000
            percents = numpy.round(random.uniform(5, 90) + numpy.cumsum(random.normal(1, 2, count)), 3)
            pace, pace_sd, step_sd, step_df, revision = (
                round(float(value), 3) for value in (
                    random.normal(0.6, 1), random.uniform(0.05, 5), random.uniform(0.2, 3),
                    random.uniform(0.8, 20), random.uniform(0, 2)))
            preliminary = bool(random.integers(0, 2))
            slope, slope_variance, variance, df = fit(
                years, percents, pace, pace_sd, step_sd, step_df)
            for h in HORIZONS:
                scale = numpy.sqrt(
                    h * variance + h**2 * slope_variance + (revision**2 if preliminary else 0))
                table.writerow([
                    " ".join(map(str, years)), " ".join(repr(float(p)) for p in percents), pace,
                    pace_sd, step_sd, step_df, revision, str(preliminary).lower(), h, repr(slope),
                    repr(float(percents[-1] + h * slope)), repr(float(scale)), repr(float(df))])


main()
