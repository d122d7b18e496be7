"""Writes decimal_text.csv: numbers rounded half to even by Python's decimal module.

Each number is taken as the shortest text that reads back to the same double (repr), as DecimalText
does, and rounded exactly. Run: python3 decimal_text.py (Python 3, standard library only).
"""

import csv
import decimal
import pathlib
import random

EDGES = [
    0.0, -0.0, 0.5, 1.5, 2.5, -0.5, -1.5, 0.05, 0.25, 0.35, 0.125, 0.375, 2.675, 1.005, 1.015,
    0.045, 0.055, 0.095, 0.995, 9.995, 9.5, 99.5, 99.95, 99.949, 999.9999, 0.049, 0.0499999, -0.04,
    -0.05, -0.051, 12.0, 11.96, 12.02, 65.29786541, 1e-5, 5e-5, 9e-5, 0.00015, 0.00025, 1e-7, 1e15,
    1e16, 1.5e16, 123456789012345678.0, 2.0**53, 2.0**53 + 2, 2.0**70, 1e22, 1e23, 1e100, 5e-324,
    2.2250738585072014e-308, 1.7976931348623157e308, 0.1 + 0.2, 1 / 3, 2 / 3, 100 / 3, 4503599627370496.5,
]


def rounded(value: float, decimals: int) -> str:
    """The value at fixed decimals, half to even, without the sign of a zero."""
    context = decimal.Context(prec=800, rounding=decimal.ROUND_HALF_EVEN)
    exact = decimal.Decimal(repr(value)).quantize(decimal.Decimal(1).scaleb(-decimals), context=context)
    return format(abs(exact) if exact == 0 else exact, "f")


def main() -> None:
    generator = random.Random(20260101)
    cases = [(value, decimals) for value in EDGES for decimals in (0, 1, 2, 4)]
    for _ in range(300):  # ties and their neighbours
        decimals = generator.randrange(0, 6)
        whole = generator.randrange(0, 10**6)
        value = float(decimal.Decimal(whole * 10 + 5).scaleb(-decimals - 1))
        cases.append((generator.choice([1, -1]) * value, decimals))
    for _ in range(300):
        value = generator.uniform(-1, 1) * 10.0 ** generator.randrange(-12, 18)
        cases.append((value, generator.randrange(0, 9)))
    path = pathlib.Path(__file__).with_suffix(".csv")
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["value", "decimals", "expected"])
        for value, decimals in cases:
            writer.writerow([repr(value), decimals, rounded(value, decimals)])


if __name__ == "__main__":
    main()
