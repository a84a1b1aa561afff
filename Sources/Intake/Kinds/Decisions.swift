// SPDX-License-Identifier: EUPL-1.2

package import CaseData
import Tabular
import Terms

extension SourceKind {
    package static let decisions = SourceKind(rawValue: "decisions")
}

/// *Beslut*: one row a decision.
enum Decisions: TableKind {
    static let kind = SourceKind.decisions
    static let words = Phrase(sv: "beslut", en: "decisions")
    static let stems = ["beslut", "decisions"]
    static let settings: Set<SourceSetting> = [.units, .from]
    static let holdsCases = true

    static let number = ColumnDeclaration(
        "beslut_id",
        [
            "Beslutsid", "Beslutsnummer", "Beslutsnr", "Beslut nr", "Beslut-id", "Ärendenummer", "Ärendenr", "Ärende",
            "Id", "Decision id", "Dnr", "Diarienummer",
        ], .code)
    static let applied = ColumnDeclaration(
        "ansokan",
        [
            "Ansökan", "Ansökningsdatum", "Ansökan inkom", "Ansökt", "Inkommen", "Ansökningsdag", "Inkom",
            "Ankomstdatum",
            "Aktualiserad", "Aktualiseringsdatum", "Ansökan datum", "Application date",
        ], .date)
    static let appliedHours = ColumnDeclaration(
        "sokta_timmar",
        ["Sökta timmar", "Ansökta timmar", "Sökt tid", "Sökt omfattning", "Ansökt omfattning", "Begärda timmar"],
        .amount)
    static let decided = ColumnDeclaration(
        "beslutsdatum",
        [
            "Beslutsdag", "Beslutat", "Beslutad", "Beslut datum", "Datum för beslut", "BESLDAT", "Besl datum",
            "Besldatum",
            "Fattat", "Beslutet fattat", "Decision date", "Date",
        ], .date)
    static let outcome = Column(
        "utfall",
        [
            "Beslutstyp", "Beslutsutfall", "Outcome", "Decision", "Beslut", "Resultat", "Beslutsresultat", "Utgång",
            "Beslutets utfall", "Beslutskod", "Bifall/avslag", "Beslutsstatus",
        ], .word, decisive: true, decode: { bytes throws(FaultRule) in try WordField.outcome.decode(bytes) })
    static let from = ColumnDeclaration(
        "from",
        [
            "Gäller från", "Gäller fr.o.m.", "Gäller fr o m", "Startdatum", "Fr.o.m.", "Från", "Från och med",
            "Giltig från", "Beslut fr o m", "Giltig fr o m", "Giltigt från", "From datum", "FromDate", "Från datum",
            "Beslut från",
            "Start", "Period från", "Datum från", "Valid from", "Fran",
        ], .date, required: true)
    static let to = ColumnDeclaration(
        "tom",
        [
            "Gäller till", "Beslut t o m", "Gäller t.o.m.", "Gäller t o m", "Slutdatum", "T.o.m.", "Till",
            "Till och med", "Giltig till",
            "Giltig t o m", "Giltigt till", "Tom datum", "ToDate", "Till datum", "Beslut till", "Slut", "Period till",
            "Datum till", "Valid to", "Gäller tom",
        ], .date, decisive: true)
    static let hours = ColumnDeclaration(
        "timmar",
        [
            "Beviljade timmar", "Beviljad tid", "Timmar per månad", "Hours", "Hour", "Tim", "Omfattning",
            "Antal timmar",
            "Beviljad omfattning", "Beslutade timmar", "Beslutad tid", "Timmar per vecka", "Timmar/månad",
            "Timmar/vecka", "Tim/mån", "Tim/vecka", "Tid", "Beviljat antal timmar", "Mängd", "Granted hours",
        ], .amount, required: true)
    static let unit = Column(
        "enhet",
        [
            "Timmar per", "Tidsenhet", "Unit", "HourType", "Per", "Period", "Periodicitet", "Tid per", "Omfattning per",
            "Enhet tid", "Frekvens", "Tidsperiod", "Hour type",
        ], .word, knownByValues: true, decode: { bytes throws(FaultRule) in try WordField.per.decode(bytes) })
    static let unlimited = Column(
        "fri", ["Fri ledsagning", "Utan timtak", "Fri", "Utan tak", "Obegränsad"], .word,
        decode: { bytes throws(FaultRule) in try WordField.yesNo.decode(bytes) })

    static let executedFrom = ColumnDeclaration(
        "verkstalld_fran",
        [
            "Verkställd från", "Verkställd fr o m", "Verkställd fr.o.m.", "Verkställt från", "Verkställighetsdatum",
            "Verkställd datum", "Verkställd", "Verkställighet från", "Insatsen påbörjad", "Påbörjad", "Påbörjad datum",
            "Datum för verkställighet", "Executed from",
        ], .date)
    static let endReason = Column(
        "avslutsorsak",
        [
            "Avslutsorsak", "Avslutningsorsak", "Orsak till avslut", "Avslutsanledning", "Avslutningsanledning",
            "Avslutskod", "Avslut orsak", "Orsak avslut", "Slutorsak", "Anledning till avslut", "Avslutad orsak",
            "Upphörandeorsak", "End reason",
        ], .word, decode: { bytes throws(FaultRule) in (try? WordField.endReason.decode(bytes)) ?? .other })
    static let postponed = Column(
        "uppskjuten",
        [
            "Uppskjuten", "Uppskjuten på egen begäran", "Uppskjutet", "Uppskjuten verkställighet", "Vill vänta",
            "Väntar på egen begäran", "Eget önskemål om väntan", "Avvaktar på egen begäran", "Avvaktar",
            "Framflyttad på egen begäran", "Egen begäran", "Önskar vänta", "Postponed",
        ], .word, decode: { bytes throws(FaultRule) in try WordField.yesNo.decode(bytes) })

    static let columns =
        [
            PersonColumns.key, number, CaseColumns.board, CaseColumns.service, CaseColumns.law.declaration, applied,
            appliedHours, decided, outcome.declaration, from, to, hours, unit.declaration, unlimited.declaration,
            executedFrom, endReason.declaration, postponed.declaration,
            CaseColumns.provider, CaseColumns.providerType.declaration, CaseColumns.deleted.declaration,
        ] + PersonColumns.all.dropFirst()

    /// The decisions of one shard's persons, and what tells that one of them came before.
    struct Shard {
        var decisions: [Entry] = []
        /// Where the decision with a number is among them, by person, number, service and first day.
        var numbered: [UInt64: Int] = [:]
        var known: Set<UInt64> = []
        var overlaps = OverlapWatch()
        var bothNames = BothNamesWatch()

        struct Entry {
            let place: RowPlace
            var decision: Decision
            /// The hours as the cell has them, and what they are per there.
            let written: Int64
            let per: GrantPer
            /// A later row tells of the same decision as it stands now.
            var isReplaced = false
        }
    }

    static func store(_ project: Project) -> Shards<Shard> { Shards(Shard()) }

    static func settle(
        _ row: DecisionRow, at place: RowPlace, _ remarks: inout RowRemarks, _ store: inout Shards<Shard>,
        _ ledger: inout Ledger
    ) throws(RowFault) {
        let person = PersonReader.settle(row.person, at: place, &remarks, &ledger)
        var decision = row.decision
        decision.person = person.word
        let mark = ByteHash.mixed(row.mark, UInt64(UInt32(bitPattern: person.word)))
        guard store[person].known.insert(mark).inserted else { throw RowFault(.duplicateRow) }
        try store[person].setAsideSecondListing(of: decision, row.number, ledger.names.boards)
        let replaces = store[person].replaced(by: decision, row.number, at: place)
        if let replaces {
            store[person].decisions[replaces].isReplaced = true
            ledger.late.append(
                LateFault(
                    place: store[person].decisions[replaces].place, fault: RowFault(.replacedByLaterRow, in: number)))
        }
        store[person].decisions.append(
            Shard.Entry(place: place, decision: decision, written: row.written?.milliseconds ?? 0, per: row.per))
        ledger.names.keep(board: decision.district, provider: decision.provider, order: place.order)
        guard decision.outcome.isGranted else { return }
        if !decision.isUnlimited {
            ledger.grantedRates[person] = max(ledger.grantedRates[person] ?? 0, decision.monthlyRate)
        }
        let days = decision.from.daysSince1970...(decision.to?.daysSince1970 ?? Int32.max)
        if store[person].overlaps.add(person.word, decision.service, days), replaces == nil {
            remarks.add(.overlappingDecisions, in: from)
        }
    }

    static func finish(_ store: consuming Shards<Shard>, _ ledger: inout Ledger, _ dataset: inout Dataset) {
        ledger.settle()
        for (file, tally) in tallies(store) { ledger.bases[file] = tally.basis(ledger.sums[file]) }
        let all = store.all.flatMap { $0.decisions.filter { !$0.isReplaced } }
        dataset.decisions = all.sorted { $0.place.order < $1.place.order }.map { entry in
            var decision = entry.decision
            decision.person = ledger.persons.index(PersonRef(word: decision.person))
            decision.district = ledger.names.boards.final(decision.district)
            decision.provider = ledger.names.providers.final(decision.provider)
            return decision
        }
    }

    typealias Reader = DecisionReader

    /// What becomes of the rows of each file, by its number.
    private static func tallies(_ store: borrowing Shards<Shard>) -> [Int: DecisionTally] {
        var tallies: [Int: DecisionTally] = [:]
        for shard in store.all {
            for entry in shard.decisions { tallies[Int(entry.place.file), default: DecisionTally()].add(entry) }
        }
        return tallies
    }
}

/// What the rows of one file of decisions come to.
private struct DecisionTally {
    private var grants = FileBasis.Grants()
    private var counted: Int64 = 0
    private var refused: Int64 = 0
    private var replaced: Int64 = 0

    mutating func add(_ entry: Decisions.Shard.Entry) {
        let decision = entry.decision
        if entry.isReplaced {
            replaced += entry.written
        } else if decision.outcome.isGranted {
            counted += entry.written
            grants.granted += 1
            if decision.to == nil { grants.withoutEnd += 1 }
            if decision.isUnlimited { grants.unlimited += 1 } else { grants.per[entry.per, default: 0] += 1 }
        } else {
            refused += entry.written
            grants.refused += 1
        }
    }

    func basis(_ sums: TableSums?) -> FileBasis {
        FileBasis(
            grants: grants,
            sums: sums.map { sums in
                FileBasis.Sums(
                    told: sums.told, counted: counted, refused: refused, setAside: sums.setAside + replaced,
                    deleted: sums.deleted, slack: sums.slack)
            })
    }
}

extension Decisions.Shard {
    /// A decision that is listed under another name of its board already is kept once, as the board's that there was on
    /// its first day.
    fileprivate mutating func setAsideSecondListing(
        of decision: Decision, _ number: UInt64?, _ boards: DistrictNames
    ) throws(RowFault) {
        guard let board = decision.district, boards.hasOtherNames(board),
            let listed = bothNames.place(
                of: decision, number: number, next: decisions.count, boards, kept: { decisions[$0].decision })
        else { return }
        if let first = decisions[listed].decision.district, !boards.exists(first, on: decision.from),
            boards.exists(board, on: decision.from)
        {
            decisions[listed].decision.district = board
        }
        throw RowFault(.listedUnderBothNames, in: CaseColumns.board, found: boards.shape(of: board))
    }
}

extension Decisions.Shard {
    /// The place of an earlier row about the same decision, which this row tells the later state of (*samma beslut i två
    /// uttag*): the same person, number, service and first day, and either another file, or the same hours. Two rows of
    /// one file with different hours may be two parts of a decision; those overlap.
    fileprivate mutating func replaced(by decision: Decision, _ number: UInt64?, at place: RowPlace) -> Int? {
        guard let number else { return nil }
        let parts: [UInt64] = [
            UInt64(UInt32(bitPattern: decision.person)), UInt64(UInt16(bitPattern: decision.service)),
            UInt64(UInt32(bitPattern: decision.from.daysSince1970)),
        ]
        let key = parts.reduce(number) { ByteHash.mixed($0, $1) }
        defer { numbered[key] = decisions.count }
        guard let earlier = numbered[key] else { return nil }
        let known = decisions[earlier]
        let hasSameHours = known.decision.hours == decision.hours && known.decision.unit == decision.unit
        return known.place.file != place.file || hasSameHours ? earlier : nil
    }
}

extension Decision {
    /// About so many milliseconds a month, to judge other hours by.
    fileprivate var monthlyRate: Int64 {
        switch unit {
        case .month: hours.milliseconds
        case .week: hours.milliseconds * 52 / 12
        case .year: hours.milliseconds / 12
        case .period: to.map { hours.milliseconds * 30 / Int64(max(30, from.days(to: $0) + 1)) } ?? 0
        }
    }
}

/// What a row of decisions says.
struct DecisionRow {
    var person: RowPerson
    /// Its person is not known yet.
    var decision: Decision
    /// A hash of the decision's own number; nil when it has none.
    var number: UInt64?
    /// Rows of the same person with the same mark are the same decision.
    var mark: UInt64
    /// The hours as the cell has them, whatever they are per: what the table's own sums add up.
    var written: Hours?
    /// What those are per.
    var per: GrantPer
}

/// Reads one file of decisions.
struct DecisionReader: KindReader {
    typealias Decoded = DecisionRow

    let width: Int
    let amountPlace: Int
    private let from: DateColumnReader
    private let to: DateColumnReader
    private let applied: DateColumnReader
    private let decided: DateColumnReader
    private let appliedHours: Int
    /// What the hours applied for are in: as their own header says, else as those granted.
    private let appliedMeasure: TimeMeasure
    private let appliedPer: GrantPer?
    private let number: Int
    private let executedFrom: DateColumnReader
    private var endReason: ColumnReader<EndReason>
    private var postponed: ColumnReader<Bool>
    private var outcome: ColumnReader<Outcome>
    private var unit: ColumnReader<GrantPer>
    private var unlimited: ColumnReader<Bool>
    private var person: PersonReader
    private var common: CaseReader
    private let services: [Service]
    private let header: String
    private let measure: TimeMeasure
    /// What hours are per where neither the cell nor the unit column says it; nil: nothing tells.
    private let per: GrantPer?
    private let headerPer: GrantPer?
    private var lacksUnit = false

    init(_ table: SettledTable) throws(IntakeFileError) {
        width = table.header.fields.count
        amountPlace = table.header.place(of: Decisions.hours)
        from = DateColumnReader(Decisions.from, in: table)
        to = DateColumnReader(Decisions.to, in: table)
        applied = DateColumnReader(Decisions.applied, in: table)
        decided = DateColumnReader(Decisions.decided, in: table)
        appliedHours = table.header.place(of: Decisions.appliedHours)
        number = table.header.place(of: Decisions.number)
        executedFrom = DateColumnReader(Decisions.executedFrom, in: table)
        endReason = ColumnReader(Decisions.endReason, in: table.header)
        postponed = ColumnReader(Decisions.postponed, in: table.header)
        outcome = ColumnReader(Decisions.outcome, in: table.header)
        unit = ColumnReader(Decisions.unit, in: table.header)
        unlimited = ColumnReader(Decisions.unlimited, in: table.header)
        person = PersonReader(table)
        common = CaseReader(table)
        services = table.services.services
        let told = try table.unit(of: Decisions.hours)
        measure = told?.measure ?? .hours
        headerPer = told?.per
        let applied = try table.unitInHeader(of: Decisions.appliedHours)
        appliedMeasure = applied?.measure ?? measure
        appliedPer = applied?.per
        header = amountPlace >= 0 ? table.header.shownFields[amountPlace] : ""
        // The canonical header is per month; another that names no unit may be anything, and so may hours beside a column
        // that is called as their unit is and holds no unit.
        let isCanonical =
            amountPlace >= 0 && table.header.fields[amountPlace] == Decisions.hours.name
            && table.header.dropped[Decisions.unit.declaration.name] == nil
        per = told?.per ?? (isCanonical ? .month : nil)
    }

    mutating func decode(
        _ row: borrowing Row, _ names: inout Names, _ remarks: inout RowRemarks
    ) throws(RowFault) -> DecisionRow? {
        guard try !common.isDeleted(row) else { return nil }
        let service = try common.service(row)
        let first = try from.required(row)
        let last = try to.lastDay(row, from: first)
        let outcome = try outcome.value(row) ?? .granted
        let granted = try grant(row, outcome, first...(last ?? first), isOpen: last == nil)
        let attributes = try common.attributes(row, service: service, on: first, &names, &remarks)
        let appliedHours = try row.decoded(appliedHours) { bytes throws(FaultRule) in
            let written = try HoursField.amount(bytes, as: appliedMeasure)
            let (hours, unit) = (written.per ?? appliedPer ?? granted.per).converted(written.hours)
            guard unit == granted.unit || granted.written == nil else { throw .unitsDiffer }
            guard hours >= .zero, hours <= granted.most else { throw .outOfRange }
            return hours
        }
        let localID = row.word(number)
        let decision = Decision(
            person: 0, service: service, law: attributes.law ?? services[Int(service)].law,
            district: attributes.board, outcome: outcome, from: first, to: last, hours: granted.hours,
            unit: granted.unit, isUnlimited: granted.isUnlimited, provider: attributes.provider,
            providerType: attributes.providerType, appliedHours: appliedHours, applied: try applied.value(row),
            decided: try decided.value(row), executedFrom: try executedFrom.value(row),
            endReason: try endReason.value(row), isPostponed: try postponed.value(row) ?? false,
            localID: localID.isEmpty || PersonMask.holdsPersonKey(localID) ? nil : localID)
        let own = row.value(number)
        let hash = own.isEmpty ? nil : ByteHash.hash(row.batch.bytes.span, own, seed: 0)
        return DecisionRow(
            person: try person.person(row, on: first, &remarks), decision: decision, number: hash,
            mark: Self.mark(decision, attributes, hash), written: granted.written, per: granted.per)
    }

    /// All that a decision says but its number and person: the same of the same person is the same decision.
    private static func mark(_ decision: Decision, _ attributes: CaseAttributes, _ number: UInt64?) -> UInt64 {
        let parts: [UInt64] = [
            attributes.packed, UInt64(decision.outcome.rawValue),
            UInt64(UInt32(bitPattern: decision.from.daysSince1970)),
            decision.to.map { UInt64(UInt32(bitPattern: $0.daysSince1970)) } ?? .max,
            UInt64(bitPattern: decision.hours.milliseconds), UInt64(decision.unit.rawValue),
            decision.isUnlimited ? 1 : 0, decision.appliedHours.map { UInt64(bitPattern: $0.milliseconds) } ?? .max,
            decision.applied.map { UInt64(UInt32(bitPattern: $0.daysSince1970)) } ?? .max,
            decision.decided.map { UInt64(UInt32(bitPattern: $0.daysSince1970)) } ?? .max, number ?? .max,
            decision.executedFrom.map { UInt64(UInt32(bitPattern: $0.daysSince1970)) } ?? .max,
        ]
        return parts.reduce(0) { ByteHash.mixed($0, $1) }
    }

    private struct Grant {
        var hours: Hours
        var unit: HoursUnit
        var per: GrantPer
        /// As the cell has them, before they are per a unit that decisions are kept in.
        var written: Hours?
        var isUnlimited: Bool
        /// No decision has more hours per unit than there are.
        var most: Hours
    }

    /// Hours, their unit, and whether there is no ceiling. Hours may be empty when there is none, or nothing was granted.
    private mutating func grant(
        _ row: borrowing Row, _ outcome: Outcome, _ days: ClosedRange<CivilDate>, isOpen: Bool
    ) throws(RowFault) -> Grant {
        let isUnlimited = try unlimited.value(row) ?? false
        let needsHours = outcome.isGranted && !isUnlimited
        let written = try row.decoded(amountPlace) { bytes throws(FaultRule) in
            try HoursField.amount(bytes, as: measure)
        }
        let inColumn = try unit.value(row)
        if let inColumn, let other = written?.per ?? headerPer, other != inColumn {
            throw unit.fault(.unitsDiffer, row)
        }
        guard written != nil || !needsHours else { throw RowFault(.missingValue, at: amountPlace, found: .empty) }
        guard let per = written?.per ?? inColumn ?? self.per ?? (needsHours ? nil : .month) else {
            lacksUnit = true
            throw RowFault(.unknownUnit, at: unit.isThere ? unit.place : amountPlace, found: .empty)
        }
        let (hours, hoursUnit) = per.converted(written?.hours ?? .zero)
        let hoursInUnit =
            switch hoursUnit {
            case .week: 7 * 24
            case .month: 31 * 24
            case .year: 366 * 24
            case .period: isOpen ? Int(Int32.max) : (days.lowerBound.days(to: days.upperBound) + 1) * 24
            }
        let most = Hours(milliseconds: Int64(hoursInUnit) * 3_600_000)
        guard hours >= .zero, hours <= most else { throw row.fault(.outOfRange, at: amountPlace) }
        // The hours of a whole decision can be spread over its months only when it ends.
        guard hoursUnit != .period || !isOpen || !needsHours else {
            throw RowFault(.missingValue, at: to.place >= 0 ? to.place : unit.place, found: .empty)
        }
        return Grant(
            hours: hours, unit: hoursUnit, per: per, written: written?.hours, isUnlimited: isUnlimited, most: most)
    }

    static func amount(of row: DecisionRow) -> Int64? { row.written?.milliseconds ?? 0 }

    func amount(_ row: borrowing Row) -> Int64? {
        let written = try? row.decoded(amountPlace) { bytes throws(FaultRule) in
            try HoursField.amount(bytes, as: measure)
        }
        return written?.hours.milliseconds
    }

    /// Throws `unitUnknown` for a file that does not say what its hours are per.
    func finish() throws(IntakeFileError) {
        guard lacksUnit, !unit.isThere else { return }
        throw .unitUnknown(column: Decisions.hours.name, header: header)
    }
}
