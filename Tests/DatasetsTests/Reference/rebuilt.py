"""Reference of the rebuilt history of datasets/merged-commune, by pandas and exact fractions, from docs/data-format.md and docs/methods.md.

Run from the top folder: python3 Tests/DatasetsTests/Reference/rebuilt.py
Writes rebuilt.csv beside this file: every release of every rebuilt figure.
"""

from fractions import Fraction
from math import pi, sqrt
from pathlib import Path

import pandas

PACKAGE = Path("datasets/merged-commune")
PLACE = "Kiến Hưng"
RANK = {"estimated": 0, "preliminary": 1, "final": 2}


def share(row):
    if row.part:
        return Fraction(int(row.part), int(row.whole))
    return Fraction(row.share.rstrip("%")) / (100 if row.share.endswith("%") else 1)


def whole_people(exact):
    """Python's round is half to even, and exact on fractions."""
    return round(exact)


figures = pandas.read_csv(PACKAGE / "observations.csv", dtype=str, keep_default_na=False)
crosswalk = pandas.read_csv(PACKAGE / "crosswalk.csv", dtype=str, keep_default_na=False)
places = pandas.read_csv(PACKAGE / "places.csv", dtype=str, keep_default_na=False)
figures["year"] = figures.year.astype(int)
crosswalk["exact"] = [share(row) for row in crosswalk.itertuples()]
counted = figures[figures["count"] != ""].assign(count=lambda t: t["count"].astype(int), base=lambda t: t.base.astype(int))
inflow = crosswalk[crosswalk.new_place == PLACE]


def shares_for(indicator):
    """One share a former unit: the rows of the indicator where the unit has any, else its general rows."""
    result = {}
    for unit in inflow.old_place.unique():
        rows = crosswalk[crosswalk.old_place == unit]
        valid = rows[rows.base == indicator] if (rows.base == indicator).any() else rows[rows.base == ""]
        result[unit] = valid[valid.new_place == PLACE].exact.iloc[0]
    return result


def newest(table, day):
    """The newest release of each place that was out on the day."""
    out = table[table.released <= day].sort_values("released", kind="stable")
    return out.groupby("place").last()


def spread(percent, base, parts):
    """Variance between the parts of a unit and their number: measured from five on, else judged."""
    if len(parts) >= 5:
        return parts.var(ddof=1), len(parts)
    return (5 * pi * sqrt(percent * (100 - percent)) / 100) ** 2 + 10 * percent * (100 - percent) / base, 10


rows = []
for indicator in figures.indicator.unique():
    shares = shares_for(indicator)
    for year in sorted(figures[figures.year < 2025].year.unique()):
        cell = counted[(counted.indicator == indicator) & (counted.year == year)]
        units = cell[cell.place.isin(shares)]
        own = figures[(figures.indicator == indicator) & (figures.year == year) & (figures.place == PLACE)]
        known = None
        for day in sorted(units.released.unique()):
            if len(own) and day >= own.released.min():
                break
            now = newest(units, day)
            if set(now.index) != set(shares):
                continue
            told = tuple(now.vintage.sort_index())
            if told == known:
                continue
            known = told
            parts = newest(cell[cell.place.isin(places[places.kind == "thôn"].place)], day)
            count = sum(shares[unit] * int(now.loc[unit, "count"]) for unit in shares)
            base = sum(shares[unit] * int(now.loc[unit, "base"]) for unit in shares)
            variance = 0.0
            for unit, part in shares.items():
                if part == 1:
                    continue
                percent = 100 * int(now.loc[unit, "count"]) / int(now.loc[unit, "base"])
                hamlets = parts[parts.index.isin(places[places.parent == unit].place)]
                between, number = spread(percent, int(now.loc[unit, "base"]), 100 * hamlets["count"] / hamlets.base)
                weight = float(part * int(now.loc[unit, "base"]) / base)
                variance += weight**2 * between * float(1 - part) / (float(part) * number)
            rows.append({
                "indicator": indicator, "year": year, "released": day, "count": whole_people(count), "base": whole_people(base),
                "exact_count": repr(float(count)), "exact_base": repr(float(base)), "deviation": repr(float(sqrt(variance))),
                "status": min(now.status, key=RANK.get)})

pandas.DataFrame(rows).to_csv(Path(__file__).with_name("rebuilt.csv"), index=False, lineterminator="\n")
