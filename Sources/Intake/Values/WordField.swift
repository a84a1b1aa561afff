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

    /// The meaning of a word, without regard to case, blanks, punctuation, hyphens and unseen characters; throws `fault`.
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
            (
                [
                    "bifall", "beviljad", "beviljat", "beviljas", "beviljade", "beviljande", "bifallen", "bifallet",
                    "bifalles", "bifalls", "bifallit", "godkänd", "godkänt", "helt bifall", "bifall helt",
                    "bifall i sin helhet", "granted", "approved",
                ], .granted
            ),
            (
                [
                    "delavslag", "delvis avslag", "delvis bifall", "delbifall", "delvis beviljad", "delvis beviljat",
                    "delvis bifallen", "delvis godkänd", "delvis", "bifall delvis", "beviljas delvis",
                    "avslag delvis", "avslag i del", "bifall i del", "partly granted", "partially granted",
                ], .partlyGranted
            ),
            (
                [
                    "avslag", "avslagen", "avslaget", "avslås", "avslagits", "helt avslag", "avslag helt",
                    "ej beviljad", "ej beviljat", "ej bifall", "inte beviljad", "nekad", "nekat", "refused", "rejected",
                    "denied",
                ], .refused
            ),
        ])
}

extension WordField where Meaning == EndReason {
    /// *Avslutsorsak*. Reasons are written in many ways: a caller takes a word that is not known for another reason.
    package static let endReason = WordField(
        otherwise: .unknownOutcome,
        [
            (["avliden", "avlidit", "avled", "död", "dödsfall", "dödsbo", "deceased", "died"], .died),
            (
                [
                    "flytt", "flyttat", "flyttad", "utflyttad", "utflyttat", "flyttat från kommunen", "annan kommun",
                    "avflyttad", "moved",
                ], .moved
            ),
            (
                [
                    "tackat nej", "avböjt", "avböjer", "avsagt", "avsagt sig", "avstår", "återtagen", "återtaget",
                    "återtagit", "återkallad", "egen begäran", "på egen begäran", "eget önskemål", "önskar inte",
                    "declined", "withdrawn",
                ], .declined
            ),
            (
                [
                    "nytt beslut", "ersatt", "omprövning", "omprövad", "nytt beslut fattat",
                    "förnyat", "förlängd", "annan insats", "byte av insats", "replaced", "new decision",
                ], .replaced
            ),
            (
                ["övrigt", "annat", "annan orsak", "annan", "other", "ej behov", "inget behov", "beslutet upphört"],
                .other
            ),
        ])
}

extension WordField where Meaning == Bool {
    /// *Status* of a visit: true when it was performed.
    package static let status = WordField(
        otherwise: .unknownStatus,
        [
            (
                [
                    "utförd", "utfört", "utförda", "genomförd", "genomfört", "genomförda", "verkställd", "verkställt",
                    "utförd insats", "utfört besök", "klar", "klart", "slutförd", "slutfört", "fullgjord",
                    "utförd ändrad tid", "utförd-med-ändrad-tid", "performed", "completed", "done",
                    "CompletedAndChangedTime",
                ], true
            ),
            (
                [
                    "avbokad", "avbokat", "avbokade", "inställd", "inställt", "bom", "bombesök", "bomtid", "bomkörning",
                    "ej utförd", "ej utfört", "inte utförd", "inte utfört", "icke utförd", "ej genomförd",
                    "ej genomfört", "ej verkställd", "ej verkställt", "nekad", "nekat", "avböjd", "avböjt",
                    "tackat nej", "uteblivit", "uteblev", "utebliven", "återbud", "sent återbud", "avsagt", "avsagd",
                    "makulerad", "makulerat", "borttagen", "raderad", "cancelled", "canceled", "declined", "no-show",
                    "not performed", "deleted",
                ], false
            ),
        ])

    /// *Ja* or *nej*.
    package static let yesNo = WordField(
        otherwise: .unknownYesNo,
        [
            (["ja", "j", "sant", "sann", "yes", "y", "true", "x", "1"], true),
            (["nej", "n", "falskt", "falsk", "no", "false", "0"], false),
        ])
}

/// What a row of a file of visits books.
package enum Transaction: Sendable, Hashable {
    case visit
    /// Takes back a visit that was booked in error.
    case credit
}

extension WordField where Meaning == Transaction {
    /// *Typ* of a booked row: a visit, or a credit that takes one back. Other words are `unknownStatus`.
    package static let transaction = WordField(
        otherwise: .unknownStatus,
        [
            (
                [
                    "debitering", "debet", "ordinarie", "registrering", "registrerad", "normal", "utförd", "utfört",
                    "besök", "debit", "visit", "charge",
                ], .visit
            ),
            (
                [
                    "kreditering", "kredit", "krediterad", "kreditrad", "korrigering minus", "minuskorrigering",
                    "korrigering (minus)", "återföring", "återförd", "makulering", "makulerad", "rättelse minus",
                    "återtagen", "återtagande", "storno", "credit", "reversal", "reversed",
                ], .credit
            ),
        ])
}

extension WordField where Meaning == GrantPer {
    /// *Enhet*: what granted hours are hours per, with all the units that exports have.
    package static let per = WordField(otherwise: .unknownUnit, WordField.table(of: GrantPer.allCases) { $0 })

    /// The words for each unit, as they stand alone in a column: `månad`, `per månad`, `tim/mån`, `M`, `månadsvis`.
    static func table<Unit>(
        of cases: [GrantPer], _ unit: (GrantPer) -> Unit
    ) -> [(words: [String], meaning: Unit)] {
        cases.map { per in
            let names = PeriodWords.per.filter { $0.value == per }.keys.sorted(by: PeriodWords.isCommoner)
            let alone = PeriodWords.perAlone.filter { $0.value == per }.keys.sorted()
            var words = names
            for name in names {
                words.append("per " + name)
                for measure in ["tim", "tim.", "timme", "timmar", "h", "hours"] {
                    words += ["\(measure)/\(name)", "\(measure) per \(name)", "\(measure) i \(name)"]
                }
            }
            return (words + alone, unit(per))
        }
    }
}

extension WordField where Meaning == HoursUnit {
    /// *Enhet*, of the units that decisions are kept in; a day, two weeks and a quarter are unknown here
    /// (`WordField<GrantPer>.per` has them).
    package static let unit = WordField(
        otherwise: .unknownUnit,
        WordField<GrantPer>.table(of: [.month, .week, .year, .period]) { per in
            switch per {
            case .week: .week
            case .year: .year
            case .period: .period
            default: .month
            }
        })
}

extension WordField where Meaning == Sex {
    /// *Juridiskt kön*. Digits are not read: SCB has 1 for men, other systems for women.
    package static let sex = WordField(
        otherwise: .unknownSex,
        [
            (
                ["kvinna", "kvinnor", "kvinnligt", "kvinnlig", "kv", "k", "flicka", "flickor", "female", "f", "woman"],
                .female
            ),
            (["man", "män", "manligt", "manlig", "m", "pojke", "pojkar", "male"], .male),
            (
                [
                    "okänt", "okänd", "uppgift saknas", "saknas", "ej angivet", "ej angiven", "ospecificerat",
                    "unknown",
                ], .unknown
            ),
        ])
}

extension WordField where Meaning == ProviderType {
    /// *Regi*.
    package static let providerType = WordField(
        otherwise: .unknownProviderType,
        [
            (
                [
                    "kommunal", "kommunalt", "kommunen", "kommun", "kommunal regi", "egen regi", "kommunens egen regi",
                    "i egen regi", "egenregi", "stadens egen regi", "stadens regi", "staden", "kommunal utförare",
                    "kommunens regi", "kommunal drift", "intern", "municipal",
                ],
                .municipal
            ),
            (
                [
                    "enskild", "enskilt", "enskild regi", "enskild utförare", "enskild drift", "privat", "privat regi",
                    "privat utförare", "extern", "externt", "extern regi", "extern utförare", "entreprenad",
                    "på entreprenad", "ideell", "ideell utförare", "LOV", "LOU", "LOV-utförare", "fristående",
                    "independent", "private", "external",
                ], .independent
            ),
            (["okänd", "okänt", "uppgift saknas", "saknas", "unknown"], .unknown),
        ])
}
