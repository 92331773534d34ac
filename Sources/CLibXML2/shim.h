// Debian's libxml2 pulls in the system's ICU headers, whose enums contradict those of the ICU within Foundation where
// one compiler process sees both. Nothing here uses libxml2's ICU converters, so their declarations are left out.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
