"""Writes plan_review.csv: plans on record held against what came, independently of the program.

The archive beside is made by
    forecast milestones --target level1 --as-of 2025-02-01 --by 2027 --archive kien-hung-2025-02-01.jsonl
    forecast milestones --target level3 --as-of 2025-02-01 --by 2027 --archive kien-hung-2025-02-01.jsonl
Its seals and its chain are checked here with hashlib; distributions are those of scipy.stats.t, the scale
z = (200/pi)*asin(sqrt(p/100)).

Run: python3 plan_review.py (Python 3, scipy).
"""

import csv
import hashlib
import json
import math
import pathlib

from scipy import stats

HERE = pathlib.Path(__file__).parent
DATA = HERE.parents[2] / "datasets" / "kien-hung" / "observations.csv"
PLACE = "Kiến Hưng"


def records() -> list[dict]:
    found, previous = [], None
    for line in (HERE / "kien-hung-2025-02-01.jsonl").read_bytes().splitlines():
        seal = line[-66:-2].decode()
        # The seal is the last member; file hashes of inputs carry the same name.
        body = line[: -len(', "sha256": "' + 64 * "0" + '"}')]
        assert hashlib.sha256(body).hexdigest() == seal
        record = json.loads(line)
        assert record["previous"] == previous
        previous = hashlib.sha256(line).hexdigest()
        found.append(record)
    return found


def figures() -> dict:
    newest: dict = {}
    with DATA.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["place"] != PLACE:
                continue
            key = (row["indicator"], int(row["year"]))
            if key not in newest or row["released"] > newest[key]["released"]:
                newest[key] = row
    return newest


def z(percent: float) -> float:
    return 200 / math.pi * math.asin(math.sqrt(percent / 100))


def percent(value: float) -> float:
    return 100 * math.sin(math.pi * min(max(value, 0), 100) / 200) ** 2


def main() -> None:
    known = figures()
    lines = [
        "record,requirement,year,planned,actual,base,short,reached,pit,probability,met,"
        "lower80,upper80,inside50,inside80"
    ]
    for record in records():
        for item in record["requirements"]:
            for expected in item["forecast"]:
                row = known.get((item["indicator"], expected["year"]))
                if row is None:
                    continue
                assert expected["scale"] == "angular"
                count, base = int(row["count"]), int(row["base"])
                share = 100 * count / base
                t = stats.t(expected["degreesOfFreedom"], expected["location"], expected["spread"])
                plan = next(m for m in item["milestones"] if m["year"] == expected["year"])
                low, high = percent(t.ppf(0.1)), percent(t.ppf(0.9))
                inner = percent(t.ppf(0.25)), percent(t.ppf(0.75))
                fields = [
                    record["sequence"], item["id"], expected["year"], plan["count"], count, base,
                    plan["count"] - count, int(count >= plan["count"]), repr(float(t.cdf(z(share)))),
                    repr(float(t.sf(z(item["threshold"])))),
                    int(100 * count >= item["threshold"] * base), repr(low), repr(high),
                    int(inner[0] <= share <= inner[1]), int(low <= share <= high),
                ]
                lines.append(",".join(map(str, fields)))
    (HERE / "plan_review.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
