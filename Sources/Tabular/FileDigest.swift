// SPDX-License-Identifier: EUPL-1.2
import CSodium

/// What a file is told apart by: the SHA-256 of its bytes as they are on disk, and how many they are.
package struct FileDigest: Sendable, Equatable {
    /// SHA-256 as 64 hexadecimal digits in lower case (FIPS 180-4).
    package var sha256: String
    /// Size of the file in bytes.
    package var bytes: Int

    package init(sha256: String, bytes: Int) {
        self.sha256 = sha256
        self.bytes = bytes
    }

    /// Of bytes in memory.
    package init(of bytes: [UInt8]) {
        var hash = RunningDigest()
        unsafe bytes.withUnsafeBufferPointer { unsafe hash.update(with: $0, at: 0) }
        self = hash.finish()
    }
}

/// The digest of a file that is being read from its start on, however its parts are cut.
///
/// Reading may go back and load a part again; each byte is hashed once, when it is seen first.
struct RunningDigest {
    private var state = crypto_hash_sha256_state()
    /// Bytes hashed so far: all before this offset.
    private(set) var end = 0

    init() {
        unsafe crypto_hash_sha256_init(&state)
    }

    /// Takes in the file's bytes from `offset` on. `offset` is at most `end`: nothing is left out.
    mutating func update(with bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
        precondition(offset <= end, "a digest takes in every byte, in order")
        let seen = end - offset
        guard seen < bytes.count, let base = bytes.baseAddress else { return }
        unsafe crypto_hash_sha256_update(&state, base + seen, UInt64(bytes.count - seen))
        end = offset + bytes.count
    }

    /// The digest of all bytes so far, which are the whole file.
    func finish() -> FileDigest {
        var state = state
        var digest = [UInt8](repeating: 0, count: 32)
        unsafe crypto_hash_sha256_final(&state, &digest)
        let digits = Array("0123456789abcdef".utf8)
        let hex = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return FileDigest(sha256: String(decoding: hex, as: UTF8.self), bytes: end)
    }
}
