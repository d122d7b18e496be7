"""Prints the reference values of OrthantDerivativesTests.

Run:  python3 orthant_derivatives.py    (needs mpmath; a few seconds)

Central differences of the one-factor integral in 40 digits with steps of 1e-12, which leave 20 digits.
"""

import mpmath as mp

mp.mp.dps = 40
CASES = [
    ([0.5, 0.5], 0.3), ([0.9, 0.6, 0.3], 0.3), ([0.02, 0.97, 0.5, 0.8], 0.1),
    ([0.7, 0.7, 0.7], 0.6), ([0.99, 0.2, 0.6, 0.95, 0.85], 0.3), ([0.3, 0.8], 0.9),
]


def quantile(p):
    return mp.sqrt(2) * mp.erfinv(2 * p - 1)


def joint(marginals, rho):
    k = [quantile(p) for p in marginals]
    root, own = mp.sqrt(rho), mp.sqrt(1 - rho)
    return mp.quad(
        lambda z: mp.npdf(z) * mp.fprod(mp.ncdf((t + root * z) / own) for t in k),
        [-12, -6, -3, -1.5, 0, 1.5, 3, 6, 12])


for marginals, rho in CASES:
    rho = mp.mpf(rho)
    p = [mp.mpf(m) for m in marginals]
    step = mp.mpf("1e-12")
    values = []
    for i in range(len(p)):
        up, down = list(p), list(p)
        up[i] += step
        down[i] -= step
        values.append((joint(up, rho) - joint(down, rho)) / (2 * step))
    print([float(m) for m in p], float(rho), [mp.nstr(v, 16) for v in values])
