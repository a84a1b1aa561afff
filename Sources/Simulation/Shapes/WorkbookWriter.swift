// SPDX-License-Identifier: EUPL-1.2

import CXlsxWriter
import CaseData
import Glibc
import Tabular

/// A workbook could not be made: there is no room for it, or no folder for temporary files.
package struct WorkbookFailure: Error, Sendable, Equatable {
    package let name: String
}

/// Writes a workbook as .xlsx with libxlsxwriter. The same workbook gives the same bytes: its properties say nothing of
/// who, where or when.
@safe struct WorkbookWriter {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let formats: [Format: UnsafeMutablePointer<lxw_format>]

    private enum Format: CaseIterable {
        case day, clock, amount, bold

        /// As Excel writes number formats.
        var number: String? {
            switch self {
            case .day: "yyyy-mm-dd"
            case .clock: "hh:mm"
            case .amount: "0.00"
            case .bold: nil
            }
        }
    }

    /// The bytes of the file that a workbook makes. `name` is what a failure is told by.
    static func bytes(of workbook: Workbook, _ name: String) throws(WorkbookFailure) -> [UInt8] {
        guard let folder = temporaryFolder() else { throw WorkbookFailure(name: name) }
        let path = folder + "/workbook.xlsx"
        defer {
            unsafe unlink(path)
            unsafe rmdir(folder)
        }
        guard let writer = WorkbookWriter(path) else { throw WorkbookFailure(name: name) }
        for sheet in workbook.sheets {
            guard writer.add(sheet) else { throw WorkbookFailure(name: name) }
        }
        guard writer.close() else { throw WorkbookFailure(name: name) }
        do throws(ReadError) {
            return try WholeFile.bytes(path)
        } catch {
            throw WorkbookFailure(name: name)
        }
    }

    private static func temporaryFolder() -> String? {
        let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/ledsaga-XXXXXX".utf8CString)
        return unsafe template.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress, let made = unsafe mkdtemp(start) else { return nil }
            return unsafe String(cString: made)
        }
    }

    private init?(_ path: String) {
        guard let workbook = unsafe workbook_new(path) else { return nil }
        unsafe self.workbook = workbook
        var formats: [Format: UnsafeMutablePointer<lxw_format>] = unsafe [:]
        for format in Format.allCases {
            guard let made = unsafe workbook_add_format(workbook) else { return nil }
            if let number = format.number { unsafe format_set_num_format(made, number) }
            if format == .bold { unsafe format_set_bold(made) }
            unsafe formats[format] = made
        }
        unsafe self.formats = formats
        // Midnight of 2020-01-01 UTC.
        var properties = unsafe lxw_doc_properties()
        unsafe properties.created = 1_577_836_800
        unsafe workbook_set_properties(workbook, &properties)
    }

    /// Ends the file. False when it could not be written.
    private func close() -> Bool { unsafe workbook_close(workbook) == LXW_NO_ERROR }

    private func add(_ sheet: Workbook.Sheet) -> Bool {
        guard let worksheet = unsafe workbook_add_worksheet(workbook, sheet.name) else { return false }
        let width = sheet.rows.map(\.count).max() ?? 1
        for column in 0..<width {
            var options = lxw_row_col_options()
            options.hidden = sheet.hiddenColumns.contains(column) ? 1 : 0
            unsafe worksheet_set_column_opt(worksheet, UInt16(column), UInt16(column), 16, nil, &options)
        }
        // A merged range writes its own text; the cells of its rows come after it.
        for merge in sheet.merged {
            let text = Self.text(sheet.rows[merge.rows.lowerBound][merge.columns.lowerBound])
            unsafe worksheet_merge_range(
                worksheet, UInt32(merge.rows.lowerBound), UInt16(merge.columns.lowerBound),
                UInt32(merge.rows.upperBound), UInt16(merge.columns.upperBound), text, formats[.bold])
        }
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                unsafe write(cell, in: worksheet, UInt32(row), UInt16(column), isBold: sheet.boldRows.contains(row))
            }
        }
        if sheet.frozenRows > 0 { unsafe worksheet_freeze_panes(worksheet, UInt32(sheet.frozenRows), 0) }
        return true
    }

    private static func text(_ cell: ShapedCell) -> String {
        if case .text(let text) = cell { text } else { "" }
    }

    /// Days, clock times and amounts are numbers with a format: the library's own functions for time lose those of more
    /// than a day.
    private func write(
        _ cell: ShapedCell, in worksheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16,
        isBold: Bool
    ) {
        let plain = unsafe isBold ? formats[.bold] : nil
        switch cell {
        case .empty, .text(""): break
        case .text(let text): unsafe worksheet_write_string(worksheet, row, column, text, plain)
        case .day(let day):
            unsafe worksheet_write_number(worksheet, row, column, Double(day.daysSince1970 + 25_569), formats[.day])
        case .clock(let minutes):
            unsafe worksheet_write_number(worksheet, row, column, Double(minutes % 1440) / 1440, formats[.clock])
        case .amount(let hundredths):
            unsafe worksheet_write_number(worksheet, row, column, Double(hundredths) / 100, formats[.amount])
        case .count(let count): unsafe worksheet_write_number(worksheet, row, column, Double(count), plain)
        }
    }
}
