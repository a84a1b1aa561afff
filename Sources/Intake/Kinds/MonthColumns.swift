// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// The columns of a table that has one for each month (*en kolumn för varje månad*): `JAN … DEC`, `2019-01`, `jan-19`.
struct MonthColumns {
    /// A month's column: its place, its year where the header tells one, and its number 1–12.
    private struct MonthHeader {
        var place: Int
        var year: Int?
        var month: Int
    }

    private let headers: [MonthHeader]
    /// The column of the row's sum; nil when there is none.
    let total: Int?
    private(set) var places: [(place: Int, month: YearMonth)] = []

    /// Nil when fewer than two headers that no other column answers to are months.
    init?(_ header: Header) {
        var headers: [MonthHeader] = []
        var total: Int?
        for place in header.unread {
            let text = header.fields[place]
            if let month = Self.month(text) {
                headers.append(MonthHeader(place: place, year: month.year, month: month.month))
            } else if OddRow.isSumWord(text.utf8.span) {
                total = place
            }
        }
        guard headers.count >= 2 else { return nil }
        let years = headers.compactMap(\.year)
        let months = Set(headers.map { ($0.year ?? 0) * 12 + $0.month })
        guard months.count == headers.count, years.isEmpty || years.count == headers.count else { return nil }
        self.headers = headers
        self.total = total
    }

    /// The columns with their year: the headers', or else the source's, the file name's or the one year that the titles
    /// above the header name. Throws `yearMissing`, and `headerInTwoRows` for
    /// months that have two columns each.
    func withYear(of table: SettledTable) throws(IntakeFileError) -> MonthColumns {
        // A merged cell over two columns has its text in the first, and nothing in the second.
        let fields = table.header.fields
        let split = headers.count { $0.place + 1 < fields.count && fields[$0.place + 1].isEmpty }
        guard split < 2 else { throw .headerInTwoRows }
        let year = table.year
        var result = self
        for header in headers {
            guard let year = header.year ?? year else { throw .yearMissing }
            result.places.append((header.place, YearMonth(year: year, month: header.month)))
        }
        result.places.sort { $0.month < $1.month }
        return result
    }

    /// `JAN`, `Januari`, `jan 2019`, `jan-19`, `2019-01`, `201901`, `Timmar jan`; not a number alone, which may be anything.
    private static func month(_ header: String) -> (year: Int?, month: Int)? {
        let bytes = Array(header.utf8)
        if let month = try? MonthField.decode(bytes.span), (1990...2100).contains(month.year), bytes.count <= 16 {
            return (month.year, month.month)
        }
        var words = header.split { !$0.isLetter && !$0.isNumber }.map { String($0) }
        words.removeAll { unitWords.contains($0.lowercased()) }
        guard let first = words.first, words.count <= 2 else { return nil }
        let name = Array(first.utf8)
        var index = 0
        guard let month = MonthName.number(name.span, at: &index), index == name.count else { return nil }
        guard words.count == 2 else { return (nil, month) }
        guard let number = Int(words[1]) else { return nil }
        switch number {
        case 1990...2100: return (number, month)
        case 0...99 where words[1].count == 2: return (2000 + number, month)
        default: return nil
        }
    }

    private static let unitWords: Set<String> = ["timmar", "tim", "h", "utförda", "utfört", "utförd", "tid", "antal"]
}
