"""Series of which figures were rebuilt from split units, by the independent program pace_model.py.

Run from anywhere: python3 pace_rebuilt.py; writes pace_rebuilt.csv beside this file.
"""
import numpy as np

from pace_model import H, LONE_WIDTH, forecast, lone_prior, r, save, walk, widths

rng = np.random.default_rng(20250701)
rows = []
for i in range(24):
    n = [1, 2, 3, 5, 8, 12, 15, 18][i % 8]
    years = [2025 - n + 1 + j - (1 if i % 5 == 4 and j < n // 2 else 0) for j in range(n)]
    percents = walk(rng, years, "walk")
    rebuilt = n if i % 3 == 0 else max(1, n - 1 - i % 4)          # all figures, or all before the last ones
    rebuilding = [float(rng.uniform(0.1, 3.0)) if j < rebuilt and not (i % 4 == 2 and j % 3 == 1) else 0.0 for j in range(n)]
    bases = [int(b) for b in rng.integers(30, 20000, size=n)] if i % 2 else None
    broken = [n // 2] if i % 6 == 5 and n > 3 else []
    revision = 1.17 if i % 4 == 1 else 0.0
    direction = ["up", "down", "unknown"][i % 3]
    mu, S, w = forecast(years, percents, lone_prior(direction, None), broken, bases, revision, rebuilding=rebuilding)
    row = [i, " ".join(map(str, years)), " ".join(r(v) for v in percents), " ".join(map(str, broken)),
           "" if bases is None else " ".join(map(str, bases)), direction, r(revision), " ".join(r(v) for v in rebuilding)]
    rows.append(row + [r(v) for pair in zip(mu, S) for v in pair] + [r(v) for v in w])

head = ["id", "years", "percents", "broken", "bases", "direction", "revision", "rebuilding"]
save("pace_rebuilt.csv", head + [f"{c}_{h}" for h in range(1, H + 1) for c in ("mu", "S")] + [f"w_{k}" for k in range(1, 9)], rows)
