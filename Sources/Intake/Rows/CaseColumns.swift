// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// The columns that decisions and visits have in common: service, law, district, provider.
struct CaseColumns {
    private let person: Int
    private let service: Int
    private let law: Int
    /// The place of the column of boards; -1 when there is none.
    let district: Int
    private let provider: Int
    private let providerType: Int
    private let services: ServiceNames
    private var serviceMemo = WordMemo<Int16>()
    private var lawMemo = WordMemo<Law>()
    private var districtMemo = WordMemo<DistrictIndex?>()
    private var providerMemo = WordMemo<Int16>()
    private var providerTypeMemo = WordMemo<ProviderType>()

    init(_ header: Header, _ services: ServiceNames) {
        self.services = services
        person = header.placeOrNone(Schema.personColumn)
        service = header.placeOrNone("insats")
        law = header.placeOrNone("lagrum")
        district = header.placeOrNone("stadsdelsnamnd")
        provider = header.placeOrNone("utforare")
        providerType = header.placeOrNone("regi")
    }

    /// The service that the row is of, one of those the project follows up.
    @inline(__always)
    mutating func service(_ batch: RecordBatch, _ record: Int) throws(RowFault) -> Int16 {
        let found = try batch.decodedWord(service, of: record, person: person) { word throws(FaultRule) in
            try serviceMemo.meaning(of: word) { spelling throws(FaultRule) in
                try services.find(spelling)
            }
        }
        guard let found else { throw RowFault(.missingValue, at: service, found: .empty) }
        return found
    }

    /// Law, district and provider, as far as the row tells.
    @inline(__always)
    mutating func attributes(
        _ batch: RecordBatch, _ record: Int, service: Int16, on date: CivilDate, _ builder: inout CaseBuilder,
        _ log: inout RowLog
    ) throws(RowFault) -> PerformedFold.Attributes {
        var attributes = PerformedFold.Attributes(
            service: service, district: nil, law: nil, provider: nil, providerType: .unknown)
        if law >= 0 {
            attributes.law = try law(batch, record)
            if let written = attributes.law, written != services.services[Int(service)].law {
                log.remark(
                    .lawDiffersFromService, at: law,
                    found: ValueShape(ofWord: batch.bytes.span.extracting(batch.value(law, of: record)), digits: 4))
            }
        }
        if district >= 0 {
            attributes.district = try district(batch, record, &builder)
            if let named = attributes.district, builder.districts.hasEnded(named, by: date) {
                log.remark(
                    .endedDistrict, at: district,
                    found: ValueShape(ofWord: batch.bytes.span.extracting(batch.value(district, of: record))))
            }
        }
        if provider >= 0 {
            attributes.provider = try batch.decoded(provider, of: record) { name throws(FaultRule) in
                try providerMemo.meaning(of: name) { spelling throws(FaultRule) in
                    guard !Self.isIdentityNumber(spelling) else { throw .personKeyElsewhere }
                    guard let place = builder.providers.find(spelling) else { throw .outOfRange }
                    return place
                }
            }
        }
        if providerType >= 0 {
            attributes.providerType =
                try batch.decodedWord(providerType, of: record, person: person) { word throws(FaultRule) in
                    try providerTypeMemo.meaning(of: word) { spelling throws(FaultRule) in
                        try WordField.providerType.decode(spelling)
                    }
                } ?? .unknown
        }
        return attributes
    }

    @inline(__always)
    private mutating func law(_ batch: RecordBatch, _ record: Int) throws(RowFault) -> Law? {
        try batch.decodedWord(law, of: record, person: person, digits: 4) { text throws(FaultRule) in
            try lawMemo.meaning(of: text) { spelling throws(FaultRule) in try LawField.decode(spelling) }
        }
    }

    @inline(__always)
    private mutating func district(
        _ batch: RecordBatch, _ record: Int, _ builder: inout CaseBuilder
    ) throws(RowFault) -> DistrictIndex? {
        let found = try batch.decodedWord(district, of: record, person: person) { name throws(FaultRule) in
            try districtMemo.meaning(of: name) { spelling throws(FaultRule) in
                guard !Self.isIdentityNumber(spelling) else { throw .personKeyElsewhere }
                switch builder.districts.find(spelling) {
                case .district(let index): return index
                case .withoutDistrict: return nil
                case .unknown: throw .unknownDistrict
                }
            }
        }
        return found ?? nil
    }

    /// In a row whose fields have slipped sideways a person key would become a name, and names are printed.
    private static func isIdentityNumber(_ bytes: Span<UInt8>) -> Bool {
        IdentityNumber(bytes, on: CivilDate(year: 2020, month: 1, day: 1)!) != nil
            || PseudonymToken.decode(bytes) != nil
    }
}
