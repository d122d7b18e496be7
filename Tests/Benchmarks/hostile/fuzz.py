#!/usr/bin/env python3
"""Mutates the files of the corpus and runs `forecast check` on each mutant.

    python3 fuzz.py BINARY FOLDER [COUNT] [SEED]

A workbook is changed inside (a part's XML, then zipped anew) or in its bytes; a text in its bytes or fields.
Reported is every mutant on which the program ends by a signal, with an exit code other than 0 and 65, or after
ten seconds; these mutants stay in FOLDER. The same seed makes the same mutants.
"""
import io
import os
import random
import re
import subprocess
import sys
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
CORPUS = os.path.join(HERE, "..", "..", "Corpus", "files")
ODD = [b"", b"0", b"-1", b"1", b"65536", b"16385", b"1048577", b"2147483648", b"4294967296", b"9223372036854775808",
       b"1e308", b"NaN", b"inf", b"1e-320", b"A0", b"ZZZZ1", b"XFD1048576", b"A1:XFD1048576", b"b2", b"$", b"_x0000_",
       b"_xD800_", b"&#x301;", b"%", b"\xc3", b"\xef\xbb\xbf", b"s", b"inlineStr", b"str", b"d", b"e", b"b", b"1900", b"2100",
       "Năm 2020".encode(), "Tỷ lệ (%)".encode(), "Tổng số".encode(), "1.234,5".encode(), "−5".encode(), "٣".encode()]


def flip(rng, data):
    data = bytearray(data)
    for _ in range(rng.choice([1, 1, 2, 5, 20])):
        if not data:
            return bytes(data)
        at = rng.randrange(len(data))
        kind = rng.randrange(5)
        if kind == 0:
            data[at] ^= 1 << rng.randrange(8)
        elif kind == 1:
            data[at] = rng.choice([0, 1, 0x7F, 0x80, 0xFF, 0x22, 0x2C, 0x0A])
        elif kind == 2:
            del data[at:at + rng.randrange(1, 40)]
        elif kind == 3:
            data[at:at] = data[at:at + rng.randrange(1, 80)]
        else:
            other = rng.randrange(len(data))
            data[at:at] = data[other:other + rng.randrange(1, 200)]
    return bytes(data)


def mutate_xml(rng, data):
    for _ in range(rng.choice([1, 1, 2, 4])):
        kind = rng.randrange(7)
        values = list(re.finditer(rb'"([^"<>]*)"', data))
        texts = list(re.finditer(rb">([^<>]+)<", data))
        tags = list(re.finditer(rb"<[^<>]+>", data))
        pieces = values if kind < 2 else texts if kind < 4 else tags
        if not pieces:
            continue
        piece = rng.choice(pieces)
        if kind < 4:
            data = data[:piece.start(1)] + rng.choice(ODD) + data[piece.end(1):]
        elif kind == 4:
            data = data[:piece.start()] + data[piece.end():]
        elif kind == 5:
            other = rng.choice(tags)
            data = data[:piece.start()] + other.group() + data[piece.start():]
        else:
            closing = rng.choice(tags)
            first, last = sorted([piece.start(), closing.start()])
            data = data[:first] + data[first:last] * rng.choice([0, 2, 2, 50]) + data[last:]
    return data


def mutate_workbook(rng, data):
    if rng.random() < 0.25:
        return flip(rng, data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()]
    except Exception:
        return flip(rng, data)
    out = io.BytesIO()
    chosen = rng.randrange(len(parts))
    sheets = [i for i, (name, _) in enumerate(parts) if "sheet" in name.lower() or "string" in name.lower()]
    if sheets and rng.random() < 0.7:
        chosen = rng.choice(sheets)
    with zipfile.ZipFile(out, "w", rng.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])) as archive:
        for index, (name, part) in enumerate(parts):
            if index == chosen:
                kind = rng.random()
                if kind < 0.03:
                    continue
                part = mutate_xml(rng, part) if kind < 0.9 else flip(rng, part)
            archive.writestr(name, part)
    return out.getvalue()


def mutate_text(rng, data):
    if rng.random() < 0.4:
        return flip(rng, data)
    for _ in range(rng.choice([1, 2, 4])):
        fields = list(re.finditer(rb"[^,;\t\r\n]+", data))
        if not fields:
            return flip(rng, data)
        field = rng.choice(fields)
        new = rng.choice(ODD) if rng.random() < 0.7 else rng.choice(fields).group() * rng.choice([1, 1, 300])
        data = data[:field.start()] + new + data[field.end():]
    return data


def main():
    binary, folder = map(os.path.abspath, sys.argv[1:3])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 3_000
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    os.makedirs(folder, exist_ok=True)
    names = sorted(os.listdir(CORPUS))
    os.chdir(os.path.join(HERE, "..", "..", ".."))
    codes, failures = {}, 0
    for index in range(count):
        rng = random.Random(f"{seed}/{index}")
        name = rng.choice(names)
        with open(os.path.join(CORPUS, name), "rb") as file:
            data = file.read()
        mutant = mutate_workbook(rng, data) if data[:2] == b"PK" else mutate_text(rng, data)
        path = os.path.join(folder, f"{seed}-{index:05d}-{name}")
        with open(path, "wb") as file:
            file.write(mutant)
        try:
            code = subprocess.run([binary, "check", path], capture_output=True, timeout=10).returncode
        except subprocess.TimeoutExpired:
            code = "late"
        codes[code] = codes.get(code, 0) + 1
        if code in (0, 65):
            os.remove(path)
        else:
            failures += 1
            print(f"{path}: {code}", flush=True)
    print(f"{count} mutants, exit codes {dict(sorted(codes.items(), key=str))}, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
