"""Coefficients of the NIST sets by numpy.linalg.lstsq, as rows of peers.csv.

Run in this folder:  python3 peers.py && Rscript peers.R
This script starts the file anew; peers.R adds its rows.
"""

import csv
import json

import numpy

SETS = ["norris", "pontius", "noint1", "noint2", "longley", "filip",
        "wampler1", "wampler2", "wampler3", "wampler4", "wampler5"]


def design(name, table, model):
    regressors = table[:, 1:]
    if "no intercept" in model:
        return regressors
    if "^" in model:
        degree = int(model.rsplit("^", 1)[1])
        return numpy.column_stack([regressors[:, 0] ** j for j in range(degree + 1)])
    return numpy.column_stack([numpy.ones(len(table)), regressors])


with open("peers.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["set", "program", "setting", "rank", "term", "estimate", "standard_error"])
    for name in SETS:
        with open(f"{name}.json") as description:
            model = json.load(description)["model"]
        table = numpy.loadtxt(f"{name}.csv", delimiter=",", skiprows=1, ndmin=2)
        x, y = design(name, table, model), table[:, 0]
        for setting, tolerance in [("default", None), ("full rank", -1)]:
            b, _, rank, _ = numpy.linalg.lstsq(x, y, rcond=tolerance)
            for term, estimate in enumerate(b):
                writer.writerow([name, f"numpy {numpy.__version__}", setting, rank, term,
                                 repr(float(estimate)), ""])
