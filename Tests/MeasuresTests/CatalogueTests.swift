// SPDX-License-Identifier: EUPL-1.2
import Terms
import Testing

@testable import Measures

/// What the types of the catalogue cannot promise of its declarations.
@Suite struct CatalogueTests {
    private static let aspects = Catalogue.measures.flatMap { measure in measure.aspects.map { (measure, $0) } }

    @Test func `links and compared years speak of numbers that there are`() {
        for (measure, aspect) in Self.aspects {
            var names = aspect.yearsCompared?.numbers ?? []
            for link in aspect.links {
                switch link {
                case .sum(_, let terms), .notNegative(_, let terms): names += terms.flatMap(\.names)
                case .narrower(_, let name): names.append(name)
                case .lawsApart: break
                }
            }
            for name in names {
                #expect(
                    Catalogue.aspect(name.measure, name.aspect) != nil,
                    "\(measure.name.rawValue) \(aspect.name): \(name.measure.rawValue) \(name.aspect.name)")
            }
        }
    }

    @Test func `every sum has the number itself among its terms`() {
        for (_, aspect) in Self.aspects {
            for case .sum(_, let terms) in aspect.links { #expect(terms.contains { $0.names.isEmpty }) }
        }
    }

    @Test func `a spelling asks for an aspect of its measure, and stands once`() {
        for measure in Catalogue.measures {
            #expect(measure.aspects.first?.name == "", "the headline comes first")
            #expect(Set(measure.spellings.map(\.name)).count == measure.spellings.count)
            for spelling in measure.spellings {
                #expect(Catalogue.aspect(measure.name, spelling.aspect) != nil, "\(spelling.name)")
            }
            #expect(measure.explanation.name == measure.name.rawValue)
        }
    }

    @Test func `a difference from the year before says what it is a difference of`() {
        // Of one year, whose rows say themselves what they are the difference of.
        let ofOneYear = [NumberName(.hoursChange, .net), NumberName(.hoursChange, .mean)]
        for (measure, aspect) in Self.aspects where measure.isOfRegister {
            if ofOneYear.contains(NumberName(measure.name, Question.Aspect(aspect.name))) { continue }
            if case .difference = aspect.value {
                #expect(aspect.yearsCompared != nil, "\(measure.name) \(aspect.name)")
            }
        }
    }
}
