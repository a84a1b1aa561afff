// SPDX-License-Identifier: EUPL-1.2

/// Performed hours of a service without an individual test (SoL 11:5) of which the person is not recorded (14:5): one of
/// these a row.
package struct UntestedHours: Sendable {
    /// Index in `Dataset.services`.
    package var service: Int16
    package var month: YearMonth
    package var hours: Hours

    package init(service: Int16, month: YearMonth, hours: Hours) {
        self.service = service
        self.month = month
        self.hours = hours
    }
}
