# SPDX-License-Identifier: EUPL-1.2
"""Reads what a release shows: open tables, their descriptions, pages; and what queries have answered.

A row of a table is turned into numbers of named quantities (symbol, year, domain). The symbols:

  N persons with a decision         G persons with granted hours       UN persons behind utilisation
  P persons with performed hours    B granted hours                    UB granted hours behind utilisation
  PH performed hours                U performed hours inside decisions PM person-months with granted hours
  FD:… base and FX:… persons with flexible use                         F2N persons behind the median of moved hours
  L persons without a ceiling       WP persons without performed time  OUTP, PHO persons and hours outside decisions
  PHU, PHUP hours without a ceiling, and of how many persons           NWD persons without a board
  NLC persons by combination of laws, N@day persons on a day           ME, MES persons at month ends, and their sum
  DEC decisions in force            DECP persons with them             DWP, DWPP decisions without performed time, persons
  GFULL persons with a whole month  UY:… persons in either of two years
  SENT, ANS questionnaires that arrived and answers                    IA answers to a question
  NR, DK, ASKED no answer, do not know, asked                          RX, RXD respondents of a class, of known class
  V|… the share or ratio itself, of the definition that follows
"""
import csv
import glob
import json
import os
import re

DIMENSIONS = ("month", "district", "district_then", "law", "service", "sex", "age", "provider", "provider_type", "hour_class",
              "factor", "group", "question", "answer", "period_month", "change", "outcome")
NUMBERS = ("value", "n", "numerator", "denominator", "lower", "upper", "se", "p", "p_adjusted")
VALUES = {"item", "item top-box", "awareness", "utilisation", "flexible-use F1/D1/spell"}
"""Definitions whose printed shares stand in linear relations with each other (changes, gaps, parts of a whole)."""

SUMS = {"B", "UB", "PH", "U", "PHO", "PHU"}
PERIOD_SUMS = ("LH:", "LNB:", "LAB:", "LB:", "LU:", "OV:", "PM3:")
"""Hours of complete periods: lapsed, not begun, of absence, granted, performed, above the granted, by month of the period."""
SUMS |= {"HUP", "HDN", "OAG", "OAS", "EK"}


def is_whole(symbol):
    """Whether a symbol counts (persons, decisions, answers, person-months) rather than sums hours."""
    return symbol not in SUMS and not symbol.startswith(("V|",) + PERIOD_SUMS)


class Row:
    """One row of a published table or answer."""
    __slots__ = ("table", "definition", "settings", "year", "domain", "numbers", "texts", "unit", "status", "largest_change", "least_behind")

    def __init__(self, table, definition, settings, record, protection=None):
        self.table, self.definition, self.settings = table, definition, settings
        self.largest_change = (protection or {}).get("largest_change", 0)
        self.least_behind = (protection or {}).get("least_behind", 0)
        year = record.get("year") or record.get("wave")
        self.year = int(year) if year not in (None, "") else None
        self.domain = tuple(sorted((dimension, record[dimension]) for dimension in DIMENSIONS
                                   if record.get(dimension) not in (None, "", "total")))
        self.texts = {key: record.get(key) or "" for key in NUMBERS}
        self.numbers = {key: float(text) for key, text in self.texts.items() if text != ""}
        self.unit, self.status = record.get("unit", ""), record.get("status", "")

    def columns(self, whole_years=(), without_unlimited=()):
        """(column, symbol, domain, in which a hidden row hides it) for each number that is a quantity."""
        found = list(bind(self, whole_years, without_unlimited))
        if self.definition in VALUES:
            found.append(("value", "V|" + self.definition, self.domain))
        return found


def flexible_symbol(kind, definition):
    """FX:… or FD:… for 'F1/D2/spell', with what the definitions make the same number as one symbol.

    F1o asks for one month above the granted hours whatever the period, so it is the same for every anchor. Someone with such a
    month has performed hours inside a decision, so the flexible persons of D1 and of D2 are the same ones.
    """
    rule, base, anchor = definition.split("/")
    if kind == "FD":
        return {"D1": "FD:D1", "D2": "FD:D2"}.get(base, f"FD:D3/{anchor}")
    if base == "D3":
        return f"FX:{rule}/D3/{anchor}"
    return "FX:F1o" if rule == "F1o" else f"FX:F1/{anchor}"


def bind_periods(definition, domain):
    """What the measures of complete periods are of, by the anchor and length of the periods."""
    match = re.fullmatch(r"(lapsed-hours|overrun|period-profile) ?([\w-]*) (\w+/\d+)", definition)
    if not match:
        return []
    kind, periods = (match[1], match[2]), match[3]
    whole = tuple(pair for pair in domain if pair[0] != "period_month")
    parts = {("lapsed-hours", ""): "LH:", ("lapsed-hours", "not-begun"): "LNB:", ("lapsed-hours", "absent"): "LAB:"}
    if kind in parts:
        return [("numerator", parts[kind] + periods, domain), ("denominator", "LB:" + periods, domain), ("n", "LP:" + periods, domain)]
    shares = {("lapsed-hours", "over-half"): "LHP:", ("overrun", "at-ceiling"): "OCP:"}
    if kind in shares:
        return [("numerator", shares[kind] + periods, domain), ("denominator", "LP:" + periods, domain), ("n", "LP:" + periods, domain)]
    if kind == ("overrun", ""):
        return [("numerator", "OV:" + periods, domain), ("denominator", "LU:" + periods, domain), ("n", "LUP:" + periods, domain)]
    if kind == ("period-profile", ""):
        return [("numerator", "PM3:" + periods, domain), ("denominator", "LU:" + periods, whole), ("n", "LUP:" + periods, whole)]
    return []


def bind_decisions(definition, domain):
    """What the measures of new decisions and of expenses are of."""
    def at(dimension, code):
        """The domain of one class."""
        return tuple(sorted(domain + ((dimension, code),)))

    return {
        "hours-change": [("value", "HC", domain), ("n", "HC", domain)],
        "hours-change lower": [("numerator", "HC", at("change", "lower")), ("denominator", "HR", domain), ("n", "HR", domain)],
        "hours-change mean": [("denominator", "HR", domain), ("n", "HR", domain)],
        "hours-change net": [("n", "HR", domain)],
        "hours-change raised-hours": [("value", "HUP", domain)],
        "hours-change lowered-hours": [("value", "HDN", domain)],
        "outcomes": [("value", "OUT", domain)],
        "outcomes refused": [("numerator", "OUT", at("outcome", "refused")), ("denominator", "OUT", domain)],
        "outcomes of-applied": [("numerator", "OAG", domain), ("denominator", "OAS", domain)],
        "expenses": [("numerator", "EX", domain), ("denominator", "N", domain), ("n", "N", domain)],
        "expenses per-user": [("numerator", "EK", domain), ("denominator", "N", domain), ("n", "N", domain)],
        "expenses per-hour": [("numerator", "EK", domain), ("n", "N", domain)],
        "expenses refused": [("value", "EXR", domain), ("n", "EXR", domain)],
    }.get(definition, [])


def bind(row, whole_years, without_unlimited):
    """Which quantity each number of a row is; () for rows that are no linear numbers."""
    definition, domain, year = row.definition, row.domain, row.year
    base_hours = "B" if year in whole_years else "UB"
    base_persons = "G" if year in whole_years else "UN"
    granted_base = "N" if year in without_unlimited else "FD:D1"
    register = tuple(pair for pair in domain if pair[0] != "group")
    simple = {
        "persons": [("value", "N"), ("n", "N")],
        "persons law-combination": [("value", "NLC"), ("n", "NLC")],
        "persons month-end-mean": [("numerator", "MES"), ("n", "ME")],
        "persons per-10000": [("n", "N"), ("numerator", "N")],
        "persons per-1000-paratransit": [("n", "N"), ("numerator", "N")],
        "persons outside-decisions": [("value", "OUTP"), ("n", "OUTP")],
        "persons without-performed": [("value", "WP"), ("n", "WP")],
        "persons without-district": [("value", "NWD"), ("n", "NWD")],
        "persons unlimited": [("value", "L"), ("n", "L")],
        "flexible-use unlimited": [("value", "L"), ("n", "L")],
        "granted-hours": [("value", "B"), ("n", "G")],
        "granted-hours mean": [("numerator", "B"), ("denominator", "PM"), ("n", "G")],
        "granted-hours per-person": [("numerator", "B"), ("denominator", "G"), ("n", "G")],
        "granted-hours decisions": [("value", "DEC"), ("n", "DECP")],
        "granted-hours without-performed": [("value", "DWP"), ("n", "DWPP")],
        "performed-hours": [("value", "PH"), ("n", "P")],
        "performed-hours inside-decisions": [("value", "U"), ("n", base_persons)],
        "performed-hours outside-decisions": [("value", "PHO"), ("n", "OUTP")],
        "performed-hours unlimited": [("value", "PHU"), ("n", "PHUP")],
        "utilisation": [("numerator", "U"), ("denominator", base_hours), ("n", base_persons)],
        "utilisation change": [("n", "UY:" + base_persons)],
        "response-rate": [("numerator", "ANS"), ("denominator", "SENT"), ("n", "SENT")],
        "response-rate answers": [("value", "ANS"), ("n", "ANS")],
        "item answers": [("value", "IA"), ("n", "IA")],
        "item top-box": [("n", "IA")],
        "awareness": [("n", "IA")],
        "item nonresponse": [("numerator", "NR"), ("denominator", "ASKED"), ("n", "ASKED")],
        "item do-not-know": [("numerator", "DK"), ("denominator", "ASKED"), ("n", "ASKED")],
        "respondents": [("numerator", "RX"), ("denominator", "RXD"), ("n", "RXD")],
    }
    if definition in ("item nonresponse", "item do-not-know", "item answers", "item top-box", "awareness"):
        if not any(dimension == "question" for dimension, _ in domain):
            return []
    if definition == "respondents":
        whole = tuple(pair for pair in domain if pair[0] == "group")
        known = tuple(sorted(whole + tuple(("of", dimension) for dimension, _ in domain if dimension != "group")))
        return [("numerator", "RX", domain), ("denominator", "RXD", known), ("n", "RXD", known)]
    if definition == "respondents register":
        return [("numerator", "N", register), ("denominator", "N", ()), ("n", "N", ())]
    if definition.startswith("persons on "):
        day = definition.split()[-1]
        return [("value", "N@" + day, domain), ("n", "N@" + day, domain)]
    if re.fullmatch(r"granted-hours q0\.\d+", definition):
        return [("n", "GFULL", domain)]
    if definition == "flexible-use F2 q0.5":
        return [("n", "F2N", domain)]
    found = bind_periods(definition, domain) or bind_decisions(definition, domain)
    if found:
        return found
    match = re.fullmatch(r"flexible-use (F\w+/D\d/\w+)", definition)
    if match:
        base = flexible_symbol("FD", match[1])
        base = granted_base if base == "FD:D1" else base
        return [("numerator", flexible_symbol("FX", match[1]), domain), ("denominator", base, domain), ("n", base, domain)]
    match = re.fullmatch(r"flexible-use change (F\w+/D\d/\w+)", definition)
    if match:
        base = flexible_symbol("FD", match[1])
        return [("n", "UY:" + (granted_base if base == "FD:D1" else base), domain)]
    return [(column, symbol, domain) for column, symbol in simple.get(definition, [])]


class Release:
    """All rows that one or more published folders and queries show."""

    def __init__(self):
        self.rows = []
        self.comparisons = []
        self.threshold = 5
        self.minimum_base = 10
        self.whole_years = set()
        self.pages = []
        self.merged_into = {}
        self.conditional_questions = set()
        self.favourable = {}
        self.names = []

    def add_report(self, folder, name=None):
        """Read one published report's folder."""
        name = name or os.path.basename(os.path.normpath(folder))
        self.names.append(name)
        tables = folder if os.path.exists(os.path.join(folder, "datapackage.json")) else os.path.join(folder, "tabeller")
        if not os.path.exists(os.path.join(tables, "datapackage.json")):
            tables = os.path.join(folder, "tables")
        with open(os.path.join(tables, "datapackage.json"), encoding="utf-8") as file:
            package = json.load(file)
        for resource in package["resources"]:
            definition = resource.get("definition")
            with open(os.path.join(tables, resource["path"]), encoding="utf-8-sig", newline="") as file:
                records = list(csv.DictReader(file))
            if definition is None:
                self.comparisons += [(name + "/" + resource["name"], record) for record in records]
                continue
            self.rows += [Row(name + "/" + resource["name"], definition, resource.get("settings") or {}, record, resource.get("protection"))
                          for record in records]
        for path in sorted(glob.glob(os.path.join(folder, "**", "*.md"), recursive=True)):
            with open(path, encoding="utf-8") as file:
                text = file.read()
            self.pages.append((os.path.relpath(path, folder), text))
            for sentence in re.findall(r"(?:täcker hela|covers? (?:all|the whole) of) ((?:\d{4}|,|och|and|–|\s)+)", text):
                years = [int(year) for year in re.findall(r"\d{4}", sentence)]
                self.whole_years.update(range(min(years), max(years) + 1))
            for pattern in (r"Ett antal personer, beslut eller svar under (\d+) visas inte", r"fewer than (\d+) is not shown"):
                for found in re.findall(pattern, text):
                    self.threshold = int(found)
            for found in re.findall(r"En andel av färre än (\d+) personer visas inte", text):
                self.minimum_base = int(found)

    def order(self, source):
        """When a table, page or query was published, as a whole number; pages came with the last report."""
        name = source.split("/")[0]
        if source.startswith("query"):
            return len(self.names)
        return self.names.index(name) if name in self.names else len(self.names) - 1

    def add_answers(self, folder):
        """Read the answers of `ledsaga query … --format json` that lie in a folder; a file may hold "where" beside the answer."""
        for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
            with open(path, encoding="utf-8") as file:
                answer = json.load(file)
            definition = answer.get("definition", {})
            years = answer.get("year") or []
            where = answer.get("where") or {}
            for record in answer["rows"]:
                record = {key: "" if value is None else (value if isinstance(value, str) else repr(value)) for key, value in record.items()}
                record.setdefault("year", str(years[0]) if len(years) == 1 else record.get("wave", ""))
                record.update({key.replace("-", "_"): value for key, value in where.items()})
                self.rows.append(Row("query " + os.path.basename(path), definition.get("id", answer.get("measure", "")), definition, record))

    def add_boards(self, path):
        """The public table of boards: which old board became part of which new one."""
        with open(path, encoding="utf-8-sig", newline="") as file:
            for record in csv.DictReader(file):
                values = list(record.values())
                if len(values) >= 4 and values[3]:
                    self.merged_into[values[0]] = values[3]

    def add_questionnaire(self, path):
        """The public questionnaire: the questions that only some were asked."""
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for block in re.split(r"\n  - name: ", text)[1:]:
            name = block.split("\n", 1)[0].strip()
            if "not_asked" in block:
                self.conditional_questions.add(name)
            kind = re.search(r"\n    type: (\w+)", block)
            if kind and kind[1] in ("single", "scale"):
                words = re.search(r"\n    favourable: \[(.*?)\]", block)
                self.favourable[name] = {word.strip(' "') for word in words[1].split(",")} if words else {"often", "always", "agree", "partly-agree"}

    def without_unlimited(self):
        """Years of which a table shows that nobody is without a ceiling."""
        years = set()
        for row in self.rows:
            if row.definition in ("flexible-use unlimited", "persons unlimited") and not row.domain and row.numbers.get("value") == 0:
                years.add(row.year)
        return years
