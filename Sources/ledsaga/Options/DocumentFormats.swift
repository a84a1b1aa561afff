// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Renderers

/// The formats a document is written in.
struct DocumentFormats: ExpressibleByArgument, CustomStringConvertible {
    let formats: [DocumentFormat]

    static let all = DocumentFormats(formats: DocumentFormat.all)

    private init(formats: [DocumentFormat]) {
        self.formats = formats
    }

    init?(argument: String) {
        let names = argument.split(separator: ",").map(String.init)
        formats = DocumentFormat.all.filter { names.contains($0.name) }
        let isKnown = names.allSatisfy { name in formats.contains { $0.name == name } }
        if names.isEmpty || !isKnown { return nil }
    }

    var description: String { formats.map(\.name).joined(separator: ",") }
    var defaultValueDescription: String { description }
    static var allValueStrings: [String] { DocumentFormat.all.map(\.name) + [all.description] }
}
