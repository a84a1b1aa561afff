// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// The columns that tables of cases have in common: service, law, board, provider.
enum CaseColumns {
    static let service = ColumnDeclaration(
        "insats",
        [
            "Insatstyp", "Aktivitet", "Tjänst", "Service", "Insatsnamn", "Insats namn", "Insatskategori", "Biståndstyp",
            "Bistånd", "Biståndsinsats", "Beslutad insats", "Beviljad insats", "Utförd insats", "Tjänstetyp",
            "Verksamhet", "TypeName", "Type", "ServiceCategory", "Service type",
        ], .word, required: true)
    static let law = Column(
        "lagrum",
        [
            "Lag", "Lagstöd", "Law", "Lagparagraf", "Paragraf", "Lagstiftning", "Lagtext", "Laghänvisning", "Lagtyp",
            "Beslut enligt", "Enligt lag", "Lag/paragraf", "Lagkod",
        ], .word, decode: { bytes throws(FaultRule) in try LawField.decode(bytes) })
    static let board = ColumnDeclaration(
        "stadsdelsnamnd",
        [
            "Stadsdelsnämnd", "SDN", "Nämnd", "Område", "Förvaltning", "Stadsdel", "Stadsdelsområde",
            "Stadsdelsförvaltning", "District", "Distrikt", "Geografiskt område", "Kommundel", "Kommundelsnämnd",
            "Organisation", "OrganizationName", "Organisationsenhet", "Ansvarig nämnd", "Ansvarig enhet",
            "Beslutande enhet", "Beslutsenhet", "Hemområde", "Team",
        ], .name)
    static let provider = ColumnDeclaration(
        "utforare",
        [
            "Utförare", "Utförarens namn", "Leverantör", "Provider", "Verkställare", "Utförande enhet", "Utförarenhet",
            "Utförarnamn", "Företag", "Anordnare", "Utförare namn", "UTF", "Producent", "ProviderName",
        ], .name)
    static let providerType = Column(
        "regi",
        [
            "Regiform", "Driftsform", "Driftform", "Utförartyp", "Typ av utförare", "Egen/extern", "Kommunal/enskild",
            "Huvudman", "Ägarform", "Privat/kommunal", "Provider type", "Utförarregi",
        ], .word, decode: { bytes throws(FaultRule) in try WordField.providerType.decode(bytes) })
    /// *Borttagen* in the system: the row is no case.
    static let deleted = Column(
        "borttagen",
        [
            "Deleted", "Borttaget", "Raderad", "Raderat", "Makulerad", "Makulerat", "Annullerad", "Ogiltig",
            "Felregistrerad", "IsDeleted", "Är borttagen", "Struken",
        ], .word, decode: { bytes throws(FaultRule) in try WordField.yesNo.decode(bytes) })

    static let all = [
        service, law.declaration, board, provider, providerType.declaration, deleted.declaration,
    ]
}

/// What a row says of its case beside the person.
struct CaseAttributes: Hashable, Sendable {
    var service: Int16
    /// As `Names` numbers it; nil is *without district*.
    var board: DistrictIndex?
    /// Nil where the row does not say.
    var law: Law?
    /// As `Names` numbers it.
    var provider: Int16?
    var providerType: ProviderType
    /// Whether the row says that the service is without an individual test (SoL 11:5).
    var isWithoutTest = false

    /// All of it in one word, for comparison.
    @inline(__always)
    var packed: UInt64 {
        let lawBits: UInt64 =
            switch law {
            case nil: 0
            case .sol?: 1
            case .lss?: 2
            }
        return UInt64(UInt16(bitPattern: service)) | UInt64(UInt16(bitPattern: board ?? -1)) << 16
            | UInt64(UInt16(bitPattern: provider ?? -1)) << 32 | lawBits << 48 | UInt64(providerType.rawValue) << 50
            | (isWithoutTest ? 1 : 0) << 56
    }
}

/// Reads the columns that cases have in common.
struct CaseReader {
    /// Places; -1 where the file has no such column.
    let service: Int
    let board: Int
    let provider: Int
    private var law: ColumnReader<LegalBasis>
    private var providerType: ColumnReader<ProviderType>
    private var deleted: ColumnReader<Bool>
    private let services: ServiceNames
    private let person: Int
    /// The board of the whole file, where its name or a title tells it.
    private let boardOfFile: String?
    /// The service of the whole file, where its name or a title tells it.
    private let serviceOfFile: Int16?
    private var serviceMemo = WordMemo<Int16>()
    private var boardMemo = WordMemo<DistrictIndex?>()
    private var providerMemo = WordMemo<Int16>()

    init(_ table: SettledTable) {
        let header = table.header
        service = header.place(of: CaseColumns.service)
        board = header.place(of: CaseColumns.board)
        provider = header.place(of: CaseColumns.provider)
        law = ColumnReader(CaseColumns.law, in: header)
        providerType = ColumnReader(CaseColumns.providerType, in: header)
        deleted = ColumnReader(CaseColumns.deleted, in: header)
        services = table.services
        person = header.personPlace
        boardOfFile = table.valueOfFile(CaseColumns.board.name)
        serviceOfFile = table.serviceOfFile
    }

    /// Whether the system marks the row as deleted.
    @inline(__always)
    mutating func isDeleted(_ row: borrowing Row) throws(RowFault) -> Bool {
        guard deleted.isThere else { return false }
        return try deleted.value(row) ?? false
    }

    /// The service that the row is of, one of those the project follows up.
    @inline(__always)
    mutating func service(_ row: borrowing Row) throws(RowFault) -> Int16 {
        let range = row.value(service)
        guard !range.isEmpty else {
            guard let serviceOfFile, service < 0 else { throw RowFault(.missingValue, at: service, found: .empty) }
            return serviceOfFile
        }
        do throws(FaultRule) {
            return try serviceMemo.meaning(of: row.batch.bytes.span.extracting(range)) { bytes throws(FaultRule) in
                try services.find(bytes)
            }
        } catch {
            throw named(error, service, row, mayBeNames: false)
        }
    }

    /// The section that the row rests on; nil where it tells none.
    mutating func basis(_ row: borrowing Row) throws(RowFault) -> LegalBasis? {
        law.isThere ? try law.value(row) : nil
    }

    /// Law, board and provider, as far as the row tells, with the remarks they deserve.
    @inline(__always)
    mutating func attributes(
        _ row: borrowing Row, service: Int16, on date: CivilDate, _ names: inout Names, _ remarks: inout RowRemarks
    ) throws(RowFault) -> CaseAttributes {
        var attributes = CaseAttributes(
            service: service, board: nil, law: nil, provider: nil, providerType: .unknown)
        if law.isThere {
            let basis = try law.value(row)
            attributes.law = basis?.law
            if let basis, basis.isWithoutTest { attributes.isWithoutTest = basis.isInForce(on: date) }
            if let written = attributes.law, written != services.services[Int(service)].law {
                let bytes = row.batch.bytes.span.extracting(row.value(law.place))
                remarks.add(.lawDiffersFromService, at: law.place, found: ValueShape(ofWord: bytes, digits: 4))
            }
        }
        if board >= 0 || boardOfFile != nil { attributes.board = try board(row, on: date, &names, &remarks) }
        if provider >= 0 { attributes.provider = try provider(row, &names) }
        if providerType.isThere { attributes.providerType = try providerType.value(row) ?? .unknown }
        return attributes
    }

    @inline(__always)
    private mutating func board(
        _ row: borrowing Row, on date: CivilDate, _ names: inout Names, _ remarks: inout RowRemarks
    ) throws(RowFault) -> DistrictIndex? {
        let range = row.value(board)
        let found: DistrictIndex?
        do throws(FaultRule) {
            if range.isEmpty {
                guard board < 0, let boardOfFile else { return nil }
                found = try names.board(boardOfFile.utf8.span)
            } else {
                found = try boardMemo.meaning(of: row.batch.bytes.span.extracting(range)) { bytes throws(FaultRule) in
                    try names.board(bytes)
                }
            }
        } catch {
            throw named(error, board, row)
        }
        if let found, names.boards.hasEnded(found, by: date) {
            remarks.add(
                .endedDistrict, at: board >= 0 ? board : nil,
                found: ValueShape(ofWord: row.batch.bytes.span.extracting(range)))
        }
        return found
    }

    @inline(__always)
    private mutating func provider(_ row: borrowing Row, _ names: inout Names) throws(RowFault) -> Int16? {
        let range = row.value(provider)
        guard !range.isEmpty else { return nil }
        do throws(FaultRule) {
            return try providerMemo.meaning(of: row.batch.bytes.span.extracting(range)) { bytes throws(FaultRule) in
                try names.provider(bytes)
            }
        } catch {
            throw row.fault(error, at: provider)
        }
    }

    /// A fault that may show the word, but not when it is also the row's person, nor what may be somebody's name in a
    /// column whose words are none.
    private func named(
        _ rule: FaultRule, _ place: Int, _ row: borrowing Row, mayBeNames: Bool = true
    ) -> RowFault {
        let range = row.value(place)
        let bytes = row.batch.bytes.span.extracting(range)
        let isPerson =
            row.batch.bytes[range] == row.batch.bytes[row.value(person)] || !mayBeNames && ValueShape.mayHoldName(bytes)
        return RowFault(
            rule, at: place >= 0 ? place : nil, found: isPerson ? ValueShape(of: bytes) : ValueShape(ofWord: bytes))
    }
}
