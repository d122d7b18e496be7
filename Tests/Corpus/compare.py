"""python3 compare.py path/to/forecast [part of a name] [-v]: runs `check FILE --json` on every file and compares."""
import glob
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def observation_faults(expected, actual):
    """The differences, as texts."""
    key = lambda o: (o.get("place"), o.get("indicator"), o.get("year"))
    # A row that says "no figure" may be listed without numbers; it is no observation.
    actual = [o for o in actual if any(o.get(k) is not None for k in ("count", "base", "percent"))]
    want, have, out = {key(o): o for o in expected}, {}, []
    for o in actual:
        if key(o) in have:
            out.append(f"twice {key(o)}")
        have[key(o)] = o
    for k in want:
        if k not in have:
            out.append(f"missing {k}")
            continue
        w, h = want[k], have[k]
        for field in ("count", "base", "status", "sheet", "cell", "line"):
            if field in w and w[field] != h.get(field):
                out.append(f"{k} {field}: {h.get(field)!r}, expected {w[field]!r}")
        p, q = w["percent"], h.get("percent")
        if (p is None) != (q is None) or (p is not None and abs(p - q) > 1e-6):
            out.append(f"{k} percent: {q!r}, expected {p!r}")
    out += [f"not in the file: {k}" for k in have if k not in want]
    return out


def diagnostic_faults(expected, diagnostics):
    left = [d for d in diagnostics if d.get("severity", "error") == "error"]
    out, used = [], []

    def fits(fault, d):
        if "sheet" in fault and d.get("sheet") != fault["sheet"]:
            return False
        spots = [fault] + fault.get("or", [])
        if not any("cell" in s or "line" in s for s in spots):
            return True
        return any(("cell" in s and d.get("cell") == s["cell"]) or ("line" in s and d.get("line") == s["line"]) for s in spots)

    # The precisely placed faults first, so that a loose one does not take their diagnostic.
    for fault in sorted(expected, key=lambda f: ("cell" not in f and "line" not in f, len(f.get("or", [])))):
        found = next((d for d in left if fits(fault, d)), None)
        if found is None:
            out.append(f"not reported: {json.dumps(fault, ensure_ascii=False)}")
            continue
        left.remove(found)
        used.append(fault)
    # One fault may be told at each of the places it concerns ("or"), or as often as it occurs ("repeat").
    left = [d for d in left if not any(f.get("repeat") or ("or" in f and fits(f, d)) for f in used)]
    for d in left:
        out.append(f"unexpected: {d.get('code')} {d.get('sheet')} {d.get('cell') or d.get('line')} {d.get('value')!r}")
    return out


def main():
    arguments = [a for a in sys.argv[1:] if a != "-v"]
    shown = 50 if "-v" in sys.argv else 3
    binary, part = os.path.abspath(arguments[0]), arguments[1] if len(arguments) > 1 else ""
    failed = total = 0
    for file in sorted(glob.glob(os.path.join(HERE, "expected", "*.json"))):
        name = os.path.basename(file)[:-5]
        if part not in name:
            continue
        total += 1
        expected = json.load(open(file, encoding="utf-8"))
        try:
            run = subprocess.run([binary, "check", os.path.join("files", name), "--json"], capture_output=True, timeout=60, cwd=HERE)
        except subprocess.TimeoutExpired:
            failed += 1
            print(f"{name}: no answer within 60 s")
            continue
        out = []
        if run.returncode != expected["exit"]:
            out.append(f"exit {run.returncode}, expected {expected['exit']}")
        try:
            answer = json.loads(run.stdout.decode("utf-8"))
        except ValueError as error:
            out.append(f"no JSON: {error}; {run.stderr[:120]!r}")
            answer = None
        if answer is not None:
            if expected["exit"] == 0:
                out += observation_faults(expected["observations"], (answer.get("data") or {}).get("observations") or [])
                if run.returncode:
                    out += [f"said {d.get('code')} {d.get('sheet')} {d.get('cell') or d.get('line')} {d.get('value')!r}"
                            for d in answer.get("diagnostics", [])[:3]]
            else:
                out += diagnostic_faults(expected["faults"], answer.get("diagnostics", []))
        if out:
            failed += 1
            more = f" (+{len(out) - shown})" if len(out) > shown else ""
            print(f"{name}: " + " | ".join(out[:shown]) + more)
    print(f"{total - failed} of {total} files as expected")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
