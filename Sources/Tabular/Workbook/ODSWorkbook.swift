// SPDX-License-Identifier: EUPL-1.2

/// A workbook of OpenDocument (`.ods`), opened as far as its styles. Its sheets stand one after the other in one part.
final class ODSWorkbook {
    /// A sheet.
    struct Sheet {
        var name: String
        var isHidden: Bool
    }

    private static let type = "application/vnd.oasis.opendocument.spreadsheet"

    let archive: ZipArchive
    let content: ZipArchive.Member
    /// The styles of cells that show lengths of time, `[h]:mm`, and those of sheets that are not shown.
    private(set) var durationStyles: Set<String> = []
    private var hiddenStyles: Set<String> = []

    /// Nil when the zip holds no workbook of this kind.
    init?(_ archive: ZipArchive) throws(ReadError) {
        guard let content = archive.member("content.xml") else { return nil }
        if let mimetype = archive.member("mimetype") {
            let type = String(decoding: try MemberStream(archive, mimetype).all().prefix(100), as: UTF8.self)
            guard type.hasPrefix(ODSWorkbook.type) else { return nil }
        }
        self.archive = archive
        self.content = content
        try checkEncryption()
        if let styles = archive.member("styles.xml") { try readStyles(styles) }
        try readStyles(content)
    }

    private func checkEncryption() throws(ReadError) {
        guard let manifest = archive.member("META-INF/manifest.xml") else { return }
        var isEncrypted = false
        try XMLPart.read(MemberStream(archive, manifest), path: archive.path) { element in
            isEncrypted = isEncrypted || element.name == XMLName(.odfManifest, "encryption-data")
            return isEncrypted ? .enough : .goOn
        }
        if isEncrypted { throw .encrypted(path: archive.path) }
    }

    /// The styles of a part, which stand before its body.
    private func readStyles(_ member: ZipArchive.Member) throws(ReadError) {
        var lengths: Set<String> = []
        var style = ""
        try XMLPart.read(MemberStream(archive, member), path: archive.path) { element in
            switch element.name {
            case XMLName(.odfOffice, "body"): return .enough
            case XMLName(.odfNumber, "time-style"):
                if element[.odfNumber, "truncate-on-overflow"] == "false" {
                    lengths.insert(element[.odfStyle, "name"] ?? "")
                }
            case XMLName(.odfStyle, "style"):
                style = element[.odfStyle, "name"] ?? ""
                if let data = element[.odfStyle, "data-style-name"], lengths.contains(data) {
                    self.durationStyles.insert(style)
                }
            case XMLName(.odfStyle, "table-properties"):
                if element[.odfTable, "display"] == "false" { self.hiddenStyles.insert(style) }
            default: break
            }
            return .goOn
        }
    }

    /// The sheets, in their order. The part is gone through for them.
    func sheets() throws(ReadError) -> [Sheet] {
        let reader = try ODSSheet(self, table: nil)
        try reader.readToEnd()
        let found = reader.tables.map { Sheet(name: $0.name, isHidden: hiddenStyles.contains($0.style)) }
        guard Set(found.map(\.name)).count == found.count else { throw archive.damaged }
        return found
    }
}
