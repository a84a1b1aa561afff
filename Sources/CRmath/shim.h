// SPDX-License-Identifier: EUPL-1.2
// R's nmath as a stand-alone library. The short names (qnorm, pnorm) are macros, which
// Swift does not import: call qnorm5 and pnorm5.
#define MATHLIB_STANDALONE 1
#include <Rmath.h>
