// SPDX-License-Identifier: EUPL-1.2

/// Running text for a terminal.
enum Paragraph {
    /// The words in lines of at most `width` columns, each begun with `indent` blanks. A word that is longer stands
    /// on a line of its own.
    static func wrapped(_ text: String, width: Int, indent: Int = 0) -> String {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, indent + line.count + 1 + word.count > width {
                lines.append(margin + line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        if !line.isEmpty { lines.append(margin + line) }
        return lines.map { $0 + "\n" }.joined()
    }
}
