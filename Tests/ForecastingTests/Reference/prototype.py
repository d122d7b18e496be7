"""Centres and scales by the NumPy prototype of the model, where its formulas are those of the program.

The prototype (core.py, engine.py, a searcher's script of which no line is in this project) came before the recent scale, the direction
learned from a panel, and the widths in use; prototype.csv was written with it once and is kept. Cases are those of pace_series.csv
without breaks, bases, revisions and own pace sd, and with a declared direction. Run: python3 prototype.py FOLDER_OF_THE_PROTOTYPE
"""

import csv
import json
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent


def main():
    sys.path.insert(0, sys.argv[1])
    import core
    import engine
    library = json.loads((HERE / "pace_library.json").read_text(encoding="utf-8"))
    shapes = [(s["noise"], s["slope"], s["drift"], s["persistence"]) for s in library["shapes"]]
    settings = {**core.LIB, "m": 0.0, "T0": 0.09, "ls": 0.94, "vls": 1.5, "vw": 1.2, "types": shapes, "eta": 3.0,
                "pi": np.ones(len(shapes)) / len(shapes), "curve": np.array(library["estimates"]["paces"])}
    with open(HERE / "pace_series.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with open(HERE / "prototype.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id"] + [f"{name}_{h}" for h in range(1, 7) for name in ("mu", "S")])
        for row in rows:
            if row["broken"] or row["bases"] or float(row["revision"]) or row["pace_sd"] or row["direction"] == "unknown":
                continue
            prior = {key: value[0] for key, value in core.lib_stats(1, settings).items()}
            years = [int(year) for year in row["years"].split()]
            z = core.fwd(np.array([float(percent) for percent in row["percents"].split()]))
            mu, scale, _ = engine.forecast(years, z, prior, settings, 1 if row["direction"] == "up" else -1)
            writer.writerow([row["id"]] + [repr(float(x)) for pair in zip(mu, scale) for x in pair])


if __name__ == "__main__":
    main()
