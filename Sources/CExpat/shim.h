// Expat: the events of the XML parts of a workbook.
#pragma once
#include <expat.h>
