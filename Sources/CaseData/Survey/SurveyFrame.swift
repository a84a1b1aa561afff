// SPDX-License-Identifier: EUPL-1.2

/// Who could be asked and who was (*ram och urval*): what turns answers into estimates.
package struct SurveyFrame: Sendable, Hashable {
    /// A part of the frame that a number of persons were drawn from, each with the same chance.
    package struct Stratum: Sendable, Hashable {
        /// As in the answers' stratum column; the district's newest name when strata are districts.
        package var name: String
        /// Persons in the frame, N_h; nil when it is not known.
        package var population: Int?
        /// Persons the survey was sent to.
        package var sent: Int?
        /// Of those, persons it never reached or who turned out not to belong (*övertäckning*).
        package var undeliverable: Int

        package init(name: String, population: Int? = nil, sent: Int? = nil, undeliverable: Int = 0) {
            self.name = name
            self.population = population
            self.sent = sent
            self.undeliverable = undeliverable
        }
    }

    /// Known counts of the frame by one trait, that weights can be fitted to.
    package struct Margin: Sendable, Hashable {
        /// Name of the background item whose categories are counted.
        package var item: String
        /// Persons in the frame by category code, in the codebook's order.
        package var counts: [(code: String, count: Int)]

        package init(item: String, counts: [(code: String, count: Int)]) {
            self.item = item
            self.counts = counts
        }

        package static func == (a: Margin, b: Margin) -> Bool {
            a.item == b.item && a.counts.elementsEqual(b.counts) { $0 == $1 }
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(item)
            for (code, count) in counts {
                hasher.combine(code)
                hasher.combine(count)
            }
        }
    }

    /// How weights make up for those who did not answer.
    package enum NonresponseRule: Sendable, Hashable {
        /// Answers in a stratum stand for all of the stratum: N_h ÷ answers.
        case strata
        /// Within the strata, answers in each class of one background item stand for the frame's count of the class.
        case classes(Margin)
        /// Weights are raked to the counts of several items.
        case raking([Margin])
        /// The weights column is final.
        case given
    }

    package var strata: [Stratum]
    /// Whether strata are the districts of the answers.
    package var strataAreDistricts: Bool
    package var rule: NonresponseRule

    package init(strata: [Stratum] = [], strataAreDistricts: Bool = false, rule: NonresponseRule = .strata) {
        self.strata = strata
        self.strataAreDistricts = strataAreDistricts
        self.rule = rule
    }
}
