// SPDX-License-Identifier: EUPL-1.2
import Testing

/// Questions of so many breakdowns that there is no time to attack every hidden number.
@Suite struct LargeQueryTests {
    private func ask(_ breakdowns: String, _ more: String...) throws -> (shown: [Substring], messages: String) {
        let answer = try Program.run(
            [
                "query", "persons", "--by", breakdowns, "--year", "2019", "--total", "--format", "csv",
                "--language", "sv",
            ] + more)
        #expect(answer.code == 0, "\(answer.messages)")
        let rows = answer.output.split(separator: "\n").filter { $0.hasSuffix(",shown") }
        return (rows, answer.messages)
    }

    @Test func `what is not attacked in time is hidden with all it hangs together with, and the answer says so`() throws
    {
        let (shown, messages) = try ask("district,law,sex,age,provider", "--published", "none")
        #expect(shown.isEmpty, "\(shown.prefix(3))")
        #expect(messages.contains("Med färre indelningar visas mer."), "\(messages)")
        // What the report beside the project shows is known, and the rest is hidden all the same.
        let known = try ask("district,law,sex,age,provider")
        #expect(!known.shown.isEmpty)
        let finest = known.shown.filter { $0.split(separator: ",").prefix(5).count { $0 == "total" } < 3 }
        #expect(finest.isEmpty, "\(finest.prefix(3))")
    }

    @Test func `four breakdowns are attacked, and keep what may be shown`() throws {
        let (shown, messages) = try ask("district,law,sex,age")
        #expect(shown.count > 100)
        #expect(!messages.contains("Med färre indelningar"))
    }
}
