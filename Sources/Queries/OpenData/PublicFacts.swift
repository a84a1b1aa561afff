// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// What anybody knows or can look up beside the tables, and what relations between their numbers rest on: which boards
/// became one, which years have files of every month, what a questionnaire asks, by which rules numbers are hidden.
package struct PublicFacts: Sendable {
    /// Classes of a dimension, each with the classes of another that it is the union of; `perhaps` may belong to any.
    package struct Classes: Sendable {
        package let dimension: DeclaredDimension
        package let of: DeclaredDimension
        package let classes: [(code: String, of: [String])]
        package let perhaps: [String]
        /// Whether the names of the classes are public by themselves; else those that no table has are left out.
        package let areNamesPublic: Bool

        package init(
            _ dimension: DeclaredDimension, of finer: DeclaredDimension, _ classes: [(code: String, of: [String])],
            perhaps: [String] = [], areNamesPublic: Bool
        ) {
            self.dimension = dimension
            self.of = finer
            self.classes = classes
            self.perhaps = perhaps
            self.areNamesPublic = areNamesPublic
        }
    }

    /// The least count that is shown, the p of the p % rule in per cent, the least base of a share, of how many persons a
    /// ratio or a mean is at least that stands without n, in how many per cent a share may be rounded that stands
    /// without its base, and of how many persons the limits of a compared group are that stands without n.
    package struct Rules: Sendable {
        package let threshold: Int
        package let pPercent: Double
        package let minimumBase: Int
        package let leastOfRatios: Int
        package let shareSteps: [Int]
        package let personsOfLimits: Int

        package init(
            threshold: Int, pPercent: Double, minimumBase: Int, leastOfRatios: Int, shareSteps: [Int],
            personsOfLimits: Int
        ) {
            self.threshold = threshold
            self.pPercent = pPercent
            self.minimumBase = minimumBase
            self.leastOfRatios = leastOfRatios
            self.shareSteps = shareSteps
            self.personsOfLimits = personsOfLimits
        }
    }

    let classes: [Classes]
    let wholeYears: [Int]
    let items: [DeclaredRelation.Scope: [String]]
    /// What other groups of a survey are held against.
    let firstGroup: String?
    let rules: Rules?
    /// Reports that were known when this one was made, by name.
    let earlier: [String]
    /// Why rows of the files were set aside or remarked on, and how many.
    let rowsOfFiles: [RowsOfFiles]
    /// What others have published, which pages put beside the municipality's own numbers.
    let publicNumbers: [PublicNumber]
    /// What the report says of the edition that it corrects.
    package var correction: Correction?

    /// That a report stands in the place of another, how many numbers differ, and those that page one tells, as they
    /// were.
    package struct Correction: Sendable {
        package struct Number: Sendable {
            package let table: String
            package let codes: [String]
            package let unit: Unit
            package let before: Double

            package init(table: String, codes: [String], unit: Unit, before: Double) {
                self.table = table
                self.codes = codes
                self.unit = unit
                self.before = before
            }
        }

        package let edition: Int
        package let numbers: Int
        package let changed: Int
        package let shown: Int
        package let hidden: Int
        package let told: [Number]

        package init(edition: Int, numbers: Int, changed: Int, shown: Int, hidden: Int, told: [Number]) {
            self.edition = edition
            self.numbers = numbers
            self.changed = changed
            self.shown = shown
            self.hidden = hidden
            self.told = told
        }
    }

    /// A number that somebody else has published: of nobody here.
    package struct PublicNumber: Sendable {
        /// Whom it is of, as pages call them.
        package let name: Phrase
        package let year: Int
        package let value: Double

        package init(_ name: Phrase, year: Int, value: Double) {
            self.name = name
            self.year = year
            self.value = value
        }
    }

    /// So many rows of the files that were read: they count nobody.
    package struct RowsOfFiles: Sendable {
        package let reason: Phrase
        package let rows: Int

        package init(_ reason: Phrase, rows: Int) {
            self.reason = reason
            self.rows = rows
        }
    }

    package init(
        classes: [Classes] = [], wholeYears: [Int] = [], items: [DeclaredRelation.Scope: [String]] = [:],
        firstGroup: String? = nil, rules: Rules? = nil, earlier: [String] = [],
        rowsOfFiles: [RowsOfFiles] = [], publicNumbers: [PublicNumber] = [], correction: Correction? = nil
    ) {
        self.correction = correction
        self.classes = classes
        self.wholeYears = wholeYears
        self.items = items
        self.firstGroup = firstGroup
        self.rules = rules
        self.earlier = earlier
        self.rowsOfFiles = rowsOfFiles
        self.publicNumbers = publicNumbers
    }
}
