#!/usr/bin/env python3
"""Runs `forecast check` on hostile files and holds it to limits.

    python3 hostile.py BINARY FOLDER [PART OF A NAME ...]

The files are written to FOLDER, one at a time, and removed again; `--keep` keeps them. A line a file:
exit code, seconds of processor time, peak memory; a line `VIOLATION` for each that crashes, is slow, takes much memory, or is
refused without a clear message in Vietnamese. The exit code is 1 when there is any.
"""
import multiprocessing
import os
import re
import resource
import signal
import sys
import tempfile
import time

import containers
import texts
import workbooks

SECONDS = 2.0
MEGABYTES = 200
# Sound figures by the hundred thousand are work and no attack: each costs its time and its place.
BULK = re.compile("figures|-bad$|hidden-1000000|heads-590|heads-between|[0-9]-same|[0-9]-differing|-indicators|heads-16384")
BULK_SECONDS, BULK_MEGABYTES = 30.0, 700
TIME_LIMIT = 40
VIETNAMESE = re.compile("[ạảãáàăắằặẳẵâấầậẩẫđếềệểễêọỏõóòôốồộổỗơớờợởỡụủũúùưứừựửữịỉĩíìỵỷỹýỳ]")
LONGEST_MESSAGE = 200_000
LARGEST_OUTPUT = 5_000_000


def run(binary, path):
    """Exit code (negative: signal), seconds, megabytes, standard error, bytes of standard output."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.monotonic()
        child = os.posix_spawn(binary, [binary, "check", path], {"HOME": "/", "PATH": "/usr/bin:/bin"},
                               file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, err.fileno(), 2)])
        is_late = False
        while True:
            done, status, usage = os.wait4(child, os.WNOHANG)
            if done:
                break
            if time.monotonic() - start > TIME_LIMIT and not is_late:
                os.kill(child, signal.SIGKILL)
                is_late = True
            time.sleep(0.002)
        # Processor time: what else runs on the machine does not count.
        seconds = usage.ru_utime + usage.ru_stime
        err.seek(0)
        size = out.seek(0, os.SEEK_END)
        return os.waitstatus_to_exitcode(status), seconds, usage.ru_maxrss / 1024, err.read(), size


def violations(name, allowed, code, seconds, megabytes, message, size):
    most_seconds, most_megabytes = (BULK_SECONDS, BULK_MEGABYTES) if BULK.search(name) else (SECONDS, MEGABYTES)
    if code < 0:
        yield f"signal {-code}"
    elif code not in allowed:
        yield f"exit {code}, not {' or '.join(map(str, allowed))}"
    if seconds > most_seconds:
        yield f"{seconds:.1f} s"
    if megabytes > most_megabytes:
        yield f"{megabytes:.0f} MB"
    text = message.decode("utf-8", "replace")
    if code in (65, 66) and not ("lỗi" in text and VIETNAMESE.search(text) and "Cách sửa" in text):
        yield "no clear message"
    if len(message) > LONGEST_MESSAGE or size > LARGEST_OUTPUT:
        yield f"{len(message)} bytes of messages, {size} of output"
    if any(ord(c) < 32 and c not in "\n\t" for c in text):
        yield "control characters in the message"
    if "\ufffd" in text and "\ufffd".encode() not in message:
        yield "the message is no UTF-8"


def special_cases(folder):
    """Files that are no files: (name, allowed exits, path)."""
    directory = os.path.join(folder, "directory.xlsx")
    os.makedirs(directory, exist_ok=True)
    yield "special-directory", (66,), directory
    pipe = os.path.join(folder, "pipe.xlsx")
    if not os.path.exists(pipe):
        os.mkfifo(pipe)
    yield "special-pipe", (66,), pipe
    yield "special-zeros", (66,), "/dev/zero"
    yield "special-null", (65, 66), "/dev/null"
    locked = os.path.join(folder, "unreadable.xlsx")
    open(locked, "wb").close()
    os.chmod(locked, 0)
    yield "special-unreadable", (65, 66), locked
    yield "special-missing", (66,), os.path.join(folder, "no-such-file.xlsx")
    loop = os.path.join(folder, "loop.xlsx")
    if not os.path.islink(loop):
        os.symlink(loop, loop)
    yield "special-link-to-itself", (66,), loop
    large = os.path.join(folder, "large.csv")
    with open(large, "wb") as file:
        file.truncate(6 << 30)
    yield "special-6-gigabytes", (65, 66), large


def make_files(pipe, folder, parts):
    """Writes the files one by one, each after the one before was read."""
    for cases, suffix in ((containers.container_cases, ".xlsx"), (workbooks.workbook_cases, ".xlsx"),
                          (texts.text_cases, ".csv")):
        for name, allowed, data in cases():
            if parts and not any(part in name for part in parts):
                continue
            path = os.path.join(folder, name + suffix)
            with open(path, "wb") as file:
                file.write(data)
            pipe.send((name, allowed, path, len(data)))
            pipe.recv()
    pipe.send(None)


def main():
    arguments = [a for a in sys.argv[1:] if a != "--keep"]
    keeps = "--keep" in sys.argv
    binary, folder, *parts = arguments
    binary, folder = os.path.abspath(binary), os.path.abspath(folder)
    # The rule files are found in the folder `datasets` of the current folder.
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
    os.makedirs(folder, exist_ok=True)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    failures, worst = 0, {}

    def check(name, allowed, path, written):
        nonlocal failures
        code, seconds, megabytes, message, size = run(binary, path)
        first = message.decode("utf-8", "replace").splitlines()[:1]
        print(f"{name:44} {code:4} {seconds:6.2f} s {megabytes:6.0f} MB  {written:>10} bytes  {first[0][:150] if first else ''}", flush=True)
        kind = "bulk" if BULK.search(name) else name.split("-")[0]
        count, slowest, largest = worst.get(kind, (0, 0, 0))
        worst[kind] = (count + 1, max(slowest, seconds), max(largest, megabytes))
        for violation in violations(name, allowed, code, seconds, megabytes, message, size):
            failures += 1
            print(f"VIOLATION {name}: {violation}", flush=True)

    # The files are made in another process: what a process takes before it runs the program counts as the
    # program's memory.
    here, there = multiprocessing.Pipe()
    maker = multiprocessing.Process(target=make_files, args=(there, folder, parts), daemon=True)
    maker.start()
    while (made := here.recv()) is not None:
        name, allowed, path, written = made
        check(name, allowed, path, written)
        if not keeps:
            os.remove(path)
        here.send(True)
    for name, allowed, path in special_cases(folder):
        if not parts or any(part in name for part in parts):
            check(name, allowed, path, "")
    print("\n| kind | files | slowest | most memory |\n| --- | --- | --- | --- |")
    for kind, (count, slowest, largest) in worst.items():
        print(f"| {kind} | {count} | {slowest:.2f} s | {largest:.0f} MB |")
    print(f"\n{failures} violations")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
