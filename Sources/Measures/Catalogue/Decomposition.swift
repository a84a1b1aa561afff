// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// Question 4: what explains the change in hours?
extension Measure {
    static let decomposition = Measure(
        name: .decomposition, label: Phrase(sv: "Förändringens delar", en: "Parts of the change"),
        material: .register([.decisions, .visits]), adding: .persons,
        aspects: [
            Aspect(
                "", value: .difference(.hours, adds: true), quantities: [.persons: .persons], links: [],
                yearsCompared: performedBothYears, declares: { _, _ in Declaration(.difference, [:]) },
                by: ofYear.union([.factor]), filteredOn: ofYear,
                remarks: [.coverage], settingKeys: ["pro_rating"], definition: { _, _ in changeInPerformed },
                subject: { _ in Phrase(sv: "Förändringens delar", en: "Parts of the change") }, isSigned: true,
                count: .sideBySide(FactorTable.performed) { inquiry in inquiry.partsOfPerformed(.sum) }),
            performed(
                .persons, Phrase(sv: "Förändring genom antalet personer", en: "Change due to the number of persons")),
            performed(
                .grantedPerPerson,
                Phrase(sv: "Förändring genom beviljade timmar per person", en: "Change due to granted hours per person")
            ),
            performed(
                .utilisation,
                Phrase(sv: "Förändring genom andelen utförda timmar", en: "Change due to the share performed")),
            performed(.sum, Phrase(sv: "Förändring i utförda timmar", en: "Change in performed hours")),
            granted(
                .decisions, Phrase(sv: "Förändring genom antalet beslut", en: "Change due to the number of decisions")),
            granted(
                .hoursPerDecision,
                Phrase(sv: "Förändring genom timmar per beslut", en: "Change due to hours per decision")),
            granted(.grantedSum, Phrase(sv: "Förändring i beviljade timmar", en: "Change in granted hours")),
        ], ofTotals: nil, adverse: nil, explanation: .decomposition)

    // The decomposition divides the hours inside decisions: the upper sum of the utilisation.
    private static let performedBothYears = YearsCompared(
        [NumberName(.performedHours), NumberName(.utilisation, .headline, .numerator)], isExact: false, factors: [])
    private static let grantedBothYears = YearsCompared([NumberName(.grantedHours)], isExact: false, factors: [])

    /// A part is of both years, and no difference of any two numbers: it is L · ln of a factor's change, so that each part
    /// tells how its factor changed.
    private static let partOfPerformed = YearsCompared(
        [], isExact: false,
        factors: [Part.numerator, .denominator, .persons].map { NumberName(.utilisation, .headline, $0) })
    private static let partOfGranted = YearsCompared([], isExact: false, factors: [NumberName(.grantedHours)])

    /// The parts add to the change, and each tells how one factor has changed.
    private static func declaration(of factor: Question.DecompositionFactor) -> Declaration {
        let whole: DeclaredQuantity
        var factors: [(Question.DecompositionFactor, DeclaredQuantity, DeclaredQuantity?)] = []
        switch factor {
        case .persons, .grantedPerPerson, .utilisation, .sum:
            whole = .insideHours
            factors = [
                (.persons, .observed, nil), (.grantedPerPerson, .observedHours, .observed),
                (.utilisation, .insideHours, .observedHours),
            ]
        case .decisions, .hoursPerDecision, .grantedSum:
            whole = .grantedHours
            factors = [(.decisions, .givingDecisions, nil), (.hoursPerDecision, .grantedHours, .givingDecisions)]
        }
        let change = DeclaredQuantity.change(of: whole)
        let parts = factors.map { part, _, _ in
            DeclaredQuantity(
                "\(change.name)-by-\(part.rawValue)",
                Phrase(
                    sv: "\(change.title.swedish) genom \(part.rawValue)",
                    en: "\(change.title.english) by \(part.rawValue)"), .difference, .hours, adds: [:])
        }
        let own = factors.firstIndex { $0.0 == factor }.map { parts[$0] } ?? change
        return Declaration(
            .difference, [.value: own],
            [
                .change(of: whole), .sum(whole: change.name, parts: parts.map(\.name)),
                .logarithmicParts(
                    whole: change.name, of: whole.name,
                    factors: zip(factors, parts).map { factor, part in
                        DeclaredRelation.Factor(part.name, factor.1.name, over: factor.2?.name)
                    }),
            ], others: [whole, change] + parts + factors.flatMap { [$0.1] + ($0.2.map { [$0] } ?? []) })
    }

    private static let changeInPerformed = Phrase(
        sv: "Skillnad mot året innan i utförda timmar under beslut.",
        en: "Difference from the year before in performed hours under decisions.")

    private static func performed(_ factor: Question.DecompositionFactor, _ subject: Phrase) -> Aspect {
        let isSum = factor == .sum
        return part(
            factor, of: [.persons, .grantedPerPerson, .utilisation], isSum: isSum,
            compared: isSum ? performedBothYears : partOfPerformed, remarks: [.coverage],
            isSum
                ? changeInPerformed
                : Phrase(
                    sv:
                        "Så mycket av förändringen i utförda timmar som faktorn svarar för, när de utförda timmarna skrivs som "
                        + "personer × beviljade timmar per person × andel utförda timmar (LMDI).",
                    en:
                        "The part of the change in performed hours that the factor accounts for, when performed hours are "
                        + "written as persons × granted hours per person × utilisation (LMDI)."), subject
        ) { inquiry in inquiry.partsOfPerformed(factor) }
    }

    private static func granted(_ factor: Question.DecompositionFactor, _ subject: Phrase) -> Aspect {
        let isSum = factor == .grantedSum
        return part(
            factor, of: [.decisions, .hoursPerDecision], isSum: isSum,
            compared: isSum ? grantedBothYears : partOfGranted, remarks: [],
            isSum
                ? Phrase(
                    sv: "Skillnad mot året innan i beviljade timmar.",
                    en: "Difference from the year before in granted hours.")
                : Phrase(
                    sv:
                        "Så mycket av förändringen i beviljade timmar som faktorn svarar för, när de beviljade timmarna skrivs "
                        + "som beslut × timmar per beslut (LMDI).",
                    en:
                        "The part of the change in granted hours that the factor accounts for, when granted hours are written "
                        + "as decisions × hours per decision (LMDI)."), subject
        ) { inquiry in inquiry.partsOfGranted(factor) }
    }

    private static func part(
        _ factor: Question.DecompositionFactor, of parts: [Question.DecompositionFactor], isSum: Bool,
        compared: YearsCompared, remarks: Set<Remark>, _ definition: Phrase, _ subject: Phrase,
        _ rows: @escaping @Sendable (Inquiry) throws(QuestionError) -> [CountedRow]
    ) -> Aspect {
        Aspect(
            Question.Aspect.part(factor).name, spelled: [.init(factor.rawValue, .part(factor))],
            value: .difference(.hours, adds: true), quantities: [.persons: .persons],
            links: isSum
                ? [
                    .sum(
                        of: .value, [Link.Term(1)] + parts.map { Link.Term(-1, NumberName(.decomposition, .part($0))) })
                ]
                : [],
            yearsCompared: compared, declares: { _, _ in declaration(of: factor) }, by: ofYear, remarks: remarks,
            settingKeys: ["pro_rating"],
            id: { _, _ in factor.rawValue }, definition: { _, _ in definition }, subject: { _ in subject },
            isSigned: true, count: .persons(rows))
    }
}

extension FactorTable {
    /// The change in performed hours and its three parts.
    fileprivate static let performed = FactorTable(
        dimension: .factor,
        parts: [
            (Question.DecompositionFactor.persons, Phrase(sv: "Antal personer", en: "Number of persons")),
            (.grantedPerPerson, Phrase(sv: "Beviljade timmar per person", en: "Granted hours per person")),
            (.utilisation, Phrase(sv: "Andel utförda timmar", en: "Utilisation")),
        ].enumerated().map { rank, part in
            (Category(.factor, code: part.0.rawValue, label: part.1, rank: rank), .part(part.0))
        }, whole: .part(.sum),
        definition: Phrase(
            sv:
                "Förändringen mot året innan i utförda timmar under beslut, delad på personer × beviljat per person "
                + "× andel utförda timmar (LMDI). Delarna summerar till förändringen.",
            en: "The change from the year before in performed hours under decisions, split into persons × granted "
                + "per person × utilisation (LMDI). The parts add to the change."))
}

extension Inquiry {
    /// ΣU = N × (B ÷ N) × (U ÷ B), over the person-months of `utilisation`; N is the persons who have them.
    fileprivate func partsOfPerformed(_ factor: Question.DecompositionFactor) -> [CountedRow] {
        changes(
            of: .used,
            as: CellDifference(.hours, of: .hours) { before, after, _ in
                let compared =
                    [after, before].map { Measurement.hours($0) }
                    + [after, before].map { Measurement.persons($0) }
                    + [after, before].map { sums in Measurement.hours(sums.map(\.swapped)) }
                guard factor != .sum else { return .difference(compared[0], compared[1], unit: .hours) }
                return part(
                    [.persons, .grantedPerPerson, .utilisation].firstIndex(of: factor),
                    factors: [before, after].map { sums in
                        let (n, b, u) = (Double(sums.count), sums.total(\.denominator), sums.total(\.numerator))
                        return [n, b / n, u / b]
                    }, compared: compared)
            })
    }

    /// Σb = decisions × hours per decision; decisions are those that grant hours in the year.
    fileprivate func partsOfGranted(_ factor: Question.DecompositionFactor) -> [CountedRow] {
        changes(
            of: .grantedByDecisions,
            as: CellDifference(.hours, of: .hours) { before, after, _ in
                let compared =
                    [after, before].map { Measurement.hours($0) }
                    + [after, before].map { sums in Measurement.decisions(sums.map(\.swapped)) }
                guard factor != .grantedSum else { return .difference(compared[0], compared[1], unit: .hours) }
                return part(
                    [.decisions, .hoursPerDecision].firstIndex(of: factor),
                    factors: [before, after].map { sums in
                        let decisions = Double(sums.reduce(0) { $0 + $1.denominator })
                        return [decisions, sums.total(\.numerator) / decisions]
                    }, compared: compared)
            })
    }
}

private func part(_ place: Int?, factors: [[Double]], compared: [Measurement]) -> Measurement {
    guard let place, let parts = LogMeanDecomposition.parts(before: factors[0], after: factors[1]) else {
        return .notDefined(unit: .hours, kind: .difference, Reasons.zeroFactor)
    }
    return Measurement(
        kind: .difference, unit: .hours, value: parts[place],
        persons: max(compared[0].persons, compared[1].persons), compared: compared)
}

extension Facts {
    /// Numerators: granted hours. Denominators: the decisions that grant them.
    fileprivate static let grantedByDecisions = Facts(areObserved: false) { inquiry, person, cells in
        inquiry.eachDecision(of: person) { decision, traits in
            if inquiry.grantsHours(decision, in: traits.year) { cells.add(traits, denominator: 1) }
        }
        inquiry.eachMonth(of: person) { _, entry in
            guard entry.coverage == .granted else { return }
            cells.add(Traits(entry), numerator: entry.granted.milliseconds)
        }
    }
}

extension Inquiry {
    fileprivate func grantsHours(_ decision: Decision, in year: Int) -> Bool {
        YearMonth.months(of: year).contains {
            (DecisionMonth(of: decision, in: MonthDays($0), proRating: settings.proRating)?.granted ?? .zero) > .zero
        }
    }
}

extension PersonSum {
    fileprivate var swapped: PersonSum {
        PersonSum(person: person, numerator: denominator, denominator: numerator, marks: marks)
    }
}

extension [PersonSum] {
    /// In hours.
    fileprivate func total(_ amount: KeyPath<PersonSum, Int64>) -> Double {
        Double(reduce(0) { $0 + $1[keyPath: amount] }) / Measurement.hour
    }
}

extension Explanation {
    static let decomposition = Explanation(
        name: MeasureName.decomposition.rawValue, kind: .measure, aliases: ["uppdelning"],
        summary: Phrase(sv: "Vad förklarar förändringen i timmar?", en: "What explains the change in hours?"),
        definition: [
            Phrase(
                sv: "Utförda timmar är personer × beviljade timmar per person × andel utförda timmar. Förändringen mot "
                    + "året innan delas upp på de tre med logaritmiska medelvärden, så att delarna exakt blir hela "
                    + "förändringen. Underlaget är detsamma som för andelen utförda timmar.",
                en: "Performed hours are persons × granted hours per person × utilisation. The change from the year "
                    + "before is split between the three by logarithmic means, so that the parts add up to exactly the "
                    + "change. It is based on the same person-months as utilisation."),
            Phrase(
                sv: "På samma sätt är beviljade timmar beslut × timmar per beslut, med de beslut som ger timmar under "
                    + "året.",
                en: "In the same way granted hours are decisions × hours per decision, with the decisions that grant "
                    + "hours in the year."),
            Phrase(
                sv: "Är någon faktor noll ett av åren visas ingen uppdelning.",
                en: "When a factor is zero in one of the years no split is shown."),
        ],
        formula: [
            .math("ΣU = N × (B/N) × (U/B)"), .math("L = (U′−U) ÷ ln(U′/U)"),
            .math("Δ_N = L·ln(N′/N), Δ_b = L·ln(b′/b), Δ_R = L·ln(R′/R); Δ_N + Δ_b + Δ_R = U′−U"),
        ],
        settingKeys: ["pro_rating"],
        source: Phrase(
            sv: "LMDI: Ang (2004), Energy Policy 32:1131.", en: "LMDI: Ang (2004), Energy Policy 32:1131."),
        example: [
            Phrase(
                sv: "Från 100 personer × 240 timmar × 0,50 = 12\u{A0}000 till 110 × 220 × 0,55 = 13\u{A0}310 timmar: "
                    + "+1\u{A0}310 timmar = +1\u{A0}205 (fler personer) −1\u{A0}100 (färre timmar var) +1\u{A0}205 (större andel utförd), "
                    + "med L = 12\u{A0}644 timmar.",
                en: "From 100 persons × 240 hours × 0.50 = 12,000 to 110 × 220 × 0.55 = 13,310 hours: +1,310 hours = "
                    + "+1,205 (more persons) −1,100 (fewer hours each) +1,205 (larger share performed), with "
                    + "L = 12,644 hours.")
        ],
        seeAlso: [MeasureName.persons.rawValue, MeasureName.grantedHours.rawValue, MeasureName.utilisation.rawValue])
}
