"""The layouts officials use, written into a Grid with the expected figures recorded on the way."""
from model import *

EN = ["place", "indicator", "year", "count", "base", "status"]
VI = ["Địa phương", "Chỉ tiêu", "Năm", "Số đạt", "Tổng số", "Trạng thái"]
STATUS_VI = {"final": "chính thức", "preliminary": "sơ bộ", "estimated": "ước"}


def letterhead(g, last_col, title, unit="UBND XÃ AN BÌNH", merged=True):
    """Quốc hiệu and title over the table; returns the next free row."""
    half = max(2, last_col // 2)
    g.put(1, 1, unit)
    g.put(1, half + 1, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    g.put(2, half + 1, "Độc lập - Tự do - Hạnh phúc")
    if merged:
        g.merge(1, 1, 1, half)
        g.merge(1, half + 1, 1, last_col)
        g.merge(2, half + 1, 2, last_col)
        g.merge(4, 1, 4, last_col)
    g.put(4, 1, title)
    return 6


def signature(g, row, last_col):
    g.put(row, 1, "Ghi chú: số liệu tính đến ngày 31/12 hằng năm; dân số từ 15 tuổi trở lên.")
    g.put(row + 1, 1, "Nguồn: Văn phòng – Thống kê xã, năm 2025")
    g.put(row + 3, last_col, "An Bình, ngày 15 tháng 01 năm 2025")
    g.put(row + 4, 1, "Người lập biểu")
    g.put(row + 4, last_col, "TM. UBND XÃ")
    g.put(row + 5, last_col, "CHỦ TỊCH")
    return row + 8


def tidy(g, places, indicators, years, heads=EN, names=None, row=1, col=1, statuses=None, note=False, percent=None):
    """One figure a row. `percent`: None for counts, else a function of the figure for what is written."""
    names = names or (lambda i: i if heads[0] == "place" else TITLE[i])
    if percent:
        heads = heads[:3] + (["percent"] if heads[0] == "place" else ["Tỷ lệ (%)"]) + heads[5:]
    g.row(row, col, heads)
    for place in places:
        for indicator in indicators:
            for year in years:
                row += 1
                f = figure(place, indicator, year)
                status = (statuses or {}).get(year, "final")
                told = status if heads[0] == "place" else STATUS_VI[status]
                start = [place, names(indicator), year]
                if percent:
                    g.row(row, col, start + [percent(f)])
                    if len(heads) > 4:
                        g.put(row, col + 4, told)
                    g.expect(row, col + 3, place, indicator, year, percent=f.p1, status=status)
                else:
                    g.row(row, col, start + [f.count, f.base])
                    if len(heads) > 5:
                        g.put(row, col + 5, told)
                    g.expect(row, col + 3, place, indicator, year, f.count, f.base, status=status)
    return row


def years_across_percent(g, row, col, places, indicators, years, head=str, write=lambda f: f.p1, stt=False,
                         heads=("Địa phương", "Chỉ tiêu"), names=SHARE, repeat=True, merge_down=False, over=None):
    """Rows place × indicator, a column a year, percents in the cells. `head` writes the year."""
    c = col + (1 if stt else 0)
    top = row
    if over:
        g.put(row, c + 2, over).merge(row, c + 2, row, c + 1 + len(years))
        row += 1
        if stt:
            g.put(top, col, "STT").merge(top, col, row, col)
        for shift, h in enumerate(heads):
            g.put(top, c + shift, h).merge(top, c + shift, row, c + shift)
    else:
        if stt:
            g.put(row, col, "STT")
        g.row(row, c, heads)
    g.row(row, c + 2, [head(y) for y in years])
    number = 0
    for place in places:
        first = row + 1
        for indicator in indicators:
            row += 1
            number += 1
            if stt:
                g.put(row, col, number)
            if repeat or row == first:
                g.put(row, c, place)
            g.put(row, c + 1, names[indicator])
            for shift, year in enumerate(years):
                f = figure(place, indicator, year)
                g.put(row, c + 2 + shift, write(f))
                g.expect(row, c + 2 + shift, place, indicator, year, percent=f.p1)
        if merge_down:
            g.merge(first, c, row, c)
    return row


def years_across_counts(g, row, col, places, indicators, years, head=lambda y: f"Năm {y}", parts=("Tổng số", "Số đạt", "Tỷ lệ (%)"),
                        write=lambda n: n, rate=lambda f: f.p2, merged=True, stt="TT", numbers=False, roman=False, statuses=None):
    """Two-row headings: year over (total, reached, share)."""
    c = col + (1 if stt else 0)
    if stt:
        g.put(row, col, stt)
        if merged:
            g.merge(row, col, row + 1, col)
    for shift, h in enumerate(("Địa phương", "Chỉ tiêu")):
        g.put(row, c + shift, h)
        if merged:
            g.merge(row, c + shift, row + 1, c + shift)
    for k, year in enumerate(years):
        at = c + 2 + k * len(parts)
        g.put(row, at, head(year))
        if merged:
            g.merge(row, at, row, at + len(parts) - 1)
        g.row(row + 1, at, parts)
    row += 1
    if numbers:
        row += 1
        width = (1 if stt else 0) + 2 + len(parts) * len(years)
        g.row(row, col, [f"({n})" for n in range(1, width + 1)])
    number = 0
    for place in places:
        for indicator in indicators:
            row += 1
            number += 1
            if stt:
                g.put(row, col, ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"][number - 1] if roman else number)
            g.put(row, c, place).put(row, c + 1, TITLE[indicator])
            for k, year in enumerate(years):
                f = figure(place, indicator, year)
                at = c + 2 + k * len(parts)
                for shift, part in enumerate(parts):
                    if part.startswith("Tổng"):
                        g.put(row, at + shift, write(f.base))
                    elif part.startswith("Số"):
                        g.put(row, at + shift, write(f.count))
                        g.expect(row, at + shift, place, indicator, year, f.count, f.base,
                                 status=(statuses or {}).get(year, "final"))
                    else:
                        g.put(row, at + shift, rate(f))
    return row


def indicators_across(g, row, col, places, indicators, year, stt="STT", parts=("Tổng số", "Số đạt", "Tỷ lệ (%)"), merged=True,
                      numbers=False, total=None, names=TITLE, write=lambda n: n, rate=lambda f: f.p2, place_head="Thôn",
                      status="final", with_year_column=None):
    """Indicator over (total, reached, share), a row a place; the year stands elsewhere or in a column."""
    years = with_year_column or [year]
    c = col + (1 if stt else 0)
    fixed = [place_head] + (["Năm"] if with_year_column else [])
    if stt:
        g.put(row, col, stt)
        if merged:
            g.merge(row, col, row + 1, col)
    for shift, h in enumerate(fixed):
        g.put(row, c + shift, h)
        if merged:
            g.merge(row, c + shift, row + 1, c + shift)
    start = c + len(fixed)
    for k, indicator in enumerate(indicators):
        at = start + k * len(parts)
        g.put(row, at, names[indicator])
        if merged:
            g.merge(row, at, row, at + len(parts) - 1)
        g.row(row + 1, at, parts)
    row += 1
    if numbers:
        row += 1
        g.row(row, col, list(range(1, start - col + len(parts) * len(indicators) + 1)))

    def totals(row, label):
        g.put(row, c, label)
        for k, indicator in enumerate(indicators):
            at = start + k * len(parts)
            all_of = [figure(p, indicator, year) for p in places]
            n, b = sum(f.count for f in all_of), sum(f.base for f in all_of)
            for shift, part in enumerate(parts):
                g.put(row, at + shift, write(b) if part.startswith("Tổng") else write(n) if part.startswith("Số")
                      else rate(Figure(n, b)))
    if total and total[0] == "top":
        row += 1
        totals(row, total[1])
    number = 0
    for place in places:
        for y in years:
            row += 1
            number += 1
            if stt:
                g.put(row, col, number)
            g.put(row, c, place)
            if with_year_column:
                g.put(row, c + 1, y)
            for k, indicator in enumerate(indicators):
                f = figure(place, indicator, y)
                at = start + k * len(parts)
                for shift, part in enumerate(parts):
                    if part.startswith("Tổng"):
                        g.put(row, at + shift, write(f.base))
                    elif part.startswith("Số"):
                        g.put(row, at + shift, write(f.count))
                        g.expect(row, at + shift, place, indicator, y, f.count, f.base, status=status)
                    else:
                        g.put(row, at + shift, rate(f))
    if total and total[0] == "bottom":
        row += 1
        totals(row, total[1])
    return row


def years_down_percent(g, row, col, place, indicators, years, head=lambda y: y, write=lambda f: f.p1, names=SHARE, year_head="Năm"):
    """Years in the first column, indicators across, one place named elsewhere."""
    g.put(row, col, year_head)
    g.row(row, col + 1, [names[i] for i in indicators])
    for year in years:
        row += 1
        g.put(row, col, head(year))
        for k, indicator in enumerate(indicators):
            f = figure(place, indicator, year)
            g.put(row, col + 1 + k, write(f))
            g.expect(row, col + 1 + k, place, indicator, year, percent=f.p1)
    return row


def section_rows(g, row, col, place, indicators, years, labels, head=lambda y: y, share=True, units=False, write=lambda n: n):
    """Under a row with the indicator's name: total, reached, share; years across."""
    g.row(row, col, ["TT", "Chỉ tiêu"] + (["ĐVT"] if units else []) + [head(y) for y in years])
    c = col + (3 if units else 2)
    for n, indicator in enumerate(indicators):
        row += 1
        g.put(row, col, ["I", "II", "III", "IV"][n]).put(row, col + 1, TITLE[indicator])
        for line, label in enumerate(labels[indicator][: 3 if share else 2]):
            row += 1
            g.put(row, col, line + 1).put(row, col + 1, label)
            if units:
                g.put(row, col + 2, "%" if line == 2 else ("hộ" if indicator == FAM else "người"))
            for k, year in enumerate(years):
                f = figure(place, indicator, year)
                g.put(row, c + k, write(f.base) if line == 0 else write(f.count) if line == 1 else f.p2)
                if line == 1:
                    g.expect(row, c + k, place, indicator, year, f.count, f.base)
    return row


def shared_base(g, row, col, places, year, merged=True, stt="STT", with_percent=True):
    """The population of 15 and over once, then three numbers (and shares) of it."""
    c = col + 1
    g.put(row, col, stt).put(row, c, "Địa phương").put(row, c + 1, "Dân số từ 15 tuổi trở lên")
    if merged:
        for shift in (0, 1, 2):
            g.merge(row, col + shift, row + 1, col + shift)
    for k, indicator in enumerate((CIT, TRA, UNI)):
        at = c + 2 + k * (2 if with_percent else 1)
        g.put(row, at, TITLE[indicator])
        if with_percent:
            if merged:
                g.merge(row, at, row, at + 1)
            g.row(row + 1, at, ["Số người", "Tỷ lệ (%)"])
        else:
            g.put(row + 1, at, "Số người")
    row += 1
    for n, place in enumerate(places):
        row += 1
        g.put(row, col, n + 1).put(row, c, place)
        for k, indicator in enumerate((CIT, TRA, UNI)):
            f = figure(place, indicator, year)
            at = c + 2 + k * (2 if with_percent else 1)
            g.put(row, c + 1, f.base).put(row, at, f.count)
            g.expect(row, at, place, indicator, year, f.count, f.base)
            if with_percent:
                g.put(row, at + 1, f.p2)
    return row
