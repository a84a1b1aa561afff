// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
package import Terms

/// A report in the place of one that has been sent out: which, why, and how its numbers differ.
package struct CorrectedEdition: Sendable {
    /// A number of the tables as it was printed, and as it is.
    package struct Change: Sendable {
        package let question: Question
        /// Codes of the row, in the order of the table's dimensions.
        package let codes: [String]
        package let unit: Unit
        /// nil where it was not shown.
        package let before: Double?
        /// nil where it is not shown any more.
        package let now: Double?
        /// Whether neither is rounded or changed by chance.
        package let isExact: Bool

        package init(
            _ question: Question, codes: [String], unit: Unit, before: Double?, now: Double?, isExact: Bool = true
        ) {
            self.isExact = isExact
            self.question = question
            self.codes = codes
            self.unit = unit
            self.before = before
            self.now = now
        }
    }

    /// 2 for the first that corrects another.
    package let edition: Int
    /// In the words of who made it.
    package let reason: String
    /// Every number that is another now, or is shown or hidden otherwise.
    package let changes: [Change]
    /// How many numbers the tables have, now or before.
    package let numbers: Int

    package init(edition: Int, reason: String, changes: [Change], numbers: Int) {
        self.edition = edition
        self.reason = reason
        self.changes = changes
        self.numbers = numbers
    }

    /// How many counts are others by fewer than so many: who has both editions knows how many they are.
    package func few(below threshold: Int) -> Int {
        changes.count { change in
            guard change.unit == .persons || change.unit == .decisions, change.isExact, let before = change.before,
                let now = change.now
            else { return false }
            return before != now && (now - before).magnitude < Double(threshold)
        }
    }

    /// How many have another value, are shown that were not, and are not that were.
    package var counts: (changed: Int, shown: Int, hidden: Int) {
        (
            changes.count { $0.before != nil && $0.now != nil }, changes.count { $0.before == nil && $0.now != nil },
            changes.count { $0.now == nil }
        )
    }
}

/// What a corrected edition says on page one, before anything else.
struct CorrectionNotice: Scoped {
    let scope: ReportScope
    let correction: CorrectedEdition
    /// The board whose page it is; nil on the municipality's.
    let board: String?

    var blocks: [Block] {
        let edition = "\(correction.edition)"
        let before = "\(correction.edition - 1)"
        let notice = phrase(
            sv: """
                Rättad rapport. Det här är utgåva \(edition). Den ersätter utgåva \(before), som inte längre gäller. Orsak: \
                \(reason)
                """,
            en: """
                Corrected report. This is edition \(edition). It takes the place of edition \(before), which is no longer \
                valid. Reason: \(reason)
                """)
        let lines = headlines.map { line(said($0.main.name), $0.change, $0.main.form) }
        let list: [Block] = lines.isEmpty ? [] : [.paragraph(changed), .list(lines)]
        return [.note(Note(.caution, notice))] + list + [.paragraph(others(than: lines.count))]
    }

    private var reason: String {
        let isSentence = correction.reason.last.map { ".!?".contains($0) } ?? false
        return isSentence ? correction.reason : correction.reason + "."
    }

    private var changed: RichText {
        phrase(sv: "Det här har ändrats av huvudtalen:", en: "These of the main numbers have changed:")
    }

    /// The main numbers of the page that are others now.
    var headlines: [(main: MainMeasure, change: CorrectedEdition.Change)] {
        MainMeasure.all.compactMap { main in
            let question = board == nil ? scope.ask(main.measure) : scope.ask(main.measure, by: .district)
            let codes = ["\(year)"] + (board.map { [$0] } ?? [])
            let change = correction.changes.first { change in
                change.question == question && change.codes == codes && change.before != change.now
            }
            return change.map { (main, $0) }
        }
    }

    private func line(_ name: String, _ change: CorrectedEdition.Change, _ form: NumberForm) -> RichText {
        // The page has the exact number, which a rounded table does not tell.
        if !change.isExact { return phrase(sv: "\(name): har ändrats", en: "\(name): has changed") }
        return switch (change.before, change.now) {
        case (let before?, let now?):
            text(
                sv: "\(name): \(number: now, form) (tidigare \(number: before, form))",
                en: "\(name): \(number: now, form) (before: \(number: before, form))")
        case (nil, let now?):
            text(
                sv: "\(name): \(number: now, form) (visades inte tidigare)",
                en: "\(name): \(number: now, form) (not shown before)")
        case (let before?, nil):
            text(
                sv: "\(name): visas inte längre (tidigare \(number: before, form))",
                en: "\(name): no longer shown (before: \(number: before, form))")
        case (nil, nil): text(sv: "\(name): visas inte", en: "\(name): not shown")
        }
    }

    /// How much more is another: of the whole report.
    private func others(than headlines: Int) -> RichText {
        if board != nil {
            return headlines == 0
                ? phrase(
                    sv: "Inget av huvudtalen på den här sidan har ändrats. Hela uppföljningen säger vad som har det.",
                    en: "None of the main numbers on this page has changed. The whole follow-up says what has.")
                : phrase(
                    sv: "Hela uppföljningen säger vad mer som har ändrats.",
                    en: "The whole follow-up says what more has changed.")
        }
        let counts = correction.counts
        let opening =
            headlines == 0
            ? said(sv: "Inget av huvudtalen har ändrats. ", en: "None of the main numbers has changed. ") : ""
        let all = correction.numbers
        return text(
            sv: """
                \(opening)Av tabellernas \(count: all) tal har \(count: counts.changed) ett annat värde än i utgåva \
                \("\(correction.edition - 1)"). \(count: counts.shown) visas som inte visades då, och \(count: counts.hidden) \
                visas inte längre.
                """,
            en: """
                \(opening)Of the \(count: all) numbers of the tables \(count: counts.changed) have another value than in \
                edition \("\(correction.edition - 1)"). \(count: counts.shown) are shown that were not, and \
                \(count: counts.hidden) are no longer shown.
                """)
    }
}
