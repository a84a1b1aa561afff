# SPDX-License-Identifier: EUPL-1.2
"""Numbers on the pages that stand in no open table: what a reader sees that the tables do not say.

Every number of the tables is written in the forms a page may give it (whole, one, two decimals, per cent). A number on a page that is
none of them is listed with its line, so that a person, or a relation, can be bound to it.
"""
import re

NUMBER = re.compile(r"(?<![\w,.\-–/])([−+-]?\d{1,3}(?:[\u00a0\u202f]\d{3})+(?:,\d+)?|[−+-]?\d+(?:,\d+)?)(?![\w]|[.,:]\d)")


def forms(value):
    """How a page may print a value."""
    written = set()
    for number in (value, value * 100, 100 - value * 100, value * 1000):
        for decimals in (0, 1, 2, 3):
            for shifted in (number, number + 1e-9, number - 1e-9):
                written.add(f"{abs(shifted):.{decimals}f}".replace(".", ","))
    return written


def printed_forms(release):
    """Every form of every number of the tables, and of differences between years (sentences about changes)."""
    known = set()
    values = set()
    for row in release.rows:
        values.update(row.numbers.values())
    for _, record in release.comparisons:
        for key in ("value", "lower", "upper", "p", "p_adjusted"):
            if record.get(key):
                values.add(float(record[key]))
    for value in values:
        known |= forms(value)
    return known


def swedish(text):
    """A number as a page prints it, or None for a sign."""
    cleaned = re.sub(r"[\u00a0\u202f %*]", "", text).replace("−", "-").replace(",", ".")
    try:
        return float(cleaned)
    except ValueError:
        return None


def board_cells(release):
    """(symbol, year, domain, value, page) for the cells of the boards' own tables, by law and by year."""
    columns = {"Personer": "N", "Beviljade timmar": "B", "Utförda timmar": "PH"}
    for page, text in release.pages:
        title = re.search(r"^# (.+): .*?(\d{4})\s*$", text, re.M)
        if title is None:
            continue
        board, year = title[1], int(title[2])
        head = None
        for line in text.splitlines():
            if not line.startswith("|"):
                head = None
                continue
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if head is None:
                head = cells
                continue
            if head[0] not in ("Lagrum", "År") or set(cells[0]) <= set("- :"):
                continue
            first = cells[0].strip("* ")
            if head[0] == "År" and not first.isdigit():
                continue
            when = int(first) if head[0] == "År" else year
            law = (("law", first),) if head[0] == "Lagrum" and first in ("SoL", "LSS") else ()
            for name, cell in zip(head[1:], cells[1:]):
                value = swedish(cell)
                if name in columns and value is not None:
                    yield columns[name], when, tuple(sorted((("district", board),) + law)), value, page


def unbound_numbers(release):
    """(page, number, line) for numbers on pages that are in no table; years, dates, headings and file lists are left out."""
    known = printed_forms(release)
    known |= {str(year) for year in range(1980, 2040)}
    found = []
    for page, text in release.pages:
        annex = False
        for line in text.splitlines():
            if line.startswith("## "):
                annex = "Bilaga A" in line or "Bilaga B" in line or "Bilaga D" in line or "Underlaget" in line
            if annex or line.startswith(("#", "---", "**Tabell", "**Figur", "| ---", "pagetitle", "description")) or "`" in line or "lästa rader" in line:
                continue
            for match in NUMBER.finditer(line):
                number = re.sub(r"[\u00a0\u202f−+-]", "", match[1])
                if number not in known and number.lstrip("0") and not (number.isdigit() and int(number) < 13):
                    found.append((page, number, line.strip()[:160]))
    return found
