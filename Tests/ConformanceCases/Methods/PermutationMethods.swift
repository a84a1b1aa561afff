// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// `test.permutation_stratified`: persons drawn by lot within strata.
enum PermutationMethods {
    static let all = [ConformanceMethod("test.permutation_stratified", stratified)]

    private static func stratified(_ reference: ConformanceCase) throws -> [ResultRow] {
        let (table, parameters) = (try reference.table(), reference.parameters)
        if let weights = parameters["weights"]?.text, weights != "stratum size" {
            throw CaseError.unknownChoice(weights)
        }
        let names = try table.texts(parameters.text("stratum"))
        let treated = try table.optionalNumbers(parameters.text("treated"))
        let values = try table.optionalNumbers(parameters.text("y"))
        let strata = LabelledCounts.distinct(names).map { name in
            var stratum = StratifiedPermutationTest.Stratum(treated: [], controls: [])
            for row in names.indices where names[row] == name {
                guard let value = values[row], let treated = treated[row] else { continue }
                if treated == 1 { stratum.treated.append(value) } else { stratum.controls.append(value) }
            }
            return stratum
        }
        let test = StratifiedPermutationTest(strata, level: parameters.level)
        let shift = StratifiedShift(strata, level: parameters.level)
        func row(_ quantity: String, _ estimate: Double?) -> ResultRow {
            ["quantity": CaseValue(quantity), "estimate": CaseValue(estimate)]
        }
        var difference = row("difference-in-means", test?.difference)
        difference["ci_low"] = CaseValue(test?.interval.lower)
        difference["ci_high"] = CaseValue(test?.interval.upper)
        difference["p_two_sided"] = CaseValue(test?.twoSided)
        difference["p_greater"] = CaseValue(test?.greater)
        difference["p_less"] = CaseValue(test?.less)
        var median = row("hodges-lehmann", shift?.estimate)
        median["ci_low"] = CaseValue(shift?.interval.lower)
        median["ci_high"] = CaseValue(shift?.interval.upper)
        median["level_achieved"] = CaseValue(shift?.levelAchieved)
        return [
            difference, median, row("assignments", test?.assignments),
            row("strata-used", Double(test?.strata ?? 0)), row("rows-used", Double(test?.persons ?? 0)),
        ]
    }
}
