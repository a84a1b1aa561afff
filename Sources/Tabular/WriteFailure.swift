// SPDX-License-Identifier: EUPL-1.2

/// Why a file or folder could not be written: facts only, the words are the caller's.
package struct WriteFailure: Error, Sendable, Equatable {
    /// The file or folder meant to be there.
    package let path: String
    /// The system's reason: ENOSPC when the disk is full, EACCES when the user may not, EISDIR when a folder has the name.
    package let errno: Int32

    package init(path: String, errno: Int32) {
        self.path = path
        self.errno = errno
    }
}
