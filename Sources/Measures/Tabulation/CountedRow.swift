// SPDX-License-Identifier: EUPL-1.2
import Statistics
import Terms

/// A number, and what each unit brings to it.
struct CountedNumber: Sendable {
    var measurement: Measurement
    var contributions: [Contribution]

    /// A number that is not defined comes from nobody.
    init(_ measurement: Measurement, of contributions: [Contribution]) {
        self.measurement = measurement
        self.contributions = measurement.value == nil ? [] : contributions
    }

    static func notDefined(unit: Unit, kind: Measurement.Kind = .ratio, _ reason: Phrase) -> CountedNumber {
        CountedNumber(.notDefined(unit: unit, kind: kind, reason), of: [])
    }
}

/// A row of a table with those it comes from, before the table knows them all.
struct CountedRow: Sendable {
    var row: Tabulation.Row
    let contributions: [Contribution]

    init(
        _ key: [Category], _ counted: CountedNumber, implied: [Category] = [], identities: [Tabulation.Identity] = []
    ) {
        row = Tabulation.Row(key: key, measurement: counted.measurement, implied: implied, identities: identities)
        contributions = counted.contributions
    }
}
