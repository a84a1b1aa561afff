// SPDX-License-Identifier: EUPL-1.2
// libsodium: keyed pseudonyms (HMAC-SHA-256) and file hashes (SHA-256).
#include <sodium.h>
