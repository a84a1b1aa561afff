// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// Exports of a town whose boards are made to order: who is there, and what share of ten hours a month each one uses.
struct BoardsOnDisk {
    struct Person {
        var law = "SoL"
        var born = 1960
        /// Of 10 hours a month, the year through.
        var use: Double
    }

    static let names = ["Ekby", "Lindby", "Askby", "Rönnby", "Granby", "Tallby", "Björkby", "Alby"]

    /// At most eight.
    var boards: [[Person]]
    /// Inhabitants of each board in 2019; none without a table.
    var inhabitants: [Int] = []

    /// Writes project file, decisions, performed hours by month, boards and inhabitants.
    func write(into scratch: borrowing Scratch) throws {
        var decisions = "person;stadsdelsnamnd;insats;lagrum;from;tom;timmar;kon;fodelsear\n"
        var performed = "person;insats;manad;timmar\n"
        var number = 0
        for (board, persons) in boards.enumerated() {
            for person in persons {
                number += 1
                let service = person.law == "LSS" ? "Ledsagarservice" : "Ledsagning"
                decisions +=
                    "K\(10_000 + number);\(Self.names[board]);\(service);\(person.law);2019-01-01;2019-12-31;10;"
                    + "\(number % 2 == 0 ? "kvinna" : "man");\(person.born)\n"
                let hours = "\((person.use * 40).rounded() / 4)".replacingOccurrences(of: ".", with: ",")
                for month in 1...12 {
                    performed += "K\(10_000 + number);\(service);2019-\(month < 10 ? "0" : "")\(month);\(hours)\n"
                }
            }
        }
        try scratch.write(decisions, to: "data/beslut-2019.csv")
        try scratch.write(performed, to: "data/utforda-2019.csv")
        let names = boards.indices.map { "\(Self.names[$0]);2007-01-01;;\n" }.joined()
        try scratch.write(
            "stadsdelsnamnd;galler_fran;galler_till;efterfoljare\n" + names, to: "data/stadsdelsnamnder.csv")
        if !inhabitants.isEmpty {
            let rows = inhabitants.enumerated().map { "\(Self.names[$0]);2019;\($1)\n" }.joined()
            try scratch.write("stadsdelsnamnd;ar;antal\n" + rows, to: "data/befolkning.csv")
        }
        try scratch.write(
            """
            municipality: Provstad
            language: sv
            services:
              Ledsagning: {law: SoL, aliases: [ledsagning]}
              Ledsagarservice: {law: LSS, aliases: [ledsagarservice]}
            disclosure: {threshold: 5}

            """, to: "ledsaga.yaml")
    }

    /// Persons whose use varies about a mean, in a fixed pattern that hits it exactly.
    static func persons(_ count: Int, _ law: String = "SoL", born: Int = 1960, about use: Double) -> [Person] {
        (0..<count).map { place in
            let step = Double(place % 5 - 2) * 0.075
            return Person(law: law, born: born, use: min(1, max(0, use + step)))
        }
    }
}
