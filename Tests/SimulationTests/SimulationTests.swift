// SPDX-License-Identifier: EUPL-1.2
import Testing

@testable import Simulation

struct SimulationTests {
    private func small(_ change: (inout SimulationParameters) -> Void = { _ in }) -> SimulatedMunicipality {
        var parameters = SimulationParameters()
        parameters.persons = 40
        change(&parameters)
        return SimulatedMunicipality(parameters)
    }

    @Test func `the same seed gives the same bytes and another seed others`() {
        #expect(small().files().map(\.bytes) == small().files().map(\.bytes))
        #expect(small().files().map(\.bytes) != small { $0.seed = 1 }.files().map(\.bytes))
    }

    @Test func `no two rows of an export are the same`() {
        for file in small({ $0.persons = 200 }).files() {
            let lines = file.bytes.split(separator: 10)
            #expect(Set(lines).count == lines.count, "\(file.name)")
        }
    }

    @Test func `every person number is of the test series and passes Luhn's test`() {
        for person in small({ $0.persons = 300 }).persons {
            let digits = person.number.twelveDigits.compactMap(\.wholeNumberValue)
            #expect(digits.count == 12)
            #expect((98...99).contains(digits[8] * 10 + digits[9]))
            let sum = digits.dropFirst(2).enumerated().reduce(0) { sum, next in
                let product = next.element * (next.offset % 2 == 0 ? 2 : 1)
                return sum + product / 10 + product % 10
            }
            #expect(sum % 10 == 0)
        }
    }
}
