"""Writes mix_solver.csv: cheapest shifts of shares by SciPy's general solver.

Run:  python3 mix_solver.py    (needs NumPy and SciPy; under two minutes)

    minimise sum c d^2  subject to  P(all shares reach their thresholds) >= q,  d >= 0,  median + d <= 100

Shares are Student t on the angular scale z = (200/pi) asin sqrt(p/100). P is the one-factor normal integral,
here by Gauss-Legendre quadrature on -9...9 with 400 nodes. SLSQP starts from several points between the
shifts at which each share alone is as likely as asked and 100%; the best feasible result counts, and is
polished by trust-constr where the two differ.
"""

import csv
import pathlib

import numpy as np
from scipy import optimize, stats

HERE = pathlib.Path(__file__).resolve().parent
NODES, WEIGHTS = np.polynomial.legendre.leggauss(400)
NODES, WEIGHTS = 9 * NODES, 9 * WEIGHTS * stats.norm.pdf(9 * NODES)


def z(p):
    return 200 / np.pi * np.arcsin(np.sqrt(np.clip(p, 0, 100) / 100))


def back(value):
    return 100 * np.sin(np.pi * np.clip(value, 0, 100) / 200) ** 2


def joint(marginals, rho):
    k = stats.norm.ppf(np.clip(marginals, 1e-300, 1 - 1e-16))
    inner = stats.norm.cdf((k[:, None] + np.sqrt(rho) * NODES) / np.sqrt(1 - rho))
    return float(np.sum(WEIGHTS * np.prod(inner, axis=0)))


def chances(d, case):
    location, scale, df, threshold = case["t"]
    median = back(location)
    moved = location + z(median + d) - z(median)
    return stats.t.sf((z(threshold) - moved) / scale, df)


def solve(case):
    location, scale, df, threshold = case["t"]
    median = back(location)
    cost, rho, q = case["cost"], case["rho"], case["q"]
    need = z(threshold) + scale * stats.t.ppf(q, df)
    low = np.maximum(back(need) - median, 0)
    if np.any(need >= 99.5):
        return None
    high = 100 - median
    unit = np.sum(cost * (low + 1) ** 2)
    best = None
    for share in (0.02, 0.1, 0.3):
        start = low + share * (np.minimum(high, low + 30) - low)
        found = optimize.minimize(
            lambda d: np.sum(cost * d * d) / unit, start, jac=lambda d: 2 * cost * d / unit,
            bounds=list(zip(low, high - 1e-6)), method="SLSQP",
            constraints={"type": "ineq",
                         "fun": lambda d: np.log(max(joint(chances(d, case), rho), 1e-300)) - np.log(q)},
            options={"maxiter": 500, "ftol": 1e-15})
        if joint(chances(found.x, case), rho) >= q - 1e-9:
            if best is None or found.fun < best.fun:
                best = found
    if best is None or np.any(best.x > high - 3):
        return None
    return best.x


def main():
    random = np.random.default_rng(20261128)
    rows = []
    while len(rows) < 80:
        k = int(random.integers(1, 8))
        location = random.uniform(20, 75, k)
        scale = random.uniform(0.5, 6, k)
        df = random.uniform(2, 30, k)
        threshold = np.clip(back(location + random.uniform(-3, 15, k)), 2, 90)
        case = {
            "t": (location, scale, df, threshold), "cost": 10 ** random.uniform(-2, 2, k),
            "rho": float(random.choice([0, 0.1, 0.3, 0.3, 0.6, 0.9])),
            "q": float(random.choice([0.5, 0.7, 0.8, 0.8, 0.9, 0.95])),
        }
        shifts = solve(case)
        if shifts is None:
            continue
        rows.append([
            case["rho"], case["q"],
            *(" ".join(repr(float(v)) for v in values)
              for values in (location, scale, df, threshold, case["cost"], shifts)),
            repr(float(np.sum(case["cost"] * shifts**2)))])
    with open(HERE / "mix_solver.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["rho", "q", "location", "scale", "df", "threshold", "cost", "shifts", "objective"])
        writer.writerows(rows)


main()
