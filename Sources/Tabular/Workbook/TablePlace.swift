// SPDX-License-Identifier: EUPL-1.2

/// One table in a file (tabellens plats): the file itself when it is delimited text, a sheet of a workbook, a member of a
/// zip, or a sheet of a workbook in a zip.
package struct TablePlace: Sendable, Hashable {
    /// The path in a zip of tables; nil when the file is no such zip.
    package let member: String?
    /// The name of the sheet; nil in delimited text.
    package let sheet: String?
    /// Whether the sheet is hidden, or so well hidden that Excel's menus do not show it.
    package let isHidden: Bool

    package init(member: String? = nil, sheet: String? = nil, isHidden: Bool = false) {
        self.member = member
        self.sheet = sheet
        self.isHidden = isHidden
    }
}
