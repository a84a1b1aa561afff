// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms
import Yams

/// The answers of one field: those that are categories, those that are kinds of missing, and all their spellings.
struct CodebookCategories {
    private(set) var categories: [SurveyItem.Category] = []
    private(set) var options: [CodebookItem.Option] = []
    private(set) var spellings = AnswerSpellings()
    /// The category of an answer in the respondent's own words.
    private(set) var other: Int?
    private var scores: [Double?] = []

    private let item: String
    private let kind: SurveyItem.Kind

    init(block: SettingsBlock, file: CodebookFile, item: String, kind: SurveyItem.Kind) throws(ProjectError) {
        self.item = item
        self.kind = kind
        let nodes = try Self.nodes(block, file)
        let wantsCategories = kind == .single || kind == .multiple || kind == .scale
        guard wantsCategories || nodes.isEmpty else {
            throw block.error(.categoriesNotWanted(item: item, type: kind.rawValue), of: "categories")
        }
        for node in nodes { try add(node, block) }
        guard !wantsCategories || !categories.isEmpty else {
            throw block.error(.categoriesMissing(item: item), of: "categories")
        }
        try settleScores(block)
        for (spelling, meaning) in try CodebookFile.missing(in: block) + file.missing {
            spellings.addIfFree(spelling, .missing(meaning))
        }
        for (words, meaning) in AnswerSpellings.common where kind != .text {
            for word in words { spellings.addIfFree(word, .missing(meaning)) }
        }
    }

    /// The list under `categories:`, or the one of `scales:` that it names.
    private static func nodes(_ block: SettingsBlock, _ file: CodebookFile) throws(ProjectError) -> [Node] {
        guard let node = block["categories"] else { return [] }
        var list = node
        if let name = node.scalar?.string {
            guard let scale = file.scales.first(where: { $0.name == name }) else {
                let nearest = NearestName.to(name, among: file.scales.map(\.name))
                throw block.error(.unknownScale(name, nearest: nearest), at: node)
            }
            list = scale.list
        }
        guard case .sequence(let sequence) = list else {
            throw block.error(
                .wrongType("categories", expected: .list, found: SettingsBlock.shape(of: list)), at: list)
        }
        return Array(sequence)
    }

    private mutating func add(_ node: Node, _ block: SettingsBlock) throws(ProjectError) {
        guard case .mapping = node else {
            let code = try block.text(node, of: "categories")
            return try add(code, Phrase(sv: code, en: code), nil, block, at: node)
        }
        let entry = try SettingsBlock(node, name: "categories", file: block.file)
        try entry.allow(["value", "label", "score", "also", "missing", "other", "easy"])
        guard let code = try entry.text("value") else { throw entry.missing("value") }
        try add(code, try entry.phrase("label") ?? Phrase(sv: code, en: code), entry, block, at: node)
    }

    private mutating func add(
        _ code: String, _ label: Phrase, _ entry: SettingsBlock?, _ block: SettingsBlock, at node: Node
    ) throws(ProjectError) {
        let missing = try Self.missing(entry)
        let meaning = missing.map(AnswerMeaning.missing) ?? .category(categories.count)
        guard !categories.contains(where: { $0.code == code }) else {
            throw block.error(.categoryTwice(code, item: item), at: node)
        }
        let easy = try entry?.phrase("easy")
        let also = try entry?.texts("also") ?? []
        let isOther = try entry?.flag("other") ?? false
        let written = [code, label.swedish, label.english] + [easy?.swedish, easy?.english].compactMap { $0 } + also
        for spelling in written {
            if let known = spellings.add(spelling, meaning) {
                let names = [name(of: known), code]
                throw block.error(.spellingTwice(spelling, item: item, answers: names), at: node)
            }
        }
        options.append(
            CodebookItem.Option(
                label: label, easyLabel: easy, meaning: meaning, isOther: isOther, spellings: written))
        guard missing == nil else { return }
        guard categories.count < 64 else { throw block.error(.tooManyCategories(item: item), at: node) }
        if isOther { other = categories.count }
        scores.append(try entry?.number("score", in: -1e6...1e6))
        categories.append(SurveyItem.Category(code: code, label: label))
    }

    private static func missing(_ entry: SettingsBlock?) throws(ProjectError) -> MissingAnswer? {
        guard let entry, let node = entry["missing"] else { return nil }
        let word = try entry.text(node, of: "missing")
        guard let kind = MissingAnswer.allCases.first(where: { $0.word == word }) else {
            throw entry.badChoice("missing", word, allowed: MissingAnswer.allCases.map(\.word), at: node)
        }
        return kind
    }

    private func name(of meaning: AnswerMeaning) -> String {
        switch meaning {
        case .category(let place): categories[place].code
        case .missing(let kind): kind.word
        }
    }

    /// Places on a scale: 1, 2, … unless the codebook gives all of them numbers, which must rise.
    private mutating func settleScores(_ block: SettingsBlock) throws(ProjectError) {
        let given = scores.compactMap { $0 }
        guard kind == .scale else {
            if !given.isEmpty { throw block.error(.directionWithoutScale(item: item), of: "categories") }
            return
        }
        guard given.isEmpty || given.count == scores.count && zip(given, given.dropFirst()).allSatisfy(<) else {
            throw block.error(.scoresNotRising(item: item), of: "categories")
        }
        for place in categories.indices {
            categories[place].score = given.isEmpty ? Double(place + 1) : given[place]
        }
    }
}
