// SPDX-License-Identifier: EUPL-1.2

/// What the words of a column mean, found out once for each spelling: the same word as in the row before costs a
/// comparison, one seen earlier a look-up.
struct WordMemo<Meaning> {
    private var last = ShortBytes.none
    private var lastAnswer: Answer?
    private var table = ByteTable()
    private var answers: [Answer] = []

    enum Answer {
        case meaning(Meaning)
        case fault(FaultRule)
    }

    /// Beyond so many spellings a column holds no words, and nothing more is remembered.
    private static var limit: Int { 1 << 15 }

    /// The meaning of the word, by `find` when it is new.
    @inline(__always)
    mutating func meaning(
        of bytes: Span<UInt8>, find: (Span<UInt8>) throws(FaultRule) -> Meaning
    ) throws(FaultRule) -> Meaning {
        let answer: Answer
        if bytes.count <= ShortBytes.longest, let lastAnswer, last == ShortBytes(bytes) {
            answer = lastAnswer
        } else {
            answer = lookUp(bytes, find: find)
        }
        switch answer {
        case .meaning(let meaning): return meaning
        case .fault(let rule): throw rule
        }
    }

    private mutating func lookUp(
        _ bytes: Span<UInt8>, find: (Span<UInt8>) throws(FaultRule) -> Meaning
    ) -> Answer {
        guard table.count < Self.limit else { return Self.answer(for: bytes, find: find) }
        let (number, isNew) = table.number(of: bytes)
        if isNew { answers.append(Self.answer(for: bytes, find: find)) }
        if bytes.count <= ShortBytes.longest {
            last = ShortBytes(bytes)
            lastAnswer = answers[number]
        }
        return answers[number]
    }

    private static func answer(
        for bytes: Span<UInt8>, find: (Span<UInt8>) throws(FaultRule) -> Meaning
    ) -> Answer {
        do {
            return .meaning(try find(bytes))
        } catch {
            return .fault(error)
        }
    }
}
