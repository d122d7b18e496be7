"""The made-up truth behind the corpus, and a sheet model that remembers where each figure was written."""
import random
import unicodedata

CIT, TRA, UNI = "learning-citizens", "trained", "university"
FAM, CLA, COM, UNT = "learning-families", "learning-clans", "learning-communities", "learning-units"
THON = ["Thôn Đông", "Thôn Đoài", "Thôn Thượng", "Thôn Hạ"]
XA = ["Xã An Bình", "Xã Hòa Lạc", "Phường Kiến Hưng"]
YEARS = [2020, 2021, 2022, 2023, 2024]

TITLE = {
    CIT: "Công dân đạt danh hiệu “Công dân học tập”",
    TRA: "Công dân qua đào tạo trình độ chuyên môn kỹ thuật",
    UNI: "Công dân có trình độ đại học trở lên",
    FAM: "Gia đình học tập", CLA: "Dòng họ học tập",
    COM: "Cộng đồng học tập thôn, tổ dân phố", UNT: "Đơn vị học tập",
}
SHARE = {
    CIT: "Tỷ lệ công dân đạt danh hiệu “Công dân học tập” (%)",
    TRA: "Tỷ lệ lao động qua đào tạo trình độ chuyên môn kỹ thuật (%)",
    UNI: "Tỷ lệ công dân có trình độ đại học trở lên (%)",
    FAM: "Tỷ lệ gia đình học tập (%)", CLA: "Tỷ lệ dòng họ học tập (%)",
    COM: "Tỷ lệ cộng đồng học tập thôn, tổ dân phố (%)", UNT: "Tỷ lệ đơn vị học tập (%)",
}
BASE = {
    CIT: "Dân số từ 15 tuổi trở lên", TRA: "Dân số từ 15 tuổi trở lên", UNI: "Dân số từ 15 tuổi trở lên",
    FAM: "Tổng số hộ gia đình", CLA: "Tổng số dòng họ", COM: "Tổng số thôn", UNT: "Tổng số đơn vị",
}
START = {CIT: 0.42, TRA: 0.46, UNI: 0.085, FAM: 0.63, CLA: 0.41, COM: 0.55, UNT: 0.61}
STEP = {CIT: 0.031, TRA: 0.017, UNI: 0.011, FAM: 0.026, CLA: 0.035, COM: 0.06, UNT: 0.05}


class Figure:
    def __init__(self, count, base):
        self.count, self.base = count, base
        self.p2, self.p1 = round(100 * count / base, 2), round(100 * count / base, 1)


def figure(place, indicator, year):
    """Count and base; the three shares of people have one base."""
    large = not place.startswith("Thôn")
    kind = "people" if indicator in (CIT, TRA, UNI) else indicator
    chance = random.Random(f"{place}|{kind}")
    low, high = {"people": (9200, 21000) if large else (1050, 3900), FAM: (3100, 6900) if large else (310, 990),
                 CLA: (31, 77) if large else (12, 29), COM: (9, 17), UNT: (11, 23)}[kind]
    size = chance.randint(low, high)
    if indicator in (CIT, TRA, UNI, FAM):
        size += (year - 2020) * chance.randint(3, 11)
    share = START[indicator] + STEP[indicator] * (year - 2020) + random.Random(f"{place}|{indicator}").uniform(-.03, .03)
    return Figure(max(1, round(size * share)), size)


def vn(number, digits=None):
    """1234.5 as Vietnamese write it: 1.234,5"""
    text = f"{number:,}" if digits is None else f"{number:,.{digits}f}"
    return text.replace(",", "_").replace(".", ",").replace("_", ".")


def column(number):
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


class Cell:
    def __init__(self, value, fmt=None, formula=None, text=False, runs=None, quote=False):
        self.value, self.fmt, self.formula, self.text, self.runs, self.quote = value, fmt, formula, text, runs, quote


class Grid:
    """One sheet; rows and columns count from 1."""

    def __init__(self, book, name):
        self.book, self.name, self.cells, self.merges = book, name, {}, []
        self.hidden_rows, self.hidden_columns, self.state = set(), set(), "visible"

    def put(self, row, col, value, **more):
        if value is None:
            return self
        self.cells[(row, col)] = value if isinstance(value, Cell) else Cell(value, **more)
        return self

    def row(self, row, col, values, **more):
        for shift, value in enumerate(values):
            self.put(row, col + shift, value, **more)
        return self

    def merge(self, row, col, last_row, last_col, value=None):
        if value is not None:
            self.put(row, col, value)
        if (row, col) != (last_row, last_col):
            self.merges.append((row, col, last_row, last_col))
        return self

    def expect(self, row, col, place, indicator, year, count=None, base=None, percent=None, status="final"):
        self.book.observations.append(dict(place=place, indicator=indicator, year=year, count=count, base=base,
                                           percent=percent, status=status, _sheet=self.name, _row=row, _col=col))
        return self

    def fault(self, row, col, kind, value=None, also=()):
        """`also`: other cells that may rightly be named instead."""
        self.book.faults.append(dict(kind=kind, value=value, _sheet=self.name, _row=row, _col=col,
                                     _also=list(also)))

    @property
    def size(self):
        ends = list(self.cells) + [(m[2], m[3]) for m in self.merges]
        return (max((r for r, _ in ends), default=0), max((c for _, c in ends), default=0))


class Book:
    def __init__(self):
        self.sheets, self.observations, self.faults = [], [], []

    def sheet(self, name="Sheet1"):
        grid = Grid(self, name)
        self.sheets.append(grid)
        return grid

    def expected(self, text_lines=None, exit_code=65):
        """`text_lines`: for text files, the line of each grid row."""
        nfc = lambda s: unicodedata.normalize("NFC", " ".join(s.split()))
        where = lambda row, col: {"line": text_lines[row]} if text_lines else {"cell": f"{column(col)}{row}"}
        if self.faults:
            out = []
            for f in self.faults:
                one = {"kind": f["kind"]}
                if f["_sheet"] is not None and not text_lines:
                    one["sheet"] = f["_sheet"]
                if f["_row"] is not None:
                    one.update(where(f["_row"], f["_col"]))
                if f["value"] is not None:
                    one["value"] = f["value"]
                if f["_also"]:
                    one["or"] = [where(r, c) for r, c in f["_also"]]
                out.append(one)
            return {"exit": exit_code, "faults": out}
        out = []
        for o in self.observations:
            percent = 100 * o["count"] / o["base"] if o["count"] is not None and o["base"] is not None else o["percent"]
            one = dict(place=nfc(o["place"]), indicator=o["indicator"], year=o["year"], count=o["count"],
                       base=o["base"], percent=percent, status=o["status"])
            if not text_lines:
                one["sheet"] = o["_sheet"]
            one.update(where(o["_row"], o["_col"]))
            out.append(one)
        return {"exit": 0, "observations": out}
