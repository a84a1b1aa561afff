// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// Why a number is not defined: the words beside a cell that stands empty.
enum Reasons {
    static let noPerformedFiles = Phrase(
        sv: "Det finns inga filer med utförd tid.", en: "There are no files of performed time.")
    static let yearOutsideWindow = Phrase(
        sv: "Filerna med utförd tid täcker inte året.", en: "The files of performed time do not cover the year.")
    static let monthOutsideWindow = Phrase(
        sv: "Filerna med utförd tid täcker inte månaden.", en: "The files of performed time do not cover the month.")
    static let quarterNotCovered = Phrase(
        sv: "Filerna med utförd tid täcker inte kvartalets slut.",
        en: "The files of performed time do not cover the end of the quarter.")
    static let startDayUnknown = Phrase(
        sv: "Filerna har utförd tid per månad, så dagen för den första timmen är inte känd.",
        en: "The files have performed time by month, so the day of the first hour is not known.")
    static let nobodyWaited = Phrase(
        sv: "Inget beslut väntade på att verkställas.", en: "No decision waited to be carried out.")
    static let curveNeverReached = Phrase(
        sv: "Så stor andel hann inte påbörjas under den tid som filerna täcker.",
        en: "So large a share did not start in the time that the files cover.")
    static let nobody = Phrase(sv: "Ingen person ingår.", en: "No person is included.")
    static let noGrantedHours = Phrase(sv: "Inga beviljade timmar ingår.", en: "No granted hours are included.")
    static let noPerformedHours = Phrase(sv: "Inga utförda timmar ingår.", en: "No performed hours are included.")
    static let nobodyInOneYear = Phrase(
        sv: "Ett av åren saknar underlag att jämföra.", en: "One of the years has nothing to compare.")
    static let zeroFactor = Phrase(
        sv: "En faktor är noll ett av åren, och då kan förändringen inte delas upp.",
        en: "A factor is zero in one of the years, so the change cannot be split.")
    /// The population table has no rows of the year, or none that tell the group apart.
    static func noPopulation(_ base: PopulationCount.Base, of year: Int?, knowsYear: Bool) -> Phrase {
        if base == .paratransit {
            return knowsYear
                ? Phrase(
                    sv: "Antalet färdtjänstberättigade är inte angivet för gruppen.",
                    en: "The number entitled to paratransit is not given for the group.")
                : Phrase(
                    sv: "Antalet färdtjänstberättigade är inte angivet.",
                    en: "The number entitled to paratransit is not given.")
        }
        guard let year else { return Phrase(sv: "Befolkningen är inte angiven.", en: "The population is not given.") }
        return knowsYear
            ? Phrase(
                sv: "Befolkningen \(year) är inte angiven för gruppen.",
                en: "The population of \(year) is not given for the group.")
            : Phrase(sv: "Befolkningen \(year) är inte angiven.", en: "The population of \(year) is not given.")
    }
    static let noSuchDay = Phrase(sv: "Dagen finns inte det året.", en: "The year has no such day.")
    static let notInTotals = Phrase(
        sv: "Den sammanställda statistiken har inte uppgiften.", en: "The table of totals does not have the figure.")
}
