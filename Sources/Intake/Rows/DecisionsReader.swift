// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// Reads a file of decisions (*beslut*), one a row.
struct DecisionsReader {
    private let width: Int
    private let from: Int
    private let to: Int
    private let outcome: Int
    private let hours: Int
    private let unit: Int
    private let unlimited: Int
    private let applied: Int
    private let appliedHours: Int
    private let decided: Int
    private let number: Int
    private let seed: UInt64
    private var person: PersonColumns
    private var common: CaseColumns
    private var outcomes = WordMemo<Outcome>()
    private var units = WordMemo<HoursUnit>()
    private var yesNo = WordMemo<Bool>()
    private(set) var log: RowLog

    init(_ header: Header, services: ServiceNames, log: RowLog) {
        width = header.fields.count
        from = header.placeOrNone("from")
        to = header.placeOrNone("tom")
        outcome = header.placeOrNone("utfall")
        hours = header.placeOrNone("timmar")
        unit = header.placeOrNone("enhet")
        unlimited = header.placeOrNone("fri")
        applied = header.placeOrNone("ansokan")
        appliedHours = header.placeOrNone("sokta_timmar")
        decided = header.placeOrNone("beslutsdatum")
        number = header.placeOrNone("beslut_id")
        seed = header.seed
        person = PersonColumns(header)
        common = CaseColumns(header, services)
        self.log = log
    }

    /// Reads the rows of a batch from record `first` on.
    mutating func read(_ batch: RecordBatch, from first: Int, into builder: inout CaseBuilder) {
        for record in first..<max(first, batch.count) {
            log.begin(line: batch.line(of: record))
            do {
                try read(batch, record, into: &builder)
                log.keep()
            } catch {
                log.setAside(error)
            }
        }
    }

    private mutating func read(
        _ batch: RecordBatch, _ record: Int, into builder: inout CaseBuilder
    ) throws(RowFault) {
        if let fault = batch.recordFault(of: record, columns: width) { throw fault }
        if case .strayQuote(let column)? = batch.irregularity(of: record) { log.remark(.strayQuote, at: column) }

        let service = try common.service(batch, record)
        guard let first = try date(from, batch, record) else {
            throw RowFault(.missingValue, at: from, found: .empty)
        }
        let last = try lastDay(batch, record, first)
        let outcome = try outcome(batch, record)
        let granted = try grant(batch, record, outcome: outcome, first...(last ?? first), isOpen: last == nil)
        let attributes = try common.attributes(batch, record, service: service, on: first, &builder, &log)
        let law = attributes.law ?? builder.services.services[Int(service)].law
        let appliedHours = try batch.decoded(appliedHours, of: record) { field throws(FaultRule) in
            let hours = try HoursField.decode(field)
            guard hours >= .zero, hours <= granted.most else { throw .outOfRange }
            return hours
        }
        let applied = try date(applied, batch, record)
        let decided = try date(decided, batch, record)
        let personal = try person.attributes(batch, record, on: first)
        let index = try person.person(batch, record, on: first, personal, in: &builder.persons, &log)
        guard builder.decisionFingerprints.insert(batch.fingerprint(of: record, seed: seed)).inserted else {
            throw RowFault(.duplicateRow)
        }

        let decision = Decision(
            person: index, service: service, law: law, district: attributes.district, outcome: outcome, from: first,
            to: last, hours: granted.hours, unit: granted.unit, isUnlimited: granted.isUnlimited,
            provider: attributes.provider, providerType: attributes.providerType, appliedHours: appliedHours,
            applied: applied, decided: decided)
        try setAsideSecondListing(of: decision, batch, record, in: &builder)
        builder.decisions.append(decision)
        if outcome.isGranted {
            let days = first.daysSince1970...(last?.daysSince1970 ?? Int32.max)
            if builder.overlaps.add(index, service, days) { log.remark(.overlappingDecisions, at: from) }
        }
    }

    /// A decision that is listed under another name of its board already is kept once, as the board's that there was
    /// on its first day.
    private func setAsideSecondListing(
        of decision: Decision, _ batch: RecordBatch, _ record: Int, in builder: inout CaseBuilder
    ) throws(RowFault) {
        let written = batch.value(number, of: record)
        let hash = written.isEmpty ? nil : ByteHash.hash(batch.bytes.span, written, seed: 0)
        let listed = builder.bothNames.place(
            of: decision, number: hash, among: builder.decisions, builder.districts)
        guard let listed, let board = decision.district else { return }
        if let first = builder.decisions[listed].district, !builder.districts.exists(first, on: decision.from),
            builder.districts.exists(board, on: decision.from)
        {
            builder.decisions[listed].district = board
        }
        throw RowFault(.listedUnderBothNames, at: common.district, found: builder.districts.shape(of: board))
    }

    private func date(_ place: Int, _ batch: RecordBatch, _ record: Int) throws(RowFault) -> CivilDate? {
        try batch.decoded(place, of: record) { field throws(FaultRule) in
            let date = try DateField.decode(field)
            guard (1900...2200).contains(date.year) else { throw .outOfRange }
            return date
        }
    }

    /// *Gäller till*; nil is an open end, also when written as a day that nobody will see (`9999-12-31`).
    private func lastDay(_ batch: RecordBatch, _ record: Int, _ first: CivilDate) throws(RowFault) -> CivilDate? {
        let date = try batch.decoded(to, of: record) { field throws(FaultRule) in try DateField.decode(field) }
        guard let date, date.year <= 2200 else { return nil }
        guard date >= first else {
            throw RowFault(
                .endsBeforeStart, at: to,
                found: ValueShape(of: batch.bytes.span.extracting(batch.value(to, of: record))))
        }
        return date
    }

    /// *Utfall*; empty is *bifall*.
    private mutating func outcome(_ batch: RecordBatch, _ record: Int) throws(RowFault) -> Outcome {
        try batch.decodedWord(outcome, of: record, person: person.key) { word throws(FaultRule) in
            try outcomes.meaning(of: word) { spelling throws(FaultRule) in try WordField.outcome.decode(spelling) }
        } ?? .granted
    }

    private struct Grant {
        var hours: Hours
        var unit: HoursUnit
        var isUnlimited: Bool
        /// No decision has more hours per unit than there are.
        var most: Hours
    }

    /// Hours, their unit, and whether there is no ceiling. Hours may be empty when there is none, or nothing was granted.
    private mutating func grant(
        _ batch: RecordBatch, _ record: Int, outcome: Outcome, _ days: ClosedRange<CivilDate>, isOpen: Bool
    ) throws(RowFault) -> Grant {
        let unit =
            try batch.decodedWord(unit, of: record, person: person.key) { word throws(FaultRule) in
                try units.meaning(of: word) { spelling throws(FaultRule) in try WordField.unit.decode(spelling) }
            } ?? .month
        let isUnlimited =
            try batch.decodedWord(unlimited, of: record, person: person.key) { word throws(FaultRule) in
                try yesNo.meaning(of: word) { spelling throws(FaultRule) in try WordField.yesNo.decode(spelling) }
            } ?? false
        let hoursInUnit =
            switch unit {
            case .week: 7 * 24
            case .month: 31 * 24
            case .year: 366 * 24
            case .period: isOpen ? Int(Int32.max) : (days.lowerBound.days(to: days.upperBound) + 1) * 24
            }
        let most = Hours(milliseconds: Int64(hoursInUnit) * 3_600_000)
        let hours = try batch.decoded(hours, of: record) { field throws(FaultRule) in
            let hours = try HoursField.decode(field)
            guard hours >= .zero, hours <= most else { throw .outOfRange }
            return hours
        }
        let needsHours = outcome.isGranted && !isUnlimited
        guard let hours = hours ?? (needsHours ? nil : .zero) else {
            throw RowFault(.missingValue, at: self.hours, found: .empty)
        }
        // The hours of a whole decision can be spread over its months only when it ends.
        guard unit != .period || !isOpen || !needsHours else {
            throw RowFault(.missingValue, at: to >= 0 ? to : self.unit, found: .empty)
        }
        return Grant(hours: hours, unit: unit, isUnlimited: isUnlimited, most: most)
    }
}
