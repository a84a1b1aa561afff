// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms
import Yams

/// The `design:` of a codebook on its way to a frame: who could be asked, who was, and how weights are made.
struct CodebookDesign {
    let items: [SurveyItem]

    private enum Rule: String, CaseIterable {
        case strata, classes, raking, given
    }

    private static let counts = ["population", "sent", "undeliverable"]
    private static let most = 0...100_000_000

    func frame(_ block: SettingsBlock) throws(ProjectError) -> SurveyFrame {
        try block.allow(Self.counts + ["by", "strata", "nonresponse", "margins"])
        let strata = try strata(block)
        let by = try block.text("by") ?? "stratum"
        guard ["district", "stratum"].contains(by) else {
            throw block.badChoice("by", by, allowed: ["district", "stratum"], at: block["by"]!)
        }
        return SurveyFrame(strata: strata, strataAreDistricts: by == "district", rule: try rule(block))
    }

    /// The strata; counts of the whole frame are one stratum without a name.
    private func strata(_ block: SettingsBlock) throws(ProjectError) -> [SurveyFrame.Stratum] {
        guard let blocks = try block.blocks("strata") else {
            guard Self.counts.contains(where: { block[$0] != nil }) else { return [] }
            return [try stratum(block, name: "")]
        }
        for key in Self.counts where block[key] != nil { throw block.error(.totalsBesideStrata(key), of: key) }
        var strata: [SurveyFrame.Stratum] = []
        for entry in blocks {
            try entry.allow(["name"] + Self.counts)
            guard let name = try entry.text("name") else { throw entry.missing("name") }
            guard !strata.contains(where: { AnswerSpellings.key($0.name) == AnswerSpellings.key(name) }) else {
                throw entry.error(.stratumTwice(name), of: "name")
            }
            strata.append(try stratum(entry, name: name))
        }
        return strata
    }

    /// Where each stratum is counted.
    func lines(_ block: SettingsBlock) throws(ProjectError) -> [String: Int] {
        func line(_ block: SettingsBlock) -> Int? {
            Self.counts.lazy.compactMap { block[$0]?.mark?.line }.first ?? block.line
        }
        guard let blocks = try block.blocks("strata") else { return line(block).map { ["": $0] } ?? [:] }
        var lines: [String: Int] = [:]
        for entry in blocks {
            if let name = try entry.text("name") { lines[name] = line(entry) }
        }
        return lines
    }

    private func stratum(_ block: SettingsBlock, name: String) throws(ProjectError) -> SurveyFrame.Stratum {
        let population = try block.wholeNumber("population", in: Self.most)
        let sent = try block.wholeNumber("sent", in: Self.most)
        let undeliverable = try block.wholeNumber("undeliverable", in: Self.most) ?? 0
        if population == 0 { throw block.error(.nobodyThere(stratum: name), of: "population") }
        if let population, let sent, sent > population {
            throw block.error(.moreThan("sent", stratum: name, limit: "population"), of: "sent")
        }
        if let limit = sent ?? population, undeliverable > limit {
            throw block.error(
                .moreThan("undeliverable", stratum: name, limit: sent == nil ? "population" : "sent"),
                of: "undeliverable")
        }
        return SurveyFrame.Stratum(name: name, population: population, sent: sent, undeliverable: undeliverable)
    }

    private func rule(_ block: SettingsBlock) throws(ProjectError) -> SurveyFrame.NonresponseRule {
        let rule: Rule = try block.choice("nonresponse") ?? .strata
        let margins = try margins(block)
        switch rule {
        case .strata, .given:
            guard margins.isEmpty else { throw block.error(.marginsNotWanted(rule: rule.rawValue), of: "margins") }
            return rule == .strata ? .strata : .given
        case .classes:
            guard let margin = margins.first else {
                throw block.error(.marginsWanted(rule: rule.rawValue), of: "nonresponse")
            }
            guard margins.count == 1 else { throw block.error(.oneMarginWanted, of: "margins") }
            return .classes(margin)
        case .raking:
            guard !margins.isEmpty else { throw block.error(.marginsWanted(rule: rule.rawValue), of: "nonresponse") }
            return .raking(margins)
        }
    }

    private func margins(_ block: SettingsBlock) throws(ProjectError) -> [SurveyFrame.Margin] {
        var margins: [SurveyFrame.Margin] = []
        for entry in try block.blocks("margins") ?? [] {
            try entry.allow(["item", "counts"])
            guard let name = try entry.text("item") else { throw entry.missing("item") }
            guard let item = items.first(where: { $0.name == name }) else {
                let nearest = NearestName.to(name, among: items.map(\.name))
                throw entry.error(.unknownItem(name, key: "margins", nearest: nearest), of: "item")
            }
            guard !item.categories.isEmpty else { throw entry.error(.categoriesMissing(item: name), of: "item") }
            guard !margins.contains(where: { $0.item == name }) else {
                throw entry.error(.nameTwice(name), of: "item")
            }
            let margin = SurveyFrame.Margin(item: name, counts: try counts(entry, item))
            if let first = margins.first {
                let (one, other) = (Self.total(first), Self.total(margin))
                guard one == other else {
                    throw entry.error(.marginsDiffer(first.item, one, name, other), of: "counts")
                }
            }
            margins.append(margin)
        }
        return margins
    }

    private func counts(
        _ entry: SettingsBlock, _ item: SurveyItem
    ) throws(ProjectError) -> [(code: String, count: Int)] {
        guard let block = try entry.block("counts") else { throw entry.missing("counts") }
        let codes = item.categories.map(\.code)
        for (code, node, _) in try block.entries() where !codes.contains(code) {
            throw block.error(CodebookField.unknownCategory(code, item.name, codes), at: node)
        }
        var counts: [(code: String, count: Int)] = []
        for code in codes {
            guard let count = try block.wholeNumber(code, in: Self.most) else {
                throw entry.error(.marginWithoutCategory(item: item.name, code: code), of: "counts")
            }
            counts.append((code, count))
        }
        return counts
    }

    private static func total(_ margin: SurveyFrame.Margin) -> Int { margin.counts.reduce(0) { $0 + $1.count } }
}
