"""Checks the formulas of score.py against SciPy, statsmodels and a sum by hand; prints the differences.

Run in the environment of requirements.txt: python3 check_score.py
"""

import numpy
import pandas
import statsmodels.api
from scipy import stats

import score

RANDOM = numpy.random.default_rng(20240601)


def normal_crps(mean, deviation, actual):
    """Returns the exact CRPS of a normal distribution (Gneiting and Raftery 2007, equation 21)."""
    z = (actual - mean) / deviation
    return deviation * (z * (2 * stats.norm.cdf(z) - 1) + 2 * stats.norm.pdf(z) - 1 / numpy.sqrt(numpy.pi))


def crps_difference(probabilities):
    """Returns the largest difference from the exact CRPS, and that of the means relative to the exact mean."""
    mean, deviation = RANDOM.uniform(20, 80, 2000), RANDOM.uniform(0.5, 8, 2000)
    actual = RANDOM.normal(mean, deviation)
    quantiles = stats.norm.ppf(probabilities, mean[:, None], deviation[:, None])
    exact, found = normal_crps(mean, deviation, actual), score.crps(probabilities, quantiles, actual)
    return numpy.abs(found - exact).max(), found.mean() / exact.mean() - 1


def clustered_difference():
    """Returns how far the clustered standard error is from that of statsmodels, without its small-sample factor."""
    clusters = RANDOM.integers(1990, 2015, 800)
    values = (RANDOM.uniform(size=800) < 0.6 + 0.3 * numpy.sin(clusters)).astype(float)
    mean, error, count = score.clustered_mean(values, clusters)
    fit = statsmodels.api.OLS(values, numpy.ones(800)).fit(
        cov_type="cluster", cov_kwds={"groups": clusters, "use_correction": False})
    assert count == len(set(clusters))
    return max(abs(mean - fit.params[0]), abs(error - fit.bse[0]))


def ratio_difference():
    """Returns how far the geometric mean of ratios is from the one by hand, with a small indicator to be left out."""
    rows = pandas.DataFrame({"indicator": ["a"] * 30 + ["b"] * 40 + ["c"] * 29,
                             "error": [1.0] * 30 + [2.0, 4.0] * 20 + [50.0] * 29,
                             "error_of_last": [2.0] * 30 + [1.0] * 40 + [1.0] * 29})
    ratio, count = score.ratio_over_indicators(rows, "error", "error_of_last")
    assert count == 2
    return abs(ratio - (0.5 * 3.0) ** 0.5)


def main():
    for count in (99, 999, 9999):
        largest, relative = crps_difference(numpy.arange(1, count + 1) / (count + 1))
        print(f"CRPS, {count} quantiles of a normal: largest difference {largest:.1e} points, of the mean {relative:+.1e}")
    assert largest < 1e-3 and abs(relative) < 1e-4
    print("CRPS, the seven quantiles: of the mean {1:+.1%}".format(*crps_difference(list(score.PROBABILITIES.values()))))
    weights = score.trapezoid_weights(list(score.PROBABILITIES.values()))
    assert numpy.allclose(weights, [0.05, 0.1, 0.2, 0.25, 0.2, 0.1, 0.05], atol=1e-15)
    checks = {"clustered standard error, from statsmodels": clustered_difference(),
              "ratio over indicators, from the sum by hand": ratio_difference()}
    for name, difference in checks.items():
        print(f"{name}: {difference:.1e}")
        assert difference < 1e-12, name
    print("score.py agrees")


if __name__ == "__main__":
    main()
