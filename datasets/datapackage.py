"""Reads and writes the tables of a data package, for the scripts of all packages.

Every file is UTF-8 without BOM, NFC, LF, with a final newline, so that two runs write the same bytes.
"""

import csv
import hashlib
import io
import json
import unicodedata
from pathlib import Path

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
DIALECT = {"header": True, "delimiter": ",", "lineTerminator": "\n", "quoteChar": "\"", "doubleQuote": True}


def read_table(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert all(None not in row and None not in row.values() for row in rows), f"{path}: a row is longer or shorter than the header"
    return rows


def write_text(path, text):
    text = unicodedata.normalize("NFC", text)
    assert "\r" not in text and "\ufeff" not in text and text.endswith("\n"), path
    Path(path).write_bytes(text.encode("utf-8"))


def write_table(path, columns, rows):
    """Rows are dictionaries; a missing or empty value is an empty cell, an unknown column is an error."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write_text(path, buffer.getvalue())


def field(name, kind, title, **more):
    """One column of a schema; `required` and `enum` become constraints."""
    constraints = {key: more.pop(key) for key in ("required", "enum") if key in more}
    column = {"name": name, "type": kind, "title": title, **more}
    if constraints:
        column["constraints"] = constraints
    return column


def fingerprint(path):
    content = Path(path).read_bytes()
    return {"bytes": len(content), "hash": "sha256:" + hashlib.sha256(content).hexdigest()}


def resource(folder, name, title, fields, key=None):
    """A resource entry for the table <name>.csv; its header must be exactly the schema's fields."""
    path = f"{name}.csv"
    with open(Path(folder) / path, encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == [column["name"] for column in fields], path
    schema = {"fields": fields, "missingValues": [""]}
    if key:
        schema["primaryKey"] = key
    return {"name": name, "title": title, "path": path, "format": "csv", "mediatype": "text/csv",
            "encoding": "utf-8", **fingerprint(Path(folder) / path), "dialect": DIALECT, "schema": schema}


def write_package(folder, properties, resources, raw_files=()):
    """Writes datapackage.json. Raw files are no resources, but their bytes and hashes are recorded."""
    descriptor = {"$schema": PROFILE, **properties}
    if raw_files:
        descriptor["rawFiles"] = [{"path": path, **fingerprint(Path(folder) / path)} for path in raw_files]
    descriptor["resources"] = resources
    write_text(Path(folder) / "datapackage.json", json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n")
