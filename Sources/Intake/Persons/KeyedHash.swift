// SPDX-License-Identifier: EUPL-1.2

import CSodium
import CaseData

/// HMAC-SHA-256 (RFC 2104, FIPS 180-4) with the project's secret key, by libsodium: what makes a pseudonym.
///
/// A plain hash would not do: all ten thousand million identity numbers can be tried in minutes.
struct KeyedHash: Sendable {
    /// The state after the key block, so that the key is worked in once and not once a person.
    private let keyed: crypto_auth_hmacsha256_state

    init(_ key: SecretKey) {
        precondition(sodium_init() >= 0, "the system has no random source")
        var state = crypto_auth_hmacsha256_state()
        unsafe crypto_auth_hmacsha256_init(&state, key.bytes, key.bytes.count)
        self.keyed = state
    }

    /// The record key of the cell key method: another 64 bits of the same person, of which the pseudonym tells nothing.
    func recordKey(of record: String) -> UInt64 { pseudonym(of: Array("record:\(record)".utf8)).high }

    func recordKey(of pseudonym: Pseudonym) -> UInt64 {
        recordKey(of: "\(pseudonym.high):\(pseudonym.low)")
    }

    /// The first 128 bits of the keyed hash of a message.
    func pseudonym(of message: [UInt8]) -> Pseudonym {
        var state = keyed
        var digest = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_bytes()))
        unsafe crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
        unsafe crypto_auth_hmacsha256_final(&state, &digest)
        func word(_ start: Int) -> UInt64 {
            digest[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
        }
        return Pseudonym(high: word(0), low: word(8))
    }
}
