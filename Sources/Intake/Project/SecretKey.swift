// SPDX-License-Identifier: EUPL-1.2
import CSodium
import Glibc

/// The project's secret key (*hemlig nyckel*): 256 bits that turn person keys into pseudonyms, the same in every
/// run and year. Without it a pseudonym could be found by trying all identity numbers. It never prints itself.
package struct SecretKey: Sendable {
    /// 32 bytes, for the keyed hash only.
    package let bytes: [UInt8]
    /// Whether earlier and later runs have the same key.
    let isLasting: Bool

    /// Beside `ledsaga.yaml`: outside `data/` and `reports/`, and named in the project's `.gitignore`.
    package static let fileName = "ledsaga.key"

    package static let length = 32

    /// A key of given bytes, for tests. There are 32.
    package init(bytes: [UInt8]) { self.init(bytes: bytes, isLasting: true) }

    private init(bytes: [UInt8], isLasting: Bool) {
        precondition(bytes.count == Self.length, "a secret key is 32 bytes")
        self.bytes = bytes
        self.isLasting = isLasting
    }

    /// A fresh key from the system's random source. A run without a key file uses one for itself: nothing that is
    /// printed depends on the key.
    package static func random() -> SecretKey {
        precondition(sodium_init() >= 0, "the system has no random source")
        var bytes = [UInt8](repeating: 0, count: length)
        unsafe bytes.withUnsafeMutableBytes { unsafe randombytes_buf($0.baseAddress!, $0.count) }
        return SecretKey(bytes: bytes, isLasting: false)
    }

    /// The key of a project folder, or nil when it has none. A key that others may read is refused.
    package static func load(folder: String) throws(SecretKeyError) -> SecretKey? {
        let path = Paths.joined(folder, fileName)
        let content: [UInt8]
        do {
            guard try SmallFile.mode(of: path) & 0o077 == 0 else {
                throw SecretKeyError(.readableByOthers, file: path)
            }
            content = try SmallFile.read(path, limit: 4096)
        } catch let error as SecretKeyError {
            throw error
        } catch FileTrouble.missing {
            return nil
        } catch let error as FileTrouble {
            throw SecretKeyError(.unreadable(error), file: path)
        } catch {
            preconditionFailure("reading a key file fails in two ways")
        }
        guard let bytes = decoded(content) else { throw SecretKeyError(.damaged, file: path) }
        return SecretKey(bytes: bytes)
    }

    /// The key of a project folder, for a command whose work must hold in other runs: without a key file it is an error.
    package static func required(folder: String) throws(SecretKeyError) -> SecretKey {
        guard let key = try load(folder: folder) else {
            throw SecretKeyError(.missing, file: Paths.joined(folder, fileName))
        }
        return key
    }

    /// Makes a key and its file (mode 0600) in a project folder. A key that is there stays, and is an error: with a
    /// new one, nobody would have the same pseudonym as last year.
    package static func create(in folder: String) throws(SecretKeyError) -> SecretKey {
        let path = Paths.joined(folder, fileName)
        let key = random()
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw SecretKeyError(errno == EEXIST ? .alreadyThere : .cannotWrite(errno), file: path)
        }
        let text = key.hexadecimal + [UInt8(ascii: "\n")]
        let written = unsafe text.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
        let writeError = errno
        guard written == text.count, fsync(descriptor) == 0, close(descriptor) == 0 else {
            unsafe unlink(path)
            throw SecretKeyError(.cannotWrite(written < 0 ? writeError : ENOSPC), file: path)
        }
        return key
    }

    private var hexadecimal: [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }

    private static func decoded(_ content: [UInt8]) -> [UInt8]? {
        let digits = content.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0x20 }
        guard digits.count == 2 * length else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: digits.count, by: 2) {
            guard let high = Character(Unicode.Scalar(digits[place])).hexDigitValue,
                let low = Character(Unicode.Scalar(digits[place + 1])).hexDigitValue
            else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        return bytes
    }
}

extension SecretKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "‹key›" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
