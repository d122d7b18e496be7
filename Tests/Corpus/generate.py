"""Writes files/, expected/ and README.md. `python3 generate.py [part of a name]`"""
import os
import sys

import registry
import cases_text
import cases_layout
import cases_noise
import cases_numbers
import cases_producers
import cases_more
import cases_broken
import cases_faults


def main():
    part = sys.argv[1] if len(sys.argv) > 1 else ""
    for folder in ("files", "expected"):
        os.makedirs(os.path.join(registry.HERE, folder), exist_ok=True)
    names = [c[0] for c in registry.CASES]
    assert len(set(names)) == len(names), sorted(n for n in names if names.count(n) > 1)
    lines = ["# Corpus of input files", "",
             "Small files made by other software than the product, with the result expected of each in `expected/`.",
             "`python3 generate.py` writes them again (needs openpyxl, xlsxwriter, pandas, odfpy, xlwt and LibreOffice);",
             "`python3 verify.py` re-opens each file with other readers; `python3 compare.py BINARY` runs the product.",
             "Files made through LibreOffice, pandas and odfpy carry the moment of their making; all others are the same bytes each time.",
             "A fault's `or` lists other places that may rightly be named instead; `kind` is for people, it is not compared.", "",
             "| file | what it exercises |", "| --- | --- |"]
    for entry in registry.CASES:
        lines.append(f"| `{entry[0]}` | {entry[1]} |")
        if part in entry[0]:
            registry.write(entry)
    with open(os.path.join(registry.HERE, "README.md"), "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")
    print(len(registry.CASES), "files")


main()
