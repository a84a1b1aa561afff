// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// Why a question cannot be answered at all.
package enum QuestionError: Error, Sendable, Hashable {
    /// The measure has no such aspect.
    case notAnAspect(MeasureName)
    /// This aspect of the measure cannot be broken down by, or filtered on, the dimension.
    case notBrokenDown(MeasureName, Dimension)
    /// This aspect of the measure is a breakdown by the dimension, which the question leaves out.
    case needsBreakdown(MeasureName, Dimension)
    /// A filter names a category that does not exist.
    case unknownCategory(Dimension, code: String, nearest: [String])
    /// `>=` or `<=` on a dimension without an order, or with other than one value.
    case notOrdered(Dimension)
    /// A setting named in an aspect does not exist.
    case unknownName(String, allowed: [String])
    /// A quantile, a level or a day outside what it can be.
    case outOfRange(String)
    /// The data are a table of totals, which this question cannot be answered from.
    case needsPersonRows(MeasureName)
    /// The measure is made of a kind of export, and none was read.
    case needs(Measure.RegisterExport, MeasureName)
    /// The data have no survey of the years asked for.
    case noSurvey(years: ClosedRange<Int>)
    /// This item cannot be counted so: an index of free text, a favourable share where no answer is favourable.
    case notOfItem(String, aspect: String)
    /// Groups cannot be compared on this measure, or not along this dimension.
    case notComparable(MeasureName, Dimension?)
    /// A comparison of groups that is broken down by something else than years too.
    case comparedByMore(Dimension)
    /// A question about items that names none.
    case needsItem
    /// A comparison of groups on several items at once.
    case needsOneItem
    /// An item whose answers have no number that groups could be compared by.
    case noKeyFigure(String)
    /// A comparison that is about several groups of respondents, or several waves of a year.
    case severalSurveys
    /// A stratum of a survey has more answers than persons.
    case moreAnswersThanPersons(group: String, wave: String, stratum: String?)
}

extension QuestionError: UserFacingError {
    package var exitCode: ExitCode {
        switch self {
        case .moreAnswersThanPersons: .configuration
        case .needs: .inputMissing
        case .notAnAspect, .notBrokenDown, .needsBreakdown, .unknownCategory, .notOrdered, .unknownName, .outOfRange,
            .needsPersonRows, .noSurvey, .notOfItem, .notComparable, .comparedByMore, .needsItem, .needsOneItem,
            .noKeyFigure, .severalSurveys:
            .usage
        }
    }
}
