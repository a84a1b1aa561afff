// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// What the headers of a file mean, and so what kind of file it is.
struct ColumnRecognition {
    let kind: SourceKind?
    /// Canonical name for each header, nil for those that mean nothing to the kind's reader.
    let names: [String?]

    /// Recognises a file as its source says, or else as what its headers fit best.
    init(_ headers: [String], source: Source?, file: String) {
        if let source {
            kind = source.kind
            names = Schema.of(source.kind).map { Self.names(headers, $0, source.columns) } ?? headers.map { _ in nil }
            return
        }
        var best: (kind: SourceKind, names: [String?], score: Int)?
        for kind in SourceKind.allCases {
            guard let schema = Schema.of(kind) else { continue }
            let names = Self.names(headers, schema, [:])
            guard Self.fits(names, kind, schema) else { continue }
            // The file's name settles what its headers leave open.
            let score =
                names.count { $0 != nil } * 2 + (CanonicalFiles.kind(ofFileNamed: Paths.name(of: file)) == kind ? 1 : 0)
            if score > best?.score ?? 0 { best = (kind, names, score) }
        }
        if Self.isSurvey(headers, file, fits: best != nil) {
            kind = .survey
            names = headers.map { _ in nil }
        } else {
            kind = best?.kind
            names = best?.names ?? headers.map { Self.isPersonHeader($0) ? Schema.personColumn : nil }
        }
    }

    static func isPersonHeader(_ header: String) -> Bool {
        personHeaders.contains(FoldedWord(header))
    }

    private static let personHeaders: Set<FoldedWord> = {
        let person = Schema.decisions.columns.first { $0.name == Schema.personColumn }
        let others = ["Personnr", "Samordningsnummer", "Identitetsnummer", "SSN"]
        return Set(([Schema.personColumn] + (person?.aliases ?? []) + others).map { FoldedWord($0) })
    }()

    private static func names(_ headers: [String], _ schema: Schema, _ mapping: [String: String]) -> [String?] {
        var names = [String?](repeating: nil, count: headers.count)
        let folded = headers.map { FoldedWord($0) }
        func claim(_ name: String, _ column: ColumnSchema) -> Bool {
            let wanted = FoldedWord(name)
            guard let place = folded.indices.first(where: { folded[$0] == wanted && names[$0] == nil }) else {
                return false
            }
            names[place] = column.name
            return true
        }
        var open = schema.columns
        open.removeAll { column in mapping[column.name].map { claim($0, column) } ?? false }
        open.removeAll { claim($0.name, $0) }
        open.removeAll { column in column.aliases.contains { claim($0, column) } }
        if schema.kind == .population, !names.contains("antal") {
            // A public table, with a column of counts for each year or age group.
            for place in headers.indices where names[place] == nil && PopulationColumns.isCount(headers[place]) {
                names[place] = "antal"
            }
        }
        return names
    }

    private static func fits(_ names: [String?], _ kind: SourceKind, _ schema: Schema) -> Bool {
        let found = Set(names.compactMap { $0 })
        guard schema.columns.allSatisfy({ !$0.isRequired || found.contains($0.name) }) else { return false }
        switch kind {
        case .visits: return found.contains("datum") || found.contains("manad") || found.contains("start")
        case .districts:
            // A name alone is no division.
            return found.count >= 2
        case .population:
            return found.contains("antal") && (found.contains("ar") || found.contains("stadsdelsnamnd"))
        default: return true
        }
    }

    /// Whether a survey tool has put its columns in the file, or its name says so and its columns say nothing else.
    private static func isSurvey(_ headers: [String], _ file: String, fits: Bool) -> Bool {
        if SurveyMarks.isFromTool(headers) { return true }
        return !fits && CanonicalFiles.isSurvey(fileNamed: Paths.name(of: file))
    }
}

extension PopulationColumns {
    /// Whether a header tells a year or an age, so that its column holds counts.
    static func isCount(_ header: String) -> Bool {
        year(inHeader: header) != nil || AgeField.decode(header, isHeader: true) != nil
    }
}
