// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Intake
import Simulation

/// What a data set says, in lines that do not depend on the order of rows and files, without what a shape loses.
struct ShapeFacts {
    var persons: Set<String> = []
    /// One line a decision, sorted.
    var decisions: [String] = []
    /// By person, service, month and what else the shape keeps.
    var performed: [String: Performed] = [:]
    var window = ""

    struct Performed: Equatable {
        var milliseconds: Int64 = 0
        var visits: Int32 = 0
    }

    init(_ dataset: Dataset, without loses: Set<ExportLoss>) {
        let keys = dataset.persons.map { String($0.recordKey, radix: 36) }
        for (key, person) in zip(keys, dataset.persons) {
            persons.insert("\(key) \(person.birthYear ?? 0) \(person.sex) \(person.isProtected)")
        }
        func board(_ index: DistrictIndex?) -> String { index.map { dataset.division[$0].name } ?? "–" }
        func provider(_ index: Int16?) -> String {
            loses.contains(.providers) ? "" : index.map { dataset.providers[Int($0)] } ?? "–"
        }
        for decision in dataset.decisions {
            let isCounted = decision.outcome.isGranted && !decision.isUnlimited
            let applied = decision.appliedHours.map { "\($0.milliseconds)" } ?? "–"
            decisions.append(
                [
                    keys[Int(decision.person)], "\(decision.service)", decision.law.rawValue, board(decision.district),
                    "\(decision.outcome)", "\(decision.from)", decision.to.map { "\($0)" } ?? "–",
                    isCounted ? "\(decision.hours.milliseconds) a \(decision.unit)" : "\(decision.isUnlimited)",
                    loses.contains(.decisionDates) ? "" : decision.decided.map { "\($0)" } ?? "–",
                    provider(decision.provider),
                    loses.contains(.providerTypes) ? "" : "\(decision.providerType)",
                    loses.contains(.applications) ? "" : "\(decision.applied.map { "\($0)" } ?? "–") \(applied)",
                ].joined(separator: "|"))
        }
        decisions.sort()
        for month in dataset.performed {
            let key = [
                keys[Int(month.person)], "\(month.service)", "\(month.month)", board(month.district),
                provider(month.provider), loses.contains(.providerTypes) ? "" : "\(month.providerType)",
            ].joined(separator: "|")
            performed[key, default: Performed()].milliseconds += month.hours.milliseconds
            performed[key, default: Performed()].visits += loses.contains(.visits) ? 0 : month.visits
        }
        window = dataset.observationWindow.map { "\($0.lowerBound)–\($0.upperBound)" } ?? ""
    }

    /// What differs, in a few lines. Hours may differ by the rounding of each visit, where one of the two has minutes.
    func difference(from other: ShapeFacts, rounding: [String: Int32]) -> String {
        var lines: [String] = []
        func compare(_ what: String, _ ours: Set<String>, _ others: Set<String>) {
            let (extra, missing) = (ours.subtracting(others).sorted(), others.subtracting(ours).sorted())
            if !extra.isEmpty || !missing.isEmpty {
                lines.append(
                    "\(what): \(extra.count) extra \(extra.prefix(2)), \(missing.count) missing \(missing.prefix(2))")
            }
        }
        compare("persons", persons, other.persons)
        compare("decisions", Set(decisions), Set(other.decisions))
        if decisions.count != other.decisions.count {
            lines.append("\(decisions.count), not \(other.decisions.count) decisions")
        }
        // A month in which nothing was performed is no row of a table of months.
        func months(_ facts: ShapeFacts) -> Set<String> {
            Set(facts.performed.filter { $0.value.milliseconds != 0 }.keys)
        }
        compare("months", months(self), months(other))
        for key in months(self).intersection(months(other)).sorted() {
            guard let ours = performed[key], let others = other.performed[key] else { continue }
            // Half a hundredth of an hour a visit.
            let tolerance = Int64(rounding[key] ?? 0) * 18_000
            if abs(ours.milliseconds - others.milliseconds) > tolerance || ours.visits != others.visits {
                lines.append("performed \(key): \(ours), not \(others)")
            }
        }
        if window != other.window { lines.append("window \(window), not \(other.window)") }
        return lines.prefix(6).joined(separator: "\n")
    }
}

/// A folder of exports without a project file, or with one, as a reader meets it.
struct ShapeFolder: ~Copyable {
    let url = FileManager.default.temporaryDirectory.appending(path: "ledsaga-\(UUID().uuidString)")

    init(_ files: [(name: String, bytes: [UInt8])], project: String? = nil) throws {
        let data = url.appending(path: "data")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        for file in files { try Data(file.bytes).write(to: data.appending(path: file.name)) }
        if let project { try Data(project.utf8).write(to: url.appending(path: "ledsaga.yaml")) }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Reads the folder; persons of two readings have the same record keys.
    func read() throws -> IntakeResult {
        var project = try Project.load(folder: url.path)
        project.disclosure.method = .cellKey
        return try Intake(project, key: SecretKey(bytes: Array(0..<32))).read()
    }
}
