"""The list of cases and the writing of one."""
import json
import os

from model import Book
import writers

HERE = os.path.dirname(os.path.abspath(__file__))
CASES = []


def case(name, why, save=writers.save_openpyxl, **options):
    """A file made by filling a Book; text files by their ending."""
    def keep(fill):
        CASES.append((name, why, save, options, fill))
        return fill
    return keep


def raw(name, why):
    """A file whose maker writes the bytes itself and returns what is expected (or None for a Book's)."""
    def keep(make):
        CASES.append((name, why, None, {}, make))
        return make
    return keep


def write(entry):
    name, why, save, options, fill = entry
    path = os.path.join(HERE, "files", name)
    if save is None:
        expected = fill(path)
    else:
        book = Book()
        fill(book)
        lines = save(book, path, **options)
        expected = book.expected(lines if isinstance(lines, dict) else None)
    with open(os.path.join(HERE, "expected", name + ".json"), "w", encoding="utf-8") as out:
        json.dump(expected, out, ensure_ascii=False, indent=1)
        out.write("\n")
    return expected
