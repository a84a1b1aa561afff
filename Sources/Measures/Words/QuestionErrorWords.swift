// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension QuestionError {
    package func message(in language: Language) -> String {
        phrase[language]
    }

    private var phrase: Phrase {
        switch self {
        case .notAnAspect(let measure):
            Phrase(
                sv: "Måttet \(measure.rawValue) har inte den varianten. "
                    + "ledsaga explain \(measure.rawValue) visar vad det kan svara på.",
                en: "The measure \(measure.rawValue) has no such variant. "
                    + "ledsaga explain \(measure.rawValue) shows what it can answer.")
        case .notBrokenDown(let measure, let dimension):
            Phrase(
                sv: "\(measure.rawValue) kan i den här varianten inte delas upp eller avgränsas efter "
                    + "\(dimension.rawValue). Ta bort \(dimension.rawValue) ur frågan.",
                en: "\(measure.rawValue) in this variant cannot be broken down or filtered by \(dimension.rawValue). "
                    + "Leave \(dimension.rawValue) out of the question.")
        case .needsBreakdown(let measure, let dimension):
            Phrase(
                sv: "\(measure.rawValue) i den här varianten delas alltid upp efter \(dimension.rawValue). "
                    + "Lägg till --by \(dimension.rawValue).",
                en: "\(measure.rawValue) in this variant is always broken down by \(dimension.rawValue). "
                    + "Add --by \(dimension.rawValue).")
        case .unknownCategory(let dimension, let code, let nearest):
            Phrase(
                sv: "\(dimension.rawValue)=\(code) finns inte i uppgifterna."
                    + (nearest.isEmpty ? "" : " Menade du \(Self.list(nearest, or: "eller"))?"),
                en: "\(dimension.rawValue)=\(code) is not in the data."
                    + (nearest.isEmpty ? "" : " Did you mean \(Self.list(nearest, or: "or"))?"))
        case .notOrdered(let dimension):
            Phrase(
                sv: ">= och <= tar ett enda värde på year, month, age eller hour-class, inte \(dimension.rawValue). "
                    + "Använd = eller !=.",
                en: ">= and <= take a single value of year, month, age or hour-class, not \(dimension.rawValue). "
                    + "Use = or !=.")
        case .unknownName(let name, let allowed):
            Phrase(
                sv: "”\(name)” finns inte. Välj \(Self.list(allowed, or: "eller")).",
                en: "There is no “\(name)”. Choose \(Self.list(allowed, or: "or")).")
        case .outOfRange(let what):
            Phrase(sv: "\(what) ligger utanför det som är möjligt.", en: "\(what) is outside what is possible.")
        case .needs(.decisions, let measure):
            Phrase(
                sv: "\(measure.rawValue) räknas ur beslut, och projektet har inga. Lägg filen med beslut i data/.",
                en:
                    "\(measure.rawValue) is made of decisions, and the project has none. Put the file of decisions in data/."
            )
        case .needs(.visits, let measure):
            Phrase(
                sv: "\(measure.rawValue) räknas ur utförd tid, och projektet har ingen. Lägg filen med besök i data/.",
                en:
                    "\(measure.rawValue) is made of performed hours, and the project has none. Put the file of visits in data/."
            )
        case .needs(.expenses, let measure):
            Phrase(
                sv: "\(measure.rawValue) räknas ur omkostnader, och projektet har inga. "
                    + "Lägg filen med omkostnader i data/.",
                en: "\(measure.rawValue) is made of expenses, and the project has none. "
                    + "Put the file of expenses in data/."
            )
        case .needsPersonRows(let measure):
            Phrase(
                sv: "\(measure.rawValue) i den här varianten kan inte räknas ur sammanställd statistik. "
                    + "Det behövs filer med beslut och utförd tid.",
                en: "\(measure.rawValue) in this variant cannot be computed from a table of totals. "
                    + "It needs files of decisions and performed time.")
        case .noSurvey(let years):
            Phrase(
                sv: "Det finns ingen enkät från \(Self.span(years)). Enkäter står under surveys i projektfilen.",
                en: "There is no survey of \(Self.span(years)). Surveys are listed under surveys in the project file.")
        case .notOfItem(let item, let aspect):
            Phrase(
                sv:
                    "Frågan \(item) kan inte räknas som \(aspect). ledsaga explain item:\(item) visar vad den kan svara på.",
                en:
                    "The item \(item) cannot be counted as \(aspect). ledsaga explain item:\(item) shows what it can answer."
            )
        case .moreAnswersThanPersons(let group, let wave, let stratum):
            Phrase(
                sv: "Enkäten \(group) \(wave) har fler svar än personer i "
                    + (stratum.map { "stratumet \($0)" } ?? "ramen") + ". Rätta antalet i kodbokens ram.",
                en: "The survey \(group) \(wave) has more answers than persons in "
                    + (stratum.map { "the stratum \($0)" } ?? "its frame")
                    + ". Correct the number in the codebook's frame.")
        case .notComparable(let measure, nil): Self.notComparable(measure)
        case .notComparable(let measure, let dimension?): Self.notComparable(measure, dimension)
        case .comparedByMore(let dimension):
            Phrase(
                sv: "En jämförelse efter \(dimension.rawValue) kan inte delas upp efter annat än year. "
                    + "Avgränsa med --where i stället.",
                en: "A comparison by \(dimension.rawValue) cannot be broken down by anything but year. "
                    + "Use --where instead.")
        case .needsOneItem:
            Phrase(
                sv: "En jämförelse gäller en fråga åt gången. Skriv item:NAMN; ledsaga measures visar namnen.",
                en: "A comparison is about one item at a time. Write item:NAME; ledsaga measures shows the names.")
        case .noKeyFigure(let item):
            Phrase(
                sv: "Frågan \(item) har inget svar som är positivt eller rätt i kodboken, så det finns inget tal att "
                    + "jämföra grupper med. Märk svaren med favourable eller right i kodboken.",
                en: "No answer to the item \(item) is favourable or right in the codebook, so there is no number to "
                    + "compare groups by. Mark the answers with favourable or right in the codebook.")
        case .severalSurveys:
            Phrase(
                sv: "Jämförelsen gäller flera grupper av svarande eller flera mätningar samma år. "
                    + "Välj med --where group= eller wave=.",
                en: "The comparison is about several groups of respondents or several waves in a year. "
                    + "Choose with --where group= or wave=.")
        case .needsItem:
            Phrase(
                sv: "Vilken fråga? Skriv item:NAMN eller lägg till --by question. ledsaga measures visar namnen.",
                en: "Which item? Write item:NAME or add --by question. ledsaga measures shows the names.")
        }
    }

    private static func notComparable(_ measure: MeasureName) -> Phrase {
        let known = Catalogue.comparable(like: measure)
        return Phrase(
            sv: "\(measure.rawValue) kan inte jämföras mellan grupper i den här varianten. "
                + "Välj \(list(known.map(\.swedish), or: "eller")).",
            en: "\(measure.rawValue) in this variant cannot be compared between groups. "
                + "Choose \(list(known.map(\.english), or: "or")).")
    }

    private static func notComparable(_ measure: MeasureName, _ dimension: Dimension) -> Phrase {
        let names = Catalogue[measure].aspects.lazy.compactMap(\.comparison).first?.dimensions ?? []
        return Phrase(
            sv: "--compare \(dimension.rawValue): välj \(list(names.map(\.rawValue), or: "eller")).",
            en: "--compare \(dimension.rawValue): choose \(list(names.map(\.rawValue), or: "or")).")
    }

    private static func span(_ years: ClosedRange<Int>) -> String {
        years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)–\(years.upperBound)"
    }

    private static func list(_ names: [String], or: String) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " \(or) " + last
    }
}
