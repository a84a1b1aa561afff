#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Attacks a published report as an outsider would, from what is published alone, and says what can be deduced.

  attack.py reports/2019
  attack.py reports/2019 --published reports/2018 --boards data/stadsdelsnamnder.csv
  attack.py reports/2019 --program ledsaga --project . --save-truth truth.json     (judged against the true values)
  attack.py reports/2019 --truth truth.json --json
"""
import argparse
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from judge import Attack
from pages import unbound_numbers
from published import Release
from truth import PersonMonths, Truth, collect


def read_release(report, published=(), queries=None, boards=None, questionnaires=()):
    """Everything an intruder has read."""
    release = Release()
    for folder in published:
        release.add_report(folder)
    release.add_report(report)
    if queries:
        release.add_answers(queries)
    if boards:
        release.add_boards(boards)
    for path in questionnaires:
        release.add_questionnaire(path)
    return release


def main(arguments=None):
    """The command line. Exit code 1 when anything can be deduced, 2 when a relation or the release itself is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", help="folder of the published report")
    parser.add_argument("--published", action="append", default=[], metavar="DIR", help="an earlier published report")
    parser.add_argument("--queries", metavar="DIR", help="answers of `ledsaga query --format json` that are published beside it")
    parser.add_argument("--boards", metavar="FILE", help="the public table of boards and their successors")
    parser.add_argument("--questionnaire", action="append", default=[], metavar="FILE", help="a public questionnaire (codebook)")
    parser.add_argument("--truth", metavar="FILE", help="true values, for the judge")
    parser.add_argument("--program", metavar="FILE", help="the program, to ask for the true values")
    parser.add_argument("--project", metavar="DIR", help="the project of the report, to ask for the true values")
    parser.add_argument("--save-truth", metavar="FILE", help="write the true values here")
    parser.add_argument("--json", action="store_true", help="the result as JSON")
    parser.add_argument("--limit", type=int, default=0, help="show at most so many findings of each kind")
    options = parser.parse_args(arguments)
    release = read_release(options.report, options.published, options.queries, options.boards, options.questionnaire)
    records = None
    if options.truth:
        with open(options.truth, encoding="utf-8") as file:
            records = json.load(file)
    elif options.program and options.project:
        years = sorted({row.year for row in release.rows if row.year})
        records = collect(options.program, options.project, release, years)
        if options.save_truth:
            with open(options.save_truth, "w", encoding="utf-8") as file:
                json.dump(records, file, ensure_ascii=False)
    truth = None
    if records is not None:
        persons = None
        if options.project:
            try:
                persons = PersonMonths(options.project, release.merged_into)
            except (KeyError, ValueError, UnicodeDecodeError):
                persons = None
        truth = Truth(records, release, persons)
    attack = Attack(release, truth)
    unbound = unbound_numbers(release)
    if options.json:
        print(json.dumps({"summary": attack.summary(), "findings": [finding.record() for finding in attack.findings],
                          "notes": attack.notes, "false_relations": attack.false_relations, "conflicts": [str(one) for one in attack.system.conflicts],
                          "numbers_in_no_table": [{"page": page, "number": number, "line": line} for page, number, line in unbound]},
                         ensure_ascii=False, indent=1))
    else:
        write_text(attack, options.limit)
        print(f"numbers on pages that stand in no table: {len(unbound)}")
        for page, number, line in unbound[:options.limit or len(unbound)]:
            print(f"  {page}: {number}: {line}")
    if attack.false_relations or attack.system.conflicts:
        return 2
    return 1 if attack.findings else 0


def write_text(attack, limit):
    """The findings in words, then the figures."""
    shown = {}
    for finding in attack.findings:
        key = (finding.category, finding.kind)
        shown[key] = shown.get(key, 0) + 1
        if not limit or shown[key] <= limit:
            print(finding.text())
    for text in attack.notes[:limit or None]:
        print("note:", text)
    for text in attack.false_relations:
        print("FALSE RELATION:", text)
    for conflict in attack.system.conflicts:
        print("CONFLICT:", *conflict)
    for key, value in attack.summary().items():
        if key != "kinds":
            print(f"{key.replace('_', ' ')}: {value}")
    for kind, count in sorted(attack.summary()["kinds"].items()):
        print(f"  {count:5d}  {kind}")


if __name__ == "__main__":
    sys.exit(main())
