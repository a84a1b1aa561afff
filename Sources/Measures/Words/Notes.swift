// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// What a reader must know beside an answer. No note holds a number of persons: those are answers of their own,
/// which disclosure control judges.
enum Notes {
    static func notes(
        for question: Question, years: ClosedRange<Int>, dataset: Dataset, tellsLawsApart: Bool
    ) -> [Phrase] {
        let remarks = Catalogue.aspect(of: question).remarks
        var notes: [Phrase] = []
        if remarks.contains(.coverage), let window = dataset.observationWindow {
            notes += years.compactMap { coverage(of: $0, in: window) }
        }
        if remarks.contains(.withoutUnlimited),
            dataset.decisions.contains(where: { $0.isUnlimited && $0.outcome.isGranted })
        {
            notes.append(withoutUnlimited)
        }
        let overlapping: Set<Dimension> = [.district, .districtThen, .service, .provider]
        if remarks.contains(.countedInEach),
            question.dimensions.contains(where: { overlapping.contains($0) || $0 == .law && !tellsLawsApart })
        {
            notes.append(countedInEach)
        }
        if tellsLawsApart { notes.append(lawsApart) }
        if remarks.contains(.entitledYear) { notes += entitled(in: question.years, dataset) }
        if remarks.contains(.naturalVariation) { notes.append(.naturalVariation) }
        return notes
    }

    /// The year of the table of persons entitled to paratransit, where it is another than the years asked about.
    private static func entitled(in years: ClosedRange<Int>, _ dataset: Dataset) -> [Phrase] {
        let base = PopulationBase.entitled
        var tables: [(year: Int, of: [Int])] = []
        for year in years {
            guard let table = base.year(of: year, in: dataset.population), table != year else { continue }
            if tables.last?.year == table {
                tables[tables.count - 1].of.append(year)
            } else {
                tables.append((table, [year]))
            }
        }
        return tables.map { table, years in
            let (first, last) = (years[0], years[years.count - 1])
            let span = first == last ? "\(first)" : "\(first)–\(last)"
            return Phrase(
                sv: "Antalet färdtjänstberättigade är från \(table), antalet personer med beslut från \(span).",
                en: "The number entitled to paratransit is from \(table), the number of persons with a decision from "
                    + "\(span).")
        }
    }

    /// A year that the files of performed time do not cover whole; nil when they do, or cover nothing of it.
    private static func coverage(of year: Int, in window: ClosedRange<YearMonth>) -> Phrase? {
        let months = YearMonth.months(of: year)
        guard window.overlaps(months) else { return nil }
        let covered = window.clamped(to: months)
        guard covered != months else { return nil }
        let (first, last) = (Phrase.month(covered.lowerBound.month), Phrase.month(covered.upperBound.month))
        let part =
            covered.lowerBound == covered.upperBound
            ? first : Phrase(sv: "\(first.swedish) till \(last.swedish)", en: "\(first.english) to \(last.english)")
        return Phrase(
            sv: "Filerna med utförd tid täcker bara \(part.swedish) \(year). Tal om utförda timmar gäller den tiden.",
            en: "The files of performed time cover only \(part.english) \(year). Numbers of performed hours speak of "
                + "that time.")
    }

    private static let withoutUnlimited = Phrase(
        sv: "Personer med fri ledsagning har inget tak att jämföra med och ingår inte; de räknas för sig.",
        en: "Persons with no hour ceiling have nothing to compare with and are left out; they are counted separately.")
    /// Of a table that tells the laws apart.
    private static let lawsApart = Phrase(
        sv: "De som har beslut enligt båda lagarna räknas under LSS.",
        en: "Those with decisions by both laws are counted under LSS.")
    private static let countedInEach = Phrase(
        sv: "En person som hör till flera grupper under året räknas i var och en av dem och en gång i samtliga.",
        en: "A person who belongs to several groups in the year counts in each of them and once in the total.")
}
