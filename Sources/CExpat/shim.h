// SPDX-License-Identifier: EUPL-1.2
// expat: reads the XML of workbooks.
#include <expat.h>

/// What `XML_SetUserData` set: a macro in expat's header, which Swift does not see.
static inline void *XML_UserData(XML_Parser parser) { return XML_GetUserData(parser); }
