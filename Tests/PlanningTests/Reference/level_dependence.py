"""Prints the reference values of LevelDependenceTests.

Run:  python3 level_dependence.py    (needs NumPy)

Yearly changes on the angular scale less the mean change of the series. Where no step is longer than a year
sum(e e')/sqrt(sum e^2 sum e'^2) is Pearson's correlation, taken from numpy.corrcoef; where steps are longer the
residuals (change - k*mean)/sqrt(k) are written out. Pairs of a place are pooled with weights m - 1 and shrunk:
rho = rho0 + n/(n + (1 - rho0^2)^2/0.12^2)*(r - rho0), n = sum(m - 1)/pairs.
"""

import numpy as np

SERIES = {
    "A": {"a": [400, 452, 471, 530, 544], "b": [100, 118, 121, 150, 149], "c": [700, 690, 731, 722, 760]},
    "B": {"a": [300, 320, 385, 391, 420], "b": [210, 214, 260, 255, 281]},
}
GAPS = {"years": [2016, 2017, 2019, 2020, 2023], "a": [400, 452, 471, 530, 544], "b": [100, 118, 121, 150, 149]}


def angle(counts):
    return 200 / np.pi * np.arcsin(np.sqrt(np.array(counts) / 1000))


def shrunk(name, estimate, n):
    for standard in (0.3, 0.0):
        k = (1 - standard**2) ** 2 / 0.12**2
        rho = max(0, standard + n / (n + k) * (estimate - standard))
        print(f"{name} estimate {estimate:.12f} changes {n:.12f} default {standard} rho {rho:.12f}")


def yearly():
    total = weighted = 0.0
    pairs = set()
    for place in SERIES.values():
        names = list(place)
        changes = np.array([np.diff(angle(place[name])) for name in names])
        matrix = np.corrcoef(changes)
        for i, first in enumerate(names):
            for j in range(i + 1, len(names)):
                weight = changes.shape[1] - 1
                weighted += weight * matrix[i, j]
                total += weight
                pairs.add((first, names[j]))
    shrunk("yearly", weighted / total, total / len(pairs))


def with_gaps():
    lengths = np.diff(GAPS["years"])
    residuals = []
    for name in ("a", "b"):
        changes = np.diff(angle(GAPS[name]))
        mean = changes.sum() / lengths.sum()
        residuals.append((changes - lengths * mean) / np.sqrt(lengths))
    e, f = residuals
    shrunk("gaps", (e * f).sum() / np.sqrt((e * e).sum() * (f * f).sum()), len(lengths) - 1)


yearly()
with_gaps()
