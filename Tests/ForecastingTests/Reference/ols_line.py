"""Writes ols_line.csv: prediction of new values by the least-squares line.

Run:  python3 ols_line.py    (needs NumPy and statsmodels)

statsmodels' OLS.get_prediction gives the centre and the standard error of a new observation.
Years are taken as distances from the last one; lists inside a field are separated by blanks.
"""

import csv
import pathlib

import numpy
import statsmodels.api as sm

HERE = pathlib.Path(__file__).resolve().parent
HORIZONS = [1, 2, 5, 9]


def main():
    random = numpy.random.default_rng(20260711)
    with open(HERE / "ols_line.csv", "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["years", "percents", "horizon", "slope", "location", "scale", "df"])
        for count in list(range(3, 13)) * 2:
            years = numpy.cumsum(random.integers(1, 4, count)) + 2000
            percents = numpy.round(random.uniform(5, 90) + numpy.cumsum(random.normal(1, 2, count)), 3)
            offsets = years - years[-1]
            fit = sm.OLS(percents, sm.add_constant(offsets.astype(float))).fit()
            for horizon in HORIZONS:
                prediction = fit.get_prediction([[1.0, float(horizon)]])
                table.writerow([
                    " ".join(map(str, years)), " ".join(repr(float(p)) for p in percents), horizon,
                    repr(float(fit.params[1])), repr(float(prediction.predicted_mean[0])),
                    repr(float(prediction.se_obs[0])), int(fit.df_resid)])


main()
