// SPDX-License-Identifier: EUPL-1.2

/// A zip whose members are tables (zip med tabeller): delimited text and workbooks. A member is unpacked into memory whole,
/// since its reader goes back and forth in it.
struct ZipOfTables {
    let archive: ZipArchive
    private let members: [ZipArchive.Member]

    private static let text = [".csv", ".tsv", ".txt"]
    private static let workbooks = [".xlsx", ".xlsm", ".ods", ".xls", ".xlsb"]

    /// Nil when no member is a table by its name. Left out are folders, hidden files, and what Excel and macOS leave lying.
    init?(_ archive: ZipArchive) {
        self.archive = archive
        members = archive.members.filter { member in
            let steps = member.name.split(separator: "/", omittingEmptySubsequences: false)
            let isLeft = steps.contains { $0.hasPrefix(".") || $0.hasPrefix("~$") || $0 == "__MACOSX" }
            let name = member.name.lowercased()
            return !isLeft && (ZipOfTables.text + ZipOfTables.workbooks).contains { name.hasSuffix($0) }
        }
        guard !members.isEmpty else { return nil }
    }

    /// The tables of all members. Text is not unpacked for it.
    func tables() throws(ReadError) -> [TablePlace] {
        var places: [TablePlace] = []
        for member in members {
            if ZipOfTables.text.contains(where: { member.name.lowercased().hasSuffix($0) }) {
                places.append(TablePlace(member: member.name))
            } else {
                for place in try opened(member).tables() {
                    places.append(TablePlace(member: member.name, sheet: place.sheet, isHidden: place.isHidden))
                }
            }
        }
        return places
    }

    /// The reader of a table.
    func open(_ place: TablePlace, _ options: ReaderOptions) throws(ReadError) -> OpenedTable {
        guard let member = members.first(where: { $0.name == place.member }) else { throw .noSheet(path: archive.path) }
        let inside = try opened(member)
        let opened = try inside.open(TablePlace(sheet: place.sheet, isHidden: place.isHidden), options)
        let shape = opened.shape
        switch consume opened.reader {
        case .delimited(let reader):
            return OpenedTable(
                reader: .packed(PackedReader(PackedTextReader(reader), of: archive.file, options)), shape: nil)
        case .packed(let reader):
            return OpenedTable(reader: .packed(PackedReader(reader.reader, of: archive.file, options)), shape: shape)
        }
    }

    /// A member as a file of its own. A zip in a zip is none.
    private func opened(_ member: ZipArchive.Member) throws(ReadError) -> TableFile {
        let bytes = try MemberStream(archive, member).all()
        let file = try TableFile(ByteSource(bytes: bytes, name: archive.path))
        guard !file.isZipOfTables else { throw .workbook(path: archive.path) }
        return file
    }
}
