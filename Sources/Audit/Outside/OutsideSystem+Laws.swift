// SPDX-License-Identifier: EUPL-1.2
import Published

/// Persons who have both laws (*både SoL och LSS*): printed or not, they are SoL and LSS less everyone.
extension OutsideSystem {
    /// Enters those with both laws and with one alone, wherever persons are told by law. Those that no table prints are
    /// numbers all the same, and are remembered as told by others.
    mutating func addLaws() {
        let withSoL = numbers.filter { $0.code(of: "law") == "SoL" && countsPersons($0.series) }
        let values = withSoL.filter { $0.series.column == .value }
        for number in values + withSoL.filter({ $0.series.column != .value }) {
            let everyone = number.without("law")
            guard let sol = variable(number), let lss = variable(everyone.with("law", "LSS")),
                let all = variable(everyone)
            else { continue }
            // Those whom hours are of are told where it is printed how many they are.
            if number.series.column == .n, [sol, lss, all].contains(where: { printed[$0] == nil }) { continue }
            addLaws(sol, lss, all, of: everyone)
        }
    }

    /// Enters the combinations of laws of one group of persons.
    mutating func addLaws(_ sol: Int, _ lss: Int, _ all: Int, of everyone: Number) {
        if let withSoL = printed[sol], let withLSS = printed[lss], let total = printed[all],
            max(withSoL, withLSS) > total || withSoL + withLSS < total
        {
            // Not the same persons, or some of no known law.
            return
        }
        let solOnly = combination("SoL-only", of: everyone)
        let lssOnly = combination("LSS-only", of: everyone)
        let both = combination("both", of: everyone)
        learn([(sol, 1), (solOnly, -1), (both, -1)])
        learn([(lss, 1), (lssOnly, -1), (both, -1)])
        learn([(all, 1), (solOnly, -1), (lssOnly, -1), (both, -1)])
    }

    /// Persons themselves, and those whom hours are of. Of flexible use there is no saying what adds: it is judged of
    /// the hours of one law, or of all.
    private func countsPersons(_ series: Number.Series) -> Bool {
        if series.subject.hasPrefix("flexible-use") { return false }
        return series.column == .n
            || (series.column == .value && (series.subject == "persons" || series.subject.hasPrefix("persons-on-")))
    }

    /// The number of a combination, in the table of them where there is one.
    private mutating func combination(_ code: String, of everyone: Number) -> Int {
        let own = everyone.with("law", code)
        let tabulated = own.of(Number.Series(subject: "persons-law-combination", column: .value))
        if everyone.series == Number.Series(subject: "persons", column: .value), let known = variable(tabulated) {
            return known
        }
        return makeTold(own)
    }
}
