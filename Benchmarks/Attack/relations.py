# SPDX-License-Identifier: EUPL-1.2
"""Every relation between published quantities that follows from the written definitions and rules.

Nothing here is taken from likeness of numbers: each relation is a sentence that someone who has read disclosure.md, the definitions
(`ledsaga explain`) and the tables' own notes can write down.
"""
from collections import defaultdict

import inversion
from pages import board_cells
from published import SUMS, is_whole
from system import System

PARTITIONS = {"sex", "age", "change", "outcome", "period_month"}
"""Dimensions in which a person stands in one class; in all others a person may stand in several."""

TOLD = {"persons in several classes"}
"""Kinds of derived classes that the documentation says are told (persons who changed board or provider during the year)."""


def label(name):
    """A quantity's name in words."""
    symbol, year, domain = name
    words = {"N": "persons", "G": "persons with granted hours", "UN": "persons behind utilisation", "P": "persons with performed hours",
             "B": "granted hours", "UB": "granted hours behind utilisation", "PH": "performed hours",
             "U": "performed hours inside decisions", "PM": "person-months", "L": "persons without a ceiling",
             "WP": "persons without performed time", "OUTP": "persons with hours outside decisions",
             "PHO": "performed hours outside decisions", "PHU": "hours of persons without a ceiling",
             "NWD": "persons without a board", "NLC": "persons by combination of laws", "ME": "persons at some month end",
             "DEC": "decisions in force", "DECP": "persons with decisions in force", "DWP": "decisions without performed time",
             "DWPP": "persons with decisions without performed time", "GFULL": "persons with a whole month",
             "SENT": "questionnaires that arrived", "ANS": "answers", "IA": "answers counted", "NR": "no answer", "DK": "do not know",
             "ASKED": "asked", "RX": "respondents in the class", "RXD": "respondents of known class",
             "F2N": "persons behind the median of moved hours"}.get(symbol)
    if words is None:
        if symbol.startswith("FX:"):
            words = "flexible persons " + symbol[3:]
        elif symbol.startswith("FD:"):
            words = "base of flexible use " + symbol[3:]
        elif symbol.startswith("UY:"):
            words = "in either year, " + label((symbol[3:], year, ())).split(" [")[0]
        elif symbol.startswith("V|"):
            words = "value of " + symbol[2:]
        elif symbol.startswith("N@"):
            words = "persons on " + symbol[2:]
        else:
            words = symbol
    place = ", ".join(f"{dimension}={value}" for dimension, value in domain)
    return f"{words} [{year}{', ' if place else ''}{place}]"


def step_of(values):
    """What the printed sums of one kind are rounded to: 0 when any has decimals, else 1, 10, 100 …"""
    values = [value for value in values if value]
    if len(values) < 4 or any(abs(value - round(value)) > 1e-9 for value in values):
        return 0
    step = 1
    while all(abs(value / (step * 10) - round(value / (step * 10))) < 1e-9 for value in values):
        step *= 10
    return step


def read_rows(release, system):
    """Put every row's numbers into the system: printed ones as known, left-out ones as hidden. Returns the rows by definition."""
    whole_years, without_unlimited = release.whole_years, release.without_unlimited()
    printed = defaultdict(list)
    for row in release.rows:
        for column, symbol, _ in row.columns(whole_years, without_unlimited):
            if symbol in SUMS and column in row.numbers:
                printed[symbol].append(row.numbers[column])
    steps = {symbol: step_of(values) for symbol, values in printed.items()}
    by_definition = defaultdict(list)
    for row in release.rows:
        if row.status == "not_applicable" or row.year is None:
            continue
        by_definition[row.definition].append(row)
        for column, symbol, domain in row.columns(whole_years, without_unlimited):
            name, whole = (symbol, row.year, domain), is_whole(symbol)
            if column in row.numbers:
                if row.status in ("rounded", "perturbed"):
                    system.quantity(name, whole)
                    if column == "value" and row.largest_change:
                        least = max(row.numbers[column] - row.largest_change, row.least_behind if row.numbers[column] else 0)
                        system.tighten(name, least, row.numbers[column] + row.largest_change, f"rounded in {row.table}")
                    continue
                slack = 0 if whole else steps.get(symbol, 0) / 2
                if symbol.startswith("V|"):
                    slack = inversion.half_digit(row.texts[column], rounded="n" not in row.numbers)
                    slack = slack if slack > 1e-9 else 0
                system.show(name, whole, row.numbers[column], slack, row.table)
            elif row.status == "hidden" or (row.status == "shown" and column in ("value", "n", "numerator", "denominator")):
                system.hide(name, whole, (row.table, column, row.status))
    return by_definition


def build(release):
    """The whole system of one release (with earlier ones and queries, when the release holds them)."""
    system = System()
    by_definition = read_rows(release, system)
    for symbol, year, domain, value, page in board_cells(release):
        system.show((symbol, year, domain), is_whole(symbol), value, 0 if is_whole(symbol) else 0.5 + 1e-9, page)
    Builder(release, system, by_definition).run()
    return system


class Builder:
    """Writes the relations down, one kind after another."""

    def __init__(self, release, system, by_definition):
        self.release, self.system, self.by_definition = release, system, by_definition
        self.without_unlimited = release.without_unlimited()

    def has(self, *names):
        """Whether all quantities exist."""
        return all(name in self.system.quantities for name in names)

    def ensure(self, symbol, year, domain):
        """Make a quantity that no table has, so that relations can pass through it."""
        name = (symbol, year, domain)
        self.system.quantity(name, is_whole(symbol))
        return name

    def run(self):
        """All kinds of relations."""
        self.rules()
        self.links_that_need_new_quantities()
        self.totals()
        self.mergers()
        self.provider_types()
        self.nested()
        self.hours()
        self.shares()
        self.years()
        self.decompositions()
        self.surveys()
        self.law_combinations()
        self.interval_levels()
        self.values()
        self.intervals_with_errors()

    # What the written rules say of a hidden or shown number

    def rules(self):
        """Written rules: zeros of counts are shown; hours, shares and quantiles are shown only for groups of some size."""
        threshold, minimum_base = self.release.threshold, self.release.minimum_base
        for row in self.release.rows:
            columns = {column: (symbol, row.year, domain) for column, symbol, domain in
                       row.columns(self.release.whole_years, self.without_unlimited)}
            n = columns.get("n")
            if row.status == "hidden" and row.unit in ("persons", "decisions", "answers") and "value" in columns:
                self.system.tighten(columns["value"], 1, None, "a hidden count is not zero, since zeros are shown")
            if row.status != "shown" or n is None or "n" in row.numbers:
                continue
            value = row.numbers.get("value")
            if row.unit == "hours" and value:
                self.system.tighten(n, threshold, None, f"hours are shown only for at least {threshold} persons")
            elif row.unit == "hours per month":
                self.system.tighten(n, minimum_base, None, f"a quantile or mean is shown without n only for at least {minimum_base}")
            elif row.definition == "flexible-use F2 q0.5":
                self.system.tighten(n, minimum_base, None, f"a quantile is shown only for at least {minimum_base}")
            elif row.unit == "share" and "numerator" in columns and not is_whole(columns["numerator"][0]):
                self.system.tighten(n, minimum_base, None, f"a ratio is shown without n only for at least {minimum_base} persons")
            elif row.unit == "share" and "numerator" in columns and value is not None:
                self.system.tighten(n, minimum_base, None, f"a share is shown only for at least {minimum_base}")
                if value > 0:
                    self.system.tighten(columns["numerator"], threshold, None,
                                        f"a share is shown only when at least {threshold} belong to it")
                if value < 1:
                    self.system.relate([(n, 1), (columns["numerator"], -1)], threshold, None,
                                       f"a share is shown only when at least {threshold} do not belong to it")

    # Links

    def links_that_need_new_quantities(self):
        """Quantities through which relations pass though no table prints them."""
        for symbol, year, domain in list(self.system.quantities):
            if symbol in ("U",) and year in self.release.whole_years:
                self.ensure("B", year, domain)

    def groups(self, symbols=None):
        """(symbol, year, parent domain, dimension) → children, for every parent that exists."""
        found = defaultdict(list)
        for name in self.system.quantities:
            symbol, year, domain = name
            if symbol.startswith("V|") or (symbols is not None and symbol not in symbols):
                continue
            for position, (dimension, _) in enumerate(domain):
                if dimension in ("group", "question", "of"):
                    continue
                parent = domain[:position] + domain[position + 1:]
                if (symbol, year, parent) in self.system.quantities:
                    found[(symbol, year, parent, dimension)].append(name)
        return found

    def totals(self):
        """Totals over boards, ages, sexes, laws, months, providers: sums add up; persons in one class add up, in several they do not."""
        for (symbol, year, parent_domain, dimension), children in sorted(self.groups().items(), key=str):
            parent = (symbol, year, parent_domain)
            if symbol in ("NLC", "RX", "IA", "MES", "ANS", "SENT", "NR", "DK", "ASKED", "RXD") or symbol.startswith("UY:"):
                if symbol in ("ANS", "SENT", "RX"):
                    self.add_up(parent, children, f"{label(parent)} is the sum over {dimension}")
                elif symbol == "IA":
                    self.system.relate([(parent, 1)] + [(child, -1) for child in children], 0, None,
                                       f"{label(parent)} is at least the sum over {dimension}")
                elif symbol.startswith("UY:") and dimension in PARTITIONS:
                    pass
                elif symbol.startswith("UY:"):
                    self.union(parent, children, dimension)
                continue
            if symbol.startswith("FX:") and dimension not in PARTITIONS:
                self.flexible_over_overlapping_classes(parent, children, dimension)
                continue
            additive = not is_whole(symbol) or symbol in ("PM", "DEC", "DWP", "HC", "HR", "OUT") or dimension in PARTITIONS
            if additive:
                self.add_up(parent, children, f"{label(parent)} is the sum over {dimension}")
            else:
                self.union(parent, children, dimension)

    def add_up(self, parent, children, words):
        """parent = Σ children, and the hidden children together as a class of their own."""
        self.system.relate([(parent, 1)] + [(child, -1) for child in children], 0, 0, words)
        hidden = [child for child in children if not self.system.quantities[child].known]
        if self.system.quantities[parent].known and len(hidden) > 1:
            self.system.derive("hidden cells together", ("hidden of", parent, children[0][2], len(children)),
                               [(child, 1) for child in hidden], is_whole(parent[0]),
                               "the hidden parts of " + label(parent) + ": " + "; ".join(label(child) for child in hidden))

    def union(self, parent, children, dimension):
        """Persons of a union: no fewer than each class, no more than the classes together."""
        by_law = {dict(child[2])["law"]: child for child in children} if dimension == "law" else {}
        if "SoL-only" in by_law:
            if "LSS" in by_law:
                self.add_up(parent, [by_law["SoL-only"], by_law["LSS"]], f"{label(parent)} have LSS, with or without SoL, or SoL only")
            if "SoL" not in by_law:
                return
            self.system.derive("both laws", ("both", parent[0], parent[1], parent[2], "apart"), [(by_law["SoL"], 1), (by_law["SoL-only"], -1)], True,
                               f"persons with both laws: SoL − SoL only, {label(parent)}")
            children = [child for child in children if child != by_law["SoL-only"]]
        for child in children:
            self.system.relate([(parent, 1), (child, -1)], 0, None, f"{label(child)} are among {label(parent)}")
        symbol, year, domain = parent
        values = {dict(child[2])[dimension]: child for child in children}
        if dimension == "law" and set(values) == {"SoL", "LSS"}:
            sol, lss = values["SoL"], values["LSS"]
            self.system.derive("both laws", ("both", symbol, year, domain), [(sol, 1), (lss, 1), (parent, -1)], True,
                               f"persons with both laws: SoL + LSS − all, {label(parent)}")
            self.system.derive("one law only", ("only SoL", symbol, year, domain), [(parent, 1), (lss, -1)], True,
                               f"persons with SoL only: all − LSS, {label(parent)}")
            self.system.derive("one law only", ("only LSS", symbol, year, domain), [(parent, 1), (sol, -1)], True,
                               f"persons with LSS only: all − SoL, {label(parent)}")
        else:
            self.system.derive("persons in several classes", ("several", symbol, year, domain, dimension),
                               [(child, 1) for child in children] + [(parent, -1)], True,
                               f"{label(parent)} counted in more than one {dimension}")

    def flexible_over_overlapping_classes(self, parent, children, dimension):
        """Someone in one class only is flexible there as in all; the others are counted by the bases.

        With E = Σ base of classes − base of all, at most E persons stand in several classes, so −E ≤ Σ x − x of all ≤ 2E.
        """
        base = {"FX:F1o": "FD:D1", "FX:F1/spell": "FD:D1", "FX:F1/calendar": "FD:D1"}.get(parent[0])
        if base is None:
            return
        if parent[1] in self.without_unlimited:
            base = "N"
        bases = [(base,) + child[1:] for child in children]
        base_of_all = (base,) + parent[1:]
        if not self.has(base_of_all, *bases):
            return
        excess = [(name, 1) for name in bases] + [(base_of_all, -1)]
        difference = [(child, 1) for child in children] + [(parent, -1)]
        words = f"a person in one {dimension} only is flexible there as in all: {label(parent)}"
        self.system.relate(difference + excess, 0, None, words)
        self.system.relate(difference + [(name, -2 * value) for name, value in excess], None, 0, words)

    def mergers(self):
        """Boards that became one: sums add up, persons are a union; a board that did not merge is the same number."""
        merged_into = self.release.merged_into
        by_new = defaultdict(list)
        for symbol, year, domain in list(self.system.quantities):
            places = dict(domain)
            if "district_then" not in places or symbol.startswith("V|"):
                continue
            new = merged_into.get(places["district_then"], places["district_then"])
            while new in merged_into:
                new = merged_into[new]
            rest = tuple(pair for pair in domain if pair[0] != "district_then")
            now = (symbol, year, tuple(sorted(rest + (("district", new),))))
            if now in self.system.quantities:
                by_new[now].append((symbol, year, domain))
        for now, parts in by_new.items():
            if len(parts) == 1 and dict(parts[0][2])["district_then"] not in merged_into:
                self.system.relate([(now, 1), (parts[0], -1)], 0, 0, f"{label(now)} is the same board as before")
            elif not is_whole(now[0]) or now[0] in ("PM", "DEC"):
                self.add_up(now, parts, f"{label(now)} is the sum of the boards that merged")
            elif now[0].startswith("FX:"):
                self.flexible_over_overlapping_classes(now, parts, "board that merged")
            else:
                self.union(now, parts, "district_then")

    def provider_types(self):
        """The municipality's own provider is of the municipal type; a provider that is not known may be of either."""
        for symbol, year, domain in list(self.system.quantities):
            places = dict(domain)
            if symbol not in ("PH", "U", "UB", "B") or set(places) != {"provider_type"}:
                continue
            of_type, unknown = [], []
            for other in self.system.quantities:
                if other[:2] != (symbol, year) or set(dict(other[2])) != {"provider"}:
                    continue
                provider = dict(other[2])["provider"]
                if provider == "unknown":
                    unknown.append(other)
                elif (places["provider_type"] == "municipal") == ("egen regi" in provider.lower()):
                    of_type.append(other)
            if places["provider_type"] not in ("municipal", "independent") or not of_type:
                continue
            name = (symbol, year, domain)
            terms = [(name, 1)] + [(other, -1) for other in of_type]
            words = f"{label(name)} are those of its providers, and perhaps of the provider that is not known"
            self.system.relate(terms, 0, None, words)
            self.system.relate(terms + [(other, -1) for other in unknown], None, 0, words)

    def nested(self):
        """Sets of persons that lie in each other, in the same cell."""
        chains = [
            ("G", "N", "persons without granted hours", "only persons with a decision have granted hours"),
            ("UN", "G", "granted outside the window", "utilisation uses the window's months"),
            ("FD:D1", "N", "persons without a ceiling", "D1 is the persons but those without a ceiling"),
            ("FD:D2", "FD:D1", "base D1 − base D2", "D2 is part of D1"),
            ("FD:D2", "N", "base D1 − base D2", "D2 is part of D1"),
            ("FD:D2", "P", "persons with hours − base D2", "D2 have performed hours"),
            ("FD:D3/spell", "FD:D1", "base D1 − base D3", "D3 is part of D1"),
            ("FD:D3/spell", "N", "base D1 − base D3", "D3 is part of D1"),
            ("FD:D3/calendar", "FD:D1", "base D1 − base D3", "D3 is part of D1"),
            ("FD:D3/calendar", "N", "base D1 − base D3", "D3 is part of D1"),
            ("FX:F1/spell", "FX:F1o", "flexible F1o − F1", "F1 asks for more than F1o"),
            ("FX:F1/calendar", "FX:F1o", "flexible F1o − F1", "F1 asks for more than F1o"),
            ("FX:F1/D3/spell", "FX:F1/spell", "flexible D1 − D3", "D3 is part of D1"),
            ("FX:F1/D3/calendar", "FX:F1/calendar", "flexible D1 − D3", "D3 is part of D1"),
            ("FX:F1o/D3/spell", "FX:F1o", "flexible D1 − D3", "D3 is part of D1"),
            ("FX:F1o/D3/calendar", "FX:F1o", "flexible D1 − D3", "D3 is part of D1"),
            ("FX:F1/D3/spell", "FX:F1o/D3/spell", "flexible F1o − F1", "F1 asks for more than F1o"),
            ("FX:F1/D3/calendar", "FX:F1o/D3/calendar", "flexible F1o − F1", "F1 asks for more than F1o"),
            ("ME", "N", "persons at no month end", "persons at a month end have a decision in the year"),
            ("GFULL", "G", "persons without a whole month", "whole months are granted months"),
            ("F2N", "P", "persons with hours − base of the median", "the median is over persons with performed hours"),
            ("FD:D2", "F2N", "persons without a ceiling", "D2 have performed hours in granted months"),
            ("DECP", "DEC", "decisions − persons", "each has at least one decision"),
            ("DWPP", "DWP", "decisions − persons", "each has at least one decision"),
            ("WP", "N", "persons with performed time", "they have a decision"),
            ("HR", "HC", "persons whose decisions ended", "those with a new decision in place of an old one had a change"),
            ("EX", "N", "persons without expenses", "they have a decision"),
            ("EXR", "N", "persons not refused an expense", "they have a decision"),
        ]
        index = defaultdict(list)
        for symbol, year, domain in self.system.quantities:
            index[(year, domain)].append(symbol)
        for (year, domain), symbols in list(index.items()):
            present = set(symbols)
            for inner, outer, kind, words in chains:
                if inner in present and outer in present:
                    self.subset((inner, year, domain), (outer, year, domain), kind, words)
            going_on = [("HC", year, tuple(sorted(domain + (("change", code),)))) for code in ("lower", "same", "higher")]
            if "HR" in present and self.has(*going_on):
                self.add_up(("HR", year, domain), going_on, "those with a new decision got fewer, as many or more hours")
            for symbol in symbols:
                self.periods(symbol, year, domain, present)
                if symbol.startswith("N@") and "N" in present:
                    self.subset((symbol, year, domain), ("N", year, domain), "persons not on the day", "they have a decision in the year")
                if symbol.startswith("FX:"):
                    base = self.base_of(symbol, year)
                    for one in base:
                        if one in present:
                            self.subset((symbol, year, domain), (one, year, domain), "complement of a share", "flexible persons are in the base")
            for anchor in ("spell", "calendar"):
                for rule, of_all in ((f"FX:F1/D3/{anchor}", f"FX:F1/{anchor}"), (f"FX:F1o/D3/{anchor}", "FX:F1o")):
                    outer = "N" if year in self.without_unlimited else "FD:D1"
                    names = [(rule, year, domain), (of_all, year, domain), (f"FD:D3/{anchor}", year, domain), (outer, year, domain)]
                    if self.has(*names):
                        self.system.relate([(names[3], 1), (names[2], -1), (names[1], -1), (names[0], 1)], 0, None,
                                           "flexible persons without a whole period are among the persons without one")
            if year not in self.without_unlimited and {"FD:D1", "N"} <= present and ("L", year, ()) in self.system.quantities:
                terms = [(("N", year, domain), 1), (("FD:D1", year, domain), -1)]
                self.system.relate(terms + [(("L", year, ()), -1)], 0 if not domain else None, 0, "D1 = persons − persons without a ceiling")
            days = sorted(symbol for symbol in symbols if symbol.startswith("N@"))
            for first, second in zip(days, days[1:]):
                self.system.derive("one day and the next asked for", ("days", first, second, year, domain),
                                   [((first, year, domain), 1), ((second, year, domain), -1)], True,
                                   f"{label((first, year, domain))} − {label((second, year, domain))}", negative=True)
        self.performed_persons(index)
        for year in {name[1] for name in self.system.quantities}:
            place = (("district", "unknown"),)
            if self.has(("NWD", year, ()), ("N", year, place)):
                self.subset(("NWD", year, ()), ("N", year, place), "protected persons", "they stand among those without a board")

    def base_of(self, symbol, year):
        """The bases that flexible persons of a symbol belong to."""
        if "/D3/" in symbol:
            return ["FD:D3/" + symbol.rsplit("/", 1)[1]]
        return ["FD:D1", "FD:D2", "N", "P"]

    def subset(self, inner, outer, kind, words):
        """inner ⊂ outer, and what is between them as a class."""
        self.system.derive(kind, ("between", inner, outer), [(outer, 1), (inner, -1)], True,
                           f"{label(outer)} − {label(inner)}: {words}")

    def performed_persons(self, index):
        """Persons with a decision, without performed time, with hours outside decisions."""
        for (year, domain), symbols in list(index.items()):
            if not {"N", "P"} <= set(symbols):
                continue
            persons, performed, outside = ("N", year, domain), ("P", year, domain), ("OUTP", year, ())
            self.system.derive("persons − persons with hours", ("persons − performed", year, domain), [(persons, 1), (performed, -1)], True,
                               f"{label(persons)} − {label(performed)}", negative=True)
            if outside in self.system.quantities:
                self.system.relate([(performed, 1), (persons, -1), (outside, -1)], None, 0,
                                   "who has hours without a decision there has hours outside decisions")
            without = ("WP", year, ())
            if not domain and without in self.system.quantities:
                self.system.relate([(persons, 1), (without, -1), (performed, -1)], None, 0,
                                   "persons with a decision and performed time are among those with performed hours")
                if outside in self.system.quantities:
                    self.system.relate([(performed, 1), (persons, -1), (without, 1), (outside, -1)], None, 0,
                                       "performed hours are of persons with a decision or outside decisions")
                second = ("FD:D2", year, ())
                if second in self.system.quantities:
                    self.system.relate([(second, 1), (persons, -1), (without, 1)], None, 0, "D2 have a decision and performed time")
            if domain and all(dimension in PARTITIONS for dimension, _ in domain) and without in self.system.quantities:
                self.system.relate([(persons, 1), (performed, -1), (without, -1)], None, 0,
                                   "persons without performed time in a class are among all without")

    def hours(self):
        """PH = U + hours outside decisions + hours of persons without a ceiling, in every cell."""
        outside = {}
        for symbol, year, domain in list(self.system.quantities):
            if symbol != "PH" or ("U", year, domain) not in self.system.quantities:
                continue
            all_hours, inside = ("PH", year, domain), ("U", year, domain)
            self.system.derive("hours outside decisions or without a ceiling", ("outside", year, domain),
                               [(all_hours, 1), (inside, -1)], False, f"{label(all_hours)} − {label(inside)}")
            outside[(year, domain)] = [(all_hours, 1), (inside, -1)]
        for (year, domain), terms in outside.items():
            if domain:
                continue
            parts = [(("PHO", year, ()), -1)]
            if ("PHO", year, ()) not in self.system.quantities:
                continue
            words = "performed hours are inside decisions, outside them, or of persons without a ceiling"
            if ("PHU", year, ()) in self.system.quantities:
                self.system.relate(terms + parts + [(("PHU", year, ()), -1)], 0, 0, words)
            elif year in self.without_unlimited:
                self.system.relate(terms + parts, 0, 0, words)
            else:
                self.system.relate(terms + parts, 0, None, words)

    def periods(self, symbol, year, domain, present):
        """Hours and persons of complete periods of one kind, in one cell."""
        if not symbol.startswith("LB:"):
            return
        periods = symbol[3:]

        def name(part):
            """The quantity of these periods."""
            return (part + periods, year, domain)

        for inner, outer, kind, words in (("LUP:", "LP:", "persons of periods without hours", "they have a period"),
                                          ("LHP:", "LP:", "persons who lapse less", "they have a period"),
                                          ("OCP:", "LP:", "persons below the ceiling", "they have a period")):
            if {inner + periods, outer + periods} <= present:
                self.subset(name(inner), name(outer), kind, words)
        parts = [part for part in ("LH:", "LNB:", "LAB:") if part + periods in present]
        if parts:
            self.system.relate([(name("LB:"), 1)] + [(name(part), -1) for part in parts], 0, None, "what is not used was granted")
        if len(parts) == 3 and {"OV:" + periods, "LU:" + periods} <= present:
            self.system.relate([(name("LB:"), 1), (name("LU:"), -1), (name("OV:"), 1)] + [(name(part), -1) for part in parts], 0, 0,
                               "granted hours are used, lapsed, not begun or of absence; performed ones are used or above the granted")
        if {"OV:" + periods, "LU:" + periods} <= present:
            self.system.relate([(name("LU:"), 1), (name("OV:"), -1)], 0, None, "hours above the granted were performed")

    def shares(self):
        """Shares and means whose parts are left out: numerator = value · denominator, to the printed digits."""
        for row in self.release.rows:
            if row.status != "shown" or "value" not in row.numbers:
                continue
            columns = {column: (symbol, row.year, domain) for column, symbol, domain in
                       row.columns(self.release.whole_years, self.without_unlimited)}
            ratio = row.definition in ("utilisation", "granted-hours mean", "granted-hours per-person")
            if not ratio and (row.unit != "share" or "numerator" not in columns):
                continue
            top, bottom = columns["numerator"], columns["denominator"]
            if all(self.system.quantities[name].known for name in (top, bottom)):
                continue
            slack = inversion.half_digit(row.texts["value"], rounded="numerator" not in row.numbers or "denominator" not in row.numbers)
            value = row.numbers["value"]
            words = f"{label(top)} ÷ {label(bottom)} is printed as {row.texts['value']} in {row.table}"
            self.system.relate([(top, 1), (bottom, -(value - slack))], 0, None, words)
            self.system.relate([(top, 1), (bottom, -(value + slack))], None, 0, words)
            if "lower" in row.numbers and is_whole(top[0]):
                inversion.invert_wilson(self.system, row, top, bottom)
            if "lower" in row.numbers and not is_whole(top[0]) and "se" in row.numbers and "n" in columns:
                inversion.invert_t(self.system, row, columns["n"])

    def years(self):
        """Changes between years: persons in either year, and the difference of two shares or ratios."""
        for symbol, year, domain in list(self.system.quantities):
            if not symbol.startswith("UY:"):
                continue
            either, now, then = (symbol, year, domain), (symbol[3:], year, domain), (symbol[3:], year - 1, domain)
            if not self.has(now, then):
                continue
            self.system.derive("persons who came", ("came", either), [(either, 1), (then, -1)], True,
                               f"{label(either)} − {label(then)}")
            self.system.derive("persons who left", ("left", either), [(either, 1), (now, -1)], True,
                               f"{label(either)} − {label(now)}")
            self.system.derive("persons in both years", ("stayed", either), [(now, 1), (then, 1), (either, -1)], True,
                               f"{label(now)} + {label(then)} − {label(either)}")
        for row in self.release.rows:
            if row.status != "shown" or "value" not in row.numbers:
                continue
            if row.definition == "utilisation change":
                base = "B" if row.year in self.release.whole_years and row.year - 1 in self.release.whole_years else "UB"
                names = [("U", row.year, row.domain), ("U", row.year - 1, row.domain)]
                bases = [(base, row.year, row.domain), (base, row.year - 1, row.domain)]
            else:
                continue
            if not self.has(*names, *bases) or not all(self.system.quantities[name].known for name in bases):
                continue
            slack = inversion.half_digit(row.texts["value"], rounded=True)
            divisors = [self.system.quantities[name].low for name in bases]
            if min(divisors) <= 0:
                continue
            value = row.numbers["value"]
            self.system.relate([(names[0], 1 / divisors[0]), (names[1], -1 / divisors[1])], value - slack - 1e-12, value + slack + 1e-12,
                               f"the change of utilisation is printed as {row.texts['value']} in {row.table}")

    def decompositions(self):
        """The parts of a decomposition of performed hours give the hours themselves, when one factor is known in both years."""
        parts = defaultdict(dict)
        for definition in ("sum", "persons", "granted-per-person", "utilisation"):
            for row in self.by_definition.get("decomposition " + definition, []):
                if "value" in row.numbers:
                    parts[(row.year, row.domain)][definition] = (row.numbers["value"], row.texts["value"])
        for (year, domain), found in parts.items():
            if "sum" in found and len(found) >= 2:
                base = ("B", "G") if year in self.release.whole_years and year - 1 in self.release.whole_years else ("UB", "UN")
                inversion.invert_decomposition(self.system, year, domain, found, *base)

    def surveys(self):
        """Answers: asked = counted + no answer (+ do not know, where that is left out of the base)."""
        knowledge = {dict(row.domain).get("question") for row in self.by_definition.get("awareness", [])}
        for symbol, year, domain in list(self.system.quantities):
            places = dict(domain)
            if symbol == "ANS" and ("SENT", year, domain) in self.system.quantities:
                self.subset((symbol, year, domain), ("SENT", year, domain), "complement of a share", "those who did not answer")
            if symbol == "RX":
                base = ("RXD", year, tuple(sorted([pair for pair in domain if pair[0] == "group"] +
                                                  [("of", dimension) for dimension in places if dimension != "group"])))
                if base in self.system.quantities:
                    self.subset((symbol, year, domain), base, "complement of a share", "respondents of other classes")
            if symbol == "IA" and set(places) == {"group", "district", "question"}:
                there = ("ANS", year, tuple(pair for pair in domain if pair[0] != "question"))
                if there in self.system.quantities:
                    self.system.relate([(there, 1), ((symbol, year, domain), -1)], 0, None, "an answer counted in a board is of someone who answered there")
            if symbol != "IA" or "question" not in places or set(places) != {"group", "question"}:
                continue
            question, group = places["question"], (("group", places["group"]),)
            counted, asked = (symbol, year, domain), ("ASKED", year, domain)
            no_answer, unknown, answers = ("NR", year, domain), ("DK", year, domain), ("ANS", year, group)
            if asked in self.system.quantities and answers in self.system.quantities:
                if question in self.release.conditional_questions or not self.release.conditional_questions:
                    self.system.relate([(answers, 1), (asked, -1)], 0, None, f"{label(asked)} are among those who answered")
                else:
                    self.system.relate([(answers, 1), (asked, -1)], 0, 0, f"everyone who answered was asked {question}")
            if self.has(asked, no_answer, counted):
                terms = [(asked, 1), (no_answer, -1), (counted, -1)]
                if question in knowledge:
                    self.system.relate(terms, 0, 0, f"asked = counted + no answer: {label(counted)}")
                    if unknown in self.system.quantities:
                        self.subset(unknown, counted, "complement of a share", "do not know counts as an answer")
                elif unknown in self.system.quantities:
                    self.system.relate(terms + [(unknown, -1)], 0, 0, f"asked = counted + no answer + do not know: {label(counted)}")
                    if not (self.system.quantities[no_answer].known and self.system.quantities[unknown].known):
                        self.system.derive("no answer and do not know together", ("NR + DK", year, domain), [(no_answer, 1), (unknown, 1)], True,
                                           f"{label(asked)} − {label(counted)}")

    def law_combinations(self):
        """Persons by combination of laws against persons by law."""
        for symbol, year, domain in list(self.system.quantities):
            if symbol != "NLC" or dict(domain).get("law") != "both":
                continue
            rest = tuple(pair for pair in domain if pair[0] != "law")
            cell = {value: ("NLC", year, tuple(sorted(rest + (("law", value),)))) for value in ("SoL-only", "LSS-only", "both")}
            by_law = {value: ("N", year, tuple(sorted(rest + (("law", value),)))) for value in ("SoL", "LSS")}
            everyone = ("N", year, rest)
            if not self.has(*cell.values()):
                continue
            for law, only in (("SoL", "SoL-only"), ("LSS", "LSS-only")):
                if by_law[law] in self.system.quantities:
                    self.system.relate([(by_law[law], 1), (cell[only], -1), (cell["both"], -1)], 0, 0,
                                       f"{label(by_law[law])} have it alone or with the other law")
            if everyone in self.system.quantities:
                self.add_up(everyone, list(cell.values()), f"{label(everyone)} have one law, the other or both")

    def interval_levels(self):
        """Two intervals of different levels round one value give the degrees of freedom, and so n."""
        found = defaultdict(dict)
        for table, record in self.release.comparisons:
            statistic = record.get("statistic", "")
            if statistic in ("limits-95", "limits-99.8") and record.get("lower") and record.get("upper"):
                found[(table, record.get("year"), record.get("district"))][statistic] = record
        for (table, year, district), both in found.items():
            measure = table.split("/")[-1].split("-comparison")[0]
            if len(both) == 2 and district and measure in ("utilisation", "granted-hours-per-person"):
                base = ("G" if int(year) in self.release.whole_years else "UN") if measure == "utilisation" else "G"
                name = (base, int(year), (("district", district),))
                inversion.invert_levels(self.system, name, both["limits-95"], both["limits-99.8"], 0.95, 0.998, table)
                for row in self.release.rows:
                    if row.definition == "utilisation" and measure == "utilisation" and row.year == int(year) and \
                            row.domain == name[2] and row.table.split("/")[0] == table.split("/")[0]:
                        inversion.invert_beside_limits(self.system, name, both["limits-95"], 0.95, row)
        levels = defaultdict(list)
        for row in self.release.rows:
            if row.definition == "utilisation" and "lower" in row.numbers and "value" in row.numbers:
                levels[(row.year, row.domain)].append(row)
        for (year, domain), rows in levels.items():
            base = "G" if year in self.release.whole_years else "UN"
            inversion.invert_two_rows(self.system, (base, year, domain), rows)

    # Shares as numbers of their own

    def values(self):
        """Changes and gaps are differences of two shares; the answers to a question are parts of one; a share is numerator ÷ base."""
        system = self.system
        waves = defaultdict(set)
        for row in self.release.rows:
            if row.definition in ("item top-box", "awareness"):
                waves[dict(row.domain).get("group")].add(row.year)
        for row in self.release.rows:
            if row.status != "shown" or "value" not in row.numbers:
                continue
            words = f"{row.definition} is printed as {row.texts['value']} in {row.table}"
            pair = None
            if row.definition in ("item change", "awareness change"):
                before = [year for year in waves[dict(row.domain).get("group")] if year < row.year]
                symbol = "V|item top-box" if row.definition == "item change" else "V|awareness"
                pair = before and ((symbol, row.year, row.domain), (symbol, max(before), row.domain))
            elif row.definition in ("item gap-group", "awareness gap-group"):
                symbol = "V|item top-box" if row.definition == "item gap-group" else "V|awareness"
                users = tuple(sorted([one for one in row.domain if one[0] != "group"] + [("group", "users")]))
                pair = ((symbol, row.year, row.domain), (symbol, row.year, users))
            elif row.definition == "utilisation change":
                pair = (("V|utilisation", row.year, row.domain), ("V|utilisation", row.year - 1, row.domain))
            elif row.definition == "flexible-use change F1/D1/spell":
                pair = (("V|flexible-use F1/D1/spell", row.year, row.domain), ("V|flexible-use F1/D1/spell", row.year - 1, row.domain))
            if pair and self.has(*pair):
                # A difference in tenths of a per cent is of two shares as they are printed, either of which may be rounded.
                exact = abs(row.numbers["value"] * 1000 - round(row.numbers["value"] * 1000)) > 1e-9
                slack = inversion.half_digit(row.texts["value"], rounded=True) + 1e-9 if exact else 0.1 + 1e-9
                system.relate([(pair[0], 1), (pair[1], -1)], row.numbers["value"] - slack, row.numbers["value"] + slack, words)
        answers = defaultdict(list)
        for name in system.quantities:
            places = dict(name[2])
            if name[0] == "V|item" and places.get("question") in self.release.favourable and "answer" in places:
                answers[(name[1], tuple(one for one in name[2] if one[0] != "answer"))].append(name)
        for (year, domain), names in answers.items():
            system.relate([(name, 1) for name in names], 1 - 1e-6, 1 + 1e-6, "the answers to a question are parts of a whole")
            hidden = [name for name in names if not system.quantities[name].known]
            if len(hidden) > 1:
                system.derive("hidden answers together", ("answers", year, domain), [(name, 1) for name in hidden], False,
                              "answers that are hidden: " + "; ".join(dict(name[2])["answer"] for name in hidden) + f" [{year}, {dict(domain)}]")
            top, liked = ("V|item top-box", year, domain), self.release.favourable[dict(domain)["question"]]
            if top in system.quantities:
                system.relate([(top, 1)] + [(name, -1) for name in names if dict(name[2])["answer"] in liked], -1e-6, 1e-6,
                              "the share of favourable answers is the sum of those answers")
        for name in list(system.quantities):
            if name[0] == "V|flexible-use F1/D1/spell":
                base = ("N" if name[1] in self.without_unlimited else "FD:D1",) + name[1:]
                top = ("FX:F1/spell",) + name[1:]
            elif name[0] == "V|utilisation":
                base = ("B" if name[1] in self.release.whole_years else "UB",) + name[1:]
                top = ("U",) + name[1:]
            else:
                continue
            if self.has(base, top) and system.quantities[base].known and system.quantities[base].low > 0 and not system.quantities[top].known:
                size = 1e-6 if is_whole(top[0]) else 1e-4
                system.relate([(top, 1), (name, -system.quantities[base].low)], -size, size, f"{label(name)} = numerator ÷ base")

    def intervals_with_errors(self):
        """Any interval of the form value ± t(n − 1) · se with se printed and n left out gives n."""
        for row in self.release.rows:
            if row.status != "shown" or not all(key in row.numbers for key in ("lower", "upper", "se")) or "n" in row.numbers:
                continue
            if row.definition in ("utilisation", "granted-hours per-person", "utilisation change"):
                for column, symbol, domain in row.columns(self.release.whole_years, self.without_unlimited):
                    if column == "n":
                        inversion.invert_t(self.system, row, (symbol, row.year, domain))
