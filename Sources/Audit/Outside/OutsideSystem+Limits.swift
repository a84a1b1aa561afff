// SPDX-License-Identifier: EUPL-1.2
import Glibc
import Published
import Terms

/// What a comparison of groups gives away: values that their own table leaves out, and how many persons a group is of whose
/// n is left out there.
extension OutsideSystem {
    /// A published comparison, read by what is declared of it.
    struct Compared {
        struct Group {
            let code: String
            /// Rows by their statistic.
            var rows: [String: Int] = [:]
            /// The row of its own table.
            let base: Int
        }

        let table: Int
        /// The table of the groups.
        let base: Int
        let relation: PublishedPackage.Relation
        let method: LimitsMethod
        var groups: [Group] = []
        /// Rows of all groups together, by their statistic.
        var whole: [String: Int] = [:]
    }

    // MARK: Reading

    /// nil for what is no comparison, or of which nothing is declared that is understood.
    mutating func compared(_ place: Int) -> Compared? {
        let table = tables[place]
        guard table.isComparison else { return nil }
        guard let declared = table.declared,
            let relation = declared.relations?.first(where: { $0.relationType == .limits }),
            let method = relation.method.flatMap(LimitsMethod.init),
            let base = tables.indices.first(where: {
                tables[$0].folder == table.folder && reportNames[$0] == reportNames[place] && $0 != place
                    && tables[$0].declared?.name == relation.of
            }),
            let yearPlace = table.dimensions.firstIndex(where: { declared.field($0)?.dimensionRole == .year }),
            let kindPlace = table.dimensions.firstIndex(of: "statistic"),
            let groupPlace = table.dimensions.indices.first(where: { $0 != yearPlace && $0 != kindPlace }),
            let dimension = declared.field(table.dimensions[groupPlace])?.dimension
        else {
            noteUndeclared(place)
            return nil
        }
        var found = Compared(table: place, base: base, relation: relation, method: method)
        // The spread is told of several years, groups of the last.
        let last = table.rows.map { $0.codes[yearPlace] }.max() ?? ""
        for (row, record) in table.rows.enumerated() where !record.isUnreadable && record.codes[yearPlace] == last {
            let (code, statistic) = (record.codes[groupPlace], record.codes[kindPlace])
            if code == "total" {
                found.whole[statistic] = row
            } else if let known = found.groups.firstIndex(where: { $0.code == code }) {
                found.groups[known].rows[statistic] = row
            } else if let own = self.row(of: code, in: dimension, last, base, declared.about ?? [:]) {
                found.groups.append(Compared.Group(code: code, rows: [statistic: row], base: own))
            }
        }
        return found
    }

    /// The row of a group in its own table: of several surveys in a year the last.
    private func row(
        of code: String, in dimension: String, _ year: String, _ base: Int, _ about: [String: String]
    ) -> Int? {
        let table = tables[base]
        guard let declared = table.declared else { return nil }
        return table.rows.lastIndex { record in
            zip(table.dimensions, record.codes).allSatisfy { name, own in
                let field = declared.field(name)
                if field?.dimensionRole == .year { return own == year }
                if field?.dimension == dimension { return own == code }
                if let wanted = field?.dimension.flatMap({ about[$0] }) { return own == wanted }
                return own == "total" || field?.dimensionRole == .apart
            }
        }
    }

    private func record(_ statistic: String?, of group: Compared.Group, in compared: Compared) -> PublishedTable.Row? {
        statistic.flatMap { group.rows[$0] }.map { tables[compared.table].rows[$0] }
    }

    private func whole(_ statistic: String?, _ compared: Compared) -> Double? {
        statistic.flatMap { compared.whole[$0] }.flatMap { tables[compared.table].rows[$0].numbers[.value] }
    }

    private func variable(_ column: PublishedTable.Column, of group: Compared.Group, in compared: Compared) -> Int? {
        let base = tables[compared.base]
        guard let declared = base.declared else { return nil }
        return number(column, of: base.rows[group.base], in: base, declared).flatMap { variable($0) }
    }

    /// n where some table shows it.
    private func persons(_ group: Compared.Group, in compared: Compared) -> Int? {
        let own = tables[compared.base].rows[group.base].numbers[.n]
        let known = own ?? variable(.n, of: group, in: compared).flatMap { variables[$0].printed }
        return known.flatMap { Int(exactly: $0) }
    }

    // MARK: Values

    /// The value of a group stands in the comparison too, whatever its own table does with it.
    mutating func enter(_ compared: Compared) {
        let base = tables[compared.base]
        guard let declared = base.declared else { return }
        let quotient = declared.relations?.first { $0.relationType == .quotient }
        for group in compared.groups {
            let own = base.rows[group.base]
            guard let statistic = compared.relation.levels?.keys.sorted().first(where: { group.rows[$0] != nil }),
                let row = group.rows[statistic], let value = tables[compared.table].rows[row].numbers[.value],
                own.numbers[.value] == nil || !Self.hasParts(own)
            else { continue }
            let stand = Stand(table: compared.table, row: row, column: .value)
            let slack = self.slack(group, compared)
            if own.numbers[.value] == nil, let variable = self.variable(.value, of: group, in: compared) {
                show(variable, value, at: stand, slack: slack)
            }
            guard let quotient, let times = quotient.times, times > 0, times < 1e9,
                let top = variable(.numerator, of: group, in: compared),
                let bottom = variable(.denominator, of: group, in: compared)
            else { continue }
            let why = Phrase(
                sv: "värdet i jämförelsen är täljaren genom nämnaren (\(place(stand)))",
                en: "the value in the comparison is the numerator divided by the denominator (\(place(stand)))")
            let name = "quotient \(base.name) compared"
            bound([(top, 1), (bottom, -(value - slack) / times)], name, why)
            bound([(top, -1), (bottom, (value + slack) / times)], name, why)
        }
    }

    /// A place tells between which others a value lies that its own table hides.
    private mutating func addRank(_ compared: Compared, _ group: Compared.Group) {
        guard let hidden = variable(.value, of: group, in: compared), variables[hidden].printed == nil,
            let row = compared.relation.rank.flatMap({ group.rows[$0] }),
            let place = tables[compared.table].rows[row].numbers[.value]
        else { return }
        var (low, high) = (-Double.infinity, Double.infinity)
        for other in compared.groups where other.code != group.code {
            guard let rank = record(compared.relation.rank, of: other, in: compared)?.numbers[.value],
                let value = tables[compared.base].rows[other.base].numbers[.value]
            else { continue }
            if rank < place { high = min(high, value) }
            if rank > place { low = max(low, value) }
        }
        guard low.isFinite || high.isFinite else { return }
        let stand = self.place(Stand(table: compared.table, row: row, column: .value))
        tighten(
            hidden, from: low, to: high,
            Phrase(
                sv: "platsen bland grupperna (\(stand)) säger mellan vilka värden det ligger",
                en: "the place among the groups (\(stand)) tells which values it lies between"))
    }

    // MARK: Limits

    /// What the limits of groups whose n is left out let it be.
    mutating func addLimits(_ compared: Compared) {
        for group in compared.groups {
            addRank(compared, group)
            addExpected(compared, group)
        }
        for group in compared.groups where persons(group, in: compared) == nil {
            guard let n = variable(.n, of: group, in: compared), variables[n].printed == nil, variables[n].isWhole
            else { continue }
            switch compared.method {
            case .student, .answers: addStudent(compared, group, n)
            case .binomial, .poisson: addCounted(compared, group, n)
            }
        }
    }

    /// Whole numbers that fit tell nothing when that of the declared limits is among them.
    private mutating func infer(_ n: Int, _ found: [Int]?, _ why: Phrase) {
        guard let found, !found.contains(where: { Double($0) == rules.personsOfLimits }) else { return }
        setCandidates(n, found, why)
    }

    private func places(_ statistics: [String], _ group: Compared.Group, _ compared: Compared) -> String {
        let lines = statistics.compactMap { group.rows[$0] }.map { "\(tables[compared.table].rows[$0].line)" }
        return "\(path(ofTable: compared.table)):\(lines.joined(separator: ", "))"
    }

    /// Half of the width of limits round the common value; an end that is cut off at nothing or all says nothing.
    private func half(
        _ record: PublishedTable.Row, of group: Compared.Group, _ compared: Compared
    ) -> (size: Double, slack: Double)? {
        guard let lower = record.numbers[.lower], let upper = record.numbers[.upper], lower < upper else { return nil }
        let slack = self.slack(group, compared)
        let (isLowCut, isHighCut) = (lower == 0, upper == 1)
        if !isLowCut, !isHighCut { return ((upper - lower) / 2, slack) }
        guard let common = whole(compared.relation.common, compared), !(isLowCut && isHighCut) else { return nil }
        return (isLowCut ? upper - common : common - lower, slack + 1e-9 * common.magnitude)
    }

    /// How far a printed number of a group may be from the true one. All of its numbers have as many digits, but last zeros
    /// are not written.
    private func slack(_ group: Compared.Group, _ compared: Compared) -> Double {
        let levels = [compared.relation.levels, compared.relation.adjusted].flatMap { $0.map { Array($0.keys) } ?? [] }
        let texts = (levels + [compared.relation.shrunken].compactMap(\.self)).compactMap {
            record($0, of: group, in: compared)
        }.flatMap { $0.texts.values }
        return 5 * pow(10, -(texts.map(Self.decimals).max() ?? 0))
    }

    private static func decimals(_ text: String) -> Double {
        guard let mark = text.firstIndex(of: "."), !text.contains("e") else { return 0 }
        return Double(text[text.index(after: mark)...].count)
    }

    /// The last printed digit.
    private static func digit(_ text: String) -> Double { pow(10, -decimals(text)) }

    /// Rows with limits, the highest level first.
    private func limits(
        _ levels: [String: Double]?, _ group: Compared.Group, _ compared: Compared
    ) -> [(statistic: String, level: Double, record: PublishedTable.Row)] {
        (levels ?? [:]).sorted { ($0.value, $0.key) > ($1.value, $1.key) }.compactMap { statistic, level in
            record(statistic, of: group, in: compared).map { (statistic, level, $0) }
        }
    }

    /// The n that limits rest on, where their quotient tells it.
    private func personsOfLimits(_ group: Compared.Group, _ compared: Compared) -> [Int]? {
        let rows = limits(compared.relation.levels, group, compared)
        guard let far = rows.first, let near = rows.last, far.level > near.level,
            let wide = half(far.record, of: group, compared), let narrow = half(near.record, of: group, compared),
            narrow.size > narrow.slack
        else { return nil }
        let low = (wide.size - wide.slack) / (narrow.size + narrow.slack)
        let high = (wide.size + wide.slack) / (narrow.size - narrow.slack)
        guard low <= high else { return nil }
        return Inversion.student(quotient: (low - 1e-9)...(high + 1e-9), levels: (far.level, near.level))
    }

    /// The one n that limits rest on: the declared where it fits.
    private func only(_ found: [Int]?) -> Int? {
        guard let found else { return nil }
        return found.first { Double($0) == rules.personsOfLimits } ?? (found.count == 1 ? found[0] : nil)
    }

    private mutating func addStudent(_ compared: Compared, _ group: Compared.Group, _ n: Int) {
        let rows = limits(compared.relation.levels, group, compared)
        let title = titleWords(n)
        let found = personsOfLimits(group, compared)
        let stand = places(rows.map(\.statistic), group, compared)
        infer(
            n, found,
            Phrase(
                sv:
                    "kvoten mellan gränsernas bredd på två nivåer (\(stand)) är kvoten mellan två kvantiler av t med n − 1 frihetsgrader: \(title.swedish) är \(list(found))",
                en:
                    "the quotient of the widths of the limits at two levels (\(stand)) is that of two quantiles of t with n − 1 degrees of freedom: \(title.english) is \(list(found))"
            ))
        guard compared.method == .student, let error = self.error(group, compared, persons: only(found)) else { return }
        addShrunken(compared, group, n, error)
        addAdjusted(compared, group, n, error)
        addInterval(compared, group, n, error)
    }

    private func list(_ found: [Int]?) -> String { (found ?? []).prefix(6).map { "\($0)" }.joined(separator: ", ") }

    /// The error of a group's value, from its limits and the n these are of.
    private func error(_ group: Compared.Group, _ compared: Compared, persons: Int?) -> Double? {
        guard let near = limits(compared.relation.levels, group, compared).last, let persons, persons > 3,
            let half = self.half(near.record, of: group, compared), half.slack < 1e-6 * half.size
        else { return nil }
        return half.size / Inversion.studentQuantile(0.5 + near.level / 2, degrees: Double(persons - 1))
    }

    /// The variance of each other group, whose n is shown or whose limits are those of the declared number.
    private func others(
        than group: Compared.Group, _ compared: Compared
    ) -> [(group: Compared.Group, value: Double, variance: Double, isShown: Bool)] {
        compared.groups.compactMap { other in
            guard other.code != group.code,
                let near = limits(compared.relation.levels, other, compared).last,
                let value = near.record.numbers[.value]
            else { return nil }
            let shown = persons(other, in: compared)
            guard let persons = shown ?? only(personsOfLimits(other, compared)), persons > 3,
                let error = self.error(other, compared, persons: persons)
            else { return nil }
            return (other, value, error * error * Inversion.allowance(persons), shown != nil)
        }
    }

    /// A value drawn to the mean of the groups: by how much tells its variance, and that beside its error tells n. What the
    /// mean is, a group whose n is shown tells.
    private mutating func addShrunken(_ compared: Compared, _ group: Compared.Group, _ n: Int, _ error: Double) {
        guard let between = whole(compared.relation.between, compared), between > 1e-4 * error,
            let own = record(compared.relation.shrunken, of: group, in: compared),
            let drawn = own.numbers[.value],
            let value = limits(compared.relation.levels, group, compared).last?.record.numbers[.value]
        else { return }
        func weight(_ variance: Double) -> Double { between * between / (between * between + variance) }
        let means = others(than: group, compared).compactMap { other -> (mean: Double, weight: Double)? in
            guard other.isShown,
                let drawn = record(compared.relation.shrunken, of: other.group, in: compared)?.numbers[.value]
            else { return nil }
            let kept = weight(other.variance)
            return kept < 0.99 ? ((drawn - kept * other.value) / (1 - kept), kept) : nil
        }.sorted { $0.weight < $1.weight }
        guard means.count > 1 else { return }
        let scale = max(value.magnitude, means[0].mean.magnitude)
        let slack = 1e-8 * scale / (1 - means[0].weight)
        // Groups that do not agree on the mean are not drawn to it.
        guard (means[0].mean - means[1].mean).magnitude <= 2 * slack / (1 - means[1].weight) else { return }
        let found = (4...200).filter { persons in
            let kept = weight(error * error * Inversion.allowance(persons))
            return (kept * value + (1 - kept) * means[0].mean - drawn).magnitude <= slack
        }
        let title = titleWords(n)
        let stand = places([compared.relation.shrunken ?? ""], group, compared)
        infer(
            n, found.last == 200 ? nil : found,
            Phrase(
                sv:
                    "hur mycket det krympta värdet (\(stand)) är draget mot det gemensamma säger, bredvid gränserna, värdets varians och därmed n: \(title.swedish) är \(list(found))",
                en:
                    "how far the shrunken value (\(stand)) is drawn to the common one tells, beside the limits, the variance of the value and so n: \(title.english) is \(list(found))"
            ))
    }

    /// Limits by how much the others differ: what is not theirs is the group's own variance.
    private mutating func addAdjusted(_ compared: Compared, _ group: Compared.Group, _ n: Int, _ error: Double) {
        let rows = limits(compared.relation.adjusted, group, compared)
        let others = others(than: group, compared)
        guard !rows.isEmpty, others.count == compared.groups.count - 1,
            let prediction = Inversion.Prediction(others.map { ($0.value, $0.variance) })
        else { return }
        func fits(_ persons: Int) -> Bool {
            let variance = error * error * Inversion.allowance(persons)
            return rows.allSatisfy { row in
                let tail = (1 - row.level) / 2
                let ends = [(PublishedTable.Column.lower, tail, 0.0), (.upper, 1 - tail, 1.0)]
                return ends.allSatisfy { column, share, cut in
                    guard let end = row.record.numbers[column], end != cut else { return true }
                    return (prediction.below(end, variance: variance) - share).magnitude <= 1e-7
                }
            }
        }
        let found = (4...200).filter(fits)
        let title = titleWords(n)
        let stand = places(rows.map(\.statistic), group, compared)
        infer(
            n, found.last == 200 ? nil : found,
            Phrase(
                sv:
                    "de justerade gränserna (\(stand)) vilar på de andra gruppernas spridning, som är känd, och på gruppens egen varians, som bredvid de andra gränserna säger n: \(title.swedish) är \(list(found))",
                en:
                    "the adjusted limits (\(stand)) rest on the spread of the other groups, which is known, and on the group's own variance, which beside the other limits tells n: \(title.english) is \(list(found))"
            ))
    }

    /// The limits tell the error, and the interval in the group's own table is t times that. It may be rounded outwards.
    private mutating func addInterval(_ compared: Compared, _ group: Compared.Group, _ n: Int, _ error: Double) {
        let base = tables[compared.base]
        let own = base.rows[group.base]
        guard let interval = base.declared?.relations?.first(where: { $0.relationType == .interval }),
            interval.method == IntervalMethod.student.rawValue, let level = interval.level, own.status == "shown",
            let near = limits(compared.relation.levels, group, compared).last,
            let value = own.numbers[.value] ?? near.record.numbers[.value],
            let lower = own.numbers[.lower], let upper = own.numbers[.upper]
        else { return }
        let slack = self.slack(group, compared)
        var (low, high) = (0.0, Double.infinity)
        for (size, text) in [(value - lower, own.texts[.lower] ?? ""), (upper - value, own.texts[.upper] ?? "")] {
            if size == value { continue }
            let digit = Self.digit(text)
            low = max(low, size - digit - slack)
            high = min(high, size + digit / 2 + slack)
        }
        guard low > 0, high.isFinite, low <= high else { return }
        let found = Inversion.student(width: (low / error * (1 - 1e-8))...(high / error * (1 + 1e-8)), level: level)
        guard let found else { return }
        let title = titleWords(n)
        let stand = "\(path(ofTable: compared.base)):\(own.line)"
        setCandidates(
            n, found,
            Phrase(
                sv:
                    "jämförelsens gränser säger medelfelet, och intervallet (\(stand)) är t gånger det: \(title.swedish) är \(list(found))",
                en:
                    "the limits of the comparison tell the error, and the interval (\(stand)) is t times that: \(title.english) is \(list(found))"
            ))
    }

    // MARK: Counts

    /// Limits of a share or a rate are whole numbers of persons divided by how many there are.
    private mutating func addCounted(_ compared: Compared, _ group: Compared.Group, _ n: Int) {
        let rows = limits(compared.relation.levels, group, compared)
        guard let common = whole(compared.relation.common, compared), let first = rows.first,
            let value = first.record.numbers[.value]
        else { return }
        let ends = rows.compactMap { row -> (lower: Double, upper: Double, level: Double)? in
            guard let lower = row.record.numbers[.lower], let upper = row.record.numbers[.upper] else { return nil }
            return (lower, upper, row.level)
        }
        let limits = Inversion.CountLimits(value: value, common: common, ends: ends, slack: slack(group, compared))
        let range = variables[n].low...max(variables[n].low, variables[n].high)
        let isShare = compared.method == .binomial
        var found = isShare ? Inversion.binomial(limits, n: range) : Inversion.poisson(limits, x: range)
        if isShare, let tested = tested(found, compared, group, value) { found = tested }
        let title = titleWords(n)
        let stand = places(rows.map(\.statistic) + [compared.relation.test ?? ""], group, compared)
        infer(
            n, found,
            Phrase(
                sv:
                    "värdet och gränserna (\(stand)) är hela antal personer delade med samma tal, vid kvantilerna för det gemensamma värdet: \(title.swedish) är \(list(found))",
                en:
                    "the value and the limits (\(stand)) are whole numbers of persons divided by one number, at the quantiles of the common value: \(title.english) is \(list(found))"
            ))
    }

    /// Observed ÷ expected of counts, with limits that follow from the observed alone.
    private mutating func addExpected(_ compared: Compared, _ group: Compared.Group) {
        guard compared.method == .binomial || compared.method == .poisson,
            let x = variable(.numerator, of: group, in: compared), variables[x].printed == nil, variables[x].isWhole,
            let own = record(compared.relation.expected, of: group, in: compared), let ratio = own.numbers[.value],
            let lower = own.numbers[.lower], let upper = own.numbers[.upper]
        else { return }
        let texts = [PublishedTable.Column.value, .lower, .upper].compactMap { own.texts[$0] }
        let half = pow(10, -(texts.map(Self.decimals).max() ?? 0)) / 2
        guard let found = Inversion.observed(ratio: ratio, lower: lower, upper: upper, half: half) else { return }
        let stand = places([compared.relation.expected ?? ""], group, compared)
        let title = titleWords(x)
        setCandidates(
            x, found,
            Phrase(
                sv:
                    "gränserna för faktiskt ÷ väntat (\(stand)) följer av det faktiska antalet: \(title.swedish) är \(list(found))",
                en:
                    "the limits of observed ÷ expected (\(stand)) follow from the observed count: \(title.english) is \(list(found))"
            ))
    }

    /// Those of the found that have the printed p against the other groups, where all of these show their n.
    private func tested(
        _ found: [Int]?, _ compared: Compared, _ group: Compared.Group, _ value: Double
    ) -> [Int]? {
        guard let found, let test = record(compared.relation.test, of: group, in: compared), let p = test.numbers[.p]
        else { return nil }
        var others = (x: 0, n: 0)
        for other in compared.groups where other.code != group.code {
            guard let persons = self.persons(other, in: compared),
                let value = limits(compared.relation.levels, other, compared).first?.record.numbers[.value]
            else { return nil }
            others.n += persons
            others.x += Int((value * Double(persons)).rounded())
        }
        let fitting = found.filter { n in
            let x = Int((value * Double(n)).rounded())
            return (Inversion.hypergeometric(x, of: n, besides: others) - p).magnitude <= 1e-7 * max(p, 1e-3)
        }
        return fitting.isEmpty ? nil : fitting
    }
}
