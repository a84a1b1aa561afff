// SPDX-License-Identifier: EUPL-1.2

import CSodium
import Glibc

/// SHA-256 of files and bytes, as 64 hexadecimal digits in lower case: what a manifest names them by.
package enum FileHash {
    /// Of the file at `path`, read in pieces, and its size in bytes; nil when it cannot be read.
    package static func of(path: String) -> (sha256: String, bytes: Int)? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var state = crypto_hash_sha256_state()
        unsafe crypto_hash_sha256_init(&state)
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        var total = 0
        while true {
            let count = unsafe read(descriptor, &piece, piece.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            unsafe crypto_hash_sha256_update(&state, piece, UInt64(count))
            total += count
        }
        return (finish(&state), total)
    }

    /// Of bytes in memory.
    package static func of(_ bytes: [UInt8]) -> String {
        var state = crypto_hash_sha256_state()
        unsafe crypto_hash_sha256_init(&state)
        unsafe crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
        return finish(&state)
    }

    private static func finish(_ state: inout crypto_hash_sha256_state) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        unsafe crypto_hash_sha256_final(&state, &digest)
        let digits = Array("0123456789abcdef")
        return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
