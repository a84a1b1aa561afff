// SPDX-License-Identifier: EUPL-1.2
// FreeXL: reads old Excel workbooks (.xls), in a process of its own.
#include <freexl.h>
