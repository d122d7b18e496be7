"""Writes clopper_pearson.csv: exact binomial intervals of scipy.

Run: python3 clopper_pearson.py (Python 3, scipy).
"""

import pathlib

from scipy import stats


def main() -> None:
    lines = ["hits,count,level,lower,upper"]
    for count in (1, 2, 3, 10, 20, 63, 500):
        for hits in sorted({0, 1, count // 3, count - 1, count}):
            for level in (0.5, 0.8, 0.95):
                found = stats.binomtest(hits, count).proportion_ci(level, method="exact")
                lines.append(f"{hits},{count},{level},{float(found.low)!r},{float(found.high)!r}")
    path = pathlib.Path(__file__).with_suffix(".csv")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
