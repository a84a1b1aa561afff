// SPDX-License-Identifier: EUPL-1.2
import Terms

extension UnknownCommand {
    func message(in language: Language) -> String {
        let hint = Hint.didYouMean(nearest)
        return Phrase(
            sv: "ledsaga: det finns inget kommando som heter \(typed).\(hint.swedish)\n"
                + "Se alla kommandon med: ledsaga --help",
            en: "ledsaga: there is no command named \(typed).\(hint.english)\nSee all commands with: ledsaga --help")[
                language]
    }
}

extension UnknownBoard {
    func message(in language: Language) -> String {
        guard !known.isEmpty else {
            return Phrase(
                sv: "--district \(name): uppgifterna har inga stadsdelsnämnder. Utelämna --district.",
                en: "--district \(name): the data have no district boards. Leave --district out.")[language]
        }
        let (hint, all) = (Hint.didYouMean(nearest), known.joined(separator: ", "))
        return Phrase(
            sv: "--district \(name): ingen nämnd heter så.\(hint.swedish)\nNämnderna i dag: \(all).",
            en: "--district \(name): no board has that name.\(hint.english)\nThe boards today: \(all).")[language]
    }
}

extension UnknownExplanation {
    func message(in language: Language) -> String {
        guard !nearest.isEmpty else {
            return Phrase(
                sv: "\(name) finns inte att förklara. Se alla mått med: ledsaga measures",
                en: "There is no explanation of \(name). See all measures with: ledsaga measures")[language]
        }
        let names = Phrase(
            sv: nearest.joined(separator: " eller "), en: nearest.joined(separator: " or "))
        return Phrase(
            sv: "\(name) finns inte att förklara. Menade du \(names.swedish)?",
            en: "There is no explanation of \(name). Did you mean \(names.english)?")[language]
    }
}
