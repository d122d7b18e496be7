"""Writes binomial_tail.csv: P(X >= k) of binomial variables, summed in exact fractions.

Run: python3 binomial_tail.py (Python 3, standard library only).
"""

import fractions
import math
import pathlib


def main() -> None:
    lines = ["k,n,p,tail"]
    for text in ("1/5", "1/100"):
        p = fractions.Fraction(text)
        for n in (1, 2, 3, 4, 5, 6, 8, 10, 15, 30, 60):
            for k in sorted({1, 2, n // 2, n - 1, n} - {0}):
                if k > n:
                    continue
                tail = sum(math.comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(k, n + 1))
                lines.append(f"{k},{n},{float(p)!r},{float(tail)!r}")
    path = pathlib.Path(__file__).with_suffix(".csv")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
