"""Writes level_outlook.csv: the joint chance of shares whose single chances are given.

Run:  python3 level_outlook.py    (needs SciPy)

The single chances are made up, some likely, some not; the names are those of the shipped rules.
The shares are joined by the one-factor Gaussian copula with rho = 0.3,

    P = integral of phi(z) product of Phi((Phi^-1(p_i) + sqrt(rho) z) / sqrt(1 - rho)) dz,

by scipy.integrate.quad, and for up to four shares once more by SciPy's multivariate normal distribution
over the whole covariance matrix; the two must agree to 1e-6. Binding is the share without which the
joint chance rises most. `marginals` follow the order of `requirements`.
"""

import csv
import pathlib

import numpy
from scipy import integrate
from scipy.stats import multivariate_normal, norm

HERE = pathlib.Path(__file__).resolve().parent
RHO = 0.3
LEVELS = {
    "level1": ["5.1", "5.2a", "5.2b"],
    "level2": ["5.1", "5.2a", "5.2b"],
    "level3": ["5.1", "5.2a", "5.2b", "KH.1", "KH.2", "KH.3", "KH.4"]}
CENTRES = {"level1": 0.8, "level2": -0.7, "level3": -0.2}
YEARS = range(2026, 2031)


def joint(marginals):
    limits = norm.ppf(marginals)

    def integrand(z):
        return norm.pdf(z) * numpy.prod(norm.cdf((limits + RHO**0.5 * z) / (1 - RHO) ** 0.5))

    value, error = integrate.quad(integrand, -14, 14, epsabs=1e-14, epsrel=1e-12, limit=400)
    assert error < 1e-11
    if len(marginals) <= 4:
        count = len(marginals)
        covariance = RHO * numpy.ones((count, count)) + (1 - RHO) * numpy.eye(count)
        whole = multivariate_normal(
            numpy.zeros(count), covariance, maxpts=4_000_000, abseps=1e-8).cdf(limits)
        assert abs(value - whole) < 1e-6, (value, whole)
    return value


def main():
    random = numpy.random.default_rng(20261123)
    with open(HERE / "level_outlook.csv", "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["level", "year", "requirements", "marginals", "joint", "binding"])
        for level, requirements in LEVELS.items():
            for year in YEARS:
                limits = random.normal(CENTRES[level] + 0.25 * (year - 2026), 0.9, len(requirements))
                marginals = [round(float(p), 12) for p in norm.cdf(limits)]
                whole = joint(marginals)
                gains = [
                    joint(marginals[:i] + marginals[i + 1:]) - whole for i in range(len(marginals))]
                binding = requirements[gains.index(max(gains))]
                table.writerow([
                    level, year, " ".join(requirements), " ".join(map(repr, marginals)), repr(whole),
                    binding])


main()
