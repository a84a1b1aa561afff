// SPDX-License-Identifier: EUPL-1.2
import Tabular

/// The year of a survey whose source names none: from the file's name, a title above its header, or the times of the
/// answers. Where they do not agree it is asked for.
struct WaveYear {
    /// nil when nothing tells it.
    let year: Int?

    init(of table: SurveyTable) {
        let answered = Self.answerYears(table)
        let named = Self.inName(Paths.name(of: table.file)) ?? table.head.notes.lazy.compactMap(Self.inName).first
        guard let named else {
            // Nearly all of one year: the others came in late, or by a clock that was wrong.
            let all = answered.values.reduce(0, +)
            let most = answered.max { ($0.value, $1.key) < ($1.value, $0.key) }
            year = most.flatMap { $0.value * 20 >= all * 19 ? $0.key : nil }
            return
        }
        let isNear = answered.isEmpty || answered.keys.contains { abs($0 - named) <= 1 }
        year = isNear ? named : nil
    }

    /// The year in a name of a wave: `2019`, `våren 2019`.
    static func of(_ wave: String) -> Int? {
        let numbers = wave.split { !("0"..."9").contains($0) }
        return numbers.filter { $0.count == 4 }.compactMap { Int($0) }.first { (1900...2200).contains($0) }
    }

    /// The only year in a text; a whole date is when something was exported.
    private static func inName(_ text: String) -> Int? {
        var years: Set<Int> = []
        let numbers = text.split(omittingEmptySubsequences: false) { !("0"..."9").contains($0) }
        for (place, number) in numbers.enumerated() where number.count == 4 {
            guard let year = Int(number), (1990...2100).contains(year) else { continue }
            let next = place + 1 < numbers.count ? numbers[place + 1] : ""
            let before = place > 0 ? numbers[place - 1] : ""
            if (1...2).contains(next.count) || (1...2).contains(before.count) { continue }
            years.insert(year)
        }
        return years.count == 1 ? years.first : nil
    }

    private static func answerYears(_ table: SurveyTable) -> [Int: Int] {
        guard let column = table.place(of: .date) else { return [:] }
        var years: [Int: Int] = [:]
        table.forEachRow { batch, record in
            guard column < batch.fieldCount(of: record) else { return }
            let text = SurveyTable.trimmed(batch.text(of: column, in: record))
            if let year = AnswerTime(text)?.year { years[year, default: 0] += 1 }
        }
        return years
    }
}
