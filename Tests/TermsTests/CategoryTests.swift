// SPDX-License-Identifier: EUPL-1.2
import Terms
import Testing

/// Whatever the data call a value, it is told from all of them and from those not known.
@Suite struct CategoryTests {
    static let names = [
        "Totalt", "total", "Total", "TOTAL", "unknown", "Okänd", "..", "–", ".", "", "(name)", "total (name)",
        "total (name) (name)", "unknown (name)", "Samtliga", "All", "Uppgift saknas", "Farsta", "shown", "hidden",
    ]

    @Test func `no two names have one code, and none has a code of the program's own`() {
        let codes = Self.names.map { Category(.provider, named: $0, rank: 0).code }
        #expect(Set(codes).count == codes.count)
        for own in [Category.total(of: .provider), .unknown(in: .provider)] { #expect(!codes.contains(own.code)) }
        #expect(!codes.contains(""))
    }

    @Test(arguments: names) func `a code gives back its name`(name: String) {
        #expect(Category.name(of: Category.code(of: name)) == name)
    }

    @Test func `a name that is no code of the program's own is its own code`() {
        for name in ["Farsta", "Totalt", "Okänd", "..", "Norra (name)"] { #expect(Category.code(of: name) == name) }
    }

    @Test func `a name that reads as the words for all of them stands in quotes`() {
        #expect(Category(.provider, named: "Samtliga", rank: 0).label == Phrase(sv: "”Samtliga”", en: "“Samtliga”"))
        #expect(Category(.provider, named: "Farsta", rank: 0).label == Phrase(sv: "Farsta", en: "Farsta"))
    }
}
