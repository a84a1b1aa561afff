// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// The words a column may hold and what each means, in Swedish and English.
package struct WordField<Meaning: Sendable>: Sendable {
    /// What to throw for any other word.
    package let fault: FaultRule
    /// The words in the order they are told of.
    package let words: [String]
    private let meanings: [FoldedWord: Meaning]

    init(otherwise fault: FaultRule, _ table: [(words: [String], meaning: Meaning)]) {
        self.fault = fault
        self.words = table.flatMap(\.words)
        var meanings: [FoldedWord: Meaning] = [:]
        for (words, meaning) in table {
            for word in words { meanings[FoldedWord(word)] = meaning }
        }
        self.meanings = meanings
    }

    /// The meaning of a word, without regard to case, blanks and `_`; throws `fault`.
    package func decode(_ bytes: Span<UInt8>) throws(FaultRule) -> Meaning {
        guard let meaning = meanings[FoldedWord(bytes)] else { throw fault }
        return meaning
    }
}

extension WordField where Meaning == Outcome {
    /// *Utfall*.
    package static let outcome = WordField(
        otherwise: .unknownOutcome,
        [
            (["bifall", "beviljad", "beviljat", "beviljas", "beviljande", "granted"], .granted),
            (["delavslag", "delvis avslag", "delvis bifall", "delbifall", "partly granted"], .partlyGranted),
            (["avslag", "avslagen", "avslaget", "avslås", "refused"], .refused),
        ])
}

extension WordField where Meaning == Bool {
    /// *Status* of a visit: true when it was performed.
    package static let status = WordField(
        otherwise: .unknownStatus,
        [
            (
                [
                    "utförd", "utfört", "utförda", "genomförd", "genomfört", "verkställd", "verkställt", "performed",
                    "completed",
                ], true
            ),
            (
                [
                    "avbokad", "avbokat", "inställd", "inställt", "bom", "bombesök", "bomtid", "ej utförd", "ej utfört",
                    "ej genomförd", "ej genomfört", "ej verkställd", "ej verkställt", "cancelled", "canceled",
                    "no-show",
                ], false
            ),
        ])

    /// *Ja* or *nej*.
    package static let yesNo = WordField(
        otherwise: .unknownYesNo,
        [
            (["ja", "j", "sant", "yes", "y", "true", "x", "1"], true),
            (["nej", "n", "falskt", "no", "false", "0"], false),
        ])
}

extension WordField where Meaning == HoursUnit {
    /// *Enhet*: what granted hours are hours per.
    package static let unit = WordField(
        otherwise: .unknownUnit,
        [
            (
                [
                    "månad", "mån", "mån.", "per månad", "månadsvis", "tim/mån", "tim/månad", "timmar/månad",
                    "timmar per månad", "h/mån", "month", "per month",
                ], .month
            ),
            (
                [
                    "vecka", "v", "v.", "per vecka", "veckovis", "tim/v", "tim/vecka", "timmar/vecka",
                    "timmar per vecka",
                    "h/v", "week", "per week",
                ], .week
            ),
            (["år", "per år", "tim/år", "timmar/år", "timmar per år", "h/år", "year", "per year"], .year),
            (["period", "beslutsperiod", "per period", "hela perioden", "per beslutsperiod"], .period),
        ])
}

extension WordField where Meaning == Sex {
    /// *Juridiskt kön*. Digits are not read: SCB has 1 for men, other systems for women.
    package static let sex = WordField(
        otherwise: .unknownSex,
        [
            (["kvinna", "kvinnor", "kvinnligt", "k", "flicka", "female", "f", "woman"], .female),
            (["man", "män", "manligt", "m", "pojke", "male"], .male),
            (["okänt", "okänd", "uppgift saknas", "unknown"], .unknown),
        ])
}

extension WordField where Meaning == ProviderType {
    /// *Regi*.
    package static let providerType = WordField(
        otherwise: .unknownProviderType,
        [
            (
                ["kommunal", "kommunalt", "kommunen", "kommun", "kommunal regi", "egen regi", "municipal"],
                .municipal
            ),
            (
                [
                    "enskild", "enskilt", "enskild regi", "privat", "privat regi", "extern", "extern regi",
                    "entreprenad",
                    "ideell", "LOV", "independent", "private",
                ], .independent
            ),
            (["okänd", "okänt", "uppgift saknas", "unknown"], .unknown),
        ])
}
