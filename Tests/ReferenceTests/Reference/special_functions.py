"""Writes special_functions.csv: values of distribution functions to 20 digits.

Run:  python3 special_functions.py    (needs mpmath; under a minute)

Each argument is a double, taken exactly. Values are computed with 100 digits from the
incomplete beta function and the complementary error function; quantiles by bisection on the
logarithm of the distance from the centre (beta: on the log odds), and each is put back into
its distribution function before it is written.

Column `condition` is the relative condition number |x f'(x) / f(x)|: the factor by which one
rounding of the argument grows in the value. Column `tolerance` is the agreement the test asks
for: 1e-13, and for the normal distribution 2 condition 2^-53 where that is more, because
its far tail is reached through the double nearest to x / sqrt(2).
"""

import csv
import pathlib

import mpmath as mp

mp.mp.dps = 100
HALF = mp.mpf(1) / 2
HERE = pathlib.Path(__file__).resolve().parent


def incomplete_beta(a, b, low, high):
    return mp.betainc(a, b, low, high, regularized=True)


class StudentT:
    name = "t"
    logarithm_of_largest = 1500

    def __init__(self, nu):
        self.parameters = (nu, None)
        self.nu = mp.mpf(nu)

    def central(self, x):
        """P(0 < T <= x) for x >= 0."""
        return incomplete_beta(HALF, self.nu / 2, 0, x * x / (self.nu + x * x)) / 2

    def tail(self, x):
        """P(T > x) for x >= 0."""
        return incomplete_beta(self.nu / 2, HALF, 0, self.nu / (self.nu + x * x)) / 2

    def density(self, x):
        nu = self.nu
        scale = mp.gamma((nu + 1) / 2) / (mp.sqrt(nu * mp.pi) * mp.gamma(nu / 2))
        return scale * (1 + x * x / nu) ** (-(nu + 1) / 2)

    def slope(self, x):
        return -self.density(x) * (self.nu + 1) * x / (self.nu + x * x)


class Normal:
    name = "normal"
    logarithm_of_largest = 4
    parameters = (None, None)

    def central(self, x):
        return mp.erf(x / mp.sqrt(2)) / 2

    def tail(self, x):
        return mp.erfc(x / mp.sqrt(2)) / 2

    def density(self, x):
        return mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi)

    def slope(self, x):
        return -x * self.density(x)


def symmetric_probability(distribution, x, upper):
    """P(X <= x), or P(X > x), without cancellation."""
    outward = x if upper else -x
    if outward >= 0:
        return distribution.tail(outward)
    return HALF + distribution.central(-outward)


def symmetric_quantile(distribution, p):
    """The x with P(X <= x) = p."""
    distance = abs(p - HALF)
    if distance == 0:
        return mp.mpf(0)
    near = distance < mp.mpf("0.1")
    target = distance if near else min(p, 1 - p)
    function = distribution.central if near else distribution.tail
    low, high = mp.mpf(-60), mp.mpf(distribution.logarithm_of_largest)
    for _ in range(200):
        middle = (low + high) / 2
        if (function(mp.exp(middle)) < target) == near:
            low = middle
        else:
            high = middle
    x = mp.exp(low)
    assert abs(function(x) / target - 1) < mp.mpf("1e-40")
    return x if p > HALF else -x


class Beta:
    name = "beta"

    def __init__(self, a, b):
        self.parameters = (a, b)
        self.a, self.b = mp.mpf(a), mp.mpf(b)

    def probability(self, x, upper):
        if upper:
            return incomplete_beta(self.b, self.a, 0, 1 - x)
        return incomplete_beta(self.a, self.b, 0, x)

    def density(self, x):
        return x ** (self.a - 1) * (1 - x) ** (self.b - 1) / mp.beta(self.a, self.b)

    def slope(self, x):
        return self.density(x) * ((self.a - 1) / x - (self.b - 1) / (1 - x))

    def quantile(self, p):
        low, high = mp.mpf(-300), mp.mpf(300)
        for _ in range(200):
            middle = (low + high) / 2
            if self.probability(1 / (1 + mp.exp(-middle)), False) < p:
                low = middle
            else:
                high = middle
        x = 1 / (1 + mp.exp(-low))
        assert abs(self.probability(x, False) / p - 1) < mp.mpf("1e-40")
        return x


def rows_of_symmetric(distribution, arguments, probabilities, densities):
    for argument in arguments:
        x = mp.mpf(argument)
        for name, upper in (("cdf", False), ("upper", True)):
            value = symmetric_probability(distribution, x, upper)
            yield name, argument, value, x * distribution.density(x) / value
    for argument in probabilities:
        p = mp.mpf(argument)
        x = symmetric_quantile(distribution, p)
        for name, sign in (("quantile", 1), ("upper_quantile", -1)):
            # The condition that counts is that of the nearer of p, 1 - p and p - 1/2: all
            # three are exact, and an algorithm may start from any of them.
            near = min(p, 1 - p, abs(p - HALF))
            condition = near / (x * distribution.density(x)) if x != 0 else 0
            yield name, argument, sign * x, condition
    for argument in densities:
        x = mp.mpf(argument)
        value = distribution.density(x)
        yield "density", argument, value, x * distribution.slope(x) / value


def rows_of_beta(distribution, arguments, probabilities):
    for argument in arguments:
        x = mp.mpf(argument)
        for name, upper in (("cdf", False), ("upper", True)):
            value = distribution.probability(x, upper)
            yield name, argument, value, x * distribution.density(x) / value
        value = distribution.density(x)
        yield "density", argument, value, x * distribution.slope(x) / value
    for argument in probabilities:
        p = mp.mpf(argument)
        x = distribution.quantile(p)
        yield "quantile", argument, x, p / (x * distribution.density(x))


T_ARGUMENTS = [-1e200, -1e20, -1e5, -40.0, -8.0, -3.0, -1.0, -0.7, -0.1, -1e-3, -1e-8, 0.0,
               1e-8, 1e-3, 0.3, 0.9, 2.5, 12.0, 40.0, 1e3]
T_PROBABILITIES = [1e-300, 1e-100, 1e-30, 1e-9, 1e-4, 0.025, 0.1, 0.25, 0.39, 0.41, 0.499,
                   0.5 - 1e-6, 0.5, 0.5 + 1e-6, 0.5 + 1e-12, 0.6, 0.75, 0.9, 0.975, 0.9999,
                   1 - 1e-9]
T_DENSITIES = [-1e180, -1e5, -40.0, -3.0, -1.0, 0.0, 1e-8, 0.5, 2.5, 12.0]
NORMAL_ARGUMENTS = [-37.0, -36.9, -34.1, -30.3, -25.7, -20.1, -15.3, -10.3, -8.0, -5.1, -3.3,
                    -1.96, -1.0, -0.3, -1e-8, 0.0, 1e-8, 0.5, 1.0, 3.0, 8.0, 20.0, 37.0]
NORMAL_PROBABILITIES = [1e-300, 1e-200, 1e-100, 1e-30, 1e-16, 1e-9, 1e-4, 0.025, 0.1, 0.25,
                        0.4, 0.5 - 1e-6, 0.5, 0.5 + 1e-6, 0.5 + 1e-12, 0.6, 0.75, 0.9, 0.975,
                        0.9999, 1 - 1e-9]
BETA_PARAMETERS = [(0.5, 0.5), (1.0, 1.0), (1.0, 3.0), (2.0, 3.0), (0.1, 5.0), (5.0, 0.1),
                   (2.5, 7.25), (20.0, 30.0), (50.0, 3000.0), (500.0, 200.0)]
BETA_ARGUMENTS = [1e-10, 1e-3, 0.016, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999]
GAMMA_ARGUMENTS = [1e-8, 0.01, 0.3, 0.5, 1.0, 1.25, 1.5, 2.0, 3.7, 5.0, 9.9, 17.5, 40.0, 333.0,
                   1e4, 1e9, 1e15, -0.25, -1.5, -7.3]
BETA_PROBABILITIES = [1e-9, 1e-4, 0.025, 0.25, 0.5, 0.9, 0.9999]


class Gamma:
    """Derivatives of log gamma; the name of the function stands alone in the table."""

    name = ""
    parameters = (None, None)


def rows_of_gamma(arguments):
    for argument in arguments:
        x = mp.mpf(argument)
        for name, order in (("digamma", 0), ("trigamma", 1)):
            value = mp.polygamma(order, x)
            yield name, argument, value, x * mp.polygamma(order + 1, x) / value


def all_rows():
    for nu in (0.5, 1.0, 2.0, 2.5, 3.0, 5.0, 8.0, 30.0, 300.0):
        distribution = StudentT(nu)
        for row in rows_of_symmetric(distribution, T_ARGUMENTS, T_PROBABILITIES, T_DENSITIES):
            yield distribution, *row
    distribution = Normal()
    for row in rows_of_symmetric(
            distribution, NORMAL_ARGUMENTS, NORMAL_PROBABILITIES, NORMAL_ARGUMENTS):
        yield distribution, *row
    for parameters in BETA_PARAMETERS:
        distribution = Beta(*parameters)
        for row in rows_of_beta(distribution, BETA_ARGUMENTS, BETA_PROBABILITIES):
            yield distribution, *row
    for row in rows_of_gamma(GAMMA_ARGUMENTS):
        yield Gamma(), *row


def main():
    with open(HERE / "special_functions.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(
            ["function", "first", "second", "argument", "value", "condition", "tolerance"])
        for distribution, name, argument, value, condition in all_rows():
            # Outside the normal range of doubles, relative agreement has no meaning.
            if value != 0 and not mp.mpf("1e-305") < abs(value) < mp.mpf("1e305"):
                continue
            function = f"{distribution.name}_{name}".lstrip("_")
            condition = abs(condition)
            tolerance = mp.mpf("1e-13")
            if distribution.name == "normal":
                tolerance = max(tolerance, 2 * condition * mp.mpf(2) ** -53)
            writer.writerow(
                [function]
                + ["" if parameter is None else repr(parameter)
                   for parameter in distribution.parameters]
                + [repr(argument), mp.nstr(value, 20), mp.nstr(condition, 3),
                   mp.nstr(tolerance, 3)])


if __name__ == "__main__":
    main()
