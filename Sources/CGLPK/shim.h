// SPDX-License-Identifier: EUPL-1.2
// GLPK: linear and integer programs, for the attacker who narrows hidden numbers and for the pattern of least loss.
#include <glpk.h>
