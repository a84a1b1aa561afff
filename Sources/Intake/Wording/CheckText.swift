// SPDX-License-Identifier: EUPL-1.2
import CaseData
package import Terms

extension CheckReport {
    /// What a person reads: the files, then faults and remarks in groups, most frequent first. Ends with a line
    /// break. `limit` is the most groups of each that are told.
    package func text(in language: Language, limit: Int = 30) -> String {
        let style = NumberStyle(language)
        var lines = fileLines(style)
        for file in files where file.tally.kind == .survey && !file.ignoredColumns.isEmpty {
            let columns = file.ignoredColumns.joined(separator: "; ")
            lines.append(
                Phrase(
                    sv: "\(file.tally.file): finns inte i kodboken och läses inte: \(columns)",
                    en: "\(file.tally.file): not in the codebook and not read: \(columns)")[language])
        }
        lines += noteLines(style)
        lines += correctionLines(style)
        if !differences.isEmpty || !agreements.isEmpty {
            lines += [""] + agreements.words.map { $0[language] } + differences.map { $0.words(style)[language] }
        }
        lines += nearLimitLines(style)
        lines.append("")
        if setAside == 0 {
            lines.append(
                Phrase(
                    sv: "Alla \(style.count(rows)) rader behålls.", en: "All \(style.count(rows)) rows are kept."
                )[language])
        } else {
            lines.append(
                Phrase(
                    sv: "\(style.count(setAside)) av \(style.count(rows)) rader läggs åt sidan:",
                    en: "\(style.count(setAside)) of \(style.count(rows)) rows are set aside:")[language])
            let groups = FindingGroup.groups(faults.map { ($0.rule, $0.location, $0.found) })
            for group in groups.prefix(limit) {
                let fault = Fault(location: group.example.location, rule: group.rule, found: group.example.found)
                let help = NearestWords.question(nearest(to: fault), in: language) ?? group.rule.remedy[language]
                lines += Self.lines(of: group, group.rule.problem[language], help: help, style)
            }
            lines += Self.more(groups.count - limit, style)
        }
        if !remarks.isEmpty {
            lines.append("")
            let isOne = remarks.count == 1
            lines.append(
                Phrase(
                    sv: "\(style.count(remarks.count)) \(isOne ? "anmärkning" : "anmärkningar") på rader som behålls:",
                    en: "\(style.count(remarks.count)) \(isOne ? "remark" : "remarks") on rows that are kept:")[
                        language])
            let groups = FindingGroup.groups(remarks.map { ($0.rule, $0.location, $0.found) })
            for group in groups.prefix(limit) {
                lines += Self.lines(of: group, group.rule.problem[language], help: nil, style)
            }
            lines += Self.more(groups.count - limit, style)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What is worth saying of files as wholes: how they were read, what of them is not read, and what they are without.
    private func noteLines(_ style: NumberStyle) -> [String] {
        var lines: [String] = []
        for file in files {
            var notes = file.notes.map { $0.words[style.language] }
            if let words = Self.passedOver(file.tally.passedOver, style) { notes.append(words) }
            notes += file.basis?.words(style).map { $0[style.language] } ?? []
            let unread = file.tally.kind == .survey ? [] : file.unread
            if !unread.isEmpty {
                let columns = unread.joined(separator: "; ")
                notes.append(Phrase(sv: "läses inte: \(columns)", en: "not read: \(columns)")[style.language])
            }
            lines += notes.map { "\(file.tally.file): \($0)" }
        }
        return lines.isEmpty ? [] : [""] + lines
    }

    /// Of each file how many cells are read as `rattelser.csv` says, and each with who says so.
    private func correctionLines(_ style: NumberStyle) -> [String] {
        var lines: [String] = []
        for file in files where !file.corrections.isEmpty {
            let count = file.corrections.count
            lines.append(
                Phrase(
                    sv: "\(file.tally.file): \(style.count(count)) \(count == 1 ? "rättelse" : "rättelser") ur "
                        + "\(Corrections.fileName)",
                    en: "\(file.tally.file): \(style.count(count)) \(count == 1 ? "correction" : "corrections") of "
                        + "\(Corrections.fileName)")[style.language])
            lines += file.corrections.map { "  " + $0.words[style.language] }
        }
        return lines.isEmpty ? [] : [""] + lines
    }

    /// `passerade: 3 rader ovanför rubriken, 2 summor`; nil when every record was a row.
    private static func passedOver(_ counts: [PassedOver: Int], _ style: NumberStyle) -> String? {
        let parts = PassedOver.allCases.compactMap { what in
            counts[what].map { "\(style.count($0)) \(what.words(isOne: $0 == 1)[style.language])" }
        }
        guard !parts.isEmpty else { return nil }
        let list = parts.joined(separator: ", ")
        return Phrase(sv: "räknas inte som rader: \(list)", en: "not counted as rows: \(list)")[style.language]
    }

    private func fileLines(_ style: NumberStyle) -> [String] {
        let words = [
            Phrase(sv: "fil", en: "file"), Phrase(sv: "innehåll", en: "kind"), Phrase(sv: "rader", en: "rows"),
            Phrase(sv: "behålls", en: "kept"), Phrase(sv: "åt sidan", en: "set aside"),
            Phrase(sv: "anmärkningar", en: "remarks"),
        ]
        var cells = [words.map { $0[style.language] }]
        for file in files {
            let tally = file.tally
            cells.append(
                [tally.file, tally.kind.words[style.language]]
                    + [tally.rows, tally.kept, tally.setAside, tally.remarks].map { style.count($0) })
        }
        let widths = words.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        return cells.map { row in
            let padded = row.enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: widths[column] - cell.count)
                return column < 2 ? cell + blanks : blanks + cell
            }
            return padded.joined(separator: "  ")
        }
    }

    private static let placesShown = 4
    private static let linesShown = 5
    private static let indent = String(repeating: " ", count: 10)

    /// `     3  okänd stadsdelsnämnd: ”Forsta”`, what to do, and where.
    private static func lines<Rule>(
        of group: FindingGroup<Rule>, _ problem: String, help: String?, _ style: NumberStyle
    ) -> [String] {
        let language = style.language
        let count = style.count(group.count)
        let shape = group.found == .empty ? "" : group.found?.words.map { ": \($0[language])" } ?? ""
        var lines = [String(repeating: " ", count: max(0, 8 - count.count)) + count + "  " + problem + shape]
        if let help { lines.append(indent + help) }
        for place in group.places.prefix(placesShown) {
            let isOne = place.lines.count == 1
            let word = isOne ? Phrase(sv: "rad", en: "line") : Phrase(sv: "raderna", en: "lines")
            let shown = place.lines.prefix(linesShown).map { "\($0)" }.joined(separator: ", ")
            let rest = place.lines.count > linesShown ? " …" : ""
            let column = place.column.map { Phrase(sv: ", kolumnen \($0)", en: ", column \($0)")[language] } ?? ""
            lines.append("\(indent)\(place.file), \(word[language]) \(shown)\(rest)\(column)")
        }
        let more = group.places.dropFirst(placesShown).reduce(0) { $0 + $1.lines.count }
        if more > 0 {
            let rest = style.count(more)
            let words = Phrase(sv: "… och \(rest) till på andra ställen", en: "… and \(rest) more in other places")
            lines.append(indent + words[language])
        }
        return lines
    }

    private static func more(_ count: Int, _ style: NumberStyle) -> [String] {
        guard count > 0 else { return [] }
        return [
            Phrase(
                sv: "          … och \(style.count(count)) slag till; alla skrivs med --output FIL.csv",
                en: "          … and \(style.count(count)) kinds more; --output FILE.csv writes them all")[
                    style.language]
        ]
    }
}

extension AppliedCorrection {
    /// `rad 7, kolumnen Timmar: ”12” (A. Berg, 2026-03-01)`.
    fileprivate var words: Phrase {
        let made = Phrase(
            sv: "rad \(line), kolumnen \(column)\(value.map { ": ”\($0)”" } ?? "") (\(who), \(when))",
            en: "line \(line), column \(column)\(value.map { ": “\($0)”" } ?? "") (\(who), \(when))")
        guard !isRead else { return made }
        return made
            + Phrase(
                sv: ": kolumnen läses inte, så rättelsen ändrar inget",
                en: ": the column is not read, so the correction changes nothing")
    }
}

extension FileIntake {
    /// Headers that are not read and of which no note says so.
    var unread: [String] {
        let noted = notes.compactMap { note in
            if case .columnUnread(let header, _) = note { header } else { nil }
        }
        return ignoredColumns.filter { !noted.contains($0) }
    }
}

extension PassedOver {
    /// What so many such records are.
    func words(isOne: Bool) -> Phrase {
        switch self {
        case .title:
            isOne
                ? Phrase(sv: "rad ovanför rubriken", en: "line above the header")
                : Phrase(sv: "rader ovanför rubriken", en: "lines above the header")
        case .header:
            isOne
                ? Phrase(sv: "upprepad rubrik", en: "repeated header")
                : Phrase(sv: "upprepade rubriker", en: "repeated headers")
        case .blank: isOne ? Phrase(sv: "tom rad", en: "blank row") : Phrase(sv: "tomma rader", en: "blank rows")
        case .sum: isOne ? Phrase(sv: "summa", en: "sum") : Phrase(sv: "summor", en: "sums")
        case .text:
            isOne
                ? Phrase(sv: "rad med bara text", en: "line of text")
                : Phrase(sv: "rader med bara text", en: "lines of text")
        case .deleted:
            isOne
                ? Phrase(sv: "rad som är borttagen i systemet", en: "row deleted in the system")
                : Phrase(sv: "rader som är borttagna i systemet", en: "rows deleted in the system")
        case .trial:
            isOne ? Phrase(sv: "provsvar", en: "trial answer") : Phrase(sv: "provsvar", en: "trial answers")
        }
    }
}

extension CheckReport {
    /// Days before the limit from which a decision is told of.
    package static let daysBeforeLimit = 30
    /// How many of them a text lists.
    private static let mostNearLimit = 20

    /// The reminder of decisions that pass the law's limit soon: internal, as all that `check` says.
    private func nearLimitLines(_ style: NumberStyle) -> [String] {
        guard let nearLimit, !nearLimit.decisions.isEmpty else { return [] }
        let decisions = nearLimit.decisions
        let head = Phrase(
            sv: """
                \(style.count(decisions.count)) beslut har inte påbörjats och passerar tre månader inom \(Self.daysBeforeLimit) \
                dagar från \(nearLimit.day), den sista dagen med utförd tid (internt):
                """,
            en: """
                \(style.count(decisions.count)) decisions have not begun and pass three months within \(Self.daysBeforeLimit) \
                days of \(nearLimit.day), the last day of performed time (internal):
                """)
        func line(_ decision: DecisionNearLimit) -> String {
            let name = decision.localID ?? "–"
            return "  "
                + Phrase(
                    sv: "\(decision.limit): beslut \(name), fattat \(decision.from)",
                    en: "\(decision.limit): decision \(name), made \(decision.from)")[style.language]
        }
        let rest = decisions.count - Self.mostNearLimit
        return ["", head[style.language]] + decisions.prefix(Self.mostNearLimit).map(line)
            + (rest > 0
                ? [
                    "  "
                        + Phrase(sv: "och \(style.count(rest)) till", en: "and \(style.count(rest)) more")[
                            style.language]
                ] : [])
    }
}
