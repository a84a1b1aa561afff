// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// Which answers of an item are the good ones and which the bad: given by name, or by the scale's direction.
struct CodebookScale {
    let block: SettingsBlock
    let item: SurveyItem

    private enum Direction: String, CaseIterable {
        case higherIsBetter = "higher-is-better"
        case lowerIsBetter = "lower-is-better"
    }

    func favourable() throws(ProjectError) -> [Int] {
        if block["favourable"] != nil { return try places("favourable") }
        return try ends()?.better ?? []
    }

    func unfavourable(_ favourable: [Int]) throws(ProjectError) -> [Int] {
        guard block["unfavourable"] != nil else { return try ends()?.worse.filter { !favourable.contains($0) } ?? [] }
        let places = try places("unfavourable")
        if let both = places.first(where: favourable.contains) {
            throw block.error(.favourableBothWays(item.categories[both].code, item: item.name), of: "unfavourable")
        }
        return places
    }

    private func places(_ key: String) throws(ProjectError) -> [Int] {
        var places: [Int] = []
        for node in block.nodes(key) {
            let code = try block.text(node, of: key)
            guard let place = item.categories.firstIndex(where: { $0.code == code }) else {
                throw block.error(
                    CodebookField.unknownCategory(code, item.name, item.categories.map(\.code)), at: node)
            }
            places.append(place)
        }
        return places.sorted()
    }

    /// Both ends of a scale with a direction: two answers of four or more, else one.
    private func ends() throws(ProjectError) -> (better: [Int], worse: [Int])? {
        let direction: Direction? = try block.choice(
            "direction", also: ["up": .higherIsBetter, "down": .lowerIsBetter])
        guard let direction else { return nil }
        guard item.kind == .scale else { throw block.error(.directionWithoutScale(item: item.name), of: "direction") }
        let count = item.categories.count
        let width = count >= 4 ? 2 : min(1, count / 2)
        let (low, high) = (Array(0..<width), Array(count - width..<count))
        return direction == .higherIsBetter ? (high, low) : (low, high)
    }
}
