// SPDX-License-Identifier: EUPL-1.2

import Terms

/// The first record of a file, matched to the columns its kind may have.
package struct Header: Sendable {
    /// The headers as written.
    package let fields: [String]
    /// For each column of the schema its place in the file, or nil when the file has it not.
    package let places: [Int?]
    /// Headers that no column answers to, as they may be shown.
    package let ignored: [String]
    private let schema: Schema

    /// Matches headers without regard to case, blanks and `_`. The project file's mapping (canonical name to header)
    /// goes before the canonical name, that before the aliases in their order.
    ///
    /// Throws `missingColumn` for a required column that is not there, `ambiguousColumn` when the same header
    /// stands twice, `mappedColumnMissing` when the project file names a header that is not there.
    package init(
        _ fields: [String], schema: Schema, mapping: [String: String] = [:]
    ) throws(IntakeFileError) {
        self.fields = fields
        self.schema = schema
        let folded = fields.map(FoldedWord.init)
        var taken: Set<Int> = []

        func place(of name: FoldedWord, for column: ColumnSchema) throws(IntakeFileError) -> Int? {
            let matches = folded.indices.filter { folded[$0] == name && !taken.contains($0) }
            guard matches.count <= 1 else {
                throw .ambiguousColumn(canonical: column.name, headers: matches.map { Self.shown(fields[$0]) })
            }
            return matches.first
        }

        var places = [Int?](repeating: nil, count: schema.columns.count)
        for (index, column) in schema.columns.enumerated() {
            guard let header = mapping[column.name] else { continue }
            guard let match = try place(of: FoldedWord(header), for: column) else {
                throw .mappedColumnMissing(
                    canonical: column.name, header: header,
                    nearest: NearestName.to(header, among: fields.map(Self.shown)))
            }
            places[index] = match
            taken.insert(match)
        }
        for (index, column) in schema.columns.enumerated() where places[index] == nil {
            if let match = try place(of: FoldedWord(column.name), for: column) {
                places[index] = match
                taken.insert(match)
            }
        }
        for (index, column) in schema.columns.enumerated() where places[index] == nil {
            for alias in column.aliases {
                if let match = try place(of: FoldedWord(alias), for: column) {
                    places[index] = match
                    taken.insert(match)
                    break
                }
            }
        }
        self.places = places
        self.ignored = fields.indices.filter { !taken.contains($0) }.map { Self.shown(fields[$0]) }

        for (index, column) in schema.columns.enumerated() where column.isRequired && places[index] == nil {
            throw .missingColumn(canonical: column.name, nearest: Self.nearest(to: column, among: ignored))
        }
    }

    /// The place of a column in the file, or nil.
    package subscript(name: String) -> Int? { places[schema.place(of: name)] }

    /// The error of a column that this file would have needed.
    package func missing(_ name: String) -> IntakeFileError {
        let column = schema.columns[schema.place(of: name)]
        return .missingColumn(canonical: name, nearest: Self.nearest(to: column, among: ignored))
    }

    /// The headers as they may be shown: a file without a header row has data in its first record, perhaps a
    /// person key.
    package var shownFields: [String] { fields.map(Self.shown) }

    /// A header of at most four digits as written, else a sign that something was left out.
    package static func shown(_ header: String) -> String {
        let digits = header.unicodeScalars.count { ("0"..."9").contains($0) }
        return digits <= 4 && header.utf8.count <= 200 ? header : "…"
    }

    private static func nearest(to column: ColumnSchema, among headers: [String]) -> String? {
        for name in [column.name] + column.aliases {
            if let nearest = NearestName.to(name, among: headers) { return nearest }
        }
        return nil
    }
}
