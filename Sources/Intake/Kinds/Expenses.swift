// SPDX-License-Identifier: EUPL-1.2

package import CaseData
import Tabular
import Terms

extension SourceKind {
    package static let expenses = SourceKind(rawValue: "expenses")
}

/// *Omkostnader*: one row an outlay that a person asks to have paid back. Where there is such a file, the column `omkostnad`
/// of visits does not count.
enum Expenses: TableKind {
    static let kind = SourceKind.expenses
    static let words = Phrase(sv: "omkostnader", en: "expenses")
    static let stems = ["omkostnader", "omkostnad", "utlagg", "expenses"]

    static let date = ColumnDeclaration(
        "datum",
        [
            "Utläggsdatum", "Inköpsdatum", "Kvittodatum", "Datum för utlägg", "Betalningsdatum", "Betaldatum", "Dag",
            "Omkostnadsdatum", "Datum för omkostnad", "Besöksdatum", "Bokföringsdatum", "Date",
        ], .date, required: true)
    static let amount = ColumnDeclaration(
        "belopp",
        [
            "Kronor", "Kr", "Summa kr", "Utlägg", "Omkostnad", "Omkostnadsersättning", "Ersättning", "Belopp kr", "SEK",
            "Kostnad", "Utbetalt belopp", "Amount",
        ], .number, required: true)
    static let purpose = ColumnDeclaration(
        "slag",
        [
            "Typ", "Utgiftsslag", "Ändamål", "Avser", "Kategori", "Kostnadsslag", "Omkostnadsslag", "Benämning", "Art",
            "Beskrivning", "Vad", "Purpose",
        ], .text)
    static let granted = Column(
        "beviljad",
        [
            "Beviljat", "Godkänd", "Godkänt", "Ersatt", "Utbetald", "Utbetalt", "Attesterad", "Beslut", "Bifall",
            "Ersätts", "Godkännande", "Granted",
        ], .word, decode: { bytes throws(FaultRule) in try yesNo(bytes) })
    static let receipt = Column(
        "kvitto",
        [
            "Kvitto finns", "Kvitto bifogat", "Har kvitto", "Bifogat kvitto", "Kvitto inlämnat", "Underlag",
            "Verifikation", "Underlag finns", "Kvitto ja/nej", "Kvitterat", "Kvitto inkommit", "Receipt",
        ], .word, decode: { bytes throws(FaultRule) in try WordField.yesNo.decode(bytes) })

    static let columns = [PersonColumns.key, date, amount, purpose, granted.declaration, receipt.declaration]

    /// *Ja*, or the outcome of a decision: *bifall*.
    private static func yesNo(_ bytes: Span<UInt8>) throws(FaultRule) -> Bool {
        if let outcome = try? WordField.outcome.decode(bytes) { return outcome.isGranted }
        return try WordField.yesNo.decode(bytes)
    }

    typealias Reader = ExpenseReader
    typealias Store = RowStore<(person: PersonRef, expense: Expense)>

    static func store(_ project: Project) -> Store { Store() }

    static func settle(
        _ row: ExpenseRow, at place: RowPlace, _ remarks: inout RowRemarks, _ store: inout Store, _ ledger: inout Ledger
    ) throws(RowFault) {
        store.append((PersonReader.settle(row.person, at: place, &remarks, &ledger), row.expense), at: place)
    }

    static func finish(_ store: consuming Store, _ ledger: inout Ledger, _ dataset: inout Dataset) {
        ledger.settle()
        // A file of its own goes before the column of visits: the same outlay may stand in both.
        if store.kept.isEmpty { return }
        dataset.expenses = store.kept.map { _, row in
            var expense = row.expense
            expense.person = ledger.persons.index(row.person)
            return expense
        }
    }
}

/// What a row of expenses says; its person is not known yet.
struct ExpenseRow {
    var person: RowPerson
    var expense: Expense
}

/// Reads one file of expenses.
struct ExpenseReader: KindReader {
    let width: Int
    let amountPlace: Int
    private let date: DateColumnReader
    private let purpose: Int
    private var person: PersonReader
    private var granted: ColumnReader<Bool>
    private var receipt: ColumnReader<Bool>

    init(_ table: SettledTable) {
        width = table.header.fields.count
        amountPlace = table.header.place(of: Expenses.amount)
        date = DateColumnReader(Expenses.date, in: table)
        purpose = table.header.place(of: Expenses.purpose)
        person = PersonReader(table)
        granted = ColumnReader(Expenses.granted, in: table.header)
        receipt = ColumnReader(Expenses.receipt, in: table.header)
    }

    mutating func decode(
        _ row: borrowing Row, _ names: inout Names, _ remarks: inout RowRemarks
    ) throws(RowFault) -> ExpenseRow? {
        let date = try date.required(row)
        let amount = try row.decoded(amountPlace) { bytes throws(FaultRule) in try Self.ore(bytes) }
        guard let amount else { throw RowFault(.missingValue, at: amountPlace, found: .empty) }
        let purpose = row.word(purpose)
        return ExpenseRow(
            person: try person.person(row, on: date, &remarks),
            expense: Expense(
                person: 0, date: date, amount: amount,
                purpose: purpose.isEmpty || PersonMask.holdsPersonKey(purpose) ? nil : purpose,
                isGranted: try granted.value(row), hasReceipt: try receipt.value(row)))
    }

    /// Kronor as whole öre, to the nearest; never negative, and less than a million kronor.
    private static func ore(_ bytes: Span<UInt8>) throws(FaultRule) -> Int64 {
        let ore = try KronorField.decode(bytes).ore
        guard (0..<100_000_000).contains(ore) else { throw .outOfRange }
        return ore
    }

    /// Sum rows are checked in milliseconds, as hours are. A krona takes the place of an hour, so an öre is a hundredth of it.
    private static let perOre: Int64 = 36_000

    static func amount(of row: ExpenseRow) -> Int64? { row.expense.amount * perOre }

    func amount(_ row: borrowing Row) -> Int64? {
        let ore = try? row.decoded(amountPlace) { bytes throws(FaultRule) in try Self.ore(bytes) }
        return ore.map { $0 * Self.perOre }
    }
}
