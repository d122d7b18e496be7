"""Writes grade_outlook.csv: the joint chance of requirements that bring several shares each.

Run:  python3 grade_outlook.py    (needs SciPy, mpmath)

A requirement is a share of its own ("s:0.7") or a grade by its rates ("g:x0.9+y0.8": the rates x and y); one
rate may stand under several requirements with different chances, those of different thresholds. Shares are
joined by the one-factor Gaussian copula with correlation rho; of one indicator only the smallest chance counts,
because the highest threshold contains the others. The integral is taken by scipy.integrate.quad and by
mpmath.quad at 30 digits; the two must agree to 1e-10. `gains` are P(level | requirement certain) - P(level).
"""

import csv
import pathlib

import mpmath
import numpy
from scipy import integrate
from scipy.stats import norm

HERE = pathlib.Path(__file__).resolve().parent
RHOS = (0.0, 0.05, 0.2747, 0.3, 0.62, 0.95)
CASES = [
    [("5.1", {"citizens": 0.7}), ("4.2", {"six": 0.93, "eleven": 0.88}), ("4.3", {"six": 0.99, "diploma": 0.6})],
    [("4.2", {"six": 0.4, "eleven": 0.97}), ("4.3", {"six": 0.8, "eleven": 0.99, "diploma": 0.85, "school": 0.5})],
    [("4.4", {"literacy": 0.999}), ("5.2a", {"trained": 0.02}), ("5.1", {"citizens": 0.31})],
    [("4.3", {"diploma": 0.55, "school": 0.65, "six": 0.75, "literacy": 0.95})],
]


def marginals(case):
    smallest = {}
    for _, rates in case:
        for name, p in rates.items():
            smallest[name] = min(p, smallest.get(name, 1))
    return list(smallest.values())


def joint(values, rho):
    if not values:
        return 1.0
    if rho == 0:
        return float(numpy.prod(values))
    limits = norm.ppf(values)

    def integrand(z):
        return norm.pdf(z) * numpy.prod(norm.cdf((limits + rho**0.5 * z) / (1 - rho) ** 0.5))

    value, error = integrate.quad(
        integrand, -12, 12, epsabs=1e-14, epsrel=1e-12, limit=800, points=[-4, -2, -1, 0, 1, 2, 4])
    mpmath.mp.dps = 30
    exact = [mpmath.mpf(float(limit)) for limit in limits]
    root, rest = mpmath.sqrt(mpmath.mpf(rho)), mpmath.sqrt(1 - mpmath.mpf(rho))

    def precise(z):
        product = mpmath.npdf(z)
        for limit in exact:
            product *= mpmath.ncdf((limit + root * z) / rest)
        return product

    check = mpmath.quad(precise, list(range(-12, 13)))
    assert abs(value - float(check)) < 1e-10, (value, check)
    return float(check)


def main():
    with open(HERE / "grade_outlook.csv", "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["correlation", "requirements", "joint", "gains"])
        for rho in RHOS:
            for case in CASES:
                whole = joint(marginals(case), rho)
                gains = [
                    joint(marginals(case[:i] + case[i + 1:]), rho) - whole for i in range(len(case))]
                words = [
                    f"{name}:" + "+".join(f"{rate}={p!r}" for rate, p in rates.items())
                    for name, rates in case]
                table.writerow([repr(rho), " ".join(words), repr(whole), " ".join(map(repr, gains))])


main()
