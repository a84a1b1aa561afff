// SPDX-License-Identifier: EUPL-1.2
import Published
import Terms

/// What is declared to hold between quantities of the same group and year.
extension OutsideSystem {
    /// Parts of a whole that no table has are numbers all the same, wherever the whole and another part are.
    mutating func makeParts(of relation: PublishedPackage.Relation) {
        guard relation.relationType == .sum, let whole = relation.wholeName, let parts = relation.parts,
            let kind = quantities[whole]?.numberKind, kind == .count || kind == .sum
        else { return }
        for place in variables.indices where variables[place].number.quantity == whole {
            let number = variables[place].number
            guard relation.holds(of: number), parts.contains(where: { variable(number.of($0)) != nil }) else {
                continue
            }
            for part in parts {
                guard let quantity = quantities[part], let kind = quantity.numberKind, variable(number.of(part)) == nil
                else { continue }
                _ = makeTold(number.of(part), quantity.title, kind)
                notePart(part, of: whole)
            }
        }
    }

    mutating func add(_ relation: PublishedPackage.Relation) {
        switch relation.relationType {
        case .partOf?: addPart(relation)
        case .sum?: addSum(relation)
        case .atMost?: addOrder(relation)
        case .change?: addChange(relation)
        case .gap?: addGap(relation)
        case .eitherYear?: addEitherYear(relation)
        case .same?: addSame(relation)
        case .logarithmicParts?: addLogarithmicParts(relation)
        case .classes?: break
        case .quotient?, .interval?, .classesOfBase?, .limits?, nil: skip()
        }
    }

    /// Numbers of a quantity where the relation holds.
    private func numbers(of quantity: String, _ relation: PublishedPackage.Relation) -> [Int] {
        variables.indices.filter {
            variables[$0].number.quantity == quantity && relation.holds(of: variables[$0].number)
        }
    }

    private func name(_ relation: PublishedPackage.Relation, _ names: String...) -> String {
        ([relation.type] + names).joined(separator: " ")
    }

    private mutating func addPart(_ relation: PublishedPackage.Relation) {
        guard let part = relation.part, let whole = relation.wholeName else { return skip() }
        for inner in numbers(of: part, relation) {
            let place = (relation.at ?? [:]).sorted { $0.key < $1.key }
            let number = place.reduce(variables[inner].number) { $0.with($1.key, $1.value) }
            guard let outer = variable(number.of(whole)) else { continue }
            addPart(inner, of: outer, name(relation, part, whole))
        }
    }

    /// One number counted within another, and who is between them.
    mutating func addPart(_ inner: Int, of outer: Int, _ relation: String) {
        if inner == outer { return }
        noteCeiling(outer, of: inner)
        let (part, whole) = (variables[inner], variables[outer])
        guard part.isWhole, whole.isWhole else {
            return bound(
                [(outer, 1), (inner, -1)], relation,
                Phrase(sv: "det ena är en del av det andra", en: "one is part of the other")
            )
        }
        // What differences differ by is nobody's number.
        if part.isTold || whole.isTold {
            return bound(
                [(outer, 1), (inner, -1)], relation,
                Phrase(sv: "det ena är en del av det andra", en: "one is part of the other"))
        }
        let title = Phrase(
            sv: "\(whole.title.swedish) − \(part.title.swedish)", en: "\(whole.title.english) − \(part.title.english)")
        // Those of either year are others with the year after than with the year before.
        let year = whole.number.year == part.number.year ? "" : " \(whole.number.year)"
        // One class of the whole has another rest than all of it.
        let places = whole.number.places == part.number.places ? "" : " \(whole.number.places)"
        let rest = makeTold(
            Number(
                "\(whole.number.quantity)\(year)\(places) − \(part.number.quantity)", year: part.number.year,
                places: part.number.places),
            title, .count)
        equate(
            [(outer, 1), (inner, -1), (rest, -1)], relation,
            Phrase(
                sv: "de ena är en del av de andra, och resten är de övriga",
                en: "some are part of the others, and the rest are those left"))
    }

    private mutating func addSum(_ relation: PublishedPackage.Relation) {
        guard let whole = relation.wholeName, let parts = relation.parts else { return skip() }
        for outer in numbers(of: whole, relation) {
            let found = parts.compactMap { variable(variables[outer].number.of($0)) }
            guard found.count == parts.count else { continue }
            equate(
                [(outer, 1)] + found.map { ($0, -1) }, name(relation, whole, parts.joined(separator: " ")),
                Phrase(sv: "helheten är summan av delarna", en: "the whole is the sum of the parts"))
            addRest(found, of: outer)
        }
    }

    /// Several parts that are not shown are had together; of hours those that no table has, for what is hidden is judged
    /// by itself.
    private mutating func addRest(_ parts: [Int], of whole: Int) {
        let kind = variables[whole].kind
        let told = parts.filter { variables[$0].printed == nil && (kind == .count || variables[$0].isTold) }
        guard told.count > 1, kind != .difference else { return }
        let title = Phrase(
            sv: told.map { variables[$0].title.swedish }.joined(separator: " + "),
            en: told.map { variables[$0].title.english }.joined(separator: " + "))
        let number = variables[whole].number
        let name = told.map { variables[$0].number.quantity }.joined(separator: " + ")
        let rest = makeTold(number.of(name), title, kind)
        addTogether(rest, told)
        equate(
            [(rest, 1)] + told.map { ($0, -1) }, "together " + name,
            Phrase(sv: "delarna tillsammans", en: "the parts together"))
    }

    private mutating func addOrder(_ relation: PublishedPackage.Relation) {
        guard let these = relation.these, let those = relation.those, let first = these.first else { return skip() }
        for lead in numbers(of: first, relation) {
            let number = variables[lead].number
            let lower = these.compactMap { variable(number.of($0)) }
            let upper = those.compactMap { variable(number.of($0)) }
            guard lower.count == these.count, upper.count == those.count else { continue }
            bound(
                upper.map { ($0, 1) } + lower.map { ($0, -1) },
                name(relation, these.joined(separator: " "), those.joined(separator: " ")),
                Phrase(sv: "det ena är högst det andra", en: "the one is at most the other"))
        }
    }

    private mutating func addChange(_ relation: PublishedPackage.Relation) {
        guard let difference = relation.difference, let of = relation.of else { return skip() }
        for change in numbers(of: difference, relation) {
            let number = variables[change].number.of(of)
            guard let year = Int(number.year), year.magnitude < 100_000, let now = variable(number),
                let before = earlier(number, year, isWave: relation.before == "wave")
            else { continue }
            equate(
                [(now, 1), (before, -1), (change, -1)], name(relation, difference, of),
                Phrase(
                    sv: "skillnaden är det senare talet minus det tidigare",
                    en: "the difference is the later number less the earlier"))
        }
    }

    private func earlier(_ number: Number, _ year: Int, isWave: Bool) -> Int? {
        if !isWave { return variable(number.inYear("\(year - 1)")) }
        // A round has its own code, which is its year or more than that.
        let candidates = variables.indices.filter { place in
            let other = variables[place].number
            return other.quantity == number.quantity && other.without("wave").places == number.without("wave").places
                && (Int(other.year) ?? .max) < year
        }
        let latest = candidates.compactMap { Int(variables[$0].number.year) }.max()
        let last = candidates.filter { Int(variables[$0].number.year) == latest }
        return last.count == 1 ? last[0] : nil
    }

    private mutating func addGap(_ relation: PublishedPackage.Relation) {
        guard let difference = relation.difference, let of = relation.of, let along = relation.along,
            let against = relation.against
        else { return skip() }
        for gap in numbers(of: difference, relation) {
            let number = variables[gap].number.of(of)
            guard let own = variable(number), let other = variable(number.with(along, against)) else { continue }
            equate(
                [(own, 1), (other, -1), (gap, -1)], name(relation, difference, of),
                Phrase(
                    sv: "skillnaden är gruppens tal minus den förstas",
                    en: "the difference is the group's number less the first's"))
        }
    }

    private mutating func addEitherYear(_ relation: PublishedPackage.Relation) {
        guard let union = relation.union, let of = relation.of else { return skip() }
        for either in numbers(of: union, relation) {
            let number = variables[either].number.of(of)
            guard let year = Int(number.year), year.magnitude < 100_000, let now = variable(number),
                let before = variable(number.inYear("\(year - 1)"))
            else { continue }
            let relation = name(relation, union, of)
            // Those who came, those who left, those who stayed.
            addPart(before, of: either, relation)
            addPart(now, of: either, relation)
            let title = variables[now].title
            let stayed = makeTold(
                number.of("stayed " + of),
                Phrase(sv: "\(title.swedish), båda åren", en: "\(title.english), both years"), .count)
            equate(
                [(now, 1), (before, 1), (either, -1), (stayed, -1)], relation,
                Phrase(
                    sv: "de båda åren är det ena plus det andra minus något av dem",
                    en: "in both years is one plus the other less either"))
        }
    }

    private mutating func addSame(_ relation: PublishedPackage.Relation) {
        guard let names = relation.quantities, names.count == 2 else { return skip() }
        for one in numbers(of: names[0], relation) {
            let number = relation.ignoring.map { variables[one].number.without($0) } ?? variables[one].number
            guard let other = variable(number.of(names[1])) else { continue }
            noteSame(one, other)
            equate(
                [(one, 1), (other, -1)], name(relation, names[0], names[1]),
                Phrase(sv: "det är samma tal under två namn", en: "it is one number under two names"))
        }
    }

    /// A part ÷ the logarithm of how its factor changed is the logarithmic mean of the two years' numbers; their difference is
    /// the whole, so that both follow.
    private mutating func addLogarithmicParts(_ relation: PublishedPackage.Relation) {
        guard let whole = relation.wholeName, let of = relation.of, let factors = relation.factors else {
            return skip()
        }
        for change in numbers(of: whole, relation) {
            let number = variables[change].number
            guard let year = Int(number.year), year.magnitude < 100_000,
                let now = variable(number.of(of)), let before = variable(number.of(of).inYear("\(year - 1)")),
                variables[now].printed == nil || variables[before].printed == nil,
                let total = variables[change].printed
            else { continue }
            for factor in factors {
                guard let part = variable(number.of(factor.part)).flatMap({ variables[$0].printed }),
                    let later = quotient(factor, number), let earlier = quotient(factor, number.inYear("\(year - 1)")),
                    let ends = Inversion.logarithmicMean(
                        part: part, slack: partSlack(number.of(factor.part)), change: total,
                        changeSlack: variables[change].slack, growth: later / earlier)
                else { continue }
                let why = Phrase(
                    sv:
                        "\(titleWords(change).swedish): en del av förändringen är känd, och hur dess faktor ändrats, alltså det logaritmiska medelvärdet och båda årens tal",
                    en:
                        "\(titleWords(change).english): a part of the change is known, and how its factor changed, hence the logarithmic mean and the numbers of both years"
                )
                tighten(before, from: ends.lowerBound, to: ends.upperBound, why)
                let slack = variables[change].slack
                tighten(now, from: ends.lowerBound + total - slack, to: ends.upperBound + total + slack, why)
                break
            }
        }
    }

    private func partSlack(_ number: Number) -> Double { variable(number).map { variables[$0].slack } ?? 0 }

    private func quotient(_ factor: PublishedPackage.Relation.Factor, _ number: Number) -> Double? {
        func printed(_ quantity: String) -> Double? {
            variable(number.of(quantity)).flatMap { variables[$0].printed }.flatMap { $0 > 0 ? $0 : nil }
        }
        guard let top = printed(factor.numerator) else { return nil }
        guard let divisor = factor.denominator else { return top }
        return printed(divisor).map { top / $0 }
    }
}
