// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// What a report says of the project it is made for, beside its numbers.
package struct ReportFacts: Sendable {
    /// From which month to which there are rows of performed hours, and whether that covers the years spoken of.
    package struct Window: Sendable, Hashable {
        /// "2018-01"
        package let first: String
        package let last: String
        package let coversYear: Bool
        package let coversYearBefore: Bool

        package init(first: String, last: String, coversYear: Bool, coversYearBefore: Bool) {
            self.first = first
            self.last = last
            self.coversYear = coversYear
            self.coversYearBefore = coversYearBefore
        }
    }

    /// "Stockholms stad"
    package let municipality: String
    /// What the service is called in running text: "ledsagning".
    package let service: Phrase
    /// The boards of the newest division, in the order they are printed.
    package let boards: [String]
    /// nil without files of performed hours.
    package let window: Window?
    /// "Ledsaga 0.1.0"
    package let generator: String
    /// The project file's settings that bear on numbers, as printed: key and value.
    package let settings: [Definition.Setting]
    /// The surveys of the project, in its order.
    package let surveys: [SurveyFacts]
    /// What of the law bears on the numbers.
    package let law: LawFacts
    /// Public numbers to stand beside the municipality's own; nil where there are none.
    package let baseline: BaselineFacts?

    package init(
        municipality: String, service: Phrase = ReportFacts.companionService, boards: [String], window: Window?,
        generator: String, settings: [Definition.Setting], surveys: [SurveyFacts] = [],
        law: LawFacts = LawFacts(), baseline: BaselineFacts? = nil
    ) {
        self.municipality = municipality
        self.service = service
        self.boards = boards
        self.window = window
        self.generator = generator
        self.settings = settings
        self.surveys = surveys
        self.law = law
        self.baseline = baseline
    }

    /// Ledsagning under either law.
    package static let companionService = Phrase(sv: "ledsagning", en: "the companion service")

    /// "hela staden" where the municipality calls itself one.
    var wholeArea: Phrase {
        municipality.hasSuffix("stad") || municipality.hasSuffix("stads")
            ? Phrase(sv: "hela staden", en: "the whole city")
            : Phrase(sv: "hela kommunen", en: "the whole municipality")
    }

    /// "Stockholms stads": a name that ends in s, x or z stays as it is.
    var municipalityGenitive: String {
        if municipality.isEmpty { return "kommunens" }
        return municipality.last.map { "sxz".contains($0.lowercased()) } == true ? municipality : municipality + "s"
    }
}

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
