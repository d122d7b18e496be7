"""Re-opens each file with readers that did not write it and asserts that the named place holds the figure."""
import csv
import glob
import io
import json
import os
import re
import unicodedata

import openpyxl
import python_calamine

HERE = os.path.dirname(os.path.abspath(__file__))


def number(value):
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    text = unicodedata.normalize("NFKC", str(value)).strip().lstrip("'").replace("%", "").replace(" ", "").replace("\u202f", "")
    if re.fullmatch(r"-?\d{1,3}([.,]\d{3})+", text):
        return float(re.sub("[.,]", "", text))
    return float(text.replace(",", "."))


def fits(value, o, loose=False):
    n = number(value)
    if o["count"] is not None:
        return n == o["count"]
    return abs(n - o["percent"]) < 1e-6 or abs(100 * n - o["percent"]) < 1e-6


def at(cell):
    letters, row = re.fullmatch(r"([A-Z]+)(\d+)", cell).groups()
    col = 0
    for letter in letters:
        col = col * 26 + ord(letter) - 64
    return int(row), col


def plain(value):
    return unicodedata.normalize("NFC", " ".join(str(value).replace("_x000D_", " ").split()))


def context(o, rows):
    """The place, the year and the base must be found where a reader would look."""
    row, col = at(o["cell"])
    around = [plain(v) for line in rows[: row - 1] for v in line] + [plain(v) for v in rows[row - 1]] + [plain(o["sheet"])]
    out = []
    if not any(o["place"] in text for text in around):
        out.append(("place not in sight", o))
    if not any(str(o["year"]) in text for text in around):
        out.append(("year not in sight", o))
    if o["base"] is not None:
        near = [v for v in rows[row - 1]] + [line[col - 1] for line in rows if len(line) >= col]
        found = False
        for value in near:
            try:
                found |= number(value) == o["base"]
            except ValueError:
                pass
        if not found:
            out.append(("base not in sight", o))
    return out


def text_records(path):
    data = open(path, "rb").read()
    if data[:2] == b"\xff\xfe":
        text = data.decode("utf-16")
    elif data[:2] == b"\xfe\xff":
        text = data.decode("utf-16")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1258")
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    head = text.split("\n")
    sep = max(";\t,", key=lambda s: sum(line.count(s) for line in head))
    out, reader, line = {}, csv.reader(io.StringIO(text), delimiter=sep), 1
    for record in reader:
        out[line] = record
        line = reader.line_num + 1
    return out


def main():
    bad = figures = checked = 0
    for file in sorted(glob.glob(os.path.join(HERE, "expected", "*.json"))):
        name = os.path.basename(file)[:-5]
        path = os.path.join(HERE, "files", name)
        expected = json.load(open(file, encoding="utf-8"))
        if expected["exit"] != 66:
            size = os.path.getsize(path)
            if size > 30000:
                print(name, "is large:", size)
        if expected["exit"]:
            assert expected["faults"], name
            spots = [f for f in expected["faults"] if "cell" in f and "value" in f]
            if spots and name.endswith(".xlsx"):
                book = openpyxl.load_workbook(path, data_only=False)
                for f in spots:
                    value = book[f["sheet"]][f["cell"]].value
                    if str(value) != f["value"]:
                        bad += 1
                        print(name, f, "holds", repr(value))
            for f in expected["faults"]:
                if "line" in f and "value" in f:
                    if f["value"] not in text_records(path).get(f["line"], []):
                        bad += 1
                        print(name, f, text_records(path).get(f["line"]))
            continue
        keys = [(o["place"], o["indicator"], o["year"]) for o in expected["observations"]]
        if len(set(keys)) != len(keys) or not keys:
            bad += 1
            print(name, "has the same figure twice or none")
        problems = []
        if name.endswith((".xlsx", ".xlsm")):
            sheets = None
            try:
                book = python_calamine.CalamineWorkbook.from_path(path)
                sheets = {s: book.get_sheet_by_name(s).to_python(skip_empty_area=False) for s in book.sheet_names}
                get = lambda s, r, c: sheets[s][r - 1][c - 1]
            except Exception as error:
                print(name, "calamine:", str(error)[:90], "-> openpyxl")
                try:
                    other = openpyxl.load_workbook(path, data_only=True)
                    get = lambda s, r, c: other[s].cell(r, c).value
                except Exception as second:
                    print(name, "UNVERIFIED:", str(second)[:90])
                    continue
            for o in expected["observations"]:
                try:
                    value = get(o["sheet"], *at(o["cell"]))
                    ok = fits(value, o)
                except Exception as error:
                    value, ok = repr(error), False
                if not ok:
                    problems.append((o["sheet"], o["cell"], value, o))
                elif sheets is not None:
                    problems += context(o, sheets[o["sheet"]])
        else:
            records = text_records(path)
            for o in expected["observations"]:
                found = False
                for field in records.get(o["line"], []):
                    try:
                        found |= fits(field, o)
                    except ValueError:
                        pass
                if not found:
                    problems.append((o["line"], records.get(o["line"]), o))
                above = " ".join(plain(v) for line in sorted(records) if line <= o["line"] for v in records[line])
                if o["place"] not in above or str(o["year"]) not in above:
                    problems.append(("place or year not in sight", o))
                if o["base"] is not None and not any(plain(v).replace(".", "").replace(",", "").replace(" ", "") .replace("\u202f", "") == str(o["base"]) for v in records[o["line"]]):
                    problems.append(("base not in sight", o))
        figures += len(keys)
        checked += 1
        if problems:
            bad += 1
            print(name, len(problems), "wrong:", problems[:2])
    print(f"{checked} files, {figures} figures, {bad} problems")


main()
