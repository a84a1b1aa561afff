// SPDX-License-Identifier: EUPL-1.2
// zlib: unpacks the members of zips, workbooks among them.
#include <zlib.h>
