// SPDX-License-Identifier: EUPL-1.2

import Tabular
import Terms

/// The header of a table file, matched to the columns that its kind may have.
///
/// The one matcher of headers: readers, `inspect`, `pseudonymise` and the inference of kinds all use it.
package struct Header: Sendable {
    /// The headers as written.
    package let fields: [String]
    /// The columns that were looked for.
    package let columns: [ColumnDeclaration]
    /// For each column its place in the file; nil when the file has it not.
    package let places: [Int?]
    /// For each column the unit that its header names.
    let units: [HeaderUnit?]
    /// Places of the headers that no column answers to.
    package let unread: [Int]
    /// A column that two headers answer to alike, and their places.
    let ambiguous: (column: ColumnDeclaration, places: [Int])?
    /// The headers of columns that their values showed to be something else (`settled(by:mapping:)`).
    let dropped: [String: String]
    /// Columns that the project file maps to a header that is not there.
    let unmapped: [(column: ColumnDeclaration, header: String)]

    /// Matches headers without regard to case, blanks, punctuation and kinds of hyphens. The project file's mapping
    /// (canonical name to header) goes before the canonical name, that before the aliases in their order, and those
    /// before an alias with a unit after it (`Utförd tid (min)`).
    init(_ headers: HeaderIndex, _ shape: TableShape, mapping: [String: String] = [:]) {
        let columns = shape.columns
        var places = [Int?](repeating: nil, count: columns.count)
        var taken: Set<Int> = []
        var ambiguous: (column: ColumnDeclaration, places: [Int])?
        var unmapped: [(column: ColumnDeclaration, header: String)] = []

        func claim(_ key: String, for column: Int, among index: [String: [Int]]) {
            guard places[column] == nil, let found = index[key] else { return }
            let free = found.filter { !taken.contains($0) }
            guard let first = free.first else { return }
            if free.count > 1, ambiguous == nil { ambiguous = (columns[column], free) }
            places[column] = first
            taken.insert(first)
        }

        for (place, column) in columns.enumerated() {
            guard let header = mapping[column.name] else { continue }
            claim(HeaderIndex.key(header), for: place, among: headers.wholes)
            if places[place] == nil, let one = headers.place(ofNumbered: header) {
                places[place] = one
                taken.insert(one)
            }
            if places[place] == nil { unmapped.append((column, header)) }
        }
        for name in shape.names(in: headers.wholes) where mapping[columns[name.column].name] == nil {
            claim(name.key, for: name.column, among: headers.wholes)
        }
        for name in shape.names(in: headers.bases)
        where columns[name.column].content == .amount && mapping[columns[name.column].name] == nil {
            claim(name.key, for: name.column, among: headers.bases)
        }
        fields = headers.fields
        self.columns = columns
        self.places = places
        units = zip(columns, places).map { column, place in
            column.content == .amount ? place.flatMap { HeaderUnit.parse(headers.fields[$0]).unit } : nil
        }
        unread = headers.fields.indices.filter { !taken.contains($0) }
        self.ambiguous = ambiguous
        self.unmapped = unmapped
        dropped = [:]
    }

    /// The header with other places for its columns; `dropped` are those that its values showed to be none.
    private init(_ header: Header, places: [Int?], dropped: [String: String]) {
        fields = header.fields
        columns = header.columns
        self.places = places
        units = zip(header.units, zip(header.places, places)).map { $1.0 == $1.1 ? $0 : nil }
        let taken = Set(places.compactMap { $0 })
        unread = header.fields.indices.filter { !taken.contains($0) }
        ambiguous = header.ambiguous
        unmapped = header.unmapped
        self.dropped = dropped
    }

    /// The header once the first rows have been looked at: a column that is known by its values too (`isKnownByValues`)
    /// is none where there are values and none of them fits, and takes over the column whose headers it shares where all of
    /// that one's values fit. What the project file points out stays.
    func settled(by sample: TableSample, mapping: [String: String]) -> Header {
        var places = places
        var dropped: [String: String] = [:]
        func values(_ place: Int, _ column: ColumnDeclaration) -> (all: Int, fitting: Int) {
            guard let isKnown = column.isKnownWord else { return (0, 0) }
            var (all, fitting) = (0, 0)
            sample.forEachRow { row in
                let range = row.value(place)
                guard !range.isEmpty else { return }
                all += 1
                if isKnown(row.batch.bytes.span.extracting(range)) { fitting += 1 }
            }
            return (all, fitting)
        }
        for (index, column) in columns.enumerated() where column.isKnownByValues && mapping[column.name] == nil {
            if let place = places[index] {
                let found = values(place, column)
                guard found.all > 0, found.fitting == 0 else { continue }
                places[index] = nil
                dropped[column.name] = Self.shown(fields[place])
            } else if let other = column.takesOver, mapping[other] == nil,
                let from = columns.firstIndex(where: { $0.name == other }), let place = places[from]
            {
                let found = values(place, column)
                guard found.all > 0, found.fitting == found.all else { continue }
                (places[index], places[from]) = (place, nil)
            }
        }
        return places == self.places ? self : Header(self, places: places, dropped: dropped)
    }

    /// The titles of a survey, whose columns its codebook knows.
    init(titles: [String]) {
        self.init(plain: titles)
    }

    /// The header of a table of no known kind. A column that is called as persons are is one of persons.
    init(plain titles: [String]) {
        let person = titles.firstIndex { PersonColumns.key.keys.contains(HeaderIndex.key($0)) }
        fields = titles
        columns = person == nil ? [] : [PersonColumns.key]
        places = person == nil ? [] : [person]
        units = person == nil ? [] : [nil]
        unread = titles.indices.filter { $0 != person }
        ambiguous = nil
        unmapped = []
        dropped = [:]
    }

    /// A column's place in the file, -1 when it is not there, or the kind has no such column.
    func place(of column: ColumnDeclaration) -> Int {
        columns.firstIndex { $0.name == column.name }.flatMap { places[$0] } ?? -1
    }

    func has(_ column: ColumnDeclaration) -> Bool { place(of: column) >= 0 }

    /// The unit that the column's header names; nil when it names none.
    func unit(of column: ColumnDeclaration) -> HeaderUnit? {
        columns.firstIndex { $0.name == column.name }.flatMap { units[$0] }
    }

    /// The place of the column of persons, -1 when there is none.
    var personPlace: Int { zip(columns, places).first { $0.0.content == .person && $0.1 != nil }?.1 ?? -1 }

    /// How many columns were found.
    var found: Int { places.count { $0 != nil } }

    /// Canonical name of the column at each place; nil for those that nothing answers to.
    package var names: [String?] {
        var names = [String?](repeating: nil, count: fields.count)
        for (column, place) in zip(columns, places) where place != nil { names[place!] = column.name }
        return names
    }

    /// The column at each place; nil for those that nothing answers to.
    var declarations: [ColumnDeclaration?] {
        var declarations = [ColumnDeclaration?](repeating: nil, count: fields.count)
        for (column, place) in zip(columns, places) where place != nil { declarations[place!] = column }
        return declarations
    }

    /// The headers as they may be shown: a file without a header row has data in its first record, perhaps a person.
    package var shownFields: [String] { fields.map { Self.shown($0) } }

    /// A header of at most four digits and 200 bytes as written, else a sign that something was left out.
    package static func shown(_ header: String) -> String {
        let digits = header.unicodeScalars.count { ("0"..."9").contains($0) }
        let isShown = digits <= 4 && header.utf8.count <= 200 && !PersonMask.holdsPersonKey(header)
        return isShown ? header.split(whereSeparator: \.isWhitespace).joined(separator: " ") : "…"
    }

    /// The same for files with the same headers.
    var seed: UInt64 {
        fields.reduce(UInt64(fields.count)) { seed, field in
            let bytes = Array(field.utf8)
            return ByteHash.hash(bytes.span, 0..<bytes.count, seed: seed &+ 1)
        }
    }
}

/// The headers of a file by the keys they are compared by, so that each column is looked up and none is searched for.
package struct HeaderIndex: Sendable {
    /// As written.
    package let fields: [String]
    /// Places by the whole header.
    let wholes: [String: [Int]]
    /// Places by what stands before a unit: `Utförd tid` of `Utförd tid (min)`.
    let bases: [String: [Int]]

    package init(_ fields: [String]) {
        self.fields = fields
        var wholes: [String: [Int]] = [:]
        var bases: [String: [Int]] = [:]
        for (place, field) in fields.enumerated() where !field.isEmpty {
            wholes[Self.key(field), default: []].append(place)
            for base in HeaderUnit.bases(of: field) { bases[Self.key(base), default: []].append(place) }
        }
        wholes[""] = nil
        bases[""] = nil
        self.wholes = wholes
        self.bases = bases
    }

    /// The place of one of several headers that are alike, as `numbered(_:)` writes it; nil when the text is none such.
    func place(ofNumbered header: String) -> Int? {
        guard header.last == ")", let open = header.lastIndex(of: "("),
            let number = Int(header[header.index(after: open)...].dropLast()),
            let alike = wholes[Self.key(String(header[..<open]))], alike.count > 1, alike.indices.contains(number - 1)
        else { return nil }
        return alike[number - 1]
    }

    /// Headers with a number after those that are alike: `Från (1)`, `Från (2)`.
    static func numbered(_ headers: [String]) -> [String] {
        var seen: [String: Int] = [:]
        let counts = Dictionary(headers.map { (key($0), 1) }, uniquingKeysWith: +)
        return headers.map { header in
            guard counts[key(header)]! > 1 else { return header }
            seen[key(header), default: 0] += 1
            return "\(header) (\(seen[key(header)]!))"
        }
    }

    /// Lower-case letters and digits; nothing else of a header counts. Public tables write *stadsdelsomrade*, so the
    /// marks of å, ä, ö and é do not count either.
    static func key(_ header: String) -> String {
        var key = String.UnicodeScalarView()
        for scalar in Composition.composed(header).lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": key.append(scalar)
            case "å", "ä", "á", "à": key.append("a")
            case "ö", "ø", "ó": key.append("o")
            case "é", "è", "ë": key.append("e")
            case "ü": key.append("u")
            default: if scalar.properties.isAlphabetic { key.append(scalar) }
            }
        }
        return String(key)
    }
}
