// SPDX-License-Identifier: EUPL-1.2
import Terms

extension QuestionArgumentError {
    func message(in language: Language) -> String { phrase[language] }

    private var phrase: Phrase {
        switch self {
        case .unknownMeasure(let name, let nearest):
            Phrase(
                sv:
                    "Det finns inget mått som heter \(name).\(Hint.didYouMean(nearest).swedish)\nSe alla mått med: ledsaga measures",
                en:
                    "There is no measure named \(name).\(Hint.didYouMean(nearest).english)\nSee all measures with: ledsaga measures"
            )
        case .unknownAspect(let aspect, let measure, let known) where known.isEmpty:
            Phrase(
                sv: "\(measure):\(aspect): måttet \(measure) frågas efter som det är, utan kolon.",
                en: "\(measure):\(aspect): the measure \(measure) is asked for as it is, without a colon.")
        case .unknownAspect(let aspect, let measure, let known):
            Phrase(
                sv: "\(measure):\(aspect) finns inte.\nVälj bland: \(known.joined(separator: ", ")).",
                en: "\(measure):\(aspect) does not exist.\nChoose among: \(known.joined(separator: ", ")).")
        case .unknownDimension(let name, let place, let nearest):
            Phrase(
                sv:
                    "\(place) \(name): så kan inget delas upp.\(Hint.didYouMean(nearest).swedish)\nVälj bland: \(Self.dimensions).",
                en:
                    "\(place) \(name): nothing can be broken down so.\(Hint.didYouMean(nearest).english)\nChoose among: \(Self.dimensions)."
            )
        case .repeatedDimension(let name):
            Phrase(sv: "--by: \(name) står två gånger. Ta bort den ena.", en: "--by: \(name) stands twice. Remove one.")
        case .badFilter(let text):
            Phrase(
                sv: "--where \(text): skriv som district=Farsta, law!=LSS eller year>=2018.",
                en: "--where \(text): write it as district=Farsta, law!=LSS or year>=2018.")
        case .badDay(let text):
            Phrase(
                sv: "--on \(text): skriv månad och dag som 10-01.", en: "--on \(text): write month and day as 10-01.")
        case .badYears(let text, let option):
            Phrase(
                sv: "\(option) \(text): skriv ett år som 2019 eller flera som 2018..2019.",
                en: "\(option) \(text): write one year as 2019 or several as 2018..2019.")
        case .badLevel:
            Phrase(
                sv: "--interval: ange en nivå i procent från 50 till 99,9.",
                en: "--interval: give a level in percent from 50 to 99.9.")
        case .onDayOnlyForPersons:
            Phrase(
                sv: "--on går bara att använda med måttet persons.",
                en: "--on can only be used with the measure persons.")
        }
    }

    private static var dimensions: String { Dimension.allCases.map(\.rawValue).joined(separator: ", ") }
}
