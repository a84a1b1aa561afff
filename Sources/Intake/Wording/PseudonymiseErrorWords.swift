// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension PseudonymiseError {
    package func message(in language: Language) -> String {
        switch self {
        case .input(let error): error.message(in: language)
        case .output(let error): error.message(in: language)
        case .sameFile(let file):
            "\(file): "
                + Phrase(
                    sv: "kopian skulle skriva över originalet. Ange ett annat namn med -o.",
                    en: "the copy would replace the original. Give another name with -o.")[language]
        }
    }
}
