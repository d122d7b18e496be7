"""Prints the reference values of LevelDependenceTests.

Run:  python3 level_dependence.py    (needs NumPy, pandas)

Yearly changes on the angular scale less the mean change of the series, correlated by pandas where no
step is longer than a year (there sum(e e')/sqrt(sum e^2 sum e'^2) is Pearson's correlation), then pooled with
weights m - 1 and shrunk: rho = rho0 + n/(n + (1 - rho0^2)^2/0.12^2)*(r - rho0), n = sum(m - 1)/pairs.
"""

import numpy as np
import pandas as pd

SERIES = {
    "A": {"a": [400, 452, 471, 530, 544], "b": [100, 118, 121, 150, 149], "c": [700, 690, 731, 722, 760]},
    "B": {"a": [300, 320, 385, 391, 420], "b": [210, 214, 260, 255, 281]},
}


def angle(counts):
    return 200 / np.pi * np.arcsin(np.sqrt(np.array(counts) / 1000))


def main():
    total = weighted = 0.0
    pairs = set()
    for place in SERIES.values():
        changes = pd.DataFrame({name: np.diff(angle(counts)) for name, counts in place.items()})
        matrix = changes.corr()
        names = list(changes)
        for i, first in enumerate(names):
            for second in names[i + 1:]:
                weight = len(changes) - 1
                weighted += weight * matrix.loc[first, second]
                total += weight
                pairs.add((first, second))
    estimate, n = weighted / total, total / len(pairs)
    for standard in (0.3, 0.0):
        k = (1 - standard**2) ** 2 / 0.12**2
        print(f"estimate {estimate:.12f} changes {n:.12f} default {standard} "
              f"rho {max(0, standard + n / (n + k) * (estimate - standard)):.12f}")


main()
