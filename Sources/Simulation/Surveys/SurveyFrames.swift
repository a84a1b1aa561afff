// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// Who could be asked in a year (*ram*): everyone of the group on 1 October.
struct SurveyFrames {
    let municipality: SimulatedMunicipality

    private var parameters: SurveyParameters { municipality.parameters.surveys }
    private var seed: UInt64 { municipality.parameters.seed }

    func members(of group: SurveyGroup, in year: Int) -> [FrameMember] {
        switch group {
        case .users: users(in: year)
        case .providers: providers()
        case .caseOfficers: caseOfficers(in: year)
        }
    }

    /// Persons with a granted decision and a board on the day. Protected persons are not written to. Who has both
    /// laws counts as LSS.
    private func users(in year: Int) -> [FrameMember] {
        let day = Self.day(in: year)
        return municipality.persons.indices.compactMap { index in
            let person = municipality.persons[index]
            guard !person.isProtected else { return nil }
            let valid = municipality.decisions(of: index).filter { $0.isValid(on: day) }
            guard let board = valid.compactMap(\.board).first else { return nil }
            return FrameMember(
                number: index, board: board, law: valid.contains { $0.law == .lss } ? .lss : .sol,
                age: year - person.birthYear, sex: person.sex)
        }
    }

    /// The same staff every year. Three in ten work for the municipality itself.
    private func providers() -> [FrameMember] {
        (0..<parameters.providerStaff).map { number in
            FrameMember(number: number, providerType: number % 10 < 3 ? .municipal : .independent)
        }
    }

    /// Boards have officers as they have need, and one in eight is another person each year.
    private func caseOfficers(in year: Int) -> [FrameMember] {
        var found: [FrameMember] = []
        var number = 0
        let mean = Board.weights.reduce(0, +) / Board.weights.count
        for (area, weight) in Board.weights.enumerated() {
            for _ in 0..<max(2, parameters.caseOfficersPerBoard * weight / mean) {
                var draw = SplitMix64(seed: seed, 20, number)
                let turn = draw.below(8)
                let generation = (year + turn) / 8
                found.append(
                    FrameMember(
                        number: number * 1000 + generation,
                        board: Board(area: area, called: municipality.parameters.boards)))
                number += 1
            }
        }
        return found
    }

    /// The day the frame is drawn and the forms are sent.
    static func day(in year: Int) -> CivilDate { CivilDate(year: year, month: 10, day: 1)! }
}

/// The three groups that are asked.
package enum SurveyGroup: Int, Sendable, CaseIterable {
    case users, providers, caseOfficers

    var group: RespondentGroup {
        switch self {
        case .users: .users
        case .providers: .providers
        case .caseOfficers: .caseOfficers
        }
    }

    /// In file names.
    var word: String {
        switch self {
        case .users: "brukare"
        case .providers: "utforare"
        case .caseOfficers: "handlaggare"
        }
    }
}
