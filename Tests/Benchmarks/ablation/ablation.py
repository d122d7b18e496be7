"""What each ingredient of the default model buys: the back-test with one ingredient changed at a time.

Every variant is the shipped pace library with a few numbers changed, so that the program itself is what is measured.
Run from the top folder of the project: python3 Tests/Benchmarks/ablation/ablation.py [forecast binary]
"""

import copy
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
FORECAST = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / ".build/release/forecast")
HORIZONS = (1, 3, 5)
SETS = {"world": (ROOT / "datasets/world-panel/observations.csv", "3,5,8"),
        "provinces": (ROOT / "datasets/vietnam-trained-labour", "3,5")}


def setting(name, value):
    def change(library):
        library["settings"][name] = value
    return change


def keep_shapes(count):
    """The first shape is the random walk, the third nearly all noise."""
    def change(library):
        shapes = library["shapes"]
        library["shapes"] = shapes[:1] if count == 1 else [shapes[0], shapes[2]]
    return change


def every_estimate(name, value):
    def change(library):
        for estimates in [library["estimates"], *library["withoutGroup"].values()]:
            estimates[name] = value
    return change


def no_directions(library):
    for item in library["sets"]:
        item["direction"] = "unknown"


VARIANTS = [
    ("full", lambda library: None),
    ("no robust weights of own changes", setting("robustness", 1e6)),
    ("no recent scale", setting("recency", 1)),
    ("no Huber weights of other places' changes", setting("huber", 1e6)),
    ("one shape: random walk", keep_shapes(1)),
    ("two shapes: walk and noise", keep_shapes(2)),
    ("other places do not weigh the shapes", setting("shapeTemper", 1e-6)),
    ("no panel pace by level", setting("panelCurveSD", 1e-3)),
    ("no pace curve", every_estimate("paces", [0] * 8)),
    ("good direction not declared", no_directions),
    ("pace pinned to the library", setting("paceSD", 0.01)),
    ("pace of the panel not shrunk", setting("paceSD", 10)),
    ("no common shock", setting("commonShock", 1e-6)),
    ("no track record of the panel", setting("recordTemper", 0)),
    ("widths of one", lambda library: (every_estimate("panelWidth", 1)(library), every_estimate("loneWidth", 1)(library))),
]


def backtest(library, data, histories, alone):
    """Returns mean relMAE, mean relCRPS and mean 80% coverage over histories and horizons."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.json"
        path.write_text(json.dumps(library), encoding="utf-8")
        options = ["--alone"] if alone else []
        answer = subprocess.run(
            [FORECAST, "backtest", "--data", str(data), "--library", str(path), "--history", histories, "--horizon", "5",
             "--model", "default", "--json", "--output", folder, *options], check=True, capture_output=True, text=True)
    groups = [group for group in json.loads(answer.stdout)["data"]["groups"]
              if group["model"] == "default" and group["horizon"] in HORIZONS]
    return [sum(group[name] for group in groups) / len(groups) for name in ("relMAE", "relCRPS", "coverage80")]


def main():
    shipped = json.loads((ROOT / "datasets/pace-library/library.json").read_text(encoding="utf-8"))
    print("| variant | world relMAE | relCRPS | 80% covers | alone relMAE | relCRPS | 80% covers | provinces relMAE | relCRPS | 80% covers |")
    print("| --- |" + " ---: |" * 9)
    for name, change in VARIANTS:
        library = copy.deepcopy(shipped)
        change(library)
        cells = []
        for key, alone in (("world", False), ("world", True), ("provinces", False)):
            data, histories = SETS[key]
            error, score, coverage = backtest(library, data, histories, alone)
            cells += [f"{error:.3f}", f"{score:.3f}", f"{100 * coverage:.0f}"]
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
