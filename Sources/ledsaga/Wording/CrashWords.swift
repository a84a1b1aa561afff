// SPDX-License-Identifier: EUPL-1.2

/// What a crash says.
enum CrashWords {
    /// Swedish and English, for the handler may neither look anything up nor allocate.
    static let message: StaticString = """
        ledsaga: ett internt fel; inget har skrivits. Meddela den som underhåller programmet vad du körde, utan uppgifter ur filerna.
        ledsaga: an internal fault; nothing was written. Tell the maintainers what you ran, without anything from the files.

        """
}
