// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Terms

/// What `ledsaga check` tells of a project's files: every row accounted for, every fault with its place.
package struct CheckReport: Sendable {
    package var files: [FileIntake]
    package var faults: [Fault]
    package var remarks: [Remark]
    /// Names of the districts there are, for suggestions.
    package var districtNames: [String]
    /// Names of the services there are, for suggestions.
    package var serviceNames: [String]
    /// Where official totals differ from what the rows make up.
    package var differences: [TotalsDifference]
    /// Where they are the same.
    package var agreements: [TotalsAgreement] = []
    /// Decisions not begun whose limit comes soon after a day, the nearest first; nil where the files tell of none.
    package var nearLimit: (day: CivilDate, decisions: [DecisionNearLimit])?

    package init(
        files: [FileIntake], faults: [Fault], remarks: [Remark], districtNames: [String] = [],
        serviceNames: [String] = [], differences: [TotalsDifference] = []
    ) {
        self.differences = differences
        self.files = files
        self.faults = faults
        self.remarks = remarks
        self.districtNames = districtNames
        self.serviceNames = serviceNames
    }

    /// What a reading of the project gave.
    package init(
        _ result: IntakeResult, differences: [TotalsDifference] = [], agreements: [TotalsAgreement] = []
    ) {
        self.init(
            files: result.files, faults: result.faults, remarks: result.remarks,
            districtNames: result.dataset.division.districts.map(\.name),
            serviceNames: result.dataset.services.map(\.name), differences: differences)
        self.agreements = agreements
    }

    package var rows: Int { files.reduce(0) { $0 + $1.tally.rows } }
    package var kept: Int { files.reduce(0) { $0 + $1.tally.kept } }
    package var setAside: Int { files.reduce(0) { $0 + $1.tally.setAside } }

    /// 65 when a file is damaged, 1 when rows were set aside, else 0.
    package var exitCode: ExitCode {
        if faults.contains(where: { $0.rule == .nulByte }) { return .inputFormat }
        return setAside > 0 ? .dataFoundWanting : .fine
    }

    /// Right names near the one that was found, where the rule speaks of names.
    func nearest(to fault: Fault) -> [String] {
        guard case .word(let word) = fault.found else { return [] }
        switch fault.rule {
        case .unknownDistrict, .unknownSuccessor:
            return NearestDistrict.names(to: word, among: districtNames, limit: 3)
        case .unknownService: return NearestName.list(to: word, among: serviceNames)
        case .unknownStatus: return NearestName.list(to: word, among: WordField<Bool>.status.words, limit: 1)
        case .unknownYesNo: return NearestName.list(to: word, among: WordField<Bool>.yesNo.words, limit: 1)
        case .unknownOutcome: return NearestName.list(to: word, among: WordField<Outcome>.outcome.words, limit: 1)
        case .unknownUnit: return NearestName.list(to: word, among: WordField<HoursUnit>.unit.words, limit: 1)
        case .unknownSex: return NearestName.list(to: word, among: WordField<Sex>.sex.words, limit: 1)
        case .unknownProviderType:
            return NearestName.list(to: word, among: WordField<ProviderType>.providerType.words, limit: 1)
        default: return []
        }
    }
}
