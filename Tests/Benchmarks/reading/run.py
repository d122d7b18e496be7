"""python3 Tests/Benchmarks/reading/run.py [RUNS]: time and memory of reading, side by side with python-calamine and polars.

Makes a workbook of 700,005 cells and a CSV of 664,200 rows (3,321 places, 20 indicators, 10 years; seeded) in a temporary
folder, then runs each reader in a process of its own, in turn, RUNS times (5), and prints the least wall time of the reading
alone and of the whole process, and the peak of memory. Needs: make build of the product `reading` (swift build -c release
--product reading), and from PyPI xlsxwriter, python-calamine, polars.
"""
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "..", "..", ".."))
READING = os.path.join(ROOT, ".build", "release", "reading")
INDICATORS = ["learning-citizens", "trained", "university", "learning-families", "learning-clans"]

PEER = """
import json, resource, sys, time
kind, path = sys.argv[1:]
if kind == "calamine":
    import python_calamine
    start = time.perf_counter()
    rows = len(python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())
else:
    import polars
    start = time.perf_counter()
    rows = polars.read_csv(path).height
seconds = time.perf_counter() - start
print(json.dumps({"rows": rows, "seconds": seconds, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def rows():
    source = random.Random(20_260_101)
    for place in range(3321):
        for series in range(20):
            name = INDICATORS[series] if series < len(INDICATORS) else f"own-{series}"
            base = source.randint(5000, 20000)
            count = source.randint(1000, base - 300)
            for year in range(2016, 2026):
                yield (f"Xã số {place}", name, year, count + 20 * (year - 2016), base)


def make(folder):
    import xlsxwriter

    head = ["place", "indicator", "year", "count", "base"]
    with open(os.path.join(folder, "figures.csv"), "w", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows())
    book = xlsxwriter.Workbook(os.path.join(folder, "figures.xlsx"))
    sheet = book.add_worksheet("Số liệu")
    sheet.write_row(0, 0, head)
    for number, row in zip(range(1, 140_001), rows()):
        sheet.write_row(number, 0, row)
    book.close()


def run(words):
    start = time.perf_counter()
    output = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    result = json.loads(output)
    result["whole"] = time.perf_counter() - start
    return result


def main():
    if sys.argv[1:2] == ["make"]:
        return make(sys.argv[2])
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        # In a process of its own: the peak of memory of a child begins at that of its parent.
        subprocess.run([sys.executable, __file__, "make", folder], check=True)
        for name, peer in (("figures.xlsx", "calamine"), ("figures.csv", "polars")):
            path = os.path.join(folder, name)
            readers = [
                ("forecast, cells", [READING, "cells", path]),
                (peer, [sys.executable, "-c", PEER, peer, path]),
                ("forecast, figures", [READING, "figures", path]),
            ]
            best = {}
            for _ in range(runs):
                for reader, words in readers:
                    best.setdefault(reader, []).append(run(words))
            print(f"{name}: {os.path.getsize(path) / 1e6:.1f} MB")
            for reader, _ in readers:
                least = {key: min(result[key] for result in best[reader]) for key in ("rows", "seconds", "whole", "megabytes")}
                print(
                    f"  {reader:18} {least['rows']:>8} rows  {least['seconds']:7.3f} s reading  {least['whole']:7.3f} s whole"
                    f"  {least['megabytes']:7.1f} MB"
                )


main()
