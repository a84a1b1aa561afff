// SPDX-License-Identifier: EUPL-1.2
// libxlsxwriter: workbooks of simulated exports (.xlsx).
#include <xlsxwriter.h>
