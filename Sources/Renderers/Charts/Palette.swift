// SPDX-License-Identifier: EUPL-1.2

/// The colours of charts and pages, for white paper. No two things differ by colour alone, and none by red and green.
enum Palette: String, CaseIterable {
    case paper = "#FFFFFF"
    /// Text and outlines.
    case ink = "#1B1B1B"
    case series = "#12436D"
    /// Only with an outline of ink.
    case highlight = "#F46A25"
    case third = "#28A197"
    case fourth = "#801650"
    /// What others are compared with: the city, the year before.
    case reference = "#767676"
    /// Smaller text beside the main one.
    case quiet = "#4A4A4A"
    case link = "#0B4F86"
    /// Behind notes.
    case tint = "#F2F5F8"
    /// Grid lines, which say nothing of their own.
    case grid = "#D9D9D9"
    /// Between the ends of an answer scale; neighbours differ in lightness too.
    case good = "#7FB2DC"
    case middling = "#E3E3E3"
    case poor = "#F2A57B"
    case worst = "#9A3B00"
    /// Shades of heat tables between the paper and the darkest.
    case heatLow = "#DCE9F5"
    case heatMiddle = "#A9CBE8"
    case heatHigh = "#5E9BCB"

    /// The best end of an answer scale.
    static let best = link
    /// The darkest shade of a heat table.
    static let heatTop = link
}
