# SPDX-License-Identifier: EUPL-1.2
"""Which two or three hidden cells have a sum that follows exactly from what is shown, though none of them does alone.

A sum of cells is determined by the equations exactly when it is zero for every solution of the homogeneous system. One random solution
(modulo a large prime) tells, but for a chance of 2⁻⁶¹ a pair.
"""
import random

PRIME = (1 << 61) - 1


def random_solution(names, equations, seed=1):
    """A random solution of Σ coefficient · name = 0 for all equations, modulo the prime; coefficients are whole."""
    pivots = {}
    for terms in equations:
        row = {name: coefficient % PRIME for name, coefficient in terms}
        while row:
            hit = next((name for name in row if name in pivots), None)
            if hit is None:
                break
            factor = row[hit]
            for name, coefficient in pivots[hit].items():
                value = (row.get(name, 0) - factor * coefficient) % PRIME
                if value:
                    row[name] = value
                else:
                    row.pop(name, None)
        if not row:
            continue
        pivot = min(row, key=str)
        inverse = pow(row[pivot], -1, PRIME)
        row = {name: coefficient * inverse % PRIME for name, coefficient in row.items()}
        for other in pivots.values():
            factor = other.get(pivot)
            if factor:
                for name, coefficient in row.items():
                    value = (other.get(name, 0) - factor * coefficient) % PRIME
                    if value:
                        other[name] = value
                    else:
                        other.pop(name, None)
        pivots[pivot] = row
    dice = random.Random(seed)
    solution = {name: dice.randrange(1, PRIME) for name in names if name not in pivots}
    for pivot, row in pivots.items():
        solution[pivot] = -sum(coefficient * solution[name] for name, coefficient in row.items() if name != pivot) % PRIME
    return solution


def disjoint(cells):
    """Whether the cells are classes of one table or of crossings of it: each two differ in a dimension that both have."""
    for first in range(len(cells)):
        for second in range(first):
            one, other = dict(cells[first][2]), dict(cells[second][2])
            if not any(other.get(dimension, value) != value for dimension, value in one.items()):
                return False
    return True


def determined_unions(names, equations, limit=160):
    """Pairs and triples of hidden cells of one kind and year whose sum is determined, none of whose parts is."""
    solution = random_solution(names, equations)
    groups = {}
    for name in names:
        if solution[name]:
            groups.setdefault((name[0], name[1]), []).append(name)
    for members in groups.values():
        members = sorted(members, key=str)[:limit]
        at = {}
        for name in members:
            at.setdefault(solution[name], []).append(name)
        pairs = set()
        for index, first in enumerate(members):
            for second in at.get(-solution[first] % PRIME, ()):
                if str(first) < str(second) and disjoint((first, second)):
                    pairs.add((first, second))
                    yield first, second
            for second in members[index + 1:]:
                for third in at.get(-(solution[first] + solution[second]) % PRIME, ()):
                    if str(second) < str(third) and disjoint((first, second, third)):
                        yield first, second, third
