// SPDX-License-Identifier: EUPL-1.2
import Simulation
import Terms

/// The help of `simulate`.
enum SimulateHelp {
    static let command = CommandWords(
        abstract: Phrase(
            sv: "Skriv exporter för en påhittad kommun vars rätta svar är kända.",
            en: "Write exports of a made-up municipality whose true answers are known."),
        usage: Phrase(sv: "--output <mapp> [<val>]", en: "--output <dir> [<options>]"),
        examples: [
            CommandWords.Example("ledsaga simulate --output exempel"),
            CommandWords.Example("ledsaga simulate --output exempel --persons 300 --faults"),
            CommandWords.Example("ledsaga simulate --output exempel --years 2018..2020 --form months"),
            CommandWords.Example("ledsaga simulate --output exempel --boards made-up"),
            CommandWords.Example("ledsaga simulate --output exempel --export lifecare"),
        ],
        text: Phrase(
            sv: """
                Skriver ett projekt: ledsaga.yaml, exporterna i data/ och i facit/ de rätta svaren på varje fråga \
                (facit.json, för enkäterna facit-enkater.json) samt, med --faults, var varje fel finns \
                (planterade-fel.csv). Brukare, utförare och handläggare får en enkät två gånger, och alla svarar inte. \
                Nämnderna är Stockholms om inget annat sägs, personerna finns inte. Samma val ger samma filer, byte för byte.

                Med --export får besluten och den utförda tiden en form som de har i verkligheten. Innehållet är detsamma, \
                så att svaren kan jämföras med dem på canonical; facit.json skrivs bara där.

                \(shapes(.swedish))
                """,
            en: """
                Writes a project: ledsaga.yaml, the exports in data/, and in facit/ the true answers to every \
                question (facit.json, of surveys facit-enkater.json) and, with --faults, where each fault was planted \
                (planterade-fel.csv). Users, providers and case officers are asked twice, and not all of them answer. \
                The boards are Stockholm's unless said otherwise, the persons are nobody's. The same options give the same bytes.

                With --export decisions and performed hours get a form that they have in the field. The content is the \
                same, so that answers can be compared with those on canonical; facit.json is written there only.

                \(shapes(.english))
                """))

    /// A line for each shape.
    private static func shapes(_ language: Language) -> String {
        let longest = ExportShape.all.map(\.name.count).max() ?? 0
        return ExportShape.all.map { shape in
            "  " + shape.name + String(repeating: " ", count: longest + 2 - shape.name.count) + shape.words[language]
        }.joined(separator: "\n")
    }

    static let output = OptionWords(
        ValueName.folder, sv: "Mappen. Den skapas om den inte finns.",
        en: "The folder. It is made if it is not there.")
    static let persons = OptionWords(
        ValueName.number, sv: "Personer med beslut.", en: "Persons with a decision.")
    static let years = OptionWords(
        ValueName.years, sv: "År med utförda timmar: 2019 eller 2018..2019.",
        en: "Years with performed hours: 2019 or 2018..2019.")
    static let seed = OptionWords(
        Phrase(sv: "heltal", en: "integer"), sv: "Heltal som slumpen utgår från.",
        en: "Whole number that chance starts from.")
    static let export = OptionWords(
        ValueName.name, sv: "Exporternas form. Utan valet canonical.",
        en: "The shape of the exports. Without it canonical.")
    static let faults = OptionWords(
        sv: "Lägg till allt som brukar vara fel i verkliga exporter.",
        en: "Add everything that goes wrong in real exports.")
    static let form = OptionWords(
        Phrase(sv: "form", en: "form"), sv: "En rad utförd tid är ett besök eller en månad.",
        en: "A row of performed time is a visit or a month.")
    static let utilisation = OptionWords(
        ValueName.percent, sv: "Utförda timmar av beviljade första året, i procent.",
        en: "Performed of granted hours in the first year, per cent.")
    static let flexible = OptionWords(
        ValueName.percent, sv: "Personer som använder timmarna flexibelt, i procent.",
        en: "Persons who use their hours flexibly, per cent.")
    static let visitLength = OptionWords(
        ValueName.percent, sv: "Besökens längd i procent av den vanliga. Lägre ger fler och kortare besök.",
        en: "Length of visits in per cent of the usual. Lower gives more and shorter visits.")
    static let surveyPlatform = OptionWords(
        ValueName.name,
        sv: "Enkäternas verktyg. Utan valet LimeSurvey för brukare, Microsoft Forms för utförare, SurveyMonkey för "
            + "handläggare.",
        en: "The tool of the surveys. Without it LimeSurvey for users, Microsoft Forms for providers, SurveyMonkey for "
            + "case officers.")
    static let surveyAnswers = OptionWords(
        ValueName.name, sv: "Svaren i LimeSurvey och i vanliga csv-filer: ord eller koder. Utan valet labels.",
        en: "Answers in LimeSurvey and plain csv files: words or codes. Without it labels.")
    static let surveyWaves = OptionWords(
        ValueName.number, sv: "Antal mätningar med enkäter, de sista åren. 0 ger inga enkäter.",
        en: "Waves of surveys, in the last years. 0 is no surveys.")
    static let boards = OptionWords(
        ValueName.name,
        sv: "Stockholms nämnder, med publicerad folkmängd, eller påhittade, med påhittad folkmängd för varje år.",
        en:
            "Stockholm's boards, with the published population, or made-up ones, with a made-up population of every year."
    )
    static let waits = OptionWords(
        sv: "Låt beslut vänta: fördröjda, avslutade utan timmar, avbrutna och uppskjutna.",
        en: "Let decisions wait: delayed, ended without hours, interrupted and postponed.")
    static let withoutTruth = OptionWords(
        sv: "Utelämna facit.json, som tar lång tid att räkna ut för en stor kommun.",
        en: "Leave out facit.json, which takes long to compute for a large municipality.")

    static let dialect = Phrase(sv: "Filernas form", en: "Form of the files")
    static let encoding = OptionWords(
        ValueName.encoding, sv: "Teckenkodning. Utan valet utf-8.", en: "Encoding. Without it utf-8.")
    static let delimiter = OptionWords(
        ValueName.delimiter, sv: "Skiljetecken. Utan valet semicolon.", en: "Separator. Without it semicolon.")
    static let lineEnding = OptionWords(
        ValueName.name, sv: "Radslut. Utan valet lf.", en: "Line ending. Without it lf.")
}
