// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular

/// The rows of a file of persons by what an outsider may know of each: board, law, age group, sex, as far as the file
/// tells them.
struct OutsiderClasses {
    /// Places of the columns that are known; −1 for those the file has not.
    private let district: Int
    private let law: Int
    private let birthYear: Int
    private let sex: Int
    private let ageGroups: [Int]
    /// The year ages are counted in: the first row's, so that a person stays in one class.
    private var year: Int?
    private var members: [[UInt8]: (persons: Set<Pseudonym>, rows: Int)] = [:]

    /// What of board, law, age and sex the rows tell.
    let known: [String]

    init(_ header: Header, ageGroups: [Int]) {
        let names = header.names
        func place(_ column: ColumnDeclaration) -> Int { names.firstIndex { $0 == column.name } ?? -1 }
        district = place(CaseColumns.board)
        let named = place(CaseColumns.law.declaration)
        law = named >= 0 ? named : place(CaseColumns.service)
        birthYear = place(PersonColumns.birthYear.declaration)
        sex = place(PersonColumns.sex.declaration)
        self.ageGroups = ageGroups
        known = [("district", district >= 0), ("law", law >= 0), ("age", true), ("sex", true)].filter(\.1).map(\.0)
    }

    /// Counts a row of a person. Age and sex come from the columns, or else from the person's own number.
    mutating func add(_ row: borrowing Row, _ key: PersonKey, on date: CivilDate?) {
        func text(_ column: Int) -> [UInt8] {
            row.value(column).map { place in
                let byte = row.batch.bytes[place]
                return byte >= 65 && byte <= 90 ? byte | 0x20 : byte
            }
        }
        let born = Int(String(decoding: text(birthYear).prefix(4), as: UTF8.self)) ?? key.birthYear
        if year == nil { year = date?.year }
        let age = born.map { (year ?? 2020) - $0 }
        let group = age.map { age in UInt8(clamping: ageGroups.lastIndex { $0 <= age } ?? 0) } ?? 255
        var own = text(sex).first ?? 0
        if own == 0 { own = key.sex == .female ? UInt8(ascii: "k") : key.sex == .male ? UInt8(ascii: "m") : 0 }
        let outside = text(district) + [0] + text(law) + [0, group, own]
        members[outside, default: ([], 0)].persons.insert(key.pseudonym)
        members[outside]?.rows += 1
    }

    /// How many persons and rows each class has, the smallest first.
    var sizes: [(persons: Int, rows: Int)] {
        members.values.map { ($0.persons.count, $0.rows) }.sorted { $0 < $1 }
    }
}
