"""Recomputes what `forecast explain ... --json` prints, from nothing but what it prints.

    forecast explain 5.2a 2027 --target level2 --json > explain.json
    python3 explain.py explain.json

Every formula is evaluated on the printed values (SciPy for Student's t and the normal distribution); the eight
least-squares problems of the pace model are built anew from shapes, years, weights and noise, compared with the
printed matrices and solved by NumPy; mixture, scale, chance, quantiles and the chance of a level (numerical
integration) are found again and held against the printed ones. Prints the largest relative difference of each
kind, and fails above 1e-9 (values in full) or half a unit of the last printed digit (printed numbers).
"""

import json
import math
import re
import sys

import numpy as np
from scipy import integrate, stats

FUNCTIONS = {
    "sqrt": math.sqrt, "ln": math.log, "exp": math.exp, "sin": math.sin, "asin": math.asin,
    "max": lambda *a: max(a), "min": lambda *a: min(a), "round": round, "ceil": math.ceil, "pi": math.pi,
    "F": lambda x, nu: stats.t.cdf(x, nu), "tinv": lambda p, nu: stats.t.ppf(p, nu),
    "ninv": stats.norm.ppf,
}


def python(text):
    """Returns a printed formula as Python reads it."""
    text = re.sub(r"⌈(.*?)⌉", r"ceil(\1)", text)
    for old, new in [("T⁻¹(", "tinv("), ("Φ⁻¹(", "ninv("), ("√", "sqrt"), ("π", "pi"), ("·", "*"),
                     ("−", "-"), ("^", "**"), (";", ","), ("≥", ">=")]:
        text = text.replace(old, new)
    return text


def evaluate(text):
    return eval(python(text), {"__builtins__": {}}, FUNCTIONS)


def filled(template, values):
    """Returns a template with its slots filled by values in full; None where one is not known."""
    names = re.findall(r"\{(.+?)\}", template)
    if any(values.get(name) is None for name in names):
        return None
    return re.sub(r"\{(.+?)\}", lambda m: "(" + repr(values[m.group(1)]) + ")", template)


class Differences:
    def __init__(self):
        self.largest = {}
        self.count = {}

    def note(self, kind, found, told, scale=0.0):
        size = max(abs(told), scale, 1e-300)
        difference = 0.0 if found == told else abs(found - told) / size
        self.largest[kind] = max(self.largest.get(kind, 0.0), difference)
        self.count[kind] = self.count.get(kind, 0) + 1

    def report(self):
        for kind in self.largest:
            print(f"{kind}: {self.count[kind]} values, largest difference {self.largest[kind]:.1e}")
        return max(self.largest.values(), default=0.0) <= 1e-9


def check_formulas(steps, seen):
    for step in steps:
        values = {i["symbol"]: i["value"] for i in step["inputs"]}
        if step["template"] and not step["rows"]:
            text = filled(step["template"], values)
            if text is not None and isinstance(step["value"], (int, float)):
                seen.note("formulas in full", float(evaluate(text)), float(step["value"]), 1e-3)
        if step["substitution"] and isinstance(step["value"], (int, float)):
            seen.note(
                "formulas as printed", float(evaluate(step["substitution"])), float(step["value"]),
                1.0)
        for column in step["columns"]:
            if column["template"] is None:
                continue
            for row in step["rows"]:
                text = filled(column["template"], {**values, **row})
                if text is None or row[column["symbol"]] is None:
                    continue
                seen.note("tables", float(evaluate(text)), float(row[column["symbol"]]), 1e-3)


def check_sources(steps):
    """A value taken from an earlier step is that step's value."""
    told = {s["id"]: s["value"] for s in steps}
    for step in steps:
        for given in step["inputs"]:
            if given["origin"] == "step":
                assert given["step"] in told, (step["id"], given)
                value = told[given["step"]]
                if isinstance(value, (int, float)) and not given["symbol"][0] in "tk":
                    assert value == given["value"], (step["id"], given, value)


def shape_covariance(row, lag):
    noise, slope, drift = row["noise"], row["slope"], row["drift"]
    lasting = slope + drift * row["persistence"] ** lag
    if lag == 0:
        return 1 - slope - drift + lasting
    return lasting - noise / 2 if lag == 1 else lasting


def check_problems(steps, year, seen):
    """The least-squares problems, built from the printed shapes, years, weights and noise, and solved."""
    by_id = {s["id"]: s for s in steps}
    problems = by_id["pace.problems"]
    matrices = {m["name"]: np.array(m["rows"]) for m in problems["matrices"]}
    if not matrices:
        return
    given = {i["symbol"]: i["value"] for i in problems["inputs"]}
    changes = by_id["pace.changes"]["rows"]
    years = [r["year"] for r in by_id["pace.angles"]["rows"]]
    noise = {r["year"]: r["o"] for r in by_id["pace.noise"]["rows"]}
    count, ahead, last = len(changes), year - years[-1], years[-1]
    if "pace.weights3" in by_id:
        weights = [r["u"] for r in by_id["pace.weights3"]["rows"]]
    else:
        weights = [1.0] * count
    ratio = given["v_m"] / given["σ²"]
    spans = [range(r["from"], r["to"]) for r in changes]
    coming = range(last, last + ahead)
    for row in problems["rows"]:
        number = row["shape"]
        S = np.zeros((count, count))
        c = np.zeros(count)
        for i, a in enumerate(spans):
            for j, b in enumerate(spans):
                S[i, j] = sum(shape_covariance(row, abs(x - y)) for x in a for y in b)
                S[i, j] += ratio * len(a) * len(b)
            c[i] = sum(shape_covariance(row, abs(x - y)) for x in a for y in coming)
            c[i] += ratio * len(a) * ahead
            S[i, i] += len(a) * (1 / weights[i] - 1)
            before, after = noise[changes[i]["from"]], noise[changes[i]["to"]]
            S[i, i] += (before + after) / given["σ²"]
            if i + 1 < count and changes[i + 1]["from"] == changes[i]["to"]:
                S[i, i + 1] -= after / given["σ²"]
            if changes[i]["to"] == last:
                c[i] -= after / given["σ²"]
        for i in range(count - 1):
            if changes[i + 1]["from"] == changes[i]["to"]:
                S[i + 1, i] = S[i, i + 1]
        E = matrices["E"][:, 0]
        told_S, told_c = matrices[f"S{number}"], matrices[f"c{number}"][:, 0]
        for a, b in [(S, told_S), (c, told_c)]:
            for x, y in zip(a.ravel(), b.ravel()):
                seen.note("S and c built anew", x, y, 1e-3)
        solution = np.linalg.solve(told_S, np.column_stack([E, told_c]))
        seen.note("NumPy: ln det S", np.linalg.slogdet(told_S)[1], row["lnDet"], 1e-3)
        seen.note("NumPy: E'S⁻¹E", E @ solution[:, 0], row["Q"])
        seen.note("NumPy: c'S⁻¹E", told_c @ solution[:, 0], row["shift"], 1e-3)
        seen.note("NumPy: c'S⁻¹c", told_c @ solution[:, 1], row["x"])


def check_forecast(data, steps, seen):
    """Mixture → location and scale → chance and quantiles, by arithmetic on the printed values."""
    by_id = {s["id"]: s for s in steps}
    value = {s["id"]: s["value"] for s in steps}
    location, scale = value["forecast.location"], value["forecast.scale"]
    nu = value["forecast.degreesOfFreedom"]
    if "pace.predictions" in by_id:
        rows = by_id["pace.predictions"]["rows"]
        w = np.array([r["w"] for r in rows])
        mu = np.array([r["μ"] for r in rows])
        variance = np.array([r["var"] for r in rows])
        seen.note("weights add up to 1", w.sum(), 1.0)
        found = w @ mu
        spread = math.sqrt(w @ (variance + (mu - found) ** 2) + 1e-12)
        unit = stats.t.ppf(0.9, 2) / stats.t.ppf(0.9, nu)
        seen.note("location", found, location)
        seen.note("scale", value["pace.kappa"] * value["pace.g"] * unit * spread, scale)
        location, scale = found, value["pace.kappa"] * value["pace.g"] * unit * spread
        def percent(z):
            return 100 * math.sin(math.pi / 200 * min(max(z, 0), 100)) ** 2
        def angle(p):
            return 200 / math.pi * math.asin(math.sqrt(p / 100))
        forecast = data["forecast"]
        for name, level in [("median", 0.5), ("lower80", 0.1), ("upper80", 0.9), ("lower50", 0.25),
                            ("upper50", 0.75)]:
            found = percent(location + scale * stats.t.ppf(level, nu))
            assert abs(found - forecast[name]) <= 0.5000001e-6, (name, found, forecast[name])
        if data["probability"] is not None:
            chance = stats.t.sf((angle(value["rule.threshold"]) - location) / scale, nu)
            seen.note("chance", chance, value["probability.value"])
            assert abs(chance - data["probability"]) <= 0.5000001e-6
            check_printed(data, steps, chance)


def check_printed(data, steps, chance):
    """The whole percent of the report, unless it is held back by a cap."""
    printed = next(s["value"] for s in steps if s["id"] == "printed.probability")
    if printed[0] not in "<>":
        assert printed == f"{round(100 * chance)}%", (printed, chance)


def check_level(data, steps, seen):
    by_id = {s["id"]: s for s in steps}
    if "level.joint" not in by_id or by_id["level.joint"]["value"] is None:
        return
    given = {i["symbol"]: i["value"] for i in by_id["level.joint"]["inputs"]}
    rho = given.pop("ρ")
    marginals = list(given.values())

    def joint(marginals):
        q = stats.norm.ppf([p for p in marginals if p < 1])
        def integrand(x):
            return stats.norm.pdf(x) * np.prod(
                stats.norm.cdf((q + math.sqrt(rho) * x) / math.sqrt(1 - rho)))
        return integrate.quad(integrand, -12, 12, epsabs=1e-14, epsrel=1e-12, limit=500)[0]

    found = joint(marginals)
    seen.note("level: integral", found, by_id["level.joint"]["value"])
    for index, row in enumerate(by_id["level.gains"]["rows"]):
        certain = marginals[:index] + [1.0] + marginals[index + 1:]
        seen.note("level: gains", joint(certain), row["P′"])
    assert abs(by_id["level.probability"]["value"] - data["probability"]) <= 0.5000001e-6


def main(path):
    data = json.load(open(path, encoding="utf-8"))["data"]
    steps = data["steps"]
    seen = Differences()
    check_sources(steps)
    check_formulas(steps, seen)
    ids = {s["id"] for s in steps}
    if "pace.problems" in ids:
        check_problems(steps, data["year"], seen)
    if "forecast.location" in ids:
        check_forecast(data, steps, seen)
    check_level(data, steps, seen)
    print(f"{data['id']} {data['year']}: {len(steps)} steps; {data['answer']}")
    if not seen.report():
        sys.exit("a value differs from the printed one")


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        main(argument)
