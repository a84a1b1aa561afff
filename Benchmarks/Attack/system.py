# SPDX-License-Identifier: EUPL-1.2
"""What an intruder knows, as one system of linear relations between quantities, and what it leaves possible.

A quantity is named by a tuple (symbol, year, domain). Its value is published (known) or not. Relations hold between quantities;
classes are quantities that no table prints but that follow from those printed (a difference, for example).
"""
import math
from collections import defaultdict

from glpk import Program

EXACT = 1e-6

MOST_FAILURES = 12
"""Branch and bound is given up in a part that has ended it so many times."""


class Relation:
    """low ≤ Σ coefficient · quantity ≤ high, with the words that say why it holds."""
    __slots__ = ("terms", "low", "high", "words")

    def __init__(self, terms, low, high, words):
        self.terms, self.low, self.high, self.words = terms, low, high, words


class Quantity:
    """One number of the release, printed or not."""
    __slots__ = ("name", "whole", "low", "high", "reasons", "hidden_in", "shown_in", "candidates")

    def __init__(self, name, whole):
        self.name, self.whole = name, whole
        self.low, self.high = 0.0, None
        self.reasons = {"low": "a number of persons, decisions, answers or hours is never negative"}
        self.hidden_in, self.shown_in = [], []
        self.candidates = None

    @property
    def known(self):
        """Whether it is printed exactly."""
        return self.high is not None and self.low == self.high


class DerivedClass:
    """A class of persons, or the hours of one, that no table prints: constant + Σ coefficient · quantity."""
    __slots__ = ("kind", "terms", "whole", "words", "name", "result")

    def __init__(self, kind, name, terms, whole, words):
        self.kind, self.name, self.terms, self.whole, self.words = kind, name, terms, whole, words
        self.result = None


class System:
    """Quantities, relations and derived classes."""

    def __init__(self):
        self.quantities = {}
        self.relations = []
        self.classes = {}
        self.conflicts = []

    def quantity(self, name, whole):
        """The quantity of that name, made when it is new."""
        found = self.quantities.get(name)
        if found is None:
            found = self.quantities[name] = Quantity(name, whole)
        return found

    def show(self, name, whole, value, slack, source):
        """A printed value; slack is half of its last digit when it is rounded, otherwise 0."""
        quantity = self.quantity(name, whole)
        quantity.shown_in.append(source)
        low, high = (value, value) if slack == 0 else (value - slack, value + slack)
        if quantity.known:
            if not low - 1e-6 * max(1, abs(low)) <= quantity.low <= high + 1e-6 * max(1, abs(high)):
                self.conflicts.append((name, quantity.low, value, source))
            return
        if low > quantity.low or slack == 0:
            quantity.low, quantity.reasons["low"] = low, f"printed in {source}"
        if quantity.high is None or high < quantity.high or slack == 0:
            quantity.high, quantity.reasons["high"] = high, f"printed in {source}"

    def hide(self, name, whole, source):
        """A value that a published row leaves out."""
        self.quantity(name, whole).hidden_in.append(source)

    def tighten(self, name, low, high, words):
        """Bounds that follow from one printed number or one written rule."""
        quantity = self.quantities.get(name)
        if quantity is None or quantity.known:
            return
        if low is not None and low > quantity.low:
            quantity.low, quantity.reasons["low"] = low, words
        if high is not None and (quantity.high is None or high < quantity.high):
            quantity.high, quantity.reasons["high"] = high, words

    def relate(self, terms, low, high, words):
        """Add a relation; terms are (name, coefficient), and every name must exist."""
        merged = defaultdict(float)
        for name, coefficient in terms:
            merged[name] += coefficient
        self.relations.append(Relation([(name, value) for name, value in merged.items() if value], low, high, words))

    def derive(self, kind, name, terms, whole, words, negative=False):
        """A derived class. Unless it may be negative, that it is not is itself a relation."""
        if name in self.classes:
            return
        self.classes[name] = DerivedClass(kind, name, terms, whole, words)
        if not negative:
            self.relate(terms, 0, None, words)

    # Solving

    def parts(self):
        """Connected parts of the unknown quantities, after the printed ones are put into the relations."""
        parent = {}

        def find(name):
            """The representative of a name's part."""
            while parent[name] != name:
                parent[name] = parent[parent[name]]
                name = parent[name]
            return name

        for name, quantity in self.quantities.items():
            if not quantity.known:
                parent[name] = name
        reduced = []
        for relation in self.relations:
            constant, open_terms = 0.0, []
            for name, coefficient in relation.terms:
                quantity = self.quantities[name]
                if quantity.known:
                    constant += coefficient * quantity.low
                else:
                    open_terms.append((name, coefficient))
            low = None if relation.low is None else relation.low - constant
            high = None if relation.high is None else relation.high - constant
            whole = all(self.quantities[name].whole for name, _ in relation.terms)
            if low is not None and high is not None and low == high and not whole:
                size = EXACT * max(1.0, abs(constant) * 1e-3)
                low, high = low - size, high + size
            if not open_terms:
                if (low is not None and low > 1e-4) or (high is not None and high < -1e-4):
                    self.conflicts.append(("relation between printed numbers does not hold", relation.words, low, high))
                continue
            reduced.append((open_terms, low, high, relation))
            first = find(open_terms[0][0])
            for name, _ in open_terms[1:]:
                parent[find(name)] = first
        groups = defaultdict(lambda: ([], []))
        for name in parent:
            groups[find(name)][0].append(name)
        for entry in reduced:
            groups[find(entry[0][0][0])][1].append(entry)
        return [Part(self, names, rows) for names, rows in groups.values()]


class Part:
    """One connected part, with a linear program over it and the feasible points that have been seen."""

    def __init__(self, system, names, rows):
        self.system, self.names, self.rows = system, names, rows
        self.index = {name: position for position, name in enumerate(names)}
        self.seen_low = [math.inf] * len(names)
        self.seen_high = [-math.inf] * len(names)
        self.whole_values = [set() for _ in names]
        self.program = None
        self.infeasible = False
        self.relaxation = 0.0
        self.anchor, self.moves, self.failures = None, None, 0

    def build(self):
        """Make the program when it is first needed."""
        if self.program is not None:
            return
        columns = []
        for name in self.names:
            quantity = self.system.quantities[name]
            columns.append((quantity.low, quantity.high, quantity.whole))
        rows = []
        for terms, low, high, _ in self.rows:
            slack = 0.0 if all(self.system.quantities[name].whole for name, _ in terms) else self.relaxation
            rows.append((None if low is None else low - slack, None if high is None else high + slack,
                         [(self.index[name], coefficient) for name, coefficient in terms]))
        self.program = Program(columns, rows)

    def remember(self, point):
        """A feasible point shows what is possible without another program."""
        for position, value in enumerate(point):
            if value < self.seen_low[position]:
                self.seen_low[position] = value
            if value > self.seen_high[position]:
                self.seen_high[position] = value
        if self.program.is_whole(point):
            self.anchor = self.anchor or list(point)
            for position, value in enumerate(point):
                self.whole_values[position].add(round(value))

    def bound(self, terms, constant, direction):
        """The least or greatest value of constant + Σ terms; None when there is no bound or the work ended."""
        self.build()
        if self.infeasible:
            return None
        columns = [(self.index[name], coefficient) for name, coefficient in terms]
        self.program.set_objective(columns, direction)
        status = self.program.solve()
        if status == "infeasible" and not self.relaxation:
            self.relaxation, self.program = 1e-3, None  # rounding errors of sums of hours, not a contradiction, if it is feasible now
            return self.bound(terms, constant, direction)
        if status == "infeasible":
            self.infeasible = True
            self.system.conflicts.append(("no values satisfy the relations", self.explain_infeasible()))
            return None
        if status != "optimal":
            return None
        self.remember(self.program.point())
        return self.program.value() + constant

    def explain_infeasible(self):
        """A few names of the part that has no solution, for the one who mends the relations."""
        return ", ".join(sorted(str(name) for name in self.names)[:6])

    def possible(self, name, value):
        """Whether whole numbers fit when a quantity has this value (None: not decided within the work limit).

        First the relaxed program; then the whole point nearest to one that is known, since a few cells that change by one each is how
        another answer usually looks; then branch and bound, until it has failed some times in this part.
        """
        self.build()
        position = self.index[name]
        if round(value) in self.whole_values[position]:
            return True
        answer, point = self.program.feasible_with(position, value, search=False)
        if answer is None and self.anchor is not None:
            point = self.nearest(position, value)
            answer = True if point else None
        if answer is None and self.failures < MOST_FAILURES:
            answer, point = self.program.feasible_with(position, value)
            self.failures += answer is None
        if answer and point:
            self.remember(point)
        return answer

    def nearest(self, position, value):
        """The whole point nearest to the anchor (in the sum of changes) with one quantity changed to a value."""
        if self.moves is None:
            columns, rows = [], []
            for index, name in enumerate(self.names):
                quantity, start = self.system.quantities[name], self.anchor[index]
                columns.append((0.0, None if quantity.high is None else max(0.0, quantity.high - start), quantity.whole))
                columns.append((0.0, None if quantity.low is None else max(0.0, start - quantity.low), quantity.whole))
            for terms, low, high, _ in self.rows:
                start = sum(coefficient * self.anchor[self.index[name]] for name, coefficient in terms)
                pairs = [(2 * self.index[name] + side, sign * coefficient) for name, coefficient in terms for side, sign in ((0, 1), (1, -1))]
                rows.append((None if low is None else min(0.0, low - start), None if high is None else max(0.0, high - start), pairs))
            self.moves = Program(columns, rows, work_milliseconds=700)
        change = value - self.anchor[position]
        fixed = [(2 * position, max(change, 0)), (2 * position + 1, max(-change, 0))]
        objective = [(column, 1.0) for column in range(2 * len(self.names))]
        found = self.moves.least_with(objective, fixed, self.failures < MOST_FAILURES)
        if found is None:
            return None
        return [self.anchor[index] + found[2 * index] - found[2 * index + 1] for index in range(len(self.names))]

    def proof(self, terms, constant, direction):
        """The relations and bounds that give the bound, as (relation or quantity name) lists."""
        self.bound(terms, constant, direction)
        rows, columns = self.program.proof()
        return [self.rows[row][3] for row in rows], [self.names[column] for column in columns]
