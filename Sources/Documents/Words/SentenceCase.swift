// SPDX-License-Identifier: EUPL-1.2

extension String {
    /// With its first letter in upper case: a sentence begins.
    package var asSentenceStart: String { prefix(1).uppercased() + dropFirst() }

    /// With its first letter in lower case: a sentence goes on. An abbreviation, as `SoL`, stays as it is.
    package var asMidSentence: String {
        let word = prefix { !$0.isWhitespace }
        return word.dropFirst().contains(where: \.isUppercase) ? self : prefix(1).lowercased() + dropFirst()
    }
}
