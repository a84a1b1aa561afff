// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser

@main
struct Ledsaga: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "ledsaga")
}
