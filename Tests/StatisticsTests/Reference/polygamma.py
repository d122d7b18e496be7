"""Writes polygamma.csv: digamma, trigamma and the inverse of trigamma to 20 digits.

Run:  python3 polygamma.py    (needs mpmath)

Arguments are doubles, taken exactly. The inverse is found by bisection on the logarithm of x with 50
digits and put back into trigamma before it is written. Values near the root of digamma are left out:
there relative agreement has no meaning.
"""

import csv
import pathlib

import mpmath as mp

mp.mp.dps = 50
HERE = pathlib.Path(__file__).resolve().parent
ARGUMENTS = [1e-6, 0.01, 0.3, 0.5, 1.0, 1.25, 2.0, 3.7, 9.9, 10.1, 40.0, 333.0, 1e6, 1e12]
VARIANCES = [1e-9, 1e-4, 0.01, 0.05, 0.1, 0.3, 0.5, 1.0, 1.2, 1.5, 2.7, 5.0, 10.0, 100.0, 1e4, 1e6,
             1e10, 1e20]


def trigamma(x):
    return mp.polygamma(1, x)


def inverse(value):
    low, high = mp.mpf(-40), mp.mpf(40)
    for _ in range(170):
        middle = (low + high) / 2
        if trigamma(mp.exp(middle)) > value:
            low = middle
        else:
            high = middle
    x = mp.exp(low)
    assert abs(trigamma(x) / value - 1) < mp.mpf("1e-40")
    return x


def main():
    with open(HERE / "polygamma.csv", "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["function", "argument", "value"])
        for argument in ARGUMENTS:
            table.writerow(["digamma", repr(argument), mp.nstr(mp.digamma(mp.mpf(argument)), 20)])
            table.writerow(["trigamma", repr(argument), mp.nstr(trigamma(mp.mpf(argument)), 20)])
        for variance in VARIANCES:
            table.writerow(
                ["inverse_trigamma", repr(variance), mp.nstr(inverse(mp.mpf(variance)), 20)])


main()
