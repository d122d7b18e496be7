"""Writes target_sharing.csv: 200 random sharings of a total, relaxed and in whole people.

Relaxed: min sum k (x - c)^2 subject to sum x = total, floor <= x <= ceiling, k = weight or weight/base^2, by
two methods of SciPy that share nothing: SLSQP on the scaled problem, and the price of the condition by
brentq to the last bit; they have to agree, and the second is written.

Whole people: dynamic programming over places and totals in exact fractions. Among sharings of equal effort
the one that is largest in the order of the places is kept: a person who could go to either place goes to the
first.

    python3 target_sharing.py > target_sharing.csv
"""

import sys
from fractions import Fraction

import numpy as np
from scipy.optimize import brentq, minimize


def relaxed(k, c, floor, ceiling, total):
    def at(price):
        return np.clip(c + price / k, floor, ceiling)

    low, high = np.min(k * (floor - c)) - 1, np.max(k * (ceiling - c)) + 1
    price = brentq(lambda p: at(p).sum() - total, low, high, xtol=1e-300, rtol=8.9e-16, maxiter=1000)
    x = at(price)
    # What the last bit of the price leaves over goes to the places that are free.
    free = (x > floor) & (x < ceiling)
    if free.any():
        x[free] += (total - x.sum()) * (1 / k[free]) / np.sum(1 / k[free])
    value = float(np.sum(k * (x - c) ** 2))
    scale = 1 / np.max(k)
    start = floor + (ceiling - floor) * (total - floor.sum()) / max(1, (ceiling - floor).sum())
    check = minimize(
        lambda v: scale * np.sum(k * (v - c) ** 2), start, jac=lambda v: 2 * scale * k * (v - c),
        bounds=list(zip(floor, ceiling)), method="SLSQP",
        constraints={"type": "eq", "fun": lambda v: v.sum() - total, "jac": lambda v: np.ones(len(v))},
        options={"ftol": 1e-13, "maxiter": 2000})
    assert abs(check.fun / scale - value) <= 1e-5 * (value + k.max()), (check.fun / scale, value, check.message)
    return x, value


def whole(costs, floor, ceiling, total):
    """costs[i](t) is exact. From the last place to the first: best[r] = least effort of places i... that get r."""
    n = len(costs)
    best = {0: Fraction(0)}
    tables = []
    for i in reversed(range(n)):
        options = [(t, costs[i](t)) for t in range(floor[i], ceiling[i] + 1)]
        after = best
        best, choice = {}, {}
        for rest, value in after.items():
            for t, cost in options:
                sum_, effort = rest + t, value + cost
                # The larger target of this place wins a tie: it stands before all that follow.
                if sum_ not in best or (effort, -t) < (best[sum_], -choice[sum_]):
                    best[sum_], choice[sum_] = effort, t
        best = {s: v for s, v in best.items() if s <= total}
        tables.append(choice)
    targets, rest = [], total
    for choice in reversed(tables):
        targets.append(choice[rest])
        rest -= choice[rest]
    return targets, best[total]


def main():
    rng = np.random.default_rng(324)
    print("effort,total,base,current,floor,ceiling,weight,relaxed,relaxed_objective,targets,objective")
    for number in range(200):
        n = int(rng.integers(1, 9))
        effort = "relative" if number % 2 else "squared"
        size = int(rng.choice([6, 25, 60]))
        base = rng.integers(1, size + 1, n)
        if rng.random() < 0.3:
            base[:] = size
        current = np.array([rng.integers(0, b + 1) for b in base])
        if rng.random() < 0.3:
            current[:] = base.min() // 2
        if rng.random() < 0.4:
            floor = np.array([rng.integers(0, b + 1) for b in base])
            ceiling = np.array([rng.integers(f, b + 1) for f, b in zip(floor, base)])
        else:
            floor, ceiling = current.copy(), base.copy()
        weight = [Fraction(int(w), 2) for w in (rng.integers(1, 9, n) if rng.random() < 0.5 else [2] * n)]
        total = int(rng.integers(floor.sum(), ceiling.sum() + 1))

        def cost(i):
            unit = weight[i] / (int(base[i]) ** 2 if effort == "relative" else 1)
            return lambda t: unit * (t - int(current[i])) ** 2

        targets, value = whole(
            [cost(i) for i in range(n)], [int(f) for f in floor], [int(t) for t in ceiling], total)
        k = np.array([float(w) for w in weight]) / (base.astype(float) ** 2 if effort == "relative" else 1)
        x, bound = relaxed(k, current.astype(float), floor.astype(float), ceiling.astype(float), total)
        assert bound <= float(value) * (1 + 1e-12) + 1e-15
        words = lambda values: " ".join(str(v) for v in values)
        print(",".join([
            effort, str(total), words(base), words(current), words(floor), words(ceiling),
            words(float(w) for w in weight), words(repr(float(v)) for v in x), repr(bound), words(targets),
            repr(float(value))]))


if __name__ == "__main__":
    sys.exit(main())
