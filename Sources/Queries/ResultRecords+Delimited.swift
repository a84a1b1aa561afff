// SPDX-License-Identifier: EUPL-1.2
import Tabular

extension ResultRecords {
    /// Header and records.
    func delimited(_ style: CSVStyle) -> String {
        var writer = CSVWriter(style: style)
        writer.append(columns.map { .text($0) })
        for record in records { writer.append(record) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
