// SPDX-License-Identifier: EUPL-1.2

/// The drawn last column of a table-chart: an axis or key in the table's head and a small drawing in each row. Rows
/// stay rows of a table, so the drawing follows them when the page becomes narrow.
protocol RowDrawing {
    /// The heading of the drawn column.
    var heading: Markup { get }
    /// What stands in the head over the rows' drawings: the image that is named.
    var axis: Markup { get }
    /// A row's drawing; a hidden value leaves a gap with its sign.
    func drawing(ofRow place: Int) -> Markup
}
