// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// A kind of file that Ledsaga writes, known by what its files hold.
package struct OwnOutput: Sendable {
    let recognises: @Sendable (FileGlance) -> Bool

    package init(_ recognises: @escaping @Sendable (FileGlance) -> Bool) { self.recognises = recognises }

    /// No file that is there is replaced.
    package static let nothing = OwnOutput { _ in false }
    /// Whatever is there is replaced: for tools of the developers, never for what a user names.
    package static let anything = OwnOutput { _ in true }
}

/// The first and last bytes of a file, as text: enough to tell what wrote it.
package struct FileGlance: Sendable {
    /// The first 64 kB, without a byte order mark.
    package let start: String
    /// The last 4 kB.
    package let end: String
    package let isEmpty: Bool

    private static let startLength = 1 << 16
    private static let endLength = 1 << 12

    /// nil when the path leads to no regular file. A file that may not be read has nothing that could be known.
    init?(_ path: String) {
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        isEmpty = status.st_size == 0
        let size = Int(status.st_size)
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        start = Self.text(descriptor, at: 0, Self.startLength)
        end = Self.text(descriptor, at: max(0, size - Self.endLength), Self.endLength)
    }

    private static func text(_ descriptor: Int32, at offset: Int, _ length: Int) -> String {
        var bytes = [UInt8](repeating: 0, count: length)
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, length, offset) }
        let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }
}
