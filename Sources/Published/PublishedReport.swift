// SPDX-License-Identifier: EUPL-1.2
import Tabular

/// A published report as it lies in its folder: tables, and pages to read.
package struct PublishedReport: Sendable {
    package let tables: [PublishedTable]
    package let pages: [Page]
    /// The p of the p % rule that the report says it keeps, in per cent.
    package let pPercent: Double
    /// The least count that it says it shows.
    package let threshold: Double
    /// How many numbers its pages say they hide, where the tables do not tell.
    package let hiddenOnPages: Int?

    /// A page as it lies there.
    package struct Page: Sendable {
        /// Below the report's folder.
        package let path: String
        package let text: String

        package var isHTML: Bool { path.hasSuffix(".html") }
    }

    /// Reads a folder and what is below it: a year's report, or several years'.
    package init(folder: String) throws(PublishedReportError) {
        let files = Self.files(below: folder, depth: 4)
        var tables: [PublishedTable] = []
        var pages: [Page] = []
        var pPercent = 10.0
        var threshold = 5.0
        var hiddenOnPages: Int?
        var packages: [String: String] = [:]
        for file in files where file == "datapackage.json" || file.hasSuffix("/datapackage.json") {
            let text = try Self.text("\(folder)/\(file)")
            packages[Self.above(file)] = text
            hiddenOnPages = Self.number("report_hides", in: text[...]).map { Int($0) } ?? hiddenOnPages
        }
        for file in files {
            let path = "\(folder)/\(file)"
            if file.hasSuffix(".csv"), Self.isBesidePackage(file, files) {
                let name = String(file.split(separator: "/").last?.dropLast(4) ?? "")
                do {
                    let above = Self.above(file)
                    let change = Self.largestChange(of: name, in: packages[above] ?? "")
                    if let table = try PublishedTable(path: path, name: name, folder: above, largestChange: change) {
                        tables.append(table)
                    }
                } catch {
                    throw .unreadable(path: path)
                }
            } else if file.hasSuffix(".html") || file.hasSuffix(".md") {
                pages.append(Page(path: file, text: try Self.text(path)))
            } else if file == Manifest.fileName || file.hasSuffix("/" + Manifest.fileName) {
                let manifest = Manifest.Written(Array(try Self.text(path).utf8))
                pPercent = manifest?.setting("disclosure.p_percent").flatMap(Double.init) ?? pPercent
                threshold = manifest?.setting("disclosure.threshold").flatMap(Double.init) ?? threshold
            }
        }
        guard !tables.isEmpty else { throw .noTables(folder: folder) }
        self.tables = tables
        self.pages = pages
        self.pPercent = pPercent
        self.threshold = threshold
        self.hiddenOnPages = hiddenOnPages
    }

    /// What a package says of one of its tables: between its name and its columns.
    private static func largestChange(of table: String, in package: String) -> Double {
        guard let start = package.range(ofWord: "\"name\": \"\(table)\"") else { return 0 }
        let rest = package[start...]
        let end = rest.range(ofWord: "\"schema\"") ?? rest.endIndex
        return number("largest_change", in: rest[..<end]) ?? 0
    }

    private static func number(_ name: String, in text: Substring) -> Double? {
        guard let place = text.range(ofWord: "\"\(name)\": ") else { return nil }
        return Double(text[place...].dropFirst(name.count + 4).prefix { $0.isNumber || $0 == "." })
    }

    private static func isBesidePackage(_ file: String, _ files: [String]) -> Bool {
        let folder = above(file)
        return files.contains(folder.isEmpty ? "datapackage.json" : folder + "/datapackage.json")
    }

    private static func above(_ file: String) -> String {
        file.split(separator: "/").dropLast().joined(separator: "/")
    }

    private static func files(below folder: String, depth: Int) -> [String] {
        FileTree.names(in: folder).flatMap { name -> [String] in
            let inner = depth > 0 ? files(below: "\(folder)/\(name)", depth: depth - 1) : []
            return inner.isEmpty ? [name] : inner.map { "\(name)/\($0)" }
        }
    }

    private static func text(_ path: String) throws(PublishedReportError) -> String {
        do {
            return String(decoding: try WholeFile.bytes(path), as: UTF8.self)
        } catch {
            throw .unreadable(path: path)
        }
    }
}
