// SPDX-License-Identifier: EUPL-1.2

/// The byte or bytes that end a line (radslut).
package enum LineEnding: String, Sendable {
    case lf, crlf, cr
}

/// What a delimited file was found, or told, to be (filens form).
package struct FileFormat: Sendable, Equatable {
    /// The encoding the bytes are read in.
    package var encoding: TextEncoding
    /// The byte between fields: `;` `,` tab or `|` when detected.
    package var delimiter: UInt8
    /// Whether the first line is Excel's `sep=;`. It counts as a line, never as a record.
    package var hasSeparatorLine: Bool
    /// The first line break of the file; `lf` when there is none.
    package var lineEnding: LineEnding
}

/// What the caller knows about a file beforehand; `nil` is "find out".
package struct ReaderOptions: Sendable {
    /// The encoding, if told.
    package var encoding: TextEncoding?
    /// The delimiter, if told. An ASCII byte.
    package var delimiter: UInt8?
    /// Bytes read at a time, 1 or more. No record depends on it.
    package var chunkSize: Int
    /// Whether `TableSource` takes the file's digest as it reads. Hashing costs about as much as the reading itself, so
    /// who has no use for a digest does well to say so.
    package var wantsDigest: Bool

    /// - Precondition: `chunkSize` is at least 1.
    package init(
        encoding: TextEncoding? = nil, delimiter: UInt8? = nil, chunkSize: Int = 1 << 17, wantsDigest: Bool = true
    ) {
        precondition(chunkSize >= 1, "a reader must read something at a time")
        self.encoding = encoding
        self.delimiter = delimiter
        self.chunkSize = chunkSize
        self.wantsDigest = wantsDigest
    }
}
