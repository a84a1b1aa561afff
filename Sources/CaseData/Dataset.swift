// SPDX-License-Identifier: EUPL-1.2

/// Everything the readers kept, ready to be measured: no file, no identity number, no row.
package struct Dataset: Sendable {
    package var municipality: String
    package var services: [Service]
    package var division: Division
    package var providers: [String]
    /// In order of first appearance.
    package var persons: [Person]
    /// In file order; granted and refused alike.
    package var decisions: [Decision]
    /// In order of first appearance of the person-month.
    package var performed: [PerformedHours]
    /// First to last calendar month with a row, of any status, in the performed-hours files; nil without such files.
    package var observationWindow: ClosedRange<YearMonth>?
    package var population: [PopulationCount]
    package var statistics: [StatisticsRow]
    /// By year, then group, then wave, as the project lists them.
    package var surveys: [Survey]
    package var rates: [Rate] = []
    package var expenses: [Expense] = []
    package var absences: [Absence] = []
    /// Performed hours without a person, in file order.
    package var untested: [UntestedHours] = []
    /// Public numbers to compare with, in file order.
    package var baseline: [BaselineValue] = []

    package init(
        municipality: String = "", services: [Service] = [], division: Division = Division([]),
        providers: [String] = [],
        persons: [Person] = [], decisions: [Decision] = [], performed: [PerformedHours] = [],
        observationWindow: ClosedRange<YearMonth>? = nil, population: [PopulationCount] = [],
        statistics: [StatisticsRow] = [], surveys: [Survey] = []
    ) {
        self.municipality = municipality
        self.services = services
        self.division = division
        self.providers = providers
        self.persons = persons
        self.decisions = decisions
        self.performed = performed
        self.observationWindow = observationWindow
        self.population = population
        self.statistics = statistics
        self.surveys = surveys
    }
}
