// SPDX-License-Identifier: EUPL-1.2

extension String {
    /// With its first letter in upper case: a sentence begins.
    package var asSentenceStart: String { prefix(1).uppercased() + dropFirst() }

    /// With its first letter in lower case: a sentence goes on.
    package var asMidSentence: String { prefix(1).lowercased() + dropFirst() }
}
