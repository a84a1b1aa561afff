// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// All surveys of a municipality: its groups in its waves, in the order the project lists them.
package struct SimulatedSurveys: Sendable {
    let municipality: SimulatedMunicipality
    /// By year, then group.
    let surveys: [SimulatedSurvey]

    /// All is drawn from the municipality's seed, in streams that nothing else of it is drawn from.
    package init(_ municipality: SimulatedMunicipality) {
        self.municipality = municipality
        surveys = municipality.parameters.surveyYears.flatMap { year in
            SurveyGroup.allCases.map { SimulatedSurvey(municipality, $0, year: year) }
        }
    }

    /// The surveys as if their exports had been read without a fault. Districts are those of `BoardTimeline`.
    package func read() -> [Survey] { surveys.map { $0.read() } }
}

extension SimulatedSurvey {
    /// What a reader makes of the exports.
    func read() -> Survey {
        let division = BoardTimeline.division(boards)
        let strata = strata.map {
            SurveyFrame.Stratum(
                name: $0.name, population: $0.population, sent: $0.sent, undeliverable: $0.undeliverable)
        }
        return Survey(
            group: group.group, wave: String(year), year: year, items: items,
            frame: SurveyFrame(strata: strata, strataAreDistricts: strataAreDistricts, rule: rule),
            responses: responses.map { response in
                let member = frame[response.member]
                return SurveyResponse(
                    respondent: Int32(member.number),
                    district: member.board.flatMap { board in
                        division.districts.firstIndex { $0.name == board.newestName }.map { DistrictIndex($0) }
                    },
                    stratum: strata.firstIndex { $0.name == member.stratum }, answers: response.answers)
            })
    }

    /// How the answers are to be weighted: by counts of the frame, where its background questions are such.
    var rule: SurveyFrame.NonresponseRule {
        func margin(_ trait: SurveyItem.Trait) -> SurveyFrame.Margin? {
            guard let place = items.firstIndex(where: { $0.trait == trait }), !items[place].categories.isEmpty
            else { return nil }
            let counts = items[place].categories.indices.map { category in
                (
                    code: items[place].categories[category].code,
                    count: truth.count { $0[place] == .category(category) }
                )
            }
            return SurveyFrame.Margin(item: items[place].name, counts: counts)
        }
        guard group == .users else { return .strata }
        switch weighting {
        case .strata: return .strata
        case .classes: return margin(.law).map { .classes($0) } ?? .strata
        case .raking:
            let margins = [margin(.age), margin(.law)].compactMap { $0 }
            return margins.isEmpty ? .strata : .raking(margins)
        }
    }
}
