// SPDX-License-Identifier: EUPL-1.2

/// The few shapes charts are made of. Coordinates are rounded to a tenth, so that the same values give the same bytes
/// and the file stays small.
enum Drawing {
    /// Height of chart text, in pixels at 1:1.
    static let textSize = 15.0

    /// Width of a line of chart text, estimated high for common sans-serif faces.
    static func width(of text: String) -> Double { Double(text.count) * 8.4 }

    /// "12.3" or "12".
    static func coordinate(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded(.toNearestOrAwayFromZero))
        let whole = "\(abs(tenths) / 10)" + (tenths % 10 == 0 ? "" : ".\(abs(tenths) % 10)")
        return tenths < 0 ? "-" + whole : whole
    }

    static func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ color: Palette, width: Double = 1,
        dashes: String? = nil
    ) -> Markup {
        .tag(
            "line",
            [
                "x1": coordinate(x1), "y1": coordinate(y1), "x2": coordinate(x2), "y2": coordinate(y2),
                "stroke": color.rawValue, "stroke-width": coordinate(width), "stroke-dasharray": dashes,
            ])
    }

    static func polyline(_ points: [(x: Double, y: Double)], _ color: Palette, dashes: String? = nil) -> Markup {
        .tag(
            "polyline",
            [
                "points": points.map { "\(coordinate($0.x)),\(coordinate($0.y))" }.joined(separator: " "),
                "fill": "none", "stroke": color.rawValue, "stroke-width": "2.5", "stroke-linejoin": "round",
                "stroke-dasharray": dashes,
            ])
    }

    /// A filled rectangle, from its upper left corner.
    static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ color: Palette) -> Markup {
        .tag(
            "rect",
            [
                "x": coordinate(x), "y": coordinate(y), "width": coordinate(width), "height": coordinate(height),
                "fill": color.rawValue,
            ])
    }

    /// Where text stands to its point.
    enum Anchor: String {
        case start
        case middle
        case end
    }

    /// A number on an axis. It is marked as one, so that who looks for numbers that no table has can tell it from them.
    static func scaleMark(_ text: String, _ x: Double, _ y: Double, _ anchor: Anchor) -> Markup {
        Self.text(text, x, y, anchor, class: "scale")
    }

    static func text(
        _ text: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, bold: Bool = false,
        class style: String? = nil
    ) -> Markup {
        .tag(
            "text",
            [
                "class": style,
                "x": coordinate(x), "y": coordinate(y), "text-anchor": anchor == .start ? nil : anchor.rawValue,
                "font-weight": bold ? "bold" : nil, "fill": Palette.ink.rawValue,
            ], text)
    }

    /// An image with its name and description; the description stands beside the name in `labelledby`, for
    /// `describedby` is lost in PDF.
    static func image(
        id: String, class style: String, width: Double, height: Double, title: String, description: String,
        _ shapes: [Markup]
    ) -> Markup {
        .tag(
            "svg",
            [
                "role": "img", "class": style, "aria-labelledby": "\(id)-title \(id)-desc",
                "viewBox": "0 0 \(coordinate(width)) \(coordinate(height))",
                "font-size": coordinate(textSize),
            ],
            [.tag("title", ["id": "\(id)-title"], title), .tag("desc", ["id": "\(id)-desc"], description)] + shapes)
    }

    /// A drawing of what stands in words beside it: nothing for a listener.
    static func silent(class style: String, width: Double, height: Double, _ shapes: [Markup]) -> Markup {
        .tag(
            "svg",
            [
                "aria-hidden": "true", "class": style, "viewBox": "0 0 \(coordinate(width)) \(coordinate(height))",
                "font-size": coordinate(textSize),
            ], shapes)
    }
}
