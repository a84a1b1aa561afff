# SPDX-License-Identifier: EUPL-1.2
"""The judge's side: the true values behind a release, from the program's internal answers, and who contributes to an hour.

The attack never reads this; it is used afterwards, to judge what the attack found.
"""
import csv
import glob
import json
import os
import re
import subprocess
from collections import defaultdict
from datetime import date, timedelta

from published import Row


def query_arguments(definition, settings, dimensions):
    """`ledsaga query` arguments that ask for one table's numbers; None for what the judge does not need."""
    by = ["--by", ",".join(dimension.replace("_", "-") for dimension in dimensions)] if dimensions else []
    flexible = re.fullmatch(r"flexible-use (change )?(F\w+)/(D\d)/(\w+)", definition)
    if flexible:
        names = {"F1": "moved-hours", "F1o": "moved-hours-or-overrun", "D1": "granted", "D2": "performed", "D3": "complete-period"}
        measure = "flexible-use:change" if flexible[1] else "flexible-use"
        return [measure] + by + ["--definition", names[flexible[2]], "--denominator", names[flexible[3]], "--anchor", flexible[4]]
    if definition.startswith("persons on "):
        return ["persons"] + by + ["--on", definition.split()[-1]]
    quantile = {"granted-hours q0.5": "granted-hours:median", "granted-hours q0.25": "granted-hours:lower-quartile",
                "granted-hours q0.75": "granted-hours:upper-quartile", "flexible-use F2 q0.5": "flexible-use:shifted-share-median"}
    if definition in quantile:
        return [quantile[definition]] + by
    if definition.startswith("decomposition"):
        return None
    parts = definition.split()
    if definition.startswith("item:"):
        return None
    return [":".join(parts[:2])] + by


def collect(program, project, release, years):
    """Internal rows for every table of the release, as JSON-able records."""
    asked, records = set(), []
    for row in release.rows:
        dimensions = tables_dimensions(row, release)
        arguments = query_arguments(row.definition, row.settings, dimensions)
        if arguments is None or tuple(arguments) in asked:
            continue
        asked.add(tuple(arguments))
        records += internal(program, project, arguments, row.definition, years, row.settings)
    for measure in ("performed-hours:unlimited", "performed-hours:outside-decisions"):
        records += internal(program, project, [measure], measure.replace(":", " "), years)
    return records


def internal(program, project, arguments, definition, years, settings=None):
    """One internal answer as records; empty when the program has no such answer."""
    command = [program, "query", *arguments, "--year", f"{min(years)}..{max(years)}" if len(years) > 1 else str(years[0]),
               "--total", "--internal", "--format", "json", "-C", project, "-q"]
    answer = subprocess.run(command, capture_output=True, text=True)
    if answer.returncode != 0:
        return [{"failed": " ".join(arguments), "error": answer.stderr.strip()}]
    records = []
    for record in json.loads(answer.stdout)["rows"]:
        record = {key: ("" if value is None else value if isinstance(value, str) else repr(value)) for key, value in record.items()}
        record.setdefault("year", str(years[0]))
        records.append({"definition": definition, "settings": settings or {}, "record": record})
    return records


def collect_outside(program, project, release, years):
    """How many persons the hours outside decisions are of, in every cell that has both performed hours and utilisation."""
    wanted = {tuple(tables_dimensions(row, release)) for row in release.rows if row.definition == "utilisation"}
    records = []
    for dimensions in sorted(wanted):
        by = ["--by", ",".join(one.replace("_", "-") for one in dimensions)] if dimensions else []
        for measure in ("performed-hours:unlimited", "performed-hours:outside-decisions"):
            records += internal(program, project, [measure] + by, measure.replace(":", " "), years)
    return records


def tables_dimensions(row, release):
    """The dimensions a row's table has, with group, wave for surveys; remembered for each table."""
    cache = release.__dict__.setdefault("dimensions_of_table", {})
    key = (row.table, row.definition)
    if key not in cache:
        found = []
        for other in release.rows:
            if other.table == row.table:
                for dimension, _ in other.domain:
                    if dimension not in found:
                        found.append(dimension)
        if "group" in found:
            found.insert(found.index("group") + 1, "wave")
        cache[key] = found
    return cache[key]


class Truth:
    """True values of quantities, and who contributes to hours."""

    def __init__(self, records, release, persons=None):
        self.values = {}
        self.failed = [record["failed"] for record in records if "failed" in record]
        whole_years, without_unlimited = release.whole_years, release.without_unlimited()
        for record in records:
            if "failed" in record:
                continue
            row = Row("truth", record["definition"], record["settings"], record["record"])
            for column, symbol, domain in row.columns(whole_years, without_unlimited):
                if column in row.numbers and row.year is not None:
                    self.values.setdefault((symbol, row.year, domain), row.numbers[column])
        self.persons = persons

    def value(self, name):
        """The true value of a quantity, or None."""
        return self.values.get(name)

    def of_terms(self, terms):
        """Σ coefficient · true value, or None when one of them is not known."""
        total = 0.0
        for name, coefficient in terms:
            value = self.values.get(name)
            if value is None:
                return None
            total += coefficient * value
        return total

    def contributors(self, terms, value):
        """Each person's hours in Σ terms, when the judge's own reading of the exports gives the same sum; else None."""
        if self.persons is None:
            return None
        found = defaultdict(float)
        names = {name[0]: (name[1:], coefficient) for name, coefficient in terms}
        if len(terms) == 2 and names.get("PH") == (names.get("U", ("", 0))[0], 1) and names["U"][1] == -1:
            terms = [(("outside",) + terms[0][0][1:], 1)]
        for (symbol, year, domain), coefficient in terms:
            for person, hours in self.persons.hours(symbol, year, domain).items():
                found[person] += coefficient * hours
        found = {person: hours for person, hours in found.items() if abs(hours) > 1e-6}
        if abs(sum(found.values()) - value) > 0.02 + 1e-6 * abs(value):
            return None
        return sorted(found.values(), reverse=True)


class PersonMonths:
    """Granted and performed hours of each person and month, read from canonical exports without faults."""

    def __init__(self, project, merged_into, age_groups=(0, 23, 65, 80)):
        self.merged_into, self.age_groups = merged_into, age_groups
        self.granted = defaultdict(float)
        self.performed = defaultdict(float)
        self.unlimited = set()
        self.attributes = {}
        self.cache = {}
        decisions = defaultdict(list)
        for path in sorted(glob.glob(os.path.join(project, "data", "beslut-*.csv"))):
            with open(path, encoding="utf-8-sig", newline="") as file:
                for record in csv.DictReader(file, delimiter=";"):
                    if record["utfall"] == "avslag" or not record["from"]:
                        continue
                    person = re.sub(r"\D", "", record["person"])
                    start = date.fromisoformat(record["from"])
                    end = date.fromisoformat(record["tom"]) if record["tom"] else date(2100, 1, 1)
                    rows = decisions[(person, record["insats"])]
                    if all(other[3]["beslut_id"] != record["beslut_id"] for other in rows):
                        rows.append((start, end, float((record["timmar"] or "0").replace(",", ".")), record))
        visits = defaultdict(list)
        for path in sorted(glob.glob(os.path.join(project, "data", "utforda-*.csv"))):
            with open(path, encoding="utf-8-sig", newline="") as file:
                for record in csv.DictReader(file, delimiter=";"):
                    if record.get("status", "Utförd") not in ("Utförd", ""):
                        continue
                    day = record.get("datum") or record.get("manad")
                    key = (re.sub(r"\D", "", record["person"]), record["insats"])
                    visits[(key, day[:7])].append((day, float(record["timmar"].replace(",", ".") or 0), record))
        months = sorted({month for _, month in visits})
        if not months:
            return
        years = range(int(months[0][:4]), int(months[-1][:4]) + 1)
        self.months = [f"{year}-{month:02d}" for year in years for month in range(1, 13)]
        for key, rows in decisions.items():
            for month in self.months:
                self.grant(key, month, rows)
        for (key, month), rows in visits.items():
            for day, hours, record in rows:
                self.performed[(key, month)] += hours
            if (key, month) not in self.attributes:
                self.attributes[(key, month)] = self.places(rows[0][2], key, "unknown")

    def grant(self, key, month, rows):
        """Granted hours of one month, and the attributes of the decision with most days in it."""
        first = date(int(month[:4]), int(month[5:]), 1)
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        length, best, hours = (after - first).days, None, 0.0
        for start, end, rate, record in rows:
            days = (min(end + timedelta(1), after) - max(start, first)).days
            if days <= 0:
                continue
            unit = record.get("enhet") or "månad"
            if unit == "vecka":
                hours += rate * days / 7
            elif unit == "period":
                touched = (end.year - start.year) * 12 + end.month - start.month + 1
                hours += rate / touched * days / length
            else:
                hours += (rate / 12 if unit == "år" else rate) * days / length
            if record.get("fri") == "ja":
                self.unlimited.add((key, month))
            if best is None or (days, -start.toordinal()) > (best[0], -best[1].toordinal()):
                best = (days, start, record)
        if best is None:
            return
        self.attributes[(key, month)] = self.places(best[2], key, None)
        if (key, month) not in self.unlimited and hours > 0:
            self.granted[(key, month)] = hours

    def places(self, record, key, district):
        """The month's board, law, provider."""
        then = district or record.get("stadsdelsnamnd") or "unknown"
        if record.get("skyddad") == "ja":
            then = "unknown"
        new = then
        while new in self.merged_into:
            new = self.merged_into[new]
        provider = record.get("utforare") or "unknown"
        if record.get("skyddad") == "ja":
            provider = "unknown"
        kind = {"kommunal": "municipal", "enskild": "independent"}.get(record.get("regi"), "unknown")
        return {"district": new, "district_then": then, "law": "LSS" if key[1] == "Ledsagarservice" else "SoL",
                "provider": provider, "provider_type": kind}

    def matches(self, key, month, domain):
        """Whether a person-month lies in a domain."""
        for dimension, value in domain:
            if dimension == "month":
                if month != value:
                    return False
            elif dimension == "sex":
                if ("male" if int(key[0][10]) % 2 else "female") != value:
                    return False
            elif dimension == "age":
                age = int(month[:4]) - int(key[0][:4])
                low = int(re.match(r"\d+", value)[0])
                high = int(value.split("-")[1]) if "-" in value else 200
                if not low <= age <= high:
                    return False
            elif self.attributes.get((key, month), {}).get(dimension) != value:
                return False
        return True

    def hours(self, symbol, year, domain):
        """Hours of each person for B, UB, PH, U in a domain of a year."""
        cached = self.cache.get((symbol, year, domain))
        if cached is not None:
            return cached
        found = defaultdict(float)
        for key, month, value in self.rows(symbol, year):
            if self.matches(key, month, domain):
                found[key[0]] += value
        self.cache[(symbol, year, domain)] = found
        return found

    def rows(self, symbol, year):
        """(person and service, month, hours) behind a symbol in a year."""
        rows = self.cache.get((symbol, year))
        if rows is None:
            source = {"B": self.granted, "UB": self.granted, "PH": self.performed, "U": self.performed, "outside": self.performed}.get(symbol, {})
            rows = [(key, month, value) for (key, month), value in source.items() if int(month[:4]) == year
                    and (symbol != "U" or (key, month) in self.granted) and (symbol != "outside" or (key, month) not in self.granted)]
            self.cache[(symbol, year)] = rows
        return rows


def dominated(hours, percent=10.0):
    """Whether the p % rule says no: fewer than three persons, or the rest is less than p % of the largest."""
    positive = sorted((abs(value) for value in hours), reverse=True)
    if len(positive) < 3:
        return True
    return sum(positive[2:]) < percent / 100 * positive[0] - 1e-9
