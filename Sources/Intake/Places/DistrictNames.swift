// SPDX-License-Identifier: EUPL-1.2
package import CaseData

/// What the word in a district column (*stadsdelsnämnd*) stands for.
package enum DistrictAnswer: Sendable, Hashable {
    case district(DistrictIndex)
    /// *Okänd* or empty: the row counts in the whole municipality only.
    case withoutDistrict
    /// A fault (`unknownDistrict`).
    case unknown
}

/// The names of districts as exports write them.
///
/// With a districts table its names are the only ones. Without one, names are taken as they come, each a district
/// of a flat division, in order of first appearance: no city is built in.
package struct DistrictNames: Sendable {
    private var districts: [District]
    private var indexByKey: [String: DistrictIndex]
    private let isOpen: Bool
    /// Of names that come: which are kept, and in what order.
    private var coming = NameList()
    /// Of each district of the table, those that it became and that became it.
    private let otherNames: [[DistrictIndex]]

    /// The names of a districts table.
    package init(_ division: Division) {
        self.districts = division.districts
        self.indexByKey = [:]
        self.isOpen = false
        var otherNames: [[DistrictIndex]] = division.districts.map { _ in [] }
        for place in division.districts.indices {
            for successor in division.successors(of: DistrictIndex(place)) {
                otherNames[place].append(successor)
                otherNames[Int(successor)].append(DistrictIndex(place))
            }
        }
        self.otherNames = otherNames
        for (place, district) in division.districts.enumerated() {
            indexByKey[DistrictSpelling.key(district.name)] = DistrictIndex(place)
        }
    }

    /// Names as they come, for a project without a districts table.
    package init() {
        self.districts = []
        self.indexByKey = [:]
        self.isOpen = true
        self.otherNames = []
    }

    /// The districts of the table, or those that rows kept so far have named.
    package var division: Division {
        Division(isOpen ? coming.names.map { District(name: $0) } : districts)
    }

    /// The division of a districts table; nil where names are taken as they come.
    var table: Division? { isOpen ? nil : Division(districts) }

    /// Names of the districts of a table.
    var tableNames: [String] { isOpen ? [] : districts.map(\.name) }

    /// The name of the district that holds a district's area today.
    func newestName(of district: DistrictIndex) -> String {
        guard let table else { return districts[Int(district)].name }
        return table[table.newest[Int(district)]].name
    }

    /// A row that is kept names the district.
    @inline(__always)
    mutating func keep(_ district: DistrictIndex, order: UInt64) {
        if isOpen { coming.keep(district, order: order) }
    }

    /// Gives names that have come their places, in the order of the first rows that are kept.
    mutating func settle() {
        if isOpen { coming.settle() }
    }

    /// The place of a district in the division, once it is settled.
    func final(_ district: DistrictIndex?) -> DistrictIndex? { isOpen ? coming.final(district) : district }

    /// What the bytes of a field stand for.
    package mutating func find(_ field: Span<UInt8>) -> DistrictAnswer {
        field.isEmpty ? .withoutDistrict : find(field.text)
    }

    /// What a name stands for.
    package mutating func find(_ name: String) -> DistrictAnswer {
        let key = DistrictSpelling.key(name)
        if let index = known(key) { return .district(index) }
        if DistrictSpelling.isWithoutDistrict(key) { return .withoutDistrict }
        let shown = DistrictSpelling.shown(name)
        guard isOpen, let index = coming.number(of: shown, key: key) else { return .unknown }
        if Int(index) == districts.count {
            districts.append(District(name: shown))
            indexByKey[key] = index
        }
        return .district(index)
    }

    /// Whether the name is that of a district of the table, or of one that has come before.
    func isKnown(_ name: String) -> Bool { known(DistrictSpelling.key(name)) != nil }

    /// The right names nearest to a wrong one, nearest first.
    package func nearest(to name: String, limit: Int = 3) -> [String] {
        NearestDistrict.names(to: name, among: districts.map(\.name), limit: limit)
    }

    /// Whether the district had ended before the day: the row that names it is kept with a remark.
    package func hasEnded(_ district: DistrictIndex, by day: CivilDate) -> Bool {
        guard let last = districts[Int(district)].validTo else { return false }
        return last < day
    }

    /// Whether the district became another, or another became it.
    @inline(__always)
    func hasOtherNames(_ district: DistrictIndex) -> Bool {
        Int(district) < otherNames.count && !otherNames[Int(district)].isEmpty
    }

    /// The districts that it became and that became it: of two on one day one cannot be right.
    func otherNames(of district: DistrictIndex) -> [DistrictIndex] {
        Int(district) < otherNames.count ? otherNames[Int(district)] : []
    }

    /// The name, as a fault may show it.
    func shape(of district: DistrictIndex) -> ValueShape { ValueShape(ofName: districts[Int(district)].name) }

    /// Whether there was such a district on the day, as far as the table tells.
    func exists(_ district: DistrictIndex, on day: CivilDate) -> Bool {
        if let first = districts[Int(district)].validFrom, day < first { return false }
        return !hasEnded(district, by: day)
    }

    /// The name itself, or the name with or without the s of the genitive: *Farstas stadsdelsnämnd* is Farsta's.
    private func known(_ key: String) -> DistrictIndex? {
        if let index = indexByKey[key] { return index }
        if key.hasSuffix("s"), let index = indexByKey[String(key.dropLast())] { return index }
        return isOpen ? indexByKey[key + "s"] : nil
    }
}
