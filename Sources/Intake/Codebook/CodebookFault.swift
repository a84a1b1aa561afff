// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// What in a codebook does not hold together. Facts only; the words are in `Wording/CodebookFaultWords.swift`.
package enum CodebookFault: Sendable, Hashable {
    /// No `fields:`, or an empty list.
    case noFields
    case nameTwice(String)
    /// A name with blanks or signs: it must be possible to type `item:NAME`.
    case unusableName(String)
    /// A name that stands for all items, or for those not known, in machine output.
    case reservedName(String)
    /// A question to choose answers from, without answers.
    case categoriesMissing(item: String)
    case categoriesNotWanted(item: String, type: String)
    case tooManyCategories(item: String)
    case categoryTwice(String, item: String)
    /// A spelling that would mean two answers.
    case spellingTwice(String, item: String, answers: [String])
    case unknownCategory(String, item: String, nearest: String?, known: [String])
    case unknownItem(String, key: String, nearest: String?)
    case unknownScale(String, nearest: String?)
    case unknownBattery(String, nearest: String?)
    /// A filter that stands after the question it decides on.
    case filterComesLater(item: String, filter: String)
    /// Only questions with answers to choose from can decide whether another is asked.
    case filterWithoutCategories(item: String, filter: String)
    case rightMissing(item: String)
    /// A right answer to a question of opinion or background.
    case rightNotWanted(item: String, role: String)
    /// Several right answers where one can be given.
    case severalRight(item: String, answers: [String])
    case headerTwice(String, items: [String])
    case columnTwice(String)
    case directionWithoutScale(item: String)
    case favourableBothWays(String, item: String)
    case scoresNotRising(item: String)
    /// A code of a background item that the register cannot be held against.
    case codeOfTrait(String, item: String, trait: String, allowed: [String])
    case themesNotOfText(item: String, other: String)
    /// A separator of a question that takes one answer.
    case separatorNotWanted(item: String)
    /// A separator of letters and digits, or a long one.
    case separatorNotASign(String, item: String)
    /// A codebook that asks whether a cell may hold several answers.
    case separatorAsked(String, sign: String)
    case stratumTwice(String)
    /// A frame, or a stratum of it, of nobody.
    case nobodyThere(stratum: String)
    /// More persons have answered than there are, or than were asked.
    case moreAnswers(Int, stratum: String, limit: String, Int)
    case moreThan(String, stratum: String, limit: String)
    /// `population`, `sent` beside `strata`, whose sums they would be.
    case totalsBesideStrata(String)
    case marginsWanted(rule: String)
    case marginsNotWanted(rule: String)
    case oneMarginWanted
    case marginWithoutCategory(item: String, code: String)
    /// Margins that count different numbers of persons.
    case marginsDiffer(String, Int, String, Int)
}
