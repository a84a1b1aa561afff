// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension RichText {
    /// As read aloud from the page, with ordinary spaces, so that tests can quote it.
    func plain(_ language: Language = .swedish) -> String {
        let style = NumberStyle(language)
        let text = runs.map { run -> String in
            switch run {
            case .text(let text), .strong(let text), .code(let text), .link(let text, id: _): text
            case .reference(let id): id
            case .number(let number, let form): style.text(number, form)
            case .released(let value, let part, let form):
                switch part.numbers(of: value) {
                case (let first, let last?)?: style.interval(first, last, form)
                case (let first, nil)?: style.text(first, form)
                case nil: "?"
                }
            }
        }.joined()
        return String(text.map { $0 == "\u{A0}" ? " " : $0 })
    }
}
