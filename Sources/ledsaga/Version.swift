// SPDX-License-Identifier: EUPL-1.2

/// The version of the program, printed by `--version` and written in every manifest.
enum Version {
    static let text = "0.1.0"
}
