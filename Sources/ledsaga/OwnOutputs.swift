// SPDX-License-Identifier: EUPL-1.2
import Intake
import Tabular

/// The kinds of file that commands write under a name the user gives, each known by what the command puts in it: only an
/// earlier file of the same kind gives way to a new one.
extension OwnOutput {
    /// The list of faults of `check -o`.
    static let faultList = OwnOutput { $0.start.hasPrefix("kind,file,line,row,column,rule,found,problem,remedy") }

    /// The record of disclosure control of `report --disclosure`.
    static let disclosureRecord = OwnOutput { file in
        file.start.hasPrefix("{")
            && ["\"schema_version\"", "\"hidden_for_own_sake\"", "\"k_anonymity\""].allSatisfy {
                file.start.contains($0)
            }
    }

    /// A list of `quarter --internal`.
    static let quarterList = OwnOutput { file in
        ["\u{FEFF}intern;kvartal;", "\u{FEFF}internal;quarter;"].contains { file.start.hasPrefix($0) }
            || ["intern;kvartal;", "internal;quarter;"].contains { file.start.hasPrefix($0) }
    }

    /// The copy of `pseudonymise -o`: a pseudonym among the fields of its first rows.
    static let pseudonymisedCopy = OwnOutput { file in
        let rows = file.start.split(whereSeparator: \.isNewline).dropFirst().prefix(20)
        return rows.contains { row in
            row.split { ";,\t|\"".contains($0) }.contains { PseudonymToken.decode(Array($0.utf8).span) != nil }
        }
    }

    /// A result of `query -o`, in any of its formats.
    static let result = OwnOutput { file in
        let lines = file.start.split(maxSplits: 8, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard let first = lines.first else { return false }
        let isDelimited = ",;".contains { separator in
            let columns = first.split(separator: separator)
            return columns.contains("value") && columns.contains("numerator") && columns.contains("unit")
                && columns.contains("status")
        }
        let members = ["\"value\":", "\"numerator\":", "\"unit\":", "\"status\":"]
        let isLines = first.hasPrefix("{\"") && members.allSatisfy { first.contains($0) }
        let isObject = lines.count > 2 && lines[0] == "{" && lines[2].hasPrefix("  \"measure\": ")
        let isPage = file.start.hasPrefix("<!DOCTYPE html>") && file.end.contains("Ledsaga.</p>")
        let isMarkdown =
            lines.contains { $0.hasPrefix("**Tabell") || $0.hasPrefix("**Table") }
            && file.end.contains("Ledsaga.*")
        let isTable =
            lines.contains { !$0.isEmpty && $0.allSatisfy { $0 == "─" } } && file.start.contains("\nDefinition (")
        return isDelimited || isLines || isObject || isPage || isMarkdown || isTable
    }

    /// A file of `simulate` in a folder: all of them when the project file is one that `simulate` writes and no key has
    /// been made, which is done where work with real exports begins.
    static func simulated(in folder: String) -> OwnOutput {
        let file = try? WholeFile.bytes(Paths.joined(folder, Project.fileName))
        let isSimulated = file?.starts(with: Array("# Exempelprojektet: ".utf8)) ?? false
        return isSimulated && !hasKey(folder) ? .anything : .nothing
    }

    /// A key that cannot be read is a key.
    private static func hasKey(_ folder: String) -> Bool {
        do {
            return try SecretKey.load(folder: folder) != nil
        } catch {
            return true
        }
    }
}
