// SPDX-License-Identifier: EUPL-1.2

/// The code that a member answers with (*inloggningskod*): the same in every wave, and nothing of who they are.
enum LoginCode {
    /// Without vowels, so that no code is a word, and without signs that look alike.
    private static let letters = Array("23456789BCDFGHJKLMNPQRSTVWXZ")

    /// Seven letters. Multiplying by a number prime to their count of codes gives no two members the same one.
    static func of(_ member: FrameMember, in group: SurveyGroup, seed: UInt64) -> String {
        let codes: UInt64 = 13_492_928_512  // 28⁷
        var offset = SplitMix64(seed: seed, 25, group.rawValue)
        let number = UInt64(member.number) % codes
        var rest = (number.multipliedFullWidth(by: 4_812_345_671).low % codes + offset.next() % codes) % codes
        var code = ""
        for _ in 0..<7 {
            code.append(letters[Int(rest % 28)])
            rest /= 28
        }
        return code
    }
}
