// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// Question 1: how many had the service?
extension Measure {
    static let persons = Measure(
        name: .persons, label: Phrase(sv: "Personer med beslut", en: "Persons with a decision"),
        material: .register([.decisions]), adding: .persons,
        aspects: [
            Aspect(
                "", value: .count(.persons), quantities: [.value: .persons, .persons: .persons], links: [],
                yearsCompared: nil, declares: { _, _ in .count(.everyone) }, by: ofRegister, remarks: [.countedInEach],
                definition: { _, _ in
                    Phrase(
                        sv: "Olika personer med ett beviljat beslut som gäller minst en dag under året.",
                        en: "Distinct persons with a granted decision valid on at least one day of the year.")
                }, subject: { _ in Phrase(sv: "Personer med beslut", en: "Persons with a decision") },
                count: .rows(of: .decisions, as: .persons)),
            Aspect(
                "change", spelled: [.init("change", .change)], value: .difference(.persons, adds: true),
                quantities: [.persons: .persons], links: [],
                yearsCompared: YearsCompared([NumberName(.persons)], isExact: true, factors: []),
                declares: { _, _ in .change(of: .everyone) }, by: ofYear,
                remarks: [.countedInEach],
                definition: { _, _ in
                    Phrase(
                        sv: "Skillnad mot året innan i antalet personer med ett beviljat beslut.",
                        en: "Difference from the year before in persons with a granted decision.")
                }, subject: { _ in changeSubject(Phrase(sv: "Personer med beslut", en: "Persons with a decision")) },
                isSigned: true, count: .changes(of: .decisions, as: .plain(.persons))),
            perPopulation(.perTenThousand, PopulationBase.inhabitants),
            perPopulation(.perThousandEntitled, PopulationBase.entitled),
            rateInOctober,
            Aspect(
                "month-end-mean", spelled: [.init("month-end-mean", .monthEndMean)], value: .mean(.persons),
                quantities: [.persons: .persons], links: [], yearsCompared: nil, declares: { _, _ in atMonthEnds },
                by: ofYear,
                remarks: [.countedInEach],
                definition: { _, _ in
                    Phrase(
                        sv:
                            "Antalet personer med ett beviljat beslut den sista dagen i månaden, i genomsnitt över årets månader.",
                        en:
                            "Persons with a granted decision on the last day of the month, on average over the year's months."
                    )
                },
                subject: { _ in
                    Phrase(
                        sv: "Personer vid månadens slut, i medeltal", en: "Persons at the end of the month, on average")
                }, decimals: 1, count: .rows(of: monthEnds, as: monthEndMean)),
            Aspect(
                "law-combination", spelled: [.init("law-combination", .lawCombination)], value: .count(.persons),
                quantities: [.persons: .persons], links: [.lawsApart], yearsCompared: nil,
                declares: { _, _ in .count(.everyone, finer: [.law: .lawCombination]) }, by: ofRegister, needs: .law,
                definition: { _, _ in
                    Phrase(
                        sv:
                            "Personer efter om årets beviljade beslut vilar på enbart SoL, enbart LSS eller båda lagarna.",
                        en: "Persons by whether the year's granted decisions rest on SoL only, LSS only or both laws.")
                }, subject: { _ in Phrase(sv: "Personer med beslut", en: "Persons with a decision") },
                count: .persons { inquiry in inquiry.lawCombinations() }),
            unlimited,
            Aspect(
                "without-performed", spelled: [.init("without-performed", .withoutPerformed)], value: .count(.persons),
                quantities: [:], links: [], yearsCompared: nil,
                declares: { _, _ in
                    .count(.withoutPerformed, DeclaredRelation.Rule.performedPersons, others: performedParts)
                }, by: ofRegister, remarks: [.coverage, .countedInEach],
                definition: { _, _ in
                    Phrase(
                        sv: "Personer med ett beviljat beslut under året men ingen utförd timme.",
                        en: "Persons with a granted decision in the year but no performed hour.")
                }, subject: { _ in Phrase(sv: "Personer utan utförda timmar", en: "Persons without performed hours") },
                count: .rows(of: grantedOrPerformed, as: withoutPerformed)),
            Aspect(
                "without-district", spelled: [.init("without-district", .withoutDistrict)], value: .count(.persons),
                quantities: [:],
                links: [
                    .sum(of: .value, [Link.Term(1), Link.Term(-1, NumberName(.persons), unknown: .district)])
                ], yearsCompared: nil, role: .auxiliary, declares: { _, _ in noDistrict }, by: ofRegister,
                remarks: [.countedInEach],
                definition: { _, _ in
                    Phrase(
                        sv: "Personer med ett beviljat beslut under året som inte anger någon stadsdelsnämnd.",
                        en: "Persons with a granted decision in the year that names no district.")
                }, subject: { _ in Phrase(sv: "Personer utan stadsdelsnämnd", en: "Persons without a district board") },
                count: .rows(of: .decisions { $0.district == nil }, as: .persons)),
            Aspect(
                "outside-decisions", spelled: [.init("outside-decisions", .outsideDecisions)], value: .count(.persons),
                quantities: [:], links: [], yearsCompared: nil, role: .auxiliary,
                declares: { _, _ in .count(.outside) }, by: ofRegister,
                remarks: [.coverage, .countedInEach],
                settingKeys: ["pro_rating"],
                definition: { _, _ in
                    Phrase(
                        sv: "Personer med utförda timmar i en månad utan beviljade timmar av insatsen.",
                        en: "Persons with performed hours in a month without granted hours of the service.")
                },
                subject: { _ in
                    Phrase(sv: "Personer med timmar utanför beslut", en: "Persons with hours outside decisions")
                }, count: .rows(of: .performed { $0 == .outside }, as: .persons)),
            Aspect(
                "on", value: .count(.persons), quantities: [.persons: .persons], links: [], yearsCompared: nil,
                declares: { aspect, _ in onDay(aspect) },
                countsPersonsApart: true, by: ofYear, remarks: [.countedInEach],
                id: { aspect, _ in
                    guard case .day(let month, let day) = aspect.parameter else { return "on" }
                    return "on \(padded(month))-\(padded(day))"
                },
                definition: { aspect, _ in
                    let day = day(of: aspect)
                    return Phrase(
                        sv: "Olika personer med ett beviljat beslut som gäller den \(day.swedish).",
                        en: "Distinct persons with a granted decision valid on \(day.english).")
                },
                subject: { aspect in
                    let day = day(of: aspect)
                    return Phrase(
                        sv: "Personer med beslut den \(day.swedish)", en: "Persons with a decision on \(day.english)")
                }, count: .persons { inquiry in inquiry.personsOnDay() }),
        ],
        ofTotals: { total, _ in
            Measurement(kind: .count, unit: .persons, value: Double(total.persons), persons: total.persons)
        }, adverse: nil, explanation: .persons)

    /// Persons with no hour ceiling, also asked for as what flexible use leaves out.
    static let unlimited = Aspect(
        "unlimited", spelled: [.init("unlimited", .unlimited)], value: .count(.persons),
        quantities: [.value: .unlimitedPersons, .persons: .persons], links: [], yearsCompared: nil, role: .auxiliary,
        isRest: true,
        declares: { _, _ in .count(.unlimited, [.part(.unlimited, of: .everyone)], others: [.everyone]) },
        by: ofRegister,
        remarks: [.countedInEach],
        definition: { _, _ in
            Phrase(
                sv: "Personer med fri ledsagning (beslut utan tak för timmar) minst en dag under året.",
                en: "Persons with a decision without an hour ceiling on at least one day of the year.")
        }, subject: { _ in Phrase(sv: "Personer med fri ledsagning", en: "Persons without an hour ceiling") },
        count: .rows(of: .unlimitedPersons, as: .persons))

    private static let atMonthEnds = Declaration(
        .mean, [.numerator: .monthEnds, .n: .atMonthEnd], quotient: 1, [.part(.atMonthEnd, of: .everyone)],
        others: [.everyone])

    private static let noDistrict = Declaration.count(
        .withoutDistrict,
        [
            .partOf(
                part: DeclaredQuantity.withoutDistrict.name, whole: DeclaredQuantity.everyone.name,
                at: DeclaredRelation.ClassCode(.district, Category.unknown(in: .district).code))
        ], others: [.everyone])

    private static func onDay(_ aspect: Question.Aspect) -> Declaration {
        let persons = personsOn(aspect)
        return .count(persons, [.part(persons, of: .everyone)], others: [.everyone])
    }

    private static func personsOn(_ aspect: Question.Aspect) -> DeclaredQuantity {
        let day = day(of: aspect)
        return DeclaredQuantity.persons(
            "persons-" + (aspect.slug ?? ""),
            Phrase(sv: "Personer med beslut den \(day.swedish)", en: "Persons with a decision on \(day.english)"))
    }

    /// What relations of performed hours and of who has them speak of.
    static let performedParts: [DeclaredQuantity] = [
        .everyone, .performing, .withoutPerformed, .outside, .performingWithoutCeiling, .performedHours, .insideHours,
        .outsideHours, .hoursWithoutCeiling, .observed,
    ]

    // MARK: What measures of the register have in common

    /// What facts with a month may be broken down by.
    static let ofRegister: Set<Dimension> = [
        .year, .month, .district, .districtThen, .law, .service, .sex, .age, .provider, .providerType,
    ]
    /// Numbers at a point in time, of a whole year, or between years have no months.
    static let ofYear = ofRegister.subtracting([.month])

    static func changeSubject(_ of: Phrase) -> Phrase {
        Phrase(sv: of.swedish + ", förändring mot året innan", en: of.english + ", change from the year before")
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func day(of aspect: Question.Aspect) -> Phrase {
        guard case .day(let month, let day) = aspect.parameter else { return Phrase(sv: "", en: "") }
        return Phrase(sv: "\(day) \(Phrase.month(month).swedish)", en: "\(day) \(Phrase.month(month).english)")
    }
}

// MARK: Persons per inhabitants

extension Measure {
    private static func perPopulation(_ aspect: Question.Aspect, _ population: PopulationBase) -> Aspect {
        Aspect(
            aspect.name, spelled: [.init(aspect.name, aspect)], value: .ratio(population.unit),
            quantities: [.numerator: .persons, .persons: .persons], links: [], yearsCompared: nil,
            declares: { _, _ in
                Declaration(.ratio, [.numerator: .everyone, .n: .everyone], quotient: Double(population.scale))
            },
            by: ofYear.subtracting([.districtThen]),
            // A part of the persons per all inhabitants is fair for a law, not for a district, a sex or an age.
            filteredOn: ofYear.subtracting([.districtThen, .district, .sex, .age]),
            remarks: population.base == .paratransit
                ? [.countedInEach, .entitledYear, .naturalVariation] : [.countedInEach, .naturalVariation],
            definition: { _, _ in population.definition }, subject: { _ in population.subject },
            count: .persons { inquiry in inquiry.personsPerPopulation(population, of: .decisions) },
            comparison: ComparisonRule(
                kind: .rate, mayBeNegative: false, by: ComparisonRule.ofRegister, of: .decisions,
                population: population,
                bringing: { _, _ in RatioContribution(numerator: 1, denominator: 1) },
                words: ComparedWords(
                    name: population.subject, definite: population.definite,
                    heading: population.heading, unit: population.axis, form: .decimal(1), spreadForm: .decimal(1),
                    valueUnit: population.amount, spreadUnit: population.amount)))
    }
}

extension Measure {
    /// The day on which the national register of services under LSS counts.
    private static let registerDay = Question.Aspect.onDay(month: 10, day: 1)

    /// What the national register's numbers are held against. Boards and classes of persons have no number there.
    private static let rateInOctober = Aspect(
        "per-10000-october", spelled: [.init("per-10000-october", .perTenThousandInOctober)],
        value: .ratio(.perTenThousand), quantities: [.numerator: .persons, .persons: .persons],
        links: [
            .sum(of: .numerator, [Link.Term(1), Link.Term(-1, NumberName(.persons, registerDay))])
        ], yearsCompared: nil, role: .auxiliary,
        declares: { _, _ in
            let persons = personsOn(registerDay)
            return Declaration(
                .ratio, [.numerator: persons, .n: persons], quotient: 10_000, [.part(persons, of: .everyone)],
                others: [.everyone])
        }, by: [.year, .law, .service], remarks: [.countedInEach, .naturalVariation],
        definition: { _, _ in
            Phrase(
                sv: """
                    Personer med ett beviljat beslut som gäller den 1 oktober per 10 000 invånare den 31 december, som \
                    Socialstyrelsens register över insatser enligt LSS räknar. Registret räknar verkställda beslut; här \
                    räknas alla som gäller.
                    """,
                en: """
                    Persons with a granted decision valid on 1 October per 10,000 inhabitants on 31 December, as the \
                    national register of services under LSS counts. The register counts decisions that are carried out; \
                    here all that are valid count.
                    """)
        },
        subject: { _ in
            Phrase(
                sv: "Personer med beslut den 1 oktober per 10\u{A0}000 invånare",
                en: "Persons with a decision on 1 October per 10,000 inhabitants")
        },
        count: .persons { inquiry in inquiry.personsPerPopulation(.inhabitants, of: inquiry.valid(month: 10, day: 1)) })
}

extension PopulationBase {
    static let inhabitants = PopulationBase(
        base: .inhabitants, scale: 10_000, unit: .perTenThousand,
        definition: Phrase(
            sv: "Personer med ett beviljat beslut under året per 10 000 invånare den 31 december.",
            en: "Persons with a granted decision in the year per 10,000 inhabitants on 31 December."),
        subject: Phrase(
            sv: "Personer med beslut per 10\u{A0}000 invånare", en: "Persons with a decision per 10,000 inhabitants"),
        definite: Phrase(
            sv: "antalet personer per 10\u{A0}000 invånare", en: "the number of persons per 10,000 inhabitants"),
        heading: Phrase(sv: "Per 10\u{A0}000 invånare", en: "Per 10,000 inhabitants"),
        axis: Phrase(sv: "personer per 10\u{A0}000 invånare", en: "persons per 10,000 inhabitants"),
        amount: Phrase(sv: " personer per 10\u{A0}000 invånare", en: " persons per 10,000 inhabitants"))

    static let entitled = PopulationBase(
        base: .paratransit, scale: 1000, unit: .perThousandEntitled,
        definition: Phrase(
            sv:
                "Personer med ett beviljat beslut under året per 1\u{A0}000 färdtjänstberättigade den 31 december. Den som "
                + "har insatsen behöver inte ha färdtjänst.",
            en: "Persons with a granted decision in the year per 1,000 entitled to paratransit on 31 December. Those "
                + "with the service need not be entitled."),
        subject: Phrase(
            sv: "Personer med beslut per 1\u{A0}000 färdtjänstberättigade",
            en: "Persons with a decision per 1,000 entitled to paratransit"),
        definite: Phrase(
            sv: "antalet personer per 1\u{A0}000 färdtjänstberättigade",
            en: "the number of persons per 1,000 entitled to paratransit"),
        heading: Phrase(sv: "Per 1\u{A0}000 berättigade", en: "Per 1,000 entitled"),
        axis: Phrase(sv: "per 1\u{A0}000 färdtjänstberättigade", en: "per 1,000 entitled to paratransit"),
        amount: Phrase(
            sv: " personer per 1\u{A0}000 färdtjänstberättigade", en: " persons per 1,000 entitled to paratransit"))
}

extension Inquiry {
    fileprivate func personsPerPopulation(_ population: PopulationBase, of facts: Facts) -> [CountedRow] {
        let cells = cells(of: facts)
        return breakdown.rowCells(cells.occurring).map { cell in
            let key = breakdown.key(of: cell)
            return CountedRow(
                key,
                CountedNumber(
                    rate(cells[cell], of: key, population), of: CellNumber.persons(cells[cell], self).contributions))
        }
    }

    private func rate(_ sums: [PersonSum], of key: [Category], _ population: PopulationBase) -> Measurement {
        guard let inhabitants = inhabitants(key, population), inhabitants > 0 else {
            let year = key.first { $0.dimension == .year }.flatMap { Int($0.code) }
            let knowsYear = year.flatMap { population.year(of: $0, in: dataset.population) } != nil
            return .notDefined(
                unit: population.unit, Reasons.noPopulation(population.base, of: year, knowsYear: knowsYear))
        }
        // The inhabitants are known; by chance varies how many of them have the service: the Poisson distribution, as in
        // the limits the rate is held against.
        let limits = PoissonInterval.conventional(sums.count).limits(sums.count, level: question.level)
        func rate(_ count: Double) -> Double { count / Double(inhabitants) * Double(population.scale) }
        return Measurement(
            kind: .ratio, unit: population.unit, value: rate(Double(sums.count)), lower: rate(limits.lower),
            upper: rate(limits.upper), persons: sums.count,
            numerator: Double(sums.count), denominator: Double(inhabitants),
            numeratorContributions: Measurement.Contributions(sums.lazy.map { _ in 1 }, scale: 1))
    }
}

// MARK: Persons at points in time

extension Measure {
    /// Month-ends with a decision, a bit each.
    private static let monthEnds = Facts(areObserved: false) { inquiry, person, cells in
        inquiry.eachDecision(of: person) { decision, traits in
            var monthEnds: UInt16 = 0
            for month in 1...12
            where decision.isValid(on: YearMonth(year: traits.year, month: month).lastDay) {
                monthEnds |= 1 << UInt16(month)
            }
            if monthEnds != 0 { cells.add(traits, marks: monthEnds) }
        }
    }

    private static let monthEndMean = CellNumber(
        .persons, of: { sum, _ in RatioContribution(numerator: Double(sum.marks.nonzeroBitCount), denominator: 0) }
    ) { sums, _ in
        let counts = sums.map { Int64($0.marks.nonzeroBitCount) }
        let contributions = Measurement.Contributions(counts, scale: 1)
        return Measurement(
            kind: .mean, unit: .persons, value: contributions.total / 12, persons: sums.count,
            numerator: contributions.total, denominator: 12, numeratorContributions: contributions)
    }
}

extension Inquiry {
    fileprivate func personsOnDay() -> [CountedRow] {
        guard case .day(let month, let day) = question.aspect.parameter else {
            preconditionFailure("persons on a day are asked for with the day")
        }
        let days = days(month: month, day: day)
        let first = years.lowerBound
        let cells = cells(of: valid(month: month, day: day))
        return breakdown.rowCells(cells.occurring).map { cell in
            let exists = days[breakdown.year(of: cell) - first] != nil
            return CountedRow(
                breakdown.key(of: cell),
                exists
                    ? CellNumber.persons(cells[cell], self)
                    : .notDefined(unit: .persons, kind: .count, Reasons.noSuchDay))
        }
    }
}

extension Inquiry {
    /// The day of each year asked for; nil where a year has no such day.
    private func days(month: Int, day: Int) -> [CivilDate?] {
        years.map { CivilDate(year: $0, month: month, day: day) }
    }

    /// Decisions that are valid on a day of each year.
    fileprivate func valid(month: Int, day: Int) -> Facts {
        let days = days(month: month, day: day)
        let first = years.lowerBound
        return Facts(areObserved: false) { inquiry, person, cells in
            inquiry.eachDecision(of: person) { decision, traits in
                if let day = days[traits.year - first], decision.isValid(on: day) { cells.add(traits) }
            }
        }
    }
}

extension Decision {
    func isValid(on day: CivilDate) -> Bool {
        from <= day && (to.map { day <= $0 } ?? true)
    }
}

// MARK: Persons without performed hours

extension Measure {
    private static let hasDecision: UInt16 = 1
    private static let hasHours: UInt16 = 2

    private static let grantedOrPerformed = Facts(areObserved: true) { inquiry, person, cells in
        inquiry.eachDecision(of: person) { _, traits in cells.add(traits, marks: hasDecision) }
        inquiry.eachMonth(of: person) { _, entry in
            if entry.performed > .zero, inquiry.isObserved(entry.month) { cells.add(Traits(entry), marks: hasHours) }
        }
    }

    private static let withoutPerformed = CellNumber(
        .persons, of: { sum, inquiry in sum.marks == hasDecision ? CellNumber.persons.brings(sum, inquiry) : nil }
    ) { sums, _ in .persons(sums) }
}

// MARK: Persons by which laws they have decisions by

extension Inquiry {
    /// One law only, or both.
    fileprivate func lawCombinations() -> [CountedRow] {
        let (sol, lss): (UInt16, UInt16) = (1, 2)
        let byLaw = Facts(areObserved: false) { inquiry, person, cells in
            inquiry.eachDecision(of: person) { decision, traits in
                cells.add(traits, marks: decision.law == .sol ? sol : lss)
            }
        }
        let cells = cells(of: byLaw)
        let place = Catalogue.dimensions(of: question).firstIndex(of: .law)
        return breakdown.rowCells(cells.occurring).flatMap { cell in
            let sums = cells[cell]
            var parts: [(category: Category, sums: [PersonSum])] = []
            let combinations = tellsLawsApart ? Self.lawsApart : Self.combinations
            for (rank, combination) in combinations.enumerated() {
                let members = sums.filter { combination.marks.contains($0.marks) }
                let category = Category(.law, code: combination.code, label: combination.label, rank: rank)
                if !members.isEmpty { parts.append((category, members)) }
            }
            if question.totals || parts.isEmpty { parts.append((.total(of: .law), sums)) }
            return parts.map { part in
                var key = breakdown.key(of: cell)
                if let place { key.insert(part.category, at: place) }
                return CountedRow(key, CellNumber.persons(part.sums, self))
            }
        }.sorted { left, right in
            left.row.key.map(\.rank).lexicographicallyPrecedes(right.row.key.map(\.rank))
        }
    }

    /// Marks of the laws a person has.
    private static let combinations: [(marks: Set<UInt16>, code: String, label: Phrase)] = [
        ([1], LawCombination.only(.sol), LawCombination.words(only: .sol)),
        ([2], LawCombination.only(.lss), LawCombination.words(only: .lss)),
        ([3], LawCombination.both, Phrase(sv: "Både SoL och LSS", en: "Both SoL and LSS")),
    ]

    private static let lawsApart: [(marks: Set<UInt16>, code: String, label: Phrase)] =
        zip([[1], [2, 3]], LawCombination.apart).map { ($0, $1.code, $1.label) }
}

extension Explanation {
    static let persons = Explanation(
        name: MeasureName.persons.rawValue, kind: .measure, aliases: ["personer", "antal"],
        summary: Phrase(
            sv: "Hur många hade insatsen?", en: "How many had the service?"),
        definition: [
            Phrase(
                sv:
                    "Olika personer med ett beviljat beslut (bifall eller delavslag) som gäller minst en dag under året. "
                    + "Avslag räknas inte. Personer med fri ledsagning räknas med.",
                en: "Persons with a granted decision (in full or in part) valid on at least one day of the "
                    + "year. Refusals do not count. Persons with no hour ceiling are included."),
            Phrase(
                sv: "Uppdelat efter stadsdelsnämnd, lagrum, insats eller utförare räknas en person i varje grupp som "
                    + "något av årets beslut hör till, och en gång i samtliga. Äldre nämnder räknas i den nämnd som har "
                    + "området i dag. Ålder är åldern den 31 december.",
                en: "Broken down by district, law, service or provider a person counts in every group that any of the "
                    + "year's decisions belongs to, and once in the total. Former districts count in the one that holds "
                    + "their area today. Age is at 31 December."),
            Phrase(
                sv:
                    "Där få har beslut enligt båda lagarna, och fler tal då kan visas, räknas de under LSS: raderna är LSS "
                    + "och enbart SoL, som tillsammans är alla. Tabellen säger när det är så.",
                en:
                    "Where few have decisions by both laws, and more numbers can then be shown, they are counted under LSS: "
                    + "the rows are LSS and SoL only, which make up everyone. The table says when that is so."),
            Phrase(
                sv: "Personer med skyddade personuppgifter räknas i tabeller över hela kommunen; i uppdelningar efter "
                    + "stadsdelsnämnd eller utförare redovisas de under ”uppgift saknas”.",
                en: "Persons with a protected identity count in tables of the whole municipality; broken down by "
                    + "district or provider they are shown under “not known”."),
            Phrase(
                sv: "Varianter: på en dag (--on 10-01, som det nationella LSS-registret räknar), medeltal över årets "
                    + "tolv månadsslut, per 10 000 invånare den 31 december (per-10000-october: med beslut den 1 oktober, "
                    + "att jämföra med Kolada), per 1 000 färdtjänstberättigade, enbart SoL, "
                    + "enbart LSS och båda. Tabellerna är filer av slaget population; färdtjänst har base: paratransit, "
                    + "och den senaste som inte är nyare än året används. Antal på en dag är avrundade: ledsaga explain dates.",
                en: "Variants: on a day (--on 10-01, as the national LSS register counts), mean over the year's twelve "
                    + "month-ends, per 10,000 inhabitants on 31 December (per-10000-october: with a decision on 1 October, to "
                    + "compare with Kolada), per 1,000 entitled to paratransit, SoL only, LSS "
                    + "only and both. The tables are files of the kind population; paratransit has base: paratransit, "
                    + "and the last that is not newer than the year is used. Counts on a day are rounded: ledsaga explain "
                    + "dates."),
        ],
        formula: [
            Phrase(
                sv: "N(Y) = |{p : p har ett beviljat beslut med from ≤ Y-12-31 och tom ≥ Y-01-01}|",
                en: "N(Y) = |{p : p has a granted decision with from ≤ Y-12-31 and to ≥ Y-01-01}|"),
            Phrase(
                sv:
                    "Intervall för antal per invånare: gränserna för ett Poissonfördelat antal N, delade med invånarna; exakta "
                    + "(Garwood 1936) för färre än tio personer, Byars (Breslow och Day 1987) från tio.",
                en:
                    "Interval of a number per inhabitants: the limits of a Poisson count N, divided by the inhabitants; exact "
                    + "(Garwood 1936) for fewer than ten persons, Byar's (Breslow and Day 1987) from ten."),
        ],
        settingKeys: ["age_groups"],
        source: Phrase(
            sv:
                "Ledsagas definition, efter Socialnämnden i Stockholms uppföljning 2019 (”beviljats insatsen någon gång "
                + "under året”) och Socialstyrelsens LSS-register (1 oktober).",
            en: "Ledsaga's definition, after Stockholm's follow-up of 2019 (“granted the service at some time during "
                + "the year”) and the national LSS register (1 October)."),
        example: [
            Phrase(
                sv:
                    "Ett beslut 2018-11-15 till 2019-01-01 och ett nytt från 2019-06-01 i en annan nämnd: personen räknas "
                    + "2018 i den första nämnden, 2019 i båda, och en gång i staden båda åren.",
                en: "A decision from 2018-11-15 to 2019-01-01 and a new one from 2019-06-01 in another district: the "
                    + "person counts in the first district in 2018, in both in 2019, and once in the city each year.")
        ],
        seeAlso: [MeasureName.grantedHours.rawValue, "D1"])
}
