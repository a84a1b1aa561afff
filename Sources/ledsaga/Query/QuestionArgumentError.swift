// SPDX-License-Identifier: EUPL-1.2
import Terms

/// What is wrong with the words of a question.
enum QuestionArgumentError: UserFacingError, Equatable {
    case unknownMeasure(String, nearest: String?)
    case unknownAspect(String, of: String, known: [String])
    case unknownDimension(String, in: String, nearest: String?)
    case repeatedDimension(String)
    case badFilter(String)
    case badDay(String)
    case badYears(String, option: String)
    case badLevel
    case onDayOnlyForPersons

    var exitCode: ExitCode { .usage }
}
