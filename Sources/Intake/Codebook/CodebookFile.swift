// SPDX-License-Identifier: EUPL-1.2
package import CaseData
import Terms
import Yams

/// The text of a codebook on its way to a `Codebook`.
struct CodebookFile {
    let root: SettingsBlock
    /// Lists of answers that several fields share, by name.
    let scales: [(name: String, list: Node)]
    /// Answers of no category, for every field.
    let missing: [(spelling: String, meaning: MissingAnswer)]

    private static let keys = [
        "title", "group", "wave", "platform", "panel", "columns", "design", "designs", "missing", "missingValues",
        "scales",
        "batteries", "fields", "form",
    ]
    /// Keys of Table Schema that say nothing here.
    private static let passedOver = ["$schema", "name", "description", "primaryKey", "foreignKeys"]

    init(path: String, bytes: [UInt8]) throws(ProjectError) {
        root = try YAMLDocument.root(path: path, bytes: bytes)
        try root.allow(Self.keys + Self.passedOver)
        missing = try Self.missing(in: root)
        scales = try root.block("scales")?.entries().map { ($0.key, $0.value) } ?? []
    }

    func codebook() throws(ProjectError) -> Codebook {
        guard let blocks = try root.blocks("fields"), !blocks.isEmpty else {
            throw root.error(.noFields, of: "fields")
        }
        let batteries = try batteries()
        let names = Set(batteries.map(\.name))
        var items: [CodebookItem] = []
        var places: [String: Int] = [:]
        for block in blocks {
            let item = try CodebookField(
                block: block, file: self, batteries: names, earlier: items, places: places
            ).item()
            places[item.item.name] = items.count
            items.append(item)
        }
        try checkHeaders(of: items, blocks)
        // What is asked for is left out of the questions, and told wherever the codebook is used.
        func isAsked(_ item: CodebookItem) -> Bool { item.separator?.hasPrefix(CodebookField.asked) ?? false }
        let open = zip(items, blocks).filter { isAsked($0.0) }.map { item, block in
            Codebook.OpenQuestion(item: item, line: block["separator"]?.mark?.line)
        }
        items.removeAll(where: isAsked)
        for item in items {
            guard let filter = item.item.notAskedIf?.item,
                let asked = open.first(where: { $0.item.item.name == filter })
            else { continue }
            throw ProjectError(.codebook(asked.fault), file: root.file, line: asked.line)
        }
        let design = CodebookDesign(items: items.map(\.item))
        let form = try root.block("form")
        try form?.allow(["intro", "easy"])
        return Codebook(
            title: try root.phrase("title") ?? Phrase(sv: "", en: ""), group: try group(),
            platform: try root.choice("platform", also: Self.platforms), isPanel: try root.flag("panel"), items: items,
            batteries: batteries, columns: try columns(), design: try root.block("design").map(design.frame),
            strataLines: try strataLines(design),
            designs: try designs(design), wave: try root.text("wave"), open: open, intro: try form?.phrase("intro"),
            easyIntro: try form?.phrase("easy"))
    }

    private static let platforms: [String: SurveyPlatform] = [
        "forms": .microsoftForms, "ms-forms": .microsoftForms, "microsoft forms": .microsoftForms,
        "lime-survey": .limeSurvey, "survey-monkey": .surveyMonkey, "google": .googleForms,
        "google forms": .googleForms,
    ]

    private func group() throws(ProjectError) -> RespondentGroup? {
        guard case .mapping? = root["group"] else {
            return try root.text("group").map { RespondentGroup(named: $0) }
        }
        guard let block = try root.block("group") else { return nil }
        try block.allow(["name", "label"])
        guard let name = try block.text("name") else { throw block.missing("name") }
        var group = RespondentGroup(named: name)
        if let label = try block.phrase("label") { group.label = label }
        return group
    }

    private func batteries() throws(ProjectError) -> [Codebook.Battery] {
        var batteries: [Codebook.Battery] = []
        for block in try root.blocks("batteries") ?? [] {
            try block.allow(["name", "question", "title"])
            guard let name = try block.text("name") else { throw block.missing("name") }
            guard !batteries.contains(where: { $0.name == name }) else {
                throw block.error(.nameTwice(name), of: "name")
            }
            var question = try block.phrase("question")
            if question == nil { question = try block.phrase("title") }
            batteries.append(Codebook.Battery(name: name, question: question ?? Phrase(sv: name, en: name)))
        }
        return batteries
    }

    private func columns() throws(ProjectError) -> [SurveyColumn: String] {
        guard let block = try root.block("columns") else { return [:] }
        try block.allow(SurveyColumn.allCases.map(\.rawValue))
        var columns: [SurveyColumn: String] = [:]
        for column in SurveyColumn.allCases {
            guard let header = try block.text(column.rawValue) else { continue }
            let isTaken = columns.contains {
                AnswerSpellings.key($0.value) == AnswerSpellings.key(header)
                    && Set([$0.key, column]) != [.date, .complete]
            }
            guard !isTaken else { throw block.error(.columnTwice(header), of: column.rawValue) }
            columns[column] = header
        }
        return columns
    }

    private func strataLines(_ design: CodebookDesign) throws(ProjectError) -> [String: [String: Int]] {
        var lines: [String: [String: Int]] = [:]
        if let block = try root.block("design") { lines[""] = try design.lines(block) }
        for entry in try root.block("designs")?.entries() ?? [] {
            lines[entry.key] = try design.lines(SettingsBlock(entry.value, name: entry.key, file: root.file))
        }
        return lines
    }

    private func designs(_ design: CodebookDesign) throws(ProjectError) -> [String: SurveyFrame] {
        guard let block = try root.block("designs") else { return [:] }
        var frames: [String: SurveyFrame] = [:]
        for entry in try block.entries() {
            frames[entry.key] = try design.frame(SettingsBlock(entry.value, name: entry.key, file: block.file))
        }
        return frames
    }

    /// The same header for two items; background items may share theirs with a column that is no question.
    private func checkHeaders(of items: [CodebookItem], _ blocks: [SettingsBlock]) throws(ProjectError) {
        var owners: [String: String] = [:]
        for (item, block) in zip(items, blocks) {
            for header in item.headers {
                if let other = owners.updateValue(item.item.name, forKey: AnswerSpellings.key(header)) {
                    throw block.error(.headerTwice(header, items: [other, item.item.name]), of: "header")
                }
            }
        }
    }

    /// `missing:` by kind, and `missingValues` of Table Schema, which are answers left empty.
    static func missing(
        in block: SettingsBlock
    ) throws(ProjectError) -> [(spelling: String, meaning: MissingAnswer)] {
        var found: [(spelling: String, meaning: MissingAnswer)] = []
        if let kinds = try block.block("missing") {
            try kinds.allow(MissingAnswer.allCases.map(\.word))
            for kind in MissingAnswer.allCases {
                for word in try kinds.texts(kind.word) { found.append((word, kind)) }
            }
        }
        for node in block.nodes("missingValues") {
            if case .mapping = node {
                let value = try SettingsBlock(node, name: "missingValues", file: block.file)
                try value.allow(["value", "label"])
                for key in ["value", "label"] {
                    if let text = try value.text(key) { found.append((text, .noAnswer)) }
                }
            } else if let scalar = node.scalar, !scalar.string.isEmpty {
                found.append((scalar.string, .noAnswer))
            }
        }
        return found
    }
}

extension Codebook {
    /// Reads a codebook. Throws the first thing that is wrong, with its line.
    package static func read(_ path: String) throws(ProjectError) -> Codebook {
        do {
            return try Codebook(bytes: try SmallFile.read(path), path: path)
        } catch let error as ProjectError {
            throw error
        } catch let trouble as FileTrouble {
            throw ProjectError(.unreadable(trouble), file: path, line: nil)
        } catch {
            preconditionFailure("a codebook fails in its file or in its text")
        }
    }

    /// Reads the text of a codebook; `path` is what messages call it.
    package init(bytes: [UInt8], path: String) throws(ProjectError) {
        self = try CodebookFile(path: path, bytes: bytes).codebook()
    }
}

extension MissingAnswer {
    /// The kind's name in codebooks.
    package var word: String {
        switch self {
        case .notAsked: "not_asked"
        case .noAnswer: "no_answer"
        case .doNotKnow: "do_not_know"
        case .declines: "declines"
        }
    }
}

extension RespondentGroup {
    /// A group by its code or its Swedish name; any other name is a group of the project's own.
    package init(named name: String) {
        switch AnswerSpellings.key(name) {
        case "users", "user", "brukare", "medborgare": self = .users
        case "providers", "provider", "utförare": self = .providers
        case "case-officers", "caseofficers", "case-officer", "handläggare", "biståndshandläggare", "beställare":
            self = .caseOfficers
        default: self.init(code: name, label: Phrase(sv: name, en: name))
        }
    }
}
