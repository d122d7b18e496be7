"""Writes Sources/Charts/TextWidths.swift: advance widths of Liberation Serif, metric-equal to Times New Roman.

Needs fontTools and the font (Debian: fonts-liberation2). Run from the top folder:
python3 scripts/text-widths.py
"""

from fontTools.ttLib import TTFont

FOLDER = "/usr/share/fonts/truetype/liberation2/"
# Basic Latin, Latin-1, Latin Extended-A, ơ ư, Vietnamese letters with marks, punctuation, signs of charts.
RANGES = [(0x20, 0x7E), (0xA0, 0xFF), (0x100, 0x17F), (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1EA0, 0x1EF9)]
SINGLES = "‐‑–—‘’“”…•≥≤−×→·′°²³½√□●○▲"


def widths(name):
    font = TTFont(FOLDER + name)
    cmap, metrics = font.getBestCmap(), font["hmtx"]
    assert font["head"].unitsPerEm == 2048
    codes = [c for low, high in RANGES for c in range(low, high + 1)] + sorted(map(ord, SINGLES))
    return {code: metrics[cmap[code]][0] for code in codes if code in cmap}


def grouped(table):
    groups = {}
    for code, width in table.items():
        groups.setdefault(width, []).append(code)
    return groups


def swift(name, table):
    lines = [f"  static let {name}: [(width: Int, characters: String)] = ["]
    for width, codes in sorted(grouped(table).items()):
        for start in range(0, len(codes), 40):
            chunk = codes[start : start + 40]
            chunk_text = "".join(
                chr(c) if c not in (0x22, 0x5C, 0xA0, 0xAD) else f"\\u{{{c:X}}}" for c in chunk
            )
            lines.append(f'    ({width}, "{chunk_text}"),')
    lines.append("  ]")
    return "\n".join(lines)


def main():
    regular, bold = widths("LiberationSerif-Regular.ttf"), widths("LiberationSerif-Bold.ttf")
    text = (
        "// Made by scripts/text-widths.py from Liberation Serif; do not edit by hand.\n\n"
        "/// Advance widths of a Times-like serif in 1/2048 of the type size, characters grouped by width.\n"
        "enum TextWidths {\n"
        + swift("regular", regular)
        + "\n\n"
        + swift("bold", bold)
        + "\n}\n"
    )
    with open("Sources/Charts/TextWidths.swift", "w", encoding="utf-8") as file:
        file.write(text)


main()
