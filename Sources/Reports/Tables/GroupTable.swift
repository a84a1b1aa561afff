// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// A column of a table of groups: a measure in one year.
struct Measured {
    let heading: String
    let measure: MeasureName
    let aspect: Question.Aspect
    let year: Int
    let part: ReleasedPart
    let form: NumberForm

    init(
        _ heading: String, _ measure: MeasureName, _ aspect: Question.Aspect = .headline, year: Int,
        part: ReleasedPart = .value, _ form: NumberForm
    ) {
        self.heading = heading
        self.measure = measure
        self.aspect = aspect
        self.year = year
        self.part = part
        self.form = form
    }
}

/// A table of groups as it is asked for: a row for each category of each breakdown, and last one for all of them
/// together. What it requests follows from its breakdowns and columns.
struct GroupTable: Scoped {
    let scope: ReportScope
    /// Where the categories of a breakdown are had from.
    var measure = MeasureName.persons
    var aspect = Question.Aspect.headline
    let by: [Dimension]
    let columns: [Measured]
    /// Who the table speaks of, where that is not everyone with the service.
    var people: String?

    var requests: [Question] {
        columns.flatMap { scope.ask($0.measure, $0.aspect, byEach: by) }
            + by.map { scope.ask(measure, aspect, by: $0) }
    }

    /// Those of the breakdowns that have a named group.
    func groups(in released: Released) -> [Dimension] {
        by.filter { released.hasGroups(scope.ask(measure, aspect, by: $0), of: $0) }
    }

    /// The table of the breakdowns that have a named group; nil when none has.
    func table(
        _ released: Released, _ id: String, unit: String, notes: [RichText] = [], title: (_ groups: String) -> String
    ) -> Table? {
        let groups = groups(in: released)
        guard !groups.isEmpty else { return nil }
        let names = joined(groups.map { said($0.groupHeading).asMidSentence })
        return table(released, by: groups, id, title(names), unit: unit, notes: notes)
    }

    /// The table of every breakdown it is declared with.
    func table(_ released: Released, _ id: String, _ title: String, unit: String, notes: [RichText]) -> Table {
        table(released, by: by, id, title, unit: unit, notes: notes)
    }

    private struct Row {
        let names: [String]
        let kind: Table.Row.Kind
        var by: [Dimension] = []
        var codes: [String] = []
    }

    private func table(
        _ released: Released, by dimensions: [Dimension], _ id: String, _ title: String, unit: String,
        notes: [RichText] = []
    ) -> Table {
        let leftOut = dimensions.filter { isLeftOut($0, released) }
        // Where all are, the table gives way to a sentence of its own.
        let dimensions = leftOut.count < dimensions.count ? dimensions.filter { !leftOut.contains($0) } : dimensions
        let isGrouped = dimensions.count > 1
        let columns = columns.filter { $0.part != .interval || hasIntervals($0, by: dimensions, released) }
        var rows: [Row] = []
        for dimension in dimensions {
            var label = said(dimension.groupHeading)
            let categories = released.categories(scope.ask(measure, aspect, by: dimension), of: dimension)
            for category in categories where category.kind != .total {
                let names = isGrouped ? [label, said(category.label)] : [said(category.label)]
                rows.append(Row(names: names, kind: .init(category), by: [dimension], codes: [category.code]))
                label = ""
            }
        }
        let all = said(sv: "Samtliga", en: "All")
        rows.append(Row(names: isGrouped ? [all, ""] : [all], kind: .total))
        let headings =
            isGrouped
            ? [said(.breakdown), said(.group)] : [said(dimensions[0].groupHeading)]
        let years = Set(columns.map(\.year))
        let asked = columns.flatMap { scope.ask($0.measure, $0.aspect, byEach: dimensions) }
        return table(
            id, title, unit: unit, population: people, year: years.count == 1 ? years.first.map { "\($0)" } : nil,
            notes: notes + self.notes(of: asked, in: released) + leftOut.map(leftOutNote), rows: rows,
            columns: headings.enumerated().map { place, heading in .name(heading) { $0.names[place] } }
                + columns.map { column in
                    .init(column.heading, isInterval: column.part == .interval) { row in
                        let question = scope.ask(column.measure, column.aspect, over: row.by)
                        return .released(released.cell(question, column.year, row.codes), column.part, column.form)
                    }
                }, kind: \.kind, headerColumns: headings.count)
    }

    private func isLeftOut(_ dimension: Dimension, _ released: Released) -> Bool {
        columns.allSatisfy { released.isLeftOut(scope.ask($0.measure, $0.aspect, by: dimension)) }
    }

    private func leftOutNote(_ dimension: Dimension) -> RichText {
        let name = said(dimension.groupHeading).asMidSentence
        return phrase(
            sv: "Uppdelningen efter \(name) är utelämnad: de flesta av talen skulle behöva döljas.",
            en: "The breakdown by \(name) is left out: most of its numbers would have to be hidden.")
    }

    /// Whether any interval of a column is there to print; numbers made from totals have none.
    private func hasIntervals(_ column: Measured, by dimensions: [Dimension], _ released: Released) -> Bool {
        scope.ask(column.measure, column.aspect, byEach: dimensions).contains { question in
            released.rows(question, column.year).contains { $0.cell == .hidden || $0.cell.shown?.lower != nil }
        }
    }
}

extension Dimension {
    /// What a breakdown is called at the head of its column.
    var groupHeading: Phrase {
        switch self {
        case .districtThen: Phrase(sv: "Stadsdelsnämnd enligt dåvarande indelning", en: "District board as it was")
        case .hourClass: Phrase(sv: "Beviljade timmar per månad", en: "Granted hours a month")
        case .factor: Phrase(sv: "Del", en: "Part")
        default: QuestionWords.heading(self)
        }
    }
}

/// A row of a table over the years: what is asked, of which group, and how it is printed.
struct YearRow {
    let name: String
    var kind = Table.Row.Kind.plain
    let question: Question
    var codes: [String] = []
    let form: NumberForm
}

extension Scoped {
    /// The columns of a table of the years beside each other.
    func years(_ heading: String, _ released: Released) -> [TableSpec<YearRow>.Column] {
        [.name(heading, \.name)]
            + scope.years.map { year in
                .init("\(year)") { .value(released.cell($0.question, year, $0.codes), $0.form) }
            }
    }
}
