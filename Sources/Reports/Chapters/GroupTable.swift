// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// A column of a table of groups: a measure in one year.
struct GroupColumn {
    let heading: String
    let unit: String?
    /// Asked of everyone; the group's breakdown is added to it.
    let measure: MeasureName
    let aspect: Question.Aspect
    let year: Int
    let part: ReleasedPart
    let form: NumberForm

    init(
        _ heading: String, unit: String? = nil, _ measure: MeasureName, _ aspect: Question.Aspect = .headline,
        year: Int, part: ReleasedPart = .value, _ form: NumberForm
    ) {
        self.heading = heading
        self.unit = unit
        self.measure = measure
        self.aspect = aspect
        self.year = year
        self.part = part
        self.form = form
    }
}

extension Chapters {
    /// What a table is called and says, apart from its cells.
    struct Caption {
        let id: String
        let title: String
        let unit: String
        var notes: [RichText] = []
    }

    /// A row a category of each breakdown, and last one for all of them together.
    func groupTable(
        _ caption: Caption, by dimensions: [Dimension], columns: [GroupColumn],
        categoriesOf measure: MeasureName = .persons, _ aspect: Question.Aspect = .headline
    ) -> Table {
        let isGrouped = dimensions.count > 1
        let columns = columns.filter { $0.part != .interval || hasIntervals($0, by: dimensions) }
        var headings = isGrouped ? [Table.Column(said(sv: "Indelning", en: "Breakdown"), alignment: .start)] : []
        headings.append(
            Table.Column(
                isGrouped ? said(sv: "Grupp", en: "Group") : said(Self.name(of: dimensions[0])), alignment: .start))
        headings += columns.map { Table.Column($0.heading, unit: $0.unit) }

        var rows: [Table.Row] = []
        for dimension in dimensions {
            var label = said(Self.name(of: dimension))
            let categories = answers.categories(questions.ask(measure, aspect, by: dimension), of: dimension)
            for category in categories where category.kind != .total {
                let names = isGrouped ? [label, said(category.label)] : [said(category.label)]
                rows.append(
                    row(category.kind == .unknown ? .unnamed : .plain, names, columns, by: [dimension], [category.code])
                )
                label = ""
            }
        }
        let all = said(sv: "Samtliga", en: "All")
        rows.append(row(.total, isGrouped ? [all, ""] : [all], columns, by: [], []))
        let years = Set(columns.map(\.year))
        let asked = columns.flatMap { column in
            ([[]] + dimensions.map { [$0] }).map {
                questions.ask(column.measure, column.aspect, over: $0)
            }
        }
        return table(
            caption, headings, rows, headerColumns: isGrouped ? 2 : 1, hasInterval: columns.hasInterval,
            year: years.count == 1 ? years.first.map { "\($0)" } : nil, of: asked)
    }

    /// A table in the report's name, with the notes that belong to it and to the answers it is made of.
    func table(
        _ caption: Caption, _ columns: [Table.Column], _ rows: [Table.Row], headerColumns: Int = 1,
        hasInterval: Bool = false, population: String? = nil, year: String? = nil, source: String? = nil,
        of asked: [Question] = []
    ) -> Table {
        Table(
            id: caption.id, title: caption.title, unit: caption.unit, population: population ?? self.population,
            year: year ?? yearsWritten, columns: columns, rows: rows, headerColumns: headerColumns,
            source: source ?? self.source,
            notes: caption.notes + notes(of: asked) + (hasInterval ? [intervalNote] : []))
    }

    /// Whether any interval of a column is there to print; numbers made from totals have none.
    private func hasIntervals(_ column: GroupColumn, by dimensions: [Dimension]) -> Bool {
        ([[]] + dimensions.map { [$0] }).contains { by in
            let question = questions.ask(column.measure, column.aspect, over: by)
            return answers.rows(question, column.year).contains { $0.cell == .hidden || $0.cell.shown?.lower != nil }
        }
    }

    private func row(
        _ kind: Table.Row.Kind, _ names: [String], _ columns: [GroupColumn], by dimensions: [Dimension],
        _ codes: [String]
    ) -> Table.Row {
        let numbers = columns.map { column in
            let question = questions.ask(column.measure, column.aspect, over: dimensions)
            return Cell.released(answers.cell(question, column.year, codes), column.part, column.form)
        }
        return Table.Row(kind, names.map { $0.isEmpty ? .empty : .text(RichText($0)) } + numbers)
    }

    /// What a breakdown is called at the head of its column.
    static func name(of dimension: Dimension) -> Phrase {
        switch dimension {
        case .year: Phrase(sv: "År", en: "Year")
        case .month: Phrase(sv: "Månad", en: "Month")
        case .district: Phrase(sv: "Stadsdelsnämnd", en: "District board")
        case .districtThen: Phrase(sv: "Stadsdelsnämnd enligt dåvarande indelning", en: "District board as it was")
        case .law: Phrase(sv: "Lagrum", en: "Law")
        case .service: Phrase(sv: "Insats", en: "Service")
        case .sex: Phrase(sv: "Kön", en: "Sex")
        case .age: Phrase(sv: "Ålder", en: "Age")
        case .provider: Phrase(sv: "Utförare", en: "Provider")
        case .providerType: Phrase(sv: "Regi", en: "Provider type")
        case .hourClass: Phrase(sv: "Beviljade timmar per månad", en: "Granted hours a month")
        case .factor: Phrase(sv: "Del", en: "Part")
        case .group, .wave, .question, .answer: QuestionWords.heading(dimension)
        }
    }
}

extension [GroupColumn] {
    var hasInterval: Bool { contains { $0.part == .interval } }
}
