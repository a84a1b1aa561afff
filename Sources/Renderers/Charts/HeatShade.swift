// SPDX-License-Identifier: EUPL-1.2
import Documents
import Terms

/// How dark the cells of a heat table are: five shades over the scale of its values. The number stands in each cell,
/// so nothing is told by shade alone.
struct HeatShade {
    /// Names of the style sheet's classes, lightest first.
    static let classes = ["heat0", "heat1", "heat2", "heat3", "heat4"]

    let columns: [Int]
    private let lower: Double
    private let upper: Double
    private let form: NumberForm

    /// Shares are shaded over 0–100 per cent, so that two heat tables can be compared; other numbers over the round
    /// ends that hold them.
    init(table: Table, columns: [Int]) {
        self.columns = columns
        let cells = table.rows.flatMap { row in columns.map { row.cells[$0] } }
        let values = cells.compactMap(\.drawn)
        form = cells.lazy.compactMap(\.drawnForm).first ?? .count
        if form.scale == .percent, values.allSatisfy({ (0...1).contains($0) }) {
            (lower, upper) = (0, 1)
        } else {
            let scale = Scale(holding: values, marks: 5)
            (lower, upper) = (scale.lower, scale.upper)
        }
    }

    /// The class of a cell; nil when no number is shown in it.
    func style(of cell: Cell) -> String? {
        guard let value = cell.drawn else { return nil }
        let step = Int((value - lower) / (upper - lower) * Double(Self.classes.count))
        return Self.classes[min(max(step, 0), Self.classes.count - 1)]
    }

    /// "Ju mörkare ruta, desto högre tal: 0–20 %, …"
    func key(_ language: Language) -> String {
        let width = (upper - lower) / Double(Self.classes.count)
        let style = NumberStyle(language)
        let bounds = (0...Self.classes.count).map { style.text(lower + Double($0) * width, form.whole) }
        return Phrase(
            sv: "Ju mörkare ruta, desto högre tal. Rutorna blir mörkare vid "
                + "\(bounds.dropFirst().dropLast().joined(separator: ", ")).",
            en: "The darker the box, the higher the number. Boxes become darker at "
                + "\(bounds.dropFirst().dropLast().joined(separator: ", ")).")[language]
    }
}

extension NumberForm {
    /// Without decimals.
    fileprivate var whole: NumberForm { scale == .plain ? self : NumberForm(scale, decimals: 0, sign: sign) }
}
