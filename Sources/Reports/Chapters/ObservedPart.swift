// SPDX-License-Identifier: EUPL-1.2
import Terms

extension ReportFacts.Window {
    /// The months of the report's year with performed hours: "från januari till juni 2019". nil when they are all of
    /// its months, or none.
    func observedPart(of year: Int) -> Phrase? {
        guard !coversYear, let first = Self.month(first), let last = Self.month(last) else { return nil }
        guard first.year <= year, last.year >= year else { return nil }
        let from = first.year < year ? 1 : first.month
        let to = last.year > year ? 12 : last.month
        guard from != to else {
            return Phrase(
                sv: "under \(Phrase.month(from).swedish) \(year)", en: "in \(Phrase.month(from).english) \(year)")
        }
        return Phrase(
            sv: "från \(Phrase.month(from).swedish) till \(Phrase.month(to).swedish) \(year)",
            en: "from \(Phrase.month(from).english) to \(Phrase.month(to).english) \(year)")
    }

    /// The months with performed hours, after "från": "januari 2018 till juni 2019".
    var months: Phrase {
        guard let start = Self.month(first), let end = Self.month(last) else {
            return Phrase(sv: "\(first) till \(last)", en: "\(first) to \(last)")
        }
        let (from, to) = (Phrase.month(start.month), Phrase.month(end.month))
        return Phrase(
            sv: "\(from.swedish) \(start.year) till \(to.swedish) \(end.year)",
            en: "\(from.english) \(start.year) to \(to.english) \(end.year)")
    }

    /// Year and month, 1–12, of "2019-06".
    private static func month(_ text: String) -> (year: Int, month: Int)? {
        guard let year = Int(text.prefix(4)), let month = Int(text.suffix(2)), (1...12).contains(month) else {
            return nil
        }
        return (year, month)
    }
}
