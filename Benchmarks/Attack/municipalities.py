#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Makes municipalities with the program's own `simulate`, publishes their reports, attacks each and prints what was found.

  municipalities.py --program ./ledsaga --count 36
  municipalities.py --program ./ledsaga --only 3,7 --keep kept

Municipality k is always the same one: its size, boards, years and kind follow from k. Each year's report is published before the next
is made, and given to it (--published); the attack reads them all, and answers of queries where the kind says so.
"""
import argparse
import csv
import glob
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from attack import read_release
from judge import Attack
from truth import PersonMonths, Truth, collect, collect_outside

SIZES = [25, 40, 60, 80, 110, 150, 200, 300, 450, 700, 1200, 2500]
QUERIES = {
    "intervals": [["utilisation", "--by", "district,law", "--interval", "99"], ["utilisation", "--by", "provider", "--interval", "99"],
                  ["flexible-use", "--by", "district", "--interval", "99"]],
    "crossings": [["persons", "--by", "sex,age"], ["persons", "--by", "law,sex"], ["granted-hours", "--by", "law,age"],
                  ["performed-hours", "--by", "law,sex"], ["performed-hours:outside-decisions", "--by", "law"]],
    "days": [["persons", "--on", f"10-{day:02d}", "--by", "law"] for day in (1, 2, 3)] + [["persons", "--on", "10-01", "--by", "sex"],
                                                                                     ["persons", "--on", "10-02", "--by", "sex"]],
}


class Municipality:
    """What municipality number k is like."""

    def __init__(self, number):
        dice = random.Random(9000 + number)
        self.number, self.seed = number, 100 + number
        self.persons = SIZES[number % len(SIZES)]
        self.boards = ("made-up", "none", "stockholm")[(number // 2) % 3]
        self.faults = self.boards == "stockholm" and dice.random() < 0.5
        self.first, self.last = 2019 - dice.randint(0, 2) + 1, 2020
        self.unlimited = not self.faults and dice.random() < 0.35
        self.form = "months" if dice.random() < 0.25 and not self.faults else "visits"
        self.surveys = 0 if self.boards == "none" else dice.choice([1, 2])
        self.queries = dice.choice(["", "", "intervals", "crossings", "days"])

    def words(self):
        """One word for each thing that is special."""
        return " ".join(word for word in (self.boards, "faults" if self.faults else "", "unlimited" if self.unlimited else "",
                                          self.form if self.form != "visits" else "", self.queries) if word)


def run(command, **options):
    """Run the program; its messages when it fails."""
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode not in (0, 1):
        raise RuntimeError(" ".join(command) + "\n" + done.stderr[-2000:])
    return done.stdout


def simulate(program, town, folder):
    """Write the municipality's exports."""
    command = [program, "simulate", "-o", folder, "--persons", str(town.persons), "--years", f"{town.first}..{town.last}",
               "--seed", str(town.seed), "--form", town.form, "--survey-waves", str(town.surveys), "--without-truth", "-q"]
    if town.first == town.last:
        command[command.index("--years") + 1] = str(town.last)
    if town.boards != "stockholm":
        command += ["--boards", "made-up"]
    if town.faults:
        command.append("--faults")
    run(command)
    if town.boards == "none":
        without_boards(folder)
    if town.unlimited:
        without_ceiling(folder, town.seed)


def without_boards(folder):
    """Take the boards out of the exports: a municipality without them."""
    for path in glob.glob(os.path.join(folder, "data", "beslut-*.csv")):
        rewrite(path, lambda record: record.pop("stadsdelsnamnd", None))
    settings = os.path.join(folder, "ledsaga.yaml")
    with open(settings, encoding="utf-8") as file:
        lines = [line for line in file if not re.search(r"kind: (districts|population)", line)]
    with open(settings, "w", encoding="utf-8") as file:
        file.writelines(lines)


def without_ceiling(folder, seed):
    """Give some persons decisions without a ceiling of hours."""
    dice = random.Random(seed)
    chosen = {}

    def change(record):
        """A chosen person's decisions lose their hours."""
        if record["person"] not in chosen:
            chosen[record["person"]] = dice.random() < 0.06
        if chosen[record["person"]] and record["utfall"] != "avslag":
            record["fri"] = "ja"
            record["timmar"] = ""
            record["enhet"] = ""

    for path in sorted(glob.glob(os.path.join(folder, "data", "beslut-*.csv"))):
        rewrite(path, change)


def rewrite(path, change):
    """Change every record of a semicolon file in its place."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        records = list(csv.DictReader(file, delimiter=";"))
    for record in records:
        change(record)
    if records:
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(records[0]), delimiter=";", lineterminator="\n")
            writer.writeheader()
            writer.writerows(records)


def publish(program, town, folder):
    """The yearly reports, each knowing the earlier ones. Returns their folders."""
    published = []
    for year in range(town.first, town.last + 1):
        command = [program, "report", "--year", str(year), "-C", folder, "-q"]
        for earlier in published:
            command += ["--published", earlier]
        run(command)
        published.append(os.path.join(folder, "reports", str(year)))
    return published


def ask(program, town, folder):
    """Answers of queries that are published beside the last report."""
    if not town.queries:
        return None
    answers = os.path.join(folder, "answers")
    os.makedirs(answers, exist_ok=True)
    for number, query in enumerate(QUERIES[town.queries]):
        if town.boards == "none" and any("district" in word for word in query):
            continue
        command = [program, "query", *query, "--year", str(town.last), "--total", "--format", "json", "-C", folder, "-q"]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode == 0:
            answer = json.loads(done.stdout)
            if "--interval" in query:
                answer.setdefault("definition", {})["interval"] = query[query.index("--interval") + 1]
            with open(os.path.join(answers, f"{number}.json"), "w", encoding="utf-8") as file:
                json.dump(answer, file)
    return answers


def attack_municipality(program, town, folder):
    """Simulate, publish, attack, judge. Returns the attack on the reports, and the one that has also read the queries (or None)."""
    saved = os.path.join(folder, "true-values.json")
    made = os.path.exists(saved)
    if not made:
        shutil.rmtree(folder, ignore_errors=True)
        simulate(program, town, folder)
        publish(program, town, folder)
        ask(program, town, folder)
    reports = [os.path.join(folder, "reports", str(year)) for year in range(town.first, town.last + 1)]
    answers = os.path.join(folder, "answers") if town.queries else None
    boards = os.path.join(folder, "data", "stadsdelsnamnder.csv")
    boards = boards if town.boards != "none" and os.path.exists(boards) else None
    questionnaires = sorted(glob.glob(os.path.join(folder, "data", "*.codebook.yaml")))

    def release(queries):
        """What has been read, with or without the queries."""
        return read_release(reports[-1], reports[:-1], queries, boards, questionnaires)

    everything = release(answers)
    years = sorted({row.year for row in everything.rows if row.year})
    if made:
        with open(saved, encoding="utf-8") as file:
            records = json.load(file)
    else:
        records = collect(program, folder, everything, years)
        with open(saved, "w", encoding="utf-8") as file:
            json.dump(records, file)
    if town.faults:
        extra = os.path.join(folder, "outside.json")
        if not os.path.exists(extra):
            with open(extra, "w", encoding="utf-8") as file:
                json.dump(collect_outside(program, folder, everything, years), file)
        with open(extra, encoding="utf-8") as file:
            records = records + json.load(file)
    persons = None if town.faults else PersonMonths(folder, everything.merged_into)
    reports_alone = release(None)
    attack = Attack(reports_alone, Truth(records, reports_alone, persons))
    with_queries = Attack(everything, Truth(records, everything, persons)) if answers else None
    return attack, with_queries


COLUMNS = ["hidden_counts", "narrowed_counts", "narrowed_bases", "hidden_sums", "narrowed_sums", "small_differences", "dominated_differences"]


def main():
    """Prints one line for each municipality, and the totals."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--count", type=int, default=36)
    parser.add_argument("--only", help="numbers with comma between")
    parser.add_argument("--keep", metavar="DIR", help="keep the projects here")
    parser.add_argument("--reuse", action="store_true", help="attack the projects that --keep has kept, without making them again")
    parser.add_argument("--findings", metavar="FILE", help="write every finding here, one JSON object a line")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    numbers = [int(one) for one in options.only.split(",")] if options.only else range(options.count)
    root = options.keep or tempfile.mkdtemp(prefix="attack-")
    os.makedirs(root, exist_ok=True)
    totals, kinds, failed = dict.fromkeys(COLUMNS + ["false_relations", "conflicts", "undecided", "contributors_unknown", "told", "by_queries"], 0), {}, 0
    print(f"{'no':>3} {'persons':>7} {'years':>5} {'counts':>7} {'narrow':>6} {'bases':>6} {'sums':>6} {'narrow':>6} {'small':>6} {'domin':>6} "
          f"{'false':>5} {'open':>5} {'query':>6} {'seconds':>7}  kind", flush=True)
    for number in numbers:
        town = Municipality(number)
        folder = os.path.join(root, f"m{number:03d}")
        if not options.reuse:
            shutil.rmtree(folder, ignore_errors=True)
        try:
            attack, with_queries = attack_municipality(program, town, folder)
        except RuntimeError as error:
            failed += 1
            print(f"{number:3d} {town.persons:7d} {town.last - town.first + 1:5d}  failed: {town.words()}: {str(error).splitlines()[-1][:160]}", flush=True)
            continue
        summary = attack.summary()
        known = {(finding.category, finding.what) for finding in attack.findings}
        more = [finding for finding in with_queries.findings if (finding.category, finding.what) not in known] if with_queries else []
        summary["by_queries"] = len(more)
        if with_queries:
            summary["false_relations"] += len(with_queries.false_relations)
            attack.false_relations += with_queries.false_relations
        for key in totals:
            totals[key] += summary[key]
        for kind, count in summary["kinds"].items():
            kinds.setdefault(kind, [0, 0])
            kinds[kind][0] += count
            kinds[kind][1] += 1
        print(f"{number:3d} {town.persons:7d} {town.last - town.first + 1:5d} {summary['hidden_counts']:7d} {summary['narrowed_counts']:6d} {summary['narrowed_bases']:6d} "
              f"{summary['hidden_sums']:6d} {summary['narrowed_sums']:6d} {summary['small_differences']:6d} {summary['dominated_differences']:6d} "
              f"{summary['false_relations'] + summary['conflicts']:5d} {summary['undecided'] + summary['contributors_unknown']:5d} "
              f"{summary['by_queries']:6d} {summary['seconds']:7.1f}  {town.words()}", flush=True)
        for text in attack.false_relations[:5]:
            print("      false relation:", text[:300], flush=True)
        for conflict in attack.system.conflicts[:5]:
            print("      conflict:", str(conflict)[:300], flush=True)
        if options.findings:
            with open(options.findings, "a", encoding="utf-8") as file:
                for finding in attack.findings + more:
                    file.write(json.dumps({"municipality": number, "by_queries": finding in more, **finding.record()}, ensure_ascii=False) + "\n")
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
    print("totals:", ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in totals.items()), f", failed {failed}")
    for kind, (count, towns) in sorted(kinds.items(), key=lambda entry: -entry[1][0]):
        print(f"  {count:6d} in {towns:3d} municipalities  {kind}")
    if not options.keep:
        shutil.rmtree(root, ignore_errors=True)
    return 2 if totals["false_relations"] or totals["conflicts"] else int(any(totals[key] for key in COLUMNS if not key.startswith("hidden")))


if __name__ == "__main__":
    sys.exit(main())
