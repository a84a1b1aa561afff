// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension CodebookFault {
    /// What is wrong and what to do, to stand after `FILE:LINE: `.
    package var words: Phrase {
        switch self {
        case .noFields:
            Phrase(
                sv:
                    "kodboken har inga frågor. Skriv dem under fields, eller gör ett utkast med ”ledsaga codebook FIL”.",
                en: "the codebook has no questions. Put them under fields, or draft one with “ledsaga codebook FILE”.")
        case .nameTwice(let name):
            Phrase(
                sv: "namnet ”\(name)” finns redan. Ge frågorna olika namn.",
                en: "the name “\(name)” is taken. Give the questions different names.")
        case .unusableName(let name):
            Phrase(
                sv:
                    "”\(name)” duger inte som namn. Använd bokstäver, siffror och bindestreck, till exempel time-enough.",
                en: "“\(name)” cannot be a name. Use letters, digits and hyphens, such as time-enough.")
        case .reservedName(let name):
            Phrase(
                sv: "”\(name)” står för något annat i svaren. Ge frågan ett annat namn.",
                en: "“\(name)” stands for something else in answers. Give the question another name.")
        case .categoriesMissing(let item):
            Phrase(
                sv: "frågan ”\(item)” har inga svar att välja bland. Skriv dem under categories.",
                en: "the question “\(item)” has no answers to choose from. Put them under categories.")
        case .categoriesNotWanted(let item, let type):
            Phrase(
                sv: "frågan ”\(item)” är av slaget \(type) och har inga svar att välja bland. Ta bort categories "
                    + "eller ändra type.",
                en: "the question “\(item)” is of type \(type), without answers to choose from. Remove categories, "
                    + "or change type.")
        case .tooManyCategories(let item):
            Phrase(
                sv: "frågan ”\(item)” har fler än 64 svar. Slå ihop några.",
                en: "the question “\(item)” has more than 64 answers. Put some together.")
        case .categoryTwice(let code, let item):
            Phrase(
                sv: "svaret ”\(code)” står två gånger i frågan ”\(item)”. Behåll ett av dem.",
                en: "the answer “\(code)” stands twice in the question “\(item)”. Keep one.")
        case .spellingTwice(let spelling, let item, let answers):
            Phrase(
                sv: "”\(spelling)” skulle betyda två olika svar i frågan ”\(item)”: \(Self.both(answers, .swedish)). "
                    + "Skriv dem olika.",
                en: "“\(spelling)” would mean two answers to the question “\(item)”: \(Self.both(answers, .english)). "
                    + "Write them differently.")
        case .unknownCategory(let code, let item, let nearest, let known):
            Phrase(
                sv: "”\(code)” är inget av svaren i frågan ”\(item)”." + Self.help(nearest, known, .swedish),
                en: "“\(code)” is none of the answers to the question “\(item)”."
                    + Self.help(nearest, known, .english))
        case .unknownItem(let name, let key, let nearest):
            Phrase(
                sv: "”\(key)” pekar på frågan ”\(name)”, som inte finns." + Self.meant(nearest, .swedish),
                en: "“\(key)” points at the question “\(name)”, which is not there." + Self.meant(nearest, .english))
        case .unknownScale(let name, let nearest):
            Phrase(
                sv: "svarslistan ”\(name)” finns inte under scales." + Self.meant(nearest, .swedish),
                en: "the list of answers “\(name)” is not under scales." + Self.meant(nearest, .english))
        case .unknownBattery(let name, let nearest):
            Phrase(
                sv: "frågebatteriet ”\(name)” finns inte under batteries." + Self.meant(nearest, .swedish),
                en: "the battery “\(name)” is not under batteries." + Self.meant(nearest, .english))
        default: connections
        }
    }

    /// How questions hang together, and what is right and good.
    private var connections: Phrase {
        switch self {
        case .filterComesLater(let item, let filter):
            Phrase(
                sv: "frågan ”\(item)” beror på ”\(filter)”, som ställs efter den. Flytta ”\(filter)” före.",
                en:
                    "the question “\(item)” depends on “\(filter)”, which is asked after it. Move “\(filter)” before it."
            )
        case .filterWithoutCategories(let item, let filter):
            Phrase(
                sv: "frågan ”\(item)” kan inte bero på ”\(filter)”, som inte har svar att välja bland.",
                en: "the question “\(item)” cannot depend on “\(filter)”, which has no answers to choose from.")
        case .rightMissing(let item):
            Phrase(
                sv: "kunskapsfrågan ”\(item)” saknar rätt svar. Skriv right: svarets value.",
                en: "the knowledge question “\(item)” has no right answer. Write right: the answer's value.")
        case .rightNotWanted(let item, let role):
            Phrase(
                sv:
                    "frågan ”\(item)” har rollen \(role), så inget svar är rätt. Ta bort right eller skriv role: knowledge.",
                en: "the question “\(item)” has the role \(role), so no answer is right. Remove right, or write "
                    + "role: knowledge.")
        case .severalRight(let item, let answers):
            Phrase(
                sv:
                    "frågan ”\(item)” har flera rätta svar (\(answers.joined(separator: ", "))) men bara ett kan väljas.\n"
                    + "Behåll ett. Om vart och ett av dem är rätt: right: {any: [\(answers.joined(separator: ", "))]}.",
                en:
                    "the question “\(item)” has several right answers (\(answers.joined(separator: ", "))) but one can be "
                    + "chosen.\nKeep one. If each of them is right: right: {any: [\(answers.joined(separator: ", "))]}."
            )
        case .headerTwice(let header, let items):
            Phrase(
                sv: "rubriken ”\(header)” hör till två frågor: \(Self.both(items, .swedish)). Ge dem varsin.",
                en: "the header “\(header)” belongs to two questions: \(Self.both(items, .english)). Give each its own."
            )
        case .columnTwice(let header):
            Phrase(
                sv: "rubriken ”\(header)” står två gånger under columns. Behåll den ena.",
                en: "the header “\(header)” stands twice under columns. Keep one.")
        case .directionWithoutScale(let item):
            Phrase(
                sv: "frågan ”\(item)” är ingen skala, så direction och score betyder inget. Skriv type: scale, eller "
                    + "ange favourable.",
                en: "the question “\(item)” is no scale, so direction and score mean nothing. Write type: scale, or "
                    + "give favourable.")
        case .favourableBothWays(let code, let item):
            Phrase(
                sv: "svaret ”\(code)” i frågan ”\(item)” kan inte vara både favourable och unfavourable.",
                en: "the answer “\(code)” to the question “\(item)” cannot be both favourable and unfavourable.")
        case .scoresNotRising(let item):
            Phrase(
                sv: "score i frågan ”\(item)” ska finnas för alla svar och stiga. Det lägsta svaret står först.",
                en: "score in the question “\(item)” should be there for all answers and rise. The lowest stands first."
            )
        case .codeOfTrait(let code, let item, let trait, let allowed):
            Phrase(
                sv: "svaret ”\(code)” i frågan ”\(item)” går inte att jämföra med registret (trait: \(trait)).\n"
                    + "Skriv value som: \(allowed.joined(separator: ", ")).",
                en: "the answer “\(code)” to the question “\(item)” cannot be held against the register "
                    + "(trait: \(trait)).\nWrite value as: \(allowed.joined(separator: ", ")).")
        case .themesNotOfText(let item, let other):
            Phrase(
                sv: "”\(item)” kodar teman i ”\(other)”, som inte är en fritextfråga.",
                en: "“\(item)” codes themes of “\(other)”, which is no free-text question.")
        default: design
        }
    }

    /// The frame and the weights.
    private var design: Phrase {
        switch self {
        case .stratumTwice(let name):
            Phrase(
                sv: "stratumet ”\(name)” står två gånger. Behåll det ena.",
                en: "the stratum “\(name)” stands twice. Keep one.")
        case .moreThan(let key, let stratum, let limit):
            Phrase(
                sv: "”\(key)” är större än ”\(limit)”\(stratum.isEmpty ? "" : " i stratumet ”\(stratum)”").",
                en: "“\(key)” is more than “\(limit)”\(stratum.isEmpty ? "" : " in the stratum “\(stratum)”").")
        case .nobodyThere(let stratum):
            Phrase(
                sv: "population: 0\(Self.of(stratum, .swedish)) betyder att ingen kunde svara.\n"
                    + "Skriv hur många som kunde ha fått enkäten, eller ta bort \(stratum.isEmpty ? "raden" : "stratumet").",
                en: "population: 0\(Self.of(stratum, .english)) means that nobody could answer.\n"
                    + "Write how many could have had the survey, or remove the \(stratum.isEmpty ? "line" : "stratum")."
            )
        case .moreAnswers(let answers, let stratum, let key, let limit):
            Phrase(
                sv: "\(answers) har svarat\(Self.of(stratum, .swedish)), men \(key) säger \(limit).\n"
                    + "Rätta \(key), eller ta bort svar som inte hör till mätningen ur filen.",
                en: "\(answers) have answered\(Self.of(stratum, .english)), but \(key) says \(limit).\n"
                    + "Mend \(key), or remove answers that are not of this wave from the file.")
        case .separatorNotWanted(let item):
            Phrase(
                sv:
                    "frågan ”\(item)” har ett svar per fält, så separator betyder inget. Skriv type: multiple, eller ta "
                    + "bort separator.",
                en:
                    "the question “\(item)” has one answer a cell, so separator means nothing. Write type: multiple, or "
                    + "remove separator.")
        case .separatorNotASign(let text, let item):
            Phrase(
                sv: "separator: ”\(text)” i frågan ”\(item)” kan inte stå mellan svar. Skriv tecknet, till exempel "
                    + "separator: \", \".",
                en: "separator: “\(text)” of the question “\(item)” cannot stand between answers. Write the sign, such "
                    + "as separator: \", \".")
        case .separatorAsked(let question, let sign):
            Phrase(
                sv:
                    "frågan ”\(question)” kan ha flera svar i samma fält. Skriv då separator: \"\(sign)\" och se efter att "
                    + "svaren under categories är formulärets.\nAnnars: ta bort separator, skriv type: single och varje "
                    + "svar som det står i filen under categories.",
                en:
                    "the question “\(question)” may have several answers in a cell. If so, write separator: \"\(sign)\" and "
                    + "see that the answers under categories are the form's.\nIf not: remove separator, write type: single "
                    + "and each answer as the file has it under categories.")
        case .totalsBesideStrata(let key):
            Phrase(
                sv: "”\(key)” står bredvid strata. Skriv talet i varje stratum i stället.",
                en: "“\(key)” stands beside strata. Put the number in each stratum instead.")
        case .marginsWanted(let rule):
            Phrase(
                sv: "nonresponse: \(rule) behöver kända antal. Skriv dem under margins.",
                en: "nonresponse: \(rule) needs known counts. Put them under margins.")
        case .marginsNotWanted(let rule):
            Phrase(
                sv: "nonresponse: \(rule) använder inte margins. Ta bort dem, eller välj classes eller raking.",
                en: "nonresponse: \(rule) does not use margins. Remove them, or choose classes or raking.")
        case .oneMarginWanted:
            Phrase(
                sv: "nonresponse: classes använder en fråga. Behåll en under margins, eller välj raking.",
                en: "nonresponse: classes uses one question. Keep one under margins, or choose raking.")
        case .marginWithoutCategory(let item, let code):
            Phrase(
                sv: "margins för ”\(item)” saknar antalet för svaret ”\(code)”. Skriv 0 om det inte finns några.",
                en: "margins of “\(item)” lack the count of the answer “\(code)”. Write 0 if there are none.")
        case .marginsDiffer(let one, let count, let other, let otherCount):
            Phrase(
                sv: "margins ska räkna samma personer, men ”\(one)” har \(count) och ”\(other)” har \(otherCount).",
                en: "margins should count the same persons, but “\(one)” has \(count) and “\(other)” has \(otherCount)."
            )
        default: preconditionFailure("a fault of a codebook without words")
        }
    }

    private static func of(_ stratum: String, _ language: Language) -> String {
        stratum.isEmpty ? "" : Phrase(sv: " i stratumet ”\(stratum)”", en: " in the stratum “\(stratum)”")[language]
    }

    private static func both(_ names: [String], _ language: Language) -> String {
        names.map { Phrase(sv: "”\($0)”", en: "“\($0)”")[language] }
            .joined(separator: Phrase(sv: " och ", en: " and ")[language])
    }

    private static func meant(_ nearest: String?, _ language: Language) -> String {
        nearest.flatMap { NearestWords.question([$0], in: language) }.map { " " + $0 } ?? ""
    }

    private static func help(_ nearest: String?, _ known: [String], _ language: Language) -> String {
        if nearest != nil { return meant(nearest, language) }
        let choices = known.joined(separator: ", ")
        return "\n" + Phrase(sv: "Välj bland: \(choices).", en: "Choose from: \(choices).")[language]
    }
}
