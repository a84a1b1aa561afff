// SPDX-License-Identifier: EUPL-1.2

/// The mark of a series: shape, colour and line differ together, so that none depends on colour.
enum Mark: Int, CaseIterable {
    /// A filled disc: this year, the value spoken of.
    case disc
    /// A ring: what it is compared with.
    case ring
    case square
    case diamond

    var color: Palette {
        switch self {
        case .disc: .series
        case .ring: .reference
        case .square: .third
        case .diamond: .fourth
        }
    }

    /// The pattern of the line between marks; nil is unbroken.
    var dashes: String? {
        switch self {
        case .disc: nil
        case .ring: "6 4"
        case .square: "2 4"
        case .diamond: "10 4 2 4"
        }
    }

    /// The mark at a point.
    func drawing(_ x: Double, _ y: Double, radius: Double = 5.5) -> Markup {
        let (cx, cy) = (Drawing.coordinate(x), Drawing.coordinate(y))
        let r = radius
        switch self {
        case .disc:
            return .tag("circle", ["cx": cx, "cy": cy, "r": Drawing.coordinate(r), "fill": color.rawValue])
        case .ring:
            return .tag(
                "circle",
                [
                    "cx": cx, "cy": cy, "r": Drawing.coordinate(r - 1), "fill": "none", "stroke": color.rawValue,
                    "stroke-width": "2.5",
                ])
        case .square:
            return polygon([(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)])
        case .diamond:
            let d = r * 1.35
            return polygon([(x, y - d), (x + d, y), (x, y + d), (x - d, y)])
        }
    }

    private func polygon(_ points: [(Double, Double)]) -> Markup {
        let text = points.map { "\(Drawing.coordinate($0.0)),\(Drawing.coordinate($0.1))" }.joined(separator: " ")
        return .tag("polygon", ["points": text, "fill": color.rawValue, "stroke": Palette.ink.rawValue])
    }
}
