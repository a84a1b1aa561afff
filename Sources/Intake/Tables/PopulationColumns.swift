// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// What the columns of a population table hold: the canonical long form, or a column for each year or age group as
/// the public tables have them.
struct PopulationColumns {
    /// What a column of counts counts; nil is not told by its header.
    struct Count {
        var place: Int
        var year: Int?
        var age: AgeField.Age?
    }

    let width: Int
    /// -1: the whole table is of the municipality.
    let district: Int
    let year: Int
    let age: Int
    let sex: Int
    let counts: [Count]
    /// Headers with a count, a year or an age; all others are ignored.
    let isWide: Bool

    /// The year is the source's, or the one in the file's name, for tables that have none themselves.
    let tableYear: Int?

    init(_ header: Header, file: String, year tableYear: Int?) throws(IntakeFileError) {
        width = header.fields.count
        district = header.placeOrNone("stadsdelsnamnd")
        year = header.placeOrNone("ar")
        age = header.placeOrNone("alder")
        sex = header.placeOrNone("kon")
        let taken = Set([district, year, age, sex])
        let others = header.fields.indices.filter { !taken.contains($0) }
        if let count = header["antal"] {
            counts = [Count(place: count)]
            isWide = false
        } else {
            let years = others.compactMap { place in
                Self.year(inHeader: header.fields[place]).map { Count(place: place, year: $0) }
            }
            let ages = others.compactMap { place in
                AgeField.decode(header.fields[place], isHeader: true).map { Count(place: place, age: $0) }
            }
            counts = years.isEmpty ? Self.closingSingleAges(ages) : years
            isWide = true
        }
        guard !counts.isEmpty else {
            let names = others.map { header.shownFields[$0] }
            throw .missingColumn(canonical: "antal", nearest: NearestName.to("antal", among: names))
        }
        self.tableYear = tableYear ?? Self.year(inName: Paths.name(of: file))
        guard year >= 0 || counts.allSatisfy({ $0.year != nil }) || self.tableYear != nil else { throw .yearMissing }
    }

    /// A lone age in a header (`ar_90`) is that age and above. Where several stand alone, all but the highest are
    /// single years of age.
    private static func closingSingleAges(_ counts: [Count]) -> [Count] {
        func openStart(_ count: Count) -> Int? {
            guard case .ages(let range)? = count.age, range.upperBound == AgeField.oldest else { return nil }
            return range.lowerBound
        }
        let highest = counts.compactMap(openStart).max()
        return counts.map { count in
            guard let start = openStart(count), start != highest else { return count }
            var closed = count
            closed.age = .ages(start...start)
            return closed
        }
    }

    /// Headers that tell neither a column of the schema nor a year nor an age, as they may be shown.
    func ignored(of header: Header) -> [String] {
        let used = Set([district, year, age, sex] + counts.map(\.place))
        return header.fields.indices.filter { !used.contains($0) }.map { header.shownFields[$0] }
    }

    /// `y2000`, `2000`, `år 2000`; not `prognos2021`, for a forecast is no count.
    static func year(inHeader header: String) -> Int? {
        var word = FoldedWord(header).text
        for prefix in ["y", "år", "ar", "31dec", "31december"] where word.hasPrefix(prefix) {
            word.removeFirst(prefix.count)
            break
        }
        return year(word)
    }

    /// The year in a name that holds just one: `fardtjanst-2017.csv`.
    static func year(inName name: String) -> Int? {
        let years = name.split { !("0"..."9").contains($0) }.compactMap { year(String($0)) }
        return years.count == 1 ? years[0] : nil
    }

    private static func year(_ digits: String) -> Int? {
        guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(digits).flatMap { (1900...2200).contains($0) ? $0 : nil }
    }
}
