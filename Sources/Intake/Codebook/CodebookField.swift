// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms
import Yams

/// One entry under `fields:` on its way to an item.
struct CodebookField {
    let block: SettingsBlock
    let file: CodebookFile
    let batteries: Set<String>
    /// The items before it.
    let earlier: [CodebookItem]
    /// Where each of them stands, by its name.
    let places: [String: Int]

    private static let keys = [
        "name", "question", "header", "type", "role", "categories", "right", "direction", "favourable", "unfavourable",
        "not_asked_if", "battery", "trait", "themes_of", "missing", "missingValues", "constraints", "optional", "easy",
        "in_form", "title", "description", "separator",
    ]
    /// Keys of Table Schema that say nothing here.
    private static let passedOver = ["format", "example", "categoriesOrdered", "rdfType"]

    func item() throws(ProjectError) -> CodebookItem {
        try block.allow(Self.keys + Self.passedOver)
        let name = try name()
        let kind = try kind()
        let question = try question(name)
        let answers = try CodebookCategories(block: block, file: file, item: name, kind: kind)
        let trait: SurveyItem.Trait? = try block.choice("trait")
        var item = SurveyItem(
            name: name, question: question, kind: kind, role: try role(trait), categories: answers.categories,
            battery: try battery(), notAskedIf: try filter(name), trait: trait, themesOf: try themes(name))
        try check(trait, of: item)
        item.range = try range()
        let scale = CodebookScale(block: block, item: item)
        item.favourable = try scale.favourable()
        item.unfavourable = try scale.unfavourable(item.favourable)
        try markRight(&item)
        return CodebookItem(
            item: item, headers: try block.texts("header"), easyQuestion: try block.phrase("easy"),
            isOptional: try block.flag("optional"), isInForm: try block.optionalFlag("in_form") ?? true,
            spellings: answers.spellings, options: answers.options, otherCategory: answers.other,
            separator: try separator(name, kind))
    }

    /// What stands before a separator that a codebook asks about.
    static let asked = "?"

    private func separator(_ name: String, _ kind: SurveyItem.Kind) throws(ProjectError) -> String? {
        guard let text = try block.text("separator") else { return nil }
        guard kind == .multiple else { throw block.error(.separatorNotWanted(item: name), of: "separator") }
        guard text.contains(where: { !$0.isLetter && !$0.isNumber }), text.count <= 5 else {
            throw block.error(.separatorNotASign(text, item: name), of: "separator")
        }
        return text
    }

    private func name() throws(ProjectError) -> String {
        guard let name = try block.text("name") else { throw block.missing("name") }
        let isUsable = name.allSatisfy { $0.isLetter || "0123456789-_".contains($0) }
        guard isUsable, name.count <= 60 else { throw block.error(.unusableName(name), of: "name") }
        guard Category.code(of: name) == name else { throw block.error(.reservedName(name), of: "name") }
        guard places[name] == nil else {
            throw block.error(.nameTwice(name), of: "name")
        }
        return name
    }

    /// Ledsaga's five kinds; the types of Table Schema stand for the kind that comes nearest.
    private func kind() throws(ProjectError) -> SurveyItem.Kind {
        guard let node = block["type"] else { return block["categories"] == nil ? .text : .single }
        switch try block.text(node, of: "type") {
        case "string":
            guard block["categories"] != nil else { return .text }
            return try block.flag("categoriesOrdered") ? .scale : .single
        case "integer": return block["categories"] == nil ? .number : .scale
        case "list", "array": return .multiple
        default: return try block.choice("type") ?? .text
        }
    }

    private func question(_ name: String) throws(ProjectError) -> Phrase {
        for key in ["question", "title", "description"] {
            if let phrase = try block.phrase(key) { return phrase }
        }
        return Phrase(sv: name, en: name)
    }

    private func role(_ trait: SurveyItem.Trait?) throws(ProjectError) -> SurveyItem.Role {
        if let role: SurveyItem.Role = try block.choice("role") { return role }
        if trait != nil { return .background }
        return block["right"] == nil ? .opinion : .knowledge
    }

    private func battery() throws(ProjectError) -> String? {
        guard let name = try block.text("battery") else { return nil }
        guard batteries.isEmpty || batteries.contains(name) else {
            throw block.error(
                .unknownBattery(name, nearest: NearestName.to(name, among: batteries.sorted())), of: "battery")
        }
        return name
    }

    /// The filter, whose question comes before: it was answered before this one was shown.
    private func filter(_ name: String) throws(ProjectError) -> SurveyItem.Filter? {
        guard let filter = try block.block("not_asked_if") else { return nil }
        try filter.allow(["item", "is"])
        guard let other = try filter.text("item") else { throw filter.missing("item") }
        guard let found = places[other].map({ earlier[$0].item }) else {
            let names = (try file.root.blocks("fields") ?? []).compactMap { try? $0.text("name") }
            if names.contains(other) {
                throw filter.error(.filterComesLater(item: name, filter: other), of: "item")
            }
            let nearest = NearestName.to(other, among: earlier.map(\.item.name))
            throw filter.error(.unknownItem(other, key: "not_asked_if", nearest: nearest), of: "item")
        }
        guard !found.categories.isEmpty else {
            throw filter.error(.filterWithoutCategories(item: name, filter: other), of: "item")
        }
        let nodes = filter.nodes("is")
        guard !nodes.isEmpty else { throw filter.missing("is") }
        let known = found.categories.map(\.code)
        var codes: [String] = []
        for node in nodes {
            let code = try filter.text(node, of: "is")
            guard known.contains(code) || MissingAnswer.allCases.contains(where: { $0.word == code }) else {
                throw filter.error(Self.unknownCategory(code, found.name, known), at: node)
            }
            codes.append(code)
        }
        return SurveyItem.Filter(item: other, codes: codes)
    }

    private func themes(_ name: String) throws(ProjectError) -> String? {
        guard let other = try block.text("themes_of") else { return nil }
        guard let found = places[other].map({ earlier[$0].item }) else {
            let nearest = NearestName.to(other, among: earlier.map(\.item.name))
            throw block.error(.unknownItem(other, key: "themes_of", nearest: nearest), of: "themes_of")
        }
        guard found.kind == .text else {
            throw block.error(.themesNotOfText(item: name, other: other), of: "themes_of")
        }
        return other
    }

    private func range() throws(ProjectError) -> ClosedRange<Double>? {
        guard let constraints = try block.block("constraints") else { return nil }
        try constraints.allow(["minimum", "maximum", "required", "unique", "enum", "pattern"])
        let all = -1e12...1e12
        let low = try constraints.number("minimum", in: all)
        let high = try constraints.number("maximum", in: (low ?? all.lowerBound)...all.upperBound)
        return low == nil && high == nil ? nil : (low ?? all.lowerBound)...(high ?? all.upperBound)
    }

    /// Marks the right answers: one, several of a question with several answers, or `{any: […]}`.
    private func markRight(_ item: inout SurveyItem) throws(ProjectError) {
        guard let right = block["right"] else {
            if item.role == .knowledge { throw block.error(.rightMissing(item: item.name), of: "role") }
            return
        }
        guard item.role == .knowledge else {
            throw block.error(.rightNotWanted(item: item.name, role: item.role.rawValue), at: right)
        }
        guard !item.categories.isEmpty else { throw block.error(.categoriesMissing(item: item.name), at: right) }
        var nodes = block.nodes("right")
        var isAny = false
        if case .mapping = right, let any = try block.block("right") {
            try any.allow(["any"])
            nodes = any.nodes("any")
            isAny = true
            guard !nodes.isEmpty else { throw any.missing("any") }
        }
        var codes: [String] = []
        for node in nodes {
            let code = try block.text(node, of: "right")
            guard let place = item.categories.firstIndex(where: { $0.code == code }) else {
                throw block.error(Self.unknownCategory(code, item.name, item.categories.map(\.code)), at: node)
            }
            item.categories[place].isRight = true
            codes.append(code)
        }
        guard !codes.isEmpty else { throw block.error(.rightMissing(item: item.name), at: right) }
        guard codes.count == 1 || isAny || item.kind == .multiple else {
            throw block.error(.severalRight(item: item.name, answers: codes), at: right)
        }
    }

    static func unknownCategory(_ code: String, _ item: String, _ known: [String]) -> CodebookFault {
        .unknownCategory(code, item: item, nearest: NearestName.to(code, among: known), known: known)
    }

    /// Codes that the register can be held against.
    private func check(_ trait: SurveyItem.Trait?, of item: SurveyItem) throws(ProjectError) {
        let allowed: [String]
        let isRight: (String) -> Bool
        switch trait {
        case .sex:
            allowed = ["female", "male", "other"]
            isRight = { allowed.contains($0) }
        case .law:
            allowed = Law.allCases.map(\.rawValue) + ["both", "other"]
            isRight = { allowed.contains($0) }
        case .age where item.kind != .number:
            allowed = ["0-22", "23-64", "80-"]
            isRight = { AgeClass($0) != nil }
        case .birthYear where item.kind != .number:
            throw block.badChoice("type", item.kind.rawValue, allowed: ["number"], at: block["type"] ?? block["trait"]!)
        case .age, .birthYear, .district, nil: return
        }
        for category in item.categories where !isRight(category.code) {
            throw block.error(
                .codeOfTrait(category.code, item: item.name, trait: trait?.rawValue ?? "", allowed: allowed),
                of: "categories")
        }
    }
}
