// SPDX-License-Identifier: EUPL-1.2
import Published
import Terms

/// Everything the tables say, as an outsider sets it up from what `datapackage.json` declares: numbers, which of them are
/// printed, and what holds between them. Names of tables and likeness of numbers say nothing here.
struct OutsideSystem {
    let tables: [PublishedTable]
    /// The earlier report that each table is of; nil for the one that is tried.
    let reportNames: [String?]
    /// Of each table whether it is of a report that another has corrected since: its numbers are of other data.
    let areCorrected: [Bool]
    let quantities: [String: PublishedPackage.Quantity]
    let rules: Rules
    private(set) var variables: [Variable] = []
    private(set) var constraints: [Constraint] = []
    /// Relations that the printed numbers contradict: they are not used.
    private(set) var contradicted: [Phrase] = []
    /// Relations and columns whose kind is not known.
    private(set) var notUnderstood = 0
    /// Tables of numbers of which nothing is declared.
    private(set) var undeclared: [String] = []
    /// Comparisons of which it is not declared what their limits are.
    private(set) var undeclaredComparisons: [String] = []
    /// What classes of a dimension are made of: by dimension.
    private(set) var divisions: [String: PublishedPackage.Relation] = [:]
    /// Parts that no table has, by their wholes.
    private(set) var partsOfWholes: [String: [String]] = [:]
    /// Parts that are had together, by the number of them all.
    private(set) var together: [Int: [Int]] = [:]
    /// Other names of a number.
    private(set) var sames: [Int: [Int]] = [:]
    /// Numbers that another cannot be above, by that other.
    private(set) var ceilings: [Int: [Int]] = [:]
    /// Widths of intervals that stand without n, by what they are round.
    private(set) var widths: [[Int]: [Width]] = [:]
    private var index: [Number: Int] = [:]
    /// The most decimals that numbers of a quantity are printed with: what all of it is rounded to.
    private var decimals: [String: Int] = [:]
    private var said: Set<[Int]> = []
    /// Relations that nothing is concluded from.
    private var isFalse: Set<String> = []
    /// Numbers as reports show them that have been corrected since, and where.
    private var before: [Int: (printed: Double, stand: Stand)] = [:]

    /// What the report says of how it hides.
    struct Rules {
        let threshold: Double
        let minimumBase: Double?
        /// How many persons a ratio or a mean is of at least that stands without n.
        let leastOfRatios: Double?
        /// Of how many persons the limits of a compared group are that stands without n.
        let personsOfLimits: Double?
        /// In how many per cent a share may be rounded that stands without its parts.
        let shareSteps: [Double]
        /// 0–1.
        let p: Double
    }

    init(_ reports: [PublishedReport]) {
        tables = reports.flatMap(\.tables)
        reportNames = reports.enumerated().flatMap { place, report in
            report.tables.map { _ in place == 0 ? nil : report.name }
        }
        var newest: [String: Int] = [:]
        for edition in reports.compactMap(\.edition) {
            newest[edition.of] = max(newest[edition.of] ?? 0, edition.number)
        }
        areCorrected = reports.flatMap { report in
            let isCorrected = report.edition.map { $0.number < newest[$0.of] ?? 0 } ?? false
            return report.tables.map { _ in isCorrected }
        }
        var quantities: [String: PublishedPackage.Quantity] = [:]
        let packages = reports.flatMap(\.packages)
        for quantity in packages.flatMap({ $0.quantities ?? [] }) where quantities[quantity.name] == nil {
            quantities[quantity.name] = quantity
        }
        self.quantities = quantities
        rules = Rules(
            threshold: reports.first?.threshold ?? 5, minimumBase: reports.first?.minimumBase,
            leastOfRatios: reports.first?.leastOfRatios, personsOfLimits: reports.first?.personsOfLimits,
            shareSteps: reports.first?.shareSteps ?? [], p: (reports.first?.pPercent ?? 10) / 100)
        var relations: [PublishedPackage.Relation] = []
        var seen: Set<String> = []
        for relation in packages.flatMap({ $0.relations ?? [] }) {
            guard let type = relation.relationType else {
                notUnderstood += 1
                continue
            }
            if type == .classes, let dimension = relation.dimension {
                if divisions[dimension] == nil { divisions[dimension] = relation }
            } else if seen.insert(relation.signature).inserted {
                relations.append(relation)
            }
        }
        for table in tables { countDecimals(table) }
        for table in tables.indices { enter(table) }
        var comparisons: [Compared] = []
        for table in tables.indices {
            if let found = compared(table) { comparisons.append(found) }
        }
        for comparison in comparisons { enter(comparison) }
        for relation in relations { makeParts(of: relation) }
        let current = tables.indices.filter { !areCorrected[$0] }
        for table in current { addRows(table) }
        for comparison in comparisons where !areCorrected[comparison.table] { addLimits(comparison) }
        for table in current { addClasses(table) }
        addDivisions()
        for relation in relations { add(relation) }
        recallUnchanged()
        leaveContradictions()
    }

    // MARK: Numbers

    func variable(_ number: Number) -> Int? { index[number] }

    /// The number, made where no table has it; nil where its quantity is not declared.
    @discardableResult
    mutating func make(_ number: Number) -> Int? {
        if let known = index[number] { return known }
        guard let quantity = quantities[number.quantity], let kind = quantity.numberKind else { return nil }
        return make(number, quantity.title, kind)
    }

    @discardableResult
    mutating func make(_ number: Number, _ title: Phrase, _ kind: NumberKind) -> Int {
        if let known = index[number] { return known }
        index[number] = variables.count
        variables.append(Variable(number, title, kind))
        return variables.count - 1
    }

    /// A number that no table has and that others tell: who is left of a whole when a part is taken away.
    mutating func makeTold(_ number: Number, _ title: Phrase, _ kind: NumberKind) -> Int {
        let place = make(number, title, kind)
        variables[place].isTold = variables[place].printed == nil && variables[place].hiddenAt.isEmpty
        return place
    }

    mutating func tighten(_ variable: Int, from low: Double, to high: Double = .infinity, _ why: Phrase?) {
        guard low > variables[variable].low || high < variables[variable].high else { return }
        variables[variable].low = max(variables[variable].low, low)
        variables[variable].high = min(variables[variable].high, high)
        if let why { variables[variable].reasons.append(why) }
    }

    mutating func setCandidates(_ variable: Int, _ found: [Int], _ why: Phrase) {
        let kept = variables[variable].candidates.map { before in found.filter(before.contains) } ?? found
        guard let first = kept.first, let last = kept.last else { return }
        variables[variable].candidates = kept
        tighten(variable, from: Double(first), to: Double(last), why)
    }

    // MARK: Relations

    /// Enters a relation once, however many tables say it.
    mutating func relate(
        _ terms: [Constraint.Term], from low: Double, to high: Double, _ relation: String, _ why: Phrase
    ) {
        var sum: [Int: Double] = [:]
        for term in terms { sum[term.variable, default: 0] += term.coefficient }
        let kept = sum.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        if kept.isEmpty { return }
        let isSum = low == high && low == 0
        if isSum || (low == 0 && high == .infinity), kept.allSatisfy({ $0.value.magnitude == 1 }) {
            let signed = kept.map { $0.value > 0 ? $0.key + 1 : -$0.key - 1 }
            guard said.insert([isSum ? 0 : 1] + signed).inserted else { return }
        }
        constraints.append(
            Constraint(
                terms: kept.map { (variable: $0.key, coefficient: $0.value) }, low: low, high: high, why: why,
                relation: relation))
    }

    /// A sum that is zero.
    mutating func equate(_ terms: [Constraint.Term], _ relation: String, _ why: Phrase) {
        relate(terms, from: 0, to: 0, relation, why)
    }

    /// A sum that is not below zero.
    mutating func bound(_ terms: [Constraint.Term], _ relation: String, _ why: Phrase) {
        relate(terms, from: 0, to: .infinity, relation, why)
    }

    /// What printed numbers say of the rest of a sum: what is left between which bounds.
    func open(_ constraint: Constraint) -> (terms: [Constraint.Term], low: Double, high: Double) {
        var (low, high) = (constraint.low, constraint.high)
        var slack = 0.0
        var isExact = true
        var largest = 1.0
        var terms: [Constraint.Term] = []
        for term in constraint.terms {
            let variable = variables[term.variable]
            guard let printed = variable.printed else {
                terms.append(term)
                if term.coefficient != term.coefficient.rounded() { isExact = false }
                continue
            }
            let product = term.coefficient * printed
            low -= product
            high -= product
            slack += term.coefficient.magnitude * variable.slack
            largest = max(largest, product.magnitude)
            if product != product.rounded() { isExact = false }
        }
        if !isExact { slack += 1e-9 * largest + 1e-9 }
        return (terms, low - slack, high + slack)
    }

    /// A corrected report showed a number that is hidden now. An outsider takes it to be the same still where a sum that it
    /// is part of is: what is shown of the sum now was shown alike, and all that is hidden stands on one side. Of others nobody
    /// can tell what they have become.
    private mutating func recallUnchanged() {
        if before.isEmpty { return }
        var recalled: [Int] = []
        for constraint in constraints
        where constraint.low == 0 && constraint.high == 0
            && constraint.terms.allSatisfy({ $0.coefficient.magnitude == 1 })
        {
            let hidden = constraint.terms.filter { variables[$0.variable].printed == nil }
            let shown = constraint.terms.map(\.variable).filter { variables[$0].printed != nil }
            // The whole and a part of it may both have become other numbers.
            guard !shown.isEmpty, Set(hidden.map(\.coefficient)).count == 1, shown.allSatisfy(isUnchanged) else {
                continue
            }
            recalled += hidden.map(\.variable).filter { before[$0] != nil }
        }
        for variable in recalled where variables[variable].printed == nil {
            guard let (printed, stand) = before[variable] else { continue }
            variables[variable].printed = printed
            variables[variable].printedAt = stand
            variables[variable].isRecalled = true
        }
    }

    private func isUnchanged(_ variable: Int) -> Bool {
        guard let now = variables[variable].printed, let then = before[variable]?.printed else { return false }
        return (now - then).magnitude <= variables[variable].slack + 1e-6 * max(1, now.magnitude)
    }

    /// Numbers that are printed must bear a relation out; one that they contradict is false in this report, and nothing is
    /// concluded from it.
    private mutating func leaveContradictions() {
        for constraint in constraints {
            let (terms, low, high) = open(constraint)
            let scale = 1e-6 * max(1, min(low.magnitude, high.magnitude))
            if terms.isEmpty, low > scale || high < -scale { deny(constraint) }
        }
        constraints.removeAll { isFalse.contains($0.relation) }
    }

    private mutating func deny(_ constraint: Constraint) {
        guard isFalse.insert(constraint.relation).inserted else { return }
        contradicted.append(words(of: constraint))
    }

    // MARK: Tables

    private mutating func countDecimals(_ table: PublishedTable) {
        for column in PublishedTable.Column.declared {
            guard let quantity = table.declared?.field(column.rawValue)?.quantity else { continue }
            for row in table.rows {
                guard let text = row.texts[column] else { continue }
                decimals[quantity] = max(decimals[quantity] ?? 0, RoundedText.decimals(of: text))
            }
        }
    }

    private mutating func enter(_ place: Int) {
        let table = tables[place]
        if table.isComparison { return }
        guard let declared = table.declared, declared.schema?.fields?.contains(where: { $0.kind != nil }) == true else {
            undeclared.append(path(ofTable: place))
            return
        }
        for (row, record) in table.rows.enumerated() where !record.isUnreadable {
            if record.status == "not_applicable" { continue }
            for column in PublishedTable.Column.declared {
                guard let number = number(column, of: record, in: table, declared) else { continue }
                enter(record, Stand(table: place, row: row, column: column), number)
            }
        }
    }

    private mutating func enter(_ record: PublishedTable.Row, _ stand: Stand, _ number: Number) {
        let (table, column) = (tables[stand.table], stand.column)
        // Of nothing n says whom it is said of.
        let isOfNothing =
            column == .n && record.numbers[.value] == 0
            && table.declared?.field("value")?.numberKind == .sum
        guard let variable = make(number) else { return }
        let printed = isOfNothing ? 0 : record.numbers[column]
        if areCorrected[stand.table] {
            if let printed, !record.isChanged {
                if before[variable] == nil { before[variable] = (printed, stand) }
            } else {
                variables[variable].hiddenAt.append(stand)
            }
            return
        }
        if record.isChanged, column == .value {
            if let printed { enterChanged(printed, variable, table, stand) }
            return
        }
        guard let printed else {
            if table.largestChange > 0, column == .value, table.declared?.protection?.additive == true {
                let change = table.largestChange
                relate(
                    [(makeRounded(variable), 1), (variable, -1)], from: -change, to: change, "changed " + table.name,
                    Phrase(
                        sv: "avrundade tal är ändrade med högst \(plain(change))",
                        en: "rounded numbers are changed by \(plain(change)) at most"))
            }
            return hide(variable, record, stand)
        }
        if let known = variables[variable].printed {
            let differs = (known - printed).magnitude > variables[variable].slack + 1e-6 * max(1, known.magnitude)
            if differs { contradicted.append(twice(variable, stand, printed)) }
            return
        }
        variables[variable].printed = printed
        variables[variable].printedAt = stand
        variables[variable].slack = slack(of: variable, record, column)
    }

    /// How far an interval reaches from its value, at its level.
    struct Width {
        let level: Double
        let value: Double
        let reach: ClosedRange<Double>
        let place: String
    }

    mutating func note(_ width: Width, of key: [Int]) { widths[key, default: []].append(width) }

    mutating func noteUndeclared(_ place: Int) { undeclaredComparisons.append(path(ofTable: place)) }

    /// What another table prints of a number that its own leaves out.
    mutating func show(_ variable: Int, _ printed: Double, at stand: Stand, slack: Double) {
        guard variables[variable].printed == nil else { return }
        variables[variable].printed = printed
        variables[variable].printedAt = stand
        variables[variable].slack = slack
    }

    private mutating func hide(_ variable: Int, _ record: PublishedTable.Row, _ stand: Stand) {
        variables[variable].hiddenAt.append(stand)
        if stand.column == .value, record.status == "hidden", variables[variable].isWhole {
            tighten(
                variable, from: 1,
                Phrase(
                    sv: "ett dolt antal är inte noll: nollor visas", en: "a hidden count is not zero: zeros are shown"))
        }
    }

    /// A rounded or perturbed number only bounds the true one; where such numbers add, they are numbers of their own.
    private mutating func enterChanged(_ printed: Double, _ variable: Int, _ table: PublishedTable, _ stand: Stand) {
        variables[variable].hiddenAt.append(stand)
        let change = table.largestChange
        if table.declared?.protection?.additive == true {
            let own = makeRounded(variable)
            variables[own].printed = printed
            relate(
                [(own, 1), (variable, -1)], from: -change, to: change, "changed " + table.name,
                Phrase(
                    sv: "avrundade tal är ändrade med högst \(plain(change))",
                    en: "rounded numbers are changed by \(plain(change)) at most"))
        }
        let least = table.declared?.protection?.least_behind ?? 0
        tighten(
            variable, from: printed > 0 ? max(printed - change, least) : printed, to: printed + change,
            Phrase(
                sv: "\(plain(printed)) är ändrat med högst \(plain(change)) (\(place(stand)))",
                en: "\(plain(printed)) is changed by \(plain(change)) at most (\(place(stand)))"))
    }

    private func unit(of variable: Int) -> String {
        quantities[variables[variable].number.quantity]?.unit ?? ""
    }

    /// The rounded number, where rounded numbers add like the true ones.
    mutating func makeRounded(_ variable: Int) -> Int {
        let title = variables[variable].title
        return make(
            variables[variable].number.of(Self.rounded + variables[variable].number.quantity),
            Phrase(sv: title.swedish + ", avrundat", en: title.english + ", rounded"), .count)
    }

    static let rounded = "rounded "

    /// How far a printed number may be from the true one: half of its last digit, where it has few.
    private func slack(of variable: Int, _ record: PublishedTable.Row, _ column: PublishedTable.Column) -> Double {
        switch variables[variable].kind {
        case .count: 0
        case .share, .ratio:
            Self.hasParts(record) ? 0 : halfStep(record.texts[column] ?? "")
        case .difference where [Unit.shareDifference.rawValue, Unit.share.rawValue].contains(unit(of: variable)):
            // In tenths of a per cent it is of two shares as they are printed, each rounded or not.
            isOfRounded(record.texts[column] ?? "")
                ? (rules.shareSteps.max() ?? 1) / 100 : RoundedText.halfDigitOfShare(record.texts[column] ?? "")
        case .sum, .mean, .quantile, .difference:
            RoundedText.half(decimals: decimals[variables[variable].number.quantity] ?? 0)
        }
    }

    private func isOfRounded(_ text: String) -> Bool {
        RoundedText.decimals(of: text) <= 3 && Double(text) != nil
    }

    /// Whether a share stands with what it is made of, and is exact.
    static func hasParts(_ record: PublishedTable.Row) -> Bool {
        record.numbers[.numerator] != nil && record.numbers[.denominator] != nil
    }

    /// Half of the widest step that a printed share fits.
    func halfStep(_ text: String) -> Double {
        guard RoundedText.decimals(of: text) <= 2, let value = Double(text) else {
            return RoundedText.halfDigitOfShare(text)
        }
        let perCent = (value * 100).rounded()
        let step = rules.shareSteps.filter { perCent.truncatingRemainder(dividingBy: $0) == 0 }.max() ?? 1
        return step / 200
    }

    /// What a column of a row is a number of; nil where it is declared to be of nothing.
    func number(
        _ column: PublishedTable.Column, of record: PublishedTable.Row, in table: PublishedTable,
        _ declared: PublishedPackage.Resource
    ) -> Number? {
        guard let field = declared.field(column.rawValue), let quantity = field.quantity, quantities[quantity] != nil
        else { return nil }
        let (year, places) = group(of: record, in: table, declared)
        let kept = places.filter { !(field.ignoring ?? []).contains($0.dimension) }
        if let needed = field.needing, !kept.contains(where: { $0.dimension == needed }) { return nil }
        return Number(quantity, year: year, places: kept)
    }

    /// The year and the group that a row is about.
    private func group(
        of record: PublishedTable.Row, in table: PublishedTable, _ declared: PublishedPackage.Resource
    ) -> (year: String, places: [Number.Place]) {
        var year = ""
        var places: [Number.Place] = []
        for (name, code) in zip(table.dimensions, record.codes) {
            let field = declared.field(name)
            if field?.dimensionRole == .year {
                year = code
            } else if code != "total" {
                places.append(Number.Place(dimension: field?.dimension ?? name, code: code))
            }
        }
        for (dimension, code) in declared.about ?? [:] where !places.contains(where: { $0.dimension == dimension }) {
            places.append(Number.Place(dimension: dimension, code: code))
        }
        return (year, places)
    }

    mutating func notePart(_ part: String, of whole: String) {
        if partsOfWholes[whole]?.contains(part) != true { partsOfWholes[whole, default: []].append(part) }
    }

    mutating func noteSame(_ one: Int, _ other: Int) {
        sames[one, default: []].append(other)
        sames[other, default: []].append(one)
    }

    mutating func noteCeiling(_ ceiling: Int, of variable: Int) { ceilings[variable, default: []].append(ceiling) }

    mutating func addTogether(_ rest: Int, _ parts: [Int]) { together[rest] = parts }

    /// Counts a relation that is not understood.
    mutating func skip() { notUnderstood += 1 }

}

extension PublishedTable.Column {
    /// Columns that are numbers of declared quantities.
    static let declared: [PublishedTable.Column] = [.value, .n, .numerator, .denominator]
}

extension PublishedPackage.Relation {
    /// What tells it from others.
    fileprivate var signature: String {
        let lists = [parts, these, those, quantities, perhaps, over, factors?.map { $0.part }].map {
            ($0 ?? []).joined(separator: ",")
        }
        let names = [type, part, wholeName, difference, of, before, along, against, union, ignoring].map { $0 ?? "" }
        let places = (at ?? [:]).sorted { $0.key < $1.key }.map { $0.key + "=" + $0.value }
        let items = (self.where ?? [:]).sorted { $0.key < $1.key }.map {
            $0.key + "=" + $0.value.joined(separator: ",")
        }
        return (names + lists + places + items).joined(separator: ";")
    }
}

/// How exact a number is that is written with so many digits.
enum RoundedText {
    static func decimals(of text: String) -> Int {
        if text.contains("e") || text.contains("E") { return 9 }
        guard let mark = text.firstIndex(of: ".") else { return 0 }
        let digits = text[text.index(after: mark)...]
        return digits.allSatisfy { $0 == "0" } ? 0 : digits.count
    }

    /// Half of the last of so many decimals; nothing to speak of where they are many.
    static func half(decimals: Int) -> Double {
        if decimals > 3 { return 0 }
        var half = 0.5
        for _ in 0..<decimals { half /= 10 }
        return half
    }

    /// A share without its parts is in whole per cent at least.
    static func halfDigitOfShare(_ text: String) -> Double { half(decimals: max(2, decimals(of: text))) }
}
