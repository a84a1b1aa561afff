// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// One who could be asked: a person with the service, someone on a provider's staff, a case officer.
struct FrameMember: Sendable {
    /// The same in every wave; of users the person's place in the municipality.
    var number: Int
    /// On the day the frame was drawn; nil for those who work for the whole municipality.
    var board: Board?
    /// Users only.
    var law: Law?
    /// In full years on 31 December of the wave's year. Users only.
    var age: Int?
    /// Users only.
    var sex: Sex?
    /// Staff at providers only.
    var providerType: ProviderType?

    /// What the codebook calls the part of the frame the member was drawn from.
    var stratum: String {
        if let providerType { return providerType == .municipal ? "kommunal" : "enskild" }
        return board?.newestName ?? ""
    }

    /// How far from the middle of life, percent, the same for all of one of the measures' age groups: what effects of
    /// age are taken times.
    var ageLeaning: Int {
        guard let age else { return 0 }
        return age < 23 ? -100 : age < 65 ? -40 : age < 80 ? 50 : 100
    }

    /// The sum of effects on the member, in the unit of the effects.
    func effect(age: Int, law: Int, district: Int) -> Int {
        let ofAge = ageLeaning * age / 100
        let ofLaw = self.law.map { $0 == .lss ? law : -law } ?? 0
        let ofDistrict = (board.map { Board.effects[$0.area] } ?? 0) * district / 100
        return ofAge + ofLaw + ofDistrict
    }
}
