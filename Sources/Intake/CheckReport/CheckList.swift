// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension CheckReport {
    /// One line a fault, then one line a remark, to send to the owner of the data: a header record, then the
    /// records. Names of columns and rules are the same in every language; the words are in the one asked for.
    package func records(in language: Language) -> [[String]] {
        var records = [["kind", "file", "line", "row", "column", "rule", "found", "problem", "remedy"]]
        for fault in faults {
            let nearest = NearestWords.question(nearest(to: fault), in: language)
            records.append(
                Self.record(
                    "fault", fault.location, fault.rule.rawValue, fault.found, fault.rule.problem[language],
                    nearest ?? fault.rule.remedy[language], language))
        }
        for remark in remarks {
            records.append(
                Self.record(
                    "remark", remark.location, remark.rule.rawValue, remark.found, remark.rule.problem[language], "",
                    language))
        }
        return records
    }

    private static func record(
        _ kind: String, _ location: Location, _ rule: String, _ found: ValueShape, _ problem: String, _ remedy: String,
        _ language: Language
    ) -> [String] {
        [
            kind, location.file, "\(location.line)", "\(location.row)", location.column ?? "", rule,
            found.words?[language] ?? "", problem, remedy,
        ]
    }
}
