"""Scores files of details against the data, apart from the program that wrote them.

A file of details has the columns model,place,indicator,origin,history,horizon,actual,q05,q10,q25,median,q75,q90,q95:
one row a forecast, as `forecast backtest --details`, peers.py and peers.R write it. The actual value and the last
known one are looked up in the data (place,indicator,year,percent); a row that contradicts the data is an error.

Rows. Compared are the forecasts that all models have: same place, indicator, origin, history and horizon. A model
with fewer than 90% of the forecasts of its own file for a history is left out of that history and named, for it
would narrow the comparison to the series that it can do.

MAE      mean of |actual - median|, in points.
relMAE   for each indicator MAE / MAE of the last value carried forward, then the geometric mean over the
         indicators with at least 30 rows. Below 1 is better than no change.
CRPS     2 ∫ L(p) dp over p = 0..1, where L(p) = max(p (y - q), (p - 1) (y - q)) is the pinball loss of the quantile
         q = q(p) for the actual value y. The integral is by the trapezoid rule over the known p, with L(0) = L(1) = 0
         added at the ends: CRPS = 2 Σ w L, w_i = (p_{i+1} - p_{i-1}) / 2, p_0 = 0, p_{m+1} = 1. With p = .05, .1, .25,
         .5, .75, .9, .95 the weights are .05, .1, .2, .25, .2, .1, .05.
relCRPS  as relMAE, with the CRPS of the model `naive` below the line.
Cover    share of actual values within q25..q75, q10..q90, q05..q95 (ends count as within), in percent, ± its standard
         error. With x = 1 within and 0 outside, c = mean of x, and the rows grouped by origin year into G clusters:
         se = sqrt(Σ_g (Σ_{i in g} (x_i - c))²) / N, the CR0 sandwich of a mean. It does not see what origins near to
         each other share, so it is rather too small, the more so where G is small.

Run: python3 score.py --data tidy.csv [--times peers.json ...] [--json] details.csv [more.csv ...]
"""

import argparse
import json
import pathlib
import sys

import numpy
import pandas

KEY = ["place", "indicator", "origin", "history", "horizon"]
PROBABILITIES = {"q05": 0.05, "q10": 0.10, "q25": 0.25, "median": 0.50, "q75": 0.75, "q90": 0.90, "q95": 0.95}
QUANTILES = list(PROBABILITIES)
INTERVALS = {50: ("q25", "q75"), 80: ("q10", "q90"), 90: ("q05", "q95")}
REFERENCE = "naive"
MINIMUM_SHARE = 0.9
MINIMUM_ROWS = 30
# How far the actual value of a row may lie from that of the data, in points (rounding of the writer).
ROUNDING = 1e-3


def trapezoid_weights(probabilities):
    """Returns the weights of the trapezoid rule over 0..1 for a function that is 0 at both ends."""
    ends = numpy.concatenate([[0.0], probabilities, [1.0]])
    return (ends[2:] - ends[:-2]) / 2


def crps(probabilities, quantiles, actual):
    """Returns the CRPS of each row of quantiles (rows x probabilities) for the actual values (rows)."""
    probabilities = numpy.asarray(probabilities, dtype=float)
    distance = numpy.asarray(actual, dtype=float)[:, None] - quantiles
    pinball = numpy.maximum(probabilities * distance, (probabilities - 1) * distance)
    return 2 * pinball @ trapezoid_weights(probabilities)


def clustered_mean(values, clusters):
    """Returns the mean, its CR0 standard error with the given clusters, and the number of clusters."""
    values = numpy.asarray(values, dtype=float)
    mean = values.mean()
    sums = pandas.Series(values - mean).groupby(numpy.asarray(clusters)).sum()
    return mean, float(numpy.sqrt((sums**2).sum()) / len(values)), len(sums)


def ratio_over_indicators(rows, above, below):
    """Returns the geometric mean over indicators of mean(above) / mean(below), and the number of indicators.

    Taken are indicators with at least 30 rows and a mean below the line that is not 0. None without any.
    """
    groups = rows.groupby("indicator", observed=True)
    means = groups[[above, below]].mean()[groups.size() >= MINIMUM_ROWS]
    means = means[means[below] > 0]
    if means.empty:
        return None, 0
    with numpy.errstate(divide="ignore"):  # An indicator without any error makes the geometric mean 0.
        return float(numpy.exp(numpy.log(means[above] / means[below]).mean())), len(means)


def read_data(path):
    """Returns the percentages by place, indicator and year; the first two are categories."""
    data = pandas.read_csv(path, keep_default_na=False, dtype={"place": "category", "indicator": "category"})
    return data.set_index(["place", "indicator", "year"])["percent"]


def check(rows, path):
    """Stops where a row of a file is no forecast, is there twice, or contradicts the data."""
    faults = {
        "a quantile that is not a number": rows[QUANTILES].isna().any(axis=1),
        "a quantile outside 0..100": ((rows[QUANTILES] < 0) | (rows[QUANTILES] > 100)).any(axis=1),
        "quantiles that do not rise": (rows[QUANTILES].diff(axis=1) < 0).any(axis=1),
        "a place or indicator that the data do not have": rows[["place", "indicator"]].isna().any(axis=1),
        "an origin that the data do not have": rows["last"].isna(),
        "an actual value that is not that of the data": ~((rows["true"] - rows["actual"]).abs() <= ROUNDING),
        "a forecast that is there twice": rows.duplicated(["model", *KEY]),
    }
    for fault, where in faults.items():
        if where.any():
            sys.exit(f"{path}, line {where.idxmax() + 2}: {fault} ({where.sum()} such rows)")


def look_up(data, rows, years_ahead):
    """Returns the values of the data so many years after the origins of the rows; NaN where there is none."""
    index = pandas.MultiIndex.from_arrays([rows["place"], rows["indicator"], rows["origin"] + years_ahead])
    return data.reindex(index).to_numpy()


def read_file(path, data):
    """Returns the checked rows of one file, with the true and the last known value of the data."""
    places, indicators = (data.index.levels[level].dtype for level in (0, 1))
    rows = pandas.read_csv(
        path, usecols=["model", *KEY, "actual", *QUANTILES], keep_default_na=False,
        na_values={column: ["", "nan", "NaN", "NA"] for column in ["actual", *QUANTILES]},
        dtype={"model": "category", "place": places, "indicator": indicators})
    rows["true"] = look_up(data, rows, rows["horizon"])
    rows["last"] = look_up(data, rows, 0)
    check(rows, path)
    return rows


def read_details(paths, data):
    """Returns the rows of all files, and the models renamed because an earlier file has one of that name."""
    frames, renamed, names = [], [], set()
    for position, path in enumerate(paths):
        rows = read_file(path, data)
        models = rows["model"].cat.categories
        clash = {model: f"{model}@{pathlib.Path(path).stem}" for model in models if model in names}
        renamed += clash.values()
        rows["model"] = rows["model"].cat.rename_categories(clash)
        names.update(rows["model"].cat.categories)
        rows["file"] = position
        frames.append(rows.astype({"model": object}))
    return pandas.concat(frames, ignore_index=True), renamed


def left_out(rows):
    """Returns the models with too few forecasts, as a table of history, model, rows and windows of their file."""
    own = rows.groupby(["file", "history", "model"]).size().rename("rows").reset_index()
    file = rows.drop_duplicates(["file", *KEY]).groupby(["file", "history"]).size().rename("possible").reset_index()
    every = own[["file", "model"]].drop_duplicates().merge(file)
    table = every.merge(own, how="left").fillna({"rows": 0}).astype({"rows": int})
    few = table[table["rows"] < MINIMUM_SHARE * table["possible"]]
    return few.sort_values(["history", "model"])[["history", "model", "rows", "possible"]]


def common_rows(rows, few):
    """Returns the rows whose forecast every model has that is not left out of the history."""
    out = rows.merge(few[["history", "model"]], how="left", indicator="found")["found"].eq("both").to_numpy()
    rows = rows[~out]
    models = rows.groupby("history")["model"].nunique()
    having = rows.groupby(KEY, sort=False, observed=True)["model"].transform("size")
    return rows[having == rows["history"].map(models)].copy()


def measure(rows):
    """Adds to each row its errors, its CRPS and that of the reference, and whether its intervals held the value."""
    rows["error"] = (rows["true"] - rows["median"]).abs()
    rows["error_of_last"] = (rows["true"] - rows["last"]).abs()
    rows["crps"] = crps(list(PROBABILITIES.values()), rows[QUANTILES].to_numpy(), rows["true"])
    for level, (low, high) in INTERVALS.items():
        rows[f"within{level}"] = rows["true"].between(rows[low], rows[high])
    reference = rows.loc[rows["model"] == REFERENCE, [*KEY, "crps"]].rename(columns={"crps": "crps_of_reference"})
    return rows.merge(reference, how="left", on=KEY)


def score(rows):
    """Returns the scores of one model on the rows of one history and one or all horizons."""
    rel_mae, indicators_in_ratio = ratio_over_indicators(rows, "error", "error_of_last")
    rel_crps, _ = ratio_over_indicators(rows, "crps", "crps_of_reference")
    coverage = {}
    for level in INTERVALS:
        mean, error, clusters = clustered_mean(rows[f"within{level}"], rows["origin"])
        coverage[level] = {"percent": 100 * mean, "standard_error": 100 * error}
    return {"rows": len(rows), "indicators": rows["indicator"].nunique(), "indicators_in_ratio": indicators_in_ratio,
            "mae": rows["error"].mean(), "rel_mae": rel_mae, "crps": rows["crps"].mean(), "rel_crps": rel_crps,
            "coverage": coverage, "clusters": clusters}


def scores(rows):
    """Returns the scores by history, horizon ("all" first) and model."""
    cells = []
    for history, of_history in rows.groupby("history"):
        for horizon in ["all", *sorted(of_history["horizon"].unique())]:
            cell = of_history if horizon == "all" else of_history[of_history["horizon"] == horizon]
            for model, of_model in cell.groupby("model"):
                name = horizon if horizon == "all" else int(horizon)
                cells.append({"history": int(history), "horizon": name, "model": model, **score(of_model)})
    return cells


def read_times(paths):
    """Returns the entries of the files of times, one a model and history, with the software that took the time."""
    entries = []
    for path in paths:
        tree = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        entries += [{"software": tree["software"], "model": model, "history": int(history), **entry}
                    for model, histories in tree["models"].items() for history, entry in histories.items()]
    return sorted(entries, key=lambda entry: (entry["history"], entry["model"]))


def markdown_table(header, rows):
    """Returns a Markdown table; a None becomes a dash."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join("–" if cell is None else str(cell) for cell in line) + " |" for line in lines)


def number(value, digits):
    """Returns a number with so many decimals; None stays None."""
    return None if value is None else f"{value:.{digits}f}"


def score_table(cells):
    """Returns the scores of some cells as a Markdown table."""
    header = ["n", "h", "model", "rows", "indicators (in ratios)", "MAE", "relMAE", "CRPS", "relCRPS",
              *(f"covered by {level}%" for level in INTERVALS), "G"]
    return markdown_table(header, [
        [cell["history"], cell["horizon"], cell["model"], cell["rows"],
         f"{cell['indicators']} ({cell['indicators_in_ratio']})",
         number(cell["mae"], 3), number(cell["rel_mae"], 3), number(cell["crps"], 3), number(cell["rel_crps"], 3),
         *(f"{of['percent']:.1f} ± {of['standard_error']:.1f}" for of in cell["coverage"].values()),
         cell["clusters"]] for cell in cells])


def time_of(entry):
    """Returns the time a series, or None for a model that mostly refused: a refusal takes no time."""
    return None if entry["failed"] > (1 - MINIMUM_SHARE) * entry["windows"] else number(entry["cpu_ms_per_series"], 1)


def markdown(result):
    """Returns the whole result as Markdown."""
    parts = ["n: years known; h: years ahead; G: clusters (origin years) of the standard error behind ±.",
             "## All horizons together", score_table([cell for cell in result["scores"] if cell["horizon"] == "all"]),
             "## By horizon", score_table([cell for cell in result["scores"] if cell["horizon"] != "all"])]
    if result["renamed"]:
        parts.append("Renamed, as an earlier file has a model of that name: " + ", ".join(result["renamed"]) + ".")
    if result["left_out"]:
        parts += [f"## Left out: forecasts for fewer than {MINIMUM_SHARE:.0%} of the rows", markdown_table(
            ["n", "model", "rows", "of"],
            [[row["history"], row["model"], row["rows"], row["possible"]] for row in result["left_out"]])]
    if result["times"]:
        parts += ["## Processor time, failures", markdown_table(
            ["n", "model", "ms a series", "windows", "without a forecast", "point outside its interval", "software"],
            [[entry["history"], entry["model"], time_of(entry), entry["windows"], entry["failed"],
              entry["point_outside_interval"], entry["software"]] for entry in result["times"]])]
    return "\n\n".join(parts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("details", nargs="+", help="CSV files of details")
    parser.add_argument("--data", required=True, help="CSV: place,indicator,year,percent")
    parser.add_argument("--times", nargs="+", default=[], help="JSON files of times, as peers.py writes them")
    parser.add_argument("--json", action="store_true", help="print JSON instead of Markdown")
    options = parser.parse_args()
    rows, renamed = read_details(options.details, read_data(options.data))
    few = left_out(rows)
    rows = common_rows(rows, few)
    if rows.empty:
        sys.exit("no forecast is common to all models")
    result = {"scores": scores(measure(rows)), "renamed": renamed, "left_out": few.to_dict("records"),
              "times": read_times(options.times)}
    print(json.dumps(result, indent=2, ensure_ascii=False) if options.json else markdown(result))


if __name__ == "__main__":
    main()
