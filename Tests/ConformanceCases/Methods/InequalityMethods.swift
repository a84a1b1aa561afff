// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics

/// `inequality.*`.
enum InequalityMethods {
    static let all = [ConformanceMethod("inequality.indices", indices)]

    private static func indices(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let amounts = try table.optionalNumbers(reference.parameters.text("value"))
        let weights =
            reference.parameters["weight"] == nil
            ? amounts.map { _ in 1 } : try table.numbers(reference.parameters.text("weight"))
        let groups =
            reference.parameters["group"] == nil
            ? amounts.map { _ in "" } : try table.texts(reference.parameters.text("group"))
        let persons = amounts.indices.compactMap { place in
            amounts[place].map { (amount: $0, weight: weights[place], group: groups[place]) }
        }.filter { $0.weight != 0 }
        guard persons.allSatisfy({ $0.amount >= 0 && $0.weight > 0 }) else {
            throw CaseError.outsideMethod("amounts are not negative, and weights above 0")
        }
        let found = InequalityIndices(persons)
        let within = found.map { $0.theil - $0.theilBetween }
        let logBetween = found.flatMap(\.logDeviationBetween)
        let logWithin = found.flatMap(\.meanLogDeviation).flatMap { all in logBetween.map { all - $0 } }
        let quantities: [(String, Double?)] = [
            ("gini", found?.gini), ("gini_laeken", found?.giniEurostat), ("theil", found?.theil),
            ("mld", found?.meanLogDeviation), ("half_cv2", found?.halfSquaredVariation),
            ("atkinson_0.5", found?.atkinsonHalf), ("atkinson_1", found?.atkinsonOne),
            ("theil_between", found?.theilBetween), ("theil_within", within), ("mld_between", logBetween),
            ("mld_within", logWithin), ("mean", found?.mean),
        ]
        return quantities.map { ["quantity": CaseValue($0), "value": CaseValue($1)] }
    }
}
