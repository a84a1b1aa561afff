// SPDX-License-Identifier: EUPL-1.2
import Tabular

/// A published report as it lies in its folder: tables, and pages to read.
package struct PublishedReport: Sendable {
    /// What its folder is called.
    package let name: String
    package let tables: [PublishedTable]
    package let pages: [Page]
    /// What is declared of the tables: a description for each folder of them.
    package let packages: [PublishedPackage]
    /// The p of the p % rule that the report says it keeps, in per cent.
    package let pPercent: Double
    /// The least count that it says it shows.
    package let threshold: Double
    /// The least base of a share that it says it shows; nil where it does not tell.
    package let minimumBase: Double?
    /// How many persons a ratio or a mean is of at least that stands without n.
    package let leastOfRatios: Double?
    /// Of how many persons the limits of a compared group are that stands without n; nil where it does not tell.
    package let personsOfLimits: Double?
    /// In how many per cent it says that a share may be rounded that stands without its base.
    package let shareSteps: [Double]
    /// How many numbers its pages say they hide, where the tables do not tell.
    package let hiddenOnPages: Int?

    /// A page as it lies there.
    package struct Page: Sendable {
        /// Below the report's folder.
        package let path: String
        package let text: String

        package var isHTML: Bool { path.hasSuffix(".html") }
    }

    /// What the report is of, and which edition of that it is; nil where its package does not tell.
    package var edition: (of: String, number: Int)? {
        guard packages.count == 1, let name = packages[0].name else { return nil }
        let number = packages[0].correction?.edition ?? 1
        return (1...1_000_000).contains(number) ? (name, Int(number)) : nil
    }

    /// Reads a folder and what is below it: a year's report, or several years'.
    package init(folder: String) throws(PublishedReportError) {
        let files = Self.files(below: folder, depth: 4)
        var tables: [PublishedTable] = []
        var pages: [Page] = []
        var pPercent = 10.0
        var threshold = 5.0
        var hiddenOnPages: Int?
        var packages: [String: PublishedPackage] = [:]
        for file in files where file == "datapackage.json" || file.hasSuffix("/datapackage.json") {
            guard let package = PublishedPackage(try Self.bytes("\(folder)/\(file)")) else {
                throw .unreadable(path: "\(folder)/\(file)")
            }
            packages[Self.above(file)] = package
            hiddenOnPages = package.protection?.report_hides ?? hiddenOnPages
        }
        for file in files {
            let path = "\(folder)/\(file)"
            if file.hasSuffix(".csv"), let package = packages[Self.above(file)] {
                let name = String(file.split(separator: "/").last?.dropLast(4) ?? "")
                do {
                    let table = try PublishedTable(
                        path: path, name: name, folder: Self.above(file),
                        declared: package.resources?.first { $0.name == name })
                    if let table { tables.append(table) }
                } catch {
                    throw .unreadable(path: path)
                }
            } else if file.hasSuffix(".html") || file.hasSuffix(".md") {
                pages.append(Page(path: file, text: String(decoding: try Self.bytes(path), as: UTF8.self)))
            } else if file == Manifest.fileName || file.hasSuffix("/" + Manifest.fileName) {
                let manifest = Manifest.Written(try Self.bytes(path))
                pPercent = manifest?.setting("disclosure.p_percent").flatMap(Double.init) ?? pPercent
                threshold = manifest?.setting("disclosure.threshold").flatMap(Double.init) ?? threshold
            }
        }
        guard !tables.isEmpty else { throw .noTables(folder: folder) }
        name = folder.split(separator: "/").last.map(String.init) ?? folder
        self.tables = tables
        self.packages = packages.sorted { $0.key < $1.key }.map(\.value)
        self.pages = pages
        let rules = self.packages.compactMap(\.rules).first
        self.pPercent = Self.sane(rules?.p_percent) ?? pPercent
        self.threshold = Self.sane(rules?.threshold) ?? threshold
        self.minimumBase = Self.sane(rules?.minimum_base)
        self.leastOfRatios = Self.sane(rules?.least_of_ratios) ?? self.minimumBase
        self.personsOfLimits = Self.sane(rules?.persons_of_limits)
        self.shareSteps = (rules?.share_steps ?? []).filter { (1...100).contains($0) }
        self.hiddenOnPages = hiddenOnPages
    }

    /// A setting within what can be one.
    private static func sane(_ number: Double?) -> Double? {
        number.flatMap { (0...1_000_000).contains($0) ? $0 : nil }
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

    private static func bytes(_ path: String) throws(PublishedReportError) -> [UInt8] {
        do {
            return Array(try WholeFile.bytes(path))
        } catch {
            throw .unreadable(path: path)
        }
    }
}
