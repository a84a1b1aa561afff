// SPDX-License-Identifier: EUPL-1.2

package import CaseData
import Tabular
import Terms

extension SourceKind {
    package static let visits = SourceKind(rawValue: "visits")
}

/// *Utförd tid*: a row a visit, a person's month, or a person's year with a column for each month.
enum Visits: TableKind {
    static let kind = SourceKind.visits
    static let words = Phrase(sv: "utförd tid", en: "performed hours")
    static let stems = ["utforda", "utford", "utfortid", "utftid", "besok", "visits"]
    static let settings: Set<SourceSetting> = [.year, .units, .from]
    static let holdsCases = true
    static let mayHaveMonthColumns = true

    static let date = ColumnDeclaration(
        "datum",
        [
            "Besöksdatum", "Utförd datum", "Utförandedatum", "Dag", "Date", "Utfört datum", "Datum för besök",
            "Insatsdatum", "Besöksdag", "Registreringsdatum", "Dag för besök", "Startdatum", "ExecutionStartDate",
            "Visit date",
        ], .date)
    static let month = ColumnDeclaration(
        "manad",
        [
            "Månad", "Period", "Month", "År-månad", "Årmånad", "Avser månad", "Redovisningsmånad", "Perioden",
            "Kalendermånad", "Mån", "Utförandemånad", "Avser period",
        ], .month)
    /// Of a month that is written without its year.
    static let year = ColumnDeclaration("ar", ["År", "Year", "Redovisningsår", "Kalenderår", "Avser år"], .year)
    static let start = ColumnDeclaration(
        "start",
        [
            "Starttid", "Start tid", "Klockslag start", "Från kl", "Från klockan", "StartTime", "Start kl", "Tid från",
            "Från tid", "Påbörjad", "Ankomst", "Incheckad", "Besök start", "Start time",
        ], .clock)
    static let end = ColumnDeclaration(
        "slut",
        [
            "Sluttid", "Slut tid", "Klockslag slut", "Till kl", "Till klockan", "EndTime", "Slut kl", "Tid till",
            "Till tid", "Avslutad", "Utcheckad", "Avgång", "Besök slut", "End time",
        ], .clock)
    /// Start and end in one cell. A column called *Tid* is this one where its cells are, else the hours.
    static let interval = Column(
        "klockslag",
        [
            "Klockslag från-till", "Tid från-till", "Tidsintervall", "Klockan", "Kl", "Start-slut", "Starttid-sluttid",
            "Tidpunkt", "Besökstider", "Time interval",
        ], .clock, knownByValues: true, takesOver: "timmar",
        decode: { bytes throws(FaultRule) in try ClockInterval(decoding: bytes) })
    static let hours = ColumnDeclaration(
        "timmar",
        [
            "Utförda timmar", "Antal timmar", "Utförd tid", "Tid", "Hours", "Utförd tid timmar", "Tim", "Duration",
            "Längd", "Tidsåtgång", "Varaktighet", "Minuter", "Antal minuter", "Utförda minuter", "Antal tim",
            "Summa tid", "Summa timmar", "Omfattning", "Rapporterad tid", "Besökstid", "Total tid",
        ], .amount)
    static let unit = Column(
        "tidsenhet", ["Enhet", "Unit", "Duration unit", "Tid enhet", "Måttenhet"], .word,
        knownByValues: true,
        decode: { bytes throws(FaultRule) in
            guard let measure = HeaderUnit(word: bytes.text)?.measure else { throw .unknownUnit }
            return measure
        })
    static let status = Column(
        "status",
        [
            "Besöksstatus", "Utförandestatus", "Status besök", "Besök status", "Utförd ja/nej", "Händelse",
            "Registreringsstatus", "Visit status", "Insatsstatus", "Tillstånd",
        ], .word, decisive: true, standsIn: "installd",
        decode: { bytes throws(FaultRule) in try WordField.status.decode(bytes) })
    static let cancelled = Column(
        "installd",
        [
            "Cancelled", "Canceled", "Inställd", "Inställt", "Avbokad", "Avbokat", "Bom", "Bombesök", "Ej utförd",
            "IsCancelled",
        ], .word, decode: { bytes throws(FaultRule) in try WordField.yesNo.decode(bytes) })
    static let transaction = Column(
        "typ",
        [
            "Transaktionstyp", "Registreringstyp", "Posttyp", "Radtyp", "Rörelsetyp", "Debet/kredit", "Debitering",
            "Transaction type",
        ], .word, decode: { bytes throws(FaultRule) in try WordField.transaction.decode(bytes) })
    static let doubled = Column(
        "dubbelbemanning",
        ["DoubleManning", "Dubbelbemannad", "Dubbel bemanning", "Dubbelbemanning ja/nej", "IsDoubleManning"], .word,
        decode: { bytes throws(FaultRule) in try WordField.yesNo.decode(bytes) })
    static let reason = ColumnDeclaration(
        "orsak", ["Avbokningsorsak", "Reason", "CancelledReason", "Orsak till avbokning", "Frånvaroorsak"], .text)
    static let expenses = Column(
        "omkostnad", ["Omkostnader", "Omkostnadsersättning", "Utlägg"], .amount,
        decode: { bytes throws(FaultRule) -> Double in
            let kronor = try DecimalField.decode(bytes).value
            guard kronor >= 0 else { throw .outOfRange }
            return kronor
        })

    static let columns =
        [
            PersonColumns.key, CaseColumns.service, date, month, year, start, end, interval.declaration, hours,
            unit.declaration,
            status.declaration, cancelled.declaration, transaction.declaration, doubled.declaration, reason,
            CaseColumns.board, CaseColumns.law.declaration, CaseColumns.provider,
            CaseColumns.providerType.declaration, CaseColumns.deleted.declaration, expenses.declaration,
        ] + PersonColumns.all.dropFirst()

    /// The file's name or a title may tell the month of all rows; but then only the file's name, or the project file, can
    /// tell that it is one of visits.
    static func isTold(by header: Header) -> Bool {
        header.has(date) || header.has(month) || header.has(start) || MonthColumns(header) != nil
    }

    static func missing(_ header: Header, in table: TableNames) -> ColumnDeclaration? {
        if let column = table.firstMissing(header) { return column }
        if MonthColumns(header) != nil { return nil }
        guard header.has(date) || header.has(month) || header.has(start) || table.month != nil else { return date }
        let hasClock = header.has(start) && header.has(end) || header.has(interval.declaration)
        return header.has(hours) || hasClock ? nil : hours
    }

    /// What all files of visits give: person-months, and which months there are rows of.
    struct Store {
        var folds = Shards(VisitFold())
        /// Rows that take back a visit; whose they are is known when all have been read.
        var credits: [(place: RowPlace, visit: Visit)] = []
        /// The hours of files where nothing tells the unit, to be judged against those that were granted.
        var doubtful: [Int32: DoubtfulHours] = [:]
        var firstMonth = Int32.max
        var lastMonth = Int32.min
        /// What becomes of the rows of each file, by its number.
        private(set) var tallies: [VisitTally?] = []

        @inline(__always)
        mutating func tally(_ file: Int32, _ body: (inout VisitTally) -> Void) {
            while tallies.count <= Int(file) { tallies.append(nil) }
            if tallies[Int(file)] == nil { tallies[Int(file)] = VisitTally() }
            body(&tallies[Int(file)]!)
        }
    }

    static func store(_ project: Project) -> Store { Store() }

    @inline(__always)
    static func settle(
        _ visit: Visit, at place: RowPlace, _ remarks: inout RowRemarks, _ store: inout Store, _ ledger: inout Ledger
    ) throws(RowFault) {
        if visit.isCredit {
            store.credits.append((place, visit))
            return
        }
        let person = PersonReader.settle(visit.person, at: place, &remarks, &ledger)
        let settled = store.folds[person].settle(visit, person: person.number, at: place, ledger.names.boards)
        store.tally(place.file) { $0.add(visit, settled) }
        if settled.isTaken {
            ledger.names.keep(board: visit.attributes.board, provider: visit.attributes.provider, order: place.order)
        }
        if visit.isOfDoubtfulUnit { store.doubtful[place.file, default: DoubtfulHours()].add(visit) }
        let (first, last) = visit.span
        if first < store.firstMonth { store.firstMonth = first }
        if last > store.lastMonth { store.lastMonth = last }
    }

    static func finish(_ store: consuming Store, _ ledger: inout Ledger, _ dataset: inout Dataset) {
        for (file, hours) in store.doubtful.sorted(by: { $0.key < $1.key }) {
            let persons = ledger.persons.byFile[Int(file)].all
            let granted = persons.reduce(0) { $0 + (ledger.grantedRates[$1] ?? 0) }
            if let seems = hours.seems(granted: granted) {
                ledger.fileErrors.append(
                    (Int(file), .unitSeems(column: Self.hours.name, header: Self.hours.name, measure: seems)))
            }
        }
        for (place, visit) in store.credits {
            if let person = ledger.persons.person(of: visit.person.key.pseudonym) {
                store.folds[person].note(credit: visit, person: person.number, at: place)
            } else {
                ledger.late.append(LateFault(place: place, fault: RowFault(.creditWithoutVisit, in: hours)))
            }
        }
        for shard in 0..<Shards<Int>.count {
            let taken = store.folds[shard: shard].finish(&ledger.late, &ledger.lateRemarks)
            for row in taken {
                let attributes = row.attributes
                ledger.names.keep(board: attributes.board, provider: attributes.provider, order: row.place.order)
                store.tally(row.place.file) { $0.takeAgain(row.milliseconds) }
            }
        }
        let late = Set(ledger.late.map(\.place))
        for (place, visit) in store.credits {
            let hours = visit.hours?.milliseconds ?? 0
            store.tally(place.file) { $0.add(creditOf: hours, isTaken: !late.contains(place)) }
        }
        for (file, tally) in store.tallies.enumerated() {
            if let tally { ledger.bases[file] = tally.basis(ledger.sums[file]) }
        }
        ledger.settle()
        var months: [(order: UInt64, hours: PerformedHours)] = []
        for shard in 0..<Shards<Int>.count {
            store.folds[shard: shard].drain(shard: shard, ledger) { order, hours in months.append((order, hours)) }
        }
        months.sort { $0.order < $1.order }
        dataset.performed = months.map(\.hours)
        if store.firstMonth <= store.lastMonth {
            dataset.observationWindow = YearMonth(index: store.firstMonth)...YearMonth(index: store.lastMonth)
        }
    }

    typealias Reader = VisitReader
}

/// What a row of performed hours says.
struct Visit {
    var person: RowPerson
    var attributes: CaseAttributes
    var month: YearMonth
    /// 1–31; of a whole month its last.
    var day: Int
    /// Whether the row is of a whole month, so that no day of it is known.
    var isWholeMonth: Bool
    /// Nil where the row tells none, which only a visit that was not performed may.
    var hours: Hours?
    var isPerformed: Bool
    /// Takes back a visit; `hours` are those of the visit.
    var isCredit: Bool
    /// Another companion's part of the same visit: no more hours for the person.
    var isDouble: Bool
    /// Whether day and clock time tell the visit apart from others.
    var isClocked: Bool
    /// Rows of the same person and service with the same mark are the same visit.
    var mark: UInt64
    /// Whether nothing tells what unit the hours are in; their column's header then.
    var isOfDoubtfulUnit: Bool
    /// Whether the hours have as many digits as a fraction of a day has.
    var isLongFraction = false
    /// Whether the hours are written in the row, and not told by its clock times.
    var isWritten = false
    /// Of a row without clock times: what the columns that are read say, but the board.
    var contents: UInt64?
    /// The word by which it was not performed.
    var status = VisitStatus.performed
    /// Of a row with a column for each month: those that have hours.
    var months: [(YearMonth, Hours)] = []

    /// The first and last month that the row is of.
    @inline(__always)
    var span: (Int32, Int32) {
        guard let first = months.first, let last = months.last else { return (month.index, month.index) }
        return (first.0.index, last.0.index)
    }
}

/// The hours of a file whose unit nothing tells.
struct DoubtfulHours {
    private var sum: Int64 = 0
    private var rows = 0
    private var longFractions = 0
    private var months: Set<Int32> = []

    mutating func add(_ visit: borrowing Visit) {
        let hours =
            visit.months.isEmpty
            ? visit.hours.map(\.milliseconds) ?? 0 : visit.months.reduce(0) { $0 + $1.1.milliseconds }
        sum += hours
        rows += 1
        if visit.isLongFraction { longFractions += 1 }
        if visit.months.isEmpty {
            months.insert(visit.month.index)
        } else {
            months.formUnion(visit.months.map(\.0.index))
        }
    }

    /// The unit that the hours seem to be in, beside those that the same persons are granted a month: all together use six
    /// times what was granted only if the hours are minutes; and a file where many numbers have the digits of a fraction
    /// of a day, and that adds up to next to nothing, has Excel's fractions of a day.
    func seems(granted: Int64) -> TimeMeasure? {
        guard granted > 0, !months.isEmpty else { return nil }
        let share = Double(sum) / (Double(granted) * Double(months.count))
        if share > 6 { return .minutes }
        return share < 0.08 && longFractions * 10 > rows ? .days : nil
    }
}
