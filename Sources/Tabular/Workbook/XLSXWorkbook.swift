// SPDX-License-Identifier: EUPL-1.2

/// A workbook of Office Open XML (`.xlsx`), opened as far as its list of sheets. Parts are found through the relations and
/// types of the package, not by their usual names.
final class XLSXWorkbook {
    /// A sheet of cells: charts and macros are no tables.
    struct Sheet {
        var name: String
        var isHidden: Bool
        var part: String
    }

    let archive: ZipArchive
    private(set) var sheets: [Sheet] = []
    private(set) var system = DateSystem.from1900
    /// Whether the program that wrote the workbook has left its formulas to be calculated when it is opened.
    private(set) var awaitsCalculation = false
    private var stylesPart: String?
    private var stringsPart: String?

    /// Nil when the zip holds no workbook of this kind. Throws when it holds Excel's binary one, or the parts do not hang
    /// together.
    init?(_ archive: ZipArchive) throws(ReadError) {
        self.archive = archive
        let types = try ContentTypes(archive)
        guard let part = try XLSXWorkbook.workbookPart(archive, types) else { return nil }
        let type = types?.type(of: part) ?? ""
        guard !type.hasPrefix("application/vnd.ms-excel.sheet.binary") else {
            throw .binaryWorkbook(path: archive.path)
        }
        guard type.isEmpty || type.contains("spreadsheetml") || type.contains("ms-excel") || type == "application/xml"
        else { return nil }
        try readWorkbook(part)
    }

    private static func workbookPart(_ archive: ZipArchive, _ types: ContentTypes?) throws(ReadError) -> String? {
        let relations = try PackageRelations(archive, of: "")
        let found = relations?.all.first { $0.type == "officeDocument" && archive.member($0.target) != nil }
        if let found { return found.target }
        if let part = types?.workbookPart, archive.member(part) != nil { return part }
        return archive.member("xl/workbook.xml")?.name ?? archive.member("xl/workbook.bin")?.name
    }

    private func readWorkbook(_ part: String) throws(ReadError) {
        guard let member = archive.member(part) else { throw archive.damaged }
        let relations = try PackageRelations(archive, of: part)?.all ?? []
        var found: [(name: String, isHidden: Bool, id: String)] = []
        var isWorkbook = false
        try XMLPart.read(MemberStream(archive, member), path: archive.path) { element in
            guard element.name.namespace == .spreadsheet else { return .goOn }
            switch element.name.local {
            case "workbook": isWorkbook = true
            case "workbookPr": if element.isTrue("date1904") { self.system = .from1904 }
            case "sheet":
                let state = element["state"] ?? "visible"
                found.append(
                    (element["name"] ?? "", state != "visible", element[.documentRelationships, "id"] ?? ""))
            case "calcPr": if element.isTrue("fullCalcOnLoad") { self.awaitsCalculation = true }
            default: break
            }
            return .goOn
        }
        guard isWorkbook else { throw archive.damaged }
        stylesPart = relations.first { $0.type == "styles" }?.target
        stringsPart = relations.first { $0.type == "sharedStrings" }?.target
        for sheet in found {
            guard let relation = relations.first(where: { $0.id == sheet.id }) else { throw archive.damaged }
            guard relation.type == "worksheet" else { continue }
            sheets.append(Sheet(name: sheet.name, isHidden: sheet.isHidden, part: relation.target))
        }
        guard Set(sheets.map(\.name)).count == sheets.count else { throw archive.damaged }
    }

    /// The number formats of the cell styles, in their order; none when the workbook has no styles.
    func formats() throws(ReadError) -> [NumberFormat] {
        guard let stylesPart, let member = archive.member(stylesPart) else { return [] }
        var codes: [Int: NumberFormat] = [:]
        var styles: [Int] = []
        var isInStyles = false
        try XMLPart.read(
            MemberStream(archive, member), path: archive.path,
            onEnd: { if $0 == XMLName(.spreadsheet, "cellXfs") { isInStyles = false } },
            onStart: { element in
                guard element.name.namespace == .spreadsheet else { return .goOn }
                switch element.name.local {
                case "cellXfs": isInStyles = true
                case "numFmt":
                    if let id = element["numFmtId"].flatMap({ Int($0) }), let code = element["formatCode"],
                        codes[id] == nil
                    {
                        codes[id] = NumberFormat(code: code)
                    }
                case "xf": if isInStyles { styles.append(element["numFmtId"].flatMap { Int($0) } ?? 0) }
                default: break
                }
                return .goOn
            })
        return styles.map { codes[$0] ?? NumberFormat(builtIn: $0) }
    }

    /// The texts that cells point to.
    func strings() throws(ReadError) -> SharedStrings {
        guard let stringsPart, let member = archive.member(stringsPart) else { return SharedStrings() }
        return try SharedStrings(MemberStream(archive, member), path: archive.path)
    }
}

/// The types of a package's parts (`[Content_Types].xml`).
private struct ContentTypes {
    private var byPart: [String: String] = [:]
    private var byExtension: [String: String] = [:]

    /// Nil when the package has none.
    init?(_ archive: ZipArchive) throws(ReadError) {
        guard let member = archive.member("[Content_Types].xml") else { return nil }
        var (byPart, byExtension): ([String: String], [String: String]) = ([:], [:])
        try XMLPart.read(MemberStream(archive, member), path: archive.path) { element in
            guard element.name.namespace == .contentTypes, let type = element["ContentType"] else { return .goOn }
            if let part = element["PartName"] { byPart[PackagePath.resolve(part, from: "").lowercased()] = type }
            if let suffix = element["Extension"] { byExtension[suffix.lowercased()] = type }
            return .goOn
        }
        (self.byPart, self.byExtension) = (byPart, byExtension)
    }

    func type(of part: String) -> String? {
        let part = part.lowercased()
        return byPart[part] ?? byExtension[String(part.split(separator: ".").last ?? "")]
    }

    /// The part that is a workbook by its type.
    var workbookPart: String? {
        byPart.filter { $0.value.hasSuffix(".sheet.main+xml") }.keys.sorted().first
    }
}

/// What a part of a package refers to, from its `_rels`.
private struct PackageRelations {
    struct Relation {
        var id: String
        /// The last word of the type, which is the same in the transitional and the strict form.
        var type: String
        /// The part it leads to.
        var target: String
    }

    private(set) var all: [Relation] = []

    /// Nil when the part has none. The package itself is the part without a name.
    init?(_ archive: ZipArchive, of part: String) throws(ReadError) {
        let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
        let name = String(part.dropFirst(folder.count))
        guard let member = archive.member("\(folder)_rels/\(name).rels") else { return nil }
        var all: [Relation] = []
        try XMLPart.read(MemberStream(archive, member), path: archive.path) { element in
            guard element.name == XMLName(.packageRelationships, "Relationship"), let id = element["Id"],
                let type = element["Type"], let target = element["Target"], element["TargetMode"] != "External"
            else { return .goOn }
            all.append(
                Relation(
                    id: id, type: String(type.split(separator: "/").last ?? ""),
                    target: PackagePath.resolve(target, from: folder)))
            return .goOn
        }
        self.all = all
    }
}

/// Paths of parts, as relations write them.
private enum PackagePath {
    /// A path seen from a folder, which ends in `/` or is empty.
    static func resolve(_ target: String, from folder: String) -> String {
        let target = String(target.map { $0 == "\\" ? "/" : $0 })
        let path = target.hasPrefix("/") ? target : folder + target
        var steps: [Substring] = []
        for step in path.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        return unescaped(steps.joined(separator: "/"))
    }

    /// `%20` and its like as the bytes they stand for.
    private static func unescaped(_ path: String) -> String {
        guard path.utf8.contains(UInt8(ascii: "%")) else { return path }
        var bytes: [UInt8] = []
        var rest = Array(path.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
