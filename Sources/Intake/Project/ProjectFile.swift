// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// The text of a `ledsaga.yaml` on its way to a `Project`.
struct ProjectFile {
    let path: String
    let folder: String
    private let root: SettingsBlock

    static let keys = [
        "municipality", "language", "services", "sources", "flexible_use", "pro_rating", "hour_classes", "age_groups",
        "disclosure",
    ]

    init(path: String, folder: String, bytes: [UInt8]) throws(ProjectError) {
        self.path = path
        self.folder = folder
        self.root = try YAMLDocument.root(path: path, bytes: bytes)
    }

    func project() throws(ProjectError) -> Project {
        try root.allow(Self.keys)
        var project = Project(folder: folder)
        project.municipality = try root.text("municipality") ?? ""
        project.language = try root.choice("language") ?? .swedish
        if root["services"] != nil { project.services = try services() }
        project.measures = try measures()
        project.disclosure = try disclosure()
        if let blocks = try root.blocks("sources") {
            guard !blocks.isEmpty else { throw root.error(.missingKey("kind", inside: "sources"), at: root["sources"]) }
            project.sources = try SourceList(folder: folder, file: path).sources(blocks)
            project.notes = SourceList.unread(project, in: folder)
        } else {
            let inferred = try InferredSources(in: folder)
            guard !inferred.sources.isEmpty else {
                throw ProjectError(.noExports(LooseTables(in: folder)), file: path, line: nil)
            }
            project.sources = inferred.sources
            project.notes = inferred.notes
        }
        return project
    }

    private func services() throws(ProjectError) -> [ServiceEntry] {
        guard let block = try root.block("services") else { return [] }
        var services: [ServiceEntry] = []
        var claimed: [String: String] = [:]
        for entry in try block.entries() {
            let service = try SettingsBlock(entry.value, name: entry.key, file: path)
            try service.allow(["law", "aliases"])
            guard let law: Law = try service.choice("law") else { throw service.missing("law") }
            let aliases = try service.texts("aliases")
            for name in Set([entry.key] + aliases).map({ NearestName.folded($0) }) {
                if let other = claimed.updateValue(entry.key, forKey: name), other != entry.key {
                    throw ProjectError(.aliasTwice(name, services: [other, entry.key]), file: path, line: entry.line)
                }
            }
            services.append(ServiceEntry(name: entry.key, law: law, aliases: aliases))
        }
        guard !services.isEmpty else { throw block.missing("law") }
        return services
    }

    private func measures() throws(ProjectError) -> MeasureSettings {
        var settings = MeasureSettings()
        if let block = try root.block("flexible_use") {
            try block.allow(["definition", "denominator", "anchor", "period_months", "tolerance_hours"])
            settings.definition = try block.choice("definition") ?? settings.definition
            settings.denominator = try block.choice("denominator") ?? settings.denominator
            settings.anchor = try block.choice("anchor") ?? settings.anchor
            if let months = try block.wholeNumber("period_months", in: 1...12) {
                guard 12 % months == 0 else {
                    throw block.badChoice(
                        "period_months", "\(months)", allowed: ["1", "2", "3", "4", "6", "12"],
                        at: block["period_months"]!)
                }
                settings.periodMonths = months
            }
            if let hours = try block.number("tolerance_hours", in: 0...24) { settings.tolerance = Hours(hours) }
        }
        settings.proRating = try root.choice("pro_rating") ?? settings.proRating
        settings.hourClasses = try root.ascending("hour_classes", from: 1...744) ?? settings.hourClasses
        settings.ageGroups = try root.ascending("age_groups", from: 0...0) ?? settings.ageGroups
        return settings
    }

    private func disclosure() throws(ProjectError) -> DisclosureSettings {
        var settings = DisclosureSettings()
        guard let block = try root.block("disclosure") else { return settings }
        try block.allow(["threshold", "p_percent", "minimum_base", "protection", "method", "rounding_base"])
        settings.method = try block.choice("method") ?? settings.method
        settings.protection = try block.wholeNumber("protection", in: 1...10) ?? settings.protection
        if let base = try block.wholeNumber("rounding_base", in: 3...5) {
            guard base != 4 else {
                throw block.badChoice("rounding_base", "4", allowed: ["3", "5"], at: block["rounding_base"]!)
            }
            settings.roundingBase = base
        }
        settings.threshold = try block.wholeNumber("threshold", in: 4...10) ?? settings.threshold
        settings.pPercent = try block.number("p_percent", in: DisclosureSettings.percents) ?? settings.pPercent
        // Below the threshold the base would be shown of groups whose count is hidden.
        let base = try block.wholeNumber("minimum_base", in: settings.threshold...1000)
        settings.minimumBase = base ?? max(settings.minimumBase, settings.threshold)
        return settings
    }
}
