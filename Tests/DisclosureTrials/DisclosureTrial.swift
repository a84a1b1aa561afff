// SPDX-License-Identifier: EUPL-1.2
package import CaseData
import Disclosure
import Measures

/// One random release, protected and then attacked.
package struct DisclosureTrial {
    package let breakdowns: Int
    package let tables: Int
    package let cells: Int
    package let hidden: Int
    /// Cells that the primary rules hide, whatever stands beside them.
    package let alone: Int
    /// What the attack had, in words for a developer.
    package let leaks: [String]
    /// Whether its tables tell everything that the finest groups could tell.
    package let tellsEverything: Bool

    /// The same seed, the same release. The gate is given the tables alone where they tell everything, as those of a
    /// report do, else the finest groups too; or one of the two always. Where some have both laws, the tables alone.
    package init(
        seed: UInt64, lawsOverlap: Bool = false, givesGroups: Bool? = nil,
        settings: DisclosureSettings = DisclosureSettings()
    ) {
        let random = RandomRelease(seed: seed, lawsOverlap: lawsOverlap)
        tellsEverything = Breakdowns(random.tables.map(\.question)).tellEverything
        let givesGroups = givesGroups ?? (!tellsEverything && !lawsOverlap)
        let policy = ReleasePolicy(settings, division: random.division)
        let (release, record) = policy.recordedRelease(random.tables, inner: givesGroups ? random.inner : [])
        let attack = GroupAttack(release.tables, of: random)
        breakdowns = random.dimensions.count
        tables = random.tables.count
        cells = release.cells
        hidden = release.hidden
        alone = record.entries.count { !$0.rules.isEmpty }
        let follows = attack.spanned().map { "follows from what is shown: " + attack.name($0) }
        // There are no tables of the finest groups by law to give, where some are in two.
        let isNarrow = lawsOverlap && !tellsEverything ? [] : attack.narrowed(pPercent: settings.pPercent)
        leaks = follows + isNarrow.map { "can be narrowed: " + attack.name($0) }
    }
}

/// How much many releases hid, by the number of their breakdowns.
package struct TrialSummary {
    private struct Line {
        var releases = 0
        var cells = 0
        var alone = 0
        var hidden = 0
        var leaks = 0
    }

    private var lines: [Int: Line] = [:]

    package init() {}

    package var leaks: Int { lines.values.reduce(0) { $0 + $1.leaks } }

    package mutating func add(_ trial: DisclosureTrial) {
        var line = lines[trial.breakdowns] ?? Line()
        line.releases += 1
        line.cells += trial.cells
        line.alone += trial.alone
        line.hidden += trial.hidden
        line.leaks += trial.leaks.count
        lines[trial.breakdowns] = line
    }

    /// In Markdown, with Swedish headings.
    package var table: String {
        var text = """
            | indelningar | rapporter | tal | dolda för sin egen skull | dolda för andras | gick att ringa in |
            |--:|--:|--:|--:|--:|--:|

            """
        for (breakdowns, line) in lines.sorted(by: { $0.key < $1.key }) {
            text += "| \(breakdowns) | \(line.releases) | \(line.cells) | \(line.alone) "
            text += "| \(line.hidden - line.alone) | \(line.leaks) |\n"
        }
        return String(text.dropLast())
    }
}
