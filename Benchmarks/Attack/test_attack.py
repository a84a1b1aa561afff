# SPDX-License-Identifier: EUPL-1.2
"""Small hand-made releases with one planted leak each, and safe ones. Run with `python3 -m unittest` in this folder."""
import contextlib
import csv
import io
import json
import math
import os
import tempfile
import unittest

import attack as command
import inversion
from glpk import MAXIMISE, MINIMISE, Program
from judge import Attack
from published import Release
from system import System
from unions import determined_unions
from truth import Truth, dominated, query_arguments

FIELDS = ["value", "lower", "upper", "se", "n", "numerator", "denominator", "unit", "status"]
WHOLE = "Utdragen med utförda timmar räcker från januari 2018 till december 2019 och täcker hela 2018 och 2019.\n"


class Report:
    """Writes a report's folder."""

    def __init__(self, root, name="2019", page=WHOLE):
        self.folder = os.path.join(root, name)
        os.makedirs(os.path.join(self.folder, "tabeller"))
        self.resources = []
        with open(os.path.join(self.folder, "uppfoljning.md"), "w", encoding="utf-8") as file:
            file.write(page)

    def table(self, name, definition, dimensions, *rows):
        """Rows are (dimension values…, {column: value}); a row without value is hidden."""
        self.resources.append({"name": name, "path": name + ".csv", "definition": definition})
        with open(os.path.join(self.folder, "tabeller", name + ".csv"), "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ["year"] + dimensions + FIELDS)
            writer.writeheader()
            for *places, numbers in rows:
                record = dict(zip(["year"] + dimensions, places))
                record.update({"status": "shown" if "value" in numbers else "hidden", **numbers})
                writer.writerow(record)
        return self

    def finish(self):
        """Write the description and give the folder."""
        with open(os.path.join(self.folder, "tabeller", "datapackage.json"), "w", encoding="utf-8") as file:
            json.dump({"resources": self.resources}, file)
        return self.folder


def persons(value=None):
    """A count of persons, or a hidden one."""
    return {"unit": "persons"} if value is None else {"value": value, "n": value, "unit": "persons"}


def hours(value=None, n=None):
    """A sum of hours with its n."""
    numbers = {"unit": "hours"}
    if value is not None:
        numbers["value"] = value
    if n is not None:
        numbers["n"] = n
    return numbers


class People:
    """A judge's persons, given by hand: {(symbol, year, domain): {person: hours}}."""

    def __init__(self, found):
        self.found = found

    def hours(self, symbol, year, domain):
        """Each person's hours."""
        return self.found.get((symbol, year, domain), {})


class Case(unittest.TestCase):
    """A folder for reports, and the attack on them."""

    def setUp(self):
        """A folder of its own."""
        self.place = tempfile.TemporaryDirectory()
        self.root = self.place.name

    def tearDown(self):
        """Away with it."""
        self.place.cleanup()

    def attack(self, folder, values=None, published=(), boards=None, people=None, questionnaire=None):
        """Attack a folder; values are true values by quantity."""
        release = Release()
        for earlier in published:
            release.add_report(earlier)
        release.add_report(folder)
        if boards:
            release.merged_into.update(boards)
        if questionnaire:
            path = os.path.join(self.root, "codebook.yaml")
            with open(path, "w", encoding="utf-8") as file:
                file.write(questionnaire)
            release.add_questionnaire(path)
        truth = None
        if values is not None:
            truth = Truth([], release, people)
            truth.values.update(values)
        result = Attack(release, truth)
        self.assertEqual([], result.false_relations)
        self.assertEqual([], result.system.conflicts)
        return result

    def kinds(self, result):
        """(category, kind) of the findings."""
        return {(finding.category, finding.kind) for finding in result.findings}


def place(**dimensions):
    """A domain."""
    return tuple(sorted(dimensions.items()))


class CountsTests(Case):
    """Hidden counts and differences of counts."""

    def test_safe_report_gives_no_alarm(self):
        report = Report(self.root)
        report.table("persons", "persons", [], (2019, persons(90)))
        report.table("persons-by-age", "persons", ["age"], (2019, "0-22", persons(40)), (2019, "23-64", persons()), (2019, "65+", persons()),
                     (2019, "total", persons(90)))
        truth = {("N", 2019, ()): 90, ("N", 2019, place(age="0-22")): 40, ("N", 2019, place(age="23-64")): 46, ("N", 2019, place(age="65+")): 4}
        self.assertEqual([], self.attack(report.finish(), truth).findings)

    def test_subtraction(self):
        report = Report(self.root)
        report.table("persons-by-sex", "persons", ["sex"], (2019, "female", persons(41)), (2019, "male", persons()), (2019, "total", persons(44)))
        truth = {("N", 2019, ()): 44, ("N", 2019, place(sex="female")): 41, ("N", 2019, place(sex="male")): 3}
        result = self.attack(report.finish(), truth)
        self.assertEqual({("narrowed count", "hidden N")}, self.kinds(result))
        self.assertEqual("3", result.findings[0].deduced)
        self.assertTrue(any("is the sum over sex" in step for step in result.findings[0].steps))
        without_truth = self.attack(report.folder)
        self.assertEqual({("narrowed count", "hidden N")}, self.kinds(without_truth))

    def test_hidden_cells_that_are_few_together(self):
        report = Report(self.root)
        report.table("persons-by-age", "persons", ["age"], (2019, "0-22", persons(40)), (2019, "23-64", persons()), (2019, "65+", persons()),
                     (2019, "total", persons(44)))
        truth = {("N", 2019, ()): 44, ("N", 2019, place(age="0-22")): 40, ("N", 2019, place(age="23-64")): 2, ("N", 2019, place(age="65+")): 2}
        self.assertEqual({("small difference", "hidden cells together")}, self.kinds(self.attack(report.finish(), truth)))

    def test_upper_end_of_the_promise(self):
        report = Report(self.root)
        report.table("persons-by-age", "persons", ["age"], (2019, "0-22", persons(40)), (2019, "23-64", persons()), (2019, "65+", persons()),
                     (2019, "total", persons(47)))
        truth = {("N", 2019, ()): 47, ("N", 2019, place(age="0-22")): 40, ("N", 2019, place(age="23-64")): 6, ("N", 2019, place(age="65+")): 1}
        result = self.attack(report.finish(), truth)
        self.assertEqual(["[1, 6]"], [finding.deduced for finding in result.findings])

    def test_both_laws(self):
        report = Report(self.root)
        report.table("persons-by-law", "persons", ["law"], (2019, "SoL", persons(30)), (2019, "LSS", persons(22)), (2019, "total", persons(50)))
        self.assertEqual({("small difference", "both laws")}, self.kinds(self.attack(report.finish())))

    def test_persons_in_two_boards_are_told(self):
        report = Report(self.root)
        report.table("persons-by-district", "persons", ["district"], (2019, "A", persons(30)), (2019, "B", persons(22)), (2019, "total", persons(50)))
        result = self.attack(report.finish())
        self.assertEqual([], result.findings)
        self.assertEqual(1, result.told)

    def test_board_that_merged(self):
        report = Report(self.root)
        report.table("granted-hours-by-district", "granted-hours", ["district"], (2019, "A-B", hours(500.5, 20)))
        report.table("granted-hours-by-district-then", "granted-hours", ["district_then"], (2019, "A", hours(480.25, 18)), (2019, "B", hours()))
        truth = {("B", 2019, place(district="A-B")): 500.5, ("B", 2019, place(district_then="A")): 480.25, ("B", 2019, place(district_then="B")): 20.25}
        result = self.attack(report.finish(), truth, boards={"A": "A-B", "B": "A-B"})
        self.assertEqual({("narrowed sum", "hidden B")}, self.kinds(result))
        self.assertIn("sum of the boards that merged", " ".join(result.findings[0].steps))

    def test_n_beside_values(self):
        report = Report(self.root)
        report.table("persons", "persons", [], (2019, persons(90)))
        report.table("performed-hours", "performed-hours", [], (2019, hours(812.5, 88)))
        self.assertEqual({("small difference", "persons − persons with hours")}, self.kinds(self.attack(report.finish())))

    def test_nested_shares(self):
        report = Report(self.root)
        for name, definition, x in (("f1", "flexible-use F1/D1/spell", 40), ("f1o", "flexible-use F1o/D1/spell", 43)):
            report.table(name, definition, [], (2019, {"value": x / 90, "numerator": x, "denominator": 90, "n": 90, "unit": "share"}))
        self.assertEqual({("small difference", "flexible F1o − F1")}, self.kinds(self.attack(report.finish())))

    def test_what_an_earlier_report_showed(self):
        first = Report(self.root, "2018").table("persons-by-sex", "persons", ["sex"], (2018, "male", persons(7))).finish()
        second = Report(self.root, "2019").table("persons-by-sex", "persons", ["sex"], (2018, "male", persons()), (2019, "male", persons(9))).finish()
        result = self.attack(second, published=[first])
        self.assertEqual([], result.findings)

    def test_what_a_later_report_shows(self):
        first = Report(self.root, "2018").table("persons-by-sex", "persons", ["sex"], (2018, "male", persons())).finish()
        second = Report(self.root, "2019").table("persons-by-sex", "persons", ["sex"], (2018, "male", persons(7)), (2019, "male", persons(9))).finish()
        self.assertEqual({("narrowed count", "hidden first, shown later")}, self.kinds(self.attack(second, published=[first])))

    def test_persons_who_came(self):
        report = Report(self.root)
        report.table("u", "utilisation", [], (2018, {"value": .5, "numerator": 50.25, "denominator": 100.5, "n": 20, "unit": "share"}),
                     (2019, {"value": .5, "numerator": 55.25, "denominator": 110.5, "n": 21, "unit": "share"}))
        report.table("c", "utilisation change", [], (2019, {"value": 0.0, "n": 22, "unit": "share difference"}))
        found = self.kinds(self.attack(report.finish()))
        self.assertIn(("small difference", "persons who came"), found)
        self.assertIn(("small difference", "persons who left"), found)

    def test_answers(self):
        report = Report(self.root)
        report.table("rate", "response-rate", ["group"], (2019, "users", {"value": .5, "numerator": 64, "denominator": 128, "n": 128, "unit": "share"}))
        report.table("answers", "item answers", ["group", "question"], (2019, "users", "q", {"value": 61, "n": 61, "unit": "answers"}))
        report.table("none", "item nonresponse", ["group", "question"], (2019, "users", "q", {"unit": "share"}))
        report.table("unknown", "item do-not-know", ["group", "question"], (2019, "users", "q", {"unit": "share"}))
        book = "fields:\n  - name: q\n    type: scale\n\n  - name: r\n    type: text\n    not_asked_if: {item: q}\n"
        found = self.kinds(self.attack(report.finish(), questionnaire=book))
        self.assertIn(("small difference", "no answer and do not know together"), found)

    def test_hidden_answer_is_what_is_left(self):
        report = Report(self.root)
        report.table("item", "item", ["group", "question", "answer"], *[(2019, "users", "q", name, {"value": value, "n": 50, "unit": "share"})
                     for name, value in (("yes", .61234), ("no", .31111))], (2019, "users", "q", "other", {"unit": "share"}))
        book = "fields:\n  - name: q\n    type: single\n    favourable: [\"yes\"]\n"
        result = self.attack(report.finish(), questionnaire=book)
        self.assertEqual({("narrowed share", "hidden item")}, self.kinds(result))


class HoursTests(Case):
    """Sums of hours."""

    def hours_report(self, all_hours, inside):
        """Performed hours in all and inside decisions, by law."""
        report = Report(self.root)
        report.table("p", "performed-hours", ["law"], (2019, "SoL", hours(all_hours, 30)), (2019, "LSS", hours(500.75, 20)))
        report.table("u", "utilisation", ["law"], (2019, "SoL", {"value": inside / 1000, "numerator": inside, "denominator": 1000.0, "n": 30, "unit": "share"}))
        return report.finish()

    def test_hours_of_one_person(self):
        where = place(law="SoL")
        truth = {("PH", 2019, where): 806.25, ("U", 2019, where): 800.25}
        people = People({("outside", 2019, where): {"a": 6.0}})
        result = self.attack(self.hours_report(806.25, 800.25), truth, people=people)
        self.assertEqual({("dominated difference", "hours outside decisions or without a ceiling")}, self.kinds(result))

    def test_hours_of_many_persons(self):
        where = place(law="SoL")
        truth = {("PH", 2019, where): 900.25, ("U", 2019, where): 800.25}
        people = People({("outside", 2019, where): {str(k): 10.0 for k in range(10)}})
        self.assertEqual([], self.attack(self.hours_report(900.25, 800.25), truth, people=people).findings)

    def test_rounded_hours_are_not_exact(self):
        report = Report(self.root)
        report.table("p", "performed-hours", ["law"], (2019, "SoL", hours(800, 30)), (2019, "LSS", hours(500, 20)), (2019, "total", hours(1300, 50)),
                     (2018, "total", hours(1200, 50)))
        report.table("o", "performed-hours outside-decisions", [], (2019, hours(30, 6)))
        result = self.attack(report.finish())
        self.assertEqual([], result.findings)
        self.assertFalse(result.system.quantities[("PH", 2019, ())].known)

    def test_share_without_its_parts(self):
        report = Report(self.root)
        report.table("b", "granted-hours", [], (2019, hours(1000.5, 40)))
        report.table("p", "performed-hours", [], (2019, hours()))
        report.table("u", "utilisation", [], (2019, {"value": .62, "lower": .5, "upper": .74, "unit": "share"}))
        report.table("l", "flexible-use unlimited", [], (2019, persons(0)))
        report.table("o", "performed-hours outside-decisions", [], (2019, {"value": 0.0, "n": 0, "unit": "hours"}))
        truth = {("B", 2019, ()): 1000.5, ("PH", 2019, ()): 620.0, ("U", 2019, ()): 620.0, ("PHO", 2019, ()): 0.0, ("G", 2019, ()): 40}
        self.assertIn(("narrowed sum", "hidden PH"), self.kinds(self.attack(report.finish(), truth)))

    def test_decomposition(self):
        then, now = (172, 28059.5, 16940.24), (174, 27874.2, 17535.32)
        mean = (now[2] - then[2]) / math.log(now[2] / then[2])
        parts = {"sum": now[2] - then[2], "persons": mean * math.log(now[0] / then[0]),
                 "granted-per-person": mean * math.log(now[1] / now[0] / (then[1] / then[0]))}
        report = Report(self.root)
        for part, value in parts.items():
            report.table(part, "decomposition " + part, [], (2019, {"value": repr(value), "unit": "hours"}))
        report.table("b", "granted-hours", [], (2018, hours(then[1], then[0])), (2019, hours(now[1], now[0])))
        report.table("u", "utilisation", [], (2018, {"value": .6, "unit": "share"}), (2019, {"value": .63, "unit": "share"}))
        report.table("o", "performed-hours outside-decisions", [], (2019, hours()))
        report.table("p", "performed-hours", [], (2019, hours(17544.32, 170)))
        report.table("l", "flexible-use unlimited", [], (2019, persons(0)))
        truth = {("U", 2018, ()): then[2], ("U", 2019, ()): now[2], ("PH", 2019, ()): 17544.32, ("PHO", 2019, ()): 9.0, ("B", 2019, ()): now[1]}
        result = self.attack(report.finish(), truth)
        self.assertIn(("narrowed sum", "hidden PHO"), self.kinds(result))


class IntervalTests(Case):
    """Intervals that are printed while n is not."""

    def test_wilson(self):
        low, high = inversion.wilson(80, 171)
        report = Report(self.root)
        report.table("d1", "flexible-use F1/D1/spell", [], (2019, {"value": 80 / 174, "numerator": 80, "denominator": 174, "n": 174, "unit": "share"}))
        report.table("d2", "flexible-use F1/D2/spell", [], (2019, {"value": round(80 / 171, 3), "lower": round(low, 3), "upper": round(high, 3), "unit": "share"}))
        truth = {("FD:D1", 2019, ()): 174, ("FD:D2", 2019, ()): 171, ("FX:F1/spell", 2019, ()): 80}
        found = self.kinds(self.attack(report.finish(), truth))
        self.assertIn(("narrowed base", "FD:D2 left out beside a shown value"), found)

    def test_t_interval_with_its_error(self):
        half = inversion.t_quantile(0.975, 11) * 0.0512345678
        report = Report(self.root)
        report.table("u", "utilisation", [], (2019, {"value": .6, "lower": repr(.6 - half), "upper": repr(.6 + half), "se": "0.0512345678", "unit": "share"}))
        truth = {("G", 2019, ()): 12}
        found = self.kinds(self.attack(report.finish(), truth))
        self.assertIn(("narrowed base", "G left out beside a shown value"), found)

    def test_two_levels(self):
        system = System()
        name = ("G", 2019, ())
        system.hide(name, True, ("t", "n", "shown"))
        rows = [{"lower": repr(.6 - inversion.t_quantile(0.5 + level / 2, 11) * .05), "upper": repr(.6 + inversion.t_quantile(0.5 + level / 2, 11) * .05)}
                for level in (0.95, 0.99)]
        inversion.invert_levels(system, name, rows[0], rows[1], 0.95, 0.99, "test")
        self.assertEqual({12}, system.quantities[name].candidates[0])

    def test_t_quantile(self):
        for probability, degrees, value in ((0.975, 1, 12.706204736), (0.975, 10, 2.228138852), (0.999, 30, 3.385184869), (0.975, 500, 1.964719837)):
            self.assertAlmostEqual(value, inversion.t_quantile(probability, degrees), 7)


class JudgeTests(Case):
    """The judge and the machinery."""

    def test_a_false_relation_is_found_out(self):
        report = Report(self.root)
        report.table("persons-by-sex", "persons", ["sex"], (2019, "female", persons(41)), (2019, "male", persons()), (2019, "total", persons(50)))
        release = Release()
        release.add_report(report.finish())
        truth = Truth([], release)
        truth.values.update({("N", 2019, ()): 50, ("N", 2019, place(sex="female")): 41, ("N", 2019, place(sex="male")): 8})
        result = Attack(release, truth)
        self.assertEqual(1, len(result.false_relations))
        self.assertEqual([], result.findings)

    def test_whole_numbers(self):
        program = Program([(0, 3, True), (0, 3, True), (0, 3, True)], [(3, 3, [(0, 2), (1, 2), (2, 1)])])
        program.set_objective([(2, 1)], MAXIMISE)
        self.assertEqual("optimal", program.solve())
        self.assertEqual((False, None), program.feasible_with(2, 2))
        self.assertTrue(program.feasible_with(2, 1)[0])

    def test_bounds_and_proof(self):
        system = System()
        for letter in "ab":
            system.hide((letter, 0, ()), True, ("t", "value", "hidden"))
        system.relate([(("a", 0, ()), 1), (("b", 0, ()), 1)], 5, 5, "a + b = 5")
        system.tighten(("b", 0, ()), 2, None, "b is at least 2")
        part = system.parts()[0]
        self.assertAlmostEqual(3, part.bound([(("a", 0, ()), 1)], 0, MAXIMISE))
        self.assertAlmostEqual(0, part.bound([(("a", 0, ()), 1)], 0, MINIMISE))
        relations, bounds = part.proof([(("a", 0, ()), 1)], 0, MAXIMISE)
        self.assertEqual(["a + b = 5"], [relation.words for relation in relations])

    def test_unions_across_tables(self):
        cells = [("N", 0, place(sex=sex, age=age)) for sex in "fm" for age in "xyz"]
        fx, fy, fz, mx, my, mz = cells
        equations = [[(fx, 1), (fy, 1), (fz, 1)], [(mx, 1), (my, 1), (mz, 1)], [(fz, 1), (mz, 1)]]
        found = {frozenset(union) for union in determined_unions(cells, equations)}
        self.assertIn(frozenset((fz, mz)), found)
        self.assertNotIn(frozenset((fx, mx)), found)
        self.assertIn(frozenset((fx, fy, fz)), found)

    def test_dominance(self):
        self.assertTrue(dominated([10, 5]))
        self.assertTrue(dominated([100, 60, 5]))
        self.assertFalse(dominated([100, 60, 15]))

    def test_questions_to_the_program(self):
        self.assertEqual(["flexible-use", "--by", "district-then", "--definition", "moved-hours-or-overrun", "--denominator", "complete-period", "--anchor", "spell"],
                         query_arguments("flexible-use F1o/D3/spell", {}, ["district_then"]))
        self.assertEqual(["persons:per-10000", "--by", "district"], query_arguments("persons per-10000", {}, ["district"]))

    def test_a_page_that_shows_what_the_table_hides(self):
        report = Report(self.root)
        report.table("persons-by-district", "persons", ["district"], (2019, "Ekdalen", persons()), (2019, "Tallby", persons()), (2019, "total", persons(50)))
        with open(os.path.join(report.folder, "ekdalen.md"), "w", encoding="utf-8") as file:
            file.write("# Ekdalen: uppföljning av ledsagning 2019\n\n| Lagrum | Personer |\n| --- | ---: |\n| **Samtliga** | 17 |\n")
        self.assertEqual({("narrowed count", "hidden in one table, shown in another")}, self.kinds(self.attack(report.finish())))

    def test_command_line(self):
        report = Report(self.root)
        report.table("persons-by-sex", "persons", ["sex"], (2019, "female", persons(41)), (2019, "male", persons()), (2019, "total", persons(44)))
        written = io.StringIO()
        with contextlib.redirect_stdout(written):
            code = command.main([report.finish(), "--json"])
        self.assertEqual(1, code)
        self.assertEqual(1, json.loads(written.getvalue())["summary"]["narrowed_counts"])


if __name__ == "__main__":
    unittest.main()
