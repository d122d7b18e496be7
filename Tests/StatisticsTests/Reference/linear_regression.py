"""Reference values of LinearRegressionTests, by statsmodels.

Run:  python3 linear_regression.py > linear_regression.txt
The years and percentages are made up; the first model has an intercept, the second has none.
"""

import statsmodels
import statsmodels.api as sm

YEARS = [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022]
SHARE = [52.1, 54.0, 55.2, 58.3, 58.9, 61.0, 61.8, 64.7]
NEW = [2023 - 2018, 2030 - 2018]


def report(title, design, row):
    fit = sm.OLS(SHARE, design).fit()
    print(f"# {title} (statsmodels {statsmodels.__version__})")
    for name, values in [
        ("coefficients", fit.params), ("standard errors", fit.bse), ("t", fit.tvalues),
        ("p", fit.pvalues), ("R2", [fit.rsquared]), ("residual sd", [fit.mse_resid ** 0.5]),
        ("leverage", fit.get_influence().hat_matrix_diag),
    ]:
        print(name + ":", ", ".join(repr(float(v)) for v in values))
    frame = fit.get_prediction([row]).summary_frame(alpha=0.1)
    for column in ["mean", "mean_ci_lower", "mean_ci_upper", "obs_ci_lower", "obs_ci_upper"]:
        print(column + ":", repr(float(frame[column].iloc[0])))


centred = [y - 2018 for y in YEARS]
report("with intercept, year 2023", [[1, x] for x in centred], [1, NEW[0]])
report("without intercept, x = 12", [[y - 2000] for y in YEARS], [12])
