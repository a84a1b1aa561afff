// SPDX-License-Identifier: EUPL-1.2

package import CaseData
import Intake
package import Terms

/// A shape that a system or a spreadsheet gives an export: columns and their names, units, rows that are no cases, kind
/// of file. The content is that of the canonical exports of the same municipality, but for what the shape says it loses.
///
/// A shape is one file in this folder, and its line in `ExportShape.all`. What it calls things by are Intake's own
/// words (`HeaderWords`, `ValueWords`).
package struct ExportShape: Sendable {
    /// As `simulate --export` names it.
    package let name: String
    /// What is particular about it, in one line.
    package let words: Phrase
    /// Whether its files are workbooks; else they are text.
    package let isWorkbook: Bool
    /// What of the canonical exports it does not hold.
    package let loses: Set<ExportLoss>
    /// What it holds that canonical exports leave to be told by others.
    package let adds: Set<ExportGain>
    /// What a source's entry in the project file has to say beside its kind and files; empty for most.
    package let settings: [SourceKind: String]
    private let layOut: @Sendable (SimulatedMunicipality) throws(WorkbookFailure) -> [ShapedFile]

    init(
        _ name: String, _ words: Phrase, isWorkbook: Bool = false, loses: Set<ExportLoss> = [],
        adds: Set<ExportGain> = [], settings: [SourceKind: String] = [:],
        _ layOut: @escaping @Sendable (SimulatedMunicipality) throws(WorkbookFailure) -> [ShapedFile]
    ) {
        self.name = name
        self.words = words
        self.isWorkbook = isWorkbook
        self.loses = loses
        self.adds = adds
        self.settings = settings
        self.layOut = layOut
    }

    /// The municipality's decisions and performed hours in this shape. Throws when a workbook cannot be made.
    package func files(of municipality: SimulatedMunicipality) throws(WorkbookFailure) -> [ShapedFile] {
        try layOut(municipality)
    }
}

/// Something that a shape does not hold.
package enum ExportLoss: Sendable, Hashable {
    /// Rows about persons: all that is left are totals.
    case persons
    /// Rows about single visits: what is performed are sums of a month.
    case visits
    /// Visits that were not performed.
    case visitsNotPerformed
    /// Who carries out a decision, and who made a visit.
    case providers
    /// Whether a provider is the municipality's own.
    case providerTypes
    /// The day of an application, and the hours applied for.
    case applications
    /// The day a decision was made.
    case decisionDates
}

/// Something that a shape holds and canonical exports do not.
package enum ExportGain: Sendable, Hashable {
    /// Visits to the minute; canonical ones have hundredths of an hour.
    case minutes
    /// The board of a visit.
    case boardsOfVisits
}

extension ExportShape {
    /// All of them, in the order that help lists them.
    package static let all = [
        canonical, lifecare, treserva, wide, credits, hoursThreeWays, boards, dayGrid, totals, workbook, reportWorkbook,
        monthlySheets,
    ]
}
