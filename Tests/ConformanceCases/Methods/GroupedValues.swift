// SPDX-License-Identifier: EUPL-1.2

/// A column of values split by a column of labels; records without either are left out.
struct GroupedValues {
    /// The groups in the order they first come.
    let samples: [[Double]]

    init(_ table: CaseTable, values: String, groups: String) throws(CaseError) {
        let values = try table.optionalNumbers(values)
        let labels = try table.texts(groups)
        samples = LabelledCounts.distinct(labels).map { name in
            zip(labels, values).compactMap { $0 == name ? $1 : nil }
        }.filter { !$0.isEmpty }
    }
}
