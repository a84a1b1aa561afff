// SPDX-License-Identifier: EUPL-1.2

import Tabular

/// Something the simulator put in an export on purpose.
package struct PlantedFault: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// The row must be set aside.
        case fault
        /// The row must be kept, with a remark.
        case remark
        /// The row must be kept and understood, and nothing said.
        case quirk
    }

    /// Name of the file, as `beslut-2019.csv`.
    package let file: String
    /// Physical line the row begins on, from 1.
    package let line: Int
    /// Row of data, from 1; the header is not counted.
    package let row: Int
    /// The header as written; nil when the whole row is meant.
    package let column: String?
    /// Of faults and remarks the rule's name in machine output; of quirks a name of what is odd.
    package let rule: String
    package let kind: Kind

    /// `planterade-fel.csv`: one a line, in order of file and line.
    package static func file(of planted: [PlantedFault]) -> ExportFile {
        var writer = CSVWriter(style: ExportDialect().style)
        writer.append(copying: ["fil", "rad", "kolumn", "regel", "slag"])
        for fault in planted {
            writer.append(copying: [
                fault.file, String(fault.line), fault.column ?? "", fault.rule, fault.kind.rawValue,
            ])
        }
        return ExportFile(name: "facit/planterade-fel.csv", bytes: writer.bytes)
    }
}
