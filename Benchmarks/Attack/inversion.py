# SPDX-License-Identifier: EUPL-1.2
"""Numbers that are no sums but give sums away: intervals, decompositions, two levels of one interval.

Each function turns printed digits into bounds of a quantity, or into the whole numbers that fit the digits (candidates).
"""
import math

Z95 = 1.959963984540054


STEPS = (1, 2, 5, 10)
"""Per cent that a share may be rounded to when its base is left out."""


LIMITS_OF_FEWEST = 10


def half_digit(text, rounded):
    """Half of the last printed digit when a number is rounded for protection (three decimals or fewer), else a rounding error."""
    if "e" in text.lower():
        return 1e-12
    decimals = len(text.split(".")[1]) if "." in text else 0
    if rounded and decimals <= 2:
        # A share without its base is in steps of 1, 2, 5 or 10 per cent: the widest that the printed number fits.
        per_cent = round(abs(float(text)) * 100)
        step = max(step for step in STEPS if per_cent % step == 0)
        return step / 200 + 1e-9
    if rounded and decimals == 3:
        return 0.5 * 10 ** -3 + 1e-12
    return 1e-12


def wilson(x, n, z=Z95):
    """Wilson's score interval."""
    p = x / n
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return centre - half, centre + half


def incomplete_beta(a, b, x):
    """Regularised incomplete beta function by its continued fraction (Lentz)."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, 1 - x)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)) / a
    tiny, c, d = 1e-300, 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > tiny else tiny)
    result = d
    for m in range(1, 400):
        for numerator in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                          -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 + numerator * d
            d = 1 / (d if abs(d) > tiny else tiny)
            c = 1 + numerator / c
            c = c if abs(c) > tiny else tiny
            step = c * d
            result *= step
        if abs(step - 1) < 1e-15:
            break
    return front * result


_QUANTILES = {}


def t_quantile(probability, degrees):
    """Student's t quantile for a probability above one half."""
    key = (probability, degrees)
    if key not in _QUANTILES:
        low, high = 0.0, 1e5
        for _ in range(90):
            middle = (low + high) / 2
            tail = 0.5 * incomplete_beta(degrees / 2, 0.5, degrees / (degrees + middle * middle))
            if 1 - tail < probability:
                low = middle
            else:
                high = middle
        _QUANTILES[key] = (low + high) / 2
    return _QUANTILES[key]


def digits_slack(text, at_least=1e-12):
    """Half of the last printed digit; at least a relative rounding error."""
    if "e" in text.lower():
        return max(at_least, abs(float(text)) * 1e-9)
    decimals = len(text.split(".")[1]) if "." in text else 0
    if decimals <= 3:
        return 0.5 * 10 ** -max(2, decimals) + 1e-12
    return max(at_least, 0.5 * 10 ** -decimals)


def counts_between(function, low, high, limit=3000):
    """Whole n from 2 to the limit with low ≤ function(n) ≤ high, for a function that falls with n."""
    def first_at_most(bound):
        """The first n whose value is no more than the bound."""
        least, most = 2, limit
        while least < most:
            middle = (least + most) // 2
            if function(middle) <= bound:
                most = middle
            else:
                least = middle + 1
        return least

    start = first_at_most(high)
    found = set()
    for n in range(start, limit):
        if function(n) < low:
            break
        if function(n) <= high:
            found.add(n)
        if len(found) > 60:
            return set()
    return found


def keep_candidates(system, name, candidates, words):
    """Record which whole numbers fit, and let their ends be bounds."""
    quantity = system.quantities.get(name)
    if quantity is None or quantity.known:
        return
    if quantity.candidates is not None:
        candidates = candidates & quantity.candidates[0]
    if not candidates:
        system.conflicts.append((name, "no whole number fits", words))
        return
    quantity.candidates = (candidates, words)
    system.tighten(name, float(min(candidates)), float(max(candidates)), words)


def invert_wilson(system, row, numerator, denominator, limit=4000):
    """Which (x, n) print this share and these limits. Only the ends and the set of n are kept; pairs are tried one by one."""
    top, bottom = system.quantities[numerator], system.quantities[denominator]
    value, lower, upper = (row.numbers[key] for key in ("value", "lower", "upper"))
    slack = {key: half_digit(row.texts[key], rounded=True) for key in ("value", "lower", "upper")}
    low_n = max(1, int(math.ceil(bottom.low - 1e-9)))
    high_n = int(bottom.high) if bottom.high is not None else limit
    fits_n, fits_x = set(), set()
    for n in range(low_n, min(high_n, limit) + 1):
        first = max(0, math.ceil((value - slack["value"]) * n - 1e-9), math.ceil(top.low - 1e-9))
        last = min(n, math.floor((value + slack["value"]) * n + 1e-9), math.floor(top.high + 1e-9) if top.high is not None else n)
        for x in range(first, last + 1):
            ends = wilson(x, n)
            if abs(ends[0] - lower) <= slack["lower"] + 1e-9 and abs(ends[1] - upper) <= slack["upper"] + 1e-9:
                fits_n.add(n)
                fits_x.add(x)
    words = f"Wilson's interval {row.texts['lower']}–{row.texts['upper']} round {row.texts['value']} in {row.table}"
    if not fits_n or max(fits_n) == limit:
        return
    keep_candidates(system, denominator, fits_n, words)
    keep_candidates(system, numerator, fits_x, words)


def invert_t(system, row, n):
    """R ± t(n−1)·se with se printed: which n gives this width."""
    if system.quantities[n].known:
        return
    error = float(row.texts["se"])
    if error <= 0:
        return
    slack = digits_slack(row.texts["upper"]) + digits_slack(row.texts["lower"])
    error_slack = digits_slack(row.texts["se"])
    # No sum of hours is below zero, so the lower end may be cut off there.
    is_cut = row.numbers["lower"] == 0
    width = 2 * (row.numbers["upper"] - row.numbers["value"]) if is_cut else row.numbers["upper"] - row.numbers["lower"]
    fits = counts_between(lambda count: 2 * t_quantile(0.975, count - 1), (width - slack) / (error + error_slack),
                          (width + slack) / (error - error_slack) if error > error_slack else math.inf)
    if fits:
        keep_candidates(system, n, fits, f"the interval and se {row.texts['se']} of {row.table} give t, and so n")


def invert_levels(system, n, first, second, first_level, second_level, source, without_n=False):
    """Two levels of limits with the same centre and error: the ratio of their widths is a ratio of t quantiles."""
    if n not in system.quantities or system.quantities[n].known:
        return
    if without_n:
        # Outward in whole per cent: the widths before are up to two hundredths less.
        widths = [float(one["upper"]) - float(one["lower"]) for one in (first, second)]
        if widths[0] <= 0.02 or widths[1] <= 0.02:
            return
        fits = counts_between(
            lambda count: t_quantile(0.5 + second_level / 2, count - 1) / t_quantile(0.5 + first_level / 2, count - 1),
            (widths[1] - 0.02) / widths[0] * (1 - 1e-9), widths[1] / (widths[0] - 0.02) * (1 + 1e-9))
        if fits:
            keep_candidates(system, n, fits, f"intervals at two levels in {source} give t, and so n")
        return
    slack = [digits_slack(one["lower"], abs(float(one["lower"])) * 1e-9) + digits_slack(one["upper"], abs(float(one["upper"])) * 1e-9)
             for one in (first, second)]
    widths = [float(one["upper"]) - float(one["lower"]) for one in (first, second)]
    if min(widths) <= 0 or 0 in (float(first["lower"]), float(second["lower"])):
        return
    low = (widths[1] - slack[1]) / (widths[0] + slack[0])
    high = (widths[1] + slack[1]) / (widths[0] - slack[0]) if widths[0] > slack[0] else math.inf
    fits = counts_between(lambda count: t_quantile(0.5 + second_level / 2, count - 1) / t_quantile(0.5 + first_level / 2, count - 1), low, high)
    # Limits of a group whose n is left out are those of ten persons (said under each comparison): they tell nothing.
    if fits and LIMITS_OF_FEWEST not in fits:
        keep_candidates(system, n, fits, f"limits at two levels in {source} give t, and so n")


def invert_two_rows(system, n, rows):
    """The same ratio asked for at two levels: the widths give n (levels 95 in reports, others are tried)."""
    if n not in system.quantities or system.quantities[n].known or len(rows) < 2:
        return
    reports = [row for row in rows if not row.table.startswith("query")]
    queries = [row for row in rows if row.table.startswith("query") and row.settings.get("interval")]
    for query in queries:
        for report in (reports or [one for one in queries if one is not query])[:1]:
            levels = [float(one.settings.get("interval") or 95) / 100 for one in (report, query)]
            if levels[0] == levels[1]:
                continue
            texts = [{"lower": one.texts["lower"], "upper": one.texts["upper"]} for one in (report, query)]
            invert_levels(system, n, texts[0], texts[1], levels[0], levels[1], f"{report.table} and {query.table}",
                          without_n="n" not in query.numbers)


def invert_beside_limits(system, n, limits, level, row):
    """A comparison's limits are of ten persons, so that they tell the error; the group's own interval is t times that."""
    if n not in system.quantities or system.quantities[n].known or "n" in row.numbers:
        return
    if not all(key in row.numbers for key in ("lower", "upper")):
        return
    width = (float(limits["upper"]) - float(limits["lower"])) / 2
    if width <= 0 or float(limits["lower"]) == 0:
        return
    error = width / t_quantile(0.5 + level / 2, LIMITS_OF_FEWEST - 1)
    own = (row.numbers["upper"] - row.numbers["lower"]) / 2
    fits = counts_between(lambda count: t_quantile(0.975, count - 1), (own - 0.01) / error * (1 - 1e-8), own / error * (1 + 1e-8))
    if fits:
        keep_candidates(system, n, fits, f"the limits of the comparison tell the error, and the interval in {row.table} is t times that")


def invert_decomposition(system, year, domain, parts, base_hours, base_persons):
    """L = part ÷ ln(ratio of a known factor); then U′ ÷ U = exp(sum ÷ L), and the hours follow from their difference."""
    total, total_text = parts["sum"]
    now = {symbol: system.quantities.get((symbol, year, domain)) for symbol in ("U", base_hours, base_persons)}
    then = {symbol: system.quantities.get((symbol, year - 1, domain)) for symbol in ("U", base_hours, base_persons)}
    if any(quantity is None for quantity in list(now.values()) + list(then.values())):
        return
    words = f"the parts of the decomposition of {year} are printed, and their logarithmic mean follows from a known factor"
    system.relate([((("U"), year, domain), 1), (("U", year - 1, domain), -1)],
                  total - rounding(total_text), total + rounding(total_text), f"the decomposition's sum {total_text} is the change of U")
    factors = []
    if now[base_persons].known and then[base_persons].known and now[base_persons].low and then[base_persons].low:
        persons = math.log(now[base_persons].low / then[base_persons].low)
        if "persons" in parts and persons:
            factors.append((parts["persons"], persons))
        if now[base_hours].known and then[base_hours].known and then[base_hours].low and now[base_hours].low:
            hours = math.log(now[base_hours].low / then[base_hours].low) - persons
            if "granted-per-person" in parts and hours:
                factors.append((parts["granted-per-person"], hours))
    for (part, text), logarithm in factors:
        ends = []
        for one in (part - rounding(text), part + rounding(text)):
            for whole in (total - rounding(total_text), total + rounding(total_text)):
                mean = one / logarithm
                if mean <= 0 or abs(whole) < 1e-9:
                    return
                ratio = math.exp(whole / mean)
                if abs(ratio - 1) < 1e-12:
                    return
                ends.append(whole / (ratio - 1))
        width = max(ends) * 1e-9
        if min(ends) > 0:
            system.tighten(("U", year - 1, domain), min(ends) - width, max(ends) + width, words)
            change = (total - rounding(total_text), total + rounding(total_text))
            system.tighten(("U", year, domain), min(ends) + change[0] - width, max(ends) + change[1] + width, words)


def rounding(text):
    """Half of the last digit of printed hours; a full-precision number has none to speak of."""
    decimals = len(text.split(".")[1]) if "." in text else 0
    if decimals == 0 or (decimals == 1 and text.endswith(".0")):
        return 0.5
    return max(0.5 * 10 ** -decimals, abs(float(text)) * 1e-12)
