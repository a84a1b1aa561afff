// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// A cell by its meaning: a text file writes it in its own form, a workbook as a typed cell.
enum ShapedCell: Hashable {
    case empty
    case text(String)
    case day(CivilDate)
    /// Minutes after midnight; from 1 440 on it is the next day.
    case clock(Int)
    /// Whole hundredths.
    case amount(Int)
    case count(Int)
}

/// The form of the cells of a text file.
struct CellForm {
    enum Days { case hyphens, sixDigits }

    var days = Days.hyphens
    var hasComma = true
    /// Two decimals in every amount.
    var isFixed = false
    /// Between thousands.
    var thousands = ""
    var minus = "-"

    func text(_ cell: ShapedCell) -> String {
        switch cell {
        case .empty: ""
        case .text(let text): text
        case .day(let day): self.day(day)
        case .clock(let minutes): clock(minutes)
        case .amount(let hundredths): sign(hundredths) + amount(Int(hundredths.magnitude))
        case .count(let count): sign(count) + grouped(Int(count.magnitude))
        }
    }

    private func day(_ day: CivilDate) -> String {
        switch days {
        case .hyphens: return day.description
        case .sixDigits:
            let (year, month, day) = day.components
            return twoDigits(year % 100) + twoDigits(month) + twoDigits(day)
        }
    }

    private func sign(_ number: Int) -> String { number < 0 ? minus : "" }

    private func amount(_ hundredths: Int) -> String {
        let whole = grouped(hundredths / 100)
        guard isFixed || hundredths % 100 != 0 else { return whole }
        let decimals = twoDigits(hundredths % 100)
        let isShort = !isFixed && decimals.last == "0"
        return whole + (hasComma ? "," : ".") + (isShort ? String(decimals.dropLast()) : decimals)
    }

    private func grouped(_ number: Int) -> String {
        guard number >= 1000, !thousands.isEmpty else { return String(number) }
        let last = String(number % 1000)
        return grouped(number / 1000) + thousands + String(repeating: "0", count: 3 - last.count) + last
    }
}
