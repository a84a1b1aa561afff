# SPDX-License-Identifier: EUPL-1.2
"""Runs each way of reading as a process of its own and prints what it took: measure.py BIN FOLDER.

Wall is from the start of the process to its end, CPU all threads, user and system; of some runs the quickest counts.
Memory is the most that the process held (maximum resident set), in megabytes of 10⁶ bytes.
"""
import os
import sys
import time


def run(command, folder):
    """Wall seconds, CPU seconds and peak megabytes of one run."""
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        os.chdir(folder)
        os.execv(command[0], command)
    _, status, usage = os.wait4(child, 0)
    wall = time.monotonic() - started
    if status != 0:
        sys.exit(f"{' '.join(command)} failed in {folder}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6


def best(command, folder, runs):
    """The least wall, CPU and memory of some runs."""
    return tuple(min(numbers) for numbers in zip(*(run(command, folder) for _ in range(runs))))


def main():
    programs, folder = sys.argv[1:]
    bench, ledsaga = os.path.join(programs, "reading-bench"), os.path.join(programs, "ledsaga")
    visits = "data/utforda-2019.csv"
    query = [ledsaga, "query", "utilisation", "--by", "district"]
    projects = [
        ("city", "a city's year", 15),
        ("large", "rows by person", 3),
        ("by-date", "the same rows by date", 3),
    ]
    for name, title, runs in projects:
        project = os.path.join(folder, name)
        path = os.path.join(project, visits)
        with open(path, "rb") as file:
            rows = sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b"")) - 1
        print(f"\n{title}: {rows} visits, {os.path.getsize(path) / 1e6:.0f} MB")
        print(f"{'':34}{'wall s':>8}{'CPU s':>8}{'peak MB':>9}{'× wall':>8}{'× CPU':>8}")
        bare = None
        for label, command in [
            ("libcsv, bare", [bench, "libcsv", visits]),
            ("records", [bench, "records", visits]),
            ("ledsaga check", [ledsaga, "check"]),
            ("ledsaga query … --by district", query),
        ]:
            wall, cpu, peak = best(command, project, runs)
            bare = bare or (wall, cpu)
            print(
                f"{label:34}{wall:8.3f}{cpu:8.3f}{peak:9.1f}{wall / bare[0]:8.2f}{cpu / bare[1]:8.2f}", flush=True)


main()
