# SPDX-License-Identifier: EUPL-1.2
"""Runs the attack on a system of relations, and judges what it found against the promise of disclosure control.

The promise. A hidden count n: every whole number from max(1, n − 1) to n + 1 stays possible (for n = 0: 0 and 1). A hidden sum: the
interval reaches p percent of it to each side. No difference of shown numbers is a count of 1 to threshold − 1, or a sum of hours of
fewer than three persons or one that the p percent rule would hide.
"""
import math
import time

from glpk import MAXIMISE, MINIMISE
from published import is_whole
from relations import TOLD, build, label
from system import DerivedClass
from truth import dominated
from unions import determined_unions

TOLERANCE = 1e-5

SHARE_WIDTH = 0.01
"""A hidden share is narrowed when less than one percentage point is left."""

NOT_SENSITIVE = {"ASKED", "RXD"}
"""Bases that are left out with their share but that everyone can count: those who were asked are those who answered."""


class Finding:
    """One thing an intruder can deduce."""

    def __init__(self, category, kind, what, deduced, true, steps):
        self.category, self.kind, self.what, self.deduced, self.true, self.steps = category, kind, what, deduced, true, steps

    def record(self):
        """For JSON."""
        return {"category": self.category, "kind": self.kind, "what": self.what, "deduced": self.deduced, "true": self.true, "steps": self.steps}

    def text(self):
        """For a reader."""
        lines = [f"{self.category} ({self.kind}): {self.what} is {self.deduced}" + (f"; truth {self.true:g}" if self.true is not None else "")]
        return "\n".join(lines + ["    " + step for step in self.steps])


class Attack:
    """The attack on one release, and its result."""

    def __init__(self, release, truth=None, percent=10.0, explain=True):
        self.release, self.truth, self.percent, self.explain = release, truth, percent, explain
        self.findings, self.false_relations = [], []
        self.counts = self.sums = self.shares = self.targets_without_truth = 0
        self.told = 0
        self.undecided = 0
        self.unknown_contributors = []
        self.notes = []
        started = time.monotonic()
        self.system = build(release)
        if truth is not None:
            self.test_relations()
        self.run()
        self.seconds = time.monotonic() - started

    # Relations are tested against the truth before they are believed

    def test_relations(self):
        """A relation, bound or candidate that the truth breaks is false: it is reported and left out."""
        truth, kept = self.truth, []
        for name, quantity in self.system.quantities.items():
            value = truth.value(name)
            if value is None or not quantity.known or not quantity.shown_in or abs(quantity.low - value) <= 1e-6 * max(1, abs(value)):
                continue
            step = 1.0
            while quantity.low and abs(quantity.low / (10 * step) - round(quantity.low / (10 * step))) < 1e-9:
                step *= 10
            if not quantity.whole and abs(quantity.low - value) <= step / 2 + 1e-9:
                quantity.low, quantity.high = quantity.low - step / 2, quantity.high + step / 2
            else:
                self.false_relations.append(f"{label(name)} is printed as {quantity.low:g} in {quantity.shown_in[0]}, but is {value:g}")
        for relation in self.system.relations:
            value = truth.of_terms(relation.terms)
            whole = all(is_whole(name[0]) for name, _ in relation.terms)
            slack = TOLERANCE if whole else 0.02 + 1e-7 * sum(abs(c * (truth.value(n) or 0)) for n, c in relation.terms)
            if value is not None and ((relation.low is not None and value < relation.low - slack)
                                      or (relation.high is not None and value > relation.high + slack)):
                self.false_relations.append(f"{relation.words}: {relation.low} ≤ {value:g} ≤ {relation.high}")
            else:
                kept.append(relation)
        self.system.relations = kept
        for name, quantity in self.system.quantities.items():
            value = truth.value(name)
            if value is None:
                continue
            slack = 1e-6 * max(1.0, abs(value)) if not quantity.whole else TOLERANCE
            if value < quantity.low - slack:
                self.false_relations.append(f"{label(name)} ≥ {quantity.low:g} but is {value:g}: {quantity.reasons.get('low')}")
                quantity.low = 0.0
            if quantity.high is not None and value > quantity.high + slack:
                self.false_relations.append(f"{label(name)} ≤ {quantity.high:g} but is {value:g}: {quantity.reasons.get('high')}")
                quantity.high = None
            if quantity.candidates and round(value) not in quantity.candidates[0]:
                self.false_relations.append(f"{label(name)} is {value:g}, not one of the numbers that fit: {quantity.candidates[1]}")
                quantity.candidates = None

    def run(self):
        """Bound every hidden number and every derived class."""
        self.system.conflicts.clear()
        parts = self.system.parts()
        of_name = {name: part for part in parts for name in part.names}
        self.part_of = of_name
        if self.truth is not None:
            for part in parts:
                point = [self.truth.value(name) for name in part.names]
                part.anchor = point if None not in point else None
        ceilings = {}
        for derived in self.system.classes.values():
            if derived.name[0] == "between":
                ceilings.setdefault(derived.name[1], []).append(derived.name[2])
        for relation in self.system.relations:
            if len(relation.terms) == 2 and relation.low == 0 and relation.high is None:
                (first, one), (second, other) = relation.terms
                if one == 1 and other == -1:
                    ceilings.setdefault(second, []).append(first)
        for name, quantity in list(self.system.quantities.items()):
            if not quantity.hidden_in or name[0].startswith("UY:") or name[0] in NOT_SENSITIVE:
                continue
            if not quantity.whole and all(status == "shown" for _, _, status in quantity.hidden_in):
                continue
            if name[0].startswith("V|") and quantity.known:
                continue
            if quantity.known and quantity.shown_in:
                self.already_shown(name, quantity)
                continue
            if quantity.known:
                self.only_one_fits(name, quantity)
                continue
            self.judge_quantity(name, quantity, of_name.get(name), ceilings.get(name, []))
        for derived in self.system.classes.values():
            self.judge_class(derived)
        self.judge_unions(parts)

    def judge_unions(self, parts):
        """Two or three hidden cells whose sum follows exactly: few persons together, or hours that one of them dominates."""
        known = {frozenset(name for name, _ in derived.terms) for derived in self.system.classes.values()}
        for part in parts:
            equations = []
            for terms, low, high, relation in part.rows:
                if relation.low is not None and relation.low == relation.high and all(value == int(value) for _, value in terms):
                    equations.append([(name, int(value)) for name, value in terms])
            if len(part.names) < 2 or not equations:
                continue
            for union in determined_unions(part.names, equations):
                if frozenset(union) in known or not all(self.system.quantities[name].hidden_in for name in union):
                    continue
                words = "hidden cells: " + "; ".join(label(name) for name in union)
                self.judge_class(DerivedClass("hidden cells together", ("union",) + union, [(name, 1) for name in union],
                                              self.system.quantities[union[0]].whole, words))

    def already_shown(self, name, quantity):
        """A number that one table hides and another shows: in the same report, or in a later one or a query.

        What an earlier report showed cannot be hidden any more; that a later one leaves it out is no finding.
        """
        hidden = [entry[0] for entry in quantity.hidden_in if entry[2] == "hidden" and entry[1] in ("value", "numerator")]
        if not hidden:
            return
        first_hidden, first_shown = min(hidden, key=self.release.order), min(quantity.shown_in, key=self.release.order)
        when = self.release.order(first_shown) - self.release.order(first_hidden)
        if when < 0:
            return
        whole = quantity.whole
        self.counts += whole
        self.sums += not whole
        kind = "hidden in one table, shown in another" if when == 0 else "hidden first, shown later"
        self.findings.append(Finding("narrowed count" if whole else "narrowed sum", kind, label(name), f"{quantity.low:.8g}",
                                     quantity.low, [f"hidden in {first_hidden}, printed in {first_shown}"]))

    def only_one_fits(self, name, quantity):
        """A number that one printed interval or decomposition alone gives away."""
        self.counts += quantity.whole
        self.sums += not quantity.whole
        reason = quantity.candidates[1] if quantity.candidates else quantity.reasons.get("low", "")
        self.found(name, quantity, quantity_kind(name, quantity), f"{quantity.low:g}", self.truth.value(name) if self.truth else None, [reason])

    # Hidden numbers

    def judge_quantity(self, name, quantity, part, outer):
        """Bounds of one hidden number against the promise."""
        value = self.truth.value(name) if self.truth else None
        if name[0].startswith("V|"):
            self.shares += 1
            self.judge_share(name, part, value)
            return
        if quantity.whole:
            self.counts += 1
        else:
            self.sums += 1
        if self.truth and value is None:
            self.targets_without_truth += 1
            return
        if part is None:
            return
        kind = quantity_kind(name, quantity)
        low_needed, high_needed = self.needed(name, quantity, value, outer)
        terms = [(name, 1)]
        position = part.index[name]
        low = high = None
        if value is None or not part.seen_low[position] <= low_needed + TOLERANCE:
            low = part.bound(terms, 0, MINIMISE)
        if value is None or not part.seen_high[position] >= high_needed - TOLERANCE:
            high = part.bound(terms, 0, MAXIMISE)
        if part.infeasible:
            return
        if value is not None:
            slack = TOLERANCE * max(1.0, abs(value))
            if (low is not None and low > value + slack) or (high is not None and high < value - slack):
                self.false_relations.append(f"{label(name)} is {value:g} outside [{low}, {high}]")
                return
        if value is None:
            self.report_without_truth(name, quantity, kind, part, low, high)
            return
        narrowed_low = low is not None and low > low_needed + TOLERANCE * max(1, abs(low_needed))
        narrowed_high = high is not None and high < high_needed - TOLERANCE * max(1, abs(high_needed))
        if narrowed_low or narrowed_high:
            low = part.bound(terms, 0, MINIMISE) if low is None else low
            high = part.bound(terms, 0, MAXIMISE) if high is None else high
            steps = []
            if narrowed_low:
                steps += self.steps(part, terms, MINIMISE, f"at least {low:.6g}")
            if narrowed_high:
                steps += self.steps(part, terms, MAXIMISE, f"at most {high:.6g}")
            self.found(name, quantity, kind, interval(low, high, quantity.whole), value, steps)
            return
        if not quantity.whole:
            return
        for needed in sorted({low_needed, high_needed, value}):
            if quantity.candidates and needed not in quantity.candidates[0]:
                fits = sorted(quantity.candidates[0])
                self.found(name, quantity, kind, "one of " + ", ".join(str(one) for one in fits[:8]) + ("…" if len(fits) > 8 else ""), value,
                           [quantity.candidates[1]])
                return
            if needed == value:
                continue
            possible = part.possible(name, needed)
            if possible is None:
                self.undecided += 1
            elif possible is False:
                self.found(name, quantity, kind, f"not {needed:g} (no whole numbers fit all that is shown)", value, [])
                return

    def judge_share(self, name, part, value):
        """A hidden share or ratio must not follow from the shown ones to within a percentage point."""
        if part is None or (self.truth and value is None):
            self.targets_without_truth += 1
            return
        terms = [(name, 1)]
        low, high = part.bound(terms, 0, MINIMISE), part.bound(terms, 0, MAXIMISE)
        if low is None or high is None:
            return
        if value is not None and not low - TOLERANCE <= value <= high + TOLERANCE:
            self.false_relations.append(f"{label(name)} is {value:g} outside [{low}, {high}]")
        elif high - low < SHARE_WIDTH:
            self.findings.append(Finding("narrowed share", "hidden " + name[0][2:], label(name), interval(low, high, False), value,
                                         self.steps(part, terms, MINIMISE, f"at least {low:.6g}") + self.steps(part, terms, MAXIMISE, f"at most {high:.6g}")))

    def needed(self, name, quantity, value, outer):
        """The least and greatest value that must stay possible."""
        if value is None:
            return None, None
        if not quantity.whole:
            return value * (1 - self.percent / 100), value * (1 + self.percent / 100)
        low = max(1, value - 1) if value >= 1 else 0
        high = value + 1
        for other in outer:
            bound = self.system.quantities.get(other)
            if bound is not None and bound.known and bound.low == value:
                high = value
                low = min(low, value - 1) if value > 1 else low
        return low, high

    def report_without_truth(self, name, quantity, kind, part, low, high):
        """Without the truth only what is certain is told: one value left, or an interval too narrow for any true value in it."""
        if low is None or high is None:
            return
        if quantity.whole:
            first, last = math.ceil(low - TOLERANCE), math.floor(high + TOLERANCE)
            if quantity.candidates:
                count = len([one for one in quantity.candidates[0] if first <= one <= last])
            else:
                count = last - first + 1
            if count < 2:
                self.found(name, quantity, kind, interval(low, high, True), None, self.steps(part, [(name, 1)], MINIMISE, f"at least {low:.6g}")
                           + self.steps(part, [(name, 1)], MAXIMISE, f"at most {high:.6g}"))
        elif high < low * (1 + self.percent / 100) and high > 0:
            self.found(name, quantity, kind, interval(low, high, False), None, self.steps(part, [(name, 1)], MINIMISE, f"at least {low:.6g}")
                       + self.steps(part, [(name, 1)], MAXIMISE, f"at most {high:.6g}"))

    def found(self, name, quantity, kind, deduced, value, steps):
        """Record a hidden number that is narrowed."""
        category = "narrowed sum" if not quantity.whole else "narrowed count" if kind.startswith("hidden") else "narrowed base"
        self.findings.append(Finding(category, kind, label(name), deduced, value, steps))

    def steps(self, part, terms, direction, conclusion):
        """The deduction in words: the relations whose duals hold the bound, with the printed numbers in them."""
        if not self.explain:
            return []
        relations, bounds = part.proof(terms, 0, direction)
        lines = []
        for relation in relations[:8]:
            printed = [self.with_value(name) for name, _ in relation.terms if self.system.quantities[name].known]
            lines.append(f"{relation.words}" + (" {" + "; ".join(printed[:6]) + ("; …" if len(printed) > 6 else "") + "}" if printed else ""))
        if len(relations) > 8:
            lines.append(f"… and {len(relations) - 8} more relations")
        for name in bounds[:4]:
            quantity = self.system.quantities[name]
            if name != terms[0][0]:
                for end in ("low", "high"):
                    if end in quantity.reasons and getattr(quantity, end) is not None and "never negative" not in quantity.reasons[end]:
                        lines.append(f"{label(name)} {'≥' if end == 'low' else '≤'} {getattr(quantity, end):g}: {quantity.reasons[end]}")
            elif "never negative" not in quantity.reasons.get("high" if direction == MAXIMISE else "low", "never negative"):
                end = "high" if direction == MAXIMISE else "low"
                lines.append(quantity.reasons[end])
        return lines + ["so " + conclusion]

    def with_value(self, name):
        """A known number with its value, and where it comes from when it is not printed."""
        quantity = self.system.quantities[name]
        text = f"{label(name)} = {quantity.low:.8g}"
        return text if quantity.shown_in else text + f" ({quantity.candidates[1] if quantity.candidates else quantity.reasons.get('low')})"

    # Differences

    def judge_class(self, derived):
        """A class that no table prints: is it determined, and is it small or dominated?"""
        system, threshold = self.system, self.release.threshold
        constant, open_terms = 0.0, []
        for name, coefficient in derived.terms:
            quantity = system.quantities[name]
            if quantity.known:
                constant += coefficient * quantity.low
            else:
                open_terms.append((name, coefficient))
        true = self.truth.of_terms(derived.terms) if self.truth else None
        if derived.whole:
            if true is not None and not 1 <= abs(round(true)) < threshold:
                return
            low, high = self.class_bounds(open_terms, constant)
            if low is None or high is None or math.ceil(low - TOLERANCE) != math.floor(high + TOLERANCE):
                return
            value = math.ceil(low - TOLERANCE)
            if not 1 <= abs(value) < threshold:
                return
            if derived.kind in TOLD:
                self.told += 1
                return
            self.findings.append(Finding("small difference", derived.kind, derived.words, f"{value:g}", true, self.class_steps(derived, open_terms)))
            return
        if derived.kind == "hidden answers together":
            self.judge_answers(derived, open_terms, constant, true)
            return
        if true is None and self.truth is not None:
            return
        if true is not None and abs(true) < 0.005:
            return
        low, high = self.class_bounds(open_terms, constant)
        if low is None or high is None:
            return
        if true is None:
            if not open_terms and 0.005 < constant:
                self.notes.append(f"{derived.words} is {interval(low, high, False)} (whose hours they are cannot be told without the truth)")
            return
        if low <= true * (1 - self.percent / 100) or high >= true * (1 + self.percent / 100):
            return
        hours = self.truth.contributors(derived.terms, true)
        if hours is not None:
            if not dominated(hours, self.percent):
                return
            whose = f"hours of {len(hours)} person{'s' if len(hours) != 1 else ''}, " + "; ".join(f"{one:.6g}" for one in hours[:4]) + ("; …" if len(hours) > 4 else "")
        else:
            count = self.count_of(derived)
            if count is None or count >= 3 or count == 0:
                self.unknown_contributors.append(derived.words)
                return
            whose = f"hours of {count:g} person{'s' if count != 1 else ''}"
        self.findings.append(Finding("dominated difference", derived.kind, derived.words, interval(low, high, False), true,
                                     [whose] + self.class_steps(derived, open_terms)))

    def judge_answers(self, derived, open_terms, constant, true):
        """Hidden answers to one question together: their share times the answers is about how many they are (weights move it a little)."""
        counted = self.system.quantities.get(("IA",) + derived.name[1:])
        if counted is None or not counted.known or (self.truth is not None and true is None):
            return
        low, high = self.class_bounds(open_terms, constant)
        if low is None or high is None or high - low > SHARE_WIDTH:
            return
        about = (low + high) / 2 * counted.low
        if 0.25 < about < self.release.threshold - 0.5:
            self.findings.append(Finding("small difference", derived.kind, derived.words, f"about {about:.1f} answers of {counted.low:g}", None,
                                         ["1 − the shares that are shown, times the answers counted"]))

    def count_of(self, derived):
        """How many persons a class of hours has at most, where only the internal answers tell."""
        if derived.name[0] != "outside":
            return None
        year, domain = derived.name[1], derived.name[2]
        outside, unlimited = self.truth.value(("OUTP", year, domain)), self.truth.value(("PHUP", year, domain))
        if outside is None:
            return 0 if ("OUTP", year, ()) in self.truth.values and unlimited is None else None
        return outside + (unlimited or 0)

    def class_bounds(self, open_terms, constant):
        """Least and greatest value of a class."""
        if not open_terms:
            return constant, constant
        parts = {id(self.part_of[name]): self.part_of[name] for name, _ in open_terms}
        low, high = constant, constant
        for part in parts.values():
            terms = [(name, coefficient) for name, coefficient in open_terms if self.part_of[name] is part]
            lowest = part.bound(terms, 0, MINIMISE)
            if lowest is None:
                return None, None
            highest = part.bound(terms, 0, MAXIMISE)
            if highest is None:
                return None, None
            low, high = low + lowest, high + highest
        return low, high

    def class_steps(self, derived, open_terms):
        """The printed numbers of a class, and the deduction of those that are not printed."""
        printed = [f"{'+' if c > 0 else '−'} {self.with_value(name)}" for name, c in derived.terms if self.system.quantities[name].known]
        lines = ["; ".join(printed[:8])] if printed else []
        if open_terms and self.explain:
            part = self.part_of[open_terms[0][0]]
            terms = [(name, c) for name, c in open_terms if self.part_of[name] is part]
            lines += self.steps(part, terms, MINIMISE, "it cannot be less")[:-1]
            lines += [line for line in self.steps(part, terms, MAXIMISE, "it cannot be more")[:-1] if line not in lines]
        return lines

    # Result

    def summary(self):
        """Figures for tables and JSON."""
        kinds = {}
        for finding in self.findings:
            key = f"{finding.category}: {finding.kind}"
            kinds[key] = kinds.get(key, 0) + 1
        by = {category: sum(finding.category == category for finding in self.findings)
              for category in ("narrowed count", "narrowed base", "narrowed sum", "narrowed share", "small difference", "dominated difference")}
        return {"hidden_counts": self.counts, "hidden_sums": self.sums, "narrowed_counts": by["narrowed count"],
                "narrowed_bases": by["narrowed base"],
                "narrowed_sums": by["narrowed sum"], "hidden_shares": self.shares, "narrowed_shares": by["narrowed share"], "small_differences": by["small difference"],
                "dominated_differences": by["dominated difference"], "told": self.told, "undecided": self.undecided, "contributors_unknown": len(self.unknown_contributors),
                "without_truth": self.targets_without_truth, "false_relations": len(self.false_relations),
                "conflicts": len(self.system.conflicts), "seconds": round(self.seconds, 1), "kinds": kinds}


def interval(low, high, whole):
    """[low, high] as a reader wants it."""
    if whole:
        low = None if low is None else math.ceil(low - TOLERANCE)
        high = None if high is None else math.floor(high + TOLERANCE)
    if low is not None and high is not None and abs(high - low) < 1e-4 * max(1, abs(low)):
        return f"{low:.8g}"
    return f"[{'0' if low is None else format(low, '.8g')}, {'∞' if high is None else format(high, '.8g')}]"


def quantity_kind(name, quantity):
    """What kind of hidden number: a hidden row, a share's numerator, an n beside a hidden or a shown value."""
    for _, column, status in quantity.hidden_in:
        if status == "hidden" and column in ("value", "numerator"):
            return f"hidden {name[0].split('/')[0]}"
    for _, column, status in quantity.hidden_in:
        if status == "shown":
            return f"{name[0].split('/')[0]} left out beside a shown value"
    return f"{name[0].split('/')[0]} beside a hidden value"
