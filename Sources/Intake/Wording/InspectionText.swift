// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular
package import Terms

extension Inspection {
    /// What a person reads: each finding with the setting that overrides it. Ends with a line break.
    package func text(in language: Language) -> String {
        let style = NumberStyle(language)
        let unknown = Phrase(sv: "okänt", en: "unknown")
        let tool = platform.flatMap { $0 == .generic ? nil : ", \($0.title)" } ?? ""
        var facts: [(Phrase, String, String?)] = [
            (Phrase(sv: "innehåll", en: "kind"), (kind?.words ?? unknown)[language] + tool, "kind")
        ]
        let decimals = (Phrase(sv: "decimaltecken", en: "decimal mark"), decimalWords[language], nil as String?)
        switch format.kind {
        case .delimited:
            facts += [
                (Phrase(sv: "teckenkodning", en: "encoding"), format.encoding.rawValue, "encoding"),
                (Phrase(sv: "skiljetecken", en: "separator"), Self.name(of: format.delimiter), "delimiter"), decimals,
                (Phrase(sv: "radslut", en: "line ending"), format.lineEnding.rawValue.uppercased(), nil),
            ]
        case .xlsx, .ods, .xls, .json:
            facts += [
                (Phrase(sv: "filslag", en: "file format"), format.kind.rawValue, nil),
                (Phrase(sv: "rubrikrad", en: "header row"), "\(headerLine)", nil),
            ]
        }
        facts.append((Phrase(sv: "rader", en: "rows"), rowWords(style), nil))
        var lines = [file]
        for (name, value, setting) in facts {
            let label = name[language]
            let gap = String(repeating: " ", count: max(1, 15 - label.count))
            let overridden = setting.map {
                Phrase(sv: "   (ändras med \($0):)", en: "   (override with \($0):)")[language]
            }
            lines.append("  \(label)\(gap)\(value)\(overridden ?? "")")
        }
        lines.append(
            "  "
                + Phrase(sv: "kolumner       (ändras med columns:)", en: "columns        (override with columns:)")[
                    language])
        let nameless = Phrase(sv: "(utan rubrik)", en: "(without header)")[language]
        let hidden = Phrase(sv: "(dold)", en: "(hidden)")[language]
        let headers = columns.map { column in
            if column.isHidden { return column.header.isEmpty ? hidden : "\(column.header) \(hidden)" }
            return column.header.isEmpty && format.kind != .delimited ? nameless : column.header
        }
        let width = headers.map(\.count).max() ?? 0
        for (header, column) in zip(headers, columns) {
            let gap = String(repeating: " ", count: width - header.count)
            let meaning = column.name.map { "→ \($0)" } ?? Phrase(sv: "läses inte", en: "not read")[language]
            lines.append("    \(header)\(gap)  \(meaning), \(column.type.words[language])")
        }
        for trouble in troubles.prefix(10) {
            lines.append("  \(file):\(trouble.line): \(words(trouble.rule)[language])")
        }
        if troubles.count > 10 {
            let rest = style.count(troubles.count - 10)
            lines.append("  " + Phrase(sv: "… och \(rest) rader till", en: "… and \(rest) rows more")[language])
        }
        if !records.isEmpty {
            lines.append("")
            lines += records.map { $0.joined(separator: " | ") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `3 606 och 110 summor`: the title rows are told by where the header stands.
    private func rowWords(_ style: NumberStyle) -> String {
        let others = PassedOver.allCases.filter { $0 != .title }.compactMap { what in
            passedOver[what].map { "\(style.count($0)) \(what.words(isOne: $0 == 1)[style.language])" }
        }
        guard let last = others.last else { return style.count(rows) }
        let and = Phrase(sv: " och ", en: " and ")[style.language]
        return ([style.count(rows)] + others.dropLast()).joined(separator: ", ") + and + last
    }

    private var decimalWords: Phrase {
        switch decimalMark {
        case .comma: Phrase(sv: "komma", en: "comma")
        case .point: Phrase(sv: "punkt", en: "point")
        case .both: Phrase(sv: "både komma och punkt", en: "comma and point")
        case nil: Phrase(sv: "inga decimaler", en: "no decimals")
        }
    }

    private func words(_ rule: String) -> Phrase {
        FaultRule(rawValue: rule)?.problem ?? RemarkRule(rawValue: rule)?.problem ?? Phrase(sv: rule, en: rule)
    }

    private static func name(of delimiter: UInt8) -> String {
        delimiter == UInt8(ascii: "\t") ? "tab" : String(Character(Unicode.Scalar(delimiter)))
    }
}

extension InferredType {
    /// The type in words.
    var words: Phrase {
        switch self {
        case .empty: Phrase(sv: "tom", en: "empty")
        case .person: Phrase(sv: "personnyckel", en: "person key")
        case .wholeNumber: Phrase(sv: "heltal", en: "whole number")
        case .decimalNumber: Phrase(sv: "decimaltal", en: "decimal number")
        case .date: Phrase(sv: "datum", en: "date")
        case .month: Phrase(sv: "månad", en: "month")
        case .clockTime: Phrase(sv: "klockslag", en: "clock time")
        case .text: Phrase(sv: "text", en: "text")
        }
    }
}
