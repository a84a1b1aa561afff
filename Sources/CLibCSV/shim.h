// SPDX-License-Identifier: EUPL-1.2
// libcsv: the tokeniser of every delimited file.
#include <csv.h>
