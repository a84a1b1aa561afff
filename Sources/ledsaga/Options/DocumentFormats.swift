// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser

/// The formats a document is written in.
struct DocumentFormats: OptionSet, ExpressibleByArgument, CustomStringConvertible {
    let rawValue: Int

    static let html = DocumentFormats(rawValue: 1)
    static let markdown = DocumentFormats(rawValue: 2)
    static let all: DocumentFormats = [.html, .markdown]

    private static let names: [(name: String, format: DocumentFormats)] = [("md", .markdown), ("html", .html)]

    init(rawValue: Int) {
        self.rawValue = rawValue
    }

    init?(argument: String) {
        self = []
        for part in argument.split(separator: ",") {
            guard let known = Self.names.first(where: { $0.name == part }) else { return nil }
            insert(known.format)
        }
        if isEmpty { return nil }
    }

    var description: String { Self.names.filter { contains($0.format) }.map(\.name).joined(separator: ",") }
    var defaultValueDescription: String { description }
    static var allValueStrings: [String] { ["md", "html", "md,html"] }
}
