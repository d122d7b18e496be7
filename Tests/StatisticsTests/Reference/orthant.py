"""Writes orthant.csv: one-factor orthant probabilities to 20 digits.

Run:  python3 orthant.py    (needs mpmath; SciPy for an independent check; under two minutes)

Marginals and correlation are doubles, taken exactly. The integral

    P = integral of phi(z) product of Phi((Phi^-1(p_i) + sqrt(rho) z) / sqrt(1 - rho))

is computed with 30 digits by Gauss-Legendre quadrature over pieces no wider than the steepest
factor, and again with half as many nodes; the two must agree to 1e-18. Cases of two to five
events are also compared with SciPy's multivariate normal distribution, which computes the same
probability by quasi-random integration of the full covariance; they must agree to 1e-7.
"""

import csv
import pathlib

import mpmath as mp
import numpy
from scipy.stats import multivariate_normal

mp.mp.dps = 30
HERE = pathlib.Path(__file__).resolve().parent


def normal_quantile(p):
    return mp.sqrt(2) * mp.erfinv(2 * p - 1) if p > mp.mpf("1e-5") else -mp.findroot(
        lambda x: mp.log(mp.erfc(x / mp.sqrt(2)) / 2) - mp.log(p), mp.sqrt(-2 * mp.log(p)))


def gauss_legendre(order):
    """Nodes and weights on -1...1 by Newton's method on the Legendre polynomial."""
    pairs = []
    for index in range(1, order + 1):
        x = mp.cos(mp.pi * (index - mp.mpf(1) / 4) / (order + mp.mpf(1) / 2))
        for _ in range(8):
            previous, current = mp.mpf(1), x
            for degree in range(2, order + 1):
                previous, current = (
                    current, ((2 * degree - 1) * x * current - (degree - 1) * previous) / degree)
            slope = order * (x * current - previous) / (x * x - 1)
            x -= current / slope
        pairs.append((x, 2 / ((1 - x * x) * slope * slope)))
    return pairs


RULES = [gauss_legendre(12), gauss_legendre(24)]


def pieces(thresholds, rho):
    """Cut points: whole units where the integrand is smooth, finer around each steep factor."""
    width = mp.sqrt((1 - rho) / rho)
    cuts = {mp.mpf(i) for i in range(-12, 13)}
    if width < 1:
        for threshold in {-t / mp.sqrt(rho) for t in thresholds}:
            cuts |= {threshold + i * width for i in range(-12, 13)}
    return sorted(cut for cut in cuts if -12 <= cut <= 12)


def probability(marginals, rho):
    rho = mp.mpf(rho)
    thresholds = [normal_quantile(mp.mpf(p)) for p in marginals]
    counts = {t: thresholds.count(t) for t in thresholds}
    common, own = mp.sqrt(rho), mp.sqrt(1 - rho)

    def integrand(z):
        value = mp.npdf(z)
        for threshold, count in counts.items():
            value *= (mp.erfc(-(threshold + common * z) / own / mp.sqrt(2)) / 2) ** count
        return value

    results = []
    cuts = pieces(thresholds, rho)
    for rule in RULES:
        total = mp.mpf(0)
        for low, high in zip(cuts, cuts[1:]):
            half, middle = (high - low) / 2, (high + low) / 2
            total += half * mp.fsum(w * integrand(middle + half * x) for x, w in rule)
        results.append(total)
    assert abs(results[0] - results[1]) < mp.mpf("1e-18"), (marginals, rho, results)
    return results[1], abs(results[0] - results[1])


MARGINAL_SETS = [
    [0.5, 0.5],
    [0.9, 0.2],
    [1e-10, 0.5],
    [1e-10, 1 - 1e-10],
    [1 - 1e-10, 1 - 1e-10, 0.7],
    [1e-10, 1e-10, 1e-10],
    [0.97, 0.8, 0.55, 0.31, 0.06],
    [0.999, 0.99, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5],
    [0.95] * 16,
    [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98, 0.999],
    [0.01] * 20,
    [1e-10, 0.001, 0.02, 0.5, 0.5, 0.98, 0.999, 1 - 1e-10],
]
CORRELATIONS = [0.001, 0.1, 0.3, 0.49, 0.5, 0.8, 0.97, 0.999]


def check_against_scipy(marginals, rho, value):
    size = len(marginals)
    covariance = numpy.full((size, size), rho) + (1 - rho) * numpy.eye(size)
    upper = [float(normal_quantile(mp.mpf(p))) for p in marginals]
    other = multivariate_normal(
        mean=numpy.zeros(size), cov=covariance, maxpts=2_000_000, abseps=1e-9, releps=1e-9,
        seed=1).cdf(upper)
    assert abs(other - float(value)) < 1e-7, (marginals, rho, value, other)
    return abs(other - float(value))


def main():
    worst_refinement, worst_scipy, compared = mp.mpf(0), 0.0, 0
    with open(HERE / "orthant.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["marginals", "correlation", "value"])
        for marginals in MARGINAL_SETS:
            for rho in CORRELATIONS:
                value, refinement = probability(marginals, rho)
                worst_refinement = max(worst_refinement, refinement)
                if len(marginals) <= 5:
                    worst_scipy = max(worst_scipy, check_against_scipy(marginals, rho, value))
                    compared += 1
                writer.writerow(
                    [" ".join(map(repr, marginals)), repr(rho), mp.nstr(value, 20)])
    print("largest change from 12 to 24 nodes:", mp.nstr(worst_refinement, 3))
    print(f"largest difference from SciPy in {compared} cases: {worst_scipy:.2g}")


if __name__ == "__main__":
    main()
