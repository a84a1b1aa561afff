// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// Decisions as a canonical table (*beslut*).
struct DecisionTable {
    static let header = [
        "person", "beslut_id", "stadsdelsnamnd", "insats", "lagrum", "ansokan", "sokta_timmar", "beslutsdatum",
        "utfall", "from", "tom", "timmar", "enhet", "fri", "utforare", "regi", "skyddad",
    ]

    /// What a municipality with waits has beside.
    static let headerOfWaits = header + ["avslutsorsak", "uppskjuten"]

    let dialect: ExportDialect
    var hasWaits = false

    func row(_ decision: SimulatedDecision, of person: SimulatedPerson) -> ExportRow {
        let provider = Provider.all[decision.provider]
        let isRefused = decision.outcome == .refused
        return ExportRow(
            [
                person.key,
                String(decision.number),
                decision.board?.name(on: decision.from) ?? "",
                decision.service.name,
                Self.legalBasis(decision.law, on: decision.decided),
                decision.applied.description,
                decision.isUnlimited ? "" : decimal(decision.appliedCentihours, comma: dialect.hasDecimalComma),
                decision.decided.description,
                Self.word(decision.outcome),
                decision.from.description,
                decision.to?.description ?? "",
                decision.isUnlimited ? "" : decimal(decision.centihours, comma: dialect.hasDecimalComma),
                Self.word(decision.unit),
                decision.isUnlimited ? "ja" : "",
                isRefused ? "" : provider.name,
                isRefused ? "" : provider.typeWord,
                person.isProtected ? "ja" : "",
            ] + (hasWaits ? [decision.endReason ?? "", decision.isPostponed ? "ja" : ""] : []))
    }

    /// The new Social Services Act has its own section from 1 July 2025.
    static func legalBasis(_ law: Law, on day: CivilDate) -> String {
        switch law {
        case .lss: "LSS 9.3"
        case .sol: day >= CivilDate(year: 2025, month: 7, day: 1)! ? "SoL 11:1" : "SoL 4:1"
        }
    }

    private static func word(_ outcome: Outcome) -> String {
        switch outcome {
        case .granted: "bifall"
        case .partlyGranted: "delavslag"
        case .refused: "avslag"
        }
    }

    private static func word(_ unit: HoursUnit) -> String {
        switch unit {
        case .month: "månad"
        case .week: "vecka"
        case .year: "år"
        case .period: "period"
        }
    }
}
