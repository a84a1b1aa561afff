// SPDX-License-Identifier: EUPL-1.2
import Tabular
import Terms

/// What the boards of a report are called in names of files: each its own name in lower-case ASCII,
/// `enskede-arsta-vantor`.
///
/// Where two boards would be called the same, as *Åby* and *Äby*, or where hardly anything is left of a name, the first
/// digits of the name's SHA-256 stand after it. What a board is called depends on no order, and no two are alike on a
/// disk that does not tell letters' case.
struct BoardFileNames: Sendable {
    private let names: [String: String]

    init(of boards: [String]) {
        var sharing: [String: Set<String>] = [:]
        for board in boards { sharing[Self.plain(board), default: []].insert(board) }
        var names: [String: String] = [:]
        var taken: Set<String> = []
        for (plain, sharers) in sharing where sharers.count == 1 && Self.saysEnough(plain) {
            taken.insert(plain)
            for board in sharers { names[board] = plain }
        }
        // In an order of their own, so that the one in ten billion whose digits collide gets more of them each time.
        for board in Set(boards).subtracting(names.keys).sorted() {
            let digits = FileDigest(of: Array(board.utf8)).sha256
            let stem = Self.stem(Self.plain(board))
            let name = (8...digits.count).lazy.map { "\(stem)-\(digits.prefix($0))" }.first { !taken.contains($0) }
            guard let name else { preconditionFailure("two boards have the same name") }
            taken.insert(name)
            names[board] = name
        }
        self.names = names
    }

    /// - Precondition: the board is one of those the names were made for.
    subscript(board: String) -> String {
        guard let name = names[board] else { preconditionFailure("a board without a name in files") }
        return name
    }

    private static let longest = 100

    /// The name in lower-case ASCII, a hyphen for all else.
    private static func plain(_ board: String) -> String {
        NearestName.folded(board).map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "-" }.joined()
    }

    private static func saysEnough(_ plain: String) -> Bool { plain == stem(plain) }

    /// The name without hyphens at its ends, cut to what fits in a file's name.
    private static func stem(_ plain: String) -> String {
        let words = plain.drop { $0 == "-" }.prefix(longest)
        let end = words.lastIndex { $0 != "-" }
        return end.map { String(words[...$0]) } ?? "namnd"
    }
}
